import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Foundations } from "../releases/foundations.ts";

/** Longest head that is looked at, in bytes. */
const HEAD_MAX = 30_000;

/** The old addresses that releases of a content folder name already, with the id of each, but those of some files. */
export function aliasesIn(
  { content, sorted }: Pick<Foundations, "content" | "sorted">,
  isOwn: (id: string) => boolean,
): Map<string, string> {
  const aliases = new Map<string, string>();
  const buffer = Buffer.alloc(HEAD_MAX);
  for (const { path, id } of sorted.releases) {
    if (isOwn(id)) continue;
    const file = openSync(join(content, path), "r");
    const head = buffer.toString("utf8", 0, readSync(file, buffer, 0, HEAD_MAX, 0)).split(/^---[ \t]*$/m)[1] ?? "";
    closeSync(file);
    const listed = /^aliases:([\s\S]*?)(?=^[A-Za-z]|(?![\s\S]))/m.exec(head)?.[1] ?? "";
    for (const [alias] of listed.matchAll(/(?:https?:\/)?\/[^\s,"'\]]+/g)) aliases.set(alias, id);
  }
  return aliases;
}
