import { outputFile } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { Settings } from "../commands/settings.ts";
import type { Problem } from "../problems.ts";
import { makePictures } from "../rendering/pictures.ts";
import type { Page } from "../site/pages.ts";
import { cacheFor, keepCache } from "./cache.ts";
import { nameInputs } from "./fingerprints.ts";
import type { NamedPage } from "./kept-tree.ts";
import { kindOf, type ManifestEntry } from "./manifest.ts";
import type { Progress } from "./progress.ts";
import { printWritten } from "./record.ts";
import type { SiteTree } from "./site-tree.ts";

/** What is to be published, and where it is staged. */
export interface Publication {
  archive: Archive;
  pages: readonly Page[];
  settings: Settings;
  staged: string;
  /** The tree there. */
  tree: SiteTree;
  /** Names the program, as `nameProgram` does. */
  program: string;
  isStrict: boolean;
  /** From how many pages with layouts on several workers share the work; undefined for the usual number. */
  sharedFrom: number | undefined;
  progress: Progress;
}

/** A staged site: the problems that stopped it, or how many files are new; `finish` adds the manifest (`others` stay beside the pages) and keeps the record for the next build. */
export interface Staged {
  problems: readonly Problem[];
  made: number;
  finish: (others: readonly ManifestEntry[]) => Promise<void>;
}

/**
 * Stages a site: what is made of the same inputs as before stays in the tree as it stands there, all else is made.
 * Throws when a page is missing or empty after that: a renderer that stops half way must not reach visitors.
 */
export async function stage({
  archive,
  pages,
  settings,
  staged,
  tree,
  program,
  isStrict,
  sharedFrom,
  progress,
}: Publication): Promise<Staged> {
  const { content, output, cache, now } = settings;
  const inputs: string[] = [];
  const settled = await tree.settle(named());
  const isWanted = (_page: unknown, index: number) => settled[index] === 1;
  const wanted = pages.filter(isWanted);
  const names = inputs.filter(isWanted);
  inputs.length = 0;
  const problems = await makePictures(wanted, cache);
  let lines: string[] = [];
  if (problems.length === 0 && wanted.length > 0) {
    // Eleventy is loaded only where something is rendered.
    const { render } = await import("./render.ts");
    const sharing = { content, now, readings: cacheFor(cache, "readings", content), program, wanted: settled };
    progress.begin("Seiten", wanted.length);
    const rendered = await render({ archive, pages: wanted, output: staged, cache, isStrict, sharedFrom, reach: progress.reach }, sharing);
    const byPath = new Map(rendered.map((file) => [file.path, file]));
    lines = wanted.map(({ address }, index) => {
      const file = byPath.get(outputFile(address));
      if (!file?.size) throw new Error(`Die Seite ${address} fehlt nach dem Bau oder ist leer.`);
      return printWritten({ ...file, inputs: names[index] ?? "" });
    });
  }
  return {
    problems,
    made: wanted.length,
    finish: (others) => {
      keepCache(cache, "outputs", output);
      return tree.finish(lines, others);
    },
  };

  function* named(): Generator<NamedPage> {
    for (const { page, name } of nameInputs(pages, archive, program)) {
      inputs.push(name);
      yield { kind: kindOf(page), address: page.address, inputs: name };
    }
  }
}
