import { relative, sep } from "node:path";
import type { ArchiveResult, ReadOptions } from "../../archive/reading.ts";
import { readArchive } from "../../archive/reading.ts";
import { listFiles } from "../../content/files.ts";
import type { ProblemId } from "../../problem-ids.ts";
import { sortProblems } from "../../problems.ts";
import { judgePictures } from "../../rendering/picture-judge.ts";
import { createHints } from "../hints/hints.ts";
import type { FileChange } from "./git.ts";

/** What only a check of all content can find; told of a part of it, it would be wrong. */
const OF_THE_WHOLE: readonly ProblemId[] = ["no-release", "follows-unknown"];

/** A file of which there are many: of a release, or a comment on one. */
const OF_RELEASES = /^(releases|comments)\//;

/** The id of the release that a file belongs to, whatever it is: its text in any language, a file beside it, a comment. */
export function releaseOf(path: string): string | undefined {
  return /^(?:releases|comments)\/(\d{4}\/\d\d\/[^/.]+)/.exec(path)?.[1];
}

/**
 * Reads the files that have changed, with all that belongs to the same releases, and what every text rests on (settings, registers, pages).
 * Only problems of changed files are told, and none that only a look at all releases could tell.
 */
export async function readChanged(
  changes: readonly FileChange[],
  options: Pick<ReadOptions, "folder" | "now">,
  cache: string,
): Promise<ArchiveResult> {
  const { folder } = options;
  const paths = new Set(changes.map(({ path }) => path));
  const ids = new Set(changes.flatMap(({ path }) => releaseOf(path) ?? []));
  const entered = new Set([...foldersAbove(paths), ...[...ids].flatMap((id) => [`releases/${id}`, `comments/${id}`])]);
  for (const id of ids) for (const above of foldersAbove([`releases/${id}.md`, `comments/${id}/x`])) entered.add(above);
  const listing = listFiles(folder, (path) => !/^(releases|comments)(\/|$)/.test(path) || entered.has(path));
  const files = listing.files.filter((path) => !OF_RELEASES.test(path) || paths.has(path) || ids.has(releaseOf(path) ?? ""));
  const reading = readArchive({ ...options, listing: { ...listing, files }, inspect: createHints(options.now) });
  const inFolder = (path: string) => relative(folder, path).split(sep).join("/");
  const isAsked = (path: string) => paths.has(inFolder(path)) || ids.has(releaseOf(inFolder(path)) ?? "");
  const pictures = reading.pictures.filter(({ path }) => isAsked(path));
  const found = [...reading.problems, ...(await judgePictures(pictures, cache))];
  const problems = sortProblems(found.filter(({ id, path }) => isAsked(path) && !OF_THE_WHOLE.includes(id)));
  return { ...reading, problems };
}

/** All folders in which files lie, those around them included. */
function foldersAbove(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) folders.add(path.slice(0, end));
  return folders;
}
