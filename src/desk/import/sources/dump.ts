import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFile } from "../../../addresses.ts";
import { firstSentence } from "../../../markdown/first-sentence.ts";
import type { Item, Source } from "../item.ts";
import type { NewEntry } from "../registers.ts";
import { commentsOf, filesOf, redirectsIn, withdrawnIn } from "./site-beside.ts";
import { type Row, readRows } from "./tables.ts";

interface Named {
  id: string;
  name: string;
}

/** A row of the archive's own data, as far as it is read here. */
interface OwnRow extends Row {
  id: string;
  language: string;
  address: string;
  title: string;
  date: string;
  text: string;
}

/** Fields of a release that stand as they are in its row and in its own `index.json`. */
const PLAIN = ["kind", "number", "source", "reconstructed"] as const;

/**
 * The archive's own data (`/daten/`): its JSON Lines, and where the site itself lies beside them, its pictures, attachments and what only
 * the pages say. All keeps its id, so its address.
 */
export function dump(files: readonly string[]): Source {
  const faults: string[] = [];
  let address: string | undefined;
  return {
    about: () => ({ address }),
    faults: () => faults,
    async *read() {
      faults.length = 0;
      const seen = new Map<string, string>();
      const root = dirname(dirname(files[0] ?? ""));
      const aliases = redirectsIn(root);
      for (const file of files)
        for await (const { row, place } of readRows(file, faults)) {
          if (!isOwnRow(row)) {
            faults.push(`${place}: Das ist keine Zeile der Daten eines Archivs; sie ist nicht gelesen.`);
            continue;
          }
          const site = siteAround(file, row);
          address ??= new URL(row.address).origin;
          const original = seen.get(row.id);
          seen.set(row.id, original ?? row.language);
          yield toItem(row, place, { ...site, original, aliases: aliases.get(row.id) ?? [] });
        }
      for (const { id, page } of withdrawnIn(root)) yield withdrawnItem(id, page, aliases.get(id) ?? []);
    },
  };
}

/** True for a row as this archive's data have it. */
export function isOwnRow(row: Row): row is OwnRow {
  const texts = ["id", "language", "address", "title", "date", "text"].every((name) => typeof row[name] === "string");
  return texts && /^\d{4}\/\d\d\/[a-z0-9-]+$/.test(String(row.id)) && "reconstructed" in row && URL.canParse(String(row.address));
}

/** The folder of the site in which the data lie, and the page's own data there; undefined where only the data are. */
function siteAround(file: string, row: OwnRow): { root: string; page: Row } | undefined {
  const root = dirname(dirname(file));
  const paths = new URL(row.address).pathname.split("/").filter((part) => part !== "");
  for (let from = 0; from < paths.length; from++) {
    const page = join(root, outputFile(`/${paths.slice(from).join("/")}/index.json`));
    if (existsSync(page)) return { root, page: JSON.parse(readFileSync(page, "utf8")) as Row };
  }
  return undefined;
}

/** What is known of a row beside itself: the site in which it lies, the language of its original, and old addresses. */
interface Beside extends Partial<NonNullable<ReturnType<typeof siteAround>>> {
  original: string | undefined;
  aliases: readonly string[];
}

