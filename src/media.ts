import { readFileSync, statSync } from "node:fs";
import { imageSize } from "image-size";
import { error, type Position, type Problem } from "./problems.ts";

/** Largest picture in pixels: more than any camera makes, less than what exhausts memory when unpacked. */
const PIXELS_MAX = 100_000_000;

/** Largest file in bytes that a static host takes without complaint. */
const BYTES_MAX = 25_000_000;

const IMAGE_TYPES: Record<string, string> = { jpg: "jpg", jpeg: "jpg", png: "png", webp: "webp" };

/** Endings of files that may be attached: documents and data, nothing that a browser would run. */
const ATTACHMENT_TYPES = new Set(["pdf", "csv", "txt", "odt", "ods", "odp", "docx", "xlsx", "pptx", "rtf", "epub", "zip", "ics", "json", "geojson", "xml", "mp3", "mp4", "vtt"]);

/** Checks that a picture is what its name says and can be unpacked in bounded memory. */
export function checkImage(source: string, path: string, at: Position): Problem[] {
  const ending = fileEnding(source);
  const expected = IMAGE_TYPES[ending];
  if (!expected) return [error(path, at, `„.${ending}“ ist keine Bildart, die veröffentlicht wird.`, "Speichern Sie das Bild als JPEG, PNG oder WebP.")];
  try {
    if (statSync(source).size > BYTES_MAX) return [tooLarge(path, at)];
    const { type, width, height } = imageSize(readFileSync(source));
    if (type !== expected) return [error(path, at, `Das Bild heißt .${ending}, enthält aber ${type}.`, "Speichern Sie es in einem Bildprogramm neu.")];
    if (width * height > PIXELS_MAX)
      return [error(path, at, `Das Bild hat ${width} × ${height} Bildpunkte; das ist zu groß.`, "Verkleinern Sie es auf höchstens 10000 × 10000 Bildpunkte.")];
    return [];
  } catch {
    return [error(path, at, "Das ist kein lesbares Bild.", "Speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.")];
  }
}

/** Checks that an attachment is of a kind that no browser runs, and not too large. */
export function checkAttachment(source: string, path: string, at: Position): Problem[] {
  const ending = fileEnding(source);
  if (!ATTACHMENT_TYPES.has(ending))
    return [error(path, at, `„.${ending}“ ist keine Art von Anlage, die veröffentlicht wird.`, `Möglich sind: ${[...ATTACHMENT_TYPES].join(", ")}.`)];
  return statSync(source).size > BYTES_MAX ? [tooLarge(path, at)] : [];
}

function fileEnding(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

function tooLarge(path: string, at: Position): Problem {
  return error(path, at, `Die Datei ist größer als ${BYTES_MAX / 1_000_000} MB.`, "Verkleinern Sie sie.");
}
