import { archiveAddress, type Language, timeAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { groupByYear, periodDate } from "../../archive/years.ts";
import type { Release } from "../../content/release/release.ts";
import type { Link } from "../pages.ts";

/** The neighbours of a release in time, in the same language. */
export interface Neighbours {
  earlier: Link | undefined;
  later: Link | undefined;
}

/** The months with releases (0 where only the year is known) of each year, in each language that has any. */
export function monthsByYear(archive: Archive): Map<Language, Map<number, readonly number[]>> {
  return new Map(
    archive.site.languages.flatMap((language) => {
      const years = groupByYear(archive.releasesIn(language));
      if (years.length === 0) return [];
      return [[language, new Map(years.map(({ year, months }) => [year, months.map(({ month }) => month).sort((a, b) => a - b)]))]];
    }),
  );
}

/** The neighbours of every listed release in its own language; a withdrawn one has none and is nobody's. */
export function findNeighbours(archive: Archive): Map<Release, Neighbours> {
  const found = new Map<Release, Neighbours>();
  const toLink = (release: Release | undefined): Link | undefined => release && { label: release.title, address: release.address };
  for (const language of archive.site.languages) {
    const list = archive.releasesIn(language);
    list.forEach((release, index) => {
      found.set(release, { earlier: toLink(list[index + 1]), later: toLink(list[index - 1]) });
    });
  }
  return found;
}

/** Where in time a release stands: the archive, its year and its month. */
export function crumbsOf({ date, language }: Pick<Release, "date" | "language">, { messages, formatDate }: Context): Link[] {
  const words = messages.in(language);
  const year = { label: String(date.year), address: timeAddress(date.year, undefined, language) };
  const month = {
    label: date.month === 0 ? words.time.unknown : formatDate(periodDate(date.year, date.month), language, "month"),
    address: timeAddress(date.year, date.month, language),
  };
  return [{ label: words.navigation.archive, address: archiveAddress(language) }, year, month];
}
