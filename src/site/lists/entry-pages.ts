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
import { emptyListing, LIST_MAX, type ListingView, NEWEST, UNDIVIDED_MAX } from "./listing.ts";
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
  const { context } = archive;
  const { messages } = context;
  const words = messages.in(language).listing;
  const isLong = year.count > LIST_MAX;
  const months = year.months.map(({ month, releases }) => ({
    month,
    label: monthLabel(context, year.year, month, language),
    address: facetAddress(facet.name, id, year.year, month, language),
    releases,
  }));
  const entry = crumbs.at(-1)?.label;
  const named = (other: number | undefined) =>
    other === undefined ? undefined : { label: String(other), address: facetAddress(facet.name, id, other, undefined, language) };
  const offices = facet.name === "topics" ? officePages(way, year, { id, crumbs }) : [];
  const yearPage: ListingView = {
    ...emptyListing(language),
    address: facetAddress(facet.name, id, year.year, undefined, language),
    title: `${entry} ${year.year}`,
    description: fill(words.entryYearDescription, { entry, year: year.year, count: messages.count(year.count, words.count, language) }),
    crumbs,
    count: year.count,
    months: isLong ? months.map(({ label, address, releases }) => ({ label, address, count: releases.length })) : [],
    links:
      year.count >= OFFICES_FROM && offices.length > 1
        ? [{ heading: words.offices, items: offices.map(({ office, address, count }) => ({ label: office, address, count })) }]
        : [],
    groups: isLong ? [] : months.map(({ label, releases }) => ({ heading: label, address: undefined, id: undefined, releases })),
    isDense: true,
    hidesOffice: facet.name === "departments",
    earlier: named(earlier),
    later: named(later),
  };
  const pages = [yearPage, ...offices.map(({ office: _, ...page }) => page)];
  if (!isLong) return pages;
  const monthPages = months.map(
    ({ month, label, address, releases }, index): ListingView => ({
      ...emptyListing(language),
      address,
      title: `${entry}, ${label}`,
      description: fill(month === 0 ? words.entryUnknownMonthDescription : words.entryMonthDescription, {
        entry,
        year: year.year,
        month: label,
        count: messages.count(releases.length, words.count, language),
      }),
      crumbs: [...crumbs, { label: String(year.year), address: yearPage.address }],
      count: releases.length,
      groups: [{ heading: undefined, address: undefined, id: undefined, releases }],
      isDense: true,
      hidesOffice: yearPage.hidesOffice,
      earlier: months[index + 1],
      later: months[index - 1],
    }),
  );
  return [...pages, ...monthPages];
}

/** What each office said on a topic in a year: "traffic, by the traffic office, 2019". Only of originals, in a city of several. */
function officePages(
  { archive, language, order }: Way,
  year: Year,
  { id, crumbs }: Pick<EntryYear, "id" | "crumbs">,
): (ListingView & { office: string })[] {
  if (language !== archive.site.language || archive.entriesOf("departments", language).length < 2) return [];
  const { messages } = archive.context;
  const words = messages.in(language).listing;
  const said = allOf(year).flatMap((release) =>
    [...new Set([release.department, ...release.with].map((one) => one.id))].map((office) => ({ office, release })),
  );
  const entry = crumbs.at(-1)?.label;
  const nameOf = (office: string) => nameIn(archive.registers.departments.get(office) as Department, language);
  return [...groupBy(said, ({ office }) => office)]
    .map(([office, all]) => ({ office, name: nameOf(office), releases: all.map(({ release }) => release) }))
    .map(({ office, name, releases }) => ({
      ...emptyListing(language),
      office: name,
      address: officeAddress({ topic: id, office, year: year.year, language }),
      title: `${entry} ${year.year}: ${name}`,
      description: fill(words.entryYearDescription, {
        entry: `${entry}, ${name}`,
        year: year.year,
        count: messages.count(releases.length, words.count, language),
      }),
      crumbs: [...crumbs, { label: String(year.year), address: facetAddress("topics", id, year.year, undefined, language) }],
      count: releases.length,
      groups: [{ heading: undefined, address: undefined, id: undefined, releases }],
      isDense: true,
      hidesOffice: true,
    }))
    .sort((a, b) => order(a.office, b.office));
}
