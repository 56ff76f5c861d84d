import { type Part, partOf } from "./parts.ts";
import { RUN } from "./words.ts";

/** Sequences of words, searched in many parts of texts at once; each is found by its number. */
export interface Search {
  add: (words: readonly number[], number: number) => void;
  /** Tells of each sequence that is found in a part. */
  find: (part: Part, tell: (number: number) => void) => void;
}

/** A search for sequences of up to eight words. Two hashes of a sequence are one number of 53 bits: none is taken for another. */
export function createSearch(): Search {
  const byLength: Map<number, number[]>[] = Array.from({ length: RUN + 1 }, () => new Map());
  // Hardly any eight words in a row are searched, and hardly any word ends a shorter sequence: these bits tell most of them.
  const runs = new Uint8Array(RUN_BITS / 8);
  const lasts = new Uint8Array(LASTS);
  return {
    add: (words, number) => {
      const sequences = byLength[words.length];
      if (!sequences) throw new Error(`A sequence of ${words.length} words is not searched.`);
      const key = keyOf(words, 0, words.length);
      const numbers = sequences.get(key);
      if (numbers) numbers.push(number);
      else sequences.set(key, [number]);
      if (words.length === RUN) {
        const bit = runOf(partOf(words), RUN - 1);
        runs[bit >>> 3] = (runs[bit >>> 3] as number) | (1 << (bit & 7));
      } else {
        const last = lastOf(words.at(-1) as number);
        lasts[last] = (lasts[last] as number) | (1 << words.length);
      }
    },
    find: (part, tell) => {
      const { count, words } = part;
      const told = (index: number, length: number) => {
        const numbers = byLength[length]?.get(keyOf(words, index + 1 - length, length));
        if (numbers) for (const number of numbers) tell(number);
      };
      for (let index = 0; index < count; index++) {
        const lengths = lasts[lastOf(words[index] as number)] as number;
        if (lengths !== 0)
          for (let length = 1; length < RUN && length <= index + 1; length++) if ((lengths & (1 << length)) !== 0) told(index, length);
        if (index < RUN - 1) continue;
        const bit = runOf(part, index);
        if (((runs[bit >>> 3] as number) & (1 << (bit & 7))) !== 0) told(index, RUN);
      }
    },
  };
}

const RUN_BITS = 2 ** 21;
const LASTS = 2 ** 16;

/** A few bits of the eight words that end at a place. */
function runOf({ eights }: Part, index: number): number {
  const eight = eights[index] as number;
  return (eight ^ (eight >>> 11)) & (RUN_BITS - 1);
}

/** A few bits of a word. */
function lastOf(word: number): number {
  return (word ^ (word >>> 16)) & (LASTS - 1);
}

/** One number of 53 bits for some words in a row: no two sequences share one by chance. */
export function keyOf(words: ArrayLike<number>, from: number, length: number): number {
  let [first, second] = [0, 0];
  for (let index = from; index < from + length; index++) {
    const word = words[index] as number;
    first = Math.imul(first, 0x9e3779b1) + word;
    second = Math.imul(second ^ (word >>> 7), 0x85ebca6b) + word;
  }
  return (first >>> 0) * 2 ** 21 + ((second ^ (second >>> 13)) & 0x1fffff);
}
