import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { OpenIndex } from "../../../src/site/search/page/pagefind.ts";
import { serve } from "../../browser/browser.ts";
import { makeFolder, ROOT } from "../../fixture.ts";
import { writeTown } from "../../town/town.ts";
import { indexTown, type Texts } from "./engine.ts";
import { judge, type Outcome, type Query, readQueries } from "./quality.ts";

/** What share of the releases that must be found are found, by the kind of the query; of compounds, nineteen of twenty. */
const SHARES: Readonly<Record<string, number>> = { "compound start": 0.95, "compound end": 0.95, "compound middle": 0.95, linking: 0.95 };

/** Releases of the sample town: as many as are indexed in a few seconds. */
const SAMPLE = 150;

interface Town {
  index: OpenIndex;
  texts: Texts;
  close: () => void;
}

const towns = new Map<Query["town"], Town>();

describe("search over two towns", () => {
  before(async () => {
    const sample = join(makeFolder(), "content");
    writeTown(sample, SAMPLE, "1");
    const folders = { musterstadt: join(ROOT, "tests/fixtures/musterstadt"), sample };
    for (const town of ["musterstadt", "sample"] as const) towns.set(town, await indexTown(folders[town], serve));
  });

  after(async () => {
    for (const { index, close } of towns.values()) {
      await index.close();
      close();
    }
  });

  const queries = readQueries();
  const kinds = [...new Set(queries.map(({ kind }) => kind))];

  describe("what people type finds what they mean", () => {
    test("there are enough queries of each kind", () => {
      assert.ok(queries.length >= 150, String(queries.length));
      assert.ok(kinds.length >= 15, kinds.join());
    });

    for (const kind of kinds) {
      test(kind, async () => {
        const outcomes: (Outcome & { query: Query })[] = [];
        for (const query of queries.filter((one) => one.kind === kind)) {
          const town = towns.get(query.town);
          assert.ok(town);
          outcomes.push({ query, ...(await judge(town.index, query, town.texts)) });
        }
        const wrong = outcomes.flatMap(({ query, wrong: found }) => found.map((address) => `${query.query}: ${address}`));
        assert.deepEqual(wrong, [], "of the first ten each says all that was asked");
        if (kind === "typo") {
          const missed = outcomes.filter(
            ({ query, suggestion = "" }) => !suggestion.toLowerCase().startsWith((query.meant ?? "").toLowerCase()),
          );
          assert.ok(missed.length <= outcomes.length * 0.05, missed.map(({ query, suggestion }) => `${query.query}: ${suggestion}`).join());
          return;
        }
        if (kind === "absent") return;
        const nothing = outcomes.filter(({ query, wanted }) => query.town === "musterstadt" && wanted === 0);
        assert.deepEqual(nothing, [], "each query has something to find");
        const [wanted, missing] = [sum(outcomes, (one) => one.wanted), sum(outcomes, (one) => one.missing.length)];
        const said = outcomes.flatMap((one) => one.missing.map((address) => `${one.query.query}: ${address}`));
        assert.ok((wanted - missing) / wanted >= (SHARES[kind] ?? 1), `${missing} of ${wanted} are missing: ${said.slice(0, 10).join()}`);
      });
    }
  });

  function sum<T>(values: readonly T[], of: (value: T) => number): number {
    return values.reduce((total, value) => total + of(value), 0);
  }
});
