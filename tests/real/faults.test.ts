import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { build, copyProject, type Files, layFiles, makeContent, makeFolder, makeRelease, NOW, PDF, PNG, PROBE } from "../fixture.ts";
import { type Builder, type Ended, forkBuild, startBuilder } from "./project.ts";
import { mountSmall } from "./tools.ts";
import { assertSameTree, differences, pathsBelow, treeOf } from "./trees.ts";

const project = copyProject();

/** The release that tests edit, with a picture, an attachment and a comment. */
const edited = (title: string, text?: string) =>
  makeRelease(
    { title, images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}]", attachments: "[{file: plan.pdf, title: Plan}]", comments: "open" },
    text,
  );

/** A town with a picture, an attachment, a version, a comment and an embargo. */
const TOWN: Files = {
  [PROBE]: edited("Bücherbus fährt jetzt auch samstags"),
  "releases/2024/05/probe/bild.png": PNG,
  "releases/2024/05/probe/plan.pdf": PDF,
  "releases/2024/05/probe.en.md": "---\ntitle: Book bus\nsummary: The book bus runs on Saturdays from now on.\n---\nThe book bus.\n",
  "comments/2024/05/probe/01-leser.md": "---\nname: Leser\ndate: 2024-05-11\n---\nSchön!\n",
  "releases/2026/12/frist.md": makeRelease(
    { title: "Die Sperrfrist ist vorbei", date: "2026-12-10", embargo: "2026-12-20T10:00" },
    "Geheim bis zuletzt.\n",
  ),
};

interface Place {
  content: string;
  output: string;
  cache: string;
}

function makePlace(content = makeContent(TOWN)): Place {
  const folder = makeFolder();
  return { content, output: join(folder, "site"), cache: join(folder, "cache") };
}

const environmentOf = ({ content, output, cache }: Place, now = NOW) => ({ CONTENT: content, OUTPUT: output, CACHE: cache, NOW: now });

/** Builds in a running process. */
async function buildBy(builder: Builder, place: Place, now = NOW, args: readonly string[] = []): Promise<Ended> {
  return builder.build(args, environmentOf(place, now));
}

/** What a build from nothing makes of a content. */
async function fromNothing(builder: Builder, content: string, now = NOW): Promise<string> {
  const place = makePlace(content);
  const { code, said } = await buildBy(builder, place, now);
  assert.equal(code, 0, said);
  return place.output;
}

/** A message for editors: in German, and no stack. */
function assertClear(said: string): void {
  assert.doesNotMatch(said, /^\s+at /m);
  assert.match(said, /[a-zäöü]{3,}/, "no word is said");
  assert.doesNotMatch(said, /^(Error|TypeError|E[A-Z]{3,}:)/m, said);
}

type Damage = (path: string) => void;

const flip: Damage = (path) => {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * 0.6);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  // As a failing disk does it: in place.
  writeFileSync(path, bytes);
};

