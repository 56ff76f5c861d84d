import { feedAddress, homeAddress, JSON_FEED, timeAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { nameIn } from "../../content/registers.ts";
import { lastChange } from "../../content/release/moments.ts";
import type { Release } from "../../content/release/release.ts";
import type { Site } from "../../content/site.ts";
import { isoInstant } from "../../dates.ts";
import { fill, languageName, type Messages } from "../../messages.ts";
import { type Page, textPage } from "../pages.ts";
import { type ArchiveLinks, type Atom, createAtom, type FeedHead } from "./atom.ts";
import { allFeedLists, type FeedList } from "./feed-lists.ts";
import { createFullText } from "./full-text.ts";
import { type JsonFeed, printJsonFeed } from "./json-feed.ts";

/** How many releases a feed holds that is no archive: more than any reader misses in a holiday. */
const NEWEST = 50;

/**
 * Feeds with full text: Atom of everything, archived by year so that a reader can fetch all history (RFC 5005, section 4),
 * JSON Feed of the newest, and Atom of the newest of each list that has a feed.
 * What stands in several feeds is printed once.
 */
export function feeds(archive: Archive): Page[] {
  const { site, listed, context } = archive;
  const fullText = createFullText(context);
  const atom = createAtom(context, fullText);
  const page = (head: FeedHead, releases: readonly Release[], isShared = true): Page =>
    textPage({ address: head.address, kind: "feed", from: { head, releases, atom, isShared }, print: printAtom });

  const { current, past } = divide(listed, site);
  const years = past.map(([year]) => feedAddress(timeAddress(year)));
  const words = context.messages.in(site.language);
  const whole = siteHead(site, words);
  const json: JsonFeed = { head: { ...whole, address: JSON_FEED }, releases: listed.slice(0, NEWEST), context, fullText };
  return [
    page({ ...whole, archive: { isArchive: false, previous: years[0] }, ...(current.length === 0 && { emptyAt: archive.now }) }, current),
    textPage({ address: JSON_FEED, kind: "feed", from: json, print: printJsonFeed }),
    ...allFeedLists(archive).map((list) => page(listHead(list, archive), list.releases.slice(0, NEWEST))),
    ...past.map(([year, releases], index) => {
      const head = { ...whole, ...yearHead(year, site, words), archive: neighbours(years, index, whole.address) };
      return page(head, releases, false);
    }),
  ];
}

/** What an Atom feed is made of. The entries of the newest releases stand in several feeds (`isShared`) and are held once printed. */
interface AtomFeed {
  head: FeedHead;
  releases: readonly Release[];
  atom: Atom;
  isShared: boolean;
}

function printAtom({ head, releases, atom, isShared }: AtomFeed): string {
  return atom.document(
    head,
    releases,
    releases.map((release) => atom.entry(release, isShared)),
  );
}

/**
 * The releases of the subscription document and of each archive document, newest year first. The year of the newest release is still open:
 * its releases are only in the subscription document, so that a new one changes no other. That document also holds
 * what was corrected since that year began, as RFC 5005 wants changes there, and always the newest so that nobody misses the turn of a
 * year.
 */
function divide(listed: readonly Release[], site: Site): { current: Release[]; past: [number, Release[]][] } {
  const [newest] = listed;
  if (!newest) return { current: [], past: [] };
  const open = yearOf(newest.published, site);
  const years = new Map<number, Release[]>();
  const current: Release[] = [];
  listed.forEach((release, index) => {
    const { date, published, corrections } = release;
    const year = published === date.instant ? date.year : yearOf(published, site);
    const changed = corrections.length > 0 ? yearOf(lastChange(release, site.timeZone), site) : year;
    if (changed >= open || index < NEWEST) current.push(release);
    if (year >= open) return;
    const group = years.get(year);
    if (group) group.push(release);
    else years.set(year, [release]);
  });
  const changeOf = (release: Release) => lastChange(release, site.timeZone);
  return { current: current.sort((a, b) => changeOf(b) - changeOf(a)), past: [...years].sort(([a], [b]) => b - a) };
}

/**
 * The document of the last closed year names no next one, which is not there yet: it changes when the next year closes, not with each
 * release.
 */
function neighbours(years: readonly string[], index: number, current: string): ArchiveLinks {
  return { isArchive: true, current, previous: years[index + 1], next: years[index - 1] };
}

function siteHead({ name, tagline, language }: Site, { feeds: { separator, all } }: Messages): FeedHead {
  const list = homeAddress();
  return {
    address: feedAddress(list),
    id: "feed",
    list,
    language,
    title: tagline === undefined ? name : `${name}${separator}${tagline}`,
    subtitle: all,
  };
}

function yearHead(year: number, { name }: Site, words: Messages): Pick<FeedHead, "address" | "title"> {
  return { address: feedAddress(timeAddress(year)), title: `${name}${words.feeds.separator}${year}` };
}

function listHead({ address, feed, language, facet, entry }: FeedList, { site: { name }, context }: Archive): FeedHead {
  const messages = context.messages.in(language);
  const words = messages.feeds;
  const label = entry ? nameIn(entry, language) : languageName(messages, language);
  return {
    address: feed,
    // A list's address without its slashes: `themen/wirtschaft`, `en/themen/wirtschaft`, `en`.
    id: `feed:${address.slice(1, -1)}`,
    list: address,
    language,
    title: `${label}${words.separator}${name}`,
    subtitle: facet ? fill(words[facet.name], { name: label }) : words.all,
  };
}

function yearOf(instant: number, { timeZone }: Site): number {
  return Number(isoInstant(instant, timeZone).slice(0, 4));
}
