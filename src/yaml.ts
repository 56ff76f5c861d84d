import { FAILSAFE_SCHEMA, load, Type } from "js-yaml";
import { LineCounter, parseDocument, visit } from "yaml";
import { error, type Position, type Problem, positionAt } from "./problems.ts";

/** YAML data of a content file: mappings, lists, text, true/false and null; numbers and dates stay the text an editor wrote. */
export type Data = { [key: string]: unknown };

/** Where a value stands in its file, by its path of keys and indices; a path that does not exist is answered by its nearest parent. */
export type Locate = (path: readonly PropertyKey[]) => Position;

/** The result of reading something: its value unless it was refused, and every problem found. */
export interface Reading<T> {
  value: T | undefined;
  problems: Problem[];
}

/** Longest head in characters: a hundred times what the largest honest one needs; bounds the time a hostile one can take. */
const HEAD_MAX = 100_000;

/** Most brackets and braces open at once in a head; the model needs three. */
const DEPTH_MAX = 50;

// Only the two types that the model needs beside text: so `title: 0815` and `date: 2017-11-14` stay as written.
const bool = new Type("tag:yaml.org,2002:bool", {
  kind: "scalar",
  resolve: (text: unknown) => text === "true" || text === "false",
  construct: (text: unknown) => text === "true",
});
const nothing = new Type("tag:yaml.org,2002:null", {
  kind: "scalar",
  resolve: (text: unknown) => text === null || text === "" || text === "~" || text === "null",
  construct: () => null,
});
const TEXT_SCHEMA = FAILSAFE_SCHEMA.extend({ implicit: [nothing, bool] });

