import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenIndex } from "../../../src/site/search/page/pagefind.ts";
import { ROOT } from "../../fixture.ts";
import { searchFor, type Texts } from "./engine.ts";

/**
 * A query, and what a release says that must be found by it: a pattern for each word; `may` is what those say that may be found as well.
 * `meant` is what must be suggested for a typo.
 */
export interface Query {
  town: "musterstadt" | "sample";
  kind: string;
  query: string;
  holds: readonly string[];
  may?: readonly string[];
  meant?: string;
}

/** The queries of `tests/fixtures/search/`. */
export function readQueries(): Query[] {
  return JSON.parse(readFileSync(join(ROOT, "tests/fixtures/search/queries.json"), "utf8")) as Query[];
}

/** What came of a query: which releases it had to find and did not, and which of its first ten do not say what was asked. */
export interface Outcome {
  wanted: number;
  missing: readonly string[];
  wrong: readonly string[];
  suggestion: string | undefined;
}

/** Searches, and compares what is found with what the texts say. */
export async function judge(index: OpenIndex, { query, holds, may = holds }: Query, texts: Texts): Promise<Outcome> {
  const says = (patterns: readonly string[], text: string) =>
    patterns.length > 0 && patterns.every((pattern) => new RegExp(pattern, "iu").test(text));
  const wanted = [...texts].filter(([, text]) => says(holds, text)).map(([address]) => address);
  const { hits, suggestion } = await searchFor(index, query);
  const addresses = await Promise.all(hits.map(async (hit) => (await hit.data()).url));
  const found = new Set(addresses);
  return {
    wanted: wanted.length,
    missing: wanted.filter((address) => !found.has(address)),
    wrong: addresses.slice(0, 10).filter((address) => !says(may, texts.get(address) ?? "")),
    suggestion: suggestion?.query,
  };
}
