import type { EleventyConfig } from "@11ty/eleventy";
import { outputFile } from "./src/addresses.ts";
import { readArchive } from "./src/archive/reading.ts";
import { writeManifest } from "./src/build/manifest.ts";
import { readSettings } from "./src/commands/settings.ts";
import { hasErrors, reportProblems } from "./src/problems.ts";
import { setUpEleventy } from "./src/rendering/rendering.ts";
import { listPages } from "./src/site/capabilities.ts";
import { findCollision } from "./src/site/collisions.ts";

/** Eleventy's configuration: the same pages as `npm run build` (listed in `src/site/capabilities.ts`), written in place. */
export default function configure(eleventy: EleventyConfig): void {
  const { content, output, cache, now } = readSettings(process.env);
  const { archive, problems } = readArchive({ folder: content, now });
  if (!archive || hasErrors(problems)) throw new Error(`\n${reportProblems(problems)}`);
  const pages = listPages(archive);
  const collision = findCollision(pages);
  if (collision) throw new Error(`\n${reportProblems([collision])}`);
  eleventy.setOutputDirectory(output);
  setUpEleventy(eleventy, {
    read: () => ({ archive, pages }),
    cache,
    finish: (all, folder, hashes) =>
      writeManifest(
        all.map(({ address, kind }) => ({ address, kind, sha256: hashes.get(outputFile(address)) ?? "" })),
        folder,
        archive.site,
      ),
  });
}
