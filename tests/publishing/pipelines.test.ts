import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { ROOT } from "../fixture.ts";

/** The pipelines: of a city's own repository (its template), and of the whole repository, software and content. */
const GITHUB = ["starter/_github/workflows/archiv.yml", ".github/workflows/archiv.yml"];
const GITLAB = ["starter/_gitlab-ci.yml", ".gitlab-ci.yml"];

const text = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface Step {
  name?: string;
  run?: string;
  uses?: string;
  if?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

/** The commands of a pipeline, a line each. */
function commandsOf(path: string): string[] {
  if (GITHUB.includes(path)) {
    const { jobs } = parse(text(path)) as { jobs: Record<string, { steps: Step[] }> };
    return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run?.trim().split("\n") ?? []));
  }
  return Object.values(parse(text(path)) as Record<string, { script?: string[] }>).flatMap((job) => job?.script ?? []);
}

describe("pipelines", () => {
  test("for GitLab are valid by GitLab's own published schema", async () => {
    // The schema that GitLab's editor uses, as it comes with a runner for one's own computer.
    const module = pathToFileURL(join(ROOT, "node_modules/gitlab-ci-local/src/schema/schema.js")).href;
    const { schema } = (await import(module)) as { schema: object };
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    for (const path of GITLAB) assert.ok(validate(parse(text(path))), `${path}: ${JSON.stringify(validate.errors?.slice(0, 2))}`);
    const broken = parse(text(".gitlab-ci.yml")) as { archiv: { script: unknown } };
    broken.archiv.script = { npm: "run build" };
    assert.equal(validate(broken), false, "the schema would have said so");
  });

  for (const path of [...GITHUB, ...GITLAB])
    test(`${path} checks, builds against the live site, publishes, wakes when an embargo ends, and fetches the whole history`, () => {
      const commands = commandsOf(path);
      const asked = (pattern: RegExp) =>
        assert.ok(
          commands.some((line) => pattern.test(line)),
          `${pattern} in ${path}`,
        );
      asked(/npm run (--silent )?check -- --format (github|gitlab)/);
      asked(/npm run build -- \$\{PUBLISH_TO:\+--previous live\}/);
      asked(/npm run publish -- --to "\$PUBLISH_TO"/);
      asked(/check -- --next --wait 35/);
      asked(/^npm ci/);
      assert.match(text(path), /fetch-depth: 0|GIT_DEPTH: 0/);
      for (const folder of [".cache", "_site"]) assert.ok(text(path).includes(folder), folder);
      // What an editor or a stranger can write must never become a part of a command.
      for (const line of commands) assert.doesNotMatch(line, /\$\{\{/, path);
    });

  test("nothing of a pull request is published, and the right to publish is given to that job alone", () => {
    for (const path of GITHUB) {
      const workflow = parse(text(path)) as {
        permissions: object;
        env: Record<string, string>;
        jobs: Record<string, { permissions?: object; if?: string }>;
      };
      assert.deepEqual(workflow.permissions, { contents: "read" });
      assert.match(workflow.env.PUBLISH_TO ?? "", /github\.event_name != 'pull_request'/);
      for (const [name, job] of Object.entries(workflow.jobs)) assert.equal(job.permissions !== undefined, name === "pages", name);
      assert.match(workflow.jobs.pages?.if ?? "", /github\.event_name != 'pull_request'/);
    }
    for (const path of GITLAB) assert.ok(commandsOf(path).some((line) => line.includes('"$CI_COMMIT_BRANCH" != "$CI_DEFAULT_BRANCH"')));
  });
});
