import { join } from "node:path";
import { outputFile } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { cacheFor, keepCache } from "../cache.ts";
import { nameInputs } from "../inputs.ts";
import type { Page } from "../pages.ts";
import { makePictures } from "../pictures.ts";
import type { Problem } from "../problems.ts";
import { type BuildRecord, readRecord, type Written, writeRecord } from "../record.ts";
import { restoreTree } from "../tree.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";

/** What is to be published, and where it is staged. */
export interface Publication {
  archive: Archive;
  pages: readonly Page[];
  settings: Settings;
  staged: string;
  /** Names the program, as `nameProgram` does. */
  program: string;
  isStrict: boolean;
  /** From how many pages with layouts on several workers share the work; undefined for the usual number. */
  sharedFrom: number | undefined;
  progress: Progress;
}

/** A staged site: the problems that stopped it, or how many files are new and the SHA-256 of each file by its path; `save` keeps the record for the next build. */
export interface Staged {
  problems: readonly Problem[];
  made: number;
  hashOf: (path: string) => string | undefined;
  save: () => void;
}

/**
 * Stages a site: what is made of the same inputs as before is taken from the spare tree or the live one as it stands there, all else is made.
 * Throws when a page is missing or empty after that: a renderer that stops half way must not reach visitors.
 */
export async function stage({ archive, pages, settings, staged, program, isStrict, sharedFrom, progress }: Publication): Promise<Staged> {
  const { content, output, cache, now } = settings;
  const recordFile = join(cacheFor(cache, "outputs", output), "record");
  const inputs = nameInputs(pages, archive, program);
  const paths = pages.map(({ address }) => outputFile(address));
  const unchanged = findUnchanged(readRecord(recordFile), paths, inputs);
  const present = restoreTree(staged, output, unchanged);
  const isWanted = (index: number) => !present.has(paths[index] ?? "");
  const wanted = pages.filter((_, index) => isWanted(index));
  const problems = await makePictures(wanted, cache);
  const rendered = new Map<string, Written>();
  if (problems.length === 0 && wanted.length > 0) {
    // Eleventy is loaded only where something is rendered.
    const { render } = await import("./render.ts");
    const sharing = { content, now, readings: cacheFor(cache, "readings", content), program, all: pages, isWanted };
    progress.begin("Seiten", wanted.length);
    for (const { path, ...file } of await render({ archive, pages: wanted, output: staged, cache, isStrict, sharedFrom, reach: progress.reach }, sharing))
      rendered.set(path, { inputs: "", ...file });
  }
  const record = new Map<string, Written>();
  if (problems.length === 0) {
    paths.forEach((path, index) => {
      const written = rendered.get(path) ?? (present.has(path) ? unchanged.get(path) : undefined);
      if (!written?.size) throw new Error(`Die Seite ${pages[index]?.address} fehlt nach dem Bau oder ist leer.`);
      record.set(path, { ...written, inputs: inputs[index] ?? "" });
    });
  }
  return {
    problems,
    made: rendered.size,
    hashOf: (path) => record.get(path)?.sha256,
    save: () => {
      keepCache(cache, "outputs", output);
      writeRecord(recordFile, record);
    },
  };
}

/** The files whose inputs are still the same. */
function findUnchanged(earlier: BuildRecord, paths: readonly string[], inputs: readonly string[]): Map<string, Written> {
  const unchanged = new Map<string, Written>();
  paths.forEach((path, index) => {
    const written = earlier.get(path);
    if (written && written.inputs === inputs[index]) unchanged.set(path, written);
  });
  return unchanged;
}
