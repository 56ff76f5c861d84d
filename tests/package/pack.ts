import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { fingerprintSources } from "../../src/build/fingerprints.ts";
import { PACKED_FORM, packFormPage } from "../../src/site/form/script.ts";
import { bundleScript, PACKED_SCRIPT } from "../../src/site/search/script.ts";
import { readPackage, SOFTWARE } from "../../src/software.ts";

/** The modules by which a packed program is entered: the command line, plain Eleventy's way in, a thread. */
const ENTRIES = { "command-line": "src/commands/command-line.ts", eleventy: ".eleventy.ts", "render-worker": "src/build/render-worker.ts" };

/**
 * Writes into a folder what a package holds beside files that lie here as they are: `dist/`, the program as JavaScript, since Node strips no
 * types below `node_modules`.
 */
export async function writePackage(folder: string): Promise<void> {
  const dist = join(folder, "dist");
  rmSync(dist, { recursive: true, force: true });
  const { version } = readPackage();
  await build({
    absWorkingDir: SOFTWARE,
    entryPoints: ENTRIES,
    outdir: dist,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    // Names stay, and lines, by which an error says where it happened.
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 140,
    charset: "utf8",
    define: { BUILD: JSON.stringify(`${version} ${fingerprintSources()}`) },
  });
  writeFileSync(join(folder, PACKED_SCRIPT), bundleScript());
  writeFileSync(join(folder, PACKED_FORM), packFormPage());
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await writePackage(SOFTWARE);
