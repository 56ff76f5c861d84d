import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import Eleventy from "@11ty/eleventy";
import type { Archive } from "../archive/archive.ts";
import { createDrawer, type Drawer } from "../rendering/drawing/drawings.ts";
import { INPUT, requireLayouts, setUpEleventy } from "../rendering/rendering.ts";
import { isView, type Page } from "../site/pages.ts";
import { divideIntoBatches, divideIntoRuns } from "./batches.ts";
import { fingerprintArchive } from "./fingerprints.ts";
import { stateOf, type Written } from "./kept-tree.ts";
import { layoutFailure } from "./layout-failure.ts";
import { type Counters, type Helper, type Sharing, startHelpers, WORTH_A_WORKER } from "./workers.ts";

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

/** So many batches there are at least where threads share them, so that they end at about the same time. */
const BATCHES_MIN = 8;

/**
 * Bytes of garbage that a worker lets lie: V8 by itself lets a heap grow to several times of what lives in it, and a large archive lives
 * in each worker.
 */
const GARBAGE_MAX = 350_000_000;

/**
 * Renders pages in batches, and where there are many (`sharing` says how) in several threads at once; throws when a layout fails. `helpers`
 * are threads that were started before; without any they are started now.
 */
export async function render(run: RenderRun, sharing?: Sharing, helpers: readonly Helper[] = []): Promise<Written[]> {
  requireLayouts(run.pages);
  const isShared = sharing && run.pages.filter(isView).length >= (run.sharedFrom ?? WORTH_A_WORKER);
  const started = isShared && helpers.length === 0 ? startHelpers() : helpers;
  const counters = { taken: new Int32Array(new SharedArrayBuffer(4)), made: new Int32Array(new SharedArrayBuffer(4)) };
  const { archive, output, cache, sharedFrom } = run;
  // Each reads the archive by itself, by what has been kept of it, which is cheaper than handing over all pages.
  const others = isShared
    ? started.map((helper) => helper.render({ ...sharing, output, cache, sharedFrom, counters, expected: fingerprintArchive(archive) }))
    : [];
  // While the others finish, nobody here renders who could tell how far they are.
  const clock = setInterval(() => run.onProgress?.(Atomics.load(counters.made, 0)), 500);
  try {
    const own = await renderBatches(run, counters);
    return [own, ...(await Promise.all(others))].flat();
  } finally {
    clearInterval(clock);
    for (const { end } of started) end();
  }
}

/** Takes batches until none is left, and renders them. */
export async function renderBatches(run: RenderRun, { taken, made }: Counters): Promise<Written[]> {
  const most = run.sharedFrom ?? Math.ceil(run.pages.filter(isView).length / BATCHES_MIN);
  const batches = divideIntoBatches(run.pages, most);
  const rendered: Written[] = [];
  const drawer = createDrawer(run.cache);
  const before = process.memoryUsage().heapUsed;
  const onPage = () => run.onProgress?.(Atomics.add(made, 0, 1));
  for (let batch = Atomics.add(taken, 0, 1); batch < batches.length; batch = Atomics.add(taken, 0, 1)) {
    for (const pages of divideIntoRuns(batches[batch] ?? [])) {
      for (const [path, sha256] of await renderOnce({ ...run, pages }, drawer, onPage))
        rendered.push({ path, sha256, state: stateOf(join(run.output, path)) });
      if (process.memoryUsage().heapUsed > before + GARBAGE_MAX) collectGarbage();
    }
  }
  return rendered;
}

async function renderOnce(
  { archive, pages, output, cache, isStrict }: RenderRun,
  drawer: Drawer,
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
        drawer,
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
