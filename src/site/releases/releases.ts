import {
  archiveAddress,
  editionAddress,
  type Language,
  releaseAddress,
  releaseFileAddress,
  timeAddress,
  timeMapAddress,
} from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { type Followed, findRelated, type Related, withFollowed } from "../../archive/related.ts";
import { periodDate } from "../../archive/years.ts";
import { type Alternate, type Image, isVersion, type Release } from "../../content/release/release.ts";
import { picturesAround } from "../../content/release/renditions.ts";
import type { CityDate } from "../../dates.ts";
import { hasOwnCards, previewOf } from "../cards.ts";
import { SMALL } from "../lists/listing.ts";
import { tellTitlesApart } from "../namesakes.ts";
import type { Link, Page, PageKind, Preview, View } from "../pages.ts";
import { historyAddress } from "../repository.ts";
import { releaseData } from "../structured-data.ts";
import { hasCalendar } from "./calendar.ts";
import { type Thread, toThreads } from "./threads.ts";
import { hasTimeMap } from "./time-map.ts";

/** The neighbours of a release in time, in the same language. */
interface Neighbours {
  earlier: Link | undefined;
  later: Link | undefined;
}

/** What makes the page of a release, beside what stands on every page. */
interface ReleaseParts extends Neighbours {
  release: Release;
  /** The band of the release's year, a file of its own; undefined in a small archive. */
  yearBand: string | undefined;
  /** What stands behind the title where others have the same. */
  distinction: string | undefined;
  /** Earlier releases on the same matter, what it follows first. */
  related: readonly (Related | Followed)[];
  /** True where each release has a card of its own. */
  hasCard: boolean;
  context: Context;
}

/**
 * The page of a release in one of its languages. It holds its parts; what follows from them is made when its layout asks, since there are
 * many.
 */
export class ReleaseView implements View, ReleaseParts {
  readonly layout = "release";
  readonly release: Release;
  readonly yearBand: string | undefined;
  readonly earlier: Link | undefined;
  readonly later: Link | undefined;
  readonly distinction: string | undefined;
  readonly related: readonly (Related | Followed)[];
  readonly hasCard: boolean;
  readonly context: Context;

  constructor({ release, yearBand, earlier, later, distinction, related, hasCard, context }: ReleaseParts) {
    this.release = release;
    this.yearBand = yearBand;
    this.earlier = earlier;
    this.later = later;
    this.distinction = distinction;
    this.related = related;
    this.hasCard = hasCard;
    this.context = context;
  }

  get kind(): PageKind {
    return isVersion(this.release) ? "version" : "release";
  }

  get source(): string {
    return this.release.path;
  }

  get address(): string {
    return this.release.address;
  }

  get language(): Language {
    return this.release.language;
  }

  /** The title of the page as a whole, in tabs, histories and results of a search. */
  get title(): string {
    const { title } = this.release;
    return this.distinction === undefined ? title : `${title}, ${this.distinction}`;
  }

  get description(): string | undefined {
    return this.release.summary || undefined;
  }

  get isIndexed(): boolean {
    return this.release.withdrawn === undefined && this.release.state === "public";
  }

  get alternates(): readonly Alternate[] {
    return this.release.versions.length > 1 ? this.release.versions : [];
  }

  /** Pictures that do not stand in the text itself; the first leads. */
  get pictures(): readonly Image[] {
    return picturesAround(this.release.images, () => this.context.texts.placed(this.release));
  }

  /** The picture that stands for it where a link to it is shown. */
  get preview(): Preview | undefined {
    return previewOf(this.release, this.context, this.hasCard);
  }

  /** Where in time the release stands: the archive, its year, its month, as far as these have a page. */
  get crumbs(): readonly Link[] {
    return this.release.withdrawn ? [] : crumbsOf(this.release, this.context);
  }

  /** The corrections, each with the address of what the release said before, where that is kept; and of the list of all such. */
  get corrections(): readonly { date: CityDate; note: string; edition: number | undefined; before: string | undefined }[] {
    const { corrections, editions, address } = this.release;
    const hasEdition = (asked: number | undefined): asked is number => editions.some(({ number }) => number === asked);
    return corrections.map(({ date, note, edition }) => ({
      date,
      note,
      edition,
      before: hasEdition(edition) ? editionAddress(address, edition) : undefined,
    }));
  }

  /** The address of the list of old versions for programs. */
  get timeMap(): string | undefined {
    return hasTimeMap(this.release) ? timeMapAddress(this.release.address) : undefined;
  }

  /** Addresses of what the archive makes of the release beside its page, and where its changes are kept. */
  get files(): { text: string; data: string; calendar: string | undefined; history: string | undefined } {
    const { address, id, language } = this.release;
    const { repository } = this.context.site;
    return {
      text: releaseFileAddress(address, "index.txt"),
      data: releaseFileAddress(address, "index.json"),
      calendar: hasCalendar(this.release) ? releaseFileAddress(releaseAddress(id), "termine.ics") : undefined,
      history: repository === undefined ? undefined : historyAddress(repository, id, isVersion(this.release) ? language : undefined),
    };
  }

  /** Approved comments with their answers. */
  get threads(): readonly Thread[] {
    return toThreads(this.release.approvedComments);
  }

  /** JSON-LD, safe inside a script element. */
  get structuredData(): string {
    return releaseData(this.release, this, this.context);
  }
}

/** A page for every release in each of its languages, and its pictures and attachments. */
export function releases(archive: Archive): Page[] {
  const { site, context } = archive;
  const neighbours = findNeighbours(archive);
  const related = new Map(site.languages.map((language) => [language, findRelated(archive.releasesIn(language), site.timeZone)]));
  const distinctions = tellTitlesApart([...archive.releases, ...archive.versions], context);
  const hasBands = archive.listed.length >= SMALL;
  const hasCard = hasOwnCards(archive);
  const views = [...archive.releases, ...archive.versions].map((release) => {
    const between = neighbours.get(release);
    return new ReleaseView({
      release,
      yearBand: between && hasBands && release.date.month > 0 ? `${timeAddress(release.date.year)}band.svg` : undefined,
      earlier: between?.earlier,
      later: between?.later,
      distinction: distinctions.get(release),
      related: withFollowed(release, related.get(release.language)?.get(release.id) ?? []),
      hasCard,
      context,
    });
  });
  return [...views, ...archive.files.map(filePage)];
}

function filePage({ address, source, digest, rendition }: Archive["files"][number]): Page {
  if (!rendition) return { kind: "file", address, source, digest };
  // The widths that pages offer are the layout's matter; what people download and cite is the picture itself.
  return { kind: address.includes(`-${rendition.width}.`) ? "asset" : "file", address, source, digest, rendition };
}

/** The neighbours of every listed release in its own language; a withdrawn one has none and is nobody's. */
function findNeighbours(archive: Archive): Map<Release, Neighbours> {
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
