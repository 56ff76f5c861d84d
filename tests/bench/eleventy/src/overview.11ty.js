export const data = { pagination: { data: "collections.overview", size: 1, alias: "list" }, permalink: ({ list }) => list.address, layout: "overview.njk", eleventyExcludeFromCollections: true };
export const render = () => "";
