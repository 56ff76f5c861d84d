import { CP1252 } from "../../content/mojibake.ts";
import { cleanCharacters, escapeInline, escapeStart } from "./marks.ts";

/** The text of a file that does not say its encoding: by its byte order mark, UTF-16 by its zeros, UTF-8, else as Windows writes it. */
export function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = bytes.subarray(0, 2000);
  const zeros = (parity: number) => head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zeros(1) > head.length / 5) return new TextDecoder("utf-16le").decode(bytes);
  if (zeros(0) > head.length / 5) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows(bytes);
  }
}

/** A text in Windows-1252; Node 20's own decoder takes it for Latin-1, and loses quotation marks and dashes. */
export function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString("latin1");
  return latin.replace(/[\x80-\x9f]/g, (sign) => CP1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** The points of lists as people type them, with the space behind. */
const BULLET = /^\s*([-*•·‣▪–—])\s+(?=\S)/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+(?=\S)/;

/** Lines that are all as short as these were broken on purpose: an address, a list of dates. */
const SHORT_LINE = 45;

/**
 * The Markdown of a plain text: paragraphs stay paragraphs, lines that begin with the same sign or count up become a list, short lines stay
 * lines, and no sign is read as a mark. The first line is the title where it stands by itself and no `title` is known.
 */
export function textToMarkdown(
  text: string,
  { title }: { title?: string | undefined } = {},
): { title: string | undefined; markdown: string } {
  const paragraphs = cleanCharacters(text)
    .replace(/[ \t]+$/gm, "")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split("\n").filter((line) => line.trim() !== ""))
    .filter((lines) => lines.length > 0);
  const [first = []] = paragraphs;
  const line = first.map((part) => part.trim()).join(" ");
  const isTitle =
    title === undefined
      ? paragraphs.length > 1 && first.length === 1 && line.length >= 3 && line.length <= 200 && !/[.:]$/.test(line)
      : line === title;
  const rest = isTitle ? paragraphs.slice(1) : paragraphs;
  return { title: isTitle ? line : title, markdown: rest.map(printParagraph).join("\n\n") };
}

function printParagraph(lines: readonly string[]): string {
  const blocks: string[] = [];
  for (let from = 0; from < lines.length; ) {
    const to = endOfList(lines, from);
    const end =
      to > from ? to : from + 1 + lines.slice(from + 1).findIndex((_, index) => endOfList(lines, from + 1 + index) > from + 1 + index);
    const until = end > from ? end : lines.length;
    const part = lines.slice(from, until);
    blocks.push(to > from ? printList(part) : printLines(part));
    from = until;
  }
  return blocks.join("\n\n");
}

/** Where a list that begins at a line ends; the line itself where none begins. A list has two points of the same sign, or counts by one. */
function endOfList(lines: readonly string[], from: number): number {
  const sign = BULLET.exec(lines[from] ?? "")?.[1];
  let end = from;
  if (sign !== undefined) while (BULLET.exec(lines[end] ?? "")?.[1] === sign) end++;
  else {
    const first = Number(NUMBER.exec(lines[from] ?? "")?.[1] ?? Number.NaN);
    while (
      Number(NUMBER.exec(lines[end] ?? "")?.[1] ?? Number.NaN) === first + end - from &&
      escapeStart((lines[end] ?? "").trim()) !== (lines[end] ?? "").trim()
    )
      end++;
  }
  return end - from > 1 ? end : from;
}

function printList(lines: readonly string[]): string {
  return lines
    .map((line) => {
      const number = NUMBER.exec(line)?.[1];
      const words = line.replace(BULLET, "").replace(number === undefined ? /^/ : NUMBER, "");
      return `${number === undefined ? "-" : `${number}.`} ${printLine(words)}`;
    })
    .join("\n");
}

function printLines(lines: readonly string[]): string {
  const isBroken = lines.length > 1 && lines.every((line) => line.trim().length <= SHORT_LINE);
  return lines.map(printLine).join(isBroken ? "\\\n" : "\n");
}

function printLine(line: string): string {
  return escapeStart(escapeInline(line.replace(/\s+/g, (space) => (/[^ \t]/.test(space) ? space : " ")).trim()));
}
