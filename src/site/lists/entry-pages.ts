import { calendarAddress, facetAddress, officeAddress, timeAddress } from "../../addresses.ts";
import type { FacetEntry } from "../../archive/facets.ts";
import { groupBy } from "../../archive/groups.ts";
import { groupByYear, type Year } from "../../archive/years.ts";
import { type Department, nameIn } from "../../content/registers.ts";
import type { Release } from "../../content/release/release.ts";
import { fill } from "../../messages.ts";
import { feedOf } from "../feeds/feed-lists.ts";
import type { Link } from "../pages.ts";
import { linkTo, notesOf, type Way } from "./entry-notes.ts";
import { hasEvents } from "./events.ts";
import { emptyListing, LIST_MAX, type ListGroup, type ListingView, NEWEST, UNDIVIDED_MAX } from "./listing.ts";
import { monthLabel } from "./months.ts";

/** From so many releases on a year of a topic leads to its offices. */
const OFFICES_FROM = 20;

/** The page of an entry, and of its years and months where it has many releases. */
export function entryPages(way: Way, { entry, releases }: FacetEntry): ListingView[] {
  const { archive, facet, language, isSole } = way;
  const { messages } = archive.context;
  const words = messages.in(language).listing;
  const years = groupByYear(releases);
  const isDivided = facet.isDivided || releases.length > UNDIVIDED_MAX;
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
      ? [{ heading: words.newest, address: undefined, id: undefined, releases: releases.slice(0, NEWEST) }]
      : years.map((year) => ({ heading: String(year.year), address: undefined, id: undefined, releases: allOf(year) })),
    isDense: !isDivided,
    hidesOffice: facet.name === "departments",
    older: isDivided && releases.length > NEWEST ? yearLinks.map(({ label, address }) => ({ label, address })) : [],
    feed: feedOf(link.address, releases, facet),
    calendar: calendarOf(way, entry.id, releases),
  };
  if (!isDivided || isSole) return [page];
  const crumbs = [overviewLink, link];
  return [
    page,
    ...years.flatMap((year, index) =>
      yearPages(way, year, { id: entry.id, crumbs, earlier: years[index + 1]?.year, later: years[index - 1]?.year }),
    ),
  ];
}

/** The calendar of an entry's events, which all languages share. */
function calendarOf({ archive, facet, language }: Way, id: string, releases: readonly Release[]): string | undefined {
  const hasCalendars = facet.name === "topics" || facet.name === "departments";
  if (!hasCalendars || language !== archive.site.language || !releases.some(hasEvents)) return undefined;
  return calendarAddress(facetAddress(facet.name, id));
}

function allOf({ months }: Year): Release[] {
  return months.flatMap(({ releases }) => releases);
}

/** An entry and the years before and after. */
interface EntryYear {
  id: string;
  crumbs: readonly Link[];
  earlier: number | undefined;
  later: number | undefined;
}

function yearPages(way: Way, year: Year, { id, crumbs, earlier, later }: EntryYear): ListingView[] {
  const { archive, facet, language } = way;
  const { messages } = archive.context;
  const words = messages.in(language).listing;
  const entry = crumbs.at(-1)?.label ?? "";
  const addressOf = (of: number, month?: number) => facetAddress(facet.name, id, of, month, language);
  const named = (other: number | undefined) => (other === undefined ? undefined : { label: String(other), address: addressOf(other) });
  const offices = facet.name === "topics" ? officePages(way, year, { id, crumbs }) : [];
  const page: ListingView = {
    ...emptyListing(language),
    address: addressOf(year.year),
    title: `${entry} ${year.year}`,
    description: fill(words.entryYearDescription, { entry, year: year.year, count: messages.count(year.count, words.count, language) }),
    crumbs,
    count: year.count,
    links:
      year.count >= OFFICES_FROM && offices.length > 1
        ? [{ heading: words.offices, items: offices.map(({ label, address, count }) => ({ label, address, count })) }]
        : [],
    isDense: true,
    hidesOffice: facet.name === "departments",
    earlier: named(earlier),
    later: named(later),
  };
  const months = monthPages(way, year, {
    entry,
    crumbs: [...crumbs, { label: String(year.year), address: page.address }],
    titleOf: (label) => `${entry}, ${label}`,
    addressOf: (month) => addressOf(year.year, month),
    hidesOffice: page.hidesOffice,
  });
  const groups = year.months.map(({ month, releases }) => ({
    heading: monthLabel(archive.context, year.year, month, language),
    address: undefined,
    id: undefined,
    releases,
  }));
  return [{ ...page, ...shownOf(months, groups) }, ...offices.flatMap(({ pages }) => pages), ...months];
}

