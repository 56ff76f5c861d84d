import type MarkdownIt from "markdown-it";
import { hint, type Problem } from "../problems.ts";
import { evenSpaces, hasOddSpaces } from "./plain-meaning.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** What follows `](` and would be an address without its spaces: it has a scheme, a slash, www. or an ending. */
const BROKEN_LINK = /!?\[((?:[^[\]\\\n]|\\.)*)\]([ \t]*)\([ \t]*((?=[^()\n]*(?:[:/]|\.[a-z]{2,4}\b))[^()\n]+)\)/giu;
/** An address behind words, a link by name, the definition of such a name, and a footnote inside a sentence. */
const UNLINKED = new RegExp(
  [
    /(?<!\\)\]\((?:https?:\/\/|mailto:|tel:|\/|www\.)[^\s()]*/,
    /(?<!\\)\]\[[^[\]]+\]/,
    /^\[[^[\]^]+\]:[ \t]+(?:https?:|\/|www\.)\S*/,
    /(?<!\\)\^\[(?=[^[\]]+\])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);
const FOOTNOTE_MARK = /(?<!\\)\[\^[^[\]\s]+\](?!:)/g;

/** Hints at what is printed as it is written but was hardly meant so, each with what to write instead. */
export function* findSlips(tokens: readonly Token[], text: string, firstLine: number, path: string): Generator<Problem> {
  const lines = text.split("\n");
  const evened = evenSpaces(text);
  const even = evened === text ? lines : evened.split("\n");
  for (const [index, line] of even === lines ? [] : lines.entries()) {
    if (line === even[index]) continue;
    yield hint(
      path,
      { line: index + firstLine, column: Math.max(0, line.search(/[^\S \t]/)) + 1 },
      line.trim() === ""
        ? "Diese Zeile sieht leer aus, enthält aber ein geschütztes Leerzeichen; sie gilt hier als leer."
        : "Hier steht ein geschütztes Leerzeichen (auf dem Mac Alt und Leertaste); es gilt hier als Leerzeichen.",
      line.trim() === "" ? "Löschen Sie es." : `Schreiben Sie ein gewöhnliches Leerzeichen: ${even[index]?.trim().slice(0, 60)}`,
    );
  }
  const lists: OpenList[] = [];
  let row: { token: Token; children: Token[] } | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "tr_open") row = { token, children: [] };
    else if (row && token.type === "inline") row.children.push(...(token.children ?? []));
    if (token.type.endsWith("list_open")) lists.push({ token, isWithin: isWithinParagraph(tokens, index), items: 0 });
    else if (token.type === "list_item_open") for (const list of lists.slice(-1)) list.items++;
    const slips: Slip[] = [];
    let { map } = token;
    if (token.type.endsWith("list_close")) {
      const list = lists.pop();
      if (list) slips.push(...loneItem(list, lines[list.token.map?.[0] ?? 0] ?? ""));
      map = list?.token.map ?? null;
    } else if (row && token.type === "tr_close") {
      map = row.token.map;
      if (map) slips.push(...unread(lines.slice(...map), row.children));
      row = undefined;
    } else if (map && SEEN.has(token.type)) slips.push(...ofBlock(token, lines.slice(...map)));
    for (const { line = 0, column = 1, message, remedy } of slips)
      yield hint(path, { line: (map?.[0] ?? 0) + line + firstLine, column }, message, remedy);
  }
}

/** A list whose end is not yet reached; `isWithin` where it breaks a paragraph without a blank line. */
interface OpenList {
  token: Token;
  isWithin: boolean;
  items: number;
}

function isWithinParagraph(tokens: readonly Token[], list: number): boolean {
  const { type, hidden, map } = tokens[list - 3] ?? {};
  return type === "paragraph_open" && hidden === false && map?.[1] === tokens[list]?.map?.[0];
}

/** A slip at a line of its block, counted from 0. */
interface Slip {
  line?: number;
  column?: number;
  message: string;
  remedy: string;
}

const SEEN = new Set(["code_block", "heading_open", "blockquote_open", "inline"]);

