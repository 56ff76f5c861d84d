import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { type Output, takeOutput } from "../../src/build/output.ts";
import {
  build,
  buildSoundly,
  filesBelow,
  layFiles,
  makeContent,
  makeFolder,
  makeRelease,
  NOW,
  PROBE,
  ROOT,
  run,
  snapshot,
} from "../fixture.ts";

const SITE = { "index.html": "alt", "assets/style.css": "x", "2024/05/probe/index.html": "alt" };

/** An output folder that holds a site as a build leaves it. */
function makeLive(files: Record<string, string> = SITE): string {
  const live = join(makeFolder(), "site");
  layFiles(live, files);
  return live;
}

function stage(output: Output, files: Record<string, string>): void {
  layFiles(output.staged, { "assets/style.css": "x", ...files });
}

/** What lies beside an output folder, itself included. */
const beside = (live: string) => readdirSync(dirname(live)).sort();

describe("swapping", () => {
  test("the new site replaces the old one as a whole", () => {
    const live = makeLive();
    const output = takeOutput(live, []);
    stage(output, { "index.html": "neu" });
    assert.deepEqual(snapshot(live), SITE);
    output.swapIn();
    output.release();
    assert.deepEqual(snapshot(live), { "assets/style.css": "x", "index.html": "neu" });
    assert.deepEqual(beside(live), ["site"]);
  });

  test("the first site needs no old one, an empty folder will do", () => {
    for (const make of [() => join(makeFolder(), "site"), () => makeFolder()]) {
      const live = make();
      const output = takeOutput(live, []);
      stage(output, { "index.html": "neu" });
      output.swapIn();
      output.release();
      assert.equal(snapshot(live)["index.html"], "neu");
    }
  });

  test("what is not swapped in leaves no trace", () => {
    const live = makeLive();
    const output = takeOutput(live, []);
    stage(output, { "index.html": "neu" });
    output.release();
    assert.deepEqual(snapshot(live), SITE);
    assert.deepEqual(beside(live), ["site"]);
  });

  test("a new site that cannot be put in place leaves the old one where it is", () => {
    const live = makeLive();
    const output = takeOutput(live, []);
    assert.throws(() => output.swapIn());
    output.release();
    assert.deepEqual(snapshot(live), SITE);
    assert.deepEqual(beside(live), ["site"]);
  });

  test("an interrupted swap is repaired by the next build", () => {
    const live = makeLive();
    renameSync(live, join(dirname(live), ".site.previous"));
    layFiles(join(dirname(live), ".site.staged"), { "index.html": "halb" });
    const output = takeOutput(live, []);
    assert.deepEqual(snapshot(live), SITE);
    output.release();
    assert.deepEqual(beside(live), ["site"]);
  });

  test("a swap that was interrupted after the new site was in place keeps the new site", () => {
    const live = makeLive();
    layFiles(join(dirname(live), ".site.previous"), { "index.html": "uralt" });
    takeOutput(live, []).release();
    assert.deepEqual(snapshot(live), SITE);
    assert.deepEqual(beside(live), ["site"]);
  });
});

describe("two builds", () => {
  const lockOf = (live: string) => join(dirname(live), `.site.lock`);

  test("a second build is kept out as long as the first is at work, and told which process that is", () => {
    const live = makeLive();
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
    try {
      writeFileSync(lockOf(live), String(other.pid));
      assert.throws(() => takeOutput(live, []), new RegExp(`Prozess ${other.pid}`));
      assert.deepEqual(snapshot(live), SITE);
      assert.ok(existsSync(lockOf(live)), "the lock of the first build is gone");
    } finally {
      other.kill();
    }
  });

  test("a build that was killed keeps nobody out", async () => {
    const live = makeLive();
    const dead = spawn(process.execPath, ["-e", ""]);
    await new Promise((done) => dead.on("close", done));
    for (const left of [String(dead.pid), "", "kein Prozess"]) {
      writeFileSync(lockOf(live), left);
      const output = takeOutput(live, []);
      stage(output, { "index.html": "neu" });
      output.swapIn();
      output.release();
      assert.deepEqual(beside(live), ["site"]);
    }
  });

  test("after a build the folder is free again, also when it was refused", () => {
    const live = makeLive();
    takeOutput(live, []).release();
    takeOutput(live, []).release();
    const foreign = makeLive({ "brief.txt": "x" });
    assert.throws(() => takeOutput(foreign, []));
    assert.deepEqual(beside(foreign), ["site"]);
  });
});

