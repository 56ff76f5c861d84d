import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { isRunning } from "./whole-file.ts";

/** Who holds a lock: the computer, the process, and when it began, as the system counts it (empty where the system does not tell). */
interface Holder {
  host: string;
  pid: number;
  began: string;
}

/** Somebody else holds the lock; the message says who, in German, to stand behind "Ein anderer Bau". */
export class Locked extends Error {}

/** How often (ms) a holder shows that it is alive. */
const SIGN_OF_LIFE = 10_000;

/** After how long (ms) without a sign of life a process of another computer, which cannot be asked, counts as gone. */
const SILENCE = 120_000;

/**
 * Takes a lock file and answers with what gives it free. Throws `Locked` where a process that is alive holds it: on this computer one of
 * the same number and beginning, on another one whose file was touched lately. What is left of others, or says anything else, is taken
 * over. `clock` is the real one (ms).
 */
export function takeLock(file: string, clock: number): () => void {
  const own = { host: hostname(), pid: process.pid, began: beginningOf(process.pid) };
  for (let isFirst = true; ; isFirst = false) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: "wx" });
      break;
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === "ENOSPC" || code === "EDQUOT") rmSync(file, { force: true });
      if (code !== "EEXIST" || !isFirst) throw thrown;
      refuseIfHeld(file, own, clock);
      rmSync(file, { force: true });
    }
  }
  const alive = setInterval(() => {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: "r+" });
    } catch {
      // The build itself will tell what the disk lacks.
    }
  }, SIGN_OF_LIFE);
  alive.unref();
  return () => {
    clearInterval(alive);
    rmSync(file, { force: true });
  };
}

function refuseIfHeld(file: string, own: Holder, clock: number): void {
  const holder = readHolder(file);
  if (!holder) return;
  const { host, pid, began } = holder;
  if (host === own.host) {
    if (pid !== own.pid && isRunning(pid) && began === beginningOf(pid)) throw new Locked(`(Prozess ${pid})`);
  } else if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > clock - SILENCE)
    throw new Locked(`(Prozess ${pid} auf dem Rechner ${host}; meldet er sich zwei Minuten lang nicht, gilt er als beendet)`);
}

function readHolder(file: string): Holder | undefined {
  try {
    const { host, pid, began } = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof host === "string" && typeof pid === "number" && typeof began === "string" ? { host, pid, began } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * When a process began, by Linux's count (proc(5), field 22 of `stat`): numbers of processes come again. Empty on other systems, and for
 * a process that has ended and waits for its parent to take note, which in a container may never happen.
 */
function beginningOf(pid: number): string {
  try {
    // The name of the program stands in round brackets and may hold any character.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
    return fields[0] === "Z" ? "" : (fields[19] ?? "");
  } catch {
    return "";
  }
}