function ofBlock(token: Token, lines: readonly string[]): Slip[] {
  if (token.type === "code_block") return [indented(lines)];
  if (token.type === "heading_open") return underlined(token, lines);
  if (token.type === "blockquote_open") return quoted(lines[0] ?? "");
  const { content, children } = token;
  return [
    ...(content.includes("[") ? unread(lines, children ?? []) : []),
    ...(content.includes("\n-") ? signature(lines) : []),
    ...(content.includes("\t") ? tabbed(lines) : []),
    ...(hasOddSpaces(content) ? counted(lines) : []),
  ];
}

function indented(lines: readonly string[]): Slip {
  const first = lines.find((line) => line.trim() !== "")?.trim() ?? "";
  return {
    message: "Dieser Absatz ist eingerückt; Markdown hält ihn deshalb für Programmcode und bricht seine Zeilen nicht um.",
    remedy: `Löschen Sie den Einzug: ${first.slice(0, 60)} – Soll es so stehen, setzen Sie es zwischen zwei Zeilen aus \`\`\`.`,
  };
}

/** A heading made by a line of dashes, unless the dashes were plainly drawn for it: one short line, underlined in its length. */
function underlined(token: Token, lines: readonly string[]): Slip[] {
  if (token.markup !== "-" && token.markup !== "=") return [];
  const [heading = "", underline = "", ...more] = lines.map((line) => line.trim());
  const isMeant = more.length === 0 && heading.length <= 100 && !/[.!?:;,]$/.test(heading) && underline.length * 2 >= heading.length;
  if (isMeant || token.tag === "h1") return [];
  return [
    {
      message: "Die Striche unter diesem Text machen ihn zu einer Zwischenüberschrift.",
      remedy: `Lassen Sie vor den Strichen eine Zeile leer; soll es eine Überschrift sein, schreiben Sie: ## ${heading.slice(0, 60)}`,
    },
  ];
}

/** A single item that begins with a number or within a paragraph: a sum, a temperature or an ordinal rather than a list. */
function loneItem({ token, isWithin, items }: OpenList, source: string): Slip[] {
  const first = source.trim();
  const isOrdered = token.type === "ordered_list_open";
  if (items !== 1 || !(isOrdered ? isWithin : /^[-+*]\s+\d/.test(first))) return [];
  const escaped = isOrdered ? first.replace(/^(\d+)/, "$1\\") : `\\${first}`;
  return [
    {
      message: `„${first.slice(0, 40)}“ wird als Aufzählung mit nur einem Punkt gedruckt.`,
      remedy: `Gehört das Zeichen am Anfang zum Text, schreiben Sie: ${escaped.slice(0, 60)}`,
    },
  ];
}

/** A quotation that begins with a number: rather "more than". */
function quoted(source: string): Slip[] {
  const first = source.trim();
  if (!/^>\s*\d(?!\d*[.)]\s)/.test(first)) return [];
  return [
    {
      message: `„${first.slice(0, 40)}“ wird als Zitat gedruckt, ohne das Zeichen >.`,
      remedy: `Heißt es „mehr als“, schreiben Sie: \\${first.slice(0, 60)}`,
    },
  ];
}

