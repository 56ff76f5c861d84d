import type { Language } from "../addresses.ts";
import { EMPTY_REGISTERS } from "../content/registers.ts";
import type { Site } from "../content/site.ts";
import { isSlug } from "../content/slugs.ts";

/** A Markdown file of a release or page; `id` is `2017/11/slug` or the page's slug. */
export interface TextFile {
  path: string;
  id: string;
  language: Language;
}

/** What a release said before a correction: `releases/2017/11/slug/fassung-1.md`; `isTranslation` where its name has a language. */
export interface EditionFile extends TextFile {
  number: number;
  isTranslation: boolean;
}

/** The files of a content folder by what they are; paths are relative to it. */
export interface SortedFiles {
  releases: TextFile[];
  editions: EditionFile[];
  pages: TextFile[];
  comments: { path: string; id: string }[];
  /** Words of the interface, by the language they are in. */
  words: { path: string; language: Language }[];
  /** Names of the files in the folder of each release, by its id. */
  files: Map<string, string[]>;
  misplaced: string[];
}

const RELEASE_FILE = /^releases\/(\d{4}\/(?:0\d|1[0-2])\/([^/.]+))(?:\.([A-Za-z0-9-]+))?\.md$/;
/** A file in the folder of a release, whose id it names. */
export const RELEASE_FOLDER = /^releases\/(\d{4}\/(?:0\d|1[0-2])\/[^/.]+)\/([^/]+)$/;
/** The name of an edition in the folder of its release. */
export const EDITION_NAME = /^fassung-([1-9]\d?)(?:\.([A-Za-z0-9-]+))?\.md$/;
const PAGE_FILE = /^pages\/([^/.]+)(?:\.([A-Za-z0-9-]+))?\.md$/;
const COMMENT_FILE = /^comments\/(\d{4}\/(?:0\d|1[0-2])\/[^/.]+)\/([a-z0-9-]+)\.md$/;
const WORDS_FILE = /^texts\/([A-Za-z0-9-]+)\.yml$/;
const REGISTERS = Object.keys(EMPTY_REGISTERS).join("|");
const OTHER = new RegExp(
  `^(site\\.yml|registers/(${REGISTERS})\\.yml|assets/[A-Za-z0-9_-]+\\.(svg|png|css)|(README|LICENSE)(\\.(md|txt))?)$`,
);

/** Says of every file what it is; one that fits nowhere is misplaced, never ignored. */
export function sortFiles(paths: readonly string[], { language: original, languages }: Site): SortedFiles {
  const others = languages.filter((language) => language !== original);
  const isKnown = (suffix: string | undefined) => suffix === undefined || others.includes(suffix);
  const sorted: SortedFiles = { releases: [], editions: [], pages: [], comments: [], words: [], files: new Map(), misplaced: [] };
  const inFolders: string[] = [];
  for (const path of paths) {
    if (OTHER.test(path)) continue;
    const release = RELEASE_FILE.exec(path);
    const page = PAGE_FILE.exec(path);
    const comment = COMMENT_FILE.exec(path);
    const words = WORDS_FILE.exec(path);
    if (release?.[1] && isSlug(release[2] ?? "") && isKnown(release[3]))
      sorted.releases.push({ path, id: release[1], language: release[3] ?? original });
    else if (page?.[1] && isSlug(page[1]) && isKnown(page[2])) sorted.pages.push({ path, id: page[1], language: page[2] ?? original });
    else if (words?.[1] && languages.includes(words[1])) sorted.words.push({ path, language: words[1] });
    else if (comment?.[1]) sorted.comments.push({ path, id: comment[1] });
    else if (RELEASE_FOLDER.test(path) && (!/\.(md|markdown)$/i.test(path) || isEdition(path, isKnown))) inFolders.push(path);
    else sorted.misplaced.push(path);
  }
  const ids = new Set(sorted.releases.map((release) => release.id));
  for (const path of inFolders) {
    const [, id = "", name = ""] = RELEASE_FOLDER.exec(path) ?? [];
    const [, number, suffix] = EDITION_NAME.exec(name) ?? [];
    if (!ids.has(id)) sorted.misplaced.push(path);
    else if (number)
      sorted.editions.push({ path, id, language: suffix ?? original, number: Number(number), isTranslation: suffix !== undefined });
    else sorted.files.set(id, [...(sorted.files.get(id) ?? []), name]);
  }
  return sorted;
}

/** True for a path in the folder of a release that has the name of an edition, in a language that the archive knows. */
function isEdition(path: string, isKnown: (suffix: string | undefined) => boolean): boolean {
  const name = EDITION_NAME.exec(path.split("/").at(-1) ?? "");
  return name !== null && isKnown(name[2]);
}
