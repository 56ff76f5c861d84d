import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BASE_TEXTS, type Files, line, makeFile, makeRelease, PNG, PROBE, readWith } from "../fixture.ts";

const OTHER = "releases/2024/06/andere.md";
const other = (aliases: string) => makeRelease({ date: "2024-06-10", aliases });
const alias = (aliases: string): Files => ({ [PROBE]: makeRelease({ aliases }) });

/** The errors of a folder, and the texts that were refused. */
function outcome(files: Files): { told: string; refused: string[] } {
  const { problems, refused, counts } = readWith(files);
  assert.equal(counts.read, counts.published + counts.unpublished + counts.refused);
  return {
    told: problems
      .filter(({ severity }) => severity === "error")
      .map(line)
      .join("\n"),
    refused: refused.map(({ path }) => path),
  };
}

describe("old addresses", () => {
  test("a release may have been at other addresses before", () => {
    const { archive, problems } = readWith(alias("[/presse/4711.html, /2015/03/alter-name/, /bus]"));
    assert.deepEqual(problems, []);
    assert.deepEqual(archive?.releases.find(({ id }) => id === "2024/05/probe")?.aliases, [
      "/presse/4711.html",
      "/2015/03/alter-name/",
      "/bus",
    ]);
  });

  test("an address that two releases claim is refused to the second, and the first is named", () => {
    const { told, refused } = outcome({ ...alias("[/alt.html]"), [OTHER]: other("[/alt.html]") });
    assert.deepEqual(refused, [OTHER]);
    assert.match(told, /^releases\/2024\/06\/andere\.md:\d+:\d+ error .*\/alt\.html gehört schon .*probe\.md/);
  });

  test("a clash of case alone is a hint: both stay, and the second has no page", () => {
    for (const [first, second] of [
      ["/Alt.html", "/alt.HTML"],
      ["/presse/ALT/", "/presse/alt"],
      ["/index.php?ID=7", "/index.php?id=7"],
    ] as const) {
      const { archive, problems, refused } = readWith({ ...alias(`["${first}"]`), [OTHER]: other(`["${second}"]`) });
      assert.deepEqual(refused, [], first);
      assert.deepEqual([problems.length, problems[0]?.severity, problems[0]?.path], [1, "hint", OTHER]);
      assert.match(problems[0]?.message ?? "", /Groß- und Kleinschreibung einer von .*probe\.md/);
      assert.deepEqual([...(archive?.withoutPage ?? [])], [second]);
    }
    for (const taken of ["/2024/06/Freibad/", "/Themen/", "/2024/05/Probe/", "/INDEX.html"]) {
      const { problems, refused } = readWith(alias(`[${taken}]`));
      assert.deepEqual([problems.map(({ severity }) => severity), refused], [["hint"], []], taken);
    }
  });

  test("an address on another host or with a query is not the path alone, and two spellings of one are one", () => {
    const files = { ...alias('["https://alt.example/2024/06/freibad/", "/2024/06/freibad/?id=1", "/?p=7"]'), [OTHER]: other('["/?p=8"]') };
    assert.deepEqual(readWith(files).problems, []);
    for (const [first, second] of [
      ["/presse/Über.html", "/presse/%C3%9Cber.html"],
      ["https://alt.example/a", "http://ALT.example/a/"],
      ["/?p=7", "/?p=7"],
    ] as const)
      assert.deepEqual(outcome({ ...alias(`["${first}"]`), [OTHER]: other(`["${second}"]`) }).refused, [OTHER], first);
  });

  test("an address on the site's own host is written as a path", () => {
    const { told, refused } = outcome(alias('["https://probestadt.example/alt.html"]'));
    assert.deepEqual(refused, [PROBE]);
    assert.match(told, /nur den Pfad: \/alt\.html$/);
  });

  test("neither a last slash nor index.html tells two addresses apart: servers do not", () => {
    for (const [first, second] of [
      ["/alt/", "/alt"],
      ["/alt/index.html", "/alt/"],
    ] as const) {
      assert.deepEqual(outcome({ ...alias(`[${first}]`), [OTHER]: other(`[${second}]`) }).refused, [OTHER], `${first} ${second}`);
    }
  });

  test("a release cannot claim the address of another release or page, nor its own", () => {
    for (const taken of ["/2024/06/freibad/", "/2024/06/freibad", "/2024/06/freibad/index.html", "/2024/05/probe/", "/hilfe/"]) {
      const { told, refused } = outcome({ ...alias(`[${taken}]`), "pages/hilfe.md": makeFile({ title: "Hilfe" }, "Text.\n") });
      assert.deepEqual(refused, [PROBE], taken);
      assert.match(told, /gehört schon/, taken);
    }
  });

  test("an address of the archive itself cannot be an old one", () => {
    for (const own of [
      "/index.html",
      "/2024/",
      "/2024",
      "/2024/05/",
      "/2024/05",
      "/themen/wirtschaft/",
      "/en/",
      "/leichte-sprache/x/",
      "/suche/",
      "/daten/manifest.json",
      "/assets/style.css",
      "/sitemap.xml",
      "/robots.txt",
      "/feed.xml",
      "/feed.json",
      "/404.html",
      "/.well-known/security.txt",
    ]) {
      assert.deepEqual(outcome(alias(`[${own}]`)).refused, [PROBE], own);
    }
  });

  test("the address of another release's picture cannot be an old one", () => {
    const { refused } = outcome({
      ...alias("[/2024/06/andere/bild.png]"),
      [OTHER]: makeRelease({ date: "2024-06-10", images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}]" }),
      "releases/2024/06/andere/bild.png": PNG,
    });
    assert.deepEqual(refused, [PROBE]);
  });

  test("a claim is refused where it is written", () => {
    assert.match(outcome(alias("[/alt.html, /suche/]")).told, /^releases\/2024\/05\/probe\.md:7:\d+ error /);
  });

  test("pages and register entries have old addresses under the same rules", () => {
    const page = outcome({ ...alias("[/alt.html]"), "pages/hilfe.md": makeFile({ title: "Hilfe", aliases: "[/alt.html]" }, "Text.\n") });
    assert.deepEqual(page.refused, ["pages/hilfe.md"]);
    const entry = outcome({
      ...alias("[/alt.html]"),
      "registers/people.yml": "petra-probe:\n  name: Petra Probe\n  aliases: [/alt.html]\n",
    });
    assert.match(entry.told, /^registers\/people\.yml:\d+:\d+ error .*\/alt\.html gehört schon .*probe\.md/);
  });

  test("every claim that is wrong is told, and nothing is unaccounted for", () => {
    const { problems, counts } = readWith({ ...alias("[/suche/, /2024/, /2024/06/freibad/]"), [OTHER]: other("[/daten/x/]") });
    assert.equal(problems.length, 4);
    assert.deepEqual(counts, { read: BASE_TEXTS + 2, published: BASE_TEXTS, unpublished: 0, refused: 2 });
  });

  test("a refused release holds no address against others", () => {
    const { refused } = outcome({ [PROBE]: makeRelease({ title: "ab", aliases: "[/alt.html]" }), [OTHER]: other("[/alt.html]") });
    assert.deepEqual(refused, [PROBE]);
  });
});
