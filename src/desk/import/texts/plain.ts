import { parseHtml } from "../../documents/dom.ts";
import { cleanCharacters } from "../../documents/marks.ts";

/** The words of a piece of HTML or of a text with entities in one line: what a title or a summary says. */
export function plainLine(written: string): string {
  const text = /[<&]/.test(written)
    ? parseHtml(written.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, (tag) => ` ${tag}`)).body.textContent
    : written;
  // Entities that were escaped twice are resolved twice.
  const once = /&(#\d+|#x[\da-f]+|[a-z]+\d?);/i.test(text) && !/</.test(text) ? parseHtml(text).body.textContent : text;
  return cleanCharacters(once)
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;:!?](\s|$))/g, "")
    .trim();
}

/** A title without the marks of Markdown, which heads print as they stand. */
export function withoutMarks(title: string): string {
  return title
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, "$2")
    .replace(/!?\[([^\]]+)\]\([^)\s]+\)/g, "$1")
    .replace(/`([^`]+)`/g, "$1")
    .replace(/\\([*_`[\]#&<>])/g, "$1")
    .trim();
}

/** Words cut between two of them to a length. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most - 2);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[\uD800-\uDBFF]$|[\s,;:–-]+$/u, "")} …`;
}

/**
 * A plain text whose lines are those that somebody wrote: what a scraper broke within a sentence is joined, and where no line is blank and
 * all are long each is a paragraph.
 */
export function evenLines(text: string): string {
  const joined = text
    .replace(/\r\n?/g, "\n")
    .replace(/([\p{L}\p{N},])[ \t]*\n[ \t]*(?=\p{Ll})/gu, "$1 ")
    .replace(/(?<=\S)[ \t]*\n[ \t]*(?=[,.;!?)](?:\s|$))/g, "");
  const lines = joined.split("\n").filter((line) => line.trim() !== "");
  const isOfLongLines =
    lines.length > 1 && !/\n[ \t]*\n/.test(joined.trim()) && lines.filter((line) => line.length > 100).length * 2 > lines.length;
  return isOfLongLines ? lines.join("\n\n") : joined;
}
