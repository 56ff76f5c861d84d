import { archiveAddress, facetAddress, homeAddress, type Language } from "./addresses.ts";
import type { Archive } from "./archive/archive.ts";
import { FACETS } from "./facets.ts";
import { WORDS } from "./words.ts";
import { releasesIn } from "./years.ts";

/** A link that stands on every page of a language. */
export interface Section {
  label: string;
  address: string;
}

/** The main navigation of a language; a way of browsing that has nothing to show is not offered. */
export function navigation(archive: Archive, language: Language): Section[] {
  const releases = releasesIn(archive, language);
  const words = WORDS[language].navigation;
  const home = { label: words.current, address: homeAddress(language) };
  if (releases.length === 0) return [home];
  const facets = FACETS.filter((facet) => releases.some((release) => facet.entriesOf(release, archive.registers).some(facet.hasPage)));
  return [
    home,
    { label: words.archive, address: archiveAddress(language) },
    ...facets.map(({ name }) => ({ label: words[name], address: facetAddress(name, undefined, undefined, undefined, language) })),
  ];
}
