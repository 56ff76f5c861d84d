import { feedAddress, homeAddress, JSON_FEED, type Language, SUBSCRIBE_PAGE } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS } from "../../archive/facets.ts";
import { nameIn, type Topic } from "../../content/registers.ts";
import { languageName } from "../../messages.ts";
import type { Link, Page, View } from "../pages.ts";
import { type FeedList, feedLists } from "./feed-lists.ts";

/** A list that can be subscribed to: its name, its feed, the narrower ones below it. */
export interface FeedEntry extends Link {
  narrower: readonly FeedEntry[];
}

/** The page that explains feeds and lists them; `address` of a link is the feed's. */
export interface SubscribeView extends View {
  layout: "subscribe";
  site: Link;
  json: string;
  groups: readonly { heading: string; feeds: readonly FeedEntry[] }[];
  languages: readonly (Link & { language: Language })[];
}

/**
 * The page for people who never used a feed: what it is, how to begin, and every feed of the archive (feeds of parts of other languages
 * stand on their lists).
 */
export function subscribe(archive: Archive): Page[] {
  const { language, languages } = archive.site;
  const messages = archive.context.messages.in(language);
  const words = messages.subscribe;
  const lists = feedLists(archive, language);
  const view: SubscribeView = {
    layout: "subscribe",
    kind: "list",
    address: SUBSCRIBE_PAGE,
    language,
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    site: { label: words.all, address: feedAddress(homeAddress()) },
    json: JSON_FEED,
    groups: FACETS.map(({ name }) => ({
      heading: messages.facets[name].heading,
      feeds: narrowerThan(
        undefined,
        language,
        lists.filter(({ facet }) => facet?.name === name),
      ),
    })).filter(({ feeds }) => feeds.length > 0),
    languages: languages.flatMap((other) =>
      feedLists(archive, other)
        .filter(({ facet }) => facet === undefined)
        .map(({ feed }) => ({ label: languageName(messages, other), address: feed, language: other })),
    ),
  };
  return [view];
}

/** The feeds directly below one, as a tree; a broader topic has a feed wherever a narrower one has. */
function narrowerThan(id: string | undefined, language: Language, lists: readonly FeedList[]): FeedEntry[] {
  return lists.flatMap(({ entry, feed }) => {
    if (!entry || (entry as Partial<Topic>).broader !== id) return [];
    return [{ label: nameIn(entry, language), address: feed, narrower: narrowerThan(entry.id, language, lists) }];
  });
}
