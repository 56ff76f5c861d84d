import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  assertNowhere,
  type Build,
  build,
  buildSoundly,
  type Fields,
  type Files,
  filesBelow,
  layFiles,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  NOW,
  nothingBefore,
  PNG,
  PROBE,
  placesOf,
  ROOT,
  run,
  SITE,
  snapshot,
} from "../fixture.ts";

const MUSTERSTADT = "tests/fixtures/musterstadt";

/** The paths at which two sites differ, each with what is wrong; empty where they are the same to the byte. */
function differences(first: string, second: string): string[] {
  const [a, b] = [snapshot(first), snapshot(second)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((path) => a[path] !== b[path])
    .map(
      (path) => `${path}: ${a[path] === undefined ? "only in the second" : b[path] === undefined ? "only in the first" : "other bytes"}`,
    );
}

/** A failed build: it says why in German, without a program's stack, and publishes nothing. */
function assertRefused({ code, stdout, stderr, output }: Build, ...says: RegExp[]): void {
  assert.equal(code, 1, `${stdout}${stderr}`);
  for (const expected of says) assert.match(stderr, expected);
  assert.doesNotMatch(`${stdout}${stderr}`, /^\s+at .*[:(]/m);
  assert.doesNotMatch(stderr, /\b(ENOENT: no such|TypeError|ReferenceError|undefined|Cannot read|Unexpected)\b/);
  assert.deepEqual([...filesBelow(output).keys()], []);
  assert.deepEqual(
    readdirSync(dirname(output)).filter((name) => name.startsWith(`.${basename(output)}`)),
    [],
  );
}

describe("the same content makes the same site", { concurrency: 2 }, () => {
  let first: Build;
  before(async () => {
    // In a folder of its own, as a city's: relative folders are counted from there, the layouts are the software's.
    const city = makeFolder();
    const settings = { CONTENT: relative(city, join(ROOT, MUSTERSTADT)), OUTPUT: "site", CACHE: join(ROOT, ".cache/tests"), NOW };
    first = { ...(await run([join(ROOT, "src/commands/build.ts")], settings, city)), output: join(city, "site") };
    assert.equal(first.code, 0, first.stderr);
  });

  test("to the byte: elsewhere, in another time zone and language, with files laid down in another order", async () => {
    const reversed = join(makeFolder(), "ein anderer Ort", "inhalt");
    for (const [path, bytes] of [...filesBelow(join(ROOT, MUSTERSTADT))].reverse()) layFiles(reversed, { [path]: bytes });
    const second = await buildSoundly(reversed, { environment: { TZ: "Asia/Tokyo", LANG: "C", LC_ALL: "C" }, isAlone: true });
    assert.ok(filesBelow(first.output).size > 40);
    assert.deepEqual(differences(first.output, second.output), []);
  });

  test("to the byte: by npm run build and by plain Eleventy", async () => {
    const output = join(makeFolder(), "site");
    const settings = { CONTENT: MUSTERSTADT, OUTPUT: output, CACHE: ".cache/tests", NOW };
    const { code, stderr, stdout } = await run([join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"), "--config=.eleventy.ts"], settings);
    assert.equal(code, 0, `${stdout}${stderr}`);
    assert.deepEqual(differences(first.output, output), []);
  });

  test("a build says what became of every text", () => {
    const [, ...counts] = /Gelesen (\d+) = veröffentlicht (\d+) \+ nicht öffentlich (\d+) \+ abgewiesen (\d+)/.exec(first.stdout) ?? [];
    const [all = 0, published = 0, unpublished = 0, refused = 0] = counts.map(Number);
    const texts = [...filesBelow(join(ROOT, MUSTERSTADT)).keys()].filter((path) => path.endsWith(".md"));
    assert.equal(all, texts.length);
    assert.equal(all, published + unpublished + refused);
    assert.ok(unpublished > 0 && refused === 0);
  });

  test("the output names neither the computer's folders nor the moment of the build", () => {
    assert.ok(placesOf("Musterstadt", first.output).length > 40);
    for (const word of [ROOT, "/tmp/", ".staged"]) assert.deepEqual(placesOf(word, first.output), [], word);
  });

  test("no file is empty, and whoever serves the site can read every one", () => {
    const files = filesBelow(first.output);
    assert.ok(files.size > 40);
    for (const [path, bytes] of files) {
      assert.ok(bytes.length > 0, path);
      assert.equal(statSync(join(first.output, path)).mode & 0o044, 0o044, path);
    }
  });
});

describe("the call", { concurrency: 2 }, () => {
  test("--help explains the build and builds nothing", async () => {
    const helped = await build(makeContent(), { args: ["--help"] });
    assert.equal(helped.code, 0);
    for (const word of [/--without-refused/, /CONTENT/, /OUTPUT/, /NOW/]) assert.match(helped.stdout, word);
    assert.ok(!existsSync(helped.output));
  });

  test("an unknown option is a wrong call and builds nothing", async () => {
    const { code, stderr, output } = await build(makeContent(), { args: ["--schnell"] });
    assert.equal(code, 2);
    assert.match(stderr, /--without-refused/);
    assert.ok(!existsSync(output));
  });
});

describe("content that cannot be built", { concurrency: 2 }, () => {
  test("a content folder that is not there is named", async () => {
    assertRefused(
      await build(join(makeFolder(), "inhalt")),
      /inhalt:1:1 .*Ordner lässt sich nicht lesen \(nicht vorhanden\)/,
      /site\.yml:1:1 .*Einstellungen fehlen/,
    );
  });

  test("a file in the place of a folder, and a folder in the place of a file, are named", async () => {
    const content = makeContent({ registers: null, "site.yml": null });
    layFiles(content, { registers: "x" });
    mkdirSync(join(content, "site.yml"));
    assertRefused(await build(content), /registers:1:1 /, /site\.yml:1:1 /);
  });

  test("two pages with one address are both named", async () => {
    const pages = makeContent({
      "pages/404.md": makeFile({ title: "Nicht gefunden" }, "Text.\n"),
      "pages/404.en.md": makeFile({ title: "Not found" }, "Text.\n"),
    });
    assertRefused(await build(pages), /pages\/404\.en\.md/, /pages\/404\.md/);
  });

  test("all mistakes of all files are told at once, each with path, line and column", async () => {
    const built = await build(
      makeContent({
        "releases/2024/05/eins.md": makeRelease({ title: "ab", department: "preseamt" }),
        "releases/2024/05/zwei.md": "---\ntitle: Rat: Haushalt\n---\n\nText\n",
        "releases/2024/05/drei.md": makeRelease({}, "Ein <b>Wort</b>.\n"),
        "releases/2024/05/vier.md": Buffer.from("---\ntitle: Größe\n---\n", "latin1"),
        "releases/2024/06/fuenf.md": makeRelease({ date: "2024-06-10", aliases: "[/alt.html]" }),
        "releases/2024/06/sechs.md": makeRelease({ date: "2024-06-10", aliases: "[/alt.html]" }),
        "registers/places.yml": "Markt: {name: Markt}\n",
        "pages/index.md": makeFile({ title: "Seite" }, "Text.\n"),
        "comments/2024/05/nirgends/01-x.md": makeFile({ name: "Maria", date: "2024-05-11" }, "Text.\n"),
        "lose.txt": "x",
      }),
    );
    const places = [
      "eins.md:2:1",
      "eins.md:5:1",
      "zwei.md:2:8",
      "drei.md:9:5",
      "vier.md:2:10",
      "places.yml:1:1",
      "index.md:1:1",
      "01-x.md:1:1",
      "lose.txt:1:1",
    ];
    assertRefused(
      built,
      ...places.map((place) => new RegExp(place.replaceAll(".", "\\."))),
      /sechs\.md:\d+:\d+ .*\/alt\.html gehört schon .*fuenf\.md/,
      /Gelesen 11 = veröffentlicht 3 \+ nicht öffentlich 0 \+ abgewiesen 8/,
    );
  });
});

describe("an urgent build without what was refused", () => {
  const image = "[{file: bus.png, alt: Der Bücherbus, credit: Stadt}]";
  const english = (fields: Fields = {}) =>
    makeFile({ title: "English FASSUNG", summary: "A version of the release in English.", ...fields }, "FASSUNG in English.\n");
  const at = (name: string) => `releases/2024/05/${name}.md`;
  const sound: Files = {
    [at("kaputt")]: makeRelease({ images: image }, "KAPUTT-TEXT\n\n![Der Bus](bus.png)\n"),
    "releases/2024/05/kaputt/bus.png": PNG,
    [at("zurueck")]: makeRelease({}, "ZURUECK-TEXT\n"),
    [at("entwurf")]: makeRelease({}, "ENTWURF-TEXT\n"),
    [at("sperre")]: makeRelease({}, "SPERRE-TEXT\n"),
    [at("original")]: makeRelease({}, "ORIGINAL-TEXT\n"),
    [at("original.en")]: english(),
    [at("beide")]: makeRelease({}, "BEIDE-TEXT\n"),
    [at("beide.en")]: english(),
    [at("spaeter")]: makeRelease({}, "SPAETER-TEXT\n"),
    [at("spaeter.en")]: english(),
    "pages/hilfe.md": makeFile({ title: "Hilfe" }, "HILFE-TEXT\n"),
  };
  const broken: Files = {
    [at("kaputt")]: makeRelease({ title: "ab", images: image }, "KAPUTT-NEU\n"),
    [at("zurueck")]: makeRelease({ title: "ab", withdrawn: "{date: 2024-05-20, reason: Ein Irrtum.}" }, "ZURUECK-NEU\n"),
    [at("entwurf")]: makeRelease({ title: "Rat: Haushalt", draft: "ja" }, "ENTWURF-NEU\n"),
    [at("sperre")]: makeRelease({ title: "ab", embargo: "2030-01-01" }, "SPERRE-NEU\n"),
    // The original is withdrawn in good order; only its version has a slip.
    [at("original")]: makeRelease({ withdrawn: "{date: 2024-05-20, reason: Ein Irrtum.}" }, "ORIGINAL-NEU\n"),
    [at("original.en")]: english({ title: "ab" }),
    // The original is withdrawn with a slip; its version is sound.
    [at("beide")]: makeRelease({ title: "ab", withdrawn: "{date: 2024-05-20, reason: Ein Irrtum.}" }, "BEIDE-NEU\n"),
    // The original went back under embargo; its version has a slip.
    [at("spaeter")]: makeRelease({ embargo: "2030-01-01" }, "SPAETER-NEU\n"),
    [at("spaeter.en")]: english({ title: "ab" }),
    "pages/hilfe.md": makeFile({ title: "ab" }, "HILFE-NEU\n"),
    [at("neu")]: makeRelease({}, "EILMELDUNG\n"),
    [at("neu-kaputt")]: makeRelease({ title: "ab" }, "NEU-KAPUTT\n"),
  };
  let content: string;
  let live: Record<string, string>;
  let urgent: Build;
  before(async () => {
    content = makeContent(sound);
    const { output } = await buildSoundly(content);
    live = snapshot(output);
    layFiles(content, broken);
    const stopped = await build(content, { output });
    assert.equal(stopped.code, 1);
    assert.deepEqual(snapshot(output), live, "a build that fails changed the live site");
    urgent = await build(content, { output, args: ["--without-refused"] });
  });

  /** Where a word stands on the site of before. */
  const placesBefore = (word: string) => Object.keys(live).filter((path) => live[path]?.includes(word));

  /** Asserts that nothing is online any more of a text that was public. */
  function assertGone(word: string): void {
    assert.notDeepEqual(placesBefore(word), [], `${word} was not public before`);
    assert.deepEqual(placesOf(word, urgent.output), [], word);
  }

  /** Asserts that the pages of a release's English version are not online with their text any more. */
  function assertVersionGone(name: string): void {
    const own = (paths: string[]) => paths.filter((path) => path.startsWith(`en/2024/05/${name}`));
    assert.notDeepEqual(own(placesBefore("FASSUNG")), []);
    assert.deepEqual(own(placesOf("FASSUNG", urgent.output)), []);
  }

  test("it succeeds and publishes what is sound", () => {
    assert.equal(urgent.code, 0, urgent.stderr);
    assert.match(String(filesBelow(urgent.output).get("2024/05/neu/index.html")), /EILMELDUNG/);
  });

  test("it names what it left out, and what is wrong with it", () => {
    for (const name of ["kaputt", "zurueck", "entwurf", "sperre", "original.en", "beide", "beide.en", "spaeter.en", "neu-kaputt"]) {
      assert.ok(urgent.stdout.split("ACHTUNG")[1]?.includes(`2024/05/${name}.md`), `${name} is not named in\n${urgent.stdout}`);
      assert.match(urgent.stderr, new RegExp(`2024/05/${name.replace(".", "\\.")}\\.md:\\d+:\\d+ `));
    }
    assert.match(urgent.stdout, /ACHTUNG.*pages\/hilfe\.md/);
  });

  test("what was published of a refused text stays at its address, with its pictures, to the byte", () => {
    const files = snapshot(urgent.output);
    const earlier = Object.keys(live).filter((path) => /^(2024\/05\/kaputt|hilfe)\//.test(path));
    assert.ok(earlier.length >= 3, earlier.join());
    for (const path of earlier) assert.equal(files[path], live[path], path);
    assertNowhere("KAPUTT-NEU", { content, output: urgent.output });
  });

  test("a refused text that was never published does not appear", () => {
    assertNowhere("NEU-KAPUTT", { content, output: urgent.output });
    assert.ok(!existsSync(join(urgent.output, "2024/05/neu-kaputt")));
  });

  test("what a refused text itself withdraws, takes back as a draft or puts under embargo does not stay", () => {
    for (const mark of ["ZURUECK-", "ENTWURF-", "SPERRE-"]) assertGone(mark);
  });

  test("a refused version of a release that was withdrawn does not stay", () => {
    assertGone("ORIGINAL-");
    assertVersionGone("original");
  });

  test("a sound version of a refused release that says withdrawn does not stay", () => {
    assertGone("BEIDE-");
    assertVersionGone("beide");
  });

  test("a refused version of a release that went back under embargo does not stay", () => {
    assertGone("SPAETER-");
    assertVersionGone("spaeter");
  });

  test("mended, the site is as if nothing had been wrong, with an empty cache as with a full one", async () => {
    layFiles(content, { ...sound, [at("neu-kaputt")]: null, [at("neu")]: null });
    await buildSoundly(content, { output: urgent.output, args: nothingBefore(), environment: { CACHE: makeFolder() } });
    assert.deepEqual(snapshot(urgent.output), live);
  });

  test("with a broken register nothing is left out: nobody knows what the rest means", async () => {
    assertRefused(
      await build(makeContent({ "registers/places.yml": "Markt: {name: Markt}\n" }), { args: ["--without-refused"] }),
      /places\.yml:1:1/,
    );
  });
});

describe("nothing in the content is run", { concurrency: 2 }, () => {
  const programs = (pwned: string): Files => {
    const script = `require("fs").writeFileSync(${JSON.stringify(pwned)}, "x"); module.exports = class { render() { return "PWNED"; } };`;
    const module = `import fs from "node:fs"; fs.writeFileSync(${JSON.stringify(pwned)}, "x"); export default () => "PWNED";`;
    const template = `{{ "PWNED" }}{% set x = range.constructor("return process")().mainModule.require("fs").writeFileSync(${JSON.stringify(pwned)}, "x") %}`;
    return Object.fromEntries(
      ["", "releases/", "releases/2024/05/", "pages/", "comments/2024/06/freibad/", "registers/", "assets/"].flatMap((folder) => [
        [`${folder}programm.11ty.js`, script],
        [`${folder}programm.11ty.mjs`, module],
        [`${folder}programm.11tydata.js`, script],
        [`${folder}programm.njk`, template],
        [`${folder}programm.liquid`, template],
      ]),
    );
  };

  test("a program or template in the content is refused by name, never run and never published", async () => {
    const [pwned, proof] = [join(makeFolder(), "pwned"), join(makeFolder(), "pwned")];
    const outside = makeFolder();
    layFiles(outside, programs(proof));
    for (const name of ["programm.11ty.js", "programm.11ty.mjs"]) {
      await import(pathToFileURL(join(outside, name)).href);
      assert.ok(existsSync(proof), `where it is run, ${name} leaves its mark`);
      rmSync(proof);
    }
    const files: Files = {
      ...programs(pwned),
      ".eleventy.js": `require("fs").writeFileSync(${JSON.stringify(pwned)}, "x")`,
      "eleventy.config.js": "",
      "package.json": '{"type": "module"}',
      "_data/site.js": "export default 1",
    };
    const inRelease = Object.fromEntries(
      Object.entries(programs(pwned)).flatMap(([path, text]) => (path.includes("/") ? [] : [[`releases/2024/05/probe/${path}`, text]])),
    );
    const content = makeContent({ ...files, ...inRelease, [PROBE]: makeRelease() });
    const refused = await build(content);
    assertRefused(refused);
    assert.ok(!existsSync(pwned), "a file of the content was run");
    const urgent = await build(content, { args: ["--without-refused"] });
    assert.equal(urgent.code, 0, urgent.stderr);
    assert.ok(!existsSync(pwned), "a file of the content was run");
    assertNowhere("PWNED", { content, output: urgent.output });
    assert.deepEqual(
      [...filesBelow(urgent.output).keys()].filter((path) => /programm|eleventy|package/.test(path)),
      [],
    );
    assert.deepEqual(
      Object.keys(files).filter((path) => !refused.stderr.includes(`${path}:1:1  Fehler`)),
      [],
      "these were not refused",
    );
  });

  test("template marks are printed as written, everywhere on the page, and nothing in a field is HTML", async () => {
    const mark = '{{ 7*7 }} {% raw %} {# x #} <script>alert(1)</script> & "Zitat" \' #{1+1}';
    const quoted = `'${mark.replaceAll("'", "''")}'`;
    const content = makeContent({
      "site.yml": SITE.replace("name: Stadt Probestadt\n", `name: '{{ 7*7 }} <b>Fett</b>'\n`),
      "registers/people.yml": `petra-probe:\n  name: ${quoted}\n`,
      [PROBE]: makeRelease(
        {
          title: quoted,
          summary: quoted,
          people: `[{id: petra-probe, role: ${quoted}}]`,
          number: "'{{ 7*7 }}'",
          corrections: `[{date: 2024-05-11, note: ${quoted}}]`,
          comments: "open",
        },
        "{{ 7*7 }} {% raw %} {# x #}\n",
      ),
      "comments/2024/05/probe/01-x.md": makeFile({ name: "'{{ 7*7 }}'", date: "2024-05-11" }, "{% include 'base.njk' %}\n"),
      "pages/hilfe.md": makeFile({ title: quoted, summary: quoted }, "{{ 7*7 }}\n"),
    });
    const { output } = await buildSoundly(content);
    for (const [path, bytes] of filesBelow(output)) {
      if (!path.endsWith(".html")) continue;
      const html = bytes.toString();
      assert.doesNotMatch(html, /<script>alert|<b>Fett/, path);
      assert.doesNotMatch(html, /\b49\b/, path);
    }
    const page = String(filesBelow(output).get("2024/05/probe/index.html"));
    assert.match(
      page,
      /<h1[^>]*>\{\{ 7\*7 \}\} \{% raw %\} \{# x #\} &lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;Zitat&quot; &#39; #\{1\+1\}<\/h1>/,
    );
    assert.match(page, /<p>\{\{ 7\*7 \}\} \{% raw %\} \{# x #\}<\/p>/);
    assert.match(page, /\{% include 'base\.njk' %\}/);
    const data = [...page.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
    assert.equal(data.length, 1);
    for (const [, json = ""] of data) assert.doesNotThrow(() => JSON.parse(json), json);
  });
});
