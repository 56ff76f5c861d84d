/** A language in which a release can be read, as a tag (BCP 47) for `lang` and `hreflang`; `de-simple` is Leichte Sprache. */
export type Language = string;

/** The beginning of all addresses in a language: none for German, the language of the originals. */
export function prefixOf(language: Language): string {
  if (language === "de") return "";
  return language === "de-simple" ? "/leichte-sprache" : `/${language.toLowerCase()}`;
}

/** The segments of the ways of browsing beside time. */
const FACET_SEGMENTS = { topics: "themen", departments: "aemter", people: "personen", places: "orte" };

/** The ways of browsing that have a segment of their own. */
export type FacetName = keyof typeof FACET_SEGMENTS;

/** First segments of addresses that belong to the archive itself; no page may take them. Four digits are years. */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  ...Object.values(FACET_SEGMENTS),
  "suche",
  "archiv",
  "korrekturen",
  "termine",
  "abonnieren",
  "daten",
  "en",
  "leichte-sprache",
  "assets",
  "admin",
  "feed",
  "sitemap",
  "robots",
  "index",
  "pagefind",
  "fehler",
  "vorschau",
]);

/** True for a first segment that no page may take: the archive's own, a year, or where a language begins. */
export function isReserved(segment: string, languages: readonly Language[]): boolean {
  return RESERVED_SEGMENTS.has(segment) || /^\d{4}$/.test(segment) || languages.some((language) => prefixOf(language) === `/${segment}`);
}

/** The address of the home page in a language. */
export function homeAddress(language: Language = "de"): string {
  return `${prefixOf(language)}/`;
}

/** The permanent address of a release (`id` is `2017/11/japan-delegation`) in a language. */
export function releaseAddress(id: string, language: Language = "de"): string {
  return `${prefixOf(language)}/${id}/`;
}

/**
 * The address of a plain page (`slug` is `impressum`); the page for addresses that do not exist is a file at the root, as servers expect.
 */
export function pageAddress(slug: string, language: Language = "de"): string {
  return slug === "404" ? "/404.html" : `${prefixOf(language)}/${slug}/`;
}

/** The name of the accessibility statement's page, whether its facts stand in `site.yml` or a city writes it whole. */
export const ACCESSIBILITY_SLUG = "barrierefreiheit";

/** The address of the list of all years. */
export function archiveAddress(language: Language = "de"): string {
  return `${prefixOf(language)}/archiv/`;
}

/** The address of a year, or of a month in it (1-12; 0 holds what is known by its year only). */
export function timeAddress(year: number, month?: number, language: Language = "de"): string {
  return `${prefixOf(language)}/${period(year, month)}`;
}

/** The address of a year's band, a picture. */
export function bandAddress(year: number, language: Language = "de"): string {
  return `${timeAddress(year, undefined, language)}band.svg`;
}

/** The address of a facet's overview, of an entry in it, or of a year or month of that entry. */
export function facetAddress(facet: FacetName, entry?: string, year?: number, month?: number, language: Language = "de"): string {
  const base = `${prefixOf(language)}/${FACET_SEGMENTS[facet]}/`;
  if (entry === undefined) return base;
  return year === undefined ? `${base}${entry}/` : `${base}${entry}/${period(year, month)}`;
}

/** The address of what an office said on a topic in a year, or in a month of it. */
export function officeAddress({
  topic,
  office,
  year,
  month,
  language,
}: Record<"topic" | "office" | "language", string> & { year: number; month?: number }): string {
  return `${facetAddress("topics", topic, undefined, undefined, language)}amt/${office}/${period(year, month)}`;
}

/** The address of the list of events in a language. */
export function eventsAddress(language: Language = "de"): string {
  return `${prefixOf(language)}/termine/`;
}

/** The address of the calendar that belongs to a list. */
export function calendarAddress(list: string): string {
  return `${list}termine.ics`;
}

/** The address of a file of the archive as data; without a name, of the page that explains them. */
export function dataAddress(file = ""): string {
  return `/daten/${file}`;
}

/**
 * The address of the page that answers an old address: every static host sends `/alt/x` on to `/alt/x/`, and shows nothing but .html and
 * folders as pages.
 */
export function redirectAddress(alias: string): string {
  return alias.endsWith("/") || /\.html?$/i.test(alias) ? alias : `${alias}/`;
}

/** The language whose part of the site an address lies in. */
export function languageOfAddress(address: string, languages: readonly Language[]): Language {
  return languages.find((language) => language !== "de" && address.startsWith(`${prefixOf(language)}/`)) ?? "de";
}

