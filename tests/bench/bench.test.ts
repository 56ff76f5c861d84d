import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { listPages } from "../../src/site/capabilities.ts";
import type { ListingView } from "../../src/site/lists/listing.ts";
import { isView, type Page } from "../../src/site/pages.ts";
import { layFiles, makeContent, makeFolder, makeRelease, NOW, ROOT, snapshot } from "../fixture.ts";
import { writeTown } from "../town/town.ts";
import { judge } from "./accepted.ts";
import { compareSites } from "./compare.ts";
import { readCorpus } from "./corpus.ts";
import { applyEdit, EDITS } from "./edits.ts";
import { buildField } from "./hugo.ts";
import { measure } from "./measure.ts";

/** Two sites that say the same, the second as another generator writes it. */
function twoSites(theirs: Record<string, string | null> = {}): [string, string] {
  const [ours, others] = [makeFolder(), makeFolder()];
  layFiles(ours, {
    "2024/05/fest/index.html":
      '<header>Kopf</header><h1>Fest &amp; Markt</h1>\n<div class="text"><p>Es <b>beginnt</b>.</p></div><footer>eins</footer>',
    "2024/05/fest/index.json": '{"title":"Fest","with":[]}',
    "feed.xml":
      '<feed><title>Stadt</title><generator>Stadtchronik</generator><entry><content type="html"><![CDATA[<p id="a">Es beginnt.</p>]]></content></entry></feed>',
    "daten/manifest.json": "{}",
  });
  layFiles(others, {
    "2024/05/fest/index.html":
      '<header>Anderer Kopf</header><h1>Fest &#38; Markt</h1><div class="text">\n<p>Es <strong>beginnt</strong>.</p>\n</div><footer>zwei</footer>',
    "2024/05/fest/index.json": '{ "with": [], "title": "Fest" }',
    "feed.xml":
      '<feed><title>Stadt</title><generator>Anderer</generator><entry><content type="html"><![CDATA[<p>Es beginnt.</p>]]></content></entry></feed>',
    ...theirs,
  });
  return [ours, others];
}

const judged = (theirs: Record<string, string | null> = {}) => judge(compareSites(...twoSites(theirs)), "hugo");

describe("whoever is compared builds the same", () => {
  test("other marks, heads, feet and spaces are no difference, and what is documented is told with its reason", () => {
    const { failures, accepted } = judged();
    assert.deepEqual(failures, []);
    assert.deepEqual(
      accepted.map(({ kind }) => kind),
      ["manifest"],
    );
  });

  test("another word in a text, a feed or a datum fails the comparison and is shown", () => {
    const [text] = judged({ "2024/05/fest/index.html": '<h1>Fest &amp; Markt</h1><div class="text"><p>Es endet.</p></div>' }).failures;
    assert.match(text ?? "", /2024\/05\/fest\/index\.html \(release page, text\): „Es beginnt\.“ statt „Es endet\.“/);
    assert.match(judged({ "2024/05/fest/index.json": '{"title":"Markt","with":[]}' }).failures.join(), /release data, title/);
    assert.match(
      judged({
        "feed.xml": "<feed><title>Stadt</title><entry><content><![CDATA[<p>Es endet.</p>]]></content></entry></feed>",
      }).failures.join(),
      /feed, entries/,
    );
  });

  test("a file that only one side makes fails the comparison", () => {
    assert.match(
      judged({ "2024/05/fest/index.json": null }).failures.join(),
      /release data: 1 fehlen bei hugo: 2024\/05\/fest\/index\.json/,
    );
    assert.match(judged({ "2024/05/anderes/index.html": "<h1>Anderes</h1>" }).failures.join(), /release page: 1 hat nur hugo/);
  });

  test("of many files every fiftieth is compared, but the addresses of all", () => {
    const pages = Array.from({ length: 120 }, (_, index) => `2024/05/fest-${String(index).padStart(3, "0")}/index.txt`);
    const [ours, theirs] = [makeFolder(), makeFolder()];
    layFiles(ours, Object.fromEntries(pages.map((path) => [path, "gleich"])));
    layFiles(theirs, Object.fromEntries(pages.map((path, index) => [path, index % 50 === 0 ? "anders" : "gleich"])));
    const comparison = compareSites(ours, theirs);
    assert.equal(comparison.sampled, 3);
    assert.equal(comparison.differences.length, 3);
  });
});

