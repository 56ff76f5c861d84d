import { decodeWords, type KnownWord, shardOf } from "../vocabulary.ts";
import { fold } from "../words.ts";

/** A word of the archive with its folded form. */
interface Entry extends KnownWord {
  folded: string;
}

/** What is known of the archive's words; each shard of them is loaded when it is first needed. */
export interface Words {
  /** How the archive spells a word: itself, and others that differ in umlauts, ß and accents only. */
  spellings: (word: string) => Promise<string[]>;
  /** Words that are known of those given, in the spelling of the archive. */
  known: (words: readonly string[]) => Promise<string[]>;
  /** Words that begin with a piece of a word, the most frequent first. */
  beginningWith: (piece: string, most: number) => Promise<string[]>;
  /** Words that may be meant by one that is misspelt, the likeliest first. */
  near: (word: string, most: number) => Promise<KnownWord[]>;
  /** How often a word occurs, as an exponent of two; -1 where it does not. */
  weight: (word: string) => Promise<number>;
  /** Two words of the archive that a word is made of. */
  parts: (word: string) => Promise<[string, string] | undefined>;
}

/** The words of an index; `load` answers with the text of a shard. */
export function openWords(shards: Readonly<Record<string, string>>, load: (file: string) => Promise<string>): Words {
  const loaded = new Map<string, Promise<readonly Entry[]>>();
  const entriesOf = (folded: string): Promise<readonly Entry[]> => {
    const beginning = shardOf(folded, shards);
    if (beginning === undefined) return Promise.resolve([]);
    let entries = loaded.get(beginning);
    if (!entries) {
      entries = load(shards[beginning] ?? "").then((text) => decodeWords(text).map((one) => ({ ...one, folded: fold(one.word) })));
      entries.catch(() => loaded.delete(beginning));
      loaded.set(beginning, entries);
    }
    return entries;
  };
  const find = async (word: string) => {
    const folded = fold(word);
    return (await entriesOf(folded)).filter((entry) => entry.folded === folded);
  };
  const near = async (word: string, most: number): Promise<KnownWord[]> => {
    const folded = fold(word);
    const limit = folded.length < 5 ? 1 : 2;
    // A first letter that is missing, doubled or changed places with the second: then the word begins with that.
    const shardsOfIt = new Set([folded, folded.slice(1)].filter((one) => one.length > 1));
    const found: { entry: Entry; distance: number }[] = [];
    for (const beginning of shardsOfIt)
      for (const entry of await entriesOf(beginning)) {
        if (Math.abs(entry.folded.length - folded.length) > limit || entry.folded === folded) continue;
        const distance = editDistance(folded, entry.folded, limit);
        if (distance <= limit && !found.some((one) => one.entry.word === entry.word)) found.push({ entry, distance });
      }
    // A word that is one slip away is meant before a frequent one that is two away.
    found.sort((a, b) => a.distance - b.distance || b.entry.weight - a.entry.weight || (a.entry.word < b.entry.word ? -1 : 1));
    return found.slice(0, most).map(({ entry: { word: meant, weight } }) => ({ word: meant, weight }));
  };
  return {
    spellings: async (word) => (await find(word)).map((entry) => entry.word),
    known: async (words) => {
      const found = await Promise.all(words.map(find));
      return [...new Set(found.flat().map((entry) => entry.word))];
    },
    beginningWith: async (piece, most) => {
      const folded = fold(piece);
      const found = (await entriesOf(folded)).filter((entry) => entry.folded.startsWith(folded) && entry.folded !== folded);
      return found
        .sort((a, b) => b.weight - a.weight || a.word.length - b.word.length)
        .slice(0, most)
        .map((entry) => entry.word);
    },
    near,
    weight: async (word) => Math.max(-1, ...(await find(word)).map(({ weight }) => weight)),
    parts: async (word) => {
      const folded = fold(word);
      const first = await entriesOf(folded);
      const beginnings = new Map(first.map((entry) => [entry.folded, entry]));
      // The longest beginning that is a word, with or without letters that link; its rest must be a word too.
      const ways: { head: string; rest: string; weight: number }[] = [];
      for (let at = 3; at <= folded.length - 3; at++) {
        const piece = folded.slice(0, at);
        for (const stem of [piece, piece.replace(/(?:es|en|s|n|e)$/, ""), `${piece}e`, `${piece}en`]) {
          const head = beginnings.get(stem);
          if (head && stem.length >= 3) ways.push({ head: head.word, rest: folded.slice(at), weight: head.weight });
        }
      }
      ways.sort((a, b) => Math.min(b.head.length, b.rest.length) - Math.min(a.head.length, a.rest.length));
      for (const { head, rest } of ways.slice(0, PARTS_TRIED)) {
        const [known] = await find(rest);
        if (known) return [head, known.word];
      }
      return undefined;
    },
  };
}

/** How many ways to divide a word are tried: each may load a shard. */
const PARTS_TRIED = 3;

/**
 * How many slips make one word of another: a letter more, less, another one, or two that changed places (Damerau, each place once); more
 * than `limit` is told as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const width = b.length + 1;
  let [before, last, row] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  for (let column = 0; column < width; column++) last[column] = column;
  for (let line = 1; line <= a.length; line++) {
    row[0] = line;
    let least = line;
    for (let column = 1; column < width; column++) {
      const isSame = a[line - 1] === b[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1));
      if (line > 1 && column > 1 && a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      row[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(limit + 1, last[b.length] ?? limit + 1);
}
