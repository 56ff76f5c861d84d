import { DateTime, FixedOffsetZone, IANAZone } from "luxon";
import { meaningsOf, readForeign } from "./foreign-dates.ts";

/** How much of a date is known; `year` and `month` are the reduced precisions of EDTF (ISO 8601-2). */
export type Precision = "year" | "month" | "day" | "minute";

/**
 * A date as an editor wrote it, read in the city's time zone.
 * `machine` goes into markup and data (`2017`, `2017-11`, `2017-11-14`, `2017-11-14T09:00:00+01:00`);
 * `instant` (ms since 1970) is where it stands in time: a day counts from its first moment,
 * a month or year of which no day is known as its last second.
 */
export interface CityDate {
  precision: Precision;
  machine: string;
  instant: number;
  year: number;
  /** 1-12, or 0 where only the year is known. */
  month: number;
}

/** Why a date cannot be read: what is wrong and what to write instead, in German, and what can have been `meant`, in the right form. */
export interface DateRefusal {
  message: string;
  remedy: string;
  meant?: readonly string[];
}

const SHAPE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

const REMEDY = "Schreiben Sie das Datum so: 2017-11-14, mit Uhrzeit 2017-11-14T09:00, ohne Tag 2017-11 oder 2017.";

/**
 * Reads a date or date-time in a time zone: in the archive's own forms (EDTF), or as another system writes it where there is one way alone
 * to read it. Days and times that do not exist are refused, never guessed; the remedy spells out what can have been meant.
 */
export function parseDate(text: string, timeZone: string): CityDate | DateRefusal {
  const written = text.trim();
  const date = readOwn(SHAPE.test(written) ? written : (readForeign(written) ?? written), timeZone);
  if (!isRefusal(date)) return date;
  const meanings = meaningsOf(written).filter((meaning) => !isRefusal(readOwn(meaning, timeZone)));
  return meanings.length === 0 ? date : { message: date.message, remedy: writeChoice(meanings), meant: meanings };
}

/** The remedy that spells out what can have been meant. */
export function writeChoice([meaning, ...others]: readonly string[]): string {
  return others.length === 0 ? `Schreiben Sie: ${meaning}` : `Schreiben Sie, was gemeint ist: ${[meaning, ...others].join(" oder ")}`;
}

