import type { Entry } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";
import { isoInstant } from "../dates.ts";

/** What two releases have in common. */
export interface Reason {
  kind: "person" | "place" | "topic";
  entry: Entry;
}

/** An earlier release on the same matter, and why it is shown. */
export interface Related {
  release: Pick<Release, "address" | "title" | "date" | "reconstructed">;
  reason: Reason;
}

/** How many a release shows. */
const SHOWN = 5;

/** How many of an entry's newest earlier releases are looked at: this bounds the work for every release, whatever the archive's size. */
const WINDOW = 30;

/** An entry in about every third earlier release or more, such as the city itself, says nothing. */
const RARITY_MIN = 2;

/** What stands in earlier releases under one entry: how many, and the newest of them by their places in the list. */
interface Holding {
  count: number;
  newest: number[];
}

/**
 * The earlier releases that share people, places and topics with each release, the rarest first, by the release's id.
 * `releases` are of one language, newest first (of one moment in the order of their ids). Only days before a release's own count, for
 * candidates and rarity alike: so a newer release changes no list.
 */
export function findRelated(releases: readonly Release[], timeZone: string): ReadonlyMap<string, readonly Related[]> {
  const oldestFirst = releases.filter((release) => !release.withdrawn).reverse();
  const days = oldestFirst.map((release) => dayOf(release, timeZone));
  const holdings = new Map<Entry, Holding>();
  const reasons = oldestFirst.map(createReasons());
  const shown = oldestFirst.map(({ address, title, date, reconstructed }) => ({ address, title, date, reconstructed }));
  const scores = createScores(shown);
  const found = new Map<string, readonly Related[]>();
  let earlier = 0;
  oldestFirst.forEach((release, index) => {
    for (; days[earlier] !== days[index]; earlier++)
      if (oldestFirst[earlier]?.state === "public") note(reasons[earlier] as Reason[], earlier, holdings);
    for (const reason of reasons[index] as Reason[]) {
      const holding = holdings.get(reason.entry);
      const rarity = holding ? rarityOf(holding.count, earlier) : 0;
      if (holding && rarity >= RARITY_MIN) for (const candidate of holding.newest) scores.add(candidate, rarity, reason);
    }
    found.set(release.id, scores.take());
  });
  return found;
}

/** The day on which a release was published, in the city's time zone. */
function dayOf({ date, published }: Release, timeZone: string): string {
  const isKnown = published === date.instant && (date.precision === "day" || date.precision === "minute");
  return (isKnown ? date.machine : isoInstant(published, timeZone)).slice(0, 10);
}

/**
 * Counts what speaks for each candidate, by its place in the list; made once, since fifty thousand releases have three hundred candidates
 * each.
 */
function createScores(releases: readonly Related["release"][]): {
  add: (candidate: number, rarity: number, reason: Reason) => void;
  take: () => Related[];
} {
  const score = new Int32Array(releases.length);
  const rarest = new Int32Array(releases.length);
  const reasons = new Array<Reason | undefined>(releases.length);
  const candidates = new Int32Array(releases.length);
  let count = 0;
  return {
    add: (candidate, rarity, reason) => {
      const known = score[candidate] as number;
      if (known === 0) candidates[count++] = candidate;
      score[candidate] = known + rarity;
      // On a tie the first stays: people say more than topics, topics more than places.
      if (rarity <= (rarest[candidate] as number)) return;
      rarest[candidate] = rarity;
      reasons[candidate] = reason;
    },
    take: () => {
      // Who shares more comes first, then who is newer, that is further on in the list: both in one number.
      const best: number[] = [];
      for (let index = 0; index < count; index++) {
        const candidate = candidates[index] as number;
        const rank = (score[candidate] as number) * releases.length + candidate;
        score[candidate] = 0;
        rarest[candidate] = 0;
        if (best.length === SHOWN && rank < (best[SHOWN - 1] as number)) continue;
        let at = best.length;
        while (at > 0 && rank > (best[at - 1] as number)) at--;
        best.splice(at, 0, rank);
        if (best.length > SHOWN) best.pop();
      }
      count = 0;
      return best.map((rank): Related => {
        const candidate = rank % releases.length;
        return { release: releases[candidate] as Related["release"], reason: reasons[candidate] as Reason };
      });
    },
  };
}

/**
 * How rare an entry is, in classes that change with each doubling (a logarithm of base 2, as in tf-idf): single edits of old releases move
 * little.
 */
function rarityOf(count: number, earlier: number): number {
  return Math.floor(Math.log2(earlier + 8)) - Math.floor(Math.log2(count + 1));
}

function note(reasons: readonly Reason[], place: number, holdings: Map<Entry, Holding>): void {
  for (const { entry } of reasons) {
    const holding = holdings.get(entry);
    if (!holding) holdings.set(entry, { count: 1, newest: [place] });
    else {
      holding.count++;
      if (holding.newest.push(place) > WINDOW) holding.newest.shift();
    }
  }
}

/** Says what a release can share with others; the reason of an entry is one for all, since it stands on many pages. */
function createReasons(): (release: Release) => Reason[] {
  const known = new Map<Entry, Reason>();
  const reasonOf = (kind: Reason["kind"], entry: Entry): Reason => {
    let reason = known.get(entry);
    if (!reason) {
      reason = { kind, entry };
      known.set(entry, reason);
    }
    return reason;
  };
  return ({ people, topics, places }) => [
    ...people.map(({ person }) => reasonOf("person", person)),
    ...topics.map((entry) => reasonOf("topic", entry)),
    ...places.map((entry) => reasonOf("place", entry)),
  ];
}
