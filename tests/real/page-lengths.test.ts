import assert from "node:assert/strict";
import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { serve } from "../browser/browser.ts";
import { browser } from "../browser/opened.ts";
import { buildSoundly, makeFolder } from "../fixture.ts";
import { writeTown } from "../town/town.ts";

const NOW = "2026-01-15T12:00:00+01:00";

/** Longest that a page may be on a phone, in pixels: twenty-five screens. */
const LENGTH_MAX = 20_000;
const PHONE = { width: 390, height: 800 };

/** The pages of a kind that are measured: those with most in them. */
const LARGEST = 3;

/** The towns: one of a quarter of a century, and one with as many releases a month as Berlin has, all of one year. */
const TOWNS = { "a town of 3,000": 2001, "a town with 280 releases a month": 2025 };

/** The kind of a page by its address: one word for each year, month and name. */
function kindOf(path: string): string {
  return path
    .replace(/(^|\/)(themen|aemter|amt|personen|orte)\/(?!\d{4}\/|index)[^/]+/g, "$1$2/NAME")
    .replace(/(^|\/)\d{4}(?=\/)/g, "$1YEAR")
    .replace(/(?<=YEAR\/)\d\d(?=\/)/, "MONTH")
    .replace(/(?<=MONTH\/)[^/]+(?=\/)/, "RELEASE");
}

/** True for a page at an old address, which shows nothing of its own. */
function leadsOn(file: string): boolean {
  return readFileSync(file, "utf8").includes('http-equiv="refresh"');
}

/** The largest pages of each kind of a site. */
function largestOf(site: string): Map<string, string[]> {
  const paths = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("index.html"));
  const bySize = paths.map((path) => ({ path, size: statSync(join(site, path)).size })).sort((a, b) => b.size - a.size);
  const kinds = new Map<string, string[]>();
  for (const { path } of bySize) {
    const kind = kindOf(path);
    const known = kinds.get(kind) ?? [];
    if (known.length < LARGEST && !leadsOn(join(site, path))) kinds.set(kind, [...known, path]);
  }
  return kinds;
}

for (const [town, firstYear] of Object.entries(TOWNS)) {
  describe(town, () => {
    test(`no page is longer than ${LENGTH_MAX} pixels on a phone`, async () => {
      assert.ok(browser, "no browser");
      const [content, output] = [makeFolder(), join(makeFolder(), "site")];
      writeTown(content, 3000, "1", firstYear);
      // The index of the search is no page, and costs most of the time.
      appendFileSync(join(content, "site.yml"), "search: {enabled: false}\n");
      await buildSoundly(content, { output, environment: { NOW, CACHE: join(makeFolder(), "cache") } });
      const site = await serve(output);
      after(() => site.close());
      const page = await browser.newPage({ viewport: PHONE });
      const lengths: { kind: string; path: string; length: number }[] = [];
      for (const [kind, paths] of largestOf(output)) {
        for (const path of paths) {
          await page.goto(`${site.url}/${path.replace(/index\.html$/, "")}`);
          lengths.push({ kind, path, length: await page.evaluate<number>("document.documentElement.scrollHeight") });
        }
      }
      await page.close();
      assert.ok(new Set(lengths.map(({ kind }) => kind)).size > 25, "many kinds");
      assert.ok(Math.max(...lengths.map(({ length }) => length)) > LENGTH_MAX / 2, "some are long");
      assert.deepEqual(
        lengths.filter(({ length }) => length > LENGTH_MAX),
        [],
      );
    });
  });
}
