import { BEGINS, IN_TAG, RUN, scanWords } from "./words.ts";

/** Sequences of words, searched in many texts at once; each is found by its number. */
export interface Search {
  add: (words: readonly number[], number: number) => void;
  /** Tells of each sequence that is found in a text, and where it ends (byte). */
  find: (text: Uint8Array, tell: (number: number, at: number) => void) => void;
  isEmpty: () => boolean;
}

/** A search for sequences of up to eight words. Two hashes of a sequence are one number of 53 bits: none is taken for another. */
export function createSearch(): Search {
  const byLength: Map<number, number[]>[] = Array.from({ length: RUN + 1 }, () => new Map());
  // Most words neither begin nor end a sequence: by a few bits of their hash, the lengths of the sequences that they may begin or end.
  const [firsts, lasts] = [new Uint16Array(SLOTS), new Uint16Array(SLOTS)];
  return {
    add: (words, number) => {
      const sequences = byLength[words.length];
      if (!sequences) throw new Error(`A sequence of ${words.length} words is not searched.`);
      const bit = 1 << words.length;
      const [first, last] = [slotOf(words[0] as number), slotOf(words.at(-1) as number)];
      firsts[first] = (firsts[first] as number) | bit;
      lasts[last] = (lasts[last] as number) | bit;
      const key = keyOf(words, 0, words.length);
      const numbers = sequences.get(key);
      if (numbers) numbers.push(number);
      else sequences.set(key, [number]);
    },
    isEmpty: () => byLength.every(({ size }) => size === 0),
    find: (text, tell) => {
      // The last words of the text and of the tag, each in a ring.
      const [texts, tags] = [new Int32Array(RUN), new Int32Array(RUN)];
      let [textCount, tagCount] = [0, 0];
      let wasInTag = false;
      scanWords(text, (hash, place, at) => {
        const isInTag = place === IN_TAG;
        if (isInTag && !wasInTag) tagCount = 0;
        if (place === BEGINS) textCount = 0;
        wasInTag = isInTag;
        const ring = isInTag ? tags : texts;
        const count = isInTag ? ++tagCount : ++textCount;
        ring[(count - 1) & (RUN - 1)] = hash;
        let lengths = lasts[slotOf(hash)] as number;
        for (let length = 1; lengths !== 0 && length <= RUN; length++) {
          const bit = 1 << length;
          if ((lengths & bit) === 0) continue;
          lengths &= ~bit;
          const from = count - length;
          if (from < 0 || ((firsts[slotOf(ring[from & (RUN - 1)] as number)] as number) & bit) === 0) continue;
          const found = byLength[length]?.get(keyOf(ring, from, length));
          if (found) for (const number of found) tell(number, at);
        }
      });
    },
  };
}

const SLOTS = 65_536;

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}

/** One number of 53 bits for some words, of a ring of eight or of a list that is no longer: no two sequences share one by chance. */
export function keyOf(words: ArrayLike<number>, from: number, length: number): number {
  let [first, second] = [0, 0];
  for (let index = from; index < from + length; index++) {
    const word = words[index & (RUN - 1)] as number;
    first = Math.imul(first, 0x9e3779b1) + word;
    second = Math.imul(second ^ (word >>> 7), 0x85ebca6b) + word;
  }
  return (first >>> 0) * 2 ** 21 + ((second ^ (second >>> 13)) & 0x1fffff);
}
