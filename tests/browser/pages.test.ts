import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { createValidator } from "../hostile/hostile-markup.ts";
import { openBrowser } from "./browser.ts";
import { FLAWS } from "./flaws.ts";
import { KINDS, openTowns, type Towns } from "./kinds.ts";

const NO_BROWSER = "Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.";

interface View {
  width: number;
  colorScheme: "light" | "dark";
  forcedColors: "active" | "none";
  media: "screen" | "print";
}

const screen = (width: number, colorScheme: View["colorScheme"], forcedColors: View["forcedColors"] = "none"): View => ({
  width,
  colorScheme,
  forcedColors,
  media: "screen",
});
const VIEWS: readonly View[] = [
  ...[320, 768, 1440].flatMap((width) => [screen(width, "light"), screen(width, "dark"), screen(width, "light", "active")]),
  // What A4 leaves between its margins (165 mm).
  { width: 624, colorScheme: "light", forcedColors: "none", media: "print" },
];

/**
 * Every rule of axe is asked on the narrowest screen. The document is the same in all views, so elsewhere only what can differ:
 * room and what is seen with the width, colours with the scheme (asked once for each scheme, since no colour depends on the width), nothing on paper.
 */
const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COLOURS = ["color-contrast", "link-in-text-block"];
const ROOM = ["target-size", "scrollable-region-focusable", "page-has-heading-one", "landmark-one-main", "region", "bypass"];

function rulesFor({ width, colorScheme, forcedColors, media }: View): readonly string[] {
  if (media === "print") return [];
  const isPlain = colorScheme === "light" && forcedColors === "none";
  return [...(isPlain && width > 320 ? ROOM : []), ...(width === 1440 ? COLOURS : [])];
}

let towns: Towns;
let browser: Browser | undefined;
let page: Page;

before(async () => {
  towns = await openTowns();
  browser = await openBrowser();
  if (browser) page = await browser.newPage();
});

after(async () => {
  await browser?.close();
  towns.close();
});

async function show({ width, ...media }: View): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia(media);
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}

const told = (violations: readonly Violation[]) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`);

describe("every kind of page, from 320 to 1440 px, light, dark, in forced colours and printed", () => {
  for (const [name, kind] of Object.entries(KINDS)) {
    test(`${name}: axe finds nothing against WCAG 2.2 AA, nothing scrolls sideways, is clipped or covered`, async (context) => {
      if (!browser) return context.skip(NO_BROWSER);
      await show(screen(320, "light"));
      await towns.open(page, kind);
      // Legacy mode: there are no frames, and each analysis would open another page for them.
      const whole = await new AxeBuilder({ page }).withTags(ALL).setLegacyMode(true).analyze();
      assert.deepEqual(told(whole.violations), []);
      assert.ok(whole.passes.length > 10, "axe must have had something to look at");
      for (const view of VIEWS) {
        await show(view);
        const where = JSON.stringify(view);
        const rules = rulesFor(view);
        if (rules.length > 0) {
          const { violations } = await page.evaluate<{ violations: Violation[] }>(
            `axe.run({ runOnly: { type: "rule", values: ${JSON.stringify(rules)} }, resultTypes: ["violations"] })`,
          );
          assert.deepEqual(told(violations), [], where);
        }
        assert.deepEqual(await page.evaluate(FLAWS), [], where);
      }
    });
  }
});

test("what scrolls sideways, is clipped, or lies over another would be noticed", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  await show(screen(320, "light"));
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
