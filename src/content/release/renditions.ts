import { fileAddress } from "../../addresses.ts";
import type { Image } from "./release.ts";

/** Widths in pixels that pages offer: a phone, a text column, a text column on a dense screen. */
const WIDTHS = [480, 960, 1600];

/** Widest picture for print and download in pixels: A4 across at 300 dpi with room to crop. */
const PRINT_WIDTH = 3000;

/** The formats in which pictures are published. */
export type PictureFormat = "webp" | "jpeg";

/** One file to be made of a picture. */
export interface Rendition {
  address: string;
  width: number;
  format: PictureFormat;
}

/** The files of a picture: for pages in each width as WebP and JPEG, and one JPEG for print. */
export interface Renditions {
  webp: readonly Rendition[];
  jpeg: readonly Rendition[];
  print: Rendition;
}

/** What is made of a picture; its name without ending is the beginning of every file's. */
export function renditionsOf(image: Pick<Image, "file" | "width">, releaseId: string): Renditions {
  const stem = image.file.replace(/\.[^.]+$/, "");
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, image.width)))];
  const of = (format: PictureFormat) =>
    widths.map(
      (width): Rendition => ({ address: fileAddress(releaseId, `${stem}-${width}.${format === "webp" ? "webp" : "jpg"}`), width, format }),
    );
  return {
    webp: of("webp"),
    jpeg: of("jpeg"),
    print: { address: fileAddress(releaseId, `${stem}.jpg`), width: Math.min(PRINT_WIDTH, image.width), format: "jpeg" },
  };
}

/** The pictures that a text (Markdown) does not place itself: the first stands above the text, the others below. */
export function picturesAround(images: readonly Image[], text: () => string): readonly Image[] {
  if (images.length === 0) return images;
  const written = text();
  return images.filter(({ file }) => !written.includes(`](${file}`));
}
