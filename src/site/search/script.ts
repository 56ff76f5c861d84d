import { createRequire } from "node:module";
import { join } from "node:path";
import { SOFTWARE } from "../../software.ts";
import { type Page, textPage } from "../pages.ts";

/** Defined in a packed program, which brings the script with it (`tests/package/pack.ts`). */
declare const BUILD: string | undefined;

/** The file in a package that holds the script of the search page. */
export const PACKED_SCRIPT = "dist/search-page.js";

/** The script of the search page; it is loaded there and nowhere else. */
export function searchScript(): Page {
  const address = "/assets/search.js";
  if (typeof BUILD === "string") return { address, kind: "asset", source: join(SOFTWARE, PACKED_SCRIPT) };
  // Its modules are modules of the program, whose fingerprint every page holds.
  return textPage({ address, kind: "asset", from: "", print: bundleScript });
}

/** Joins the modules of the search page to one file, as browsers since 2022 read it. */
export function bundleScript(): string {
  // Loaded only where the script is made; a package does without.
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { outputFiles } = buildSync({
    absWorkingDir: SOFTWARE,
    entryPoints: ["src/site/search/page/page.ts"],
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
