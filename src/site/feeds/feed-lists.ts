import { type FacetName, facetAddress, feedAddress, homeAddress, LANGUAGES, type Language } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS, groupByEntry } from "../../archive/facets.ts";
import { releasesIn } from "../../archive/years.ts";
import type { Entry } from "../../content/registers.ts";
import type { Release } from "../../content/release/release.ts";

/** A list with fewer releases has no feed: nobody would subscribe to it. */
const MINIMUM = 3;

/** A list that has a feed of its own; `address` is the list's, `facet` and `entry` are undefined for all releases of a language. */
export interface FeedList {
  address: string;
  feed: string;
  language: Language;
  facet: FacetName | undefined;
  entry: Entry | undefined;
  releases: readonly Release[];
}

/** The address of the feed beside a list (of an entry of a facet, or of all releases of a language), or undefined where it has none. */
export function feedOf(list: string, releases: readonly Release[]): string | undefined {
  return list === homeAddress() || releases.length >= MINIMUM ? feedAddress(list) : undefined;
}

/** The whole-site feed that suits a reader of a language: that of the language, else the German one. */
export function siteFeed(archive: Archive, language: Language): string {
  return feedOf(homeAddress(language), releasesIn(archive, language)) ?? feedAddress(homeAddress());
}

/** Every list of a language that has a feed beside the whole site's: first all its releases (not for German), then the entries of each facet in the order of their registers. */
export function feedLists(archive: Archive, language: Language): FeedList[] {
  const all = releasesIn(archive, language);
  const lists: Omit<FeedList, "feed">[] =
    language === "de" ? [] : [{ address: homeAddress(language), language, facet: undefined, entry: undefined, releases: all }];
  for (const facet of FACETS) {
    for (const { entry, releases } of groupByEntry(facet, all, archive)) {
      lists.push({
        address: facetAddress(facet.name, entry.id, undefined, undefined, language),
        language,
        facet: facet.name,
        entry,
        releases,
      });
    }
  }
  return lists.flatMap((list) => {
    const feed = feedOf(list.address, list.releases);
    return feed === undefined ? [] : [{ ...list, feed }];
  });
}

/** The lists with a feed in every language. */
export function allFeedLists(archive: Archive): FeedList[] {
  return LANGUAGES.flatMap((language) => feedLists(archive, language));
}
