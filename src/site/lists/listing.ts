import type { Language } from "../../addresses.ts";
import type { Context } from "../../archive/context.ts";
import { periodDate } from "../../archive/years.ts";
import type { Release } from "../../content/release/release.ts";
import { fill } from "../../messages.ts";
import { tellLinesApart } from "../namesakes.ts";
import type { Link, View } from "../pages.ts";
import type { Band } from "./band.ts";

/** Below this many releases an archive is small: no lists or charts pretend that there is more. */
export const SMALL = 12;

/** A list longer than this is divided by time. */
export const LIST_MAX = 300;

/** A list of releases: a month, a year, an entry of a facet. */
export interface ListingView extends View {
  layout: "listing";
  /** The way here from the top. */
  crumbs: readonly Link[];
  /** Facts about what the list collects, such as an office's former names. */
  notes: readonly { label: string; items: readonly { text: string; address: string | undefined }[] }[];
  count: number;
  band: Band | undefined;
  /** Ways on, with how many releases each holds. */
  links: readonly { heading: string; items: readonly (Link & { count: number })[] }[];
  groups: readonly { heading: string | undefined; address: string | undefined; releases: readonly Release[] }[];
  /** True where many stand together: headlines only. */
  isDense: boolean;
  /** What tells lines of a dense list apart that read the same, by the release's id. */
  distinctions: Readonly<Record<string, string>>;
  feed: string | undefined;
  earlier: Link | undefined;
  later: Link | undefined;
}

/** The name of a month with its year; where only the year is known, that. */
export function monthLabel({ messages, formatDate }: Context, year: number, month: number, language: Language): string {
  if (month === 0) return fill(messages.in(language).listing.unknownMonth, { year });
  return formatDate(periodDate(year, month), language, "monthYear");
}

/** A listing that tells apart what reads the same in it; where summaries stand, these do. */
export function withDistinctions(view: ListingView, context: Context): ListingView {
  if (!view.isDense) return view;
  const shown = view.groups.flatMap(({ releases }) => releases);
  return { ...view, distinctions: tellLinesApart(shown, context) };
}

/** A listing with nothing in it yet. */
export function emptyListing(language: Language): Omit<ListingView, "address" | "title"> {
  return {
    layout: "listing",
    kind: "list",
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
    distinctions: {},
    feed: undefined,
    earlier: undefined,
    later: undefined,
  };
}
