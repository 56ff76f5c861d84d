// First of all: an old Node fails at what comes after it in its own words.
import "../../bin/node-version.js";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Correction } from "../desk/changes/correction.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { execute, executeIfMain } from "./call.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { askAtTerminal } from "./questions.ts";
import { readSettings } from "./settings.ts";

/** Lays aside what a release said, and enters the correction. */
export const command = defineCommand({
  name: "correct",
  summary: {
    de: "Berichtigt eine veröffentlichte Meldung: legt den alten Wortlaut ab und trägt die Berichtigung ein",
    en: "Corrects a published release: keeps the old text and enters the correction",
  },
  about: {
    de: `Der alte Wortlaut kommt in den Ordner der Meldung (fassung-1.md); die Berichtigung im Kopf der Meldung nennt ihn. Sonst bleibt
jedes Zeichen, wie es ist. Ändern können Sie den Text vorher oder danach.`,
    en: `The old text goes into the folder of the release (fassung-1.md); the correction in its head names it. All else stays as it
is. The text may be changed before or after.`,
  },
  settings: ["content", "now"],
  argument: {
    name: { de: "MELDUNG", en: "RELEASE" },
    help: { de: "ihr Name, ihre Datei oder ihre Adresse", en: "its name, its file or its address" },
    isNeeded: true,
  },
  options: {
    note: {
      value: "TEXT",
      help: { de: "was falsch war, für alle zu lesen; sonst wird gefragt", en: "what was wrong, for all to read; else you are asked" },
    },
    since: {
      value: "REVISION",
      help: {
        de: "die Revision von Git, die veröffentlicht war; nötig, wenn die Änderung schon abgelegt ist (sonst HEAD)",
        en: "the revision of Git that was published; needed where the change is committed already (else HEAD)",
      },
    },
    lang: {
      value: { de: "SPRACHE", en: "LANGUAGE" },
      help: { de: "die Sprachfassung, deren Wortlaut abgelegt wird", en: "the language version whose text is kept" },
    },
  },
  exits: { de: "0 eingetragen, 1 nichts geändert", en: "0 done, 1 nothing changed" },
  run: async ({ note, since, lang }, environment, argument) => {
    const { content, now } = readSettings(environment);
    const [{ NotCorrected, planCorrection }, { NoHistory }, { findRelease, readFoundations }] = await Promise.all([
      import("../desk/changes/correction.ts"),
      import("../desk/changes/git.ts"),
      import("../desk/releases/foundations.ts"),
    ]);
    const foundations = readFoundations(content, now);
    const { site } = foundations;
    const id = findRelease(argument, foundations);
    try {
      const order = { folder: content, id, language: lang, since, now, timeZone: site.timeZone };
      const correction = await planCorrection(order, async () => {
        const told = note ?? (await ask());
        if (told !== undefined && isEnough(told)) return told;
        throw new WrongCall('Es fehlt, was falsch war: --note "Die Telefonnummer war falsch."');
      });
      write(content, correction);
      const versions = foundations.sorted.releases.flatMap((one) => (one.id === id && one.language !== site.language ? one.language : []));
      console.log(sayDone({ content, id, correction, since, language: lang, versions }));
      return 0;
    } catch (thrown) {
      if (thrown instanceof NoHistory) throw new WrongCall(thrown.message);
      if (!(thrown instanceof NotCorrected)) throw thrown;
      console.error(thrown.message);
      return 1;
    }
  },
});

/** Corrects a published release; answers with the exit code. */
export function correct(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return execute(command, args, environment);
}

/** Shorter ones say nothing, and the check refuses them. */
function isEnough(note: string): boolean {
  return note.trim().length >= 5;
}

async function ask(): Promise<string | undefined> {
  const terminal = askAtTerminal("Abgebrochen; nichts geändert.");
  let answer: string | undefined;
  do {
    if (answer !== undefined) terminal?.say("Sagen Sie es mit ein paar Worten: was falsch war, und was richtig ist.");
    answer = await terminal?.question("Was war falsch? Die Antwort steht auf der Seite der Meldung: ");
  } while (answer !== undefined && !isEnough(answer));
  terminal?.close();
  return answer;
}

/** Writes both files whole, the old text first: without the correction it is an error that the next call mends. Nothing is overwritten. */
function write(content: string, { edition, release }: Correction): void {
  const target = join(content, edition.path);
  if (!existsSync(target)) writeWhole(target, edition.content);
  if (release) writeWhole(join(content, release.path), release.content);
}

interface Done {
  content: string;
  id: string;
  correction: Correction;
  since: string | undefined;
  /** The language version that was corrected; undefined for the release itself. */
  language: string | undefined;
  /** The languages in which there are versions. */
  versions: readonly string[];
}

function sayDone({ content, id, correction, since, language, versions }: Done): string {
  const { edition, release, isChanged } = correction;
  const file = (suffix = "") => join(content, `releases/${id}${suffix}.md`);
  const others = language === undefined ? versions : [];
  return [
    `Der bisherige Wortlaut liegt in ${join(content, edition.path)}.`,
    ...(release ? [`Die Berichtigung steht in ${file()} unter corrections.`] : []),
    isChanged ? "Der neue Wortlaut steht schon da." : `Ändern Sie jetzt den Text in ${file(language && `.${language}`)}.`,
    ...others.map((one) => `Ist auch die Sprachfassung falsch (${one})? Dann ebenso: npm run correct -- ${id} --lang ${one}`),
    `Ansehen: npm start; prüfen: npm run check -- --since ${since ?? "HEAD"}`,
  ].join("\n");
}

await executeIfMain(import.meta.filename, command);
