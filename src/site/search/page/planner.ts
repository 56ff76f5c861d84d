import type { Term } from "./query.ts";
import { relativesOf } from "./relatives.ts";
import type { Words } from "./words.ts";

/** A release that was found: its name in the index. */
export interface Hit {
  id: string;
}

/** What an index can be asked: releases by how well they fit some words, and releases that hold a word or phrase exactly (by its stem). */
export interface Engine<H extends Hit> {
  rank: (words: string) => Promise<readonly H[]>;
  exact: (phrase: string) => Promise<readonly H[]>;
}

/** What is shown for a query. */
export interface Plan<H extends Hit> {
  hits: readonly H[];
  /** Words that stand nowhere. */
  unknown: readonly string[];
  /** The query with a misspelt word put right, and how many releases it finds. */
  suggestion: { query: string; count: number } | undefined;
  /** For a compound: releases that hold the words it is made of. */
  related: { words: readonly string[]; hits: readonly H[] } | undefined;
}

/** Below so many releases it is worth looking further. */
const FEW = 10;

/** A word so long may be the beginning of one that is longer still. */
const LONG = 7;

/** A word is taken for a slip of a neighbour so many times (as a power of two) as frequent. */
const MUCH_MORE_FREQUENT = 4;

/**
 * Finds what a query asks for. Pagefind by itself leaves out words that a part of the index does not know, so only releases are kept that
 * hold every word: exactly, in another spelling or form of it, or as the beginning of another word where there are few.
 */
export async function findReleases<H extends Hit>(terms: readonly Term[], engine: Engine<H>, words: Words): Promise<Plan<H>> {
  const found = await Promise.all(terms.map((term) => findTerm(term, engine, words)));
  await joinNeighbours(terms, found, { engine, words });
  const hits = await ranked(terms, found, engine);
  const unknown = terms.filter((_, index) => found[index]?.hits.size === 0).map(({ text }) => text);
  const suggestion = await suggest(terms, found, { engine, words });
  return { hits, unknown, suggestion, related: await findParts(terms, hits, { engine, words }) };
}

/** The releases that hold a term, and the words that it was found by, its own spelling first. */
interface Found<H extends Hit> {
  hits: Map<string, H>;
  by: string;
}

interface Means<H extends Hit> {
  engine: Engine<H>;
  words: Words;
}

async function findTerm<H extends Hit>({ kind, text }: Term, engine: Engine<H>, words: Words): Promise<Found<H>> {
  const hits = new Map<string, H>();
  const add = async (phrase: string) => {
    for (const hit of await engine.exact(phrase)) if (!hits.has(hit.id)) hits.set(hit.id, hit);
  };
  await add(text);
  let by = text;
  if (kind === "phrase") {
    if (hits.size > 0) return { hits, by };
    by = (await Promise.all(text.split(" ").map(async (word) => (await words.spellings(word))[0] ?? word))).join(" ");
    if (by !== text) await add(by);
    return { hits, by };
  }
  if (/[-/.:*_]/.test(text)) await add(text.replace(/[-/.:*_]+/g, " "));
  const spellings = (await words.spellings(text)).filter((word) => word !== text.toLowerCase());
  if (hits.size === 0) by = spellings[0] ?? text;
  for (const spelling of spellings) await add(spelling);
  for (const relative of await words.known(relativesOf(text))) await add(relative);
  // The beginning of a word may be all that somebody remembers; where it is a word itself only a long one is meant as a beginning.
  if (text.length >= 3 && (hits.size === 0 || (hits.size < FEW && text.length >= LONG))) {
    const completions = await words.beginningWith(text, 5);
    if (hits.size === 0 && completions[0]) by = completions[0];
    for (const completion of completions) await add(completion);
    const parts = hits.size === 0 ? await words.parts(text) : undefined;
    if (parts) await add(parts.join(" "));
  }
  return { hits, by };
}

/** Two words of a query that the archive writes as one: a release that holds this one holds both. */
async function joinNeighbours<H extends Hit>(
  terms: readonly Term[],
  found: readonly Found<H>[],
  { engine, words }: Means<H>,
): Promise<void> {
  for (let index = 1; index < terms.length; index++) {
    const [first, second] = [terms[index - 1], terms[index]];
    if (first?.kind !== "word" || second?.kind !== "word") continue;
    for (const joined of await words.spellings(first.text + second.text))
      for (const hit of await engine.exact(joined))
        for (const one of [found[index - 1], found[index]]) if (one && !one.hits.has(hit.id)) one.hits.set(hit.id, hit);
  }
}

/** The releases that are in every set: in the order of how well they fit, then those that were found by other words. */
async function ranked<H extends Hit>(terms: readonly Term[], found: readonly Found<H>[], engine: Engine<H>): Promise<H[]> {
  const [first, ...others] = [...found].sort((a, b) => a.hits.size - b.hits.size);
  if (!first) return [];
  const all = new Map([...first.hits].filter(([id]) => others.every(({ hits }) => hits.has(id))));
  if (all.size === 0) return [];
  const order = await engine.rank(found.map(({ by }) => by).join(" "));
  const hits: H[] = [];
  for (const hit of order) if (all.delete(hit.id)) hits.push(hit);
  return terms.length === 0 ? [] : [...hits, ...all.values()];
}

/** Puts the first word right that stands nowhere, or hardly anywhere while one much like it stands in many releases. */
async function suggest<H extends Hit>(terms: readonly Term[], found: readonly Found<H>[], means: Means<H>): Promise<Plan<H>["suggestion"]> {
  const { engine, words } = means;
  const corrected = await Promise.all(
    terms.map(async ({ kind, text }, index) => {
      const count = found[index]?.hits.size ?? 0;
      if (kind === "phrase" || count > 2 || text.length < 4 || /^\d/.test(text)) return undefined;
      const own = count === 0 ? -1 : await words.weight(text);
      const near = await words.near(text, 3);
      return near.find(({ weight }) => count === 0 || weight - own >= MUCH_MORE_FREQUENT)?.word;
    }),
  );
  if (corrected.every((word) => word === undefined)) return undefined;
  const better = terms.map((term, index): Term => ({ ...term, text: inCaseOf(term.text, corrected[index]) }));
  const hits = await ranked(better, await Promise.all(better.map((term) => findTerm(term, engine, words))), engine);
  const query = better.map(({ kind, text }) => (kind === "phrase" ? `"${text}"` : text)).join(" ");
  return hits.length > 0 ? { query, count: hits.length } : undefined;
}

/** Gives a word the capital letter of the one that it stands for. */
function inCaseOf(written: string, word: string | undefined): string {
  if (word === undefined) return written;
  const [first = ""] = written;
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Releases that hold the two words of a compound, beside those that hold it itself. */
async function findParts<H extends Hit>(
  terms: readonly Term[],
  hits: readonly H[],
  { engine, words }: Means<H>,
): Promise<Plan<H>["related"]> {
  const [term] = terms;
  if (terms.length !== 1 || term?.kind !== "word" || term.text.length < 7 || hits.length >= FEW) return undefined;
  const parts = await words.parts(term.text);
  if (!parts) return undefined;
  const [first, second] = await Promise.all(parts.map((part) => engine.exact(part)));
  const known = new Set(hits.map(({ id }) => id));
  const both = new Set(second?.map(({ id }) => id));
  const related = (first ?? []).filter(({ id }) => both.has(id) && !known.has(id));
  return related.length > 0 ? { words: parts, hits: related } : undefined;
}
