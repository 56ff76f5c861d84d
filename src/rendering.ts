import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import {
  ACCESSIBILITY_SLUG,
  createLinks,
  dataAddress,
  type FacetName,
  facetAddress,
  homeAddress,
  LANGUAGE_TAGS,
  LANGUAGES,
  type Language,
  outputFile,
  pageAddress,
  SUBSCRIBE_PAGE,
} from "./addresses.ts";
import type { Archive } from "./archive/archive.ts";
import { describeFile } from "./attachments.ts";
import { type CityDate, createDateFormat, type DateForm, isoInstant } from "./dates.ts";
import { siteFeed } from "./feed-lists.ts";
import { createMarkdown, renderText } from "./markdown.ts";
import { footerPages, navigation, privacyPage } from "./navigation.ts";
import { isView, type Page, type View } from "./pages.ts";
import { makePicture } from "./pictures.ts";
import { nameIn } from "./registers.ts";
import { publishedDate } from "./release/moments.ts";
import type { Release } from "./release/release.ts";
import { type Rendition, renditionsOf } from "./renditions.ts";
import { textHtmlOf } from "./text-html.ts";
import { type CountForms, fill, plural, WORDS, type Words } from "./words.ts";
import { languagesOf } from "./years.ts";

/** The layouts that print views; each is a file in `layouts/`. */
export const LAYOUTS = [
  "home",
  "release",
  "page",
  "accessibility",
  "problems",
  "listing",
  "archive",
  "overview",
  "corrections",
  "subscribe",
  "data",
  "redirect",
] as const satisfies readonly View["layout"][];

const LAYOUT_FOLDER = resolve(import.meta.dirname, "../layouts");

/** What is to be rendered; asked anew on each rebuild of the preview. */
export interface RenderingOptions {
  read: () => { archive: Archive; pages: readonly Page[] };
  /** Where pictures are kept from build to build. */
  cache: string;
  /** What is left to do once everything is written. */
  finish?: (pages: readonly Page[], output: string) => void;
  /** Makes a layout fail that reads a property which its data does not have; tests switch it on. */
  isStrict?: boolean;
}

/** Sets Eleventy up: pages become output through Nunjucks layouts, one virtual template a layout; nothing else is read as a template. */
export function rendering(eleventy: EleventyConfig, { read, cache, finish, isStrict = false }: RenderingOptions): void {
  // A folder of the project, and every file in it ignored: the only templates are the virtual ones below.
  eleventy.setInputDirectory("src");
  eleventy.setIncludesDirectory("../layouts");
  eleventy.setLayoutsDirectory("../layouts");
  eleventy.setDataDirectory("../layouts/data");
  eleventy.setTemplateFormats(["11ty.js"]);
  eleventy.setDataFileSuffixes([]);
  eleventy.setUseGitIgnore(false);
  eleventy.ignores.add("**/*");
  const environment = createEnvironment();
  eleventy.setLibrary("njk", environment);

  let current: readonly Page[] = [];
  eleventy.addGlobalData("views", () => {
    const { archive, pages } = read();
    equip(environment, archive);
    current = pages;
    return groupViews(current, isStrict);
  });
  for (const layout of LAYOUTS) {
    eleventy.addTemplate(`${layout}.11ty.js`, {
      data: {
        layout: `${layout}.njk`,
        pagination: { data: `views.${layout}`, size: 1, alias: "view", addAllPagesToCollections: false },
        permalink: ({ view }: { view: View }) => outputFile(view.address),
        eleventyExcludeFromCollections: true,
      },
      render: () => "",
    });
  }
  eleventy.on("eleventy.after", async ({ directories }) => {
    await writeDirect(current, directories.output, cache);
    finish?.(current, directories.output);
  });
}

/** Writes the pages that need no layout: texts, copied files, and pictures, which are made once and kept in the cache folder. */
async function writeDirect(pages: readonly Page[], output: string, cache: string): Promise<void> {
  const made = new Set<string>();
  for (const page of pages) {
    if (isView(page)) continue;
    const target = join(output, outputFile(page.address));
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    if (page.layout === "text") writeFileSync(target, page.text);
    else copyFileSync(page.layout === "picture" ? await makePicture(page.source, page.rendition, cache) : page.source, target);
  }
}

/** The Nunjucks environment of all layouts: escaping is on, an undefined value stops the build. */
export function createEnvironment(): nunjucks.Environment {
  return new nunjucks.Environment(new nunjucks.FileSystemLoader(LAYOUT_FOLDER), { autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });
}

