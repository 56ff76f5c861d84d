import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { readArchive } from "../../src/archive/reading.ts";
import { readMessages } from "../../src/messages.ts";
import { createEnvironment, equip } from "../../src/rendering/environment.ts";
import { isText, textOf } from "../../src/site/pages.ts";
import { releaseFiles } from "../../src/site/releases/release-files.ts";
import { ReleaseView, releases } from "../../src/site/releases/releases.ts";
import { serve } from "./browser.ts";
import { browser, NO_BROWSER } from "./opened.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const RELEASE = "/2017/11/japan-delegation/";

// What a strict host allows: scripts and requests of its own, nothing else.
const PAGE = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Probe</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">
<script type="module" src="/assets/copy-text.js"></script></head>
<body>{% from "macros/share.njk" import share %}<article><h1>{{ view.title }}</h1><p>Der Text der Seite.</p></article>{{ share(view.release, view) }}</body></html>`;

let folder: string;
let text = "";
let site: Awaited<ReturnType<typeof serve>>;

async function visit(
  address: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = { permissions: ["clipboard-read", "clipboard-write"] },
): Promise<void> {
  assert.ok(browser);
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(site.url + address);
    await use(page);
  } finally {
    await context.close();
  }
}

const clipboard = (page: Page) => page.evaluate<string>("navigator.clipboard.readText()");

describe("copying the text of a release", () => {
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "stadtchronik-copy-"));
    const { archive } = readArchive({ folder: join(ROOT, "content"), now: Date.parse("2026-11-23T12:00:00+01:00") });
    assert.ok(archive);
    const environment = createEnvironment();
    equip(environment, archive);
    const view = releases(archive).find((page) => page.address === RELEASE);
    assert.ok(view instanceof ReleaseView);
    for (const name of [RELEASE, "/assets", "/ohne-datei"]) mkdirSync(join(folder, name), { recursive: true });
    for (const page of releaseFiles(archive)) if (isText(page) && page.address === `${RELEASE}index.txt`) text = textOf(page);
    writeFileSync(join(folder, RELEASE, "index.txt"), text);
    writeFileSync(join(folder, "assets/copy-text.js"), readFileSync(join(ROOT, "layouts/scripts/copy-text.js")));
    const print = (changes: object) =>
      environment.renderString(PAGE, {
        view: Object.create(view, Object.getOwnPropertyDescriptors({ messages: readMessages().in("de"), ...changes })),
      });
    writeFileSync(join(folder, RELEASE, "index.html"), print({}));
    writeFileSync(join(folder, "ohne-datei/index.html"), print({ files: { ...view.files, text: "/gibt/es/nicht.txt" } }));
    site = await serve(folder);
  });

  after(() => {
    site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the button copies the text for journalists and says so to everybody", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    await visit(RELEASE, async (page) => {
      const button = page.getByRole("button", { name: "Text kopieren" });
      await button.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("status").getByText("Der Text ist kopiert.").waitFor();
      assert.ok(text.length > 2000);
      assert.equal((await clipboard(page)).replaceAll("\r\n", "\n"), text);
    });
  });

  test("where the text file cannot be fetched, the text of the page is copied", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    await visit("/ohne-datei/", async (page) => {
      await page.getByRole("button").click();
      await page.getByText("Der Text ist kopiert.").waitFor();
      assert.match(await clipboard(page), /Japan: Wirtschaftsbürgermeister[^\n]*\s+Der Text der Seite\./);
    });
  });

  test("a browser that takes no promise in an item copies all the same", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    await visit(RELEASE, async (page) => {
      await page.evaluate("navigator.clipboard.write = () => Promise.reject(new TypeError())");
      await page.getByRole("button").click();
      await page.getByText("Der Text ist kopiert.").waitFor();
      assert.equal((await clipboard(page)).replaceAll("\r\n", "\n"), text);
    });
  });

  test("when copying fails, the page says what to do instead", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    await visit(RELEASE, async (page) => {
      await page.evaluate(
        "navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
      );
      await page.getByRole("button").click();
      await page
        .getByRole("status")
        .getByText(/Öffnen Sie „Reiner Text \(TXT\)“/)
        .waitFor();
    });
  });

  test("without scripts there is no dead button, and the text is a link away", async (context) => {
    if (!browser) return context.skip(NO_BROWSER);
    await visit(
      RELEASE,
      async (page) => {
        assert.equal(await page.getByRole("button").count(), 0);
        assert.equal(await page.getByRole("link", { name: "Reiner Text (TXT)" }).getAttribute("href"), `${RELEASE}index.txt`);
      },
      { javaScriptEnabled: false },
    );
  });
});