/** Parses YAML whose first line has the number `firstLine`: fast where all is well, with a position for everything that is not. */
export function parseYaml(source: string, path: string, firstLine: number): Reading<{ data: Data; locate: Locate }> {
  const max = firstLine === 1 ? HEAD_MAX * 100 : HEAD_MAX;
  if (source.length > max) {
    return refuse(
      error(path, { line: firstLine, column: 1 }, `Der Kopf hat mehr als ${HEAD_MAX.toLocaleString("de-DE")} Zeichen.`, "Lange Texte gehören unter den Kopf, nicht in ein Feld."),
    );
  }
  const deep = tooDeep(source);
  if (deep !== undefined) {
    return refuse(error(path, positionAt(source, deep, firstLine), "Hier sind zu viele Klammern ineinander verschachtelt.", "Setzen Sie Text mit Klammern in Anführungszeichen."));
  }
  // An anchor or alias can make a small file huge (billion laughs), so such a file never reaches the fast parser.
  if (/(^|[\s[{,:?-])[&*][^\s,[\]{}]/m.test(source)) {
    const problems = anchorProblems(source, path, firstLine);
    if (problems.length > 0) return { value: undefined, problems };
  }
  let data: unknown;
  try {
    data = load(source, { schema: TEXT_SCHEMA, filename: path });
  } catch (thrown) {
    return { value: undefined, problems: yamlProblems(source, path, firstLine, thrown) };
  }
  if (data === null || data === undefined) data = {};
  if (typeof data !== "object" || Array.isArray(data)) {
    return refuse(
      error(path, { line: firstLine, column: 1 }, "Hier stehen keine Felder der Form „name: Wert“.", "Schreiben Sie in jede Zeile ein Feld, zum Beispiel: name: Wirtschaft"),
    );
  }
  return { value: { data: data as Data, locate: createLocate(source, firstLine) }, problems: [] };
}

/** Parses with positions only when the first is asked for: ten times slower, and needed only where there is something to report. */
function createLocate(source: string, firstLine: number): Locate {
  let parsed: Positions | undefined;
  return (keys) => {
    parsed ??= parsePositions(source);
    const { node, counter } = parsed;
    if (!node) return { line: firstLine, column: 1 };
    for (let length = keys.length; length > 0; length--) {
      const parent = node.getIn(keys.slice(0, length - 1), true) as { items?: unknown[] } | undefined;
      const last = keys[length - 1];
      const item = parent?.items?.find((entry) => isPair(entry) && String(entry.key?.value) === String(last)) as Pair | undefined;
      const found = item?.key?.range?.[0] ?? (typeof last === "number" ? (parent?.items?.[last] as Ranged | undefined)?.range?.[0] : undefined);
      if (found !== undefined) return offsetPosition(counter, found, firstLine);
    }
    return { line: firstLine, column: 1 };
  };
}

interface Positions {
  node: ReturnType<typeof parseDocument> | undefined;
  counter: LineCounter;
}

/** `node` is undefined where nesting exhausts the parser's stack: such a file is reported at its beginning. */
function parsePositions(source: string): Positions {
  const counter = new LineCounter();
  try {
    return { node: parseDocument(source, { lineCounter: counter, schema: "failsafe", logLevel: "silent" }), counter };
  } catch {
    return { node: undefined, counter };
  }
}

interface Ranged {
  range?: readonly number[];
}
interface Pair {
  key?: Ranged & { value?: unknown };
}

function isPair(entry: unknown): entry is Pair {
  return typeof entry === "object" && entry !== null && "key" in entry;
}

function offsetPosition(counter: LineCounter, offset: number, firstLine: number): Position {
  const { line, col } = counter.linePos(offset);
  return { line: line + firstLine - 1, column: col };
}

function anchorProblems(source: string, path: string, firstLine: number): Problem[] {
  const { node: document, counter } = parsePositions(source);
  const offsets = new Set<number>();
  if (!document) return [error(path, { line: firstLine, column: 1 }, "Die Felder sind zu tief verschachtelt.", QUOTE)];
  visit(document, {
    Node: (_key, node) => {
      if (("anchor" in node && node.anchor) || node.constructor.name === "Alias") offsets.add(node.range?.[0] ?? 0);
    },
  });
  for (const fault of document.errors) if (fault.code === "BAD_ALIAS") offsets.add(fault.pos[0]);
  return [...offsets]
    .slice(0, 1)
    .map((offset) =>
      error(
        path,
        offsetPosition(counter, offset, firstLine),
        "Ein Wert beginnt mit & oder *; in YAML ist das ein Verweis, und Verweise sind hier nicht erlaubt.",
        'Setzen Sie den Wert in Anführungszeichen: title: "*NEU* Programm".',
      ),
    );
}

const QUOTE = 'Setzen Sie den ganzen Wert in Anführungszeichen: title: "Rat: Haushalt beschlossen".';
const YAML_FAULTS: Record<string, [message: string, remedy: string]> = {
  DUPLICATE_KEY: ["Dieses Feld steht zweimal.", "Lassen Sie nur eine der beiden Zeilen stehen."],
  TAB_AS_INDENT: ["Die Zeile ist mit einem Tabulator eingerückt.", "Rücken Sie mit Leerzeichen ein."],
  BAD_SCALAR_START: ["Ein Wert beginnt mit einem Zeichen, das in YAML eine eigene Bedeutung hat.", QUOTE],
  BLOCK_AS_IMPLICIT_KEY: ["Im Wert steht ein Doppelpunkt mit Leerzeichen; YAML hält das für ein neues Feld.", QUOTE],
  MULTILINE_IMPLICIT_KEY: ["Die Zeile ist kein Feld der Form „name: Wert“.", "Rücken Sie Fortsetzungszeilen ein oder schreiben Sie den Wert in eine Zeile."],
  MISSING_CHAR: ["Hier fehlt ein Zeichen, meist ein Anführungszeichen, ein Komma oder eine Klammer am Ende.", QUOTE],
  UNEXPECTED_TOKEN: ["Hier steht etwas, das nach dem Wert nicht folgen darf.", QUOTE],
  BAD_DQ_ESCAPE: [
    "Nach dem umgekehrten Schrägstrich steht ein Zeichen, das dort nicht möglich ist.",
    "Schreiben Sie \\\\ für einen umgekehrten Schrägstrich oder nehmen Sie einfache Anführungszeichen.",
  ],
  BAD_INDENT: ["Die Einrückung passt nicht.", "Rücken Sie alle Felder einer Ebene gleich weit ein."],
  BAD_DIRECTIVE: ["Ein Wert beginnt mit %.", QUOTE],
};

function yamlProblems(source: string, path: string, firstLine: number, thrown: unknown): Problem[] {
  const { node: document, counter } = parsePositions(source);
  const seen = new Set<number>();
  const problems: Problem[] = [];
  for (const fault of document?.errors ?? []) {
    const at = offsetPosition(counter, fault.pos[0], firstLine);
    // One slip makes a parser stumble several times in a line: the first says it.
    if (seen.has(at.line)) continue;
    seen.add(at.line);
    const [message, remedy] = YAML_FAULTS[fault.code] ?? ["Die Felder sind kein gültiges YAML.", QUOTE];
    problems.push(error(path, at, message, remedy));
  }
  if (problems.length > 0) return problems;
  const mark = (thrown as { mark?: { line?: number; column?: number } }).mark;
  const at = { line: (mark?.line ?? 0) + firstLine, column: (mark?.column ?? 0) + 1 };
  return [error(path, at, "Die Felder sind kein gültiges YAML.", QUOTE)];
}

function tooDeep(source: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) {
      if (++depth > DEPTH_MAX) return index;
    } else if (code === 0x5d || code === 0x7d) {
      depth = Math.max(0, depth - 1);
    }
  }
  return undefined;
}

function refuse<T>(problem: Problem): Reading<T> {
  return { value: undefined, problems: [problem] };
}
