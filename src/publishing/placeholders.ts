import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../content/files.ts";

/** What the templates of a new archive leave for the city to fill in. */
const PLACEHOLDER = /\[\s*bitte ausfüllen\b/i;

/** The lines of settings and pages that still wait for what the city has to fill in, as `path:line`. */
export function findPlaceholders(content: string): string[] {
  return listFiles(content).files.flatMap((path) => {
    if (path !== "site.yml" && !/^pages\/.*\.md$/.test(path)) return [];
    const lines = readFileSync(join(content, path), "utf8").split("\n");
    return lines.flatMap((line, index) => (PLACEHOLDER.test(line) && !line.trimStart().startsWith("#") ? [`${path}:${index + 1}`] : []));
  });
}