/** Ways in which a file goes bad. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  truncated: (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  emptied: (path) => truncateSync(path, 0),
  "one bit flipped": flip,
  "replaced by a folder": (path) => {
    rmSync(path);
    mkdirSync(join(path, "darin"), { recursive: true });
    writeFileSync(join(path, "darin", "etwas"), "x");
  },
  "made unreadable": (path) => chmodSync(path, 0),
  gone: (path) => rmSync(path),
};

describe("a damaged cache", { concurrency: 2 }, () => {
  for (const [name, damage] of Object.entries(DAMAGES)) {
    test(`each file of the cache ${name}: the site is right all the same`, async () => {
      const builder = startBuilder(project);
      const place = makePlace();
      await buildBy(builder, place);
      const expected = treeOf(place.output);
      const files = pathsBelow(place.cache).filter((path) => !path.endsWith("/") && !path.includes("/spare/"));
      assert.ok(files.length > 5, files.join());
      for (const file of files) {
        const path = join(place.cache, file);
        if (!existsSync(path)) continue;
        damage(path);
        // A process of its own each time would not remember the pictures that it has made.
        if (file.startsWith("pictures/")) builder.restart();
        // All is made anew that the record does not vouch for: then pictures come from the cache.
        if (file.startsWith("pictures/"))
          for (const output of readdirSync(join(place.cache, "outputs")))
            rmSync(join(place.cache, "outputs", output, "record"), { force: true });
        const { code, said } = await buildBy(builder, place);
        assert.equal(code, 0, `${file}: ${said}`);
        const found = differences(treeOf(place.output), expected);
        assert.deepEqual(found, [], `after ${file} was ${name}`);
      }
      builder.restart();
    });
  }

  test("folders of the cache replaced by files, and files by folders", async () => {
    const builder = startBuilder(project);
    const place = makePlace();
    await buildBy(builder, place);
    const expected = treeOf(place.output);
    const folders = pathsBelow(place.cache).filter((path) => path.endsWith("/") && !path.includes("/spare/"));
    assert.ok(folders.length >= 3, folders.join());
    for (const folder of folders) {
      const path = join(place.cache, folder);
      if (!existsSync(path)) continue;
      rmSync(path, { recursive: true });
      writeFileSync(path.slice(0, -1), "kein Ordner");
      const { code, said } = await buildBy(builder, place);
      if (code !== 0) {
        assertClear(said);
        rmSync(path.slice(0, -1), { recursive: true });
      }
      assert.deepEqual(differences(treeOf(place.output), expected), [], folder);
    }
    assert.equal((await buildBy(builder, place)).code, 0);
    builder.restart();
  });

  test("a cache of another version of the program is not believed", async () => {
    const other = copyProject();
    appendFileSync(join(other, "src/content/registers.ts"), "\n// andere Fassung\n");
    const place = makePlace();
    const [first, second] = [startBuilder(project), startBuilder(other)];
    await buildBy(first, place);
    const { code, said } = await buildBy(second, place);
    assert.equal(code, 0, said);
    const [, all, made] = /(\d+) Dateien in .*davon (\d+) neu/.exec(said) ?? [];
    assert.ok(Number(made) > Number(all) / 2, said);
    assertSameTree(place.output, await fromNothing(second, place.content));
    first.restart();
    second.restart();
  });
});

/** Ways in which somebody meddles with a tree of pages. */
const MEDDLINGS: Readonly<Record<string, (tree: string) => void>> = {
  "a page truncated": (tree) => truncateSync(join(tree, "index.html"), 100),
  "a page emptied": (tree) => truncateSync(join(tree, "2024/05/probe/index.html"), 0),
  "a page deleted": (tree) => rmSync(join(tree, "2024/05/probe/index.html")),
  "the manifest deleted": (tree) => rmSync(join(tree, "daten/manifest.json")),
  "the manifest edited": (tree) => appendFileSync(join(tree, "daten/manifest.json"), "x"),
  "a page edited in place, as long as before": (tree) => flip(join(tree, "2024/05/probe/index.html")),
  "a feed replaced": (tree) => {
    const path = join(tree, "feed.xml");
    const bytes = readFileSync(path);
    bytes[bytes.length - 5] = 0x20;
    rmSync(path);
    writeFileSync(path, bytes);
  },
  "a picture edited, its time set back": (tree) => {
    const [path = ""] = pathsBelow(tree).filter((file) => file.endsWith(".webp"));
    const { atime, mtime } = statSync(join(tree, path));
    appendFileSync(join(tree, path), "x");
    utimesSync(join(tree, path), atime, mtime);
  },
  "a file dropped in": (tree) => writeFileSync(join(tree, "2024/fremd.html"), "x"),
  "a folder dropped in": (tree) => mkdirSync(join(tree, "fremd/leer"), { recursive: true }),
  "a folder of pages deleted": (tree) => rmSync(join(tree, "2024/05"), { recursive: true }),
  "a file replaced by a folder": (tree) => {
    rmSync(join(tree, "feed.xml"));
    mkdirSync(join(tree, "feed.xml"));
  },
  "a folder replaced by a file": (tree) => {
    rmSync(join(tree, "2024/05/probe"), { recursive: true });
    writeFileSync(join(tree, "2024/05/probe"), "x");
  },
  "times in the future": (tree) => {
    for (const file of pathsBelow(tree)) utimesSync(join(tree, file), new Date("2099-01-01"), new Date("2099-01-01"));
  },
  "times of 1970": (tree) => {
    for (const file of pathsBelow(tree)) utimesSync(join(tree, file), 0, 0);
  },
  "two pages swapped": (tree) => {
    const [a, b, c] = ["2024/04/stadtfest/index.html", "2024/06/freibad/index.html", "c"].map((path) => join(tree, path)) as [
      string,
      string,
      string,
    ];
    renameSync(a, c);
    renameSync(b, a);
    renameSync(c, b);
  },
};

/** Files that a meddling leaves in a tree, which no build has made. */
const FOREIGN: Readonly<Record<string, string>> = {
  "a file dropped in": "2024/fremd.html",
  "a folder replaced by a file": "2024/05/probe",
};

