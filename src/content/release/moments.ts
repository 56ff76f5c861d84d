import { isoInstant } from "../../dates.ts";
import type { Release } from "./release.ts";

/** When a release was published, for machines: its date as exact as it is known, or the end of its embargo where that came later. */
export function publishedDate(release: Pick<Release, "date" | "published">, timeZone: string): string {
  return release.published === release.date.instant ? release.date.machine : isoInstant(release.published, timeZone);
}

/** When a release was last corrected, for machines; undefined where it never was. */
export function changedDate({ corrections }: Pick<Release, "corrections">): string | undefined {
  return corrections[0]?.date.machine;
}

/**
 * When a release last changed for its readers (ms): the newest correction, else the publication. Mended spelling is no change.
 * Each correction counts at least a second after what it corrects, so that one of the very day or month is later too.
 */
export function lastChange({ published, corrections }: Pick<Release, "published" | "corrections">): number {
  return corrections.reduceRight((last, { date }) => Math.max(date.instant, last + 1000), published);
}

/** The moment from which a release is public, with its time, as feeds need it (RFC 3339). */
export function publishedMoment({ date, published }: Pick<Release, "date" | "published">, timeZone: string): string {
  return date.precision === "minute" && published === date.instant ? date.machine : isoInstant(published, timeZone);
}

/** The moment of the last change, as feeds and sitemaps need it (RFC 3339). */
export function lastChangeMoment(release: Pick<Release, "date" | "published" | "corrections">, timeZone: string): string {
  return release.corrections.length === 0 ? publishedMoment(release, timeZone) : isoInstant(lastChange(release), timeZone);
}
