import { basename, join } from "node:path";
import { ATTACHMENT_TYPES } from "../../content/attachments.ts";
import { listFiles } from "../../content/files.ts";
import { fileEnding } from "../../content/media.ts";
import type { GivenFile } from "./item.ts";

/** The files from which pictures and attachments are taken; nothing is ever downloaded. */
export interface Shelf {
  /** The file that an address, a path or `media:12` means; undefined where none lies here. */
  find: (source: string) => string | undefined;
  /** What the library of the source says of `media:12`. */
  saidOf: (source: string) => GivenFile | undefined;
}

const PICTURES = /^(jpe?g|png|gif|webp|avif|tiff?|bmp|jfif)$/;

/** Makes an index of the files below some folders; `media` is the library of the source, by number. */
export function openShelf(folders: readonly string[], media: ReadonlyMap<string, GivenFile>): Shelf {
  const byName = new Map<string, string[]>();
  for (const folder of folders) {
    for (const path of listFiles(folder, (inner) => !/(^|\/)(node_modules|\.[^/]+)(\/|$)/.test(inner)).files) {
      const ending = fileEnding(path);
      if (!PICTURES.test(ending) && !Object.hasOwn(ATTACHMENT_TYPES, ending)) continue;
      const name = keyOf(basename(path));
      const known = byName.get(name);
      if (known) known.push(join(folder, path));
      else byName.set(name, [join(folder, path)]);
    }
  }
  const saidOf = (source: string): GivenFile | undefined => {
    const [, number] = /^media:(.+)$/.exec(source) ?? [];
    return number === undefined ? undefined : media.get(number);
  };
  return {
    saidOf,
    find: (source) => {
      const address = saidOf(source)?.source ?? source;
      const segments = decoded(address.replace(/[?#].*$/, "").replace(/^(?:[a-z]+:)?\/\/[^/]*/i, ""))
        .split(/[\\/]/)
        .filter((segment) => segment !== "" && segment !== ".");
      const name = segments.at(-1);
      if (name === undefined) return undefined;
      // WordPress shows smaller copies, whose names say their size, or a scaled one of the original.
      const names = [name.replace(/-\d{2,4}x\d{2,4}(?=\.\w+$)/, ""), name.replace(/-(scaled|e\d{10,})(?=\.\w+$)/, ""), name];
      for (const candidate of names) {
        const found = byName.get(keyOf(candidate));
        if (found) return nearestOf(found, segments.slice(0, -1));
      }
      return undefined;
    },
  };
}

/** The path that ends most like what was asked for. */
function nearestOf(paths: readonly string[], folders: readonly string[]): string | undefined {
  const score = (path: string): number => {
    const own = path.split(/[\\/]/).slice(0, -1).reverse();
    const asked = [...folders].reverse();
    const differs = asked.findIndex(
      (folder, index) => folder.normalize("NFC").toLowerCase() !== own[index]?.normalize("NFC").toLowerCase(),
    );
    return differs < 0 ? asked.length : differs;
  };
  let best: string | undefined;
  for (const path of paths) if (best === undefined || score(path) > score(best)) best = path;
  return best;
}

function keyOf(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
