import assert from "node:assert/strict";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { publish } from "../../src/commands/publish.ts";
import { verify } from "../../src/commands/verify.ts";
import {
  buildSoundly,
  call,
  type Files,
  filesBelow,
  layFiles,
  makeContent,
  makeFolder,
  makeRelease,
  PROBE,
  type Run,
  SITE,
  snapshot,
} from "../fixture.ts";

/** A town on its way to a host. */
class Desk {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
  readonly host: string;

  constructor(files: Files = {}) {
    this.content = makeContent({
      [PROBE]: makeRelease(),
      "pages/impressum.md": "---\ntitle: Impressum\n---\nStadt Probestadt, Markt 1.\n",
      ...files,
    });
    const folder = makeFolder();
    this.output = join(folder, "site");
    this.cache = join(folder, "cache");
    this.host = join(folder, "host");
  }

  async build(args: readonly string[] = []): Promise<void> {
    await buildSoundly(this.content, { output: this.output, args, environment: { CACHE: this.cache } });
  }

  publish(...args: string[]): Promise<Run> {
    return call(publish, ["--to", this.host, ...args], {
      CONTENT: this.content,
      OUTPUT: this.output,
      CACHE: this.cache,
      NOW: "2026-12-15T12:00:00+01:00",
    });
  }

  async publishSoundly(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.publish(...args);
    assert.equal(code, 0, stderr + stdout);
    return stdout;
  }

  /** What visitors see of a page. */
  shown(path: string): string {
    return readFileSync(join(this.host, "current/site", path), "utf8");
  }

  /** Asserts that the live site is the one that was built, to the byte. */
  assertLive(): void {
    const live = new Map([...filesBelow(join(this.host, "current/site"))].filter(([path]) => !/\.(br|gz)$/.test(path)));
    assert.deepEqual([...live.keys()], [...filesBelow(this.output).keys()]);
    for (const [path, bytes] of filesBelow(this.output)) assert.ok(live.get(path)?.equals(bytes), path);
  }
}

/** All that lies at a place, to compare it with what lay there before. */
function stateOf(host: string): Record<string, string> {
  if (statSync(host).isFile()) return { "": readFileSync(host, "utf8") };
  if (!existsSync(join(host, "current"))) return snapshot(host);
  return { current: readlinkSync(join(host, "current")), ...snapshot(join(host, "releases")) };
}

const edited = (title: string) => makeRelease({ title }, "Der Bücherbus hält jeden Samstag auf dem Markt.\n");