describe("a tree that somebody has meddled with", { concurrency: 2 }, () => {
  for (const which of ["live", "spare", "staged"] as const) {
    test(`the ${which} one: the next build makes it right`, async () => {
      const builder = startBuilder(project);
      const place = makePlace();
      const spareOf = () => join(place.cache, "outputs", readdirSync(join(place.cache, "outputs"))[0] ?? "", "spare");
      const expected = await fromNothing(builder, place.content);
      await buildBy(builder, place);
      await buildBy(builder, place);
      let count = 0;
      for (const [name, meddle] of Object.entries(MEDDLINGS)) {
        // Each time the spare holds a whole site once more.
        const tree = which === "live" ? place.output : which === "spare" ? spareOf() : join(dirname(place.output), ".site.staged");
        if (which === "staged") renameSync(spareOf(), tree);
        meddle(tree);
        // With an edit and without.
        if (count++ % 2 === 0)
          layFiles(place.content, { [PROBE]: `${readFileSync(join(place.content, PROBE), "utf8")}\nNoch ein Satz.\n` });
        let { code, said } = await buildBy(builder, place);
        // What others laid into the folder that is served stays theirs: it is in nobody's way, or they are told to move it.
        const foreign = which === "live" ? FOREIGN[name] : undefined;
        if (foreign !== undefined) {
          assert.equal(readFileSync(join(tree, foreign), "utf8"), "x", name);
          rmSync(join(tree, foreign));
          if (name === "a folder replaced by a file") {
            assert.equal(code, 1, said);
            assert.match(said, /Wo ein Ordner sein soll, liegt eine Datei/);
            ({ code, said } = await buildBy(builder, place));
          }
        }
        assert.equal(code, 0, `${name}: ${said}`);
        const nothing = count % 2 === 1 ? await fromNothing(builder, place.content) : undefined;
        if (nothing !== undefined) assertSameTree(place.output, nothing, name);
        // Files that both trees share were meddled with in both.
        assert.equal((await buildBy(builder, place)).code, 0);
        assertSameTree(place.output, nothing ?? (await fromNothing(builder, place.content)), `${name}, the build after`);
      }
      assert.ok(existsSync(expected));
      builder.restart();
    });
  }
});

describe("a clock", { concurrency: 2 }, () => {
  test("that goes forth and back shows and hides an embargoed release each time", async () => {
    const builder = startBuilder(project);
    const place = makePlace();
    for (const now of [NOW, "2026-12-21T10:00:00+01:00", NOW, "2025-01-01T00:00:00Z", "2026-12-21T10:00:00+01:00"]) {
      const { code, said } = await buildBy(builder, place, now);
      assert.equal(code, 0, said);
      assertSameTree(place.output, await fromNothing(builder, place.content, now), now);
    }
    builder.restart();
  });

  test("that was wrong when the content was written does not matter", async () => {
    const builder = startBuilder(project);
    const place = makePlace();
    await buildBy(builder, place);
    for (const [at, text] of [
      [0, "Ein Satz von 1970."],
      [4_000_000_000, "Ein Satz von 2096."],
    ] as const) {
      layFiles(place.content, { [PROBE]: edited("Der Bus fährt", `${text}\n`) });
      utimesSync(join(place.content, PROBE), at, at);
      const { code, said } = await buildBy(builder, place);
      assert.equal(code, 0, said);
      assertSameTree(place.output, await fromNothing(builder, place.content), text);
    }
    builder.restart();
  });
});

describe("two builds at once", () => {
  test("into one output: one of them is refused clearly, and the site is right", async () => {
    const { content, output, cache } = makePlace();
    const builds = await Promise.all([1, 2, 3].map(() => build(content, { output, environment: { CACHE: cache }, isAlone: true })));
    const failed = builds.filter(({ code }) => code !== 0);
    assert.ok(failed.length > 0, "no two of them were at work at once");
    assert.ok(failed.length < 3, builds.map(({ stderr }) => stderr).join());
    for (const { stderr } of failed) {
      assertClear(stderr);
      assert.match(stderr, /Ein anderer Bau/);
    }
    const builder = startBuilder(project);
    assertSameTree(output, await fromNothing(builder, content));
    builder.restart();
  });

  test("of one content with one cache into two outputs: both are right, also the next time", async () => {
    const { content, output, cache } = makePlace();
    const outputs = [output, `${output}-zwei`, `${output}-drei`];
    const builder = startBuilder(project);
    for (let round = 0; round < 3; round++) {
      layFiles(content, { [PROBE]: edited(`Der Bus fährt, Runde ${round}`) });
      const builds = await Promise.all(
        outputs.map((folder) => build(content, { output: folder, environment: { CACHE: cache }, isAlone: true })),
      );
      for (const { code, stdout, stderr } of builds) assert.equal(code, 0, stdout + stderr);
      const expected = await fromNothing(builder, content);
      for (const folder of outputs) assertSameTree(folder, expected, folder);
    }
    builder.restart();
  });
});

