import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { PIXELS_MAX } from "../content/media.ts";
import type { Rendition } from "../content/release/renditions.ts";
import { digest } from "../disk/digest.ts";
import { isOfDisk } from "../disk/failure.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { error, FILE_START, type Problem } from "../problems.ts";
import type { Page } from "../site/pages.ts";

/** Part of every cached name: when the way of making pictures changes, so must this. */
export const RECIPE = "3-eleventy-img-6.0.4";

/** How many pictures are made at once: each takes one core, and unpacked as much memory as it has pixels. */
const AT_ONCE = Math.min(4, availableParallelism());

/** Makes all pictures of a site that the cache does not have; a source that cannot be read as a picture is a problem, named once. */
export async function makePictures(pages: readonly Page[], cache: string): Promise<Problem[]> {
  const broken = new Map<string, Problem>();
  const pictures = pages.filter((page) => page.layout === "picture");
  readHashes(cache);
  const queue = pictures.values();
  const work = async (): Promise<void> => {
    // Each takes the next from the same queue.
    for (const { source, rendition } of queue) {
      if (broken.has(source)) continue;
      try {
        await makePicture(source, rendition, cache);
      } catch (thrown) {
        // A full disk is no fault of the picture's.
        if (isOfDisk(thrown)) throw thrown;
        broken.set(
          source,
          error(
            source,
            FILE_START,
            "Das Bild ist beschädigt und lässt sich nicht umrechnen.",
            "Speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.",
          ),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (pictures.length > 0) writeHashes(new Set(pictures.map(({ source }) => source)), cache);
  return pictures.flatMap(({ source }) => {
    const problem = broken.get(source);
    broken.delete(source);
    return problem ?? [];
  });
}

/** What is known of a source file: while its size and the moment of its last change (which nobody can set) are the same, so is its content. */
interface Known {
  size: number;
  changed: number;
  hash: string;
}

const hashes = new Map<string, Known>();

/** The content of a file as a name; read once as long as it does not change, since photos are what an archive has most of. */
function hashOf(source: string): string {
  const { size, ctimeMs: changed } = statSync(source);
  const known = hashes.get(source);
  if (known?.changed === changed && known.size === size) return known.hash;
  const hash = createHash("sha256").update(RECIPE).update(readFileSync(source)).digest("hex").slice(0, 32);
  hashes.set(source, { size, changed, hash });
  return hash;
}

function hashesFile(cache: string): string {
  return join(cache, "pictures", `${RECIPE}.json`);
}

function readHashes(cache: string): void {
  try {
    for (const [source, known] of Object.entries(JSON.parse(readFileSync(hashesFile(cache), "utf8")) as Record<string, Known>))
      if (!hashes.has(source)) hashes.set(source, known);
  } catch {
    // The first build, or a damaged file: then every source is read again.
  }
}

function writeHashes(sources: ReadonlySet<string>, cache: string): void {
  writeWhole(hashesFile(cache), JSON.stringify(Object.fromEntries([...hashes].filter(([source]) => sources.has(source)))));
}

const making = new Map<string, Promise<Uint8Array>>();

/**
 * The bytes of a rendition, made now unless the cache has it whole; nothing of the source but its pixels and their colour profile is in it (no EXIF, no GPS).
 * Cached by the source's content, so a second build makes none.
 */
export async function makePicture(
  source: string,
  { width, format }: Pick<Rendition, "width" | "format">,
  cache: string,
): Promise<Uint8Array> {
  const hash = hashOf(source);
  const file = join(cache, "pictures", `${hash}-${width}.${format}`);
  const made = readMade(file);
  if (made) return made;
  // The same photo may stand with two releases.
  const begun = making.get(file) ?? convert(source, { width, format }, file);
  making.set(file, begun);
  try {
    return await begun;
  } finally {
    making.delete(file);
  }
}

/** How many characters of a digest stand behind a picture in the cache: a full disk, a crash or a failing disk may have left a part or something else. */
const SEAL = digest("").length;

/** The picture in a file of the cache; undefined where there is none, or not all of it as it was made. */
function readMade(file: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(file);
    const picture = bytes.subarray(0, -SEAL);
    return picture.length > 0 && bytes.toString("latin1", picture.length) === digest(picture) ? picture : undefined;
  } catch {
    return undefined;
  }
}

async function convert(source: string, { width, format }: Pick<Rendition, "width" | "format">, file: string): Promise<Uint8Array> {
  // Loaded only where a picture is to be made: most builds make none.
  const { default: makeImages } = await import("@11ty/eleventy-img");
  const made = await makeImages(source, {
    widths: [width],
    formats: [format],
    // In memory: a file is only what is sealed.
    dryRun: true,
    useCache: false,
    // A camera held upright says so in EXIF, which goes: the pixels are turned instead.
    fixOrientation: true,
    // A damaged photo is refused; without this it would be published with a grey rest.
    sharpOptions: { failOn: "warning", limitInputPixels: PIXELS_MAX },
    // JPEG has no transparency: what was see-through becomes paper.
    transform: (sharp: { flatten: (options: object) => void }) => {
      if (format === "jpeg") sharp.flatten({ background: "#fff" });
    },
    sharpJpegOptions: { quality: 82, mozjpeg: true },
    sharpWebpOptions: { quality: 78 },
  });
  const picture = made[format]?.[0]?.buffer;
  if (!picture?.length) throw new Error(`Aus ${source} wurde kein Bild.`);
  writeWhole(file, Buffer.concat([picture, Buffer.from(digest(picture))]));
  return picture;
}
