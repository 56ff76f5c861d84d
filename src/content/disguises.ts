import type { Ends } from "./files.ts";

/** What stands at the beginning of a file in place of which Git LFS keeps another (git-lfs, docs/spec.md). */
const LFS_POINTER = "version https://git-lfs.github.com/spec/";

/** True for a file that only points to the real one, as a checkout without Git LFS leaves it. */
export function isLfsPointer(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, LFS_POINTER.length)).toString("latin1") === LFS_POINTER;
}

/** What is wrong with a pointer of Git LFS, and what to do. */
export const LFS_FAULT: readonly [message: string, remedy: string] = [
  "Hier liegt nur ein Verweis von Git LFS, nicht die Datei selbst.",
  "Holen Sie die Datei mit git lfs pull; in einer CI gehört lfs: true zum Auschecken.",
];

const brand = ({ head }: Ends): string => (head.toString("latin1", 4, 8) === "ftyp" ? head.toString("latin1", 8, 12) : "");
const begins = ({ head }: Ends, ...beginnings: readonly string[]) =>
  beginnings.some((beginning) => head.toString("latin1", 0, beginning.length) === beginning);

/** Formats that are taken for pictures but cannot be published, as an editor knows them. */
const FOREIGN_PICTURES: readonly [name: string, is: (ends: Ends) => boolean][] = [
  ["HEIC, das Format von iPhones", (ends) => /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(brand(ends))],
  ["AVIF", (ends) => /^avi[fs]$/.test(brand(ends))],
  ["ein Video", (ends) => brand(ends) !== "" || begins(ends, "\x1aE\xdf\xa3")],
  ["GIF", (ends) => begins(ends, "GIF8")],
  ["TIFF oder ein Rohbild der Kamera", (ends) => begins(ends, "II*\0", "MM\0*", "IIU\0", "FUJIFILMCCD")],
  ["BMP", (ends) => begins(ends, "BM")],
  ["Photoshop (PSD)", (ends) => begins(ends, "8BPS")],
  ["JPEG XL", (ends) => begins(ends, "\xff\x0a", "\0\0\0\x0cJXL ")],
  ["JPEG 2000", (ends) => begins(ends, "\0\0\0\x0cjP  ")],
  ["ein PDF", (ends) => begins(ends, "%PDF-")],
  ["ein ZIP-Archiv oder Office-Dokument", (ends) => begins(ends, "PK\x03\x04")],
  ["eine Webseite oder Zeichnung (HTML, SVG)", ({ head }) => /^(\xef\xbb\xbf)?\s*<[a-z!?]/i.test(head.toString("latin1", 0, 200))],
];

/** What a file holds that is named like a picture; undefined where that is not known. */
export function foreignPicture(ends: Ends): string | undefined {
  return FOREIGN_PICTURES.find(([, is]) => is(ends))?.[0];
}

/** Endings of pictures that cannot be published, and what they are called. */
export const FOREIGN_ENDINGS: ReadonlyMap<string, string> = new Map([
  ["heic", "HEIC, das Format von iPhones"],
  ["heif", "HEIF, das Format von Telefonen"],
]);

/** How a picture of another format is made one that can be published. */
export const SAVE_AGAIN =
  "Öffnen Sie das Bild in einem Bildprogramm, und speichern Sie es als JPEG, PNG oder WebP; umbenennen genügt nicht.";
