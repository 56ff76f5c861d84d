import type { Archive } from "../../archive/archive.ts";
import { FACETS } from "../../archive/facets.ts";
import { nameIn } from "../../content/registers.ts";
import type { Release } from "../../content/release/release.ts";
import { type Columns, KINDS, PRECISIONS, REGISTER_FILTERS, type RegisterFilter, type SearchIndex } from "./index-format.ts";

/** The columns of the releases of a bundle, whose names in the index are `ids`. */
export function toColumns(releases: readonly Release[], ids: readonly string[], archive: Archive): Columns {
  const languages = [...new Set(releases.map(({ language }) => language))];
  const days = releases.map(dayOf);
  return {
    ids,
    days: days.map((day, index) => day - (days[index - 1] ?? 0)),
    precisions: releases.map(precisionOf).join(""),
    kinds: releases.map(({ kind }) => KINDS.indexOf(kind)).join(""),
    languages,
    language: releases.map(({ language }) => languages.indexOf(language).toString(36)).join(""),
    registers: inFilters((filter) => {
      const ids = new Set<string>();
      const places = new Map<string, number>();
      const of = releases.map((release) =>
        entryIds(filter, release, archive).map((id) => {
          if (!places.has(id)) places.set(id, ids.size);
          ids.add(id);
          return places.get(id) ?? 0;
        }),
      );
      return { ids: [...ids], of };
    }),
  };
}

/** The names of all register entries that releases of a language can be filtered by. */
export function namesIn(archive: Archive, language: string, releases: readonly Release[]): SearchIndex["names"] {
  return inFilters((filter) => {
    const used = new Set(releases.flatMap((release) => entryIds(filter, release, archive)));
    const register: ReadonlyMap<string, { id: string; name: string; names: Readonly<Record<string, string>> }> = archive.registers[filter];
    return Object.fromEntries([...register.values()].flatMap((entry) => (used.has(entry.id) ? [[entry.id, nameIn(entry, language)]] : [])));
  });
}

function inFilters<T>(make: (filter: RegisterFilter) => T): Record<RegisterFilter, T> {
  return Object.fromEntries(REGISTER_FILTERS.map((filter) => [filter, make(filter)])) as Record<RegisterFilter, T>;
}

/** The entries of a register that a release belongs to, as its lists have it: broader topics too, and people only who have a page. */
function entryIds(filter: RegisterFilter, release: Release, { registers }: Archive): string[] {
  const facet = FACETS.find(({ name }) => name === filter);
  return [...new Set((facet?.entriesOf(release, registers) ?? []).filter((entry) => facet?.hasPage(entry)).map(({ id }) => id))];
}

const DAY = 86_400_000;

/** The day of a release in the city's own calendar; of a month or year its last day. */
function dayOf({ date }: Release): number {
  const [year = 0, month = 12, day] = date.machine.slice(0, 10).split("-").map(Number);
  return Math.floor(Date.UTC(year, day === undefined ? month : month - 1, day ?? 0) / DAY);
}

/** How much of the date is known, and what of date and office the archive supplied, in one character. */
function precisionOf({ date, reconstructed }: Release): string {
  const supplied = Number(reconstructed.includes("date")) + 2 * Number(reconstructed.includes("department"));
  return (PRECISIONS.indexOf(date.precision) + supplied * PRECISIONS.length).toString(36);
}
