import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { compareText } from "./problems.ts";
import { SOFTWARE } from "./software.ts";

/**
 * The folders of layouts, absolute: the city's own (`layouts/` in the working folder) where there is one, then the software's. A file of
 * the first is taken instead of the one with the same path in the second.
 */
export function layoutFolders(): string[] {
  const standard = join(SOFTWARE, "layouts");
  return [...new Set([resolve("layouts"), standard])].filter((folder) => folder === standard || existsSync(folder));
}

/** The files below a part of the layouts (`styles`, all without one), absolute by their path in that part, in the order of the paths. */
export function layoutFiles(part = ""): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of layoutFolders().map((root) => join(root, part)))
    for (const path of filesBelow(folder)) if (!files.has(path)) files.set(path, join(folder, path));
  return new Map([...files].sort(([a], [b]) => compareText(a, b)));
}

/** The files below a folder, as paths from it with `/`, in their order; none where it does not exist. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort(compareText);
}
