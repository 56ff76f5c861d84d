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
const RELEASE = "/2017/11/japan-delegation/";
const KINDS = ["/", RELEASE, `/en${RELEASE}`, "/impressum/", "/barrierefreiheit/", "/404.html"];

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser | undefined;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "stadtchronik-browser-"));
  execFileSync(process.execPath, ["--import", "tsx", "src/commands/build.ts"], {
    cwd: ROOT,
    env: { ...process.env, OUTPUT: join(folder, "site"), CACHE: join(folder, "cache"), STRICT_LAYOUTS: "1" },
    stdio: "pipe",
  });
  site = await serve(join(folder, "site"));
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(address: string, width: number, colorScheme: "light" | "dark", use: (page: Page) => Promise<void>): Promise<void> {
  assert.ok(browser);
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  try {
    const page = await context.newPage();
    await page.goto(site.url + address);
    await use(page);
  } finally {
    await context.close();
  }
}

describe("in a browser", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 768, 1440]) {
      test(`axe finds nothing against WCAG 2.2 AA (${width} px, ${colorScheme}), and nothing scrolls sideways`, async (context) => {
        if (!browser) return context.skip("Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.");
        for (const address of KINDS) {
          await visit(address, width, colorScheme, async (page) => {
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

  test("a page asks no other host for anything and needs no script", async (context) => {
    if (!browser) return context.skip("Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.");
    const requested: string[] = [];
    await visit("/", 768, "light", async (page) => {
      page.on("request", (request) => requested.push(request.url()));
      await page.goto(site.url + RELEASE, { waitUntil: "networkidle" });
      assert.equal(await page.locator("script").count(), 0);
    });
    assert.ok(requested.length >= 4, "page, style sheet and two fonts");
    assert.deepEqual(
      requested.filter((url) => !url.startsWith(site.url)),
      [],
    );
  });

  test("the skip link is the first thing the keyboard reaches and leads to the text", async (context) => {
    if (!browser) return context.skip("Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.");
    await visit(RELEASE, 768, "light", async (page) => {
      await page.keyboard.press("Tab");
      const link = page.locator(":focus");
      assert.equal(await link.textContent(), "Zum Inhalt");
      assert.ok(((await link.boundingBox())?.y ?? -1) >= 0, "it is seen when focused");
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(":focus").getAttribute("id"), "inhalt");
    });
  });

  test("a screen reader hears the release page as agreed", async (context) => {
    if (!browser) return context.skip("Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.");
    await visit(RELEASE, 768, "light", async (page) => {
      const heard = `${(await page.locator("body").ariaSnapshot()).replaceAll(site.url, "")}\n`;
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
  const pages = readdirSync(join(folder, "site"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  assert.ok(pages.length >= KINDS.length);
  for (const file of pages) {
    const report = await validate.validateString(readFileSync(join(folder, "site", file), "utf8"), file);
    assert.deepEqual(
      report.results.flatMap(({ messages }) => messages.map((message) => `${file}:${message.line}:${message.column} ${message.ruleId} ${message.message}`)),
      [],
    );
  }
});
