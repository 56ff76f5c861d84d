import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { error, type Position, type Problem } from "../problems.ts";
import { FOREIGN_ENDINGS, foreignPicture, isLfsPointer, LFS_FAULT, SAVE_AGAIN } from "./disguises.ts";
import { type Ends, readEnds } from "./files.ts";
import { onDemand } from "./on-demand.ts";
import { checkSvg } from "./svg.ts";

const sizes = onDemand<typeof import("image-size")>("image-size");

/** Most pixels of a picture: more than cameras make, and few enough to unpack in memory. */
export const PIXELS_MAX = 100_000_000;

/** Most pixels of a side in WebP; the widest that is made of a picture has 1600 across. */
const WEBP_MAX = 16_383;

/** Largest file in bytes; common static hosts refuse larger ones. */
const BYTES_MAX = 25_000_000;

const IMAGE_TYPES: Record<string, string> = { jpg: "jpg", jpeg: "jpg", png: "png", webp: "webp" };

/** Endings that must not stand before the last one either: Apache's mod_mime runs `plan.php.pdf` as a PHP program. */
const PROGRAM_WITHIN = /\.(php\d?|phtml|phar|cgi|pl|py|rb|sh|asp|aspx|jsp|shtml?|x?html?|svg|m?js|exe|bat|cmd)(?=\.)/i;

/** Checks that a picture has the format that its name says, is complete, is not animated, and is not too large to unpack. */
export function checkImage(source: string, path: string, at: Position): Problem[] {
  const ending = fileEnding(source);
  const expected = Object.hasOwn(IMAGE_TYPES, ending) ? IMAGE_TYPES[ending] : undefined;
  if (!expected) {
    const called = FOREIGN_ENDINGS.get(ending);
    if (/^(jfif|jpe|pjpeg|pjp)$/.test(ending)) {
      const name = `${basename(source).slice(0, -ending.length)}jpg`;
      return [
        error(
          "picture-kind-unknown",
          path,
          at,
          `„.${ending}“ ist ein anderer Name für JPEG.`,
          `Benennen Sie die Datei um in „${name}“, auch hier.`,
        ),
      ];
    }
    const what = called
      ? `„.${ending}“ ist ${called}; viele Browser zeigen es nicht.`
      : `„.${ending}“ ist keine Bildart, die veröffentlicht wird.`;
    return [error("picture-kind-unknown", path, at, what, called ? SAVE_AGAIN : "Speichern Sie es als JPEG, PNG oder WebP.")];
  }
  const problems = checkFile(source, path, at);
  if (problems.length > 0) return problems;
  const again = "Speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.";
  try {
    const ends = readEnds(source);
    if (ends.size === 0)
      return [error("picture-empty", path, at, "Die Bilddatei ist leer.", "Übertragen oder speichern Sie sie noch einmal.")];
    const foreign = foreignPicture(ends);
    if (foreign) return [error("picture-disguised", path, at, `Das Bild heißt .${ending}, enthält aber ${foreign}.`, SAVE_AGAIN)];
    const { type = "", width, height } = measure(source, ends);
    if (type !== expected) return [error("picture-disguised", path, at, `Das Bild heißt .${ending}, enthält aber ${type}.`, again)];
    if (!(width > 0 && height > 0)) return [error("picture-without-pixels", path, at, "Das Bild hat keine Bildpunkte.", again)];
    if (width * height > PIXELS_MAX)
      return [
        error(
          "picture-too-large",
          path,
          at,
          `Das Bild hat ${width} × ${height} Bildpunkte; das ist zu groß.`,
          "Verkleinern Sie es auf höchstens 10000 × 10000 Bildpunkte.",
        ),
      ];
    if ((height * Math.min(width, 1600)) / width > WEBP_MAX || (width * Math.min(height, 1600)) / height > WEBP_MAX)
      return [
        error(
          "picture-too-narrow",
          path,
          at,
          `Das Bild ist mit ${width} × ${height} Bildpunkten zu schmal für seine Länge; daraus lässt sich kein WebP machen.`,
          "Schneiden Sie es zu, oder teilen Sie es auf mehrere Bilder auf.",
        ),
      ];
    if (isAnimated(type, ends))
      return [
        error(
          "picture-animated",
          path,
          at,
          "Das Bild bewegt sich; veröffentlicht werden nur stehende Bilder.",
          "Speichern Sie eines seiner Bilder einzeln.",
        ),
      ];
    if (!isWhole(source, type, ends))
      return [
        error("picture-incomplete", path, at, "Das Bild bricht ab; wohl wurde es nicht ganz übertragen.", "Übertragen Sie es noch einmal."),
      ];
    return [];
  } catch {
    return [error("picture-unreadable", path, at, "Das ist kein lesbares Bild.", again)];
  }
}

