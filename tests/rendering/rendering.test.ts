import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import Eleventy, { type BenchmarkGroup, type EleventyConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { readArchive } from "../../src/archive/reading.ts";
import { previewPages } from "../../src/build/preview-pages.ts";
import { render } from "../../src/build/render.ts";
import { createEnvironment } from "../../src/rendering/environment.ts";
import { INPUT, setUpEleventy } from "../../src/rendering/rendering.ts";
import { strictly } from "../../src/rendering/strict.ts";
import { listPages } from "../../src/site/capabilities.ts";
import { createForgetting } from "../engine.ts";
import { filesBelow, makeContent, makeFolder, makeRelease, NOW, PROBE, ROOT, SITE } from "../fixture.ts";

const LAYOUTS = join(ROOT, "layouts");

describe("data of a page", () => {
  test("a property that the data does not have stops the build, however deep, and is named", () => {
    const data = strictly({ release: { title: "x", number: undefined, topics: [{ name: "y" }] } }, "view") as {
      release: Record<string, unknown> & { topics: Record<string, unknown>[] };
    };
    assert.equal(data.release.title, "x");
    assert.equal(data.release.number, undefined);
    assert.equal(data.release.topics.length, 1);
    assert.equal(data.release.topics[0]?.name, "y");
    assert.equal(data.release.topics[7], undefined);
    assert.deepEqual(
      data.release.topics.map(({ name }) => name),
      ["y"],
    );
    assert.throws(() => data.release.titel, /view\.release\.titel gibt es nicht/);
    assert.throws(() => data.release.topics[0]?.nam, /nam gibt es nicht/);
    assert.throws(() => data.release.topics.map((topic) => topic.nam), /nam gibt es nicht/);
  });

  test("an unknown value in a layout stops the build, and what is printed is escaped", () => {
    const environment = createEnvironment();
    assert.throws(() => environment.renderString("{{ nichts }}", {}), /undefined/);
    assert.throws(() => environment.renderString("{{ view.nichts }}", { view: {} }), /undefined/);
    assert.equal(environment.renderString("{{ text }}", { text: "<b>\"&'" }), "&lt;b&gt;&quot;&amp;&#39;");
  });
});

test("nobody is told of Eleventy's own parts, however slow a machine is", async (context) => {
  const warnings = context.mock.method(console, "warn", () => undefined);
  const tellOfSlow = async (isSetUp: boolean) => {
    let benchmarks: BenchmarkGroup | undefined;
    const config = (eleventy: EleventyConfig) => {
      const cache = makeFolder();
      if (isSetUp) setUpEleventy(eleventy, { read: () => Promise.reject(new Error("Nothing is rendered.")), cache });
      benchmarks = eleventy.benchmarkManager.get("Configuration");
    };
    await new Eleventy(INPUT, makeFolder(), { configPath: "", quietMode: true, config }).init();
    const part = benchmarks?.get("a transform");
    part?.before();
    await setTimeout(60);
    part?.after();
    benchmarks?.finish("Configuration", 60);
    return warnings.mock.callCount();
  };
  assert.equal(await tellOfSlow(true), 0);
  assert.equal(await tellOfSlow(false), 1, "by itself Eleventy tells of it");
});

describe("layouts", () => {
  /** Every macro, block with content, and file without either, as `file` or `file#name`; and those that were reached. */
  const known = new Set<string>();
  const reached = new Set<string>();
  const outputs: string[] = [];

  /** Makes every layout say that it is printed: a mark at the beginning of each file, macro and block. */
  function watch(): void {
    const { Environment, Template } = nunjucks as unknown as { Environment: { prototype: Made }; Template: { prototype: Made } };
    const { init } = Environment.prototype;
    Environment.prototype.init = function (...args) {
      init.apply(this, args);
      this.addGlobal?.("reached", (name: string) => {
        reached.add(name);
        return "";
      });
    };
    const compile = Template.prototype.init;
    Template.prototype.init = function (source, environment, path, ...rest) {
      const file = typeof path === "string" ? relative(LAYOUTS, resolve(ROOT, path)) : "..";
      compile.call(this, typeof source === "string" && !file.startsWith("..") ? marked(file, source) : source, environment, path, ...rest);
    };
  }

  function marked(file: string, source: string): string {
    return parts(source).reduceRight(
      (text, { name, end }) => `${text.slice(0, end)}{{ reached("${file}${name}") }}${text.slice(end)}`,
      source,
    );
  }

  /** Where the parts of a layout begin; an empty block is for others to fill. */
  function parts(source: string): { name: string; end: number }[] {
    const named = [...source.matchAll(/\{%-?\s*(?:macro|block)\s+(\w+)[^%]*%\}\n?(?!\{%-?\s*endblock)/g)].map((match) => ({
      name: `#${match[1]}`,
      end: match.index + match[0].length,
    }));
    return named.length > 0 ? named : [{ name: "", end: 0 }];
  }

  before(async () => {
    watch();
    process.chdir(ROOT);
    for (const folder of ["", "macros"]) {
      for (const name of readdirSync(join(LAYOUTS, folder))) {
        if (!name.endsWith(".njk")) continue;
        const file = folder === "" ? name : `${folder}/${name}`;
        for (const part of parts(readFileSync(join(LAYOUTS, file), "utf8"))) known.add(`${file}${part.name}`);
      }
    }
    const cache = join(ROOT, ".cache/tests");
    const now = Date.parse(NOW);
    const forget = await createForgetting(ROOT);
    for (const folder of ["content", "tests/fixtures/musterstadt"]) {
      forget();
      const { archive } = readArchive({ folder, now });
      assert.ok(archive);
      const output = makeFolder();
      outputs.push(output);
      await render({ archive, pages: listPages(archive), output, cache, isStrict: true });
    }
    // What only an editor sees: drafts, and what is wrong with a file.
    const folder = makeContent({
      [PROBE]: makeRelease({ draft: "true" }),
      "releases/2024/06/kaputt.md": makeRelease({ title: "ab", date: "2024-06-10" }),
      "site.yml": `${SITE}repository: https://git.stadt.example/presse/archiv\nform: true\n`,
    });
    const reading = readArchive({ folder, now, preview: true });
    assert.ok(reading.archive);
    const output = makeFolder();
    forget();
    await render({
      archive: reading.archive,
      pages: previewPages(reading.archive, reading, listPages(reading.archive)),
      output,
      cache,
      isStrict: true,
    });
    outputs.push(output);
  });

  test("every layout, block and macro is printed by one of the towns or the preview, none with data that it does not have", () => {
    assert.ok(known.size > 20);
    assert.deepEqual(
      [...known].filter((part) => !reached.has(part)),
      [],
    );
  });

  test("the preview shows what is wrong in place of the home page and of the refused text, and marks drafts", () => {
    const page = (path: string) => String(filesBelow(outputs[2] ?? "").get(path));
    for (const path of ["index.html", "2024/06/kaputt/index.html"]) assert.match(page(path), /kaputt\.md[\s\S]*zu kurz/, path);
    assert.match(page("2024/05/probe/index.html"), /Entwurf/);
    assert.match(page("2024/05/probe/index.html"), /noindex/);
  });

  test("only rendered Markdown and structured data go to the page unescaped", () => {
    const unescaped = [...filesBelow(LAYOUTS)].flatMap(([path, bytes]) =>
      path.endsWith(".njk") ? [...bytes.toString().matchAll(/\{\{[^}]*\|\s*safe\b[^}]*\}\}/g)].map(([whole]) => `${path}: ${whole}`) : [],
    );
    assert.ok(unescaped.length > 0);
    assert.deepEqual(
      unescaped.filter((found) => !/\| (markdown\(|textHtml\b)|\bview\.structuredData\b/.test(found)),
      [],
    );
    for (const [path, bytes] of filesBelow(LAYOUTS)) assert.doesNotMatch(bytes.toString(), /\{%-?\s*(autoescape|include)\b/, path);
  });

  test("every page has a language, a title and one main heading, and shows no value that is missing", () => {
    const pages = outputs.flatMap((output) => [...filesBelow(output)].filter(([path]) => path.endsWith(".html")));
    assert.ok(pages.length > 60);
    for (const [path, bytes] of pages) {
      const html = bytes.toString();
      assert.match(html, /^<!doctype html>/, path);
      assert.match(html, /<html lang="(de|en|de-simple)"/, path);
      assert.match(html, /<title>[^<]+<\/title>/, path);
      // What stands on the page of the editors' form its script makes.
      const isMade = path === "redaktion/index.html" || /http-equiv="refresh"/.test(html);
      if (!isMade) assert.equal(html.match(/<h1[\s>]/g)?.length, 1, `${path} has not one main heading`);
      assert.doesNotMatch(
        html.replace(/<script[\s\S]*?<\/script>/g, ""),
        /\[object Object\]|>undefined<|>null<|\bNaN\b|Invalid DateTime|"undefined"/,
        path,
      );
    }
  });

  test("no two elements of a page share an id, and every reference on a page finds its element", () => {
    let followed = 0;
    for (const output of outputs) {
      for (const [path, bytes] of filesBelow(output)) {
        if (!path.endsWith(".html")) continue;
        const html = bytes.toString();
        const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id);
        assert.deepEqual(
          ids.filter((id, index) => ids.indexOf(id) < index),
          [],
          path,
        );
        const references = [...html.matchAll(/\s(?:href="#([^"]+)"|aria-(?:labelledby|describedby|controls)="([^"]+)")/g)].flatMap(
          ([, link, words]) => (link ?? words ?? "").split(" "),
        );
        assert.deepEqual(
          references.filter((reference) => !ids.includes(reference)),
          [],
          path,
        );
        followed += references.length;
      }
    }
    assert.ok(followed > 100, `${followed} references`);
  });
});

/** A class of Nunjucks as it is made: `init` is its constructor. */
interface Made {
  init: (this: Made, ...args: unknown[]) => void;
  addGlobal?: (name: string, value: unknown) => void;
}
