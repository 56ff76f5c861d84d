import { feedAddress, homeAddress, JSON_FEED } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { nameIn } from "../../content/registers.ts";
import type { Release } from "../../content/release/release.ts";
import type { Site } from "../../content/site.ts";
import { fill, languageName, type Messages } from "../../messages.ts";
import { monthLabel } from "../lists/months.ts";
import { type Page, textPage } from "../pages.ts";
import { type ArchiveLinks, type Atom, createAtom, type FeedHead } from "./atom.ts";
import { allFeedLists, type FeedList } from "./feed-lists.ts";
import { createFullText } from "./full-text.ts";
import { type ArchiveDocument, historyOf, NEWEST } from "./history.ts";
import { type JsonFeed, printJsonFeed } from "./json-feed.ts";

/**
 * Feeds with full text: Atom of everything, archived in parts so that a reader can fetch all history (RFC 5005, section 4),
 * JSON Feed of the newest, and Atom of the newest of each list that has a feed.
 * What stands in several feeds is printed once.
 */
export function feeds(archive: Archive): Page[] {
  const { site, listed, context } = archive;
  const fullText = createFullText(context);
  const atom = createAtom(context, fullText);
  const page = (head: FeedHead, releases: readonly Release[], isShared = true): Page =>
    textPage({ address: head.address, kind: "feed", from: { head, releases, atom, isShared }, print: printAtom });

  const { current, documents } = historyOf(listed, site);
  const words = context.messages.in(site.language);
  const whole = siteHead(site, words);
  const json: JsonFeed = { head: { ...whole, address: JSON_FEED }, releases: listed.slice(0, NEWEST), context, fullText };
  return [
    page(
      { ...whole, archive: { isArchive: false, previous: documents[0]?.address }, ...(current.length === 0 && { emptyAt: archive.now }) },
      current,
    ),
    textPage({ address: JSON_FEED, kind: "feed", from: json, print: printJsonFeed }),
    ...allFeedLists(archive).map((list) => page(listHead(list, archive), list.releases.slice(0, NEWEST))),
    ...documents.map((document, index) => {
      const head = { ...whole, ...documentHead(document, archive), archive: neighbours(documents, index, whole.address) };
      return page(head, document.releases, false);
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

/** The newest document names no next one, which is not there yet: it changes when that begins, not with each release. */
function neighbours(documents: readonly ArchiveDocument[], index: number, current: string): ArchiveLinks {
  return { isArchive: true, current, previous: documents[index + 1]?.address, next: documents[index - 1]?.address };
}

function siteHead({ name, tagline, language, issuer }: Site, { feeds: { separator, all, issuer: said } }: Messages): FeedHead {
  const list = homeAddress();
  return {
    address: feedAddress(list),
    id: "feed",
    list,
    language,
    title: tagline === undefined ? name : `${name}${separator}${tagline}`,
    subtitle: fill(said, { subtitle: all, issuer }),
  };
}

/** A part of a year is named by its beginning: where it ends is not known before the next begins. */
function documentHead({ address, year, month, part }: ArchiveDocument, { site, context }: Archive): Pick<FeedHead, "address" | "title"> {
  const words = context.messages.in(site.language).feeds;
  const begin = month === undefined ? String(year) : fill(words.from, { month: monthLabel(context, year, month, site.language) });
  const period = part === 1 ? begin : fill(words.part, { period: begin, part });
  return { address, title: `${site.name}${words.separator}${period}` };
}

function listHead({ address, feed, language, facet, entry }: FeedList, { site: { name, issuer }, context }: Archive): FeedHead {
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
    subtitle: fill(words.issuer, { subtitle: facet ? fill(words[facet.name], { name: label }) : words.all, issuer }),
  };
}
