import type ICAL from "ical.js";
import { DateTime } from "luxon";
import type { Context } from "../../archive/context.ts";
import { onDemand } from "../../content/on-demand.ts";
import { hasDay, lastChange } from "../../content/release/moments.ts";
import type { Event, Release } from "../../content/release/release.ts";
import type { CityDate } from "../../dates.ts";
import { digest } from "../../disk/digest.ts";
import { compareText } from "../../problems.ts";

const calendars = onDemand<typeof ICAL>("ical.js");

/** True for a release that has a calendar of its own: the original, with an event of which the day is known; its versions refer to that. */
export function hasCalendar({ events, withdrawn }: Release): boolean {
  return withdrawn === undefined && events.some(({ date }) => hasDay(date));
}

/**
 * The events of releases as iCalendar (RFC 5545), times in UTC, days without a time as whole days.
 * The same release makes the same bytes for ever: identifiers are tag URIs (RFC 4151) of the release and of what the event is, whatever
 * stands beside it; the stamp is its publication.
 */
export function toCalendar(releases: readonly Release[], { site, links }: Pick<Context, "site" | "links">): string {
  const library = calendars();
  // RFC 5545, 3.1: a line has at most 75 octets; the library does not count the space that begins a folded one.
  library.foldLength = 74;
  const calendar = new library.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", `-//Stadtchronik//${site.name}//DE`);
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("calscale", "GREGORIAN");
  calendar.addPropertyWithValue("method", "PUBLISH");
  for (const release of releases) {
    const events = release.events.filter(({ date }) => hasDay(date));
    const names = identify(events);
    events.forEach((event, index) => {
      const uid = `tag:${site.tagAuthority}:${release.id}#termin-${names[index]}`;
      calendar.addSubcomponent(toComponent(event, uid, release, { site, links }));
    });
  }
  return `${calendar.toString()}\r\n`;
}

/**
 * What calendars know each event by: the id that an editor gave it, else its name, so that it stays the same event when another goes and
 * when it is put off. Of several with one name the last keeps the name alone, and the others are told apart by their dates: when the first
 * is over or cancelled, the last is still itself.
 */
export function identify(events: readonly Event[]): string[] {
  const taken = new Set<string>();
  const names = new Map<Event, string>();
  const lastFirst = events.toSorted((a, b) => b.date.instant - a.date.instant || compareText(a.place?.id ?? "", b.place?.id ?? ""));
  for (const event of lastFirst) {
    const { id, name, date, place } = event;
    const said = [[name], [name, date.machine], [name, date.machine, place?.id], [name, date.machine, place?.id, taken.size]];
    const own = id ?? said.map((parts) => digest(JSON.stringify(parts)).slice(0, 12)).find((one) => !taken.has(one)) ?? "";
    taken.add(own);
    names.set(event, own);
  }
  return events.map((event) => names.get(event) ?? "");
}

function toComponent(event: Event, uid: string, release: Release, { site, links }: Pick<Context, "site" | "links">): ICAL.Component {
  const component = new (calendars().Component)("vevent");
  const url = links.absolute(release.address);
  const [start, end] = spanOf(event, site.timeZone);
  component.addPropertyWithValue("uid", uid);
  component.addPropertyWithValue("dtstamp", moment(release.published));
  if (release.corrections.length > 0) component.addPropertyWithValue("last-modified", moment(lastChange(release, site.timeZone)));
  // Calendars take over a change only when the number rises (RFC 5545, 3.8.7.4).
  component.addPropertyWithValue("sequence", release.corrections.length);
  component.addPropertyWithValue("dtstart", start);
  if (end) component.addPropertyWithValue("dtend", end);
  component.addPropertyWithValue("summary", event.name);
  if (event.place) {
    component.addPropertyWithValue("location", event.place.name);
    if (event.place.lat !== undefined && event.place.lon !== undefined)
      component.addPropertyWithValue("geo", [event.place.lat, event.place.lon]);
  }
  component.addPropertyWithValue("description", [site.demonstration, release.title, url].filter((line) => line !== undefined).join("\n"));
  component.addPropertyWithValue("url", url);
  return component;
}

/**
 * Begin and end, of one kind as RFC 5545 (3.8.2.2) wants: whole days to the morning after, or moments; a day that ends an evening's event
 * ends with it.
 */
function spanOf({ date, end }: Event, timeZone: string): [ICAL.Time, ICAL.Time | undefined] {
  const last = end && hasDay(end) ? end : undefined;
  if (date.precision === "day") return [day(date, timeZone, 0), day(last ?? date, timeZone, 1)];
  if (!last || (last.precision === "minute" && last.instant === date.instant)) return [moment(date.instant), undefined];
  return [
    moment(date.instant),
    moment(last.precision === "day" ? DateTime.fromMillis(last.instant, { zone: timeZone }).plus({ days: 1 }).toMillis() : last.instant),
  ];
}

function day(date: CityDate, zone: string, later: number): ICAL.Time {
  const { year, month, day: number } = DateTime.fromMillis(date.instant, { zone }).plus({ days: later });
  return calendars().Time.fromData({ year, month, day: number, isDate: true });
}

function moment(instant: number): ICAL.Time {
  const { year, month, day: number, hour, minute, second } = DateTime.fromMillis(instant, { zone: "utc" });
  const { Time, Timezone } = calendars();
  return Time.fromData({ year, month, day: number, hour, minute, second, isDate: false }, Timezone.utcTimezone);
}
