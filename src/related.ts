import { isoInstant } from "./dates.ts";
import { compareText } from "./problems.ts";
import type { Entry } from "./registers.ts";
import type { Release } from "./release/release.ts";

/** What two releases have in common. */
export interface Reason {
  kind: "person" | "place" | "topic";
  entry: Entry;
}

/** An earlier release on the same matter, and why it is shown. */
export interface Related {
  release: Pick<Release, "address" | "title" | "date">;
  reason: Reason;
}

/** How many a release shows. */
const SHOWN = 5;

/** How many of an entry's newest earlier releases are looked at: this bounds the work for every release, whatever the archive's size. */
const WINDOW = 30;

/** An entry in about every third earlier release or more, such as the city itself, says nothing. */
const RARITY_MIN = 2;

/** What stands in earlier releases under one entry. */
interface Holding {
  count: number;
  newest: Release[];
}

/**
 * The earlier releases that share people, places and topics with each release, the rarest first, by the release's id.
 * `releases` are of one language, newest first. Only days before a release's own count, for candidates and rarity alike: so a newer release changes no list.
 */
export function findRelated(releases: readonly Release[], timeZone: string): ReadonlyMap<string, readonly Related[]> {
  const holdings = new Map<string, Holding>();
  const found = new Map<string, readonly Related[]>();
  const oldestFirst = releases.filter((release) => !release.withdrawn).reverse();
  const days = oldestFirst.map(({ published }) => isoInstant(published, timeZone).slice(0, 10));
  let earlier = 0;
  oldestFirst.forEach((release, index) => {
    for (; days[earlier] !== days[index]; earlier++) note(oldestFirst[earlier] as Release, holdings);
    found.set(release.id, relatedTo(release, holdings, earlier));
  });
  return found;
}

function relatedTo(release: Release, holdings: ReadonlyMap<string, Holding>, earlier: number): Related[] {
  const candidates = new Map<Release, { score: number; rarest: number; reason: Reason }>();
  for (const reason of reasonsOf(release)) {
    const holding = holdings.get(keyOf(reason));
    const rarity = holding ? rarityOf(holding.count, earlier) : 0;
    if (!holding || rarity < RARITY_MIN) continue;
    for (const other of holding.newest) {
      const known = candidates.get(other);
      if (!known) candidates.set(other, { score: rarity, rarest: rarity, reason });
      else {
        known.score += rarity;
        // On a tie the first stays: people say more than topics, topics more than places.
        if (rarity > known.rarest) Object.assign(known, { rarest: rarity, reason });
      }
    }
  }
  return [...candidates]
    .sort(([a, { score: first }], [b, { score: second }]) => second - first || b.published - a.published || compareText(a.id, b.id))
    .slice(0, SHOWN)
    .map(([{ address, title, date }, { reason }]) => ({ release: { address, title, date }, reason }));
}

/** How rare an entry is, in classes that change with each doubling (a logarithm of base 2, as in tf-idf): single edits of old releases move little. */
function rarityOf(count: number, earlier: number): number {
  return Math.floor(Math.log2(earlier + 8)) - Math.floor(Math.log2(count + 1));
}

function note(release: Release, holdings: Map<string, Holding>): void {
  if (release.state !== "public") return;
  for (const reason of reasonsOf(release)) {
    const key = keyOf(reason);
    const holding = holdings.get(key);
    if (!holding) holdings.set(key, { count: 1, newest: [release] });
    else {
      holding.count++;
      if (holding.newest.push(release) > WINDOW) holding.newest.shift();
    }
  }
}

function reasonsOf({ people, topics, places }: Release): Reason[] {
  return [
    ...people.map(({ person }): Reason => ({ kind: "person", entry: person })),
    ...topics.map((entry): Reason => ({ kind: "topic", entry })),
    ...places.map((entry): Reason => ({ kind: "place", entry })),
  ];
}

function keyOf({ kind, entry }: Reason): string {
  return `${kind} ${entry.id}`;
}
