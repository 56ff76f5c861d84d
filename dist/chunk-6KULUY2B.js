// src/problems.ts
import { closest, distance } from "fastest-levenshtein";
var FILE_START = { line: 1, column: 1 };
function error(path, at, message, remedy) {
  return { severity: "error", path, line: at.line, column: at.column, message: oneLine(message), remedy: oneLine(remedy) };
}
function hint(path, at, message, remedy) {
  return { severity: "hint", path, line: at.line, column: at.column, message: oneLine(message), remedy: oneLine(remedy) };
}
function hasErrors(problems) {
  return problems.some((problem) => problem.severity === "error");
}
function nearest(word, known) {
  if (known.length === 0 || word.length > 100) return void 0;
  const alike = word.length >= 4 ? known.find((candidate2) => candidate2.startsWith(word) || candidate2.length >= 4 && word.startsWith(candidate2)) : void 0;
  if (alike) return alike;
  const candidate = closest(word, known);
  return distance(word, candidate) <= Math.max(2, Math.floor(word.length / 3)) ? candidate : void 0;
}
function sortProblems(problems) {
  return [...problems].sort(
    (a, b) => compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.message, b.message)
  );
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function positionAt(text, offset, firstLine = 1) {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: countLines(before) + firstLine, column: offset - lineStart + 1 };
}
function countLines(text) {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
function oneLine(text) {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}

export {
  FILE_START,
  error,
  hint,
  hasErrors,
  nearest,
  sortProblems,
  compareText,
  positionAt,
  countLines,
  oneLine
};
