import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { digest } from "../../disk/digest.ts";
import { uninterrupted, writeNew } from "../../disk/new-file.ts";
import type { Written } from "./record.ts";

/** The files of a release and of what belongs to it, by their paths in the content folder. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** What was written, by paths and digests. */
export function writtenOf(id: string, files: Files): Written {
  return { id, files: Object.fromEntries([...files].map(([path, content]) => [path, digest(content)]).sort()) };
}

/**
 * Writes the files of a release where none are, as a whole or not at all: its own comes last, and what was written before it goes where it
 * cannot be. Throws `AlreadyThere` where something is.
 */
export function layFiles(content: string, files: Files): void {
  uninterrupted(() => {
    const done: string[] = [];
    try {
      for (const [path, bytes] of [...files].sort(([a], [b]) => Number(isText(a)) - Number(isText(b)))) {
        writeNew(join(content, path), bytes);
        done.push(path);
      }
    } catch (thrown) {
      for (const path of done) removeFile(content, path);
      throw thrown;
    }
  });
}

/** Takes away files that an import wrote, and the folders that are empty then. */
export function removeFiles(content: string, paths: Iterable<string>): void {
  for (const path of paths) removeFile(content, path);
}

function removeFile(content: string, path: string): void {
  rmSync(join(content, path), { force: true });
  for (let folder = dirname(path); folder !== "." && folder.includes("/"); folder = dirname(folder)) {
    const full = join(content, folder);
    if (!existsSync(full) || readdirSync(full).length > 0) return;
    rmdirSync(full);
  }
}

/** True for the file of a release itself: by it all the others are published. */
function isText(path: string): boolean {
  return /^releases\/\d{4}\/\d\d\/[^/]+\.md$/.test(path);
}
