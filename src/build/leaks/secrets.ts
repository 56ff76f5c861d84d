import { readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import exifReader from "exifreader";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { Archive } from "../../archive/archive.ts";
import type { ArchiveResult } from "../../archive/reading.ts";
import { sha256 } from "../../disk/digest.ts";
import { countLines } from "../../problems.ts";
import { keyOf } from "./search.ts";
import { RUN, withoutLinks, wordsOf } from "./words.ts";

/** A sequence of at most eight words that nobody may read yet, with what it is and where it stands. */
export interface Secret {
  path: string;
  line: number;
  what: string;
  words: readonly number[];
  /** One number for these words. */
  key: number;
}

/** A file that nobody may have yet. */
export interface SecretFile {
  path: string;
  sha256: string;
}

/** All that is not public. */
export interface Secrets {
  /** Sequences of words, each once. */
  all: readonly Secret[];
  files: readonly SecretFile[];
  /** The files of the content folder in which it stands, relative to it: no public text is among them. */
  paths: ReadonlySet<string>;
}

/** What is known of a content folder, as far as it says what is not public. */
export interface Hidden extends Pick<ArchiveResult, "unpublished" | "refused"> {
  archive: Archive;
  folder: string;
  /** All files of the folder, relative to it. */
  files: readonly string[];
}

const ORIGINAL = /^releases\/(\d{4}\/\d\d\/[^/.]+)\.md$/;

/**
 * Collects what must not be in the site: drafts, texts that wait for their moment, and what of withdrawn releases is taken back.
 * Of a refused text an earlier form may be public, so it counts only where it speaks against that itself.
 */
export function collectSecrets(hidden: Hidden): Secrets {
  const { archive, folder, files, unpublished, refused } = hidden;
  const secrets: Collection = { found: new Map(), files: [], paths: new Set() };
  const inFolder = (path: string) => relative(folder, path).split(sep).join("/");
  const hide = (path: string, address: string | undefined, isWithdrawn: boolean, hidesTitle = true) => {
    secrets.paths.add(path);
    takeText(secrets, folder, path, { address: isWithdrawn ? undefined : address, isWithdrawn, hidesTitle });
    const [, id] = ORIGINAL.exec(path) ?? [];
    if (id === undefined) return;
    for (const file of files) {
      if (!file.startsWith(`releases/${id}/`) && !file.startsWith(`comments/${id}/`)) continue;
      secrets.paths.add(file);
      if (file.endsWith(".md")) takeText(secrets, folder, file, { address: undefined, isWithdrawn: false, hidesTitle: false });
      else takeFile(secrets, folder, file);
    }
  };
  for (const { path, address } of unpublished) hide(inFolder(path), address, false);
  for (const { path, address, mayStay } of refused) if (!mayStay && path.endsWith(".md")) hide(inFolder(path), address, false);
  for (const { path, withdrawn } of [...archive.releases, ...archive.versions])
    if (withdrawn) hide(inFolder(path), undefined, true, withdrawn.hidesTitle);
  for (const { editions } of [...archive.releases, ...archive.versions])
    for (const { path, withheld } of editions) if (withheld !== undefined) hide(inFolder(path), undefined, true);
  return { all: [...secrets.found.values()], files: secrets.files, paths: secrets.paths };
}

interface Collection {
  found: Map<number, Secret>;
  files: SecretFile[];
  paths: Set<string>;
}

interface Kind {
  address: string | undefined;
  /** True where the head is public, and the text below it is not. */
  isWithdrawn: boolean;
  hidesTitle: boolean;
}

function takeText(secrets: Collection, folder: string, path: string, { address, isWithdrawn, hidesTitle }: Kind): void {
  const whole = readFileSync(join(folder, path), "utf8");
  const [head = "", inner = ""] = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[ \t]*(\r?\n|$)/.exec(whole) ?? [];
  const body = whole.slice(head.length);
  const takeWords = (text: string, firstLine: number) => {
    const lineAt = createLineCounter(text, firstLine);
    for (const { hashes, ends } of withoutLinks(text).flatMap(wordsOf))
      for (let index = 0; index + RUN <= hashes.length; index++)
        add(secrets, {
          path,
          line: lineAt(ends[index] ?? 0),
          what: "Wortlaut (acht Wörter in Folge)",
          words: hashes.slice(index, index + RUN),
        });
  };
  takeWords(body, countLines(head) + 1);
  const say = (what: string, text: unknown, line: number) => {
    if (typeof text === "string") addShort(secrets, path, { what, text, line });
  };
  const data = readHead(inner);
  const lineOf = (field: string) => countLines(inner.slice(0, Math.max(0, inner.search(new RegExp(`^${field}:`, "m"))))) + 2;
  if (hidesTitle) say("Titel", data.title, lineOf("title"));
  if (isWithdrawn) return;
  for (const [field, value] of Object.entries(data)) for (const text of textsOf(value)) takeWords(text, lineOf(field));
  say("Adresse", address, 1);
  const aliases = Array.isArray(data.aliases) ? (data.aliases as unknown[]) : [];
  for (const alias of aliases) say("frühere Adresse", alias, lineOf("aliases"));
}

/** All texts of a value: what it is, and what it holds. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The head as far as YAML understands it; a broken one hides its title behind its eight words in a row. */
function readHead(head: string): Record<string, unknown> {
  try {
    const data = load(head, { schema: FAILSAFE_SCHEMA });
    return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    const title = /^title:[ \t]*["']?(.*?)["']?[ \t\r]*$/m.exec(head)?.[1];
    return title === undefined ? {} : { title };
  }
}

function takeFile(secrets: Collection, folder: string, path: string): void {
  const bytes = readFileSync(join(folder, path));
  secrets.files.push({ path, sha256: sha256(bytes) });
  addShort(secrets, path, { what: "Dateiname", text: basename(path), line: 1 });
  for (const text of path.endsWith(".pdf") ? ofDocument(bytes) : ofPicture(bytes))
    addShort(secrets, path, { what: "Angabe in der Datei", text, line: 1 });
}

function addShort(secrets: Collection, path: string, { what, text, line }: { what: string; text: string; line: number }): void {
  // Of a long one the first eight words tell as much.
  const words = wordsOf(text.replace(/[<>,\n]/g, " "))[0]?.hashes.slice(0, RUN) ?? [];
  if (words.length > 0) add(secrets, { path, line, what, words });
}

function add({ found }: Collection, secret: Omit<Secret, "key">): void {
  const key = keyOf(secret.words, 0, secret.words.length);
  if (!found.has(key)) found.set(key, { ...secret, key });
}

/** Tells the line of a byte of a text; asked in the order of the text. */
function createLineCounter(text: string, firstLine: number): (at: number) => number {
  const bytes = Buffer.from(text);
  let [line, counted] = [firstLine, 0];
  return (at) => {
    // The text is gone through more than once.
    if (at < counted) [line, counted] = [firstLine, 0];
    for (; counted < at; counted++) if (bytes[counted] === 10) line++;
    return line;
  };
}

/** What a PDF says of itself: the strings of its dictionary, and the elements of its XMP (ISO 32000-1, 14.3). */
function ofDocument(bytes: Buffer): string[] {
  const text = bytes.toString("latin1");
  const strings = [...text.matchAll(/\/(?:Title|Subject|Keywords)\s*\(((?:[^()\\]|\\[\s\S])*)\)/g)].map(([, inner = ""]) => fromPdf(inner));
  const hex = [...text.matchAll(/\/(?:Title|Subject|Keywords)\s*<([0-9A-Fa-f\s]+)>/g)].map(([, digits = ""]) =>
    fromPdf(Buffer.from(digits.replace(/\s/g, ""), "hex").toString("latin1")),
  );
  const elements = [...text.matchAll(/<dc:(title|description|subject)>([\s\S]*?)<\/dc:\1>/g)].map(([, , inner = ""]) =>
    Buffer.from(inner.replace(/<[^>]*>/g, " "), "latin1").toString("utf8"),
  );
  return [...strings, ...hex, ...elements];
}

function fromPdf(written: string): string {
  const plain = written.replace(/\\([()\\])/g, "$1");
  if (!plain.startsWith("\xfe\xff")) return plain;
  const bytes = Buffer.from(plain.slice(2), "latin1");
  return bytes
    .subarray(0, bytes.length - (bytes.length % 2))
    .swap16()
    .toString("utf16le");
}

/** What a camera or picture agency wrote of what is seen (Exif, IPTC, XMP). */
const DESCRIBING = [
  "ImageDescription",
  "title",
  "description",
  "Headline",
  "Object Name",
  "Caption/Abstract",
  "XPTitle",
  "XPSubject",
  "UserComment",
];

function ofPicture(bytes: Buffer): string[] {
  try {
    const tags = exifReader.load(bytes) as Record<string, { description?: unknown } | undefined>;
    return DESCRIBING.flatMap((name) => {
      const description = tags[name]?.description;
      return typeof description === "string" && description.trim() !== "" ? [description] : [];
    });
  } catch {
    // No picture, or one without notes.
    return [];
  }
}
