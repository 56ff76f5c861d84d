import type { BundleEntry, Columns, SearchIndex } from "../index-format.ts";
import { type Row, readColumns } from "./facets.ts";
import type { Engine, Hit } from "./planner.ts";
import { openWords, type Words } from "./words.ts";

/** A release that Pagefind found: where the words stand in it, and what shows it, which is fetched when it is asked for. */
export interface Result extends Hit {
  words: readonly number[];
  data: () => Promise<Fragment>;
}

/** What Pagefind keeps of a release. */
export interface Fragment {
  url: string;
  content: string;
  locations?: readonly number[];
  meta: Readonly<Record<string, string>>;
}

let attempts = 0;

/** A browser remembers that a module could not be had: each further attempt asks for it under another name. */
function loadPagefind(folder: string): Promise<Pagefind> {
  const attempt = attempts++;
  return import(`${folder}pagefind.js${attempt === 0 ? "" : `?${attempt}`}`) as Promise<Pagefind>;
}

/** The part of Pagefind's own interface that is used here (its documentation: "Searching using the Pagefind JS API"). */
export interface Pagefind {
  options: (options: object) => Promise<void>;
  init: () => Promise<void>;
  mergeIndex: (path: string, options: object) => Promise<void>;
  search: (words: string | null) => Promise<{ results: readonly Result[] }>;
  destroy: () => Promise<void>;
}

/** An index that can be searched. */
export interface OpenIndex extends Engine<Result> {
  words: Words;
  names: SearchIndex["names"];
  /** All releases of the index. */
  all: () => Promise<readonly Result[]>;
  rows: ReadonlyMap<string, Row>;
  /** The oldest year that is searched, while older parts are still to come. */
  since: number | undefined;
  /** Loads the older parts. */
  loadRest: () => Promise<void>;
  close: () => Promise<void>;
}

/** How many parts of a large index are loaded before the first search. */
const FIRST_PARTS = 6;

/** What a title counts against the text; the parts of compounds less than words, those found within parts least. */
const RANKING = { metaWeights: { title: 5, tparts: 0.5, parts: 0.3 } };

/**
 * Opens the index in a folder; the newest parts first where there are many. `load` loads Pagefind. Throws where the index is not to be had
 * as a whole.
 */
export async function openIndex(folder: string, prefix: string, load = loadPagefind): Promise<OpenIndex> {
  const fetched = async (name: string, cache: RequestCache = "default"): Promise<Response> => {
    const response = await fetch(folder + name, { cache });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  const program = load(folder);
  program.catch(() => undefined);
  // The entry alone keeps its name: whoever has an old one would look for parts that are gone.
  const index = (await (await fetched("index.json", "no-cache")).json()) as SearchIndex;
  const pagefind = await program;
  const options = { basePath: folder, baseUrl: `${prefix}/`, metaCacheTag: index.version, ranking: RANKING };
  const { basePath: _, ...merging } = options;
  const rows = new Map<string, Row>();
  const readRows = async ({ columns }: BundleEntry) => {
    for (const [id, row] of readColumns((await (await fetched(columns)).json()) as Columns)) rows.set(id, row);
  };
  const loadParts = async (bundles: readonly BundleEntry[]) => {
    const merged = bundles.filter(({ path }) => path !== "").map(({ path }) => pagefind.mergeIndex(folder + path, merging));
    await Promise.all([...merged, ...bundles.map(readRows)]);
  };
  const [first, rest] = [index.bundles.slice(0, FIRST_PARTS), index.bundles.slice(FIRST_PARTS)];
  try {
    await pagefind.options(options);
    await pagefind.init();
    await loadParts(first);
  } catch (thrown) {
    await pagefind.destroy();
    throw thrown;
  }
  const answers = new Map<string, Promise<readonly Result[]>>();
  const search = (words: string | null): Promise<readonly Result[]> => {
    const known = answers.get(words ?? "");
    if (known) return known;
    const answer = pagefind.search(words).then(({ results }) => results);
    answer.catch(() => answers.delete(words ?? ""));
    answers.set(words ?? "", answer);
    return answer;
  };
  const open: OpenIndex = {
    words: openWords(index.words, async (file) => (await fetched(file)).text()),
    names: index.names,
    rank: search,
    exact: (phrase) => search(`"${phrase.replaceAll('"', " ")}"`),
    all: () => search(null),
    rows,
    since: rest.length > 0 ? Math.min(...first.map(({ years }) => years[0])) : undefined,
    loadRest: async () => {
      if (open.since === undefined) return;
      await loadParts(rest);
      open.since = undefined;
      answers.clear();
    },
    close: () => pagefind.destroy(),
  };
  return open;
}
