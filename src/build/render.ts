import { availableParallelism } from "node:os";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Archive } from "../archive/archive.ts";
import { isOfDisk } from "../disk/failure.ts";
import { rendering } from "../rendering/rendering.ts";
import { isView, type Page } from "../site/pages.ts";
import { divideIntoBatches, divideIntoRuns } from "./batches.ts";
import { nameArchive } from "./fingerprints.ts";
import { collectGarbage } from "./garbage.ts";
import type { FileState } from "./record.ts";
import { startThread, type Thread } from "./thread.ts";
import { stateOf } from "./tree.ts";

/** What to render and where to; none of the files to be written may be there yet. */
export interface RenderRun {
  archive: Archive;
  pages: readonly Page[];
  output: string;
  cache: string;
  isStrict: boolean;
  /** From how many pages with layouts on several workers share the work, and the most of a batch where it is less than usual; tests set it low. */
  sharedFrom?: number | undefined;
  /** Told how many pages are made, by all workers together. */
  reach?: (done: number) => void;
}

/** A file as it was written: its path in the output, the SHA-256 of its bytes, its state. */
export type Rendered = FileState & { path: string; sha256: string };

/** Below so many pages with layouts a second worker would take longer to load the program than it saves. */
const WORTH_A_WORKER = 5000;

/** More workers than this would share the memory of a laptop. */
const WORKERS_MAX = 4;

/** Bytes of garbage that a worker lets lie: V8 by itself lets a heap grow to several times of what lives in it, and a large archive lives in each worker. */
const GARBAGE_MAX = 350_000_000;

/** What a worker needs to find the same pages by itself. */
export interface WorkerTask {
  content: string;
  now: number;
  /** Folder of the kept readings, and the name of the program that wrote them. */
  readings: string;
  program: string;
  archive: string;
  output: string;
  cache: string;
  sharedFrom?: number | undefined;
  /** One byte for each page of the archive: 1 where it is to be made. */
  wanted: Uint8Array;
  counters: Counters;
}

/** What the workers count together: batches taken, pages made. */
export interface Counters {
  taken: Int32Array;
  made: Int32Array;
}

/** How to share the work: what a worker needs to read the archive itself, and which of its pages are wanted. */
export type Sharing = Pick<WorkerTask, "content" | "now" | "readings" | "program" | "wanted">;

/** Renders pages in batches, and where there are many (`sharing` says how) in several workers at once; throws when a layout fails. */
export async function render(run: RenderRun, sharing?: Sharing): Promise<Rendered[]> {
  const workers =
    sharing && run.pages.filter(isView).length >= (run.sharedFrom ?? WORTH_A_WORKER)
      ? Math.min(availableParallelism(), WORKERS_MAX) - 1
      : 0;
  const counters = { taken: new Int32Array(new SharedArrayBuffer(4)), made: new Int32Array(new SharedArrayBuffer(4)) };
  const helpers = sharing ? Array.from({ length: workers }, () => startWorker(run, sharing, counters)) : [];
  // While the others finish, nobody here renders who could tell how far they are.
  const clock = setInterval(() => run.reach?.(Atomics.load(counters.made, 0)), 500);
  try {
    const own = await renderBatches(run, counters);
    return [own, ...(await Promise.all(helpers.map(({ rendered }) => rendered)))].flat();
  } finally {
    clearInterval(clock);
    for (const helper of helpers) void helper.stop();
  }
}

/** Takes batches until none is left, and renders them. */
export async function renderBatches(run: RenderRun, { taken, made }: Counters): Promise<Rendered[]> {
  const batches = divideIntoBatches(run.pages, run.sharedFrom);
  const rendered: Rendered[] = [];
  const before = process.memoryUsage().heapUsed;
  for (let batch = Atomics.add(taken, 0, 1); batch < batches.length; batch = Atomics.add(taken, 0, 1)) {
    const step = () => run.reach?.(Atomics.add(made, 0, 1));
    for (const pages of divideIntoRuns(batches[batch] ?? [])) {
      for (const [path, sha256] of await renderRun({ ...run, pages }, step))
        rendered.push({ path, sha256, ...stateOf(join(run.output, path)) });
      if (process.memoryUsage().heapUsed > before + GARBAGE_MAX) collectGarbage();
    }
  }
  return rendered;
}

function startWorker(
  { archive, output, cache, sharedFrom }: RenderRun,
  sharing: Sharing,
  counters: Counters,
): { rendered: Promise<Rendered[]>; stop: Thread["stop"] } {
  const thread = startThread("render-worker.ts");
  const rendered = thread.ask<Rendered[]>({
    ...sharing,
    archive: nameArchive(archive),
    output,
    cache,
    sharedFrom,
    counters,
  } satisfies WorkerTask);
  return { rendered, stop: thread.stop };
}

async function renderRun({ archive, pages, output, cache, isStrict }: RenderRun, step: () => void): Promise<ReadonlyMap<string, string>> {
  let written: ReadonlyMap<string, string> = new Map();
  const eleventy = new Eleventy("src", output, {
    configPath: "",
    quietMode: true,
    config: (config) => {
      config.setOutputDirectory(output);
      rendering(config, {
        read: () => ({ archive, pages }),
        cache,
        isStrict,
        step,
        finish: (_pages, _output, hashes) => {
          written = hashes;
        },
      });
    },
  });
  // Eleventy prints a failure with its stack and throws it as well: once is enough, and in our words.
  eleventy.disableLogger();
  await eleventy.init();
  try {
    await eleventy.write();
  } catch (thrown) {
    if (isOfDisk(thrown)) throw thrown;
    throw new Error(`Das Layout ließ sich nicht anwenden. ${reasons(thrown).join(" ")}`);
  }
  return written;
}

function reasons(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [String(thrown)];
  const inner = (thrown as { originalError?: unknown }).originalError ?? thrown.cause;
  return [thrown.message, ...(inner ? reasons(inner) : [])];
}
