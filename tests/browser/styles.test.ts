import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { buildSoundly, buildTown, copyContent, filesBelow, MP3, MP4, makeFile, ROOT, TOWN_NOW, VTT } from "../fixture.ts";
import { serve } from "./browser.ts";
import { browser, NO_BROWSER } from "./opened.ts";

const KERN = join(ROOT, "node_modules/@kern-ux/native");
const THEME = readFileSync(join(KERN, "src/scss/themes/examples/dataport.css"), "utf8");

/** Searches of Musterstadt that show all that a search can: what was found, what was meant, what holds the parts of a word, nothing. */
const SEARCHES = ["?q=Br%C3%BCcke&thema=radverkehr", "?q=Trinkbrunen", "?q=Radwegbau", "?q=Quastenflosser"];

/** What only the preview shows (`npm start`): drafts, the list of mistakes, what is offered to those who write. */
const PREVIEW = [
  ...[".preview-mark", ".problem-list li", ".preview-bar", ".preview-bar ul", ".preview-bar a"],
  ...[".expected-when", ".expected li", ".expected h3", ".expected time", ".expected code", ".guide pre"],
];

/** The newest release, with a headline and a text that hold what neither town happens to write. */
const EVERYTHING = makeFile(
  {
    title: `Probe ${"auf das, was eine Meldung haben darf ".repeat(4)}`,
    date: "2026-11-22",
    pinnedUntil: "2026-12-31T00:00:00+01:00",
    summary: "Alles, was ein Text haben darf und keine Meldung von Musterstadt hat.",
    department: "presseamt",
    topics: "[verkehr]",
    comments: "closed",
    attachments:
      "[{file: film.mp4, title: Ein Film, captions: film.vtt, signLanguage: true}, {file: ton.mp3, title: Eine Aufnahme, transcript: Guten Tag und auf Wiedersehen!}]",
  },
  "Text.\n\n## Zwei\n\n### Drei\n\n#### Vier\n\n---\n\n    Vorformatiert\n\n| Mitte |\n| :---: |\n| x |\n\n1) Eins\n2) Zwei\n",
);

/** What a large archive has: a month that is listed by days, places under letters, a topic that leads on, more than twenty-four years. */
const LARGE = Object.fromEntries(
  Array.from({ length: 45 }, (_, index) => [
    `releases/2022/03/meldung-${index}.md`,
    makeFile(
      {
        title: `Meldung ${index}`,
        date: `2022-03-${String((index % 28) + 1).padStart(2, "0")}`,
        summary: `Die Zusammenfassung der Meldung ${index}.`,
        department: "presseamt",
        topics: "[verkehr]",
        places: `[viertel-${index}]`,
      },
      "Text.\n",
    ),
  ]),
);
const PLACES = Array.from({ length: 45 }, (_, index) => `viertel-${index}:\n  name: Viertel ${index}\n`).join("");

const sites = new Map<string, { url: string; close: () => void; pages: string[] }>();

async function serveTowns(): Promise<void> {
  const themed = copyContent("tests/fixtures/musterstadt", {
    ...LARGE,
    "assets/theme.css": THEME,
    "releases/2026/11/alles.md": EVERYTHING,
    "releases/2026/11/alles/film.mp4": MP4,
    "releases/2026/11/alles/film.vtt": VTT,
    "releases/2026/11/alles/ton.mp3": MP3,
    "releases/1998/05/erste-meldung.md": makeFile(
      {
        title: "Erste Meldung",
        date: "1998-05-04",
        summary: "Mit dieser Meldung beginnt das Archiv.",
        department: "presseamt",
        topics: "[verkehr]",
      },
      "Text.\n",
    ),
    "registers/places.yml": readFileSync(join(ROOT, "tests/fixtures/musterstadt/registers/places.yml"), "utf8") + PLACES,
  });
  const settings = join(themed, "site.yml");
  writeFileSync(
    settings,
    readFileSync(settings, "utf8")
      .replace("\ntheme:\n", "\ntheme:\n  file: assets/theme.css\n")
      .replace(/^( +)dark: .*$/m, "$1alt: Stadt Musterstadt"),
  );
  const builds = {
    leipzig: await buildTown("leipzig"),
    musterstadt: await buildTown("musterstadt"),
    themed: await buildSoundly(themed, { environment: { NOW: TOWN_NOW } }),
  };
  for (const [town, { output }] of Object.entries(builds)) {
    const pages = [...filesBelow(output).keys()].filter((path) => path.endsWith(".html")).map((path) => `/${path}`);
    sites.set(town, { ...(await serve(output)), pages });
  }
}

