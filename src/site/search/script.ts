import { join } from "node:path";
import { SOFTWARE } from "../../software.ts";
import { bundleForBrowsers } from "../bundle.ts";
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

/** The modules of the search page as one script. */
export function bundleScript(): string {
  return bundleForBrowsers({ entryPoints: ["src/site/search/page/page.ts"] });
}
