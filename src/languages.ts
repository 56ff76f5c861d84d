import type { Language } from "./addresses.ts";

/** Scripts that are written from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** The direction in which a language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
}

/** The language of a tag without what it says of region, script or style: `de` of `de-simple`. */
export function mainLanguage(language: Language): Language {
  return language.split("-", 1)[0] ?? language;
}

/** What a language calls itself; Leichte Sprache, which no list of languages knows, by its German name. */
export function ownName(language: Language): string {
  if (language === "de-simple") return "Leichte Sprache";
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** A language with the country in which it is most spoken, as Open Graph names it: `de_DE`; English is Europe's. */
export function localeOf(language: Language): string {
  const { language: main, region } = new Intl.Locale(language).maximize();
  return `${main}_${main === "en" && !language.includes("-") ? "GB" : region}`;
}

/**
 * The attributes of an element whose words are in another language than those around it, with a space before; none where they are in the
 * same (Leichte Sprache is German). For a link, `isLink`, what it leads to has the language as well.
 */
export function languageAttributes(language: Language, around: Language, isLink = false): string {
  const isSame = isLink ? language === around : mainLanguage(language) === mainLanguage(around);
  if (isSame) return "";
  const direction = directionOf(language);
  const turned = direction === directionOf(around) ? "" : ` dir="${direction}"`;
  return ` lang="${language}"${isLink ? ` hreflang="${language}"` : ""}${turned}`;
}
