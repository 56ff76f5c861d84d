import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, type Pair, parseDocument, stringify } from "yaml";
import { listFiles } from "../../content/files.ts";
import { oneLine } from "../../problems.ts";
import { filesAt, NoHistory, openHistory } from "./git.ts";
import { correctionsOf, isPublished, type ReleaseText, toReleaseText } from "./published-text.ts";
import { createPlain, wordsAlone } from "./wording.ts";

/** Why a release cannot be corrected so, in German and with what to do. */
export class NotCorrected extends Error {}

/** What is to be corrected. */
export interface CorrectionOrder {
  /** The content folder, and the release in it (`2017/11/japan-delegation`). */
  folder: string;
  id: string;
  /** The language version whose text is laid aside; undefined for the release itself. */
  language: string | undefined;
  /** The revision of Git that was published; undefined for the last one, or the file itself where that is the same. */
  since: string | undefined;
  now: number;
  timeZone: string;
}

/** What is written: files by their path in the content folder, the old text first; nothing of it is there before. */
export interface Correction {
  number: number;
  edition: { path: string; content: string };
  /** The release with its correction; undefined where it names the old version already. */
  release: { path: string; content: string } | undefined;
  /** True where the text has been changed already. */
  isChanged: boolean;
}

/**
 * Plans a correction: what was published becomes an old version, and the release names it with `note`, which is asked for only where nobody
 * has told it yet. Throws `NotCorrected`.
 */
export async function planCorrection(
  { folder, id, language, since, now, timeZone }: CorrectionOrder,
  note: () => Promise<string>,
): Promise<Correction> {
  const original = `releases/${id}.md`;
  const path = language === undefined ? original : `releases/${id}.${language}.md`;
  const [head, text] = [readText(folder, original), readText(folder, path)];
  const published = publishedOf({ folder, path, since, present: text });
  const earlier = path === original ? published.read : publishedOf({ folder, path: original, since, present: head }).read;
  if (!isPublished(earlier, now, timeZone))
    throw new NotCorrected(`${join(folder, original)} ist nicht öffentlich oder schon zurückgezogen. Ändern Sie den Text einfach.`);
  // Somebody may have told of the correction already; then it only lacks what was said before.
  const own = correctionsOf(head.read).slice(correctionsOf(earlier).length).at(-1);
  const present = listFiles(join(folder, "releases", id)).files;
  const told = own?.edition === undefined ? undefined : Number(own.edition);
  const content = editionOf(published, text.read.date);
  const suffix = language === undefined ? "" : `.${language}`;
  const left = present.find((name) => isUnnamed(name, head.read) && readFileSync(join(folder, "releases", id, name), "utf8") === content);
  const number = told ?? Number(/\d+/.exec(left ?? "")?.[0] ?? nextNumber(present, head.read));
  const name = `fassung-${number}${suffix}.md`;
  if (present.includes(name) && name !== left)
    throw new NotCorrected(`${join(folder, "releases", id, name)} gibt es schon, und die Berichtigung nennt sie. Es ist nichts zu tun.`);
  const edition = { path: `releases/${id}/${name}`, content };
  const isChanged = published.bytes !== text.bytes;
  if (told !== undefined) return { number, edition, release: undefined, isChanged };
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
  const release = own
    ? withEdition(head.bytes, number)
    : withEntry(head.bytes, { date: today, note: oneLine(await note()).trim(), edition: number });
  const read = toReleaseText(Buffer.from(release), original);
  if (!read || Number(correctionsOf(read).at(-1)?.edition) !== number || read.text !== head.read.text)
    throw new NotCorrected(
      `Der Kopf von ${join(folder, original)} ist zu ungewöhnlich geschrieben. Berichtigen Sie ihn von Hand (corrections).`,
    );
  return { number, edition, release: { path: original, content: release }, isChanged };
}

interface Read {
  bytes: string;
  read: ReleaseText;
}

function readText(folder: string, path: string): Read {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, path));
  } catch {
    throw new NotCorrected(`${join(folder, path)} gibt es nicht.`);
  }
  const read = toReleaseText(bytes, path);
  if (!read) throw new NotCorrected(`Der Kopf von ${join(folder, path)} lässt sich nicht lesen; npm run check sagt, warum.`);
  return { bytes: bytes.toString("utf8"), read };
}

/** What was published of a file: what the revision has; else what the last one has where its words are others; else the file itself. */
function publishedOf({ folder, path, since, present }: { folder: string; path: string; since: string | undefined; present: Read }): Read {
  let bytes: Buffer | undefined;
  try {
    bytes = filesAt(openHistory(folder, since ?? "HEAD"), [path]).get(path);
  } catch (thrown) {
    if (since !== undefined || !(thrown instanceof NoHistory)) throw thrown;
  }
  if (since !== undefined && !bytes) throw new NotCorrected(`In ${since} gab es ${path} noch nicht; veröffentlicht war da nichts.`);
  const read = bytes && toReleaseText(bytes, path);
  if (!bytes || !read) return present;
  const plain = createPlain();
  const words = (one: ReleaseText) => wordsAlone(`${one.title} ${one.date} ${plain(one.text)}`);
  return words(read) === words(present.read) ? present : { bytes: bytes.toString("utf8"), read };
}

