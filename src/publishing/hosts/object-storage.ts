import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../../addresses.ts";
import { CHECKSUMS } from "../../build/checksums.ts";
import { VOUCHERS } from "../../build/manifest.ts";
import { rankOf } from "../../build/placing.ts";
import { headersFor } from "../headers.ts";
import { complaint, type Ended, runProgram } from "../programs.ts";

/** A place that rclone reaches, and the program itself with its options. */
export interface Storage {
  remote: string;
  rclone: readonly string[];
}

/** What is there while a publication is under way: the checksums of what is coming, so that the next run can put away what was left. */
export const COMING = `${outputFile(CHECKSUMS)}.neu`;

/** The files of a storage with their sizes in bytes; empty where there is none yet. */
export async function listObjects(storage: Storage): Promise<Map<string, number>> {
  const ended = await run(storage, [
    "lsf",
    "--recursive",
    "--fast-list",
    "--files-only",
    "--format",
    "sp",
    "--separator",
    "\t",
    storage.remote,
  ]);
  // 3: the folder does not exist (rclone, "Exit code").
  if (ended.code === 3) return new Map();
  refuse(storage, ended);
  const lines = ended.stdout
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
  return new Map(lines.map((line) => [line.slice(line.indexOf("\t") + 1), Number(line.slice(0, line.indexOf("\t")))]));
}

/** Reads a file of a storage. */
export async function readObject(storage: Storage, path: string): Promise<Buffer> {
  const ended = await run(storage, ["cat", `${storage.remote}/${path}`]);
  refuse(storage, ended);
  return ended.stdout;
}

/** The steps in which a site comes to a storage, so that no page ever refers to what is not there; each is a list of paths. */
export function stepsOf(paths: readonly string[]): string[][] {
  const vouchers = new Set(VOUCHERS.map(outputFile));
  const steps: string[][] = [[], [], [], [], []];
  for (const path of paths) steps[vouchers.has(path) ? 4 : rankOf(path)]?.push(path);
  return steps.filter((step) => step.length > 0);
}

/**
 * Copies files of a folder to a storage, each as a whole, with the headers for caching that storages keep beside a file; `lists` is a
 * folder for lists.
 */
export async function upload(storage: Storage, folder: string, paths: readonly string[], lists: string): Promise<void> {
  const byCaching = new Map<string, string[]>();
  for (const path of paths) {
    const caching = headersFor(`/${path}`)["Cache-Control"] ?? "";
    byCaching.set(caching, [...(byCaching.get(caching) ?? []), path]);
  }
  for (const [caching, group] of byCaching) {
    const list = writeList(lists, group);
    const options = ["--files-from-raw", list, "--no-traverse", "--ignore-times", "--header-upload", `Cache-Control: ${caching}`];
    refuse(storage, await run(storage, ["copy", ...options, folder, storage.remote]));
  }
}

/** Takes files away. */
export async function remove(storage: Storage, paths: readonly string[], lists: string): Promise<void> {
  if (paths.length === 0) return;
  refuse(storage, await run(storage, ["delete", "--fast-list", "--files-from-raw", writeList(lists, paths), storage.remote]));
}

function writeList(lists: string, paths: readonly string[]): string {
  const list = join(lists, "paths");
  writeFileSync(list, paths.map((path) => `${path}\n`).join(""));
  return list;
}

function run({ rclone }: Storage, args: readonly string[]): Promise<Ended> {
  return runProgram([...rclone, "--retries", "3", "--low-level-retries", "5", "--transfers", "8", "--log-level", "ERROR", ...args]);
}

function refuse({ remote }: Storage, ended: Ended): void {
  if (ended.code === 0) return;
  throw new Error(
    `rclone kommt mit ${remote} nicht zurecht: ${complaint(ended)}. ` +
      `Prüfen Sie Namen, Zugangsdaten und Rechte (rclone lsd ${remote.replace(/:.*/, ":")}). ` +
      "Jede Seite dort ist ganz, wie sie war oder neu; die nächste Veröffentlichung bringt den Rest.",
  );
}
