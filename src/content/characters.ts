/** Characters that no reader can see but that reorder text, end a line or break XML 1.0, and halves of a surrogate pair: never in a publication. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const FORBIDDEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

/** The first forbidden character of a text: where it stands, and its name for editors (`U+202E`); undefined where all can be published. */
export function findForbidden(text: string): { index: number; name: string } | undefined {
  const found = FORBIDDEN.exec(text);
  return found ? { index: found.index, name: `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` } : undefined;
}

/** A name or path as it can be shown in a terminal or log: what cannot be seen there, or would start a line of its own, becomes a dot. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "·");
}
