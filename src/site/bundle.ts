import { createRequire } from "node:module";
import { SOFTWARE } from "../software.ts";

/** Joins modules to one script, as browsers since 2022 read it; esbuild is loaded only where one is made, a package does without. */
export function bundleForBrowsers(options: import("esbuild").BuildOptions): string {
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { outputFiles } = buildSync({
    absWorkingDir: SOFTWARE,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    ...options,
  });
  return outputFiles?.[0]?.text ?? "";
}
