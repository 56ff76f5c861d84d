import { facetAddress, type Language, timeAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS, type Facet, type FacetEntry } from "../../archive/facets.ts";
import { groupByYear, type Year } from "../../archive/years.ts";
import { type Department, type Entry, nameIn, type Person, type Topic } from "../../content/registers.ts";
import { fill } from "../../messages.ts";
import { feedOf } from "../feeds/feed-lists.ts";
import type { Link, Page, View } from "../pages.ts";
import { emptyListing, LIST_MAX, type ListingView, monthLabel, withDistinctions } from "./listing.ts";

/** How many of its newest releases an entry's page shows before the years. */
const NEWEST = 12;

/** An entry in an overview, with the narrower ones below it. */
export interface OverviewEntry extends Link {
  description: string | undefined;
  count: number;
  narrower: readonly OverviewEntry[];
}

/** All entries of a facet. */
export interface OverviewView extends View {
  layout: "overview";
  entries: readonly OverviewEntry[];
}

/** The ways of browsing beside time, in each language: an overview of each facet and the pages of its entries. */
export function facetPages(archive: Archive): Page[] {
  return archive.site.languages.flatMap((language) =>
    FACETS.flatMap((facet) => {
      const entries = archive.entriesOf(facet.name, language);
      if (entries.length === 0) return [];
      const way: Way = { archive, facet, language, byId: new Map(entries.map((entry) => [entry.entry.id, entry])) };
      return [overview(way), ...entries.flatMap((entry) => entryPages(way, entry)).map((page) => withDistinctions(page, archive.context))];
    }),
  );
}

interface Way {
  archive: Archive;
  facet: Facet;
  language: Language;
  byId: ReadonlyMap<string, FacetEntry>;
}

function overview({ archive, facet, language, byId }: Way): OverviewView {
  const words = archive.context.messages.in(language).facets[facet.name];
  const entries = [...byId.values()];
  const narrowerThan = (id: string | undefined): OverviewEntry[] =>
    entries
      .filter(({ entry }) => broaderOf(entry, byId) === id)
      .map(({ entry, releases }) => ({
        ...linkTo(facet, entry, language),
        description: entry.description,
        count: releases.length,
        narrower: narrowerThan(entry.id),
      }));
  return {
    layout: "overview",
    kind: "list",
    address: facetAddress(facet.name, undefined, undefined, undefined, language),
    language,
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    entries: narrowerThan(undefined),
  };
}

function entryPages(way: Way, { entry, releases }: FacetEntry): ListingView[] {
  const { archive, facet, language } = way;
  const { messages } = archive.context;
  const words = messages.in(language).listing;
  const years = groupByYear(releases);
  const isDivided = facet.isDivided || releases.length > LIST_MAX;
  const isSole = isUndivided(way);
  const link = linkTo(facet, entry, language);
  const overviewLink = {
    label: messages.in(language).navigation[facet.name],
    address: facetAddress(facet.name, undefined, undefined, undefined, language),
  };
  const yearLinks = years.map(({ year, count }) => ({
    label: String(year),
    address: isSole ? timeAddress(year, undefined, language) : facetAddress(facet.name, entry.id, year, undefined, language),
    count,
  }));
  const page: ListingView = {
    ...emptyListing(language),
    kind: "entry",
    address: link.address,
    title: link.label,
    description: entry.description ?? fill(words.entryDescription, { entry: link.label }),
    crumbs: [overviewLink],
    notes: notesOf(way, entry),
    count: releases.length,
    links: isDivided && years.length > 0 ? [{ heading: words.years, items: yearLinks }] : [],
    groups: isDivided
      ? [{ heading: words.newest, address: undefined, releases: releases.slice(0, NEWEST) }]
      : years.map((year) => ({ heading: String(year.year), address: undefined, releases: year.months.flatMap((month) => month.releases) })),
    isDense: !isDivided,
    feed: feedOf(link.address, releases, facet),
  };
  if (!isDivided || isSole) return [page];
  return [page, ...years.flatMap((year) => entryYearPages(archive, year, { facet, entry, language, crumbs: [overviewLink, link] }))];
}

/**
 * True where a facet has one entry with every release, as the office of a city that has one: its years would say again what the years of
 * the archive say, so its page leads to these.
 */
function isUndivided({ archive, facet }: Way): boolean {
  const [only, ...others] = archive.entriesOf(facet.name, archive.site.language).filter(({ releases }) => releases.length > 0);
  return others.length === 0 && only?.releases.length === archive.listed.length;
}

