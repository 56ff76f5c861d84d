import type MarkdownIt from "markdown-it";
import { hint, type Problem } from "../problems.ts";
import { beginsWithDay, evenSpaces } from "./plain-meaning.ts";
import { type Slip, unread } from "./unread-marks.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** Hints at what is printed as it is written but was hardly meant so, each with what to write instead. */
export function* findSlips(tokens: readonly Token[], text: string, firstLine: number, path: string): Generator<Problem> {
  const lines = text.split("\n");
  const evened = evenSpaces(text);
  const even = evened === text ? lines : evened.split("\n");
  for (const [index, line] of even === lines ? [] : lines.entries()) {
    if (line === even[index]) continue;
    yield hint(
      "no-break-space",
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
    if (token.type === "list_item_open" && tokens[index + 1]?.type === "list_item_close") slips.push(emptyItem(lines[token.map?.[0] ?? 0]));
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
    for (const { id, line = 0, column = 1, message, remedy } of slips)
      yield hint(id, path, { line: (map?.[0] ?? 0) + line + firstLine, column }, message, remedy);
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

const SEEN = new Set(["code_block", "fence", "heading_open", "blockquote_open", "inline"]);

function ofBlock(token: Token, lines: readonly string[]): Slip[] {
  if (token.type === "code_block") return [indented(lines)];
  if (token.type === "fence") return unclosed(token, lines);
  if (token.type === "heading_open") return underlined(token, lines);
  if (token.type === "blockquote_open") return quoted(lines[0] ?? "");
  const { content, children } = token;
  return [
    ...(content.includes("[") ? unread(lines, children ?? []) : []),
    ...(content.includes("\n-") ? signature(lines) : []),
    ...(content.includes("\t") ? tabbed(lines) : []),
    ...(content.includes("|") || content.startsWith("+-") ? notTable(lines, children ?? []) : []),
    ...counted(lines),
  ];
}

/** A block of code that nobody closes: all that follows is printed as code. */
function unclosed({ markup }: Token, lines: readonly string[]): Slip[] {
  if (
    lines.length > 1 &&
    lines
      .at(-1)
      ?.replace(/^[ >]+/, "")
      .startsWith(markup)
  )
    return [];
  return [
    {
      id: "code-unclosed",
      message: `Hier beginnt mit ${markup} ein Block, der nicht aufhört; alles danach wird wie Programmcode gedruckt.`,
      remedy: `Schreiben Sie ${markup} auch in die Zeile hinter seinem Ende, oder löschen Sie es hier.`,
    },
  ];
}

/** A point of a list that says nothing: a star or dash that was to stand alone. */
function emptyItem(source = ""): Slip {
  const sign = source.trim().slice(-20);
  return {
    id: "list-item-empty",
    message: "Dieser Punkt einer Aufzählung ist leer.",
    remedy: /^\d/.test(sign) ? "Löschen Sie ihn." : `Löschen Sie ihn; soll das Zeichen gedruckt werden, schreiben Sie: \\${sign.slice(-1)}`,
  };
}

/** Cells between strokes that make no table, because the line of dashes is missing or has another number of cells. */
function notTable(lines: readonly string[], children: readonly Token[]): Slip[] {
  const isRow = (line: string | undefined) => /^[ \t>]*\|.*\|[ \t]*$|^[ \t>]*\+(?:[-=]+\+)+[ \t]*$/.test(line ?? "");
  const isRule = (line: string | undefined) =>
    /^[ \t>]*\|?(?:[ \t]*:?[-–=]{2,}:?[ \t]*\|)+(?:[ \t]*:?[-–=]{2,}:?)?[ \t]*$/.test(line ?? "");
  const line = lines.findIndex(
    (source, index) => (isRow(source) || isRule(source)) && (isRow(lines[index + 1]) || isRule(lines[index + 1])),
  );
  if (line < 0 || !children.some(({ type }) => type === "softbreak")) return [];
  const rows = lines.filter((source) => !isRule(source) && source.includes("|"));
  const cells = (rows[0] ?? "").replace(/^[ \t>]*\||\|[ \t]*$/g, "").split(/(?<!\\)\|/).length;
  return [
    {
      line,
      id: "table-without-rule",
      message: "Diese Zeilen mit senkrechten Strichen sind keine Tabelle; gedruckt werden sie als ein Absatz.",
      remedy:
        `Unter die erste gehört: |${" --- |".repeat(cells)} ` +
        "Gehören sie zu einer Tabelle darüber, löschen Sie die leere Zeile dazwischen.",
    },
  ];
}

function indented(lines: readonly string[]): Slip {
  const first = lines.find((line) => line.trim() !== "")?.trim() ?? "";
  return {
    id: "code-by-indent",
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
      id: "heading-by-underline",
      message: "Die Striche unter diesem Text machen ihn zu einer Zwischenüberschrift.",
      remedy: `Lassen Sie vor den Strichen eine Zeile leer; soll es eine Überschrift sein, schreiben Sie: ## ${heading.slice(0, 60)}`,
    },
  ];
}

/** A single item that begins with a number or within a paragraph: a sum, a temperature or an ordinal rather than a list. */
function loneItem({ token, isWithin, items }: OpenList, source: string): Slip[] {
  const first = source.trim();
  const isOrdered = token.type === "ordered_list_open";
  if (items > 1 && /^\+\s+\d/.test(first)) {
    const message = `Die Zeilen ab „${first.slice(0, 40)}“ werden als Aufzählung gedruckt, ohne das Zeichen +.`;
    return [
      {
        id: "list-by-plus-sign",
        message,
        remedy: `Heißt es „plus“, schreiben Sie: \\${first.slice(0, 60)} – als Aufzählung: - ${first.slice(1).trim().slice(0, 60)}`,
      },
    ];
  }
  if (items !== 1 || !(isOrdered ? isWithin : /^[-+*]\s+\d/.test(first))) return [];
  const escaped = isOrdered ? first.replace(/^(\d+)/, "$1\\") : `\\${first}`;
  return [
    {
      id: "list-of-one",
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
      id: "quote-by-greater-sign",
      message: `„${first.slice(0, 40)}“ wird als Zitat gedruckt, ohne das Zeichen >.`,
      remedy: `Heißt es „mehr als“, schreiben Sie: \\${first.slice(0, 60)}`,
    },
  ];
}

function signature(lines: readonly string[]): Slip[] {
  const line = lines.findIndex((source, index) => index > 0 && /^[ \t]*--?[ \t]*$/.test(source));
  if (line < 0) return [];
  return [
    {
      line: line - 1,
      id: "dashes-below-line",
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
      id: "table-by-tabs",
      message: "Hier stehen Zeilen mit Tabulatoren untereinander; gedruckt werden sie als ein Absatz, nicht als Tabelle.",
      remedy: `Schreiben Sie Zellen zwischen senkrechte Striche: ${row} und darunter |${" --- |".repeat(cells.length)}`,
    },
  ];
}

/** Lines that count up and yet make no list: behind a no-break space, or in a paragraph, which only "1." can interrupt. */
function counted(lines: readonly string[]): Slip[] {
  const parts = (line: string | undefined) => /^[ \t>]*(\d{1,3})[.)](\s)(?=\S)/.exec(line ?? "");
  const line = lines.findIndex((source, index) => {
    const [, number, space = ""] = parts(source) ?? [];
    const [, next, other = ""] = parts(lines[index + 1]) ?? [];
    return Number(number) + 1 === Number(next) && (/[^ \t]/.test(space + other) || (index > 0 && !beginsWithDay(source)));
  });
  if (line < 0) return [];
  const source = lines[line] ?? "";
  return [
    /^[ \t>]*\d+[.)][ \t]/.test(source)
      ? {
          line,
          id: "list-in-paragraph",
          message: "Diese Zeilen zählen, sind aber keine Aufzählung: Sie gehören zum Absatz darüber.",
          remedy: `Lassen Sie vor dieser Zeile eine frei: ${source.trim().slice(0, 60)}`,
        }
      : {
          line,
          id: "list-by-odd-space",
          message: "Diese Zeilen zählen, sind aber keine Aufzählung: Hinter der Zahl steht ein geschütztes Leerzeichen.",
          remedy: `Schreiben Sie ein gewöhnliches: ${source.trim().replace(/\s/, " ").slice(0, 60)}`,
        },
  ];
}
