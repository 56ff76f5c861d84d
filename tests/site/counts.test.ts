import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Language } from "../../src/addresses.ts";
import { groupByYear, monthlyCounts } from "../../src/archive/years.ts";
import { listPages } from "../../src/site/capabilities.ts";
import type { HomeView } from "../../src/site/home.ts";
import type { CorrectionsView } from "../../src/site/lists/corrections.ts";
import type { ArchiveView } from "../../src/site/lists/listings.ts";
import { isView } from "../../src/site/pages.ts";
import { makeRelease, ROOT, read, readWith } from "../fixture.ts";

const { archive } = read(join(ROOT, "tests/fixtures/musterstadt"), { now: "2026-11-23T12:00:00+01:00" });
assert.ok(archive);
const pages = listPages(archive);
const shown = [...archive.releases, ...archive.versions].filter(({ withdrawn }) => !withdrawn);
const inLanguage = (language: Language) => shown.filter((release) => release.language === language);

describe("what the archive says of its numbers", () => {
  test("home page and archive count what can be read in their language, nothing withdrawn", () => {
    assert.ok(archive.releases.some(({ withdrawn }) => withdrawn));
    const counted = pages.filter((page): page is HomeView | ArchiveView => isView(page) && ["home", "archive"].includes(page.layout));
    assert.ok(counted.length >= 5);
    for (const { address, language, count } of counted) assert.equal(count, inLanguage(language).length, address);
  });

  test("the years of the archive are as many as it counts, each with its own number", () => {
    const found = pages.filter((page): page is ArchiveView => isView(page) && page.layout === "archive");
    assert.ok(found.length >= 2);
    for (const { years, count, language } of found) {
      assert.equal(
        years.reduce((sum, year) => sum + year.count, 0),
        count,
      );
      for (const year of years)
        assert.equal(year.count, inLanguage(language).filter(({ date }) => String(date.year) === year.label).length, year.address);
    }
  });

  test("a band has for each month what was published in it, and a month of which nothing is known is in none", () => {
    const years = groupByYear(inLanguage("de"));
    assert.ok(years.length > 5);
    for (const year of years) {
      const inMonth = (month: number) => inLanguage("de").filter(({ date }) => date.year === year.year && date.month === month).length;
      assert.deepEqual(
        monthlyCounts(year),
        Array.from({ length: 12 }, (_, index) => inMonth(index + 1)),
      );
    }
  });
});

describe("the list of corrections", () => {
  const town = readWith({
    "releases/2024/05/eins.md": makeRelease({
      corrections: "[{date: 2024-05-20, note: Die erste.}, {date: 2024-07-01, note: Die dritte.}]",
    }),
    "releases/2024/05/zwei.md": makeRelease({
      withdrawn: "{date: 2024-06-10, reason: Ein Irrtum.}",
      corrections: "[{date: 2024-05-30, note: Verschwunden.}]",
    }),
    "releases/2024/05/drei.md": makeRelease({ corrections: "[{date: 2024-06-01, note: Die zweite.}]" }),
    "releases/2024/05/entwurf.md": makeRelease({ draft: "true", corrections: "[{date: 2024-06-02, note: Geheim.}]" }),
  }).archive;

  test("holds every correction and withdrawal of what is public, the newest first, each with its release", () => {
    assert.ok(town);
    const lists = listPages(town).filter((page): page is CorrectionsView => isView(page) && page.layout === "corrections");
    assert.equal(lists.length, 1);
    assert.deepEqual(
      lists[0]?.changes.map(({ date, note, isWithdrawal, release }) => [date.machine, note, isWithdrawal, release.id]),
      [
        ["2024-07-01", "Die dritte.", false, "2024/05/eins"],
        ["2024-06-10", "Ein Irrtum.", true, "2024/05/zwei"],
        ["2024-06-01", "Die zweite.", false, "2024/05/drei"],
        ["2024-05-20", "Die erste.", false, "2024/05/eins"],
      ],
    );
  });
});
