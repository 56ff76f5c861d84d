import { readFileSync } from "node:fs";
import { join } from "node:path";
import { comparable } from "../addresses.ts";
import { checkAttachment } from "../content/attachments.ts";
import type { Document } from "../content/front-matter.ts";
import { checkImage, pictureSize } from "../content/media.ts";
import type { ReleaseFields } from "../content/release/release.ts";
import { renditionsOf } from "../content/release/renditions.ts";
import { plainFileName } from "../content/violations.ts";
import type { Locate } from "../content/yaml-positions.ts";
import { digest } from "../disk/digest.ts";
import { error, FILE_START, hint, type Problem } from "../problems.ts";
import { fileState } from "./cache/readings.ts";

/**
 * What a head lists, whether or not its shape is right otherwise: the names of its files, the ids of its people, the numbers of its old
 * versions.
 */
export interface Listed {
  images: readonly string[];
  attachments: readonly string[];
  people: readonly string[];
  editions: readonly number[];
}

/** The fields that name a file. */
const FIELDS = [
  ["images", "file"],
  ["attachments", "file"],
  ["attachments", "captions"],
] as const;

/** The names that a head lists; none without a head. */
export function listedIn(document?: Document): Listed {
  const { images, attachments, people, corrections } = document?.data ?? {};
  const entries = (list: unknown) => (Array.isArray(list) ? (list as unknown[]) : []);
  const fieldOf = (entry: unknown, field: string) => (entry as Record<string, unknown> | null | undefined)?.[field];
  const files = (list: unknown, field = "file") =>
    entries(list)
      .map((entry) => fieldOf(entry, field))
      .filter((file) => typeof file === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file));
  const ids = entries(people)
    .map((item) => (typeof item === "string" ? item : fieldOf(item, "id")))
    .filter((id) => typeof id === "string");
  const once = (names: readonly unknown[]) => [...new Set(names as string[])];
  const editions = entries(corrections).flatMap((correction) => Number(fieldOf(correction, "edition")) || []);
  return {
    images: once(files(images)),
    attachments: once([...files(attachments), ...files(attachments, "captions")]),
    people: once(ids),
    editions,
  };
}

/** What a version's text may show: what its original lists, and what its own head claims, which is judged there. */
export function union(own: Listed, original: Listed | undefined): Listed {
  if (!original) return own;
  return {
    images: [...original.images, ...own.images],
    attachments: [...original.attachments, ...own.attachments],
    people: original.people,
    editions: original.editions,
  };
}

/** What tells the files beside a release from changed ones. */
export function stateOfFiles(present: readonly string[], folder: string): string {
  return present.map((name) => `${name} ${fileState(join(folder, name))}`).join("|");
}

/** The files of one release: the names that its head lists and those that lie in its folder; `path` is the release's file. */
interface ReleaseFolder {
  names: Listed;
  present: readonly string[];
  path: string;
  folder: string;
}

/** Checks the pictures and attachments that a head lists: they must lie in the release's folder and be what they seem. */
export function checkListed(document: Document, { names, present, path, folder }: ReleaseFolder): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [field, key] of FIELDS) {
    const entries = document.data[field];
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry, index) => {
      const file: unknown = entry?.[key];
      // A file named again is reported where the list is read; measured it need be only once.
      if (typeof file !== "string" || !names[field].includes(file) || seen.has(file)) return;
      seen.add(file);
      const at = document.locate([field, index, key]);
      if (!present.includes(file)) {
        const where = `${folder.split(/[\\/]/).at(-1)}/`;
        problems.push(
          error("file-missing", path, at, `Die Datei „${file}“ fehlt im Ordner ${where} neben der Meldung.`, whatIsThere(file, present)),
        );
      } else if (/^(index\.|termine\.ics$)/i.test(file)) {
        problems.push(
          error("file-name-reserved", path, at, `„${file}“ heißt wie die Seite der Meldung selbst.`, "Benennen Sie die Datei um."),
        );
      } else {
        const source = join(folder, file);
        problems.push(...(field === "images" ? checkImage(source, path, at) : checkAttachment(source, path, at)));
      }
    });
  }
  const unnamed = present.filter((file) => !names.images.includes(file) && !names.attachments.includes(file));
  const message = "Die Datei wird nicht veröffentlicht: Ihre Meldung nennt sie nicht.";
  const remedy = "Tragen Sie sie unter images oder attachments ein oder löschen Sie sie.";
  return [...problems, ...unnamed.map((file) => hint("file-not-listed", join(folder, file), FILE_START, message, remedy))];
}

