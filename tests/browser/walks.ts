import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { FLAWS } from "./flaws.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { browser, NO_BROWSER } from "./opened.ts";
import { towns } from "./towns.ts";

/** The kinds that are gone through by keyboard in a wide window with every test: one of a list, of a release, of what a city writes. */
const WIDE = ["home", "release-pictures", "accessibility"];

/** What can be reached by keyboard, in the order of the document; answers how many. */
const REACHABLE = `(window.reachable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) => element.tabIndex >= 0 && element.checkVisibility())).length`;

/** What has the focus: its place in that order, and what is wrong with how it is shown. A focus needs an outline of 2 px in a contrast of 3:1 to what is around it (WCAG 2.4.7, 2.4.13, 1.4.11), with nothing over it (2.4.11). */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const canvas = (window.canvas ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true }));
  const luminance = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  let around = element.parentElement;
  while (around.parentElement && /, 0\\)|transparent/.test(getComputedStyle(around).backgroundColor)) around = around.parentElement;
  const background = getComputedStyle(around).backgroundColor;
  const [light, dark] = [luminance(outlineColor), luminance(/, 0\\)|transparent/.test(background) ? "Canvas" : background)].sort((a, b) => b - a);
  const rect = element.getClientRects()[0];
  const hit = rect && document.elementFromPoint(rect.left + Math.min(rect.width / 2, innerWidth / 2), rect.top + rect.height / 2);
  const flaws = [];
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) flaws.push("no outline");
  else if ((light + 0.05) / (dark + 0.05) < 3) flaws.push("outline " + outlineColor + " on " + background);
  if (!hit || !(element.contains(hit) || hit.contains(element))) flaws.push("covered or out of sight");
  return { index: reachable.indexOf(element), what: element.outerHTML.slice(0, 120), flaws };
})()`;

/** Notes after each key what has the focus then. */
const WATCH = `window.walked = []; document.addEventListener("keyup", () => walked.push(${FOCUSED})); undefined`;

/** Links and buttons smaller than 24 px, unless they stand in a sentence (WCAG 2.5.8, Target Size (Minimum), stricter: no exception for spacing). */
export const SMALL_TARGETS = `[...document.querySelectorAll("a[href], button, summary")].filter((element) => {
  if (!element.checkVisibility() || element.matches(".skip-link")) return false;
  const box = element.getBoundingClientRect();
  if (box.height >= 24 && box.width >= 24) return false;
  const block = element.parentElement.closest("p, li, td, th, dd, dt, figcaption, small, h1, h2, h3, h4, div, section, nav");
  return !(getComputedStyle(element).display === "inline" && block.textContent.trim().length > element.textContent.trim().length);
}).map((element) => Math.round(element.getBoundingClientRect().width) + " x " + Math.round(element.getBoundingClientRect().height) + " px: " + element.outerHTML.slice(0, 120))`;

/** Opens a page as wide as it shall be, and waits for what comes with its script. */
export async function open(
  page: Page,
  kind: Kind,
  { width, colorScheme = "light" }: { width: number; colorScheme?: "light" | "dark" },
): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await towns.open(page, kind);
  const copy = page.locator(".copy-text");
  if (await copy.count()) await copy.waitFor();
  // On a busy machine letters of another size would be measured.
  await page.evaluate("document.fonts.ready.then(() => undefined)");
}

/** Goes through the page with the Tab key; answers with everything wrong on the way. */
export async function walk(page: Page): Promise<string[]> {
  const count = await page.evaluate<number>(REACHABLE);
  await page.evaluate(WATCH);
  for (let index = 0; index < count; index++) await page.keyboard.press("Tab");
  const walked = await page.evaluate<{ index: number; what: string; flaws: string[] }[]>("walked");
  if (walked.length !== count) return [`${walked.length} of ${count} keys reached the page`];
  const flaws: string[] = [];
  for (const [index, focused] of walked.entries()) {
    if (focused.index !== index)
      return [...flaws, `number ${index + 1} of ${count} is ${focused.index + 1} in the document: ${focused.what}`];
    flaws.push(...focused.flaws.map((flaw) => `${flaw}: ${focused.what}`));
  }
  return flaws;
}

const LARGER = {
  "letters twice as large": ":root { font-size: 200% !important }",
  // WCAG 1.4.12
  "more room between lines, words and letters":
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
};

/**
 * Tests every kind of page for those who do not use it with mouse and sharp eyes: in a narrow window and on a phone in the dark; where
 * `isThorough`, in a wide one too.
 */
export async function testAccess(isThorough: boolean): Promise<void> {
  // The styles that are added below are the test's: the policy of the page would refuse them.
  const page = await browser?.newPage({ bypassCSP: true });
  describe("every kind of page, for those who do not use it with mouse and sharp eyes", () => {
    for (const [name, kind] of Object.entries(KINDS)) {
      test(name, async (context) => {
        if (!page) return context.skip(NO_BROWSER);
        await open(page, kind, { width: 1280 });

        const heard = `${await page.locator("body").ariaSnapshot()}\n`;
        const agreed = join(import.meta.dirname, `aria/${name}.yml`);
        if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(agreed, heard);
        assert.equal(
          heard,
          existsSync(agreed) ? readFileSync(agreed, "utf8") : "",
          "a screen reader hears the page as agreed (UPDATE_SNAPSHOTS=1 agrees to what it hears now)",
        );

        const order = await page.evaluate<
          string[]
        >(`["h1", ".versions", ".release .text", ".facts"].filter((part) => document.querySelector(part)).sort((a, b) =>
        document.querySelector(a).compareDocumentPosition(document.querySelector(b)) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)`);
        assert.ok(order.includes("h1"));
        assert.deepEqual(
          order,
          ["h1", ".versions", ".release .text", ".facts"].filter((part) => order.includes(part)),
          "other languages come before the text, facts after it",
        );

        assert.equal(await page.evaluate("document.getAnimations().length"), 0, "nothing moves by itself");
        assert.deepEqual(await page.evaluate(SMALL_TARGETS), [], "links and buttons outside of sentences are 24 px high and wide");
        if (isThorough || WIDE.includes(name))
          assert.deepEqual(await walk(page), [], "the focus goes through the page in the order of its text, always seen and never covered");

        for (const [what, css] of Object.entries(LARGER)) {
          const style = await page.addStyleTag({ content: css });
          for (const width of isThorough ? [1280, 640] : [640]) {
            await page.setViewportSize({ width, height: 800 });
            assert.deepEqual(await page.evaluate(FLAWS), [], `with ${what} nothing is clipped, covered or scrolls sideways at ${width} px`);
          }
          await style.evaluate((element) => (element as unknown as { remove: () => void }).remove());
        }

        await open(page, kind, { width: 320, colorScheme: "dark" });
        assert.deepEqual(
          await page.evaluate(SMALL_TARGETS),
          [],
          "links and buttons outside of sentences are 24 px high and wide on a phone",
        );
        assert.deepEqual(await walk(page), [], "the focus goes through the page in the order of its text on a phone in the dark");
      });
    }
  });
}
