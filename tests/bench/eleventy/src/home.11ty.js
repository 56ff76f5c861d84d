export const data = { pagination: { data: "collections.home", size: 1, alias: "list" }, permalink: ({ list }) => list.address, layout: "home.njk", eleventyExcludeFromCollections: true };
export const render = () => "";
