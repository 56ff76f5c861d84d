import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { digest } from "../disk/digest.ts";
import { countLines, error, FILE_START, hint, type Position, type Problem, positionAt } from "../problems.ts";
import { findForbidden } from "./characters.ts";
import { findConflictMarks } from "./conflict-marks.ts";
import { isLfsPointer, LFS_FAULT } from "./disguises.ts";
import { readContent } from "./files.ts";
import { findMojibake } from "./mojibake.ts";
import { findPlaceholders } from "./placeholders.ts";
import { type Data, parseYaml, type Result } from "./yaml.ts";
import type { Locate } from "./yaml-positions.ts";

/** A content file in its parts. `text` is the Markdown below the head, from line `textLine`; `fileDigest` is the digest of the file. */
export interface Document {
  data: Data;
  fileDigest: string;
  text: string;
  /** Where the text begins in the decoded file, in characters. */
  textStart: number;
  textLine: number;
  locate: Locate;
}

const HEAD_REMEDY = "Beginnen Sie die Datei mit einer Zeile ---, dann die Felder (title: …), dann wieder eine Zeile ---, dann der Text.";

const INVISIBLE = /[\u200b\u2060\ufeff]/;

/** Reads bytes as UTF-8 text, with or without BOM, lines ending in LF or CRLF, and normalizes it (NFC); anything else is refused. */
function decodeText(bytes: Uint8Array, path: string): Result<string> {
  if (isLfsPointer(bytes)) return refuse(error("file-in-git-lfs", path, FILE_START, ...LFS_FAULT));
  if (!isUtf8(bytes)) {
    return refuse(
      error(
        "not-utf8",
        path,
        firstInvalid(bytes),
        "Die Datei ist nicht in UTF-8 gespeichert.",
        "Speichern Sie sie im Editor mit der Zeichenkodierung UTF-8.",
      ),
    );
  }
  let text = withLineFeeds(bytes);
  const carriageReturn = text.indexOf("\r");
  if (carriageReturn >= 0) {
    return refuse(
      error(
        "carriage-returns",
        path,
        positionAt(text, carriageReturn),
        "Die Zeilen enden auf einzelne Wagenrückläufe (CR), wie auf sehr alten Macs.",
        "Speichern Sie die Datei mit Zeilenenden LF oder CRLF.",
      ),
    );
  }
  text = text.normalize("NFC");
  const forbidden = findForbidden(text);
  if (forbidden) {
    return refuse(
      error(
        "control-character",
        path,
        positionAt(text, forbidden.index),
        `Hier steht ein unsichtbares Steuerzeichen (${forbidden.name}).`,
        "Löschen Sie es; am einfachsten schreiben Sie die Stelle neu.",
      ),
    );
  }
  const conflicts = findConflictMarks(text, path);
  if (conflicts.length > 0) return { value: undefined, problems: conflicts };
  const invisible = INVISIBLE.exec(text);
  const problems = invisible
    ? [
        hint(
          "zero-width-character",
          path,
          positionAt(text, invisible.index),
          "Hier steht ein Zeichen ohne Breite, das niemand sieht; Suche und Kopieren stört es.",
          "Löschen Sie es, wenn es nicht gewollt ist.",
        ),
      ]
    : [];
  const garbled = findMojibake(text);
  if (garbled) {
    const message = `Hier steht „${garbled.written}“; gemeint ist wohl „${garbled.meant}“.`;
    const remedy =
      "Die Datei wurde in einer falschen Zeichenkodierung gelesen. Holen Sie den Text noch einmal, oder ersetzen Sie die Zeichen.";
    problems.push(hint("garbled-characters", path, positionAt(text, garbled.index), message, remedy));
  }
  return { value: text, problems: [...problems, ...findPlaceholders(text, path)] };
}

