import type { FacetName } from "../addresses.ts";
import { type Entry, type Registers, withBroader } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";

/** A way to browse beside time: the entries of a register, and which of them a release belongs to. */
export interface Facet {
  name: FacetName;
  /** True where the list of an entry has a feed of its own. */
  hasFeed: boolean;
  /** True where an entry's page shows its newest releases and years with counts; the others list everything by year. */
  isDivided: boolean;
  /** Only people in public office have a page. */
  hasPage: (entry: Entry) => boolean;
  entriesOf: (release: Release, registers: Registers) => readonly Entry[];
}

/** The facet table, in the order of the navigation. */
export const FACETS: readonly Facet[] = [
  {
    name: "topics",
    hasFeed: true,
    isDivided: true,
    hasPage: () => true,
    // A release under a narrow topic stands under its broader ones too, each once.
    entriesOf: ({ topics }, registers) => [...new Set(topics.flatMap((topic) => withBroader(topic, registers.topics)))],
  },
  {
    name: "departments",
    hasFeed: true,
    isDivided: true,
    hasPage: () => true,
    entriesOf: (release) => [...new Set([release.department, ...release.with])],
  },
  {
    name: "people",
    hasFeed: true,
    isDivided: false,
    hasPage: (entry) => "page" in entry && entry.page === true,
    entriesOf: (release) => release.people.map(({ person }) => person),
  },
  { name: "places", hasFeed: true, isDivided: false, hasPage: () => true, entriesOf: (release) => release.places },
];

/** An entry that has a page, with its releases in the order given. */
export interface FacetEntry {
  entry: Entry;
  releases: readonly Release[];
}

/**
 * The entries of a facet that some of these releases belong to, or whose ids are `kept`, in the order of their register; none that has no
 * page.
 */
export function groupByFacet(
  facet: Facet,
  releases: readonly Release[],
  registers: Registers,
  kept: ReadonlySet<string>,
): readonly FacetEntry[] {
  const groups = new Map<string, Release[]>();
  for (const release of releases) {
    for (const { id } of facet.entriesOf(release, registers)) {
      const group = groups.get(id);
      if (group) group.push(release);
      else groups.set(id, [release]);
    }
  }
  const register: ReadonlyMap<string, Entry> = registers[facet.name];
  return [...register.values()]
    .filter((entry) => facet.hasPage(entry) && (groups.has(entry.id) || kept.has(entry.id)))
    .map((entry) => ({ entry, releases: groups.get(entry.id) ?? [] }));
}
