import { fold } from "./words.ts";

/** A word of the archive and in how many releases it stands, roughly: the exponent of a power of two. */
export interface KnownWord {
  word: string;
  weight: number;
}

/** Largest shard in characters before it is divided by the next letter of its words. */
const SHARD_MAX = 60_000;

/** Words in shards by the beginning of their folded form, each shard a text for `decodeWords`. */
export function shardWords(counts: ReadonlyMap<string, number>): Map<string, string> {
  const known = Array.from(counts, ([word, count]) => ({ word, folded: fold(word), weight: weightOf(count) }));
  known.sort((a, b) => compare(a.folded, b.folded) || compare(a.word, b.word));
  const shards = new Map<string, string>();
  const add = (beginning: string, words: readonly Folded[]): void => {
    const text = encodeWords(words);
    if (text.length <= SHARD_MAX || beginning.length === BEGINNING_MAX) shards.set(beginning, text);
    else for (const [longer, part] of groupBy(words, beginning.length + 1)) add(longer, part);
  };
  if (known.length > 0) add("", known);
  return shards;
}

/** How many letters the words of a shard have in common at most. */
const BEGINNING_MAX = 2;

type Folded = KnownWord & { folded: string };

/** The shard that holds a word, if any does: its name begins the folded word. */
export function shardOf(folded: string, shards: Readonly<Record<string, string>>): string | undefined {
  return [folded.slice(0, 2), folded.slice(0, 1), ""].find((beginning) => Object.hasOwn(shards, beginning));
}

/** Front coding: how many letters a word shares with the one before, the rest of it, its weight; a word a line. */
function encodeWords(words: readonly KnownWord[]): string {
  let before = "";
  return words
    .map(({ word, weight }) => {
      let shared = 0;
      while (shared < 35 && shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      return shared.toString(36) + word.slice(shared) + weight.toString(36);
    })
    .join("\n");
}

/** The words of a shard in their order. */
export function decodeWords(text: string): KnownWord[] {
  let before = "";
  return text.split("\n").flatMap((line) => {
    if (line.length < 2) return [];
    before = before.slice(0, Number.parseInt(line[0] ?? "0", 36)) + line.slice(1, -1);
    return [{ word: before, weight: Number.parseInt(line.at(-1) ?? "0", 36) }];
  });
}

function weightOf(count: number): number {
  return Math.min(35, Math.floor(Math.log2(Math.max(1, count))));
}

function groupBy<T extends { folded: string }>(words: readonly T[], letters: number): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of words) {
    const beginning = one.folded.slice(0, letters);
    const group = groups.get(beginning);
    if (group) group.push(one);
    else groups.set(beginning, [one]);
  }
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