/** Gives the layouts what they all need: the site, the pages of its footer, and filters for its address, time zone and languages. */
export function equip(environment: nunjucks.Environment, archive: Archive): void {
  const { site } = archive;
  const links = createLinks(site.url);
  const markdown = createMarkdown(links);
  const formatDate = createDateFormat(site.timeZone);
  environment.addGlobal("site", site);
  environment.addGlobal("sections", Object.fromEntries(LANGUAGES.map((language) => [language, navigation(archive, language)])));
  environment.addGlobal("archivePages", [
    { label: WORDS.de.subscribe.link, address: SUBSCRIBE_PAGE },
    { label: WORDS.de.corrections.heading, address: "/korrekturen/" },
    { label: WORDS.de.data.heading, address: dataAddress() },
  ]);
  environment.addGlobal("siteFeeds", Object.fromEntries(LANGUAGES.map((language) => [language, siteFeed(archive, language)])));
  environment.addGlobal(
    "homes",
    languagesOf(archive).map((language) => ({ language, address: homeAddress(language) })),
  );
  environment.addGlobal("footerPages", Object.fromEntries(LANGUAGES.map((language) => [language, footerPages(archive, language)])));
  // What becomes of an e-mail with a comment is told there in full.
  environment.addGlobal("privacyPages", Object.fromEntries(LANGUAGES.map((language) => [language, privacyPage(archive, language)])));
  environment.addGlobal("barriers", {
    email: site.accessibility?.contact.email ?? site.publisher.contact.email,
    address: site.accessibility && pageAddress(ACCESSIBILITY_SLUG),
  });
  environment.addFilter("href", links.href);
  environment.addFilter("absolute", links.absolute);
  environment.addFilter("languageTag", (language: Language) => LANGUAGE_TAGS[language]);
  environment.addFilter("date", (date: CityDate, language: Language, form?: DateForm) => formatDate(date, language, form));
  environment.addFilter("instant", (instant: number) => isoInstant(instant, site.timeZone));
  environment.addFilter("publishedDate", (release: Release) => publishedDate(release, site.timeZone));
  environment.addFilter("fill", fill);
  environment.addFilter("count", (count: number, forms: CountForms, language: Language) => plural(count, forms, language));
  environment.addFilter("named", nameIn);
  // A comment's link is its author's, not the city's (HTML, rel="ugc").
  environment.addFilter("ugcLinks", (html: string) => html.replaceAll('<a href="', '<a rel="nofollow ugc" href="'));
  environment.addFilter("renditions", renditionsOf);
  environment.addFilter("fileNote", describeFile);
  environment.addFilter("srcset", (renditions: readonly Rendition[]) => renditions.map(({ address, width }) => `${links.href(address)} ${width}w`).join(", "));
  environment.addFilter("entryAddress", (facet: FacetName, id: string, language: Language) => facetAddress(facet, id, undefined, undefined, language));
  environment.addFilter("textHtml", textHtmlOf(site));
  environment.addFilter("markdown", (text: string, words: Words, base: string, idPrefix = "") => renderText(markdown, text, { base, idPrefix, words: words.text }));
  environment.addFilter("urlencode", encodeURIComponent);
}

/** The views of each layout, each with the words of its language. */
function groupViews(pages: readonly Page[], isStrict: boolean): Record<View["layout"], object[]> {
  const groups = Object.fromEntries(LAYOUTS.map((layout) => [layout, []])) as unknown as Record<View["layout"], object[]>;
  for (const page of pages) {
    if (!isView(page)) continue;
    const view = { ...page, words: WORDS[page.language] };
    groups[page.layout].push(isStrict ? strictly(view, page.layout) : view);
  }
  return groups;
}

/** Names that Nunjucks and Eleventy themselves ask of any object. */
const ASKED_OF_ALL = new Set<PropertyKey>(["then", "toJSON", "constructor", "length", "val", "toString", "valueOf"]);

/** Wraps data so that reading a property which it does not have throws, however deep. */
export function strictly<T extends object>(data: T, name: string): T {
  return new Proxy(data, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (
        value === undefined &&
        typeof key === "string" &&
        !(key in target) &&
        !ASKED_OF_ALL.has(key) &&
        !key.startsWith("eleventy") &&
        !(Array.isArray(target) && /^\d+$/.test(key))
      ) {
        throw new Error(`${name}.${key} gibt es nicht.`);
      }
      return isPlain(value) ? strictly(value, `${name}.${String(key)}`) : value;
    },
  });
}

function isPlain(value: unknown): value is object {
  return Array.isArray(value) || (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);
}
