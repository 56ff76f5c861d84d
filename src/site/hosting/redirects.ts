import { dataAddress, facetAddress, type Language, languageOfAddress, redirectAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS } from "../../archive/facets.ts";
import { readOldAddress } from "../../content/old-address.ts";
import { nameIn } from "../../content/registers.ts";
import { compareText } from "../../problems.ts";
import { type Page, textPage, type View } from "../pages.ts";

/** What answers an old address: a page that leads on to `target`. */
export interface RedirectView extends View {
  layout: "redirect";
  alias: string;
  target: string;
}

/** The status that a server should answer an old address with: moved for ever (RFC 9110, 15.4.2). */
export const MOVED = 301;

/** The status for what was there and will not come back (RFC 9110, 15.5.11). */
export const GONE = 410;

/**
 * A page at every old address of a release, register entry or page that a file can answer, and all of them as one list for servers.
 * An alias of an entry without a page, or of a release that is not public, leads nowhere and does not appear.
 */
export function redirects(archive: Archive): Page[] {
  const { links } = archive.context;
  const ways = [...ofReleases(archive), ...ofEntries(archive), ...ofPages(archive)];
  const list = ways
    .map(({ alias, target }): ServerRule => {
      const { host, asked } = readOldAddress(alias);
      return host === undefined
        ? { from: asked, to: target, status: MOVED }
        : { host, from: asked, to: links.absolute(target), status: MOVED };
    })
    .concat(gone(archive))
    .sort((a, b) => compareText(a.host ?? "", b.host ?? "") || compareText(a.from, b.from));
  return [
    ...ways.filter(({ alias }) => readOldAddress(alias).hasFile && !archive.withoutPage.has(alias)),
    textPage({
      address: SERVER_RULES,
      kind: "data",
      from: list,
      print: (entries) => `[${entries.map((entry) => `\n${JSON.stringify(entry)}`).join(",")}\n]\n`,
    }),
  ];
}

/** The address of the list for servers. */
export const SERVER_RULES = dataAddress("weiterleitungen.json");

/**
 * A line of the list for servers: path and query that were asked for, on another host where one is named, and where they lead. Without `to`
 * what once lay below `from` is gone, unless it answers still.
 */
export interface ServerRule {
  host?: string;
  from: string;
  to?: string;
  status: typeof MOVED | typeof GONE;
}

/** Of a withdrawn release the page stays; its pictures, attachments and other files are gone. */
function gone({ releases, versions }: Archive): ServerRule[] {
  return [...releases, ...versions].flatMap(({ address, withdrawn }) => (withdrawn ? [{ from: address, status: GONE }] : []));
}

/** An old address under `/en/` leads to the English version where there is one, likewise Leichte Sprache. */
function ofReleases({ releases, versions, site: { languages } }: Archive): RedirectView[] {
  const inLanguage = new Map(versions.map((version) => [`${version.language} ${version.id}`, version]));
  return releases.flatMap((release) =>
    release.aliases.map((alias) => {
      const { address, language, title } = inLanguage.get(`${languageOfAddress(alias, languages)} ${release.id}`) ?? release;
      return leadOn(alias, { path: release.path, target: address, language, title });
    }),
  );
}

function ofEntries(archive: Archive): RedirectView[] {
  return FACETS.flatMap((facet) => {
    return archive.entriesOf(facet.name, archive.site.language).flatMap(({ entry }) =>
      entry.aliases.map((alias) => {
        const asked = languageOfAddress(alias, archive.site.languages);
        const language = archive.entriesOf(facet.name, asked).some((other) => other.entry === entry) ? asked : archive.site.language;
        const title = nameIn(entry, language);
        return leadOn(alias, {
          path: `registers/${facet.name}.yml`,
          target: facetAddress(facet.name, entry.id, undefined, undefined, language),
          language,
          title,
        });
      }),
    );
  });
}

function ofPages({ pages }: Archive): RedirectView[] {
  return pages.flatMap(({ aliases, path, address, language, title }) =>
    aliases.map((alias) => leadOn(alias, { path, target: address, language, title })),
  );
}

function leadOn(
  alias: string,
  { path, target, language, title }: { path: string; target: string; language: Language; title: string },
): RedirectView {
  return {
    layout: "redirect",
    kind: "redirect",
    source: path,
    address: redirectAddress(readOldAddress(alias).path),
    alias,
    target,
    language,
    title,
    description: undefined,
    isIndexed: false,
    alternates: [],
  };
}
