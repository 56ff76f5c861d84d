import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Rendition } from "./renditions.ts";

/** Part of every cached name: when the way of making pictures changes, so must this. */
const RECIPE = "1-eleventy-img-6.0.4";

/**
 * The file that holds a rendition, made now unless the cache has it; nothing of the source but its pixels is in it (no EXIF, no GPS).
 * Cached by the source's content, so a second build makes none.
 */
export async function makePicture(source: string, { width, format }: Pick<Rendition, "width" | "format">, cache: string): Promise<string> {
  const hash = createHash("sha256").update(RECIPE).update(readFileSync(source)).digest("hex").slice(0, 32);
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
