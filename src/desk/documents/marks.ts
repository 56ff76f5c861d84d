import { beginsWithDay } from "../../markdown/plain-meaning.ts";

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Where a text stands: in a link or a cell of a table more of its signs are marks; something may follow that is no text. */
export interface Surroundings {
  isInLink?: boolean;
  isInCell?: boolean;
  isFollowed?: boolean;
}

/** An address that becomes a link as it stands, without the signs that a sentence puts behind it. */
const ADDRESS = /(https?:\/\/[^\s<>"„“”»«[\]{}|\\^]*[\p{L}\p{N}/_=-])/iu;

/** A text within a line, written so that Markdown shows each of its signs: stars, brackets and the like are no marks. */
export function escapeInline(text: string, around: Surroundings = {}): string {
  const escaped = escapeOutside(text, around);
  return around.isInCell ? escaped.replaceAll("|", "\\|") : escaped;
}

function escapeOutside(text: string, around: Surroundings): string {
  if (around.isInLink) return escapeWords(text, around).replaceAll("://", "\\://");
  const parts = text.split(ADDRESS);
  const written = parts.map((part, index) => {
    const isFollowed = around.isFollowed || index < parts.length - 1;
    if (index % 2 === 0) return escapeWords(part, { ...around, isFollowed });
    // In an address nothing is escaped, so one with signs that could be marks, or with a mark behind it, is set apart.
    const rest = parts[index + 1] ?? "";
    const isBare = /^[.,;?)]*(?:\s|$)/.test(rest) && (/\s/.test(rest) || !around.isFollowed);
    return isBare && !/[\\*_`[\]&!|~]/.test(part) ? part : `<${part}>`;
  });
  return written.join("");
}

function escapeWords(text: string, { isInLink = false, isFollowed = false }: Surroundings): string {
  const standsAlone = (at: number) => at > 0 && /\s/.test(text[at - 1] ?? "") && /^\s+\S/.test(text.slice(at + 1));
  const isWithinWord = (at: number) => LETTER.test(text[at - 1] ?? " ") && LETTER.test(text[at + 1] ?? " ");
  return text.replace(/[\\`*_[\]<&!]/g, (sign: string, at: number) => {
    const rest = text.slice(at + 1);
    const isMark = {
      "\\": true,
      "`": true,
      "*": !isWithinWord(at) && !standsAlone(at),
      _: !isWithinWord(at),
      "[": isInLink || rest.startsWith("^"),
      "]": isInLink || /^[([:{]/.test(rest) || (rest === "" && isFollowed),
      "<": /^\S/.test(rest) || (rest === "" && isFollowed),
      "&": /^#?\w+;/.test(rest),
      "!": rest === "" && isFollowed,
    }[sign];
    return isMark ? `\\${sign}` : sign;
  });
}

/**
 * The beginning of a line, so that it makes no heading, list, quotation, table or line. What begins with a day ("2. April") the texts of
 * the archive read rightly as it is.
 */
export function escapeStart(line: string): string {
  if (/^\d/.test(line) && beginsWithDay(line)) return line;
  return line
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|~~~|\||(?:-+|=+)\s*$|:?-+:?\s*\|)/, "\\")
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
}

/** Characters that nobody sees and that only disturb searching, copying and programs; those that form letters and emoji stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const UNSEEN = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffc]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const LINE_END = /\r\n?|[\x0b\x0c\x85\u2028\u2029]/g;

/** A text without what nobody sees, composed (NFC), each other line end a line feed. */
export function cleanCharacters(text: string): string {
  return text
    .replace(LINE_END, "\n")
    .replace(UNSEEN, "")
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, "\ufffd")
    .normalize("NFC");
}
