import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { PIXELS_MAX } from "../content/media.ts";
import { digest } from "../disk/digest.ts";
import { isOfDisk } from "../disk/failure.ts";
import { error, FILE_START, type Problem } from "../problems.ts";
import { isPicture, type Page, type PicturePage } from "../site/pages.ts";
import { keepPicture, readKept } from "./kept-picture.ts";

/** Part of every cached name: when the way of making pictures changes, so must this. */
export const PICTURE_RECIPE = "3-eleventy-img-6.0.4";

/** How many pictures are made at once: each takes one core, and unpacked as much memory as it has pixels. */
const AT_ONCE = Math.min(4, availableParallelism());

/** The picture is not the one any more that was checked. */
class ChangedPicture extends Error {
  constructor(source: string) {
    super(`${source} wurde während des Baus geändert. Bauen Sie noch einmal.`);
  }
}

/** Told how many pictures there are to make, and how many are done. */
export interface PictureProgress {
  begin: (total: number) => void;
  tell: (done: number) => void;
}

/** Makes all pictures of a site that the cache does not have; a source that cannot be read as a picture is a problem, named once. */
export async function makePictures(pages: readonly Page[], cache: string, progress?: PictureProgress): Promise<Problem[]> {
  const limit = pLimit(AT_ONCE);
  const broken = new Set<string>();
  const make = async (page: PicturePage): Promise<void> => {
    if (broken.has(page.digest)) return;
    try {
      await makePicture(page, cache);
    } catch (thrown) {
      // A full disk is no fault of the picture's.
      if (isOfDisk(thrown) || thrown instanceof ChangedPicture) throw thrown;
      broken.add(page.digest);
    }
  };
  const pictures = pages.filter(isPicture);
  // The same photo may stand with two releases, and is made once.
  const once = new Map(pictures.map((page) => [cacheFile(page, cache), page]));
  progress?.begin(once.size);
  let done = 0;
  const follow = async (page: PicturePage) => {
    await make(page);
    progress?.tell(++done);
  };
  await Promise.all([...once.values()].map((page) => limit(follow, page)));
  const sources = new Set(pictures.filter(({ digest: content }) => broken.has(content)).map(({ source }) => source));
  const message = "Das Bild ist beschädigt und lässt sich nicht umrechnen.";
  const remedy = "Speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.";
  return [...sources].map((source) => error("picture-damaged", source, FILE_START, message, remedy));
}

/**
 * The bytes of a rendition, made now unless the cache has it whole; nothing of the source but its pixels and their colour profile is in it
 * (no EXIF, no GPS).
 */
export async function makePicture(page: PicturePage, cache: string): Promise<Uint8Array> {
  const file = cacheFile(page, cache);
  return readKept(file) ?? (await convert(page, file));
}

/** Where a rendition is kept, by the content of its source: so a second build makes none. */
function cacheFile({ digest: content, rendition: { width, format } }: PicturePage, cache: string): string {
  return join(cache, "pictures", `${digest(`${PICTURE_RECIPE} ${content}`)}-${width}.${format}`);
}

async function convert({ source, digest: known, rendition: { width, format } }: PicturePage, file: string): Promise<Uint8Array> {
  if (digest(readFileSync(source)) !== known) throw new ChangedPicture(source);
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
    // Whether it is damaged was judged before (picture-judge.ts); what a decoder only warns of does not matter here.
    sharpOptions: { failOn: "none", limitInputPixels: PIXELS_MAX },
    // JPEG has no transparency: what was see-through becomes paper.
    transform: (sharp: { flatten: (options: object) => void }) => {
      if (format === "jpeg") sharp.flatten({ background: "#fff" });
    },
    sharpJpegOptions: { quality: 82, mozjpeg: true },
    sharpWebpOptions: { quality: 78 },
  });
  const picture = made[format]?.[0]?.buffer;
  if (!picture?.length) throw new Error(`Aus ${source} wurde kein Bild.`);
  keepPicture(file, picture);
  return picture;
}
