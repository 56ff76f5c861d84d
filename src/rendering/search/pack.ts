import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { digest } from "../../disk/digest.ts";
import { writeWhole } from "../../disk/whole-file.ts";

/** A file in a pack: its path, a digest of its bytes, and where these lie. */
export interface PackedFile {
  path: string;
  digest: string;
  offset: number;
  size: number;
}

/** What is kept of a bundle from build to build; the bytes of its files lie beside it. */
export interface Pack {
  files: readonly PackedFile[];
  /** Pagefind's names of the bundle's releases, in their order. */
  ids: readonly string[];
  /** The words of the bundle, and in how many of its releases each stands. */
  words: readonly (readonly [string, number])[];
}

/** Characters of the digest that stands before a list: a full disk or a failing one may have left something else. */
const SEAL = digest("").length;

/** Keeps the files of a bundle under a name without ending: all bytes in one file, the list of them in another. */
export function writePack(name: string, made: ReadonlyMap<string, Uint8Array>, rest: Omit<Pack, "files">): Pack {
  let offset = 0;
  const files = Array.from(made, ([path, bytes]) => {
    const file = { path, digest: digest(bytes), offset, size: bytes.length };
    offset += bytes.length;
    return file;
  });
  const pack = { files, ...rest };
  writeWhole(`${name}.bytes`, Buffer.concat([...made.values()]));
  // The list comes last: where it is, the bytes are.
  const list = JSON.stringify(pack);
  writeWhole(`${name}.list`, digest(list) + list);
  return pack;
}

/** What is kept under a name; undefined where it is not there or not as it was written. */
export function readPack(name: string): Pack | undefined {
  try {
    const text = readFileSync(`${name}.list`, "utf8");
    const list = text.slice(SEAL);
    return digest(list) === text.slice(0, SEAL) ? (JSON.parse(list) as Pack) : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of some files of a pack, one after the other; throws `DamagedPack` where they are not those that were kept. */
export function* readFiles(name: string, files: readonly PackedFile[]): Generator<[PackedFile, Uint8Array]> {
  let descriptor: number;
  try {
    descriptor = openSync(`${name}.bytes`, "r");
  } catch {
    throw new DamagedPack(name);
  }
  try {
    for (const file of files) {
      const bytes = Buffer.alloc(file.size);
      if (read(descriptor, bytes, file.offset) !== file.size || digest(bytes) !== file.digest) throw new DamagedPack(name);
      yield [file, bytes];
    }
  } finally {
    closeSync(descriptor);
  }
}

function read(descriptor: number, bytes: Uint8Array, offset: number): number {
  try {
    return readSync(descriptor, bytes, 0, bytes.length, offset);
  } catch {
    return -1;
  }
}

/** The bytes of a bundle are not what was kept: it has to be made again. */
export class DamagedPack extends Error {
  /** The name of the pack. */
  readonly pack: string;

  constructor(name: string) {
    super(`Der Zwischenspeicher ${name} ist beschädigt. Bauen Sie noch einmal.`);
    this.pack = name;
  }
}
