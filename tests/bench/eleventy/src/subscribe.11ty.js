export const data = { pagination: { data: "collections.subscribe", size: 1, alias: "list" }, permalink: ({ list }) => list.address, layout: "subscribe.njk", eleventyExcludeFromCollections: true };
export const render = () => "";
