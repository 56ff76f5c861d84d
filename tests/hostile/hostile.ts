import assert from "node:assert/strict";
import { type ChildProcess, fork, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { reportCounts } from "../../src/archive/ledger.ts";
import { readArchive } from "../../src/archive/reading.ts";
import { reportProblems } from "../../src/commands/problem-kinds.ts";
import { isSlug } from "../../src/content/slugs.ts";
import type { Delivery, Order } from "./hostile-builder.ts";
import { assertHtml, assertXml, attributes, visibleText } from "./hostile-markup.ts";

/** A file as a case lays it: text, bytes, or a link; `OUTSIDE` in a link stands for a folder outside the content. */
export type Laid = { text: string } | { base64: string } | { symlink: string };

/** One hostile content: what is laid over a sound folder, and what must become of it. */
export interface Case {
  id: string;
  group: string;
  what: string;
  expect: "publish" | "refuse" | "hidden" | "either";
  files: Record<string, Laid>;
  /** What no file can say: a pipe, a name of broken bytes. */
  prepare?: (content: string) => void;
  /** What must hold of the pages beyond what holds of all. */
  inspect?: (site: Site) => void;
}

/** A finished site: its folder, and its files by path. */
export interface Site {
  folder: string;
  read: (path: string) => string;
  files: string[];
}

/** What became of a case, and what it cost. */
export interface Outcome {
  became: "published" | "refused" | "hidden";
  seconds: number;
  /** Peak of the resident memory of the build, in MB. */
  memory: number;
}

/** What one run of the build left behind. */
export interface BuildRun {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
  memory: number;
}

/** What becomes of a case, in words. */
export const SAYS: Readonly<Record<Case["expect"], string>> = {
  publish: "is published as it was written",
  refuse: "is refused with its place, and the live site stays as it is",
  hidden: "appears nowhere",
  either: "is published or refused, in bounded time and memory",
};

/** The moment at which cases are built. */
const NOW = "2026-06-01T12:00:00+02:00";

const ROOT = resolve(import.meta.dirname, "../..");

/** No build may take longer (seconds) or more memory (MB), whatever an editor writes. */
export const SECONDS_MAX = 30;
export const MEMORY_MAX = 1500;

/** The catalogue of broken and malicious content. */
export function readCatalogue(): Case[] {
  return JSON.parse(readFileSync(join(ROOT, "tests/fixtures/hostile/cases.json"), "utf8")) as Case[];
}

/**
 * Many cases as one, of which each is published under names of its own: a build takes longer than most cases. What lays more than
 * releases, or is inspected at its place, stays a case by itself.
 */
export function together(cases: readonly Case[]): { all: Case; alone: Case[] } {
  const isTogether = ({ expect, files, prepare, inspect }: Case) =>
    expect === "publish" && !prepare && !inspect && Object.keys(files).every((path) => RELEASE_PATH.test(path));
  const joined = cases.filter(isTogether);
  const files = joined.flatMap(({ id, files }) =>
    Object.entries(files).map(([path, laid]) => [path.replace(RELEASE_PATH, `$1${id.toLowerCase()}-$2`), laid] as const),
  );
  const what = `${joined.length} cases (${joined.map(({ id }) => id).join(", ")})`;
  const all: Case = { id: "ALL", group: "together", what, expect: "publish", files: Object.fromEntries(files) };
  return { all, alone: cases.filter((hostile) => !isTogether(hostile)) };
}

const RELEASE_PATH = /^(releases\/\d{4}\/\d\d\/)([a-z0-9-]+)(?=[./])/;

/** Lays files below a folder. */
export function lay(folder: string, files: Record<string, Laid | string>, outside = ""): void {
  for (const [path, laid] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof laid === "string") writeFileSync(target, laid);
    else if ("text" in laid) writeFileSync(target, laid.text);
    else if ("base64" in laid) writeFileSync(target, Buffer.from(laid.base64, "base64"));
    else symlinkSync(laid.symlink.replace("OUTSIDE", outside), target);
  }
}

