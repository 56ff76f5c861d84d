import { createHash } from "node:crypto";
import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, type Stats, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFile } from "../addresses.ts";
import { sha256 } from "../disk/digest.ts";
import { inPieces, writeWhole } from "../disk/whole-file.ts";
import { compareText } from "../problems.ts";
import { type ManifestEntry, writeManifest } from "./manifest.ts";

/** What tells a file that a build wrote from one that was changed since: size in bytes, time of the last change (ms), inode. */
export interface FileState {
  size: number;
  modified: number;
  inode: number;
}

/** A file as it was written: its path in the output, the SHA-256 of its bytes, its state. */
export interface Written extends FileState {
  path: string;
  sha256: string;
}

/** A page to be published, with the fingerprint of what it is made of. */
export type Planned = Pick<ManifestEntry, "kind" | "address"> & { fingerprint: string };

/** The tree of a site that an earlier build left, and the record of what was made of what. */
export interface KeptTree {
  /** Takes away what is not made of the same any more; answers for each page, in the order given, whether it has to be made. */
  settle: (pages: readonly Planned[]) => boolean[];
  /**
   * Writes the manifest of all pages settled, and of `others` that stay beside them, and keeps the record; `made` are the files that had
   * to be made.
   */
  finish: (made: ReadonlyMap<string, Written>, others: readonly ManifestEntry[]) => void;
}

/** The files of an output by their path in it, each as a line of text: of most nobody asks more than whether it is still the same. */
type BuildRecord = Map<string, string>;

/**
 * Brings a tree to the state of the last build, with the live site's files where its own are missing; `recordFile` is the record of both.
 */
export function openTree(tree: string, live: string, recordFile: string): KeptTree {
  const record = readRecord(recordFile);
  const present = restore(tree, live, record);
  const lines: { page: Planned; line: string }[] = [];
  return {
    settle: (pages) => {
      for (const page of pages) {
        const path = outputFile(page.address);
        const line = (present.has(path) && record.get(path)) || "";
        const isSame = line.startsWith(`${page.fingerprint}\t`);
        if (isSame) present.delete(path);
        lines.push({ page, line: isSame ? line : "" });
      }
      discard(tree, present);
      present.clear();
      record.clear();
      return lines.map(({ line }) => line === "");
    },
    finish: (made, others) => {
      for (const entry of lines) if (entry.line === "") entry.line = lineOf(entry.page, made.get(outputFile(entry.page.address)));
      lines.sort((a, b) => compareText(a.page.address, b.page.address));
      const entries = lines.map(({ page: { address, kind }, line }) => ({ address, kind, sha256: line.split("\t", 2)[1] ?? "" }));
      writeManifest(entries, tree, others);
      writeRecord(recordFile, lines);
    },
  };
}

/** What tells a file from a changed one. */
export function stateOf(path: string): FileState {
  const { size, mtimeMs, ino } = lstatSync(path);
  return { size, modified: mtimeMs, inode: ino };
}

const FORMAT = "stadtchronik-record-2";

/**
 * What a record says of a file: what it was made of, the SHA-256 of its bytes, its state. Throws where it was not made: a renderer that
 * stops half way must not reach visitors.
 */
function lineOf({ address, fingerprint }: Planned, file: Written | undefined): string {
  if (!file?.size) throw new Error(`Die Seite ${address} fehlt nach dem Bau oder ist leer.`);
  return [fingerprint, file.sha256, file.size, file.modified, file.inode].join("\t");
}

function isAs(found: Stats | undefined, line: string): found is Stats {
  if (!found?.isFile()) return false;
  const [, , size, modified, inode] = line.split("\t");
  return found.size > 0 && found.size === Number(size) && found.mtimeMs === Number(modified) && found.ino === Number(inode);
}

/** Reads what the last build wrote; empty where it is not known: no file, a damaged one, another version's. */
function readRecord(file: string): BuildRecord {
  const record: BuildRecord = new Map();
  try {
    const text = readFileSync(file, "utf8");
    const end = text.lastIndexOf("\n") + 1;
    if (text.slice(end) !== `${FORMAT} ${sha256(text.slice(0, end))}`) return record;
    for (const line of text.slice(0, end - 1).split("\n")) {
      const at = line.indexOf("\t");
      record.set(line.slice(0, at), line.slice(at + 1));
    }
  } catch {
    // What is not known is made anew.
  }
  return record;
}

function writeRecord(file: string, lines: readonly { page: Planned; line: string }[]): void {
  const hash = createHash("sha256");
  writeWhole(file, function* () {
    for (const piece of inPieces(lines, ({ page, line }) => `${outputFile(page.address)}\t${line}\n`)) {
      hash.update(piece);
      yield piece;
    }
    yield `${FORMAT} ${hash.digest("hex")}`;
  });
}

/**
 * Brings a tree to the state of a record: what differs from it goes, what is missing comes from the live tree as a second name (hard link)
 * of the same file.
 * Answers with the files that now are as the record says. Every file is looked at (size, time, inode), none is read; nothing of the live
 * tree changes.
 * As both trees share files, a file of either may only be replaced, never written in place.
 */
function restore(tree: string, live: string, record: BuildRecord): Set<string> {
  const present = new Set<string>();
  mkdirSync(tree, { recursive: true });
  if (record.size === 0) for (const name of readdirSync(tree)) rmSync(join(tree, name), { recursive: true, force: true });
  else keepRecorded(tree, "", record, present);
  const folders = new Set<string>();
  for (const [path, line] of record) {
    if (present.has(path)) continue;
    const source = join(live, path);
    if (!isAs(lstatSync(source, { throwIfNoEntry: false }), line)) continue;
    const folder = dirname(join(tree, path));
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (link(source, join(tree, path))) present.add(path);
  }
  return present;
}

/** Walks a folder of the tree; answers whether anything is left in it. */
function keepRecorded(tree: string, folder: string, record: BuildRecord, present: Set<string>): boolean {
  let isLeft = false;
  for (const entry of readdirSync(join(tree, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const full = join(tree, path);
    const line = record.get(path);
    if (entry.isDirectory()) {
      if (keepRecorded(tree, path, record, present)) isLeft = true;
      else rmdirSync(full);
    } else if (line !== undefined && isAs(lstatSync(full), line)) {
      present.add(path);
      isLeft = true;
    } else unlinkSync(full);
  }
  return isLeft;
}

/** Some file systems know no second names, and a file can have too many of them. */
function link(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT") throw thrown;
    return false;
  }
}

/** Takes files (by their paths in it) away from a tree, and the folders that become empty by that. */
function discard(tree: string, paths: Iterable<string>): void {
  const folders = new Set<string>();
  for (const path of paths) {
    unlinkSync(join(tree, path));
    folders.add(dirname(path));
  }
  for (const folder of folders) {
    for (let at = folder; at !== "."; at = dirname(at)) {
      if (!existsSync(join(tree, at))) continue;
      if (readdirSync(join(tree, at)).length > 0) break;
      rmdirSync(join(tree, at));
    }
  }
}
