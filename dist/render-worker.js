import {
  renderBatches
} from "./chunk-SOJDFRMM.js";
import "./chunk-NWPJR3IA.js";
import "./chunk-KZHFZOGY.js";
import "./chunk-UBOGNSJH.js";
import "./chunk-HACSP2QY.js";
import {
  fingerprintArchive
} from "./chunk-PE4Y2A5N.js";
import "./chunk-RPGSQSMC.js";
import "./chunk-5XXYOP3C.js";
import {
  listPages,
  readArchive
} from "./chunk-RPMWFXRL.js";
import "./chunk-GRN6NJGO.js";
import {
  openReadings
} from "./chunk-LWC2LD6X.js";
import "./chunk-26TO5X7X.js";
import "./chunk-I3SAASU7.js";
import "./chunk-G2FZNHZR.js";
import "./chunk-4TZPYSX3.js";
import "./chunk-FP2DE4YH.js";
import "./chunk-U3RF2VTT.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-52J7WROK.js";
import "./chunk-LSOXEK3Q.js";
import "./chunk-6JBEXXWS.js";
import "./chunk-4C34KSNY.js";
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