/** A release file as an editor writes it. */
export function releaseText(fields: Record<string, string>, body = "BODY-MARK Text."): string {
  const head = {
    title: "Testmeldung",
    date: "2024-03-01",
    summary: '"Zusammenfassung dieser Testmeldung in einem ganzen Satz."',
    department: "presseamt",
    topics: "[stadtleben]",
    ...fields,
  };
  const lines = Object.entries(head).map(([key, value]) => (value === "" ? "" : `${key}: ${value}\n`));
  return `---\n${lines.join("")}---\n${body}\n`;
}

/** The smallest sound content folder: settings, one department, one topic, two releases. */
export const SOUND: Record<string, string> = {
  "site.yml": [
    "name: Stadt Prüfhausen",
    "url: https://pruefhausen.example/archiv/",
    "publisher:",
    "  name: Stadt Prüfhausen, Pressestelle",
    '  address: "Rathausplatz 1, 01234 Prüfhausen"',
    "  contact: {email: presse@pruefhausen.example}",
    "  responsible: Erika Muster",
    "textLicense: {text: Texte dürfen mit Nennung der Quelle verwendet werden.}",
    "comments: {default: open, email: kommentare@pruefhausen.example}",
    "",
  ].join("\n"),
  "registers/departments.yml": "presseamt: {name: Presseamt}\n",
  "registers/topics.yml": "stadtleben: {name: Stadtleben}\n",
  "registers/people.yml": "erika-muster: {name: Erika Muster, page: true}\n",
  "registers/places.yml": "rathaus: {name: Rathaus}\n",
  "releases/2024/01/neujahrsempfang.md": releaseText(
    { title: "Neujahrsempfang im Rathaus", date: "2024-01-05" },
    "HEIL-EINS Der Empfang beginnt um zehn Uhr.",
  ),
  "releases/2024/02/winterdienst.md": releaseText(
    { title: "Winterdienst im Einsatz", date: "2024-02-10" },
    "HEIL-ZWEI Die Straßen sind frei.",
  ),
};

/** The pages and words by which the sound releases are known. */
const SOUND_PAGES = [
  ["2024/01/neujahrsempfang/index.html", "HEIL-EINS Der Empfang beginnt um zehn Uhr."],
  ["2024/02/winterdienst/index.html", "HEIL-ZWEI Die Straßen sind frei."],
] as const;

/** A place for cases: a temporary folder that holds the live site of the sound folder, builders that wait for orders, and folders in which that site is online. */
export interface Workshop {
  folder: string;
  live: string;
  /** What `digest` says of the live site. */
  digest: Record<string, string>;
  builders: Builder[];
  places: string[];
  close: () => void;
}

/** Builds the sound folder once; every case begins with that site online. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), "stadtchronik-hostile-"));
  const builders: Builder[] = [];
  const close = () => {
    for (const { child } of builders) child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const content = join(folder, "sound");
  const live = join(folder, "live");
  lay(content, SOUND);
  const run = await buildQuickly(builders, { content, output: live, cache: join(folder, "cache"), pwned: join(folder, "pwned") });
  try {
    assert.equal(run.code, 0, `The sound folder must build:\n${run.stderr}`);
    assertSite(openSite(live));
  } catch (thrown) {
    close();
    throw thrown;
  }
  return { folder, live, digest: digest(live), builders, places: [], close };
}

/** A process that builds one case after the other. */
interface Builder {
  child: ChildProcess;
  built: number;
}

/** After so many builds a builder is replaced: what Eleventy keeps from run to run must not be taken for the cost of a case. */
const BUILDS_MAX = 100;

