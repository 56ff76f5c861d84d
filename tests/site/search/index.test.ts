import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { divideIntoBundles, LIMITS } from "../../../src/site/search/bundles.ts";
import { readSearch, writeSearch } from "../../../src/site/search/page/address.ts";
import { excerptOf } from "../../../src/site/search/page/excerpt.ts";
import { choicesAmong, isWithin, type Row } from "../../../src/site/search/page/facets.ts";
import { parseQuery } from "../../../src/site/search/page/query.ts";
import { editDistance } from "../../../src/site/search/page/words.ts";
import { clean } from "../../../src/site/search/searched-text.ts";
import { decodeWords, shardOf, shardWords } from "../../../src/site/search/vocabulary.ts";
import { fold } from "../../../src/site/search/words.ts";

/** Texts of 3 KB, so many a month from 2000 on. */
function texts(count: number, aMonth: number) {
  return Array.from({ length: count }, (_, index) => {
    const month = Math.floor(index / aMonth);
    return { id: index, month: `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`, bytes: 3000 };
  });
}

describe("the bundles of an index", () => {
  test("hold every text once and in order, each bundle within its bounds, the open one small", () => {
    for (const [count, aMonth] of [
      [0, 1],
      [1, 1],
      [399, 30],
      [401, 30],
      [13_000, 90],
      [5000, 5000],
      [2000, 1],
    ] as const) {
      const all = texts(count, aMonth);
      const bundles = divideIntoBundles(all);
      assert.deepEqual(bundles.flat(), all);
      for (const bundle of bundles) assert.ok(bundle.length > 0 && bundle.length <= LIMITS.records);
      assert.ok((bundles.at(-1)?.length ?? 0) <= LIMITS.openRecords, `${count}: ${bundles.at(-1)?.length}`);
    }
  });

  test("a new text changes the open bundle alone, an edited one its own", () => {
    const all = texts(7000, 50);
    const keys = (some: typeof all) => divideIntoBundles(some).map((bundle) => JSON.stringify(bundle));
    const before = keys(all);
    const added = keys([...all, { id: 7000, month: all.at(-1)?.month ?? "", bytes: 3000 }]);
    assert.deepEqual(added.slice(0, -1), before.slice(0, -1));
    const edited = keys(all.map((text) => (text.id === 100 ? { ...text, bytes: 3100 } : text)));
    assert.equal(edited.filter((key) => !before.includes(key)).length, 1);
    assert.ok(before.length > 3);
  });
});

describe("the words that a search knows", () => {
  const counts = new Map([
    ["brücke", 40],
    ["brücken", 9],
    ["bürgermeister", 300],
    ["zoo", 1],
    ["łódź", 2],
    ["ʻokina", 1],
  ]);

  test("come back from their shards as they were, found by how they are spelt without umlauts", () => {
    const shards = shardWords(counts);
    const all = [...shards.values()].flatMap(decodeWords);
    assert.deepEqual(all.map(({ word }) => word).sort(), [...counts.keys()].sort());
    assert.equal(all.find(({ word }) => word === "bürgermeister")?.weight, 8);
    const large = shardWords(new Map(Array.from({ length: 30_000 }, (_, index) => [`wort${index}xyz`, index + 1])));
    assert.ok(large.size >= 1);
    const files = Object.fromEntries([...large.keys()].map((beginning) => [beginning, ""]));
    assert.ok(shardOf(fold("wort12345xyz"), files) !== undefined);
  });

  test("umlauts, ß, accents and capitals make no difference", () => {
    for (const [a, b] of [
      ["Bürgermeister", "BUERGERMEISTER"],
      ["Straße", "strasse"],
      ["Yıldırım", "yildirim"],
      ["Bílková", "bilkova"],
    ] as const)
      assert.equal(fold(a), fold(b));
  });

  test("slips are counted as people make them", () => {
    for (const [a, b, distance] of [
      ["wort", "wort", 0],
      ["wort", "wrot", 1],
      ["wort", "worte", 1],
      ["wort", "wart", 1],
      ["wort", "tor", 2],
      ["", "ab", 2],
    ] as const)
      assert.equal(editDistance(a, b, 2), Math.min(distance, 3), `${a} ${b}`);
  });
});

