import { beginOf, type CityDate, endOfDay, isoInstant } from "../../dates.ts";
import type { Event, Release } from "./release.ts";

/** When a release was published, for machines: its date as exactly as it is known, or the end of its embargo where that was later. */
export function publishedDate(release: Pick<Release, "date" | "published">, timeZone: string): string {
  return release.published === release.date.instant ? release.date.machine : isoInstant(release.published, timeZone);
}

/** When a release was last corrected, for machines; undefined where it never was. */
export function changedDate({ corrections }: Pick<Release, "corrections">): string | undefined {
  return corrections[0]?.date.machine;
}

/**
 * When a release last changed for its readers (ms): at its newest correction, else at its publication; mended spelling does not count.
 * A correction counts from the beginning of its day or month, so that none is in the future, and at least a second later than what it
 * corrects, even when both carry the same day or month.
 */
export function lastChange({ published, corrections }: Pick<Release, "published" | "corrections">, timeZone: string): number {
  return corrections.reduceRight((last, { date }) => Math.max(beginOf(date, timeZone), last + 1000), published);
}

/** The moment from which a release is public, with its time, as feeds need it (RFC 3339). */
export function publishedMoment({ date, published }: Pick<Release, "date" | "published">, timeZone: string): string {
  return date.precision === "minute" && published === date.instant ? date.machine : isoInstant(published, timeZone);
}

/** The moment of the last change, as feeds and sitemaps need it (RFC 3339). */
export function lastChangeMoment(release: Pick<Release, "date" | "published" | "corrections">, timeZone: string): string {
  return release.corrections.length === 0 ? publishedMoment(release, timeZone) : isoInstant(lastChange(release, timeZone), timeZone);
}

/** What the end of an event says beyond its beginning: another day, a time, or nothing, where it ends within the day that it begins on. */
export function endOf({ date, end }: Pick<Event, "date" | "end">): { hasDay: boolean; hasTime: boolean } {
  if (end === undefined || date.machine === end.machine) return { hasDay: false, hasTime: false };
  const hasTime = end.precision === "minute";
  const isSameDay = end.machine.slice(0, 10) === date.machine.slice(0, 10);
  return { hasDay: hasTime ? !isSameDay : !date.machine.startsWith(end.machine), hasTime };
}

/** True for a date of which the day is known, so that people can go there. */
export function hasDay({ precision }: CityDate): boolean {
  return precision === "day" || precision === "minute";
}

/** The moment (ms) from which an event counts as past: the end of its last day on the city's clock. */
export function overFrom({ date, end }: Pick<Event, "date" | "end">, timeZone: string): number {
  const last = end && hasDay(end) ? end : date;
  return endOfDay({ ...last, precision: "day", machine: last.machine.slice(0, "2017-11-14".length) }, timeZone);
}
