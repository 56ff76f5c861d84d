import { FAILSAFE_SCHEMA, type LoadOptions, load, Type, type YAMLException } from "js-yaml";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { countLines, error, type Position, type Problem, positionAt } from "../problems.ts";
import { findForbidden } from "./characters.ts";

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

/** Longest whole file (a register) in characters: ten thousand people with all their offices. */
const WHOLE_MAX = 2_000_000;

/** Most lists and groups inside each other; the model needs four. */
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
  const start = { line: firstLine, column: 1 };
  if (firstLine === 1 && source.length > WHOLE_MAX) {
    return refuse(
      error(
        path,
        start,
        `Die Datei hat mehr als ${WHOLE_MAX.toLocaleString("de-DE")} Zeichen.`,
        "Streichen Sie Einträge, die keine Meldung mehr braucht.",
      ),
    );
  }
  if (firstLine > 1 && source.length > HEAD_MAX) {
    return refuse(
      error(
        path,
        start,
        `Der Kopf hat mehr als ${HEAD_MAX.toLocaleString("de-DE")} Zeichen.`,
        "Lange Texte gehören unter den Kopf, nicht in ein Feld.",
      ),
    );
  }
  let data: unknown;
  try {
    data = load(source, {
      schema: TEXT_SCHEMA,
      maxDepth: DEPTH_MAX + 1,
      ...(source.includes("&") ? { listener: refuseAnchor } : {}),
    } as LoadOptions);
  } catch (thrown) {
    return { value: undefined, problems: yamlProblems(source, path, firstLine, thrown) };
  }
  if (data === null || data === undefined) data = {};
  if (typeof data !== "object" || Array.isArray(data)) {
    return refuse(
      error(
        path,
        start,
        "Hier stehen keine Felder der Form „name: Wert“.",
        "Schreiben Sie in jede Zeile ein Feld, zum Beispiel: name: Wirtschaft",
      ),
    );
  }
  const locate = createLocate(source, firstLine);
  // What a file cannot hold as a character it could still bring in by an escape ("\\u202e").
  const problems = source.includes("\\") ? settleEscapes(data as Data, [], path, locate) : [];
  return problems.length > 0 ? { value: undefined, problems } : { value: { data: data as Data, locate }, problems };
}

/** Stops at the first anchor: with aliases a small file becomes huge (billion laughs) as soon as somebody walks through its data. */
function refuseAnchor(_event: string, state: object): void {
  const { anchor } = state as { anchor?: string | null };
  if (typeof anchor === "string") throw new Anchor(anchor);
}

class Anchor extends Error {}

/** Composes texts that were written with escapes, as if they had been written plainly (NFC), and reports what may not be written at all. */
function settleEscapes(parent: Data | unknown[], keys: readonly PropertyKey[], path: string, locate: Locate): Problem[] {
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(parent)) {
    const key = Array.isArray(parent) ? Number(name) : name;
    const forbidden = findForbidden(name) ?? (typeof value === "string" ? findForbidden(value) : undefined);
    if (forbidden) {
      problems.push(
        error(
          path,
          locate([...keys, key]),
          `Hier steht ein unsichtbares Steuerzeichen (${forbidden.name}), mit \\ geschrieben.`,
          "Löschen Sie es aus den Anführungszeichen.",
        ),
      );
    } else if (typeof value === "string") (parent as Data)[name] = value.normalize("NFC");
    else if (typeof value === "object" && value !== null) problems.push(...settleEscapes(value as Data, [...keys, key], path, locate));
  }
  return problems;
}

