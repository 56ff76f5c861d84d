import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../browser/browser.ts";
import { makeFolder, makeRelease, ROOT } from "../fixture.ts";
import { type Event, runGithub, runGitlab, runScript } from "./runner.ts";
import { copyForPacking, REGISTRY } from "./tools.ts";

const NOW = "2026-12-15T12:00:00+01:00";

/** What a runner's commands find in their environment. */
const { PATH = "", HOME = "" } = process.env;
const ENVIRONMENT = { ...REGISTRY, PATH, HOME, NOW, GIT_CONFIG_GLOBAL: "/dev/null", TERM: "dumb" };

describe("a city's own repository", { concurrency: 1 }, () => {
  const folder = makeFolder();
  const [city, host] = [join(folder, "stadt"), join(folder, "host")];
  let site: Awaited<ReturnType<typeof serve>>;

  const at = (cwd: string, program: string, ...args: string[]) => execFileSync(program, args, { cwd, env: ENVIRONMENT, encoding: "utf8" });

  before(async () => {
    // In a copy: another test packs the sources themselves, perhaps at this moment.
    const software = copyForPacking();
    at(software, "npm", "pack", "--silent", "--pack-destination", folder);
    const packed = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
    site = await serve(join(host, "current/site"));
    const answers = ["--name", "Stadt Beispielhausen", "--url", `${site.url}/`, "--email", "presse@beispielhausen.example"];
    at(folder, process.execPath, join(ROOT, "bin/stadtchronik.js"), "create", "stadt", ...answers, "--software", join(folder, packed));
    appendFileSync(join(city, "content/site.yml"), "\ndemonstration: true\n");
    at(city, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline");
    at(city, "git", "init", "--quiet", "--initial-branch=main");
    commit("Anfang");
    // The first publication is made by hand.
    at(city, "npm", "run", "build");
    at(city, "npm", "run", "publish", "--", "--to", host);
  });
  after(() => site?.close());

  function commit(title: string): void {
    writeFileSync(
      join(city, "content/releases/2026/12/meldung.md"),
      makeRelease({ title, date: "2026-12-14", department: "pressestelle", topics: "[]" }),
    );
    at(city, "git", "add", "--all");
    at(city, "git", "-c", "user.name=Erika Muster", "-c", "user.email=erika@beispielhausen.example", "commit", "--quiet", "-m", title);
  }

  function clone(): string {
    const target = join(makeFolder(), "klon");
    at(folder, "git", "clone", "--quiet", city, target);
    return target;
  }

  const live = () => readlinkSync(join(host, "current"));
  const shown = () => readFileSync(join(host, "current/site/2026/12/meldung/index.html"), "utf8");
  const github = (name: Event["event_name"]): Event => ({ event_name: name, vars: { PUBLISH_TO: host }, secrets: {} });

  test("is published by the steps of its GitHub workflow on a push; a pull request has its preview, and publishes nothing", async () => {
    commit("Von GitHub aus");
    const before = live();
    const asked = clone();
    const request = await runGithub(asked, github("pull_request"), ENVIRONMENT);
    assert.equal(request.code, 0, request.said);
    assert.ok(existsSync(join(asked, "_site/2026/12/meldung/index.html")));
    assert.equal(live(), before);
    const pushed = await runGithub(asked, github("push"), ENVIRONMENT);
    assert.equal(pushed.code, 0, pushed.said);
    assert.match(shown(), /Von GitHub aus/);
    const again = await runGithub(asked, github("schedule"), ENVIRONMENT);
    assert.equal(again.code, 0, again.said);
    assert.match(again.said, /Es hat sich nichts geändert/);
  });

  test("stays as it is where the check finds an error, which stands at its line", async () => {
    const broken = clone();
    appendFileSync(join(broken, "content/site.yml"), "\ngibtsnicht: 1\n");
    const before = live();
    const { code, said } = await runGithub(broken, github("push"), ENVIRONMENT);
    assert.notEqual(code, 0);
    assert.match(said, /::error file=content\/site\.yml,line=\d+/);
    assert.equal(live(), before);
  });

  test("is published by the lines of its GitLab pipeline on the main branch alone", async () => {
    commit("Von GitLab aus");
    const before = live();
    const there = clone();
    const variables = { PUBLISH_TO: host, CI_DEFAULT_BRANCH: "main", CI_PIPELINE_SOURCE: "push" };
    const branch = await runGitlab(there, { ...ENVIRONMENT, ...variables, CI_COMMIT_BRANCH: "entwurf" });
    assert.equal(branch.code, 0, branch.said);
    assert.ok(Array.isArray(JSON.parse(readFileSync(join(there, "pruefung.json"), "utf8"))));
    assert.equal(live(), before);
    const main = await runGitlab(there, { ...ENVIRONMENT, ...variables, CI_COMMIT_BRANCH: "main" });
    assert.equal(main.code, 0, main.said);
    assert.match(shown(), /Von GitLab aus/);
  });

  test("is published by the line for cron that the documentation shows, which is silent but for failures", async () => {
    const there = clone();
    const page = readFileSync(join(ROOT, "docs/publishing.md"), "utf8");
    const [, line = ""] = /```cron\n(?:[A-Z]+=.*\n)*(?:\S+ ){5}(.*)\n```/.exec(page) ?? [];
    assert.match(line, /^cd \/srv\/archiv && .*--to \/var\/www\/archiv/);
    const script = line.replaceAll("/srv/archiv", there).replaceAll("/var/www/archiv", host);
    const cron = () => runScript(HOME, ["/bin/sh", "-c"], script, ENVIRONMENT);
    const first = await cron();
    assert.deepEqual(first, { code: 0, said: "" });
    const before = live();
    assert.deepEqual(await cron(), { code: 0, said: "" });
    assert.equal(live(), before, "nothing has changed, so nothing is published");
    commit("Mit cron");
    assert.deepEqual(await cron(), { code: 0, said: "" });
    assert.match(shown(), /Mit cron/);
    commit("{kaputt");
    const failed = await cron();
    assert.match(failed.said, /1 Fehler.*npm run check/, "cron mails what is printed");
    assert.match(shown(), /Mit cron/);
  });
});
