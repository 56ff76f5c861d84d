import {
  stateOf
} from "./chunk-2L332S5E.js";
import {
  layoutFailure
} from "./chunk-UBOGNSJH.js";
import {
  INPUT,
  requireLayouts,
  setUpEleventy
} from "./chunk-X7CK6YPC.js";
import {
  fingerprintArchive
} from "./chunk-7AV3DNKZ.js";
import {
  isView
} from "./chunk-N7RXHMIM.js";

// src/build/render.ts
import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import Eleventy from "@11ty/eleventy";

// src/build/batches.ts
var VIEWS_MAX = 1200;
var RUN_MAX = 400;
function divideIntoBatches(pages, most = VIEWS_MAX) {
  const viewsMax = Math.min(most, VIEWS_MAX);
  const periods = /* @__PURE__ */ new Map();
  for (const page of pages) {
    const period = /[/-](\d{4})(?=[/.])/.exec(page.address)?.[1] ?? "";
    const group = periods.get(period);
    if (group) group.push(page);
    else periods.set(period, [page]);
  }
  const batches = [];
  for (const [, group] of [...periods].sort(([a], [b]) => a < b ? -1 : 1)) {
    const views = group.filter(isView).length;
    const last = batches.at(-1);
    if (last && last.views + views <= viewsMax) {
      last.pages = last.pages.concat(group);
      last.views += views;
    } else batches.push({ pages: group, views });
  }
  return batches.sort((a, b) => b.pages.length - a.pages.length).map((batch) => batch.pages);
}
function divideIntoRuns(batch) {
  const views = batch.filter(isView);
  const runs = [];
  for (let from = 0; from < views.length; from += RUN_MAX) runs.push(views.slice(from, from + RUN_MAX));
  const last = runs.pop() ?? [];
  return [...runs, [...last, ...batch.filter((page) => !isView(page))]];
}

// src/build/render.ts
var WORTH_A_WORKER = 5e3;
var WORKERS_MAX = 4;
var GARBAGE_MAX = 35e7;
async function render(run, sharing) {
  requireLayouts(run.pages);
  const isShared = sharing && run.pages.filter(isView).length >= (run.sharedFrom ?? WORTH_A_WORKER);
  const workers = isShared ? Math.min(availableParallelism(), WORKERS_MAX) - 1 : 0;
  const counters = { taken: new Int32Array(new SharedArrayBuffer(4)), made: new Int32Array(new SharedArrayBuffer(4)) };
  const helpers = sharing ? Array.from({ length: workers }, () => startWorker(run, sharing, counters)) : [];
  const clock = setInterval(() => run.onProgress?.(Atomics.load(counters.made, 0)), 500);
  try {
    const own = await renderBatches(run, counters);
    return [own, ...await Promise.all(helpers.map(({ rendered }) => rendered))].flat();
  } finally {
    clearInterval(clock);
    for (const { worker } of helpers) void worker.terminate();
  }
}
async function renderBatches(run, { taken, made }) {
  const batches = divideIntoBatches(run.pages, run.sharedFrom);
  const rendered = [];
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
function startWorker({ archive, output, cache, sharedFrom }, sharing, counters) {
  const workerData = { ...sharing, output, cache, sharedFrom, counters, expected: fingerprintArchive(archive) };
  const module = new URL(`./render-worker${extname(import.meta.url)}`, import.meta.url).href;
  const isStripped = process.features.typescript || module.endsWith(".js");
  const loader = isStripped ? "Promise.resolve()" : 'import("tsx/esm/api").then(({ register }) => register())';
  const worker = new Worker(
    `${loader}.then(() => import(${JSON.stringify(module)}))`,
    // A third of the usual young generation: as fast, and less memory for each thread.
    { eval: true, workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } }
  );
  const rendered = new Promise((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`Ein Teil des Baus wurde abgebrochen (${code}).`)));
  });
  rendered.catch(() => void 0);
  return { worker, rendered };
}
async function renderOnce({ archive, pages, output, cache, isStrict }, onPage) {
  let written = /* @__PURE__ */ new Map();
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
        }
      });
    }
  });
  eleventy.disableLogger();
  await eleventy.init();
  try {
    await eleventy.write();
  } catch (thrown) {
    throw layoutFailure(thrown);
  }
  return written;
}
function collectGarbage() {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

export {
  render,
  renderBatches
};
