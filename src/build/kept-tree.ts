import { createHash } from "node:crypto";
import { linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, type Stats, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFile } from "../addresses.ts";
import { sha256 } from "../disk/digest.ts";
import { inPieces, writeWhole } from "../disk/whole-file.ts";
import { compareText } from "../problems.ts";
import { type ManifestEntry, type ManifestOrder, writeManifest } from "./manifest.ts";

/** A file as it was written: its path in the output, the SHA-256 of its bytes, its state (`stateOf`). */
export interface Written {
  path: string;
  sha256: string;
  state: string;
}

/** A page to be published, with the fingerprint of what it is made of. */
export type Planned = Pick<ManifestEntry, "kind" | "address"> & { fingerprint: string };

/** The tree of a site that an earlier build left, and the record of what was made of what. */
export interface KeptTree {
  /** Takes away what is not made of the same any more; answers for each page, in the order given, whether it has to be made. */
  settle: (pages: readonly Planned[]) => boolean[];
  /**
   * Writes the manifest of all pages settled, and the record; `made` are the files made since, by path. Answers with the manifest's
   * entries.
   */
  finish: (order: ManifestOrder, made: ReadonlyMap<string, Written>) => ManifestEntry[];
}

/** Opens the tree of a site; where a file is missing in it that of the `live` site serves as well. `recordFile` is the record of both. */
export function openTree(tree: string, live: string, recordFile: string): KeptTree {
  let plan: { page: Planned; line: string }[] = [];
  return {
    settle: (pages) => {
      const record = readRecord(recordFile);
      const same = new Map<string, string>();
      for (const { address, fingerprint } of pages) {
        const path = outputFile(address);
        const line = record.get(path);
        if (line?.startsWith(`${fingerprint}\t`)) same.set(path, line);
      }
      restore(tree, live, same);
      plan = pages.map((page) => ({ page, line: same.get(outputFile(page.address)) ?? "" }));
      return plan.map(({ line }) => line === "");
    },
    finish: (order, made) => {
      for (const entry of plan) entry.line ||= lineOf(entry.page, made.get(outputFile(entry.page.address)));
      plan.sort((a, b) => compareText(a.page.address, b.page.address));
      const entries = plan.map(({ page: { address, kind }, line }) => ({ address, kind, sha256: line.split("\t", 2)[1] ?? "" }));
      const listed = writeManifest(entries, tree, order);
      writeRecord(recordFile, plan);
      return listed;
    },
  };
}

/** What tells a file that a build wrote from one that was changed since: size in bytes, time of the last change (ms), inode. */
export function stateOf(path: string): string {
  return stateIn(lstatSync(path));
}

function stateIn({ size, mtimeMs, ino }: Stats): string {
  return `${size}\t${mtimeMs}\t${ino}`;
}

/**
 * What the record says of a file: what it was made of, the SHA-256 of its bytes, its state.
 * Throws where it was not made or is empty: a renderer that stops half way must not reach visitors.
 */
function lineOf({ address, fingerprint }: Planned, file: Written | undefined): string {
  if (!file || file.state.startsWith("0\t")) throw new Error(`Die Seite ${address} fehlt nach dem Bau oder ist leer.`);
  return `${fingerprint}\t${file.sha256}\t${file.state}`;
}

const FORMAT = "stadtchronik-record-2";

/** Reads what the last build wrote, a line for each path; empty where it is not known: no file, a damaged one, another version's. */
function readRecord(file: string): Map<string, string> {
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
    // What is not known is made anew.
  }
  return record;
}

function writeRecord(file: string, plan: readonly { page: Planned; line: string }[]): void {
  const hash = createHash("sha256");
  writeWhole(file, function* () {
    for (const piece of inPieces(plan, ({ page, line }) => `${outputFile(page.address)}\t${line}\n`)) {
      hash.update(piece);
      yield piece;
    }
    yield `${FORMAT} ${hash.digest("hex")}`;
  });
}

/**
 * Leaves in a tree the files that it shall keep (`same`: their paths, and what the record says of them) and nothing else. What is missing
 * comes from the live site as a second name (hard link) of the same file; what is not to be had is struck from `same`. Every file is
 * looked at (size, time, inode); one that looks otherwise is read, by its checksum. As both trees share files, a file of either may only be
 * replaced, never written in place.
 */
function restore(tree: string, live: string, same: Map<string, string>): void {
  const present = new Set<string>();
  let canLink = true;
  const isAsRecorded = (file: string, path: string) => {
    const line = same.get(path);
    const found = line === undefined ? undefined : lstatSync(file, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size > 0 && line?.endsWith(`\t${stateIn(found)}`) === true;
  };
  // A cache of CI that was unpacked again has other times and inodes, and the same bytes.
  const hasSameBytes = (file: string, path: string) => {
    const [fingerprint = "", sum = "", size = ""] = same.get(path)?.split("\t") ?? [];
    const found = sum === "" ? undefined : lstatSync(file, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size === 0 || size !== String(found.size) || sha256(readFileSync(file)) !== sum) return false;
    same.set(path, `${fingerprint}\t${sum}\t${stateIn(found)}`);
    return true;
  };
  mkdirSync(tree, { recursive: true });
  if (same.size === 0) for (const name of readdirSync(tree)) rmSync(join(tree, name), { recursive: true, force: true });
  else keepIn("");
  const folders = new Set<string>();
  for (const path of [...same.keys()]) {
    if (present.has(path)) continue;
    const target = join(tree, path);
    const folder = dirname(target);
    if (!isAsRecorded(join(live, path), path) && !hasSameBytes(join(live, path), path)) same.delete(path);
    else {
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      if (!link(join(live, path), target)) same.delete(path);
    }
  }

  /**
   * Where the live site has the recorded file and the tree another one, as after an upgrade that made all pages anew, it becomes the same
   * file: else this build and each after it would read the whole site. False where it cannot become it.
   */
  function sharesLive(path: string): boolean {
    if (!canLink || !isAsRecorded(join(live, path), path)) return false;
    const beside = join(tree, `${path}.new`);
    rmSync(beside, { force: true });
    canLink = link(join(live, path), beside);
    if (canLink) renameSync(beside, join(tree, path));
    return canLink;
  }

  /** Walks a folder of the tree; answers whether anything is left in it. */
  function keepIn(folder: string): boolean {
    let isLeft = false;
    for (const entry of readdirSync(join(tree, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (keepIn(path)) isLeft = true;
        else rmdirSync(join(tree, path));
      } else if (isAsRecorded(join(tree, path), path) || sharesLive(path) || hasSameBytes(join(tree, path), path)) {
        present.add(path);
        isLeft = true;
      } else unlinkSync(join(tree, path));
    }
    return isLeft;
  }
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
