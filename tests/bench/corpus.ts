import { feedAddress, type Language, languageOfAddress } from "../../src/addresses.ts";
import type { Archive } from "../../src/archive/archive.ts";
import { FACETS } from "../../src/archive/facets.ts";
import { readArchive } from "../../src/archive/reading.ts";
import { nameIn } from "../../src/content/registers.ts";
import type { Release } from "../../src/content/release/release.ts";
import { LANGUAGES } from "../../src/content/site-schema.ts";
import { readMessages } from "../../src/messages.ts";
import type { DataPageView } from "../../src/site/data/data.ts";
import type { FeedHead } from "../../src/site/feeds/atom.ts";
import { siteFeed } from "../../src/site/feeds/feed-lists.ts";
import type { SubscribeView } from "../../src/site/feeds/subscribe.ts";
import type { HomeView } from "../../src/site/home.ts";
import type { CorrectionsView } from "../../src/site/lists/corrections.ts";
import type { OverviewView } from "../../src/site/lists/facet-pages.ts";
import type { ListingView } from "../../src/site/lists/listing.ts";
import type { ArchiveView } from "../../src/site/lists/listings.ts";
import { footerPages, navigation } from "../../src/site/navigation.ts";
import { isDrawing, isPackage, isPicture, isText, isView, type Page, textOf } from "../../src/site/pages.ts";
import type { PlainView } from "../../src/site/plain-pages.ts";
import { ReleaseView } from "../../src/site/releases/releases.ts";
import type { FileContent } from "./project.ts";
import { collectedIn, drop, readyOf, releaseHead, some } from "./release-head.ts";

/** A thing that another generator makes a page of: its address, what its author would write in its front matter, and its text (Markdown). */
export interface Source {
  address: string;
  language: Language;
  head: Record<string, unknown>;
  text: string;
}

/** A release: its terms by taxonomy, for generators that have tags only the addresses of its lists, and what those that know neither languages nor German dates get ready. */
export interface ReleaseSource extends Source {
  terms: Record<string, readonly string[]>;
  tags: readonly string[];
  ready: Record<string, unknown>;
}

/** A list or a single page: what it is, and what generators that have tags only get ready; they make no page of those that have nothing ready. */
export interface List extends Source {
  kind: string;
  ready: ReadyList | undefined;
}

/** A list for generators that have tags only: the tag of what it collects is its address. */
export interface ReadyList {
  layout: "listing" | "overview" | "archive" | "page";
  /** How releases are printed: headlines by month or year, whole, or only the newest. */
  form: "lines" | "items" | "newest" | undefined;
  links: ListingView["links"];
}

/** An archive document of the feed: its year, its title, its neighbours. */
export interface ArchiveDocument {
  address: string;
  year: string;
  title: string;
  previous: string | undefined;
  next: string | undefined;
}

/** A town as other generators get it: everything already checked and resolved, so that they have nothing to do but to build. */
export interface Corpus {
  releases: ReleaseSource[];
  /** Lists and single pages by what they are: `year`, `month`, `entry`, `entryYear`, `entryMonth`, `officeYear`, `overview`, `home`, `archive`, `corrections`, `subscribe`, `data`, `page`. */
  lists: List[];
  /** Years of the data files and sitemaps. */
  years: number[];
  /** The archive documents of the feed, the newest first; each release in one names it (`archived`). */
  documents: ArchiveDocument[];
  /** Files that the others take over as they are. */
  files: { address: string; content: FileContent }[];
  /** What every page needs: the site, the words of the interface, the names of register entries by language. */
  data: Record<string, unknown>;
}

/** Small descriptions for programs, one of each in a site: other generators get them ready. */
const READY = /^\/(robots\.txt|\.well-known\/.*|assets\/.*|daten\/[^/]+\.(json|jsonld))$/;

/** Reads a content folder and translates it; `listPages` is that of `.eleventy.ts`, `now` the moment in ms. */
export function readCorpus(folder: string, now: number, listPages: (archive: Archive) => Page[]): Corpus {
  const { archive } = readArchive({ folder, now });
  if (!archive) throw new Error(`${folder} lässt sich nicht lesen.`);
  const pages = listPages(archive);
  const addresses = new Set(pages.map(({ address }) => address));
  const views = pages.filter(isView);
  const releases = views.filter((view) => view instanceof ReleaseView);
  const { documents, archived } = documentsOf(pages);
  return {
    releases: releases.map((view, index) => ({
      address: view.address,
      language: view.language,
      head: drop({ ...releaseHead(view, archive, index), archived: archived.get(view.release) }),
      ...collectedIn(view, archive, addresses),
      text: view.release.text(),
      ready: readyOf(view, archive),
    })),
    lists: views.flatMap((view) => listOf(view as ListView, addresses)),
    years: [...new Set(archive.listed.map(({ date }) => date.year))],
    documents,
    files: pages.flatMap((page): Corpus["files"] => {
      if (isText(page)) return READY.test(page.address) ? [{ address: page.address, content: textOf(page) }] : [];
      return isView(page) || isPicture(page) || isDrawing(page) || isPackage(page)
        ? []
        : [{ address: page.address, content: { source: page.source } }];
    }),
    data: {
      site: { ...siteOf(archive), history: documents[0]?.address },
      words: byLanguage((language) => readMessages().in(language)),
      names: byLanguage((language) => namesIn(archive, language)),
      places: placesOf(archive),
    },
  };
}

