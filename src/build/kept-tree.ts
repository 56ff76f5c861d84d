import { outputFile } from "../addresses.ts";
import { compareText } from "../problems.ts";
import { type ManifestEntry, type PageKind, writeManifest } from "./manifest.ts";
import { hashIn, isMadeOf, readRecord, writeRecord } from "./record.ts";
import { discard, restoreTree } from "./tree.ts";

/** Where a tree stands, the live one that it is restored from, and the file of the record that both are compared with. */
export interface TreeTask {
  tree: string;
  live: string;
  file: string;
}

/** A page to be published: its kind and address, and the name of what it is made of. */
export type NamedPage = Pick<ManifestEntry, "kind" | "address"> & { inputs: string };

/** A tree of a site and the record of what was made of what: it holds no more than these, so that it can stand in a thread of its own. */
export interface KeptTree {
  /** Is told pages, in several parts or at once. */
  add: (pages: Iterable<NamedPage>) => void;
  /** Takes away what is not made of the same any more; answers with a byte for each page, in the order in which they were told: 1 where it has to be made. */
  settle: () => Uint8Array;
  /** Brings the pages settled into the order of the manifest, which else `finish` does: for a thread that waits. */
  prepare: () => void;
  /** Writes the manifest of all pages settled, and of `others` that stay beside them, and keeps the record; `made` are the lines of the record for the pages that were to be made, in their order. */
  finish: (made: readonly string[], others: readonly ManifestEntry[]) => void;
}

/** Brings a tree to the state of the last build and keeps what it knows of it. */
export function keepTree({ tree, live, file }: TreeTask): KeptTree {
  const record = readRecord(file);
  const present = restoreTree(tree, live, record);
  const settled: SettledPage[] = [];
  let ordered: typeof settled = [];
  return {
    add: (pages) => {
      for (const { kind, address, inputs } of pages) {
        const path = outputFile(address);
        const line = (present.has(path) && record.get(path)) || "";
        const isSame = isMadeOf(line, inputs);
        if (isSame) present.delete(path);
        settled.push(new SettledPage(kind, address, isSame ? line : ""));
      }
    },
    settle: () => {
      ordered = settled;
      discard(tree, present);
      present.clear();
      record.clear();
      return Uint8Array.from(settled, ({ line }) => Number(line === ""));
    },
    prepare: () => {
      ordered = [...settled].sort((a, b) => compareText(a.address, b.address));
    },
    finish: (made, others) => {
      let next = 0;
      for (const file of settled) file.line ||= made[next++] ?? "";
      writeManifest(ordered, tree, others);
      writeRecord(file, pathsOf(ordered));
    },
  };
}

/** An entry of the manifest by the line of its record, which is empty as long as the page has to be made. There are many, so each holds no more than it must. */
class SettledPage implements ManifestEntry {
  readonly kind: PageKind;
  readonly address: string;
  line: string;

  constructor(kind: PageKind, address: string, line: string) {
    this.kind = kind;
    this.address = address;
    this.line = line;
  }

  get sha256(): string {
    return hashIn(this.line);
  }
}

function* pathsOf(pages: readonly SettledPage[]): Generator<{ path: string; line: string }> {
  for (const { address, line } of pages) yield { path: outputFile(address), line };
}
