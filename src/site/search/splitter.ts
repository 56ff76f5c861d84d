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

/** What is known of words: the list, and those that are cut in a way of their own. */
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
  const words = { dictionary, own };
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
function cut(word: string, words: Words, isName: boolean): readonly string[] | undefined {
  const given = words.own.get(word);
  if (given) return given.length > 1 ? given : undefined;
  if (!words.dictionary.has(word, 0, word.length)) return cheapest(word, words, isName);
  return halves(word, words) ?? (word.length >= LONG ? cheapest(word, words, false) : undefined);
}

/** A word of the list that is itself two words of the list, such as Bürgermeister. */
function halves(word: string, words: Words): readonly string[] | undefined {
  for (let at = SHORT; at <= word.length - SHORT; at++) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    const isLast = LAST_PARTS.has(last) || (last.length >= PART_MIN && isListed(last, words) && !NO_LAST_PARTS.has(last));
    if (isLast && !PARTICLES.has(first) && (FIRST_PARTS.has(first) || (at >= PART_MIN && (isNoun(first, words) || isStem(first, words)))))
      return [first, last];
  }
  return undefined;
}

/** The cheapest way to write a word as parts; of two that cost the same the one with the longer last part, since that is what it means. */
function cheapest(word: string, words: Words, isName: boolean): readonly string[] | undefined {
  // best[i]: the cheapest way to write what comes before i, and where its last part begins.
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }];
  for (let to = 2; to <= word.length; to++) {
    for (let from = 0; from <= to - 2; from++) {
      const before = best[from];
      if (!before || (from === 0 && to === word.length)) continue;
      const cost = to === word.length ? costOfLast(word.slice(from), words) : costOfPart(word, { from, to }, words, isName);
      if (cost === undefined) continue;
      const known = best[to];
      if (!known || before.cost + cost < known.cost) best[to] = { cost: before.cost + cost, from };
    }
  }
  const parts: string[] = [];
  for (let to = word.length; to > 0; ) {
    const step = best[to];
    if (!step) return undefined;
    parts.unshift(word.slice(step.from, to));
    to = step.from;
  }
  return parts;
}

/** What the end of a word costs as its last part; undefined where it can be none. */
function costOfLast(text: string, words: Words): number | undefined {
  if (LAST_PARTS.has(text)) return COSTS.part + COSTS.listed;
  if (text.length < PART_MIN || NO_LAST_PARTS.has(text)) return undefined;
  if (isListed(text, words)) return COSTS.part;
  return isDerived(text, words) ? COSTS.part + COSTS.stem : undefined;
}

/** What a piece of a word that is not its end costs as a part of it; undefined where it can be none. */
function costOfPart(word: string, { from, to }: { from: number; to: number }, words: Words, isName: boolean): number | undefined {
  const text = word.slice(from, to);
  if (FIRST_PARTS.has(text) && (from === 0 || text.length >= PART_MIN)) return COSTS.part + COSTS.listed;
  if (text.length < PART_MIN) return from > 0 && MIDDLE_PARTS.has(text) ? COSTS.part + COSTS.short : undefined;
  if (isListed(text, words)) return COSTS.part;
  if (isNoun(text, words)) return COSTS.part + COSTS.linked;
  if (isStem(text, words) || isDerived(text, words)) return COSTS.part + COSTS.stem;
  if (from === 0 && isName && PLACE_HEADS.has(word.slice(to))) return COSTS.name;
  return undefined;
}

/** True for a word of the list or of the city; names and capitals have ss for ß. */
function isListed(text: string, { dictionary, own }: Words): boolean {
  if (dictionary.has(text, 0, text.length) || own.has(text)) return true;
  if (!text.includes("ss")) return false;
  const other = text.replace("ss", "ß");
  return dictionary.has(other, 0, other.length);
}

/** True for a word of the list, also with linking letters that are no case of it: Wirtschaft-s-, Mühle-n-, Liebe-s-. */
function isNoun(text: string, words: Words): boolean {
  if (isListed(text, words)) return true;
  if (!/[sn]$/.test(text) || text.length <= PART_MIN) return false;
  return isListed(text.slice(0, -1), words) || (text.length > PART_MIN + 1 && isListed(text.slice(0, -2), words));
}

/** True for the stem of a verb (Wohn-, Lese-) or adjective (Alt-), or a noun without its last e (Schul-): with it the list has it. */
function isStem(text: string, words: Words): boolean {
  return text.endsWith("e") ? isListed(`${text}n`, words) : isListed(`${text}e`, words) || isListed(`${text}en`, words);
}

/** True for what the list has few of: a noun with a particle before it (Um-leitung-s-), or made of a verb (Koordinier-ung-s-). */
function isDerived(text: string, words: Words): boolean {
  const [, verb] = /^(.{4,})ung(?:en|s)?$/.exec(text) ?? [];
  if (verb && isListed(`${verb}en`, words)) return true;
  for (let at = 2; at <= Math.min(6, text.length - PART_MIN - 1); at++)
    if (PARTICLES.has(text.slice(0, at)) && isNoun(text.slice(at), words)) return true;
  return false;
}
