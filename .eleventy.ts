import type { EleventyConfig } from "@11ty/eleventy";
import { accessibility } from "./src/accessibility.ts";
import { outputFile } from "./src/addresses.ts";
import { type Archive, readArchive } from "./src/archive/archive.ts";
import { assets } from "./src/assets.ts";
import { readSettings } from "./src/commands/settings.ts";
import { corrections } from "./src/corrections.ts";
import { data } from "./src/data/data.ts";
import { facetPages } from "./src/facet-pages.ts";
import { feeds } from "./src/feeds.ts";
import { home } from "./src/home.ts";
import { hostFiles } from "./src/host-files.ts";
import { listings } from "./src/listings.ts";
import { kindOf, writeManifest } from "./src/manifest.ts";
import type { Capability, Page } from "./src/pages.ts";
import { findCollision } from "./src/permanence.ts";
import { plainPages } from "./src/plain-pages.ts";
import { hasErrors } from "./src/problems.ts";
import { redirects } from "./src/redirects.ts";
import { releaseFiles } from "./src/release-files.ts";
import { releases } from "./src/releases.ts";
import { rendering } from "./src/rendering.ts";
import { reportProblems } from "./src/report.ts";
import { sitemap } from "./src/sitemap.ts";
import { subscribe } from "./src/subscribe.ts";

/** The parts of the site, in the order in which they are made. */
const capabilities: readonly Capability[] = [
  home,
  releases,
  releaseFiles,
  listings,
  facetPages,
  corrections,
  feeds,
  subscribe,
  hostFiles,
  plainPages,
  accessibility,
  data,
  redirects,
  assets,
];

/** All pages of an archive. */
export function listPages(archive: Archive): Page[] {
  const made = capabilities.flatMap((capability) => capability(archive));
  return [...made, ...sitemap(archive, made)];
}

/** Eleventy's configuration: the same pages as `npm run build`, written in place. */
export default function configure(eleventy: EleventyConfig): void {
  const { content, output, cache, now } = readSettings(process.env);
  const { archive, problems } = readArchive({ folder: content, now });
  if (!archive || hasErrors(problems)) throw new Error(`\n${reportProblems(problems)}`);
  const pages = listPages(archive);
  const collision = findCollision(pages);
  if (collision) throw new Error(`\n${reportProblems([collision])}`);
  eleventy.setOutputDirectory(output);
  rendering(eleventy, {
    read: () => ({ archive, pages }),
    cache,
    finish: (all, folder, hashes) =>
      writeManifest(
        all.map((page) => ({ address: page.address, kind: kindOf(page), sha256: hashes.get(outputFile(page.address)) ?? "" })),
        folder,
      ),
  });
}