function entryYearPages(
  { context }: Archive,
  year: Year,
  { facet, entry, language, crumbs }: { facet: Facet; entry: Entry; language: Language; crumbs: Link[] },
): ListingView[] {
  const { messages } = context;
  const words = messages.in(language).listing;
  const isLong = year.count > LIST_MAX;
  const months = year.months.map(({ month, releases }) => ({
    month,
    label: monthLabel(context, year.year, month, language),
    address: facetAddress(facet.name, entry.id, year.year, month, language),
    releases,
  }));
  const [, entryLink] = crumbs;
  const address = facetAddress(facet.name, entry.id, year.year, undefined, language);
  const yearPage: ListingView = {
    ...emptyListing(language),
    address,
    title: `${entryLink?.label} ${year.year}`,
    description: fill(words.entryYearDescription, {
      entry: entryLink?.label,
      year: year.year,
      count: messages.count(year.count, words.count, language),
    }),
    crumbs,
    count: year.count,
    links: isLong
      ? [
          {
            heading: words.months,
            items: months.map(({ label, address: monthAddress, releases }) => ({ label, address: monthAddress, count: releases.length })),
          },
        ]
      : [],
    groups: isLong ? [] : months.map(({ label, releases }) => ({ heading: label, address: undefined, releases })),
    isDense: true,
  };
  if (!isLong) return [yearPage];
  const monthPages = months.map(
    ({ month, label, address: monthAddress, releases }): ListingView => ({
      ...emptyListing(language),
      address: monthAddress,
      title: `${entryLink?.label}, ${label}`,
      description: fill(month === 0 ? words.entryUnknownMonthDescription : words.entryMonthDescription, {
        entry: entryLink?.label,
        year: year.year,
        month: label,
        count: messages.count(releases.length, words.count, language),
      }),
      crumbs: [...crumbs, { label: String(year.year), address }],
      count: releases.length,
      groups: [{ heading: undefined, address: undefined, releases }],
    }),
  );
  return [yearPage, ...monthPages];
}

/** What the register says of an entry: former names and successor of an office, an official's terms, the topics above and below. */
function notesOf({ archive, facet, language, byId }: Way, entry: Entry): ListingView["notes"] {
  const { registers } = archive;
  const words = archive.context.messages.in(language).facets.notes;
  const note = (label: string, items: readonly { text: string; address: string | undefined }[]) =>
    items.length > 0 ? [{ label, items }] : [];
  const link = (id: string | undefined, register: ReadonlyMap<string, Entry>) => {
    const other = id === undefined ? undefined : register.get(id);
    if (!other) return [];
    return [
      {
        text: linkTo(facet, other, language).label,
        address: byId.has(other.id) ? facetAddress(facet.name, other.id, undefined, undefined, language) : undefined,
      },
    ];
  };
  switch (facet.name) {
    case "topics": {
      const narrower = [...byId.values()].filter((other) => (other.entry as Topic).broader === entry.id);
      return [
        ...note(words.broader, link((entry as Topic).broader, registers.topics)),
        ...note(
          words.narrower,
          narrower.flatMap((other) => link(other.entry.id, registers.topics)),
        ),
      ];
    }
    case "departments": {
      const { formerNames, successor } = entry as Department;
      return [
        ...note(
          words.formerNames,
          formerNames.map(({ name, names, until }) => ({
            text: fill(words.until, { name: nameIn({ name, names }, language), until: written(until) }),
            address: undefined,
          })),
        ),
        ...note(words.successor, link(successor, registers.departments)),
      ];
    }
    case "people":
      return note(
        words.roles,
        (entry as Person).roles.map(({ title, from, to }) => ({
          text: fill(termOf(from, to, words), { title, from: written(from), to: written(to) }),
          address: undefined,
        })),
      );
    default:
      return [];
  }
}

/** The phrase that says what is known of a term. */
function termOf(from: string | undefined, to: string | undefined, words: { term: string; termFrom: string; termTo: string }): string {
  if (from === undefined) return to === undefined ? "{title}" : words.termTo;
  return to === undefined ? words.termFrom : words.term;
}

/** A date of a register as its year: nobody needs the day an office was renamed in a headline. */
function written(date: string | undefined): string {
  return date?.slice(0, 4) ?? "";
}

function linkTo(facet: Facet, entry: Entry, language: Language): Link {
  return { label: nameIn(entry, language), address: facetAddress(facet.name, entry.id, undefined, undefined, language) };
}

function broaderOf(entry: Entry, byId: ReadonlyMap<string, FacetEntry>): string | undefined {
  const broader = (entry as Partial<Topic>).broader;
  return broader !== undefined && byId.has(broader) ? broader : undefined;
}
