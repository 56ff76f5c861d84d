import {
  renderBatches
} from "./chunk-GIDE7XYK.js";
import "./chunk-2L332S5E.js";
import "./chunk-TTFE6DIS.js";
import "./chunk-UBOGNSJH.js";
import "./chunk-X7CK6YPC.js";
import {
  fingerprintArchive
} from "./chunk-7AV3DNKZ.js";
import "./chunk-O6P2YX3Q.js";
import "./chunk-NTV4CEF6.js";
import {
  listPages,
  readArchive
} from "./chunk-BCRMMXIE.js";
import "./chunk-O5P6RIOR.js";
import {
  openReadings
} from "./chunk-5EBG7R4H.js";
import "./chunk-4KDI5CBF.js";
import "./chunk-PVW3D2DO.js";
import "./chunk-C2RGS7IL.js";
import "./chunk-2MWZRJQY.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-2GZW4RHB.js";
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
