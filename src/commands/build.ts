import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { outputFile } from "../addresses.ts";
import { findCollision, findLost } from "../archive/aliases.ts";
import { type ArchiveReading, readArchive } from "../archive/archive.ts";
import { openReadings } from "../archive/cache/readings.ts";
import { cacheFor, keepCache } from "../build/cache.ts";
import { MANIFEST_ADDRESS, type ManifestEntry, parseManifest } from "../build/manifest.ts";
import { type Output, takeOutput } from "../build/output.ts";
import { readPrevious, reportLost } from "../build/previous.ts";
import { nameProgram } from "../build/program.ts";
import { createProgress } from "../build/progress.ts";
import { openSiteTree, type SiteTree } from "../build/site-tree.ts";
import { describeFailure, isOfDisk } from "../disk/failure.ts";
import { plural, WORDS } from "../messages.ts";
import type { Problem } from "../problems.ts";
import { reportCounts, reportProblems } from "./report.ts";
import { ROOT, readSettings, type Settings } from "./settings.ts";

const HELP = `npm run build [-- --without-refused] [--previous ORT] [--no-cache]

Baut content/ nach _site/. Bei Fehlern bleibt _site/ unverändert, und alle Fehler werden genannt.

  --without-refused  lässt abgewiesene Dateien aus und veröffentlicht den Rest (für eilige Meldungen);
                     was von ihnen schon veröffentlicht war, bleibt stehen
  --previous ORT     vergleicht mit der Website davor: ihrer manifest.json, ihrem Ordner oder ihrer Adresse;
                     ginge eine veröffentlichte Adresse verloren, wird nichts geändert
  --no-cache         baut alles neu, ohne etwas aus früheren Bauten zu übernehmen
  --help             zeigt diese Hilfe

Umgebung: CONTENT (content), OUTPUT (_site), CACHE (.cache), NOW (jetzt)`;

