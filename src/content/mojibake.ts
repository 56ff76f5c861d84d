/** What Windows shows for the bytes 0x80 to 0x9f (CP 1252), in their order; gaps are bytes that it does not use. */
export const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const SEQUENCE = new RegExp(`[ÃÂ][\\u0080-\\u00bf${CP1252}]|â[\\u0080\\u0082€][\\u0080-\\u00bf${CP1252}]`);

/** The first letters of a text that were read in a wrong encoding ("Ã¶"), and what they were; undefined where there are none. */
export function findMojibake(text: string): { index: number; written: string; meant: string } | undefined {
  if (!/[ÃÂâ]/.test(text)) return undefined;
  const found = SEQUENCE.exec(text);
  if (!found) return undefined;
  const bytes = [...found[0]].map((letter) => (CP1252.includes(letter) ? 0x80 + CP1252.indexOf(letter) : letter.charCodeAt(0)));
  try {
    const meant = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    return { index: found.index, written: found[0], meant };
  } catch {
    return undefined;
  }
}
