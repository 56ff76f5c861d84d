import { CUT } from "../words.ts";

/** A piece of an excerpt; `isFound` where it is what was searched. */
export interface Piece {
  text: string;
  isFound: boolean;
}

/** How many words an excerpt has. */
const LENGTH = 32;

/** How many words stand before the first that was found. */
const BEFORE = 6;

/**
 * The part of a text that holds most of what was found (`places` are its words by their number, as Pagefind counts them), in pieces; the
 * beginning of the text where nothing was found in it.
 */
export function excerptOf(content: string, places: readonly number[]): Piece[] {
  const words = content.split(/[^\S\uFEFF]+/);
  const found = new Set(places.filter((place) => place < words.length));
  const start = bestStart(
    [...found].sort((a, b) => a - b),
    words.length,
  );
  const end = Math.min(words.length, start + LENGTH);
  const pieces: Piece[] = [];
  const add = (text: string, isFound: boolean) => {
    const last = pieces.at(-1);
    if (last && last.isFound === isFound) last.text += text;
    else pieces.push({ text, isFound });
  };
  if (start > 0) add("… ", false);
  for (let at = start; at < end; at++) {
    const [, left = "", core = "", right = ""] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec((words[at] ?? "").replaceAll(CUT, "")) ?? [];
    add(left, false);
    add(core, found.has(at));
    add(right + (at + 1 < end ? " " : ""), false);
  }
  if (end < words.length) add(" …", false);
  return pieces.filter(({ text }) => text !== "");
}

function bestStart(places: readonly number[], length: number): number {
  let best = { count: 0, place: 0 };
  for (const [index, place] of places.entries()) {
    let count = 0;
    while (index + count < places.length && (places[index + count] ?? 0) < place + LENGTH - BEFORE) count++;
    if (count > best.count) best = { count, place };
  }
  return Math.max(0, Math.min(best.place - BEFORE, length - LENGTH));
}