/** Builds the site and swaps it in; answers with the exit code (0 done, 1 nothing changed, 2 wrong call). */
export async function build(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    console.error(`Unbekannte Angabe: ${args.join(" ")}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const started = performance.now();
  const settings = readSettings(environment);
  process.chdir(ROOT);
  const output = takeOutput(
    settings.output,
    [settings.content, "src", "layouts", "node_modules"],
    join(cacheFor(settings.cache, "outputs", settings.output), "spare"),
  );
  const sharedFrom = Number(environment.SHARED_FROM) || undefined;
  let tree: SiteTree | undefined;
  try {
    if (!options.usesCache) forget(settings, output);
    tree = openSiteTree(output.staged, settings, sharedFrom !== undefined);
    return await buildInto(output, settings, tree, {
      ...options,
      isStrict: environment.STRICT_LAYOUTS === "1",
      sharedFrom,
      started,
    });
  } catch (thrown) {
    if (!isOfDisk(thrown)) throw thrown;
    console.error(`${describeFailure(thrown)} ${settings.output} bleibt, wie es ist.`);
    return 1;
  } finally {
    await tree?.stop();
    output.release();
  }
}

async function buildInto(
  output: Output,
  settings: Settings,
  tree: SiteTree,
  {
    withoutRefused,
    previous,
    isStrict,
    sharedFrom,
    started,
  }: Options & { isStrict: boolean; sharedFrom: number | undefined; started: number },
): Promise<number> {
  const progress = createProgress(console.log, () => performance.now());
  const program = nameProgram();
  keepCache(settings.cache, "readings", settings.content);
  progress.begin("Gelesene Texte");
  const readings = openReadings(cacheFor(settings.cache, "readings", settings.content), program, Date.now);
  const reading = readArchive({ folder: settings.content, now: settings.now, readings, reach: progress.reach });
  const { archive, problems, counts, refused } = reading;
  const errors = problems.filter((problem) => problem.severity === "error");
  const refuse = (found: readonly Problem[]) => {
    console.error(`${reportProblems(found)}\n\n${reportCounts(counts)}\n${found.length} Fehler: ${settings.output} bleibt, wie es ist.`);
    return 1;
  };
  if (!archive || (errors.length > 0 && !canLeaveOut(reading, withoutRefused))) return refuse(errors);
  if (errors.length > 0) console.error(`${reportProblems(errors)}\n`);
  // All that makes pages is loaded only now: a refusal comes at once.
  const [{ listPages }, { stage }] = await Promise.all([import("../../.eleventy.ts"), import("../build/stage.ts")]);
  const pages = listPages(archive);
  const collision = findCollision(pages);
  if (collision) return refuse([collision]);
  const lost = previous === undefined ? [] : findLost(await readPrevious(previous), pages, archive, refused);
  if (lost.length > 0) {
    console.error(reportLost(lost, settings.output));
    return 1;
  }
  const staged = await stage({ archive, pages, settings, staged: output.staged, tree, program, isStrict, sharedFrom, progress });
  if (staged.problems.length > 0) return refuse(staged.problems);
  const kept = keepEarlierPages(reading, settings, output.staged);
  await staged.finish(keptEntries(kept, settings));
  output.swapIn();
  console.log(reportCounts(counts));
  if (refused.length > 0)
    console.log(
      `ACHTUNG: Ohne ${refused.length} abgewiesene Dateien gebaut: ${refused.map(({ path }) => path).join(", ")}. ${kept.length} davon stehen noch in ihrer früheren Fassung da.`,
    );
  const hints = problems.length - errors.length;
  if (hints > 0) console.log(`${hints} Hinweise; npm run check zeigt sie.`);
  console.log(
    `${plural(archive.listed.length, WORDS.de.home.holdings, "de")}, dazu ${archive.versions.length} Sprachfassungen. ${pages.length} Dateien in ${settings.output}, davon ${staged.made} neu gemacht, ${seconds(started)} s.`,
  );
  return 0;
}

interface Options {
  withoutRefused: boolean;
  usesCache: boolean;
  previous: string | undefined;
  help: boolean;
}

/** What the call asks for; undefined where it is wrong. */
function readOptions(args: readonly string[]): Options | undefined {
  try {
    const options = {
      "without-refused": { type: "boolean" },
      "no-cache": { type: "boolean" },
      previous: { type: "string" },
      help: { type: "boolean" },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    return {
      withoutRefused: values["without-refused"] === true,
      usesCache: values["no-cache"] !== true,
      previous: values.previous,
      help: values.help === true,
    };
  } catch {
    return undefined;
  }
}

/** Forgets all that earlier builds have kept for this content and this output. */
function forget({ cache, content, output: live }: Settings, { staged }: Output): void {
  for (const folder of [staged, cacheFor(cache, "readings", content), cacheFor(cache, "outputs", live), join(cache, "pictures")])
    rmSync(folder, { recursive: true, force: true });
}

/** Only texts can be left out; without settings or with a broken register nobody knows what the rest means. */
function canLeaveOut({ problems, refused }: ArchiveReading, withoutRefused: boolean): boolean {
  const left = new Set(refused.map(({ path }) => path));
  return withoutRefused && problems.every((problem) => problem.severity === "hint" || left.has(problem.path));
}

/** What was published of a refused text stays at its address until the text is mended, unless the text itself speaks against it; answers with these addresses. */
function keepEarlierPages({ refused }: ArchiveReading, settings: Settings, staged: string): string[] {
  const earlier = refused.flatMap(({ address, mayStay }) =>
    mayStay && address !== undefined && existsSync(join(settings.output, outputFile(address))) ? [address] : [],
  );
  for (const address of earlier) {
    const folder = dirname(outputFile(address));
    if (folder === ".") cpSync(join(settings.output, outputFile(address)), join(staged, outputFile(address)));
    else cpSync(join(settings.output, folder), join(staged, folder), { recursive: true, force: false });
  }
  return earlier;
}

/** What the manifest of the live site says of the pages that stay and the files beside them. */
function keptEntries(kept: readonly string[], { output }: Settings): ManifestEntry[] {
  const manifest = join(output, outputFile(MANIFEST_ADDRESS));
  if (kept.length === 0 || !existsSync(manifest)) return [];
  return (parseManifest(readFileSync(manifest, "utf8")) ?? []).filter(
    ({ address }) => kept.includes(address) || kept.includes(address.slice(0, address.lastIndexOf("/") + 1)),
  );
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toLocaleString("de-DE", { maximumFractionDigits: 1 });
}

if (import.meta.filename === process.argv[1]) {
  try {
    process.exitCode = await build(process.argv.slice(2), process.env);
  } catch (thrown) {
    console.error(describeFailure(thrown));
    process.exitCode = 1;
  }
}
