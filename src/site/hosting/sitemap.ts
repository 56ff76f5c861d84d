import type { Links } from "../../addresses.ts";
import { SITEMAP } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { lastChangeMoment } from "../../content/release/moments.ts";
import type { Release } from "../../content/release/release.ts";
import { isView, type Page, textPage } from "../pages.ts";
import { type Xml, xml } from "../xml.ts";

/** As many addresses as one file may hold (sitemaps.org protocol). */
const ADDRESSES_MAX = 50_000;

/**
 * Sitemaps (sitemaps.org protocol) of all pages that may be indexed: releases a year each, with their languages and the moment of the last
 * change,
 * and all other pages. The index names no moments, so that a new release changes only the file of its year.
 */
export function sitemap({ releases, versions, context }: Archive, pages: readonly Page[]): Page[] {
  const years = new Map<string, Release[]>();
  for (const release of [...releases, ...versions]) {
    if (release.withdrawn || release.state !== "public") continue;
    const year = release.id.slice(0, 4);
    const group = years.get(year);
    if (group) group.push(release);
    else years.set(year, [release]);
  }
  const others = pages.flatMap((page) =>
    isView(page) && page.isIndexed && page.kind !== "release" && page.kind !== "version" ? [page.address] : [],
  );
  const files = [
    ...[...years].sort(([a], [b]) => (a < b ? 1 : -1)).flatMap(([year, group]) => divide(`/sitemap-${year}`, group, context, releaseEntry)),
    ...divide("/sitemap-seiten", others, context, pageEntry),
  ];
  const addresses = files.map(({ address }) => context.links.absolute(address));
  return [textPage({ address: SITEMAP, kind: "data", from: addresses, print: printIndex }), ...files];
}

function printIndex(addresses: readonly string[]): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => xml`<sitemap><loc>${address}</loc></sitemap>\n`)}</sitemapindex>
`.xml;
}

function pageEntry(address: string, { links }: Context): Xml {
  return xml`<url><loc>${links.absolute(address)}</loc></url>\n`;
}

function releaseEntry(release: Release, { site, links }: Context): Xml {
  const versions = alternates(release, links);
  const changed = lastChangeMoment(release, site.timeZone);
  return xml`<url><loc>${links.absolute(release.address)}</loc><lastmod>${changed}</lastmod>${versions}</url>\n`;
}

function alternates({ versions }: Release, { absolute }: Links): Xml[] {
  if (versions.length < 2) return [];
  const links = versions.map(
    ({ language, address }) => xml`<xhtml:link rel="alternate" hreflang="${language}" href="${absolute(address)}"/>\n`,
  );
  return [xml`\n`, ...links];
}

/** The files that list something, each as an entry; as many in one as it may hold. */
function divide<T>(name: string, all: readonly T[], context: Context, entry: (one: T, context: Context) => Xml): Page[] {
  const print = (from: { part: readonly T[]; context: Context }) => printUrls(from.part.map((one) => entry(one, from.context)));
  const files: Page[] = [];
  for (let at = 0; at < all.length; at += ADDRESSES_MAX) {
    const address = `${name}${at === 0 ? "" : `-${at / ADDRESSES_MAX + 1}`}.xml`;
    files.push(textPage({ address, kind: "data", from: { part: all.slice(at, at + ADDRESSES_MAX), context }, print }));
  }
  return files;
}

function printUrls(entries: readonly Xml[]): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries}</urlset>
`.xml;
}
