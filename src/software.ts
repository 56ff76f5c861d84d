import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
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

/** What the editors' form is made of, in the versions with which it was tested: a city that wants the form installs them. */
export const FORM_PACKAGES = { "@sveltia/cms": "0.221.1", esbuild: "0.28.2" } as const;

/** A package that is installed for the city or the software: its folder and version. Undefined where it is not. */
export function findInstalled(name: string): { folder: string; version: string } | undefined {
  for (const root of [resolve("."), SOFTWARE])
    for (const place of createRequire(join(root, "package.json")).resolve.paths(name) ?? []) {
      const folder = join(place, name);
      if (existsSync(join(folder, "package.json"))) return { folder, version: readPackage(folder).version };
    }
  return undefined;
}
