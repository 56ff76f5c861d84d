import { FILTERS, type Filter, type Narrowing } from "./facets.ts";

/** What the address of a search says: its words, what it is narrowed to, its order, how many results are shown. */
export interface Search {
  words: string;
  narrowing: Narrowing;
  isByDate: boolean;
  shown: number;
}

/** How many results are shown at first, and how many more each time. */
export const PAGE = 10;

/** The longest query in characters: what is longer has no place in an address. */
export const QUERY_MAX = 200;

/** The most results that an address can ask for at once. */
const SHOWN_MAX = 500;

/** What the filters are called in the address. */
const NAMES: Readonly<Record<Filter, string>> = {
  topics: "thema",
  departments: "amt",
  people: "person",
  places: "ort",
  kind: "art",
  language: "sprache",
};

/** Reads a search from the part of an address behind the question mark; whatever cannot be meant is left out. */
export function readSearch(query: string): Search {
  const given = new URLSearchParams(query);
  const narrowing: Narrowing = {};
  for (const filter of FILTERS) {
    const value = given.get(NAMES[filter]);
    if (value && /^[\w-]{1,130}$/.test(value)) narrowing[filter] = value;
  }
  narrowing.from = year(given.get("von"));
  narrowing.to = year(given.get("bis"));
  const shown = Number(given.get("zeige"));
  return {
    words: (given.get("q") ?? "").trim().slice(0, QUERY_MAX),
    narrowing,
    isByDate: given.get("sort") === "datum",
    shown: Number.isInteger(shown) && shown > PAGE ? Math.min(shown, SHOWN_MAX) : PAGE,
  };
}

/** The part of an address behind the question mark that says a search, the question mark with it; empty where nothing is searched. */
export function writeSearch({ words, narrowing, isByDate, shown }: Search): string {
  const parts = new URLSearchParams();
  if (words !== "") parts.set("q", words);
  for (const filter of FILTERS) {
    const value = narrowing[filter];
    if (value !== undefined) parts.set(NAMES[filter], value);
  }
  if (narrowing.from !== undefined) parts.set("von", String(narrowing.from));
  if (narrowing.to !== undefined) parts.set("bis", String(narrowing.to));
  if (isByDate) parts.set("sort", "datum");
  if (shown > PAGE) parts.set("zeige", String(shown));
  const text = parts.toString();
  return text === "" ? "" : `?${text}`;
}

/** True where a search is narrowed at all. */
export function isNarrowed({ from, to, ...filters }: Narrowing): boolean {
  return from !== undefined || to !== undefined || Object.values(filters).some((value) => value !== undefined);
}

function year(text: string | null): number | undefined {
  return text && /^\d{4}$/.test(text) ? Number(text) : undefined;
}
