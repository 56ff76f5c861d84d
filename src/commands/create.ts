import { join, relative } from "node:path";
import { createInterface } from "node:readline/promises";
import { emailAddress } from "../content/fields.ts";
import { siteSchema } from "../content/site-schema.ts";
import { type Dependency, dependencyOn, layStarter } from "../desk/starter.ts";
import { readPackage } from "../software.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { readSettings } from "./settings.ts";

/** Writes a city's own repository. */
export const command = defineCommand({
  name: "create",
  summary: { de: "Legt das Archiv einer Stadt in einem eigenen Ordner an", en: "Sets up the archive of a city in a folder of its own" },
  about: {
    de: `Schreibt Einstellungen, Impressum, Datenschutzerklärung, Verzeichnisse und eine erste Meldung als Entwurf, dazu package.json,
Dateien für GitHub und GitLab und eine Anleitung. Was fehlt, wird am Bildschirm erfragt. Nichts wird überschrieben.`,
    en: `Writes settings, legal notice, privacy statement, registers and a first release as a draft, package.json, files for GitHub
and GitLab, and a guide, all in German. What is missing is asked for at a terminal. Nothing is overwritten.`,
  },
  settings: ["now"],
  argument: {
    name: { de: "ORDNER", en: "FOLDER" },
    help: { de: "wohin; was es noch nicht gibt, wird angelegt", en: "where to; made where it is not there" },
  },
  options: {
    name: {
      value: "NAME",
      help: { de: "Name der Stadt, oben auf jeder Seite (nötig)", en: "name of the city, at the top of each page (needed)" },
    },
    url: {
      value: { de: "ADRESSE", en: "ADDRESS" },
      help: { de: "Adresse, unter der das Archiv stehen wird (nötig)", en: "address at which the archive will be (needed)" },
    },
    email: {
      value: { de: "ADRESSE", en: "ADDRESS" },
      help: {
        de: "E-Mail-Adresse der Pressestelle; sonst bleibt eine Lücke",
        en: "e-mail address of the press office; else a gap is left",
      },
    },
    inhabitants: {
      value: { de: "ZAHL", en: "NUMBER" },
      help: {
        de: "wie viele Menschen dort leben; danach richten sich die vorgeschlagenen Ämter",
        en: "how many people live there; the departments are proposed by it",
      },
    },
    software: {
      value: { de: "DATEI|FASSUNG", en: "FILE|VERSION" },
      help: {
        de: `woher das Archiv die Software bekommt: eine gepackte Datei (sie wird in den Ordner gelegt), eine Fassung (0.2.0)
oder eine Adresse; sonst diese Fassung`,
        en: `where the archive gets the software from: a packed file (it is put into the folder), a version (0.2.0)
or an address; else this version`,
      },
    },
  },
  exits: { de: "0 angelegt, 1 nichts geändert", en: "0 written, 1 nothing changed" },
  run: async (given, environment, argument) => {
    const { now } = readSettings(environment);
    const software = dependencyOn(given.software ?? readPackage().version);
    if (!software) throw new WrongCall(`--software ${given.software}: Das ist weder eine Datei noch eine bestimmte Fassung wie 0.2.0.`);
    const isAsking = process.stdin.isTTY === true && process.stdout.isTTY === true;
    const answers = await settle({ ...given, folder: argument }, isAsking ? askAtTerminal() : undefined);
    return write(answers, software, new Date(now).toISOString().slice(0, 10));
  },
});

/** What has to be known of a city; each as it was written in the call, or as a person answers. */
interface Answers {
  folder: string;
  name: string;
  url: string;
  email: string;
  inhabitants: string;
}

/** A question with what is wrong about an answer, in German; undefined where nothing is. */
interface Question {
  /** How the call names it. */
  option: string;
  question: string;
  isNeeded: boolean;
  /** What an answer means, written as it has to be. */
  complete?: (answer: string) => string;
  fault: (answer: string) => string | undefined;
}

const { name, url } = siteSchema.shape;
const email = emailAddress("E-Mail-Adresse", "presse@stadt.example");

