import { archiveAddress, bandAddress, type Language, timeAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { groupBy } from "../../archive/groups.ts";
import { groupByYear, monthlyCounts, type Year } from "../../archive/years.ts";
import type { Release } from "../../content/release/release.ts";
import { fill } from "../../messages.ts";
import { type Link, type Page, textPage, type View } from "../pages.ts";
import { bandFile, drawBand } from "./band.ts";
import { emptyListing, LIST_MAX, type ListGroup, type ListingView, SMALL, withDistinctions } from "./listing.ts";
import { monthLabel, monthsOf, type YearMonths } from "./months.ts";

/** All years, each with its months; `scale` says how many releases the highest bar of all bands is. */
export interface ArchiveView extends View {
  layout: "archive";
  count: number;
  scale: string;
  years: readonly (Link & YearMonths & { count: number })[];
}

/** From so many releases on a month is listed by days. */
const BY_DAY = 40;

/** The walk in time, in each language: all years, each year, each month; and the band of each year as a file. */
export function listings(archive: Archive): Page[] {
  return archive.site.languages.flatMap((language) => {
    const years = groupByYear(archive.releasesIn(language));
    if (years.length === 0) return [];
    const way = { archive, language, largest: Math.max(1, ...years.flatMap(monthlyCounts)) };
    return [
      archivePage(way, years),
      ...years.flatMap((year, index) => {
        const months = monthsOf(archive.context, year, { language });
        return [
          withDistinctions(yearPage(way, year, { months, earlier: years[index + 1], later: years[index - 1] }), archive.context),
          ...monthPages(way, year, months).map((page) => withDistinctions(page, archive.context)),
          // The releases of a small archive show no band.
          ...(language === archive.site.language || archive.releasesIn(language).length >= SMALL ? [bandPage(way, year)] : []),
        ];
      }),
    ];
  });
}

interface Way {
  archive: Archive;
  language: Language;
  /** The most releases of any month: what shows several years draws them on one scale. */
  largest: number;
}

function archivePage({ archive: { context }, language, largest }: Way, years: readonly Year[]): ArchiveView {
  const words = context.messages.in(language).listing;
  return {
    layout: "archive",
    kind: "list",
    address: archiveAddress(language),
    language,
    title: words.archive,
    description: words.archiveDescription,
    isIndexed: true,
    alternates: [],
    count: years.reduce((sum, year) => sum + year.count, 0),
    scale: context.messages.count(largest, words.scale, language),
    years: years.map((year) => ({
      label: String(year.year),
      address: timeAddress(year.year, undefined, language),
      count: year.count,
      ...monthsOf(context, year, { language, largest }),
    })),
  };
}

function yearPage(
  { archive: { context }, language }: Way,
  year: Year,
  { months, earlier, later }: { months: YearMonths; earlier: Year | undefined; later: Year | undefined },
): ListingView {
  const words = context.messages.in(language).listing;
  const named = (other: number) => ({ label: String(other), address: timeAddress(other, undefined, language) });
  const groups = year.months.map(({ month, releases }) => ({
    heading: monthLabel(context, year.year, month, language),
    address: timeAddress(year.year, month, language),
    id: undefined,
    releases,
  }));
  const isLong = year.count > LIST_MAX;
  // What has no month is under no bar.
  const listed = groups.filter((_, index) => isLong || year.months[index]?.month === 0);
  return {
    ...emptyListing(language),
    address: timeAddress(year.year, undefined, language),
    title: String(year.year),
    description: fill(words.yearDescription, { year: year.year, count: context.messages.count(year.count, words.count, language) }),
    crumbs: [crumbToArchive(context, language)],
    count: year.count,
    year: months,
    months: listed.map(({ heading, address, releases }) => ({ label: heading, address, count: releases.length })),
    groups: isLong ? [] : groups,
    isDense: true,
    earlier: neighbour(earlier?.year, named),
    later: neighbour(later?.year, named),
  };
}

function monthPages({ archive: { context }, language }: Way, year: Year, months: YearMonths): ListingView[] {
  const words = context.messages.in(language).listing;
  const named = (month: number) => ({
    label: monthLabel(context, year.year, month, language),
    address: timeAddress(year.year, month, language),
  });
  return year.months.map(({ month, releases }, index) => ({
    ...emptyListing(language),
    ...(releases.length < BY_DAY
      ? { groups: [{ heading: undefined, address: undefined, id: undefined, releases }] }
      : { groups: byDay(context, releases, language), isDense: true, isByDay: true }),
    address: timeAddress(year.year, month, language),
    title: monthLabel(context, year.year, month, language),
    description: fill(month === 0 ? words.unknownMonthDescription : words.monthDescription, {
      year: year.year,
      month: monthLabel(context, year.year, month, language),
      count: context.messages.count(releases.length, words.count, language),
    }),
    crumbs: [crumbToArchive(context, language), { label: String(year.year), address: timeAddress(year.year, undefined, language) }],
    count: releases.length,
    year: months,
    here: month === 0 ? undefined : monthLabel(context, year.year, month, language),
    earlier: neighbour(year.months[index + 1]?.month, named),
    later: neighbour(year.months[index - 1]?.month, named),
  }));
}

/** The releases of a month day by day, what has no day last. */
function byDay(context: Context, releases: readonly Release[], language: Language): ListGroup[] {
  const days = groupBy(releases, ({ date: { precision, machine } }) =>
    precision === "month" ? "" : machine.slice("2017-11-".length, "2017-11-14".length),
  );
  return [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, group]) => ({
      heading: day === "" ? context.messages.in(language).listing.unknownDay : weekdayOf(context, group[0], language),
      address: undefined,
      id: `tag-${day || "unbekannt"}`,
      releases: group,
    }));
}

function weekdayOf({ formatDate }: Context, release: Release | undefined, language: Language): string {
  return release ? formatDate(release.date, language, "weekday") : "";
}

/** The band of a year as a file, on the scale of all years of the language. */
function bandPage({ archive: { site }, language, largest }: Way, year: Year): Page {
  const { palettes } = site.theme;
  const band = drawBand(monthlyCounts(year), largest);
  return textPage({ address: bandAddress(year.year, language), kind: "asset", from: { band, palettes }, print: bandFile });
}

function crumbToArchive({ messages }: Context, language: Language): Link {
  return { label: messages.in(language).navigation.archive, address: archiveAddress(language) };
}

function neighbour<T>(period: number | undefined, named: (period: number) => T): T | undefined {
  return period === undefined ? undefined : named(period);
}
