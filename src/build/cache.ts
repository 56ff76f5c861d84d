import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { digest } from "../disk/digest.ts";
import { writeWhole } from "../disk/whole-file.ts";

/** The file of a cache folder that says for which folder it is kept. */
const SUBJECT = "of";

/** The part of the cache that is kept for one folder: the readings of a content folder, what was written to an output folder. */
export function cacheFor(cache: string, kind: "readings" | "outputs", subject: string): string {
  return join(cache, kind, digest(resolve(subject)));
}

/** Makes such a part where it is not there; what is kept for folders that are gone goes. */
export function keepCache(cache: string, kind: "readings" | "outputs", subject: string): void {
  const own = cacheFor(cache, kind, subject);
  writeWhole(join(own, SUBJECT), resolve(subject));
  for (const name of readdirSync(join(cache, kind))) {
    const folder = join(cache, kind, name);
    if (folder !== own && isOrphan(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

/** Another build may be making it just now, so only what names a folder that is gone is taken away. */
function isOrphan(folder: string): boolean {
  try {
    return !existsSync(readFileSync(join(folder, SUBJECT), "utf8"));
  } catch {
    return false;
  }
}
