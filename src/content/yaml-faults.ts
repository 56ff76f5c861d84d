import type { YAMLException } from "js-yaml";
import type { ProblemId } from "../problem-ids.ts";
import { error, type Problem, positionAt } from "../problems.ts";
import { openingOf, PARSED_MAX, parsePositions } from "./yaml-positions.ts";

/** Thrown at the first anchor (`&name`) of a file; its message is the anchor's name. */
export class Anchor extends Error {}

/** Thrown at a tag (`!name`) that the parser knows; `before` is an offset in the text behind it. */
export class Tag extends Error {
  readonly before: number;
  constructor(before: number) {
    super();
    this.before = before;
  }
}

const QUOTE = 'Setzen Sie den ganzen Wert in Anführungszeichen: title: "Rat: Haushalt beschlossen".';
type Fault = readonly [id: ProblemId, message: string, remedy: string];
const REFERENCE: Fault = [
  "yaml-reference",
  "Ein Wert beginnt mit & oder *; in YAML ist das ein Verweis, und Verweise sind hier nicht erlaubt.",
  'Setzen Sie den Wert in Anführungszeichen: title: "*NEU* Programm".',
];
const TAG: Fault = ["yaml-tag", "Ein Wert beginnt mit !; in YAML ist das die Angabe einer Art, und die gibt es hier nicht.", QUOTE];
const UNKNOWN_FAULT: Fault = ["yaml-malformed", "Die Felder sind kein gültiges YAML.", QUOTE];
const YAML_FAULTS: Record<string, Fault> = {
  DUPLICATE_KEY: ["yaml-duplicate-field", "Dieses Feld steht zweimal.", "Lassen Sie nur eine der beiden Zeilen stehen."],
  TAB_AS_INDENT: ["yaml-tab", "Die Zeile ist mit einem Tabulator eingerückt.", "Rücken Sie mit Leerzeichen ein."],
  BAD_SCALAR_START: ["yaml-special-character", "Ein Wert beginnt mit einem Zeichen, das in YAML eine eigene Bedeutung hat.", QUOTE],
  BLOCK_AS_IMPLICIT_KEY: ["yaml-colon-in-value", "Im Wert steht ein Doppelpunkt mit Leerzeichen; YAML hält das für ein neues Feld.", QUOTE],
  MULTILINE_IMPLICIT_KEY: [
    "yaml-no-field",
    "Die Zeile ist kein Feld der Form „name: Wert“.",
    "Rücken Sie Fortsetzungszeilen ein oder schreiben Sie den Wert in eine Zeile.",
  ],
  MISSING_CHAR: ["yaml-unclosed", "Hier fehlt ein Zeichen, meist ein Anführungszeichen, ein Komma oder eine Klammer am Ende.", QUOTE],
  UNEXPECTED_TOKEN: ["yaml-stray-characters", "Hier steht etwas, das nach dem Wert nicht folgen darf.", QUOTE],
  BAD_DQ_ESCAPE: [
    "yaml-escape",
    "Nach dem umgekehrten Schrägstrich steht ein Zeichen, das dort nicht möglich ist.",
    "Schreiben Sie \\\\ für einen umgekehrten Schrägstrich oder nehmen Sie einfache Anführungszeichen.",
  ],
  BAD_INDENT: ["yaml-indent", "Die Einrückung passt nicht.", "Rücken Sie alle Felder einer Ebene gleich weit ein."],
  BAD_DIRECTIVE: ["yaml-special-character", "Ein Wert beginnt mit %.", QUOTE],
};

/** How the fast parser (js-yaml) names a fault, and the name that the slower one (yaml) has for it. */
const REASONS: [reason: RegExp, code: string][] = [
  [/^duplicated mapping key/, "DUPLICATE_KEY"],
  [/^tab characters/, "TAB_AS_INDENT"],
  [/comma between|end of the (stream|document) within/, "MISSING_CHAR"],
  [/escape sequence|hexadecimal/, "BAD_DQ_ESCAPE"],
];

/** Features of YAML that the archive does not allow: how the parser names them, and the sign with which they begin. */
const SIGNS: [reason: RegExp, sign: string, fault: Fault][] = [
  [/\balias\b(?: "(.*)")?/, "*", REFERENCE],
  [/\btag\b()/, "!", TAG],
];

/** Most brackets, dashes and colons in a text that the slow parser is given: on broken text its time grows with their square. */
const SIGNS_MAX = 2_000;

/** Most faults of YAML that are reported for one file. */
const FAULTS_MAX = 100;

