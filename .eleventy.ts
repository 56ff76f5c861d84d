import type { EleventyConfig } from "@11ty/eleventy";
import { outputFile } from "./src/addresses.ts";
import { findCollision } from "./src/archive/aliases.ts";
import { type Archive, readArchive } from "./src/archive/archive.ts";
import { kindOf, writeManifest } from "./src/build/manifest.ts";
import { reportProblems } from "./src/commands/report.ts";
import { readSettings } from "./src/commands/settings.ts";
import { hasErrors } from "./src/problems.ts";
import { rendering } from "./src/rendering/rendering.ts";
import { accessibility } from "./src/site/accessibility.ts";
import { assets } from "./src/site/assets.ts";
import { data } from "./src/site/data/data.ts";
import { feeds } from "./src/site/feeds/feeds.ts";
import { subscribe } from "./src/site/feeds/subscribe.ts";
import { home } from "./src/site/home.ts";
import { hostFiles } from "./src/site/hosting/host-files.ts";
import { redirects } from "./src/site/hosting/redirects.ts";
import { sitemap } from "./src/site/hosting/sitemap.ts";
import { corrections } from "./src/site/lists/corrections.ts";
import { facetPages } from "./src/site/lists/facet-pages.ts";
import { listings } from "./src/site/lists/listings.ts";
import type { Capability, Page } from "./src/site/pages.ts";
import { plainPages } from "./src/site/plain-pages.ts";
import { releaseFiles } from "./src/site/releases/release-files.ts";
import { releases } from "./src/site/releases/releases.ts";

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
