import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, isAbsolute, join, relative } from "node:path";
import { foreignPicture } from "../../content/disguises.ts";
import { type Converted, htmlToMarkdown } from "./html-to-markdown.ts";
import type { FoundPicture } from "./pictures.ts";
import { decode, decodeWindows, textToMarkdown } from "./text-file.ts";

/** A picture of a document that can be published, and the ending that its name gets. */
export interface TakenPicture extends Omit<FoundPicture, "source"> {
  bytes: Uint8Array;
  ending: "jpg" | "png" | "webp";
  /** The number of its mark in the text. */
  number: number;
}

/** What an office's document gives a release: title, text with marks for pictures (`placePictures`), pictures, and what to look at. */
export interface Manuscript extends Omit<Converted, "pictures"> {
  pictures: readonly TakenPicture[];
}

/** Largest document in bytes. */
const BYTES_MAX = 100_000_000;

const SAVE_AS_WORD = "Öffnen Sie es, und speichern Sie es als Word-Dokument (.docx).";

/** Reads a document of an office (.docx, .html, .txt), whatever its name says; throws in German where it is none, and says what to do. */
export async function readManuscript(file: string, options: { title?: string | undefined } = {}): Promise<Manuscript> {
  try {
    const bytes = readBytes(file);
    const refused = refusal(bytes);
    if (refused !== undefined) throw new Error(refused);
    const read = startsWith(bytes, "PK")
      ? await fromWord(bytes, options)
      : isHtml(file, bytes)
        ? fromHtml(file, bytes, options)
        : fromText(file, bytes, options);
    if (read.markdown.trim() === "" && read.pictures.length === 0) throw new Error("Darin steht kein Text.");
    return read;
  } catch (thrown) {
    if (!(thrown instanceof Error) || (thrown as NodeJS.ErrnoException).code !== undefined) throw thrown;
    throw new Error(`${file}: ${thrown.message}`, { cause: thrown.cause });
  }
}

function readBytes(file: string): Uint8Array {
  if (!existsSync(file)) throw new Error("Diese Datei gibt es nicht. Prüfen Sie Namen und Ordner.");
  const state = statSync(file);
  if (!state.isFile()) throw new Error("Das ist keine Datei.");
  if (state.size > BYTES_MAX) throw new Error("Die Datei ist größer als 100 MB. Verkleinern Sie die Bilder im Dokument.");
  if (state.size === 0) throw new Error("Die Datei ist leer. Übertragen oder speichern Sie sie noch einmal.");
  return readFileSync(file);
}

/** What a file is that cannot be taken, and what to do; undefined where it may be. */
function refusal(bytes: Uint8Array): string | undefined {
  const holds = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, "utf16le"));
  if (startsWith(bytes, "\xd0\xcf\x11\xe0")) {
    if (holds("EncryptedPackage"))
      return "Das Dokument ist mit einem Kennwort verschlüsselt. Öffnen Sie es in Word, und speichern Sie es ohne Kennwort.";
    return holds("WordDocument")
      ? `Das ist ein Dokument im alten Format von Word (.doc). ${SAVE_AS_WORD}`
      : "Das ist eine Datei von Office oder Outlook, aber kein Word-Dokument. Speichern Sie den Text als .docx oder .txt.";
  }
  if (startsWith(bytes, "%PDF"))
    return (
      "Das ist ein PDF; wo darin Absätze und Überschriften sind, steht nicht fest. " +
      "Fragen Sie nach dem Word-Dokument, oder kopieren Sie den Text in eine .txt-Datei."
    );
  if (startsWith(bytes, "{\\rtf")) return `Das ist ein Dokument im Format RTF. ${SAVE_AS_WORD}`;
  if (startsWith(bytes, "PK") || pictureEnding(bytes) === undefined) return undefined;
  return "Das ist ein Bild. Nötig ist das Dokument mit dem Text.";
}

