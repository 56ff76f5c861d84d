import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { buildSoundly, copyContent, makeRelease, ROOT } from "../fixture.ts";
import { serve } from "./browser.ts";
import { browser, NO_BROWSER } from "./opened.ts";

/** A notice with everything that could end a string or a rule of CSS. */
const NOTICE = "Vorführung \"3\" \\ } </style> /* 'ß' 🏛";
const LINKS = "/2026/10/verweise/";

async function build(): Promise<string> {
  const text =
    "[Land](https://land.example/a), <https://bund.example/b>, [www.kreis.example](https://www.kreis.example/), [hier](/2026/), [Post](mailto:post@stadt.example).\n";
  const settings = readFileSync(join(ROOT, "tests/fixtures/musterstadt/site.yml"), "utf8").replace(
    /^demonstration:.*$/m,
    () => `demonstration: ${JSON.stringify(NOTICE)}`,
  );
  const content = copyContent("tests/fixtures/musterstadt", {
    "site.yml": settings,
    "releases/2026/10/verweise.md": makeRelease({ date: "2026-10-05", topics: "[verkehr]" }, text),
  });
  return (await buildSoundly(content)).output;
}

const site = await serve(await build());
after(() => site.close());

async function onPaper(open: Browser, address: string, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await open.newPage();
  await page.emulateMedia({ media: "print" });
  await page.goto(site.url + address);
  await use(page);
  await page.close();
}

test("on paper a release has its letterhead and nothing to press; on screen it has none", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  await onPaper(browser, "/2026/11/radweg-muehlteich/", async (page) => {
    assert.ok(await page.locator(".letterhead").isVisible());
    assert.ok(await page.locator(".notice").isVisible(), "the notice of a demonstration is printed");
    for (const gone of [".skip-link", ".site-bar", ".crumbs", ".share", ".related", ".in-time", ".comments", ".site-footer"]) {
      assert.ok((await page.locator(gone).count()) > 0, gone);
      assert.ok(await page.locator(gone).first().isHidden(), gone);
    }
    await page.emulateMedia({ media: "screen" });
    assert.ok(await page.locator(".letterhead").isHidden());
  });
});

test("on paper a page that is no release has the name of the site at its head, and no navigation", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  for (const address of ["/", "/2026/", "/impressum/", "/themen/verkehr/"]) {
    await onPaper(browser, address, async (page) => {
      assert.ok(await page.locator(".mark").isVisible(), address);
      assert.equal(await page.locator(".main-navigation").count(), 1, address);
      assert.ok(await page.locator(".main-navigation").isHidden(), address);
    });
  }
});

test("on paper the target of a link stands after its words, unless they say it or it is for writing and calling", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  await onPaper(browser, LINKS, async (page) => {
    const script = `[...document.querySelectorAll(".text a")].map((link) => [link.textContent, getComputedStyle(link, "::after").content])`;
    const printed = Object.fromEntries(await page.evaluate<[string, string][]>(script)) as Record<string, string>;
    // The style sheet joins the parts of an address; here they come one by one.
    const joined = Object.fromEntries(Object.entries(printed).map(([words, content]) => [words, content.replace(/" "|^"|"$/g, "")]));
    assert.deepEqual(joined, {
      Land: " (https://land.example/a)",
      "https://bund.example/b": "none",
      "www.kreis.example": "none",
      hier: " (https://musterstadt.example/2026/)",
      Post: "none",
    });
  });
});

test("whatever stands in a city's name and notice is printed at the foot as it is", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  await onPaper(browser, "/2026/", async (page) => {
    await page.evaluate('document.body.style.content = "var(--paper-foot)"');
    const foot = await page.evaluate<string>("getComputedStyle(document.body).content");
    assert.equal(JSON.parse(foot), `Stadt Musterstadt · ${NOTICE}`);
    assert.match(
      await page.evaluate<string>("getComputedStyle(document.body).fontFamily"),
      /Fira Sans/,
      "the rest of the style sheet holds",
    );
  });
});
