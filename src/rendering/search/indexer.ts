import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readdirSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { SearchRecord } from "../../site/search/record.ts";

/** There is no indexer for this computer: Pagefind brings a program for the usual systems only. */
export class NoIndexer extends Error {}

/** The files of an index by their paths in it, and Pagefind's names of its records, in the order in which they were given. */
export interface MadeIndex {
  files: ReadonlyMap<string, Uint8Array>;
  ids: readonly string[];
}

/** What of a record goes into an index. */
export type IndexRecord = Pick<SearchRecord, "url" | "content" | "meta">;

/** How to index: the language by whose rules words are reduced, an empty folder to work in, into how many files the texts are divided. */
export interface IndexOptions {
  language: string;
  folder: string;
  textFiles: number;
}

/** Makes indexes, one after the other; `close` ends the program that does it. */
export interface Indexer {
  index: (records: Iterable<IndexRecord>, options: IndexOptions) => Promise<MadeIndex>;
  close: () => Promise<void>;
}

/** A disk with less room, in bytes, is full: what Pagefind was writing has taken the rest. */
const ROOM = 64 * 1024;

/** What a page needs of an index; the rest are ready-made surfaces that this site does not use. */
const NEEDED =
  /^(?:pagefind-entry\.json|pagefind\.js|pagefind-worker\.js|wasm\.(?!unknown)[^.]+\.pagefind|[^/]+\.pf_meta|(?:index|fragment)\/.+)$/;

/**
 * Starts Pagefind's indexing program (by its Node API). Throws `NoIndexer` where there is none for this computer; a program that ends in
 * the midst of its work makes `index` fail in German.
 */
export async function openIndexer(): Promise<Indexer> {
  const { createIndex, close } = await import("pagefind");
  const died = watchPrograms();
  return {
    index: (records, options) =>
      makeIndex(records, options).catch((thrown: unknown) => {
        throw isFull(options.folder) ? Object.assign(new Error(), { code: "ENOSPC", syscall: "write", path: options.folder }) : thrown;
      }),
    close: async () => {
      died.stop();
      await close();
    },
  };

  async function makeIndex(records: Iterable<IndexRecord>, { language, folder, textFiles }: IndexOptions): Promise<MadeIndex> {
    const opened = await died.orElse(createIndex({ forceLanguage: language, maxFragments: Math.max(1, textFiles) }).catch(explain));
    const { index } = opened;
    if (!index) throw new Error(`Der Suchindex ließ sich nicht beginnen: ${opened.errors.join(" ")}`);
    const urls: string[] = [];
    for (const { url, content, meta } of records) {
      urls.push(url);
      const { errors } = await died.orElse(index.addCustomRecord({ url, content, language, meta }));
      if (errors.length > 0) throw new Error(`${url} ließ sich nicht in den Suchindex aufnehmen: ${errors.join(" ")}`);
    }
    const { errors } = await died.orElse(index.writeFiles({ outputPath: folder }));
    if (errors.length > 0) throw new Error(`Der Suchindex ließ sich nicht schreiben: ${errors.join(" ")}`);
    await died.orElse(index.deleteIndex());
    return readIndex(folder, urls);
  }
}

/** True where the disk of a folder has no room left: Pagefind ends then without a word of it. */
function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < ROOM;
}

function explain(thrown: unknown): never {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (/binary|platform|resolve/i.test(message)) throw new NoIndexer(message);
  throw thrown;
}

/** The program is asked over a pipe and does not answer once it is gone: whoever waits for it is told. */
function watchPrograms(): { orElse: <T>(answer: Promise<T>) => Promise<T>; stop: () => void } {
  let fail: (reason: Error) => void = () => undefined;
  let isStopped = false;
  const gone = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  gone.catch(() => undefined);
  const onStart = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    child.once("exit", (code, signal) => {
      if (!isStopped && child.spawnfile.includes("pagefind")) fail(new Error(ended(signal === null ? `mit ${code}` : `durch ${signal}`)));
    });
  };
  subscribe("child_process", onStart);
  return {
    orElse: (answer) =>
      Promise.race([answer, gone]).catch((thrown: unknown) => {
        // Pagefind may notice before the system tells how the program ended.
        throw thrown instanceof Error && /backend (?:is )?closed/.test(thrown.message) ? new Error(ended("unerwartet")) : thrown;
      }),
    stop: () => {
      isStopped = true;
      unsubscribe("child_process", onStart);
    },
  };
}

function ended(how: string): string {
  return (
    `Das Programm, das den Suchindex schreibt (Pagefind), wurde ${how} beendet. Meist reicht der Arbeitsspeicher nicht. ` +
    "Bauen Sie noch einmal; mit search: {enabled: false} in site.yml entsteht die Website ohne Suche."
  );
}

function readIndex(folder: string, urls: readonly string[]): MadeIndex {
  const files = new Map<string, Uint8Array>();
  const ids = new Map<string, string>();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((name) => NEEDED.test(name))
    .sort();
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    files.set(name, bytes);
    if (name.startsWith("fragment/")) for (const [id, url] of fragmentsIn(name, bytes)) ids.set(url, id);
  }
  return {
    files,
    ids: urls.map((url) => {
      const id = ids.get(url);
      if (id === undefined) throw new Error(`${url} fehlt im Suchindex.`);
      return id;
    }),
  };
}

/** What Pagefind writes before its data. */
const SIGNATURE = "pagefind_dcd";

/** The names and addresses of the records in a fragment file: of one that holds a single record the name is its own. */
function fragmentsIn(name: string, bytes: Uint8Array): [id: string, url: string][] {
  const text = gunzipSync(bytes).toString("utf8");
  const data = JSON.parse(text.startsWith(SIGNATURE) ? text.slice(SIGNATURE.length) : text) as { url?: string };
  if (typeof data.url === "string") return [[name.replace(/^fragment\/|\.pf_fragment$/g, ""), data.url]];
  return Object.entries(data as Record<string, { url: string }>).map(([id, { url }]) => [id, url]);
}
