import { archiveAddress, timeAddress } from "./addresses.ts";
import type { Archive } from "./archive/archive.ts";
import { createDateFormat } from "./dates.ts";
import { SMALL } from "./listing.ts";
import type { Link, Page, ReleaseView } from "./pages.ts";
import type { Release } from "./release/release.ts";
import { WORDS } from "./words.ts";
import { periodDate, releasesIn } from "./years.ts";

/** A page for every release in each of its languages, and its pictures and attachments. */
export function releases(archive: Archive): Page[] {
  const neighbours = findNeighbours(archive);
  const views = [...archive.releases, ...archive.versions].map((release): ReleaseView => {
    const between = neighbours.get(release);
    return {
      layout: "release",
      address: release.address,
      language: release.language,
      title: release.title,
      description: release.summary || undefined,
      isIndexed: release.withdrawn === undefined && release.state === "public",
      alternates: release.versions.length > 1 ? release.versions : [],
      release,
      crumbs: between ? crumbs(release, archive) : [],
      yearBand: between && release.date.month > 0 && archive.listed.length >= SMALL ? `${timeAddress(release.date.year)}band.svg` : undefined,
      earlier: between?.earlier,
      later: between?.later,
    };
  });
  return [...views, ...archive.files.map(({ address, source }): Page => ({ layout: "file", address, source }))];
}

interface Neighbours {
  earlier: Link | undefined;
  later: Link | undefined;
}

/** The neighbours of every listed release in its own language; a withdrawn one has none and is nobody's. */
function findNeighbours(archive: Archive): Map<Release, Neighbours> {
  const found = new Map<Release, Neighbours>();
  const toLink = (release: Release | undefined): Link | undefined => release && { label: release.title, address: release.address };
  for (const language of ["de", "en", "de-simple"] as const) {
    const list = releasesIn(archive, language);
    list.forEach((release, index) => {
      found.set(release, { earlier: toLink(list[index + 1]), later: toLink(list[index - 1]) });
    });
  }
  return found;
}

function crumbs({ date, language }: Release, { site }: Archive): Link[] {
  const year = { label: String(date.year), address: timeAddress(date.year, undefined, language) };
  const format = createDateFormat(site.timeZone);
  const month = {
    label: date.month === 0 ? WORDS[language].time.unknown : format(periodDate(date.year, date.month), language, "month"),
    address: timeAddress(date.year, date.month, language),
  };
  return [{ label: WORDS[language].navigation.archive, address: archiveAddress(language) }, year, month];
}
