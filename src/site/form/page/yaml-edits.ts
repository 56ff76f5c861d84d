import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { isEmpty } from "../../../content/empty-fields.ts";
import { align } from "./list-steps.ts";
import { isGroup, type Parsed, pairText, READING, type Said, sameAs, scalarText, textOfItem } from "./yaml-text.ts";

/** A piece of a text, from one place to another, and what shall stand there instead. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * The YAML `source` with the fields `after` in place of `before`, which it says now. Only what differs is touched: comments, quotation
 * marks, order, empty fields and whatever else stands there stay to the byte. Throws where the source is no mapping.
 */
export function changeFields(source: string, before: Said, after: Said): string {
  const text = source === "" || source.endsWith("\n") ? source : `${source}\n`;
  const { contents, errors } = parseDocument(text, READING);
  if (errors[0]) throw errors[0];
  if (contents === null)
    return (
      text +
      Object.entries(after)
        .map(([key, value]) => pairText(key, value, ""))
        .join("")
    );
  if (!isMap(contents)) throw new Error("Hier stehen keine Felder der Form „name: Wert“.");
  const editor = createEditor(text);
  if (!editor.changeMap(contents as YAMLMap<Parsed, Node | null>, before, after))
    throw new Error("Diese Datei ist zu ungewöhnlich geschrieben, als dass das Formular sie ändern könnte.");
  return editor.finish();
}

