import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { listFiles } from "../../content/files.ts";
import type { Source } from "./item.ts";
import type { Mapping } from "./mapping.ts";
import { dump, isOwnRow } from "./sources/dump.ts";
import { feeds } from "./sources/feeds.ts";
import { markdownFiles } from "./sources/markdown-files.ts";
import { rows } from "./sources/rows.ts";
import { savedPages } from "./sources/saved-pages.ts";
import { readRows } from "./sources/tables.ts";
import { typo3 } from "./sources/typo3.ts";
import { wordpress } from "./sources/wordpress.ts";

/** The kind of a source. */
export type Kind = Mapping["source"];

/** A source as somebody named it: its kind, its files from a folder on, and the folder in which pictures may lie. */
export interface Recognized {
  kind: Kind;
  files: readonly string[];
  folder: string;
}

/** What each kind is called, for messages. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  wordpress: "ein Export von WordPress (WXR)",
  typo3: "ein Export der Tabellen von TYPO3 news",
  feed: "ein Feed (RSS oder Atom)",
  markdown: "ein Ordner mit Markdown (Hugo, Jekyll)",
  html: "ein Ordner gespeicherter Seiten (HTML)",
  rows: "eine Tabelle (CSV, JSON Lines oder JSON)",
  dump: "die Daten eines Archivs wie diesem (/daten/)",
};

/** Finds out what a source is; throws in German where it is nothing that can be imported, or not what somebody `said`. */
export async function recognize(path: string, said: Kind | undefined): Promise<Recognized> {
  if (!existsSync(path)) throw new Error(`${path}: Das gibt es nicht. Prüfen Sie Namen und Ordner.`);
  const found = statSync(path).isDirectory() ? await inFolder(path) : await ofFile(path);
  if (said !== undefined && found?.kind !== said && !canBe(said, found?.kind))
    throw new Error(
      `${path}: Das ist nicht ${KIND_NAMES[said]}${found ? `, sondern ${KIND_NAMES[found.kind]}` : ""}. Es wurde nichts übernommen.`,
    );
  if (!found) throw new Error(`${path}: Das lässt sich nicht übernehmen. Möglich sind: ${Object.values(KIND_NAMES).join("; ")}.`);
  return { ...found, kind: said ?? found.kind };
}

/** True where what looks like one kind may well be read as another. */
function canBe(said: Kind, found: Kind | undefined): boolean {
  return (
    (said === "rows" && (found === "dump" || found === "typo3")) ||
    (said === "typo3" && found === "rows") ||
    (said === "html" && found === "markdown")
  );
}

/** Opens a source by a mapping. */
export function openSource(
  { kind, files, folder }: Recognized,
  mapping: Pick<Partial<Mapping>, "columns" | "format" | "selectors" | "address" | "languages">,
): Source {
  const only = files.length === 1 && dirname(files[0] ?? "") !== "." ? files[0] : undefined;
  switch (kind) {
    case "wordpress":
      return wordpress(files);
    case "typo3":
      return typo3(files, mapping.languages);
    case "feed":
      return feeds(files);
    case "rows":
      return rows(files, { columns: mapping.columns, format: mapping.format });
    case "dump":
      return dump(files);
    case "html":
      return savedPages(folder, { selectors: mapping.selectors, address: mapping.address });
    case "markdown":
      return markdownFiles(folder, only === undefined || files.length !== 1 ? undefined : relative(folder, only));
  }
}

async function ofFile(file: string): Promise<Recognized | undefined> {
  const folder = dirname(file);
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
  const head = headOf(file);
  if (head.startsWith("PK")) throw new Error(`${file}: Das ist ein ZIP-Archiv. Entpacken Sie es, und nennen Sie, was darin liegt.`);
  if (head.startsWith("\x1f\x8b")) throw new Error(`${file}: Das ist gepackt (gzip). Entpacken Sie es, und nennen Sie, was darin liegt.`);
  if (/wordpress\.org\/export\/|<wp:wxr_version/.test(head)) return { kind: "wordpress", files: [file], folder };
  if (/<(rss|feed|rdf:RDF|atom:feed)[\s>]/.test(head)) return { kind: "feed", files: [file], folder };
  if (/^(jsonl|ndjson|csv|tsv|json)$/.test(ending)) return { kind: await kindOfTable(file, head), files: [file], folder };
  if (/^(md|markdown)$/.test(ending)) return { kind: "markdown", files: [file], folder };
  return undefined;
}

async function kindOfTable(file: string, head: string): Promise<Kind> {
  if (/tx_news_domain_model_news/.test(basename(file) + head) || /^\W*uid\W+pid\W.*\bbodytext\b/m.test(head)) return "typo3";
  if (!/\.jsonl$/.test(file)) return "rows";
  for await (const { row } of readRows(file, [])) return isOwnRow(row) ? "dump" : "rows";
  return "rows";
}

async function inFolder(folder: string): Promise<Recognized | undefined> {
  const inner = [folder, join(folder, "daten")].find(
    (one) => existsSync(one) && listFiles(one, () => false).files.some((name) => /^meldungen-\d{4}\.jsonl$/.test(name)),
  );
  if (inner !== undefined) {
    const files = listFiles(inner, () => false).files.filter((name) => /^meldungen-\d{4}\.jsonl$/.test(name));
    return { kind: "dump", files: files.map((name) => join(inner, name)), folder: inner };
  }
  const names = listFiles(folder, (path) => !/(^|\/)(node_modules|\.[^/]+)(\/|$)/.test(path)).files;
  const having = (pattern: RegExp) => names.filter((name) => pattern.test(name)).map((name) => join(folder, name));
  const tables = having(/\.(csv|tsv|json|jsonl|ndjson)$/i);
  if (tables.some((name) => /tx_news_domain_model_news\b/.test(basename(name)) || /tx_news_domain_model_news/.test(headOf(name))))
    return { kind: "typo3", files: tables, folder };
  if (having(/\.(md|markdown)$/i).length > 0) return { kind: "markdown", files: having(/\.(md|markdown)$/i), folder };
  const xml = having(/\.(xml|rss|atom)$/i);
  const exports = xml.filter((name) => /wordpress\.org\/export\/|<wp:wxr_version/.test(headOf(name)));
  if (exports.length > 0) return { kind: "wordpress", files: exports, folder };
  const feedFiles = xml.filter((name) => /<(rss|feed|rdf:RDF|atom:feed)[\s>]/.test(headOf(name)));
  if (feedFiles.length > 0) return { kind: "feed", files: feedFiles, folder };
  if (having(/\.x?html?$/i).length > 0) return { kind: "html", files: having(/\.x?html?$/i), folder };
  if (tables.length > 0) return { kind: "rows", files: tables, folder };
  return undefined;
}

/** The beginning of a file, its bytes as characters. */
function headOf(file: string): string {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.toString("latin1", 0, readSync(handle, bytes, 0, bytes.length, 0)).replaceAll("\0", "");
  } finally {
    closeSync(handle);
  }
}
