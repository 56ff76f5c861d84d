import { readFileSync } from "node:fs";
import { digest } from "../../disk/digest.ts";
import { writeWhole } from "../../disk/whole-file.ts";
import { BEGINS, IN_TAG, scanWords } from "./words.ts";

/**
 * Which words, pairs, fours and eights of words stand anywhere in a site: a Bloom filter, whose "no" is certain and whose "yes" has to be
 * looked into. So a secret is searched in all files without any of them being opened.
 */
export interface SeenWords {
  /** True for content that was taken in already, by its SHA-256. */
  knows: (sha256: string) => boolean;
  add: (sha256: string, texts: Iterable<Uint8Array>) => void;
  /** False where words (by their hashes) stand in this order in no file. */
  mayHold: (words: readonly number[]) => boolean;
  /** Secrets, by their keys: those that public texts hold, and those that were searched and are nowhere. */
  excused: Set<number>;
  cleared: Set<number>;
  /** Keeps what was taken in; of content that is not in the site any more (`present`: all that is) too much makes the filter begin anew. */
  save: (present: ReadonlySet<string>) => void;
}

const FORMAT = "stadtchronik-words-2";

/** Bits for each byte of text: so that one answer in some hundred thousands is a wrong "yes" for eight words in a row. */
const BITS_PER_BYTE = 0.25;

/** Into how many parts bits wait to be set, and how many in each. */
const PARTS = 128;
const WAITING = 2048;

/** Opens the filter kept in a file, for a site of so many bytes; `program` is the fingerprint of what reads words. */
export function openSeenWords(file: string, bytes: number, program: string): SeenWords {
  const slots = 2 ** Math.min(26, Math.max(12, Math.ceil(Math.log2((bytes * BITS_PER_BYTE) / 32))));
  const kept = readKept(file, `${FORMAT} ${program} ${slots}`, slots);
  const bits = kept?.bits ?? new Uint32Array(slots);
  const taken = kept?.taken ?? new Set<string>();
  const mask = slots - 1;
  const { add, flush } = createQueue(bits);
  const has = (hash: number) => {
    const mixed = mix(hash);
    const wanted = pattern(mixed);
    return ((bits[(mixed >>> 4) & mask] as number) & wanted) === wanted;
  };
  return {
    knows: (sha256) => taken.has(short(sha256)),
    add: (sha256, texts) => {
      for (const text of texts) takeIn(text, add);
      taken.add(short(sha256));
    },
    excused: kept?.excused ?? new Set(),
    cleared: kept?.cleared ?? new Set(),
    mayHold: (words) => {
      flush();
      if (words.length === 1) return has(words[0] as number);
      if (words.length < 4) return words.slice(1).every((word, index) => has(pair(words[index] as number, word)));
      const fours = words.slice(3).map((word, index) => {
        const [a, b, c] = [words[index], words[index + 1], words[index + 2]] as [number, number, number];
        return four(pair(a, b), pair(c, word));
      });
      if (!fours.every(has)) return false;
      if (fours.length < 5) return true;
      const all = eight(fours[0] as number, fours[4] as number);
      return has(all) && has(again(all));
    },
    save(present) {
      const known = new Set([...present].map(short));
      const gone = [...taken].filter((sum) => !known.has(sum)).length;
      if (gone > Math.max(100, taken.size / 4)) {
        // The next build takes everything in anew.
        writeWhole(file, "");
        return;
      }
      flush();
      const body = Buffer.from(bits.buffer, bits.byteOffset, bits.byteLength);
      const lists = [[...taken].join(""), [...this.excused].join(" "), [...this.cleared].join(" ")].join("\n");
      const head = [`${FORMAT} ${program} ${slots}`, digest(`${digest(body)}${lists}`), lists].join("\n");
      writeWhole(file, Buffer.concat([Buffer.from(`${head}\n`), body]));
    },
  };
}

/**
 * Sets bits in the order of their places instead of the texts': what lies close together is in the processor's cache, and setting a bit
 * anywhere in 16 MB takes ten times as long.
 */
