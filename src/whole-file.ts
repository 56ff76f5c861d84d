import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file of the cache as a whole or not at all, also where another process writes or reads it; what is in its way goes. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const part = `${file}.${process.pid}.part`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(part, content);
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** True for the name of a part that `writeWhole` has begun and that nobody is writing any more. */
export function isAbandoned(name: string): boolean {
  const pid = Number(/\.(\d+)\.part$/.exec(name)?.[1]);
  return pid > 0 && !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}
