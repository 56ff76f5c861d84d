import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import { openBrowser, serve } from "./browser.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const NO_BROWSER = "Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.";
const RELEASE = "/2017/11/japan-delegation/";
/** One address of each kind of page, by the town that has it. */
const KINDS: Record<string, readonly string[]> = {
  leipzig: ["/", RELEASE, `/en${RELEASE}`, "/impressum/", "/barrierefreiheit/", "/404.html"],
  musterstadt: [
    "/",
    "/en/",
    "/leichte-sprache/",
    "/archiv/",
    "/2026/",
    "/2026/11/",
    "/2009/00/",
    "/themen/",
    "/themen/verkehr/",
    "/themen/verkehr/2026/",
    "/aemter/presseamt/",
    "/personen/",
    "/orte/",
    "/korrekturen/",
    "/abonnieren/",
    "/daten/",
    "/2026/11/haushaltsentwurf-2027/",
    "/2026/11/alte-lohebruecke-gesperrt/",
    "/2026/11/radweg-muehlteich/",
    "/2026/01/radzaehlstellen-2025/",
    "/2019/11/bebauungsplan-osthafen-sued/",
    "/2023/05/elf-ehrennadeln/",
    "/2016/06/lohehochwasser-deiche-halten/",
    "/2021/06/badestelle-muehlteich/",
    "/2026/11/gewaesserunterhaltung-lohe/",
    "/leichte-sprache/2026/11/alte-lohebruecke-gesperrt/",
    "/en/2026/11/wirtschaftsdelegation-vzorkov/",
  ],
};
const CONTENT: Record<string, string> = { leipzig: "content", musterstadt: "tests/fixtures/musterstadt" };

let folder: string;
const sites = new Map<string, Awaited<ReturnType<typeof serve>>>();
let browser: Browser | undefined;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "stadtchronik-browser-"));
  for (const [town, content] of Object.entries(CONTENT)) {
    const environment = { CONTENT: content, OUTPUT: join(folder, town), CACHE: join(folder, "cache"), NOW: "2026-11-23T12:00:00+01:00", STRICT_LAYOUTS: "1" };
    execFileSync(process.execPath, ["--import", "tsx", "src/commands/build.ts"], { cwd: ROOT, env: { ...process.env, ...environment }, stdio: "pipe" });
    sites.set(town, await serve(join(folder, town)));
  }
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  for (const site of sites.values()) site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(town: string, address: string, width: number, colorScheme: "light" | "dark", use: (page: Page) => Promise<void>): Promise<void> {
  const origin = sites.get(town)?.url;
  assert.ok(browser && origin);
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  try {
    const page = await context.newPage();
    const response = await page.goto(origin + address);
    assert.equal(response?.status(), 200, address);
    await use(page);
  } finally {
    await context.close();
  }
}

describe("in a browser", () => {
  // Every kind on the narrowest screen in light and on a wide one in dark; the two pages that people see most in all views.
  const most = { leipzig: ["/", RELEASE], musterstadt: [] as string[] };
  for (const [town, all] of Object.entries(KINDS)) {
    for (const { width, colorScheme } of [320, 768, 1440].flatMap((w) => (["light", "dark"] as const).map((c) => ({ width: w, colorScheme: c })))) {
      const isMain = (width === 320 && colorScheme === "light") || (width === 1440 && colorScheme === "dark");
      const addresses = isMain ? all : most[town as keyof typeof most];
      if (addresses.length === 0) continue;
      test(`axe finds nothing against WCAG 2.2 AA in ${town} (${width} px, ${colorScheme}), and nothing scrolls sideways`, async (context) => {
        if (!browser) return context.skip(NO_BROWSER);
        for (const address of addresses) {
          await visit(town, address, width, colorScheme, async (page) => {
            const { violations, passes } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
            assert.deepEqual(
              violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map((node) => node.html).join(" ")}`),
              [],
            );
            assert.ok(passes.length > 10, "axe must have had something to look at");
            const [content, window] = await page.evaluate<[number, number]>("[document.documentElement.scrollWidth, innerWidth]");
            assert.ok(content <= window, `${address} is ${content} px wide in a window of ${window} px`);
          });
        }
      });
    }
  }

  test("a page asks no other host for anything and runs no script of its own text", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    const requested: string[] = [];
    const site = sites.get("leipzig")?.url ?? "";
    await visit("leipzig", "/", 768, "light", async (page) => {
      page.on("request", (request) => requested.push(request.url()));
      await page.goto(site + RELEASE, { waitUntil: "networkidle" });
      assert.equal(await page.locator('script:not([type="application/ld+json"]):not([type="module"][src])').count(), 0, "what there is of scripts is an optional module or data");
    });
    assert.ok(requested.length >= 4, "page, style sheet and two fonts");
    assert.deepEqual(
      requested.filter((url) => !url.startsWith(site)),
      [],
    );
  });

  test("the skip link is the first thing the keyboard reaches and leads to the text", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    await visit("leipzig", RELEASE, 768, "light", async (page) => {
      await page.keyboard.press("Tab");
      const link = page.locator(":focus");
      assert.equal(await link.textContent(), "Zum Inhalt");
      assert.ok(((await link.boundingBox())?.y ?? -1) >= 0, "it is seen when focused");
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(":focus").getAttribute("id"), "inhalt");
    });
  });

  test("a screen reader hears the release page as agreed", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    await visit("leipzig", RELEASE, 768, "light", async (page) => {
      // The button for copying comes with its script.
      await page.locator(".copy-text").waitFor();
      const heard = `${await page.locator("body").ariaSnapshot()}\n`;
      const agreed = join(import.meta.dirname, "release.aria.yml");
      if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(agreed, heard);
      assert.equal(heard, readFileSync(agreed, "utf8"));
    });
  });
});

test("html-validate finds no error on any page", async () => {
  const validate = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:a11y"],
    // Void elements without a slash and German apostrophes are a matter of taste, long titles one of press offices.
    rules: { "long-title": "off", "no-trailing-whitespace": "off", "tel-non-breaking": "off" },
  });
  for (const town of Object.keys(CONTENT)) {
    const pages = readdirSync(join(folder, town), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
    assert.ok(pages.length >= 20);
    for (const file of pages) {
      const report = await validate.validateString(readFileSync(join(folder, town, file), "utf8"), file);
      assert.deepEqual(
        report.results.flatMap(({ messages }) => messages.map((message) => `${file}:${message.line}:${message.column} ${message.ruleId} ${message.message}`)),
        [],
      );
    }
  }
});
