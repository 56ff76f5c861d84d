import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { MEANINGS, meaningsPage } from "../src/desk/meanings/page.ts";
import { PROBLEM_IDS } from "../src/problem-ids.ts";
import { filesBelow, ROOT } from "./fixture.ts";

const PAGE = join(ROOT, "docs/problems.md");

const INTRODUCTION = `# Problems

Messages to editors are German. Each ends with the id of its kind, which stays the same for ever, so that people who read no German, and programs, know what is meant: \`npm run check -- --format json\` has it as \`id\`, GitLab's report as \`check_name\`, GitHub's annotations as their title. An *error* refuses the file, a *hint* does not; some kinds are an error in a release and a hint in a draft.

This page is made from \`src/problem-ids.ts\` by \`UPDATE_SNAPSHOTS=1 node --import tsx --test tests/problem-ids.test.ts\`. An id may be added, never changed.
`;

test("every kind of problem has an id that is explained in English in docs/problems.md, and none is explained that is not told", () => {
  const rows = Object.entries(PROBLEM_IDS).map(([id, meaning]) => `| \`${id}\` | ${meaning} |`);
  const page = `${[INTRODUCTION, "| id | meaning |", "|---|---|", ...rows].join("\n")}\n`;
  if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(PAGE, page);
  assert.equal(readFileSync(PAGE, "utf8"), page, "UPDATE_SNAPSHOTS=1 writes docs/problems.md anew");
  const source = [...filesBelow(join(ROOT, "src"))]
    .map(([path, bytes]) => (path === "problem-ids.ts" || path.startsWith("desk/meanings/") ? "" : bytes.toString()))
    .join("\n");
  const unused = Object.keys(PROBLEM_IDS).filter((id) => !source.includes(`"${id}"`));
  assert.deepEqual(unused, []);
  for (const id of Object.keys(PROBLEM_IDS)) assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});

test("every kind of problem is explained in German in docs/meldungen.md, in two sentences or so: what is wrong, and what an editor does", () => {
  const page = meaningsPage();
  assert.equal(readFileSync(join(ROOT, "docs/meldungen.md"), "utf8"), page, "npm run schema writes docs/meldungen.md anew");
  const headings = [...page.matchAll(/^### `(.+)`$/gm)].map(([, id = ""]) => id);
  assert.deepEqual(headings.toSorted(), Object.keys(PROBLEM_IDS).toSorted(), "each once");
  for (const [id, meaning] of Object.entries(MEANINGS)) {
    const [wrong = "", remedy = "", ...more] = meaning.split("\n");
    assert.ok(wrong.length > 20 && remedy.length > 10 && more.length === 0, id);
    assert.ok(meaning.length < 260, `${id} is ${meaning.length} characters long`);
  }
});
