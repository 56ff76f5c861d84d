import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readArchive } from "../../../src/archive/reading.ts";
import { type OpenIndex, openIndex, type Pagefind, type Result } from "../../../src/site/search/page/pagefind.ts";
import { findReleases, type Plan } from "../../../src/site/search/page/planner.ts";
import { parseQuery } from "../../../src/site/search/page/query.ts";
import "../../../src/commands/settings.ts";
import { makeSearchIndexes } from "../../../src/rendering/search/search-index.ts";
import { searchedReleases } from "../../../src/site/search/search-languages.ts";
import { searchedText } from "../../../src/site/search/searched-text.ts";
import { CUT } from "../../../src/site/search/words.ts";
import type { serve } from "../../browser/browser.ts";
import { makeFolder, NOW } from "../../fixture.ts";

/** What a reader sees of a release, by its address. */
export type Texts = ReadonlyMap<string, string>;

let copies = 0;

/** Opens the index of a built site that is served at `url`: with the page's own modules and Pagefind's program, in Node. */
export async function openBuilt(output: string, url: string, language = "de"): Promise<OpenIndex> {
  const folder = `${url}/pagefind/${language}/`;
  // Pagefind keeps one index a module: each gets a copy of its own.
  const load = () => import(`${pathToFileURL(join(output, `pagefind/${language}/pagefind.js`)).href}?${++copies}`) as Promise<Pagefind>;
  return openIndex(folder, "", load);
}

/** Searches as the page does. */
export function searchFor(index: OpenIndex, query: string): Promise<Plan<Result>> {
  return findReleases(parseQuery(query), index, index.words);
}

/** The index of a town's releases in German, made and served without the pages beside it, and what the releases say. */
export async function indexTown(content: string, serving: typeof serve): Promise<{ index: OpenIndex; texts: Texts; close: () => void }> {
  const { archive } = readArchive({ folder: content, now: Date.parse(NOW) });
  if (!archive) throw new Error(`${content} has errors.`);
  const output = makeFolder();
  const made = await makeSearchIndexes(archive, { folder: makeFolder(), clock: Date.now() });
  await made.write(made.files, output);
  const texts = new Map(
    searchedReleases(archive, "de").map((release) => [
      release.address,
      `${release.title} \n${searchedText(release, archive.context)}`.replaceAll(CUT, ""),
    ]),
  );
  const site = await serving(output);
  return { index: await openBuilt(output, site.url), texts, close: site.close };
}