/** What the page of a year shows: the way to its months where they have pages, else all. */
function shownOf(months: readonly ListingView[], groups: readonly ListGroup[]): Pick<ListingView, "months" | "groups"> {
  const links = months.map(({ address, here = "", count }) => ({ label: here, address, count }));
  return { months: links, groups: months.length > 0 ? [] : groups };
}

/** How the pages of a year's months are called, and where they lie. */
interface MonthPages {
  entry: string;
  crumbs: readonly Link[];
  titleOf: (month: string) => string;
  addressOf: (month: number) => string;
  hidesOffice: boolean;
}

/** The pages of a year's months, where the year is too long for one. */
function monthPages({ archive, language }: Way, year: Year, { entry, crumbs, titleOf, addressOf, hidesOffice }: MonthPages): ListingView[] {
  if (year.count <= LIST_MAX) return [];
  const { context } = archive;
  const words = context.messages.in(language).listing;
  const links = year.months.map(({ month }) => ({ label: monthLabel(context, year.year, month, language), address: addressOf(month) }));
  return year.months.map(({ month, releases }, index): ListingView => {
    const { label = "", address = "" } = links[index] ?? {};
    return {
      ...emptyListing(language),
      address,
      title: titleOf(label),
      here: label,
      description: fill(month === 0 ? words.entryUnknownMonthDescription : words.entryMonthDescription, {
        entry,
        year: year.year,
        month: label,
        count: context.messages.count(releases.length, words.count, language),
      }),
      crumbs,
      count: releases.length,
      groups: [{ heading: undefined, address: undefined, id: undefined, releases }],
      isDense: true,
      hidesOffice,
      earlier: links[index + 1],
      later: links[index - 1],
    };
  });
}

/** An office with what it said on a topic in a year, and the pages of that. */
interface OfficeYear extends Link {
  count: number;
  pages: ListingView[];
}

/** What each office said on a topic in a year: "traffic, by the traffic office, 2019". Only of originals, in a city of several. */
function officePages(way: Way, year: Year, { id, crumbs }: Pick<EntryYear, "id" | "crumbs">): OfficeYear[] {
  const { archive, language, order } = way;
  if (language !== archive.site.language || archive.entriesOf("departments", language).length < 2) return [];
  const { messages } = archive.context;
  const words = messages.in(language).listing;
  const said = allOf(year).flatMap((release) =>
    [...new Set([release.department, ...release.with].map((one) => one.id))].map((office) => ({ office, release })),
  );
  const topic = crumbs.at(-1)?.label;
  const nameOf = (office: string) => nameIn(archive.registers.departments.get(office) as Department, language);
  return Array.from(
    groupBy(said, ({ office }) => office),
    ([office, all]): OfficeYear => {
      const releases = all.map(({ release }) => release);
      const name = nameOf(office);
      const entry = `${topic}, ${name}`;
      const addressOf = (month?: number) =>
        officeAddress({ topic: id, office, year: year.year, ...(month !== undefined && { month }), language });
      const page: ListingView = {
        ...emptyListing(language),
        address: addressOf(),
        title: `${topic} ${year.year}: ${name}`,
        description: fill(words.entryYearDescription, {
          entry,
          year: year.year,
          count: messages.count(releases.length, words.count, language),
        }),
        crumbs: [...crumbs, { label: String(year.year), address: facetAddress("topics", id, year.year, undefined, language) }],
        count: releases.length,
        isDense: true,
        hidesOffice: true,
      };
      const [own = year] = groupByYear(releases);
      const months = monthPages(way, own, {
        entry,
        crumbs: [...page.crumbs, { label: name, address: page.address }],
        titleOf: (label) => `${topic}, ${label}: ${name}`,
        addressOf,
        hidesOffice: true,
      });
      const whole = { heading: undefined, address: undefined, id: undefined, releases };
      return { label: name, address: page.address, count: page.count, pages: [{ ...page, ...shownOf(months, [whole]) }, ...months] };
    },
  ).sort((a, b) => order(a.label, b.label));
}
