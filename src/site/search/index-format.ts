/** What the page of a search reads of an index: the shapes of its own files beside Pagefind's. */

/** The ways of narrowing a search that have a register behind them. */
export const REGISTER_FILTERS = ["topics", "departments", "people", "places"] as const;

/** A way of narrowing a search that has a register behind it. */
export type RegisterFilter = (typeof REGISTER_FILTERS)[number];

/** The entry of an index (`index.json`): where all else lies, relative to it, under names that change with what they hold. */
export interface SearchIndex {
  /** Changes whenever anything of the index does. */
  version: string;
  /** The newest first; that of an empty path lies beside the entry, as do the programs. */
  bundles: readonly BundleEntry[];
  /** Shards of the vocabulary by the beginning of their words, folded. */
  words: Readonly<Record<string, string>>;
  /** The names of register entries by id. */
  names: Readonly<Record<RegisterFilter, Readonly<Record<string, string>>>>;
}

/** A part of an index: Pagefind's files in `path`, the columns of its releases, how many these are, their years. */
export interface BundleEntry {
  path: string;
  columns: string;
  count: number;
  years: readonly [number, number];
}

/** How much of a date is known, by the digit that stands in the columns. */
export const PRECISIONS = ["year", "month", "day", "minute"] as const;

/** The kinds of a release, by the digit that stands in the columns. */
export const KINDS = ["release", "invitation", "statement", "notice"] as const;

/** What is known of the releases of a bundle, a value for each, the oldest first. */
export interface Columns {
  /** Pagefind's name of the release. */
  ids: readonly string[];
  /** The day of publication as the city's calendar has it (days since 1970), each as the distance to the one before. */
  days: readonly number[];
  /** The place in `PRECISIONS`, and 4 more where the archive supplied the date, 8 where the office (base 36). */
  precisions: string;
  /** A digit of `KINDS`. */
  kinds: string;
  /** The languages that occur, and a character for each release: its place among them (base 36). */
  languages: readonly string[];
  language: string;
  /** The ids of register entries that occur, and for each release their places among them. */
  registers: Readonly<Record<RegisterFilter, { ids: readonly string[]; of: readonly (readonly number[])[] }>>;
}
