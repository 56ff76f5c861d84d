import { basename } from "node:path";
import { ATTACHMENT_TYPES } from "../../content/attachments.ts";
import { fileEnding } from "../../content/media.ts";
import { hasText } from "../../markdown/text-check.ts";
import { escapeInline } from "../documents/marks.ts";
import { placePictures } from "../documents/pictures.ts";
import type { Staging } from "./files.ts";
import type { GivenFile, Item } from "./item.ts";
import { plainLine, shortened } from "./texts/plain.ts";
import type { Workshop } from "./workshop.ts";

/** A picture as a head lists it. */
interface ListedImage {
  file: string;
  alt: string;
  caption?: string;
  credit: string;
  license?: string;
}

/** The text of an item with its pictures and links, and what its head lists of them. */
export interface Placed {
  markdown: string;
  images: ListedImage[];
  attachments: { file: string; title: string; accessible?: boolean }[];
  /** True where the archive supplied a description or a credit. */
  isSupplied: boolean;
  mended: ReadonlyMap<string, number>;
}

/** Most pictures or attachments of a release. */
const FILES_MAX = 200;

type Count = (what: string, times?: number) => void;

/** Converts the text of an item, takes the pictures and files that lie on the shelf, and lets its links lead where they lead now. */
export async function placeFiles(item: Item, title: string, staging: Staging, workshop: Workshop, count: Count): Promise<Placed> {
  const { shelf, addresses, conversion } = workshop;
  const images = new Map<string, ListedImage>();
  const attachments = new Map<string, { file: string; title: string; accessible?: boolean }>();
  let isSupplied = false;

  const attach = (source: string, words: string, accessible?: boolean): string | undefined => {
    const found = shelf.find(source);
    if (found === undefined || attachments.size >= FILES_MAX) return undefined;
    const taken = staging.attachment(found, basename(found).replace(/\.\w+$/, ""));
    if ("reason" in taken) {
      count(taken.reason);
      return undefined;
    }
    const plain = plainLine(words);
    const name = plain.length >= 3 ? shortened(plain, 200) : basename(found);
    if (!attachments.has(taken.file))
      attachments.set(taken.file, { file: taken.file, title: name.padEnd(3, " ."), ...(accessible === false ? { accessible } : {}) });
    return taken.file;
  };

  const resolve = (href: string, words: string): string | undefined => {
    if (href.startsWith("#")) return href.length > 1 ? href : undefined;
    const isFile = href.startsWith("media:") || Object.hasOwn(ATTACHMENT_TYPES, fileEnding(href.replace(/[?#].*$/, "")));
    const followed = addresses.follow(href, item);
    // A file of the old site that lies here belongs to the release; one of another site stays where it is.
    if (isFile && (followed === undefined || ("isOld" in followed && followed.isOld) || href.startsWith("media:"))) {
      const file = attach(href, words);
      if (file !== undefined) return file;
    }
    if (followed === undefined) {
      count("Ein Link führte nirgendwohin, was bekannt ist; seine Worte stehen ohne ihn da.");
      return undefined;
    }
    if ("id" in followed) return `/${followed.id}/`;
    if (followed.isOld) count("Ein Link führt noch auf die alte Website, weil sein Ziel nicht übernommen ist.");
    return followed.address;
  };

  const converted = conversion.convert(item, title, resolve, workshop.isBare);
  const shown = new Map<number, string>();
  const takePicture = async (given: GivenFile): Promise<ListedImage | undefined> => {
    const library = shelf.saidOf(given.source);
    const inline = /^data:image\/\w+;base64,(.*)$/s.exec(given.source)?.[1];
    const found = inline === undefined ? shelf.find(given.source) : Buffer.from(inline, "base64");
    const [alt = "", caption = ""] = [given.alt ?? library?.alt, given.caption ?? library?.caption].map((words) => plainLine(words ?? ""));
    if (found === undefined || images.size >= FILES_MAX) {
      count("Ein Bild liegt nicht bei; was darunter stand, steht im Text.");
      return undefined;
    }
    const wish = typeof found === "string" ? basename(found).replace(/\.\w+$/, "") : alt;
    const taken = await staging.picture(found, wish);
    if ("reason" in taken) {
      count(taken.reason);
      return undefined;
    }
    const known = images.get(taken.file);
    if (known) return known;
    const credit = plainLine(given.credit ?? library?.credit ?? "");
    const described = [alt, caption, plainLine(library?.title ?? "")].find((words) => words.length >= 3 && !/\.\w{3,4}$/.test(words));
    if (alt.length < 3 || credit.length < 2) isSupplied = true;
    const image: ListedImage = {
      file: taken.file,
      alt: shortened(described ?? `Bild zur Meldung „${title}“`, 500),
      ...(caption.length >= 3 ? { caption: shortened(caption, 500) } : {}),
      credit: credit.length >= 2 ? shortened(credit, 200) : "unbekannt",
      ...(given.license ? { license: given.license } : {}),
    };
    images.set(image.file, image);
    return image;
  };

  for (const given of item.pictures ?? []) await takePicture(given);
  const lost: string[] = [];
  // What missing pictures showed, where a text says nothing else.
  const unseen: string[] = [];
  for (const [number, { source, alt, caption }] of converted.pictures.entries()) {
    const image = await takePicture({ source, alt, caption });
    if (image) shown.set(number, `![${escapeInline(image.alt, { isInLink: true })}](${image.file})`);
    else if (caption !== undefined) {
      const words = escapeInline(plainLine(caption));
      if (converted.markdown.includes(`\ufffc${number}\ufffc`)) shown.set(number, words);
      else lost.push(words);
    } else if (alt !== undefined) unseen.push(escapeInline(plainLine(alt)));
    if (caption !== undefined && caption.length > 500) lost.push(escapeInline(plainLine(caption)));
  }
  const placed = new Set<string>();
  const markdown = placePictures(converted.markdown, (number) => {
    const block = shown.get(number);
    if (block === undefined || placed.has(block)) return undefined;
    placed.add(block);
    return block;
  });
  for (const { source, title: words, accessible } of item.attachments ?? []) {
    const file = attach(source, words ?? "", accessible);
    if (file === undefined) count("Eine Anlage liegt nicht bei oder lässt sich nicht veröffentlichen.");
  }
  return {
    markdown: (hasText(markdown) || lost.length > 0 ? [...lost, markdown] : unseen).filter((part) => part !== "").join("\n\n"),
    images: [...images.values()],
    attachments: [...attachments.values()],
    isSupplied: isSupplied,
    mended: converted.mended,
  };
}
