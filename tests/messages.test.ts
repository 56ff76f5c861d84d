import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fill, readMessages } from "../src/messages.ts";
import { filesBelow, ROOT } from "./fixture.ts";

/** Every phrase by its path. */
function phrases(words: object, path = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(words).map(([key, value]) =>
      typeof value === "string" ? { [path + key]: value } : phrases(value as object, `${path}${key}.`),
    ),
  ) as Record<string, string>;
}

const placeholders = (phrase = "") => [...phrase.matchAll(/\{\w+\}/g)].map(String).sort();

describe("the words of the interface", () => {
  const german = phrases(readMessages().in("de"));
  const english = phrases(readMessages().in("en"));

  test("German and English have the same phrases", () => {
    assert.ok(Object.keys(german).length > 50);
    assert.deepEqual(Object.keys(english).sort(), Object.keys(german).sort());
  });

  test("each phrase has the same blanks to fill in both languages", () => {
    for (const [path, phrase] of Object.entries(german)) assert.deepEqual(placeholders(english[path]), placeholders(phrase), path);
  });

  test("no phrase is empty, holds HTML or a mark that somebody meant to replace", () => {
    for (const [path, phrase] of [...Object.entries(german), ...Object.entries(english)]) {
      assert.ok(phrase.trim().length > 0, path);
      assert.doesNotMatch(phrase, /<[a-z/]|TODO|XXX|\{\{/, path);
    }
  });

  test("Leichte Sprache has plainer words for what is there to read, with the same blanks, and German ones for the rest", () => {
    const plain = phrases(readMessages().in("de-simple"));
    const own = Object.entries(plain).filter(([path, phrase]) => phrase !== german[path]);
    assert.deepEqual(Object.keys(plain).sort(), Object.keys(german).sort());
    assert.ok(own.length > 30);
    assert.equal(plain["release.contact"], "Hier können Sie fragen");
    assert.equal(plain["data.heading"], german["data.heading"]);
    for (const [path, phrase] of own) {
      assert.deepEqual(placeholders(phrase), placeholders(german[path]), path);
      // Rules of Netzwerk Leichte Sprache: short sentences.
      for (const sentence of phrase.split(/[.!?:]/)) assert.ok(sentence.trim().split(/\s+/).length <= 12, `${path}: ${sentence}`);
    }
  });

  test("no layout and no module asks for a word that there is not", () => {
    const known = new Set(
      Object.keys(german).flatMap((path) => path.split(".").map((_part, index, parts) => parts.slice(0, index + 1).join("."))),
    );
    const sources = [...filesBelow(join(ROOT, "layouts"))].filter(([path]) => path.endsWith(".njk"));
    assert.ok(sources.length > 10);
    const asked = sources.flatMap(([path, bytes]) =>
      [...bytes.toString().matchAll(/\bview\.messages\.([a-zA-Z]+(?:\.[a-zA-Z]+)*)/g)].map(([, word = ""]) => ({
        path,
        word: word.replace(/\.length$/, ""),
      })),
    );
    assert.ok(asked.length > 20);
    assert.deepEqual(
      asked.filter(({ word }) => !known.has(word)),
      [],
    );
  });

  test("the files are in the order of their sections alike, so that translators compare them line by line", () => {
    const lines = (name: string) => readFileSync(join(ROOT, "layouts/texts", `${name}.json`), "utf8").split("\n");
    const keys = (name: string) => lines(name).map((line) => /^\s*"([^"]+)":/.exec(line)?.[1]);
    assert.deepEqual(keys("en"), keys("de"));
  });
});

describe("filling in", () => {
  test("a blank is filled with its value, one without a value stays visible", () => {
    assert.equal(fill("Berichtigung vom {date}", { date: "3. Mai" }), "Berichtigung vom 3. Mai");
    assert.equal(fill("{a} und {b}", { a: 1 }), "1 und {b}");
    assert.equal(fill("{n} {n}", { n: 2 }), "2 2");
  });

  test("a value is not filled in again, whatever stands in it", () => {
    assert.equal(fill("{title}", { title: "{date} $& $1" }), "{date} $& $1");
  });

  test("a blank that JavaScript knows is a blank like any other", () => {
    assert.equal(fill("{constructor} {toString}", {}), "{constructor} {toString}");
  });

  test("numbers come with the form and the grouping of their language", () => {
    const forms = { one: "{n} Meldung", other: "{n} Meldungen" };
    assert.deepEqual(
      [0, 1, 2, 1234567].map((count) => readMessages().count(count, forms, "de")),
      ["0 Meldungen", "1 Meldung", "2 Meldungen", "1.234.567 Meldungen"],
    );
    assert.equal(readMessages().count(12345, { one: "{n} release", other: "{n} releases" }, "en"), "12,345 releases");
    assert.equal(readMessages().count(12345, forms, "de-simple"), "12.345 Meldungen");
  });
});
