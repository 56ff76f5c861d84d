import { archiveAddress, facetAddress, type Language } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS } from "../../archive/facets.ts";
import { languageName } from "../../messages.ts";
import { type Link, type Page, textPage, type View } from "../pages.ts";
import { OPEN_SEARCH, printOpenSearch } from "./open-search.ts";
import type { PageSettings } from "./page-settings.ts";
import { searchScript } from "./script.ts";
import { type SearchLanguage, searchedReleases, searchLanguages } from "./search-languages.ts";

/** The page of a search: the ways into the archive that need no script, and what the script is told (JSON). */
export interface SearchView extends View {
  layout: "search";
  ways: readonly Link[];
  settings: string;
}

/** The search pages with their script, and the description by which browsers offer the search themselves; nothing where it is off. */
export function search(archive: Archive): Page[] {
  const languages = searchLanguages(archive);
  const [first] = languages;
  if (!first) return [];
  const { site, context } = archive;
  const alternates = languages.map(({ language, address }) => ({
    language,
    address,
    title: context.messages.in(language).search.heading,
  }));
  const own = { name: site.name, page: context.links.absolute(first.address), icon: context.links.absolute("/assets/icon.svg") };
  return [
    ...languages.map((one) => toView(archive, one, languages.length > 1 ? alternates : [])),
    textPage({ address: OPEN_SEARCH, kind: "data", from: own, print: printOpenSearch }),
    searchScript(),
  ];
}

function toView(archive: Archive, { language, address, index }: SearchLanguage, alternates: View["alternates"]): SearchView {
  const { links, messages } = archive.context;
  const words = messages.in(language);
  const settings: PageSettings = {
    language,
    index: links.href(index),
    prefix: links.href("/").slice(0, -1),
    words: words.search,
    kinds: words.release.kinds,
    languages: Object.fromEntries(
      [...new Set(searchedReleases(archive, language).map((release) => release.language))].map((one) => [one, languageName(words, one)]),
    ),
  };
  return {
    layout: "search",
    kind: "list",
    address,
    language,
    title: words.search.heading,
    description: words.search.description,
    // The page itself may be found; every search on it names it as the one address that counts (canonical).
    isIndexed: true,
    alternates,
    ways: waysOn(archive, language),
    settings: JSON.stringify(settings),
  };
}

function waysOn(archive: Archive, language: Language): Link[] {
  const words = archive.context.messages.in(language);
  if (archive.releasesIn(language).length === 0) return [];
  const facets = FACETS.filter(({ name }) => archive.entriesOf(name, language).some(({ releases }) => releases.length > 0));
  return [
    { label: words.listing.archive, address: archiveAddress(language) },
    ...facets.map(({ name }) => ({
      label: words.facets[name].heading,
      address: facetAddress(name, undefined, undefined, undefined, language),
    })),
  ];
}
