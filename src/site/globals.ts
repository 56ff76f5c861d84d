import {
  ACCESSIBILITY_SLUG,
  dataAddress,
  GUIDE_PAGES,
  homeAddress,
  type Language,
  pageAddress,
  SUBSCRIBE_PAGE,
  UPCOMING_PAGE,
} from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { Site } from "../content/site.ts";
import { siteFeed } from "./feeds/feed-lists.ts";
import { newPlace } from "./form/links.ts";
import { policiesOf } from "./hosting/policy.ts";
import { footerPages, navigation, privacyPage, type Section } from "./navigation.ts";
import type { Link } from "./pages.ts";
import { searchFor } from "./search/search-languages.ts";

/**
 * What every layout is given, since it stands on every page: a change of it changes them all, so nothing that each new release changes may
 * be in it.
 */
export interface Globals {
  site: Site;
  sections: Record<Language, readonly Section[]>;
  archivePages: readonly Link[];
  siteFeeds: Record<Language, string>;
  homes: readonly { language: Language; address: string }[];
  footerPages: Record<Language, ReturnType<typeof footerPages>>;
  /** What becomes of an e-mail with a comment is told there in full. */
  privacyPages: Record<Language, { title: string; address: string; language: Language } | undefined>;
  /** The search page that each language leads to; undefined where there is none. */
  searches: Record<Language, { address: string; language: Language } | undefined>;
  /** Where a reader reports a barrier, and the accessibility statement where there is one. */
  barriers: { email: string | undefined; address: string | undefined };
  /** What pages may load and do: in the markup too, for hosts that send no headers and for copies that lie anywhere. */
  policies: ReturnType<typeof policiesOf>;
  /** What the preview offers those who write: what becomes public when, the guide, a new file in the repository. Undefined elsewhere. */
  desk: { upcoming: string; guide: string; newRelease: string } | undefined;
}

/** What the layouts of an archive are given. */
export function globalsOf(archive: Archive): Globals {
  const { site } = archive;
  const words = archive.context.messages.in(site.language);
  const inLanguages = <T>(make: (language: Language) => T) =>
    Object.fromEntries(site.languages.map((language) => [language, make(language)])) as Record<Language, T>;
  return {
    site,
    sections: inLanguages((language) => navigation(archive, language)),
    archivePages: [
      { label: words.subscribe.link, address: SUBSCRIBE_PAGE },
      { label: words.corrections.heading, address: "/korrekturen/" },
      { label: words.data.heading, address: dataAddress() },
    ],
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
    barriers: {
      email: site.accessibility?.contact.email ?? site.publisher.contact.email,
      address: site.accessibility && pageAddress(ACCESSIBILITY_SLUG),
    },
    policies: policiesOf(site),
    desk: archive.isPreview ? { upcoming: UPCOMING_PAGE, guide: GUIDE_PAGES["redaktion.md"], newRelease: newPlace(archive) } : undefined,
  };
}
