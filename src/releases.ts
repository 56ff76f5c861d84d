import type { Archive } from "./archive/archive.ts";
import type { Page } from "./pages.ts";

/** A page for every release in each of its languages, and its pictures and attachments. */
export function releases(archive: Archive): Page[] {
  const pages: Page[] = [...archive.releases, ...archive.versions].map((release) => ({
    layout: "release",
    address: release.address,
    language: release.language,
    title: release.title,
    description: release.summary || undefined,
    isIndexed: release.withdrawn === undefined && release.state === "public",
    alternates: release.versions.length > 1 ? release.versions : [],
    release,
  }));
  const files: Page[] = archive.files.map(({ address, source }) => ({ layout: "file", address, source }));
  return [...pages, ...files];
}
