import type MarkdownIt from "markdown-it";
import { findForbidden } from "../content/characters.ts";
import { error, hint, type Problem, positionAt } from "../problems.ts";
import { findUnread } from "./foreign-words.ts";
import { findLost, type ParsedNotes } from "./lost-text.ts";
import { createParser } from "./parser.ts";
import { hasOddSpaces } from "./plain-meaning.ts";
import { checkReferences, htmlProblem, type TextFiles } from "./text-references.ts";
import { findSlips } from "./text-slips.ts";

/**
 * What a text must contain before anything in it could be lost or has to be reported; a text without it need not be parsed for the check:
 * HTML, brackets, tables, tabs, code, references, and at the beginning of a line headings, lines drawn, numbers, deep or odd spaces.
 */
const WORTH_CHECKING = /[<|\]\t]|&#/;
/** The same at the beginning of a line: first whether any line begins with a sign at all, since that is quickly found. */
const LINE_OF_SIGNS = /(?:^|\n)[ #=`~>*+\-\d.)]/;
const LINE_WORTH_CHECKING =
  /^[ >*+\-\d.)]*(?:# |#$|=+ *$| {4}|[ >*+\-\d.)]{8}|`{3}|~{3})|^[ >*+-]*(?:\d{1,9}[.)](?:\s|$)|[>*+-] *(?:\d|$))/m;

/** Most problems that are told of one text: nobody reads more at once. */
const PROBLEMS_MAX = 100;

/** Deepest nesting; each list, item, quotation and paragraph is a level. markdown-it silently drops what lies deeper than 20 levels. */
const LEVEL_MAX = 16;

/** Most characters of all link addresses together: a reference of three characters (`[a]`) can repeat a long address thousands of times. */
const ADDRESSES_MAX = 1_000_000;

/** Most footnote marks and definitions together: the time for them grows with the square of their number. */
const FOOTNOTE_MARKS_MAX = 2_000;

/** Reports HTML, main headings, unlisted pictures and files, links that lead nowhere, and what would not be printed as written. */
export function checkText(text: string, path: string, firstLine: number, files: TextFiles): Problem[] {
  if (!WORTH_CHECKING.test(text) && !(LINE_OF_SIGNS.test(text) && LINE_WORTH_CHECKING.test(text)) && !hasOddSpaces(text)) return [];
  const problems: Problem[] = [];
  for (const problem of findFaults(text, path, firstLine, files)) {
    if (problems.length === PROBLEMS_MAX) {
      problems.push({
        ...problem,
        message: `Hier und danach ist noch mehr zu beanstanden; genannt sind die ersten ${PROBLEMS_MAX} Stellen.`,
        remedy: "Beheben Sie diese zuerst.",
      });
      break;
    }
    problems.push(problem);
  }
  return problems;
}

/** Every error of a text, then the hints. They are found one by one, so that no time is spent on those that are not told. */
function* findFaults(text: string, path: string, firstLine: number, files: TextFiles): Generator<Problem> {
  for (const { 0: written, 1: hex, 2: decimal, index } of text.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)) {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    const forbidden = code > 0x10ffff ? undefined : findForbidden(String.fromCodePoint(code));
    if (forbidden)
      yield error(
        "control-character",
        path,
        positionAt(text, index, firstLine),
        `„${written}“ steht für ein unsichtbares Steuerzeichen (${forbidden.name}).`,
        "Löschen Sie es.",
      );
  }
  const last = [...text.matchAll(/\[\^/g)][FOOTNOTE_MARKS_MAX]?.index;
  if (last !== undefined) {
    yield error(
      "footnotes-too-many",
      path,
      positionAt(text, last, firstLine),
      `Der Text hat mehr als ${FOOTNOTE_MARKS_MAX / 2} Fußnoten.`,
      "Hängen Sie ihn als Anlage an, oder fassen Sie Fußnoten zusammen.",
    );
    return;
  }
  const rejected = new Set<string>();
  const unread: { offset: number; written: string }[] = [];
  const lines = lineStarts(text);
  let addresses = 0;
  // The tokens of table cells carry no line numbers; those of their row are used.
  let map: [number, number] = [0, 0];
  const notes: ParsedNotes & { place: Pick<TextFiles, "base"> } = { place: files };
  const tokens = checker(rejected).parse(text, notes);
  for (const token of tokens) {
    map = token.map ?? map;
    const line = map[0] + firstLine;
    if (token.block && token.level >= LEVEL_MAX) {
      yield error(
        "text-nested-too-deep",
        path,
        { line, column: 1 },
        "Hier sind zu viele Listen oder Zitate ineinander verschachtelt.",
        "Kommen Sie mit höchstens sieben Ebenen aus.",
      );
      return;
    }
    if (token.type === "html_block") yield htmlProblem(path, { line, column: token.content.search(/\S/) + 1 }, token.content);
    if (token.type === "heading_open" && token.tag === "h1") {
      yield error(
        "heading-first-level",
        path,
        { line, column: 1 },
        token.markup === "="
          ? "Die Zeile aus = macht den Text darüber zur Überschrift erster Ordnung, und die gibt es schon: den Titel."
          : "Eine Überschrift erster Ordnung (#) gibt es schon: den Titel.",
        "Beginnen Sie Zwischenüberschriften mit ##.",
      );
    }
    if (token.type !== "inline") continue;
    const block = { text, firstLine, from: lines[map[0]] ?? 0, to: lines[map[1]] ?? text.length };
    yield* checkReferences(token, path, block, files);
    if (unread.length <= PROBLEMS_MAX) unread.push(...findUnread(token.children ?? [], text, block.from, block.to));
    for (const { attrs } of token.children ?? []) for (const [, value] of attrs ?? []) addresses += value.length;
    if (addresses > ADDRESSES_MAX) {
      yield error(
        "addresses-too-long",
        path,
        { line, column: 1 },
        "Bis hierher verweist der Text zu oft auf zu lange Adressen.",
        "Kürzen Sie die Adressen, oder verlinken Sie jede nur einmal.",
      );
      return;
    }
  }
  for (const { offset, written } of unread) {
    const message = `„${written}“ zeichnet keine Sprache aus und wird als Text gezeigt.`;
    yield hint(
      "language-mark-unread",
      path,
      positionAt(text, offset, firstLine),
      message,
      "Schreiben Sie zum Beispiel [Public Library]{lang=en}, mit einem Sprachkürzel wie en, fr oder ja.",
    );
  }
  yield* findLost(tokens, text, firstLine, path, notes);
  yield* findSlips(tokens, text, firstLine, path);
  for (const target of rejected) {
    const at = Math.max(0, text.indexOf(target.slice(0, 20)));
    yield hint(
      "link-scheme-forbidden",
      path,
      positionAt(text, at, firstLine),
      "Diese Adresse wird nicht verlinkt, sondern als Text gezeigt.",
      "Verlinken Sie nur https:, http:, mailto: oder tel:.",
    );
  }
}

/** What a text can begin with so that some of it is surely printed. */
const BEGINS_WITH_WORD = /^\s*[\p{L}\p{N}„“"»«‚'(–—…]/u;

/**
 * True where a page shows anything of a text: not where there are only lines drawn, marks without words, signs that nobody sees, and
 * footnotes or addresses that nothing refers to.
 */
export function hasText(text: string): boolean {
  if (BEGINS_WITH_WORD.test(text)) return true;
  return checker(new Set())
    .parse(text, {})
    .some(({ content, children }) => (children ?? [{ type: "", content }]).some((part) => part.type === "image" || isSeen(part.content)));
}

function isSeen(content: string): boolean {
  return /[^\s\p{C}\\]/u.test(content);
}

let checking: { markdown: MarkdownIt; rejected: Set<string> } | undefined;

/** The parser of the check; it notes in `rejected` every address that will not be linked. It is made once, as making it takes a while. */
function checker(rejected: Set<string>): MarkdownIt {
  if (!checking) {
    const markdown = createParser(true);
    const { validateLink } = markdown;
    const state = { markdown, rejected };
    markdown.validateLink = (url) => {
      const valid = validateLink(url);
      if (!valid && state.rejected.size <= PROBLEMS_MAX) state.rejected.add(url);
      return valid;
    };
    checking = state;
  }
  checking.rejected = rejected;
  return checking.markdown;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
