import type { Dictionary } from "./dictionary.ts";
import { EXCEPTIONS, FIRST_PARTS, LAST_PARTS, MIDDLE_PARTS, NO_LAST_PARTS, PARTICLES, PLACE_HEADS } from "./split-words.ts";

/** How a compound is cut: its parts as they stand in it, and further words that are in it (parts of parts, neighbouring parts together). */
export interface Cut {
  parts: readonly string[];
  more: readonly string[];
}

/** Cuts a German word into the words it is made of; undefined where it is made of one. The word has no hyphen; its case is kept. */
export type Splitter = (word: string) => Cut | undefined;

/** Shortest compound, shortest part that is trusted without being listed, and shortest part at all. */
const [WORD_MIN, PART_MIN, SHORT] = [7, 4, 3];

/** A word of the list so long is always made of others. */
const LONG = 14;

/** A longer run of letters is no word. */
const WORD_MAX = 90;

/** What a part costs, and what must be assumed of it besides: the cheapest cut is taken. */
const COSTS = { part: 10, linked: 1, listed: 2, short: 4, stem: 3, name: 40 };

/** How many words a splitter remembers: texts say the same words again and again. */
const HELD_MAX = 200_000;

/** What is known of words: the list with the city's own, and those that are cut in a way of their own. */
interface Words {
  dictionary: Dictionary;
  own: ReadonlyMap<string, readonly string[]>;
}

/**
 * The splitter of a city. `compounds` are its own words, cut as it wants them (`Gewandhaus|orchester`) or named as one (`Alexander`);
 * the letters of each part stand as they do in the word, linking letters with the part before them.
 */
export function createSplitter(dictionary: Dictionary, compounds: readonly string[] = []): Splitter {
  const own = new Map<string, readonly string[]>();
  for (const entry of [...EXCEPTIONS, ...compounds]) {
    const small = entry.toLowerCase();
    own.set(small.replaceAll("|", ""), small.split("|"));
  }
  const words = { dictionary: dictionary.with(own.keys()), own };
  const held = new Map<string, Cut | undefined>();
  return (word) => {
    if (word.length < WORD_MIN || word.length > WORD_MAX) return undefined;
    if (held.has(word)) return held.get(word);
    if (held.size > HELD_MAX) held.clear();
    const cut = split(word, words);
    held.set(word, cut);
    return cut;
  };
}

function split(word: string, words: Words): Cut | undefined {
  const small = word.toLowerCase();
  // Letters whose small form is longer would move the cuts.
  if (small.length !== word.length) return undefined;
  const isName = word[0] !== small[0];
  const parts = cut(small, words, isName);
  if (!parts) return undefined;
  const more = new Set<string>();
  for (let from = 0; from < parts.length; from++)
    for (let to = from + 2; to <= parts.length; to++) if (to - from < parts.length) more.add(parts.slice(from, to).join(""));
  for (const part of parts) for (const inner of cut(part, words, false) ?? []) more.add(inner);
  for (const part of parts) more.delete(part);
  let at = 0;
  const asWritten = parts.map((part) => {
    at += part.length;
    return word.slice(at - part.length, at);
  });
  return { parts: asWritten, more: [...more] };
}

/** The parts of a word in small letters; undefined where it is one. `isName` allows a name before the head of a place's name. */
function cut(text: string, words: Words, isName: boolean): readonly string[] | undefined {
  const given = words.own.get(text);
  if (given) return given.length > 1 ? given : undefined;
  const word: Word = { text, dictionary: words.dictionary, listed: new Uint8Array((text.length + 1) ** 2) };
  if (!words.dictionary.has(text, 0, text.length)) return cheapest(word, isName);
  return halves(word) ?? (text.length >= LONG ? cheapest(word, false) : undefined);
}

/** A word in small letters, and which of its pieces were looked up: 1 is listed, 2 is not. */
interface Word {
  text: string;
  dictionary: Dictionary;
  listed: Uint8Array;
}

/** A piece of a word, by where it begins and ends. */
type Piece = (word: Word, from: number, to: number) => boolean;

/** A word of the list that is itself two words of the list, such as Bürgermeister. */
function halves(word: Word): readonly string[] | undefined {
  const { text } = word;
  for (let at = SHORT; at <= text.length - SHORT; at++) {
    const isLast = costOfLast(word, at) !== undefined && (isListed(word, at, text.length) || LAST_PARTS.has(text.slice(at)));
    if (!isLast) continue;
    const first = text.slice(0, at);
    const isFirst = FIRST_PARTS.has(first) || (at >= PART_MIN && (isNoun(word, 0, at) || isStem(word, 0, at)));
    if (isFirst && !PARTICLES.has(first)) return [first, text.slice(at)];
  }
  return undefined;
}

