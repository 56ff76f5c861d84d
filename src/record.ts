import { readFileSync } from "node:fs";
import { sha256 } from "./digest.ts";
import { writeWhole } from "./whole-file.ts";

/** What tells a file that a build wrote from one that was changed since: size in bytes, time of the last change (ms), inode. */
export interface FileState {
  size: number;
  modified: number;
  inode: number;
}

/** A file that a build wrote: the name of what it was made of, the SHA-256 of its bytes, its state. */
export interface Written extends FileState {
  inputs: string;
  sha256: string;
}

/** The files of an output by their path in it. */
export type BuildRecord = ReadonlyMap<string, Written>;

const FORMAT = "stadtchronik-record-1";

/** Reads what the last build wrote; empty where it is not known: no file, a damaged one, another version's. */
export function readRecord(file: string): BuildRecord {
  try {
    const text = readFileSync(file, "utf8");
    const body = text.slice(text.indexOf("\n") + 1);
    if (text.slice(0, text.length - body.length - 1) !== `${FORMAT} ${sha256(body)}`) return new Map();
    const record = new Map<string, Written>();
    for (const line of body.split("\n")) {
      const [path = "", inputs = "", hash = "", size, modified, inode] = line.split("\t");
      if (path !== "") record.set(path, { inputs, sha256: hash, size: Number(size), modified: Number(modified), inode: Number(inode) });
    }
    return record;
  } catch {
    return new Map();
  }
}

/** Writes a record as a whole or not at all. */
export function writeRecord(file: string, record: BuildRecord): void {
  const lines: string[] = [];
  for (const [path, { inputs, sha256: hash, size, modified, inode }] of record) lines.push(`${path}\t${inputs}\t${hash}\t${size}\t${modified}\t${inode}`);
  const body = lines.join("\n");
  writeWhole(file, `${FORMAT} ${sha256(body)}\n${body}`);
}
