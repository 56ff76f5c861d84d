import { join } from "node:path";
import { isSlug, type Language } from "../addresses.ts";
import { EMPTY_REGISTERS } from "../content/registers.ts";
import type { Site } from "../content/site.ts";
import { error, FILE_START, type Problem } from "../problems.ts";

/** A Markdown file of a release or page; `id` is `2017/11/slug` or the page's slug. */
export interface TextFile {
  path: string;
  id: string;
  language: Language;
}

/** The files of a content folder by what they are; paths are relative to it. */
export interface SortedFiles {
  releases: TextFile[];
  pages: TextFile[];
  comments: { path: string; id: string }[];
  /** Names of the files in the folder of each release, by its id. */
  files: Map<string, string[]>;
  misplaced: string[];
}

const RELEASE_FILE = /^releases\/(\d{4}\/(?:0\d|1[0-2])\/([^/.]+))(?:\.([A-Za-z0-9-]+))?\.md$/;
const RELEASE_FOLDER = /^releases\/(\d{4}\/(?:0\d|1[0-2])\/[^/.]+)\/([^/]+)$/;
const PAGE_FILE = /^pages\/([^/.]+)(?:\.([A-Za-z0-9-]+))?\.md$/;
const COMMENT_FILE = /^comments\/(\d{4}\/(?:0\d|1[0-2])\/[^/.]+)\/([a-z0-9-]+)\.md$/;
const REGISTERS = Object.keys(EMPTY_REGISTERS).join("|");
const OTHER = new RegExp(`^(site\\.yml|registers/(${REGISTERS})\\.yml|assets/[A-Za-z0-9_-]+\\.(svg|png|css))$`);

/** Says of every file what it is; one that fits nowhere is misplaced, never ignored. */
export function sortFiles(paths: readonly string[], { language: original, languages }: Site): SortedFiles {
  const others = languages.filter((language) => language !== original);
  const isKnown = (suffix: string | undefined) => suffix === undefined || others.includes(suffix);
  const sorted: SortedFiles = { releases: [], pages: [], comments: [], files: new Map(), misplaced: [] };
  const inFolders: string[] = [];
  for (const path of paths) {
    if (OTHER.test(path)) continue;
    const release = RELEASE_FILE.exec(path);
    const page = PAGE_FILE.exec(path);
    const comment = COMMENT_FILE.exec(path);
    if (release?.[1] && isSlug(release[2] ?? "") && isKnown(release[3]))
      sorted.releases.push({ path, id: release[1], language: release[3] ?? original });
    else if (page?.[1] && isSlug(page[1]) && isKnown(page[2])) sorted.pages.push({ path, id: page[1], language: page[2] ?? original });
    else if (comment?.[1]) sorted.comments.push({ path, id: comment[1] });
    else if (RELEASE_FOLDER.test(path) && !/\.(md|markdown)$/i.test(path)) inFolders.push(path);
    else sorted.misplaced.push(path);
  }
  const ids = new Set(sorted.releases.map((release) => release.id));
  for (const path of inFolders) {
    const [, id = "", name = ""] = RELEASE_FOLDER.exec(path) ?? [];
    if (ids.has(id)) sorted.files.set(id, [...(sorted.files.get(id) ?? []), name]);
    else sorted.misplaced.push(path);
  }
  return sorted;
}

/** What is wrong with a misplaced file. */
export function misplaced(folder: string, path: string): Problem {
  const full = join(folder, path);
  const name = path.split("/").at(-1) ?? "";
  if (RELEASE_FOLDER.test(path))
    return error(
      full,
      FILE_START,
      "Zu diesem Ordner gibt es keine Meldung.",
      "Geben Sie dem Ordner denselben Namen wie der Meldung daneben, ohne .md.",
    );
  if (/^(releases\/\d{4}\/(0\d|1[0-2])|pages)\/[^/]+\.(md|markdown)$/i.test(path)) {
    return error(
      full,
      FILE_START,
      `„${name}“ taugt nicht als Adresse.`,
      "Dateinamen bestehen aus a-z, 0-9 und Bindestrichen (3 bis 120 Zeichen) und enden auf .md, .en.md oder .de-simple.md.",
    );
  }
  return error(
    full,
    FILE_START,
    "Hier gehört keine Datei dieser Art hin; veröffentlicht würde sie nirgends.",
    "Meldungen liegen unter releases/JAHR/MONAT/name.md, ihre Bilder und Anlagen im Ordner name/ daneben.",
  );
}
