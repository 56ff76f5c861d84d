import { absolute, documents, escapeXml, fill, names, printDate, site, words } from "./town.js";

const NEWEST = 50;
const FACETS = { themen: "topics", aemter: "departments", personen: "people", orte: "places" };

/** Every Atom feed of the site: its address, its head, its releases. */
export function feedsOf({ listed, listing, of }) {
  const current = [...listed.de].sort((a, b) => Date.parse(b.data.changed) - Date.parse(a.data.changed)).slice(0, NEWEST);
  const archived = new Map(documents.map(({ address }) => [address, []]));
  for (const item of listed.de) archived.get(item.data.archived)?.push(item);
  const whole = { id: "feed", language: "de", list: "/", title: `${site.name} – ${site.tagline}`, subtitle: words.de.feeds.all };
  const feeds = [{ ...whole, address: "/feed.xml", items: current, previous: site.history }];
  for (const document of documents) feeds.push({ ...whole, ...document, items: archived.get(document.address), isArchive: true, current: "/feed.xml" });
  if (listed.en.length > 2) feeds.push({ id: "feed:en", language: "en", list: "/en/", address: "/en/feed.xml", title: `${words.en.languages.en} – ${site.name}`, subtitle: words.en.feeds.all, items: listed.en.slice(0, NEWEST) });
  for (const list of listing) {
    if (list.kind !== "entry" || list.feed === undefined) continue;
    const [segment, term] = (list.language === "de" ? list.address : list.address.slice(3)).split("/").slice(1);
    const subtitle = fill(words[list.language].feeds[FACETS[segment]], { name: list.title });
    feeds.push({ id: `feed:${list.address.slice(1, -1)}`, language: list.language, list: list.address, address: list.feed, title: `${list.title} – ${site.name}`, subtitle, items: of(`${list.language} ${segment} ${term}`).slice(0, NEWEST) });
  }
  return feeds;
}

/** The text of a release with what its page says above it. */
export function fullText({ data, content }) {
  const w = words[data.language].release;
  const { translation, corrections = [] } = data;
  return [
    ...(translation ? [`<p><em>${w.translations[translation.kind]}${translation.by ? ` ${fill(w.translatedBy, { by: translation.by })}` : ""}</em></p>\n`] : []),
    ...corrections.map(({ date, note }) => `<p><strong>${fill(w.correction, { date: printDate(date, data.language) })}</strong> ${escapeXml(note)}</p>\n`),
    content,
  ].join("");
}

/** Who speaks: the city and its office. */
export const author = (data, id = data.department) => `${site.issuer}, ${names[data.language].departments[id]}`;

/** A release as an entry of a feed; it stands in several and is made once. */
export function entry(item) {
  const { data, url } = item;
  const { language } = data;
  const others = (data.versions ?? []).filter((version) => version.language !== language);
  const link = (tag, address) => `<link rel="alternate" type="text/html" hreflang="${tag}" href="${absolute(address)}"/>\n`;
  return `<entry xml:lang="${language}">
<id>tag:${site.tagAuthority}:${data.id}${language === "de" ? "" : `.${language}`}</id>
<title>${escapeXml(data.title)}</title>
<published>${data.issued}</published>
<updated>${data.changed}</updated>
<author><name>${escapeXml(author(data))}</name></author>
${(data.with ?? []).map((id) => `<contributor><name>${escapeXml(author(data, id))}</name></contributor>\n`).join("")}${data.topics.map((id) => `<category term="${id}" label="${escapeXml(names[language].topics[id])}"/>\n`).join("")}<link rel="alternate" type="text/html" href="${absolute(url)}"/>
${others.map((version) => link(version.language, version.address)).join("")}${others.length > 0 ? link(language, url) : ""}<summary>${escapeXml(data.summary)}</summary>
<content type="html"><![CDATA[${fullText(item)}]]></content>
</entry>
`;
}

const entries = new Map();

/** A feed as Atom. */
export function atom(feed) {
  const one = (rel, address) => (address === undefined ? "" : `<link rel="${rel}" type="application/atom+xml" href="${absolute(address)}"/>\n`);
  const known = (item) => entries.get(item.url) ?? entries.set(item.url, entry(item)).get(item.url);
  const updated = feed.items.reduce((last, { data }) => (Date.parse(data.changed) > Date.parse(last) ? data.changed : last), feed.items[0].data.changed);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${feed.language}">
<id>tag:${site.tagAuthority}:${feed.id}</id>
<title>${escapeXml(feed.title)}</title>
<subtitle>${site.demonstration}. ${escapeXml(fill(words[feed.language].feeds.issuer, { subtitle: feed.subtitle, issuer: site.issuer }))}</subtitle>
<updated>${updated}</updated>
<author><name>${site.issuer}</name></author>
<generator>Eleventy</generator>
<icon>${absolute("/assets/icon.svg")}</icon>
<rights>${escapeXml(site.textLicense.text)}</rights>
<link rel="alternate" type="text/html" href="${absolute(feed.list)}"/>
${one("self", feed.address)}${one("current", feed.current)}${one("prev-archive", feed.previous)}${one("next-archive", feed.next)}${feed.isArchive ? "<fh:archive/>\n" : ""}${feed.items.map(feed.isArchive ? entry : known).join("")}</feed>
`;
}
