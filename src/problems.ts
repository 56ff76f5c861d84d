import { closest, distance } from "fastest-levenshtein";
import type { ProblemId } from "./problem-ids.ts";

/** A position in a content file; `line` and `column` count from 1. */
export interface Position {
  line: number;
  column: number;
}

/**
 * Something an editor has to mend (`error`: the file is refused) or should look at (`hint`: it is published).
 * `message` says in German what is wrong, `remedy` what to write instead; `id` names in English what kind of problem it is, and stays.
 */
export interface Problem extends Position {
  id: ProblemId;
  severity: "error" | "hint";
  path: string;
  message: string;
  remedy: string;
  /** A gap that nobody has filled yet: a hint while an archive is set up, a reason not to publish (`findGaps`). */
  isGap?: boolean;
}

/** The first character of a file, for problems that concern the whole of it. */
export const FILE_START: Position = { line: 1, column: 1 };

/** An error at a place in a file. */
export function error(id: ProblemId, path: string, at: Position, message: string, remedy: string): Problem {
  return { severity: "error", id, path, line: at.line, column: at.column, message: oneLine(message), remedy: oneLine(remedy) };
}

/** A hint at a place in a file. */
export function hint(id: ProblemId, path: string, at: Position, message: string, remedy: string): Problem {
  return { severity: "hint", id, path, line: at.line, column: at.column, message: oneLine(message), remedy: oneLine(remedy) };
}

/** True when one of the problems forbids publishing. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/**
 * The known word nearest to a misspelt one: one that begins alike, or that a third of the letters apart; undefined when none can be meant.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 100) return undefined;
  const alike =
    word.length >= 4
      ? known.find((candidate) => candidate.startsWith(word) || (candidate.length >= 4 && word.startsWith(candidate)))
      : undefined;
  if (alike) return alike;
  const candidate = closest(word, known);
  return distance(word, candidate) <= Math.max(2, Math.floor(word.length / 3)) ? candidate : undefined;
}

/** Orders problems as an editor reads them: by file, then line, then column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
}

/** Orders texts by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The position of an offset in a text whose first line has the number `firstLine`. */
export function positionAt(text: string, offset: number, firstLine = 1): Position {
  return positionsIn(text, firstLine)(offset);
}

/** The positions of many offsets in a text whose first line has the number `firstLine`: its lines are looked for once. */
export function positionsIn(text: string, firstLine = 1): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    if (starts === undefined) {
      starts = [0];
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    }
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + firstLine, column: offset - (starts[low] as number) + 1 };
  };
}

/** How many line ends a text holds. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/**
 * A text without line ends and control characters: what an editor wrote is quoted in messages and must not forge lines or steer a
 * terminal.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}
