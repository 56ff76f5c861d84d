import { basename } from "node:path";
import { groupBy } from "../../../archive/groups.ts";
import type { GivenFile, Item, Source, Status, Term } from "../item.ts";
import { cell, type Row, readRows } from "./tables.ts";

const NEWS = "tx_news_domain_model_news";

/** What a record of the tables is known by: its `uid`. */
type Records = Map<string, Row>;

interface Tables {
  news: { row: Row; place: string }[];
  others: Map<string, Row[]>;
}

/**
 * TYPO3 with the extension news: its tables as CSV or JSON, a file each or all in one. Needed is `tx_news_domain_model_news`; used, where
 * they are there, are `sys_category`, its links, `sys_language`, and the files. `languages` says which language TYPO3 means by a number,
 * where the tables do not. E-mail addresses of authors are not read.
 */
export function typo3(files: readonly string[], languages: Readonly<Record<string, string>> = {}): Source {
  const faults: string[] = [];
  let tables: Tables | undefined;
  return {
    about: () => ({}),
    faults: () => faults,
    async *read() {
      tables ??= await readTables(files, faults);
      const categories = byUid(tables.others.get("sys_category") ?? []);
      const links = groupBy(
        (tables.others.get("sys_category_record_mm") ?? []).filter(isOfNews),
        (link) => cell(link, "uid_foreign") ?? "",
      );
      const tagNames = byUid(tables.others.get("tx_news_domain_model_tag") ?? []);
      const tags = groupBy(tables.others.get("tx_news_domain_model_news_tag_mm") ?? [], (link) => cell(link, "uid_local") ?? "");
      const filesOf = readFiles(tables);
      const known = byUid(tables.others.get("sys_language") ?? []);
      const tagOf = (number: string) => languages[number] ?? cell(known.get(number) ?? {}, "language_isocode");
      for (const { row, place } of tables.news) {
        const uid = cell(row, "uid") ?? "";
        const named = (list: readonly Row[], names: Records, key: string, group: Term["group"]) =>
          list.flatMap((link): Term[] => {
            const name = cell(names.get(cell(link, key) ?? "") ?? {}, "title");
            return name === undefined ? [] : [{ group, name }];
          });
        const terms = [
          ...named(links.get(uid) ?? [], categories, "uid_local", "categories"),
          ...named(tags.get(uid) ?? [], tagNames, "uid_foreign", "tags"),
        ];
        yield toItem(row, place, { files: filesOf(uid), terms, tagOf });
      }
    },
  };
}

async function readTables(files: readonly string[], faults: string[]): Promise<Tables> {
  const tables: Tables = { news: [], others: new Map() };
  for (const file of files)
    for await (const { row, place, table } of readRows(file, faults)) {
      const name = table ?? basename(file).replace(/\.\w+$/, "");
      if (name.includes(NEWS) || (table === undefined && files.length === 1)) tables.news.push({ row, place });
      else {
        const known = ["sys_category_record_mm", "sys_category", "sys_language", "sys_file_reference", "sys_file_metadata", "sys_file"];
        const plain = [...known, "tx_news_domain_model_news_tag_mm", "tx_news_domain_model_tag"].find((one) => name.includes(one)) ?? name;
        const rows = tables.others.get(plain);
        if (rows) rows.push(row);
        else tables.others.set(plain, [row]);
      }
    }
  if (tables.news.length === 0) throw new Error(`Die Tabelle ${NEWS} fehlt. Exportieren Sie auch sie, als CSV oder JSON.`);
  return tables;
}

function isOfNews(link: Row): boolean {
  const table = cell(link, "tablenames");
  return table === undefined || table === NEWS;
}

function byUid(rows: readonly Row[]): Records {
  return new Map(rows.map((row) => [cell(row, "uid") ?? "", row]));
}

/** The pictures and files of a record, by the references that the file list keeps. */
function readFiles({ others }: Tables): (uid: string) => { pictures: GivenFile[]; attachments: GivenFile[] } {
  const files = byUid(others.get("sys_file") ?? []);
  const said = new Map((others.get("sys_file_metadata") ?? []).map((row) => [cell(row, "file") ?? "", row]));
  const isShown = (row: Row) => isOfNews(row) && cell(row, "deleted") !== "1" && cell(row, "hidden") !== "1";
  const references = groupBy((others.get("sys_file_reference") ?? []).filter(isShown), (row) => cell(row, "uid_foreign") ?? "");
  return (uid) => {
    const all = (references.get(uid) ?? []).flatMap((reference) => {
      const id = cell(reference, "uid_local") ?? "";
      const source = cell(files.get(id) ?? {}, "identifier");
      const metadata = said.get(id) ?? {};
      const words = (name: string) => cell(reference, name) ?? cell(metadata, name);
      const file = { alt: words("alternative"), caption: words("description"), title: words("title"), credit: words("copyright") };
      return source === undefined ? [] : [{ isPicture: cell(reference, "fieldname") !== "fal_related_files", source, ...file }];
    });
    return { pictures: all.filter(({ isPicture }) => isPicture), attachments: all.filter(({ isPicture }) => !isPicture) };
  };
}

/** What belongs to a record beside its own row, and the language that a number means. */
interface Beside {
  files: ReturnType<ReturnType<typeof readFiles>>;
  terms: Term[];
  tagOf: (number: string) => string | undefined;
}

function toItem(row: Row, place: string, { files, terms, tagOf }: Beside): Item {
  const of = (...names: string[]) => cell(row, ...names);
  const uid = of("uid") ?? place;
  const [date, start] = [of("datetime", "crdate"), of("starttime")];
  const language = of("sys_language_uid") ?? "0";
  const author = of("author");
  const outside = of("externalurl");
  const status: Status =
    of("deleted") === "1" ? "trash" : of("hidden") === "1" ? "draft" : of("fe_group")?.match(/[1-9]/) ? "private" : "public";
  const kind = { 1: "internal link", 2: "external link" }[of("type") ?? "0"] ?? "post";
  return {
    place,
    key: `news-${uid}`,
    kind,
    status,
    title: of("title") ?? "",
    text: of("bodytext") ?? "",
    form: "typo3",
    summary: of("teaser"),
    dates: [date, start].flatMap((written) => (written === undefined || written === "0" ? [] : [momentOf(written)])),
    addresses: outside === undefined ? [] : [outside],
    slug: of("path_segment"),
    terms: [...terms, ...(author === undefined ? [] : [{ group: "authors" as const, name: author }])],
    ...(language === "0" || language === "-1"
      ? {}
      : { language: tagOf(language) ?? `sys_language_uid ${language}`, versionOf: `news-${of("l10n_parent") ?? "0"}` }),
    ...files,
  };
}

/** TYPO3 counts seconds since 1970; exports may write the date out. */
function momentOf(written: string): string {
  const seconds = /^-?\d{1,11}$/.test(written) ? Number(written) : Number.NaN;
  return Number.isNaN(seconds) ? written : new Date(seconds * 1000).toISOString();
}
