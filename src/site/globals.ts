import { ACCESSIBILITY_SLUG, GUIDE_PAGES, homeAddress, type Language, pageAddress, UPCOMING_PAGE } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { Site } from "../content/site.ts";
import { sitePreview } from "./cards.ts";
import { siteFeed } from "./feeds/feed-lists.ts";
import { newPlace } from "./form/links.ts";
import { policiesOf } from "./hosting/policy.ts";
import { archivePages, footerPages, navigation, privacyPage, type Section } from "./navigation.ts";
import type { Link, Preview } from "./pages.ts";
import { searchFor } from "./search/search-languages.ts";

/**
 * What every layout is given, since it stands on every page: a change of it changes them all, so nothing that each new release changes may
 * be in it.
 */
export interface Globals {
  site: Site;
  sections: Record<Language, readonly Section[]>;
  /** The archive's own pages, named in each language; they are in the originals' language, and say so to others. */
  archivePages: Record<Language, readonly (Link & { language: Language })[]>;
  siteFeeds: Record<Language, string>;
  homes: readonly { language: Language; address: string }[];
  footerPages: Record<Language, ReturnType<typeof footerPages>>;
  /** What becomes of an e-mail with a comment is told there in full. */
  privacyPages: Record<Language, { title: string; address: string; language: Language } | undefined>;
  /** The search page that each language leads to; undefined where there is none. */
  searches: Record<Language, { address: string; language: Language } | undefined>;
  /** True where lists name the office of each release: a city with one office need not. */
  namesOffices: boolean;
  /** Where a reader reports a barrier, and the accessibility statement where there is one. */
  barriers: { email: string | undefined; address: string | undefined };
  /** What pages may load and do: in the markup too, for hosts that send no headers and for copies that lie anywhere. */
  policies: ReturnType<typeof policiesOf>;
  /** The picture that stands for a page without one of its own where a link to it is shown; undefined where there is none. */
  preview: Preview | undefined;
  /** What the preview offers those who write: what becomes public when, the guide, a new file in the repository. Undefined elsewhere. */
  desk: { upcoming: string; guide: string; newRelease: string } | undefined;
}

/** What the layouts of an archive are given. */
export function globalsOf(archive: Archive): Globals {
  const { site } = archive;
  const inLanguages = <T>(make: (language: Language) => T) =>
    Object.fromEntries(site.languages.map((language) => [language, make(language)])) as Record<Language, T>;
  return {
    site,
    sections: inLanguages((language) => navigation(archive, language)),
    archivePages: inLanguages((language) => archivePages(archive, language)),
    siteFeeds: inLanguages((language) => siteFeed(archive, language)),
    homes: archive.languages.map((language) => ({ language, address: homeAddress(language) })),
    footerPages: inLanguages((language) => footerPages(archive, language)),
    privacyPages: inLanguages((language) => {
      const page = privacyPage(archive, language);
      return page && { title: page.title, address: page.address, language: page.language };
    }),
    searches: inLanguages((language) => {
      const found = searchFor(archive, language);
      return found && { address: found.address, language: found.language };
    }),
    namesOffices: archive.entriesOf("departments", site.language).length > 1,
    barriers: {
      email: site.accessibility?.contact.email ?? site.publisher.contact.email,
      address: site.accessibility && pageAddress(ACCESSIBILITY_SLUG),
    },
    preview: sitePreview(site),
    policies: policiesOf(site),
    desk: archive.isPreview ? { upcoming: UPCOMING_PAGE, guide: GUIDE_PAGES["redaktion.md"], newRelease: newPlace(archive) } : undefined,
  };
}
