import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, type Stats, utimesSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAbandoned } from "../disk/whole-file.ts";
import { compareText } from "../problems.ts";

/** The files below a folder, by their paths in it; what a killed build began to put there goes. */
export function filesBelow(folder: string, inner = ""): string[] {
  return readdirSync(join(folder, inner), { withFileTypes: true }).flatMap((entry) => {
    const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, path);
    if (!isAbandoned(entry.name)) return [path];
    rmSync(join(folder, path), { force: true });
    return [];
  });
}

/**
 * Brings a live site to the state of a staged one, file by file, where its folder has to stay. Each file is replaced as a whole; what
 * others refer to comes first (pictures and files, then releases, then lists, then feeds and data), what is no more goes last. `own` are
 * the paths of the files that an earlier build made: nothing else is ever taken away. The staged site stays as it is.
 */
export function placeFiles(staged: string, live: string, own: ReadonlySet<string>): void {
  const paths = filesBelow(staged).sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b));
  const wanted = new Set(paths);
  const gone = [...own].filter((path) => !wanted.has(path));
  for (const path of paths) {
    const [source, target] = [join(staged, path), join(live, path)];
    if (isSame(lstatSync(source), statOf(target))) continue;
    makeRoom(live, path, own);
    placeFile(source, target);
  }
  for (const path of gone) {
    if (statOf(join(live, path))?.isFile()) rmSync(join(live, path));
    removeEmpty(live, dirname(path));
  }
}

/** What is referred to comes before what refers to it: files and pictures (0), releases (1), lists (2), feeds and data (3). */
export function rankOf(path: string): number {
  if (!/\.(html|xml|json|jsonl|csv)$/.test(path)) return 0;
  if (/(^|\/)\d{4}\/\d\d\/[^/]+\/[^/]+$/.test(path)) return 1;
  return path.endsWith(".html") ? 2 : 3;
}

/** The same file by two names; or a copy of it on another disk, which keeps size and time. */
function isSame(source: Stats, target: Stats | undefined): boolean {
  if (!target?.isFile() || source.size !== target.size) return false;
  return source.dev === target.dev ? source.ino === target.ino : source.mtimeMs === target.mtimeMs;
}

/** What is known of a file; undefined where it is not there, or a file is where its folder should be. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** A file where a folder has to be, and a folder where a file has to be, go: they are of an earlier build, or the build is refused. */
function makeRoom(live: string, path: string, own: ReadonlySet<string>): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    if (own.has(folder) && statOf(join(live, folder))?.isFile()) rmSync(join(live, folder));
  }
  const target = join(live, path);
  if (statOf(target)?.isDirectory()) {
    for (const inner of filesBelow(target)) if (own.has(`${path}/${inner}`)) rmSync(join(target, inner));
    removeEmptyBelow(target);
  }
  mkdirSync(dirname(target), { recursive: true });
}

/** Puts a copy of a file in the place of another as a whole: it is written beside it first. */
function placeFile(source: string, target: string): void {
  const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    try {
      linkSync(source, part);
    } catch {
      // Another disk, or one that knows no second names.
      copyFileSync(source, part);
      const { atime, mtime } = lstatSync(source);
      utimesSync(part, atime, mtime);
    }
    renameSync(part, target);
  } finally {
    rmSync(part, { force: true });
  }
}

function removeEmpty(live: string, folder: string): void {
  for (let at = folder; at !== "."; at = dirname(at)) {
    try {
      rmdirSync(join(live, at));
    } catch {
      return;
    }
  }
}

function removeEmptyBelow(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) removeEmptyBelow(join(folder, entry.name));
  try {
    rmdirSync(folder);
  } catch {
    // Something of somebody else's lies there; the rename that follows says so.
  }
}
