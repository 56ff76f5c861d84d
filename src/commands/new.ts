import { releaseAddress } from "../addresses.ts";
import { inZone } from "../dates.ts";
import type { Foundations } from "../desk/releases/foundations.ts";
import type { Settled } from "../desk/releases/release-questions.ts";
import { AlreadyThere } from "../disk/new-file.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { type Ask, askAtTerminal, type Question, settle } from "./questions.ts";
import { PREVIEW_PORT, readSettings } from "./settings.ts";

/** Writes the file of a release that begins, or of a language version of one. */
export const command = defineCommand({
  name: "new",
  summary: { de: "Legt eine Meldung an, auch aus einem Word-Dokument", en: "Begins a release, also from a Word document" },
  about: {
    de: `Schreibt content/releases/JAHR/MONAT/name.md als Entwurf: Öffentlich wird die Meldung erst, wenn die Zeile draft: true gestrichen
ist. Was fehlt, wird am Bildschirm erfragt. Nichts wird überschrieben. Mit --lang kommt eine Sprachfassung zu einer Meldung, die es
gibt: statt der Überschrift steht dann deren Name oder Datei.`,
    en: `Writes content/releases/YEAR/MONTH/name.md as a draft: the release becomes public only when the line draft: true goes. What is
missing is asked for at a terminal. Nothing is overwritten. With --lang a language version is added to a release that is there: its
name or file then stands in place of the title.`,
  },
  settings: ["content", "now"],
  argument: {
    name: { de: "ÜBERSCHRIFT", en: "TITLE" },
    help: {
      de: "die Überschrift in Anführungszeichen; mit --lang die Meldung",
      en: "the title in quotation marks; with --lang the release",
    },
  },
  options: {
    department: {
      value: { de: "AMT", en: "OFFICE" },
      help: { de: "wer die Meldung herausgibt: Kennung oder Name", en: "who issues the release: id or name" },
    },
    topics: {
      value: { de: "THEMEN", en: "TOPICS" },
      help: { de: "Kennungen oder Namen, mit Komma dazwischen", en: "ids or names, with commas between them" },
    },
    date: {
      value: { de: "TAG", en: "DAY" },
      help: { de: "Datum der Meldung (sonst heute)", en: "date of the release (else today)" },
    },
    embargo: {
      value: { de: "ZEITPUNKT", en: "MOMENT" },
      help: { de: "bis dahin bleibt die Meldung unveröffentlicht (Sperrfrist)", en: "until then the release stays unpublished (embargo)" },
    },
    kind: {
      value: { de: "ART", en: "KIND" },
      help: {
        de: "release, invitation, statement oder notice (sonst release)",
        en: "release, invitation, statement or notice (else release)",
      },
    },
    summary: {
      value: "TEXT",
      help: { de: "ein bis zwei Sätze für Listen (sonst der erste Satz)", en: "one or two sentences for lists (else the first sentence)" },
    },
    slug: {
      value: "NAME",
      help: { de: "Name der Datei (sonst aus der Überschrift)", en: "name of the file (else made from the title)" },
    },
    lang: {
      value: { de: "SPRACHE", en: "LANGUAGE" },
      help: {
        de: "legt eine Sprachfassung an, zum Beispiel en oder de-simple",
        en: "adds a language version, for example en or de-simple",
      },
    },
    from: {
      value: { de: "DATEI", en: "FILE" },
      help: {
        de: "nimmt Text, Überschrift und Bilder aus einem Dokument: .docx, .html oder .txt",
        en: "takes text, title and pictures from a document: .docx, .html or .txt",
      },
    },
    alt: {
      value: { de: "TEXTE", en: "TEXTS" },
      help: {
        de: "was auf den Bildern des Dokuments zu sehen ist, der Reihe nach, mit | dazwischen",
        en: "what the pictures of the document show, in their order, with | between them",
      },
    },
    credit: {
      value: { de: "NAMEN", en: "NAMES" },
      help: {
        de: "wer die Bilder gemacht hat: einmal für alle, oder der Reihe nach mit | dazwischen",
        en: "who made the pictures: once for all, or in their order with | between them",
      },
    },
    title: {
      value: "TEXT",
      help: { de: "mit --lang: die Überschrift in dieser Sprache", en: "with --lang: the title in that language" },
    },
  },
  exits: { de: "0 angelegt, 1 nichts geändert", en: "0 written, 1 nothing changed" },
  run: async (given, environment, argument) => {
    const { content, now } = readSettings(environment);
    const { readFoundations } = await import("../desk/releases/foundations.ts");
    const call: Call = { given, argument: argument.trim(), now, foundations: readFoundations(content, now), ask: undefined };
    call.ask = askAtTerminal("Abgebrochen; nichts angelegt.");
    try {
      return given.lang === undefined ? await beginRelease(call) : await beginVersion(call, given.lang);
    } catch (thrown) {
      if (!(thrown instanceof AlreadyThere)) throw thrown;
      console.error(`${thrown.message} Es wurde nichts angelegt.`);
      return 1;
    } finally {
      call.ask?.close();
    }
  },
});

