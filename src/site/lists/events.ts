import { calendarAddress, eventsAddress, facetAddress, type Language } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { groupBy } from "../../archive/groups.ts";
import { hasDay, overFrom } from "../../content/release/moments.ts";
import type { Event, Release } from "../../content/release/release.ts";
import { fill } from "../../messages.ts";
import { type Link, type Page, textPage, type View } from "../pages.ts";
import { toCalendar } from "../releases/calendar.ts";
import { divideByTime } from "./periods.ts";

/** An event and the release that names it. */
export interface EventLine {
  event: Event;
  release: Release;
}

/** What is coming, the next first, and what is past, the last first; of many past events those of a year or month. */
export interface EventsView extends View {
  layout: "events";
  crumbs: readonly Link[];
  coming: readonly EventLine[];
  past: readonly EventLine[];
  /** The years or months that hold more of what is past. */
  parts: readonly (Link & { count: number })[];
  /** What calendars subscribe to. */
  calendar: string;
}

/** Events of releases and invitations in each language, and as calendars to subscribe to: all, and those of each topic and office. */
export function events(archive: Archive): Page[] {
  const { site, context } = archive;
  const calendars = [
    { address: eventsAddress(), releases: archive.listed },
    ...(["topics", "departments"] as const).flatMap((facet) =>
      archive.entriesOf(facet, site.language).map(({ entry, releases }) => ({ address: facetAddress(facet, entry.id), releases })),
    ),
  ].flatMap(({ address, releases }) => {
    const dated = releases.filter(hasEvents);
    return dated.length === 0
      ? []
      : [textPage({ address: calendarAddress(address), kind: "feed", from: { releases: dated, context }, print: printCalendar })];
  });
  return [...archive.languages.flatMap((language) => eventPages(archive, language)), ...calendars];
}

/** True for a release with an event that calendars can hold. */
export function hasEvents({ events: all }: Release): boolean {
  return all.some(({ date }) => hasDay(date));
}

function printCalendar({ releases, context }: { releases: readonly Release[]; context: Context }): string {
  return toCalendar(releases, context);
}

function eventPages(archive: Archive, language: Language): EventsView[] {
  const { site, context, now } = archive;
  const words = context.messages.in(language).events;
  const lines = archive
    .releasesIn(language)
    .filter(hasEvents)
    .flatMap((release) => release.events.filter(({ date }) => hasDay(date)).map((event) => ({ event, release })))
    .sort((a, b) => b.event.date.instant - a.event.date.instant);
  if (lines.length === 0) return [];
  const isOver = groupBy(lines, ({ event }) => overFrom(event, site.timeZone) <= now);
  const past = isOver.get(true) ?? [];
  const coming = (isOver.get(false) ?? []).reverse();
  const home = { label: words.heading, address: eventsAddress(language) };
  return divideByTime(past, { context, language, home, dateOf: ({ event }) => event.date }).map(
    ({ label, address, crumbs, shown, parts }): EventsView => ({
      layout: "events",
      kind: "list",
      address,
      language,
      title: label,
      description: fill(words.description, { city: site.issuer }),
      isIndexed: true,
      alternates: [],
      crumbs,
      calendar: calendarAddress(eventsAddress()),
      coming: address === home.address ? coming : [],
      past: shown,
      parts,
    }),
  );
}