describe("disks", { concurrency: 2 }, () => {
  test("a disk that fills: the build fails clearly, the live site is as it was, and with room all is well", async (context) => {
    const small = mountSmall(context, 4000);
    if (small === undefined) return;
    const builder = startBuilder(project);
    const content = makeContent(TOWN);
    const place = { content, output: join(small, "site"), cache: join(makeFolder(), "cache") };
    const first = await buildBy(builder, place);
    assert.equal(first.code, 0, first.said);
    const filler = join(small, "voll");
    let failures = 0;
    for (const free of [0, 4, 40, 120, 400]) {
      const live = treeOf(place.output);
      layFiles(content, { [PROBE]: edited(`Der Bus fährt mit ${free} Kilobyte`) });
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=4096"]);
      truncateSync(filler, statSync(filler).size - free * 1024);
      const { code, said } = await buildBy(builder, place);
      if (code !== 0) {
        failures++;
        assertClear(said);
        assert.match(said, /voll|Platz/, said);
        assert.deepEqual(differences(treeOf(place.output), live), [], said);
      }
      rmSync(filler);
      const again = await buildBy(builder, place);
      assert.equal(again.code, 0, again.said);
      assertSameTree(place.output, await fromNothing(builder, content), `${free}`);
    }
    assert.ok(failures > 0, "the disk was never full");
    builder.restart();
  });

  test("a cache on a full disk stops the build clearly or not at all; the site is never wrong", async (context) => {
    const small = mountSmall(context, 2000);
    if (small === undefined) return;
    const builder = startBuilder(project);
    const place = { ...makePlace(), cache: join(small, "cache") };
    const filler = join(small, "voll");
    assert.notEqual(spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=4096"]).status, 0, "the disk was never full");
    for (const free of [0, 8, 16, 32, 2000]) {
      truncateSync(filler, Math.max(0, statSync(filler).size - free * 1024));
      const { code, said } = await buildBy(builder, place);
      if (code === 0) assertSameTree(place.output, await fromNothing(builder, place.content));
      else {
        assertClear(said);
        assert.match(said, /voll|Platz/, said);
      }
    }
    const { code, said } = await buildBy(builder, place);
    assert.equal(code, 0, said);
    builder.restart();
  });

  test("a cache on another disk than the output serves as well", async (context) => {
    const small = mountSmall(context, 8000);
    if (small === undefined) return;
    const builder = startBuilder(project);
    const place = { ...makePlace(), cache: join(small, "cache") };
    for (let round = 0; round < 3; round++) {
      layFiles(place.content, { "releases/2024/04/stadtfest.md": makeRelease({ title: `Stadtfest ${round}`, date: "2024-04-02" }) });
      const { code, said } = await buildBy(builder, place);
      assert.equal(code, 0, said);
      assertSameTree(place.output, await fromNothing(builder, place.content));
      assert.deepEqual(readdirSync(dirname(place.output)).sort(), ["site"]);
      if (round > 0) assert.ok(Number(/davon (\d+) neu/.exec(said)?.[1]) < 60, said);
    }
    builder.restart();
  });

  test("an output that is a disk of its own is kept up to date file by file, and nothing of it is staged there", async (context) => {
    const small = mountSmall(context, 8000);
    if (small === undefined) return;
    const builder = startBuilder(project);
    const place = { ...makePlace(), output: small };
    for (let round = 0; round < 3; round++) {
      layFiles(place.content, { "releases/2024/04/stadtfest.md": makeRelease({ title: `Stadtfest ${round}`, date: "2024-04-02" }) });
      const { code, said } = await buildBy(builder, place);
      assert.equal(code, 0, said);
      assertSameTree(small, await fromNothing(builder, place.content));
      if (round > 0) assert.ok(Number(/davon (\d+) neu/.exec(said)?.[1]) < 60, said);
    }
    builder.restart();
  });

  test("a server that has the output mounted elsewhere sees each new site, and nothing withdrawn", async (context) => {
    const shown = makeFolder();
    const builder = startBuilder(project);
    const place = makePlace();
    const { code, said } = await buildBy(builder, place);
    assert.equal(code, 0, said);
    const mounted = spawnSync("mount", ["--bind", place.output, shown]);
    if (mounted.status !== 0) {
      assert.notEqual(process.env.CI, "true", `CI has to be able to mount a folder: ${mounted.stderr}`);
      return context.skip("Only root can mount a folder.");
    }
    context.after(() => void spawnSync("umount", ["--lazy", shown]));
    for (const text of [
      edited("Der Bus fährt."),
      edited("Der Bus fährt.").replace("---\n\n", "withdrawn: {date: 2024-06-01, reason: Ein Irrtum.}\n---\n\n"),
    ]) {
      layFiles(place.content, { [PROBE]: text });
      const again = await buildBy(builder, place);
      assert.equal(again.code, 0, again.said);
      assertSameTree(shown, await fromNothing(builder, place.content));
    }
    builder.restart();
  });

  test("a folder that cannot be written to is told in German, and nothing changes", async (context) => {
    const small = mountSmall(context, 4000);
    if (small === undefined) return;
    const builder = startBuilder(project);
    const place = { ...makePlace(), output: join(small, "site") };
    assert.equal((await buildBy(builder, place)).code, 0);
    const live = treeOf(place.output);
    assert.equal(spawnSync("mount", ["-o", "remount,ro", small]).status, 0);
    layFiles(place.content, { [PROBE]: edited("Der Bus fährt nie") });
    const { code, said } = await buildBy(builder, place);
    assert.equal(code, 1);
    assertClear(said);
    assert.match(said, /schreiben/);
    assert.deepEqual(differences(treeOf(place.output), live), []);
    builder.restart();
  });
});

describe("a build that is killed", () => {
  const KILLS = 48;

  test(`at any moment (${KILLS} times) leaves the site as before or as after, and the next build is right`, async () => {
    const builder = startBuilder(project);
    const place = makePlace();
    const texts = [0, 1].map((round) => edited(`Der Bus fährt, Fassung ${round}`));
    const trees: Map<string, string>[] = [];
    for (const text of texts) {
      layFiles(place.content, { [PROBE]: text });
      trees.push(treeOf(await fromNothing(builder, place.content)));
    }
    await buildBy(builder, place);
    const before = performance.now();
    await ended(forkBuild(project, [], environmentOf(place)));
    const whole = performance.now() - before;
    let killed = 0;
    for (let round = 0; round < KILLS; round++) {
      layFiles(place.content, { [PROBE]: texts[round % 2] ?? "" });
      const isCold = round % 6 === 0;
      if (isCold) rmSync(place.cache, { recursive: true, force: true });
      // Every other build shares its work among threads, as a large town's does.
      const child = forkBuild(project, [], { ...environmentOf(place), SHARED_FROM: round % 2 === 0 ? "" : "40" });
      const over = ended(child);
      // The first third of a build is Node's start; the golden ratio spreads the moments.
      const share = 0.3 + 0.8 * ((round * 0.618034) % 1);
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * share * (isCold ? 1.5 : 1));
      if ((await over) === "SIGKILL") killed++;
      clearTimeout(timer);
      // Between the two renames of a swap there is no site for a moment: the next build puts it back.
      if (existsSync(place.output)) {
        const live = treeOf(place.output);
        assert.ok(
          trees.some((tree) => differences(live, tree).length === 0),
          `round ${round}: a mixed site\n${differences(live, trees[round % 2] ?? live)
            .slice(0, 5)
            .join("\n")}`,
        );
      } else assert.ok(existsSync(join(dirname(place.output), ".site.previous")), `round ${round}: no site at all`);
      if (round % 3 !== 0) continue;
      const { code, said } = await buildBy(builder, place);
      assert.equal(code, 0, said);
      assert.deepEqual(differences(treeOf(place.output), trees[round % 2] ?? new Map()), [], `round ${round}, the build after`);
      assert.deepEqual(readdirSync(dirname(place.output)).sort(), ["cache", "site"]);
    }
    assert.ok(killed > KILLS / 2, `only ${killed} builds were killed in time`);
    builder.restart();
  });

  function ended(child: ReturnType<typeof forkBuild>): Promise<string | number | null> {
    return new Promise((done) => child.on("exit", (code, signal) => done(signal ?? code)));
  }
});
