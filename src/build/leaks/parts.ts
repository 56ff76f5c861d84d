import { BEGINS, IN_TAG, scanWords } from "./words.ts";

/**
 * Words in a row by their hashes, and hashes of the two, four and eight words that end at each of them, where there are so many. The first
 * `count` of each list count; the lists are used again for the next part.
 */
export interface Part {
  count: number;
  words: Int32Array;
  twos: Int32Array;
  fours: Int32Array;
  eights: Int32Array;
}

/** Of so many parts it is known that they were read. */
const KNOWN = 2 ** 19;

/**
 * Reads texts by their parts, the words within a tag as one of their own, and tells of each part that it has not told of yet (or long
 * ago): three quarters of a site are heads, feet, and texts that stand in pages, feeds and data alike.
 */
export function createPartReader(use: (part: Part) => void): (text: Uint8Array) => void {
  // A part is known by two hashes of all its words. Where two share a place, the earlier one is told of again.
  const known = new Int32Array(2 * KNOWN);
  const [texts, tags] = [emptyPart(1024), emptyPart(1024)];
  const end = (part: Part) => {
    let [first, second] = [part.count, ~part.count];
    for (let index = 0; index < part.count; index++) {
      const word = part.words[index] as number;
      first = (Math.imul(first, 0x9e3779b1) + word) | 0;
      second = (Math.imul(second ^ (second >>> 15), 0x85ebca6b) + word) | 0;
    }
    const at = 2 * ((first ^ (first >>> 16)) & (KNOWN - 1));
    if (known[at] !== first || known[at + 1] !== second) {
      known[at] = first;
      known[at + 1] = second;
      hashRuns(part);
      use(part);
    }
    part.count = 0;
  };
  return (text) => {
    let wasInTag = false;
    scanWords(text, (hash, place) => {
      const isInTag = place === IN_TAG;
      const part = isInTag ? tags : texts;
      if ((place === BEGINS || (isInTag && !wasInTag)) && part.count > 0) end(part);
      wasInTag = isInTag;
      if (part.count === part.words.length) widen(part);
      part.words[part.count++] = hash;
    });
    for (const part of [texts, tags]) if (part.count > 0) end(part);
  };
}

/** A part of these words. */
export function partOf(words: readonly number[]): Part {
  const part = { ...emptyPart(words.length), count: words.length, words: Int32Array.from(words) };
  hashRuns(part);
  return part;
}

function emptyPart(length: number): Part {
  const [words, twos, fours, eights] = [0, 1, 2, 3].map(() => new Int32Array(length)) as [Int32Array, Int32Array, Int32Array, Int32Array];
  return { count: 0, words, twos, fours, eights };
}

function widen(part: Part): void {
  const { words } = part;
  Object.assign(part, emptyPart(2 * words.length), { count: part.count });
  part.words.set(words);
}

function hashRuns({ count, words, twos, fours, eights }: Part): void {
  for (let index = 1; index < count; index++) {
    const two = (Math.imul(words[index - 1] as number, 0x9e3779b1) + Math.imul(words[index] as number, 0x85ebca6b)) | 0;
    twos[index] = two;
    if (index < 3) continue;
    const four = (Math.imul(twos[index - 2] as number, 0xc2b2ae35) + Math.imul(two, 0x27d4eb2f)) | 0;
    fours[index] = four;
    if (index >= 7) eights[index] = (Math.imul(fours[index - 4] as number, 0x165667b1) + Math.imul(four, 0x9e3779b1)) | 0;
  }
}