/** Builds in a waiting builder; one that does not answer in time is ended, and the case with it. */
async function buildQuickly(builders: Builder[], place: BuildPlace): Promise<BuildRun> {
  const builder = builders.pop() ?? {
    child: fork(join(ROOT, "tests/hostile/hostile-builder.ts"), { cwd: ROOT, execArgv: ["--import", "tsx"], stdio: "ignore" }),
    built: 0,
  };
  const order: Order = { args: place.args ?? [], environment: environmentOf(place) };
  const delivery = await new Promise<Delivery | undefined>((done) => {
    // It may have to start first, and others may be at work: what the build itself took it says when it answers.
    const patience = setTimeout(() => builder.child.kill("SIGKILL"), 10 * SECONDS_MAX * 1000);
    const finish = (found: Delivery | undefined) => {
      clearTimeout(patience);
      builder.child.removeAllListeners();
      done(found);
    };
    builder.child.once("message", (message) => finish(message as Delivery));
    builder.child.once("exit", () => finish(undefined));
    builder.child.send(order);
  });
  if (!delivery) return { code: null, stdout: "", stderr: "", seconds: SECONDS_MAX, memory: Number.POSITIVE_INFINITY };
  builder.built++;
  if (builder.built < BUILDS_MAX) builders.push(builder);
  else builder.child.kill();
  return delivery;
}

function environmentOf({ content, output, cache, pwned, now = NOW }: BuildPlace): Record<string, string> {
  return { CONTENT: content, OUTPUT: output, CACHE: cache, NOW: now, PWNED: pwned, STRICT_LAYOUTS: "1" };
}

/** Where a build reads and writes, and its clock. */
export interface BuildPlace {
  content: string;
  output: string;
  cache: string;
  pwned: string;
  now?: string;
  args?: readonly string[];
}

/** Runs the real build as a process of its own and measures it. */
export async function build(place: BuildPlace): Promise<BuildRun> {
  const { cache, args = [] } = place;
  const peaks = `${cache}.peaks`;
  mkdirSync(dirname(peaks), { recursive: true });
  rmSync(peaks, { force: true });
  // Said by every process and worker of the build when it ends, so that none is forgotten.
  const witness = `import{appendFileSync}from"node:fs";process.on("exit",()=>appendFileSync(process.env.PEAKS,process.resourceUsage().maxRSS+" "+process.uptime()+"\\n"))`;
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "src/commands/build.ts", ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...environmentOf(place),
      PEAKS: peaks,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(witness)}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: SECONDS_MAX * 1000,
    killSignal: "SIGKILL",
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => stdout.push(part));
  child.stderr.on("data", (part: Buffer) => stderr.push(part));
  const code = await new Promise<number | null>((done, failed) => {
    child.on("error", failed);
    child.on("close", done);
  });
  const said = existsSync(peaks)
    ? readFileSync(peaks, "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split(" ").map(Number))
    : [];
  return {
    code,
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
    // This process may be busy when the build ends, so the build itself says how long it took.
    seconds: said.length > 0 ? Math.max(...said.map(([, seconds = 0]) => seconds)) : (performance.now() - started) / 1000,
    memory: said.length > 0 ? Math.max(...said.map(([memory = 0]) => memory)) / 1024 : Number.POSITIVE_INFINITY,
  };
}

/**
 * Lays a case over the sound folder, builds it, and checks all that must hold of it; throws with the first rule that is broken.
 * `process` builds in a process of its own, `builder` in one that waits; `loader` does the same but for what the loader refuses anyway:
 * the build asks the same loader and stops at its first error.
 */
