import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser, serve } from "../browser/browser.ts";
import { buildSoundly, copyContent, makeFolder, makeRelease } from "../fixture.ts";
import { hasProgram, runProgram } from "./tools.ts";

// What a council member or a newsroom holds in the hand: the pages as PDF, read again by Debian's poppler-utils.

const LONG_TABLE = "/2026/10/zaehlung/";
const ROWS = 120;

let browser: Browser | undefined;
const sites = new Map<string, Awaited<ReturnType<typeof serve>>>();

before(async () => {
  const table = [
    "| Zählstelle | Fahrten |",
    "|---|--:|",
    ...Array.from({ length: ROWS }, (_, index) => `| Querschnitt ${index + 1} | ${1000 + index} |`),
  ];
  const musterstadt = copyContent("tests/fixtures/musterstadt", {
    "releases/2026/10/zaehlung.md": makeRelease(
      { title: "Alle Zählstellen", date: "2026-10-05", topics: "[verkehr]" },
      `Gezählt wurde an ${ROWS} Stellen.\n\n${table.join("\n")}\n`,
    ),
  });
  for (const [town, content] of [
    ["leipzig", copyContent("content")],
    ["musterstadt", musterstadt],
  ] as const) {
    sites.set(town, await serve((await buildSoundly(content)).output));
  }
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  for (const site of sites.values()) site.close();
});

/** The text of each printed page, in the order in which it is read; undefined where there is no browser or no reader. */
async function print(context: TestContext, town: string, address: string): Promise<string[] | undefined> {
  if (!hasProgram(context, "pdftotext", ["-v"], "poppler-utils")) return undefined;
  assert.ok(browser, "A browser has to be installed.");
  const page = await browser.newPage();
  await page.goto(`${sites.get(town)?.url}${address}`, { waitUntil: "networkidle" });
  const path = join(makeFolder(), "page.pdf");
  await page.pdf({ path, format: "A4", preferCSSPageSize: true });
  await page.close();
  const text = await runProgram("pdftotext", ["-layout", path, "-"]);
  return text
    .split("\f")
    .map((sheet) => sheet.trim().replace(/[ \t]+/g, " "))
    .filter((sheet) => sheet !== "");
}

/** A text with its line ends taken for spaces, as its words are searched. */
const flat = (text: string) => text.replace(/\s+/g, " ");

describe("on paper", () => {
  test("a release is a press release: letterhead, date, headline, whole text, its address", async (context) => {
    const sheets = await print(context, "leipzig", "/2017/11/japan-delegation/");
    if (!sheets) return;
    const [first = ""] = sheets;
    assert.match(
      first,
      /^Demonstration, kein Angebot der Stadt Leipzig\n+Stadt Leipzig Pressemitteilung\n+November 2017 \[Dezernat Wirtschaft und Arbeit\]\n+Japan: Wirtschaftsbürgermeister/,
    );
    const text = flat(sheets.join("\n"));
    for (const words of [
      "Die von Wirtschaftsbürgermeister Uwe Albrecht geleitete",
      "neue anzuregen.",
      "Hans Carl Freiherr von Werthern",
      "https://stadtchronik.example/2017/11/japan-delegation/",
    ]) {
      assert.ok(text.includes(words), words);
    }
  });

  test("nothing is printed that only a screen can use", async (context) => {
    const sheets = await print(context, "musterstadt", "/2026/11/radweg-muehlteich/");
    if (!sheets) return;
    const words = [
      "Zum Inhalt",
      "Aktuell",
      "Text kopieren",
      "Weitergeben",
      "Frühere Meldungen",
      "Vorherige Meldung",
      "Nächste Meldung",
      "Kommentare",
      "Impressum",
    ];
    const screen = await (await fetch(`${sites.get("musterstadt")?.url}/2026/11/radweg-muehlteich/`)).text();
    for (const said of words.filter((word) => word !== "Text kopieren")) assert.ok(screen.includes(said), `the screen shows „${said}“`);
    assert.match(sheets.join("\n"), /Radweg/);
    for (const said of words) assert.ok(!sheets.join("\n").includes(said), said);
  });

  test("each page says whose it is, that this is a demonstration, and which page of how many", async (context) => {
    for (const [town, address] of [
      ["leipzig", "/2017/11/japan-delegation/"],
      ["musterstadt", "/2026/11/haushaltsentwurf-2027/"],
      ["musterstadt", "/"],
      ["leipzig", "/barrierefreiheit/"],
    ] as const) {
      const sheets = await print(context, town, address);
      if (!sheets) return;
      assert.ok(sheets.length > 1, `${address} has to be longer than a page for this test`);
      sheets.forEach((sheet, index) => {
        assert.match(
          sheet.split("\n").at(-1) ?? "",
          new RegExp(`^(Nachrichtenarchiv|Stadt Musterstadt) · Demonstration.* ${index + 1} ?/ ?${sheets.length}$`),
          `${address}, page ${index + 1}`,
        );
      });
    }
  });

  test("number and contact stand on a release, and where a link leads stands after its words, once", async (context) => {
    const sheets = await print(context, "musterstadt", "/2026/11/haushaltsentwurf-2027/");
    if (!sheets) return;
    const text = flat(sheets.join("\n"));
    assert.match(text, /Nr\.\s619\/2026/);
    assert.match(text, /Kontakt Stadtkämmerei Telefon\s030 23125-120 haushalt@musterstadt\.example/);
    assert.match(text, /haushalt\.musterstadt\.example \(https:\/\/haushalt\.musterstadt\.example\/2027\/\)/);
    assert.match(text, /Grundschule Mühlenberg \(https:\/\/musterstadt\.example\/2025\/08\/grundschule-muehlenberg\/\)/);
    assert.doesNotMatch(text, /mailto:|tel:|↩/);
  });

  test("no heading stands alone at the foot of a page", async (context) => {
    for (const address of ["/2026/11/haushaltsentwurf-2027/", "/2026/11/alte-lohebruecke-gesperrt/", "/daten/", "/abonnieren/", "/2026/"]) {
      const sheets = await print(context, "musterstadt", address);
      if (!sheets || !browser) return;
      const page = await browser.newPage();
      await page.goto(`${sites.get("musterstadt")?.url}${address}`);
      const headings = (await page.locator("main :is(h1, h2, h3)").allTextContents()).map((heading) => flat(heading).trim());
      await page.close();
      assert.ok(headings.length > 3);
      for (const sheet of sheets) {
        const last =
          sheet
            .split("\n")
            .filter((line) => line.trim() !== "")
            .at(-2) ?? "";
        assert.ok(!headings.includes(last.trim()), `${address}: „${last}“`);
      }
    }
  });

  test("a table that goes on says its columns again on each page", async (context) => {
    const sheets = await print(context, "musterstadt", LONG_TABLE);
    if (!sheets) return;
    const withRows = sheets.filter((sheet) => /^Querschnitt \d+ \d+/m.test(sheet));
    assert.ok(withRows.length > 1);
    for (const sheet of withRows) assert.match(sheet, /Zählstelle Fahrten\n+Querschnitt/);
    assert.equal(withRows.join("\n").match(/^Querschnitt \d+ \d+/gm)?.length, ROWS, "no row is lost or cut between two pages");
  });
});
