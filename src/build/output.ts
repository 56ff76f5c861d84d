import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { outputFile } from "../addresses.ts";
import { Locked, takeLock } from "../disk/lock.ts";
import { reasonToStay } from "../disk/mounts.ts";
import { MANIFEST_ADDRESS, type Manifest, parseManifest, VOUCHERS } from "./manifest.ts";
import { filesBelow, placeFiles } from "./placing.ts";

/**
 * A folder of pages that visitors never see half new: what is new is built beside it and put in its place as a whole, or file by file
 * where the folder itself has to stay.
 */
export interface Output {
  /** Where the new site is built. */
  staged: string;
  /** What the live site says of its addresses; undefined where it says nothing that can be read. */
  manifest: Manifest | undefined;
  /** Puts the staged site in the place of the live one. */
  swapIn: () => void;
  /** Gives the output free again; a tree that is not shown becomes the spare. */
  release: () => void;
}

/** The file that shows that a folder was written by this program and may be replaced. */
const MARK = join("assets", "style.css");

/**
 * What to take, and what it must not touch. `spare` is where a tree that is not shown is kept for the next build; `clock` is the real one
 * (ms).
 */
export interface OutputOrder {
  live: string;
  protectedFolders: readonly string[];
  spare?: string;
  clock: number;
}

/**
 * Takes an output folder for one build: repairs what an interrupted one left, and keeps a second build out. Throws in German, before any
 * work is done, when another build is at work or the folder holds something that no build has made.
 */
export function takeOutput({ live, protectedFolders, spare, clock }: OutputOrder): Output {
  const named = resolve(live);
  for (const folder of protectedFolders) {
    // Neither what holds the folder nor what lies in it.
    if (isWithin(resolve(folder), named) || isWithin(named, resolve(folder)))
      throw new Error(`OUTPUT=${live} würde ${folder} überschreiben. Wählen Sie einen eigenen Ordner für die fertigen Seiten.`);
  }
  const target = targetOf(named, live);
  const beside = (kind: string) => join(dirname(target), `.${basename(target)}.${kind}`);
  const [staged, previous] = [beside("staged"), beside("previous")];
  // What a build had begun to put in place before it was killed is its own, too.
  let begun: ReadonlySet<string> = new Set();
  const release = lockOutput(lockOf(target), live, clock);
  try {
    if (!existsSync(target) && existsSync(previous)) renameSync(previous, target);
    // A build that was killed leaves its trees; either serves as well as the spare.
    if (!existsSync(staged)) move(previous, staged);
    if (spare !== undefined && !existsSync(staged)) move(spare, staged);
    begun = ownFiles(readManifest(staged));
    if (spare === undefined) rmSync(staged, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
    if (lstatSync(staged, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(staged);
    if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, MARK)))
      throw new Error(`Im Ordner ${live} liegt etwas, das kein Bau dieses Archivs ist. Wählen Sie einen leeren Ordner.`);
  } catch (thrown) {
    release();
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
  const manifest = readManifest(target);
  return {
    staged,
    manifest,
    swapIn: () => {
      const own = new Set([...ownFiles(manifest), ...begun]);
      if (existsSync(target) && (named !== target || reasonToStay(target) !== undefined || holdsOthers(target, own)))
        placeFiles(staged, target, own);
      else {
        if (existsSync(target)) renameSync(target, previous);
        try {
          renameSync(staged, target);
        } catch (thrown) {
          if (existsSync(previous)) renameSync(previous, target);
          throw thrown;
        }
        keep(previous);
      }
    },
    release: () => {
      keep(staged);
      release();
    },
  };
}

/**
 * Keeps builds out while a finished site is read, and other readers of this kind; answers with what lets them in again. Where nothing can
 * be written beside the site, nobody can build it either. Throws in German where one is at work.
 */
export function holdOutput(live: string, clock: number): () => void {
  const target = targetOf(resolve(live), live);
  try {
    return takeLock(lockOf(target), clock);
  } catch (thrown) {
    if (thrown instanceof Locked) throw occupied(thrown, live);
    const { code = "" } = thrown as NodeJS.ErrnoException;
    if (["EROFS", "EACCES", "EPERM", "ENOENT"].includes(code)) return () => undefined;
    throw thrown;
  }
}

function lockOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.lock`);
}

function occupied({ message }: Locked, live: string): Error {
  return new Error(`Ein anderer Bau oder eine Veröffentlichung ${message} ist gerade mit ${live} beschäftigt. Warten Sie das Ende ab.`);
}

/** The folder that is meant: where OUTPUT is a symbolic link, what it leads to. */
function targetOf(named: string, live: string): string {
  const found = lstatSync(named, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() && !existsSync(named))
    throw new Error(`OUTPUT=${live} ist eine Verknüpfung, die nirgendwohin führt. Legen Sie den Ordner an, auf den sie zeigt.`);
  const target = found ? realpathSync(named) : named;
  if (found && !statSync(target).isDirectory()) throw new Error(`OUTPUT=${live} ist eine Datei. Wählen Sie einen Ordner.`);
  return target;
}

function lockOutput(file: string, live: string, clock: number): () => void {
  try {
    return takeLock(file, clock);
  } catch (thrown) {
    if (thrown instanceof Locked) throw occupied(thrown, live);
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT") throw thrown;
    const remedy = "Prüfen Sie, ob es den Ordner darüber gibt und ob Sie Schreibrechte haben.";
    throw new Error(`Neben ${live} lässt sich nicht schreiben (${code}). ${remedy}`);
  }
}

/** The manifest of a site; undefined where there is none that can be read. */
function readManifest(site: string): Manifest | undefined {
  try {
    return parseManifest(readFileSync(join(site, outputFile(MANIFEST_ADDRESS)), "utf8"));
  } catch {
    return undefined;
  }
}

/** The files of a site that a build has made; none where it has no manifest. */
function ownFiles(manifest: Manifest | undefined): ReadonlySet<string> {
  return new Set(manifest ? [...manifest.entries.map(({ address }) => address), ...VOUCHERS].map(outputFile) : []);
}

/** True where something lies in a live site that no build has made: it must stay where it is. */
function holdsOthers(live: string, own: ReadonlySet<string>): boolean {
  return own.size > 0 && filesBelow(live).some((path) => !own.has(path));
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
