import { readFileSync } from "node:fs";
import { digest } from "../disk/digest.ts";
import { writeWhole } from "../disk/whole-file.ts";

/**
 * How many characters of a digest stand behind a picture in the cache: a full disk, a crash or a failing disk may have left a part or
 * something else.
 */
const SEAL = digest("").length;

/** The picture in a file of the cache; undefined where there is none, or not all of it as it was made. */
export function readKept(file: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(file);
    const picture = bytes.subarray(0, -SEAL);
    return picture.length > 0 && bytes.toString("latin1", picture.length) === digest(picture) ? picture : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a picture in a file of the cache, with its seal. */
export function keepPicture(file: string, picture: Uint8Array): void {
  writeWhole(file, Buffer.concat([picture, Buffer.from(digest(picture))]));
}
