import { createLinks, facetAddress, homeAddress, type Language, timeAddress } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { FACETS, groupByEntry } from "../archive/facets.ts";
import { groupByYear, languagesOf, monthlyCounts, releasesIn } from "../archive/years.ts";
import { nameIn, type Topic } from "../content/registers.ts";
import { WORDS } from "../messages.ts";
import { drawBand } from "./lists/band.ts";
import { SMALL } from "./lists/listing.ts";
import type { HomeView, Page } from "./pages.ts";
import { siteData } from "./structured-data.ts";

/** How many releases the home page lists below the newest. */
const LISTED = 12;

/** The home page of each language: pinned releases first (emergencies), then the newest; topics and the whole walk in time. */
export function home(archive: Archive): Page[] {
  return languagesOf(archive).map((language) => homePage(archive, language));
}

function homePage(archive: Archive, language: Language): HomeView {
  const releases = releasesIn(archive, language);
  const isPinned = (until: number | undefined) => until !== undefined && until > archive.now;
  const pinned = releases.filter((release) => isPinned(release.pinnedUntil));
  const [newest, ...others] = [...pinned, ...releases.filter((release) => !isPinned(release.pinnedUntil)).slice(0, LISTED + 1)];
  const isSmall = releases.length < SMALL;
  const homes = languagesOf(archive);
  return {
    layout: "home",
    address: homeAddress(language),
    language,
    title: language === "de" ? archive.site.name : WORDS[language].home.heading,
    description: archive.site.tagline,
    isIndexed: true,
    alternates: homes.length > 1 ? homes.map((other) => ({ language: other, address: homeAddress(other), title: archive.site.name })) : [],
    newest,
    isWhole: isSmall,
    others: others.slice(0, LISTED),
    pinned: pinned.length,
    count: releases.length,
    topics: isSmall ? [] : topicsOf(archive, language),
    time: isSmall ? undefined : timeOf(archive, language),
    structuredData: siteData(language, { site: archive.site, links: createLinks(archive.site.url) }),
  };
}

function topicsOf(archive: Archive, language: Language): HomeView["topics"] {
  const topics = FACETS.filter(({ name }) => name === "topics").flatMap((facet) =>
    groupByEntry(facet, releasesIn(archive, language), archive),
  );
  return topics
    .filter(({ entry }) => (entry as Topic).broader === undefined)
    .map(({ entry }) => ({ label: nameIn(entry, language), address: facetAddress("topics", entry.id, undefined, undefined, language) }));
}

function timeOf(archive: Archive, language: Language): HomeView["time"] {
  const years = groupByYear(releasesIn(archive, language)).reverse();
  // A year without any release keeps its place: a gap in the band is a fact about the archive.
  const byYear = new Map(years.map((year) => [year.year, monthlyCounts(year)]));
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const all = Array.from({ length: last - first + 1 }, (_, index) => byYear.get(first + index) ?? new Array<number>(12).fill(0));
  return {
    band: drawBand(all.flat()),
    years: years.map(({ year }) => ({ label: String(year), address: timeAddress(year, undefined, language) })),
  };
}
