import { absolute, lists } from "../town.js";

export const data = { permalink: "/sitemap-seiten.xml", eleventyExcludeFromCollections: true };
export function render() {
  const pages = lists.filter(({ head }) => head.indexed).map(({ address }) => `<url><loc>${absolute(address)}</loc></url>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.join("")}</urlset>\n`;
}