describe("folders that are not ours", () => {
  test("a folder that no build has made is refused and stays as it is", () => {
    const live = makeLive({ "brief.txt": "Wichtig" });
    assert.throws(() => takeOutput(live, []), /kein Bau dieses Archivs/);
    assert.deepEqual(snapshot(live), { "brief.txt": "Wichtig" });
  });

  test("a file in the place of the folder is refused", () => {
    const live = join(makeFolder(), "site");
    writeFileSync(live, "Wichtig");
    assert.throws(() => takeOutput(live, []), /ist eine Datei/);
    assert.deepEqual(beside(live), ["site"]);
  });

  test("the content, what holds it and what lies in it are refused, however they are written", () => {
    const content = makeContent();
    for (const live of [
      content,
      `${content}/`,
      dirname(content),
      join(content, "..", "."),
      "/",
      join(content, "releases"),
      join(content, "neu"),
      join(content, "..", content.split("/").at(-1) ?? "", "neu"),
    ]) {
      assert.throws(() => takeOutput(live, [content]), /OUTPUT=|kein Bau dieses Archivs/, live);
    }
    assert.ok(!existsSync(join(content, "neu")));
    assert.ok(!beside(join(content, "x")).some((name) => name.startsWith(".")), "something was left in the content");
  });

  test("a folder beside the content that begins with the same letters is none of it", () => {
    const content = join(makeFolder(), "inhalt");
    mkdirSync(content);
    takeOutput(`${content}-fertig`, [content]).release();
    takeOutput(join(dirname(content), "..site"), [content]).release();
  });

  test("a folder above that does not exist is told in German, with the folder", () => {
    assert.throws(() => takeOutput(join(makeFolder(), "gibt", "es", "nicht"), []), /nicht schreiben \(ENOENT\)/);
  });
});

describe("a build and its output", { concurrency: 2 }, () => {
  /** A copy of the project with content of its own: what a build must not overwrite is nothing that anybody misses. */
  function copyProject(): string {
    const project = join(makeFolder(), "projekt");
    for (const part of ["src", "layouts", ".eleventy.ts", "package.json"])
      cpSync(join(ROOT, part), join(project, part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
    cpSync(makeContent(), join(project, "content"), { recursive: true });
    return project;
  }

  for (const target of [".", "content", "content/neu"]) {
    test(`OUTPUT=${target} is refused: a build never writes over the project, its sources or its content`, async () => {
      const project = copyProject();
      const present = () => [
        ...readdirSync(dirname(project)),
        ...readdirSync(project),
        ...filesBelow(join(project, "src")).keys(),
        ...filesBelow(join(project, "content")).keys(),
      ];
      const before = present();
      const { code, stdout, stderr } = await run([join(project, "src/commands/build.ts")], { OUTPUT: target, NOW });
      assert.equal(code, 1, stdout);
      assert.match(stderr, /OUTPUT=|kein Bau dieses Archivs/);
      assert.doesNotMatch(stderr, /^\s+at /m);
      assert.deepEqual(
        present().filter((path) => !before.includes(path)),
        [],
      );
    });
  }

  test("a build that fails leaves the live site as it is to the byte, one that succeeds leaves nothing of the old", async () => {
    const content = makeContent({ [PROBE]: makeRelease() });
    const { output } = await buildSoundly(content);
    const live = snapshot(output);
    assert.ok("2024/05/probe/index.html" in live);
    layFiles(content, { [PROBE]: makeRelease({ title: "ab" }) });
    const failed = await build(content, { output });
    assert.equal(failed.code, 1);
    assert.deepEqual(snapshot(output), live);
    assert.deepEqual(beside(output), ["site"]);
    layFiles(content, { [PROBE]: null });
    await buildSoundly(content, { output });
    assert.ok(!existsSync(join(output, "2024/05/probe")));
    assert.deepEqual(beside(output), ["site"]);
  });
});
