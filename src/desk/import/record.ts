import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { digest } from "../../disk/digest.ts";
import { inPieces, writeWhole } from "../../disk/whole-file.ts";
import { compareText } from "../../problems.ts";

/** What an import wrote for an item: where, and the digests of the files by their paths in the content folder. */
export interface Written {
  id: string;
  files: Readonly<Record<string, string>>;
}

/** What earlier runs of an import wrote, by the keys of items: so that each keeps its address, and nothing of a person's is touched. */
export interface ImportRecord {
  known: ReadonlyMap<string, Written>;
  /** Notes before anything is written where it will lie. */
  begin: (key: string, id: string) => void;
  keep: (key: string, written: Written) => void;
  forget: (key: string) => void;
  /** True where all that was written for an item is there, and nobody has changed it. */
  isUntouched: (written: Written) => boolean;
  save: () => void;
}

/** Opens the record of an import; lines that are damaged count for nothing. */
export function openRecord(file: string, content: string): ImportRecord {
  const known = new Map<string, Written>();
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  for (const line of before.split("\n")) {
    try {
      const { key, id, files } = JSON.parse(line) as { key: string } & Written;
      if (typeof key === "string" && typeof id === "string") known.set(key, { id, files: { ...known.get(key)?.files, ...files } });
    } catch {
      // An interrupted run may have left half a line.
    }
  }
  const print = ([key, { id, files }]: [string, Written]) => `${JSON.stringify({ key, id, files })}\n`;
  return {
    known,
    begin: (key, id) => {
      if (known.get(key)?.id === id) return;
      known.set(key, { id, files: {} });
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `${JSON.stringify({ key, id })}\n`);
    },
    keep: (key, written) => {
      known.set(key, written);
    },
    forget: (key) => {
      known.delete(key);
    },
    isUntouched: ({ files }) =>
      Object.keys(files).length > 0 &&
      Object.entries(files).every(([path, was]) => existsSync(join(content, path)) && digest(readFileSync(join(content, path))) === was),
    save: () => {
      const sorted = [...known].sort(([a], [b]) => compareText(a, b));
      const after = [...inPieces(sorted, print)].join("");
      if (sorted.length === 0) rmSync(file, { force: true });
      else if (after !== before) writeWhole(file, after);
    },
  };
}