/** The archive documents of the feed as Stadtchronik divides it, and in which of them each release is. */
function documentsOf(pages: readonly Page[]): { documents: ArchiveDocument[]; archived: Map<Release, string> } {
  const archived = new Map<Release, string>();
  const documents = pages.filter(isText).flatMap(({ kind, address, from }): ArchiveDocument[] => {
    if (kind !== "feed" || address.endsWith(".ics")) return [];
    const { head, releases } = from as { head: FeedHead; releases: readonly Release[] };
    if (!head.archive?.isArchive) return [];
    for (const release of releases) archived.set(release, address);
    return [{ address, year: address.slice(1, 5), title: head.title, previous: head.archive.previous, next: head.archive.next }];
  });
  return { documents, archived };
}

function byLanguage<T>(make: (language: "de" | "en") => T): Record<string, T> {
  return { de: make("de"), en: make("en") };
}

/** The views that are no release. */
type ListView = HomeView | ListingView | ArchiveView | OverviewView | CorrectionsView | SubscribeView | DataPageView | PlainView;

function listOf(view: ListView, addresses: ReadonlySet<string>): List[] {
  const { address, language, title, description } = view;
  const make = (kind: string, head: Record<string, unknown> = {}, text = "") => [
    { kind, address, language, head: drop({ title, description, indexed: view.isIndexed, ...head }), text, ready: readyListOf(view) },
  ];
  switch (view.layout) {
    case "listing":
      return make(kindOfListing(view), {
        crumbs: view.crumbs,
        notes: some(view.notes),
        feed: view.feed,
        earlier: view.earlier,
        later: view.later,
      });
    case "overview":
      return make("overview", { tree: view.groups.flatMap(({ entries }) => entries.map(treeOf)) });
    case "home":
      return make("home", {
        topics: some(view.topics),
        whole: view.isWhole || undefined,
        timed: view.time ? true : undefined,
        feed: addresses.has(feedAddress(address)) ? feedAddress(address) : undefined,
      });
    case "archive":
      return make("archive", { years: view.years.map(({ label, address: year }) => ({ label, address: year })) });
    case "corrections":
      return make("corrections", {
        crumbs: view.crumbs,
        years: some(view.parts),
        changes: view.changes.map(({ date, isWithdrawal, note, release }) => ({
          date: date.machine,
          withdrawal: isWithdrawal,
          note,
          title: release.title,
          address: release.address,
        })),
      });
    case "subscribe":
      return make("subscribe", { site: view.site, json: view.json, groups: view.groups, languages: view.languages });
    case "data":
      return make("data", { files: view.files, fields: view.fields });
    case "page":
      return make("page", { ways: view.ways ? true : undefined }, view.page.text);
    default:
      return [];
  }
}

function readyListOf(view: ListView): ReadyList | undefined {
  const { layout } = view;
  if (layout === "overview" || layout === "archive" || layout === "page") return { layout, form: undefined, links: [] };
  // What an office said on a topic in a year is asked of Hugo alone.
  if (layout !== "listing" || view.address.includes("/amt/")) return undefined;
  const [first] = view.groups;
  const form = view.isDense ? "lines" : first?.heading === undefined ? "items" : "newest";
  return { layout, form: first && form, links: view.links };
}

interface Tree {
  address: string;
  label: string;
  description: string | undefined;
  narrower: Tree[];
}

function treeOf(
  entry: Tree | { address: string; label: string; description: string | undefined; narrower: readonly Parameters<typeof treeOf>[0][] },
): Tree {
  return { address: entry.address, label: entry.label, description: entry.description, narrower: entry.narrower.map(treeOf) };
}

/** What a list collects, as its address says it. */
function kindOfListing({ address }: ListingView): string {
  const [first = "", , ...rest] = address
    .split("/")
    .filter((segment, index) => segment !== "" && !(index === 1 && languageOfAddress(address, LANGUAGES) !== "de"));
  if (address.includes("/amt/")) return "officeYear";
  if (/^\d{4}$/.test(first)) return address.match(/\/\d{4}\/\d\d\//) ? "month" : "year";
  return ["entry", "entryYear", "entryMonth"][rest.length] ?? "entry";
}

function siteOf(archive: Archive): Record<string, unknown> {
  const { site } = archive;
  const { name, tagline, url, demonstration, issuer, publisher, textLicense, tagAuthority } = site;
  return {
    name,
    tagline,
    url,
    base: url.replace(/\/$/, ""),
    demonstration,
    issuer,
    publisher: publisher.name,
    textLicense,
    tagAuthority,
    sections: byLanguage((language) => navigation(archive, language)),
    feeds: byLanguage((language) => siteFeed(archive, language)),
    footer: byLanguage((language) => footerPages(archive, language)),
  };
}

function namesIn({ registers }: Archive, language: Language): Record<string, Record<string, string>> {
  return Object.fromEntries(
    FACETS.map(({ name }) => [name, Object.fromEntries([...registers[name].values()].map((entry) => [entry.id, nameIn(entry, language)]))]),
  );
}

function placesOf({ registers }: Archive): Record<string, unknown> {
  return Object.fromEntries([...registers.places.values()].map(({ id, country, lat, lon }) => [id, drop({ country, lat, lon })]));
}
