import { isUtf8 } from "node:buffer";
import { FAILSAFE_SCHEMA, load, Type } from "js-yaml";
import { LineCounter, parseDocument, visit } from "yaml";
import { error, FILE_START, hint, type Position, type Problem } from "./problems.ts";

/** YAML data of a content file: mappings, lists, text, true/false and null; numbers and dates stay the text an editor wrote. */
export type Data = { [key: string]: unknown };

/** Where a value stands in its file, by its path of keys and indices; a path that does not exist is answered by its nearest parent. */
export type Locate = (path: readonly PropertyKey[]) => Position;

/** A content file taken apart. `text` is the Markdown after the head, beginning at line `textLine`. */
export interface Document {
  data: Data;
  text: string;
  textLine: number;
  locate: Locate;
}

/** The result of reading something: its value unless it was refused, and every problem found. */
export interface Reading<T> {
  value: T | undefined;
  problems: Problem[];
}

/** Longest head in characters: a hundred times what the largest honest one needs; bounds the time a hostile one can take. */
const HEAD_MAX = 100_000;

/** Most brackets and braces open at once in a head; the model needs three. */
const DEPTH_MAX = 50;

const HEAD_REMEDY = "Beginnen Sie die Datei mit einer Zeile ---, dann die Felder (title: …), dann wieder eine Zeile ---, dann der Text.";

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

/** Characters that no reader can see but that reorder text, end a line or break XML 1.0: never in a publication. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;
const INVISIBLE = /[\u200b\u2060\ufeff]/;

/** Reads bytes as text: UTF-8 with or without BOM, LF or CRLF, composed (NFC); everything else is refused with its position. */
export function decodeText(bytes: Uint8Array, path: string): Reading<string> {
  if (!isUtf8(bytes)) {
    return refuse(error(path, firstInvalid(bytes), "Die Datei ist nicht in UTF-8 gespeichert.", "Speichern Sie sie im Editor mit der Zeichenkodierung UTF-8."));
  }
  // TextDecoder drops the BOM itself.
  let text = new TextDecoder("utf-8").decode(bytes);
  if (text.includes("\r")) {
    text = text.replaceAll("\r\n", "\n");
    const at = text.indexOf("\r");
    if (at >= 0) {
      return refuse(error(path, positionAt(text, at), "Die Zeilen enden auf einzelne Wagenrückläufe (CR), wie auf sehr alten Macs.", "Speichern Sie die Datei mit Zeilenenden LF oder CRLF."));
    }
  }
  text = text.normalize("NFC");
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) {
    const code = forbidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return refuse(error(path, positionAt(text, forbidden.index), `Hier steht ein unsichtbares Steuerzeichen (U+${code}).`, "Löschen Sie es; am einfachsten schreiben Sie die Stelle neu."));
  }
  const invisible = INVISIBLE.exec(text);
  const problems = invisible
    ? [hint(path, positionAt(text, invisible.index), "Hier steht ein Zeichen ohne Breite, das niemand sieht; Suche und Kopieren stört es.", "Löschen Sie es, wenn es nicht gewollt ist.")]
    : [];
  return { value: text, problems };
}

/** Takes a release, page or comment apart into head and text. */
export function readDocument(bytes: Uint8Array, path: string): Reading<Document> {
  const decoded = decodeText(bytes, path);
  if (decoded.value === undefined) return { value: undefined, problems: decoded.problems };
  const whole = decoded.value;
  const firstEnd = whole.indexOf("\n");
  const first = (firstEnd < 0 ? whole : whole.slice(0, firstEnd)).trimEnd();
  if (first !== "---") return refuse(error(path, FILE_START, openingMessage(first, whole), HEAD_REMEDY));
  const close = /^---[ \t]*$/m;
  const rest = whole.slice(firstEnd + 1);
  const closing = close.exec(rest);
  if (!closing) {
    return refuse(error(path, FILE_START, "Der Kopf der Datei hört nicht auf: Die zweite Zeile --- fehlt.", "Setzen Sie eine Zeile --- zwischen die Felder und den Text."));
  }
  const head = rest.slice(0, closing.index);
  const parsed = parseYaml(head, path, 2);
  const problems = [...decoded.problems, ...parsed.problems];
  if (parsed.value === undefined) return { value: undefined, problems };
  const end = closing.index + closing[0].length + 1;
  return {
    value: { data: parsed.value.data, locate: parsed.value.locate, text: rest.slice(end), textLine: countLines(head) + 3 },
    problems,
  };
}

/** Reads a whole file as YAML (a register, `site.yml`). */
export function readYaml(bytes: Uint8Array, path: string): Reading<{ data: Data; locate: Locate }> {
  const decoded = decodeText(bytes, path);
  if (decoded.value === undefined) return { value: undefined, problems: decoded.problems };
  const parsed = parseYaml(decoded.value, path, 1);
  return { value: parsed.value, problems: [...decoded.problems, ...parsed.problems] };
}

/** The position of an offset in a text whose first line has the number `firstLine`. */
export function positionAt(text: string, offset: number, firstLine = 1): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: countLines(before) + firstLine, column: offset - lineStart + 1 };
}

function parseYaml(source: string, path: string, firstLine: number): Reading<{ data: Data; locate: Locate }> {
  const max = firstLine === 1 ? HEAD_MAX * 100 : HEAD_MAX;
  if (source.length > max) {
    return refuse(error(path, { line: firstLine, column: 1 }, `Der Kopf hat mehr als ${HEAD_MAX.toLocaleString("de-DE")} Zeichen.`, "Lange Texte gehören unter den Kopf, nicht in ein Feld."));
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
    return refuse(error(path, { line: firstLine, column: 1 }, "Hier stehen keine Felder der Form „name: Wert“.", HEAD_REMEDY));
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

interface Ranged { range?: readonly number[] }
interface Pair { key?: Ranged & { value?: unknown } }

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
  return [...offsets].slice(0, 1).map((offset) =>
    error(path, offsetPosition(counter, offset, firstLine), "Ein Wert beginnt mit & oder *; in YAML ist das ein Verweis, und Verweise sind hier nicht erlaubt.", 'Setzen Sie den Wert in Anführungszeichen: title: "*NEU* Programm".'),
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
  BAD_DQ_ESCAPE: ["Nach dem umgekehrten Schrägstrich steht ein Zeichen, das dort nicht möglich ist.", "Schreiben Sie \\\\ für einen umgekehrten Schrägstrich oder nehmen Sie einfache Anführungszeichen."],
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

function openingMessage(first: string, whole: string): string {
  if (whole.trim() === "") return "Die Datei ist leer.";
  if (/^\+\+\+/.test(first)) return "Der Kopf steht zwischen +++ (TOML); hier gilt nur YAML zwischen ---.";
  if (/^-{4,}$/.test(first)) return "Die erste Zeile hat mehr als drei Striche.";
  if (/^---/.test(first)) return "Nach den drei Strichen steht noch etwas; hier gilt nur YAML, keine andere Sprache.";
  return "Die Datei beginnt nicht mit einem Kopf.";
}

function firstInvalid(bytes: Uint8Array): Position {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) return { line, column: Math.max(1, new TextDecoder().decode(part).indexOf("\ufffd") + 1) };
    start = end + 1;
    line++;
  }
  return FILE_START;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function refuse<T>(problem: Problem): Reading<T> {
  return { value: undefined, problems: [problem] };
}