export async function judge(workshop: Workshop, hostile: Case, by: "process" | "builder" | "loader" = "process"): Promise<Outcome> {
  const folder = takePlace(workshop);
  const content = join(folder, "content");
  const outside = join(folder, "outside");
  const output = join(folder, SITE);
  const pwned = join(folder, "pwned");
  lay(outside, { "secret.md": "OUTSIDE-SECRET" });
  lay(content, SOUND);
  lay(content, Object.fromEntries(Object.entries(hostile.files).map(([path, laid]) => [named(path), laid])), outside);
  hostile.prepare?.(content);
  if (by === "loader" && !hostile.prepare) {
    const started = performance.now();
    const { problems, counts } = readArchive({ folder: content, now: Date.parse(NOW) });
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0) {
      assert.ok(hostile.expect === "refuse" || hostile.expect === "either", `It must build:\n${reportProblems(errors)}`);
      assertReport({
        code: 1,
        stdout: "",
        stderr: `${reportProblems(errors)}\n\n${reportCounts(counts)}\n${errors.length} Fehler: x`,
        seconds: 0,
        memory: 0,
      });
      assert.ok(performance.now() - started < SECONDS_MAX * 1000, "The loader took too long.");
      givePlace(workshop, folder);
      return { became: "refused", seconds: (performance.now() - started) / 1000, memory: 0 };
    }
  }
  const aroundBefore = digest(folder, new Set([output]));

  const place = { content, output, cache: join(folder, "cache"), pwned };
  const run = by === "process" ? await build(place) : await buildQuickly(workshop.builders, place);
  const told = `${run.stdout}${run.stderr}`.slice(0, 3000);

  assert.ok(run.seconds < SECONDS_MAX, `It took ${run.seconds.toFixed(1)} s.`);
  assert.ok(run.code === 0 || run.code === 1, `The build ended with ${run.code}:\n${told}`);
  assert.ok(run.memory < MEMORY_MAX, `It took ${run.memory.toFixed(0)} MB.`);
  assert.ok(!existsSync(pwned), "Something in the content was executed.");
  assert.deepEqual(
    digest(folder, new Set([output, join(folder, "cache"), join(folder, "cache.peaks")])),
    aroundBefore,
    "The build wrote outside its output.",
  );
  assertReport(run);
  const site = openSite(output);
  for (const file of site.files) assert.ok(!site.read(file).includes("OUTSIDE-SECRET"), `${file} holds what lies outside the content.`);
  if (hostile.expect === "refuse") assert.equal(run.code, 1, `It must be refused, but was built:\n${told}`);
  if (hostile.expect === "publish" || hostile.expect === "hidden") assert.equal(run.code, 0, `It must build:\n${told}`);
  if (run.code === 1) {
    assert.match(run.stderr, /^\S.*:\d+:\d+ {2}Fehler: /m, `No error is named:\n${told}`);
    assert.deepEqual(digest(output), workshop.digest, "A refused build changed the live site.");
    givePlace(workshop, folder);
  } else {
    assertSite(site, workshop.live);
    if (hostile.expect === "hidden") assertHidden(site, hostile);
    if (hostile.expect === "publish") assertPublished(site, hostile);
    hostile.inspect?.(site);
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    became: run.code === 1 ? "refused" : hostile.expect === "hidden" ? "hidden" : "published",
    seconds: run.seconds,
    memory: run.memory,
  };
}

/** Where the site stands in a place: deep enough that an address with ../../.. still ends where this test looks. */
const SITE = "a/b/c/d/site";

/** A folder in which the live site is online and nothing else is. */
function takePlace({ folder, live, places }: Workshop): string {
  const place = places.pop() ?? mkdtempSync(join(folder, "place-"));
  if (!existsSync(join(place, SITE))) cpSync(live, join(place, SITE), { recursive: true });
  return place;
}

/** Gives a place back whose live site is as it was: to copy a site and take it away again costs more than to refuse a case. */
function givePlace({ places }: Workshop, place: string): void {
  for (const name of readdirSync(place)) if (name !== "a") rmSync(join(place, name), { recursive: true, force: true });
  places.push(place);
}

/**
 * The catalogue names its releases `h`, which the content model forbids (3 to 80 characters): every case would be refused for
 * its name alone. So short names are lengthened; should short slugs ever be allowed, the cases are laid as they are written.
 */
export function named(path: string): string {
  return isSlug("h") ? path : path.replace(/^(releases\/\d{4}\/\d\d\/)([a-z0-9]{1,2})(?=[./])/, "$1fall-$2");
}

/** A site's files; `read` answers bytes as Latin-1 where they are no text, so that binary files can be searched too. */
export function openSite(folder: string): Site {
  const files = listAll(folder).filter((path) => lstatSync(join(folder, path)).isFile());
  return {
    folder,
    files,
    read: (path) => readFileSync(join(folder, path), /\.(html|xml|json|css|svg|js|txt|ics|csv)$/.test(path) ? "utf8" : "latin1"),
  };
}

