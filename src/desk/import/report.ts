/** What became of an item. */
export type Outcome = "written" | "refused" | "left out";

/** How often something happened, what to do about it, and examples of where. */
interface Tally {
  count: number;
  remedy: string | undefined;
  places: string[];
}

/** Counts what an import does, by reasons in German. */
export interface Report {
  read: () => void;
  written: (place: string) => void;
  refuse: (reason: string, remedy: string, place: string) => void;
  /** Notes that what was written had to go again. */
  takeBack: (reason: string, remedy: string, place: string) => void;
  leaveOut: (reason: string, place: string, remedy?: string) => void;
  /** Notes what was changed in a text that is taken. */
  mend: (what: string, place: string, times?: number) => void;
  counts: () => { read: number; written: number; refused: number; leftOut: number };
  print: () => string[];
}

/** Most examples of a reason. */
const EXAMPLES = 3;

/** A report that begins. */
export function createReport(): Report {
  let read = 0;
  let written = 0;
  const refused = new Map<string, Tally>();
  const leftOut = new Map<string, Tally>();
  const mended = new Map<string, Tally>();
  const add = (
    tallies: Map<string, Tally>,
    reason: string,
    { place, remedy, times = 1 }: { place: string; remedy?: string; times?: number },
  ) => {
    const tally = tallies.get(reason) ?? { count: 0, remedy, places: [] };
    tally.count += times;
    if (tally.places.length < EXAMPLES && tally.places.at(-1) !== place) tally.places.push(place);
    tallies.set(reason, tally);
  };
  const sum = (tallies: ReadonlyMap<string, Tally>) => [...tallies.values()].reduce((total, { count }) => total + count, 0);
  return {
    read: () => {
      read++;
    },
    written: () => {
      written++;
    },
    refuse: (reason, remedy, place) => add(refused, reason, { place, remedy }),
    takeBack: (reason, remedy, place) => {
      written--;
      add(refused, reason, { place, remedy });
    },
    leaveOut: (reason, place, remedy) => add(leftOut, reason, remedy === undefined ? { place } : { place, remedy }),
    mend: (what, place, times = 1) => add(mended, what, { place, times }),
    counts: () => ({ read, written, refused: sum(refused), leftOut: sum(leftOut) }),
    print: () => {
      const total = `Gelesen ${read} = übernommen ${written} + abgewiesen ${sum(refused)} + weggelassen ${sum(leftOut)}.`;
      const most = sorted(new Map([...refused, ...[...leftOut].filter(([, { remedy }]) => remedy !== undefined)])).slice(0, 3);
      const first = most.map(([reason, { count, remedy }], index) => `  ${index + 1}. ${count}-mal: ${reason} ${remedy ?? ""}`.trimEnd());
      return [
        total,
        ...(first.length > 0 ? ["", "Was am häufigsten zu tun ist:", ...first] : []),
        ...section("Abgewiesen", refused),
        ...section("Weggelassen", leftOut),
        ...section("Beim Übernehmen geändert", mended),
      ];
    },
  };
}

function section(title: string, tallies: ReadonlyMap<string, Tally>): string[] {
  if (tallies.size === 0) return [];
  const width = String(Math.max(...[...tallies.values()].map(({ count }) => count))).length;
  const lines = sorted(tallies).flatMap(([reason, { count, places, remedy }]) => [
    `  ${String(count).padStart(width)}  ${reason}`,
    ...(remedy === undefined ? [] : [`  ${" ".repeat(width)}  ${remedy}`]),
    `  ${" ".repeat(width)}  Zum Beispiel: ${places.join("; ")}`,
  ]);
  return ["", `${title}:`, ...lines];
}

function sorted(tallies: ReadonlyMap<string, Tally>): [string, Tally][] {
  return [...tallies].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
}
