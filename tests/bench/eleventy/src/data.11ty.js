export const data = { pagination: { data: "collections.data", size: 1, alias: "list" }, permalink: ({ list }) => list.address, layout: "data.njk", eleventyExcludeFromCollections: true };
export const render = () => "";
