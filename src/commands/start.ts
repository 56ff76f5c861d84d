import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Eleventy from "@11ty/eleventy";
import { listPages } from "../../.eleventy.ts";
import { outputFile } from "../addresses.ts";
import { findCollision } from "../archive/aliases.ts";
import { type Archive, type ArchiveReading, readArchive } from "../archive/archive.ts";
import { openReadings } from "../archive/cache/readings.ts";
import { cacheFor } from "../build/cache.ts";
import { nameInputs } from "../build/fingerprints.ts";
import { nameProgram } from "../build/program.ts";
import { EMPTY_REGISTERS } from "../content/registers.ts";
import { UNKNOWN_SITE } from "../content/site.ts";
import { rendering } from "../rendering/rendering.ts";
import type { Page, ProblemsView } from "../site/pages.ts";
import { reportCounts, reportProblems } from "./report.ts";
import { ROOT, readSettings, type Settings } from "./settings.ts";

const HELP = `npm start [-- --port 8080]

Zeigt das Archiv auf diesem Rechner, mit Entwürfen und Meldungen unter Sperrfrist, und lädt bei jeder Änderung neu.`;

/** Serves a preview until the process is stopped. */
export async function start(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: "string", default: "8080" }, help: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const settings = readSettings(environment);
  process.chdir(ROOT);
  const output = join(settings.cache, "preview");
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  let last: Archive | undefined;
  let shown = new Set<string>();
  /** What the pages in the preview are made of, by their files: only what changed is made anew. */
  const made = new Map<string, string>();
  let inputs = new Map<string, string>();
  const program = nameProgram();
  const readings = openReadings(cacheFor(settings.cache, "readings", settings.content), program, Date.now);
  const read = () => {
    const now = environment.NOW ? settings.now : Date.now();
    const reading = readArchive({ folder: settings.content, now, preview: true, readings });
    report(reading, settings);
    last = reading.archive ?? last;
    const archive = last ?? emptyArchive(settings.now);
    const pages = previewPages(archive, reading);
    // What no longer exists must not linger: Eleventy never deletes.
    inputs = new Map(Array.from(nameInputs(pages, archive, program), ({ page, name }) => [outputFile(page.address), name]));
    for (const file of shown) {
      if (inputs.has(file)) continue;
      rmSync(join(output, file), { force: true });
      made.delete(file);
    }
    shown = new Set(inputs.keys());
    return { archive, pages: pages.filter(({ address }) => made.get(outputFile(address)) !== inputs.get(outputFile(address))) };
  };
  const eleventy = new Eleventy("src", output, {
    configPath: "",
    // The server answers under the prefix that the links have.
    pathPrefix: new URL(read().archive.site.url).pathname,
    quietMode: true,
    runMode: "serve",
    config: (config) => {
      config.setOutputDirectory(output);
      config.addWatchTarget(`${settings.content}/**/*`);
      config.addWatchTarget("layouts/**/*");
      config.setWatchThrottleWaitTime(50);
      config.setServerOptions({ showAllHosts: false, port: Number(values.port) });
      const finish = (_pages: readonly Page[], _output: string, hashes: ReadonlyMap<string, string>) => {
        for (const file of hashes.keys()) made.set(file, inputs.get(file) ?? "");
      };
      rendering(config, { read, cache: settings.cache, finish, isStrict: true });
    },
  });
  await eleventy.init();
  const rebuild = await eleventy.watch();
  // Eleventy notes that a file is gone but builds nothing anew.
  eleventy.watcher.on("unlink", rebuild);
  await eleventy.serve(Number(values.port));
}

/** All pages; where content has errors, the home page and the addresses of the refused texts say which. */
export function previewPages(archive: Archive, { problems, refused }: ArchiveReading): Page[] {
  const pages = listPages(archive);
  const collision = findCollision(pages);
  const errors = [...problems.filter((problem) => problem.severity === "error"), ...(collision ? [collision] : [])];
  if (errors.length === 0) return pages;
  const view = (address: string): ProblemsView => ({
    layout: "problems",
    address,
    language: "de",
    title: "Fehler in den Inhalten",
    description: undefined,
    isIndexed: false,
    alternates: [],
    problems: errors,
  });
  const replaced = new Set(["/", ...refused.flatMap(({ address }) => (address === undefined ? [] : [address]))]);
  // Where two pages want one address Eleventy would render neither: then only the problem is shown, in its own look.
  const shown = collision
    ? pages.filter((page) => page.address.startsWith("/assets/"))
    : pages.filter((page) => !replaced.has(page.address));
  return [...shown, ...[...replaced].map(view)];
}

function emptyArchive(now: number): Archive {
  return {
    site: UNKNOWN_SITE,
    registers: EMPTY_REGISTERS,
    now,
    releases: [],
    listed: [],
    versions: [],
    pages: [],
    used: { departments: new Set(), topics: new Set(), people: new Set(), places: new Set() },
    files: [],
  };
}

function report({ problems, counts, unpublished }: ArchiveReading, settings: Settings): void {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) console.error(reportProblems(errors));
  const shown = unpublished.length > 0 ? `, ${unpublished.length} nicht gezeigt` : "";
  console.log(`${settings.content}: ${reportCounts(counts)}${shown}`);
}

if (import.meta.filename === process.argv[1]) {
  try {
    await start(process.argv.slice(2), process.env);
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown));
    process.exitCode = 2;
  }
}
