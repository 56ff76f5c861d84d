import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, watch } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { publish } from "../../src/commands/publish.ts";
import {
  buildSoundly,
  call,
  type Files,
  layFiles,
  makeContent,
  makeFolder,
  makeRelease,
  NOW,
  PDF,
  PNG,
  PROBE,
  ROOT,
  type Run,
} from "../fixture.ts";
import { writePackage } from "../package/pack.ts";
import { startSshd } from "./hosts.ts";
import { hasProgram, mountSmall } from "./tools.ts";
import { differences, treeOf } from "./trees.ts";

const withFiles = (fields: Record<string, string> = {}) =>
  makeRelease(
    {
      title: "Der Plan",
      date: "2024-08-01",
      images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}]",
      attachments: "[{file: plan.pdf, title: Plan}]",
      ...fields,
    },
    "Hier ist er.\n",
  );

/** What its release has beside it. */
const FILES: Files = { "releases/2024/08/plan/bild.png": PNG, "releases/2024/08/plan/plan.pdf": PDF };

/** The two states between which the town goes to and fro: texts change, and a picture and a file come and go with a withdrawal. */
const STATES: readonly Files[] = [
  { [PROBE]: makeRelease({ title: "Der Bus fährt samstags" }), "releases/2024/08/plan.md": withFiles() },
  {
    [PROBE]: makeRelease({ title: "Der Bus fährt sonntags" }),
    "releases/2024/08/plan.md": withFiles({ withdrawn: "{date: 2024-08-02, reason: Der Plan war falsch}" }),
  },
];

/** The program as a city has it installed: it starts in a fraction of the time that its sources take. */
let program: string;

/** A town whose two states are built, and a host. */
interface Town {
  contents: readonly string[];
  outputs: readonly string[];
  cache: string;
  /** What the host shows of each state once it is published. */
  shown: readonly Map<string, string>[];
}

let town: Town;

const settings = ({ contents, outputs, cache }: Town, state: number): Record<string, string> => ({
  CONTENT: contents[state] ?? "",
  OUTPUT: outputs[state] ?? "",
  CACHE: cache,
  NOW,
});

const shownAt = (host: string) =>
  new Map(
    ["site", "server"].flatMap((part) => {
      const folder = join(host, "current", part);
      return existsSync(folder) ? [...treeOf(folder)].map(([path, bytes]): [string, string] => [`${part}/${path}`, bytes]) : [];
    }),
  );

