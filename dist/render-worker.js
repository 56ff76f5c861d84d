import {
  renderBatches
} from "./chunk-M7LKWSRW.js";
import "./chunk-QZL5WK5W.js";
import "./chunk-3WY5NRQK.js";
import "./chunk-UBOGNSJH.js";
import "./chunk-JHM24REH.js";
import {
  fingerprintArchive
} from "./chunk-GSXU5EXN.js";
import "./chunk-2SAFQ7SA.js";
import "./chunk-EQIZTJF3.js";
import {
  listPages,
  readArchive
} from "./chunk-7IJKEVJN.js";
import "./chunk-FVQZC4Y6.js";
import {
  openReadings
} from "./chunk-7ARRN7P6.js";
import "./chunk-NUYPUACE.js";
import "./chunk-REIFWWHW.js";
import "./chunk-L76BSKQN.js";
import "./chunk-KDO7YUWJ.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-RQY7RBGY.js";
import "./chunk-UIJ32YZE.js";
import "./chunk-6KULUY2B.js";

// src/build/render-worker.ts
import { parentPort, workerData } from "node:worker_threads";
var { content, now, clock, readings, program, faults, wanted, expected, counters, ...run } = workerData;
var { archive } = readArchive({ folder: content, now, readings: openReadings(readings, program, clock), faults });
if (!archive || fingerprintArchive(archive) !== expected)
  throw new Error(`${content} wurde während des Baus geändert. Bauen Sie noch einmal.`);
var pages = listPages(archive).filter((_, index) => wanted[index]);
parentPort?.postMessage(await renderBatches({ ...run, archive, pages, isStrict: false, onProgress: () => void 0 }, counters));
