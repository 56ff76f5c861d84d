/** Stands between the parts of a compound in the index; the page takes it out of what it shows. */
export const CUT = "^";

/** A run of letters and numbers. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in small letters, in their order; `CUT` within a word counts for nothing. */
export function wordsOf(text: string): string[] {
  return text.replaceAll(CUT, "").toLowerCase().match(WORD) ?? [];
}

/**
 * A word as it is compared: umlauts written out, accents gone, so that Buergermeister, Bürgermeister and BÜRGERMEISTER are one.
 */
export function fold(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæœøåıłđ]/g, (letter) => SPELT[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

const SPELT: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "oe",
  å: "aa",
  ı: "i",
  ł: "l",
  đ: "d",
};
