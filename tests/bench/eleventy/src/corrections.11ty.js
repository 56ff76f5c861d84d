export const data = { pagination: { data: "collections.corrections", size: 1, alias: "list" }, permalink: ({ list }) => list.address, layout: "corrections.njk", eleventyExcludeFromCollections: true };
export const render = () => "";
