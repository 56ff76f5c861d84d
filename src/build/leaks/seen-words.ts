import { readFileSync } from "node:fs";
import { digest } from "../../disk/digest.ts";
import { writeWhole } from "../../disk/whole-file.ts";
import { type Part, partOf } from "./parts.ts";

/**
 * Which words, pairs, fours and eights of words stand anywhere in a site: a Bloom filter, whose "no" is certain and whose "yes" has to be
 * looked into. So a secret is searched in all files without any of them being opened.
 */
export interface SeenWords {
  /** True for content that was taken in already, by its SHA-256. */
  knows: (sha256: string) => boolean;
  know: (sha256: string) => void;
  /** Takes in the words of a part. */
  add: (part: Part) => void;
  /** False where words (by their hashes) stand in this order in no file. */
  mayHold: (words: readonly number[]) => boolean;
  /** Secrets, by their keys: those that public texts hold, and those that were searched and are nowhere. */
  excused: Set<number>;
  cleared: Set<number>;
  /** Keeps what was taken in; of content that is not in the site any more (`present`: all that is) too much makes the filter begin anew. */
  save: (present: ReadonlySet<string>) => void;
}

const FORMAT = "stadtchronik-words-3";

/** Places of 32 bits for each file: so that hardly one answer in a thousand is a wrong "yes" for eight words in a row. */
const SLOTS_PER_FILE = 128;

/** Into how many parts bits wait to be set, and how many in each. */
const PARTS = 256;
const WAITING = 1024;

/** Opens the filter kept in a file, for a site of so many files; `program` is the fingerprint of what reads words. */
export function openSeenWords(file: string, files: number, program: string): SeenWords {
  const slots = 2 ** Math.min(26, Math.max(12, Math.ceil(Math.log2(files * SLOTS_PER_FILE))));
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
    add: (part) => addRuns(part, add),
    know: (sha256) => void taken.add(short(sha256)),
    excused: kept?.excused ?? new Set(),
    cleared: kept?.cleared ?? new Set(),
    mayHold: (words) => {
      flush();
      const { twos, fours, eights } = partOf(words);
      if (words.length === 1) return has(words[0] as number);
      if (words.length < 4) return twos.subarray(1).every(has);
      return fours.subarray(3).every(has) && eights.subarray(7).every((eight) => has(eight) && has(again(eight)));
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

/** Adds each word of a part, each two, four and eight in a row. */
function addRuns({ count, words, twos, fours, eights }: Part, add: (hash: number) => void): void {
  for (let index = 0; index < count; index++) {
    add(words[index] as number);
    if (index >= 1) add(twos[index] as number);
    if (index >= 3) add(fours[index] as number);
    if (index < 7) continue;
    add(eights[index] as number);
    add(again(eights[index] as number));
  }
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