function createQueue(bits: Uint32Array): { add: (hash: number) => void; flush: () => void } {
  const mask = bits.length - 1;
  const shift = Math.max(0, Math.log2(bits.length) - Math.log2(PARTS));
  const waiting = new Int32Array(PARTS * WAITING);
  const counts = new Int32Array(PARTS);
  const empty = (part: number) => {
    const from = part * WAITING;
    for (let index = from + (counts[part] as number) - 1; index >= from; index--) {
      const mixed = waiting[index] as number;
      const slot = (mixed >>> 4) & mask;
      bits[slot] = (bits[slot] as number) | pattern(mixed);
    }
    counts[part] = 0;
  };
  return {
    add: (hash) => {
      const mixed = mix(hash);
      const part = ((mixed >>> 4) & mask) >>> shift;
      const count = counts[part] as number;
      waiting[part * WAITING + count] = mixed;
      counts[part] = count + 1;
      if (count + 1 === WAITING) empty(part);
    },
    flush: () => {
      for (let part = 0; part < PARTS; part++) empty(part);
    },
  };
}

/** Takes in the words of a text, those within tags as a sequence of their own. */
function takeIn(text: Uint8Array, add: (hash: number) => void): void {
  // The last words, and the last fours, each in a ring.
  const rings = [
    { words: new Int32Array(4), fours: new Int32Array(4), count: 0 },
    { words: new Int32Array(4), fours: new Int32Array(4), count: 0 },
  ] satisfies [unknown, unknown];
  let wasInTag = false;
  scanWords(text, (hash, place) => {
    const isInTag = place === IN_TAG;
    const ring = isInTag ? rings[1] : rings[0];
    if (place === BEGINS || (isInTag && !wasInTag)) ring.count = 0;
    wasInTag = isInTag;
    const { words, fours } = ring;
    const count = ring.count++;
    words[count & 3] = hash;
    add(hash);
    if (count < 1) return;
    const two = pair(words[(count - 1) & 3] as number, hash);
    add(two);
    if (count < 3) return;
    const last = four(pair(words[(count - 3) & 3] as number, words[(count - 2) & 3] as number), two);
    add(last);
    if (count >= 7) {
      const all = eight(fours[count & 3] as number, last);
      add(all);
      add(again(all));
    }
    fours[count & 3] = last;
  });
}

function pair(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b)) | 0;
}

function four(ab: number, cd: number): number {
  return (Math.imul(ab, 0xc2b2ae35) + Math.imul(cd, 0x27d4eb2f)) | 0;
}

function eight(first: number, last: number): number {
  return (Math.imul(first, 0x165667b1) + Math.imul(last, 0x9e3779b1)) | 0;
}

/** Eight words count twice: the halves of a sentence may well be public, and one wrong "yes" costs reading the whole site. */
function again(eight: number): number {
  return Math.imul(eight ^ 0x5bd1e995, 0xc2b2ae35) | 0;
}

/** Spreads a hash over all its bits (the finish of MurmurHash3). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * The three bits that stand for a hash in its slot. They are taken from the upper bits of a product, on which all bits of the hash work:
 * the lower ones would follow from the slot, and one "yes" in seven would be wrong.
 */
function pattern(mixed: number): number {
  const other = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f);
  return (1 << (other >>> 27)) | (1 << ((other >>> 22) & 31)) | (1 << ((other >>> 17) & 31));
}

/** Enough of a SHA-256 to tell contents apart. */
function short(sha256: string): string {
  return sha256.slice(0, 24);
}

interface Kept {
  bits: Uint32Array;
  taken: Set<string>;
  excused: Set<number>;
  cleared: Set<number>;
}

function readKept(file: string, format: string, slots: number): Kept | undefined {
  try {
    const bytes = readFileSync(file);
    const lines: string[] = [];
    let at = 0;
    for (let count = 0; count < 5; count++) {
      const end = bytes.indexOf(10, at);
      if (end < 0) return undefined;
      lines.push(bytes.toString("latin1", at, end));
      at = end + 1;
    }
    const [head, sum, sums = "", excused = "", cleared = ""] = lines;
    const body = bytes.subarray(at);
    if (head !== format || body.length !== slots * 4 || sum !== digest(`${digest(body)}${[sums, excused, cleared].join("\n")}`))
      return undefined;
    const bits = new Uint32Array(slots);
    new Uint8Array(bits.buffer).set(body);
    const numbers = (line: string) => new Set(line === "" ? [] : line.split(" ").map(Number));
    return { bits, taken: new Set(sums.match(/.{24}/g)), excused: numbers(excused), cleared: numbers(cleared) };
  } catch {
    return undefined;
  }
}
