import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { type Output, takeOutput } from "../../src/build/output.ts";
import {
  build,
  buildSoundly,
  buildWith,
  filesBelow,
  layFiles,
  makeContent,
  makeFolder,
  makeRelease,
  NOW,
  nothingBefore,
  PROBE,
  ROOT,
  snapshot,
} from "../fixture.ts";

const SITE = { "index.html": "alt", "assets/style.css": "x", "2024/05/probe/index.html": "alt" };

/** An output folder that holds a site as a build leaves it. */
function makeLive(files: Record<string, string> = SITE): string {
  const live = join(makeFolder(), "site");
  layFiles(live, files);
  return live;
}

/** Takes an output as a build does. */
function take(live: string, protectedFolders: readonly string[] = []): Output {
  return takeOutput({ live, protectedFolders, clock: Date.now() });
}

function stage(output: Output, files: Record<string, string>): void {
  layFiles(output.staged, { "assets/style.css": "x", ...files });
}

/** What lies beside an output folder, itself included. */
const beside = (live: string) => readdirSync(dirname(live)).sort();

describe("swapping", () => {
  test("the new site replaces the old one as a whole", () => {
    const live = makeLive();
    const output = take(live);
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
      const output = take(live);
      stage(output, { "index.html": "neu" });
      output.swapIn();
      output.release();
      assert.equal(snapshot(live)["index.html"], "neu");
    }
  });

  test("what is not swapped in leaves no trace", () => {
    const live = makeLive();
    const output = take(live);
    stage(output, { "index.html": "neu" });
    output.release();
    assert.deepEqual(snapshot(live), SITE);
    assert.deepEqual(beside(live), ["site"]);
  });

  test("a new site that cannot be put in place leaves the old one where it is", () => {
    const live = makeLive();
    const output = take(live);
    assert.throws(() => output.swapIn());
    output.release();
    assert.deepEqual(snapshot(live), SITE);
    assert.deepEqual(beside(live), ["site"]);
  });

  test("an interrupted swap is repaired by the next build", () => {
    const live = makeLive();
    renameSync(live, join(dirname(live), ".site.previous"));
    layFiles(join(dirname(live), ".site.staged"), { "index.html": "halb" });
    const output = take(live);
    assert.deepEqual(snapshot(live), SITE);
    output.release();
    assert.deepEqual(beside(live), ["site"]);
  });

  test("a swap that was interrupted after the new site was in place keeps the new site", () => {
    const live = makeLive();
    layFiles(join(dirname(live), ".site.previous"), { "index.html": "uralt" });
    take(live).release();
    assert.deepEqual(snapshot(live), SITE);
    assert.deepEqual(beside(live), ["site"]);
  });
});

describe("a folder that has to stay where it is", () => {
  const manifest = (files: readonly string[]) =>
    JSON.stringify({
      format: 1,
      addresses: files.map((file) => ({ address: `/${file.replace(/index\.html$/, "")}`, kind: "list", sha256: "0".repeat(64) })),
    });
  const site = (files: Record<string, string>) => ({ ...files, "daten/manifest.json": manifest(Object.keys(files)) });
  const NEW = site({ "assets/style.css": "y", "index.html": "neu", "2024/06/neu/index.html": "neu" });

  /** Builds anew into a folder; answers with what is there then. */
  function rebuild(live: string, files: Record<string, string> = NEW): Record<string, string> {
    const output = take(live);
    layFiles(output.staged, files);
    output.swapIn();
    output.release();
    return snapshot(live);
  }

  test("a symbolic link stays a link, and the folder that it leads to stays that folder", () => {
    const live = makeLive(site(SITE));
    const link = join(makeFolder(), "site");
    symlinkSync(live, link);
    const { ino } = statSync(live);
    assert.deepEqual(rebuild(link), NEW);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(statSync(live).ino, ino);
    assert.deepEqual(beside(live), ["site"]);
  });

  test("what no build has made is never taken away, and stays where it is", () => {
    const live = makeLive(site(SITE));
    const others = { "statistik/index.html": "fremd", "2024/05/probe/notiz.txt": "fremd", ".htpasswd": "fremd" };
    layFiles(live, others);
    assert.deepEqual(rebuild(live), { ...NEW, ...others });
    assert.deepEqual(rebuild(live, site({ "assets/style.css": "z" })), { ...site({ "assets/style.css": "z" }), ...others });
  });

  test("a process that stands in the folder sees each new site", async () => {
    const live = makeLive(site(SITE));
    const look = 'process.stdin.on("data", () => console.log(require("fs").readFileSync("index.html", "utf8")));';
    const server = spawn(process.execPath, ["-e", look], { cwd: live });
    const seen = () =>
      new Promise<string>((done) => {
        server.stdout.once("data", (text: Buffer) => done(text.toString().trim()));
        server.stdin.write("?");
      });
    try {
      assert.equal(await seen(), "alt");
      rebuild(live);
      assert.equal(await seen(), "neu");
    } finally {
      server.kill();
    }
  });

  test("a file where a folder was, and a folder where a file was, take its place", () => {
    const live = makeLive(site({ "assets/style.css": "x", "alt/index.html": "alt", neu: "datei" }));
    layFiles(live, { "fremd.txt": "fremd" });
    const files = site({ "assets/style.css": "x", alt: "datei", "neu/index.html": "neu" });
    assert.deepEqual(rebuild(live, files), { ...files, "fremd.txt": "fremd" });
  });

  test("what an interrupted build had put there is its own", () => {
    const live = makeLive(site(SITE));
    layFiles(live, { "fremd.txt": "fremd", "2024/07/halb/index.html": "halb" });
    layFiles(join(dirname(live), ".site.staged"), site({ "assets/style.css": "x", "2024/07/halb/index.html": "halb" }));
    assert.deepEqual(rebuild(live), { ...NEW, "fremd.txt": "fremd" });
  });
});

