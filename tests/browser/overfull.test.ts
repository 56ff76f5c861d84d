import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { buildSoundly, makeContent, makeFile, makeRelease } from "../fixture.ts";
import { FULL, overfullTown, PREFIX, WORD } from "../overfull.ts";
import { serve } from "./browser.ts";
import { FLAWS } from "./flaws.ts";
import { browser, NO_BROWSER } from "./opened.ts";

/** Where there is no page. */
const MISSING = "/2031/02/gibt/es/nicht/";
const PAGES = [
  "/",
  FULL,
  WORD,
  "/2026/10/meldung-7/",
  "/archiv/",
  "/2026/",
  "/2026/10/",
  "/themen/",
  "/themen/thema-4/",
  "/aemter/dezernat/",
  "/personen/person-1/",
  "/orte/",
  "/korrekturen/",
  "/abonnieren/",
  "/daten/",
  "/impressum/",
  MISSING,
];

const site = await serve((await buildSoundly(makeContent(overfullTown()))).output, PREFIX);
after(() => site.close());

async function look(open: Browser, address: string, width: number, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await open.newPage({ viewport: { width, height: 800 } });
  try {
    const failed: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 400 && !response.url().endsWith(address)) failed.push(response.url());
    });
    const response = await page.goto(site.url + PREFIX + address, { waitUntil: "networkidle" });
    assert.equal(response?.status(), address === MISSING ? 404 : 200, address);
    assert.deepEqual(failed, [], address);
    await use(page);
  } finally {
    await page.close();
  }
}

describe("a town in which everything is as long and as many as it may be", () => {
  for (const width of [320, 1280]) {
    test(`nothing scrolls sideways but tables, nothing is clipped, nothing lies over another (${width} px)`, async (context) => {
      if (!browser) return context.skip(NO_BROWSER);
      for (const address of PAGES) {
        await look(browser, address, width, async (page) => {
          assert.deepEqual(await page.evaluate(FLAWS), [], `${address} at ${width} px`);
        });
      }
    });
  }

  test("a wide table scrolls in a region of its own", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    await look(browser, FULL, 320, async (page) => {
      const [content, box] = await page.evaluate<[number, number]>(
        '((region) => [region.scrollWidth, region.clientWidth])(document.querySelector(".table"))',
      );
      assert.ok(content > box && box <= 320, `${content} in ${box}`);
    });
  });

  test("where there is no page, however deep, the city's page leads on: styled, to each year and the newest releases", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    const open = browser;
    await look(open, MISSING, 320, async (page) => {
      assert.equal(await page.locator("h1").textContent(), "Seite nicht gefunden");
      const targets = await page.evaluate<string[]>('[...document.querySelectorAll(".ways a")].map((link) => link.href)');
      assert.equal(targets.length, 6, "one year and five releases");
      for (const target of [targets[0], targets.at(-1)]) assert.equal((await page.goto(String(target)))?.status(), 200, target);
    });
  });
});

describe("before the first release", () => {
  test("the home page of a town with only drafts says that nothing is published yet, and offers nothing that is empty", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    const { output } = await buildSoundly(
      makeContent({
        "releases/2024": null,
        "releases/2024/05/probe.md": makeRelease({ draft: "true" }),
        "pages/404.md": makeFile({ title: "Seite nicht gefunden" }, "Unter dieser Adresse liegt nichts.\n"),
      }),
    );
    const empty = await serve(output);
    try {
      const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
      await page.goto(`${site.url}${PREFIX}/`);
      for (const part of [".in-time", ".release-list", ".facts", ".main-navigation"])
        assert.ok((await page.locator(part).count()) > 0, `a town with releases has ${part}`);
      await page.goto(empty.url);
      assert.equal(await page.locator("h1").textContent(), "Noch keine Meldungen");
      assert.equal(await page.locator(".in-time, .release-list, .facts, .main-navigation").count(), 0);
      assert.deepEqual(await page.evaluate(FLAWS), []);
      await page.goto(`${empty.url}/gibt/es/nicht/`);
      assert.equal(await page.locator(".ways").count(), 0);
      await page.close();
    } finally {
      empty.close();
    }
  });
});
