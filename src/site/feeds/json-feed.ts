import type { Context } from "../../archive/context.ts";
import { mediaType } from "../../content/attachments.ts";
import { nameIn } from "../../content/registers.ts";
import { lastChangeMoment, publishedMoment } from "../../content/release/moments.ts";
import type { Release } from "../../content/release/release.ts";
import { authorOf, entryId, type FeedHead, subtitleOf } from "./atom.ts";
import type { FullText } from "./full-text.ts";

/** What a JSON Feed is made of. */
export interface JsonFeed {
  head: FeedHead;
  releases: readonly Release[];
  context: Context;
  fullText: FullText;
}

/** A feed as JSON Feed 1.1 (jsonfeed.org), with the same facts and ids as in Atom; `_rights` is an extension as its rules allow. */
export function printJsonFeed({ head, releases, context, fullText }: JsonFeed): string {
  const { site } = context;
  const { absolute } = context.links;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: head.title,
    home_page_url: absolute(head.list),
    feed_url: absolute(head.address),
    description: subtitleOf(head.subtitle, site),
    favicon: absolute("/assets/icon.svg"),
    authors: [{ name: site.issuer }],
    language: head.language,
    _rights: site.textLicense,
    items: releases.map((release) => ({
      id: entryId(release, site),
      url: absolute(release.address),
      title: release.title,
      content_html: fullText(release),
      summary: release.summary || undefined,
      date_published: publishedMoment(release, site.timeZone),
      date_modified: lastChangeMoment(release, site.timeZone),
      authors: [release.department, ...release.with].map((department) => ({ name: authorOf(release, site, department) })),
      tags: release.topics.map((topic) => nameIn(topic, release.language)),
      language: release.language,
      attachments: release.attachments.map(({ file, address, title, size }) => ({
        url: absolute(address),
        mime_type: mediaType(file),
        title,
        size_in_bytes: size,
      })),
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}
