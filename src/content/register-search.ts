import { nearest } from "../problems.ts";
import type { Department, Entry } from "./registers.ts";
import { toSlug } from "./slugs.ts";
import { toYaml } from "./violations.ts";

type Entries = ReadonlyMap<string, Entry>;

/** So many ids are listed where none is near: what fits a line or two. */
const LISTED_MAX = 12;

/** The id of the entry that is meant by an id, a name in any language or of any time, or part of one; undefined if unclear. */
export function findMeant(written: string, entries: Entries): string | undefined {
  const slug = toSlug(written);
  if (slug === "" || written.length > 200) return undefined;
  const names = [...entries.values()].flatMap((entry) => namesOf(entry).map((name) => ({ id: entry.id, name: toSlug(name) })));
  const ids = (found: readonly { id: string }[]) => [...new Set(found.map(({ id }) => id))];
  const exact = ids(names.filter(({ name }) => name === slug));
  if (exact.length > 0) return exact[0];
  // "Oberbürgermeisterin Erika Muster", "Muster", "Amt für Verkehr der Stadt"
  const words = slug.split("-").filter((word) => word.length > 2);
  const within = ids(names.filter(({ name }) => isAmong(name.split("-"), words) || isAmong(words, name.split("-"))));
  if (within.length === 1) return within[0];
  const near = nearest(
    slug,
    names.map(({ name }) => name),
  );
  return names.find(({ name }) => name === near)?.id;
}

/** The remedy for an id that a register does not have: the city's own id that is meant, or how a new entry is written. */
export function suggestEntry(written: string, entries: Entries, file: string): string {
  const slug = toSlug(written) || "kennung";
  const isNew = !entries.has(slug);
  const name = slug === written ? written.replace(/(^|-)\p{L}/gu, (start) => start.replace("-", " ").toUpperCase()) : written;
  const entry = `in ${file} ein: ${slug}: {name: ${toYaml(name.slice(0, 100).trim(), true)}}`;
  const meant = findMeant(written, entries);
  if (meant !== undefined) return `Meinten Sie „${meant}“?${isNew ? ` Sonst tragen Sie den Eintrag ${entry}` : ""}`;
  const ids = [...entries.keys()];
  const known = ids.length > 0 && ids.length <= LISTED_MAX ? `Es gibt: ${ids.join(", ")}. ` : "";
  return slug === written
    ? `${known}Tragen Sie den Eintrag ${entry}`
    : `${known}Schreiben Sie „${slug}“, und tragen Sie den Eintrag ${entry}`;
}

function namesOf(entry: Entry): string[] {
  const former = (entry as Partial<Department>).formerNames ?? [];
  return [entry.id, entry.name, ...Object.values(entry.names), ...former.map(({ name }) => name)].filter((name) => name !== undefined);
}

function isAmong(few: readonly string[], many: readonly string[]): boolean {
  const telling = few.filter((word) => word.length > 2);
  return telling.length > 0 && telling.every((word) => many.includes(word));
}
