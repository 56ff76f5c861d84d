import type { Context } from "../archive/context.ts";
import { groupBy } from "../archive/groups.ts";
import type { Release } from "../content/release/release.ts";
import { fill } from "../messages.ts";

/**
 * What tells releases apart that have the same title in the same language, to stand behind it: the date, on the same day the time as well,
 * where that says nothing the number.
 */
export function tellTitlesApart(releases: readonly Release[], { formatDate, messages }: Context): Map<Release, string> {
  const found = new Map<Release, string>();
  for (const namesakes of alike(releases, ({ language, title }) => `${language} ${title}`)) {
    for (const release of namesakes) found.set(release, formatDate(release.date, release.language));
    for (const sameDay of alike(namesakes, (release) => found.get(release) ?? "")) {
      for (const release of sameDay)
        if (release.date.precision === "minute")
          found.set(release, `${found.get(release)}, ${formatDate(release.date, release.language, "time")}`);
      for (const release of alike(sameDay, (other) => found.get(other) ?? "").flat()) {
        const { number, language } = release;
        if (number !== undefined) found.set(release, `${found.get(release)}, ${fill(messages.in(language).release.number, { number })}`);
      }
    }
  }
  return found;
}

/**
 * What tells lines of a list apart that have the same day and title, by the release's id: the time, where it differs, else the summary.
 */
export function tellLinesApart(releases: readonly Release[], { formatDate }: Context): Record<string, string> {
  const dayOf = ({ date }: Release) => date.machine.slice(0, "2017-11-14".length);
  return Object.fromEntries(
    alike(releases, (release) => `${dayOf(release)} ${release.title}`).flatMap((lines) => {
      const times = lines.map(({ date, language }) => (date.precision === "minute" ? formatDate(date, language, "time") : ""));
      const areTold = new Set(times).size === lines.length && !times.includes("");
      return lines.map(({ id, summary }, index) => [id, areTold ? times[index] : summary]);
    }),
  ) as Record<string, string>;
}

/** The groups of those that share a key with another. */
function alike(releases: readonly Release[], keyOf: (release: Release) => string): Release[][] {
  return [...groupBy(releases, keyOf).values()].filter((group) => group.length > 1);
}
