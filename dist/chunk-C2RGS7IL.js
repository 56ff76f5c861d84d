import {
  REGISTER_SCHEMAS,
  facetAddress,
  feedAddress,
  homeAddress,
  mainLanguage
} from "./chunk-2MWZRJQY.js";

// src/content/registers.ts
function nameIn(entry, language) {
  const known = [language, mainLanguage(language)].find((tag) => Object.hasOwn(entry.names, tag));
  return (known && entry.names[known]) ?? entry.name;
}
var EMPTY_REGISTERS = Object.fromEntries(Object.keys(REGISTER_SCHEMAS).map((name) => [name, /* @__PURE__ */ new Map()]));
function withBroader(topic, topics) {
  const way = /* @__PURE__ */ new Set();
  for (let at = topic; at && !way.has(at); at = at.broader === void 0 ? void 0 : topics.get(at.broader))
    way.add(at);
  return [...way];
}

// src/archive/facets.ts
var FACETS = [
  {
    name: "topics",
    hasFeed: true,
    isDivided: true,
    hasPage: () => true,
    // A release under a narrow topic stands under its broader ones too, each once.
    entriesOf: ({ topics }, registers) => [...new Set(topics.flatMap((topic) => withBroader(topic, registers.topics)))]
  },
  {
    name: "departments",
    hasFeed: true,
    isDivided: true,
    hasPage: () => true,
    entriesOf: (release) => [.../* @__PURE__ */ new Set([release.department, ...release.with])]
  },
  {
    name: "people",
    hasFeed: true,
    isDivided: false,
    hasPage: (entry) => "page" in entry && entry.page === true,
    entriesOf: (release) => release.people.map(({ person }) => person)
  },
  { name: "places", hasFeed: true, isDivided: false, hasPage: () => true, entriesOf: (release) => release.places }
];
function groupByFacet(facet, releases, registers, kept) {
  const groups = /* @__PURE__ */ new Map();
  for (const release of releases) {
    for (const { id } of facet.entriesOf(release, registers)) {
      const group = groups.get(id);
      if (group) group.push(release);
      else groups.set(id, [release]);
    }
  }
  const register = registers[facet.name];
  return [...register.values()].filter((entry) => facet.hasPage(entry) && (groups.has(entry.id) || kept.has(entry.id))).map((entry) => ({ entry, releases: groups.get(entry.id) ?? [] }));
}

// src/site/feeds/feed-lists.ts
var MINIMUM = 3;
function feedOf(list, releases, facet) {
  if (facet?.hasFeed === false) return void 0;
  return list === homeAddress() || releases.length >= MINIMUM ? feedAddress(list) : void 0;
}
function siteFeed(archive, language) {
  return feedOf(homeAddress(language), archive.releasesIn(language)) ?? feedAddress(homeAddress());
}
function feedLists(archive, language) {
  const all = archive.releasesIn(language);
  const lists = language === archive.site.language ? [] : [{ address: homeAddress(language), language, facet: void 0, entry: void 0, releases: all }];
  for (const facet of FACETS) {
    for (const { entry, releases } of archive.entriesOf(facet.name, language)) {
      lists.push({
        address: facetAddress(facet.name, entry.id, void 0, void 0, language),
        language,
        facet,
        entry,
        releases
      });
    }
  }
  return lists.flatMap((list) => {
    const feed = feedOf(list.address, list.releases, list.facet);
    return feed === void 0 ? [] : [{ ...list, feed }];
  });
}
function allFeedLists(archive) {
  return archive.site.languages.flatMap((language) => feedLists(archive, language));
}

export {
  nameIn,
  EMPTY_REGISTERS,
  FACETS,
  groupByFacet,
  feedOf,
  siteFeed,
  feedLists,
  allFeedLists
};