async function fromWord(bytes: Uint8Array, options: { title?: string | undefined }): Promise<Manuscript> {
  const { readWord } = await import("./docx.ts");
  const { html, pictures, warnings } = await readWord(bytes);
  const converted = htmlToMarkdown(html, options);
  return take({ ...converted, warnings: [...warnings, ...converted.warnings] }, (source) => pictures.get(source));
}

function fromHtml(file: string, bytes: Uint8Array, options: { title?: string | undefined }): Manuscript {
  // Latin-1 shows every byte, so the name of the encoding can be read before it is known.
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 4000)).toString("latin1"))?.[1];
  // What calls itself Latin-1 is Windows-1252 (WHATWG Encoding); the others decode as they say.
  const html = /^(windows-1252|iso-8859-1|latin1|us-ascii)$/i.test(named ?? "") ? decodeWindows(bytes) : decode(bytes);
  return take(htmlToMarkdown(html, options), (source) => {
    const [, type, data = ""] = /^data:image\/\w+(;base64)?,(.*)$/s.exec(source) ?? [];
    if (type !== undefined) return Buffer.from(data, "base64");
    const folder = dirname(file);
    const beside = join(folder, safeDecode(source));
    // Only what lies with the page: an address elsewhere, or a path out of its folder, is not read.
    const isBeside = !/^[a-z][a-z+.-]+:|^\/\//i.test(source) && !isAbsolute(source) && !relative(folder, beside).startsWith("..");
    return isBeside && existsSync(beside) && statSync(beside).isFile() ? readFileSync(beside) : undefined;
  });
}

function fromText(file: string, bytes: Uint8Array, options: { title?: string | undefined }): Manuscript {
  if (/^\.(md|markdown)$/i.test(extname(file)))
    throw new Error("Das ist schon Markdown. Legen Sie die Meldung ohne --from an, und kopieren Sie den Text hinein.");
  const text = decode(bytes);
  if (text.includes("\0")) throw new Error("Das ist weder ein Word-Dokument noch eine Webseite noch ein Text.");
  return { ...textToMarkdown(text, options), pictures: [], warnings: [] };
}

function isHtml(file: string, bytes: Uint8Array): boolean {
  return /^\.x?html?$/i.test(extname(file)) || /^\s*(<!doctype html|<html)/i.test(decode(bytes.subarray(0, 1000)));
}

/** The pictures that can be published; of the others is said why not. */
function take({ pictures, warnings, ...text }: Converted, bytesOf: (source: string) => Uint8Array | undefined): Manuscript {
  const more: string[] = [];
  const taken = pictures.flatMap(({ source, alt, caption }, number) => {
    const bytes = bytesOf(source);
    const ending = bytes && pictureEnding(bytes);
    if (bytes && ending) return [{ bytes, ending, alt, caption, number }];
    const head = Buffer.from(bytes ?? []);
    const what = bytes
      ? `es ist ${foreignPicture({ head, tail: head, size: head.length }) ?? "in einem Format, das Browser nicht zeigen"}`
      : "es liegt nicht bei";
    const remedy = bytes ? "Speichern Sie es als JPEG oder PNG" : "Legen Sie es selbst neben die Meldung";
    more.push(`Bild ${number + 1} ist nicht übernommen: ${what}. ${remedy}, und tragen Sie es unter images ein.`);
    return [];
  });
  return { ...text, pictures: taken, warnings: [...warnings, ...more] };
}

/** The ending of a picture that can be published, by its content. */
export function pictureEnding(bytes: Uint8Array): TakenPicture["ending"] | undefined {
  if (startsWith(bytes, "\xff\xd8\xff")) return "jpg";
  if (startsWith(bytes, "\x89PNG")) return "png";
  return startsWith(bytes, "RIFF") && Buffer.from(bytes.subarray(8, 12)).toString("latin1") === "WEBP" ? "webp" : undefined;
}

function startsWith(bytes: Uint8Array, beginning: string): boolean {
  return Buffer.from(bytes.subarray(0, beginning.length)).toString("latin1") === beginning;
}

function safeDecode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