/** Parses with positions only when the first is asked for: ten times slower, and needed only where there is something to report. */
function createLocate(source: string, firstLine: number): Locate {
  let section: Section = { from: 0, to: source.length, line: firstLine };
  let sections: Map<string, Section> | undefined;
  let parsed: Positions | undefined;
  let indexes = new Map<unknown, Map<string, Place>>();
  return (keys) => {
    // Of a long register only the entry in question is parsed.
    if (source.length > HEAD_MAX) {
      sections ??= sectionsOf(source, firstLine);
      const asked = sections.get(String(keys[0]));
      if (!asked) return { line: firstLine, column: 1 };
      if (keys.length === 1 || asked.to - asked.from > HEAD_MAX) return { line: asked.line, column: 1 };
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

/** The fields at the margin of a file: each from its own line to that of the next. */
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

/** Where the entries of a list or group stand, so that a file with many faults is not searched anew for each. */
function indexPlaces(node: unknown): Map<string, Place> {
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

/** `document` is undefined where nesting exhausts the parser's stack: such a file is reported at its beginning. */
function parsePositions(source: string, uniqueKeys: boolean): Positions {
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

const QUOTE = 'Setzen Sie den ganzen Wert in Anführungszeichen: title: "Rat: Haushalt beschlossen".';
const REFERENCE: [message: string, remedy: string] = [
  "Ein Wert beginnt mit & oder *; in YAML ist das ein Verweis, und Verweise sind hier nicht erlaubt.",
  'Setzen Sie den Wert in Anführungszeichen: title: "*NEU* Programm".',
];
const UNKNOWN_FAULT: [message: string, remedy: string] = ["Die Felder sind kein gültiges YAML.", QUOTE];
const YAML_FAULTS: Record<string, [message: string, remedy: string]> = {
  DUPLICATE_KEY: ["Dieses Feld steht zweimal.", "Lassen Sie nur eine der beiden Zeilen stehen."],
  TAB_AS_INDENT: ["Die Zeile ist mit einem Tabulator eingerückt.", "Rücken Sie mit Leerzeichen ein."],
  BAD_SCALAR_START: ["Ein Wert beginnt mit einem Zeichen, das in YAML eine eigene Bedeutung hat.", QUOTE],
  BLOCK_AS_IMPLICIT_KEY: ["Im Wert steht ein Doppelpunkt mit Leerzeichen; YAML hält das für ein neues Feld.", QUOTE],
  MULTILINE_IMPLICIT_KEY: [
    "Die Zeile ist kein Feld der Form „name: Wert“.",
    "Rücken Sie Fortsetzungszeilen ein oder schreiben Sie den Wert in eine Zeile.",
  ],
  MISSING_CHAR: ["Hier fehlt ein Zeichen, meist ein Anführungszeichen, ein Komma oder eine Klammer am Ende.", QUOTE],
  UNEXPECTED_TOKEN: ["Hier steht etwas, das nach dem Wert nicht folgen darf.", QUOTE],
  BAD_DQ_ESCAPE: [
    "Nach dem umgekehrten Schrägstrich steht ein Zeichen, das dort nicht möglich ist.",
    "Schreiben Sie \\\\ für einen umgekehrten Schrägstrich oder nehmen Sie einfache Anführungszeichen.",
  ],
  BAD_INDENT: ["Die Einrückung passt nicht.", "Rücken Sie alle Felder einer Ebene gleich weit ein."],
  BAD_DIRECTIVE: ["Ein Wert beginnt mit %.", QUOTE],
};

/** What the fast parser calls the faults that need a word of their own. */
const REASONS: [reason: RegExp, code: string][] = [
  [/^duplicated mapping key/, "DUPLICATE_KEY"],
  [/^tab characters/, "TAB_AS_INDENT"],
  [/comma between|end of the (stream|document) within/, "MISSING_CHAR"],
  [/escape sequence|hexadecimal/, "BAD_DQ_ESCAPE"],
];

/** Signs that begin something which YAML knows and the archive does not. */
const SIGNS: [reason: RegExp, sign: string, fault: [message: string, remedy: string]][] = [
  [/\balias\b(?: "(.*)")?/, "*", REFERENCE],
  [/\btag\b()/, "!", ["Ein Wert beginnt mit !; in YAML ist das die Angabe einer Art, und die gibt es hier nicht.", QUOTE]],
];

/** Most signs of structure in a text that the slow parser is given: it nests without bound and takes quadratic time on what is broken. */
const SIGNS_MAX = 2_000;

/** Most faults that are told of one file. */
const FAULTS_MAX = 100;

/** Every fault with its place; in a file beyond all honest ones the first must do. */
function yamlProblems(source: string, path: string, firstLine: number, thrown: unknown): Problem[] {
  if (thrown instanceof Anchor)
    return [error(path, positionAt(source, Math.max(0, source.indexOf(`&${thrown.message}`)), firstLine), ...REFERENCE)];
  const { mark, reason = "" } = thrown as Partial<YAMLException>;
  // Both parsers may stop one line end after the last.
  const placeOf = (offset: number) => positionAt(source, Math.min(offset, source.length), firstLine);
  const at = placeOf(mark?.position ?? 0);
  if (reason.startsWith("nesting exceeded")) {
    return [
      error(
        path,
        at,
        "Hier sind zu viele Listen oder Klammern ineinander verschachtelt.",
        "Setzen Sie Text mit Klammern in Anführungszeichen.",
      ),
    ];
  }
  for (const [pattern, sign, fault] of SIGNS) {
    const name = pattern.exec(reason)?.[1];
    if (name !== undefined)
      return [error(path, positionAt(source, Math.max(0, source.lastIndexOf(sign + name, mark?.position)), firstLine), ...fault)];
  }
  const isModest = source.length <= HEAD_MAX && (source.match(/[[\]{}&*!]|[?:-](?=\s)/g)?.length ?? 0) <= SIGNS_MAX;
  const document = isModest ? parsePositions(source, true).document : undefined;
  const seen = new Set<number>();
  const problems: Problem[] = [];
  for (const fault of document?.errors ?? []) {
    const isUnclosed = /closing|end with/.test(fault.message);
    const place = placeOf(isUnclosed ? openingOf(document?.contents, fault.pos[0]) : fault.pos[0]);
    // One slip makes a parser stumble several times in a line: the first says it.
    if (seen.has(place.line)) continue;
    seen.add(place.line);
    const [message, remedy] = YAML_FAULTS[isUnclosed ? "MISSING_CHAR" : fault.code] ?? UNKNOWN_FAULT;
    problems.push(error(path, place, message, remedy));
  }
  if (problems.length > 0) return problems.slice(0, FAULTS_MAX);
  const code = REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? "";
  return [error(path, at, ...(YAML_FAULTS[code] ?? UNKNOWN_FAULT))];
}

/** Where the quotation mark or bracket opens that is still open at an offset. */
function openingOf(node: unknown, offset: number): number {
  const isBefore = (item: unknown) => isNode(item) && (item.range?.[0] ?? 0) < offset;
  if (isMap(node) && !node.flow) return openingOf(node.items.findLast(({ key }) => isBefore(key))?.value, offset);
  if (isSeq(node) && !node.flow) return openingOf(node.items.findLast(isBefore), offset);
  return (isNode(node) ? node.range?.[0] : undefined) ?? offset;
}

function refuse<T>(problem: Problem): Reading<T> {
  return { value: undefined, problems: [problem] };
}
