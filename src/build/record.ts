import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sha256 } from "../disk/digest.ts";
import { inPieces, writeWhole } from "../disk/whole-file.ts";

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

/** The files of an output by their path in it, each as `printWritten` prints it: of most nobody asks more than whether it is still the same. */
export type BuildRecord = ReadonlyMap<string, string>;

const FORMAT = "stadtchronik-record-2";

/** What a record says of a file, on one line. */
export function printWritten({ inputs, sha256: hash, size, modified, inode }: Written): string {
  return `${inputs}\t${hash}\t${size}\t${modified}\t${inode}`;
}

/** What such a line says. */
export function parseWritten(line: string): Written {
  const [inputs = "", hash = "", size, modified, inode] = line.split("\t");
  return { inputs, sha256: hash, size: Number(size), modified: Number(modified), inode: Number(inode) };
}

/** True where such a line says that the file was made of these inputs. */
export function isMadeOf(line: string, inputs: string): boolean {
  return line.startsWith(inputs) && line[inputs.length] === "\t";
}

/** The SHA-256 that such a line says. */
export function hashIn(line: string): string {
  const from = line.indexOf("\t") + 1;
  return line.slice(from, line.indexOf("\t", from));
}

/** Reads what the last build wrote; empty where it is not known: no file, a damaged one, another version's. */
export function readRecord(file: string): Map<string, string> {
  const record = new Map<string, string>();
  try {
    const text = readFileSync(file, "utf8");
    const end = text.lastIndexOf("\n") + 1;
    if (text.slice(end) !== `${FORMAT} ${sha256(text.slice(0, end))}`) return record;
    for (const line of text.slice(0, end - 1).split("\n")) {
      const at = line.indexOf("\t");
      record.set(line.slice(0, at), line.slice(at + 1));
    }
  } catch {
    // Then it is not known.
  }
  return record;
}

/** Writes a record as a whole or not at all. */
export function writeRecord(file: string, written: Iterable<{ path: string; line: string }>): void {
  const hash = createHash("sha256");
  writeWhole(file, function* () {
    for (const piece of inPieces(written, ({ path, line }) => `${path}\t${line}\n`)) {
      hash.update(piece);
      yield piece;
    }
    yield `${FORMAT} ${hash.digest("hex")}`;
  });
}
