import assert from "node:assert/strict";
import { test } from "node:test";
import { error, hasErrors, hint, nearest, positionAt, sortProblems } from "../src/problems.ts";

const FIELDS = ["title", "date", "summary", "department", "topics", "corrections", "comments"];

test("a misspelt word is answered by the known word nearest to it", () => {
  for (const [written, meant] of [
    ["sumary", "summary"],
    ["titel", "title"],
    ["departement", "department"],
    ["correction", "corrections"],
    ["summaryText", "summary"],
  ] as const) {
    assert.equal(nearest(written, FIELDS), meant, written);
  }
});

test("a word that resembles none gets no suggestion", () => {
  assert.equal(nearest("xyzzy", FIELDS), undefined);
  assert.equal(nearest("ab", ["wirtschaft"]), undefined);
  assert.equal(nearest("title", []), undefined);
  assert.equal(nearest("x".repeat(100_000), FIELDS), undefined);
});

test("problems are listed by file, then line, then column", () => {
  const at = (path: string, line: number, column: number) => error("text-missing", path, { line, column }, "m", "r");
  const sorted = sortProblems([at("b.md", 1, 1), at("a.md", 10, 1), at("a.md", 9, 7), at("a.md", 9, 2), at("Z.md", 5, 5)]);
  assert.deepEqual(
    sorted.map(({ path, line, column }) => `${path}:${line}:${column}`),
    ["Z.md:5:5", "a.md:9:2", "a.md:9:7", "a.md:10:1", "b.md:1:1"],
  );
});

test("a hint forbids nothing, an error does", () => {
  const at = { line: 1, column: 1 };
  assert.equal(hasErrors([hint("asset-unused", "a.md", at, "m", "r")]), false);
  assert.equal(hasErrors([hint("asset-unused", "a.md", at, "m", "r"), error("text-missing", "a.md", at, "m", "r")]), true);
});

test("lines and columns are counted from 1", () => {
  const text = "eins\nzwei\n\ndrei";
  assert.deepEqual(positionAt(text, 0), { line: 1, column: 1 });
  assert.deepEqual(positionAt(text, text.indexOf("wei")), { line: 2, column: 2 });
  assert.deepEqual(positionAt(text, text.indexOf("rei"), 10), { line: 13, column: 2 });
});
