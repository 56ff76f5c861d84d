import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import pLimit from "p-limit";
import { fileEnding } from "../content/media.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { isText } from "./headers.ts";

/** The codings that servers send ready made, by the ending of their files. */
export const CODINGS = ["br", "gz"] as const;

/** A coding, as the ending of its files names it. */
export type Coding = (typeof CODINGS)[number];

/** What a compressed file is made by; a change of it makes all anew. Brotli beyond 5 takes ten times as long for a tenth less. */
export const RECIPE = "1";

/** Below so many bytes an answer fits into one packet either way. */
const WORTH_IT = 512;

/** So many at a time keep all of the four threads busy that Node compresses with. */
const AT_ONCE = 8;

/** True for a file that is sent compressed: a text that is not too short. */
export function isCompressed(path: string, size: number): boolean {
  return size >= WORTH_IT && isText(fileEnding(path));
}

/** Compressed files that were made of content, kept by its SHA-256. */
export interface Compressed {
  /** Makes what is not there yet, and answers with where each of them lies. */
  make: (wanted: readonly { source: string; sha256: string; coding: Coding }[]) => Promise<string[]>;
  /** Forgets what a place held (keys, as a package has them) and does not hold any more. */
  forget: (before: Iterable<string>, wanted: ReadonlySet<string>) => void;
}

/** Opens the compressed files that are kept in a folder. */
export function openCompressed(folder: string): Compressed {
  const placeOf = (sha256: string, coding: Coding) => join(folder, sha256.slice(0, 2), `${sha256.slice(2, 32)}.${RECIPE}.${coding}`);
  return {
    make: (wanted) => {
      const limit = pLimit(AT_ONCE);
      return Promise.all(
        wanted.map(({ source, sha256, coding }) =>
          limit(async () => {
            const place = placeOf(sha256, coding);
            if (!existsSync(place)) writeWhole(place, await compress(readFileSync(source), coding));
            return place;
          }),
        ),
      );
    },
    forget: (before, wanted) => {
      for (const key of before) {
        const [, sum, coding] = /^([0-9a-f]{32})\.(br|gz)/.exec(key) ?? [];
        if (sum && coding && !wanted.has(key)) rmSync(placeOf(sum, coding as Coding), { force: true });
      }
    },
  };
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

function compress(content: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === "gz") return deflate(content, { level: 9 });
  return brotli(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}
