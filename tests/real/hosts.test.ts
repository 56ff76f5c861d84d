import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import {
  buildSoundly,
  type Files,
  filesBelow,
  layFiles,
  makeContent,
  makeFolder,
  makeRelease,
  PROBE,
  ROOT,
  type Run,
  run,
} from "../fixture.ts";
import { type S3, type SshHost, startS3, startSshd } from "./hosts.ts";
import { hasProgram } from "./tools.ts";

/** A built town, published by a process of its own. */
class Desk {
  readonly content: string;
  readonly output = join(makeFolder(), "site");
  cache = join(makeFolder(), "cache");

  constructor(files: Files = {}) {
    this.content = makeContent({ [PROBE]: makeRelease(), ...files });
  }

  async build(files: Files = {}): Promise<void> {
    layFiles(this.content, files);
    await buildSoundly(this.content, { output: this.output, environment: { CACHE: this.cache } });
  }

  publish(to: string, environment: Record<string, string>, ...args: string[]): Promise<Run> {
    const settings = { CONTENT: this.content, OUTPUT: this.output, CACHE: this.cache, NOW: "2026-12-15T12:00:00+01:00" };
    return run([join(ROOT, "src/commands/publish.ts"), "--to", to, ...args], { ...settings, ...environment });
  }
}

const edited = (title: string): Files => ({ [PROBE]: makeRelease({ title }) });

function assertSame(live: string, built: string): void {
  const [have, want] = [filesBelow(live), filesBelow(built)];
  assert.deepEqual(
    [...have.keys()].filter((path) => !/\.(br|gz)$/.test(path)),
    [...want.keys()],
  );
  for (const [path, bytes] of want) assert.ok(have.get(path)?.equals(bytes), path);
}

describe("publishing by SSH to a real sshd", () => {
  let host: SshHost | undefined;
  before(async (context) => {
    if (hasProgram(context as unknown as TestContext, "/usr/sbin/sshd", ["-V"], "openssh-server") || existsSync("/usr/sbin/sshd"))
      host = await startSshd();
  });
  after(() => host?.stop());
  const it = (rule: string, check: (host: SshHost, folder: string, desk: Desk) => Promise<void>) =>
    test(rule, async (context) => {
      if (!host) return context.skip("Debian's package openssh-server is not installed.");
      const desk = new Desk();
      await desk.build();
      await check(host, join(makeFolder(), "mein archiv's"), desk);
    });

  it("a release is made there, only what has changed travels, an earlier one comes back", async ({ ssh }, folder, desk) => {
    const at = `root@127.0.0.1:${folder}`;
    const environment = { PUBLISH_SSH: ssh };
    const first = await desk.publish(at, environment);
    assert.equal(first.code, 0, first.stderr);
    assertSame(join(folder, "current/site"), desk.output);
    await desk.build(edited("Über SSH geändert"));
    const second = await desk.publish(at, environment);
    assert.equal(second.code, 0, second.stderr);
    assertSame(join(folder, "current/site"), desk.output);
    const bytes = ({ stdout }: Run) => Number(/Übertragen: ([\d.]+) Bytes/.exec(stdout)?.[1]?.replaceAll(".", ""));
    assert.ok(bytes(second) < bytes(first) / 2);
    // Without what was kept of the last publication, as in CI: what is there is asked for.
    desk.cache = join(makeFolder(), "cache");
    await desk.build(edited("Über SSH noch einmal"));
    const third = await desk.publish(at, environment);
    assert.equal(third.code, 0, third.stderr);
    assert.match(third.stdout, /Geändert: \d+\n(.|\n)*gelesen [\d.]+ Bytes/);
    // The index of the search names its files for what they hold.
    assert.doesNotMatch(third.stdout, /^Neu:.*\n(?: {2}\/pagefind\/.*\n)* {2}\/(?!pagefind\/)/m);
    assertSame(join(folder, "current/site"), desk.output);
    const back = await desk.publish(at, environment, "--rollback");
    assert.match(back.stdout, /zeigt wieder die Veröffentlichung 000002/);
    assert.match(readFileSync(join(folder, "current/site/2024/05/probe/index.html"), "utf8"), /Über SSH geändert/);
  });

  it("a connection that is cut at any place leaves the old site, and the next run succeeds", async (sshd, folder, desk) => {
    const at = `root@127.0.0.1:${folder}`;
    const environment = { PUBLISH_SSH: sshd.ssh };
    assert.equal((await desk.publish(at, environment)).code, 0);
    let cut = 0;
    for (const limit of [3000, 20_000, 60_000, 120_000, 200_000]) {
      const before = makeFolder();
      execFileSync("cp", ["-a", `${desk.output}/.`, before]);
      await desk.build(edited(`Abgebrochen nach ${limit}`));
      sshd.cutAfter(limit);
      const { code, stderr } = await desk.publish(at, environment);
      sshd.cutAfter(undefined);
      if (code !== 0) {
        cut++;
        assert.match(stderr, /keine Verbindung|brach ab|gescheitert/);
        assert.doesNotMatch(stderr, /^\s+at /m);
        assertSame(join(folder, "current/site"), before);
      }
      // The host may still be at it when the connection is gone.
      await new Promise((done) => setTimeout(done, 300));
      const { code: next, stderr: said } = await desk.publish(at, environment);
      assert.equal(next, 0, said);
      assertSame(join(folder, "current/site"), desk.output);
    }
    assert.ok(cut >= 3, `${cut} connections were cut`);
    console.log(`${cut} connections cut during an upload: the old site was whole each time`);
  });

  it("a wrong key, a wrong port and a folder without rights are told in words, and no secret is in them", async ({ ssh }, folder, desk) => {
    const at = `root@127.0.0.1:${folder}`;
    const wrong = await desk.publish(at, { PUBLISH_SSH: ssh.replace(/-i \S+/, "-i /nirgends -o IdentitiesOnly=yes") });
    assert.match(wrong.stderr, /Mit root@127\.0\.0\.1 kam keine Verbindung zustande.*Permission denied/s);
    assert.match((await desk.publish(at, { PUBLISH_SSH: ssh.replace(/-p \d+/, "-p 9") })).stderr, /keine Verbindung/);
    assert.match((await desk.publish(`root@127.0.0.1:/proc/archiv`, { PUBLISH_SSH: ssh })).stderr, /es fehlen Rechte/);
    for (const { code, stdout, stderr } of [wrong]) {
      assert.equal(code, 1);
      assert.doesNotMatch(stdout + stderr, /BEGIN|PRIVATE/);
    }
  });
});

