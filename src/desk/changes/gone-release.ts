import { existsSync } from "node:fs";
import { join } from "node:path";
import { editionAddress, fileAddress, releaseAddress } from "../../addresses.ts";
import { listedIn } from "../../archive/listed-files.ts";
import { isForgotten } from "../../build/lost-addresses.ts";
import { pictureAddress } from "../../content/release/renditions.ts";
import { error, FILE_START, type Problem } from "../../problems.ts";
import { type Comparison, EDITION, TEXT } from "./comparison.ts";
import type { FileChange } from "./git.ts";
import { type ReleaseText, readReleaseText, toReleaseText } from "./published-text.ts";

/** A public release whose file is not there any more: what it was, and what files of it were at the revision. */
export interface Gone {
  id: string;
  before: ReleaseText;
  were: ReadonlyMap<string, Uint8Array>;
}

/** What is told of a release that was deleted or renamed: nothing once another names all its addresses, or site.yml gives them up. */
export function tellGone(gone: Gone, { history: { folder, asked }, changes, forgotten }: Comparison): Problem[] {
  const path = `releases/${gone.id}.md`;
  const taken = new Set(changes.flatMap((change) => aliasesIn(change, folder)));
  const open = addressesOf(gone, changes).filter((address) => !taken.has(address) && !isForgotten(address, forgotten));
  if (open.length === 0) return [];
  const renamed = changes.find(({ before }) => before === path)?.path;
  const aliases = `aliases: [${open.join(", ")}]`;
  if (renamed !== undefined) {
    const message = `Diese veröffentlichte Meldung hieß bis ${asked} ${path}; unter ihrer alten Adresse fände sie niemand mehr.`;
    const remedy = `Benennen Sie sie mit allem, was zu ihr gehört, zurück, oder schreiben Sie in ihren Kopf: ${aliases}`;
    return [error("published-release-renamed", join(folder, renamed), FILE_START, message, remedy)];
  }
  const remedy =
    `Holen Sie sie wieder (git checkout ${asked} -- ${lostOf(gone, changes, folder).join(" ")}); ` +
    "soll sie niemand mehr lesen, nennen Sie darin unter withdrawn Tag und Grund. " +
    `Tritt eine andere an ihre Stelle, schreiben Sie in deren Kopf: ${aliases}`;
  return [error("published-release-gone", join(folder, path), FILE_START, "Diese veröffentlichte Meldung ist gelöscht.", remedy)];
}

/** What is told of a language version that was deleted: nothing once its release leads on from its addresses, or site.yml gives them up. */
export function tellGoneVersion(id: string, path: string, { history: { folder, asked }, forgotten }: Comparison): Problem[] {
  const [, , language] = TEXT.exec(path) ?? [];
  const address = releaseAddress(id, language);
  const release = `releases/${id}.md`;
  const taken = aliasesIn({ path: release, kind: "changed" }, folder);
  const editions = listedIn(readReleaseText(join(folder, release))?.document).editions;
  const old = editions.filter((number) => existsSync(join(folder, `releases/${id}/fassung-${number}.${language}.md`)));
  const open = [address, ...old.map((number) => editionAddress(address, number))].filter(
    (one) => !taken.includes(one) && !isForgotten(one, forgotten),
  );
  if (open.length === 0) return [];
  const remedy =
    `Holen Sie sie wieder (git checkout ${asked} -- ${join(folder, path)}), ` +
    `oder schreiben Sie in den Kopf der Meldung: aliases: [${open.join(", ")}]`;
  return [error("published-version-gone", join(folder, path), FILE_START, "Diese veröffentlichte Sprachfassung ist gelöscht.", remedy)];
}

/** The permanent addresses that a release had (docs/content-model.md, "Addresses"), as far as its files tell. */
function addressesOf({ id, before, were }: Gone, changes: readonly FileChange[]): string[] {
  const { images, attachments, editions } = listedIn(before.document);
  const moved = changes.map(({ path, before: earlier = path }) => earlier);
  const languages = moved.flatMap((path) => {
    const [, of, language] = TEXT.exec(path) ?? [];
    return of === id && language !== undefined && toReleaseText(were.get(path), path)?.head.draft !== true ? language : [];
  });
  const old = moved.flatMap((path) => {
    const [, of, number, language] = EDITION.exec(path) ?? [];
    const isShown = language === undefined || languages.includes(language);
    return of === id && isShown && editions.includes(Number(number)) ? editionAddress(releaseAddress(id, language), Number(number)) : [];
  });
  return [
    releaseAddress(id),
    ...languages.map((language) => releaseAddress(id, language)),
    ...images.map((file) => pictureAddress(id, file)),
    ...attachments.map((file) => fileAddress(id, file)),
    ...old,
  ];
}

/** The old addresses that a text takes over, with a slash at the end where the address of a page has one. */
function aliasesIn({ path, kind }: Pick<FileChange, "path" | "kind">, folder: string): string[] {
  const aliases = kind !== "deleted" && path.endsWith(".md") ? readReleaseText(join(folder, path))?.head.aliases : undefined;
  return Array.isArray(aliases) ? aliases.map((alias) => String(alias).replace(/(\/[^/.]+)$/, "$1/")) : [];
}

/** What of a release was deleted, for Git: its texts, and its folder. */
function lostOf({ id }: Gone, changes: readonly FileChange[], folder: string): string[] {
  const deleted = changes.flatMap(({ path, kind }) => (kind === "deleted" ? path : []));
  const texts = deleted.filter((path) => TEXT.exec(path)?.[1] === id);
  const hasFolder = deleted.some((path) => path.startsWith(`releases/${id}/`));
  return [...texts, ...(hasFolder ? [`releases/${id}`] : [])].map((path) => join(folder, path));
}
