import { type Dirent, existsSync, linkSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, type Stats, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BuildRecord, type FileState, parseWritten } from "./record.ts";

/**
 * Brings a tree of files to the state of a record: what differs from it goes, what is missing comes from the live tree as a second name (hard link) of the same file.
 * Answers with the files that now are as the record says. Every file is looked at (size, time, inode), none is read; nothing of the live tree changes.
 * As both trees share files, a file of either may only be replaced, never written in place.
 */
export function restoreTree(tree: string, live: string, record: BuildRecord): Set<string> {
  const present = new Set<string>();
  mkdirSync(tree, { recursive: true });
  if (record.size === 0) clear(tree);
  else keepRecorded(tree, "", record, present);
  const folders = new Set<string>();
  for (const [path, written] of record) {
    if (present.has(path)) continue;
    const source = join(live, path);
    const found = lstatSync(source, { throwIfNoEntry: false });
    if (!found || !isAs(found, parseWritten(written))) continue;
    const target = join(tree, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (link(source, target)) present.add(path);
  }
  return present;
}

/** Takes files (by their paths in it) away from a tree, and the folders that become empty by that. */
export function discard(tree: string, paths: Iterable<string>): void {
  const folders = new Set<string>();
  for (const path of paths) {
    unlinkSync(join(tree, path));
    folders.add(dirname(path));
  }
  for (const folder of folders) prune(tree, folder);
}

function prune(tree: string, folder: string): void {
  for (let at = folder; at !== "."; at = dirname(at)) {
    if (!existsSync(join(tree, at))) continue;
    if (readdirSync(join(tree, at)).length > 0) return;
    rmdirSync(join(tree, at));
  }
}

/** What tells a file from a changed one. */
export function stateOf(path: string): FileState {
  const { size, mtimeMs, ino } = lstatSync(path);
  return { size, modified: mtimeMs, inode: ino };
}

function isAs(found: Stats, { size, modified, inode }: FileState): boolean {
  return found.isFile() && found.size === size && found.mtimeMs === modified && found.ino === inode && size > 0;
}

/** Walks the tree; answers whether anything is left in the folder. */
function keepRecorded(tree: string, folder: string, record: BuildRecord, present: Set<string>): boolean {
  let isEmpty = true;
  for (const entry of readdirSync(join(tree, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (isKept(entry, path)) isEmpty = false;
  }
  return !isEmpty;

  function isKept(entry: Dirent, path: string): boolean {
    const full = join(tree, path);
    if (entry.isDirectory()) {
      if (keepRecorded(tree, path, record, present)) return true;
      rmdirSync(full);
      return false;
    }
    const written = record.get(path);
    if (written && isAs(lstatSync(full), parseWritten(written))) {
      present.add(path);
      return true;
    }
    unlinkSync(full);
    return false;
  }
}

function clear(tree: string): void {
  for (const name of readdirSync(tree)) rmSync(join(tree, name), { recursive: true, force: true });
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
