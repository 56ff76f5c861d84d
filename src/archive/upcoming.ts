import { isoInstant, parseDate } from "../dates.ts";
import { compareText } from "../problems.ts";
import { createDateFormat } from "./date-format.ts";
import type { Change, Waiting } from "./ledger.ts";

/** What is said of changes of public texts, before their moment. */
const CHANGES: Readonly<Record<Change["reason"], string>> = {
  correction: "Berichtigung erscheint ab",
  withdrawal: "wird zurückgezogen ab",
  unpinned: "nicht mehr oben auf der Startseite ab",
  over: "ein Termin ist vorbei ab",
};

/** What is not public yet, and what changes by itself: each file with why, those with a moment first, in its order. */
export interface Upcoming {
  lines: readonly string[];
  /** The moment at which the next changes the site (RFC 3339, on the city's clock); undefined where nothing is waiting. */
  next: string | undefined;
  /** The same moment as people write it. */
  nextInWords: string | undefined;
}

/**
 * Says which files are not public, why, what will change of public ones, and when the next of it comes: for the build, and for programs
 * that start it in time.
 */
export function listUpcoming(waiting: readonly Waiting[], timeZone: string): Upcoming {
  const inWords = createMoments(timeZone);
  const sorted = inOrder(waiting);
  const why = ({ reason, from }: Waiting): string => {
    if (reason === "draft") return "Entwurf; öffentlich, sobald die Zeile draft gestrichen ist";
    if (from !== undefined && Object.hasOwn(CHANGES, reason)) return `${CHANGES[reason as Change["reason"]]} ${inWords(from)}`;
    const until = from === undefined ? "" : ` ab ${inWords(from)}`;
    if (reason === "embargoed") return `öffentlich${until}`;
    return from === undefined ? "wartet auf die Meldung, zu der es gehört" : `mit der Meldung, zu der es gehört,${until}`;
  };
  const first = sorted.find(({ from }) => from !== undefined)?.from;
  return {
    lines: sorted.map((one) => `${one.path}  ${why(one)}`),
    next: first === undefined ? undefined : isoInstant(first, timeZone),
    nextInWords: first === undefined ? undefined : inWords(first),
  };
}

/** One thing that waits, for a page: what will become of it, and when (`machine` for programs); no moment where nobody knows it. */
export interface Expected {
  path: string;
  address: string | undefined;
  what: Waiting["reason"];
  from: { machine: string; words: string } | undefined;
}

/** What is not public yet, and what changes by itself, each with its moment, in their order; those without one last. */
export function expect(waiting: readonly Waiting[], timeZone: string): Expected[] {
  const inWords = createMoments(timeZone);
  return inOrder(waiting).map(({ path, address, reason, from }) => ({
    path,
    address,
    what: reason,
    from: from === undefined ? undefined : { machine: isoInstant(from, timeZone), words: inWords(from) },
  }));
}

function inOrder(waiting: readonly Waiting[]): Waiting[] {
  return [...waiting].sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity) || compareText(a.path, b.path));
}

/** Says moments (ms) as people write them, on the city's clock. */
function createMoments(timeZone: string): (instant: number) => string {
  const format = createDateFormat(timeZone);
  return (instant) => {
    const date = parseDate(isoInstant(instant, timeZone), timeZone);
    return "remedy" in date ? isoInstant(instant, timeZone) : `${format(date, "de")}, ${format(date, "de", "time")}`;
  };
}
