import { onDemand } from "../content/on-demand.ts";
import { mainLanguage } from "../languages.ts";

const patterns = onDemand<{ hyphenateSync: (text: string, options: { minWordLength: number }) => string }>("hyphen/de/index.js");

/** Words of fewer letters find room in any column. */
const LONG = 14;

/** Where a long German word of a name may be divided, as soft hyphens: not every browser has a dictionary. */
export function withSoftHyphens(name: string, language: string): string {
  if (mainLanguage(language) !== "de" || !/\p{L}{14}/u.test(name)) return name;
  return patterns().hyphenateSync(name, { minWordLength: LONG });
}