function createEditor(source: string) {
  const edits: Edit[] = [];
  return {
    changeMap,
    finish: () => {
      const sorted = edits.sort((a, b) => a.from - b.from || a.to - b.to);
      let text = "";
      let at = 0;
      for (const { from, to, text: put } of sorted) {
        text += source.slice(at, from) + put;
        at = to;
      }
      return text + source.slice(at);
    },
  };

  function edit(from: number, to: number, text: string): void {
    edits.push({ from, to, text });
  }

  /** Changes a value where it stands; false where it has to be written anew as a whole. */
  function change(node: Node | null, before: unknown, after: unknown, isFlow: boolean): boolean {
    if (sameAs(Array.isArray(before) ? before.filter((one) => !isEmpty(one)) : before, after)) return true;
    if (isMap(node) && isGroup(before) && isGroup(after)) {
      if (changeMap(node as YAMLMap<Parsed, Node | null>, before, after)) return true;
    } else if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
      if (changeList(node as YAMLSeq<Node | null>, before, after)) return true;
    } else if (isScalar(node) && typeof after !== "object" && node.range && node.range[1] > node.range[0]) {
      const [from, to] = node.range;
      edit(from, to, scalarText(after, node.type, isFlow) + (source[to - 1] === "\n" ? "\n" : ""));
      return true;
    }
    if (!isCollection(node) || !node.flow || !node.range || typeof after !== "object") return false;
    edit(node.range[0], node.range[1], scalarText(after, undefined, true));
    return true;
  }

  function changeMap(map: YAMLMap<Parsed, Node | null>, before: Said, after: Said): boolean {
    const { items, flow = false, range } = map;
    const places = new Map(items.map((pair, index) => [String(pair.key.value), index]));
    const kept = edits.length;
    const [first] = items;
    if (!first?.key.range || !range || (flow && Object.keys({ ...before, ...after }).some((key) => !(key in before && key in after))))
      return false;
    const indent = " ".repeat(columnOf(first.key.range[0]));
    for (const key of Object.keys(before)) {
      const at = places.get(key);
      if (key in after || at === undefined) continue;
      // The first field of a list's entry shares its line with the dash.
      if (!isAtLineStart(startOf(items[at]))) return undo(kept);
      edit(lineStart(startOf(items[at])), endOf(items[at]), "");
    }
    let last: number | undefined;
    for (const [key, value] of Object.entries(after)) {
      const at = places.get(key);
      if (at === undefined) insertPair(key, value, last);
      else {
        const pair = items[at];
        if (!pair || !(key in before) || !change(pair.value, before[key], value, flow)) {
          if (flow) return undo(kept);
          edit(startOf(pair), endOf(pair), pairText(key, value, indent).slice(indent.length));
        }
        last = at;
      }
    }
    return true;

    function insertPair(key: string, value: unknown, behind: number | undefined): void {
      const end = behind === undefined ? 0 : behindOwnComments(endOf(items[behind]), indent.length);
      if (behind !== undefined) edit(end, end, pairText(key, value, indent));
      else edit(startOf(first), startOf(first), pairText(key, value, indent).slice(indent.length) + indent);
    }
  }

  function changeList(list: YAMLSeq<Node | null>, before: unknown[], after: unknown[]): boolean {
    const { items, flow = false } = list;
    const kept = edits.length;
    const chunks = flow ? flowChunks(items) : blockChunks(list);
    if (chunks?.length !== before.length) return false;
    const indent = " ".repeat(columnOf(list.range?.[0] ?? 0));
    const written = (value: unknown) => {
      const moved = before.findIndex((one, index) => sameAs(one, value) && !stays.has(index));
      const chunk = chunks[moved];
      if (chunk) return source.slice(...chunk);
      return flow ? scalarText(value, undefined, true) : textOfItem(value, indent);
    };
    const steps = align(before, after);
    const stays = new Set(steps.flatMap(({ old, value }) => (old !== undefined && value !== undefined ? [old] : [])));
    let place = -1;
    for (const { old, value } of steps) {
      const chunk = old === undefined ? undefined : chunks[old];
      if (old !== undefined && chunk && value !== undefined) {
        place = old;
        if (change(items[old] ?? null, before[old], value, flow)) continue;
        edit(...chunk, flow ? scalarText(value, undefined, true) : textOfItem(value, indent));
      } else if (old !== undefined && chunk) {
        if (flow) edit(...withComma(chunks, old, stays), "");
        else edit(...chunk, "");
      } else if (chunks[place]) {
        const at = chunks[place]?.[1] ?? 0;
        edit(at, at, flow ? `, ${written(value)}` : written(value));
      } else {
        const at = chunks[0]?.[0] ?? 0;
        if (chunks.length === 0) return undo(kept);
        edit(at, at, flow ? `${written(value)}, ` : written(value));
      }
    }
    return true;
  }

  /** Where the entries of a block list stand, with the lines that they fill; undefined where a dash does not begin its line. */
  function blockChunks({ items, range }: YAMLSeq<Node | null>): [number, number][] | undefined {
    const start = range?.[0] ?? 0;
    const column = columnOf(start);
    const dash = new RegExp(`^ {${column}}-(?=[ \\n])`, "gm");
    const begin = lineStart(start);
    const end = items.length === 0 ? begin : endLine(valueEnd(items.at(-1) ?? null, start + 1));
    const starts = [...source.slice(begin, end).matchAll(dash)].map(({ index }) => begin + index);
    if (starts.length !== items.length) return undefined;
    return items.map((item, index) => [starts[index] ?? 0, endLine(valueEnd(item, (starts[index] ?? 0) + column + 1))]);
  }

  function flowChunks(items: readonly (Node | null)[]): [number, number][] | undefined {
    const chunks = items.map((item): [number, number] | undefined => (item?.range ? [item.range[0], item.range[1]] : undefined));
    return chunks.every((chunk) => chunk !== undefined) ? chunks : undefined;
  }

  function undo(kept: number): false {
    edits.length = kept;
    return false;
  }

  function lineStart(at: number): number {
    return source.lastIndexOf("\n", at - 1) + 1;
  }

  function columnOf(at: number): number {
    return at - lineStart(at);
  }

  function isAtLineStart(at: number): boolean {
    return source.slice(lineStart(at), at).trim() === "";
  }

  /** The beginning of the line after a place; a place at the beginning of a line is one already. */
  function endLine(at: number): number {
    if (at > 0 && source[at - 1] === "\n") return at;
    const found = source.indexOf("\n", at);
    return found < 0 ? source.length : found + 1;
  }

  function startOf(pair: Pair<Parsed, Node | null> | undefined): number {
    return pair?.key.range?.[0] ?? 0;
  }

  function endOf(pair: Pair<Parsed, Node | null> | undefined): number {
    return endLine(valueEnd(pair?.value ?? null, pair?.key.range?.[1] ?? 0));
  }

  /** The end of the comments that follow a field and are indented deeper: they are its own. */
  function behindOwnComments(at: number, indent: number): number {
    const own = new RegExp(`(?: {${indent + 1},}#.*\\n)*`, "y");
    own.lastIndex = at;
    return at + (own.exec(source)?.[0].length ?? 0);
  }

  /** Where a value ends, without the comments that follow it. */
  function valueEnd(node: Node | null, otherwise: number): number {
    if (isCollection(node) && !node.flow) {
      const last = node.items.at(-1);
      if (isMap(node)) {
        const pair = last as Pair<Parsed, Node | null> | undefined;
        return valueEnd(pair?.value ?? null, pair?.key.range?.[1] ?? otherwise);
      }
      return valueEnd(last as Node | null, otherwise);
    }
    return Math.max(node?.range?.[1] ?? otherwise, otherwise);
  }
}

function isCollection(node: unknown): node is YAMLMap | YAMLSeq {
  return isMap(node) || isSeq(node);
}

/** The entry of a list in a line with the comma that divides it from those that stay. */
function withComma(chunks: readonly [number, number][], gone: number, stays: ReadonlySet<number>): [number, number] {
  const next = chunks[gone + 1];
  const isLeading = ![...stays].some((index) => index < gone);
  const previous = chunks[gone - 1];
  if (isLeading && next) return [chunks[gone]?.[0] ?? 0, next[0]];
  return [previous?.[1] ?? 0, chunks[gone]?.[1] ?? 0];
}
