import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { ROOT } from "./fixture.ts";

const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];

const text = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** The places of a page that a link can lead to, as GitHub names them. */
function anchorsOf(page: string): string[] {
  return [...text(page).matchAll(/^#+ (.+)$/gm)].map(({ 1: title = "" }) =>
    title
      .toLowerCase()
      .replace(/[`*]|[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The links of a page to files of this project, with the files and anchors that they name. */
function linksOf(page: string): { written: string; file: string; anchor: string | undefined }[] {
  const prose = text(page)
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(({ 1: written = "" }) => {
    const [path = "", anchor] = written.split("#");
    return { written, file: path === "" ? page : join(dirname(page), path), anchor };
  });
}

describe("what is written about the project", () => {
  test("leads to files and places that are there", () => {
    const links = PAGES.flatMap((page) => linksOf(page).map((link) => ({ ...link, page })));
    assert.ok(links.length > 30, `only ${links.length} links`);
    const dead = links.filter(
      ({ file, anchor }) => !existsSync(join(ROOT, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor)),
    );
    assert.deepEqual(
      dead.map(({ page, written }) => `${page}: ${written}`),
      [],
    );
  });

  test("has a door in each of two languages, and each leads to the other at once", () => {
    for (const [page, other] of [
      ["README.md", "LIESMICH.md"],
      ["LIESMICH.md", "README.md"],
    ] as const) {
      const [, line] = text(page).split(/\n+/);
      assert.match(line ?? "", new RegExp(`\\]\\(${other}\\)`), page);
      for (const command of ["npm ci && npm run build", "npm test"]) assert.ok(text(page).includes(command), `${command} in ${page}`);
    }
  });
});
