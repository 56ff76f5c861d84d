import MarkdownIt from "markdown-it";
import type { ProblemId } from "../problem-ids.ts";
import { hint, type Problem } from "../problems.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

const { unescapeAll, normalizeReference } = new MarkdownIt().utils;
const { normalizeLinkText } = new MarkdownIt();

/** A word, a number, or a sign that is no mark of Markdown. */
const PIECE = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}\p{C}*_`~[\](){}!#>+=|\\<&;:"'.^-]/gu;
const ENTITY = /&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/gi;
const FOOTNOTE = /^[ \t>]*(?:[-*+][ \t]+)*\[\^([^\]\s]+)\]:/;
const DEFINITION = /^[ \t>]*(?:[-*+][ \t]+)*\[([^\]]+)\]:/;

/** A mark that can take words out of a sentence; without it a sentence is printed whole, and need not be gone through word by word. */
const TAKING = /[[<&]/;

/** What a parser noted beside its tokens: the definitions of links by their normalized names. */
export interface ParsedNotes {
  references?: Record<string, { href: string; title?: string }>;
}

/** What the page shows of the lines of one block. */
interface Shown {
  parts: string[];
  /** The additions to addresses (`[…](… "addition")`), of which pages show nothing to most readers. */
  additions: string;
  isTable: boolean;
}

/** A block that is printed whole. */
const WHOLE: Shown = { parts: [], additions: "", isTable: false };

/**
 * The rule that no text is lost: every word, number and sign of a text comes back from its tokens, in the block in which it stands. What
 * does not is told with its line, one hint for lines that belong together.
 */
export function* findLost(tokens: readonly Token[], text: string, firstLine: number, path: string, notes: ParsedNotes): Generator<Problem> {
  const { byLine, numbers, apart } = collect(tokens, notes);
  const lines = text.split("\n");
  const left = new Map<Shown, Map<string, number>>();
  let told = -2;
  for (const [index, source] of lines.entries()) {
    if (byLine[index] === WHOLE) continue;
    const written = pieces(withoutNames(source, notes));
    if (written.length === 0) continue;
    const shown = byLine[index] ?? apart;
    const bag = left.get(shown) ?? count(shown.parts);
    left.set(shown, bag);
    for (const number of numbers.get(index) ?? []) bag.set(number, (bag.get(number) ?? 0) + 1);
    const lost: string[] = [];
    for (const piece of written) {
      const key = piece.toLowerCase();
      const rest = bag.get(key) ?? 0;
      if (rest > 0) bag.set(key, rest - 1);
      else lost.push(piece);
    }
    if (lost.length === 0) continue;
    // The further lines of a footnote or a definition that is not printed belong to its first.
    const isFurther = shown === apart && told === index - 1 && !DEFINITION.test(source);
    if (shown === apart) told = index;
    if (isFurther) continue;
    const at = { line: index + firstLine, column: Math.max(0, source.indexOf(lost[0] ?? "")) + 1 };
    const [id, message, remedy] = explain(source, lost, shown, shown === apart, numbers.get(index) ?? []);
    yield hint(id, path, at, message, remedy);
  }
}

/** What each line shows, the numbers that lists print before it, and what is shown of lines apart: the definitions that links use. */
function collect(tokens: readonly Token[], { references = {} }: ParsedNotes) {
  const byLine: (Shown | undefined)[] = [];
  const numbers = new Map<number, string[]>();
  const used = new Set<string>();
  const counters: number[] = [];
  // The tokens of table cells carry no line numbers; those of their row are used.
  let map: [number, number] = [0, 0];
  let inTable = false;
  for (const token of tokens) {
    map = token.map ?? map;
    if (token.type === "table_open" || token.type === "table_close") inTable = token.type === "table_open";
    else if (token.type === "ordered_list_open") counters.push(Number(token.attrGet("start") ?? 1));
    else if (token.type === "ordered_list_close") counters.pop();
    else if (token.type === "list_item_open" && token.info !== "") {
      const number = Number(token.attrGet("value") ?? counters.at(-1));
      counters[counters.length - 1] = number + 1;
      numbers.set(map[0], [...(numbers.get(map[0]) ?? []), String(number)]);
    }
    const isCode = token.type === "fence" || token.type === "code_block" || token.type === "html_block";
    if (token.type !== "inline" && !isCode) continue;
    let shown = byLine[map[0]];
    if (!shown && !isCode && !inTable && !TAKING.test(token.content) && !numbers.has(map[0])) {
      byLine.length = Math.max(byLine.length, map[1]);
      byLine.fill(WHOLE, map[0], map[1]);
      continue;
    }
    if (!shown) {
      shown = { parts: [], additions: "", isTable: inTable };
      for (let line = map[0]; line < map[1]; line++) byLine[line] ??= shown;
    }
    // The language of code is a mark; more words behind the fence are not.
    if (isCode) shown.parts.push(plain(token.content), /^\s*[a-z][a-z\d+#.-]*\s*$/.test(token.info) ? token.info : "");
    else addInline(token.children ?? [], shown, used);
  }
  const inUse = Object.entries(references).filter(([, { href }]) => used.has(href));
  const apart: Shown = {
    parts: inUse.flatMap(([name, { href }]) => [name, ...address(href)]),
    additions: inUse.map(([, { title }]) => title ?? "").join(" "),
    isTable: false,
  };
  return { byLine, numbers, apart };
}

function addInline(tokens: readonly Token[], shown: Shown, used: Set<string>): void {
  for (const token of tokens) {
    const target = (token.meta?.written as string | undefined) ?? token.attrGet("href") ?? token.attrGet("src");
    if (target !== null) {
      used.add(target);
      shown.parts.push(...address(target));
    }
    shown.additions += ` ${token.attrGet("title") ?? ""}`;
    if (token.type === "foreign_open") shown.parts.push("lang", String(token.attrGet("lang")));
    if (token.type === "image") addInline(token.children ?? [], shown, used);
    else shown.parts.push(token.type === "code_inline" ? plain(token.content) : token.content);
  }
}

/** An address as it was written may differ from the one that is linked: `ä` or `%C3%A4`, `./plan.pdf` or `plan.pdf`. */
function address(target: string): string[] {
  return target.includes("/") ? [target, normalizeLinkText(target)] : [`./${target}`, normalizeLinkText(target)];
}

function plain(text: string): string {
  return text.replace(ENTITY, unescapeAll);
}

/** A line without what only names things and is never printed: footnotes' marks, the names of definitions in use. */
function withoutNames(source: string, { references = {} }: ParsedNotes): string {
  if (!/[[&]/.test(source)) return source;
  return plain(
    source
      .replace(/\[\^[^[\]\s]+\]/g, " ")
      .replace(/\]\[([^\]]+)\]/g, (written, name: string) => (references[normalizeReference(name)] ? "]" : written)),
  );
}

function pieces(text: string): string[] {
  return text.match(PIECE) ?? [];
}

function count(parts: readonly string[]): Map<string, number> {
  const bag = new Map<string, number>();
  for (const part of parts) for (const piece of pieces(part.toLowerCase())) bag.set(piece, (bag.get(piece) ?? 0) + 1);
  return bag;
}

function explain(
  source: string,
  lost: readonly string[],
  shown: Shown,
  isApart: boolean,
  numbers: readonly string[],
): [id: ProblemId, message: string, remedy: string] {
  const words = lost.length > 8 ? `${lost.slice(0, 8).join(" ")} …` : lost.join(" ");
  const additions = pieces(shown.additions);
  if (additions.length > 0 && lost.every((piece) => additions.includes(piece))) {
    return [
      "words-beside-address",
      `Der Zusatz „${words}“ hinter der Adresse erscheint nicht im Text.`,
      "Schreiben Sie ihn in den Satz, bei einem Bild unter caption in den Kopf.",
    ];
  }
  const note = FOOTNOTE.exec(source)?.[1];
  if (isApart && note !== undefined) {
    return [
      "footnote-unused",
      `Die Fußnote [^${note}] erscheint nicht: Im Text verweist nichts auf sie, oder es gibt zwei dieses Namens.`,
      `Setzen Sie [^${note}] an die Stelle im Text, geben Sie jeder Fußnote einen eigenen Namen, oder löschen Sie sie.`,
    ];
  }
  const definition = DEFINITION.exec(source)?.[1];
  if (isApart && definition !== undefined) {
    return [
      "definition-unused",
      `Diese Zeile erscheint nicht: „[${definition}]:“ am Anfang legt die Adresse eines Links fest, und kein Link im Text nutzt sie.`,
      `Soll sie Text sein, schreiben Sie \\[${definition}]: davor, soll sie ein Link sein, [Worte][${definition}] in den Text.`,
    ];
  }
  if (shown.isTable) {
    return [
      "cells-beyond-table",
      `Diese Zeile hat mehr Zellen als die Tabelle Spalten; „${words}“ erscheint nicht.`,
      "Geben Sie der Kopfzeile und der Zeile aus --- darunter ebenso viele Spalten; ein Strich im Text einer Zelle heißt \\|.",
    ];
  }
  if (/^[ \t>]*(?:`{3}|~{3})/.test(source)) {
    return [
      "words-behind-fence",
      `„${words}“ erscheint nicht: Es steht hinter den Zeichen, die einen Block öffnen.`,
      "Schreiben Sie es in die nächste Zeile.",
    ];
  }
  if (numbers.length > 0 && /^\d+$/.test(lost[0] ?? "")) {
    return [
      "list-numbers-differ",
      `Die Aufzählung zählt weiter: Vor diesem Punkt steht „${lost[0]}“, gedruckt wird „${numbers[0]}“.`,
      "Schreiben Sie die Nummern so, wie sie erscheinen sollen: 1. 2. 3.; ohne Aufzählung mit \\ vor dem Punkt: 1\\.",
    ];
  }
  return [
    "words-lost",
    `„${words}“ erscheint nicht auf der Seite.`,
    "Schreiben Sie die Stelle anders, oder setzen Sie \\ vor das Zeichen davor, das Markdown als Auszeichnung liest.",
  ];
}
