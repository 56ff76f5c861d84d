import { atom } from "../feeds.js";

export const data = { pagination: { data: "collections.feeds", size: 1, alias: "feed" }, permalink: ({ feed }) => feed.address, eleventyExcludeFromCollections: true };
export const render = ({ feed }) => atom(feed);
