import { childrenOf, type Element, findAll, isElement, isText, lineOf, makeElement, makeText, type Node, remove, replace } from "./dom.ts";
import { closest } from "./flow.ts";
import { shorten, type Warn } from "./inline.ts";

/** Most columns and rows that a cell may claim, so that a hostile one costs little. */
const SPAN_MAX = 1000;

/**
 * Makes of a table, whose cells hold settled blocks, one that Markdown can write: a head and rows of as many cells, each of one line. A
 * table that only arranges a page (one row, one column, a table within) goes, and what it arranged stays.
 */
export function settleTable(table: Element, warn: Warn): void {
  const rows = findAll(table, "tr").filter((row) => closest(row, "TABLE") === table);
  const cells = rows.map((row) => childrenOf(row).filter((cell): cell is Element => isElement(cell, "TD", "TH")));
  const captions = childrenOf(table).flatMap((child) => (isElement(child, "CAPTION") ? childrenOf(child) : []));
  const width = Math.max(0, ...cells.map((row) => row.reduce((sum, cell) => sum + spanOf(cell, "colspan"), 0)));
  const isUsed = cells.filter((row) => row.some((cell) => lineOf(cell) !== "")).length > 1;
  const isLayout = !isUsed || width < 2 || table.getAttribute("role") === "presentation" || findAll(table, "table").length > 0;
  if (isLayout) {
    replace(table, ...captions, ...cells.flat().flatMap(childrenOf));
    return;
  }
  const grid = gridOf(cells, Math.min(width, SPAN_MAX), () =>
    warn(
      `Verbundene Zellen gibt es hier nicht; was darin stand, steht in der ersten: Tabelle ab „${shorten(lineOf(rows[0] as Element))}“.`,
    ),
  );
  const sound = grid.filter((row) => row.some((cell) => cell && lineOf(cell) !== ""));
  const head = cells[0] ?? [];
  const hasHead = findAll(table, "thead th, thead td").length > 0 || (head.length > 0 && head.every(({ nodeName }) => nodeName === "TH"));
  const first = (sound[0] ?? []).map((cell) => (cell ? lineOf(cell) : "")).join(" | ");
  if (!hasHead) warn(`Diese Tabelle hat keine Kopfzeile; ihre erste Zeile ist es jetzt: „${shorten(first)}“.`);
  const pictures = findAll(table, "img");
  const made = makeElement(table, "table", ...sound.map((row, index) => rowOf(table, row, index === 0 ? "th" : "td")));
  replace(table, ...captions, made, ...pictures.map((picture) => makeElement(made, "p", picture)));
}

function rowOf(table: Element, row: readonly (Element | undefined)[], name: string): Element {
  return makeElement(table, "tr", ...row.map((cell) => makeElement(table, name, ...(cell ? inOneLine(cell) : []))));
}

/** The cells of each row by their column: the first of merged ones holds the content, the others nothing. */
function gridOf(rows: readonly (readonly Element[])[], width: number, onMerged: () => void): (Element | undefined)[][] {
  const grid: (Element | undefined)[][] = rows.map(() => new Array<Element | undefined>(width).fill(undefined));
  const taken = rows.map(() => new Set<number>());
  let isMerged = false;
  for (const [at, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken[at]?.has(column)) column++;
      const [across, down] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
      isMerged ||= across > 1 || down > 1;
      if (column < width) (grid[at] as (Element | undefined)[])[column] = cell;
      for (let below = at; below < Math.min(at + down, rows.length); below++)
        for (let beside = column; beside < Math.min(column + across, width); beside++) taken[below]?.add(beside);
      column += across;
    }
  }
  if (isMerged) onMerged();
  return grid;
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return span > 0 ? Math.min(span, SPAN_MAX) : 1;
}

/** What a cell holds in one line: lines, paragraphs and points of lists behind each other, with a comma where no sign ends them. */
function inOneLine(cell: Element): Node[] {
  const line: Node[] = [];
  let last = "";
  const add = (nodes: readonly Node[]): void => {
    const isFirst = line.length === 0;
    if (!isFirst) line.push(makeText(cell, /[\p{L}\p{N})“”"»]$/u.test(last) ? ", " : " "));
    line.push(...nodes);
    last = nodes
      .map(({ textContent }) => textContent)
      .join("")
      .trim();
  };
  const enter = (block: Element): void => {
    let part: Node[] = [];
    const flush = (): void => {
      if (part.some((node) => lineOf(node) !== "")) add(part);
      part = [];
    };
    for (const child of childrenOf(block)) {
      if (isElement(child, "BR")) {
        flush();
        remove(child);
      } else if (isText(child) || isElement(child, "STRONG", "EM", "A", "SPAN")) {
        for (const end of isElement(child) ? findAll(child, "br") : []) replace(end, makeText(cell, " "));
        part.push(child);
      } else {
        flush();
        if (isElement(child)) enter(child);
      }
    }
    flush();
  };
  enter(cell);
  return line;
}
