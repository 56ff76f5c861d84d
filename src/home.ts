import { homeAddress } from "./addresses.ts";
import type { Archive } from "./archive/archive.ts";
import type { HomeView, Page } from "./pages.ts";

/** Below this many releases the newest is shown whole and no lists or charts pretend that there is more. */
const SMALL = 12;

/** How many releases the home page lists below the newest. */
const LISTED = 12;

/** The home page: pinned releases first (emergencies), then the newest. */
export function home(archive: Archive): Page[] {
  const { site, listed } = archive;
  const pinned = listed.filter((release) => release.pinnedUntil !== undefined && release.pinnedUntil > archive.now);
  const ordered = [...pinned, ...listed.filter((release) => !pinned.includes(release))];
  const [newest, ...others] = ordered;
  const view: HomeView = {
    layout: "home",
    address: homeAddress(),
    language: "de",
    title: site.name,
    description: site.tagline,
    isIndexed: true,
    alternates: [],
    newest,
    isWhole: listed.length < SMALL,
    others: others.slice(0, LISTED),
    count: listed.length,
  };
  return [view];
}