/** The cheapest way to write a word as parts; of two that cost the same the one with the longer last part, since that is what it means. */
function cheapest(word: Word, isName: boolean): readonly string[] | undefined {
  const { text } = word;
  // best[i]: the cheapest way to write what comes before i, and where its last part begins.
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }];
  for (let to = 2; to <= text.length; to++) {
    for (let from = 0; from <= to - 2; from++) {
      const before = best[from];
      if (!before || (from === 0 && to === text.length)) continue;
      const cost = to === text.length ? costOfLast(word, from) : costOfPart(word, from, to, isName);
      if (cost === undefined) continue;
      const known = best[to];
      if (!known || before.cost + cost < known.cost) best[to] = { cost: before.cost + cost, from };
    }
  }
  const parts: string[] = [];
  for (let to = text.length; to > 0; ) {
    const step = best[to];
    if (!step) return undefined;
    parts.unshift(text.slice(step.from, to));
    to = step.from;
  }
  return parts;
}

/** What the end of a word costs as its last part; undefined where it can be none. */
function costOfLast(word: Word, from: number): number | undefined {
  const end = word.text.slice(from);
  if (LAST_PARTS.has(end)) return COSTS.part + COSTS.listed;
  if (end.length < PART_MIN || NO_LAST_PARTS.has(end)) return undefined;
  if (isListed(word, from, word.text.length)) return COSTS.part;
  return isDerived(word, from, word.text.length) ? COSTS.part + COSTS.stem : undefined;
}

/** What a piece of a word that is not its end costs as a part of it; undefined where it can be none. */
function costOfPart(word: Word, from: number, to: number, isName: boolean): number | undefined {
  const { text } = word;
  const length = to - from;
  if (length <= FIRST_MAX && (from === 0 || length >= PART_MIN) && FIRST_PARTS.has(text.slice(from, to))) return COSTS.part + COSTS.listed;
  if (length < PART_MIN) return from > 0 && MIDDLE_PARTS.has(text.slice(from, to)) ? COSTS.part + COSTS.short : undefined;
  if (isListed(word, from, to)) return COSTS.part;
  if (isNoun(word, from, to)) return COSTS.part + COSTS.linked;
  if (isStem(word, from, to) || isDerived(word, from, to)) return COSTS.part + COSTS.stem;
  if (from === 0 && isName && PLACE_HEADS.has(text.slice(to))) return COSTS.name;
  return undefined;
}

/** The longest of the first parts, in letters. */
const FIRST_MAX = Math.max(...Array.from(FIRST_PARTS, ({ length }) => length));

/** True for a word of the list or of the city; names and capitals have ss for ß. Each piece is looked up once. */
const isListed: Piece = (word, from, to) => {
  const at = from * (word.text.length + 1) + to;
  word.listed[at] ||= isWord(word, from, to, "") ? 1 : 2;
  return word.listed[at] === 1;
};

function isWord({ text, dictionary }: Word, from: number, to: number, ending: string): boolean {
  if (dictionary.has(text, from, to, ending)) return true;
  const double = text.indexOf("ss", from);
  if (double < 0 || double + 2 > to) return false;
  const other = `${text.slice(from, double)}ß${text.slice(double + 2, to)}${ending}`;
  return dictionary.has(other, 0, other.length);
}

/** True for a word of the list, also with linking letters that are no case of it: Wirtschaft-s-, Mühle-n-, Liebe-s-. */
const isNoun: Piece = (word, from, to) => {
  if (isListed(word, from, to)) return true;
  const last = word.text[to - 1];
  if ((last !== "s" && last !== "n") || to - from <= PART_MIN) return false;
  return isListed(word, from, to - 1) || (to - from > PART_MIN + 1 && isListed(word, from, to - 2));
};

/** True for the stem of a verb (Wohn-, Lese-) or adjective (Alt-), or a noun without its last e (Schul-): with it the list has it. */
const isStem: Piece = (word, from, to) =>
  word.text[to - 1] === "e" ? isWord(word, from, to, "n") : isWord(word, from, to, "e") || isWord(word, from, to, "en");

/** True for what the list has few of: a noun with a particle before it (Um-leitung-s-), or made of a verb (Koordinier-ung-s-). */
const isDerived: Piece = (word, from, to) => {
  const { text } = word;
  const ending = ["ung", "ungs", "ungen"].find((one) => text.endsWith(one, to));
  if (ending && to - ending.length >= from + PART_MIN && isWord(word, from, to - ending.length, "en")) return true;
  for (let at = from + 2; at <= Math.min(from + 6, to - PART_MIN - 1); at++)
    if (isNoun(word, at, to) && PARTICLES.has(text.slice(from, at))) return true;
  return false;
};
