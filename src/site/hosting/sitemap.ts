import { createLinks, LANGUAGE_TAGS, type Links, SITEMAP } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { lastChangeMoment } from "../../content/release/moments.ts";
import { lazyText, type Page, type ReleaseView, type View } from "../pages.ts";
import { type Xml, xml } from "../xml.ts";

/** As many addresses as one file may hold (sitemaps.org protocol). */
const ADDRESSES_MAX = 50_000;

/**
 * Sitemaps (sitemaps.org protocol) of all pages that may be indexed: releases a year each, with their languages and the moment of the last change,
 * and all other pages. The index names no moments, so that a new release changes only the file of its year.
 */
export function sitemap({ site }: Archive, pages: readonly Page[]): Page[] {
  const links = createLinks(site.url);
  const years = new Map<string, ReleaseView[]>();
  const others: View[] = [];
  for (const page of pages) {
    if (!isIndexed(page)) continue;
    if (page.layout !== "release") others.push(page);
    else {
      const year = page.release.id.slice(0, 4);
      const group = years.get(year);
      if (group) group.push(page);
      else years.set(year, [page]);
    }
  }
  const files = [
    ...[...years]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .flatMap(([year, views]) =>
        divide(
          `/sitemap-${year}`,
          views,
          ({ release }) => release,
          (view) => releaseEntry(view, site.timeZone, links),
        ),
      ),
    ...divide(
      "/sitemap-seiten",
      others,
      ({ address }) => address,
      ({ address }) => xml`<url><loc>${links.absolute(address)}</loc></url>\n`,
    ),
  ];
  const index = xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.map(({ address }) => xml`<sitemap><loc>${links.absolute(address)}</loc></sitemap>\n`)}</sitemapindex>
`;
  return [{ layout: "text", address: SITEMAP, text: index.xml }, ...files];
}

function isIndexed(page: Page): page is View {
  return "isIndexed" in page && page.isIndexed;
}

function releaseEntry({ address, alternates, release }: ReleaseView, timeZone: string, { absolute }: Links): Xml {
  const versions = alternates.map(
    (version) => xml`<xhtml:link rel="alternate" hreflang="${LANGUAGE_TAGS[version.language]}" href="${absolute(version.address)}"/>\n`,
  );
  return xml`<url><loc>${absolute(address)}</loc><lastmod>${lastChangeMoment(release, timeZone)}</lastmod>${versions.length > 0 ? [xml`\n`, ...versions] : []}</url>\n`;
}

/** The files that list views, each printed as an entry that follows from `inputOf` it. */
function divide<V extends View>(name: string, views: readonly V[], inputOf: (view: V) => unknown, print: (view: V) => Xml): Page[] {
  const files: Page[] = [];
  for (let from = 0; from < views.length; from += ADDRESSES_MAX) {
    const part = views.slice(from, from + ADDRESSES_MAX);
    const make = () =>
      xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${part.map(print)}</urlset>
`.xml;
    files.push(lazyText(`${name}${from === 0 ? "" : `-${from / ADDRESSES_MAX + 1}`}.xml`, part.map(inputOf), make));
  }
  return files;
}