/** Every fault of a file that the fast parser refused with `thrown`. Of a file larger than any honest one only the first is told. */
export function yamlProblems(source: string, path: string, firstLine: number, thrown: unknown): Problem[] {
  const refuse = (offset: number, [id, message, remedy]: Fault) => {
    const place = positionAt(source, Math.max(0, offset), firstLine);
    return [error(id, path, place, message, quotedLine(source, place.line - firstLine, remedy))];
  };
  if (thrown instanceof Anchor) return refuse(source.indexOf(`&${thrown.message}`), REFERENCE);
  if (thrown instanceof Tag) {
    const line = source.lastIndexOf("\n", thrown.before - 2) + 1;
    return refuse(line + Math.max(0, source.slice(line).search(/(?<=^|[\s[{,])!/)), TAG);
  }
  const { mark, reason = "" } = thrown as Partial<YAMLException>;
  // Both parsers may report an offset behind the end of the text.
  const placeOf = (offset: number) => positionAt(source, Math.min(offset, source.length), firstLine);
  const at = placeOf(mark?.position ?? 0);
  if (reason.startsWith("nesting exceeded")) {
    return [
      error(
        "yaml-nested-too-deep",
        path,
        at,
        "Hier sind zu viele Listen oder Klammern ineinander verschachtelt.",
        "Setzen Sie Text mit Klammern in Anführungszeichen.",
      ),
    ];
  }
  for (const [pattern, sign, fault] of SIGNS) {
    const name = pattern.exec(reason)?.[1];
    if (name !== undefined) return refuse(source.lastIndexOf(sign + name, mark?.position), fault);
  }
  const isModest = source.length <= PARSED_MAX && (source.match(/[[\]{}&*!]|[?:-](?=\s)/g)?.length ?? 0) <= SIGNS_MAX;
  const document = isModest ? parsePositions(source, true).document : undefined;
  const seen = new Set<number>();
  const problems: Problem[] = [];
  for (const fault of document?.errors ?? []) {
    const isUnclosed = /closing|end with/.test(fault.message);
    const place = placeOf(isUnclosed ? openingOf(document?.contents, fault.pos[0]) : fault.pos[0]);
    // One mistake often makes the parser complain several times about the same line; only the first complaint is told.
    if (seen.has(place.line)) continue;
    seen.add(place.line);
    const [id, message, remedy] = YAML_FAULTS[isUnclosed ? "MISSING_CHAR" : fault.code] ?? UNKNOWN_FAULT;
    const field = fault.code === "MULTILINE_IMPLICIT_KEY" ? asField(source, place.line - firstLine) : undefined;
    problems.push(error(id, path, place, message, field ?? quotedLine(source, place.line - firstLine, remedy)));
  }
  if (problems.length > 0) return problems.slice(0, FAULTS_MAX);
  const code = REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? "";
  const [id, message, remedy] = YAML_FAULTS[code] ?? UNKNOWN_FAULT;
  return [error(id, path, at, message, quotedLine(source, at.line - firstLine, remedy))];
}

/** The remedy with the line itself in the form that works, where quotation marks are all that it lacks. */
function quotedLine(source: string, index: number, remedy: string): string {
  if (remedy !== QUOTE && remedy !== REFERENCE[2]) return remedy;
  const [written = "", ...more] = source.split("\n").slice(index);
  const [, room = "", key = "", first = ""] = /^([ \t]*(?:-[ \t]+)?)(?:([A-Za-z][A-Za-z0-9_-]*):[ \t]+)?(\S.*?)[ \t]*$/.exec(written) ?? [];
  if (key === "" && !room.includes("-")) return remedy;
  // The lines of a value that goes on are indented deeper than its field.
  const end = more.findIndex((line) => (/^[ \t]*/.exec(line)?.[0].length ?? 0) <= room.length);
  const value = [first, ...more.slice(0, end < 0 ? undefined : end).map((line) => line.trim())].join(" ").trim();
  const [, bracket = ""] = /^([[{])[^\]}]*$/.exec(value) ?? [];
  if (bracket !== "" && !/["']/.test(value)) {
    const closed = `${first.replace(/,$/, "")}${bracket === "[" ? "]" : "}"}`;
    return more[0] !== undefined && end !== 0
      ? `Schließen Sie die Klammer: ${bracket === "[" ? "]" : "}"}`
      : `Schließen Sie die Klammer: ${key}: ${closed}`;
  }
  // A list or group in brackets has quotation marks of its own; what is wrong in it cannot be said.
  if (first === "" || /^[[{](?![^\]}]*[\]}]\s*[^\s,#])/.test(value) || /^[|>][+-]?\d?$/.test(first) || value.length > 400) return remedy;
  const [, mark = "", inner = ""] = /^(["'])(.*)\1$/.exec(value) ?? [];
  // An apostrophe at the beginning ("'s-Hertogenbosch") is no quotation mark that somebody forgot to close.
  const text = mark === "" ? value.replace(/^"(?=[^"]*$)|^'(?=[^']*$)(?!\p{L}{1,2}(?!\p{L}))/u, "") : inner;
  const quoted = /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return `Setzen Sie den ganzen Wert in Anführungszeichen: ${key === "" ? "-" : `${key}:`} ${quoted}`;
}

/** What a line is to be that was hardly meant as anything but a field: its sign or space is another one, or is missing. */
function asField(source: string, index: number): string | undefined {
  const written = source.split("\n", index + 1)[index] ?? "";
  const [, key = "", value = ""] =
    /^[ \t]*([A-Za-z][A-Za-z0-9_-]{1,30})(?:[ \t]*[=：][\s\u00a0]*|:[\u00a0\u2000-\u200b\u202f]*)(\S.*?)\s*$/.exec(written) ?? [];
  if (value === "") return undefined;
  const safe = /^["'[{]/.test(value) || !/[:#]|^[!%@`|>?*&-]/.test(value) ? value : JSON.stringify(value);
  return `Schreiben Sie, mit einem gewöhnlichen Leerzeichen hinter dem Doppelpunkt: ${key}: ${safe}`;
}
