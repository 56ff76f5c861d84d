/**
 * A date-time as another system writes it, in the archive's own form; undefined unless there is one way alone to read it.
 * Known are ISO 8601 with a space, fractions of a second, offsets with and without a colon and hours with a point (Jekyll, WordPress,
 * browsers), and the form of e-mails and RSS (RFC 5322), whose weekday has to be right.
 */
export function readForeign(text: string): string | undefined {
  const iso = ISO.exec(text);
  if (iso) {
    const [, date, hour, , minute, second, offset] = iso;
    return `${date}T${hour}:${minute}${second ? `:${second}` : ""}${writeOffset(offset)}`;
  }
  const mail = MAIL.exec(text);
  if (!mail) return undefined;
  const [, weekday, day = "", name = "", year = "", hour, minute, second, offset] = mail;
  const date = writeDay(year, String(monthOf(name)), day);
  if (date === undefined || (weekday !== undefined && !isWeekday(date, weekday))) return undefined;
  return `${date}T${hour}:${minute}${second ? `:${second}` : ""}${writeOffset(offset)}`;
}

/**
 * What a date in a form that the archive does not read can mean, in its own form: one way, or several between which only the editor can
 * choose; none where nothing can be meant.
 */
export function meaningsOf(text: string): string[] {
  if (text.length > 100) return [];
  // Word processors write other hyphens and spaces, and East Asian keyboards wider digits.
  const written = text
    .trim()
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ");
  for (const [shape, read] of WHOLE) {
    const match = shape.exec(written);
    if (match) return once(read(match.slice(1) as string[]));
  }
  for (const [shape, read] of DAYS) {
    const match = shape.exec(written);
    if (!match) continue;
    const time = readTime(written.replace(shape, " "));
    if (time === undefined) return [];
    return once(read(match.slice(1) as string[])).map((day) =>
      time === "24:00" ? `${dayAfter(day)}T00:00` : time ? `${day}T${time}` : day,
    );
  }
  return [];
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[Tt]| +)(\d\d)([:.])(\d\d)(?:\3(\d\d)(?:[.,]\d{1,9})?)? ?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/;

const MAIL = new RegExp(
  "^(?:([a-z]{3}), ?)?(\\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (\\d{4}) " +
    "(\\d\\d):(\\d\\d)(?::(\\d\\d))? (Z|UT|UTC|GMT|[+-]\\d{4})$",
  "i",
);

const MONTHS: readonly RegExp[] = [
  /^(jan|jän)/,
  /^feb/,
  /^(mar|mär|mrz)/,
  /^apr/,
  /^ma[iy]/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^de[cz]/,
];