/** The rules for every site: sound releases unharmed, HTML balanced, XML and JSON well-formed. What is as in a site that was judged before need not be judged again. */
export function assertSite(site: Site, judged?: string): void {
  for (const [path, words] of SOUND_PAGES) assert.ok(visibleText(site.read(path)).includes(words), `${path} is harmed.`);
  for (const file of site.files) {
    const text = site.read(file);
    if (judged && existsSync(join(judged, file)) && readFileSync(join(judged, file), "utf8") === text) continue;
    if (file.endsWith(".html")) {
      assertHtml(text, file);
      for (const script of text.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)) JSON.parse(script[1] ?? "");
    }
    if (/\.(xml|svg)$/.test(file)) assertXml(text, file);
    if (file.endsWith(".json")) JSON.parse(text);
  }
}

/** The rules for what a build prints: every error at its place, in German, with a remedy; never a stack trace. */
export function assertReport({ code, stderr, stdout }: BuildRun): void {
  const lines = stderr.split("\n");
  assert.ok(
    !/^\s+at .+:\d+/m.test(`${stderr}${stdout}`) && !/node:internal/.test(`${stderr}${stdout}`),
    `A stack trace is no message:\n${stderr.slice(0, 3000)}`,
  );
  assert.ok(stderr.length < 300_000, `Nobody reads ${stderr.length} characters of errors.`);
  if (code === 0) return;
  let errors = 0;
  for (const [index, line] of lines.entries()) {
    if (line === "" || line.startsWith("    ")) continue;
    // What many problems have in common comes last, without places.
    if (line === "Nach Art:") break;
    if (/^(Gelesen \d+ = |\d+ Fehler: )/.test(line)) continue;
    assert.match(line, /^\/\S.*:[1-9]\d*:[1-9]\d* {2}Fehler: \S/, "An error without path, line and column.");
    const message = line.replace(/^.*? {2}Fehler: /, "");
    const remedy = lines[index + 1] ?? "";
    assert.match(remedy, /^ {4}\S/, `An error without remedy: ${line}`);
    for (const words of [message, remedy.trim()]) {
      assert.ok(
        !/\b(?:invalid|expected|received|required|must be|unrecognized|undefined|NaN|\[object)\b/i.test(words.replace(/„.*?“/gs, "")),
        `Not in German: ${words}`,
      );
    }
    errors++;
  }
  // Of many alike in one file the last one shown says how many more there are.
  const unshown = [...stderr.matchAll(/… und noch (?:einmal|([\d.]+)) /g)].map(([, more]) => Number(more?.replaceAll(".", "") ?? 1));
  errors += unshown.reduce((sum, more) => sum + more, 0);
  assert.ok(errors > 0, `A failed build names no error:\n${stderr.slice(0, 2000)}`);
  assert.equal(Number(/^(\d+) Fehler: /m.exec(stderr)?.[1]), errors, "The number of errors is not the number of lines.");
}

function assertHidden(site: Site, hostile: Case): void {
  assert.ok(
    Object.values(hostile.files).some((laid) => bytesOf(laid).includes("GEHEIM")),
    "A case that shall be hidden needs GEHEIM.",
  );
  const addresses = Object.keys(hostile.files).map(
    (path) =>
      `/${named(path)
        .replace(/^releases\//, "")
        .replace(/\.md$/, "")}`,
  );
  for (const needle of ["GEHEIM", ...addresses]) {
    for (const file of site.files) {
      assert.ok(!`/${file}`.includes(needle), `The name of ${file} betrays ${needle}.`);
      assert.ok(!site.read(file).includes(needle), `${file} betrays ${needle}.`);
    }
  }
}

/** The text, title and summary of each of the case's releases must stand on its page as they were written. */
function assertPublished(site: Site, { files }: Case): void {
  const marked = Object.entries(files).filter(([path, laid]) => path.endsWith(".md") && bytesOf(laid).includes("BODY-MARK"));
  assert.ok(marked.length > 0, "A case that shall be published needs BODY-MARK.");
  for (const [path, laid] of marked) {
    try {
      assertRelease(site, path, bytesOf(laid));
    } catch (thrown) {
      throw new Error(`${path}: ${(thrown as Error).message}`);
    }
  }
}

function assertRelease(site: Site, path: string, written: string): void {
  const html = site.read(
    `${named(path)
      .replace(/^releases\//, "")
      .replace(/\.md$/, "")}/index.html`,
  );
  const [, head = "", body = ""] = /^\ufeff?---\n(.*?)^---\n(.*)$/ms.exec(written.replaceAll("\r\n", "\n").normalize("NFC")) ?? [];
  const text = visibleText(html);
  let found = 0;
  for (const paragraph of body.split(/\n\n+/)) {
    // Pictures and links are no words, and a long paragraph is one of those made to be slow.
    if (/^(!?\[|<)/.test(paragraph) || paragraph.length > 500) continue;
    // What CommonMark itself takes away: the backslash before a punctuation mark and the ticks around code.
    const printed = paragraph
      .replace(/\\([!-/:-@[-`{-~])/g, "$1")
      .replace(/`/g, "")
      .trim();
    assert.ok(text.includes(printed), `The text is not printed as written: ${printed}`);
    found++;
  }
  assert.ok(found > 0, "No paragraph was looked for.");
  const { title = "", summary = "" } = load(head, { schema: FAILSAFE_SCHEMA }) as { title?: string; summary?: string };
  assertTitle(
    html,
    title
      .trim()
      .normalize("NFC")
      .replace(/ *\n */g, " "),
  );
  assert.ok(
    attributes(html, "meta", "content").includes(summary.trim()),
    "The summary does not stand in the description as it was written.",
  );
}

/** A title must read the same in the heading, the title of the window, the citation and wherever an address quotes it. */
export function assertTitle(html: string, title: string): void {
  const inside = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, "gs"))].map((found) => visibleText(found[1] ?? ""));
  assert.ok(inside("h1").includes(title), `The heading is not the title ${JSON.stringify(title)}.`);
  assert.ok(
    inside("title").some((words) => words.startsWith(title)),
    "The title of the window is not the title.",
  );
  assert.ok(visibleText(html).includes(`: ${title}.`), "The citation does not quote the title.");
  const subjects = attributes(html, "a", "href").flatMap((href) =>
    href.startsWith("mailto:") ? (new URL(href).searchParams.get("subject") ?? []) : [],
  );
  assert.ok(
    subjects.length > 0 && subjects.every((subject) => subject.includes(title)),
    "The subject of a comment's e-mail does not quote the title.",
  );
  // Releases of one title are told apart by what stands behind it.
  assert.ok(
    attributes(html, "meta", "content").some((content) => content === title || content.startsWith(`${title}, `)),
    `No meta element holds the title as it was written: ${title}`,
  );
  const structured = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) =>
    JSON.stringify(JSON.parse(json ?? "")),
  );
  assert.ok(
    structured.length > 0 && structured.every((json) => json.includes(JSON.stringify(title))),
    "The structured data do not hold the title as it was written.",
  );
}

function bytesOf(laid: Laid): string {
  return "text" in laid ? laid.text : "base64" in laid ? Buffer.from(laid.base64, "base64").toString() : "";
}

/** Every path below a folder with a checksum of what it holds, without the folders of `except`. */
export function digest(folder: string, except: ReadonlySet<string> = new Set()): Record<string, string> {
  return Object.fromEntries(
    listAll(folder, except).map((path) => {
      const full = join(folder, path);
      const stat = lstatSync(full, { throwIfNoEntry: false });
      if (!stat) return [path, "a name that is no text"];
      if (stat.isSymbolicLink()) return [path, `link ${readlinkSync(full)}`];
      return [path, stat.isFile() ? createHash("sha256").update(readFileSync(full)).digest("hex") : "folder"];
    }),
  );
}

function listAll(folder: string, except: ReadonlySet<string> = new Set()): string[] {
  const paths: string[] = [];
  const enter = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (except.has(join(folder, path))) continue;
      if (entry.isFile() || entry.isSymbolicLink() || entry.isDirectory()) paths.push(path);
      if (entry.isDirectory()) enter(path);
    }
  };
  enter("");
  return paths.sort();
}