describe("what is measured", () => {
  test("what is not public is handed to no other generator", () => {
    const content = makeContent({
      "releases/2024/05/entwurf.md": makeRelease({ draft: "true", title: "Geheimentwurf" }),
      "releases/2024/05/sperre.md": makeRelease({ embargo: "2027-01-01T08:00", title: "Sperrgeheimnis" }),
      "releases/2024/05/zurueck.md": makeRelease(
        { withdrawn: '{date: 2024-05-11, reason: "Die Zahl war falsch."}' },
        "Der Rückzugstext bleibt verborgen.\n",
      ),
    });
    const corpus = readCorpus(content, Date.parse(NOW), listPages);
    const handed = JSON.stringify(corpus);
    assert.equal(corpus.releases.length, 3);
    assert.match(handed, /Die Zahl war falsch/);
    for (const known of ["Freibad öffnet früher", "Das Freibad öffnet schon um sieben Uhr."]) assert.ok(handed.includes(known), known);
    for (const secret of ["Geheimentwurf", "Sperrgeheimnis", "Rückzugstext"]) assert.ok(!handed.includes(secret), secret);
  });

  test("generators that have tags only collect in each list what it counts here, and nothing withdrawn", () => {
    const pages: Page[] = [];
    const corpus = readCorpus(join(ROOT, "tests/fixtures/musterstadt"), Date.parse(NOW), (archive) => {
      pages.push(...listPages(archive));
      return pages;
    });
    const tagged = corpus.releases.flatMap(({ tags }) => tags);
    const listings = pages
      .filter(isView)
      .filter((view): view is ListingView => view.layout === "listing" && !view.address.includes("/amt/"));
    assert.ok(listings.length > 50 && listings.some(({ language }) => language === "en"));
    for (const { address, count } of listings) assert.equal(tagged.filter((tag) => tag === address).length, count, address);
    assert.ok(tagged.every((tag) => listings.some(({ address }) => address === tag)));
    const withdrawn = corpus.releases.filter(({ head }) => head.withdrawn);
    assert.ok(withdrawn.length > 0);
    for (const { tags, terms } of withdrawn) assert.deepEqual([tags, terms], [[], {}]);
  });

  test("each Hugo is told by the name it knows which pages stay out of its lists", () => {
    const names = ["v0.111.3", "v0.144.2", "v0.145.0", "v0.169.0", "v1.0.0"].flatMap((version) =>
      Object.keys(buildField(version, "always")),
    );
    assert.deepEqual(names, ["_build", "_build", "build", "build", "build"]);
  });

  test("each edit is one change, another one in each round", () => {
    const folder = join(makeFolder(), "town");
    writeTown(folder, 60, "1");
    const layouts = makeFolder();
    cpSync(join(ROOT, "layouts"), layouts, { recursive: true });
    const seen = new Set<string>();
    for (const round of [1, 2]) {
      for (const edit of EDITS) {
        const before = { ...snapshot(join(folder, "releases")), ...snapshot(layouts) };
        applyEdit(edit, round, folder, layouts);
        const after = { ...snapshot(join(folder, "releases")), ...snapshot(layouts) };
        const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]);
        assert.equal(changed.length, 1, `${edit} ${round}: ${changed.join()}`);
        if (edit !== "layout") seen.add(`${edit} ${changed.join()}`);
      }
    }
    assert.equal(seen.size, 8);
  });

  test("a program's cost holds that of the programs it starts", {
    skip: process.platform !== "linux" && "Costs are measured on Linux only.",
  }, async () => {
    const spin = "const end = performance.now() + 400; while (performance.now() < end);";
    const parent = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(spin)}])`;
    const { cpu, memory, wall } = await measure(process.execPath, ["-e", parent], { cwd: ROOT });
    assert.ok(wall >= 0.4);
    assert.ok(cpu > 0.05 && memory > 30e6, `${cpu} s, ${memory} bytes`);
    await assert.rejects(
      measure(process.execPath, ["-e", "console.error('kaputt'); process.exit(3)"], { cwd: ROOT }),
      /endete mit 3:\nkaputt/,
    );
  });
});
