import type { ProblemId } from "../../problem-ids.ts";
import { CHARACTERS, FILES } from "./files.ts";
import type { MeaningGroup } from "./group.ts";
import { FIELDS, HEADS } from "./heads.ts";
import { MEDIA, PAGES, PUBLISHED, RELEASES } from "./releases.ts";
import { LOOKS, REGISTERS, SETTINGS } from "./settings.ts";
import { FORMS, MARKS, WORDS } from "./texts.ts";

/** What every kind of problem means; a kind that is not explained is an error of the compiler. */
export const MEANINGS: Readonly<Record<ProblemId, string>> = {
  ...FILES,
  ...CHARACTERS,
  ...HEADS,
  ...FIELDS,
  ...RELEASES,
  ...PUBLISHED,
  ...MEDIA,
  ...FORMS,
  ...MARKS,
  ...WORDS,
  ...REGISTERS,
  ...PAGES,
  ...SETTINGS,
  ...LOOKS,
};

/** The chapters of the page, in the order in which an editor meets them. */
const CHAPTERS: readonly [title: string, group: MeaningGroup][] = [
  ["Dateien und Ordner", FILES],
  ["Zeichen", CHARACTERS],
  ["Kopf: wie Felder geschrieben werden", HEADS],
  ["Kopf: was in den Feldern steht", FIELDS],
  ["Meldungen und Sprachfassungen", RELEASES],
  ["Veröffentlichtes, das sich ändert", PUBLISHED],
  ["Bilder und Anlagen", MEDIA],
  ["Text: Überschriften, Listen, Tabellen", FORMS],
  ["Text: Links, Fußnoten, Auszeichnungen", MARKS],
  ["Text: Wörter und Zeichen", WORDS],
  ["Verzeichnisse: Ämter, Themen, Personen, Orte", REGISTERS],
  ["Seiten, alte Adressen, Kommentare", PAGES],
  ["Einstellungen", SETTINGS],
  ["Farben und Logo", LOOKS],
];

const INTRODUCTION = `# Was die Meldungen bedeuten

\`npm run check\` nennt, was an einer Datei nicht stimmt: die Stelle, was los ist und was Sie schreiben können. Dahinter steht in
eckigen Klammern ein Name, zum Beispiel \`[field-unknown]\`. Unter diesem Namen steht hier, was gemeint ist und was Sie tun.

Ein **Fehler** hält die Veröffentlichung auf, bis er behoben ist; die Website bleibt so lange, wie sie war. Ein **Hinweis** hält nichts
auf: Sehen Sie nach, ob es so gewollt ist. Sie können nichts kaputt machen.

Zurück zur Anleitung: [Meldungen schreiben und veröffentlichen](redaktion.md).`;

/** `docs/meldungen.md`: every kind of problem under its id, in German, for editors. */
export function meaningsPage(): string {
  const chapters = CHAPTERS.map(([title, group]) => {
    const entries = Object.entries(group).map(([id, meaning]) => `### \`${id}\`\n\n${markdown(meaning)}`);
    return [`## ${title}`, ...entries].join("\n\n");
  });
  return `${[INTRODUCTION, ...chapters].join("\n\n")}\n`;
}

/** A meaning as Markdown: what it shows of signs is text, and prints as it was written. */
function markdown(meaning: string): string {
  return meaning.replace(/[\\`*_[\](<>&#|]/g, "\\$&");
}
