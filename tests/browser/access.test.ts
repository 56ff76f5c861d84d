import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { KINDS, type Kind } from "./kinds.ts";
import { browser, NO_BROWSER } from "./opened.ts";
import { open, SMALL_TARGETS, testAccess, walk } from "./walks.ts";

let page: Page;
if (browser) page = await browser.newPage();

// Every kind in wide windows too: tests/real/pages.test.ts.
await testAccess(false);

test("what is too small, not seen when focused, or covered would be noticed", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.setContent(`<style>a { display: inline-block; outline: none } div { position: fixed; inset: 0; background: #fff }</style>
    <a href="/klein/" style="width: 9px; height: 9px">x</a><a href="/verdeckt/" style="width: 90px; height: 90px">y</a><div></div>`);
  assert.equal((await page.evaluate<string[]>(SMALL_TARGETS)).length, 1);
  const flaws = (await walk(page)).join("\n");
  for (const flaw of [/no outline: <a href="\/klein/, /no outline: <a href="\/verdeckt/, /covered or out of sight: <a href="\/verdeckt/])
    assert.match(flaws, flaw);
});

test("the skip link is the first thing the keyboard reaches and leads to the text", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  for (const name of ["home", "demonstration-release", "not-found"]) {
    await open(page, KINDS[name] as Kind, { width: 768 });
    await page.keyboard.press("Tab");
    const link = page.locator(":focus");
    assert.equal(await link.textContent(), "Zum Inhalt", name);
    assert.ok(((await link.boundingBox())?.y ?? -1) >= 0, "it is seen when focused");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(":focus").getAttribute("id"), "inhalt", name);
  }
});
