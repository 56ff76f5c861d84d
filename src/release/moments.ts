import { isoInstant } from "../dates.ts";
import type { Release } from "./release.ts";

/** When a release was published, for machines: its date as exact as it is known, or the end of its embargo where that came later. */
export function publishedDate(release: Pick<Release, "date" | "published">, timeZone: string): string {
  return release.published === release.date.instant ? release.date.machine : isoInstant(release.published, timeZone);
}

/** When a release was last corrected, for machines; undefined where it never was. */
export function changedDate({ corrections }: Pick<Release, "corrections">): string | undefined {
  return corrections[0]?.date.machine;
}
