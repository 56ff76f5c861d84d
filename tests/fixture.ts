import assert from "node:assert/strict";
import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { type ArchiveResult, readArchive } from "../src/archive/reading.ts";
import { describeFailure } from "../src/disk/failure.ts";
import type { Problem } from "../src/problems.ts";
import { createForgetting } from "./engine.ts";

/** The package's root. */
export const ROOT = resolve(import.meta.dirname, "..");

/** The moment at which the tests read and build, unless a test says otherwise. */
export const NOW = "2026-12-15T12:00:00+01:00";

/** Files of a content folder by their path in it; `null` leaves a file of the base out. */
export type Files = Record<string, string | Uint8Array | null>;

/** Raw YAML by field; `undefined` leaves a default field out. */
export type Fields = Record<string, string | undefined>;

/** The release that most tests write: `releases/2024/05/probe.md`. */
export const PROBE = "releases/2024/05/probe.md";

const SOUND: Fields = {
  title: "Bücherbus fährt jetzt auch samstags",
  date: "2024-05-10",
  summary: "Der Bücherbus hält von nun an jeden Samstag auf dem Markt.",
  department: "presseamt",
  topics: "[stadtleben]",
};

/** A release's file: the sound fields in lines 2 to 6, changed by `fields`, whatever is new from line 7. */
export function makeRelease(fields: Fields = {}, text = "Der Bücherbus hält jeden Samstag auf dem Markt.\n"): string {
  return makeFile({ ...SOUND, ...fields }, text);
}

/** A content file of a head and a text. */
export function makeFile(fields: Fields, text: string): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return ["---", ...lines, "---", "", text].join("\n");
}

/** The settings of the small town. */
export const SITE = `name: Stadt Probestadt
url: https://probestadt.example/
publisher:
  name: Stadt Probestadt, Presseamt
  address: Markt 1, 00000 Probestadt
  contact: {email: presse@probestadt.example}
  responsible: Petra Probe
textLicense:
  text: Texte dürfen mit Nennung der Quelle verwendet werden.
`;

const BASE: Files = {
  "site.yml": SITE,
  "registers/departments.yml":
    "presseamt:\n  name: Presseamt\n  contact: {phone: 030 23125-100, email: presse@probestadt.example}\nkulturamt:\n  name: Kulturamt\n",
  "registers/topics.yml": "stadtleben:\n  name: Stadtleben\nwirtschaft:\n  name: Wirtschaft\n",
  "registers/people.yml": "petra-probe:\n  name: Petra Probe\n",
  "registers/places.yml": "markt:\n  name: Markt\n",
  "releases/2024/04/stadtfest.md": makeRelease(
    { title: "Stadtfest beginnt am Freitag", date: "2024-04-02" },
    "Das Stadtfest beginnt am Freitag.\n",
  ),
  "releases/2024/06/freibad.md": makeRelease(
    { title: "Freibad öffnet früher", date: "2024-06-03" },
    "Das Freibad öffnet schon um sieben Uhr.\n",
  ),
};

/** How many texts the base holds. */
export const BASE_TEXTS = 2;

/** Pictures are made once for all tests: what the cache holds is found by its content. */
const CACHE = join(ROOT, ".cache/tests");

const folders: string[] = [];
const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the tests end. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stadtchronik-"));
  folders.push(folder);
  return folder;
}

/** Writes the manifest of a site that had no addresses: for builds in which it is not the question what is lost. */
export function nothingBefore(): string[] {
  const manifest = join(makeFolder(), "manifest.json");
  writeFileSync(manifest, '{"format":1,"addresses":[]}');
  return ["--previous", manifest];
}

/** Lays files over the sound base in a folder of their own. */
export function makeContent(files: Files = {}): string {
  const folder = makeFolder();
  layFiles(folder, { ...BASE, ...files });
  return folder;
}