function toItem(row: OwnRow, place: string, { page = {}, root = "", original, aliases }: Beside): Item {
  const list = (name: string) => (Array.isArray(row[name]) ? (row[name] as (Named & { role?: string | null })[]) : []);
  const ids = (name: string) => list(name).map(({ id }) => id);
  const department = row.department as Named | undefined;
  const people = list("people").map(({ id, role }) => (role ? { id, role } : id));
  const files = filesOf(page, root, row.id);
  const events = (page.events as { name: string; date: string; end?: string; place?: Named }[] | undefined)?.map(
    ({ place: at, ...event }) => ({
      ...event,
      ...(at ? { place: at.id } : {}),
    }),
  );
  const isOriginal = original === undefined;
  const mentioned: NewEntry[] = [
    ...(department ? [{ register: "departments" as const, ...department }] : []),
    ...list("with").map(({ id, name }) => ({ register: "departments" as const, id, name })),
    ...list("topics").map(({ id, name }) => ({ register: "topics" as const, id, name })),
    ...list("people").map(({ id, name }) => ({
      register: "people" as const,
      id,
      name,
      fields: hasPage(root, "personen", id) ? { page: true } : {},
    })),
    ...placesOf(page, list("places")),
    ...(events ?? []).flatMap(({ place: id }, index) => {
      const named = (page.events as { place?: Named }[])[index]?.place;
      return id && named ? [{ register: "places" as const, id, name: named.name }] : [];
    }),
  ];
  const said = { at: row.date, ...(row.language === "de" || row.language === "de-simple" ? {} : { language: row.language }) };
  const entries = row.language === "de-simple" ? [] : mentioned.map((entry) => ({ ...entry, ...said }));
  const plain = Object.fromEntries(PLAIN.map((name) => [name, cleaned(row[name])]));
  const summary = row.summary === firstSentence(row.text) ? undefined : row.summary;
  return {
    place,
    key: row.id,
    kind: "post",
    status: "public",
    title: row.title,
    text: files.images.reduce(pointingTo, row.text),
    form: "own",
    dates: [row.date],
    addresses: [row.address],
    language: row.language,
    ...(original === undefined ? {} : { versionOf: row.id }),
    id: row.id,
    terms: [],
    entries,
    comments: isOriginal && root !== "" ? commentsOf(root, row.id) : [],
    ownFiles: files.paths,
    ownEditions: (page.editions ?? []) as NonNullable<Item["ownEditions"]>,
    own: {
      title: row.title,
      date: row.date,
      summary,
      language: row.language === "de" ? undefined : row.language,
      department: department?.id,
      with: ids("with"),
      topics: ids("topics"),
      follows: (page.follows as { id?: string } | undefined)?.id,
      ...plain,
      kind: row.kind === "release" ? undefined : row.kind,
      people: isOriginal ? people : people.filter((person) => typeof person !== "string"),
      places: ids("places"),
      events,
      contact: page.contact,
      images: isOriginal ? files.images : files.images.map(({ file, alt, caption }) => ({ file, alt, caption })),
      attachments: files.attachments,
      corrections: page.corrections ?? row.corrections,
      comments: page.comments,
      aliases,
      translation: cleaned(row.translation),
    },
  };
}

/** A release that was withdrawn: of it nothing is left but that it was. */
function withdrawnItem(id: string, page: Row, aliases: readonly string[]): Item {
  const { date = "", title, withdrawn, department, kind, topics = [], contact } = page as Withdrawn;
  const hides = title === undefined ? { hide: "title" } : {};
  const own = {
    title: title ?? "Zurückgezogene Meldung",
    date,
    department: department?.id,
    topics: topics.map(({ id: topic }) => topic),
    kind: kind === "release" ? undefined : kind,
    withdrawn: { ...withdrawn, ...hides },
    aliases,
  };
  const entries: NewEntry[] = [
    ...(department ? [{ register: "departments" as const, ...department, at: date, fields: contact ? { contact } : {} }] : []),
    ...topics.map((topic) => ({ register: "topics" as const, ...topic })),
  ];
  const common = { key: id, id, kind: "post", status: "public", text: "", form: "own", dates: [date], terms: [] } as const;
  return { ...common, place: `${id}/index.json`, title: own.title, addresses: [String(page.url ?? "")], own, entries };
}

/** What is left of a withdrawn release. */
interface Withdrawn extends Row {
  date?: string;
  title?: string;
  withdrawn: { date: string; reason: string };
  department?: Named;
  topics?: readonly Named[];
  contact?: unknown;
  kind?: string;
}

/** A text that shows a picture by the name under which it was published: as a JPEG. */
function pointingTo(text: string, { file }: { file: string }): string {
  const stem = file.replace(/\.\w+$/, "").replace(/[.*+?(){}|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`\\]\\((?:\\./)?${stem}\\.(?:jpe?g|png|webp)\\)`, "gi"), `](${file})`);
}

/** Without what says nothing. */
function cleaned(value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value as object).filter(([, one]) => one !== null));
}

function placesOf(page: Row, places: readonly Named[]): NewEntry[] {
  const known = new Map(
    ((page.places ?? []) as (Named & { country?: string; lat?: number; lon?: number })[]).map((place) => [place.id, place]),
  );
  return places.map(({ id, name }) => {
    const { country, lat, lon } = known.get(id) ?? {};
    const fields = {
      ...(country ? { country } : {}),
      ...(lat === undefined ? {} : { lat: String(lat) }),
      ...(lon === undefined ? {} : { lon: String(lon) }),
    };
    return { register: "places", id, name, fields };
  });
}

function hasPage(root: string, facet: string, id: string): boolean {
  return root !== "" && existsSync(join(root, facet, id, "index.html"));
}
