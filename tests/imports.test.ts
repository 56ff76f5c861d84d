import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, test } from "node:test";
import { filesBelow, ROOT } from "./fixture.ts";

const text = new Map([...filesBelow(join(ROOT, "src"))].map(([path, bytes]) => [`src/${path}`, bytes.toString()]));
text.set(".eleventy.ts", readFileSync(join(ROOT, ".eleventy.ts"), "utf8"));

/** Source without comments and quoted words, which may speak of anything. */
const code = (path: string) => (text.get(path) ?? "").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
const imports = (path: string) =>
  [...(text.get(path) ?? "").matchAll(/(?:\bfrom |\bimport |\bimport\(|createRequire[^;]*require\()"([^"]+)"/g)].map(([, from = ""]) =>
    from.startsWith(".") ? normalize(join(dirname(path), from)) : from,
  );

const modules = [...text.keys()].filter((path) => path.endsWith(".ts"));
const commands = modules.filter((path) => path.startsWith("src/commands/"));
const outer = [...commands, ".eleventy.ts"];
const [, list = ""] = /const capabilities[^=]*= \[([^\]]*)\]/.exec(text.get(".eleventy.ts") ?? "") ?? [];
const made = [...list.matchAll(/\w+/g)].map(String);
const capabilities = imports(".eleventy.ts").filter(
  (path) => modules.includes(path) && made.some((name) => new RegExp(`export function ${name}\\b`).test(text.get(path) ?? "")),
);
const core = modules.filter(
  (path) => !outer.includes(path) && !capabilities.includes(path) && path !== "src/rendering.ts" && !path.endsWith(".d.ts"),
);

/** The modules below all others, and those that read a release without the archive. */
const BOTTOM = ["src/dates.ts", "src/addresses.ts", "src/problems.ts"];
const MIDDLE_NAMES = ["release", "registers", "site", "front-matter", "yaml", "markdown", "schema"];
const middle = modules.filter((path) => /^src\/(release\/.*|registers|site|front-matter|yaml|markdown|schema)\.ts$/.test(path));

/** The imports of some modules that a rule forbids, as `importer -> imported`. */
const forbidden = (from: readonly string[], isForbidden: (path: string) => boolean) =>
  from.flatMap((path) => imports(path).flatMap((to) => (isForbidden(to) ? [`${path} -> ${to}`] : [])));

describe("who may import whom", () => {
  test("the parts are found", () => {
    for (const path of [...BOTTOM, "src/rendering.ts"]) assert.ok(modules.includes(path), `${path} is no module`);
    for (const name of MIDDLE_NAMES)
      assert.ok(
        middle.some((path) => path.endsWith(`/${name}.ts`)),
        `${name} is no module`,
      );
    assert.equal(capabilities.length, made.length, `${made.join()} are in ${capabilities.join()}`);
    assert.ok(core.length > 15 && commands.length > 4);
    assert.ok(imports("src/archive/archive.ts").includes("src/comments.ts"));
  });

  test("a capability never imports a capability", () => {
    assert.deepEqual(
      forbidden(capabilities, (to) => capabilities.includes(to)),
      [],
    );
  });

  test("the core imports neither capabilities nor rendering nor commands", () => {
    assert.deepEqual(
      forbidden(core, (to) => capabilities.includes(to) || outer.includes(to) || to === "src/rendering.ts"),
      [],
    );
  });

  test("only rendering, commands and .eleventy.ts know Eleventy", () => {
    const knowing = (from: readonly string[]) => forbidden(from, (to) => to === "@11ty/eleventy");
    assert.ok(knowing(commands).length > 0);
    assert.deepEqual(knowing([...core, ...capabilities]), []);
  });

  test("capabilities and rendering import no command", () => {
    assert.deepEqual(
      forbidden([...capabilities, "src/rendering.ts"], (to) => outer.includes(to)),
      [],
    );
  });

  test("only build, start and what they render with start Eleventy", () => {
    assert.deepEqual(
      commands.filter((path) => /new Eleventy\(/.test(code(path))),
      ["src/commands/render.ts", "src/commands/start.ts"],
    );
  });

  test("reading a release knows nothing of the archive, and dates, addresses and problems know nothing of anything above them", () => {
    assert.deepEqual(
      forbidden(BOTTOM, (to) => modules.includes(to) && !BOTTOM.includes(to)),
      [],
    );
    assert.deepEqual(
      forbidden(middle, (to) => to.startsWith("src/archive/")),
      [],
    );
  });
});

describe("what a module may know", () => {
  test("the clock and the environment are read only in commands and .eleventy.ts", () => {
    const readers = modules.filter((path) =>
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bprocess\.env\b|\bDateTime\.(now|local|utc)\(\s*\)|\bperformance\.now\b/.test(
        code(path),
      ),
    );
    assert.ok(readers.length > 0);
    assert.deepEqual(
      readers.filter((path) => !outer.includes(path)),
      [],
    );
  });

  test("nothing is left to chance or to the computer's language", () => {
    const inner = modules.filter((path) => !outer.includes(path));
    const chance = /\bMath\.random\b|\brandomUUID\b|\blocaleCompare\(|\btoLocale\w+\(\s*\)/;
    for (const written of ["Math.random()", "crypto.randomUUID()", "a.localeCompare(b)", "date.toLocaleString()"])
      assert.match(written, chance);
    assert.ok(inner.length > 40 && inner.every((path) => code(path).length > 0));
    assert.deepEqual(
      inner.filter((path) => chance.test(code(path))),
      [],
    );
  });

  test("no value is of any type, outside of Eleventy's own", () => {
    assert.deepEqual(
      modules.filter((path) => /[:<|&,(=]\s*any\b(?!\s*\()|\bas any\b|\bany\[\]/.test(code(path))),
      ["src/eleventy.d.ts"],
    );
  });

  test("imports name their file, and only .eleventy.ts and declarations export by default", () => {
    const own = modules.flatMap((path) => imports(path).filter((to) => to.startsWith("src/") || to.startsWith("layouts/")));
    assert.ok(own.length > 100);
    assert.deepEqual(
      own.filter((to) => !/\.(ts|json)$/.test(to)),
      [],
    );
    assert.deepEqual(
      modules.filter((path) => /export default\b/.test(code(path)) && !path.endsWith(".d.ts")),
      [".eleventy.ts"],
    );
  });
});