/** Checks that each old version that a correction names is there, unless the release was withdrawn: then nobody is shown it. */
export function checkEditions(document: Document, names: Listed, present: ReadonlySet<number>, path: string): Problem[] {
  const { corrections, withdrawn } = document.data;
  if (withdrawn || names.editions.every((number) => present.has(number))) return [];
  return (corrections as ({ edition?: unknown } | undefined)[]).flatMap((correction, index) => {
    const number = Number(correction?.edition);
    if (!number || present.has(number)) return [];
    const name = `${path.split(/[\\/]/).at(-1)?.replace(/\.md$/, "")}/fassung-${number}.md`;
    const message = `Die alte Fassung ${name}, welche die Berichtigung nennt, ist nicht da.`;
    const remedy = "Legen Sie dort ab, was bis zur Berichtigung in der Meldung stand, oder streichen Sie die Angabe edition.";
    return [error("edition-missing", path, document.locate(["corrections", index, "edition"]), message, remedy)];
  });
}

/** What to do about a file that is missing: often one of almost the same name lies there. */
function whatIsThere(file: string, present: readonly string[]): string {
  const stem = (name: string) => plainFileName(name)?.replace(/\.\w+$/, "");
  const alike = present.find((other) => stem(other) === stem(file));
  if (alike === undefined) return "Legen Sie sie dort ab; Groß- und Kleinschreibung zählt.";
  const isUsable = /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(alike);
  return isUsable ? `Dort liegt „${alike}“; schreiben Sie: file: ${alike}` : `Dort liegt „${alike}“; benennen Sie es um in „${file}“.`;
}

/** Says of the files of a sound release what only they know: the size of pictures, and the digest of their content. */
export function measureFiles(release: ReleaseFields, folder: string): void {
  release.images = release.images.map((image) => {
    const source = join(folder, image.file);
    return { ...image, digest: digest(readFileSync(source)), ...pictureSize(source) };
  });
  release.attachments = release.attachments.map((attachment) => {
    const bytes = readFileSync(join(folder, attachment.file));
    const { captions } = attachment;
    const measured = captions && { ...captions, digest: digest(readFileSync(join(folder, captions.file))) };
    return { ...attachment, digest: digest(bytes), size: bytes.length, captions: measured };
  });
}

/** Finds measured pictures and attachments of which the same address would be made: foto.jpg and foto.png both become foto-480.webp. */
export function findTwins({ images, attachments }: ReleaseFields, id: string, path: string, locate: Locate): Problem[] {
  const holders = new Map<string, string>();
  const names = new Set([...images, ...attachments].map(({ file }) => file.toLowerCase()));
  const taken = (file: string, addresses: readonly string[]): string | undefined => {
    const twin = addresses.find((address) => (holders.get(comparable(address)) ?? file) !== file);
    for (const address of addresses) if (!holders.has(comparable(address))) holders.set(comparable(address), file);
    return twin;
  };
  const claims = [
    ...attachments.flatMap(({ file, address, captions }, index) => [
      { file, at: ["attachments", index, "file"], addresses: [address] },
      ...(captions ? [{ file: captions.file, at: ["attachments", index, "captions"], addresses: [captions.address] }] : []),
    ]),
    ...images.map((image, index) => {
      const { webp, jpeg, print } = renditionsOf(image, id);
      return { file: image.file, at: ["images", index, "file"], addresses: [print, ...webp, ...jpeg].map(({ address }) => address) };
    }),
  ];
  return claims.flatMap(({ file, at, addresses }) => {
    const address = taken(file, addresses);
    if (address === undefined) return [];
    const other = holders.get(comparable(address));
    const name = address.split("/").at(-1);
    const message = `„${file}“ und „${other}“ bekämen dieselbe Adresse (${name}); eine der Dateien würde die andere verdrängen.`;
    return [
      error(
        "file-names-collide",
        path,
        locate(at),
        message,
        `Benennen Sie im Ordner „${file}“ um in „${freeName(file, names)}“, und schreiben Sie es auch hier so.`,
      ),
    ];
  });
}

/** A name like that of a file which no other has, and of which no width could be made. */
function freeName(file: string, names: ReadonlySet<string>): string {
  const [, stem = file, ending = ""] = /^(.*?)(\.[^.]+)$/.exec(file) ?? [];
  for (let letter = "b".charCodeAt(0); ; letter++) {
    const name = `${stem}-${String.fromCharCode(letter)}${ending}`;
    if (![...names].some((known) => known.replace(/\.[^.]+$/, "") === name.replace(/\.[^.]+$/, "").toLowerCase())) return name;
  }
}