/** An old version made of a file: the fields that tell of its text, as they are written there, and the text byte by byte. */
function editionOf({ bytes, read }: Read, date: string): string {
  const fields = ["title", "summary", ...(read.date === date ? [] : ["date"])];
  const { head, body, end } = partsOf(bytes);
  const { contents } = parseDocument(head);
  const pairs = isMap(contents) ? contents.items : [];
  const written = fields.flatMap((field) => {
    const pair = pairs.find(({ key }) => isScalar(key) && key.value === field);
    const range = pair && rangeOf(pair);
    return range ? [head.slice(...range).trimEnd()] : [];
  });
  return ["---", ...written, "---"].join(end) + end + body;
}

function rangeOf({ key, value }: Pair): [number, number] | undefined {
  const from = (key as { range?: number[] } | null)?.range?.[0];
  const to = (value as { range?: number[] } | null)?.range?.[1];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** The lines between the first `---` and the second, what follows that line, and how lines end. */
function partsOf(bytes: string): { start: number; head: string; body: string; end: string } {
  const [, opening = "", head = "", closing = ""] = /^(\ufeff?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m.exec(bytes) ?? [];
  const start = opening.length;
  return { start, head, body: bytes.slice(start + head.length + closing.length), end: opening.endsWith("\r\n") ? "\r\n" : "\n" };
}

interface Entry {
  date: string;
  note: string;
  edition: number;
}

/** A file with one more correction, the last; every other byte stays. */
function withEntry(bytes: string, { date, note, edition }: Entry): string {
  const { start, head, end } = partsOf(bytes);
  const list = correctionsIn(head);
  const insert = (at: number, text: string) => bytes.slice(0, start + at) + text + bytes.slice(start + at);
  const lines = (indent: string) =>
    [`- date: ${date}`, `  note: ${stringify(note, { lineWidth: 0 }).trim()}`, `  edition: ${edition}`]
      .map((line) => indent + line + end)
      .join("");
  if (isSeq(list?.value) && list.value.flow) {
    const [, to = 0] = list.value.range ?? [];
    const entry = `{date: ${date}, note: ${JSON.stringify(note)}, edition: ${edition}}`;
    return insert(to - 1, `${list.value.items.length > 0 ? ", " : ""}${entry}`);
  }
  if (isSeq(list?.value) && list.value.range) {
    const [from, to] = list.value.range;
    const indent = " ".repeat(from - (head.lastIndexOf("\n", from - 1) + 1));
    return insert(endOfLine(head, to), lines(indent));
  }
  if (list) return insert(endOfLine(head, (list.key as { range: number[] }).range[1] ?? 0), lines("  "));
  return insert(head.length, `corrections:${end}${lines("  ")}`);
}

/** A file whose last correction names its old version. */
function withEdition(bytes: string, edition: number): string {
  const { start, head, end } = partsOf(bytes);
  const list = correctionsIn(head)?.value;
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isMap(last) || !last.range) return bytes;
  const [from, to] = last.range;
  const insert = (at: number, text: string) => bytes.slice(0, start + at) + text + bytes.slice(start + at);
  if (last.flow) return insert(to - 1, `, edition: ${edition}`);
  return insert(endOfLine(head, to), `${" ".repeat(from - (head.lastIndexOf("\n", from - 1) + 1))}edition: ${edition}${end}`);
}

function correctionsIn(head: string): Pair | undefined {
  const { contents } = parseDocument(head);
  return isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === "corrections") : undefined;
}

/** Where the line of the last written character before an offset ends, its line break included. */
function endOfLine(text: string, offset: number): number {
  const last = text.slice(0, offset).trimEnd().length;
  const end = text.indexOf("\n", last);
  return end < 0 ? text.length : end + 1;
}

function nextNumber(present: readonly string[], head: ReleaseText): number {
  const numbers = [...present.map((name) => /^fassung-(\d+)/.exec(name)?.[1]), ...correctionsOf(head).map(({ edition }) => edition)];
  return Math.max(0, ...numbers.map((number) => Number(number) || 0)) + 1;
}

/** True for an old version that an interrupted call has left, before the release could name it. */
function isUnnamed(name: string, head: ReleaseText): boolean {
  const [, number] = /^fassung-(\d+)(?:\.[A-Za-z0-9-]+)?\.md$/.exec(name) ?? [];
  return number !== undefined && !correctionsOf(head).some(({ edition }) => String(edition) === number);
}
