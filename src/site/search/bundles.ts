/** A text to be indexed: the month of its publication (2017-11), and its size in bytes. */
export interface Sized {
  month: string;
  bytes: number;
}

/** The most of a bundle, and of the one that stays open: what is published next is indexed together with the open one only. */
export const LIMITS = { records: 3000, bytes: 10_000_000, openRecords: 400, openBytes: 1_500_000 };

/**
 * Divides texts, the oldest first, into bundles that are indexed each by itself; the last is the open one. A bundle ends with a month, so
 * that a new text changes the open bundle and an edited one its own: only a month that no longer fits moves the bounds after it. The
 * division follows from the texts alone, not from what was indexed before.
 */
export function divideIntoBundles<T extends Sized>(texts: readonly T[], limits = LIMITS): T[][] {
  const closed: T[][] = [];
  let current: T[][] = [];
  for (const month of monthsOf(texts, limits)) {
    if (!fits([...current, month].flat(), limits.records, limits.bytes)) {
      closed.push(current.flat());
      current = [];
    }
    current.push(month);
  }
  const { settled, open } = divideLast(current, limits);
  return [...closed, settled, open].filter((bundle) => bundle.length > 0);
}

/** The months of the last bundle: from the last time that they had grown too many to stay open, they are open. */
function divideLast<T extends Sized>(months: readonly T[][], limits: typeof LIMITS): { settled: T[]; open: T[] } {
  let settled: T[] = [];
  let open: T[] = [];
  for (const month of months) {
    if (open.length > 0 && !fits([...open, ...month], limits.openRecords, limits.openBytes)) {
      settled = [...settled, ...open];
      open = [];
    }
    open = [...open, ...month];
  }
  return { settled, open };
}

/** The texts of each month; a month of more than fits into an open bundle (old holdings of which only the year is known) is divided. */
function monthsOf<T extends Sized>(texts: readonly T[], limits: typeof LIMITS): T[][] {
  const months: T[][] = [];
  for (const text of texts) {
    const last = months.at(-1);
    if (last?.[0]?.month === text.month && fits([...last, text], limits.openRecords, limits.openBytes)) last.push(text);
    else months.push([text]);
  }
  return months;
}

function fits(texts: readonly Sized[], records: number, bytes: number): boolean {
  return texts.length <= records && texts.reduce((sum, text) => sum + text.bytes, 0) <= bytes;
}
