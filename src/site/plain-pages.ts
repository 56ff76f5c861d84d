import { timeAddress } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { groupByYear } from "../archive/years.ts";
import type { PlainPage } from "../content/plain-page.ts";
import type { Release } from "../content/release/release.ts";
import type { Link, Page, View } from "./pages.ts";

/** A plain page such as the imprint. */
export interface PlainView extends View {
  layout: "page";
  page: PlainPage;
  /** Ways on from where there is no page: the years and the newest releases; undefined elsewhere and in an empty archive. */
  ways: { years: readonly Link[]; newest: readonly Release[] } | undefined;
}

/** How many of the newest releases stand where a page was not found. */
const NEWEST = 5;

/** The pages that a city writes itself: imprint, privacy, accessibility, not found. */
export function plainPages(archive: Archive): Page[] {
  return archive.pages.map(
    (page): PlainView => ({
      layout: "page",
      kind: "page",
      source: page.path,
      address: page.address,
      language: page.language,
      title: page.title,
      description: page.summary,
      isIndexed: page.slug !== "404" && !page.draft,
      alternates: [],
      page,
      ways: page.slug === "404" ? waysOn(archive) : undefined,
    }),
  );
}

function waysOn(archive: Archive): PlainView["ways"] {
  const releases = archive.listed;
  if (releases.length === 0) return undefined;
  return {
    years: groupByYear(releases).map(({ year }) => ({ label: String(year), address: timeAddress(year) })),
    newest: releases.slice(0, NEWEST),
  };
}
