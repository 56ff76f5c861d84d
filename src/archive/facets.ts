import type { FacetName } from "../addresses.ts";
import type { Entry, Registers } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";
import type { Archive } from "./archive.ts";

/**
 * A way to browse beside time: the entries of a register, and which of them a release belongs to.
 * `isDivided` entries show their newest releases and years with counts; the others list everything by year.
 */
export interface Facet {
  name: FacetName;
  isDivided: boolean;
  /** Only people in public office have a page. */
  hasPage: (entry: Entry) => boolean;
  entriesOf: (release: Release, registers: Registers) => readonly Entry[];
}

/** The facet table, in the order of the navigation. */
export const FACETS: readonly Facet[] = [
  { name: "topics", isDivided: true, hasPage: () => true, entriesOf: (release, registers) => withBroader(release, registers) },
  {
    name: "departments",
    isDivided: true,
    hasPage: () => true,
    entriesOf: (release) => [release.department, ...release.with.filter((department) => department !== release.department)],
  },
  {
    name: "people",
    isDivided: false,
    hasPage: (entry) => "page" in entry && entry.page === true,
    entriesOf: (release) => release.people.map(({ person }) => person),
  },
  { name: "places", isDivided: false, hasPage: () => true, entriesOf: (release) => release.places },
];

/** An entry that has a page, with its releases in the order given. */
export interface FacetEntry {
  entry: Entry;
  releases: readonly Release[];
}

const grouped = new WeakMap<Archive, Map<readonly Release[], Map<Facet, readonly FacetEntry[]>>>();

/**
 * The entries of a facet that have a page, in the order of their register; grouped once, though lists, feeds and navigation all ask for it.
 * An entry keeps its page when its only releases are withdrawn; in a language other than German it needs a release in it.
 */
export function groupByEntry(facet: Facet, releases: readonly Release[], archive: Archive): readonly FacetEntry[] {
  const lists = grouped.get(archive) ?? new Map<readonly Release[], Map<Facet, readonly FacetEntry[]>>();
  grouped.set(archive, lists);
  const facets = lists.get(releases) ?? new Map<Facet, readonly FacetEntry[]>();
  lists.set(releases, facets);
  const entries = facets.get(facet) ?? group(facet, releases, archive);
  facets.set(facet, entries);
  return entries;
}

function group(facet: Facet, releases: readonly Release[], archive: Archive): FacetEntry[] {
  const groups = new Map<string, Release[]>();
  for (const release of releases) {
    for (const { id } of facet.entriesOf(release, archive.registers)) {
      const of = groups.get(id);
      if (of) of.push(release);
      else groups.set(id, [release]);
    }
  }
  const isMain = releases === archive.listed;
  const register: ReadonlyMap<string, Entry> = archive.registers[facet.name];
  return [...register.values()]
    .filter((entry) => facet.hasPage(entry) && (groups.has(entry.id) || (isMain && archive.used[facet.name].has(entry.id))))
    .map((entry) => ({ entry, releases: groups.get(entry.id) ?? [] }));
}

/** A release under a narrow topic stands under its broader ones too, each once. */
function withBroader(release: Release, registers: Registers): Entry[] {
  const topics = new Set<Entry>();
  for (const topic of release.topics) {
    for (
      let at: typeof topic | undefined = topic;
      at && !topics.has(at);
      at = at.broader === undefined ? undefined : registers.topics.get(at.broader)
    )
      topics.add(at);
  }
  return [...topics];
}
