import { archiveAddress, type Language, timeAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { groupByYear, monthlyCounts, type Year } from "../../archive/years.ts";
import type { Theme } from "../../content/theme/theme.ts";
import { fill } from "../../messages.ts";
import { type Link, type Page, textPage, type View } from "../pages.ts";
import { type Band, bandFile, drawBand } from "./band.ts";
import { emptyListing, LIST_MAX, type ListingView, monthLabel, withDistinctions } from "./listing.ts";

/** All years, each with its band. */
export interface ArchiveView extends View {
  layout: "archive";
  count: number;
  years: readonly (Link & { count: number; band: Band })[];
}

/** The walk in time, in each language: all years, each year, each month; and the band of each year as a file. */
export function listings(archive: Archive): Page[] {
  return archive.site.languages.flatMap((language) => {
    const years = groupByYear(archive.releasesIn(language));
    if (years.length === 0) return [];
    return [
      archivePage(archive, years, language),
      ...years.flatMap((year, index) => [
        withDistinctions(yearPage(archive, year, { language, earlier: years[index + 1], later: years[index - 1] }), archive.context),
        ...monthPages(archive, year, language),
        ...(language === "de" ? [bandPage(year, archive.site.theme)] : []),
      ]),
    ];
  });
}

function archivePage({ context }: Archive, years: readonly Year[], language: Language): ArchiveView {
  const words = context.messages.in(language).listing;
  const largest = Math.max(...years.flatMap(monthlyCounts));
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
    years: years.map((year) => ({
      label: String(year.year),
      address: timeAddress(year.year, undefined, language),
      count: year.count,
      band: drawBand(monthlyCounts(year), largest),
    })),
  };
}

function yearPage(
  { context }: Archive,
  year: Year,
  { language, earlier, later }: { language: Language; earlier: Year | undefined; later: Year | undefined },
): ListingView {
  const words = context.messages.in(language).listing;
  const named = (other: number) => ({ label: String(other), address: timeAddress(other, undefined, language) });
  const months = year.months.map(({ month, releases }) => ({
    label: monthLabel(context, year.year, month, language),
    address: timeAddress(year.year, month, language),
    count: releases.length,
    releases,
  }));
  return {
    ...emptyListing(language),
    address: timeAddress(year.year, undefined, language),
    title: String(year.year),
    description: fill(words.yearDescription, { year: year.year, count: context.messages.count(year.count, words.count, language) }),
    crumbs: [crumbToArchive(context, language)],
    count: year.count,
    band: drawBand(monthlyCounts(year)),
    links: [{ heading: words.months, items: months.map(({ label, address, count }) => ({ label, address, count })) }],
    groups: year.count > LIST_MAX ? [] : months.map(({ label, address, releases }) => ({ heading: label, address, releases })),
    isDense: true,
    earlier: neighbour(earlier?.year, named),
    later: neighbour(later?.year, named),
  };
}

function monthPages({ context }: Archive, year: Year, language: Language): ListingView[] {
  const words = context.messages.in(language).listing;
  const named = (month: number) => ({
    label: monthLabel(context, year.year, month, language),
    address: timeAddress(year.year, month, language),
  });
  return year.months.map(({ month, releases }, index) => ({
    ...emptyListing(language),
    address: timeAddress(year.year, month, language),
    title: monthLabel(context, year.year, month, language),
    description: fill(month === 0 ? words.unknownMonthDescription : words.monthDescription, {
      year: year.year,
      month: monthLabel(context, year.year, month, language),
      count: context.messages.count(releases.length, words.count, language),
    }),
    crumbs: [crumbToArchive(context, language), { label: String(year.year), address: timeAddress(year.year, undefined, language) }],
    count: releases.length,
    groups: [{ heading: undefined, address: undefined, releases }],
    earlier: neighbour(year.months[index + 1]?.month, named),
    later: neighbour(year.months[index - 1]?.month, named),
  }));
}

function bandPage(year: Year, { palettes }: Theme): Page {
  const band = drawBand(monthlyCounts(year));
  return textPage({ address: `${timeAddress(year.year)}band.svg`, kind: "asset", from: { band, palettes }, print: bandFile });
}

function crumbToArchive({ messages }: Context, language: Language): Link {
  return { label: messages.in(language).navigation.archive, address: archiveAddress(language) };
}

function neighbour<T>(period: number | undefined, named: (period: number) => T): T | undefined {
  return period === undefined ? undefined : named(period);
}
