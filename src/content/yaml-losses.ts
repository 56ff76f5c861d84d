import MarkdownIt from "markdown-it";
import { error, hint, type Problem, positionsIn } from "../problems.ts";
import { onDemand } from "./on-demand.ts";

const yaml = onDemand<typeof import("yaml")>("yaml");

/** Most errors, and most hints, that are told of one YAML text: nobody reads more at once. */
const PROBLEMS_MAX = 100;

/** The sign with which the lexer announces a scalar that is not quoted, and its other signs, which are no part of the text. */
const SCALAR = "\u001f";
const SIGNS = new Set([SCALAR, "\u0002", "\u0018"]);
/** Values that are whole by themselves, so that what follows "# " can only be a remark: yes and no, days, numbers, ids, what is quoted. */
const WHOLE = /^(?:true|false|null|~|[\d:.T+-]+|[a-z][a-z0-9-]*|(["'])[\s\S]*\1)$/;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi;
/** HTML and Markdown, which mean nothing in a head: elements, what is emphasized, links. */
const MARKUP = new RegExp(
  [
    /<\/?(?:br?|i|u|em|strong|p|span|su[bp]|small|a|div|font)(?:\s[^<>\n]*|\s*\/)?>/,
    /\*\*([^*\n]+)\*\*/,
    // Neither part may hold what begins another: else a text of brackets alone is gone through again from each.
    /\[([^[\]\n]+)\]\((?:https?:|mailto:|\/)[^()\n]*\)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

/** A value and where it stands; `indent` is the column of its key, or of the dash of its item. */
interface Value {
  from: number;
  value: string;
  indent: number;
}

/**
 * Finds values of which YAML keeps less than the editor sees, or of which the page shows more. In `whole` the signs that cut a value off
 * are replaced, so that its other faults can be found as if it were whole.
 */
export function findLosses(source: string, path: string, firstLine: number): { problems: Problem[]; whole: string } {
  const at = positionsIn(source, firstLine);
  const entities = [...source.matchAll(ENTITY)];
  // A parser is made only where there is something for it.
  const unescapeAll = entities.length > 0 ? new MarkdownIt().utils.unescapeAll : String;
  const problems: Problem[] = entities.flatMap(({ 0: written, index }) => {
    const sign = unescapeAll(written);
    if (sign === written) return [];
    const remedy = /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign)
      ? `Schreiben Sie das Zeichen selbst: ${sign}`
      : "Schreiben Sie ein Leerzeichen, oder löschen Sie es.";
    return [
      hint(
        "html-entity-in-head",
        path,
        at(index),
        `„${written}“ wird so gedruckt, wie es hier steht; es ist die Schreibweise von HTML.`,
        remedy,
      ),
    ];
  });
  for (const { 0: written, 1: bold, 2: words, index } of source.matchAll(MARKUP)) {
    const message = `„${written.slice(0, 60)}“ wird so gedruckt, wie es hier steht: Im Kopf gilt weder HTML noch Markdown.`;
    problems.push(
      hint(
        "markup-in-head",
        path,
        at(index),
        message,
        (bold ?? words) === undefined ? "Löschen Sie es." : `Schreiben Sie: ${bold ?? words}`,
      ),
    );
  }
  if (!isWorthReading(source)) return { problems: first(problems), whole: source };
  const { cuts, escapes } = read(source);
  for (const { offset, written } of escapes) {
    const becomes = written === "\\n" ? "ein Umbruch" : written === "\\t" ? "ein Tabulator" : "ein geschütztes Leerzeichen";
    const message = `In doppelten Anführungszeichen wird ${written} zu einem Zeichen: ${becomes}.`;
    problems.push(hint("yaml-escape", path, at(offset), message, `Ist ein umgekehrter Schrägstrich gemeint, schreiben Sie \\${written}.`));
  }
  const signs = new Set(cuts.filter(({ value }) => !/^["']/.test(value)).map(({ offset }) => offset));
  for (const { offset, from, value } of cuts) {
    // Within brackets a comma or bracket ends a value, so nobody but the editor knows where it was to end.
    const isPlain = source.lastIndexOf("\n", offset) < from && !/[[{]/.test(source.slice(source.lastIndexOf("\n", from - 1) + 1, from));
    const line = source.slice(source.lastIndexOf("\n", from - 1) + 1, from).trimStart();
    const end = source.indexOf("\n", from);
    const quoted = JSON.stringify(source.slice(from, end < 0 ? undefined : end).trim());
    problems.push(
      error(
        "yaml-comment-in-value",
        path,
        at(offset),
        value === ""
          ? "Der Wert beginnt mit #; YAML hält ihn für eine Anmerkung und ließe ihn weg."
          : `Ab # hält YAML den Rest für eine Anmerkung; übrig bliebe nur „${value.replace(/\s+/g, " ").slice(0, 60)}“.`,
        `Eine Anmerkung bekommt eine eigene Zeile, nicht eingerückt; ` +
          `gehört es zum Wert, setzen Sie ihn in Anführungszeichen${isPlain ? `: ${line}${quoted}` : "."}`,
      ),
    );
  }
  return {
    problems: first(problems),
    whole: cuts.length === 0 ? source : source.replace(/#/g, (sign, offset: number) => (signs.has(offset) ? "＃" : sign)),
  };
}

/** The errors, then the hints, as many of each as anybody reads at once; the one behind them says how many more there are. */
function first(problems: readonly Problem[]): Problem[] {
  return (["error", "hint"] as const).flatMap((severity) => {
    const told = problems.filter((problem) => problem.severity === severity);
    const next = told[PROBLEMS_MAX];
    if (next === undefined) return told;
    const message = `Hier und danach ist noch an ${told.length - PROBLEMS_MAX} Stellen etwas zu beanstanden.`;
    const more = { ...next, id: "more-problems" as const, message, remedy: "Beheben Sie zuerst die anderen; dann werden diese gezeigt." };
    return [...told.slice(0, PROBLEMS_MAX), more];
  });
}

/**
 * True where YAML may keep less of a text than an editor sees: a # behind a space, but for remarks on lines of their own that stand no
 * deeper than the value before them, or a \ that makes a space. To go through it as YAML does takes a parser of seventy modules.
 */
function isWorthReading(source: string): boolean {
  if (/\\[nt_]/.test(source)) return true;
  if (!/[^\S\n]#/.test(source)) return false;
  // How deep the next line may stand where it goes on with no value; nothing is known any more behind a line of another form.
  let room = Number.POSITIVE_INFINITY;
  for (const line of source.split("\n")) {
    const depth = line.search(/\S/);
    if (depth < 0) continue;
    if (line[depth] === "#" ? depth > Math.max(0, room) : /\s#/.test(line.slice(depth))) return true;
    if (line[depth] === "#" || room < 0) continue;
    const [, lead = "", key, value] = /^([ -]*)([\w-]+:(?= |$) *)?(.*)$/.exec(line) ?? [];
    if (depth > room || (key === undefined && !lead.includes("-"))) room = -1;
    else if (value === "") room = Number.POSITIVE_INFINITY;
    else room = key === undefined ? lead.lastIndexOf("-") : lead.length;
  }
  return false;
}

/** Goes through a text word by word, as YAML does. */
function read(source: string): { cuts: (Value & { offset: number })[]; escapes: { offset: number; written: string }[] } {
  const cuts: (Value & { offset: number })[] = [];
  const escapes: { offset: number; written: string }[] = [];
  let offset = 0;
  let lineStart = 0;
  let isScalar = false;
  let last: (Value & { hasEnded: boolean }) | undefined;
  for (const token of new (yaml().Lexer)().lex(source)) {
    if (SIGNS.has(token)) {
      isScalar = token === SCALAR;
      continue;
    }
    // A text in several lines behind | or > keeps all that stands in it.
    if (isScalar && token.endsWith("\n")) last = undefined;
    else if (isScalar) last = { from: offset, value: token, indent: indentOf(source.slice(lineStart, offset)), hasEnded: false };
    else if (token === ":" || token === "-") last = { from: offset, value: "", indent: 0, hasEnded: false };
    else if (token === "\n") {
      lineStart = offset + 1;
      if (last) last.hasEnded = true;
    } else if (token.startsWith("#")) {
      const isCut =
        last && (last.hasEnded ? last.value !== "" && offset - lineStart > Math.max(0, last.indent) : !isHeadOfBlock(source, offset, last));
      if (last && isCut && !(WHOLE.test(last.value) && /^#+(?:\s|$)/.test(token)))
        cuts.push({ ...last, from: last.value === "" ? offset : last.from, offset });
    } else if (token.trim() !== "") {
      last = undefined;
      if (/^["']/.test(token)) last = { from: offset, value: token, indent: indentOf(source.slice(lineStart, offset)), hasEnded: false };
      if (token.startsWith('"'))
        for (const { 0: written, index } of token.matchAll(/\\./g))
          if (/[nt_]/.test(written)) escapes.push({ offset: offset + index, written });
    }
    if (isScalar && token.endsWith("\n")) lineStart = offset + token.length;
    offset += token.length;
    isScalar = false;
  }
  return { cuts, escapes };
}

function indentOf(before: string): number {
  const lead = /^[ -]*/.exec(before)?.[0] ?? "";
  return lead.length < before.length ? lead.length : lead.lastIndexOf("-");
}

/** True for a remark behind a key or dash whose value stands on the lines below. */
function isHeadOfBlock(source: string, offset: number, { value }: Value): boolean {
  if (value !== "") return false;
  if (/^#+\s/.test(source.slice(offset, offset + 10))) return true;
  const line = source.slice(source.lastIndexOf("\n", offset) + 1, offset);
  const below = /\n([ ]*)([^\s#]?)/.exec(source.slice(offset));
  return (below?.[1]?.length ?? 0) > (/^ */.exec(line)?.[0].length ?? 0) || below?.[2] === "-";
}