/** Lays the content of a town that exists (`content`, `tests/fixtures/musterstadt`) into a folder of its own, files over it. */
export function copyContent(source: string, files: Files = {}): string {
  const folder = makeFolder();
  cpSync(join(ROOT, source), folder, { recursive: true });
  layFiles(folder, files);
  return folder;
}

/** Writes files below a folder; `null` removes. */
export function layFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    if (content === null) rmSync(target, { recursive: true, force: true });
    else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }
}

/** Reads a content folder as the build does; the paths of problems are relative to the folder. */
export function read(folder: string, options: { now?: string; preview?: boolean } = {}): ArchiveResult {
  const reading = readArchive({ folder, now: Date.parse(options.now ?? NOW), preview: options.preview ?? false });
  const short = <T extends { path: string }>(item: T): T => ({ ...item, path: relative(folder, item.path).split(sep).join("/") });
  return {
    ...reading,
    problems: reading.problems.map(short),
    refused: reading.refused.map(short),
    unpublished: reading.unpublished.map(short),
  };
}

/** Reads the sound base with files laid over it. */
export function readWith(files: Files, options: { now?: string; preview?: boolean } = {}): ArchiveResult {
  return read(makeContent(files), options);
}

/** A problem on one line, as an editor reads it. */
export function line(problem: Problem): string {
  return `${problem.path}:${problem.line}:${problem.column} ${problem.severity} ${problem.message} ${problem.remedy}`;
}

/** What a program of this project did. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs Node with the project's loader; nothing of the own environment but the path reaches it. */
export function run(args: readonly string[], environment: Record<string, string> = {}, cwd = ROOT): Promise<Run> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), ...args], {
    cwd,
    env: { PATH, HOME, STRICT_LAYOUTS: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return hear(child);
}

/** What a process prints, until it ends; it ends with this one at the latest. */
export function hear(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Run> {
  children.add(child);
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      children.delete(child);
      done({ code, ...said });
    });
  });
}

/** A command of the project: answers with its exit code. */
export type Command = (args: readonly string[], environment: Record<string, string>) => number | Promise<number>;

/** Whoever calls a command waits for the one before: what they print is heard from the one console. */
let turn: Promise<unknown> = Promise.resolve();

/** Runs a command in this process as `run` does in one of its own; loading the program takes longer than building a small town. */
export function call(command: Command, args: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  const called = turn.then(() => listen(() => command(args, { STRICT_LAYOUTS: "1", ...environment })));
  turn = called;
  return called;
}

/** What a command answers and prints; it never throws, as a process does not. */
async function listen(command: () => number | Promise<number>): Promise<Run> {
  const said = { stdout: "", stderr: "" };
  const { log, error } = console;
  console.log = (text: string) => {
    said.stdout += `${text}\n`;
  };
  console.error = (text: string) => {
    said.stderr += `${text}\n`;
  };
  try {
    return { code: await command(), ...said };
  } catch (thrown) {
    return { code: 1, stdout: said.stdout, stderr: `${said.stderr}${describeFailure(thrown)}\n` };
  } finally {
    Object.assign(console, { log, error });
  }
}

/** Where and how to build. */
export interface BuildOptions {
  output?: string;
  args?: readonly string[];
  environment?: Record<string, string>;
  /** In a process of its own: where it matters what is left of an earlier build, or how the process itself is set up. */
  isAlone?: boolean;
}

/** A build that has ended, and the folder it wrote to. */
export interface Build extends Run {
  output: string;
}

/** Builds a content folder as `npm run build` does, into a folder of its own. */
export async function build(content: string, options: BuildOptions = {}): Promise<Build> {
  const { output = join(makeFolder(), "site"), args = [], environment = {}, isAlone = false } = options;
  const settings = { CONTENT: content, OUTPUT: output, CACHE, NOW, ...environment };
  const built = isAlone ? run([join(ROOT, "src/commands/build.ts"), ...args], settings) : call(buildHere, args, settings);
  return { ...(await built), output };
}

