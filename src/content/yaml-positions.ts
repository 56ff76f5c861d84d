import type { LineCounter, parseDocument } from "yaml";
import { countLines, type Position } from "../problems.ts";
import { onDemand } from "./on-demand.ts";

const yaml = onDemand<typeof import("yaml")>("yaml");

/** Finds where a value stands in its file, by its path of keys and indices; for a missing value, where its nearest parent stands. */
export type Locate = (path: readonly PropertyKey[]) => Position;

/** Longest text in characters that is parsed with positions at once; also the longest head of a file. */
export const PARSED_MAX = 100_000;

/** Finds positions in a YAML text. The parser that knows positions is ten times slower, so it runs only when the first one is asked for. */
export function createLocate(source: string, firstLine: number): Locate {
  let section: Section = { from: 0, to: source.length, line: firstLine };
  let sections: Map<string, Section> | undefined;
  let parsed: Positions | undefined;
  let indexes = new Map<unknown, Map<string, Place>>();
  return (keys) => {
    // Of a long register only the entry that is asked for is parsed.
    if (source.length > PARSED_MAX) {
      sections ??= sectionsOf(source, firstLine);
      const asked = sections.get(String(keys[0]));
      if (!asked) return { line: firstLine, column: 1 };
      if (keys.length === 1 || asked.to - asked.from > PARSED_MAX) return { line: asked.line, column: 1 };
      if (asked !== section) [section, parsed, indexes] = [asked, undefined, new Map()];
    }
    parsed ??= parsePositions(source.slice(section.from, section.to), false);
    let node: unknown = parsed.document?.contents;
    let at: number | undefined;
    for (const key of keys) {
      const index = indexes.get(node) ?? indexPlaces(node);
      indexes.set(node, index);
      const place = index.get(String(key));
      if (!place) break;
      at = place.at ?? at;
      node = place.node;
    }
    return at === undefined ? { line: firstLine, column: 1 } : offsetPosition(parsed.counter, at, section.line);
  };
}

interface Section {
  from: number;
  to: number;
  line: number;
}

/** The fields that are not indented: each reaches from its own line to that of the next. */
function sectionsOf(source: string, firstLine: number): Map<string, Section> {
  const sections = new Map<string, Section>();
  let last: Section | undefined;
  for (const found of source.matchAll(/^(["']?)([^\s#"'-][^\n:"']*)\1[ \t]*:(?=\s)/gm)) {
    const line = (last?.line ?? firstLine) + countLines(source.slice(last?.from ?? 0, found.index));
    if (last) last.to = found.index;
    last = { from: found.index, to: source.length, line };
    sections.set((found[2] ?? "").trimEnd(), last);
  }
  return sections;
}

interface Place {
  at: number | undefined;
  node: unknown;
}

/** Where each entry of a list or group stands. It is kept by the caller, so that a file with many faults is not searched again for each. */
function indexPlaces(node: unknown): Map<string, Place> {
  const { isMap, isNode, isScalar, isSeq } = yaml();
  if (isMap(node))
    return new Map(
      node.items.map(({ key, value }) => [
        String(isScalar(key) ? key.value : key),
        { at: isNode(key) ? key.range?.[0] : undefined, node: value },
      ]),
    );
  if (isSeq(node))
    return new Map(node.items.map((item, index) => [String(index), { at: isNode(item) ? item.range?.[0] : undefined, node: item }]));
  return new Map();
}

interface Positions {
  document: ReturnType<typeof parseDocument> | undefined;
  counter: LineCounter;
}

/** Parses a text with positions. `document` is undefined where the text nests so deeply that the parser runs out of stack. */
export function parsePositions(source: string, uniqueKeys: boolean): Positions {
  const { LineCounter, parseDocument } = yaml();
  const counter = new LineCounter();
  try {
    return { document: parseDocument(source, { lineCounter: counter, schema: "failsafe", logLevel: "silent", uniqueKeys }), counter };
  } catch {
    return { document: undefined, counter };
  }
}

function offsetPosition(counter: LineCounter, offset: number, firstLine: number): Position {
  const { line, col } = counter.linePos(offset);
  return { line: line + firstLine - 1, column: col };
}

/** The offset at which the quotation mark or bracket opens that is not closed at `offset`. */
export function openingOf(node: unknown, offset: number): number {
  const { isMap, isNode, isSeq } = yaml();
  const isBefore = (item: unknown) => isNode(item) && (item.range?.[0] ?? 0) < offset;
  if (isMap(node) && !node.flow) return openingOf(node.items.findLast(({ key }) => isBefore(key))?.value, offset);
  if (isSeq(node) && !node.flow) return openingOf(node.items.findLast(isBefore), offset);
  return (isNode(node) ? node.range?.[0] : undefined) ?? offset;
}
