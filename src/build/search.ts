import { join } from "node:path";
import { outputFile } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { SearchFiles } from "../rendering/search/search-index.ts";
import { cacheFor } from "./cache.ts";
import { type Planned, stateOf, type Written } from "./kept-tree.ts";
import type { ManifestEntry } from "./manifest.ts";
import type { Progress } from "./progress.ts";

/** Where an index is kept: with what else is kept for this content. */
export interface SearchOrder {
  cache: string;
  content: string;
  clock: number;
  progress?: Progress;
}

/** The files of the search of an archive, indexed now as far as nothing is kept of them. */
export async function searchFilesOf(archive: Archive, { cache, content, clock, progress }: SearchOrder): Promise<SearchFiles> {
  const { makeSearchIndexes } = await import("../rendering/search/search-index.ts");
  return makeSearchIndexes(archive, {
    folder: join(cacheFor(cache, "readings", content), "search"),
    clock,
    ...(progress && { progress: { begin: (total) => progress.begin("Suchindex", total), tell: progress.tell } }),
  });
}

/** The files of a search as the record of an output plans them: each is made of its bytes and nothing else. */
export function planSearch({ files }: SearchFiles): Planned[] {
  return files.map(({ address, digest }) => ({ address, kind: "asset", fingerprint: digest }));
}

/** Writes those files of a search that are wanted, in the order of `planSearch`; answers with what was written. */
export async function writeSearch({ files, write }: SearchFiles, isWanted: readonly boolean[], output: string): Promise<Written[]> {
  const wanted = files.filter((_, index) => isWanted[index]);
  if (wanted.length === 0) return [];
  return (await write(wanted, output)).map((file) => ({ ...file, state: stateOf(join(output, file.path)) }));
}

/** Writes all files of a search below a folder; answers with what the manifest says of them. */
export async function writeWholeSearch({ files, write }: SearchFiles, output: string): Promise<ManifestEntry[]> {
  const written = new Map((await write(files, output)).map(({ path, sha256 }) => [path, sha256]));
  return files.map(({ address }) => ({ address, kind: "asset", sha256: written.get(outputFile(address)) ?? "" }));
}