const QUESTIONS: Record<keyof Answers, Question> = {
  folder: { option: "ORDNER", question: "In welchen Ordner soll das Archiv?", isNeeded: true, fault: () => undefined },
  name: {
    option: "--name NAME",
    question: "Wie heißt die Stadt (oben auf jeder Seite, zum Beispiel Stadt Musterstadt)?",
    isNeeded: true,
    fault: (answer) => (name.safeParse(answer).success ? undefined : "Der Name hat 2 bis 60 Zeichen."),
  },
  url: {
    option: "--url ADRESSE",
    question: "Unter welcher Adresse wird das Archiv stehen (zum Beispiel https://nachrichten.musterstadt.de/)?",
    isNeeded: true,
    complete: (answer) => answer.replace(/^(?![a-z]+:)/i, "https://").replace(/([^/])$/, "$1/"),
    fault: (answer) =>
      url.safeParse(answer).success ? undefined : "Das ist keine Adresse einer Website, wie https://nachrichten.musterstadt.de/",
  },
  email: {
    option: "--email ADRESSE",
    question: "Welche E-Mail-Adresse hat die Pressestelle (leer, wenn Sie sie noch nicht wissen)?",
    isNeeded: false,
    fault: (answer) => (email.safeParse(answer).success ? undefined : "Das ist keine E-Mail-Adresse."),
  },
  inhabitants: {
    option: "--inhabitants ZAHL",
    question: "Wie viele Menschen leben dort ungefähr (für die vorgeschlagenen Ämter; leer für eine kleine Stadt)?",
    isNeeded: false,
    complete: (answer) => answer.replace(/[. ]/g, ""),
    fault: (answer) => (/^\d{1,8}$/.test(answer) ? undefined : "Nötig ist eine Zahl."),
  },
};

/**
 * Completes what was given by asking for the rest; without anybody to ask, what is missing or wrong is a wrong call. What need not be known
 * is an empty text.
 */
export async function settle(given: Partial<Answers>, ask: Ask | undefined): Promise<Answers> {
  const settled: [string, string][] = [];
  const missing: string[] = [];
  for (const [key, { option, question, isNeeded, complete = (answer: string) => answer, fault }] of Object.entries(QUESTIONS)) {
    let answer = given[key as keyof Answers] ?? "";
    const wrong = answer === "" ? undefined : fault(complete(answer));
    if (wrong) throw new WrongCall(`${option.replace(/ .*/, "")} ${answer}: ${wrong}`);
    if (answer === "" && ask)
      for (;;) {
        answer = (await ask.question(`${question} `)).trim();
        const found = answer === "" ? (isNeeded ? "Ohne diese Angabe geht es nicht." : undefined) : fault(complete(answer));
        if (found === undefined) break;
        ask.say(found);
      }
    if (answer === "" && isNeeded) missing.push(option);
    settled.push([key, answer === "" ? "" : complete(answer)]);
  }
  ask?.close();
  if (missing.length > 0) throw new WrongCall(`Es fehlt: ${missing.join(", ")}.`);
  return Object.fromEntries(settled) as unknown as Answers;
}

/** Somebody who answers questions. */
export interface Ask {
  question: (question: string) => Promise<string>;
  say: (text: string) => void;
  close: () => void;
}

function askAtTerminal(): Ask {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<never>((_, fail) => terminal.on("close", () => fail(new WrongCall("Abgebrochen; nichts angelegt."))));
  // Whoever has answered everything closes the terminal as well.
  ended.catch(() => undefined);
  return {
    question: (question) => Promise.race([terminal.question(question), ended]),
    say: (text) => console.log(text),
    close: () => terminal.close(),
  };
}

function write(answers: Answers, software: Dependency, today: string): number {
  const { folder } = answers;
  const city = { ...answers, email: answers.email || undefined, inhabitants: Number(answers.inhabitants), software, today };
  const present = layStarter(city, folder);
  if (present.length > 0) {
    console.error(`In ${folder} liegt schon ${present.join(", ")}. Es wird nichts angelegt; wählen Sie einen anderen Ordner.`);
    return 1;
  }
  const inside = relative("", folder);
  console.log(`Das Archiv „${answers.name}“ ist angelegt. So geht es weiter:
${inside === "" ? "" : `  cd ${inside}\n`}  npm install
  npm start            zeigt es auf diesem Rechner, die erste Meldung als Entwurf
  npm run check        nennt jede Lücke, die noch auszufüllen ist
${join(inside, "README.md")} sagt mehr. Legen Sie den Ordner in eine Versionsverwaltung (git init), bevor Sie weiterschreiben.`);
  return 0;
}
