import { mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Counts, writeTown } from "./sample/town.ts";

const USAGE = `npm run sample -- --out ORDNER [--releases ZAHL] [--seed WORT]

Schreibt eine erfundene Stadt als Inhaltsordner, um daran zu messen.
Gleiche Angaben ergeben überall denselben Ordner, Byte für Byte.

  --out ORDNER      wohin: ein Ordner, den es noch nicht gibt oder der leer ist
  --releases ZAHL   wie viele Pressemitteilungen, 1 bis 200000 (sonst 2000)
  --seed WORT       eine andere Zahl oder ein anderes Wort gibt eine andere Stadt (sonst 1)
  --help            diese Hilfe`;

const MOST_RELEASES = 200_000;

/** Something the caller has to put right. */
class WrongCall extends Error {}

interface Options {
  releases: number;
  out: string;
  seed: string;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function explained(error: unknown): WrongCall {
  const named = error instanceof Error ? (/'(-*[^' ]+)/.exec(error.message)?.[1] ?? "") : "";
  switch (codeOf(error)) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return new WrongCall(`Die Angabe ${named} gibt es nicht. Möglich sind --releases, --out, --seed und --help.`);
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return new WrongCall(`„${named}“ ist zu viel. Meinen Sie --out ${named}?`);
    default:
      return new WrongCall(`Bei ${named} stimmt der Wert nicht. Schreiben Sie zum Beispiel --out=../stadt --seed=7.`);
  }
}

function readOptions(args: string[]): Options | "help" {
  const parse = () =>
    parseArgs({
      args,
      strict: true,
      options: {
        releases: { type: "string", default: "2000" },
        out: { type: "string" },
        seed: { type: "string", default: "1" },
        help: { type: "boolean", default: false },
      },
    }).values;
  let values: ReturnType<typeof parse>;
  try {
    values = parse();
  } catch (error) {
    throw explained(error);
  }
  if (values.help) return "help";
  const { releases, out, seed } = values;
  if (!/^[1-9]\d{0,5}$/.test(releases) || Number(releases) > MOST_RELEASES) {
    throw new WrongCall(`--releases ${releases}: Nötig ist eine ganze Zahl von 1 bis ${MOST_RELEASES}.`);
  }
  if (out === undefined || out === "") {
    throw new WrongCall("Es fehlt, wohin geschrieben werden soll. Schreiben Sie zum Beispiel --out ../stadt.");
  }
  if (seed === "") throw new WrongCall("--seed ist leer. Nennen Sie eine Zahl oder ein Wort oder lassen Sie --seed weg.");
  return { releases: Number(releases), out: resolve(out), seed };
}

function requireEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    if (codeOf(error) === "ENOTDIR") throw new WrongCall(`${folder} ist kein Ordner. Nennen Sie bei --out einen anderen.`);
    throw error;
  }
  throw new WrongCall(`Der Ordner ${folder} ist nicht leer. Nennen Sie bei --out einen neuen oder leeren Ordner, oder leeren Sie diesen selbst.`);
}

function summary(counts: Counts, { out, seed }: Options): string {
  return [
    `${counts.releases} Pressemitteilungen nach ${out} geschrieben (--seed ${seed}).`,
    `Darunter: ${counts.corrected} mit Berichtigung, ${counts.withdrawn} zurückgezogen, ${counts.drafts} Entwürfe, ${counts.embargoed} mit Sperrfrist,`,
    `${counts.aliased} mit alter Adresse, ${counts.events} mit Termin. Dazu ${counts.versions} englische Fassungen.`,
    `Zusammen ${counts.files} Dateien, ${Math.round(counts.bytes / 10_000) / 100} MB.`,
  ].join("\n");
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(USAGE);
  } else {
    requireEmpty(options.out);
    mkdirSync(options.out, { recursive: true });
    console.log(summary(writeTown(options.out, options.releases, options.seed), options));
  }
} catch (error) {
  const wrongCall = error instanceof WrongCall;
  const isFault = !wrongCall && codeOf(error) === "";
  if (isFault) throw error;
  console.error(wrongCall ? error.message : `Das Schreiben ist misslungen: ${(error as Error).message}`);
  process.exitCode = wrongCall ? 2 : 1;
}
