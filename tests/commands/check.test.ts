import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { before, describe, test } from "node:test";
import { check as command } from "../../src/commands/check.ts";
import { readSettings } from "../../src/commands/settings.ts";
import { PROBLEM_IDS } from "../../src/problem-ids.ts";
import { call, type Files, makeContent, makeFile, makeRelease, NOW, PROBE, ROOT, type Run, run, snapshot } from "../fixture.ts";

const check = (content: string, ...args: string[]): Promise<Run> => call(command, args, { CONTENT: content, NOW });
const checkAlone = (content: string, ...args: string[]): Promise<Run> =>
  run([join(ROOT, "src/commands/check.ts"), ...args], { CONTENT: content, NOW });

/** A folder with two errors in one file, one in another, and a hint. */
const FAULTY: Files = {
  [PROBE]: makeRelease({ title: "ab", kind: "brief" }, `${"Text ".repeat(30)}<b>fett</b>\n`),
  "releases/2024/05/andere.md": "---\ntitle: Rat: 100 %, Haushalt\n---\n\nText\n",
  "releases/2024/05/steuer.md": "---\ntitle: \u001b[31mrot\n---\n\nText\n",
  "releases/2024/06/freibad/vergessen.png": "x",
  "pages/hilfe.md": makeFile({ title: "Hilfe", draft: "true", titel: "x" }, "Text.\n"),
};

