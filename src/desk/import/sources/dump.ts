import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { outputFile } from "../../../addresses.ts";
import { firstSentence } from "../../../markdown/first-sentence.ts";
import type { Item, Source } from "../item.ts";
import type { NewEntry } from "../registers.ts";
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
          yield toItem(row, place, site, original);
        }
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

function toItem(row: OwnRow, place: string, site: ReturnType<typeof siteAround>, original: string | undefined): Item {
  const list = (name: string) => (Array.isArray(row[name]) ? (row[name] as (Named & { role?: string | null })[]) : []);
  const ids = (name: string) => list(name).map(({ id }) => id);
  const department = row.department as Named | undefined;
  const people = list("people").map(({ id, role }) => (role ? { id, role } : id));
  const { page = {}, root = "" } = site ?? {};
  const files = filesOf(page, root, row.id);
  const events = (page.events as { name: string; date: string; end?: string; place?: Named }[] | undefined)?.map(
    ({ place: at, ...event }) => ({
      ...event,
      ...(at ? { place: at.id } : {}),
    }),
  );
  const entries: NewEntry[] = [
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
    entries: original === undefined ? entries : [],
    ownFiles: files.paths,
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
      people,
      places: ids("places"),
      events,
      contact: page.contact,
      images: files.images,
      attachments: files.attachments,
      corrections: row.corrections,
      translation: cleaned(row.translation),
    },
  };
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

/** The pictures and attachments that the page of a release shows, and where they lie. */
function filesOf(page: Row, root: string, id: string) {
  const paths: Record<string, string> = {};
  const take = <T extends { url: string }>({ url, ...rest }: T) => {
    const file = basename(new URL(url).pathname);
    const path = join(root, ...id.split("/"), file);
    if (existsSync(path)) paths[file] = path;
    return { file, ...rest };
  };
  const images = ((page.images ?? []) as { url: string; credit?: string }[])
    .map(take)
    .map((image) => ({ ...image, credit: image.credit ?? "unbekannt" }));
  const attachments = ((page.attachments ?? []) as { url: string; title: string; accessible?: boolean }[])
    .map(take)
    .map(({ file, title, accessible }) => ({
      file,
      title,
      ...(accessible === false ? { accessible } : {}),
    }));
  return { paths, images, attachments };
}
