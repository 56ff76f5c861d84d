import { absolute, years } from "../town.js";

export const data = { years, pagination: { data: "years", size: 1, alias: "year" }, permalink: ({ year }) => `/sitemap-${year}.xml`, eleventyExcludeFromCollections: true };
export function render({ year, collections }) {
  const url = ({ url, data }) => {
    const versions = (data.versions ?? []).map((version) => `<xhtml:link rel="alternate" hreflang="${version.language}" href="${absolute(version.address)}"/>\n`);
    return `<url><loc>${absolute(url)}</loc><lastmod>${data.changed}</lastmod>${versions.length > 0 ? `\n${versions.join("")}` : ""}</url>\n`;
  };
  const items = [...collections.town.of(`de ${year}`), ...collections.town.of(`en ${year}`)];
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${items.map(url).join("")}</urlset>\n`;
}
