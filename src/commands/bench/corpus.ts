import { feedAddress, type Language, languageOfAddress } from "../../addresses.ts";
import { type Archive, readArchive } from "../../archive/archive.ts";
import { createDateFormat } from "../../dates.ts";
import { FACETS } from "../../facets.ts";
import { siteFeed } from "../../feed-lists.ts";
import { footerPages, navigation } from "../../navigation.ts";
import type { ListingView, Page, ReleaseView, View } from "../../pages.ts";
import { isView } from "../../pages.ts";
import { type Entry, nameIn } from "../../registers.ts";
import { changedDate, lastChangeMoment, publishedDate } from "../../release/moments.ts";
import { fill, WORDS } from "../../words.ts";

/** A thing that another generator makes a page of: its address, what its author would write in its front matter, and its text (Markdown). */
export interface Source {
  address: string;
  language: Language;
  head: Record<string, unknown>;
  text: string;
}

/** A release with what generators that know neither languages nor German dates get ready: its neighbours and its printed dates. */
export interface ReleaseSource extends Source {
  ready: Record<string, unknown>;
}

/** A list or a single page: what it is, and its ways on, which most generators find by themselves. */
export interface List extends Source {
  kind: string;
  links: ListingView["links"];
}

/** A town as other generators get it: everything already checked and resolved, so that they have nothing to do but to build. */
export interface Corpus {
  releases: ReleaseSource[];
  /** Lists and single pages by what they are: `year`, `month`, `entry`, `entryYear`, `entryMonth`, `overview`, `home`, `archive`, `corrections`, `subscribe`, `data`, `page`. */
  lists: List[];
  /** Years of the data files, sitemaps and archived feeds. */
  years: number[];
  /** Files that the others take over as they are. */
  files: { address: string; text: string | undefined; source: string | undefined }[];
  /** What every page needs: the site, the words of the interface, the names of register entries by language. */
  data: Record<string, unknown>;
}

/** The segment of a facet's addresses is also the name of its taxonomy. */
const TAXONOMIES = { topics: "themen", departments: "aemter", people: "personen", places: "orte" } as const;

/** Small descriptions for programs, one of each in a site: other generators get them ready. */
const READY = /^\/(robots\.txt|\.well-known\/.*|assets\/.*|daten\/[^/]+\.(json|jsonld))$/;

/** Reads a content folder and translates it; `listPages` is that of `.eleventy.ts`, `now` the moment in ms. */
export function readCorpus(folder: string, now: number, listPages: (archive: Archive) => Page[]): Corpus {
  const { archive } = readArchive({ folder, now });
  if (!archive) throw new Error(`${folder} lässt sich nicht lesen.`);
  const pages = listPages(archive);
  const addresses = new Set(pages.map(({ address }) => address));
  const views = pages.filter(isView);
  const releases = views.filter((view) => view.layout === "release");
  return {
    releases: releases.map((view, index) => ({
      address: view.address,
      language: view.language,
      head: releaseHead(view, archive, addresses, index),
      text: view.release.text(),
      ready: readyOf(view, archive),
    })),
    lists: views.flatMap((view) => listOf(view, addresses)),
    years: [...new Set(archive.listed.map(({ date }) => date.year))],
    files: pages.flatMap((page): Corpus["files"] => {
      if (page.layout === "file") return [{ address: page.address, text: undefined, source: page.source }];
      return page.layout === "text" && READY.test(page.address) ? [{ address: page.address, text: page.text, source: undefined }] : [];
    }),
    data: { site: siteOf(archive), words: byLanguage((language) => WORDS[language]), names: byLanguage((language) => namesIn(archive, language)), places: placesOf(archive) },
  };
}

function byLanguage<T>(make: (language: "de" | "en") => T): Record<string, T> {
  return { de: make("de"), en: make("en") };
}

