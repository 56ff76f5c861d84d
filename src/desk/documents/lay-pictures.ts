import { toSlug } from "../../content/slugs.ts";
import { digest } from "../../disk/digest.ts";
import type { LaidPicture } from "../releases/release-file.ts";
import type { Manuscript, TakenPicture } from "./manuscript.ts";
import { escapeInline } from "./marks.ts";
import { placePictures } from "./pictures.ts";

/** What somebody says of the pictures, in their order: what each shows, and who made it; one credit alone is that of all. */
export interface Told {
  alts: readonly (string | undefined)[];
  credits: readonly (string | undefined)[];
}

/** The pictures of a manuscript as they lie beside a release: by name, as its head lists them, and in its text. */
export interface Laid {
  files: ReadonlyMap<string, Uint8Array>;
  pictures: readonly LaidPicture[];
  markdown: string;
  /** Pictures that stood in the text and nobody has described yet: they stand around it, since none may stand in it without words. */
  unplaced: readonly string[];
}

/** Each picture once, in the order of the text. */
export function distinct({ pictures }: Manuscript): TakenPicture[] {
  const digests = pictures.map(({ bytes }) => digest(bytes));
  return pictures.filter((_, index) => digests.indexOf(digests[index] ?? "") === index);
}

/** Names the pictures after what they show, and sets those that are described where they stood. */
export function layPictures(manuscript: Manuscript, { alts, credits }: Told): Laid {
  const files = new Map<string, Uint8Array>();
  const byDigest = new Map<string, LaidPicture>();
  for (const [index, { bytes, ending, alt: found, caption }] of distinct(manuscript).entries()) {
    // Shorter ones say nothing, and the check refuses them.
    const alt = [alts[index], found].find((words = "") => words.length >= 3);
    const credit = [credits.length === 1 ? credits[0] : credits[index]].find((words = "") => words.length >= 2);
    const stem = toSlug(alt ?? "")
      .slice(0, NAME_MAX)
      .replace(/-[^-]*$/, (rest) => (toSlug(alt ?? "").length > NAME_MAX ? "" : rest));
    const names = [stem, `bild-${index + 1}`, `${stem}-${index + 1}`].filter((name) => name.length > 2).map((name) => `${name}.${ending}`);
    const file = names.find((name) => !files.has(name)) ?? `bild-${index + 1}-${digest(bytes).slice(0, 8)}.${ending}`;
    files.set(file, bytes);
    byDigest.set(digest(bytes), { file, alt, caption, credit });
  }
  const unplaced: string[] = [];
  const shown = new Set<string>();
  const markdown = placePictures(manuscript.markdown, (number) => {
    const taken = manuscript.pictures.find((picture) => picture.number === number);
    const picture = taken && byDigest.get(digest(taken.bytes));
    if (!picture || shown.has(picture.file)) return undefined;
    shown.add(picture.file);
    if (picture.alt !== undefined) return `![${escapeInline(picture.alt, { isInLink: true })}](${picture.file})`;
    unplaced.push(picture.file);
    return undefined;
  });
  return { files, pictures: [...byDigest.values()], markdown, unplaced };
}

/** Longest name that a picture gets, in characters. */
const NAME_MAX = 40;
