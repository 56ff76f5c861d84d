import { homeAddress, type Language } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Release } from "../../content/release/release.ts";

/** A language in which the archive can be searched, the address of its search page, and the folder of its index. */
export interface SearchLanguage {
  language: Language;
  address: string;
  index: string;
}

/** The languages that have a search of their own, where there is anything to find: that of the originals, and English. */
export function searchLanguages({ site, languages, releasesIn }: Archive): SearchLanguage[] {
  const own = languages.filter((language) => language === site.language || language === "en");
  return site.search ? own.filter((language) => releasesIn(language).length > 0).map(searchIn) : [];
}

/** The search that a page in a language leads to: that of the language itself, else that of the originals. */
export function searchFor(archive: Archive, language: Language): SearchLanguage | undefined {
  const all = searchLanguages(archive);
  return all.find((one) => one.language === language) ?? all[0];
}

function searchIn(language: Language): SearchLanguage {
  return { language, address: `${homeAddress(language)}suche/`, index: `/pagefind/${language}/` };
}

/**
 * The texts that a search finds, the oldest first: in that of the originals' language all originals, and their versions in languages that
 * have no search of their own.
 */
export function searchedReleases(archive: Archive, language: Language): Release[] {
  const own = new Set(searchLanguages(archive).map((one) => one.language));
  const others =
    language === archive.site.language ? archive.versions.filter((version) => !version.withdrawn && !own.has(version.language)) : [];
  return [...archive.releasesIn(language), ...others].sort(
    (a, b) => a.published - b.published || (a.address < b.address ? -1 : Number(a.address > b.address)),
  );
}
