// First of all: an old Node fails at what comes after it in its own words.
import "../../bin/node-version.js";
import { existsSync, readFileSync } from "node:fs";
import { reportCounts } from "../archive/ledger.ts";
import { listUpcoming } from "../archive/upcoming.ts";
import type { BuildResult, Published } from "../build/build.ts";
import { reportLost } from "../build/previous.ts";
import { createProgress } from "../build/progress.ts";
import { describeFailure, isOfDisk } from "../disk/failure.ts";
import { readMessages } from "../messages.ts";
import { execute, executeIfMain } from "./call.ts";
import { defineCommand } from "./command.ts";
import { reportProblems } from "./problem-kinds.ts";
import { PREVIEW_PORT, readSettings } from "./settings.ts";

/** Builds the site and swaps it in. */
export const command = defineCommand({
  name: "build",
  summary: { de: "Baut aus content/ die fertigen Seiten in _site/", en: "Builds the finished pages in _site/ from content/" },
  about: {
    de: `Bei Fehlern bleibt _site/ unverändert, und alle Fehler werden genannt. Steht in der Umgebung SIGNING_KEY (ein privater
Schlüssel für Ed25519, PEM), werden die Prüfsummen daten/SHA256SUMS unterschrieben.`,
    en: `With errors _site/ stays as it is, and all errors are listed. Where SIGNING_KEY (a private Ed25519 key, PEM) stands in the
environment, the checksums daten/SHA256SUMS are signed.`,
  },
  settings: ["content", "output", "cache", "now"],
  options: {
    "without-refused": {
      help: {
        de: `lässt abgewiesene Dateien aus und veröffentlicht den Rest (für eilige Meldungen);
was von ihnen schon veröffentlicht war, bleibt stehen`,
        en: `leaves refused files out and publishes the rest (for urgent releases);
what was published of them before stays`,
      },
    },
    previous: {
      value: { de: "ORT", en: "PLACE" },
      help: {
        de: `vergleicht mit der Website davor: ihrer manifest.json, ihrem Ordner, ihrer Adresse oder live (der Adresse in site.yml)
(sonst mit der, die in OUTPUT liegt); ginge eine veröffentlichte Adresse verloren, wird nichts geändert`,
        en: `compares with the site before: its manifest.json, its folder, its address or live (the address in site.yml;
else with the one in OUTPUT); if a published address would be lost, nothing is changed`,
      },
    },
    "no-cache": {
      help: {
        de: "baut alles neu, ohne etwas aus früheren Bauten zu übernehmen",
        en: "builds everything anew, taking nothing over from earlier builds",
      },
    },
  },
  exits: { de: "0 gebaut, 1 nichts geändert", en: "0 built, 1 nothing changed" },
  run: async (given, environment) => {
    const started = performance.now();
    const settings = readSettings(environment);
    // What does the work is loaded only where there is some: help and refusals come at once.
    const [{ buildSite }, { readSigningKey }] = await Promise.all([import("../build/build.ts"), import("../build/checksums.ts")]);
    try {
      const result = await buildSite({
        ...settings,
        clock: Date.now(),
        withoutRefused: given["without-refused"],
        usesCache: !given["no-cache"],
        previous: given.previous,
        signingKey: environment.SIGNING_KEY ? readSigningKey(environment.SIGNING_KEY) : undefined,
        isStrict: environment.STRICT_LAYOUTS === "1",
        sharedFrom: Number(environment.SHARED_FROM) || undefined,
        progress: createProgress(console.log, () => performance.now()),
      });
      return report(result, settings.output, (performance.now() - started) / 1000);
    } catch (thrown) {
      if (!isOfDisk(thrown)) throw thrown;
      console.error(`${describeFailure(thrown)} ${settings.output} bleibt, wie es ist.`);
      return 1;
    }
  },
});

/** Builds the site and swaps it in; answers with the exit code (0 done, 1 nothing changed, 2 wrong call). */
export function build(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return execute(command, args, environment);
}

function report(result: BuildResult, output: string, seconds: number): number {
  const { counts, problems, errors, losses, note, refused, waiting, timeZone, published } = result;
  if (losses.length > 0) console.error(reportLost(losses, output));
  else if (!published)
    console.error(`${reportProblems(errors)}\n\n${reportCounts(counts)}\n${errors.length} Fehler: ${output} bleibt, wie es ist.`);
  if (!published) return 1;
  if (errors.length > 0) console.error(`${reportProblems(errors)}\n`);
  console.log(reportCounts(counts));
  if (note !== undefined) console.log(note);
  if (waiting.length > 0) {
    const { lines, nextInWords } = listUpcoming(waiting, timeZone);
    const rest = lines.length - LISTED_MAX;
    const more = rest > 0 ? [`  … und ${rest} weitere; npm run check -- --upcoming nennt alle.`] : [];
    console.log(["Nicht öffentlich:", ...lines.slice(0, LISTED_MAX).map((line) => `  ${line}`), ...more].join("\n"));
    if (nextInWords !== undefined) console.log(`Bauen Sie wieder am ${nextInWords}: Dann ändert sich die nächste Seite von selbst.`);
  }
  if (refused.length > 0) {
    const left = refused.map(({ path }) => path).join(", ");
    const kept = `${published.kept.length} davon stehen noch in ihrer früheren Fassung da.`;
    console.log(`ACHTUNG: Ohne ${refused.length} abgewiesene Dateien gebaut: ${left}. ${kept}`);
  }
  const hints = problems.filter(({ severity }) => severity === "hint").length;
  if (hints > 0) console.log(hints === 1 ? "1 Hinweis; npm run check zeigt ihn." : `${hints} Hinweise; npm run check zeigt sie.`);
  console.log(`${summary(published, output)}, ${seconds.toLocaleString("de-DE", { maximumFractionDigits: 1 })} s.`);
  console.log(`Ansehen: npm start, dann im Browser ${PREVIEW}${new URL(published.archive.site.url).pathname}`);
  if (published.archive.site.demonstration !== undefined && hasDemo())
    console.log("Das ist die Vorführung. npm run demo zeigt eine ganze Stadt, mit allem, was ein Archiv enthalten kann.");
  return 0;
}

/** Where the preview answers unless it is told otherwise; pages refer to each other from the root, so no file can be opened by itself. */
const PREVIEW = `http://localhost:${PREVIEW_PORT}`;

/** True in the repository of the software, where the second town lies. */
function hasDemo(): boolean {
  if (!existsSync("package.json")) return false;
  const { scripts = {} } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts?: Record<string, string> };
  return "demo" in scripts;
}

/** So many files that are not public are named after a build. */
const LISTED_MAX = 10;

function summary({ archive, pages, made, indexed, note }: Published, output: string): string {
  const messages = readMessages();
  const holdings = messages.count(archive.listed.length, messages.in("de").home.holdings, "de");
  const versions = `dazu ${messages.count(archive.versions.length, { one: "{n} Sprachfassung", other: "{n} Sprachfassungen" }, "de")}`;
  const search = note ?? (indexed > 0 ? `Dazu ${indexed.toLocaleString("de-DE")} Dateien des Suchindex.` : "");
  return `${search === "" ? "" : `${search}\n`}${holdings}, ${versions}. ${pages} Dateien in ${output}, davon ${made} neu gemacht`;
}

await executeIfMain(import.meta.filename, command);
