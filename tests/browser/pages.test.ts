import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { createValidator } from "../hostile/hostile-markup.ts";
import { FLAWS } from "./flaws.ts";
import { browser, NO_BROWSER } from "./opened.ts";
import { towns } from "./towns.ts";
import { FEW_VIEWS, testViews } from "./views.ts";

let page: Page;
if (browser) page = await browser.newPage();

// In every other width and colour scheme: tests/real/pages.test.ts.
await testViews(FEW_VIEWS);

test("what scrolls sideways, is clipped, or lies over another would be noticed", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  await page.setViewportSize({ width: 320, height: 800 });
  const flawsOf = async (body: string) => {
    await page.setContent(`<!doctype html><html lang="de"><title>x</title><body>${body}</body></html>`);
    return page.evaluate<string[]>(FLAWS);
  };
  assert.deepEqual(await flawsOf("<p>Ein Satz.</p><p>Noch einer.</p>"), []);
  for (const [what, body] of Object.entries({
    sideways: '<p style="white-space: nowrap">Ein Satz, der auf keine Zeile eines Telefons passt, weil er nicht umbrochen werden darf.</p>',
    clipped: '<p style="width: 40px; overflow: hidden; white-space: nowrap">Ein Satz, der abgeschnitten wird.</p>',
    covered: '<p style="margin: 0">Ein Satz.</p><p style="margin: -1em 0 0">Noch einer.</p>',
  })) {
    assert.ok((await flawsOf(body)).length > 0, what);
  }
});

test("a page asks no other host for anything and runs no script of its own text", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  const requested: string[] = [];
  const note = (request: { url: () => string }) => requested.push(request.url());
  page.on("request", note);
  const site = towns.origin("leipzig");
  await page.goto(`${site}/2017/11/japan-delegation/`, { waitUntil: "networkidle" });
  page.off("request", note);
  assert.equal(
    await page.locator('script:not([type="application/ld+json"]):not([type="module"][src])').count(),
    0,
    "what there is of scripts is an optional module or data",
  );
  assert.ok(requested.length >= 4, "page, style sheet and two fonts");
  assert.deepEqual(
    requested.filter((url) => !url.startsWith(site)),
    [],
  );
});

test("html-validate finds no error on any page", async () => {
  const validate = createValidator({
    extends: ["html-validate:standard", "html-validate:a11y"],
    // Void elements without a slash and German apostrophes are a matter of taste, long titles one of press offices.
    rules: { "long-title": "off", "no-trailing-whitespace": "off", "tel-non-breaking": "off" },
  });
  const faulty = await validate.validateString(
    '<!DOCTYPE html>\n<html lang="de"><head><title>x</title></head><body><p id="a"><p id="a"></body></html>',
    "x.html",
  );
  assert.ok(faulty.results.length > 0, "an error would be found");
  for (const output of towns.outputs) {
    const pages = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
    assert.ok(pages.length >= 20);
    for (const file of pages) {
      const report = await validate.validateString(readFileSync(join(output, file), "utf8"), file);
      assert.deepEqual(
        report.results.flatMap(({ messages }) =>
          messages.map((message) => `${file}:${message.line}:${message.column} ${message.ruleId} ${message.message}`),
        ),
        [],
      );
    }
  }
});
