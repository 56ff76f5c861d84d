import { join, relative } from "node:path";
import { emailAddress } from "../content/fields.ts";
import { siteSchema } from "../content/site-schema.ts";
import { type Dependency, dependencyOn, layStarter } from "../desk/city/starter.ts";
import { readPackage } from "../software.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { askAtTerminal, type Question, settle } from "./questions.ts";
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
    const ask = askAtTerminal("Abgebrochen; nichts angelegt.");
    const answers = await settle(QUESTIONS, { ...given, folder: argument }, ask);
    ask?.close();
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

const { name, url } = siteSchema.shape;
const email = emailAddress("E-Mail-Adresse", "presse@stadt.example");

/** What has to be known of a city, in the order in which it is asked. */
export const QUESTIONS: Record<keyof Answers, Question> = {
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
