import { join } from "node:path";
import { AlreadyThere } from "../disk/new-file.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { readSettings } from "./settings.ts";

/** Writes the draft of the e-mail by which a release goes out. */
export const command = defineCommand({
  name: "mail",
  summary: {
    de: "Schreibt zu einer Meldung den Entwurf einer E-Mail (.eml) für Outlook und Thunderbird",
    en: "Writes the draft of an e-mail (.eml) with a release, for Outlook and Thunderbird",
  },
  about: {
    de: `Der Entwurf hat keine Empfänger; die tragen Sie im E-Mail-Programm ein. Er enthält die Meldung als Text und als HTML, Links zu
Bildern und Anlagen, die Adresse der Meldung und die Angaben des Amtes. Bilder lädt er nicht nach.`,
    en: `The draft has no recipients; you name them in your e-mail program. It holds the release as text and as HTML, links to pictures
and files, the address of the release and how to reach the office. It loads nothing.`,
  },
  settings: ["content", "cache", "now"],
  argument: {
    name: { de: "MELDUNG", en: "RELEASE" },
    help: { de: "Name, Datei oder Adresse der Meldung", en: "name, file or address of the release" },
    isNeeded: true,
  },
  options: {
    lang: {
      value: { de: "SPRACHE", en: "LANGUAGE" },
      help: { de: "nimmt die Fassung in dieser Sprache", en: "takes the version in this language" },
    },
    output: {
      value: { de: "DATEI", en: "FILE" },
      help: { de: "wohin (sonst NAME.eml in diesem Ordner)", en: "where to (else NAME.eml in this folder)" },
    },
  },
  exits: { de: "0 geschrieben, 1 nichts geändert", en: "0 written, 1 nothing changed" },
  run: async ({ lang, output }, environment, argument) => {
    const { content, cache, now } = readSettings(environment);
    const { release, context } = await findShown({ content, cache, now, written: argument, lang });
    const [{ composeMail, noticeOf }, { writeNew }] = await Promise.all([import("../desk/mail/mail.ts"), import("../disk/new-file.ts")]);
    const { name, message } = await composeMail(release, context, now);
    const file = output ?? name;
    try {
      writeNew(file, message);
    } catch (thrown) {
      if (!(thrown instanceof AlreadyThere)) throw thrown;
      console.error(`${thrown.message} Löschen Sie die Datei, oder nennen Sie mit --output eine andere.`);
      return 1;
    }
    const notice = noticeOf(release, context, now);
    if (notice !== undefined) console.error(`Achtung, die Meldung ist noch nicht öffentlich. In der E-Mail steht obenan: „${notice}“`);
    console.log(`Geschrieben: ${file}
Öffnen Sie die Datei mit Ihrem E-Mail-Programm, tragen Sie die Empfänger ein, und senden Sie sie ab.
Zeigt das Programm sie nur an, wählen Sie dort „Als neu bearbeiten“ oder „Weiterleiten“.`);
    return 0;
  },
});

interface Search {
  content: string;
  cache: string;
  now: number;
  written: string;
  lang: string | undefined;
}

/** The release that somebody names, drafts and embargoed ones included, in a language. */
async function findShown({ content, cache, now, written, lang }: Search) {
  const [{ findRelease, readFoundations }, { readArchive }, { openReadings }, { cacheFor }, { fingerprintProgram }] = await Promise.all([
    import("../desk/releases/foundations.ts"),
    import("../archive/reading.ts"),
    import("../archive/cache/readings.ts"),
    import("../build/cache.ts"),
    import("../build/fingerprints.ts"),
  ]);
  const id = findRelease(written, readFoundations(content, now));
  const readings = openReadings(cacheFor(cache, "readings", content), fingerprintProgram(), Date.now());
  const { archive, problems } = readArchive({ folder: content, now, preview: true, readings });
  const named = [...(archive?.releases ?? []), ...(archive?.versions ?? [])].filter((release) => release.id === id);
  const release = named.find(({ language, originalLanguage }) => language === (lang ?? originalLanguage));
  if (archive && release) return { release, context: archive.context };
  if (named.length > 0)
    throw new WrongCall(`--lang ${lang}: Die Meldung gibt es nur auf ${named.map(({ language }) => language).join(", ")}.`);
  const { reportProblems } = await import("./problem-kinds.ts");
  const own = problems.filter(({ path }) => path === join(content, "releases", `${id}.md`) || path.endsWith("site.yml"));
  throw new Error(`Die Meldung hat Fehler; beheben Sie sie zuerst:\n${reportProblems(own)}`);
}