const MONTH = "((?:jan|jän|feb|mar|mär|mrz|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]*)\\.?";

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Forms that are the whole of what was written: months, days in one number, counted seconds. */
const WHOLE: readonly [RegExp, (parts: string[]) => (string | undefined)[]][] = [
  // What is known nearly (EDTF: ? ~ %), or to a season.
  [/^(?:ca\.?|circa|um|etwa|~) ?(\d{4})$|^(\d{4}(?:-\d\d){0,2})[?~%]$/i, ([about, known]) => [about ?? known]],
  [
    /^(?:Fr\u00fchjahr|Fr\u00fchling|Sommer|Herbst|Winter|Anfang|Mitte|Ende) (\d{4})$|^(\d{4})-2[1-4]$/i,
    ([named, coded]) => [named ?? coded],
  ],
  [new RegExp(`^${MONTH} (\\d{4})$`, "i"), ([name = "", year = ""]) => [writeMonth(year, String(monthOf(name)))]],
  [/^(\d{1,2})[./-](\d{4})$/, ([month = "", year = ""]) => [writeMonth(year, month)]],
  [/^(\d{4})[./-](\d{1,2})$/, ([year = "", month = ""]) => [writeMonth(year, month)]],
  [/^(\d{4})-(\d\d)-(?:00|xx|\?\?|uu)$/i, ([year = "", month = ""]) => [Number(month) === 0 ? year : writeMonth(year, month)]],
  [/^(\d{4})-(?:00|xx|\?\?|uu)(?:-(?:00|xx|\?\?|uu))?$/i, ([year]) => [year]],
  [/^(\d{4})(\d\d)(\d\d)$/, ([year = "", month = "", day = ""]) => [writeDay(year, month, day)]],
  [
    /^(\d{4})(\d\d)(\d\d)[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(Z)?$/,
    ([year = "", month = "", day = "", hour, minute, second, zone]) => {
      const date = writeDay(year, month, day);
      return [date && `${date}T${hour}:${minute}${second ? `:${second}` : ""}${zone ?? ""}`];
    },
  ],
  [/^(?:@|\/?Date\()?(\d{10})(?:\.?\d{3})?\)?\/?$/, ([seconds]) => [`${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`]],
  // How spreadsheets count days, with a part of a day behind the point: from 1927 to 2064.
  [/^([1-5]\d)\.?(\d{3})(?:[.,](\d+))?$/, ([thousands = "", days = "", part]) => [writeCounted(Number(thousands + days), part)]],
  [
    new RegExp(`^(?:[a-z]{2,3},? )?${MONTH} (\\d{1,2}) (\\d\\d:\\d\\d(?::\\d\\d)?(?: [A-Z]{3,4})?) (\\d{4})$`, "i"),
    ([name = "", day = "", time = "", year = ""]) => {
      const date = writeDay(year, String(monthOf(name)), day);
      return [date && readTime(time) && `${date}T${readTime(time)}`];
    },
  ],
];

/** Days within what was written; a time may stand beside them. */
const DAYS: readonly [RegExp, (parts: string[]) => (string | undefined)[]][] = [
  [/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, ([year = "", , month = "", day = ""]) => [writeDay(year, month, day)]],
  [/(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/, ([day = "", month = "", year = ""]) => [writeDay(year, month, day)]],
  [
    /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/,
    ([first = "", , second = "", year = ""]) => [writeDay(year, second, first), writeDay(year, first, second)],
  ],
  [
    /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d\d)(?!\d)/,
    ([day = "", month = "", year = ""]) => yearsOf(year).map((full) => writeDay(full, month, day)),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|[-/])? ?${MONTH}[,/-]? ?(\\d{4}|\\d\\d)(?![\\d:])`, "i"),
    ([day = "", name = "", year = ""]) => yearsOf(year).map((full) => writeDay(full, String(monthOf(name)), day)),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{4})[-/. ]${MONTH}[-/ ]? ?(\\d{1,2})(?!\\d)`, "i"),
    ([year = "", name = "", day = ""]) => [writeDay(year, String(monthOf(name)), day)],
  ],
  [
    /(?<!\d)(\d{1,2})\. ?(X?(?:I{1,3}|IV|VI{0,3}|IX)|X)\. ?(\d{4})(?!\d)/,
    ([day = "", month = "", year = ""]) => [writeDay(year, String(ROMAN.indexOf(month) + 1), day)],
  ],
  [
    /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d\d)(?!\d)/,
    ([first = "", second = "", year = ""]) =>
      yearsOf(year).flatMap((full) => [writeDay(full, second, first), writeDay(full, first, second)]),
  ],
  [
    new RegExp(`${MONTH} +(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "i"),
    ([name = "", day = "", year = ""]) => [writeDay(year, String(monthOf(name)), day)],
  ],
];

/** The time that stands beside a day (`19:30+02:00`), empty where none does; undefined where something else stands there. */
function readTime(rest: string): string | undefined {
  const bare = rest
    .replace(/\([^)]*\)|\[[^\]]*\]|\bEurope\/(?:Berlin|Vienna|Zurich)\b|(?<=^|\s)-(?=\s)/g, " ")
    .replace(/(?<![a-zäöü])(mon?|die?n?s?|tue?s?|mit?t?|wed|don?n?|thu|fr[ei]?|sa[mt]?|son?n?|sun)[a-z]*\.?(?![a-zäöü])/gi, " ")
    .replace(/(?<![a-zäöü])(um|den|am|at|ab|T)(?![a-zäöü])|[,;|]/gi, (word) => (/^am$/i.test(word) && /\d ?am/i.test(rest) ? word : " "))
    .replace(/\s+/g, " ")
    .trim();
  if (bare === "") return "";
  const time = /^(\d{1,2})(?:[:.h](\d\d))?(?:[:.](\d\d))?(?:[.,]\d+)? ?(uhr|h|[ap]\.?m\.?)? ?(.*)$/i.exec(bare);
  if (!time) return undefined;
  const [, hour = "", minute, second, kind = "", zone = ""] = time;
  if (minute === undefined && kind === "" && !/T\d\d/.test(rest)) return undefined;
  const offset = /^(?:(?:GMT|UTC)? ?([+-]\d\d(?::?\d\d)?)(?: [A-Z]{3,4})?|(Z|UTC|GMT|UT))?$/i.exec(zone);
  const named = { MEZ: "+01:00", CET: "+01:00", MESZ: "+02:00", CEST: "+02:00" }[zone.toUpperCase()];
  if (!offset && named === undefined) return undefined;
  const half = /^p/i.test(kind) ? 12 : 0;
  const hours = /^[ap]/i.test(kind) ? (Number(hour) % 12) + half : Number(hour);
  const written = `${two(String(hours))}:${minute ?? "00"}`;
  return written === "24:00" ? written : `${written}${second ? `:${second}` : ""}${named ?? writeOffset(offset?.[1] ?? offset?.[2])}`;
}

function writeOffset(offset: string | undefined): string {
  if (offset === undefined) return "";
  if (!/^[+-]/.test(offset)) return "Z";
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(":", "") || "00"}`;
}

function writeMonth(year: string, month: string): string | undefined {
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${two(month)}` : undefined;
}

/** A day of the calendar; undefined where there is no such day. */
function writeDay(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${two(month)}-${two(day)}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

/** The years that two digits can mean. */
function yearsOf(year: string): string[] {
  return year.length === 2 ? ["20", "19"].map((century) => century + year) : [year];
}

/** A day that is counted from 30 December 1899, with the minute where a part of it is given. */
function writeCounted(days: number, part: string | undefined): string {
  const minutes = Math.round(Number(`0.${part ?? 0}`) * 1440);
  const written = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000 + minutes * 60_000).toISOString();
  return written.slice(0, part === undefined ? 10 : 16);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.test(name.toLowerCase())) + 1;
}

function isWeekday(date: string, name: string): boolean {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] === name.toLowerCase();
}

function two(number: string): string {
  return number.padStart(2, "0");
}

function once(forms: readonly (string | undefined)[]): string[] {
  return [...new Set(forms)].filter((form) => form !== undefined);
}
