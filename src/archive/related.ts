import { type Entry, nameIn } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";
import { isoInstant } from "../dates.ts";
import { fill } from "../messages.ts";

/** What two releases have in common. */
export interface Reason {
  kind: "person" | "place" | "topic";
  entry: Entry;
  /** What they have in common beside it, where neither says enough by itself. */
  and: Reason | undefined;
}

/** The release that another says it follows. */
export interface Followed {
  release: Related["release"];
  reason: { kind: "followed" };
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

/** An entry in about every third earlier release or more, such as the city itself, says nothing, not even together with another. */
const RARITY_MIN = 2;

/** What stands in more than about sixty earlier releases (a power of 2 in the archive's size) says nothing alone. */
const COMMON = 5;

/** What stands in earlier releases under one entry: how many, and the newest of them by their places in the list. */
interface Holding {
  count: number;
  newest: number[];
  reason: Reason;
}

/** What stands under each entry, and under two of them at once. */
interface Holdings {
  alone: Map<Entry, Holding>;
  together: Map<Entry, Map<Entry, Holding>>;
}

/**
 * The earlier releases that share people, places and topics with each release, the rarest first, by the release's id.
 * `releases` are of one language, newest first (of one moment in the order of their ids). Only days before a release's own count, for
 * candidates and rarity alike: so a newer release changes no list.
 */
export function findRelated(releases: readonly Release[], timeZone: string): ReadonlyMap<string, readonly Related[]> {
  const oldestFirst = releases.filter((release) => !release.withdrawn).reverse();
  const days = oldestFirst.map((release) => dayOf(release, timeZone));
  const holdings: Holdings = { alone: new Map(), together: new Map() };
  const reasons = oldestFirst.map(createReasons());
  const shown = oldestFirst.map(({ address, title, date, reconstructed }) => ({ address, title, date, reconstructed }));
  const scores = createScores(shown);
  const found = new Map<string, readonly Related[]>();
  let earlier = 0;
  oldestFirst.forEach((release, index) => {
    for (; days[earlier] !== days[index]; earlier++)
      if (oldestFirst[earlier]?.state === "public") note(reasons[earlier] as Reason[], earlier, holdings);
    const own = reasons[index] as Reason[];
    for (const reason of own) {
      const holding = holdings.alone.get(reason.entry);
      const rarity = holding ? rarityOf(holding.count, earlier) : 0;
      if (holding && rarity >= leastRarity(earlier)) for (const candidate of holding.newest) scores.add(candidate, rarity, reason);
    }
    // What is too common alone may say something together: the same topic at the same place.
    for (const [first, second] of pairsOf(own, (entry) => isMiddling(holdings.alone.get(entry), earlier))) {
      const holding = holdings.together.get(first.entry)?.get(second.entry);
      const rarity = holding ? rarityOf(holding.count, earlier) : 0;
      if (holding && rarity >= leastRarity(earlier)) for (const candidate of holding.newest) scores.add(candidate, rarity, holding.reason);
    }
    found.set(release.id, scores.take());
  });
  return found;
}

/** What a release says that it follows stands before all that is guessed. */
export function withFollowed({ followed }: Release, guessed: readonly Related[]): readonly (Related | Followed)[] {
  if (!followed) return guessed;
  const others = guessed.filter(({ release }) => release.address !== followed.address);
  const { address, title, date, reconstructed } = followed;
  return [{ release: { address, title, date, reconstructed }, reason: { kind: "followed" as const } }, ...others].slice(0, SHOWN);
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
  if (count * 3 >= earlier + 8) return 0;
  return Math.floor(Math.log2(earlier + 8)) - Math.floor(Math.log2(count + 1));
}

/** How rare an entry must be to say something by itself: in a large archive, much rarer than in a small one. */
function leastRarity(earlier: number): number {
  return Math.max(RARITY_MIN, Math.floor(Math.log2(earlier + 8)) - COMMON);
}

/** True for what says nothing alone but may together with something else. */
function isMiddling(holding: Holding | undefined, earlier: number): boolean {
  const rarity = holding ? rarityOf(holding.count, earlier) : earlier;
  return rarity >= RARITY_MIN && rarity < leastRarity(earlier);
}

/** Each topic of a release with each of its people and places, of those that pass. */
function pairsOf(reasons: readonly Reason[], passes: (entry: Entry) => boolean): [topic: Reason, other: Reason][] {
  const passing = reasons.filter(({ entry }) => passes(entry));
  const others = passing.filter(({ kind }) => kind !== "topic");
  if (others.length === 0) return [];
  return passing.filter(({ kind }) => kind === "topic").flatMap((topic) => others.map((other): [Reason, Reason] => [topic, other]));
}

function note(reasons: readonly Reason[], place: number, { alone, together }: Holdings): void {
  for (const reason of reasons) noteIn(alone, reason.entry, place, reason);
  for (const [topic, other] of pairsOf(reasons, (entry) => isMiddling(alone.get(entry), place))) {
    let holdings = together.get(topic.entry);
    if (!holdings) {
      holdings = new Map();
      together.set(topic.entry, holdings);
    }
    noteIn(holdings, other.entry, place, topic, other);
  }
}

function noteIn(holdings: Map<Entry, Holding>, entry: Entry, place: number, reason: Reason, and?: Reason): void {
  const holding = holdings.get(entry);
  // The reason of a pair is one for all, since it stands on many pages.
  if (!holding) holdings.set(entry, { count: 1, newest: [place], reason: and ? { ...reason, and } : reason });
  else {
    holding.count++;
    if (holding.newest.push(place) > WINDOW) holding.newest.shift();
  }
}

/** Says why a release is shown, in the words of a language. */
export function sayReason({ kind, entry, and }: Reason, words: Record<Reason["kind"], string>, language: string): string {
  const said = fill(words[kind], { name: nameIn(entry, language) });
  return and ? `${said}, ${sayReason(and, words, language)}` : said;
}

/** Says what a release can share with others; the reason of an entry is one for all, since it stands on many pages. */
function createReasons(): (release: Release) => Reason[] {
  const known = new Map<Entry, Reason>();
  const reasonOf = (kind: Reason["kind"], entry: Entry): Reason => {
    let reason = known.get(entry);
    if (!reason) {
      reason = { kind, entry, and: undefined };
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
