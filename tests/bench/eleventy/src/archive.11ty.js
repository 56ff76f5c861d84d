export const data = { pagination: { data: "collections.archive", size: 1, alias: "list" }, permalink: ({ list }) => list.address, layout: "archive.njk", eleventyExcludeFromCollections: true };
export const render = () => "";