describe("publishing to a folder", () => {
  test("shows the built site, says what is new, and a second time that nothing has changed", async () => {
    const desk = new Desk();
    await desk.build();
    const said = await desk.publishSoundly();
    assert.match(said, /^Neu: \d+\n/);
    assert.match(said, /Veröffentlichung 000001\./);
    desk.assertLive();
    const again = await desk.publishSoundly();
    assert.match(again, /Es hat sich nichts geändert\./);
    assert.deepEqual(readdirSync(join(desk.host, "releases")), ["000001"]);
  });

  test("transfers only what an edit has changed, beside it compressed, and names it; unchanged files are shared", async () => {
    const desk = new Desk();
    await desk.build();
    const first = await desk.publishSoundly();
    layFiles(desk.content, { [PROBE]: edited("Bücherbus fährt sonntags") });
    await desk.build();
    const second = await desk.publishSoundly();
    assert.match(second, /Geändert: \d+\n(.|\n)*\/2024\/05\/probe\/\n/);
    const bytes = (said: string) => Number(/Übertragen: ([\d.]+) Bytes/.exec(said)?.[1]?.replaceAll(".", ""));
    assert.ok(bytes(second) < bytes(first) / 2, `${bytes(second)} of ${bytes(first)}`);
    assert.match(desk.shown("2024/05/probe/index.html"), /Bücherbus fährt sonntags/);
    desk.assertLive();
    const inode = (release: string, path: string) => filesBelow(join(desk.host, "releases", release, "site")).has(path);
    assert.ok(inode("000001", "assets/style.css") && inode("000002", "assets/style.css"));
    assert.match(readFileSync(join(desk.host, "releases/000001/site/2024/05/probe/index.html"), "utf8"), /fährt jetzt auch samstags/);
  });

  test("an earlier release comes back, and the last ones stay", async () => {
    const desk = new Desk();
    for (const title of ["Eins fährt der Bus", "Zwei fährt der Bus", "Drei fährt der Bus", "Vier fährt der Bus"]) {
      layFiles(desk.content, { [PROBE]: edited(title) });
      await desk.build();
      await desk.publishSoundly("--keep", "3");
    }
    assert.deepEqual(readdirSync(join(desk.host, "releases")), ["000002", "000003", "000004"]);
    assert.match(
      await desk.publishSoundly("--rollback"),
      /zeigt wieder die Veröffentlichung 000003 \(davor 000004\)\.\nWas seither zurückgezogen [^\n]* wieder zu lesen/,
    );
    assert.match(desk.shown("2024/05/probe/index.html"), /Drei fährt der Bus/);
    await desk.publishSoundly("--rollback", "--release", "2");
    assert.match(desk.shown("2024/05/probe/index.html"), /Zwei fährt der Bus/);
    const { code, stderr } = await desk.publish("--rollback");
    assert.deepEqual([code, /keine frühere Veröffentlichung/.test(stderr)], [1, true]);
    await desk.publishSoundly("--keep", "3");
    assert.match(desk.shown("2024/05/probe/index.html"), /Vier fährt der Bus/);
    desk.assertLive();
  });

  test("the release that would go becomes the new one, unless somebody has changed it: what is shown is the built site to the byte", async () => {
    const desk = new Desk();
    const inode = (release: string) => statSync(join(desk.host, "releases", release)).ino;
    /** Alternately there and not: with it come and go a month, a year and their folders. */
    const OTHER = "releases/2019/03/zweite.md";
    const publishNext = async (round: number) => {
      layFiles(desk.content, { [PROBE]: edited(`Runde ${round} fährt der Bus`) });
      if (round % 2 === 0) layFiles(desk.content, { [OTHER]: makeRelease({ date: "2019-03-01", title: `Zweite in Runde ${round}` }) });
      else rmSync(join(desk.content, OTHER), { force: true });
      layFiles(desk.content, { "site.yml": `${SITE}forgotten:\n  - {address: /2019/03/zweite/, reason: "Zur Probe"}\n` });
      await desk.build();
      await desk.publishSoundly("--keep", "2");
      desk.assertLive();
      const folders = readdirSync(join(desk.host, "current/site"));
      assert.equal(folders.includes("2019"), round % 2 === 0, "no folder stays empty");
    };
    await publishNext(1);
    await publishNext(2);
    const first = inode("000001");
    await publishNext(3);
    assert.equal(inode("000003"), first);
    await publishNext(4);
    assert.deepEqual(readdirSync(join(desk.host, "releases")), ["000003", "000004"]);
    // A file of its own: the releases share what is the same in them.
    rmSync(join(desk.host, "releases/000003/site/robots.txt"));
    writeFileSync(join(desk.host, "releases/000003/site/robots.txt"), "# von Hand\n");
    await new Promise((done) => setTimeout(done, 20));
    const touched = inode("000003");
    await publishNext(5);
    assert.notEqual(inode("000005"), touched);
  });

  test("a path before all addresses is a folder of the site, and every link has it", async () => {
    const desk = new Desk({ "site.yml": SITE.replace("probestadt.example/", "probestadt.example/archiv/") });
    await desk.build();
    await desk.publishSoundly();
    assert.deepEqual(readdirSync(join(desk.host, "current/site")), ["archiv"]);
    for (const [path, bytes] of filesBelow(join(desk.host, "current/site/archiv"))) {
      if (!/\.(html|xml|json)$/.test(path) || path.startsWith("daten/")) continue;
      for (const [, link = ""] of bytes.toString().matchAll(/(?:href|src)="(\/[^"]*)"/g)) assert.match(link, /^\/archiv\//, path);
      for (const [, link = ""] of bytes
        .toString()
        .replaceAll("<wbr>", "")
        .matchAll(/https:\/\/probestadt\.example(\/[^"<\s]*)/g))
        assert.match(link, /^\/archiv\//, path);
    }
    const { code, stdout } = await call(verify, [desk.host], {});
    assert.equal(code, 0, stdout);
  });

  test("the city's command learns the addresses that have changed, and its failure is told after the site is published", async () => {
    const list = join(makeFolder(), "addresses");
    const settings = (command: string) => ({ "site.yml": `${SITE}afterPublish: ${JSON.stringify(command)}\n` });
    const desk = new Desk(settings(`cat > ${list}`));
    await desk.build();
    await desk.publishSoundly();
    assert.match(readFileSync(list, "utf8"), /^https:\/\/probestadt\.example\/2024\/05\/probe\/$/m);
    layFiles(desk.content, { ...settings("echo 'kein Netz' >&2; exit 3"), [PROBE]: edited("Der Bus fährt") });
    await desk.build();
    const { code, stderr } = await desk.publish();
    assert.equal(code, 1);
    assert.match(stderr, /ist veröffentlicht, aber der Befehl afterPublish in site\.yml ist gescheitert: kein Netz/);
    desk.assertLive();
  });
});

describe("publishing is refused, and nothing is changed", () => {
  /** A town that is published, what speaks against the next time, and what is said of it. */
  const cases: [rule: string, spoil: (desk: Desk) => void | Promise<void>, args: string[], said: RegExp, helps?: string[]][] = [
    [
      "where a file was changed after the build",
      (desk) => appendFileSync(join(desk.output, "index.html"), " "),
      [],
      /fehlt etwas, oder es wurde nach dem Bau geändert: index\.html/,
    ],
    ["where a file is missing", (desk) => rmSync(join(desk.output, "feed.xml")), [], /geändert: feed\.xml/],
    [
      "where something lies in the site that no build has made",
      (desk) => writeFileSync(join(desk.output, "notiz.txt"), "x"),
      [],
      /nicht vom Bau stammt: notiz\.txt/,
    ],
    ["where nothing is built", (desk) => rmSync(desk.output, { recursive: true }), [], /liegt keine fertige Website/],
    [
      "where the manifest is damaged",
      (desk) => writeFileSync(join(desk.output, "daten/manifest.json"), "{"),
      [],
      /ist ein Verzeichnis der Dateien beschädigt/,
    ],
    [
      "while a page is not filled in",
      async (desk) => {
        layFiles(desk.content, { "pages/impressum.md": "---\ntitle: Impressum\n---\nStadt Probestadt, [bitte ausfüllen: Straße].\n" });
        await desk.build();
      },
      [],
      /Noch nicht ausgefüllt: .*impressum\.md:4/,
    ],
    [
      "where a live address would be lost",
      async (desk) => {
        layFiles(desk.content, { [PROBE]: null });
        rmSync(desk.output, { recursive: true });
        await desk.build();
      },
      [],
      /\/2024\/05\/probe\/ {2}Die Meldung ginge verloren/,
    ],
    [
      "where another site is live",
      async (desk) => {
        layFiles(desk.content, { "site.yml": SITE.replace("Stadt Probestadt", "Stadt Anderswo") });
        await desk.build();
      },
      [],
      /Dort liegt eine andere Website: Stadt Probestadt/,
      ["--overwrite"],
    ],
    [
      "where somebody has changed a live file by hand",
      (desk) => appendFileSync(join(desk.host, "current/site/index.html"), "<p>von Hand</p>"),
      [],
      /von Hand geändert: .*index\.html/,
      ["--overwrite"],
    ],
    [
      "where somebody has put a file there",
      (desk) => writeFileSync(join(desk.host, "current/site/neu.html"), "x"),
      [],
      /von Hand geändert/,
      ["--overwrite"],
    ],
    [
      "where the list of what is there is damaged",
      (desk) => {
        const list = join(desk.host, "current/files");
        const text = readFileSync(list, "utf8");
        rmSync(list);
        writeFileSync(list, text.slice(0, 200));
        const past = new Date(Date.now() - 60_000);
        utimesSync(list, past, past);
        // Time passes on the host as well.
        writeFileSync(join(desk.host, "current/info"), readFileSync(join(desk.host, "current/info")));
        rmSync(desk.cache, { recursive: true });
      },
      [],
      /Liste der Dateien \(current\/files\) ist beschädigt/,
    ],
    [
      "where the target is a folder of somebody else's",
      (desk) => {
        rmSync(desk.host, { recursive: true });
        layFiles(desk.host, { "diplomarbeit.txt": "x" });
      },
      [],
      /enthält etwas, das nicht von hier stammt/,
    ],
    [
      "where the target is a file",
      (desk) => {
        rmSync(desk.host, { recursive: true });
        writeFileSync(desk.host, "x");
      },
      [],
      /ist eine Datei und kein Ordner/,
    ],
    ["where a release is kept that is no number", () => {}, ["--keep", "0"], /--keep 0 ist keine Zahl/],
    ["where the storage has no name", () => {}, ["--to", "rclone:"], /fehlt der Name des Speichers/],
    ["where the other computer's folder is missing", () => {}, ["--to", "web:"], /fehlt der Ordner/],
  ];
  let base: Desk;
  before(async () => {
    base = new Desk();
    await base.build();
    await base.publishSoundly();
  });

  for (const [rule, spoil, args, said, helps] of cases)
    test(rule, async () => {
      const desk = new Desk();
      for (const [from, to] of [
        [base.output, desk.output],
        [base.content, desk.content],
      ] as const)
        cpSync(from, to, { recursive: true, preserveTimestamps: true });
      await desk.publishSoundly();
      await spoil(desk);
      const live = stateOf(desk.host);
      const { code, stderr } = await desk.publish(...args);
      assert.match(stderr, said);
      assert.equal(code, args.length > 0 ? 2 : 1);
      assert.doesNotMatch(stderr, /^\s+at /m);
      assert.deepEqual(stateOf(desk.host), live);
      if (!helps) return;
      await desk.publishSoundly(...helps);
      desk.assertLive();
    });
});

test("a clock that is off, here or on the host, is told, and nothing is changed", async () => {
  const desk = new Desk();
  await desk.build();
  await desk.publishSoundly();
  layFiles(desk.content, { [PROBE]: edited("Zur falschen Zeit") });
  await desk.build();
  // Another computer, whose clock stands still in 1970.
  const tools = makeFolder();
  layFiles(tools, { date: "#!/bin/sh\necho 12345\n", ssh: `#!/bin/sh\nPATH=${tools}:$PATH exec sh -c "$2"\n` });
  for (const tool of ["date", "ssh"]) chmodSync(join(tools, tool), 0o755);
  const live = stateOf(desk.host);
  const publishBySsh = () =>
    call(publish, ["--to", `web:${desk.host}`], {
      ...{ CONTENT: desk.content, OUTPUT: desk.output, CACHE: desk.cache, NOW: "2026-12-15T12:00:00+01:00" },
      PUBLISH_SSH: join(tools, "ssh"),
    });
  const { code, stderr } = await publishBySsh();
  assert.equal(code, 1);
  assert.match(stderr, /Eine Uhr geht falsch: Hier ist es \d{4}-\d\d-\d\d \d\d:\d\d UTC, bei web:.* 1970-01-01 03:25 UTC/);
  assert.deepEqual(stateOf(desk.host), live);
  rmSync(join(tools, "date"));
  const right = await publishBySsh();
  assert.equal(right.code, 0, right.stderr);
  desk.assertLive();
});

describe("what lies on the host after an interruption", () => {
  test("is put away by the next run, which says so", async () => {
    const desk = new Desk();
    await desk.build();
    await desk.publishSoundly();
    for (const rest of ["releases/.new/site", "releases/.incoming", "releases/.gone/site"])
      mkdirSync(join(desk.host, rest), { recursive: true });
    layFiles(desk.content, { [PROBE]: edited("Nach der Unterbrechung") });
    await desk.build();
    assert.match(await desk.publishSoundly(), /Aufgeräumt, was eine unterbrochene Veröffentlichung hinterließ: .*releases\/\.new/);
    assert.deepEqual(readdirSync(join(desk.host, "releases")), ["000001", "000002"]);
    assert.equal(readlinkSync(join(desk.host, "current")), "releases/000002");
    desk.assertLive();
  });

  test("is put away also where nothing is left to publish, since the interruption came after the switch", async () => {
    const desk = new Desk();
    await desk.build();
    await desk.publishSoundly();
    mkdirSync(join(desk.host, "releases/.gone/site"), { recursive: true });
    const said = await desk.publishSoundly();
    assert.match(said, /Aufgeräumt, was eine unterbrochene Veröffentlichung hinterließ: releases\/\.gone\./);
    assert.match(said, /Es hat sich nichts geändert/);
    assert.deepEqual(readdirSync(join(desk.host, "releases")), ["000001"]);
  });

  test("takes nothing along to which somebody else's link leads", async () => {
    const desk = new Desk();
    await desk.build();
    await desk.publishSoundly();
    const foreign = makeFolder();
    layFiles(foreign, { "wichtig.txt": "Nicht von hier.\n" });
    symlinkSync(foreign, join(desk.host, ".current.new"));
    assert.match(await desk.publishSoundly(), /Aufgeräumt.*\.current\.new/);
    assert.equal(readFileSync(join(foreign, "wichtig.txt"), "utf8"), "Nicht von hier.\n");
    desk.assertLive();
  });

  test("goes with the release that was made and never shown, so that no rollback brings that one", async () => {
    const desk = new Desk();
    for (const title of ["Eins fährt der Bus", "Zwei fährt der Bus"]) {
      layFiles(desk.content, { [PROBE]: edited(title) });
      await desk.build();
      await desk.publishSoundly();
    }
    // As it lies there after a kill between the last two steps of a publication.
    cpSync(join(desk.host, "releases/000002"), join(desk.host, "releases/000003"), { recursive: true, preserveTimestamps: true });
    symlinkSync("releases/000003", join(desk.host, ".current.new"));
    layFiles(desk.content, { [PROBE]: edited("Drei fährt der Bus") });
    await desk.build();
    assert.match(await desk.publishSoundly(), /Aufgeräumt.*\.current\.new/);
    assert.deepEqual(readdirSync(join(desk.host, "releases")).length, 3);
    await desk.publishSoundly("--rollback");
    assert.match(desk.shown("2024/05/probe/index.html"), /Zwei fährt der Bus/);
    assert.equal(readlinkSync(join(desk.host, "current")), "releases/000002");
  });
});

describe("a finished folder for a host", () => {
  const settings = (target: string) => `${SITE}target: ${target}\n`;
  const aliases = '[/alt/eins.html, /alt/zwei, "/start.php?id=4", "https://alt.example/x"]';

  for (const [target, expected] of Object.entries({
    netlify: { files: ["_headers", "_redirects"], rule: "/start.php id=4 /2024/05/probe/ 301!" },
    cloudflare: { files: ["_headers", "_redirects"], rule: "/alt/zwei /2024/05/probe/ 301" },
    "gitlab-pages": { files: ["_redirects", "index.html.br"], rule: "https://alt.example/x https://probestadt.example/2024/05/probe/ 301" },
    "github-pages": { files: [".nojekyll"], rule: undefined },
  }))
    test(`${target}: holds the site and what that host reads, is replaced as a whole, and can be verified`, async () => {
      const desk = new Desk({ "site.yml": settings(target), [PROBE]: makeRelease({ aliases }) });
      await desk.build();
      await desk.publishSoundly();
      for (const file of expected.files) assert.ok(existsSync(join(desk.host, file)), file);
      if (expected.rule)
        assert.ok(
          readFileSync(join(desk.host, "_redirects"), "utf8").split("\n").includes(expected.rule),
          readFileSync(join(desk.host, "_redirects"), "utf8"),
        );
      assert.equal(existsSync(join(desk.host, "alt/eins.html")), target !== "gitlab-pages", "rules or pages lead on");
      layFiles(desk.content, { [PROBE]: makeRelease({ aliases, title: "Der Bus kommt" }) });
      await desk.build();
      assert.match(await desk.publishSoundly(), /Geändert: \d+\n/);
      assert.match(readFileSync(join(desk.host, "2024/05/probe/index.html"), "utf8"), /Der Bus kommt/);
      const { code, stdout, stderr } = await call(verify, [desk.host], {});
      assert.equal(code, 0, stdout + stderr);
    });

  test("more redirects than the host takes are an error before anything is written", async () => {
    const many = (from: number) => `[${Array.from({ length: 200 }, (_, number) => `/alt/${from}/${number}.html`).join(", ")}]`;
    const releases = Array.from({ length: 11 }, (_, index) => [
      `releases/2024/05/meldung-${index}.md`,
      makeRelease({ title: `Meldung ${index}`, aliases: many(index) }),
    ]);
    const desk = new Desk({ "site.yml": settings("cloudflare"), ...Object.fromEntries(releases) });
    await desk.build();
    const { code, stderr } = await desk.publish();
    assert.equal(code, 1);
    assert.match(stderr, /cloudflare nimmt höchstens 2\.000 Weiterleitungen; diese Website hat 2\.200/);
    assert.equal(existsSync(desk.host), false);
  });
});

test("a folder without the right to write is told, and nothing is changed", async (context) => {
  if (process.getuid?.() === 0) return context.skip("root may write everywhere; tests/real/ publishes as somebody else");
  const desk = new Desk();
  await desk.build();
  mkdirSync(desk.host);
  chmodSync(desk.host, 0o500);
  assert.match((await desk.publish()).stderr, /es fehlen Rechte/);
});
