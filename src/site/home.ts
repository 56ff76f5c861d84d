import { facetAddress, homeAddress, type Language, timeAddress } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { groupByYear, monthlyCounts } from "../archive/years.ts";
import { nameIn, type Topic } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";
import { fill } from "../messages.ts";
import { type Band, drawBand } from "./lists/band.ts";
import { SMALL } from "./lists/listing.ts";
import type { Link, Page, View } from "./pages.ts";
import { siteData } from "./structured-data.ts";

/** The home page. In a small archive the newest release is shown whole. */
export interface HomeView extends View {
  layout: "home";
  newest: Release | undefined;
  isWhole: boolean;
  others: readonly Release[];
  /** How many, counted from the newest on, are pinned: they stand first although later ones may follow. */
  pinned: number;
  count: number;
  /** The broad topics, of many the most used. */
  topics: readonly Link[];
  /** Where all topics are, and how many, where not every broad one is named. */
  allTopics: { address: string; count: number } | undefined;
  /** Every month of every calendar year as one band, and each year in its place; undefined in a small archive. */
  time: { band: Band; years: readonly YearSlot[] } | undefined;
  /** JSON-LD, safe inside a script element. */
  structuredData: string;
}

/** A calendar year in its place; no address where nothing was published. Of many only the round ones are labelled. */
export interface YearSlot {
  label: string;
  address: string | undefined;
  isRound: boolean;
}

/** How many releases the home page lists below the newest. */
const LISTED = 12;

/** How many topics the home page names: as many as can be looked through. */
const TOPICS = 20;

/** The home page of each language: pinned releases first (emergencies), then the newest; topics and the whole walk in time. */
export function home(archive: Archive): Page[] {
  return archive.languages.map((language) => homePage(archive, language));
}

function homePage(archive: Archive, language: Language): HomeView {
  const releases = archive.releasesIn(language);
  const isPinned = (until: number | undefined) => until !== undefined && until > archive.now;
  const pinned = releases.filter((release) => isPinned(release.pinnedUntil));
  const [newest, ...others] = [...pinned, ...releases.filter((release) => !isPinned(release.pinnedUntil)).slice(0, LISTED + 1)];
  const isSmall = releases.length < SMALL;
  const homes = archive.languages;
  return {
    layout: "home",
    kind: "list",
    address: homeAddress(language),
    language,
    title: language === "de" ? archive.site.name : archive.context.messages.in(language).home.heading,
    description: fill(archive.context.messages.in(language).home.description, { issuer: archive.site.issuer }),
    isIndexed: true,
    alternates: homes.length > 1 ? homes.map((other) => ({ language: other, address: homeAddress(other), title: archive.site.name })) : [],
    newest,
    isWhole: isSmall,
    others: others.slice(0, LISTED),
    pinned: pinned.length,
    count: releases.length,
    ...(isSmall ? { topics: [], allTopics: undefined } : topicsOf(archive, language)),
    time: isSmall ? undefined : timeOf(archive, language),
    structuredData: siteData(language, archive.context),
  };
}

/** The most used topics, in the order of their register as everywhere. */
function topicsOf(archive: Archive, language: Language): Pick<HomeView, "topics" | "allTopics"> {
  const all = archive.entriesOf("topics", language);
  const broad = all.filter(({ entry }) => (entry as Topic).broader === undefined);
  const chosen = new Set([...broad].sort((a, b) => b.releases.length - a.releases.length).slice(0, TOPICS));
  const addressOf = (id?: string) => facetAddress("topics", id, undefined, undefined, language);
  return {
    topics: broad
      .filter((topic) => chosen.has(topic))
      .map(({ entry }) => ({ label: nameIn(entry, language), address: addressOf(entry.id) })),
    allTopics: broad.length > TOPICS ? { address: addressOf(), count: all.length } : undefined,
  };
}

function timeOf(archive: Archive, language: Language): HomeView["time"] {
  const years = groupByYear(archive.releasesIn(language)).reverse();
  // A year without any release keeps its place: a gap in the band is a fact about the archive.
  const byYear = new Map(years.map((year) => [year.year, monthlyCounts(year)]));
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return undefined;
  const all = Array.from({ length: last - first + 1 }, (_, index) => byYear.get(first + index) ?? new Array<number>(12).fill(0));
  return {
    band: drawBand(all.flat()),
    years: all.map((_, index) => {
      const year = first + index;
      return {
        label: String(year),
        address: byYear.has(year) ? timeAddress(year, undefined, language) : undefined,
        isRound: year % 5 === 0,
      };
    }),
  };
}
