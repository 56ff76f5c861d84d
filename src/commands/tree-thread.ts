import { parentPort, workerData } from "node:worker_threads";
import { readRecord } from "../record.ts";
import { restoreTree } from "../tree.ts";
import type { TreeTask } from "./restoring.ts";

// Answers with one byte for each file of the record, in its order: 1 where it is in the tree.
const { tree, live, file } = workerData as TreeTask;
const record = readRecord(file);
const present = restoreTree(tree, live, record);
parentPort?.postMessage(Uint8Array.from(record.keys(), (path) => Number(present.has(path))));
