import { parentPort, workerData } from "node:worker_threads";
import { openReadings } from "../archive/cache/readings.ts";
import { readArchive } from "../archive/reading.ts";
import { listPages } from "../site/capabilities.ts";
import { fingerprintArchive } from "./fingerprints.ts";
import { renderBatches, type WorkerTask } from "./render.ts";

const { content, now, clock, readings, program, faults, wanted, expected, counters, ...run } = workerData as WorkerTask;
const { archive } = readArchive({ folder: content, now, readings: openReadings(readings, program, clock), faults });
if (!archive || fingerprintArchive(archive) !== expected)
  throw new Error(`${content} wurde während des Baus geändert. Bauen Sie noch einmal.`);
const pages = listPages(archive).filter((_, index) => wanted[index]);
parentPort?.postMessage(await renderBatches({ ...run, archive, pages, isStrict: false, onProgress: () => undefined }, counters));
