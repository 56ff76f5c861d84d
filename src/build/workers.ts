import module from "node:module";
import { availableParallelism } from "node:os";
import { dirname, extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Problem } from "../problems.ts";
import type { Written } from "./kept-tree.ts";

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

/** What a worker is told to render and where to; `expected` is the fingerprint of the archive. */
export interface WorkerTask extends Sharing {
  output: string;
  cache: string;
  sharedFrom: number | undefined;
  expected: string;
  counters: Counters;
}

/** A thread that has loaded the program or is about to, and renders once it is told what. */
export interface Helper {
  render: (task: WorkerTask) => Promise<Written[]>;
  end: () => void;
}

/** From so many pages with layouts on, other threads load the program in less time than they save. */
export const WORTH_A_WORKER = 1500;

/** More workers than this would share the memory of a laptop. */
const WORKERS_MAX = 4;

/** Starts a helper for each processor but the one that works already. */
export function startHelpers(): Helper[] {
  return Array.from({ length: Math.min(availableParallelism(), WORKERS_MAX) - 1 }, startHelper);
}

function startHelper(): Helper {
  // A third of the usual young generation: as fast, and less memory for each thread.
  const worker = new Worker(beginning(), { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
  const rendered = new Promise<Written[]>((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`Ein Teil des Baus wurde abgebrochen (${code}).`)));
  });
  // Reported where it is waited for; until then others may be at work.
  rendered.catch(() => undefined);
  return {
    render: (task) => {
      worker.postMessage(task);
      return rendered;
    },
    end: () => void worker.terminate(),
  };
}

/**
 * What a thread begins with: Node passes neither its cache of compiled code on to it nor, where it strips no types, the loader that does.
 */
function beginning(): string {
  const program = JSON.stringify(new URL(`./render-worker${extname(import.meta.filename)}`, import.meta.url).href);
  const { getCompileCacheDir } = module as { getCompileCacheDir?: () => string | undefined };
  const compiled = getCompileCacheDir?.();
  // The cache has a folder for each version of Node.
  const cache = compiled === undefined ? "" : `require("node:module").enableCompileCache(${JSON.stringify(dirname(compiled))});`;
  const hasTypes = extname(import.meta.filename) === ".ts" && !(process.features as { typescript?: unknown }).typescript;
  const loader = hasTypes ? `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}).then(({ register }) => register())` : "";
  return `${cache}${loader ? `${loader}.then(() => import(${program}))` : `import(${program})`};`;
}
