import { feedAddress, homeAddress, JSON_FEED, LANGUAGES, SUBSCRIBE_PAGE } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS } from "../../archive/facets.ts";
import { nameIn, type Topic } from "../../content/registers.ts";
import { WORDS } from "../../messages.ts";
import type { FeedEntry, Page } from "../pages.ts";
import { type FeedList, feedLists } from "./feed-lists.ts";

/** The page for people who never used a feed: what it is, how to begin, and every feed of the archive (feeds of parts of other languages stand on their lists). */
export function subscribe(archive: Archive): Page[] {
  const words = WORDS.de.subscribe;
  const lists = feedLists(archive, "de");
  return [
    {
      layout: "subscribe",
      address: SUBSCRIBE_PAGE,
      language: "de",
      title: words.heading,
      description: words.description,
      isIndexed: true,
      alternates: [],
      site: { label: words.all, address: feedAddress(homeAddress()) },
      json: JSON_FEED,
      groups: FACETS.map(({ name }) => ({
        heading: WORDS.de.facets[name].heading,
        feeds: narrowerThan(
          undefined,
          lists.filter(({ facet }) => facet === name),
        ),
      })).filter(({ feeds }) => feeds.length > 0),
      languages: LANGUAGES.flatMap((language) =>
        feedLists(archive, language)
          .filter(({ facet }) => facet === undefined)
          .map(({ feed }) => ({ label: WORDS.de.languages[language], address: feed, language })),
      ),
    },
  ];
}

/** The feeds directly below one, as a tree; a broader topic has a feed wherever a narrower one has. */
function narrowerThan(id: string | undefined, lists: readonly FeedList[]): FeedEntry[] {
  return lists.flatMap(({ entry, feed }) => {
    if (!entry || (entry as Partial<Topic>).broader !== id) return [];
    return [{ label: nameIn(entry, "de"), address: feed, narrower: narrowerThan(entry.id, lists) }];
  });
}