describe("two builds", () => {
  const lockOf = (live: string) => join(dirname(live), `.site.lock`);

  test("a second build is kept out as long as the first is at work, and told which process that is", async () => {
    const live = makeLive();
    const hold = `import { takeLock } from "./src/disk/lock.ts"; takeLock(process.argv[1], Date.now()); console.log("taken"); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", hold, lockOf(live)], { cwd: ROOT });
    try {
      await new Promise((done) => other.stdout.once("data", done));
      assert.throws(() => take(live), new RegExp(`Ein anderer Bau oder eine Veröffentlichung \\(Prozess ${other.pid}\\) ist gerade`));
      assert.deepEqual(snapshot(live), SITE);
      assert.ok(existsSync(lockOf(live)), "the lock of the first build is gone");
    } finally {
      other.kill();
    }
  });

  test("a build that was killed keeps nobody out, nor does another process that has its number now", async () => {
    const live = makeLive();
    const [dead, alive] = [spawn(process.execPath, ["-e", ""]), spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"])];
    await new Promise((done) => dead.on("close", done));
    const holder = (pid: number | undefined, began: string) => JSON.stringify({ host: hostname(), pid, began });
    try {
      for (const left of [holder(dead.pid, "1"), holder(alive.pid, "1"), String(alive.pid), "", "kein Prozess"]) {
        writeFileSync(lockOf(live), left);
        const output = take(live);
        stage(output, { "index.html": "neu" });
        output.swapIn();
        output.release();
        assert.deepEqual(beside(live), ["site"], left);
      }
    } finally {
      alive.kill();
    }
  });

  test("a build that was killed and that nobody has taken note of yet keeps nobody out either, as in a container", async (context) => {
    if (process.platform !== "linux") return context.skip("Only Linux tells of such processes.");
    const live = makeLive();
    const parent = spawn("sh", ["-c", "sleep 0.01 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      const pid = Number(String(await new Promise((done) => parent.stdout.once("data", done))));
      const fields = () => readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
      while (fields()[0] !== "Z") await new Promise((done) => setTimeout(done, 5));
      writeFileSync(lockOf(live), JSON.stringify({ host: hostname(), pid, began: fields()[19] }));
      take(live).release();
    } finally {
      parent.kill();
    }
  });

  test("a build on another computer keeps others out as long as it shows that it is alive", () => {
    const live = makeLive();
    writeFileSync(lockOf(live), JSON.stringify({ host: "anderswo", pid: 1, began: "" }));
    assert.throws(() => take(live), /Prozess 1 auf dem Rechner anderswo/);
    const longAgo = (Date.now() - 180_000) / 1000;
    utimesSync(lockOf(live), longAgo, longAgo);
    take(live).release();
    assert.deepEqual(beside(live), ["site"]);
  });

  test("after a build the folder is free again, also when it was refused", () => {
    const live = makeLive();
    take(live).release();
    take(live).release();
    const foreign = makeLive({ "brief.txt": "x" });
    assert.throws(() => take(foreign));
    assert.deepEqual(beside(foreign), ["site"]);
  });
});

describe("folders that are not ours", () => {
  test("a folder that no build has made is refused and stays as it is", () => {
    const live = makeLive({ "brief.txt": "Wichtig" });
    assert.throws(() => take(live), /kein Bau dieses Archivs/);
    assert.deepEqual(snapshot(live), { "brief.txt": "Wichtig" });
  });

  test("a file in the place of the folder is refused", () => {
    const live = join(makeFolder(), "site");
    writeFileSync(live, "Wichtig");
    assert.throws(() => take(live), /ist eine Datei/);
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
      assert.throws(() => take(live, [content]), /OUTPUT=|kein Bau dieses Archivs/, live);
    }
    assert.ok(!existsSync(join(content, "neu")));
    assert.ok(!beside(join(content, "x")).some((name) => name.startsWith(".")), "something was left in the content");
  });

  test("a folder beside the content that begins with the same letters is none of it", () => {
    const content = join(makeFolder(), "inhalt");
    mkdirSync(content);
    take(`${content}-fertig`, [content]).release();
    take(join(dirname(content), "..site"), [content]).release();
  });

  test("a folder above that does not exist is told in German, with the folder", () => {
    assert.throws(() => take(join(makeFolder(), "gibt", "es", "nicht")), /nicht schreiben \(ENOENT\)/);
  });
});

describe("a build and its output", { concurrency: 2 }, () => {
  for (const target of [".", "content", "content/neu", "layouts"]) {
    test(`OUTPUT=${target} is refused: a build never writes over a city's folder, its content or its layouts`, async () => {
      const city = join(makeFolder(), "stadt");
      cpSync(makeContent(), join(city, "content"), { recursive: true });
      const present = () => [...readdirSync(dirname(city)), ...readdirSync(city), ...filesBelow(join(city, "content")).keys()];
      const before = present();
      const { code, stdout, stderr } = await buildWith(ROOT, { OUTPUT: target, NOW }, city);
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
    await buildSoundly(content, { output, args: nothingBefore() });
    assert.ok(!existsSync(join(output, "2024/05/probe")));
    assert.deepEqual(beside(output), ["site"]);
  });
});
