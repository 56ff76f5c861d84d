import {
  archiveAddress,
  createLinks,
  historyAddress,
  LANGUAGES,
  releaseAddress,
  releaseFileAddress,
  timeAddress,
} from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { toThreads } from "../../archive/comments.ts";
import { findRelated } from "../../archive/related.ts";
import { periodDate, releasesIn } from "../../archive/years.ts";
import type { Release } from "../../content/release/release.ts";
import { picturesAround } from "../../content/release/renditions.ts";
import { createDateFormat } from "../../dates.ts";
import { WORDS } from "../../messages.ts";
import { SMALL } from "../lists/listing.ts";
import { derive, type Link, type Page, type ReleaseView } from "../pages.ts";
import { releaseData } from "../structured-data.ts";
import { hasCalendar } from "./calendar.ts";

/** A page for every release in each of its languages, and its pictures and attachments. */
export function releases(archive: Archive): Page[] {
  const neighbours = findNeighbours(archive);
  const related = new Map(LANGUAGES.map((language) => [language, findRelated(releasesIn(archive, language), archive.site.timeZone)]));
  const hasBands = archive.listed.length >= SMALL;
  const shared = followingFrom(archive);
  const views = [...archive.releases, ...archive.versions].map((release): ReleaseView => {
    const between = neighbours.get(release);
    const own: Own = {
      layout: "release",
      release,
      yearBand: between && hasBands && release.date.month > 0 ? `${timeAddress(release.date.year)}band.svg` : undefined,
      earlier: between?.earlier,
      later: between?.later,
      related: related.get(release.language)?.get(release.id) ?? [],
    };
    return derive(own, shared);
  });
  const files = archive.files.map(
    ({ address, source, digest, rendition }): Page =>
      rendition ? { layout: "picture", address, source, digest, rendition } : { layout: "file", address, source, digest },
  );
  return [...views, ...files];
}

/** What makes the page of a release, beside what stands on every page. */
type Own = Pick<ReleaseView, "layout" | "release" | "yearBand" | "earlier" | "later" | "related">;

/** What follows from it. */
function followingFrom(archive: Archive): Omit<ReleaseView, keyof Own> & ThisType<ReleaseView> {
  const structured = { site: archive.site, links: createLinks(archive.site.url) };
  return {
    get address() {
      return this.release.address;
    },
    get language() {
      return this.release.language;
    },
    get title() {
      return this.release.title;
    },
    get description() {
      return this.release.summary || undefined;
    },
    get isIndexed() {
      return this.release.withdrawn === undefined && this.release.state === "public";
    },
    get alternates() {
      return this.release.versions.length > 1 ? this.release.versions : [];
    },
    get pictures() {
      return picturesAround(this.release);
    },
    get crumbs() {
      return this.release.withdrawn ? [] : crumbs(this.release, archive);
    },
    get files() {
      return filesOf(this.release, archive);
    },
    get threads() {
      return toThreads(this.release.approvedComments);
    },
    get structuredData() {
      return releaseData(this.release, this.crumbs, structured);
    },
  };
}

function filesOf(release: Release, { site }: Archive): ReleaseView["files"] {
  const { address, id, language } = release;
  return {
    text: releaseFileAddress(address, "index.txt"),
    data: releaseFileAddress(address, "index.json"),
    calendar: hasCalendar(release) ? releaseFileAddress(releaseAddress(id), "termine.ics") : undefined,
    history: site.repository === undefined ? undefined : historyAddress(site.repository, id, language),
  };
}

interface Neighbours {
  earlier: Link | undefined;
  later: Link | undefined;
}

/** The neighbours of every listed release in its own language; a withdrawn one has none and is nobody's. */
function findNeighbours(archive: Archive): Map<Release, Neighbours> {
  const found = new Map<Release, Neighbours>();
  const toLink = (release: Release | undefined): Link | undefined => release && { label: release.title, address: release.address };
  for (const language of LANGUAGES) {
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
