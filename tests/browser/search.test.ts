import assert from "node:assert/strict";
import { cpSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { buildTown, makeFolder } from "../fixture.ts";
import { openBrowser, serve } from "./browser.ts";

const NO_BROWSER = "Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.";

/** What a strict host allows: nothing but files of its own, and compiled programs. */
const POLICY = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'",
};

type Site = Awaited<ReturnType<typeof serve>>;

let browser: Browser | undefined;
let context: BrowserContext;
let page: Page;
let output: string;
let sites: Record<"musterstadt" | "leipzig", Site>;
/** What the browser complained of. */
let complaints: string[];

describe("search", () => {
  before(async () => {
    // A copy: one test takes the index away.
    output = makeFolder();
    cpSync((await buildTown("musterstadt")).output, output, { recursive: true });
    sites = { musterstadt: await serve(output, "", POLICY), leipzig: await serve((await buildTown("leipzig")).output, "", POLICY) };
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    for (const site of Object.values(sites)) site.close();
  });

  beforeEach(async () => {
    if (!browser) return;
    await context?.close();
    context = await browser.newContext();
    page = await context.newPage();
    complaints = [];
    page.on("pageerror", (thrown) => complaints.push(String(thrown)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
  });

  const status = () => page.locator(".search-status");
  const titles = () => page.locator(".search-results ol").first().locator("h2").allInnerTexts();

  /** Opens a page of the search and waits until it has searched. */
  async function open(query: string, site: Site = sites.musterstadt): Promise<void> {
    await page.goto(`${site.url}/suche/${query}`);
    await done();
  }

  async function done(): Promise<void> {
    await status()
      .filter({ hasText: /gefunden|erreichbar/ })
      .waitFor();
  }

  const JAPAN = "Japan: Wirtschaftsbürgermeister erwartet Zusammenarbeit im Bereich Biotechnologie";

  describe("the search page", () => {
    for (const word of ["Delegation", "Bürgermeister", "Buergermeister", "Orchester", "Mobilität", "Konzerte"])
      test(`${word} leads to the release on Japan`, async (t) => {
        if (!browser) return t.skip(NO_BROWSER);
        await open(`?q=${encodeURIComponent(word)}`, sites.leipzig);
        assert.deepEqual(await titles(), [JAPAN]);
        assert.equal(await status().innerText(), "1 Meldung gefunden");
        await page.getByRole("link", { name: JAPAN }).click();
        await page.waitForURL("**/2017/11/japan-delegation/");
        assert.deepEqual(complaints, []);
      });

    test("a misspelt word leads there by what is meant", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await open("?q=Gewandhausorchster", sites.leipzig);
      assert.equal(await status().innerText(), "Keine Meldung gefunden");
      assert.match(await page.locator(".search-meant").innerText(), /^Meinten Sie Gewandhausorchesters?\? \(1 Meldung\)$/);
      await page.locator(".search-meant a").click();
      await page.locator(".search-results ol").waitFor();
      assert.deepEqual(await titles(), [JAPAN]);
    });

    test("the field in the head of every page leads to the results", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      for (const address of ["/", "/2026/11/haushaltsentwurf-2027/", "/themen/", "/gibt/es/nicht/", "/leichte-sprache/"]) {
        await page.goto(sites.musterstadt.url + address);
        await page.getByRole("searchbox", { name: /Suche im Archiv|Hier suchen/ }).fill("Trinkbrunnen");
        await page.getByRole("button", { name: "Suchen" }).click();
        await page.waitForURL("**/suche/?q=Trinkbrunnen");
        await done();
        assert.ok((await titles()).includes("Acht neue Trinkbrunnen laufen ab 1. Mai"), address);
      }
      await page.goto(`${sites.musterstadt.url}/en/`);
      await page.getByRole("searchbox", { name: "Search the archive" }).fill("delegation");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/en/suche/?q=delegation");
      await status().filter({ hasText: "1 release found" }).waitFor();
    });

    test("what was found is marked in its sentence, with date and office", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await open("?q=Eisvogel");
      const item = page.locator(".release-item").first();
      assert.equal(await item.locator("time").getAttribute("datetime"), "2026-11-10");
      assert.equal(await item.locator("time").innerText(), "10.11.2026");
      assert.equal(await item.locator(".search-office").innerText(), "Amt für Stadtgrün und Gewässer");
      assert.match((await item.locator("mark").allInnerTexts()).join(" "), /Eisvogel/);
      assert.doesNotMatch(await item.innerText(), /\^/, "signs of the index are not shown");
    });

    test("filters, order and words are in the address; the back button undoes each", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await open("?q=Br%C3%BCcke");
      const all = await titles();
      await page.getByText("Eingrenzen").click();
      const topic = page.getByLabel("Thema");
      assert.match((await topic.innerText()).replace(/\s+/g, " "), /alle .*Radverkehr \(\d+\)/);
      const offered = Number(/Radverkehr \((\d+)\)/.exec(await topic.innerText())?.[1]);
      await topic.selectOption("radverkehr");
      await page.waitForURL("**/suche/?q=Br%C3%BCcke&thema=radverkehr");
      await done();
      await page.waitForFunction((count) => document.querySelectorAll(".search-results .release-item").length === count, offered);
      assert.ok(offered < all.length, "the count beside a choice is the number of releases that it shows");
      await page.getByLabel("Von Jahr").selectOption("2026");
      await page.waitForURL("**&von=2026");
      await page.getByLabel("Reihenfolge").selectOption("Neueste zuerst");
      await page.waitForURL("**&von=2026&sort=datum");
      await done();
      const dates = await page
        .locator(".release-item time")
        .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
      assert.deepEqual(dates, [...dates].sort().reverse());
      const link = page.url();

      await page.goBack();
      await page.goBack();
      await page.waitForURL("**/suche/?q=Br%C3%BCcke&thema=radverkehr");
      assert.equal(await topic.inputValue(), "radverkehr");
      await page.goBack();
      await page.waitForURL("**/suche/?q=Br%C3%BCcke");
      await page.waitForFunction((count) => document.querySelectorAll(".search-results .release-item").length === count, all.length);
      assert.deepEqual(await titles(), all);

      await page.goto(link);
      await done();
      assert.equal(await topic.inputValue(), "radverkehr");
      assert.ok(await page.locator("details[open]").count(), "what narrows the search is in sight");
      assert.equal(await page.locator(".search-filters summary").textContent(), "Eingrenzen: Radverkehr, 2026–…");
      await page.getByRole("button", { name: "Filter aufheben" }).click();
      await page.waitForURL("**/suche/?q=Br%C3%BCcke&sort=datum");
    });

    test("what is found pushes nothing away on a phone, and stands before the filters that narrow it", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
      await phone.addInitScript(`globalThis.pushed = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.pushed += value)))
          .observe({ type: "layout-shift", buffered: true });`);
      await phone.goto(`${sites.musterstadt.url}/suche/?q=Br%C3%BCcke&thema=verkehr`);
      await phone.locator(".search-results .release-item").first().waitFor();
      assert.ok((await phone.evaluate<number>("pushed")) < 0.01);
      assert.equal(await phone.locator("details[open]").count(), 0);
      assert.equal(await phone.locator(".search-filters summary").textContent(), "Eingrenzen: Verkehr");
      await phone.close();
    });

    test("without words, filters alone list releases by date", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await open("?amt=feuerwehr");
      assert.ok((await titles()).length >= 3);
      const dates = await page
        .locator(".release-item time")
        .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
      assert.deepEqual(dates, [...dates].sort().reverse());
    });

    test("the search speaks once, keeps the focus, and needs no mouse", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await page.goto(`${sites.musterstadt.url}/suche/`);
      await page.evaluate(`window.said = []; new MutationObserver(() => {
      const text = document.querySelector("[role=status]").textContent;
      if (text !== "" && said.at(-1) !== text) said.push(text);
    }).observe(document.querySelector("[role=status]"), { childList: true, characterData: true, subtree: true }); undefined`);
      await page.getByRole("searchbox").focus();
      await page.keyboard.type("Straßenbahn");
      await page.keyboard.press("Enter");
      await done();
      const said = (await page.evaluate<string[]>("said")).filter((text) => text !== "Die Suche wird geladen …");
      assert.deepEqual(said, [await status().innerText()]);
      assert.equal(await page.evaluate("document.activeElement.id"), "suchwort");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate("document.activeElement.tagName"), "SUMMARY");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate("document.activeElement.closest('.search-results') !== null"), true);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/20\d\d\/\d\d\//);
    });

    test("more than ten come when asked for, and stay after a visit", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await open("?q=Musterstadt");
      assert.equal((await titles()).length, 10);
      await page.getByRole("button", { name: /Meldung(en)? zeigen/ }).click();
      await page.locator(".release-item").nth(10).waitFor();
      assert.ok(page.url().endsWith("zeige=20"));
      const focused = await page.evaluate("[...document.querySelectorAll('.release-item a')].indexOf(document.activeElement)");
      assert.equal(focused, 10, "the focus is on the first that is new");
      const count = (await titles()).length;
      await page.locator(".release-item a").nth(10).click();
      await page.waitForURL(/\/20\d\d\/\d\d\//);
      await page.goBack();
      await done();
      await page.locator(".release-item").nth(10).waitFor();
      assert.equal((await titles()).length, count);
    });

    test("whatever is typed, nothing breaks and nothing runs", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await page.goto(`${sites.musterstadt.url}/suche/`);
      const odd = [
      '"', '""', '"Brücke', "AND OR NOT", "-Brücke +Rad", "*", "Brücke*", "a:b", "\\", "(((", "%", "&", "?q=x#y", "../../etc/passwd",
      "<img src=x onerror=window.ran=1>", "<script>window.ran=1</script>", "'; DROP TABLE", "{{7*7}}", "😀", "🚋 Brücke", "\u202egnirts",
      "مرحبا بالعالم", "שלום", "   Brücke   ", "\u0000Brücke", "__proto__", "constructor", "___PAGEFIND_WEIGHT___10", "Fußgänger^brücke", "x".repeat(10_000),
    ]; // biome-ignore format: a list
      for (const words of odd) {
        await page.goto(`${sites.musterstadt.url}/suche/?q=${encodeURIComponent(words)}`);
        await done();
        assert.doesNotMatch(await status().innerText(), /erreichbar/, words.slice(0, 40));
        assert.equal(await page.evaluate("window.ran"), undefined, words);
        assert.equal(await page.locator(".search-results :is(img, script)").count(), 0, words);
      }
      await page.getByRole("searchbox").fill("Brücke ".repeat(2000));
      await page.keyboard.press("Enter");
      await status()
        .filter({ hasText: /Meldungen gefunden/ })
        .waitFor();
      await page.goto(`${sites.musterstadt.url}/suche/?q=%20%20`);
      assert.ok(await page.locator(".search-hint").isVisible(), "spaces ask for nothing");
      assert.deepEqual(complaints, []);
    });

    test("a site below a path, and one name for each language of a release", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await open("?q=Lohebr%C3%BCcke&sprache=de-simple");
      assert.deepEqual(
        await page
          .locator(".release-item a")
          .evaluateAll((links) => links.map((link) => new URL((link as unknown as { href: string }).href).pathname)),
        ["/leichte-sprache/2026/11/alte-lohebruecke-gesperrt/"],
      );
    });

    test("without scripts the page offers the other ways, and no dead control but the field", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const still = await plain.newPage();
      await still.goto(`${sites.musterstadt.url}/suche/?q=Br%C3%BCcke`);
      for (const way of ["Archiv", "Themen", "Ämter und Dezernate"])
        assert.ok(await still.locator(".search-ways").getByRole("link", { name: way }).isVisible(), way);
      assert.match(await still.locator(".search-ways").innerText(), /Die Suche braucht JavaScript\./);
      assert.equal(await still.locator("select, details").filter({ visible: true }).count(), 0);
      await plain.close();
    });

    test("a missing or half-loaded index is told plainly, with other ways; it is tried anew when it is back", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      await open("?q=Eisvogel");
      const columns = await page.evaluate<string>(
        "performance.getEntriesByType('resource').map((one) => one.name).find((name) => name.includes('columns-'))",
      );
      const files = ["index.json", "pagefind.js", "pagefind-entry.json", columns.replace(/^.*\/de\//, "")];
      for (const name of files) {
        const file = join(output, "pagefind/de", name);
        renameSync(file, `${file}.away`);
        await page.goto("about:blank");
        await open("?q=Eisvogel");
        assert.match(await status().innerText(), /^Die Suche ist zurzeit nicht erreichbar/, name);
        assert.ok(await page.locator(".search-ways").getByRole("link", { name: "Archiv" }).isVisible());
        renameSync(`${file}.away`, file);
        await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
        await page.locator(".release-item").first().waitFor();
      }
      const entry = join(output, "pagefind/de/index.json");
      renameSync(entry, `${entry}.away`);
      writeFileSync(entry, '{"version":"x","bund');
      await open("?q=Eisvogel&sort=datum");
      assert.match(await status().innerText(), /nicht erreichbar/, "half a file");
      renameSync(`${entry}.away`, entry);
    });

    test("nothing of the search is loaded by a page that does not search", async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      for (const address of ["/", "/2026/11/haushaltsentwurf-2027/", "/suche/"])
        await page.goto(sites.musterstadt.url + address, { waitUntil: "networkidle" });
      assert.deepEqual(
        asked.filter((path) => path.includes("pagefind")),
        [],
      );
      assert.equal(asked.filter((path) => path === "/assets/search.js").length, 1, "its script on the page of the search alone");
    });
  });
});
