import { unzipSync, zipSync } from "fflate";

/** Most that a document may hold, unpacked, in bytes, and most files in it: more has no office's document, but a zip bomb does. */
const UNPACKED_MAX = 200_000_000;
const FILES_MAX = 5_000;

/**
 * The files of a zip archive by their names; undefined where it is damaged. Throws in German where it would unpack to more than a document
 * can hold: each file is unpacked into as much memory as the archive says that it needs, and no more.
 */
export function unpack(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  let total = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        count++;
        if (total > UNPACKED_MAX || count > FILES_MAX) throw new TooLarge();
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (thrown) {
    if (thrown instanceof TooLarge) throw new Error("Entpackt wäre es über 200 MB groß; so groß ist kein Schriftstück.");
    return undefined;
  }
}

class TooLarge extends Error {}

/** Packs files into a zip archive as they are. */
export function pack(files: ReadonlyMap<string, Uint8Array>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
}
