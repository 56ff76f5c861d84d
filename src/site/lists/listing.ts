import type { Language } from "../../addresses.ts";
import type { Context } from "../../archive/context.ts";
import type { Release } from "../../content/release/release.ts";
import { tellLinesApart } from "../namesakes.ts";
import type { Link, View } from "../pages.ts";
import type { YearMonths } from "./months.ts";

/** Below this many releases an archive is small: no lists or charts pretend that there is more. */
export const SMALL = 12;

/** A list longer than this is divided by time: at a phone's width it would be 20,000 px high. */
export const LIST_MAX = 250;

/** Where all of an entry, a page of corrections or of events is listed by year, it is up to this number; more are divided by year. */
export const UNDIVIDED_MAX = 60;

/** How many of its newest a list shows whose years have pages of their own. */
export const NEWEST = 12;

/** A list of releases: a month, a year, an entry of a facet. */
export interface ListingView extends View {
  layout: "listing";
  /** The way here from the top. */
  crumbs: readonly Link[];
  /** Facts about what the list collects, such as an office's former names. */
  notes: readonly { label: string; items: readonly { text: string; address: string | undefined }[] }[];
  count: number;
  /** The months of the year that the list belongs to, and the name of the one that it is. */
  year: YearMonths | undefined;
  here: string | undefined;
  /** The months that are not shown as bars or too long to be listed, with how many releases each holds. */
  months: readonly (Link & { count: number })[];
  /** Other ways on, with how many releases each holds. */
  links: readonly { heading: string; items: readonly (Link & { count: number })[] }[];
  groups: readonly ListGroup[];
  /** True where many stand together: headlines only. */
  isDense: boolean;
  /** True where every group is a day, so that lines need no date. */
  isByDay: boolean;
  /** True where each line would name the same office. */
  hidesOffice: boolean;
  /** Where the list goes on: the years of an entry of which the newest are shown. */
  older: readonly Link[];
  /** What tells lines of a dense list apart that read the same, by the release's id. */
  distinctions: Readonly<Record<string, string>>;
  feed: string | undefined;
  /** The calendar of its events. */
  calendar: string | undefined;
  earlier: Link | undefined;
  later: Link | undefined;
}

/** Releases of a list under a heading; `id` is what a jump leads to. */
export interface ListGroup {
  heading: string | undefined;
  address: string | undefined;
  id: string | undefined;
  releases: readonly Release[];
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
    year: undefined,
    here: undefined,
    months: [],
    links: [],
    groups: [],
    isDense: false,
    isByDay: false,
    hidesOffice: false,
    older: [],
    distinctions: {},
    feed: undefined,
    calendar: undefined,
    earlier: undefined,
    later: undefined,
  };
}
