import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { load } from "js-yaml";
import { DateTime } from "luxon";
import MarkdownIt from "markdown-it";
import { execute } from "../../src/commands/call.ts";
import { check } from "../../src/commands/check.ts";
import { call, run } from "../fixture.ts";
import { command } from "./sample.ts";
import { countWords } from "./text.ts";
import { writeTown } from "./town.ts";

const RELEASES = 200;

/** Every file below a folder: its path and what it holds. */
function readAll(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    paths.filter((path) => statSync(join(folder, path)).isFile()).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

interface Written {
  path: string;
  text: string;
  meta: Record<string, unknown>;
}

function readRelease([path, content]: [string, string]): Written {
  const [, frontMatter = "", text = ""] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/.exec(content) ?? [];
  return { path, text, meta: load(frontMatter) as Record<string, unknown> };
}

describe("the sample town", () => {
  const scratch = mkdtempSync(join(tmpdir(), "sample-"));
  const folder = join(scratch, "town");
  let files: Map<string, string>;
  let releases: Written[];
  let originals: Written[];

  before(() => {
    writeTown(folder, RELEASES, "1");
    files = readAll(folder);
    releases = [...files].filter(([path]) => path.startsWith("releases")).map(readRelease);
    originals = releases.filter(({ path }) => !path.endsWith(".en.md"));
  });

  after(() => rmSync(scratch, { recursive: true }));

  const having = (field: string): number => originals.filter(({ meta }) => field in meta).length;

  test("the same seed gives the same town, byte for byte, under any TZ and LANG", async () => {
    const other = join(scratch, "elsewhere");
    const args = ["--releases", String(RELEASES), "--out", other, "--seed", "1"];
    const elsewhere = { TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    const { code, stderr } = await run([join(import.meta.dirname, "sample.ts"), ...args], elsewhere);
    assert.equal(code, 0, stderr);
    assert.deepEqual(readAll(other), files);
  });

  test("another seed gives another town", () => {
    const other = join(scratch, "other");
    writeTown(other, 20, "zwei");
    const texts = new Set([...files.values()]);
    const same = [...readAll(other)].filter(([path, text]) => path.startsWith("releases") && texts.has(text));
    assert.ok([...readAll(other).keys()].filter((path) => path.startsWith("releases")).length >= 20);
    assert.deepEqual(same, []);
  });

  test("the site's own check finds no error in it", async () => {
    const { code, stdout, stderr } = await call(check, [], { CONTENT: folder });
    assert.equal(code, 0, stdout + stderr);
  });

  test("shares of corrections, versions, withdrawn, aliases and events are as promised", () => {
    assert.equal(originals.length, RELEASES);
    assert.equal(having("corrections"), 6);
    assert.equal(releases.length - originals.length, 4);
    assert.equal(having("withdrawn"), 2);
    assert.equal(having("aliases"), 2);
    assert.equal(having("events"), 1);
  });

  test("a town of a hundred releases or more has a draft and an embargo, however few its share would be", () => {
    assert.equal(having("draft"), 1);
    assert.equal(having("embargo"), 1);
  });

  test("text lengths lie between 300 and 600 words, 440 to 500 in the mean", () => {
    const lengths = originals.map(({ text }) => countWords(text));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    assert.ok(Math.min(...lengths) >= 300, `${Math.min(...lengths)}`);
    assert.ok(Math.max(...lengths) <= 600, `${Math.max(...lengths)}`);
    assert.ok(mean > 440 && mean < 500, `${mean}`);
  });

  test("titles have 30 to 110 characters, summaries 60 to 250", () => {
    for (const { path, meta } of originals) {
      const title = String(meta.title).length;
      const summary = String(meta.summary).length;
      assert.ok(title >= 30 && title <= 110 && summary >= 60 && summary <= 250, `${path}: ${title}, ${summary}`);
    }
  });

  test("every date exists in the town's time zone, lies in the path, and corrections come after it", () => {
    for (const { path, meta } of originals) {
      const content = files.get(path) ?? "";
      const date = /^date: (.*)$/m.exec(content)?.[1] ?? "";
      assert.equal(DateTime.fromISO(date, { zone: "Europe/Berlin" }).toFormat("yyyy-MM-dd'T'HH:mm"), date, path);
      assert.equal(dirname(path), join("releases", date.slice(0, 4), date.slice(5, 7)));
      for (const [, later = ""] of content.matchAll(/^ +(?:- )?date: (.*)$/gm)) assert.ok(later > date, path);
      assert.ok(Array.isArray(meta.topics) && meta.topics.length <= 3, path);
    }
  });

  test("slugs are unique and their releases numbered within each year in the order of time", () => {
    const slugs = originals.map(({ path }) => basename(path, ".md"));
    assert.equal(new Set(slugs).size, slugs.length);
    const numbered = originals
      .map(({ path }) => files.get(path) ?? "")
      .filter((content) => /^number:/m.test(content))
      .map((content) => ({
        date: /^date: (.*)$/m.exec(content)?.[1] ?? "",
        number: Number(/^number: "(\d+)\/\d{4}"$/m.exec(content)?.[1]),
      }))
      .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : one.number - other.number));
    assert.ok(numbered.length > RELEASES / 2, `${numbered.length} are numbered`);
    const latest = new Map<string, number>();
    for (const { date, number } of numbered) {
      const year = date.slice(0, 4);
      assert.equal(number, (latest.get(year) ?? 0) + 1, date);
      latest.set(year, number);
    }
  });

  test("no text holds HTML, a list or number by accident, or a place that was not filled in", () => {
    const markdown = new MarkdownIt({ html: true });
    for (const { path, text } of releases) {
      const tokens = markdown.parse(text, {});
      const kinds = tokens.flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)]);
      assert.deepEqual(
        kinds.filter((kind) => kind.startsWith("html")),
        [],
        path,
      );
      assert.doesNotMatch(text, /[{}]|undefined|NaN| {2}| [,.]|,,|„“/, path);
      assert.doesNotMatch(text, /^\d+\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/m, path);
    }
  });

  test("telephone numbers and addresses are fictional", () => {
    const whole = [...files.values()].join("\n");
    assert.match(whole, /\b030 23125 \d{3}\b/);
    assert.match(whole, /@[\w.-]+\.example\b/);
    for (const [path, content] of files) {
      for (const [number] of content.matchAll(/\b0\d{2,4} \d{4,}(?: \d+)?/g)) assert.match(number, /^030 23125 \d{3}$/, path);
      for (const [, host = ""] of content.matchAll(/(?:https?:\/\/|@)([\w.-]+\w)/g)) assert.match(host, /\.example$/, path);
    }
  });
});