before(async () => {
  program = makeFolder();
  for (const part of ["bin", "layouts", "package.json"]) cpSync(join(ROOT, part), join(program, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(program, "node_modules"));
  await writePackage(program);
  const [contents, outputs]: [string[], string[]] = [[], []];
  const cache = join(makeFolder(), "cache");
  for (const files of STATES) {
    const content = makeContent({ ...FILES, ...files });
    const { output } = await buildSoundly(content);
    contents.push(content);
    outputs.push(output);
  }
  town = { contents, outputs, cache, shown: [] };
  const shown = [];
  for (const state of [0, 1]) {
    const host = join(makeFolder(), "host");
    await publishSoundly(state, host);
    shown.push(shownAt(host));
  }
  town = { ...town, shown };
  assert.ok(differences(shown[0] ?? new Map(), shown[1] ?? new Map()).length > 10);
});

/** Publishes a state of the town in this process. */
function publishHere(state: number, to: string, environment: Record<string, string> = {}, args: readonly string[] = []): Promise<Run> {
  return call(publish, ["--to", to, ...args], { ...settings(town, state), ...environment });
}

async function publishSoundly(state: number, to: string, environment: Record<string, string> = {}): Promise<string> {
  const { code, stdout, stderr } = await publishHere(state, to, environment);
  assert.equal(code, 0, stderr + stdout);
  return stdout;
}

/** A desk of its own with both states: from one folder nothing is published twice at a time. */
function makeDesk(): (state: number) => Record<string, string> {
  const folder = makeFolder();
  for (const [state, output] of town.outputs.entries()) cpSync(output, join(folder, `site-${state}`), { recursive: true });
  return (state) => ({ OUTPUT: join(folder, `site-${state}`), CACHE: join(folder, "cache") });
}

/** A message for people: in German, and no stack. */
function assertClear({ stderr }: { stderr: string }): void {
  assert.doesNotMatch(stderr, /^\s+at |^(Error|TypeError|E[A-Z]{3,}:)|Das Programm hat einen Fehler/m);
  assert.match(stderr, /[a-zäöü]{4,}/);
}

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Commands that run in a group of processes of their own. */
interface Started {
  child: ChildProcess;
  ended: Promise<Run>;
}

/** Runs commands of the program, one after the other. */
function start(commands: readonly string[][], environment: Record<string, string>, shell = ""): Started {
  const { PATH = "", HOME = "" } = process.env;
  const bin = join(program, "bin/stadtchronik.js");
  const calls = commands.map((args) => [process.execPath, bin, ...args].map((word) => `'${word}'`).join(" "));
  const script = [shell, ...calls.slice(0, -1), `exec ${calls.at(-1)}`].filter((line) => line !== "").join(" && ");
  const env = { PATH, HOME, ...environment };
  const child = spawn("sh", ["-c", script], { cwd: makeFolder(), env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  children.add(child);
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  const ended = new Promise<Run>((done) =>
    child.on("exit", (code) => {
      children.delete(child);
      done({ code, ...said });
    }),
  );
  return { child, ended };
}

/** Waits until no process works at a host any more, nor one of a group: what a killed program has started goes on for a while. */
async function untilQuiet(host: string, group: number): Promise<void> {
  const isBusy = () => readdirSync("/proc").some((name) => /^\d+$/.test(name) && worksAt(name, host, group));
  // A session that was just opened starts its shell a moment later.
  for (let [tries, quiet] = [0, 0]; quiet < 2; tries++) {
    assert.ok(tries < 2000, "somebody is still at work at the host");
    quiet = isBusy() ? 0 : quiet + 1;
    await new Promise((done) => setTimeout(done, 20));
  }
}

function worksAt(process: string, host: string, group: number): boolean {
  try {
    const [state, , itsGroup] = readFileSync(`/proc/${process}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
    const isOfGroup = Number(itsGroup) === group && state !== "Z";
    return isOfGroup || readFileSync(`/proc/${process}/cmdline`, "utf8").includes(host);
  } catch {
    // It has ended meanwhile.
    return false;
  }
}

/** What a killed publication left, as `publish` names it. */
const RESTS = ["releases/.new", "releases/.incoming", "releases/.gone", ".current.back", ".current.new"];
const restsAt = (host: string) => RESTS.filter((path) => lstatSync(join(host, path), { throwIfNoEntry: false }));

/** Where the kills of a row landed. */
interface Landed {
  early: number;
  atWork: number;
  switched: number;
  late: number;
}

/** Which state a host shows, whole; fails where it is none of them. */
function stateAt(host: string, told: string): number {
  const live = shownAt(host);
  const state = town.shown.findIndex((tree) => differences(live, tree).length === 0);
  assert.ok(
    state >= 0,
    `${told}: a mixed site\n${differences(live, town.shown[0] ?? live)
      .slice(0, 5)
      .join("\n")}`,
  );
  return state;
}

/** How a row of kills is made: what runs, what each kill hits, what the next run is. */
interface Row {
  kills: number;
  host: string;
  /** Begins to bring the host to a state. */
  begin: (state: number) => Started;
  kill: (child: ChildProcess, round: number) => void;
  /** The next run; answers with what it said. */
  next: (state: number) => Promise<string>;
}

/**
 * Kills again and again: a third of the time at any moment of the whole run, else soon after the host was first touched. Each time the
 * live site must be whole, and the next run must succeed, name what it puts away, and leave nothing behind.
 */
async function killAgainAndAgain({ kills, host, begin, kill, next }: Row): Promise<Landed> {
  const landed: Landed = { early: 0, atWork: 0, switched: 0, late: 0 };
  let state = stateAt(host, "before the first kill");
  const times = await measure(begin(1 - state), host);
  state = 1 - state;
  // The machine may have become faster since: what comes too late comes sooner the next time.
  let pace = 1;
  for (let round = 0; landed.early + landed.atWork + landed.switched < kills; round++) {
    assert.ok(landed.late < kills, `${landed.late} kills came too late`);
    const { child, ended } = begin(1 - state);
    // The golden ratio spreads the moments.
    const share = (round * 0.618034) % 1;
    const hit = () => kill(child, round);
    let timer: NodeJS.Timeout | undefined;
    const touched = watch(join(host, "releases"), () => {
      if (round % 3 !== 0) timer ??= setTimeout(hit, times.atHost * share * pace);
    });
    if (round % 3 === 0) timer = setTimeout(hit, times.whole * (0.3 + 0.7 * share) * pace);
    const { code } = await ended;
    touched.close();
    clearTimeout(timer);
    await untilQuiet(host, child.pid ?? 0);
    const live = stateAt(host, `round ${round}`);
    const rests = restsAt(host);
    pace = Math.min(1, pace * (code === 0 ? 0.7 : 1.1));
    if (code === 0) landed.late++;
    else if (live !== state) landed.switched++;
    else if (rests.length > 0) landed.atWork++;
    else landed.early++;
    const said = await next(1 - state);
    state = 1 - state;
    assert.equal(stateAt(host, `round ${round}, the run after`), state);
    for (const rest of rests) assert.match(said, new RegExp(`Aufgeräumt.*${rest.replaceAll(".", "\\.")}`), `round ${round}: ${said}`);
    assert.deepEqual(restsAt(host), [], `round ${round}`);
    assert.ok(readdirSync(join(host, "releases")).every((name) => /^\d{6}$/.test(name)));
  }
  for (const name of readdirSync(join(host, "releases")))
    assert.ok(
      town.shown.some((tree) => differences(treeOf(join(host, "releases", name, "site")), siteOf(tree)).length === 0),
      name,
    );
  return landed;
}

/** How long (ms) a run takes that nobody kills, and how long of it the host is at work. */
async function measure({ ended }: Started, host: string): Promise<{ whole: number; atHost: number }> {
  const begun = performance.now();
  let touched: number | undefined;
  const watcher = watch(join(host, "releases"), () => {
    touched ??= performance.now();
  });
  const { code, stderr } = await ended;
  watcher.close();
  assert.equal(code, 0, stderr);
  return { whole: performance.now() - begun, atHost: performance.now() - (touched ?? begun) };
}

/** The site alone of what a host shows. */
function siteOf(tree: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...tree].flatMap(([path, bytes]) => (path.startsWith("site/") ? [[path.slice("site/".length), bytes]] : [])));
}

function tell(what: string, { early, atWork, switched, late }: Landed): void {
  const sum = early + atWork + switched;
  console.log(
    `${what}: ${sum} kills landed (${early} before anything was left at the host, ${atWork} at work there, ${switched} after the switch); ${late} came too late`,
  );
}

/** Kills by turns the program alone, whose shell at the host goes on, and all of its processes at once. */
function killByTurns(child: ChildProcess, round: number): void {
  if (round % 2 === 0) child.kill("SIGKILL");
  else killAll(child);
}

function killAll(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), "SIGKILL");
}

describe("publishing that is killed, a hundred times: the site is the old or the new one, and the next run says what it put away", {
  concurrency: 2,
}, () => {
  test("to a folder", async () => {
    const host = join(makeFolder(), "host");
    const own = makeDesk();
    await publishSoundly(0, host, own(0));
    const landed = await killAgainAndAgain({
      kills: 60,
      host,
      begin: (state) => start([["publish", "--to", host]], { ...settings(town, state), ...own(state) }),
      kill: killByTurns,
      next: (state) => publishSoundly(state, host, own(state)),
    });
    tell("publish to a folder", landed);
    assert.ok(landed.atWork >= 5, "too few landed while the host was at work");
  });

  test("to another computer, by SSH, whose own processes are killed as well", async (context) => {
    if (!existsSync("/usr/sbin/sshd")) {
      hasProgram(context, "/usr/sbin/sshd", [], "openssh-server");
      return;
    }
    const sshd = await startSshd();
    context.after(() => sshd.stop());
    const host = join(makeFolder(), "host");
    const to = `root@127.0.0.1:${host}`;
    const desk = makeDesk();
    const own = (state: number) => ({ ...desk(state), PUBLISH_SSH: sshd.ssh });
    await publishSoundly(0, to, own(0));
    const landed = await killAgainAndAgain({
      kills: 30,
      host,
      begin: (state) => start([["publish", "--to", to]], { ...settings(town, state), ...own(state) }),
      kill: (child, round) => (round % 3 === 2 ? sshd.killSessions() : killByTurns(child, round)),
      next: (state) => publishSoundly(state, to, own(state)),
    });
    tell("publish by SSH", landed);
    assert.ok(landed.atWork >= 3, "too few landed while the host was at work");
  });

  test("after a build, which is killed as well", async () => {
    const host = join(makeFolder(), "host");
    const place = { CONTENT: makeContent(FILES), OUTPUT: join(makeFolder(), "site"), CACHE: join(makeFolder(), "cache"), NOW };
    layFiles(place.CONTENT, STATES[0] ?? {});
    const commands = [["build"], ["publish", "--to", host]];
    const first = await start(commands, place).ended;
    assert.equal(first.code, 0, first.stderr);
    const landed = await killAgainAndAgain({
      kills: 14,
      host,
      begin: (state) => {
        layFiles(place.CONTENT, STATES[state] ?? {});
        return start(commands, place);
      },
      kill: killAll,
      next: async () => {
        const { code, stdout, stderr } = await start(commands, place).ended;
        assert.equal(code, 0, stderr);
        return stdout;
      },
    });
    tell("build and publish", landed);
  });
});

describe("disks while something is published", () => {
  test("a full one at the host is told, the live site stays, and with room all is well", async (context) => {
    const small = mountSmall(context, 8000);
    if (small === undefined) return;
    const host = join(small, "host");
    await publishSoundly(0, host);
    const filler = join(small, "voll");
    let [failures, state] = [0, 0];
    for (const free of [0, 4, 40, 120, 400]) {
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=4096"]);
      truncateSync(filler, statSync(filler).size - free * 1024);
      const run = await publishHere(1 - state, host);
      if (run.code !== 0) {
        failures++;
        assertClear(run);
        assert.match(run.stderr, /voll|Platz/);
        assert.equal(stateAt(host, `${free} KB free`), state);
      }
      rmSync(filler);
      await publishSoundly(1 - state, host);
      state = 1 - state;
      assert.equal(stateAt(host, `after ${free} KB free`), state);
      assert.deepEqual(restsAt(host), []);
    }
    assert.ok(failures >= 3, "the disk was hardly ever full");
  });

  test("a full one here is told, the live site stays, and with room all is well", async (context) => {
    const small = mountSmall(context, 4000);
    if (small === undefined) return;
    const host = join(makeFolder(), "host");
    const cache = { CACHE: join(small, "cache") };
    await publishSoundly(0, host, cache);
    const filler = join(small, "voll");
    let failures = 0;
    for (const free of [0, 4, 40, 80]) {
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=4096"]);
      truncateSync(filler, statSync(filler).size - free * 1024);
      const state = stateAt(host, "before");
      const run = await publishHere(1 - state, host, cache);
      if (run.code !== 0) {
        failures++;
        assertClear(run);
        assert.match(run.stderr, /Der Datenträger ist voll/);
        assert.equal(stateAt(host, `${free} KB free`), state);
      }
      rmSync(filler);
      await publishSoundly(1 - state, host, cache);
      assert.equal(stateAt(host, `after ${free} KB free`), 1 - state);
    }
    assert.ok(failures >= 2, "the disk was hardly ever full");
  });

  test("one that nobody may write to is told, and nothing is changed", async (context) => {
    const small = mountSmall(context, 8000);
    if (small === undefined) return;
    const host = join(small, "host");
    await publishSoundly(0, host);
    assert.equal(spawnSync("mount", ["-o", "remount,ro", small]).status, 0);
    const run = await publishHere(1, host);
    assert.equal(run.code, 1);
    assertClear(run);
    assert.match(run.stderr, /lässt sich nicht beschreiben/);
    assert.equal(stateAt(host, "read-only"), 0);
    const elsewhere = await publishHere(1, join(small, "neu"));
    assert.equal(elsewhere.code, 1);
    assert.match(elsewhere.stderr, /lässt sich nicht anlegen/);
  });
});

test("64 open files are too few to load the program with: that is told, and nothing is changed", async () => {
  const host = join(makeFolder(), "host");
  await publishSoundly(0, host);
  const own = { ...settings(town, 1), ...makeDesk()(1) };
  const run = await start([["publish", "--to", host]], own, "ulimit -n 64").ended;
  if (run.code !== 0) {
    assertClear(run);
    assert.match(run.stderr, /Es sind zu viele Dateien offen/);
    assert.equal(stateAt(host, "64 files"), 0);
  }
  const { code, stderr } = await start([["publish", "--to", host]], own, "ulimit -n 256").ended;
  assert.equal(code, 0, stderr);
  assert.equal(stateAt(host, "256 files"), 1);
});

describe("two at once", () => {
  test("publish to one host: one is refused clearly, and the site is whole", async () => {
    const host = join(makeFolder(), "host");
    await publishSoundly(0, host);
    const holder = spawn("flock", [join(host, ".lock"), "sh", "-c", "echo ready; sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    await new Promise((done) => holder.stdout.once("data", done));
    const refused = await publishHere(1, host);
    holder.kill();
    spawnSync("flock", [join(host, ".lock"), "true"], { timeout: 100 });
    assert.equal(refused.code, 1);
    assertClear(refused);
    assert.match(refused.stderr, /wird gerade von einer anderen Veröffentlichung beschrieben; warten Sie/);
    assert.equal(stateAt(host, "refused"), 0);
  });

  test("race to one host: who loses is told so, and the site is that of who won", async () => {
    const host = join(makeFolder(), "host");
    const runs = await Promise.all(
      [0, 1, 0].map((state) => start([["publish", "--to", host]], { ...settings(town, state), ...makeDesk()(state) }).ended),
    );
    const failed = runs.filter(({ code }) => code !== 0);
    assert.ok(failed.length < 3);
    for (const run of failed) {
      assertClear(run);
      assert.match(run.stderr, /anderen? Veröffentlichung/);
    }
    stateAt(host, "after a race");
  });

  test("build and publish in one folder: whoever comes second is refused clearly", async () => {
    const host = join(makeFolder(), "host");
    const place = { CONTENT: town.contents[0] ?? "", OUTPUT: join(makeFolder(), "site"), CACHE: join(makeFolder(), "cache"), NOW };
    assert.equal((await start([["build"]], place).ended).code, 0);
    const lock = join(place.OUTPUT, "../.site.lock");
    const building = start([["build"]], place);
    while (!existsSync(lock)) await new Promise((done) => setTimeout(done, 2));
    const refused = await call(publish, ["--to", host], place);
    assert.equal(refused.code, 1);
    assertClear(refused);
    assert.match(refused.stderr, /Ein anderer Bau oder eine Veröffentlichung \(Prozess \d+\)/);
    assert.equal(existsSync(host), false);
    assert.equal((await building.ended).code, 0);
    assert.equal((await call(publish, ["--to", host], place)).code, 0);
  });
});
