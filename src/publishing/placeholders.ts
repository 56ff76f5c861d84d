import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../content/files.ts";
import { findPlaceholders } from "../content/placeholders.ts";
import type { Problem } from "../problems.ts";

/**
 * The gaps that a city still has to fill before anything is published, as `path:line`: those of its settings, among what was found in them
 * (`problems`), those of its pages, and those of releases that are no drafts any more.
 */
export function findGaps(content: string, problems: readonly Problem[]): string[] {
  const texts = listFiles(content).files.filter((path) => /^(pages|releases)\/.*\.md$/.test(path));
  const found = texts.flatMap((path) => {
    const text = readFileSync(join(content, path), "utf8");
    return /^draft:[ \t]*true[ \t\r]*$/m.test(text.slice(0, HEAD)) ? [] : findPlaceholders(text, path);
  });
  const settings = problems.filter(({ isGap }) => isGap).map((problem) => ({ ...problem, path: "site.yml" }));
  return [...settings, ...found].map(({ path, line }) => `${path}:${line}`);
}

/** Within so many characters a head says whether its text is a draft. */
const HEAD = 20_000;