await serveTowns();
after(() => {
  for (const site of sites.values()) site.close();
});

async function visit<T>(town: string, address: string, options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const site = sites.get(town);
  assert.ok(browser && site);
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(site.url + address);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** The colour of each selector's first element as the browser computes it, as sRGB. */
const colorsOf = (page: Page, selectors: Record<string, string>) =>
  page.evaluate((wanted) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    return Object.fromEntries(
      Object.entries(wanted).map(([name, selector]) => {
        const element = document.querySelector(selector);
        if (!canvas || !element) return [name, undefined];
        canvas.fillStyle = getComputedStyle(element).color;
        canvas.fillRect(0, 0, 1, 1);
        return [name, [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].join()];
      }),
    );
  }, selectors);

describe("a theme made for KERN", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`gives the page the colours that the browser itself reads from its file, ${colorScheme}`, async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      const tokens = { link: "action-default", text: "layout-text-default", muted: "layout-text-muted" };
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      const rules = Object.entries(tokens).map(([name, token]) => `#${name}{color:var(--kern-color-${token})}`);
      await page.setContent(`<style>${THEME}${rules.join("")}</style>${Object.keys(tokens).map((name) => `<p id="${name}">x</p>`)}`);
      const meant = await colorsOf(page, Object.fromEntries(Object.keys(tokens).map((name) => [name, `#${name}`])));
      await context.close();
      const address = "/2026/11/alte-lohebruecke-gesperrt/";
      const selectors = { link: ".dateline a", text: "h1", muted: ".crumbs" };
      const found = await visit("themed", address, { colorScheme }, (themed) => colorsOf(themed, selectors));
      const own = await visit("musterstadt", address, { colorScheme }, (plain) => colorsOf(plain, selectors));
      for (const name of Object.keys(tokens)) {
        const [a, b] = [meant[name], found[name]].map((color) => (color ?? "").split(",").map(Number));
        assert.ok(
          a?.every((part, index) => Math.abs(part - (b?.[index] ?? -9)) <= 1),
          `${name}: KERN ${meant[name]}, here ${found[name]}`,
        );
        assert.notEqual(found[name], own[name], name);
      }
    });

    test(`leaves nothing unreadable and loads nothing from elsewhere, ${colorScheme}`, async (t) => {
      if (!browser) return t.skip(NO_BROWSER);
      for (const address of ["/", "/2026/11/alte-lohebruecke-gesperrt/", "/2026/", "/2026/11/radweg-muehlteich/", "/daten/"]) {
        await visit("themed", address, { colorScheme }, async (page) => {
          const hosts = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin));
          assert.deepEqual(new Set(hosts), new Set([new URL(page.url()).origin]));
          const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).setLegacyMode(true).analyze();
          assert.deepEqual(
            violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${address} ${html} ${failureSummary}`)),
            [],
          );
        });
      }
    });
  }
});

describe("what is shipped", () => {
  test("every rule of the style sheet is used by a page", async (t) => {
    if (!browser) return t.skip(NO_BROWSER);
    let unused = await visit("musterstadt", "/", {}, (page) =>
      page.evaluate(() => {
        const selectors: string[] = [];
        const left = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
        for (let rule = left.pop(); rule; rule = left.pop()) {
          if (rule instanceof CSSStyleRule) selectors.push(...rule.selectorText.split(/,\s*(?![^(]*\))/));
          else if (rule instanceof CSSGroupingRule) left.push(...rule.cssRules);
        }
        return selectors;
      }),
    );
    assert.ok(unused.length > 150, `only ${unused.length} selectors`);
    for (const [town, { pages }] of sites) {
      unused = await visit(town, "/", {}, (page) =>
        page.evaluate(
          async ({ pages, selectors }) => {
            let left = selectors;
            for (const address of pages) {
              const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
              // What a reader does (pointing, focusing) and the parts that CSS makes itself are not in the markup.
              left = left.filter(
                (selector) =>
                  !page.querySelector(
                    selector.replace(
                      /::?(hover|focus-visible|focus|before|after|first-letter|marker|placeholder|-webkit-search-cancel-button)\b/g,
                      "",
                    ) || "*",
                  ),
              );
            }
            return left;
          },
          { pages, selectors: unused },
        ),
      );
    }
    for (const search of SEARCHES) {
      unused = await visit("musterstadt", `/suche/${search}`, {}, async (page) => {
        await page.locator(".search-status", { hasText: "gefunden" }).waitFor();
        return page.evaluate(
          (left) => left.filter((selector) => !document.querySelector(selector.replace(/::?(hover|placeholder)\b/g, ""))),
          unused,
        );
      });
    }
    assert.deepEqual(
      unused.filter((selector) => !PREVIEW.includes(selector)),
      [],
    );
  });

  test("the shipped sheet says what layouts/styles says, only shorter", async (t) => {
    if (!browser) return t.skip(NO_BROWSER);
    // The browser itself follows the imports of style.css.
    const styles = await serve(join(ROOT, "layouts/styles"));
    t.after(styles.close);
    const page = await browser.newPage();
    await page.goto(`${styles.url}/style.css`);
    await page.addStyleTag({ url: `${styles.url}/style.css` });
    const written = await page.evaluate(() => {
      const imports = [...(document.styleSheets[0]?.cssRules ?? [])].filter((rule) => rule instanceof CSSImportRule);
      return imports.flatMap((rule) => [...(rule.styleSheet?.cssRules ?? [])].map(({ cssText }) => `${rule.layerName} ${cssText}`));
    });
    await page.close();
    const shipped = await visit("musterstadt", "/", {}, (musterstadt) =>
      musterstadt.evaluate(() => {
        const layers = [...(document.styleSheets[0]?.cssRules ?? [])].filter((rule) => rule instanceof CSSLayerBlockRule);
        // The last one is what the build adds.
        return layers.slice(0, -1).flatMap(({ name, cssRules }) => [...cssRules].map(({ cssText }) => `${name} ${cssText}`));
      }),
    );
    // Where a value has var(), its spaces are kept as they are written; the addresses of fonts are relative to each style sheet.
    const plain = (text: string) => text.replaceAll(/\s*([,/:*"()])\s*/g, "$1").replaceAll(/url\("[^"]*\//g, 'url("');
    assert.ok(written.length > 150, `only ${written.length} rules`);
    assert.deepEqual(shipped.map(plain), written.map(plain));
  });

  test("every custom property that is set is used, and every one that is used is set", () => {
    const sheet = [...filesBelow(join(ROOT, "layouts/styles"))].map(([, bytes]) => bytes.toString()).join("\n");
    // The colour of bars and the words at the foot of paper are the build's.
    const set = new Set([...sheet.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    const made = new Set(["--color-bar", "--paper-foot", "--paper-origin"]);
    const used = new Set([...sheet.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
    assert.ok(set.size > 20 && used.size > 20, `${set.size} are set, ${used.size} are used`);
    assert.deepEqual(
      [...set].filter((name) => !used.has(name)),
      [],
    );
    assert.deepEqual(
      [...used].filter((name) => !set.has(name) && !made.has(name ?? "")),
      [],
    );
  });
});
