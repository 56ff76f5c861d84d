import { timeAddress } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { groupByYear, releasesIn } from "../archive/years.ts";
import type { Page, PlainView } from "./pages.ts";

/** How many of the newest releases stand where a page was not found. */
const NEWEST = 5;

/** The pages that a city writes itself: imprint, privacy, accessibility, not found. */
export function plainPages(archive: Archive): Page[] {
  return archive.pages.map((page) => ({
    layout: "page",
    address: page.address,
    language: page.language,
    title: page.title,
    description: page.summary,
    isIndexed: page.slug !== "404" && !page.draft,
    alternates: [],
    page,
    ways: page.slug === "404" ? waysOn(archive) : undefined,
  }));
}

function waysOn(archive: Archive): PlainView["ways"] {
  const releases = releasesIn(archive, "de");
  if (releases.length === 0) return undefined;
  return {
    years: groupByYear(releases).map(({ year }) => ({ label: String(year), address: timeAddress(year) })),
    newest: releases.slice(0, NEWEST),
  };
}