function withLineFeeds(bytes: Uint8Array): string {
  // The decoder also removes a byte order mark (BOM).
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

/**
 * The Markdown of a file that was read before and found sound, read again each time it is asked for: fifty thousand texts would fill the
 * memory.
 * `fileDigest` and `start` are its document's; throws in German when the file is not any more the one that was checked.
 */
export function textLater(path: string, fileDigest: string, start: number): () => string {
  return () => {
    const bytes = readFileSync(path);
    if (digest(bytes) !== fileDigest) throw new Error(`${path} wurde während des Baus geändert. Bauen Sie noch einmal.`);
    return withLineFeeds(bytes).normalize("NFC").slice(start);
  };
}

/** Divides a release, page or comment into its head and its text. */
export function readDocument(bytes: Uint8Array, path: string): Result<Document> {
  const decoded = decodeText(bytes, path);
  if (decoded.value === undefined) return { value: undefined, problems: decoded.problems };
  const whole = decoded.value;
  const firstEnd = whole.indexOf("\n");
  const first = (firstEnd < 0 ? whole : whole.slice(0, firstEnd)).trimEnd();
  if (first !== "---") return refuse(error("head-missing", path, FILE_START, openingMessage(first, whole), HEAD_REMEDY));
  const close = /^---[ \t]*$/m;
  const rest = firstEnd < 0 ? "" : whole.slice(firstEnd + 1);
  const closing = close.exec(rest);
  if (!closing) {
    return refuse(
      error(
        "head-unclosed",
        path,
        FILE_START,
        "Der Kopf der Datei hört nicht auf: Die zweite Zeile --- fehlt.",
        "Setzen Sie eine Zeile --- zwischen die Felder und den Text.",
      ),
    );
  }
  const head = rest.slice(0, closing.index);
  const parsed = parseYaml(head, path, 2);
  const problems = [...decoded.problems, ...parsed.problems];
  if (parsed.value === undefined) return { value: undefined, problems };
  const end = closing.index + closing[0].length + 1;
  return {
    value: {
      data: parsed.value.data,
      locate: parsed.value.locate,
      fileDigest: digest(bytes),
      text: rest.slice(end),
      textStart: firstEnd + 1 + end,
      textLine: countLines(head) + 3,
    },
    problems,
  };
}

/**
 * Where a file says something in its head, for what is found only when all files are read: it is read once more where there is something to
 * report.
 */
export function positionInHead(path: string, keys: readonly PropertyKey[]): Position {
  const bytes = readContent(path);
  const read = bytes instanceof Uint8Array ? readDocument(bytes, path) : undefined;
  return read?.value?.locate(keys) ?? FILE_START;
}

/** Reads a whole file as YAML (a register, `site.yml`). */
export function readYaml(bytes: Uint8Array, path: string): Result<{ data: Data; locate: Locate }> {
  const decoded = decodeText(bytes, path);
  if (decoded.value === undefined) return { value: undefined, problems: decoded.problems };
  const parsed = parseYaml(decoded.value, path, 1);
  return { value: parsed.value, problems: [...decoded.problems, ...parsed.problems] };
}

function openingMessage(first: string, whole: string): string {
  if (whole.trim() === "") return "Die Datei ist leer.";
  if (/^\+\+\+/.test(first)) return "Der Kopf steht zwischen +++ (TOML); hier gilt nur YAML zwischen ---.";
  if (/^-{4,}$/.test(first)) return "Die erste Zeile hat mehr als drei Striche.";
  if (/^---/.test(first)) return "Nach den drei Strichen steht noch etwas; hier gilt nur YAML, keine andere Sprache.";
  return "Die Datei beginnt nicht mit einem Kopf.";
}

function firstInvalid(bytes: Uint8Array): Position {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) return { line, column: Math.max(1, new TextDecoder().decode(part).indexOf("\ufffd") + 1) };
    start = end + 1;
    line++;
  }
  return FILE_START;
}

function refuse<T>(problem: Problem): Result<T> {
  return { value: undefined, problems: [problem] };
}
