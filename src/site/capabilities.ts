import type { Archive } from "../archive/archive.ts";
import { accessibility } from "./accessibility.ts";
import { assets } from "./assets.ts";
import { cards } from "./cards.ts";
import { data } from "./data/data.ts";
import { feeds } from "./feeds/feeds.ts";
import { subscribe } from "./feeds/subscribe.ts";
import { form } from "./form/form.ts";
import { home } from "./home.ts";
import { hostFiles } from "./hosting/host-files.ts";
import { redirects } from "./hosting/redirects.ts";
import { sitemap } from "./hosting/sitemap.ts";
import { icons } from "./icons.ts";
import { corrections } from "./lists/corrections.ts";
import { events } from "./lists/events.ts";
import { facetPages } from "./lists/facet-pages.ts";
import { listings } from "./lists/listings.ts";
import type { Capability, Page } from "./pages.ts";
import { plainPages } from "./plain-pages.ts";
import { editions } from "./releases/editions.ts";
import { releaseFiles } from "./releases/release-files.ts";
import { releases } from "./releases/releases.ts";
import { search } from "./search/search.ts";

/** The parts of the site, in the order in which they are made. */
const CAPABILITIES: readonly Capability[] = [
  home,
  releases,
  editions,
  releaseFiles,
  listings,
  facetPages,
  corrections,
  events,
  feeds,
  subscribe,
  hostFiles,
  plainPages,
  accessibility,
  search,
  form,
  data,
  redirects,
  assets,
  icons,
  cards,
];

/** All pages of an archive; the sitemap comes last, since it lists the others. */
export function listPages(archive: Archive): Page[] {
  const made = CAPABILITIES.flatMap((capability) => capability(archive));
  return [...made, ...sitemap(archive, made)];
}
