import { closeSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file of the cache as a whole or not at all, also where another process writes or reads it; what is in its way goes. What is
 * large comes in pieces.
 */
export function writeWhole(file: string, content: string | Uint8Array | (() => Iterable<string>)): void {
  const part = `${file}.${process.pid}.part`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (typeof content === "function") writePieces(part, content());
    else writeFileSync(part, content);
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Writes a file piece by piece: all of a large one at once would be in memory twice, as text and as bytes. */
export function writePieces(file: string, pieces: Iterable<string | Uint8Array>): void {
  const target = openSync(file, "w");
  try {
    for (const piece of pieces) writeFileSync(target, piece);
  } finally {
    closeSync(target);
  }
}

/** How many lines make a piece. */
const PIECE = 5000;

/** Prints values and joins what is printed to pieces that are worth writing. */
export function* inPieces<T>(values: Iterable<T>, print: (value: T) => string): Generator<string> {
  let lines: string[] = [];
  for (const value of values) {
    if (lines.push(print(value)) < PIECE) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}

/** True for the name of a part that `writeWhole` has begun and that nobody is writing any more. */
export function isAbandoned(name: string): boolean {
  const pid = Number(/\.(\d+)\.part$/.exec(name)?.[1]);
  return pid > 0 && !isRunning(pid);
}

/** True while a process of this number is at work on this computer. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}
