import { absolute, escapeXml, fill, site, words } from "../town.js";

export const data = {
  pagination: { data: "collections.redirects", size: 1, alias: "redirect" },
  permalink: ({ redirect: { alias } }) => (alias.endsWith("/") || alias.endsWith(".html") ? alias : `${alias}/`),
  eleventyExcludeFromCollections: true,
};
export function render({ redirect: { item } }) {
  const w = words.de.redirect;
  const title = escapeXml(item.data.title);
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fill(w.title, { title })}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${item.url}">
<link rel="canonical" href="${absolute(item.url)}">
<meta name="color-scheme" content="light dark">
</head>
<body>
<p lang="de">${site.demonstration}</p>
<p>${w.moved} <a href="${item.url}">${title}</a></p>
</body>
</html>
`;
}