interface Call {
  given: { [Name in keyof typeof command.options]: string | undefined };
  argument: string;
  now: number;
  foundations: Foundations;
  ask: Ask | undefined;
}

async function beginRelease({ given, argument, now, foundations, ask }: Call): Promise<number> {
  const [{ releaseFields }, { nameFor }, { freeSlug, layRelease }, { releaseFile }, { readAround }] = await Promise.all([
    import("../desk/releases/release-questions.ts"),
    import("../desk/releases/slug.ts"),
    import("../desk/releases/begin.ts"),
    import("../desk/releases/release-file.ts"),
    import("../desk/documents/around.ts"),
  ]);
  if (given.title !== undefined) throw new WrongCall("--title gilt nur mit --lang; sonst steht die Überschrift für sich.");
  const { site, registers } = foundations;
  if (registers.departments.size === 0)
    throw new Error("registers/departments.yml nennt noch kein Amt. Tragen Sie dort ein, wer Meldungen herausgibt; dann geht es.");
  const taken = await readAround(given.from, argument || undefined);
  const fields = releaseFields(foundations, inZone(now, site.timeZone).toISODate() ?? "");
  const optional = {
    summary: about("--summary TEXT", "", false, fields.summary),
    embargo: about("--embargo ZEITPUNKT", "", false, fields.embargo),
  };
  const { summary, embargo } = await settle(optional, given, undefined);
  const questions = {
    title: about("ÜBERSCHRIFT", "Wie lautet die Überschrift?", true, fields.title),
    department: about("--department AMT", "Welches Amt gibt die Meldung heraus?", true, fields.department),
    topics: about("--topics THEMEN", "Welche Themen (mit Komma dazwischen; leer, wenn keines passt)?", false, fields.topics),
    date: about("--date TAG", `Von wann ist die Meldung (leer: heute, ${fields.date.fallback})?`, false, fields.date),
    kind: about("--kind ART", "Welche Art von Meldung (leer: Pressemitteilung)?", false, fields.kind),
  };
  if (given.from !== undefined && argument === "" && taken.title !== undefined) ask?.say(`Überschrift aus dem Dokument: ${taken.title}`);
  const answers = await settle(questions, { ...given, title: taken.title }, ask);
  const slug = nameFor(answers.title, given.slug);
  if ("refusal" in slug) throw new WrongCall(slug.refusal);
  const [year = "", month = "00"] = answers.date.split("-");
  const free = freeSlug(foundations, `${year}/${month}`, slug.name);
  if (free !== slug.name) {
    console.error(
      `Unter ${year}/${month} gibt es „${slug.name}“ schon; es wurde nichts angelegt. Wählen Sie einen anderen Namen: --slug ${free}`,
    );
    return 1;
  }
  const laid = await taken.lay({ alts: parted(given.alt), credits: parted(given.credit) }, ask?.question);
  const file = releaseFile(
    {
      ...answers,
      summary: summary || undefined,
      embargo: embargo || undefined,
      topics: answers.topics === "" ? [] : answers.topics.split(", "),
      kind: answers.kind === "release" ? undefined : answers.kind,
      pictures: laid.pictures,
    },
    laid.markdown,
  );
  const id = `${year}/${month}/${slug.name}`;
  const path = layRelease(foundations, id, file, laid.files);
  return tell({ path, file, address: releaseAddress(id), site, notes: laid.notes });
}

