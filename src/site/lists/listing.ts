import type { Language } from "../../addresses.ts";
import { periodDate } from "../../archive/years.ts";
import { createDateFormat } from "../../dates.ts";
import { fill, WORDS } from "../../messages.ts";
import type { ListingView } from "../pages.ts";

/** Below this many releases an archive is small: no lists or charts pretend that there is more. */
export const SMALL = 12;

/** A list longer than this is divided by time. */
export const LIST_MAX = 300;

/** The name of a month with its year; where only the year is known, that. */
export function monthLabel(timeZone: string, year: number, month: number, language: Language): string {
  if (month === 0) return fill(WORDS[language].listing.unknownMonth, { year });
  return createDateFormat(timeZone)(periodDate(year, month), language, "monthYear");
}

/** A listing with nothing in it yet. */
export function emptyListing(language: Language): Omit<ListingView, "address" | "title"> {
  return {
    layout: "listing",
    language,
    description: undefined,
    isIndexed: true,
    alternates: [],
    crumbs: [],
    notes: [],
    count: 0,
    band: undefined,
    links: [],
    groups: [],
    isDense: false,
    feed: undefined,
    earlier: undefined,
    later: undefined,
  };
}
