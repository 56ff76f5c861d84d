import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { type Entry, nameIn } from "../../content/registers.ts";
import type { Release } from "../../content/release/release.ts";
import { isoInstant } from "../../dates.ts";
import type { Row } from "./fields.ts";

/** A year of the archive: the listed releases, oldest first, each followed by its other languages. */
export interface YearOfReleases {
  year: number;
  releases: readonly Release[];
}

/** The years that have listed releases, newest first. Withdrawn releases are in none. */
export function releasesByYear({ listed, versions }: Archive): YearOfReleases[] {
  const translated = new Map<string, Release[]>();
  for (const version of versions) {
    const others = translated.get(version.id);
    if (others) others.push(version);
    else translated.set(version.id, [version]);
  }
  const years = new Map<number, Release[]>();
  for (const release of [...listed].reverse()) {
    const { year } = release.date;
    const group = years.get(year) ?? [];
    group.push(release, ...(translated.get(release.id) ?? []));
    years.set(year, group);
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, releases]) => ({ year, releases }));
}

/** The releases of a year as data. Two files are made of the rows, one after the other: they are made once for both and then let go. */
export interface Rows {
  releases: readonly Release[];
  context: Context;
  take: () => readonly Row[];
}

/** The rows of some releases. */
export function rowsOf(releases: readonly Release[], context: Context): Rows {
  let held: readonly Row[] | undefined;
  const take = () => {
    const rows = held ?? releases.map((release) => toRow(release, context));
    held = held ? undefined : rows;
    return rows;
  };
  return { releases, context, take };
}

/** A release as data. */
export function toRow(release: Release, { site, links: { absolute }, texts }: Context): Row {
  const named = (entry: Entry) => ({ id: entry.id, name: nameIn(entry, release.language) });
  return {
    id: release.id,
    language: release.language,
    address: absolute(release.address),
    versions: release.versions
      .filter(({ language }) => language !== release.language)
      .map(({ language, address }) => ({ language, address: absolute(address) })),
    title: release.title,
    date: release.date.machine,
    precision: release.date.precision,
    published: isoInstant(release.published, site.timeZone),
    summary: release.summary,
    department: named(release.department),
    with: release.with.map(named),
    topics: release.topics.map(named),
    kind: release.kind,
    people: release.people.map(({ person, role }) => ({ ...named(person), role: role ?? null })),
    places: release.places.map(named),
    number: release.number ?? null,
    corrections: release.corrections.map(({ date, note }) => ({ date: date.machine, note })),
    source: release.source ? { url: release.source.url ?? null, note: release.source.note ?? null } : null,
    reconstructed: [...release.reconstructed],
    translation: release.translation ? { kind: release.translation.kind, by: release.translation.by ?? null } : null,
    text: texts.markdown(release).trim(),
    demonstration: site.demonstration ?? null,
  };
}
