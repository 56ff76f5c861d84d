import { mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { executeIfMain } from "../../src/commands/call.ts";
import { defineCommand, WrongCall } from "../../src/commands/command.ts";
import { type Counts, writeTown } from "./town.ts";

const MOST_RELEASES = 200_000;

/** Writes a fictional town as a content folder. */
export const command = defineCommand({
  name: "sample",
  summary: { de: "Schreibt eine große erfundene Stadt, um daran zu messen", en: "Writes a large fictional town to measure with" },
  about: {
    de: "Gleiche Angaben ergeben überall denselben Ordner, Byte für Byte.",
    en: "The same options give the same folder everywhere, byte by byte.",
  },
  options: {
    out: {
      value: { de: "ORDNER", en: "FOLDER" },
      isNeeded: true,
      help: {
        de: "wohin: ein Ordner, den es noch nicht gibt oder der leer ist",
        en: "where to: a folder that does not exist yet or is empty",
      },
    },
    releases: {
      value: { de: "ZAHL", en: "NUMBER" },
      default: "2000",
      help: {
        de: `wie viele Pressemitteilungen, 1 bis ${MOST_RELEASES} (sonst 2000)`,
        en: `how many releases, 1 to ${MOST_RELEASES} (else 2000)`,
      },
    },
    seed: {
      value: { de: "WORT", en: "WORD" },
      default: "1",
      help: {
        de: "eine andere Zahl oder ein anderes Wort gibt eine andere Stadt (sonst 1)",
        en: "another number or word gives another town (else 1)",
      },
    },
  },
  exits: { de: "0 geschrieben, 1 Schreiben misslungen", en: "0 written, 1 writing failed" },
  run: ({ releases, out, seed }) => {
    if (!/^[1-9]\d{0,5}$/.test(releases) || Number(releases) > MOST_RELEASES)
      throw new WrongCall(`--releases ${releases}: Nötig ist eine ganze Zahl von 1 bis ${MOST_RELEASES}.`);
    const folder = resolve(out);
    refuseUnusable(folder);
    mkdirSync(folder, { recursive: true });
    console.log(summary(writeTown(folder, Number(releases), seed), folder, seed));
    return 0;
  },
});

function refuseUnusable(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) return;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT") return;
    if (code === "ENOTDIR") throw new WrongCall(`${folder} ist kein Ordner. Nennen Sie bei --out einen anderen.`);
    throw thrown;
  }
  throw new WrongCall(
    `Der Ordner ${folder} ist nicht leer. Nennen Sie bei --out einen neuen oder leeren Ordner, oder leeren Sie diesen selbst.`,
  );
}

function summary(counts: Counts, out: string, seed: string): string {
  return [
    `${counts.releases} Pressemitteilungen nach ${out} geschrieben (--seed ${seed}).`,
    `Darunter: ${counts.corrected} mit Berichtigung, ${counts.withdrawn} zurückgezogen, ${counts.drafts} Entwürfe, ${counts.embargoed} mit Sperrfrist,`,
    `${counts.aliased} mit alter Adresse, ${counts.events} mit Termin. Dazu ${counts.versions} englische Fassungen.`,
    `Zusammen ${counts.files} Dateien, ${Math.round(counts.bytes / 10_000) / 100} MB.`,
  ].join("\n");
}

await executeIfMain(import.meta.filename, command);