describe("what is indexed of a text", () => {
  test("cannot weigh, hide or cut its own words", () => {
    assert.equal(clean("a ___PAGEFIND_WEIGHT___10 b^c \u200bd\u00ade\ufeff"), "a b c de");
    assert.equal(clean("Lohe·brücke · 2026"), "Lohe^brücke · 2026", "the dots of Leichte Sprache cut, others do not");
  });
});

describe("a query", () => {
  const words = (query: string) => parseQuery(query).map(({ kind, text }) => (kind === "phrase" ? `"${text}"` : text));

  test("is words and phrases, in any quotation marks; what stands in every text does not count", () => {
    assert.deepEqual(words("die Sperrung der Brücke"), ["Sperrung", "Brücke"]);
    assert.deepEqual(words("der die das"), ["der", "die", "das"], "unless nothing else is asked");
    assert.deepEqual(words('„Alte Lohebrücke“ »offen bis« "Eins"'), ['"Alte Lohebrücke"', '"offen bis"', "Eins"]);
    assert.deepEqual(words('"offen'), ["offen"]);
    assert.deepEqual(words("48/2019 E-Mail 71,2 *?!"), ["48/2019", "E-Mail", "71,2"]);
    assert.equal(words("wort ".repeat(500)).length, 12);
  });

  test("stands in the address with its filters, and nothing else does", () => {
    const address = "?q=Br%C3%BCcke&thema=verkehr&von=2020&bis=2026&sort=datum&zeige=20";
    assert.equal(writeSearch(readSearch(address)), address);
    assert.equal(writeSearch(readSearch("?thema=<script>&von=abc&zeige=viele&x=y&q=%20")), "");
  });
});

describe("filters", () => {
  const row = (year: number, topics: string[]): Row => ({
    day: 0,
    year,
    precision: "day",
    hasSuppliedDate: false,
    hasSuppliedOffice: false,
    kind: "release",
    language: "de",
    registers: { topics, departments: ["amt"], people: [], places: [] },
  });
  const rows = [row(2020, ["a"]), row(2021, ["a", "b"]), row(2022, ["b"])];

  test("count what choosing a value would show, as if the filter itself were not set", () => {
    const narrowing = { topics: "a", from: 2021 };
    assert.equal(rows.filter((one) => isWithin(one, narrowing)).length, 1);
    const { filters, years } = choicesAmong(rows, narrowing);
    assert.deepEqual(Object.fromEntries(filters.topics), { a: 1, b: 2 });
    assert.deepEqual(Object.fromEntries(filters.departments), { amt: 1 });
    assert.deepEqual(Object.fromEntries(years), { 2020: 1, 2021: 1 });
  });
});

describe("an excerpt", () => {
  test("shows the words that were found in their sentence, without the signs of the index", () => {
    const content = `${"Wort ".repeat(50)}Die „Fußgänger^brücke“ ist offen. ${"Ende ".repeat(50)}`.trim();
    const pieces = excerptOf(content, [51]);
    assert.deepEqual(
      pieces.filter(({ isFound }) => isFound).map(({ text }) => text),
      ["Fußgängerbrücke"],
    );
    const text = pieces.map((piece) => piece.text).join("");
    assert.match(text, /^… Wort.* Die „Fußgängerbrücke“ ist offen\. .* …$/);
    assert.equal(
      excerptOf("Kurz <b>", [0, 7])
        .map((piece) => piece.text)
        .join(""),
      "Kurz <b>",
    );
  });
});

test("the queries are in the list once", () => {
  const queries = JSON.parse(readFileSync(new URL("../../fixtures/search/queries.json", import.meta.url), "utf8")) as {
    town: string;
    query: string;
  }[];
  assert.equal(new Set(queries.map(({ town, query }) => `${town} ${query}`)).size, queries.length);
});
