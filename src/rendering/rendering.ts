import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { createLinks, type FacetName, facetAddress, LANGUAGE_TAGS, type Language, outputFile } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { describeFile } from "../content/attachments.ts";
import { nameIn } from "../content/registers.ts";
import { publishedDate } from "../content/release/moments.ts";
import type { Release } from "../content/release/release.ts";
import { creditLine, type Rendition, renditionsOf, srcset } from "../content/release/renditions.ts";
import { type CityDate, createDateFormat, type DateForm, isoInstant } from "../dates.ts";
import { sha256 } from "../disk/digest.ts";
import { createMarkdown, renderText } from "../markdown/markdown.ts";
import { textsOf } from "../markdown/text-html.ts";
import { type CountForms, fill, plural, WORDS, type Words } from "../messages.ts";
import { furnish } from "../site/globals.ts";
import { isView, type Page, type View } from "../site/pages.ts";
import { importMacrosOnce } from "./macros.ts";
import { makePicture } from "./pictures.ts";

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

importMacrosOnce();

const LAYOUT_FOLDER = resolve(import.meta.dirname, "../../layouts");

/** What is to be rendered; asked anew on each rebuild of the preview. */
export interface RenderingOptions {
  read: () => { archive: Archive; pages: readonly Page[] };
  /** Where pictures are kept from build to build. */
  cache: string;
  /** Called for each page when its turn comes. */
  step?: () => void;
  /** What is left to do once everything is written; `hashes` are the SHA-256 of the files' bytes by their path in the output. */
  finish?: (pages: readonly Page[], output: string, hashes: ReadonlyMap<string, string>) => void;
  /** Makes a layout fail that reads a property which its data does not have; tests switch it on. */
  isStrict?: boolean;
}

/** Sets Eleventy up: pages become output through Nunjucks layouts, one virtual template a layout; nothing else is read as a template. */
export function rendering(eleventy: EleventyConfig, { read, cache, step, finish, isStrict = false }: RenderingOptions): void {
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
        permalink: ({ view }: { view: View }) => {
          step?.();
          return outputFile(view.address);
        },
        eleventyExcludeFromCollections: true,
      },
      render: () => "",
    });
  }
  eleventy.on("eleventy.after", async ({ directories, results }) => {
    // Eleventy has just written these texts and holds them still: nothing has to be read again.
    const hashes = new Map(results.map(({ url, content }) => [outputFile(url), sha256(content)]));
    await writeDirect(current, directories.output, cache, hashes, step);
    finish?.(current, directories.output, hashes);
  });
}

/** Writes the pages that need no layout: texts, copied files, and pictures, which are made once and kept in the cache folder. */
async function writeDirect(
  pages: readonly Page[],
  output: string,
  cache: string,
  hashes: Map<string, string>,
  step?: () => void,
): Promise<void> {
  const made = new Set<string>();
  for (const page of pages) {
    if (isView(page)) continue;
    const path = outputFile(page.address);
    const target = join(output, path);
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const content =
      page.layout === "text"
        ? page.text
        : page.layout === "picture"
          ? await makePicture(page.source, page.rendition, cache)
          : readFileSync(page.source);
    writeFileSync(target, content);
    hashes.set(path, sha256(content));
    step?.();
  }
}

/** The Nunjucks environment of all layouts: escaping is on, an undefined value stops the build. */
export function createEnvironment(): nunjucks.Environment {
  return new nunjucks.Environment(new nunjucks.FileSystemLoader(LAYOUT_FOLDER), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
}

/** Gives the layouts what they all need: what stands on every page, and filters for the site's address, time zone and languages. */
export function equip(environment: nunjucks.Environment, archive: Archive): void {
  const { site } = archive;
  const links = createLinks(site.url);
  const markdown = createMarkdown(links);
  const formatDate = createDateFormat(site.timeZone);
  for (const [name, value] of Object.entries(furnish(archive))) environment.addGlobal(name, value);
  environment.addFilter("href", links.href);
  environment.addFilter("absolute", links.absolute);
  environment.addFilter("languageTag", (language: Language) => LANGUAGE_TAGS[language]);
  environment.addFilter("date", (date: CityDate, language: Language, form?: DateForm) => formatDate(date, language, form));
  environment.addFilter("publicFrom", ({ date, published }: Release, language: Language) => {
    const moment: CityDate = { ...date, precision: "minute", machine: isoInstant(published, site.timeZone), instant: published };
    return `${formatDate(moment, language)}, ${formatDate(moment, language, "time")}`;
  });
  environment.addFilter("publishedDate", (release: Release) => publishedDate(release, site.timeZone));
  environment.addFilter("fill", fill);
  environment.addFilter("count", (count: number, forms: CountForms, language: Language) => plural(count, forms, language));
  environment.addFilter("named", nameIn);
  // A comment's link is its author's, not the city's (HTML, rel="ugc").
  environment.addFilter("ugcLinks", (html: string) => html.replaceAll('<a href="', '<a rel="nofollow ugc" href="'));
  environment.addFilter("renditions", renditionsOf);
  environment.addFilter("fileNote", describeFile);
  environment.addFilter("srcset", (files: readonly Rendition[]) => srcset(files, links.href));
  environment.addFilter("creditLine", creditLine);
  environment.addFilter("entryAddress", (facet: FacetName, id: string, language: Language) =>
    facetAddress(facet, id, undefined, undefined, language),
  );
  environment.addFilter("textHtml", textsOf(site).html);
  environment.addFilter("markdown", (text: string, words: Words, base: string, idPrefix = "") =>
    renderText(markdown, text, { base, idPrefix, words: words.text }),
  );
  environment.addFilter("urlencode", encodeURIComponent);
}

/** The views of each layout, each with the words of its language. */
function groupViews(pages: readonly Page[], isStrict: boolean): Record<View["layout"], object[]> {
  const groups = Object.fromEntries(LAYOUTS.map((layout) => [layout, []])) as unknown as Record<View["layout"], object[]>;
  for (const page of pages) {
    if (!isView(page)) continue;
    const view = Object.assign(Object.create(page) as View, { words: WORDS[page.language] });
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
