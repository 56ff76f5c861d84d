import { between, chance, pickEarly, type Random } from "./random.ts";

/** A moment in the town's local time; `day` counts from 1970-01-01, `minute` from midnight. */
export interface Moment {
  day: number;
  minute: number;
}

/** A day taken apart; `month` is 1-12, `weekday` 0 (Sunday) to 6. */
export interface DayParts {
  year: number;
  month: number;
  date: number;
  weekday: number;
}

/** The first year of the sample. */
export const FIRST_YEAR = 2001;

/** The last year of the sample. */
export const LAST_YEAR = 2025;

const DAY = 86_400_000;

/** The months' names. */
export const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

/** The weekdays' names, from Sunday. */
export const WEEKDAYS = "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag".split(" ");

/** Gives the number of a day; `date` may exceed the month. */
export function dayNumber(year: number, month: number, date: number): number {
  return Math.floor(Date.UTC(year, month - 1, date) / DAY);
}

/** Takes a day apart, with no time zone involved. */
export function dayParts(day: number): DayParts {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate(), weekday: date.getUTCDay() };
}

/** Writes a number with at least two digits. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** Writes a day as 2013-05-14. */
export function dayText(day: number): string {
  const { year, month, date } = dayParts(day);
  return `${year}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** Writes a moment as 2013-05-14T09:30. */
export function momentText({ day, minute }: Moment): string {
  return `${dayText(day)}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** Writes a day as "14. März", with the year where it is not the given one. */
export function germanDay(day: number, year: number): string {
  const parts = dayParts(day);
  const text = `${parts.date}. ${MONTHS[parts.month - 1]}`;
  return parts.year === year ? text : `${text} ${parts.year}`;
}

/** Writes a minute of the day as "9 Uhr" or "9.30 Uhr". */
export function germanTime(minute: number): string {
  const rest = minute % 60;
  return `${Math.floor(minute / 60)}${rest === 0 ? "" : `.${twoDigits(rest)}`} Uhr`;
}

/** Gives a minute within working hours, never at night, when clocks are put forward. */
export function workingMinute(random: Random): number {
  const hour = chance(random, 0.92) ? between(random, 8, 16) : between(random, 17, 20);
  return hour * 60 + 5 * pickEarly(random, [0, 6, 3, 9, 2, 4, 8, 10, 1, 7, 5, 11]);
}

/** Gives the moments of `count` releases from a year on, the oldest first: more in later years, few at weekends and in high summer. */
export function releaseMoments(random: Random, count: number, firstYear: number): Moment[] {
  const years = LAST_YEAR - firstYear + 1;
  const moments: Moment[] = [];
  while (moments.length < count) {
    const place = random();
    // Two thirds are spread evenly, one third leans to the later years.
    const later = chance(random, 1 / 3) ? Math.max(place, random()) : place;
    const year = firstYear + Math.floor(later * years);
    const day = dayNumber(year, 1, 1) + Math.floor(random() * 365);
    const { weekday, month } = dayParts(day);
    const weekend = weekday === 0 || weekday === 6;
    const share = (weekend ? 0.12 : 1) * (month === 7 || month === 8 || month === 12 ? 0.75 : 1);
    if (chance(random, share)) moments.push({ day, minute: workingMinute(random) });
  }
  return moments.sort((one, other) => one.day - other.day || one.minute - other.minute);
}
