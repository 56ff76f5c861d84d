import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { outputFile } from "../addresses.ts";
import { type ArchiveReading, readArchive } from "../archive/archive.ts";
import { MANIFEST_ADDRESS, type ManifestEntry, parseManifest, writeManifest } from "../manifest.ts";
import { takeOutput } from "../output.ts";
import type { Page } from "../pages.ts";
import { findCollision, findLost } from "../permanence.ts";
import { makePictures } from "../pictures.ts";
import type { Problem } from "../problems.ts";
import { reportCounts, reportProblems } from "../report.ts";
import { plural, WORDS } from "../words.ts";
import { readPrevious, reportLost } from "./previous.ts";
import { ROOT, readSettings, type Settings } from "./settings.ts";

const HELP = `npm run build [-- --without-refused] [--previous ORT]

Baut content/ nach _site/. Bei Fehlern bleibt _site/ unverändert, und alle Fehler werden genannt.

  --without-refused  lässt abgewiesene Dateien aus und veröffentlicht den Rest (für eilige Meldungen);
                     was von ihnen schon veröffentlicht war, bleibt stehen
  --previous ORT     vergleicht mit der Website davor: ihrer manifest.json, ihrem Ordner oder ihrer Adresse;
                     ginge eine veröffentlichte Adresse verloren, wird nichts geändert
  --help             zeigt diese Hilfe

Umgebung: CONTENT (content), OUTPUT (_site), CACHE (.cache), NOW (jetzt)`;

/** Builds the site and swaps it in; answers with the exit code (0 done, 1 nothing changed, 2 wrong call). */
export async function build(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  let withoutRefused: boolean;
  let previous: string | undefined;
  try {
    const options = { "without-refused": { type: "boolean", default: false }, previous: { type: "string" }, help: { type: "boolean", default: false } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    withoutRefused = values["without-refused"];
    previous = values.previous;
  } catch {
    console.error(`Unbekannte Angabe: ${args.join(" ")}\n\n${HELP}`);
    return 2;
  }
  const started = performance.now();
  const settings = readSettings(environment);
  process.chdir(ROOT);
  const reading = readArchive({ folder: settings.content, now: settings.now });
  const { archive, problems, counts, refused } = reading;
  const errors = problems.filter((problem) => problem.severity === "error");
  const refuse = (found: readonly Problem[]) => {
    console.error(`${reportProblems(found)}\n\n${reportCounts(counts)}\n${found.length} Fehler: ${settings.output} bleibt, wie es ist.`);
    return 1;
  };
  if (!archive || (errors.length > 0 && !canLeaveOut(reading, withoutRefused))) return refuse(errors);
  if (errors.length > 0) console.error(`${reportProblems(errors)}\n`);
  // Eleventy and all that makes pages is loaded only now: a refusal comes at once.
  const [{ listPages }, { render }] = await Promise.all([import("../../.eleventy.ts"), import("./render.ts")]);
  const pages = listPages(archive);
  const collision = findCollision(pages);
  const unmakable = collision ? [collision] : await makePictures(pages, settings.cache);
  if (unmakable.length > 0) return refuse(unmakable);
  const lost = previous === undefined ? [] : findLost(await readPrevious(previous), pages, archive, refused);
  if (lost.length > 0) {
    console.error(reportLost(lost, settings.output));
    return 1;
  }
  const output = takeOutput(settings.output, [settings.content, "src", "layouts", "node_modules"]);
  try {
    await render({ archive, pages, output: output.staged, cache: settings.cache, isStrict: environment.STRICT_LAYOUTS === "1" });
    verify(pages, output.staged);
    const kept = keepEarlierPages(reading, settings, output.staged);
    writeManifest(pages, output.staged, keptEntries(kept, settings));
    output.swapIn();
    console.log(reportCounts(counts));
    if (refused.length > 0)
      console.log(
        `ACHTUNG: Ohne ${refused.length} abgewiesene Dateien gebaut: ${refused.map(({ path }) => path).join(", ")}. ${kept.length} davon stehen noch in ihrer früheren Fassung da.`,
      );
    const hints = problems.length - errors.length;
    if (hints > 0) console.log(`${hints} Hinweise; npm run check zeigt sie.`);
    console.log(
      `${plural(archive.listed.length, WORDS.de.home.holdings, "de")}, dazu ${archive.versions.length} Sprachfassungen. ${pages.length} Dateien in ${settings.output}, ${seconds(started)} s.`,
    );
    return 0;
  } finally {
    output.release();
  }
}

/** Only texts can be left out; without settings or with a broken register nobody knows what the rest means. */
function canLeaveOut({ problems, refused }: ArchiveReading, withoutRefused: boolean): boolean {
  const left = new Set(refused.map(({ path }) => path));
  return withoutRefused && problems.every((problem) => problem.severity === "hint" || left.has(problem.path));
}

/** Every page must be there and hold something: a renderer that stops half way must not reach visitors. */
function verify(pages: readonly Page[], staged: string): void {
  for (const { address } of pages) {
    if (!statSync(join(staged, outputFile(address)), { throwIfNoEntry: false })?.size) throw new Error(`Die Seite ${address} fehlt nach dem Bau oder ist leer.`);
  }
}

/** What was published of a refused text stays at its address until the text is mended, unless the text itself speaks against it; answers with these addresses. */
function keepEarlierPages({ refused }: ArchiveReading, settings: Settings, staged: string): string[] {
  const earlier = refused.flatMap(({ address, mayStay }) => (mayStay && address !== undefined && existsSync(join(settings.output, outputFile(address))) ? [address] : []));
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
  return (parseManifest(readFileSync(manifest, "utf8")) ?? []).filter(({ address }) => kept.includes(address) || kept.includes(address.slice(0, address.lastIndexOf("/") + 1)));
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toLocaleString("de-DE", { maximumFractionDigits: 1 });
}

if (import.meta.filename === process.argv[1]) {
  try {
    process.exitCode = await build(process.argv.slice(2), process.env);
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown));
    process.exitCode = 1;
  }
}
