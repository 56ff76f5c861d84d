import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { correct } from "../../src/commands/correct.ts";
import { publish } from "../../src/commands/publish.ts";
import { makeContentFolder, runImport } from "../desk/import/imported.ts";
import { build, buildTown, call, layFiles, makeFolder, NOW, ROOT, read, snapshot, TOWN_NOW } from "../fixture.ts";
import { hugoSite, writeExport } from "./import-material.ts";
import { mountSmall } from "./tools.ts";

/** What a page of a release says, without what stands around it. */
function saidOn(file: string): string {
  const html = readFileSync(file, "utf8");
  return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

/** The pages of releases of a site, in all languages, by their addresses. */
function pagesOf(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)\d{4}\/\d\d\/[^/]+\/index\.html$/.test(file),
  );
  return new Map(files.map((file) => [file, saidOn(join(site, file))]));
}

const bag = (text: string) =>
  text
    .match(/[\p{L}\p{N}]+/gu)
    ?.sort()
    .join(" ") ?? "";

/** Runs an import in a process of its own; answers with its report, CPU seconds and most memory in MB. */
function measure(source: string, content: string): { said: string; seconds: number; megabytes: number } {
  const args = [join(ROOT, "bin/stadtchronik.js"), "import", source, "--into", content, "--cache", makeFolder()];
  const script = `const { status, stdout, stderr } = require("node:child_process").spawnSync(process.execPath, ${JSON.stringify(args)}, { encoding: "utf8", maxBuffer: 1e8 });
console.log(JSON.stringify({ status, said: stdout + stderr }));`;
  const timed = spawnSync("/usr/bin/time", ["-f", "%U %S %M", process.execPath, "-e", script], { encoding: "utf8", maxBuffer: 1e8 });
  const [user = 0, system = 0, kilobytes = 0] = timed.stderr.trim().split("\n").at(-1)?.split(" ").map(Number) ?? [];
  const { status, said } = JSON.parse(timed.stdout) as { status: number; said: string };
  assert.equal(status, 0, said);
  return { said, seconds: user + system, megabytes: kilobytes / 1024 };
}

describe("a city's past, as large as it is", { concurrency: 1 }, () => {
  test("2,000 posts of Hugo with every trouble are taken, none refused, and no word of a text is another", async () => {
    const { files, words } = hugoSite(2000);
    const source = makeFolder();
    layFiles(source, files);
    const { stdout, errors, content, archive } = await runImport(source, join(makeContentFolder(), "content"));
    assert.deepEqual(errors, []);
    assert.match(stdout, /^Gelesen 2000 = übernommen 2000 \+ abgewiesen 0 \+ weggelassen 0\.$/m);
    const record = readFileSync(
      join(content, "../import", readdirSync(join(content, "../import")).find((name) => name.endsWith(".jsonl")) ?? ""),
      "utf8",
    );
    const ids = new Map(
      record
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { key: string; id: string })
        .map(({ key, id }) => [id, key]),
    );
    let compared = 0;
    for (const release of archive?.releases ?? []) {
      const key = ids.get(release.id);
      if (key === undefined) continue;
      compared++;
      const plain = archive?.context.texts.plain(release) ?? "";
      const missing = bag(words.get(key) ?? "")
        .split(" ")
        .filter((word) => !bag(plain).split(" ").includes(word));
      assert.deepEqual(missing, [], `${key}\n${plain}`);
    }
    assert.equal(compared, 2000);
  });

  test("5,000 items take at most 60 CPU seconds and 1 GB, and an export of 300 MB is read as a stream", () => {
    const folder = makeFolder();
    writeExport(join(folder, "fuenftausend.xml"), 5000, 2500);
    const usual = measure(join(folder, "fuenftausend.xml"), join(makeContentFolder(), "content"));
    assert.match(usual.said, /^Gelesen 5000 = übernommen 5000 /m);
    assert.ok(usual.seconds <= 60 && usual.megabytes <= 1024, JSON.stringify({ ...usual, said: "" }));
    // Of so large an export most are old states of texts.
    writeExport(join(folder, "gross.xml"), 3000, 100_000, ["post", ...new Array<string>(29).fill("revision")]);
    const large = measure(join(folder, "gross.xml"), join(makeContentFolder(), "content"));
    assert.match(large.said, /^Gelesen 3000 = übernommen 100 \+ abgewiesen 0 \+ weggelassen 2900\.$/m);
    assert.ok(large.megabytes <= 1024, JSON.stringify({ ...large, said: "" }));
  });
});