/** Marks of footnotes and links that stay text. */
function unread(lines: readonly string[], children: readonly Token[]): Slip[] {
  // An address that became a link as it stands is printed as it is written.
  const asWritten = children.filter(({ markup }) => markup !== "linkify");
  const printed = asWritten.map(({ type, content }) => (type === "text" ? content : type === "softbreak" ? "\n" : "\0")).join("");
  if (!printed.includes("[")) return [];
  const slips: Slip[] = [];
  const marks = new Set(printed.match(/\[\^[^\]\s]+\]/g));
  for (const [line, source] of lines.entries()) {
    for (const { 0: mark, index } of source.matchAll(FOOTNOTE_MARK)) {
      if (!marks.has(mark)) continue;
      const name = mark.slice(2, -1);
      const message = `Zu ${mark} gibt es keine Fußnote; das Zeichen wird so gedruckt.`;
      slips.push({
        line,
        column: index + 1,
        message,
        remedy: `Schreiben Sie die Fußnote in eine eigene Zeile: [^${name}]: Text der Fußnote`,
      });
    }
    for (const { 0: written, 1: words = "", 2: gap = "", 3: target = "", index } of source.matchAll(BROKEN_LINK)) {
      if ((gap === "" && !/\s/.test(target)) || source[index - 1] === "\\") continue;
      if (!printed.includes(`]${gap}(${target.slice(0, 8)}`)) continue;
      const mark = written.startsWith("!") ? "![" : "[";
      const isAddress = /^(?:[a-z]+:|\/|www\.)/i.test(target);
      const address = target.trim().replace(/\s+/g, isAddress ? "%20" : "-");
      const isSameFile = isAddress || address === target;
      const why = gap === "" ? "In der Adresse" : "Vor der runden Klammer";
      slips.push({
        line,
        column: index + 1,
        message: `„${written.slice(0, 80)}“ wird so gedruckt und nicht verlinkt: ${why} steht ein Leerzeichen.`,
        remedy: `${isSameFile ? "Schreiben" : "Benennen Sie die Datei um, und schreiben"} Sie: ${mark}${words}](${address})`,
      });
    }
    const rest = slips.some((slip) => slip.line === line) ? null : UNLINKED.exec(source);
    if (rest && printed.includes(rest[0]) && !source.slice(0, rest.index).includes("\\[")) {
      slips.push({
        line,
        column: rest.index + 1,
        message: `„${rest[0].slice(0, 80)}“ wird so gedruckt; ein Verweis wird nicht daraus.`,
        remedy: rest[0].startsWith("^")
          ? "Schreiben Sie [^1] an die Stelle, und in eine eigene Zeile: [^1]: Text der Fußnote"
          : "Schreiben Sie [Worte](Adresse) in eine Zeile, ohne eckige Klammern, Fußnoten und andere Links in den Worten.",
      });
    }
  }
  return slips;
}

function signature(lines: readonly string[]): Slip[] {
  const line = lines.findIndex((source, index) => index > 0 && /^[ \t]*--?[ \t]*$/.test(source));
  if (line < 0) return [];
  return [
    {
      line: line - 1,
      message: "Unter dieser Zeile stehen nur Striche; in Markdown machten sie eine Überschrift daraus, hier bleiben sie Text.",
      remedy: "Lassen Sie über und unter den Strichen eine Zeile leer, oder löschen Sie die Striche.",
    },
  ];
}

/** Lines with tabs below each other: a table that was pasted. */
function tabbed(lines: readonly string[]): Slip[] {
  const isRow = (line: string | undefined) => /\S\t+\S/.test(line ?? "");
  const line = lines.findIndex((source, index) => isRow(source) && isRow(lines[index + 1]));
  if (line < 0) return [];
  const cells = (lines[line] ?? "").trim().split(/\t+/);
  const row = `| ${cells.join(" | ").slice(0, 60)} |`;
  return [
    {
      line,
      message: "Hier stehen Zeilen mit Tabulatoren untereinander; gedruckt werden sie als ein Absatz, nicht als Tabelle.",
      remedy: `Schreiben Sie Zellen zwischen senkrechte Striche: ${row} und darunter |${" --- |".repeat(cells.length)}`,
    },
  ];
}

/** Lines that count up with a no-break space behind the number: a list that stays text. */
function counted(lines: readonly string[]): Slip[] {
  const numberOf = (line: string | undefined) => Number(/^[ \t]*(\d{1,3})[.)][^\S \t]/.exec(line ?? "")?.[1] ?? Number.NaN);
  const line = lines.findIndex((source, index) => numberOf(source) + 1 === numberOf(lines[index + 1]));
  if (line < 0) return [];
  return [
    {
      line,
      message: "Diese Zeilen zählen, sind aber keine Aufzählung: Hinter der Zahl steht ein geschütztes Leerzeichen.",
      remedy: `Schreiben Sie ein gewöhnliches: ${(lines[line] ?? "").trim().replace(/\s/, " ").slice(0, 60)}`,
    },
  ];
}
