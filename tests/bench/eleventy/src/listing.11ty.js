export const data = { pagination: { data: "collections.listing", size: 1, alias: "list" }, permalink: ({ list }) => list.address, layout: "listing.njk", eleventyExcludeFromCollections: true };
export const render = () => "";
