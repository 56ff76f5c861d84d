import anyAscii from "any-ascii";
import { isSlug, MADE_SLUG_MAX, toSlug } from "../addresses.ts";

/** The slug of a title in any script, of whole words; undefined where too little of it can be written in an address. */
export function slugOf(title: string): string | undefined {
  // Umlauts go before the rest: elsewhere in the world ä is a, and not ae. Signs would be spelt out (":tram:").
  const german = title
    .normalize("NFC")
    .replace(/[äöüß]/gi, toSlug)
    .replace(/[\p{S}\p{P}]/gu, " ");
  const words = anyAscii(german)
    .split(/\s+/)
    .map(toSlug)
    .filter((word) => word !== "");
  let slug = words.shift() ?? "";
  for (const word of words) {
    if (slug.length + word.length + 1 > MADE_SLUG_MAX) break;
    slug += `-${word}`;
  }
  return isSlug(slug) ? slug : undefined;
}
