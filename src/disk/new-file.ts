import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAbandoned } from "./whole-file.ts";

/** A file of a person's that is already there: it is never written over. */
export class AlreadyThere extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} gibt es schon; es wird nicht überschrieben.`);
    this.file = file;
  }
}

/** Writes a file that is not there yet, as a whole or not at all; throws `AlreadyThere` where one is. */
export function writeNew(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  removeAbandoned(dirname(file));
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, content);
    placeNew(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Writes a folder of files that is not there yet, as a whole or not at all; throws `AlreadyThere` where one is. */
export function writeNewFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  if (existsSync(folder)) throw new AlreadyThere(folder);
  mkdirSync(dirname(folder), { recursive: true });
  removeAbandoned(dirname(folder));
  const part = `${folder}.${process.pid}.part`;
  try {
    mkdirSync(part, { recursive: true });
    for (const [name, bytes] of files) writeFileSync(join(part, basename(name)), bytes);
    renameSync(part, folder);
  } finally {
    rmSync(part, { force: true, recursive: true });
  }
}

/** Does something within a moment that an interruption (Ctrl+C) must not stop half way: it counts for nothing meanwhile. */
export function uninterrupted<T>(work: () => T): T {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const ignore = (): void => undefined;
  for (const signal of signals) process.on(signal, ignore);
  try {
    return work();
  } finally {
    for (const signal of signals) process.off(signal, ignore);
  }
}

/** A link is made only where nothing is: no moment lies between looking and writing. File systems without links look first. */
function placeNew(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "EEXIST" || existsSync(file)) throw new AlreadyThere(file);
    if (code === undefined || !["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP", "EMLINK"].includes(code)) throw thrown;
    renameSync(part, file);
  }
}

/** Takes away what an interrupted run left in a folder. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder, { withFileTypes: true }))
    if (isAbandoned(name.name)) rmSync(join(folder, name.name), { force: true, recursive: true });
}
