import { homeAddress } from "../../src/addresses.ts";
import type { Archive } from "../../src/archive/archive.ts";
import { createDateFormat } from "../../src/archive/date-format.ts";
import { FACETS } from "../../src/archive/facets.ts";
import { sayReason } from "../../src/archive/related.ts";
import type { Entry } from "../../src/content/registers.ts";
import { changedDate, lastChangeMoment, publishedDate } from "../../src/content/release/moments.ts";
import { readMessages } from "../../src/messages.ts";
import { identify } from "../../src/site/releases/calendar.ts";
import type { ReleaseView } from "../../src/site/releases/releases.ts";

/** The segment of a facet's addresses is also the name of its taxonomy. */
const TAXONOMIES = { topics: "themen", departments: "aemter", people: "personen", places: "orte" } as const;

/** What the author of a release would write in its front matter, everything resolved; `index` is its place in the order of all. */
export function releaseHead(view: ReleaseView, { site }: Archive, index: number): Record<string, unknown> {
  const { release, language } = view;
  const identities = identify(release.events);
  const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
  return drop({
    title: release.title,
    date: publishedDate(release, site.timeZone),
    // The order of releases that came at the same minute is not left to chance.
    weight: index + 1,
    machine: release.date.machine,
    issued: publishedDate(release, site.timeZone),
    changed: lastChangeMoment(release, site.timeZone),
    corrected: changedDate(release),
    id: release.id,
    summary: release.summary || undefined,
    department: release.department.id,
    with: some(ids(release.with)),
    topics: ids(release.topics),
    kind: release.kind,
    people: some(release.people.map(({ person, role }) => drop({ id: person.id, role, page: person.page || undefined }))),
    places: some(ids(release.places)),
    events: some(
      release.events.map(({ name, date, end, place }, at) =>
        drop({ id: identities[at], name, date: date.machine, end: end?.machine, place: place?.id }),
      ),
    ),
    number: release.number,
    contact: release.contact && drop({ ...release.contact }),
    corrections: some(release.corrections.map(({ date, note }) => ({ date: date.machine, note }))),
    withdrawn:
      release.withdrawn &&
      drop({ date: release.withdrawn.date.machine, reason: release.withdrawn.reason, hidden: release.withdrawn.hidesTitle || undefined }),
    translation: release.translation && drop({ ...release.translation }),
    versions:
      release.versions.length > 1
        ? release.versions.map((version) => ({ language: version.language, address: version.address, title: version.title }))
        : undefined,
    related: some(
      view.related.map(({ release: { address, title, date }, reason }) => ({
        address,
        title,
        date: date.machine,
        reason: reason.kind === "followed" ? "" : sayReason(reason, readMessages().in(language).related.reasons, language),
      })),
    ),
    calendar: language === "de" && view.files.calendar !== undefined ? true : undefined,
    aliases: language === "de" ? some(release.aliases) : undefined,
  });
}

/** What collects a release, nothing of one that is withdrawn: its terms by taxonomy and, as tags, the addresses of its lists. */
export function collectedIn(
  { release, language }: ReleaseView,
  { registers }: Archive,
  addresses: ReadonlySet<string>,
): { terms: Record<string, readonly string[]>; tags: readonly string[] } {
  if (release.withdrawn) return { terms: {}, tags: [] };
  const home = homeAddress(language);
  const [year = "", month = ""] = release.id.split("/");
  const offices = [...new Set([release.department, ...release.with].map(({ id }) => id))];
  // What is long is divided by years, and what is very long by months: the parts collect as well, and so do topics by office and year.
  const collecting = FACETS.map((facet) => {
    const entries = facet.entriesOf(release, registers).filter(facet.hasPage);
    const parts = entries.flatMap(({ id }) => [
      id,
      `${id}/${year}`,
      `${id}/${year}/${month}`,
      ...offices.flatMap((office) => [`${id}/amt/${office}/${year}`, `${id}/amt/${office}/${year}/${month}`]),
    ]);
    const taxonomy = TAXONOMIES[facet.name];
    return { taxonomy, parts: parts.filter((part) => addresses.has(`${home}${taxonomy}/${part}/`)) };
  });
  return {
    terms: Object.fromEntries(collecting.map(({ taxonomy, parts }) => [taxonomy, parts.map(termOf)])),
    tags: [
      `${home}${year}/`,
      `${home}${year}/${month}/`,
      ...collecting.flatMap(({ taxonomy, parts }) =>
        parts.filter((part) => !part.includes("/amt/")).map((part) => `${home}${taxonomy}/${part}/`),
      ),
    ],
  };
}

/** What generators that know neither languages nor German dates get ready: way, neighbours, printed dates. */
export function readyOf({ release, language, earlier, later, related, crumbs }: ReleaseView, { site }: Archive): Record<string, unknown> {
  const print = createDateFormat(site.timeZone);
  const forms = Object.fromEntries(
    (["long", "short", "dayMonth", "monthYear"] as const).map((form) => [form, print(release.date, language, form)]),
  );
  return drop({
    crumbs,
    earlier,
    later,
    printed: forms,
    related: some(
      related.map(({ release: { address, title, date }, reason }) => ({
        address,
        title,
        date: date.machine,
        printed: print(date, language),
        reason: reason.kind === "followed" ? "" : sayReason(reason, readMessages().in(language).related.reasons, language),
      })),
    ),
    corrections: some(release.corrections.map(({ date, note }) => ({ date: date.machine, printed: print(date, language), note }))),
    withdrawn: release.withdrawn && { printed: print(release.withdrawn.date, language), reason: release.withdrawn.reason },
    events: some(
      release.events.map(({ name, date, end, place }) =>
        drop({
          name,
          date: date.machine,
          printed: `${print(date, language)}, ${print(date, language, "time")}`,
          until: end && print(end, language, "time"),
          place: place?.id,
        }),
      ),
    ),
  });
}

/** The name of a part of an entry as a term of its own: generators nest no terms. */
export function termOf(part: string): string {
  return part.replaceAll("/", "--");
}

/** A list, or undefined where it is empty. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** An object without what is undefined: other generators' templates ask whether a field is there. */
export function drop(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
