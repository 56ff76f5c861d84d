import type { Language } from "../../addresses.ts";
import { mainLanguage } from "../../languages.ts";
import type { ProblemId } from "../../problem-ids.ts";

/** A place in a prose that should be looked at: what is found there, how often, and what to do. */
export interface Finding {
  id: ProblemId;
  at: number;
  message: string;
  remedy: string;
}

/** Two spaces or more between words; not at the end of a line, where they break it, nor behind the mark of a list. */
const DOUBLE_SPACE = /(?<=[^\s\ufffc>#*+-]|[^\s\ufffc][#*+>-]) {2,}(?=[^\s\ufffc|])/g;
const LIST_MARK = /^[ \t>]*(?:\d{1,9}[.)]|[*+-])$/;

/** Finds spaces that stand twice between words. */
export function findDoubleSpaces(prose: string): Finding[] {
  if (!prose.includes("  ")) return [];
  const places = doubleSpaces(prose);
  const [first] = places;
  if (!first) return [];
  const more = places.length === 1 ? "" : `, so auch an ${places.length - 1} weiteren ${places.length === 2 ? "Stelle" : "Stellen"}`;
  return [
    {
      id: "double-space",
      at: first.at,
      message: `Hier stehen mehrere Leerzeichen hintereinander${more}.`,
      remedy: "Lassen Sie nur eines stehen; npm run check -- --fix tut es für Sie.",
    },
  ];
}

/** The places of a prose at which several spaces stand between words. */
export function doubleSpaces(prose: string): { at: number; length: number }[] {
  return [...prose.matchAll(DOUBLE_SPACE)].flatMap(({ index, 0: spaces }) =>
    LIST_MARK.test(prose.slice(prose.lastIndexOf("\n", index) + 1, index)) ? [] : [{ at: index, length: spaces.length }],
  );
}

/** A straight mark that is no sign of inches or seconds, one that closes in English, one that opens there. */
const NOT_GERMAN = /(?<!\d)"|\u201d|(?<=^|[\s(\u2013\u2014])\u201c(?=\p{L})/mu;

/** Finds quotation marks that are not those of the language: German „…“ or »…«, English “…”. */
export function findQuotationMarks(prose: string, language: Language): Finding[] {
  const main = mainLanguage(language);
  if (main !== "de" && main !== "en") return [];
  const found = main === "de" ? NOT_GERMAN.exec(prose) : /\u201e/.exec(prose);
  if (!found) return [];
  const right = main === "de" ? "Deutsche sehen so aus: „…“, innerhalb davon ‚…‘." : "Englische sehen so aus: “…”, innerhalb davon ‘…’.";
  const remedy = `${right} npm run check -- --fix --quotes setzt sie.`;
  return [{ id: "quotation-mark-foreign", at: found.index, message: `„${found[0]}“ ist hier kein richtiges Anführungszeichen.`, remedy }];
}

const WEEKDAYS: Readonly<Record<string, number>> = {
  ...{ sonntag: 0, montag: 1, dienstag: 2, mittwoch: 3, donnerstag: 4, freitag: 5, samstag: 6, sonnabend: 6 },
  ...{ sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 },
};
const MONTHS = [
  ["januar", "jänner", "january"],
  ["februar", "february"],
  ["märz", "march"],
  ["april"],
  ["mai", "may"],
  ["juni", "june"],
  ["juli", "july"],
  ["august"],
  ["september"],
  ["oktober", "october"],
  ["november"],
  ["dezember", "december"],
];
const MONTH = MONTHS.flat().join("|");
const DATED = new RegExp(
  `(?<![\\p{L}\\p{N}])(${Object.keys(WEEKDAYS).join("|")}),?\\s+\\(?(?:(?:de[nm]|the)\\s+)?` +
    `(?:(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(${MONTH})(?:,?\\s+(\\d{4}))?|(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})|` +
    `(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}))(?![\\p{L}\\p{N}])`,
  "giu",
);

/** What a prose must contain before it can name a weekday with a date; most hold none of it, and this is quickly seen. */
const WORTH_DATING = /(?:tag|woch|abend|day),?\s\(?(?:de[nm]\s|the\s)?(?:\d|[A-Z][a-zä]+\s\d)/;

/** Finds weekdays that do not belong to their date. Where the year is left out, only those that fit none around `year`. */
export function findWeekdays(prose: string, year: number | undefined): Finding[] {
  if (!WORTH_DATING.test(prose)) return [];
  return [...prose.matchAll(DATED)].flatMap(({ index, 0: written, 1: weekday = "", ...parts }) => {
    const day = Number(parts[2] ?? parts[5] ?? parts[9]);
    const name = (parts[3] ?? parts[8])?.toLowerCase();
    const month = name === undefined ? Number(parts[6]) - 1 : MONTHS.findIndex((names) => names.includes(name));
    const said = Number(parts[4] ?? parts[7] ?? parts[10]);
    const years = said ? [said] : year === undefined ? [] : [year - 1, year, year + 1];
    const dates = years.map((one) => new Date(Date.UTC(one, month, day)));
    const wanted = WEEKDAYS[weekday.toLowerCase()];
    // Days that the calendar does not have are another mistake; before 1900 no office names a weekday.
    if (dates.length === 0 || dates.some((date) => date.getUTCMonth() !== month || date.getUTCFullYear() < 1900)) return [];
    if (dates.some((date) => date.getUTCDay() === wanted)) return [];
    const right = (date: Date) => new Intl.DateTimeFormat("de", { weekday: "long", timeZone: "UTC" }).format(date);
    const [first] = dates;
    const is = said && first ? `ist ein ${right(first)}` : `ist in keinem der Jahre ${years.join(", ")} dieser Wochentag`;
    const message = `Wochentag und Datum passen nicht zusammen: „${written.replace(/\s+/g, " ")}“; der Tag ${is}.`;
    return [{ id: "weekday-wrong", at: index, message, remedy: "Prüfen Sie, welches von beiden stimmt, und berichtigen Sie das andere." }];
  });
}

/** Most words of a sentence in Leichte Sprache: its rules ask for about eight, and twelve are common. */
const WORDS_MAX = 25;

/** Finds sentences that are far too long for Leichte Sprache. */
export function findLongSentences(prose: string): Finding[] {
  const findings: Finding[] = [];
  for (const { index, 0: sentence } of prose.matchAll(/(?:[^.!?:\n]|[.:](?=[^\s\\])|\n(?!\s*(?:\n|[-*+>#]|\d+[.)]\s)))+/g)) {
    const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}.:,-]*/gu)?.length ?? 0;
    if (words <= WORDS_MAX) continue;
    const message = `Dieser Satz hat ${words} Wörter; für Leichte Sprache ist er viel zu lang.`;
    const at = index + sentence.search(/\S/);
    findings.push({ id: "sentence-too-long", at, message, remedy: "Machen Sie mehrere kurze Sätze daraus, jeden mit einer Aussage." });
  }
  return findings;
}
