import { facetAddress, feedAddress, homeAddress, type Language } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS, type Facet } from "../../archive/facets.ts";
import type { Entry } from "../../content/registers.ts";
import type { Release } from "../../content/release/release.ts";

/** A list that has a feed of its own; `address` is the list's, `facet` and `entry` are undefined for all releases of a language. */
export interface FeedList {
  address: string;
  feed: string;
  language: Language;
  facet: Facet | undefined;
  entry: Entry | undefined;
  releases: readonly Release[];
}

/**
 * The address of the feed beside a list (of an entry of a facet, or of all releases of a language), or undefined where it has none: by the
 * facet table, or because nothing is in it.
 */
export function feedOf(list: string, releases: readonly Release[], facet?: Facet): string | undefined {
  if (facet?.hasFeed === false) return undefined;
  return list === homeAddress() || releases.length > 0 ? feedAddress(list) : undefined;
}

/** The whole-site feed that suits a reader of a language: that of the language, else the German one. */
export function siteFeed(archive: Archive, language: Language): string {
  return feedOf(homeAddress(language), archive.releasesIn(language)) ?? feedAddress(homeAddress());
}

/**
 * Every list of a language that has a feed beside the whole site's: first all its releases (not for German), then the entries of each
 * facet in the order of their registers.
 */
export function feedLists(archive: Archive, language: Language): FeedList[] {
  const all = archive.releasesIn(language);
  const lists: Omit<FeedList, "feed">[] =
    language === archive.site.language
      ? []
      : [{ address: homeAddress(language), language, facet: undefined, entry: undefined, releases: all }];
  for (const facet of FACETS) {
    for (const { entry, releases } of archive.entriesOf(facet.name, language)) {
      lists.push({
        address: facetAddress(facet.name, entry.id, undefined, undefined, language),
        language,
        facet,
        entry,
        releases,
      });
    }
  }
  return lists.flatMap((list) => {
    const feed = feedOf(list.address, list.releases, list.facet);
    return feed === undefined ? [] : [{ ...list, feed }];
  });
}

/** The lists with a feed in every language. */
export function allFeedLists(archive: Archive): FeedList[] {
  return archive.site.languages.flatMap((language) => feedLists(archive, language));
}
