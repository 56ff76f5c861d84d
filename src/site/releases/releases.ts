import {
  bandAddress,
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
import { fill } from "../../messages.ts";
import { hasOwnCards, previewOf } from "../cards.ts";
import { SMALL } from "../lists/listing.ts";
import { tellTitlesApart } from "../namesakes.ts";
import type { Link, Page, PageKind, Preview, View } from "../pages.ts";
import { historyAddress } from "../repository.ts";
import { releaseData } from "../structured-data.ts";
import { hasCalendar } from "./calendar.ts";
import { crumbsOf, findNeighbours, monthsByYear, type Neighbours } from "./in-time.ts";
import { type Thread, toThreads } from "./threads.ts";
import { hasTimeMap } from "./time-map.ts";

/** What makes the page of a release, beside what stands on every page. */
interface ReleaseParts extends Neighbours {
  release: Release;
  /** The months of the release's year in its language that have releases (1-12); undefined in a small archive. */
  yearMonths: readonly number[] | undefined;
  /** How many of the archive, the year and the month have a page. */
  depth: number;
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
  readonly yearMonths: readonly number[] | undefined;
  readonly depth: number;
  readonly earlier: Link | undefined;
  readonly later: Link | undefined;
  readonly distinction: string | undefined;
  readonly related: readonly (Related | Followed)[];
  readonly hasCard: boolean;
  readonly context: Context;

  constructor({ release, yearMonths, depth, earlier, later, distinction, related, hasCard, context }: ReleaseParts) {
    this.release = release;
    this.yearMonths = yearMonths;
    this.depth = depth;
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

  /** The headline: what is withdrawn says so wherever it is quoted. */
  get heading(): string {
    const { title, withdrawn, language } = this.release;
    if (!withdrawn || withdrawn.hidesTitle) return title;
    return fill(this.context.messages.in(language).release.withdrawnTitle, { title });
  }

  /** The title of the page as a whole, in tabs, histories and results of a search. */
  get title(): string {
    return this.distinction === undefined ? this.heading : `${this.heading}, ${this.distinction}`;
  }

  get description(): string | undefined {
    return this.release.withdrawn?.reason ?? (this.release.summary || undefined);
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

  /** Where in time the release stands: the archive, its year, its month, as far as these have a page without a withdrawn one. */
  get crumbs(): readonly Link[] {
    return crumbsOf(this.release, this.context).slice(0, this.depth);
  }

  /** The band of the release's year, a file of its own, and its months: a new release changes the file, not this page. */
  get yearBand(): { picture: string; months: readonly { label: string; name: string; address: string | undefined }[] } | undefined {
    const { date, language } = this.release;
    if (!this.yearMonths) return undefined;
    const { messages, formatDate } = this.context;
    const held = this.yearMonths;
    return {
      picture: bandAddress(date.year, language),
      months: messages.in(language).time.months.map((label, index) => ({
        label,
        name: formatDate(periodDate(date.year, index + 1), language, "monthYear"),
        address: held.includes(index + 1) ? timeAddress(date.year, index + 1, language) : undefined,
      })),
    };
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
  const months = monthsByYear(archive);
  const hasCard = hasOwnCards(archive);
  const views = [...archive.releases, ...archive.versions].map((release) => {
    const between = neighbours.get(release);
    const { date, language } = release;
    const years = months.get(language);
    const held = years?.get(date.year);
    return new ReleaseView({
      release,
      yearMonths: between && date.month > 0 && archive.releasesIn(language).length >= SMALL ? held : undefined,
      depth: years === undefined ? 0 : held === undefined ? 1 : held.includes(date.month) ? 3 : 2,
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
