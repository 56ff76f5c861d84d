import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { outputFile } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { sha256 } from "../disk/digest.ts";
import { layoutFiles } from "../layouts.ts";
import { markLanguages, withoutMarks } from "../marked-words.ts";
import type { MessageCatalog } from "../messages.ts";
import { isDrawing, isPackage, isPicture, isText, isView, type PackagePage, type Page, textOf, type View } from "../site/pages.ts";
import { SOFTWARE } from "../software.ts";
import { createDrawer, type Drawer } from "./drawing/drawings.ts";
import { createEnvironment, equip } from "./environment.ts";
import { importMacrosOnce } from "./macros.ts";
import { makePicture } from "./pictures.ts";
import { strictly } from "./strict.ts";

importMacrosOnce();

/** Where Eleventy believes its templates to be: a folder that is always there, of which it reads no file. */
export const INPUT = relative("", import.meta.dirname);

const LAYOUTS = join(SOFTWARE, "layouts");

/** The layouts that print pages: the file of every one in `layouts/`, by its name without the ending, but the base that they extend. */
export function findLayouts(): Map<string, string> {
  const own = [...layoutFiles()].filter(([path]) => /^[^/]+\.njk$/.test(path) && path !== "base.njk");
  return new Map(own.map(([path, file]) => [path.slice(0, -".njk".length), file]));
}

/** Throws where the layout of a page is no file in `layouts/`; to be asked before anything is rendered. */
export function requireLayouts(pages: readonly Page[], layouts = findLayouts()): void {
  const lost = pages.filter(isView).find(({ layout }) => !layouts.has(layout));
  if (lost) throw new Error(`Für ${lost.address} fehlt das Layout layouts/${lost.layout}.njk.`);
}

/** An archive and the pages of it that are to be rendered. */
interface Reading {
  archive: Archive;
  pages: readonly Page[];
}

/** What is to be rendered; asked anew on each rebuild of the preview. */
export interface RenderingOptions {
  read: () => Reading | Promise<Reading>;
  /** Where pictures are kept from build to build. */
  cache: string;
  /** What draws cards and icons, where several runs share it. */
  drawer?: Drawer;
  /** Called for each page when its turn comes. */
  onPage?: () => void;
  /** What is left to do once everything is written; `hashes` are the SHA-256 of the files' bytes by their path in the output. */
  finish?: (pages: readonly Page[], output: string, hashes: ReadonlyMap<string, string>) => void | Promise<void>;
  /** Makes a layout fail that reads a property which its data does not have; tests switch it on. */
  isStrict?: boolean;
}

/**
 * Sets Eleventy up: pages become output through Nunjucks layouts, one virtual template a layout; nothing else is read as a template.
 * A page whose layout is no file in `layouts/` is an error.
 */
export function setUpEleventy(eleventy: EleventyConfig, options: RenderingOptions): void {
  const { read, cache, drawer = createDrawer(cache), onPage, finish, isStrict = false } = options;
  // Every file is ignored: the only templates are the virtual ones below.
  eleventy.setInputDirectory(INPUT);
  eleventy.setIncludesDirectory(relative(import.meta.dirname, LAYOUTS));
  eleventy.setLayoutsDirectory(relative(import.meta.dirname, LAYOUTS));
  eleventy.setDataDirectory(relative(import.meta.dirname, join(LAYOUTS, "data")));
  eleventy.setTemplateFormats(["11ty.js"]);
  eleventy.setDataFileSuffixes([]);
  eleventy.setUseGitIgnore(false);
  // On a slow machine Eleventy would tell editors of its own parts.
  for (const group of ["Configuration", "Data"] as const) eleventy.benchmarkManager.get(group).setMinimumThresholdMs(0);
  eleventy.ignores.add("**/*");
  const environment = createEnvironment();
  eleventy.setLibrary("njk", environment);
  const layouts = findLayouts();

  let current: readonly Page[] = [];
  eleventy.addGlobalData("views", async () => {
    const { archive, pages } = await read();
    requireLayouts(pages, layouts);
    equip(environment, archive);
    current = pages;
    return groupByLayout(current.filter(isView), [...layouts.keys()], archive.context.messages, isStrict);
  });
  for (const [layout, file] of layouts) {
    eleventy.addTemplate(`${layout}.11ty.js`, {
      data: {
        layout: relative(LAYOUTS, file),
        pagination: { data: `views.${layout}`, size: 1, alias: "view", addAllPagesToCollections: false },
        permalink: ({ view }: { view: View }) => {
          onPage?.();
          return outputFile(view.address);
        },
        eleventyExcludeFromCollections: true,
      },
      render: () => "",
    });
  }
  eleventy.addTransform("languages", markLanguages);
  eleventy.on("eleventy.after", async ({ directories, results }) => {
    // Eleventy has just written these texts and holds them still: nothing has to be read again.
    const hashes = new Map(results.map(({ url, content }) => [outputFile(url), sha256(content)]));
    const folders = new Set<string>();
    for (const page of current) {
      if (isView(page) || isPackage(page)) continue;
      const path = outputFile(page.address);
      const content = await contentOf(page, cache, drawer);
      const folder = dirname(join(directories.output, path));
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(join(directories.output, path), content);
      hashes.set(path, sha256(content));
      onPage?.();
    }
    const packages = current.filter(isPackage);
    if (packages.length > 0) {
      const { writePackage } = await import("./packages.ts");
      for (const page of packages) hashes.set(outputFile(page.address), writePackage(page, directories.output));
    }
    await finish?.(current, directories.output, hashes);
  });
}

/**
 * The content of a page that needs no layout: a text, a file as it is, or a picture or drawing, which is made once and kept in the cache
 * folder.
 */
function contentOf(page: Exclude<Page, View | PackagePage>, cache: string, drawer: Drawer): string | Uint8Array | Promise<Uint8Array> {
  if (isText(page)) return withoutMarks(textOf(page));
  if (isDrawing(page)) return drawer.draw(page.drawing);
  return isPicture(page) ? makePicture(page, cache) : readFileSync(page.source);
}

/** The pages of each layout, each with the messages of its language. */
function groupByLayout(
  views: readonly View[],
  layouts: readonly string[],
  messages: MessageCatalog,
  isStrict: boolean,
): Record<string, object[]> {
  const groups = new Map<string, object[]>(layouts.map((layout) => [layout, []]));
  for (const page of views) {
    const view: object = Object.assign(Object.create(page), { messages: messages.in(page.language) });
    groups.get(page.layout)?.push(isStrict ? strictly(view, page.layout) : view);
  }
  return Object.fromEntries(groups);
}
