import { parentPort } from "node:worker_threads";
import { openReadings } from "../archive/cache/readings.ts";
import { readArchive } from "../archive/reading.ts";
import { listPages } from "../site/capabilities.ts";
import { fingerprintArchive } from "./fingerprints.ts";
import { renderBatches } from "./render.ts";
import type { WorkerTask } from "./workers.ts";

parentPort?.once("message", async ({ content, now, clock, readings, program, faults, wanted, expected, counters, ...run }: WorkerTask) => {
  const { archive } = readArchive({ folder: content, now, readings: openReadings(readings, program, clock), faults });
  if (!archive || fingerprintArchive(archive) !== expected)
    throw new Error(`${content} wurde während des Baus geändert. Bauen Sie noch einmal.`);
  const pages = listPages(archive).filter((_, index) => wanted[index]);
  parentPort?.postMessage(await renderBatches({ ...run, archive, pages, isStrict: false, onProgress: () => undefined }, counters));
});
