import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Page, textPage } from "../pages.ts";

/** The script of the search page; it is loaded there and nowhere else. */
export const SEARCH_SCRIPT = "/assets/search.js";

const FOLDER = join(import.meta.dirname, "../../../layouts/scripts/search");

/** Joins the modules of the search page to one file. What they import of `src/` is part of the program, which every page depends on. */
export function searchScript(): Page {
  const modules = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => readFileSync(join(FOLDER, name), "utf8"));
  return textPage({ address: SEARCH_SCRIPT, kind: "asset", from: modules, print: bundle });
}

function bundle(): string {
  // Loaded only where the script is made.
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: [join(FOLDER, "page.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