async function beginVersion({ given, argument, foundations, ask }: Call, language: string): Promise<number> {
  const [{ findRelease }, { releaseFields }, { layVersion, readOriginal }, { versionFile }, { readAround }] = await Promise.all([
    import("../desk/releases/foundations.ts"),
    import("../desk/releases/release-questions.ts"),
    import("../desk/releases/begin.ts"),
    import("../desk/releases/release-file.ts"),
    import("../desk/documents/around.ts"),
  ]);
  const { site } = foundations;
  for (const name of ["department", "topics", "date", "embargo", "kind", "slug", "alt", "credit"] as const)
    if (given[name] !== undefined)
      throw new WrongCall(`--${name} gilt aus der ursprünglichen Meldung; eine Sprachfassung sagt es nicht noch einmal.`);
  if (argument === "") throw new WrongCall("Es fehlt die Meldung, zu der die Sprachfassung gehört: ihr Name oder ihre Datei.");
  const id = findRelease(argument, foundations);
  const original = readOriginal(foundations, id);
  const others = site.languages.filter((one) => one !== site.language && one !== original.language);
  if (!others.includes(language)) {
    const why = language === original.language ? "In dieser Sprache ist die Meldung selbst." : "Diese Sprache hat das Archiv nicht.";
    throw new WrongCall(`--lang ${language}: ${why} Möglich sind ${others.join(", ")}; weitere nennt languages in site.yml.`);
  }
  const taken = await readAround(given.from, given.title);
  const fields = releaseFields(foundations, "");
  const questions = {
    title: about("--title TEXT", `Wie lautet die Überschrift in dieser Sprache (${language})?`, true, fields.title),
    summary: about("--summary TEXT", "Zusammenfassung in dieser Sprache (leer: der erste Satz)?", false, fields.summary),
  };
  const { title, summary } = await settle(questions, { ...given, title: taken.title }, ask);
  const { people, images } = original;
  const file = versionFile({ title, summary: summary || undefined, people, images, translation: "unofficial" }, taken.textOnly);
  const path = layVersion(foundations, id, language, file);
  return tell({ path, file, address: releaseAddress(id, language), site, notes: taken.notes });
}

function about(option: string, question: string, isNeeded: boolean, { values, ...settled }: Settled): Question {
  return { option, question, isNeeded, ...settled, ...(values ? { choices: values } : {}) };
}

function parted(list: string | undefined): (string | undefined)[] {
  return (list ?? "").split("|").map((part) => part.trim() || undefined);
}

interface Begun {
  path: string;
  file: string;
  address: string;
  site: Foundations["site"];
  notes: readonly string[];
}

/** Says where the file lies, what is still to be filled in, and how to see it. */
async function tell({ path, file, address, site, notes }: Begun): Promise<number> {
  const { gapsOf } = await import("../desk/releases/release-file.ts");
  const gaps = gapsOf(file);
  const lines = [
    `Angelegt: ${path}`,
    "Es ist ein Entwurf: Öffentlich wird er erst, wenn Sie die Zeile draft: true streichen.",
    ...(gaps.length > 0
      ? [`Noch auszufüllen: ${gaps.length === 1 ? "Zeile" : "Zeilen"} ${gaps.join(", ")}, was in [Bitte ausfüllen: …] steht.`]
      : []),
    ...notes.map((note) => `Beachten Sie: ${note}`),
    `Ansehen: npm start, dann im Browser http://localhost:${PREVIEW_PORT}${new URL(site.url).pathname.replace(/\/$/, "")}${address}`,
  ];
  console.log(lines.join("\n"));
  return 0;
}
