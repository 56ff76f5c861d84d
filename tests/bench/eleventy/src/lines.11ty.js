import { ofYear, row } from "../rows.js";
import { years } from "../town.js";

export const data = { years, pagination: { data: "years", size: 1, alias: "year" }, permalink: ({ year }) => `/daten/meldungen-${year}.jsonl`, eleventyExcludeFromCollections: true };
export const render = ({ year, collections }) => ofYear(year, collections.town).map((item) => `${JSON.stringify(row(item))}\n`).join("");
