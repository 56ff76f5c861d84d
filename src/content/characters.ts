/** Characters that must not be published: invisible ones that reorder text, end a line or are invalid in XML 1.0, and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const FORBIDDEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}]|\p{Cs}/u;

/** The first forbidden character of a text: where it stands, and its name for editors (`U+202E`); undefined where all can be published. */
export function findForbidden(text: string): { index: number; name: string } | undefined {
  const found = FORBIDDEN.exec(text);
  return found
    ? { index: found.index, name: `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}` }
    : undefined;
}

/** A name or path that is safe to show in a terminal or log: invisible characters and line ends become dots. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "·");
}
