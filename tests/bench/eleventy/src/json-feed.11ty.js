import { author, fullText } from "../feeds.js";
import { absolute, names, site, words } from "../town.js";

export const data = { permalink: "/feed.json", eleventyExcludeFromCollections: true };
export function render({ collections }) {
  const items = collections.town.listed.de.slice(0, 50).map((item) => ({
    id: `tag:${site.tagAuthority}:${item.data.id}`,
    url: absolute(item.url),
    title: item.data.title,
    content_html: fullText(item),
    summary: item.data.summary,
    date_published: item.data.issued,
    date_modified: item.data.changed,
    authors: [item.data.department, ...(item.data.with ?? [])].map((id) => ({ name: author(item.data, id) })),
    tags: item.data.topics.map((id) => names.de.topics[id]),
    language: "de",
    attachments: [],
  }));
  return `${JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: `${site.name} – ${site.tagline}`, home_page_url: absolute("/"), feed_url: absolute("/feed.json"), description: `${site.demonstration}. ${words.de.feeds.issuer.replace("{subtitle}", words.de.feeds.all).replace("{issuer}", site.issuer)}`, favicon: absolute("/assets/icon.svg"), authors: [{ name: site.issuer }], language: "de", _rights: site.textLicense, items })}\n`;
}
