import { existsSync } from "node:fs";
import { join } from "node:path";
import { withoutEmpty } from "../../content/empty-fields.ts";
import { readContent } from "../../content/files.ts";
import { readDocument } from "../../content/front-matter.ts";
import { AlreadyThere, uninterrupted, writeNew, writeNewFolder } from "../../disk/new-file.ts";
import { hasErrors } from "../../problems.ts";
import type { Foundations } from "./foundations.ts";

/** What an original lists that its versions may say in their language, and the language it was issued in. */
export interface Original {
  language: string;
  /** People whose role the release itself says. */
  people: readonly string[];
  images: readonly string[];
}

/**
 * Lays the file of a release that begins, and its pictures beside it: all or nothing, and nothing over what is there. Throws
 * `AlreadyThere` where a release, a language version or a folder has the name already.
 */
export function layRelease({ content, sorted }: Foundations, id: string, file: string, pictures: ReadonlyMap<string, Uint8Array>): string {
  const path = join(content, "releases", `${id}.md`);
  const taken = sorted.releases.find((release) => release.id === id);
  if (taken) throw new AlreadyThere(join(content, taken.path));
  if (existsSync(path.slice(0, -".md".length))) throw new AlreadyThere(path.slice(0, -".md".length));
  uninterrupted(() => {
    if (pictures.size > 0) writeNewFolder(path.slice(0, -".md".length), pictures);
    writeNew(path, file);
  });
  return path;
}

/** A slug that no release of a month has: this one, or the first of `slug-2`, `slug-3`, … */
export function freeSlug({ content, sorted }: Foundations, month: string, slug: string): string {
  const isTaken = (name: string) =>
    sorted.releases.some(({ id }) => id === `${month}/${name}`) || existsSync(join(content, "releases", month, name));
  let free = slug;
  for (let number = 2; isTaken(free); number++) free = `${slug}-${number}`;
  return free;
}

/** What the original of a version says; throws in German where it cannot be read. */
export function readOriginal({ content, site }: Foundations, id: string): Original {
  const path = join(content, "releases", `${id}.md`);
  const bytes = readContent(path);
  const read = bytes instanceof Uint8Array ? readDocument(bytes, path) : { value: undefined, problems: [bytes] };
  const [first] = read.problems;
  if (!read.value || hasErrors(read.problems))
    throw new Error(`${path}:${first?.line ?? 1}: ${first?.message ?? ""} ${first?.remedy ?? ""}`);
  const { language = site.language, people = [], images = [] } = withoutEmpty(read.value.data) as Record<string, unknown>;
  const listed = (list: unknown, key: string): string[] =>
    (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
      const value = typeof one === "object" && one !== null ? (one as Record<string, unknown>)[key] : undefined;
      return typeof value === "string" ? [value] : [];
    });
  const withRole = (Array.isArray(people) ? people : []).filter((one: unknown) => typeof one === "object" && one !== null && "role" in one);
  return { language: String(language), people: listed(withRole, "id"), images: listed(images, "file") };
}

/** Lays the file of a language version beside its original; throws `AlreadyThere` where there is one. */
export function layVersion({ content }: Foundations, id: string, language: string, file: string): string {
  const path = join(content, "releases", `${id}.${language}.md`);
  uninterrupted(() => writeNew(path, file));
  return path;
}
