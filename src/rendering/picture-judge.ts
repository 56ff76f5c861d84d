import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import type { ListedPicture } from "../archive/reading.ts";
import { positionInHead } from "../content/front-matter.ts";
import { PIXELS_MAX } from "../content/media.ts";
import { isOfDisk } from "../disk/failure.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { error, type Problem } from "../problems.ts";
import { withoutNotes } from "./picture-notes.ts";

/** Part of every verdict: when the way of judging changes, so must this. */
const RULE = "1";

/** How many pictures are unpacked at once. */
const AT_ONCE = Math.min(4, availableParallelism());

/**
 * The pictures that are damaged within, each told at the place where a release lists it. A picture is unpacked once: the verdict is kept in
 * the cache by its content.
 */
export async function judgePictures(pictures: readonly ListedPicture[], cache: string): Promise<Problem[]> {
  if (pictures.length === 0) return [];
  const file = join(cache, "pictures", "verdicts");
  const known = readVerdicts(file);
  const unknown = new Map(pictures.filter(({ digest }) => !known.has(digest)).map((picture) => [picture.digest, picture]));
  const limit = pLimit(AT_ONCE);
  const judged = await Promise.all(
    [...unknown.values()].map(({ digest, source }) => limit(async () => [digest, await isSound(source)] as const)),
  );
  for (const [digest, sound] of judged) known.set(digest, sound);
  if (judged.length > 0)
    writeWhole(file, Array.from(known, ([digest, sound]) => `${RULE} ${digest} ${sound ? "sound" : "damaged"}\n`).join(""));
  const message = (source: string) =>
    `Das Bild „${source.split(/[\\/]/).at(-1)}“ ist beschädigt; ein Teil davon fehlt oder wäre entstellt.`;
  const remedy = "Übertragen Sie es noch einmal, oder speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.";
  return pictures
    .filter(({ digest }) => known.get(digest) === false)
    .map(({ path, index, source }) =>
      error("picture-damaged", path, positionInHead(path, ["images", index, "file"]), message(source), remedy),
    );
}

/** What is known of pictures by the digest of their content: true where one is sound. Lines that are damaged count for nothing. */
function readVerdicts(file: string): Map<string, boolean> {
  let text = "";
  try {
    text = readFileSync(file, "latin1");
  } catch {
    // Without a cache everything is judged anew.
  }
  const lines = text.matchAll(/^(\S+) ([0-9a-f]{32}) (sound|damaged)$/gm);
  return new Map([...lines].flatMap(([, rule, digest = "", verdict]) => (rule === RULE ? [[digest, verdict === "sound"]] : [])));
}

/**
 * True for a picture that every viewer shows whole. What a decoder warns of may be a note that a camera wrote wrongly, so a picture that
 * gives a warning is looked at once more without its notes.
 */
async function isSound(source: string): Promise<boolean> {
  if ((await complaint(source)) === undefined) return true;
  const bytes = readFileSync(source);
  const bare = withoutNotes(bytes);
  const still = bare && (await complaint(bare));
  if (!bare) return false;
  if (still === undefined) return true;
  // What a camera fills up the end with: all of the picture has been read by then.
  const [, surplus] = /^(?:VipsJpeg: )?Corrupt JPEG data: (\d+) extraneous bytes before marker 0xd9\s*$/.exec(still) ?? [];
  return surplus !== undefined && Number(surplus) <= Math.max(SURPLUS_MAX, bytes.length / 100);
}

/** Bytes that may follow the data of a JPEG before its end mark, or a hundredth of the file: more is data that could not be read. */
const SURPLUS_MAX = 64;

/** What the decoder says against a picture when it unpacks all of it; undefined where it says nothing. */
async function complaint(source: string | Buffer): Promise<string | undefined> {
  // Loaded only where a picture is to be judged: most builds judge none.
  const { default: sharp } = await import("sharp");
  try {
    await sharp(source, { failOn: "warning", limitInputPixels: PIXELS_MAX }).resize(64).raw().toBuffer();
    return undefined;
  } catch (thrown) {
    if (isOfDisk(thrown)) throw thrown;
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
