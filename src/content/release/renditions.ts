import { fileAddress } from "../../addresses.ts";
import { fill } from "../../messages.ts";
import type { Image } from "./release.ts";

/** Widths in pixels that pages offer: a phone, a text column, a text column on a dense screen. */
const WIDTHS = [480, 960, 1600];

/** The width in which pages show a picture (CSS `sizes`): the column, or the screen where that is narrower. */
const SIZES = "(max-width: 40rem) 100vw, 38rem";

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

/** The files of a picture: for pages as WebP and JPEG in each width, with the value of their attribute `sizes`; and one JPEG for print. */
export interface Renditions {
  sizes: string;
  webp: readonly Rendition[];
  jpeg: readonly Rendition[];
  print: Rendition;
}

/** The permanent address of a picture of a release: of its JPEG for print. */
export function pictureAddress(releaseId: string, file: string): string {
  return fileAddress(releaseId, `${file.replace(/\.[^.]+$/, "")}.jpg`);
}

/** The files that are made of a picture; their names begin with the picture's name without its ending. */
export function renditionsOf(image: Pick<Image, "file" | "width">, releaseId: string): Renditions {
  const stem = image.file.replace(/\.[^.]+$/, "");
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, image.width)))];
  const of = (format: PictureFormat) =>
    widths.map(
      (width): Rendition => ({ address: fileAddress(releaseId, `${stem}-${width}.${format === "webp" ? "webp" : "jpg"}`), width, format }),
    );
  return {
    sizes: SIZES,
    webp: of("webp"),
    jpeg: of("jpeg"),
    print: { address: pictureAddress(releaseId, image.file), width: Math.min(PRINT_WIDTH, image.width), format: "jpeg" },
  };
}

/** The height of a file that is made of a picture, in pixels. */
export function heightOf(image: Pick<Image, "width" | "height">, { width }: Pick<Rendition, "width">): number {
  return Math.max(1, Math.round((image.height * width) / image.width));
}

/** The files of one format as the attribute `srcset`. */
export function srcset(files: readonly Rendition[], href: (address: string) => string): string {
  return files.map(({ address, width }) => `${href(address)} ${width}w`).join(", ");
}

/** Words that say whose a picture is ("Bild: {credit}"), and that nobody knows it. */
export interface CreditWords {
  credit: string;
  unknown: string;
}

/** Whose picture it is and under which licence it stands, in the words of a language; in brackets where the archive supplied it. */
export function creditLine({ credit, license, isSupplied }: Pick<Image, "credit" | "license" | "isSupplied">, words: CreditWords): string {
  const named = fill(words.credit, { credit: credit ?? words.unknown });
  const line = license === undefined ? named : `${named}, ${license}`;
  return isSupplied ? `[${line}]` : line;
}

/** What stands below a picture, in brackets where the archive supplied it. */
export function captionOf({ caption, isSupplied }: Pick<Image, "caption" | "isSupplied">): string | undefined {
  return caption !== undefined && isSupplied ? `[${caption}]` : caption;
}

/** The pictures that a text does not place itself (`placed` names those it does): the first stands above the text, the others below. */
export function picturesAround(images: readonly Image[], placed: () => ReadonlySet<string>): readonly Image[] {
  if (images.length === 0) return images;
  const inText = placed();
  return images.filter(({ file }) => !inText.has(file));
}