function readOwn(text: string, timeZone: string): CityDate | DateRefusal {
  const match = SHAPE.exec(text);
  if (!match) return { message: `„${shorten(text)}“ ist kein Datum, das eindeutig zu lesen ist.`, remedy: REMEDY };
  const [, year = "", month, day, hour, minute, second, offset] = match;
  const precision: Precision = hour !== undefined ? "minute" : day !== undefined ? "day" : month !== undefined ? "month" : "year";
  const impossible = (why: string) => ({ message: `„${text}“ gibt es nicht (${why}).`, remedy: REMEDY });
  // The wall clock as if it stood at UTC: a calendar without summer time, to do sums with.
  const wall = DateTime.utc(
    Number(year),
    Number(month ?? 1),
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  if (/^0000-00-00/.test(text))
    return {
      message: `„${text}“ ist ein leeres Datum, wie Datenbanken es schreiben.`,
      remedy: "Löschen Sie die Zeile, oder tragen Sie das Datum ein, zum Beispiel 2017-11-14.",
    };
  if (Number(year) < 1000) return impossible("das Jahr liegt vor 1000");
  if (!wall.isValid || Number(hour ?? 0) > 23)
    return impossible(Number(month ?? 1) > 12 ? "ein Jahr hat zwölf Monate" : "diesen Tag oder diese Uhrzeit hat der Kalender nicht");
  const minutes = offset === undefined ? undefined : offsetMinutes(offset);
  if (Number.isNaN(minutes)) return impossible("so weit geht keine Uhr von der Weltzeit ab");
  const clock =
    minutes === undefined ? fromWall(wall.toMillis(), timeZone) : { instant: wall.toMillis() - minutes * 60_000, isShown: true };
  if (precision === "minute" && !clock.isShown) {
    return {
      message: `Die Uhrzeit in „${text}“ gibt es nicht: In dieser Nacht wird die Uhr vorgestellt.`,
      remedy: "Schreiben Sie eine Uhrzeit davor oder danach, zum Beispiel 03:00.",
    };
  }
  const { instant } = clock;
  if (precision === "minute") {
    const inCity = inZone(instant, timeZone);
    return { precision, machine: iso(inCity), instant, year: inCity.year, month: inCity.month };
  }
  const known = { precision, machine: text, year: wall.year, month: precision === "year" ? 0 : wall.month };
  if (precision === "day") return { ...known, instant };
  const next = wall.plus(precision === "month" ? { months: 1 } : { years: 1 });
  return { ...known, instant: fromWall(next.toMillis(), timeZone).instant - 1000 };
}

/**
 * The instant at which a city's clock shows a time (given as if at UTC, ms), the earlier one where it shows it twice.
 * Where the clock leaves the time out (`isShown` false), the moment at which it is put forward: midnight of a day that begins so.
 * luxon would take the season in which it runs into account, and a build must not.
 */
function fromWall(wall: number, timeZone: string): { instant: number; isShown: boolean } {
  const before = wall - offsetAt(wall - DAY, timeZone);
  const after = wall - offsetAt(wall + DAY, timeZone);
  const shown = [before, after].filter((instant) => instant + offsetAt(instant, timeZone) === wall);
  return shown.length > 0 ? { instant: Math.min(...shown), isShown: true } : { instant: before, isShown: false };
}

const DAY = 86_400_000;

const offsets = new Map<string, Map<number, number>>();

/**
 * How far a city's clock is ahead of UTC at an instant, in milliseconds. Asking for it is slow, so it is asked for where a day (of UTC)
 * begins and ends; only where these differ the day itself has to be looked at.
 */
function offsetAt(instant: number, timeZone: string): number {
  const begin = Math.floor(instant / DAY) * DAY;
  const offset = askedOffset(begin, timeZone);
  return offset === askedOffset(begin + DAY, timeZone) ? offset : askedOffset(instant, timeZone);
}

function askedOffset(instant: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  if (known.size === 0) offsets.set(timeZone, known);
  let offset = known.get(instant);
  if (offset === undefined) {
    // Before there were time zones a city's clock differed by odd seconds, which no written offset can say: whole minutes count.
    offset = Math.round(IANAZone.create(timeZone).offset(instant)) * 60_000;
    known.set(instant, offset);
  }
  return offset;
}

/** An offset such as `+01:00` in minutes; NaN for one that no clock has. */
function offsetMinutes(offset: string): number {
  if (offset === "Z") return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (hours * 60 + minutes) * (offset.startsWith("-") ? -1 : 1);
}

/** The first moment (ms) of what a date names: of its day, its month or its year. */
export function beginOf(date: CityDate, timeZone: string): number {
  if (date.precision === "day" || date.precision === "minute") return date.instant;
  return fromWall(Date.UTC(date.year, Math.max(date.month, 1) - 1, 1), timeZone).instant;
}

/** The moment (ms) until which what a date names lasts: a time itself, else the end of its day. */
export function endOfDay(date: CityDate, timeZone: string): number {
  if (date.precision !== "day") return date.instant;
  return fromWall(Date.parse(`${date.machine}T00:00:00Z`) + DAY, timeZone).instant;
}

/** True when a text was refused as a date. */
export function isRefusal(date: CityDate | DateRefusal): date is DateRefusal {
  return "remedy" in date;
}

const isoTexts = new Map<string, Map<number, string>>();

/** An instant as ISO 8601 in the city's time zone, seconds precise; remembered, since all releases of a day begin with it. */
export function isoInstant(instant: number, timeZone: string): string {
  let known = isoTexts.get(timeZone);
  if (!known) {
    known = new Map();
    isoTexts.set(timeZone, known);
  }
  let text = known.get(instant);
  if (text === undefined) {
    text = iso(inZone(instant, timeZone));
    known.set(instant, text);
  }
  return text;
}

/** An instant on the city's clock. */
export function inZone(instant: number, timeZone: string): DateTime {
  const offset = offsetAt(instant, timeZone) / 60_000;
  // Where the city's clock shows UTC only in winter, luxon writes +00:00 for its zone and Z for a fixed one.
  return DateTime.fromMillis(instant, { zone: offset === 0 ? timeZone : FixedOffsetZone.instance(offset) });
}

/** True when luxon knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

function iso(moment: DateTime): string {
  return moment.toISO({ suppressMilliseconds: true }) ?? "";
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
