import { onDemand } from "../content/on-demand.ts";
import { mainLanguage } from "../languages.ts";

/** Divides words by the patterns of a language, which it takes apart once. */
interface Hyphenator {
  hyphenate: (word: string) => string[];
}
const hyphenators = onDemand<new (patterns: unknown) => Hyphenator>("hypher");
const german = onDemand<unknown>("hyphenation.de");

/** What cannot be relied on to find room in a column. */
const LONG_WORD = /\p{L}{14,}/gu;

/** A function that says where long German words of a name may be divided, as soft hyphens: not every browser has a dictionary. */
export function createSoftHyphens(): (name: string, language: string) => string {
  let hyphenator: Hyphenator | undefined;
  return (name, language) => {
    if (mainLanguage(language) !== "de") return name;
    return name.replace(LONG_WORD, (word) => {
      hyphenator ??= new (hyphenators())(german());
      return hyphenator.hyphenate(word).join("\u00ad");
    });
  };
}
