import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { build } from "esbuild";
import { parse } from "yaml";
import { COMMANDS } from "../../src/commands/command-line.ts";
import { starterFiles } from "../../src/desk/city/starter.ts";
import { makeFolder, ROOT } from "../fixture.ts";

const readRoot = (path: string) => readFileSync(join(ROOT, path), "utf8");
const release = readRoot(".github/workflows/release.yml");
const city = starterFiles(
  {
    name: "Stadt X",
    url: "https://x.example/",
    email: undefined,
    today: "2026-11-27",
    inhabitants: 0,
    software: { spec: "0.2.0", file: undefined },
  },
  "stadt",
);
const ofCity = city.get(".github/workflows/archiv.yml") ?? "";
const gitlab = city.get(".gitlab-ci.yml") ?? "";

interface Job {
  needs?: string;
  permissions?: Record<string, string>;
  steps: { run?: string; uses?: string }[];
}

const jobsOf = (workflow: string) => (parse(workflow) as { jobs: Record<string, Job> }).jobs;
const commandsOf = (workflow: string) =>
  Object.values(jobsOf(workflow)).flatMap(({ steps }) => steps.flatMap(({ run }) => run?.split("\n") ?? []));

describe("workflows", () => {
  /** What GitHub itself finds wrong with a workflow, by its own parser. */
  let judge: (workflow: string) => string[];

  before(async () => {
    // The parser imports JSON in a way that only bundlers understand.
    const outfile = join(makeFolder(), "parser.cjs");
    const contents = `
      import { parseWorkflow, NoOperationTraceWriter } from "@actions/workflow-parser";
      export const judge = (content) =>
        parseWorkflow({ name: "w.yml", content }, new NoOperationTraceWriter()).context.errors.getErrors().map(({ message }) => message);`;
    await build({ stdin: { contents, resolveDir: ROOT }, bundle: true, platform: "node", format: "cjs", outfile, logLevel: "error" });
    judge = (createRequire(outfile)(outfile) as { judge: typeof judge }).judge;
  });

  test("of the repository and of a new city are as GitHub wants them", () => {
    assert.deepEqual(judge(release), []);
    assert.deepEqual(judge(ofCity), []);
    assert.deepEqual(judge(readRoot(".github/workflows/archiv.yml")), []);
    for (const broken of [
      release.replace("runs-on", "run-on"),
      release.replace("github.ref_name", "github.ref_name +"),
      ofCity.replace("steps:", "step:"),
    ])
      assert.notDeepEqual(judge(broken), [], "the parser would have said so");
  });

  test("publish a tag alone, tested before, with provenance and nothing secret, by a publisher that may do no more than that", () => {
    const { on } = parse(release) as { on: object };
    assert.deepEqual(on, { push: { tags: ["v*.*.*"] } });
    const { test: tested, publish } = jobsOf(release);
    assert.equal(publish?.needs, "test");
    assert.deepEqual(publish?.permissions, { contents: "write", "id-token": "write" });
    assert.ok(tested?.steps.some(({ run }) => run === "npm test"));
    assert.doesNotMatch(release, /secrets\./);
    const published = commandsOf(release).filter((line) => line.includes("npm publish"));
    assert.equal(published.length, 2);
    for (const line of published) assert.match(line, /--provenance/);
    for (const word of ["npm sbom", "third-party-notices", "npm pack", "npm audit --omit=dev"]) assert.ok(release.includes(word), word);
    for (const line of commandsOf(release).filter((text) => text.includes("npx"))) assert.match(line, /@\d+\.\d+\.\d+ /);
  });

  test("of a city check and build it, with commands that its package has", () => {
    const { scripts } = JSON.parse(city.get("package.json") ?? "") as { scripts: Record<string, string> };
    assert.deepEqual(
      Object.keys(COMMANDS).filter((name) => name !== "create" && scripts[name] !== `stadtchronik ${name}`),
      [],
    );
    const { archiv } = parse(gitlab) as { archiv: { script: string[]; artifacts: { reports: object } } };
    for (const lines of [commandsOf(ofCity), archiv.script]) {
      const run = lines.flatMap((line) => [...line.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name = ""]) => name));
      assert.ok(run.includes("check") && run.includes("build"));
      for (const name of run) assert.ok(scripts[name], name);
    }
    assert.deepEqual(archiv.artifacts.reports, { codequality: "pruefung.json" });
  });
});

test("npm create stadtchronik sets up a city by the same version of the software", () => {
  const own = JSON.parse(readRoot("package.json")) as { version: string; license: string; engines: object };
  const creator = JSON.parse(readRoot("create-stadtchronik/package.json")) as typeof own & { dependencies: object };
  assert.deepEqual(creator.dependencies, { stadtchronik: own.version });
  for (const field of ["version", "license", "engines"] as const) assert.deepEqual(creator[field], own[field]);
});
