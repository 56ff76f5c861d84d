import { mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Counts, writeTown } from "./town.ts";

const USAGE = `npm run sample -- --out ORDNER [--releases ZAHL] [--seed WORT]

Schreibt eine erfundene Stadt als Inhaltsordner, um daran zu messen.
Gleiche Angaben ergeben überall denselben Ordner, Byte für Byte.

  --out ORDNER      wohin: ein Ordner, den es noch nicht gibt oder der leer ist
  --releases ZAHL   wie viele Pressemitteilungen, 1 bis 200000 (sonst 2000)
  --seed WORT       eine andere Zahl oder ein anderes Wort gibt eine andere Stadt (sonst 1)
  --help            diese Hilfe

Ausgang: 0 geschrieben, 1 Schreiben misslungen, 2 bei falschem Aufruf.`;

const MOST_RELEASES = 200_000;

interface Options {
  releases: number;
  out: string;
  seed: string;
}

/** A wrong call: what is wrong and what to write instead. */
interface Refusal {
  refusal: string;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function explained(error: unknown): Refusal {
  const named = error instanceof Error ? (/'(-*[^' ]+)/.exec(error.message)?.[1] ?? "") : "";
  switch (codeOf(error)) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return { refusal: `Die Angabe ${named} gibt es nicht. Möglich sind --releases, --out, --seed und --help.` };
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return { refusal: `„${named}“ ist zu viel. Meinen Sie --out ${named}?` };
    default:
      return { refusal: `Bei ${named} stimmt der Wert nicht. Schreiben Sie zum Beispiel --out=../stadt --seed=7.` };
  }
}

function parseOptions(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: true,
    options: {
      releases: { type: "string", default: "2000" },
      out: { type: "string", default: "" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  }).values;
}

function readOptions({ releases, out, seed }: ReturnType<typeof parseOptions>): Options | Refusal {
  if (!/^[1-9]\d{0,5}$/.test(releases) || Number(releases) > MOST_RELEASES) {
    return { refusal: `--releases ${releases}: Nötig ist eine ganze Zahl von 1 bis ${MOST_RELEASES}.` };
  }
  if (out === "") return { refusal: "Es fehlt, wohin geschrieben werden soll. Schreiben Sie zum Beispiel --out ../stadt." };
  if (seed === "") return { refusal: "--seed ist leer. Nennen Sie eine Zahl oder ein Wort oder lassen Sie --seed weg." };
  const folder = resolve(out);
  return unusable(folder) ?? { releases: Number(releases), out: folder, seed };
}

function unusable(folder: string): Refusal | undefined {
  try {
    if (readdirSync(folder).length === 0) return undefined;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    if (codeOf(error) === "ENOTDIR") return { refusal: `${folder} ist kein Ordner. Nennen Sie bei --out einen anderen.` };
    throw error;
  }
  return {
    refusal: `Der Ordner ${folder} ist nicht leer. Nennen Sie bei --out einen neuen oder leeren Ordner, oder leeren Sie diesen selbst.`,
  };
}

function summary(counts: Counts, { out, seed }: Options): string {
  return [
    `${counts.releases} Pressemitteilungen nach ${out} geschrieben (--seed ${seed}).`,
    `Darunter: ${counts.corrected} mit Berichtigung, ${counts.withdrawn} zurückgezogen, ${counts.drafts} Entwürfe, ${counts.embargoed} mit Sperrfrist,`,
    `${counts.aliased} mit alter Adresse, ${counts.events} mit Termin. Dazu ${counts.versions} englische Fassungen.`,
    `Zusammen ${counts.files} Dateien, ${Math.round(counts.bytes / 10_000) / 100} MB.`,
  ].join("\n");
}

/** Writes a town as the arguments say and prints what it holds; answers with the exit code. */
function sample(args: readonly string[]): number {
  let values: ReturnType<typeof parseOptions>;
  try {
    values = parseOptions(args);
  } catch (error) {
    console.error(explained(error).refusal);
    return 2;
  }
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  try {
    const options = readOptions(values);
    if ("refusal" in options) {
      console.error(options.refusal);
      return 2;
    }
    mkdirSync(options.out, { recursive: true });
    console.log(summary(writeTown(options.out, options.releases, options.seed), options));
    return 0;
  } catch (error) {
    // Only what the file system refuses has a code; all else is a fault of this program.
    if (codeOf(error) === "") throw error;
    console.error(`Das Schreiben ist misslungen: ${(error as Error).message}`);
    return 1;
  }
}

process.exitCode = sample(process.argv.slice(2));
