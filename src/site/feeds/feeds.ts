import { feedAddress, homeAddress, JSON_FEED, timeAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { nameIn } from "../../content/registers.ts";
import { lastChange } from "../../content/release/moments.ts";
import type { Release } from "../../content/release/release.ts";
import type { Site } from "../../content/site.ts";
import { isoInstant } from "../../dates.ts";
import { fill, WORDS } from "../../messages.ts";
import { lazyText, type Page } from "../pages.ts";
import type { Xml } from "../xml.ts";
import { type ArchiveLinks, createAtom, type FeedHead } from "./atom.ts";
import { allFeedLists, type FeedList } from "./feed-lists.ts";
import { createFullText } from "./full-text.ts";
import { printJsonFeed } from "./json-feed.ts";

/** How many releases a feed holds that is no archive: more than any reader misses in a holiday. */
const NEWEST = 50;

/**
 * Feeds with full text: Atom of everything, archived by year so that a reader can fetch all history (RFC 5005, section 4),
 * JSON Feed of the newest, and Atom of the newest of each list that has a feed.
 * What stands in several feeds is printed once.
 */
export function feeds(archive: Archive): Page[] {
  const { site, listed } = archive;
  const fullText = createFullText(site);
  const atom = createAtom(site, fullText);
  const printed = new Map<Release, Xml>();
  const shared = (release: Release): Xml => {
    const entry = printed.get(release) ?? atom.entry(release);
    printed.set(release, entry);
    return entry;
  };
  const once = (release: Release): Xml => printed.get(release) ?? atom.entry(release);
  const page = (head: FeedHead, releases: readonly Release[], print: (release: Release) => Xml): Page =>
    lazyText(head.address, [head, releases], () => atom.document(head, releases, releases.map(print)));

  const { current, past } = divide(listed, site);
  const years = past.map(([year]) => feedAddress(timeAddress(year)));
  const whole = siteHead(site);
  const newest = listed.slice(0, NEWEST);
  return [
    page({ ...whole, archive: { isArchive: false, previous: years[0] } }, current, shared),
    lazyText(JSON_FEED, [whole, newest], () => printJsonFeed({ ...whole, address: JSON_FEED }, newest, site, fullText)),
    ...allFeedLists(archive).map((list) => page(listHead(list, site), list.releases.slice(0, NEWEST), shared)),
    ...past.map(([year, releases], index) =>
      page({ ...whole, ...yearHead(year, site), archive: neighbours(years, index, whole.address) }, releases, once),
    ),
  ];
}

/**
 * The releases of the subscription document and of each archive document, newest year first. The year of the newest release is still open:
 * its releases are only in the subscription document, so that a new one changes no other. That document also holds
 * what was corrected since that year began, as RFC 5005 wants changes there, and always the newest so that nobody misses the turn of a year.
 */
function divide(listed: readonly Release[], site: Site): { current: Release[]; past: [number, Release[]][] } {
  const [newest] = listed;
  const open = newest ? yearOf(newest.published, site) : 0;
  const years = new Map<number, Release[]>();
  const current: Release[] = [];
  listed.forEach((release, index) => {
    const { date, published, corrections } = release;
    const year = published === date.instant ? date.year : yearOf(published, site);
    const changed = corrections.length > 0 ? yearOf(lastChange(release), site) : year;
    if (changed >= open || index < NEWEST) current.push(release);
    if (year >= open) return;
    const group = years.get(year);
    if (group) group.push(release);
    else years.set(year, [release]);
  });
  return { current: current.sort((a, b) => lastChange(b) - lastChange(a)), past: [...years].sort(([a], [b]) => b - a) };
}

/** The document of the last closed year names no next one, which is not there yet: it changes when the next year closes, not with each release. */
function neighbours(years: readonly string[], index: number, current: string): ArchiveLinks {
  return { isArchive: true, current, previous: years[index + 1], next: years[index - 1] };
}

function siteHead({ name, tagline }: Site): FeedHead {
  const { separator, all } = WORDS.de.feeds;
  const list = homeAddress();
  return {
    address: feedAddress(list),
    id: "feed",
    list,
    language: "de",
    title: tagline === undefined ? name : `${name}${separator}${tagline}`,
    subtitle: all,
  };
}

function yearHead(year: number, { name }: Site): Pick<FeedHead, "address" | "title"> {
  return { address: feedAddress(timeAddress(year)), title: `${name}${WORDS.de.feeds.separator}${year}` };
}

function listHead({ address, feed, language, facet, entry }: FeedList, { name }: Site): FeedHead {
  const words = WORDS[language].feeds;
  const label = entry ? nameIn(entry, language) : WORDS[language].languages[language];
  return {
    address: feed,
    // A list's address without its slashes: `themen/wirtschaft`, `en/themen/wirtschaft`, `en`.
    id: `feed:${address.slice(1, -1)}`,
    list: address,
    language,
    title: `${label}${words.separator}${name}`,
    subtitle: facet ? fill(words[facet], { name: label }) : words.all,
  };
}

function yearOf(instant: number, { timeZone }: Site): number {
  return Number(isoInstant(instant, timeZone).slice(0, 4));
}
