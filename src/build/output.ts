import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isRunning } from "../disk/whole-file.ts";

/** A folder of pages that is replaced as a whole: built beside, swapped in by two renames, so that visitors never meet half a site. */
export interface Output {
  /** Where the new site is built, on the same file system as the live one. */
  staged: string;
  /** Puts the staged site in the place of the live one, which becomes the spare. */
  swapIn: () => void;
  /** Gives the output free again; what is staged and not swapped in becomes the spare. */
  release: () => void;
}

/** The file that shows that a folder was written by this program and may be replaced. */
const MARK = join("assets", "style.css");

/**
 * Takes an output folder for one build: repairs what an interrupted swap left, and keeps a second build out.
 * `spare` is where a tree that is not shown is kept for the next build, which finds it staged; without it, or on another file system, it
 * goes.
 * Throws in German when another build is at work or the folder holds something that no build has made.
 */
export function takeOutput(live: string, protectedFolders: readonly string[], spare?: string): Output {
  const target = resolve(live);
  for (const folder of protectedFolders) {
    // Neither what holds the folder nor what lies in it.
    if (isWithin(resolve(folder), target) || isWithin(target, resolve(folder)))
      throw new Error(`OUTPUT=${live} würde ${folder} überschreiben. Wählen Sie einen eigenen Ordner für die fertigen Seiten.`);
  }
  const beside = (kind: string) => join(dirname(target), `.${basename(target)}.${kind}`);
  const [staged, previous, lock] = [beside("staged"), beside("previous"), beside("lock")];
  takeLock(lock, live);
  try {
    if (!existsSync(target) && existsSync(previous)) renameSync(previous, target);
    // A build that was killed leaves its trees; either serves as well as the spare.
    if (!existsSync(staged)) move(previous, staged);
    if (spare !== undefined && !existsSync(staged)) move(spare, staged);
    if (spare === undefined) rmSync(staged, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
    if (lstatSync(staged, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(staged);
    if (existsSync(target) && !statSync(target).isDirectory()) throw new Error(`OUTPUT=${live} ist eine Datei. Wählen Sie einen Ordner.`);
    if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, MARK))) {
      throw new Error(`Im Ordner ${live} liegt etwas, das kein Bau dieses Archivs ist. Wählen Sie einen leeren Ordner.`);
    }
  } catch (thrown) {
    rmSync(lock, { force: true });
    throw thrown;
  }
  const keep = (tree: string) => {
    if (spare !== undefined && existsSync(tree)) {
      rmSync(spare, { recursive: true, force: true });
      mkdirSync(dirname(spare), { recursive: true });
      move(tree, spare);
    }
    rmSync(tree, { recursive: true, force: true });
  };
  return {
    staged,
    swapIn: () => {
      if (existsSync(target)) renameSync(target, previous);
      try {
        renameSync(staged, target);
      } catch (thrown) {
        if (existsSync(previous)) renameSync(previous, target);
        throw thrown;
      }
      keep(previous);
    },
    release: () => {
      keep(staged);
      rmSync(lock, { force: true });
    },
  };
}

/** Moves a folder where that is a matter of its name; else, or where there is none, nothing happens. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EXDEV" && code !== "EACCES" && code !== "EPERM") throw thrown;
  }
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === "" || (path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path));
}

function takeLock(lock: string, live: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(lock, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === "ENOSPC" || code === "EDQUOT") {
        rmSync(lock, { force: true });
        throw thrown;
      }
      if (code !== "EEXIST")
        throw new Error(
          `Neben ${live} lässt sich nicht schreiben (${code}). ` +
            "Prüfen Sie, ob es den Ordner darüber gibt und ob Sie Schreibrechte haben.",
        );
      const holder = Number(readFileSync(lock, "utf8"));
      if (holder > 0 && holder !== process.pid && isRunning(holder))
        throw new Error(`Ein anderer Bau (Prozess ${holder}) schreibt gerade nach ${live}. Warten Sie, bis er fertig ist.`);
      rmSync(lock, { force: true });
    }
  }
}
