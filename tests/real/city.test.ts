import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "yaml";
import { filesBelow, layFiles, makeFolder, ROOT, snapshot } from "../fixture.ts";
import { copyForPacking, REGISTRY } from "./tools.ts";

const NOW = "2026-12-15T12:00:00+01:00";

/** What is told of the city that is set up. */
const CITY = [
  ...["--name", "Stadt Beispielhausen", "--url", "https://nachrichten.beispielhausen.example/"],
  ...["--email", "presse@beispielhausen.example"],
];

interface Ran {
  code: number | null;
  said: string;
}

/** Longest that a command may take, in ms: npm waits for a registry that it cannot reach for much longer. */
const PATIENCE = 10 * 60_000;

/**
 * Runs a program as a person does in a terminal of their own: of this process's environment only the path, the home and the way to the
 * registry reach it.
 */
function run(cwd: string, program: string, args: readonly string[], environment: Record<string, string> = {}): Ran {
  const { PATH = "", HOME = "" } = process.env;
  const env = { ...REGISTRY, PATH, HOME, NOW, GIT_CONFIG_GLOBAL: "/dev/null", ...environment };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: "utf8", maxBuffer: 50_000_000, timeout: PATIENCE });
  return { code: status, said: `${stdout}${stderr}` };
}

function runSoundly(cwd: string, program: string, args: readonly string[]): string {
  const { code, said } = run(cwd, program, args);
  assert.equal(code, 0, `${program} ${args.join(" ")}\n${said}`);
  return said;
}

/** Packs the software that lies in a folder. */
function pack(project: string, into: string): string {
  runSoundly(project, "npm", ["pack", "--silent", "--pack-destination", into]);
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
  return join(into, `stadtchronik-${version}.tgz`);
}

/** Replaces a piece of a file that stands in it once. */
function edit(file: string, from: string, to: string): void {
  const source = readFileSync(file, "utf8");
  assert.equal(source.split(from).length, 2, `${file} does not say this once: ${from}`);
  writeFileSync(
    file,
    source.replace(from, () => to),
  );
}

/** The software as it could be next year: a setting has another name, a topic another id, and one layout is another. */
function makeNewer(): string {
  const project = copyForPacking();
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  edit(join(project, "package.json"), `"version": "${version}"`, '"version": "9.1.0"');
  edit(
    join(project, "CHANGELOG.md"),
    "## [Unreleased]",
    "## [9.1.0] - 2027-01-01\n### Was eine Stadt tun muss\n- Nichts weiter.\n\n## [0.1.9]",
  );
  edit(join(project, "src/content/schema-version.ts"), "SCHEMA_VERSION = 1", "SCHEMA_VERSION = 2");
  edit(join(project, "src/content/site-schema.ts"), "  tagline: text(2, 80", "  motto: text(2, 80");
  edit(join(project, "src/content/site.ts"), "tagline: value.tagline", "tagline: value.motto");
  edit(
    join(project, "src/desk/city/migrations.ts"),
    "MIGRATIONS: readonly Migration[] = [];",
    `MIGRATIONS: readonly Migration[] = [
  {
    to: 2,
    about: "tagline heißt jetzt motto.",
    apply: (texts) =>
      new Map([...texts].map(([path, text]) => [path, text.replace(/^tagline:/m, "motto:").replace(/^altes-thema:|\\[altes-thema\\]/m, (word) => word.replace("altes", "neues"))])),
  },
];`,
  );
  edit(join(project, "layouts/home.njk"), "{% block main %}", "{% block main %}\n<!-- 9.1.0 -->");
  return project;
}