/** Checks the city's logo: a picture, or an SVG that only draws; faults of a drawing are reported at their place in the SVG file. */
export function checkLogo(source: string, path: string, at: Position): Problem[] {
  return fileEnding(source) === "svg" ? checkSvg(source) : checkImage(source, path, at);
}

/** The width and height of a picture in pixels as it is shown: a photograph that says it lies on its side is turned upright. */
export function pictureSize(source: string): { width: number; height: number } {
  const { width, height, orientation = 1 } = measure(source, readEnds(source));
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** Reads type, size and orientation of a picture from its beginning; from the whole file where a camera wrote long notes before them. */
function measure(source: string, { head, size }: Ends): ReturnType<typeof import("image-size").imageSize> {
  try {
    return sizes().imageSize(head);
  } catch (thrown) {
    if (size <= head.length) throw thrown;
    return sizes().imageSize(readFileSync(source));
  }
}

function isAnimated(type: string, { head }: Ends): boolean {
  if (type === "webp") return head.toString("latin1", 12, 16) === "VP8X" && ((head[20] ?? 0) & 2) !== 0;
  return type === "png" && head.includes("acTL");
}

/** True when a picture is complete: a PNG has its last chunk, a JPEG its end mark (data may follow), a WebP the length that it states. */
function isWhole(source: string, type: string, { size, head, tail }: Ends): boolean {
  if (type === "webp") return head.readUInt32LE(4) + 8 <= size;
  if (type === "png") return tail.includes("IEND");
  const end = Buffer.from([0xff, 0xd9]);
  if (size > head.length + tail.length && tail.includes(end)) return true;
  // A preview inside the camera's notes has an end mark too, so only a mark behind the beginning of the data counts.
  const bytes = size <= head.length ? head : readFileSync(source);
  const begin = dataStart(bytes);
  return begin > 0 && bytes.indexOf(end, begin) > 0;
}

/** The offset at which the data of a JPEG begin, after its segments (ITU-T T.81, B.1.1.4); 0 where they are missing. */
function dataStart(bytes: Buffer): number {
  for (let at = nextMarker(bytes, 2); at >= 0 && at + 4 <= bytes.length; ) {
    if (bytes[at + 1] === 0xda) return at;
    at = nextMarker(bytes, at + 2 + bytes.readUInt16BE(at + 2));
  }
  return 0;
}

/** How many bytes may stand before a marker of a JPEG that belong to nothing: some cameras fill up a segment behind its end. */
const SURPLUS_MAX = 64;

/** The offset of the marker that follows at once, or behind filling and a few bytes too many; -1 where none does. */
export function nextMarker(bytes: Buffer, from: number): number {
  for (let at = from; at < Math.min(from + SURPLUS_MAX, bytes.length - 1); at++)
    if (bytes[at] === 0xff && bytes[at + 1] !== 0 && bytes[at + 1] !== 0xff) return at;
  return -1;
}

/** True for a file that is named like a picture that can be published. */
export function isPictureName(name: string): boolean {
  return Object.hasOwn(IMAGE_TYPES, fileEnding(name));
}

/** The ending of a file's name in small letters, without its dot. */
export function fileEnding(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Checks what holds for published files of every kind: no ending that servers would run, and not too large. */
export function checkFile(source: string, path: string, at: Position): Problem[] {
  const within = PROGRAM_WITHIN.exec(basename(source));
  if (within)
    return [
      error(
        "file-name-of-program",
        path,
        at,
        `Im Dateinamen steht „${within[0]}“; manche Webserver würden die Datei als Programm oder Seite behandeln.`,
        "Benennen Sie die Datei um: ein Punkt, eine Endung.",
      ),
    ];
  if (isLfsPointer(readEnds(source, 100).head)) return [error("file-in-git-lfs", path, at, ...LFS_FAULT)];
  return statSync(source).size > BYTES_MAX
    ? [error("file-too-large", path, at, `Die Datei ist größer als ${BYTES_MAX / 1_000_000} MB.`, "Verkleinern Sie sie.")]
    : [];
}
