import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import Eleventy from "@11ty/eleventy";
import type { Archive } from "../archive/archive.ts";
import type { Problem } from "../problems.ts";
import { INPUT, requireLayouts, setUpEleventy } from "../rendering/rendering.ts";
import { isView, type Page } from "../site/pages.ts";
import { divideIntoBatches, divideIntoRuns } from "./batches.ts";
import { fingerprintArchive } from "./fingerprints.ts";
import { stateOf, type Written } from "./kept-tree.ts";
import { layoutFailure } from "./layout-failure.ts";

/** What to render and where to; none of the files to be written may be there yet. */
export interface RenderRun {
  archive: Archive;
  pages: readonly Page[];
  output: string;
  cache: string;
  isStrict: boolean;
  /**
   * From how many pages with layouts on several workers share the work, and the most of a batch where it is less than usual; tests set it
   * low.
   */
  sharedFrom?: number | undefined;
  /** Told how many pages are made, by all workers together. */
  onProgress?: (done: number) => void;
}

/**
 * What a worker needs to find the same pages by itself: where and when to read, the fingerprint of the program, and for each page whether
 * it is wanted.
 */
export interface Sharing {
  content: string;
  now: number;
  clock: number;
  readings: string;
  program: string;
  faults: readonly Problem[];
  wanted: readonly boolean[];
}

/** What the workers count together: batches taken, pages made. */
export interface Counters {
  taken: Int32Array;
  made: Int32Array;
}

/** What a worker is told; `expected` is the fingerprint of the archive. */
export interface WorkerTask extends Sharing, Pick<RenderRun, "output" | "cache" | "sharedFrom"> {
  expected: string;
  counters: Counters;
}

/** Below so many pages with layouts a second worker would take longer to load the program than it saves. */
const WORTH_A_WORKER = 5000;

/** More workers than this would share the memory of a laptop. */
const WORKERS_MAX = 4;

/**
 * Bytes of garbage that a worker lets lie: V8 by itself lets a heap grow to several times of what lives in it, and a large archive lives
 * in each worker.
 */
const GARBAGE_MAX = 350_000_000;

/** Renders pages in batches, and where there are many (`sharing` says how) in several workers at once; throws when a layout fails. */
export async function render(run: RenderRun, sharing?: Sharing): Promise<Written[]> {
  requireLayouts(run.pages);
  const isShared = sharing && run.pages.filter(isView).length >= (run.sharedFrom ?? WORTH_A_WORKER);
  const workers = isShared ? Math.min(availableParallelism(), WORKERS_MAX) - 1 : 0;
  const counters = { taken: new Int32Array(new SharedArrayBuffer(4)), made: new Int32Array(new SharedArrayBuffer(4)) };
  const helpers = sharing ? Array.from({ length: workers }, () => startWorker(run, sharing, counters)) : [];
  // While the others finish, nobody here renders who could tell how far they are.
  const clock = setInterval(() => run.onProgress?.(Atomics.load(counters.made, 0)), 500);
  try {
    const own = await renderBatches(run, counters);
    return [own, ...(await Promise.all(helpers.map(({ rendered }) => rendered)))].flat();
  } finally {
    clearInterval(clock);
    for (const { worker } of helpers) void worker.terminate();
  }
}

/** Takes batches until none is left, and renders them. */
export async function renderBatches(run: RenderRun, { taken, made }: Counters): Promise<Written[]> {
  const batches = divideIntoBatches(run.pages, run.sharedFrom);
  const rendered: Written[] = [];
  const before = process.memoryUsage().heapUsed;
  const onPage = () => run.onProgress?.(Atomics.add(made, 0, 1));
  for (let batch = Atomics.add(taken, 0, 1); batch < batches.length; batch = Atomics.add(taken, 0, 1)) {
    for (const pages of divideIntoRuns(batches[batch] ?? [])) {
      for (const [path, sha256] of await renderOnce({ ...run, pages }, onPage))
        rendered.push({ path, sha256, state: stateOf(join(run.output, path)) });
      if (process.memoryUsage().heapUsed > before + GARBAGE_MAX) collectGarbage();
    }
  }
  return rendered;
}

/** Starts a worker: it reads the archive as was done here, by what has been kept of it, which is cheaper than handing over all pages. */
function startWorker({ archive, output, cache, sharedFrom }: RenderRun, sharing: Sharing, counters: Counters) {
  const workerData: WorkerTask = { ...sharing, output, cache, sharedFrom, counters, expected: fingerprintArchive(archive) };
  // Packed, the module beside this one is JavaScript as this one is.
  const module = new URL(`./render-worker${extname(import.meta.url)}`, import.meta.url).href;
  const isStripped = (process.features as { typescript?: unknown }).typescript || module.endsWith(".js");
  // Node 20 strips no types, and does not pass the loader that does on to threads.
  const loader = isStripped ? "Promise.resolve()" : 'import("tsx/esm/api").then(({ register }) => register())';
  const worker = new Worker(
    `${loader}.then(() => import(${JSON.stringify(module)}))`,
    // A third of the usual young generation: as fast, and less memory for each thread.
    { eval: true, workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } },
  );
  const rendered = new Promise<Written[]>((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`Ein Teil des Baus wurde abgebrochen (${code}).`)));
  });
  // Reported where it is waited for; until then others may be at work.
  rendered.catch(() => undefined);
  return { worker, rendered };
}

async function renderOnce(
  { archive, pages, output, cache, isStrict }: RenderRun,
  onPage: () => void,
): Promise<ReadonlyMap<string, string>> {
  let written: ReadonlyMap<string, string> = new Map();
  const eleventy = new Eleventy(INPUT, output, {
    configPath: "",
    quietMode: true,
    config: (config) => {
      config.setOutputDirectory(output);
      setUpEleventy(config, {
        read: () => ({ archive, pages }),
        cache,
        isStrict,
        onPage,
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
    throw layoutFailure(thrown);
  }
  return written;
}

/** Frees what is not used any more, where V8 would wait until there is twice as much. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
