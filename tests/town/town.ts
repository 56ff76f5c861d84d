import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dayParts, FIRST_YEAR, releaseMoments } from "./calendar.ts";
import { makePeople, makeRoster } from "./people.ts";
import { seeded, shuffled } from "./random.ts";
import { type Plan, writeRelease } from "./release.ts";
import { siteFiles } from "./site-files.ts";

/** How many of what a town has; `bytes` is what its files hold together. */
export interface Counts {
  releases: number;
  corrected: number;
  versions: number;
  withdrawn: number;
  drafts: number;
  embargoed: number;
  aliased: number;
  events: number;
  files: number;
  bytes: number;
}

/** The shares of releases that have something special. */
export const SHARES = { corrected: 0.03, versions: 0.02, withdrawn: 0.01, drafts: 0.003, embargoed: 0.002, aliased: 0.01, events: 0.005 };

function share(count: number, part: number): number {
  return Math.round(count * part);
}

/** Gives exactly `size` of the whole numbers below `count`. */
function chosen(seed: string, what: string, count: number, size: number): Set<number> {
  return new Set(shuffled(seeded(seed, what), count).subarray(0, size));
}

function makePlans(seed: string, count: number, firstYear: number): Plan[] {
  const least = count >= 100 ? 1 : 0;
  const drafts = Math.max(least, share(count, SHARES.drafts));
  const embargoed = Math.max(least, share(count, SHARES.embargoed));
  const withdrawn = share(count, SHARES.withdrawn);
  const corrected = share(count, SHARES.corrected);
  // One order for what excludes each other: nobody corrects a draft.
  const order = shuffled(seeded(seed, "states"), count);
  const place = new Uint32Array(count);
  order.forEach((index, at) => {
    place[index] = at;
  });
  const english = chosen(seed, "versions", count, share(count, SHARES.versions));
  const aliased = chosen(seed, "aliases", count, share(count, SHARES.aliased));
  const events = chosen(seed, "events", count, share(count, SHARES.events));

  const numbers = new Map<number, number>();
  return releaseMoments(seeded(seed, "moments"), count, firstYear).map((moment, index) => {
    const at = place[index] ?? 0;
    const isDraft = at < drafts;
    const { year } = dayParts(moment.day);
    const number = (numbers.get(year) ?? 0) + 1;
    if (!isDraft) numbers.set(year, number);
    const hidden = drafts + embargoed;
    return {
      index,
      moment,
      number: isDraft ? undefined : `${number}/${year}`,
      state: isDraft ? "draft" : at < hidden ? "embargo" : at < hidden + withdrawn ? "withdrawn" : "public",
      corrected: at >= hidden + withdrawn && at < hidden + withdrawn + corrected,
      english: english.has(index),
      aliased: aliased.has(index),
      event: events.has(index),
    };
  });
}

/** Writes a town of `count` releases since `firstYear` into a folder; the same numbers and seed give the same bytes everywhere. */
export function writeTown(folder: string, count: number, seed: string, firstYear = FIRST_YEAR): Counts {
  const people = makePeople(seed);
  const roster = makeRoster(people);
  const made = new Set<string>();
  const counts: Counts = {
    releases: count,
    corrected: 0,
    versions: 0,
    withdrawn: 0,
    drafts: 0,
    embargoed: 0,
    aliased: 0,
    events: 0,
    files: 0,
    bytes: 0,
  };
  const write = (file: { path: string; text: string }): void => {
    const path = join(folder, file.path);
    const parent = dirname(path);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    const bytes = Buffer.from(file.text);
    writeFileSync(path, bytes);
    counts.files++;
    counts.bytes += bytes.length;
  };

  for (const file of siteFiles(seed, people)) write(file);
  const slugs = new Set<string>();
  for (const plan of makePlans(seed, count, firstYear)) {
    for (const file of writeRelease(seed, plan, roster, slugs)) write(file);
    counts.corrected += Number(plan.corrected);
    counts.versions += Number(plan.english);
    counts.withdrawn += Number(plan.state === "withdrawn");
    counts.drafts += Number(plan.state === "draft");
    counts.embargoed += Number(plan.state === "embargo");
    counts.aliased += Number(plan.aliased);
    counts.events += Number(plan.event);
  }
  return counts;
}