describe("a city, from an empty folder on", { concurrency: 1 }, () => {
  const packed = makeFolder();
  const empty = makeFolder();
  const city = join(empty, "stadt");
  const site = join(city, "_site");
  const content = (path: string) => join(city, "content", path);
  let [present, newer] = ["", ""];

  before(() => {
    present = pack(copyForPacking(), packed);
    newer = pack(makeNewer(), packed);
  });

  test("is set up by the packed file alone, and builds", () => {
    runSoundly(empty, "npm", ["install", "--no-audit", "--no-fund", present]);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { dependencies: object };
    const installed = readdirSync(join(empty, "node_modules"));
    assert.ok(Object.keys(dependencies).every((name) => installed.includes(name.split("/")[0] ?? "")));
    for (const name of ["tsx", "esbuild", "typescript", "@biomejs", "@sparticuz", "playwright-core"])
      assert.ok(!installed.includes(name), name);
    const said = runSoundly(empty, "npx", ["stadtchronik", "create", "stadt", ...CITY, "--software", present]);
    assert.match(said, /Das Archiv „Stadt Beispielhausen“ ist angelegt/);
    runSoundly(city, "npm", ["install", "--no-audit", "--no-fund"]);
    assert.match(runSoundly(city, "npm", ["run", "build"]), /veröffentlicht 3 \+ nicht öffentlich 1 \+ abgewiesen 0/);
    assert.ok(existsSync(join(site, "impressum/index.html")));
  });

  test("is set up in the same way by npm create stadtchronik", () => {
    runSoundly(join(ROOT, "create-stadtchronik"), "npm", ["pack", "--silent", "--pack-destination", packed]);
    const creator = readdirSync(packed).find((name) => name.startsWith("create-stadtchronik-")) ?? "";
    runSoundly(empty, "npm", ["install", "--no-audit", "--no-fund", join(packed, creator)]);
    const said = runSoundly(empty, "npm", ["create", "stadtchronik", "zweite", "--", ...CITY, "--software", present]);
    assert.match(said, /Das Archiv „Stadt Beispielhausen“ ist angelegt/);
    const texts = (folder: string) => ({ ...snapshot(join(empty, folder, "content")), ...snapshot(join(empty, folder, "software")) });
    assert.deepEqual(texts("zweite"), texts("stadt"));
  });

  test("takes at most 150 MB", () => {
    const kilobytes = Number(/^\d+/.exec(runSoundly(city, "du", ["-sk", "node_modules"]))?.[0]);
    assert.ok(kilobytes > 20_000 && kilobytes < 150_000, `${kilobytes} KB`);
  });

  test("shows its draft in the preview, and publishes it when the line goes", async () => {
    const port = await freePort();
    const preview = spawn(process.execPath, ["node_modules/stadtchronik/bin/stadtchronik.js", "start", "--port", String(port)], {
      cwd: city,
      env: { ...process.env, NOW },
      stdio: "ignore",
    });
    try {
      await until(`http://localhost:${port}/2026/${today()}/erste-meldung/`, /Entwurf/);
      await editWhile(`http://localhost:${port}/impressum/`);
    } finally {
      preview.kill();
    }
    edit(content(`releases/2026/${today()}/erste-meldung.md`), "draft: true\n", "topics: [altes-thema]\n");
    writeFileSync(content("registers/topics.yml"), "altes-thema:\n  name: Altes Thema\n");
    edit(content("site.yml"), "# tagline: Nachrichtenarchiv", "tagline: Was hier geschah");
    layFiles(city, {
      "layouts/home.njk": readFileSync(join(city, "node_modules/stadtchronik/layouts/home.njk"), "utf8").replace(
        "{% block main %}",
        "{% block main %}\n<!-- eigen -->",
      ),
    });
    runSoundly(city, "npm", ["run", "build"]);
    assert.match(readFileSync(join(site, "index.html"), "utf8"), /<!-- eigen -->/);
    assert.match(readFileSync(join(site, "index.html"), "utf8"), /Was hier geschah/);
    assert.ok(existsSync(join(site, "themen/altes-thema/index.html")));

    async function editWhile(address: string): Promise<void> {
      const file = content("pages/impressum.md");
      writeFileSync(file, readFileSync(file, "utf8").replace("## Anbieter", "## Anbieterin"));
      await until(address, /Anbieterin/);
    }
  });

  test("goes to no version that would lose an address: it is named, and all stays as it was", () => {
    const was = state();
    const { code, said } = run(city, "npm", ["run", "upgrade", "--", "--to", newer, "--yes"]);
    assert.equal(code, 1, said);
    assert.match(said, /Mit der neuen Fassung 9\.1\.0 lässt sich das Archiv nicht bauen\. Es wurde nichts geändert\./);
    assert.match(said, /\/themen\/altes-thema\/ {2}Der Eintrag ginge verloren/);
    assert.match(said, /eigenen Layouts[^\n]*:\n {2}layouts\/home\.njk$/m, "they may be why");
    assert.doesNotMatch(said, /^\s+at /m);
    assert.deepEqual(state(), was);
  });

  test("sees what a newer version would change before it is done, and nothing is done without a yes", () => {
    const site = readFileSync(content("site.yml"), "utf8");
    writeFileSync(
      content("site.yml"),
      `${site}\nforgotten:\n  - address: /themen/altes-thema/\n    reason: Das Thema heißt jetzt anders.\n`,
    );
    const was = state();
    const said = runSoundly(city, "npm", ["run", "upgrade", "--", "--to", newer]);
    assert.match(said, /Von Stadtchronik \S+ nach 9\.1\.0\./);
    assert.match(said, /9\.1\.0: - Nichts weiter\./);
    assert.match(said, /Stand 2: tagline heißt jetzt motto\./);
    assert.match(said, /^-tagline: Was hier geschah\n\+motto: Was hier geschah$/m);
    assert.match(said, /^-schema: 1\n\+schema: 2$/m);
    assert.match(said, /eigenen Layouts[^\n]*sehen Sie sie durch:\n {2}layouts\/home\.njk$/m);
    assert.match(said, /Alle veröffentlichten Adressen bleiben\. Gleich bleiben \d+ Dateien\./);
    assert.match(said, /\/themen\/neues-thema\/$/m);
    assert.match(said, /Es wurde nichts geändert\./);
    assert.deepEqual(state(), was);
  });

  test("goes there with a yes: software, lock and content are of the newer version, and every address answers", () => {
    const addresses = addressesOf(site);
    runSoundly(city, "npm", ["run", "upgrade", "--", "--to", newer, "--yes"]);
    const { dependencies } = JSON.parse(readFileSync(join(city, "package.json"), "utf8")) as { dependencies: object };
    assert.deepEqual(dependencies, { stadtchronik: "file:software/stadtchronik-9.1.0.tgz" });
    assert.deepEqual(readdirSync(join(city, "software")), ["stadtchronik-9.1.0.tgz"]);
    assert.match(runSoundly(city, "npx", ["stadtchronik", "--version"]), /^9\.1\.0$/m);
    const settings = parse(readFileSync(content("site.yml"), "utf8")) as Record<string, unknown>;
    assert.deepEqual([settings.schema, settings.motto, settings.tagline], [2, "Was hier geschah", undefined]);
    runSoundly(city, "npm", ["run", "build"]);
    const lost = addresses.filter((address) => !addressesOf(site).includes(address));
    assert.deepEqual(
      // The index of the search names its files for what they hold: a version that writes other columns has other files.
      lost.filter((address) => !/^\/(themen\/altes-thema|pagefind)\//.test(address)),
      [],
    );
    assert.match(readFileSync(join(site, "index.html"), "utf8"), /Was hier geschah/);
    assert.ok(!existsSync(join(city, ".cache/upgrade/software")), "what was fetched for it is gone");
  });

  test("is rebuilt from a clone of its repository, without a network where npm knows the libraries, to the byte", () => {
    for (const args of [
      ["init", "--quiet"],
      ["add", "--all"],
      [...AUTHOR, "commit", "--quiet", "-m", "Stand"],
    ])
      runSoundly(city, "git", args);
    const clone = join(makeFolder(), "wiederhergestellt");
    runSoundly(empty, "git", ["clone", "--quiet", city, clone]);
    assert.ok(!existsSync(join(clone, "node_modules")) && !existsSync(join(clone, "_site")));
    runSoundly(clone, "npm", ["ci", "--offline", "--no-audit", "--no-fund"]);
    runSoundly(clone, "npm", ["run", "build"]);
    assert.ok(filesBelow(site).size > 30);
    assert.deepEqual(snapshot(join(clone, "_site")), snapshot(site));
    // Plain Eleventy has its way in, too.
    const config = "--config=node_modules/stadtchronik/dist/eleventy.js";
    const { code, said } = run(clone, "npx", ["eleventy", config, "--quiet"], { OUTPUT: "eleventy-site" });
    assert.equal(code, 0, said);
    assert.deepEqual(snapshot(join(clone, "eleventy-site")), snapshot(site));
  });

  /** All that an upgrade that fails must not touch. */
  function state(): Record<string, string> {
    const kept = ["package.json", "package-lock.json"].map((name) => [name, readFileSync(join(city, name), "utf8")]);
    return { ...Object.fromEntries(kept), ...snapshot(join(city, "content")), ...snapshot(join(city, "software")), ...snapshot(site) };
  }
});

const AUTHOR = ["-c", "user.name=Erika Muster", "-c", "user.email=erika@beispielhausen.example"];

/** The month in which the first release was written. */
const today = () => NOW.slice(5, 7);

const addressesOf = (site: string) =>
  (JSON.parse(readFileSync(join(site, "daten/manifest.json"), "utf8")) as { addresses: { address: string }[] }).addresses.map(
    ({ address }) => address,
  );

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function until(address: string, expected: RegExp): Promise<void> {
  let last = "";
  for (let attempt = 0; attempt < 600; attempt++) {
    last = await fetch(address)
      .then((response) => response.text())
      .catch(String);
    if (expected.test(last)) return;
    await wait(100);
  }
  assert.fail(`${address} never said ${expected}: ${last.slice(0, 500)}`);
}
