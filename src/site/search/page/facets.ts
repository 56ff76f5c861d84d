import { type Columns, KINDS, PRECISIONS, REGISTER_FILTERS, type RegisterFilter } from "../index-format.ts";

/** What is known of a release beside its words. */
export interface Row {
  /** Days since 1970. */
  day: number;
  year: number;
  precision: (typeof PRECISIONS)[number];
  /** True where the archive supplied the date, or the office: it stands in square brackets. */
  hasSuppliedDate: boolean;
  hasSuppliedOffice: boolean;
  kind: string;
  language: string;
  registers: Readonly<Record<RegisterFilter, readonly string[]>>;
}

/** The ways of narrowing a search that have one value at a time, in the order in which they are shown. */
export const FILTERS = [...REGISTER_FILTERS, "kind", "language"] as const;

/** A way of narrowing a search. */
export type Filter = (typeof FILTERS)[number];

/** What a search is narrowed to; what is not there does not narrow it. */
export type Narrowing = Partial<Record<Filter, string>> & { from?: number | undefined; to?: number | undefined };

/** What is to be chosen from: values with the number of releases that choosing each would show. */
export interface Choices {
  filters: Record<Filter, ReadonlyMap<string, number>>;
  years: ReadonlyMap<number, number>;
}

const DAY = 86_400_000;

/** The rows of a bundle by Pagefind's names. */
export function readColumns(columns: Columns): Map<string, Row> {
  const rows = new Map<string, Row>();
  let day = 0;
  for (const [index, id] of columns.ids.entries()) {
    day += columns.days[index] ?? 0;
    const known = Number.parseInt(columns.precisions[index] ?? "0", 36);
    const supplied = Math.floor(known / PRECISIONS.length);
    rows.set(id, {
      day,
      year: new Date(day * DAY).getUTCFullYear(),
      precision: PRECISIONS[known % PRECISIONS.length] ?? "day",
      hasSuppliedDate: supplied % 2 === 1,
      hasSuppliedOffice: supplied >= 2,
      kind: KINDS[Number(columns.kinds[index] ?? 0)] ?? "release",
      language: columns.languages[Number.parseInt(columns.language[index] ?? "0", 36)] ?? "de",
      registers: Object.fromEntries(
        REGISTER_FILTERS.map((filter) => {
          const { ids, of } = columns.registers[filter];
          return [filter, (of[index] ?? []).map((place) => ids[place] ?? "")];
        }),
      ) as unknown as Row["registers"],
    });
  }
  return rows;
}

/** The values of a release by which a filter finds it. */
export function valuesOf(row: Row, filter: Filter): readonly string[] {
  return filter === "kind" ? [row.kind] : filter === "language" ? [row.language] : row.registers[filter];
}

/** True where a release is within what a search is narrowed to, a filter perhaps left out. */
export function isWithin(row: Row, narrowing: Narrowing, left?: Filter | "years"): boolean {
  const { from, to } = narrowing;
  if (left !== "years" && ((from !== undefined && row.year < from) || (to !== undefined && row.year > to))) return false;
  return FILTERS.every((filter) => {
    const wanted = narrowing[filter];
    return wanted === undefined || filter === left || valuesOf(row, filter).includes(wanted);
  });
}

/** What there is to choose from among some releases: each filter counts as if it were not set itself. */
export function choicesAmong(rows: readonly Row[], narrowing: Narrowing): Choices {
  const filters = Object.fromEntries(FILTERS.map((filter) => [filter, new Map<string, number>()])) as Record<Filter, Map<string, number>>;
  const years = new Map<number, number>();
  for (const row of rows) {
    for (const filter of FILTERS) {
      if (!isWithin(row, narrowing, filter)) continue;
      for (const value of valuesOf(row, filter)) filters[filter].set(value, (filters[filter].get(value) ?? 0) + 1);
    }
    if (isWithin(row, narrowing, "years")) years.set(row.year, (years.get(row.year) ?? 0) + 1);
  }
  return { filters, years };
}
