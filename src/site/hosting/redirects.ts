import { dataAddress, facetAddress, type Language, languageOfAddress, redirectAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS, groupByEntry } from "../../archive/facets.ts";
import { releasesIn } from "../../archive/years.ts";
import { nameIn } from "../../content/registers.ts";
import { compareText } from "../../problems.ts";
import type { Page, RedirectView } from "../pages.ts";

/** The status that a server should answer an old address with: moved for ever (RFC 9110, 15.4.2). */
const MOVED = 301;

/**
 * A page at every old address (content model: aliases of releases, register entries and pages), and all of them as one list for servers.
 * An alias of an entry without a page, or of a release that is not public, leads nowhere and does not appear.
 */
export function redirects(archive: Archive): Page[] {
  const pages = [...ofReleases(archive), ...ofEntries(archive), ...ofPages(archive)];
  const list = pages.map(({ alias, target }) => ({ from: alias, to: target, status: MOVED })).sort((a, b) => compareText(a.from, b.from));
  return [
    ...pages,
    {
      layout: "text",
      address: dataAddress("weiterleitungen.json"),
      text: `[${list.map((entry) => `\n${JSON.stringify(entry)}`).join(",")}\n]\n`,
    },
  ];
}

/** An old address under `/en/` leads to the English version where there is one, likewise Leichte Sprache. */
function ofReleases({ releases, versions }: Archive): RedirectView[] {
  const inLanguage = new Map(versions.map((version) => [`${version.language} ${version.id}`, version]));
  return releases.flatMap((release) =>
    release.aliases.map((alias) => {
      const { address, language, title } = inLanguage.get(`${languageOfAddress(alias)} ${release.id}`) ?? release;
      return leadOn(alias, { path: release.path, target: address, language, title });
    }),
  );
}

function ofEntries(archive: Archive): RedirectView[] {
  return FACETS.flatMap((facet) => {
    const inEnglish = new Set(groupByEntry(facet, releasesIn(archive, "en"), archive).map(({ entry }) => entry.id));
    return groupByEntry(facet, archive.listed, archive).flatMap(({ entry }) =>
      entry.aliases.map((alias) => {
        const language = languageOfAddress(alias) === "en" && inEnglish.has(entry.id) ? "en" : "de";
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
    address: redirectAddress(alias),
    alias,
    path,
    target,
    language,
    title,
    description: undefined,
    isIndexed: false,
    alternates: [],
  };
}
