import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createLinks, GUIDE_PAGES, meaningAddress } from "../../src/addresses.ts";
import { guidePages } from "../../src/build/guide-pages.ts";
import { createMarkdown, renderText } from "../../src/markdown/markdown.ts";
import { readMessages } from "../../src/messages.ts";
import { PROBLEM_IDS } from "../../src/problem-ids.ts";
import { visibleText } from "../fixture.ts";

const markdown = createMarkdown(createLinks("https://probestadt.example/archiv/"));
const words = readMessages().in("de").text;

/** The guide's pages as the preview shows them, by their addresses. */
const pages = new Map(
  guidePages().map(({ address, title, text }) => [address, `<h1>${title}</h1>${renderText(markdown, text, { base: address, words })}`]),
);

describe("the editors' guide in the preview", () => {
  test("has every link lead to a page of the preview and a place on it, and none to a file of the repository", () => {
    const links = [...pages].flatMap(([from, html]) =>
      [...html.matchAll(/href="(?!https?:|mailto:)([^"]*)"/g)].map(([, href = ""]) => ({ from, href })),
    );
    assert.ok(links.length > 30, `${links.length} links`);
    for (const { from, href } of links) {
      const [address, anchor] = href.replace("/archiv", "").split("#");
      const html = pages.get(address === "" ? from : (address ?? ""));
      assert.ok(html, `${from}: ${href}`);
      if (anchor !== undefined) assert.ok(html.includes(`id="${anchor}"`), `${from}: ${href}`);
    }
  });

  test("explains every kind of problem at the place that its id leads to", () => {
    for (const id of Object.keys(PROBLEM_IDS)) {
      const [address = "", anchor] = meaningAddress(id).split("#");
      assert.match(pages.get(address) ?? "", new RegExp(`<h3 id="${anchor}"><code>${id}</code></h3>`));
    }
  });

  test("shows its examples as they are written, and says of which file each is and which is wrong", () => {
    const guide = pages.get(GUIDE_PAGES["redaktion.md"]) ?? "";
    assert.match(guide, /Im Kopf von <code>content\/releases\/2026\/03\/markthalle\.md<\/code> \(falsch\):<\/p>\s*<pre>/);
    const text = visibleText(guide);
    assert.ok(text.includes("title: Markthalle öffnet nach der Sanierung\ndate: 2026-03-12\n"));
    assert.ok(text.includes("## Was neu ist"), "a heading of an example is none of the page");
    assert.doesNotMatch(guide, /<h2[^>]*>Was neu ist|#abschnitt-was-neu-ist/);
  });

  test("prints each sign of what messages mean as it is to be written", () => {
    const meanings = visibleText(pages.get(GUIDE_PAGES["meldungen.md"]) ?? "");
    for (const sign of ["[Worte](Adresse)", "schreiben Sie \\<.", "- Eingang Nord", "[^1]", "**wichtig**", "'S:\\Presse'"])
      assert.ok(meanings.includes(sign), sign);
  });
});
