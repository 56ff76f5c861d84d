import { copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../disk/digest.ts";
import type { BuiltSite } from "./built-site.ts";
import { CODINGS, type Compressed, isCompressed, RECIPE } from "./compression.ts";
import type { ServerFile } from "./servers/served.ts";

/** What a host holds or shall hold: a key for each file, by its path; two files of one key have the same bytes. */
export type Holdings = ReadonlyMap<string, string>;

/** A file of a package: where it comes from, or its content. */
interface Item {
  path: string;
  key: string;
  from: { source: string; sha256: string; coding?: (typeof CODINGS)[number] } | { content: string | Uint8Array };
}

/** All files that a host shall hold, and how to lay those of them that it lacks into a folder. */
export interface Package {
  holdings: Holdings;
  /** Lays the files of these paths into an empty folder. */
  lay: (paths: readonly string[], folder: string) => Promise<void>;
}

/** How the files of a site lie on a host. */
export interface Layout {
  /** The folder of the site, and of what a server is told; each ends on a slash, or is empty. */
  site: string;
  server: string;
  /** The path that precedes all addresses, where the files lie below it; ends on a slash, or is empty. */
  prefix: string;
  /** True to lay a compressed form beside each text. */
  isCompressed: boolean;
  /** Files of the site that the host answers without. */
  leavesOut: (path: string) => boolean;
}

/** Packs a site for a host. */
export function pack(site: BuiltSite, serverFiles: readonly ServerFile[], layout: Layout, compressed: Compressed): Package {
  const items = new Map<string, Item>();
  const add = (item: Item) => items.set(item.path, item);
  for (const { path, sha256: sum, size } of site.files) {
    if (layout.leavesOut(path)) continue;
    const source = join(site.folder, path);
    const place = `${layout.site}${layout.prefix}${path}`;
    // Half of a SHA-256 tells two contents apart.
    const key = sum.slice(0, 32);
    add({ path: place, key, from: { source, sha256: sum } });
    if (!layout.isCompressed || !isCompressed(path, size)) continue;
    for (const coding of CODINGS)
      add({ path: `${place}.${coding}`, key: `${key}.${coding}${RECIPE}`, from: { source, sha256: sum, coding } });
  }
  for (const { path, place, content } of serverFiles)
    add({ path: `${place === "root" ? layout.site : layout.server}${path}`, key: sha256(content).slice(0, 32), from: { content } });
  return {
    holdings: new Map(Array.from(items, ([path, { key }]) => [path, key])),
    lay: async (paths, folder) => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const wanted = paths.flatMap((path) => items.get(path) ?? []);
      const toCompress = wanted.flatMap(({ path, from }) =>
        "source" in from && from.coding ? [{ path, source: from.source, sha256: from.sha256, coding: from.coding }] : [],
      );
      const made = await compressed.make(toCompress);
      const sources = new Map(toCompress.map(({ path }, index) => [path, made[index] ?? ""]));
      for (const { path, from } of wanted) {
        const target = join(folder, path);
        mkdirSync(dirname(target), { recursive: true });
        if ("content" in from) writeFileSync(target, from.content);
        else linkOrCopy(sources.get(path) ?? from.source, target);
      }
    },
  };
}

/** What is to be done so that a host holds what it shall: paths that come anew, that change, and that go. */
export interface Difference {
  added: string[];
  changed: string[];
  gone: string[];
}

/** Compares what a host holds with what it shall hold. */
export function compareHoldings(have: Holdings, want: Holdings): Difference {
  const difference: Difference = { added: [], changed: [], gone: [] };
  for (const [path, key] of want) {
    const known = have.get(path);
    if (known === undefined) difference.added.push(path);
    else if (known !== key) difference.changed.push(path);
  }
  for (const path of have.keys()) if (!want.has(path)) difference.gone.push(path);
  return difference;
}

/** Writes holdings as a text, a line each. */
export function printHoldings(holdings: Holdings): string {
  return Array.from(holdings, ([path, key]) => `${key}\t${path}\n`).join("");
}

/** Reads holdings; undefined where the text is cut off or says anything else. */
export function parseHoldings(text: string): Holdings | undefined {
  const lines = text.split("\n");
  if (lines.pop() !== "") return undefined;
  const holdings = new Map<string, string>();
  for (const line of lines) {
    const [key, path, ...rest] = line.split("\t");
    if (!key || !path || rest.length > 0) return undefined;
    holdings.set(path, key);
  }
  return holdings;
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