describe("checking", { concurrency: 2 }, () => {
  const content = makeContent(FAULTY);
  const present = snapshot(content);
  const formats: Record<string, Run> = {};
  before(async () => {
    formats.text = await checkAlone(content, "--format", "text");
    for (const name of ["github", "gitlab", "json"]) formats[name] = await check(content, "--format", name);
  });
  const said = (name: string) => formats[name]?.stdout ?? "";

  test("errors answer with 1, in every format, and the content is left as it is", () => {
    assert.equal(Object.keys(formats).length, 4);
    for (const [name, { code, stderr }] of Object.entries(formats)) assert.deepEqual([name, code, stderr], [name, 1, ""]);
    assert.deepEqual(snapshot(content), present);
  });

  test("hints alone answer with 0", async () => {
    const { code, stdout } = await check(makeContent({ [PROBE]: makeRelease({ title: "ab", draft: "true" }) }));
    assert.equal(code, 0, stdout);
    assert.match(stdout, /0 Fehler, 1 Hinweis$/m);
    assert.match(stdout, /probe\.md:2:1 {2}Hinweis: /);
  });

  test("every problem is told with path, line, column and what to do, ordered by file", () => {
    const places = [...said("text").matchAll(/^ {2}(\S+):(\d+):(\d+) {2}(Fehler|Hinweis): /gm)].map(
      ([, path = "", line, column, kind]) => `${path.slice(content.length + 1)}:${line}:${column} ${kind}`,
    );
    assert.deepEqual(places, [
      "pages/hilfe.md:4:1 Hinweis",
      "releases/2024/05/andere.md:2:8 Fehler",
      `${PROBE}:2:1 Fehler`,
      `${PROBE}:7:1 Fehler`,
      `${PROBE}:10:151 Fehler`,
      `${PROBE}:10:158 Fehler`,
      "releases/2024/05/steuer.md:2:8 Fehler",
      "releases/2024/06/freibad/vergessen.png:1:1 Hinweis",
    ]);
    assert.match(said("text"), /6 Fehler, 2 Hinweise\n$/);
    assert.match(said("text"), /Fehler: Im Wert steht ein Doppelpunkt .* \[yaml-colon-in-value\]$/m);
    assert.match(said("text"), /Gelesen 6 = veröffentlicht 2 \+ nicht öffentlich 1 \+ abgewiesen 3/);
  });

  test("the place in the line is marked below it, also far to the right", () => {
    const lines = said("text").split("\n");
    const marks = lines.flatMap((line, index) => (/^ +\^$/.test(line) ? [(lines[index - 1] ?? "").slice(line.indexOf("^"))] : []));
    assert.ok(
      marks.some((rest) => rest.startsWith("Rat: 100 %")),
      marks.join("\n"),
    );
    assert.ok(
      marks.some((rest) => rest.startsWith("<b>fett</b>")),
      marks.join("\n"),
    );
    assert.ok(lines.every((line) => line.length < 400));
  });

  test("control characters of a file never reach the terminal", () => {
    for (const name of Object.keys(formats)) assert.match(said(name), /steuer\.md/, name);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
    for (const name of Object.keys(formats)) assert.doesNotMatch(said(name), /[\x00-\x09\x0b-\x1f\x7f]/, name);
  });

  test("GitHub gets an annotation a problem, with what its syntax needs escaped", () => {
    const lines = said("github").trim().split("\n");
    assert.equal(lines.filter((line) => line.startsWith("::error ")).length, 6);
    assert.equal(lines.filter((line) => line.startsWith("::notice ")).length, 2);
    assert.match(said("github"), /^::error file=\S*andere\.md,line=2,col=8,title=yaml-colon-in-value::Im Wert steht ein Doppelpunkt/m);
  });

  test("GitLab gets a Code Quality report whose fingerprints are all different", () => {
    const issues = JSON.parse(said("gitlab")) as {
      description: string;
      check_name: string;
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    }[];
    assert.equal(issues.length, 8);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 8);
    assert.deepEqual(new Set(issues.map(({ check_name }) => check_name).slice(0, 2)), new Set(["field-unknown", "yaml-colon-in-value"]));
    for (const { description, severity, location } of issues) {
      assert.ok(description.length > 10 && location.lines.begin >= 1);
      assert.match(severity, /^(info|minor|major|critical|blocker)$/);
    }
  });

  test("programs get everything as JSON", () => {
    const report = JSON.parse(said("json")) as {
      counts: Record<string, number>;
      problems: { id: string; path: string; line: number; column: number; severity: string }[];
      unpublished: { reason: string }[];
      refused: string[];
    };
    assert.deepEqual(report.counts, { read: 6, published: 2, unpublished: 1, refused: 3 });
    assert.equal(report.problems.length, 8);
    for (const { id } of report.problems) assert.ok(Object.hasOwn(PROBLEM_IDS, id), id);
    assert.deepEqual(
      report.unpublished.map(({ reason }) => reason),
      ["draft"],
    );
    assert.equal(report.refused.length, 3);
  });

  test("the content that comes with the software is without a fault", async () => {
    const towns = await Promise.all(["content", "tests/fixtures/musterstadt"].map((town) => check(town)));
    for (const { code, stdout } of towns) {
      assert.equal(code, 0, stdout);
      assert.match(stdout, /^0 Fehler, 0 Hinweise$/m);
    }
  });

  test("--help explains the check", async () => {
    const { code, stdout } = await check(content, "--help");
    assert.equal(code, 0);
    assert.match(stdout, /--format[\s\S]*github[\s\S]*gitlab[\s\S]*json/);
  });

  test("a wrong call answers with 2 and says what is possible", async () => {
    const { code, stderr } = await check(content, "--format", "toString");
    assert.equal(code, 2);
    assert.match(stderr, /--format/);
    assert.doesNotMatch(stderr, /^\s+at /m);
  });
});

describe("what the environment says", () => {
  test("folders are counted from the package's root, and those below it are told short", () => {
    assert.deepEqual(readSettings({ CONTENT: "tests/x", OUTPUT: join(ROOT, "fertig"), CACHE: "../daneben", NOW }), {
      content: join("tests", "x"),
      output: "fertig",
      cache: resolve(ROOT, "../daneben"),
      now: Date.parse(NOW),
    });
    const standard = readSettings({ CONTENT: "", NOW: "" });
    assert.deepEqual([standard.content, standard.output, standard.cache], ["content", "_site", ".cache"]);
    assert.ok(Math.abs(standard.now - Date.now()) < 60_000);
  });

  test("a moment that is none is refused with an example", () => {
    assert.throws(() => readSettings({ NOW: "morgen" }), /NOW=morgen.*NOW=2017/);
  });

  test("a moment without an offset is refused: it would mean another hour on another computer", () => {
    assert.throws(() => readSettings({ NOW: "2017-12-01T08:00:00" }), /NOW=/);
  });
});