function releaseHead(view: ReleaseView, archive: Archive, addresses: ReadonlySet<string>, index: number): Record<string, unknown> {
  const { release } = view;
  const { site, registers } = archive;
  const { language } = view;
  const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
  const taxonomies = release.withdrawn
    ? []
    : FACETS.map((facet) => {
        const prefix = language === "de" ? "" : `/${language}`;
        // What is long is divided by years, and what is very long by months: the parts are terms as well.
        const terms = facet
          .entriesOf(release, registers)
          .filter(facet.hasPage)
          .flatMap(({ id }) => {
            const year = String(release.date.year);
            const parts = [id, `${id}/${year}`, `${id}/${release.id.slice(0, 7)}`];
            return parts.filter((part) => addresses.has(`${prefix}/${TAXONOMIES[facet.name]}/${part}/`)).map(termOf);
          });
        return [TAXONOMIES[facet.name], terms];
      });
  return drop({
    title: release.title,
    date: publishedDate(release, site.timeZone),
    // The order of releases that came at the same minute is not left to chance.
    weight: index + 1,
    ...Object.fromEntries(taxonomies),
    machine: release.date.machine,
    issued: publishedDate(release, site.timeZone),
    changed: lastChangeMoment(release, site.timeZone),
    corrected: changedDate(release),
    id: release.id,
    summary: release.summary || undefined,
    department: release.department.id,
    with: some(ids(release.with)),
    topics: ids(release.topics),
    kind: release.kind,
    people: some(release.people.map(({ person, role }) => drop({ id: person.id, role, page: person.page || undefined }))),
    places: some(ids(release.places)),
    events: some(release.events.map(({ name, date, end, place }) => drop({ name, date: date.machine, end: end?.machine, place: place?.id }))),
    number: release.number,
    contact: release.contact && drop({ ...release.contact }),
    corrections: some(release.corrections.map(({ date, note }) => ({ date: date.machine, note }))),
    withdrawn: release.withdrawn && drop({ date: release.withdrawn.date.machine, reason: release.withdrawn.reason, hidden: release.withdrawn.hidesTitle || undefined }),
    translation: release.translation && drop({ ...release.translation }),
    versions: release.versions.length > 1 ? release.versions.map((version) => ({ language: version.language, address: version.address, title: version.title })) : undefined,
    related: some(
      view.related.map(({ release: { address, title, date }, reason }) => ({
        address,
        title,
        date: date.machine,
        reason: fill(WORDS[language].related.reasons[reason.kind], { name: nameIn(reason.entry, language) }),
      })),
    ),
    calendar: language === "de" && view.files.calendar !== undefined ? true : undefined,
    aliases: language === "de" ? some(release.aliases) : undefined,
  });
}

function readyOf({ release, language, earlier, later, related, crumbs }: ReleaseView, { site }: Archive): Record<string, unknown> {
  const print = createDateFormat(site.timeZone);
  const forms = Object.fromEntries((["long", "short", "dayMonth", "monthYear"] as const).map((form) => [form, print(release.date, language, form)]));
  return drop({
    crumbs,
    earlier,
    later,
    printed: forms,
    related: some(
      related.map(({ release: { address, title, date }, reason }) => ({
        address,
        title,
        date: date.machine,
        printed: print(date, language),
        reason: fill(WORDS[language].related.reasons[reason.kind], { name: nameIn(reason.entry, language) }),
      })),
    ),
    corrections: some(release.corrections.map(({ date, note }) => ({ date: date.machine, printed: print(date, language), note }))),
    withdrawn: release.withdrawn && { printed: print(release.withdrawn.date, language), reason: release.withdrawn.reason },
    events: some(
      release.events.map(({ name, date, end, place }) =>
        drop({ name, date: date.machine, printed: `${print(date, language)}, ${print(date, language, "time")}`, until: end && print(end, language, "time"), place: place?.id }),
      ),
    ),
  });
}

/** The name of a part of an entry as a term of its own: generators nest no terms. */
export function termOf(part: string): string {
  return part.replaceAll("/", "--");
}

function listOf(view: View, addresses: ReadonlySet<string>): List[] {
  const { address, language, title, description } = view;
  const make = (kind: string, head: Record<string, unknown> = {}, text = "") => [
    { kind, address, language, head: drop({ title, description, indexed: view.isIndexed, ...head }), text, links: view.layout === "listing" ? view.links : [] },
  ];
  switch (view.layout) {
    case "listing":
      return make(kindOfListing(view), { crumbs: view.crumbs, notes: some(view.notes), feed: view.feed, earlier: view.earlier, later: view.later });
    case "overview":
      return make("overview", { tree: view.entries.map(treeOf) });
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
        years: some(view.years),
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

interface Tree {
  address: string;
  label: string;
  description: string | undefined;
  narrower: Tree[];
}

function treeOf(entry: Tree | { address: string; label: string; description: string | undefined; narrower: readonly Parameters<typeof treeOf>[0][] }): Tree {
  return { address: entry.address, label: entry.label, description: entry.description, narrower: entry.narrower.map(treeOf) };
}

/** What a list collects, as its address says it. */
function kindOfListing({ address }: ListingView): string {
  const [first = "", , ...rest] = address.split("/").filter((segment, index) => segment !== "" && !(index === 1 && languageOfAddress(address) !== "de"));
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
  return Object.fromEntries(FACETS.map(({ name }) => [name, Object.fromEntries([...registers[name].values()].map((entry) => [entry.id, nameIn(entry, language)]))]));
}

function placesOf({ registers }: Archive): Record<string, unknown> {
  return Object.fromEntries([...registers.places.values()].map(({ id, country, lat, lon }) => [id, drop({ country, lat, lon })]));
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** An object without what is undefined: other generators' templates ask whether a field is there. */
function drop(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
