import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The root of the software: where its layouts and its `package.json` lie. The root of the city is another: it is the working folder, where
 * `content/` lies and, if a city has any, its own layouts.
 */
export const SOFTWARE = resolve(import.meta.dirname, "..");

/** What the `package.json` of the software, or of another copy of it at `root`, says of itself. */
export function readPackage(root = SOFTWARE): { version: string; engines: { node: string } } {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}
