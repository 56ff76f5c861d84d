import { feedAddress, timeAddress } from "../../addresses.ts";
import { lastChange } from "../../content/release/moments.ts";
import type { Release } from "../../content/release/release.ts";
import type { Site } from "../../content/site.ts";
import { isoInstant } from "../../dates.ts";

/** How many releases a feed holds that is no archive document: more than any reader misses in a holiday. */
export const NEWEST = 50;

/** The open year's releases go into the history by so many at once: of as many new ones, all but one change no document of it. */
const STEP = 25;

/** How many releases an archive document holds. */
const DOCUMENT_MAX = 300;

/** An archive document: the releases of a year, or of a part of it that begins with `month`, or with a `part` of that; newest first. */
export interface ArchiveDocument {
  address: string;
  year: number;
  month: number | undefined;
  part: number;
  releases: readonly Release[];
}

/** A feed and its history as RFC 5005 (section 4) divides them: the subscription document, and the archive documents, newest first. */
export interface History {
  current: readonly Release[];
  documents: readonly ArchiveDocument[];
}

/**
 * Divides releases, newest first, into a subscription document and its history. Past years are all in the history; of the year of the
 * newest release the last few are only in the subscription document. That one holds what changed last, so a correction of an old release
 * is announced there again.
 */
export function historyOf(listed: readonly Release[], site: Site): History {
  const months = groupByMonth(listed, site);
  const open = months.filter(({ year }) => year === months[0]?.year).reduce((sum, { releases }) => sum + releases.length, 0);
  const [fresh, archived] = [listed.slice(0, open % STEP), listed.slice(open % STEP)];
  const byChange = (a: Release, b: Release) => lastChange(b, site.timeZone) - lastChange(a, site.timeZone);
  const again = [...archived].sort(byChange).slice(0, NEWEST - fresh.length);
  return { current: [...fresh, ...again].sort(byChange), documents: toDocuments(groupByMonth(archived, site)) };
}

/**
 * A year's document holds its months from the first on, as many as fit; the month that does not fit begins the next. So a new month
 * changes nothing in the earlier ones, and the address of a year answers however large the year becomes. A month that does not fit into
 * any (an old holding may be known by its year alone) goes on in further parts.
 */
function toDocuments(months: readonly Period[]): ArchiveDocument[] {
  const documents: ArchiveDocument[] = [];
  for (const { year, month, part, releases } of months.flatMap(toParts).reverse()) {
    const last = documents[0];
    if (last?.year !== year) documents.unshift({ address: feedAddress(timeAddress(year)), year, month: undefined, part, releases });
    else if (last.releases.length + releases.length <= DOCUMENT_MAX) documents[0] = { ...last, releases: [...releases, ...last.releases] };
    else documents.unshift({ address: feedAddress(timeAddress(year, month), part), year, month, part, releases });
  }
  return documents;
}

/** The parts of a month that fit into documents, newest first; the oldest is number 1. */
function toParts({ year, month, releases }: Period): (Period & { part: number })[] {
  const count = Math.ceil(releases.length / DOCUMENT_MAX);
  return Array.from({ length: count }, (_, index) => {
    const part = count - index;
    const end = releases.length - (part - 1) * DOCUMENT_MAX;
    return { year, month, part, releases: releases.slice(Math.max(0, end - DOCUMENT_MAX), end) };
  });
}

interface Period {
  year: number;
  month: number;
  releases: Release[];
}

function groupByMonth(listed: readonly Release[], site: Site): Period[] {
  const months: Period[] = [];
  for (const release of listed) {
    const { year, month } = publishedIn(release, site);
    const last = months.at(-1);
    if (last?.year === year && last.month === month) last.releases.push(release);
    else months.push({ year, month, releases: [release] });
  }
  return months;
}

/** The month in which a release became public: after an embargo a later one than that of its date. */
function publishedIn({ date, published }: Release, { timeZone }: Site): { year: number; month: number } {
  if (published === date.instant && date.month > 0) return date;
  const [year, month] = isoInstant(published, timeZone).split("-").map(Number) as [number, number];
  return { year, month };
}
