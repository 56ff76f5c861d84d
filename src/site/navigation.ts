import {
  ACCESSIBILITY_SLUG,
  archiveAddress,
  dataAddress,
  eventsAddress,
  facetAddress,
  homeAddress,
  type Language,
  pageAddress,
  SUBSCRIBE_PAGE,
} from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { FACETS } from "../archive/facets.ts";
import type { PlainPage } from "../content/plain-page.ts";
import { mainLanguage } from "../languages.ts";
import { fill } from "../messages.ts";
import { hasEvents } from "./lists/events.ts";
import type { Link } from "./pages.ts";

/** A link that stands on every page of a language. */
export interface Section {
  label: string;
  address: string;
}

/** The main navigation of a language; a way of browsing that has nothing to show is not offered. */
export function navigation(archive: Archive, language: Language): Section[] {
  const releases = archive.releasesIn(language);
  const words = archive.context.messages.in(language).navigation;
  const home = { label: words.current, address: homeAddress(language) };
  if (releases.length === 0) return [home];
  const facets = FACETS.filter((facet) => releases.some((release) => facet.entriesOf(release, archive.registers).some(facet.hasPage)));
  return [
    home,
    { label: words.archive, address: archiveAddress(language) },
    ...(releases.some(hasEvents) ? [{ label: words.events, address: eventsAddress(language) }] : []),
    ...facets.map(({ name }) => ({ label: words[name], address: facetAddress(name, undefined, undefined, undefined, language) })),
  ];
}

/** The archive's own pages for the foot of a language's pages; where they are in another language, the link says so. */
export function archivePages({ site, context }: Archive, language: Language): (Link & { language: Language })[] {
  const words = context.messages.in(language);
  const isSame = mainLanguage(language) === site.language;
  return [
    { label: words.subscribe.link, address: SUBSCRIBE_PAGE },
    { label: words.corrections.heading, address: "/korrekturen/" },
    { label: words.data.heading, address: dataAddress() },
  ].map(({ label, address }) => ({
    label: isSame ? label : fill(words.site.inGerman, { page: label }),
    address,
    language: isSame ? language : site.language,
  }));
}

/**
 * The pages at the foot of every page of a language, each in that language where it is there, else in German; the accessibility statement
 * is always among them (Directive (EU) 2016/2102, article 7).
 */
export function footerPages(archive: Archive, language: Language): { title: string; address: string; language: Language }[] {
  const { accessibility, navigation: slugs } = archive.site;
  const all = accessibility && !slugs.includes(ACCESSIBILITY_SLUG) ? [ACCESSIBILITY_SLUG, ...slugs] : slugs;
  return all.flatMap((slug) => {
    if (accessibility && slug === ACCESSIBILITY_SLUG) {
      const shown = language === "en" && archive.languages.includes("en") ? "en" : "de";
      return [{ title: archive.context.messages.in(shown).accessibility.heading, address: pageAddress(slug, shown), language: shown }];
    }
    const page = findPage(archive, slug, language);
    return page ? [{ title: page.title, address: page.address, language: page.language }] : [];
  });
}

/** The page on privacy (GDPR, article 13) in a language, else in German; undefined where the city has none under this name. */
export function privacyPage(archive: Archive, language: Language): PlainPage | undefined {
  return findPage(archive, "datenschutz", language);
}

function findPage({ pages, site }: Archive, slug: string, language: Language): PlainPage | undefined {
  return (
    pages.find((own) => own.slug === slug && own.language === language) ??
    pages.find((own) => own.slug === slug && own.language === site.language)
  );
}
