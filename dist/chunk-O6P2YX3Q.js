import {
  FACETS,
  siteFeed
} from "./chunk-C2RGS7IL.js";
import {
  ACCESSIBILITY_SLUG,
  SUBSCRIBE_PAGE,
  archiveAddress,
  dataAddress,
  facetAddress,
  homeAddress,
  pageAddress
} from "./chunk-2MWZRJQY.js";

// src/site/navigation.ts
function navigation(archive, language) {
  const releases = archive.releasesIn(language);
  const words = archive.context.messages.in(language).navigation;
  const home = { label: words.current, address: homeAddress(language) };
  if (releases.length === 0) return [home];
  const facets = FACETS.filter((facet) => releases.some((release) => facet.entriesOf(release, archive.registers).some(facet.hasPage)));
  return [
    home,
    { label: words.archive, address: archiveAddress(language) },
    ...facets.map(({ name }) => ({ label: words[name], address: facetAddress(name, void 0, void 0, void 0, language) }))
  ];
}
function footerPages(archive, language) {
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
function privacyPage(archive, language) {
  return findPage(archive, "datenschutz", language);
}
function findPage({ pages, site }, slug, language) {
  return pages.find((own) => own.slug === slug && own.language === language) ?? pages.find((own) => own.slug === slug && own.language === site.language);
}

// src/site/globals.ts
function globalsOf(archive) {
  const { site } = archive;
  const words = archive.context.messages.in(site.language);
  const inLanguages = (make) => Object.fromEntries(site.languages.map((language) => [language, make(language)]));
  return {
    site,
    sections: inLanguages((language) => navigation(archive, language)),
    archivePages: [
      { label: words.subscribe.link, address: SUBSCRIBE_PAGE },
      { label: words.corrections.heading, address: "/korrekturen/" },
      { label: words.data.heading, address: dataAddress() }
    ],
    siteFeeds: inLanguages((language) => siteFeed(archive, language)),
    homes: archive.languages.map((language) => ({ language, address: homeAddress(language) })),
    footerPages: inLanguages((language) => footerPages(archive, language)),
    privacyPages: inLanguages((language) => {
      const page = privacyPage(archive, language);
      return page && { title: page.title, address: page.address, language: page.language };
    }),
    barriers: {
      email: site.accessibility?.contact.email ?? site.publisher.contact.email,
      address: site.accessibility && pageAddress(ACCESSIBILITY_SLUG)
    }
  };
}

export {
  globalsOf
};
