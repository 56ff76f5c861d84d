import { createRequire } from "node:module";
import { join } from "node:path";
import { FORM_PAGE } from "../../addresses.ts";
import { FORM_PACKAGES, SOFTWARE } from "../../software.ts";
import { type Page, textPage } from "../pages.ts";

/** Defined in a packed program, which brings our part of the script with it (`tests/package/pack.ts`). */
declare const BUILD: string | undefined;

/** The file in a package that holds our part of the form's script. */
export const PACKED_FORM = "dist/form-page.js";

/** Where Sveltia CMS would fetch its fonts, and what stands in the place of that: ours or the reader's own are taken. */
const FONTS = "https://cdn.jsdelivr.net/fontsource/fonts";

/** The script of the form, bundled of our part and the packages that a city has installed. */
export function formScript(): Page {
  return textPage({ address: `${FORM_PAGE}form.js`, kind: "asset", from: FORM_PACKAGES, print: bundleForm });
}

function bundleForm(): string {
  const entry = typeof BUILD === "string" ? PACKED_FORM : "src/site/form/page/page.ts";
  return bundle(join(SOFTWARE, entry), []).replaceAll(FONTS, `${FORM_PAGE}fonts`);
}

/** Our part of the script, without the packages that a city installs. */
export function bundleFormPage(): string {
  return bundle(join(SOFTWARE, "src/site/form/page/page.ts"), ["@sveltia/cms"]);
}

function bundle(entry: string, external: string[]): string {
  // Loaded only where the form is made.
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { outputFiles } = buildSync({
    absWorkingDir: SOFTWARE,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    external,
  });
  return outputFiles[0]?.text ?? "";
}
