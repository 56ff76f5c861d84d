import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../content/files.ts";
import { findPlaceholders } from "../content/placeholders.ts";
import type { Problem } from "../problems.ts";

/**
 * The gaps that a city still has to fill before anything is published, as `path:line`: those of its settings, among what was found in them
 * (`problems`), and those of its pages.
 */
export function findGaps(content: string, problems: readonly Problem[]): string[] {
  const pages = listFiles(content).files.filter((path) => /^pages\/.*\.md$/.test(path));
  const found = pages.flatMap((path) => findPlaceholders(readFileSync(join(content, path), "utf8"), path));
  const settings = problems.filter(({ isGap }) => isGap).map((problem) => ({ ...problem, path: "site.yml" }));
  return [...settings, ...found].map(({ path, line }) => `${path}:${line}`);
}
