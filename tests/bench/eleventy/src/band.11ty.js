import { drawBand } from "../lists.js";
import { years } from "../town.js";

export const data = { years, pagination: { data: "years", size: 1, alias: "year" }, permalink: ({ year }) => `/${year}/band.svg`, eleventyExcludeFromCollections: true };
export function render({ year, collections }) {
  const { bars } = drawBand(collections.town.monthsOf("de", String(year)));
  const rects = bars.map(({ x, y, width, height }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 120 32" preserveAspectRatio="none"><style>rect{fill:#b0c1e6}@media(prefers-color-scheme:dark){rect{fill:#39486a}}</style>${rects}</svg>\n`;
}
