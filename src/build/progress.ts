/**
 * Tells how far a build is, in lines that a screen reader and a log can bear: none in the first second, then one every two seconds at
 * most.
 */
export interface Progress {
  /** Begins a phase; `total` is how many steps it has, where that is known. */
  begin: (phase: string, total?: number) => void;
  /** Says how many steps of the phase are done. */
  tell: (done: number) => void;
}

const FIRST = 1000;
const EVERY = 2000;

/** Progress printed by `print`, measured by a clock in milliseconds. */
export function createProgress(print: (line: string) => void, clock: () => number): Progress {
  const started = clock();
  let last = started + FIRST - EVERY;
  let current = { phase: "", total: 0, since: started };
  return {
    begin: (phase, total = 0) => {
      current = { phase, total, since: clock() };
    },
    tell: (done) => {
      const now = clock();
      if (now - last < EVERY) return;
      last = now;
      const rate = Math.round(done / Math.max((now - current.since) / 1000, 0.001));
      print(`${current.phase}: ${german(done)}${current.total > 0 ? ` von ${german(current.total)}` : ""} (${german(rate)} je Sekunde)`);
    },
  };
}

function german(count: number): string {
  return count.toLocaleString("de-DE");
}