describe("npm run sample", () => {
  const scratch = mkdtempSync(join(tmpdir(), "sample-"));

  after(() => rmSync(scratch, { recursive: true }));

  const refused = async (args: string[], message: RegExp): Promise<void> => {
    const { code, stdout, stderr } = await call((given, environment) => execute(command, given, environment), args);
    assert.equal(code, 2, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n\s+at /);
  };

  test("an output folder that is not empty is refused with exit 2 and left alone", async () => {
    const full = join(scratch, "full");
    mkdirSync(full);
    writeFileSync(join(full, "notiz.txt"), "bleibt");
    await Promise.all([refused(["--out", full], /ist nicht leer/), refused(["--out", join(full, "notiz.txt")], /ist kein Ordner/)]);
    assert.deepEqual(readAll(full), new Map([["notiz.txt", "bleibt"]]));
  });

  test("unknown option exits 2, as do a superfluous word, a missing folder and a number out of range", async () => {
    const out = join(scratch, "never");
    await Promise.all([
      refused(["--out", out, "--relases", "5"], /--relases gibt es nicht/),
      refused([out], /ist zu viel/),
      refused(["--releases", "5"], /--out/),
      refused(["--out", out, "--releases", "200001"], /1 bis 200000/),
    ]);
    assert.deepEqual(readdirSync(scratch).includes("never"), false);
  });

  test("--help says in German what can be given", async () => {
    const { code, stdout } = await call((given, environment) => execute(command, given, environment), ["--help"]);
    assert.equal(code, 0);
    assert.match(stdout, /--out ORDNER/);
  });
});
