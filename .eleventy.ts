import type { EleventyConfig } from "@11ty/eleventy";
import { outputFile } from "./src/addresses.ts";
import { writeManifest } from "./src/build/manifest.ts";
import { searchFilesOf, writeWholeSearch } from "./src/build/search.ts";
import { surveyContent } from "./src/build/survey.ts";
import { reportProblems } from "./src/commands/problem-kinds.ts";
import { readSettings } from "./src/commands/settings.ts";
import { hasErrors } from "./src/problems.ts";
import { setUpEleventy } from "./src/rendering/rendering.ts";

/** Eleventy's configuration: the same pages as `npm run build` (listed in `src/site/capabilities.ts`), written in place. */
export default async function configure(eleventy: EleventyConfig): Promise<void> {
  const { content, output, cache, now } = readSettings(process.env);
  const { reading, pages } = await surveyContent({ folder: content, now }, cache);
  const { archive, problems } = reading;
  if (!archive || hasErrors(problems)) throw new Error(`\n${reportProblems(problems)}`);
  const search = await searchFilesOf(archive, { cache, content, clock: Date.now() });
  eleventy.setOutputDirectory(output);
  setUpEleventy(eleventy, {
    read: () => ({ archive, pages }),
    cache,
    finish: async (all, folder, hashes) => {
      const entries = all.map(({ address, kind }) => ({ address, kind, sha256: hashes.get(outputFile(address)) ?? "" }));
      writeManifest([...entries, ...(await writeWholeSearch(search, folder))], folder, { site: archive.site });
    },
  });
}
