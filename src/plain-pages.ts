import type { Archive } from "./archive/archive.ts";
import type { Page } from "./pages.ts";

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
  }));
}
