import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { digest } from "../disk/digest.ts";
import { error, FILE_START, type Problem } from "../problems.ts";
import { isByproduct } from "./byproducts.ts";
import { printable } from "./characters.ts";

/** Largest text file in bytes, about a hundred pages. Hostile Markdown takes time with the square of its length: at this size, a second. */
const TEXT_MAX = 200_000;

/** The paths of all files below a folder, with `/` between names and sorted by code unit, and problems for all that is no ordinary file. */
export interface Listing {
  files: string[];
  problems: Problem[];
}

/**
 * Lists every file below a folder, of folders in it (by their path) those that `isEntered`; symbolic links, special files and closed
 * folders become problems, never content.
 */
export function listFiles(root: string, isEntered: (folder: string) => boolean = () => true): Listing {
  const listing: Listing = { files: [], problems: [] };
  enter("");
  return listing;

  function enter(folder: string): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (thrown) {
      listing.problems.push(
        error(
          "folder-unreadable",
          join(root, folder),
          FILE_START,
          `Der Ordner lässt sich nicht lesen (${reason(thrown)}).`,
          "Prüfen Sie, ob es ihn gibt und ob Sie Leserechte haben.",
        ),
      );
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const entry of entries) {
      if (isByproduct(entry.name)) continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const shown = printable(path);
      // Such a name cannot be printed as it is: it could break the line of the message or steer the terminal.
      if (shown !== path) {
        listing.problems.push(
          error(
            "file-name-invisible-character",
            join(root, shown),
            FILE_START,
            "Im Namen steht ein unsichtbares Zeichen (hier als Punkt gezeigt).",
            "Benennen Sie die Datei um.",
          ),
        );
      } else if (entry.isDirectory()) {
        if (isEntered(path)) enter(path);
      } else if (entry.isFile()) listing.files.push(path);
      else {
        const what = entry.isSymbolicLink() ? "eine symbolische Verknüpfung" : "keine gewöhnliche Datei";
        listing.problems.push(
          error(
            "file-not-ordinary",
            join(root, path),
            FILE_START,
            `Das ist ${what}; sie könnte aus dem Archiv hinausführen.`,
            "Legen Sie die Datei selbst hierher.",
          ),
        );
      }
    }
  }
}

/** Reads a file of content; one that is missing, closed or too large is a problem. */
export function readContent(path: string, max = TEXT_MAX): Buffer | Problem {
  try {
    const { size } = statSync(path);
    if (size > max) {
      return error(
        "file-too-large",
        path,
        FILE_START,
        `Die Datei ist größer als ${inKilobytes(max)} (${inKilobytes(size)}).`,
        "Teilen Sie sie auf oder hängen Sie sie als Anlage an.",
      );
    }
    return readFileSync(path);
  } catch (thrown) {
    return error(
      "file-unreadable",
      path,
      FILE_START,
      `Die Datei lässt sich nicht lesen (${reason(thrown)}).`,
      "Prüfen Sie, ob es sie gibt und ob Sie Leserechte haben.",
    );
  }
}

/** A file of content that is read once, when its bytes or the digest of them (undefined where it cannot be read) are asked for. */
export interface OpenFile {
  bytes: () => Buffer | Problem;
  digest: () => string | undefined;
}

/** Opens a file of content. */
export function openFile(path: string): OpenFile {
  let read: Buffer | Problem | undefined;
  const bytes = () => {
    read ??= readContent(path);
    return read;
  };
  return {
    bytes,
    digest: () => {
      const content = bytes();
      return content instanceof Uint8Array ? digest(content) : undefined;
    },
  };
}

/**
 * The size of a file in bytes and its first and last bytes, at most `length` of each: what a file is stands there, and large ones need not
 * be read whole.
 */
export interface Ends {
  size: number;
  head: Buffer;
  tail: Buffer;
}

/** Reads at most `length` bytes from each end of a file; throws where it cannot be read. */
export function readEnds(path: string, length = 65_536): Ends {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const part = (from: number): Buffer => {
      const bytes = Buffer.alloc(Math.min(length, size));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
    };
    return { size, head: part(0), tail: part(Math.max(0, size - length)) };
  } finally {
    closeSync(file);
  }
}

function inKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000).toLocaleString("de-DE")} KB`;
}

/** The reason in German why the file system refused. */
function reason(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code ?? "unbekannter Fehler";
  const known: Record<string, string> = {
    ENOENT: "nicht vorhanden",
    EACCES: "keine Leserechte",
    EPERM: "keine Leserechte",
    EISDIR: "ist ein Ordner",
    ENOTDIR: "ist kein Ordner",
  };
  return known[code] ?? code;
}
