import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./pages.ts";
import { error, FILE_START, type Problem } from "./problems.ts";
import type { Rendition } from "./renditions.ts";

/** Part of every cached name: when the way of making pictures changes, so must this. */
const RECIPE = "1-eleventy-img-6.0.4";

/** Makes all pictures of a site that the cache does not have; a source that cannot be read as a picture is a problem, named once. */
export async function makePictures(pages: readonly Page[], cache: string): Promise<Problem[]> {
  const broken = new Map<string, Problem>();
  for (const page of pages) {
    if (page.layout !== "picture" || broken.has(page.source)) continue;
    try {
      await makePicture(page.source, page.rendition, cache);
    } catch {
      broken.set(
        page.source,
        error(page.source, FILE_START, "Das Bild ist beschädigt und lässt sich nicht umrechnen.", "Speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP."),
      );
    }
  }
  return [...broken.values()];
}

const hashes = new Map<string, { modified: number; hash: string }>();

/** The content of a file as a name; asked for each of its renditions, read once. */
function hashOf(source: string): string {
  const modified = statSync(source).mtimeMs;
  const known = hashes.get(source);
  if (known?.modified === modified) return known.hash;
  const hash = createHash("sha256").update(RECIPE).update(readFileSync(source)).digest("hex").slice(0, 32);
  hashes.set(source, { modified, hash });
  return hash;
}

/**
 * The file that holds a rendition, made now unless the cache has it; nothing of the source but its pixels is in it (no EXIF, no GPS).
 * Cached by the source's content, so a second build makes none.
 */
export async function makePicture(source: string, { width, format }: Pick<Rendition, "width" | "format">, cache: string): Promise<string> {
  const hash = hashOf(source);
  const folder = join(cache, "pictures");
  const made = join(folder, `${hash}-${width}.${format}`);
  if (existsSync(made)) return made;
  mkdirSync(folder, { recursive: true });
  // Loaded only where a picture is to be made: most builds make none.
  const { default: makeImages } = await import("@11ty/eleventy-img");
  const [partial] = (
    await makeImages(source, {
      widths: [width],
      formats: [format],
      outputDir: folder,
      useCache: false,
      // A camera held upright says so in EXIF, which goes: the pixels are turned instead.
      fixOrientation: true,
      filenameFormat: () => `${hash}-${width}.${process.pid}.part`,
      // JPEG has no transparency: what was see-through becomes paper.
      transform: (sharp: { flatten: (options: object) => void }) => {
        if (format === "jpeg") sharp.flatten({ background: "#fff" });
      },
      sharpJpegOptions: { quality: 82, mozjpeg: true },
      sharpWebpOptions: { quality: 78 },
    })
  )[format] ?? [{ outputPath: "" }];
  if (!partial) throw new Error(`Das Bild ${source} ließ sich nicht umrechnen.`);
  // Half a picture must never be taken for a whole one.
  renameSync(partial.outputPath, made);
  rmSync(partial.outputPath, { force: true });
  return made;
}
