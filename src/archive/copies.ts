import { positionInHead } from "../content/front-matter.ts";
import type { Release } from "../content/release/release.ts";
import { hint, type Problem } from "../problems.ts";

/** Hints at releases that were copied and not changed: the same title and number, or without a number the same title, day and summary. */
export function findCopies(releases: readonly Release[]): Problem[] {
  const first = new Map<string, Release>();
  return [...releases]
    .sort((a, b) => a.published - b.published)
    .flatMap((release) => {
      const { title, number, date, summary, path } = release;
      const key = JSON.stringify(number === undefined ? [title, date.machine, summary] : [title, number]);
      const other = first.get(key);
      if (!other) {
        first.set(key, release);
        return [];
      }
      const what = number === undefined ? "Überschrift, Datum und Zusammenfassung" : `Überschrift und Nummer (${number})`;
      return [
        hint(
          "release-copied",
          path,
          positionInHead(path, ["title"]),
          `${what} sind dieselben wie in ${other.path}.`,
          "Ändern Sie title und number, oder löschen Sie die Kopie.",
        ),
      ];
    });
}