/** What an address has the shape of, in any language and with or without a last slash: a release, a file beside one, a register entry. */
export function shapeOf(address: string, languages: readonly Language[]): "release" | "file" | "entry" | undefined {
  const [first = "", second, third, fourth, ...rest] = address
    .slice(prefixOf(languageOfAddress(address, languages)).length)
    .replace(/\/$/, "")
    .split("/")
    .slice(1);
  if (rest.length > 0 || !second) return undefined;
  if (/^\d{4}$/.test(first) && /^\d\d$/.test(second) && third) return fourth ? "file" : "release";
  return third === undefined && Object.values(FACET_SEGMENTS).includes(first) ? "entry" : undefined;
}

/** The address of the feed for programs (JSON Feed). */
export const JSON_FEED = "/feed.json";

/** The address of the sitemap index. */
export const SITEMAP = "/sitemap.xml";

/** The address of the page that explains feeds. */
export const SUBSCRIBE_PAGE = "/abonnieren/";

/** The address of the Atom feed that belongs to a list, or of a further part of it. */
export function feedAddress(list: string, part = 1): string {
  return part === 1 ? `${list}feed.xml` : `${list}feed-${part}.xml`;
}

function period(year: number, month: number | undefined): string {
  const segment = String(year).padStart(4, "0");
  return month === undefined ? `${segment}/` : `${segment}/${String(month).padStart(2, "0")}/`;
}

/** The address of a file that belongs to a release, such as a picture. */
export function fileAddress(id: string, file: string): string {
  return `/${id}/${file}`;
}

/** The address of an edition of the release (in one language) at `address`: what it said before a correction. */
export function editionAddress(address: string, number: number): string {
  return `${address}fassung/${number}/`;
}

/** The address of the release that an address of an edition belongs to. */
export function releaseOfEdition(address: string): string {
  return address.replace(/fassung\/\d+\/$/, "");
}

/** The address of the list of a release's editions for programs (RFC 7089, TimeMap). */
export function timeMapAddress(address: string): string {
  return `${address}fassung/timemap.txt`;
}

/** The files that the archive makes of a release itself, beside its page. */
export type ReleaseFile = "index.txt" | "index.json" | "index.png" | "termine.ics";

/** The address of a file that the archive makes of the release (in one language) at `address`. */
export function releaseFileAddress(address: string, file: ReleaseFile): string {
  return `${address}${file}`;
}

/** The address of the page that says in the preview what becomes public when. */
export const UPCOMING_PAGE = "/vorschau/";

/** The addresses at which the preview shows pages of the editors' guide, by their files in `docs/`. */
export const GUIDE_PAGES = {
  "redaktion.md": `${UPCOMING_PAGE}redaktion/`,
  "formular.md": `${UPCOMING_PAGE}formular/`,
  "meldungen.md": `${UPCOMING_PAGE}meldungen/`,
  "fields.md": `${UPCOMING_PAGE}felder/`,
} as const;

/** Where the preview says what a kind of problem means, by its id. */
export function meaningAddress(id: string): string {
  return `${GUIDE_PAGES["meldungen.md"]}#abschnitt-${id}`;
}

/** The address at which the preview answers with the draft of an e-mail: of a release, or of its `version` in a language. */
export function mailAddress(id: string, version: Language | undefined): string {
  return `${UPCOMING_PAGE}mail/${id}${version === undefined ? "" : `.${version}`}.eml`;
}

/** The file below the output folder that answers an address. */
export function outputFile(address: string): string {
  return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}

/** The links of one site: its `url`'s path is the prefix of every address. */
export interface Links {
  /** An address as `href` needs it, prefix included. */
  href: (address: string) => string;
  /** The full URL of an address, for feeds, canonical links and citations. */
  absolute: (address: string) => string;
}

/** The links of a site from its `url` (`https://stadt.example/archiv/`). */
export function createLinks(url: string): Links {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, "");
  return {
    href: (address) => (address.startsWith("/") ? prefix + address : address),
    absolute: (address) => (address.startsWith("/") ? origin + prefix + address : address),
  };
}

/** An address as servers and file systems compare it: they differ on case and on a last slash, so neither may tell two addresses apart. */
export function comparable(address: string): string {
  // Nearly all addresses are plain, and there are many.
  if (/^(\/[a-z0-9-]+)+\/?$/.test(address)) return address.endsWith("/") ? address.slice(0, -1) : address;
  return comparableInCase(address.toLowerCase());
}

/** An address as servers compare it that tell capital letters from small ones. */
export function comparableInCase(address: string): string {
  return (
    address
      .replace(/\/{2,}/g, "/")
      .replace(/\/index\.html$/, "/")
      .replace(/\/+$/, "") || "/"
  );
}

/** The folder in which a comparable address lies; empty at the root. */
export function parentOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf("/")));
}
