import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ATTACHMENT_TYPES, checkAttachment } from "../../content/attachments.ts";
import { checkImage, fileEnding } from "../../content/media.ts";
import { toSlug } from "../../content/slugs.ts";
import { digest } from "../../disk/digest.ts";
import { FILE_START } from "../../problems.ts";
import { judgePictures } from "../../rendering/picture-judge.ts";
import { pictureEnding } from "../documents/manuscript.ts";

/** Files of a release as they will lie beside it, each checked before it is taken. */
export interface Staging {
  /** Takes a picture from the disk or from bytes; its name, or why it cannot be published, in German. With `isExact` it keeps its name. */
  picture: (source: string | Uint8Array, wish: string, isExact?: boolean) => Promise<{ file: string } | { reason: string }>;
  attachment: (source: string, wish: string, isExact?: boolean) => { file: string } | { reason: string };
  files: () => ReadonlyMap<string, Uint8Array>;
  close: () => void;
}

/** Largest file that is looked at, in bytes. */
const BYTES_MAX = 25_000_000;

/** A folder of its own in which the files of a release are put together. */
export function openStaging(cache: string): Staging {
  let folder: string | undefined;
  const files = new Map<string, Uint8Array>();
  const taken = new Map<string, string>();
  const stems = new Set<string>();
  const place = (wish: string, ending: string, isExact: boolean): string => {
    folder ??= mkdtempSync(join(tmpdir(), "stadtchronik-import-"));
    mkdirSync(folder, { recursive: true });
    if (isExact) return `${wish}.${ending}`;
    // Names that end like the widths of pictures would be those of smaller copies.
    const stem = (toSlug(wish).slice(0, 60).replace(/-+$/, "") || "bild")
      .replace(/-(480|960|1600)$/, "-$1-px")
      .replace(/^(index|termine)$/, "$1-datei");
    let free = stem;
    for (let number = 2; stems.has(free); number++) free = `${stem}-${number}`;
    stems.add(free);
    return `${free}.${ending}`;
  };
  const drop = (name: string, reason: string): { reason: string } => {
    stems.delete(name.replace(/\.\w+$/, ""));
    rmSync(join(folder ?? "", name), { force: true });
    return { reason };
  };
  return {
    picture: async (source, wish, isExact = false) => {
      const bytes = typeof source === "string" ? readFileSync(source) : source;
      const known = taken.get(digest(bytes));
      if (known !== undefined && !isExact) return { file: known };
      const ending = pictureEnding(bytes);
      const still = ending === undefined ? await asPng(bytes) : undefined;
      if (ending === undefined && still === undefined)
        return { reason: "Ein Bild hat ein Format, das Browser nicht zeigen, oder bewegt sich." };
      const content = still ?? bytes;
      const name = place(wish, ending ?? "png", isExact);
      const path = join(folder ?? "", name);
      writeFileSync(path, content);
      const faults = [
        ...checkImage(path, path, FILE_START),
        ...(await judgePictures([{ path, index: 0, source: path, digest: digest(content) }], cache)),
      ];
      const [fault] = faults.filter(({ severity }) => severity === "error");
      if (fault) return drop(name, "Ein Bild ist beschädigt oder lässt sich nicht veröffentlichen.");
      files.set(name, content);
      taken.set(digest(bytes), name);
      return { file: name };
    },
    attachment: (source, wish, isExact = false) => {
      const known = taken.get(source);
      if (known !== undefined && !isExact) return { file: known };
      const ending = fileEnding(source);
      if (!Object.hasOwn(ATTACHMENT_TYPES, ending)) return { reason: `Dateien dieser Art werden nicht veröffentlicht: .${ending}.` };
      const name = place(wish, ending, isExact);
      const path = join(folder ?? "", name);
      copyFileSync(source, path);
      const [fault] = checkAttachment(path, path, FILE_START).filter(({ severity }) => severity === "error");
      const bytes = readFileSync(path);
      if (fault || bytes.length > BYTES_MAX)
        return drop(name, "Eine Datei ist beschädigt, zu groß oder etwas anderes, als ihre Endung sagt.");
      files.set(name, bytes);
      taken.set(source, name);
      return { file: name };
    },
    files: () => files,
    close: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A picture of another format as PNG; undefined where it moves or cannot be read. */
async function asPng(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (bytes.length > BYTES_MAX) return undefined;
  try {
    const { default: sharp } = await import("sharp");
    const picture = sharp(bytes, { limitInputPixels: 100_000_000 });
    const { pages = 1, format } = await picture.metadata();
    // A drawing may fetch what it likes when it is drawn.
    if (pages > 1 || format === "svg" || format === "pdf") return undefined;
    return await picture.png().toBuffer();
  } catch {
    return undefined;
  }
}