describe("publishing to a storage that speaks S3, by rclone", () => {
  let s3: S3 | undefined;
  before(async (context) => {
    if (hasProgram(context as unknown as TestContext, "rclone", ["version"], "rclone")) s3 = await startS3();
  });
  after(() => s3?.stop());
  const download = ({ environment, remote }: S3, path: string) => {
    const target = makeFolder();
    // Listed as a whole: asked folder by folder, s3rver keeps silent about those that hold folders alone.
    execFileSync("rclone", ["copy", "--fast-list", `${remote}/${path}`, target], {
      env: { PATH: process.env.PATH, ...environment },
      stdio: "ignore",
    });
    return target;
  };

  test("all of it arrives, then only what has changed, what is gone goes, and it is told", async (context) => {
    if (!s3) return context.skip("Debian's package rclone is not installed.");
    const { environment, remote } = s3;
    const desk = new Desk({ "releases/2024/07/fort.md": makeRelease({ title: "Geht wieder", date: "2024-07-01", draft: "true" }) });
    await desk.build();
    const to = `rclone:${remote}/eins`;
    const first = await desk.publish(to, environment);
    assert.equal(first.code, 0, first.stderr);
    assertSame(download(s3, "eins"), desk.output);
    assert.match((await desk.publish(to, environment)).stdout, /Es hat sich nichts geändert/);
    await desk.build(edited("Im Speicher geändert"));
    const second = await desk.publish(to, environment);
    assert.match(second.stdout, /Geändert: \d+/);
    assertSame(download(s3, "eins"), desk.output);
    const bytes = ({ stdout }: Run) => Number(/Übertragen: ([\d.]+) Bytes/.exec(stdout)?.[1]?.replaceAll(".", ""));
    assert.ok(bytes(second) < bytes(first) / 2);
  });

  test("what was changed there by hand is told, and an interrupted publication is put right", async (context) => {
    if (!s3) return context.skip("Debian's package rclone is not installed.");
    const { environment, remote } = s3;
    const rclone = (args: string[], input = "") =>
      execFileSync("rclone", args, { env: { PATH: process.env.PATH, ...environment }, input, stdio: ["pipe", "pipe", "ignore"] });
    const desk = new Desk();
    await desk.build();
    const to = `rclone:${remote}/zwei`;
    assert.equal((await desk.publish(to, environment)).code, 0);
    rclone(["rcat", `${remote}/zwei/2024/06/freibad/index.html`], "von Hand");
    await desk.build(edited("Nach der Hand"));
    const refused = await desk.publish(to, environment);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /von Hand geändert: 2024\/06\/freibad\/index\.html/);
    const forced = await desk.publish(to, environment, "--overwrite");
    assert.equal(forced.code, 0, forced.stderr);
    assertSame(download(s3, "zwei"), desk.output);
    // As it lies there after a kill between two steps: announced, a page of what was coming, and a page that never came to be.
    rclone(
      ["rcat", `${remote}/zwei/daten/SHA256SUMS.neu`],
      `${readFileSync(join(desk.output, "daten/SHA256SUMS"), "utf8")}${"0".repeat(64)}  2024/08/nie/index.html\n`,
    );
    rclone(["rcat", `${remote}/zwei/2024/08/nie/index.html`], "halb");
    rclone(["rcat", `${remote}/zwei/fremd.txt`], "nicht von uns");
    await desk.build(edited("Nach dem Abbruch"));
    const mended = await desk.publish(to, environment);
    assert.equal(mended.code, 0, mended.stderr);
    assert.match(mended.stdout, /Aufgeräumt/);
    const there = download(s3, "zwei");
    assert.equal(readFileSync(join(there, "fremd.txt"), "utf8"), "nicht von uns", "what is not ours stays");
    rmSync(join(there, "fremd.txt"));
    assertSame(there, desk.output);
  });

  test("a damaged list of addresses is told, and nothing is changed, since nobody could say what would be lost", async (context) => {
    if (!s3) return context.skip("Debian's package rclone is not installed.");
    const { environment, remote } = s3;
    const desk = new Desk();
    await desk.build();
    const to = `rclone:${remote}/vier`;
    assert.equal((await desk.publish(to, environment)).code, 0);
    const spoil = ["rcat", `${remote}/vier/daten/manifest.json`];
    execFileSync("rclone", spoil, { env: { PATH: process.env.PATH, ...environment }, input: "{", stdio: ["pipe", "ignore", "ignore"] });
    const before = filesBelow(download(s3, "vier"));
    await desk.build(edited("Nach dem Schaden"));
    const { code, stderr } = await desk.publish(to, environment);
    assert.equal(code, 1);
    assert.match(stderr, /Das Verzeichnis der Adressen \(daten\/manifest\.json\) ist beschädigt.*Es wurde nichts geändert/s);
    assert.deepEqual(filesBelow(download(s3, "vier")), before);
    const forced = await desk.publish(to, environment, "--overwrite");
    assert.equal(forced.code, 0, forced.stderr);
    assertSame(download(s3, "vier"), desk.output);
  });

  test("without credentials, with wrong ones, and for a storage that nobody knows, nothing is changed and no secret is told", async (context) => {
    if (!s3) return context.skip("Debian's package rclone is not installed.");
    const { environment, remote } = s3;
    const desk = new Desk();
    await desk.build();
    const cases: [Record<string, string>, string][] = [
      [
        { ...environment, RCLONE_CONFIG_SPEICHER_ACCESS_KEY_ID: "WER", RCLONE_CONFIG_SPEICHER_SECRET_ACCESS_KEY: "ganz-geheim-und-falsch" },
        `rclone:${remote}/drei`,
      ],
      [environment, "rclone:gibtesnicht:archiv"],
      [{ ...environment, RCLONE_CONFIG_SPEICHER_ENDPOINT: "http://127.0.0.1:9" }, `rclone:${remote}/drei`],
    ];
    for (const [settings, to] of cases) {
      const { code, stdout, stderr } = await desk.publish(to, settings);
      assert.equal(code, 1, `${to}: ${stdout}`);
      assert.match(stderr, /rclone kommt mit .* nicht zurecht/);
      assert.doesNotMatch(stdout + stderr, /ganz-geheim/);
    }
  });
});

test("a folder that belongs to somebody else is told, and nothing is changed", async (context) => {
  if (process.getuid?.() !== 0) return context.skip("Only root can run a program as somebody else.");
  const desk = new Desk();
  await desk.build();
  const host = join(makeFolder(), "host");
  mkdirSync(host);
  chmodSync(host, 0o755);
  chownSync(host, 0, 0);
  // The shell of the scripts runs as another user.
  const script = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "sh", "-c"];
  const { APPLY } = await import("../../src/publishing/hosts/release-scripts.ts");
  assert.throws(
    () => execFileSync(script[0] as string, [...script.slice(1), APPLY, "sh", host, "", "000001", "5", "yes"], { encoding: "utf8" }),
    (thrown: { stdout: string }) => /es fehlen Rechte/.test(thrown.stdout),
  );
  appendFileSync(join(host, "x"), "");
});
