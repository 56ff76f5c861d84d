import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { imageSize } from "image-size";
import { error, type Position, type Problem } from "./problems.ts";
import { checkSvg } from "./svg.ts";

/** Largest picture in pixels: more than any camera makes, less than what exhausts memory when unpacked. */
const PIXELS_MAX = 100_000_000;

/** Largest file in bytes that a static host takes without complaint. */
const BYTES_MAX = 25_000_000;

const IMAGE_TYPES: Record<string, string> = { jpg: "jpg", jpeg: "jpg", png: "png", webp: "webp" };

/** Endings of files that may be attached and their media types (IANA): documents and data, nothing that a browser would run (as it runs scripts in XML). */
const ATTACHMENT_TYPES: ReadonlyMap<string, string> = new Map([
  ["pdf", "application/pdf"],
  ["csv", "text/csv"],
  ["txt", "text/plain"],
  ["odt", "application/vnd.oasis.opendocument.text"],
  ["ods", "application/vnd.oasis.opendocument.spreadsheet"],
  ["odp", "application/vnd.oasis.opendocument.presentation"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["rtf", "application/rtf"],
  ["epub", "application/epub+zip"],
  ["zip", "application/zip"],
  ["ics", "text/calendar"],
  ["json", "application/json"],
  ["geojson", "application/geo+json"],
  ["mp3", "audio/mpeg"],
  ["mp4", "video/mp4"],
  ["vtt", "text/vtt"],
]);

/** Endings before the last that some servers obey all the same (Apache's mod_mime runs `plan.php.pdf`). */
const PROGRAM_WITHIN = /\.(php\d?|phtml|phar|cgi|pl|py|rb|sh|asp|aspx|jsp|shtml?|x?html?|svg|m?js|exe|bat|cmd)(?=\.)/i;

/** Checks that a picture is what its name says and can be unpacked in bounded memory. */
export function checkImage(source: string, path: string, at: Position): Problem[] {
  const ending = fileEnding(source);
  const expected = Object.hasOwn(IMAGE_TYPES, ending) ? IMAGE_TYPES[ending] : undefined;
  if (!expected) return [error(path, at, `„.${ending}“ ist keine Bildart, die veröffentlicht wird.`, "Speichern Sie das Bild als JPEG, PNG oder WebP.")];
  const within = PROGRAM_WITHIN.exec(basename(source));
  if (within) return [hiddenProgram(path, at, within[0])];
  try {
    if (statSync(source).size > BYTES_MAX) return [tooLarge(path, at)];
    const bytes = readFileSync(source);
    const { type, width, height } = imageSize(bytes);
    if (type !== expected) return [error(path, at, `Das Bild heißt .${ending}, enthält aber ${type}.`, "Speichern Sie es in einem Bildprogramm neu.")];
    if (!(width > 0 && height > 0)) return [error(path, at, "Das Bild hat keine Bildpunkte.", "Speichern Sie es in einem Bildprogramm neu.")];
    if (width * height > PIXELS_MAX)
      return [error(path, at, `Das Bild hat ${width} × ${height} Bildpunkte; das ist zu groß.`, "Verkleinern Sie es auf höchstens 10000 × 10000 Bildpunkte.")];
    if (!isWhole(bytes, type)) return [error(path, at, "Das Bild bricht ab; wohl wurde es nicht ganz übertragen.", "Übertragen oder speichern Sie es noch einmal.")];
    return [];
  } catch {
    return [error(path, at, "Das ist kein lesbares Bild.", "Speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.")];
  }
}

/** Checks the city's logo: a picture, or an SVG that draws and does nothing else; what is wrong in the drawing is told with its place in it. */
export function checkLogo(source: string, path: string, at: Position): Problem[] {
  return fileEnding(source) === "svg" ? checkSvg(source) : checkImage(source, path, at);
}

/** True when the end of a picture is there: PNG's last chunk, JPEG's end mark (cameras append to it), the length that WebP says itself. */
function isWhole(bytes: Buffer, type: string): boolean {
  if (type === "webp") return bytes.readUInt32LE(4) + 8 <= bytes.length;
  return bytes.lastIndexOf(type === "png" ? "IEND" : Buffer.from([0xff, 0xd9])) > 0;
}

/** The size of a picture in pixels as it is seen, that is turned as its camera was held. */
export function pictureSize(source: string): { width: number; height: number } {
  const { width, height, orientation = 1 } = imageSize(readFileSync(source));
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** Checks that an attachment is of a kind that no browser runs, and not too large. */
export function checkAttachment(source: string, path: string, at: Position): Problem[] {
  const ending = fileEnding(source);
  if (!ATTACHMENT_TYPES.has(ending))
    return [error(path, at, `„.${ending}“ ist keine Art von Anlage, die veröffentlicht wird.`, `Möglich sind: ${[...ATTACHMENT_TYPES.keys()].join(", ")}.`)];
  const within = PROGRAM_WITHIN.exec(basename(source));
  if (within) return [hiddenProgram(path, at, within[0])];
  return statSync(source).size > BYTES_MAX ? [tooLarge(path, at)] : [];
}

/** The media type of an attachment by its ending, for feeds and data (IANA's registry). */
export function mediaType(file: string): string {
  return ATTACHMENT_TYPES.get(fileEnding(file)) ?? "application/octet-stream";
}

function fileEnding(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

function hiddenProgram(path: string, at: Position, ending: string): Problem {
  return error(
    path,
    at,
    `Im Dateinamen steht „${ending}“; manche Webserver würden die Datei als Programm oder Seite behandeln.`,
    "Benennen Sie die Datei um: ein Punkt, eine Endung.",
  );
}

function tooLarge(path: string, at: Position): Problem {
  return error(path, at, `Die Datei ist größer als ${BYTES_MAX / 1_000_000} MB.`, "Verkleinern Sie sie.");
}
