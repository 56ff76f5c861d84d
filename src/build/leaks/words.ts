/**
 * What a byte is to words: 0 ends one; else the byte by which it counts (capital letters as small ones). Beyond ASCII all belongs to words
 * but what begins with the bytes of general punctuation and of Latin-1's signs (UTF-8: E2, C2), which are passed over whole.
 */
const LETTERS = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const isUpper = byte >= 0x41 && byte <= 0x5a;
  if ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80) LETTERS[byte] = byte;
  else if (isUpper) LETTERS[byte] = byte + 32;
}

const [AMPERSAND, SEMICOLON, LESS, GREATER, BACKSLASH, LINE_END, COMMA, QUOTE, SLASH] = [
  0x26, 0x3b, 0x3c, 0x3e, 0x5c, 0x0a, 0x2c, 0x22, 0x2f,
];
const [U, N] = [0x75, 0x6e];
const [LATIN_SIGNS, LATIN_LETTERS, PUNCTUATION] = [0xc2, 0xc3, 0xe2];

/** Longest name of a character reference that is passed over. */
const REFERENCE_MAX = 8;

/**
 * Where a word stands: it follows the one before, it begins a paragraph or another part, or it is within a tag (attributes have words,
 * too).
 */
export const FOLLOWS = 0;
export const BEGINS = 1;
export const IN_TAG = 2;

/** The tags that do not end a paragraph. */
const INLINE = new Set(
  [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "var",
    "wbr",
  ].map((name) => nameAt(Buffer.from(name), 0)),
);

/** The name of a tag as a number, from the byte behind its bracket on. */
function nameAt(bytes: Uint8Array, from: number): number {
  let name = 0;
  for (let at = bytes[from] === SLASH ? from + 1 : from; at < bytes.length; at++) {
    const letter = LETTERS[bytes[at] as number] as number;
    if (letter === 0) break;
    name = (Math.imul(name, 37) + letter) | 0;
  }
  return name;
}

/**
 * Goes through a text byte by byte and tells of each word: its hash (32 bits), where it stands, and where it ends. Tags and character
 * references may be escaped, as HTML in feeds and JSON is; escapes of JSON end a word. Empty lines, tags of paragraphs and the like, and
 * the commas of tables end a part: what a layout puts side by side is no sentence.
 */
export function scanWords(bytes: Uint8Array, tell: (hash: number, place: number, at: number) => void): void {
  const end = bytes.length;
  let hash = 0;
  let isInTag = false;
  let begins = BEGINS;
  let lineEnds = 0;
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === LATIN_SIGNS || byte === PUNCTUATION) at += byte === PUNCTUATION ? 2 : 1;
    else {
      let letter = LETTERS[byte] as number;
      if (letter !== 0) {
        if (byte === LATIN_LETTERS && at + 1 < end) {
          // The small letter lies 32 behind the capital one; ß and × have none.
          letter = bytes[++at] as number;
          if (letter >= 0x80 && letter <= 0x9e) letter += 32;
          hash = Math.imul(hash ^ LATIN_LETTERS, 0x01000193) ^ 0x55;
        }
        hash = Math.imul(hash ^ letter ^ 0x811c9dc5, 0x01000193);
        lineEnds = 0;
        continue;
      }
    }
    if (hash !== 0) {
      tell(hash, isInTag ? IN_TAG : begins, at);
      hash = 0;
      if (!isInTag) begins = FOLLOWS;
    }
    if (byte === LINE_END) {
      if (++lineEnds === 2) begins = BEGINS;
    } else if (byte === LESS) {
      isInTag = true;
      if (!INLINE.has(nameAt(bytes, at + 1))) begins = BEGINS;
    } else if (byte === GREATER) isInTag = false;
    else if (byte === COMMA) {
      if (bytes[at + 1] === QUOTE || bytes[at - 1] === QUOTE) begins = BEGINS;
    } else if (byte === BACKSLASH) {
      // JSON within JSON escapes the escapes.
      while (bytes[at + 1] === BACKSLASH) at++;
      if (bytes[at + 1] === N && ++lineEnds === 2) begins = BEGINS;
      at += bytes[at + 1] === U ? 5 : 1;
    } else if (byte === AMPERSAND) {
      let begin = at + 1;
      for (;;) {
        let close = begin;
        while (close < end && close - begin <= REFERENCE_MAX && bytes[close] !== SEMICOLON) close++;
        if (bytes[close] !== SEMICOLON || close - begin > REFERENCE_MAX) break;
        const [first, second] = [bytes[begin], bytes[begin + 1]];
        if (close - begin === 2 && second === 0x74) {
          if (first === 0x6c) {
            isInTag = true;
            if (!INLINE.has(nameAt(bytes, close + 1))) begins = BEGINS;
          } else if (first === 0x67) isInTag = false;
        }
        at = close;
        // An escaped escape: what follows is a reference itself.
        const isAmpersand = close - begin === 3 && first === 0x61 && second === 0x6d;
        if (!isAmpersand || LETTERS[bytes[close + 1] as number] === 0) break;
        begin = close + 1;
      }
    }
  }
  if (hash !== 0) tell(hash, isInTag ? IN_TAG : begins, end);
}

/** How many words in a row give a text away. */
export const RUN = 8;

/** Words by their hashes, in the order in which they stand, and where each of them ends (byte). */
export interface Words {
  hashes: number[];
  ends: number[];
}

/** The words of a text by its parts; those within tags are parts of their own. */
export function wordsOf(text: string | Uint8Array): Words[] {
  const parts: Words[] = [];
  const tags: Words = { hashes: [], ends: [] };
  scanWords(typeof text === "string" ? Buffer.from(text) : text, (hash, place, at) => {
    if (place === BEGINS || (place === FOLLOWS && parts.length === 0)) parts.push({ hashes: [], ends: [] });
    const { hashes, ends } = place === IN_TAG ? tags : (parts.at(-1) ?? tags);
    hashes.push(hash);
    ends.push(at);
  });
  return tags.hashes.length > 0 ? [...parts, tags] : parts;
}

/**
 * A text as it stands, and without where its links lead, which is printed elsewhere or not at all: so the words of a sentence follow each
 * other as on a page.
 */
export function withoutLinks(text: string): string[] {
  const unlinked = text.replace(/\]\([^)\n]*\)|\{[a-z]+=[^}\n]*\}/g, (part) => " ".repeat(Buffer.byteLength(part)));
  return unlinked === text ? [text] : [text, unlinked];
}
