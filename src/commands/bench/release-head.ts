import { homeAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { createDateFormat } from "../../dates.ts";
import { FACETS } from "../../facets.ts";
import type { ReleaseView } from "../../pages.ts";
import { type Entry, nameIn } from "../../registers.ts";
import { changedDate, lastChangeMoment, publishedDate } from "../../release/moments.ts";
import { fill, WORDS } from "../../words.ts";

/** The segment of a facet's addresses is also the name of its taxonomy. */
const TAXONOMIES = { topics: "themen", departments: "aemter", people: "personen", places: "orte" } as const;

/** What the author of a release would write in its front matter, everything resolved; `index` is its place in the order of all. */
export function releaseHead(view: ReleaseView, { site }: Archive, index: number): Record<string, unknown> {
  const { release, language } = view;
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
    events: some(release.events.map(({ name, date, end, place }) => drop({ name, date: date.machine, end: end?.machine, place: place?.id }))),
    number: release.number,
    contact: release.contact && drop({ ...release.contact }),
    corrections: some(release.corrections.map(({ date, note }) => ({ date: date.machine, note }))),
    withdrawn: release.withdrawn && drop({ date: release.withdrawn.date.machine, reason: release.withdrawn.reason, hidden: release.withdrawn.hidesTitle || undefined }),
    translation: release.translation && drop({ ...release.translation }),
    versions: release.versions.length > 1 ? release.versions.map((version) => ({ language: version.language, address: version.address, title: version.title })) : undefined,
    related: some(
      view.related.map(({ release: { address, title, date }, reason }) => ({
        address,
        title,
        date: date.machine,
        reason: fill(WORDS[language].related.reasons[reason.kind], { name: nameIn(reason.entry, language) }),
      })),
    ),
    calendar: language === "de" && view.files.calendar !== undefined ? true : undefined,
    aliases: language === "de" ? some(release.aliases) : undefined,
  });
}

/** The terms of a release by taxonomy, none of one that is withdrawn. What is long is divided by years, and what is very long by months: the parts are terms as well. */
export function termsOf(view: ReleaseView, archive: Archive, addresses: ReadonlySet<string>): Record<string, readonly string[]> {
  return Object.fromEntries(partsOf(view, archive, addresses).map(([taxonomy, parts]) => [taxonomy, parts.map(termOf)]));
}

function partsOf({ release, language }: ReleaseView, { registers }: Archive, addresses: ReadonlySet<string>): [taxonomy: string, parts: string[]][] {
  if (release.withdrawn) return [];
  return FACETS.map((facet) => {
    const taxonomy = TAXONOMIES[facet.name];
    const parts = facet
      .entriesOf(release, registers)
      .filter(facet.hasPage)
      .flatMap(({ id }) => [id, `${id}/${release.date.year}`, `${id}/${release.id.slice(0, 7)}`])
      .filter((part) => addresses.has(`${homeAddress(language)}${taxonomy}/${part}/`));
    return [taxonomy, parts];
  });
}

/** Addresses of all lists that collect a release. */
function collectedIn(view: ReleaseView, archive: Archive, addresses: ReadonlySet<string>): string[] {
  if (view.release.withdrawn) return [];
  const [year = "", month = ""] = view.release.id.split("/");
  const entries = partsOf(view, archive, addresses).flatMap(([taxonomy, parts]) => parts.map((part) => `${taxonomy}/${part}`));
  return [year, `${year}/${month}`, ...entries].map((list) => `${homeAddress(view.language)}${list}/`);
}

/** What generators that have tags only and know neither languages nor German dates get ready: the addresses of its lists as tags, way, neighbours, printed dates. */
export function readyOf(view: ReleaseView, archive: Archive, addresses: ReadonlySet<string>): Record<string, unknown> {
  const { release, language, earlier, later, related, crumbs } = view;
  const { site } = archive;
  const print = createDateFormat(site.timeZone);
  const forms = Object.fromEntries((["long", "short", "dayMonth", "monthYear"] as const).map((form) => [form, print(release.date, language, form)]));
  return drop({
    tags: collectedIn(view, archive, addresses),
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
        reason: fill(WORDS[language].related.reasons[reason.kind], { name: nameIn(reason.entry, language) }),
      })),
    ),
    corrections: some(release.corrections.map(({ date, note }) => ({ date: date.machine, printed: print(date, language), note }))),
    withdrawn: release.withdrawn && { printed: print(release.withdrawn.date, language), reason: release.withdrawn.reason },
    events: some(
      release.events.map(({ name, date, end, place }) =>
        drop({ name, date: date.machine, printed: `${print(date, language)}, ${print(date, language, "time")}`, until: end && print(end, language, "time"), place: place?.id }),
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
