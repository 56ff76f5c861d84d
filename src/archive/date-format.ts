import { type CityDate, inZone } from "../dates.ts";
import { mainLanguage } from "../languages.ts";

/** The forms in which pages print a date. */
export type DateForm = "long" | "short" | "day" | "weekday" | "dayMonth" | "monthYear" | "month" | "time" | "clock";

const FORMS: Record<"de" | "en", Record<DateForm, string>> = {
  de: {
    long: "d. MMMM yyyy",
    short: "dd.MM.yyyy",
    day: "d",
    weekday: "cccc, d. MMMM",
    dayMonth: "dd.MM.",
    monthYear: "MMMM yyyy",
    month: "MMMM",
    time: "HH:mm 'Uhr'",
    clock: "HH:mm",
  },
  en: {
    long: "d MMMM yyyy",
    short: "d MMM yyyy",
    day: "d",
    weekday: "cccc, d MMMM",
    dayMonth: "d MMM",
    monthYear: "MMMM yyyy",
    month: "MMMM",
    time: "h:mm a",
    clock: "h:mm",
  },
};

/** What of a date each form shows in languages whose order is known to Intl alone. */
const PARTS: Record<DateForm, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
  day: { day: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  dayMonth: { day: "2-digit", month: "2-digit" },
  monthYear: { month: "long", year: "numeric" },
  month: { month: "long" },
  time: { hour: "numeric", minute: "2-digit" },
  clock: { hour: "numeric", minute: "2-digit" },
};

/** Prints a date in a language and form. */
export type DateFormat = (date: CityDate, language: string, form?: DateForm) => string;

/**
 * The printer of dates for a time zone, remembering what it printed (a day has many releases).
 * A reduced date prints what is known of it: `long` of `2017-11` is "November 2017".
 */
export function createDateFormat(timeZone: string): DateFormat {
  const printed = new Map<string, string>();
  return (date, language, form = "long") => {
    // But for the time of day, all releases of a day print the same.
    const key = `${language}|${form}|${form === "time" || form === "clock" ? date.machine : date.machine.slice(0, 10)}`;
    let text = printed.get(key);
    if (text === undefined) {
      text = format(date, timeZone, language, form);
      printed.set(key, text);
    }
    return text;
  };
}

function format(date: CityDate, timeZone: string, language: string, form: DateForm): string {
  if (date.precision === "year") return String(date.year);
  const known = date.precision === "month" && form !== "month" && form !== "monthYear" ? "monthYear" : form;
  const main = mainLanguage(language);
  if (main !== "de" && main !== "en")
    return new Intl.DateTimeFormat(language, { timeZone, numberingSystem: "latn", calendar: "gregory", ...PARTS[known] }).format(
      date.instant,
    );
  return inZone(date.instant, timeZone)
    .setLocale(main === "en" ? "en-GB" : "de-DE")
    .toFormat(FORMS[main][known]);
}
