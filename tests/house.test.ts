import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { filesBelow, layFiles, makeFolder, ROOT } from "./fixture.ts";

/** The rooms from the top down; a room may use any below it. */
const ROOMS = ["commands", "publishing", "desk", "build", "rendering", "site", "archive", "markdown", "content", "disk"];

const text = new Map([...filesBelow(join(ROOT, "src"))].map(([path, bytes]) => [`src/${path}`, bytes.toString()]));
text.set(".eleventy.ts", readFileSync(join(ROOT, ".eleventy.ts"), "utf8"));
const modules = [...text.keys()].filter((path) => path.endsWith(".ts"));

/** Source without comments and quoted words, which may speak of anything. */
const code = (path: string) => (text.get(path) ?? "").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/"(?:[^"\\\n]|\\.)*"/g, '""');

/** What `npm run lint` says of probes that are laid into a copy of the project: the rules broken, by file. */
function lint(probes: Record<string, string>): Map<string, string[]> {
  const folder = makeFolder();
  for (const part of ["src", "tests/lint", "biome.json", ".eleventy.ts", "tsconfig.json"])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  layFiles(folder, probes);
  const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/biome"), ["lint", "--reporter=json", "--max-diagnostics=none", "src"], {
    cwd: folder,
    encoding: "utf8",
  });
  const broken = new Map<string, string[]>();
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string | { file: string } } }[] };
  for (const { category, location } of diagnostics) {
    const path = typeof location.path === "string" ? location.path : location.path.file;
    broken.set(path, [...(broken.get(path) ?? []), category.split("/").at(-1) ?? ""]);
  }
  return broken;
}

describe("the rooms of the house", () => {
  test("every folder of src/ is a room, and the folders that the plan names are there or still to come", () => {
    const folders = new Set(modules.flatMap((path) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []));
    assert.ok(folders.size > 6);
    assert.deepEqual(
      [...folders].filter((folder) => !ROOMS.includes(folder)),
      [],
    );
  });

  test("npm run lint refuses an import that climbs, one of a type included, a circle, and the clock and the environment below the commands", () => {
    const climbing = ROOMS.slice(1).map((room, index): [string, string] => [
      `src/${room}/probe.ts`,
      `import type { A } from "../${ROOMS[index]}/probe.ts";\n\nexport type B${index} = A;\n`,
    ]);
    const broken = lint({
      ...Object.fromEntries(climbing),
      "src/commands/probe.ts": 'import type { A as Below } from "../content/probe-below.ts";\n\nexport type A = Below;\n',
      "src/content/probe-below.ts": "export type A = 1;\n",
      "src/probe.ts": 'import type { A } from "./disk/probe.ts";\n\nexport type C = A;\n',
      "src/archive/probe-circle.ts": 'import type { E } from "./probe-round.ts";\n\nexport type D = E;\n',
      "src/archive/probe-round.ts": 'import type { D } from "./probe-circle.ts";\n\nexport type E = D | string;\n',
      "src/site/probe-clock.ts": "export const now = [Date.now(), new Date()];\n",
      "src/build/probe-environment.ts": "export const home = process.env.HOME;\n",
    });
    for (const [path] of climbing) assert.ok(broken.get(path)?.includes("noRestrictedImports"), `${path} may climb`);
    assert.ok(broken.get("src/probe.ts")?.includes("noRestrictedImports"));
    assert.ok(broken.get("src/archive/probe-circle.ts")?.includes("noImportCycles"));
    assert.deepEqual(broken.get("src/site/probe-clock.ts"), ["plugin", "plugin"]);
    assert.deepEqual(broken.get("src/build/probe-environment.ts"), ["noProcessEnv"]);
    assert.equal(broken.get("src/commands/probe.ts"), undefined, "an import downwards is welcome");
    const others = [...broken.keys()].filter((path) => !path.includes("probe"));
    assert.deepEqual(others, [], "and nothing else in the house is refused");
  });

  test("modules are short: below 110 lines on average, none above 250, no line longer than 140 characters", () => {
    const own = modules.filter((path) => path.startsWith("src/") && !path.endsWith(".d.ts"));
    const lengths = own.map((path) => (text.get(path) ?? "").split("\n").length - 1);
    assert.ok(lengths.reduce((sum, length) => sum + length, 0) / own.length < 110);
    assert.deepEqual(
      own.filter((_, index) => (lengths[index] ?? 0) > 250),
      [],
    );
    const long = own.flatMap((path) =>
      (text.get(path) ?? "").split("\n").flatMap((line, index) => (line.length > 140 ? [`${path}:${index + 1}`] : [])),
    );
    assert.deepEqual(long, []);
    const eleventy = (text.get(".eleventy.ts") ?? "").split("\n").length - 1;
    assert.ok(eleventy <= 40, `.eleventy.ts has ${eleventy} lines`);
  });
});

describe("what a module may know", () => {
  test("only the build, the preview and the rendering of a run start Eleventy", () => {
    assert.deepEqual(
      modules.filter((path) => /new Eleventy\(/.test(code(path))),
      ["src/build/preview.ts", "src/build/render.ts"],
    );
  });

  test("nothing is left to chance or to the computer's language", () => {
    const inner = modules.filter((path) => !path.startsWith("src/commands/"));
    assert.ok(inner.length > 50);
    assert.deepEqual(
      inner.filter((path) => /\bMath\.random\b|\brandomUUID\b|\blocaleCompare\(|\btoLocale\w+\(\s*\)/.test(code(path))),
      [],
    );
  });
});

describe("tests", () => {
  test("prepare what they need in their suites or at the top of their file: hooks outside would be those of all files of the process", () => {
    const files = [...filesBelow(join(ROOT, "tests"))].filter(([path]) => path.endsWith(".test.ts") && !path.startsWith("real/"));
    assert.ok(files.length > 40);
    assert.deepEqual(
      files.filter(([, bytes]) => /^(before|beforeEach|afterEach)\(/m.test(bytes.toString())).map(([path]) => path),
      [],
    );
  });
});
