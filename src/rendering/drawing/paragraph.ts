import type { Face, Line } from "./face.ts";

/** A text broken into lines, and the size in pixels in which they fit. */
export interface Paragraph {
  size: number;
  lines: readonly Line[];
}

/** Room for a text in pixels, and the sizes in which it may stand, the largest first. */
export interface Room {
  width: number;
  height: number;
  sizes: readonly number[];
  /** Distance of two lines in em. */
  leading: number;
}

/** A word, and its width in em. */
interface Word {
  text: string;
  width: number;
}

/**
 * A text in the largest size in which it fits its room, in lines of about the same width. What does not fit even in the smallest is cut
 * and ends on "…". Undefined where the face lacks a character.
 */
export function setParagraph(text: string, face: Face, { width, height, sizes, leading }: Room): Paragraph | undefined {
  if (!face.set(`${text}…`)) return undefined;
  const measure = (word: string): Word => ({ text: word, width: face.set(word)?.width ?? 0 });
  const words = text
    .split(/[ \n\t]+/)
    .filter((word) => word !== "")
    .map(measure);
  const widest = Math.max(0, ...words.map((word) => word.width));
  const space = measure(" ").width;
  const smallest = sizes.at(-1) ?? 1;
  const size = sizes.find((one) => widest * one <= width && breakLines(words, width / one, space).length * leading * one <= height);
  const em = width / (size ?? smallest);
  // Where no size is small enough words are cut that are wider than the room, and the text where it is full.
  const pieces = size === undefined ? words.flatMap((word) => cut(word, em, measure)) : words;
  const broken = breakLines(pieces, em, space);
  const most = Math.floor(height / (smallest * leading));
  const lines = size === undefined && broken.length > most ? shorten(broken, most, em, measure) : balance(pieces, em, space, broken.length);
  return { size: size ?? smallest, lines: lines.flatMap((line) => face.set(line) ?? []) };
}

/** Lines of at most `em`, each as full as it can be. */
function breakLines(words: readonly Word[], em: number, space: number): string[] {
  const lines: string[] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const word of words) {
    width += space + word.width;
    if (width <= em) lines.push(`${lines.pop()} ${word.text}`);
    else {
      lines.push(word.text);
      width = word.width;
    }
  }
  return lines;
}

/** As many lines as given, the widest of them as narrow as can be. */
function balance(words: readonly Word[], em: number, space: number, count: number): string[] {
  let [narrow, wide] = [Math.max(0, ...words.map(({ width }) => width)), em];
  let lines = breakLines(words, wide, space);
  for (let step = 0; step < 6 && narrow < wide; step++) {
    const middle = (narrow + wide) / 2;
    const tried = breakLines(words, middle, space);
    if (tried.length > count) narrow = middle;
    else [wide, lines] = [middle, tried];
  }
  return lines;
}

function shorten(lines: readonly string[], most: number, em: number, measure: (text: string) => Word): string[] {
  const kept = lines.slice(0, most);
  let last = kept.pop() ?? "";
  while (last !== "" && measure(`${last}…`).width > em) last = last.slice(0, -1).trimEnd();
  return [...kept, `${last}…`];
}

/** A word in pieces of at most `em`. */
function cut({ text, width }: Word, em: number, measure: (text: string) => Word): Word[] {
  if (width <= em) return [{ text, width }];
  const pieces: Word[] = [];
  let piece = "";
  for (const character of text) {
    if (piece !== "" && measure(piece + character).width > em) {
      pieces.push(measure(piece));
      piece = "";
    }
    piece += character;
  }
  return [...pieces, measure(piece)];
}