/** Builds by this project's own program, in this process. */
const buildHere: Command = async (args, environment) => {
  const program = await import("../src/commands/build.ts");
  const forget = await createForgetting(ROOT);
  forget();
  return program.build(args, environment);
};

/** All that a project needs to be built. */
export const PROJECT_PARTS = ["bin", "src", "layouts", ".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"];

/** A copy of the project whose layouts and code a test may edit, without content. */
export function copyProject(): string {
  const project = makeFolder();
  for (const part of PROJECT_PARTS) cpSync(join(ROOT, part), join(project, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  return project;
}

/**
 * Builds in this process by the program of a copy of the project, as it was when the copy first built; `city` is the working folder, the
 * same one each time.
 */
export function buildWith(project: string, environment: Record<string, string>, city = project): Promise<Run> {
  return call(
    async (args, given) => {
      process.chdir(city);
      try {
        const path = join(project, "src/commands/build.ts");
        const program = (await import(pathToFileURL(path).href)) as typeof import("../src/commands/build.ts");
        const forget = await createForgetting(project);
        forget();
        return await program.build(args, given);
      } finally {
        process.chdir(ROOT);
      }
    },
    [],
    environment,
  );
}

/** A build that has to succeed. */
export async function buildSoundly(content: string, options: BuildOptions = {}): Promise<Build> {
  const built = await build(content, options);
  if (built.code !== 0) throw new Error(`The build failed with ${built.code}:\n${built.stdout}${built.stderr}`);
  return built;
}

/** The towns that come with the project, by name: the demonstration, and the fictional one that shows everything. */
export const TOWNS = { leipzig: "content", musterstadt: "tests/fixtures/musterstadt" } as const;

/** The moment for which a town is built that tests share. */
export const TOWN_NOW = "2026-11-24T12:00:00+01:00";

const towns = new Map<keyof typeof TOWNS, Promise<Build>>();

/** A town as it is, built once for all tests of this process: nobody writes into its output. */
export function buildTown(name: keyof typeof TOWNS): Promise<Build> {
  const built = towns.get(name) ?? buildSoundly(join(ROOT, TOWNS[name]), { environment: { NOW: TOWN_NOW } });
  towns.set(name, built);
  return built;
}

/** Every file below a folder, by its path in it; empty where the folder does not exist. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const enter = (inner: string): void => {
    for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
      const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) enter(path);
      else files.set(path, readFileSync(join(folder, path)));
    }
  };
  try {
    enter("");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ENOENT") throw thrown;
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The files of a folder as one text, to compare two folders byte by byte and read the difference. */
export function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries([...filesBelow(folder)].map(([path, bytes]) => [path, bytes.toString("latin1")]));
}

/** The files of a folder in whose path or bytes a word appears; an empty folder is a search that proves nothing. */
export function placesOf(word: string, folder: string): string[] {
  const files = filesBelow(folder);
  assert.ok(files.size > 0, `${folder} holds nothing to search`);
  return [...files].filter(([path, bytes]) => path.includes(word) || bytes.includes(word)).map(([path]) => path);
}

/** Asserts that a word that an editor wrote is nowhere on the site. */
export function assertNowhere(word: string, { content, output }: { content: string; output: string }): void {
  assert.notDeepEqual(placesOf(word, content), [], `${word} is not in the content, so its absence would prove nothing`);
  assert.notDeepEqual(placesOf("<html", output), [], "no page was searched");
  assert.deepEqual(placesOf(word, output), [], word);
}

/** The text that a reader sees of a piece of HTML, tags gone and references resolved. */
export function visibleText(html: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
  return html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_whole, name: string) => named[name] ?? "");
}

/** The smallest picture: one transparent pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** The beginnings of a film, a recording and captions, by which each is known. */
export const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\0\0isommp42")]);
export const MP3 = Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0\0"), Buffer.from([0xff, 0xfb, 0x90, 0x64])]);
export const VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\nGuten Tag\n";

/** The smallest attachment: a PDF that begins and ends as one. */
export const PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
