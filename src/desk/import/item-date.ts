import { type CityDate, isRefusal, parseDate } from "../../dates.ts";
import type { Mapping } from "./mapping.ts";

/** The date of an item, or why it has none, in German. */
export type ItemDate = CityDate | { reason: string; remedy: string };

/** True where an item has a date. */
export function isDated(date: ItemDate): date is CityDate {
  return "instant" in date;
}

/** A time that only says that nobody named one: midnight to the second, in whatever zone it is written. */
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?$/i;

/** The first of some dates that can be read in the city's time zone; a time of midnight is none. */
export function dateOf(dates: readonly string[], { timeZone, order }: { timeZone: string; order: Mapping["dates"] }): ItemDate {
  let refusal: ItemDate | undefined;
  for (const written of dates) {
    const plain = written.replace(/\p{Cf}/gu, "").trim();
    if (plain === "" || /^0000-00-00|^-?0001|-0001 /.test(plain)) continue;
    const day = MIDNIGHT.exec(plain)?.[1];
    const read = parseDate(day ?? evened(plain), timeZone);
    if (!isRefusal(read)) return read;
    const meant = read.meant ?? [];
    const only = meant.length === 1 ? meant[0] : chosen(plain, meant, order);
    const settled = only === undefined ? read : parseDate(MIDNIGHT.exec(only)?.[1] ?? only, timeZone);
    if (!isRefusal(settled)) return settled;
    const reason = meant.length > 1 ? "Das Datum kann zwei Tage bedeuten." : `Das Datum lässt sich nicht lesen oder gibt es nicht.`;
    const remedy =
      meant.length > 1
        ? "Sagen Sie es in der Zuordnung: dates: day first (oder month first)."
        : "Berichtigen Sie es in der Quelle, und rufen Sie den Import noch einmal auf.";
    refusal ??= { reason, remedy };
  }
  // A time that a night of spring leaves out, or that nobody can read: of such a date the day is known all the same.
  for (const written of dates) {
    const day = /^\s*(\d{4}-\d\d-\d\d)[T ]+\d{1,2}:\d\d/.exec(written)?.[1];
    const read = day === undefined ? undefined : parseDate(day, timeZone);
    if (read && !isRefusal(read)) return read;
  }
  return refusal ?? { reason: "Ein Datum fehlt.", remedy: "Ergänzen Sie es in der Quelle, oder sagen Sie in der Zuordnung, wo es steht." };
}

/** Days and hours of one digit, and the seconds' fractions, as some systems write them. */
function evened(written: string): string {
  return written.replace(
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(.*))?$/,
    (_whole, year: string, month: string, day: string, hour?: string, minute?: string, rest = "") =>
      `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${hour === undefined ? "" : ` ${hour.padStart(2, "0")}:${minute}${rest}`}`,
  );
}

/** Of a day and month that can change places, the one that the city says. */
function chosen(written: string, meant: readonly string[], order: Mapping["dates"]): string | undefined {
  const [, first = ""] = /(\d{1,2})[./-]\d{1,2}[./-]\d{2,4}/.exec(written) ?? [];
  if (order === undefined || first === "") return undefined;
  const place = order === "day first" ? 8 : 5;
  return meant.find((form) => Number(form.slice(place, place + 2)) === Number(first));
}

/** A date as it stands in a head: without seconds that say nothing. */
export function writtenDate({ machine }: CityDate): string {
  return machine.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d):00(?=[+Z-])/, "$1");
}