describe("an import that is stopped", { concurrency: 1 }, () => {
  test("by a full disk says so, leaves whole releases alone, and goes on where it was as soon as there is room", async (context) => {
    const disk = mountSmall(context, 4000);
    if (disk === undefined) return;
    const source = join(makeFolder(), "alt.xml");
    writeExport(source, 400, 20_000);
    const content = join(disk, "content");
    cpSync(join(makeContentFolder(), "content"), content, { recursive: true });
    const stopped = await runImport(source, content);
    assert.equal(stopped.code, 1);
    assert.match(stopped.stderr, /Der Datenträger ist voll\. Schaffen Sie Platz/);
    assert.deepEqual(stopped.errors, []);
    const half = [...stopped.files].filter(([path, bytes]) => path.endsWith(".part") || (path.includes("/20") && bytes.length < 1000));
    assert.deepEqual(
      half.filter(([path]) => !/2024/.test(path)).map(([path]) => path),
      [],
    );
    assert.equal(spawnSync("mount", ["-o", "remount,size=60000k", disk]).status, 0);
    assert.equal((await runImport(source, content)).code, 0);
    const whole = join(makeContentFolder(), "content");
    await runImport(source, whole);
    assert.deepEqual(snapshot(content), snapshot(whole));
  });

  test("by a kill numbers nothing twice: the next run comes to the same archive", async () => {
    const source = join(makeFolder(), "alt.xml");
    writeExport(source, 600, 3000);
    const content = join(makeContentFolder(), "content");
    const args = [join(ROOT, "bin/stadtchronik.js"), "import", source, "--into", content, "--cache", makeFolder(), "--now", NOW];
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    const ended = new Promise((done) => child.on("close", done));
    while (!existsSync(join(content, "releases/2006")) && child.exitCode === null) await new Promise((done) => setTimeout(done, 20));
    child.kill("SIGKILL");
    await ended;
    assert.equal((await runImport(source, content)).code, 0);
    const whole = join(makeContentFolder(), "content");
    await runImport(source, whole);
    assert.deepEqual(snapshot(content), snapshot(whole));
  });
});

describe("Musterstadt's whole life", { concurrency: 1 }, () => {
  test("its archive is rebuilt from its own data, published, corrected and built again, and nothing is lost", async () => {
    const first = await buildTown("musterstadt");
    const city = makeFolder();
    const content = join(city, "content");
    mkdirSync(content);
    for (const part of ["site.yml", "assets", "pages"])
      cpSync(join(ROOT, "tests/fixtures/musterstadt", part), join(content, part), { recursive: true });
    const now = ["--now", TOWN_NOW];
    const { stdout, errors } = await runImport(first.output, content, now);
    assert.deepEqual(errors, []);
    assert.match(stdout, /^Gelesen 31 = übernommen 31 \+ abgewiesen 0 \+ weggelassen 0\.$/m);
    const second = await build(content, { environment: { NOW: TOWN_NOW } });
    assert.equal(second.code, 0, second.stderr);
    const [before, after] = [pagesOf(first.output), pagesOf(second.output)];
    assert.equal(before.size, 31);
    for (const [address, said] of before) assert.equal(after.get(address), said, address);
    const again = await runImport(first.output, content, now);
    assert.match(again.stdout, /übernommen 0 \+ abgewiesen 0 \+ weggelassen 31/);
    // Published, corrected, built and published again.
    const host = join(city, "host");
    const environment = { CONTENT: content, OUTPUT: second.output, NOW: TOWN_NOW };
    const published = await call(publish, ["--to", host], environment);
    assert.equal(published.code, 0, published.stderr);
    const release = join(content, "releases/2026/04/trinkbrunnen.md");
    const corrected = await call(correct, ["trinkbrunnen", "--note", "Eine Zahl war falsch."], { CONTENT: content, NOW: TOWN_NOW });
    assert.equal(corrected.code, 0, corrected.stderr);
    writeFileSync(release, readFileSync(release, "utf8").replace(/\n$/, "\n\nEin Satz kam hinzu.\n"));
    const third = await build(content, { output: second.output, environment: { NOW: TOWN_NOW } });
    assert.equal(third.code, 0, `${third.stdout}${third.stderr}`);
    const last = pagesOf(third.output);
    for (const address of before.keys()) assert.ok(last.has(address), address);
    assert.match(last.get("2026/04/trinkbrunnen/index.html") ?? "", /Eine Zahl war falsch\.[\s\S]*Ein Satz kam hinzu\./);
    assert.ok(existsSync(join(third.output, "2026/04/trinkbrunnen/fassung/1/index.html")));
    assert.equal((await call(publish, ["--to", host], environment)).code, 0);
    assert.deepEqual(
      read(content, { now: NOW }).problems.filter(({ severity }) => severity === "error"),
      [],
    );
  });
});
