import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import {
  buildSoundly,
  filesBelow,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  NOW,
  PDF,
  PNG,
  PROBE,
  ROOT,
  run,
  snapshot,
} from "../fixture.ts";
import { writePackage } from "./pack.ts";

interface Manifest {
  version: string;
  files: string[];
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

/** Libraries that the program loads only where it runs from its sources. */
const RUNNING_SOURCES = ["esbuild", "tsx"];

const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;

describe("the package that a city installs", () => {
  /** What `npm pack` packed, unpacked; the libraries beside it as npm would lay them. */
  const folder = makeFolder();
  const software = join(folder, "package");
  let packed: string[] = [];

  before(async () => {
    assert.equal(manifest.scripts.prepack, "node --import tsx tests/package/pack.ts");
    // What prepack does, in this process.
    await writePackage(ROOT);
    const { PATH = "", HOME = "" } = process.env;
    const call = { cwd: ROOT, encoding: "utf8", env: { PATH, HOME }, shell: process.platform === "win32" } as const;
    const { status, stdout, stderr } = spawnSync(
      "npm",
      ["pack", "--ignore-scripts", "--json", "--silent", "--pack-destination", folder],
      call,
    );
    assert.equal(status, 0, stderr);
    const text = stdout.slice(stdout.indexOf("["));
    const [{ filename }] = JSON.parse(text) as [{ filename: string }];
    assert.equal(spawnSync("tar", ["-xzf", join(folder, filename), "-C", folder]).status, 0);
    packed = [...filesBelow(software).keys()];
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  });

  test("holds the program as JavaScript, the layouts, schemas, starter and what a city reads, and nothing else", () => {
    const tops = [...new Set(packed.map((path) => path.split("/")[0]))];
    assert.deepEqual(
      tops.sort(),
      ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "bin", "dist", "docs", "layouts", "package.json", "schema", "starter"].sort(),
    );
    assert.deepEqual(
      packed.filter((path) => /\.tsx?$|(^|\/)tests?\/|fixtures|sample|japan-delegation|\.png$/.test(path)),
      [],
    );
    for (const part of ["layouts", "starter", "bin"]) {
      const own = [...filesBelow(join(ROOT, part)).keys()].map((path) => `${part}/${path}`);
      assert.deepEqual(
        own.filter((path) => !packed.includes(path)),
        [],
      );
    }
    for (const path of [
      "dist/command-line.js",
      "dist/eleventy.js",
      "dist/render-worker.js",
      "schema/site.json",
      "docs/betrieb.md",
      "docs/redaktion.md",
      "docs/meldungen.md",
    ])
      assert.ok(packed.includes(path), path);
    // The page of README pictures and all that is not text would make it heavy.
    const bytes = [...filesBelow(software)].reduce((sum, [, content]) => sum + content.length, 0);
    assert.ok(bytes < 1_550_000, `${bytes} bytes`);
  });

  test("names every library that it imports, each in one version, and none that only developers need", () => {
    // A long line goes on behind a backslash, within a word too.
    const program = [...filesBelow(join(software, "dist"))].map(([, bytes]) => bytes.toString().replaceAll("\\\n", "")).join("\n");
    const stated = [...program.matchAll(/(?:^|[;}])(?:import|export)\b(?:[^"';()]*\bfrom)?\s*"([^".][^"]*)";/gm)].flatMap(
      ([, path = ""]) => (path.startsWith("node:") ? [] : [path.split("/", path.startsWith("@") ? 2 : 1).join("/")]),
    );
    assert.ok(stated.length > 10);
    assert.deepEqual(
      // What only the editors' form needs, a city installs itself.
      [...new Set(stated)].filter((name) => !(name in manifest.dependencies || name in manifest.peerDependencies)),
      [],
    );
    // Some are loaded only where they are needed, by their name.
    const named = (names: object) =>
      Object.keys(names).filter((name) => new RegExp(`(?:from\\s*|import\\s*|\\()"${name}["/]`).test(program));
    assert.deepEqual(named(manifest.dependencies), Object.keys(manifest.dependencies));
    const atOurs = named(manifest.devDependencies).filter((name) => name === "esbuild" || !(name in manifest.peerDependencies));
    assert.deepEqual(atOurs, RUNNING_SOURCES, "and these only where the program runs from its sources");
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
  });

  test("names each of its libraries, with the reason for it, in the decisions", () => {
    const decisions = readFileSync(join(ROOT, "docs/decisions.md"), "utf8");
    const [table = ""] = /^## Packages\n[\s\S]*?(?=^## )/m.exec(decisions) ?? [];
    for (const name of [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)])
      if (!name.startsWith("@types/")) assert.ok(table.includes(name), `${name} is not named`);
  });

  test("makes of the same content the same bytes as the sources, in one thread as in several, and so do stripped types", async () => {
    const city = makeFolder();
    const content = makeContent({
      [PROBE]: makeRelease({ images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}]", attachments: "[{file: plan.pdf, title: Plan}]" }),
      [PROBE.replace(".md", "/bild.png")]: PNG,
      [PROBE.replace(".md", "/plan.pdf")]: PDF,
      [PROBE.replace(".md", ".en.md")]: makeFile({ title: "Library bus on Saturdays" }, "The library bus stops every Saturday.\n"),
    });
    cpSync(content, join(city, "content"), { recursive: true });
    const build = async (bin: string, loader: readonly string[], environment: Record<string, string>) => {
      const output = join(makeFolder(), "site");
      const { PATH = "", HOME = "" } = process.env;
      const settings = { PATH, HOME, NOW, OUTPUT: output, CACHE: join(makeFolder(), "cache"), ...environment };
      const built = spawnSync(process.execPath, [...loader, bin, "build"], { cwd: city, encoding: "utf8", env: settings });
      assert.equal(built.status, 0, built.stdout + built.stderr);
      return snapshot(output);
    };
    const { output } = await buildSoundly(join(city, "content"));
    const sources = snapshot(output);
    assert.ok(Object.keys(sources).length > 40);
    const sites = [await build(join(software, "bin/stadtchronik.js"), [], { SHARED_FROM: "5" })];
    if ((process.features as { typescript?: unknown }).typescript)
      sites.push(await build(join(ROOT, "bin/stadtchronik.js"), [], { SHARED_FROM: "5" }));
    for (const site of sites) {
      assert.deepEqual(Object.keys(site), Object.keys(sources));
      assert.deepEqual(
        Object.keys(site).filter((path) => site[path] !== sources[path]),
        [],
      );
    }
  });

  test("tells its version and its commands, those of a city alone", async () => {
    const bin = join(software, "bin/stadtchronik.js");
    assert.equal((await run([bin, "--version"], {}, folder)).stdout, `${manifest.version}\n`);
    const { stdout } = await run([bin, "--help"], {}, folder);
    for (const name of ["build", "start", "check", "create", "upgrade"]) assert.match(stdout, new RegExp(`^ +${name} `, "m"));
    assert.doesNotMatch(stdout, /bench|sample|test:/);
  });
});
