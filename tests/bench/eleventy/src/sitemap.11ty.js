import { absolute, years } from "../town.js";

export const data = { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };
export function render() {
  const files = [...years.map((year) => `/sitemap-${year}.xml`), "/sitemap-seiten.xml"];
  return `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${files.map((file) => `<sitemap><loc>${absolute(file)}</loc></sitemap>\n`).join("")}</sitemapindex>\n`;
}
