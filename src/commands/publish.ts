import { outputFile } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { cacheFor, keepCache } from "../cache.ts";
import { nameInputs } from "../inputs.ts";
import type { Page } from "../pages.ts";
import { makePictures } from "../pictures.ts";
import type { Problem } from "../problems.ts";
import { hashIn, isMadeOf, printWritten, writeRecord } from "../record.ts";
import { discard } from "../tree.ts";
import type { Progress } from "./progress.ts";
import { type Restoring, recordFile } from "./restoring.ts";
import type { Settings } from "./settings.ts";

/** What is to be published, and where it is staged. */
export interface Publication {
  archive: Archive;
  pages: readonly Page[];
  settings: Settings;
  staged: string;
  /** Brings what is staged to the state of the last build. */
  restoring: Restoring;
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
export async function stage({ archive, pages, settings, staged, restoring, program, isStrict, sharedFrom, progress }: Publication): Promise<Staged> {
  const { content, output, cache, now } = settings;
  const inputs = nameInputs(pages, archive, program);
  const { record, present } = await restoring.finish();
  const paths = pages.map(({ address }) => outputFile(address));
  // The line of the record for each page whose file can stay.
  const lines = paths.map((path, index) => {
    const line = present.has(path) ? record.get(path) : undefined;
    return line !== undefined && isMadeOf(line, inputs[index] ?? "") ? line : undefined;
  });
  const staying = new Set(paths.filter((_, index) => lines[index] !== undefined));
  discard(
    staged,
    [...present].filter((path) => !staying.has(path)),
  );
  const isWanted = (index: number) => lines[index] === undefined;
  const wanted = pages.filter((_, index) => isWanted(index));
  const problems = await makePictures(wanted, cache);
  if (problems.length > 0) return { problems, made: 0, hashOf: () => undefined, save: () => undefined };
  if (wanted.length > 0) {
    // Eleventy is loaded only where something is rendered.
    const { render } = await import("./render.ts");
    const sharing = { content, now, readings: cacheFor(cache, "readings", content), program, all: pages, isWanted };
    progress.begin("Seiten", wanted.length);
    const rendered = await render({ archive, pages: wanted, output: staged, cache, isStrict, sharedFrom, reach: progress.reach }, sharing);
    const byPath = new Map(rendered.map((file) => [file.path, file]));
    paths.forEach((path, index) => {
      if (!isWanted(index)) return;
      const file = byPath.get(path);
      if (!file?.size) throw new Error(`Die Seite ${pages[index]?.address} fehlt nach dem Bau oder ist leer.`);
      lines[index] = printWritten({ ...file, inputs: inputs[index] ?? "" });
    });
  }
  const written = new Map(paths.map((path, index) => [path, lines[index] ?? ""]));
  return {
    problems,
    made: wanted.length,
    hashOf: (path) => hashIn(written.get(path) ?? ""),
    save: () => {
      keepCache(cache, "outputs", output);
      writeRecord(recordFile(settings), written);
    },
  };
}
