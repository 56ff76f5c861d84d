import anyAscii from "any-ascii";
import { isSlug, MADE_SLUG_MAX, toSlug } from "../../content/slugs.ts";

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

/** The name of the file of a release: the one that somebody `chose`, or one made of its title; else what is wrong, in German. */
export function nameFor(title: string, chosen: string | undefined): { name: string } | { refusal: string } {
  const name = chosen ?? slugOf(title);
  if (name === undefined)
    return { refusal: `Aus „${title}“ lässt sich kein Name für Datei und Adresse machen. Nennen Sie einen: --slug mein-name` };
  if (isSlug(name)) return { name };
  return { refusal: `--slug ${name}: Nötig sind 3 bis 120 Zeichen aus a-z, 0-9 und Bindestrich, wie bruecke-wieder-offen.` };
}
