import {
  compareText,
  oneLine
} from "./chunk-6KULUY2B.js";

// src/problem-kinds.ts
var PER_FILE = 5;
var PER_KIND = 40;
var SCREEN = 12;
function kindOf({ severity, message }) {
  return `${severity === "error" ? "Fehler" : "Hinweis"}: ${message.replace(/„[^“]*“/g, "„…“").replace(/\d+/g, "…")}`;
}
function condense(problems) {
  const shown = [];
  const inFile = /* @__PURE__ */ new Map();
  const ofKind = /* @__PURE__ */ new Map();
  for (const problem of problems) {
    const kind = kindOf(problem);
    const place = `${problem.path}
${kind}`;
    const told = inFile.get(place) ?? { count: 0, last: void 0 };
    inFile.set(place, told);
    told.count++;
    const all = (ofKind.get(kind) ?? 0) + 1;
    ofKind.set(kind, all);
    if (problem.isGap || told.count <= PER_FILE && all <= PER_KIND) {
      told.last = { problem, more: 0 };
      shown.push(told.last);
    } else if (told.last) told.last.more++;
  }
  return shown;
}
function summarizeKinds(problems) {
  if (problems.length <= SCREEN) return [];
  const kinds = /* @__PURE__ */ new Map();
  for (const problem of problems) {
    const name = kindOf(problem);
    const kind = kinds.get(name) ?? { count: 0, files: /* @__PURE__ */ new Set() };
    kinds.set(name, kind);
    kind.count++;
    kind.files.add(problem.path);
  }
  const sorted = [...kinds].sort(([a, { count: one }], [b, { count: other }]) => other - one || compareText(a, b));
  const lines = sorted.map(([kind, { count, files }]) => {
    const where = files.size === 1 ? "in einer Datei" : `in ${files.size.toLocaleString("de-DE")} Dateien`;
    return `  ${count.toLocaleString("de-DE")} × ${kind} (${where})`;
  });
  return ["Nach Art:", ...lines];
}
function describeMore(more) {
  return more === 1 ? "… und noch einmal dasselbe in dieser Datei" : `… und noch ${more.toLocaleString("de-DE")} dieser Art in dieser Datei`;
}
function reportProblems(problems) {
  const lines = condense(problems).flatMap(({ problem: { path, line, column, severity, message, remedy }, more }) => {
    const kind = severity === "error" ? "Fehler" : "Hinweis";
    const told = [`${oneLine(path)}:${line}:${column}  ${kind}: ${message}`, `    ${remedy}`];
    return more > 0 ? [...told, `    ${describeMore(more)}`] : told;
  });
  const kinds = summarizeKinds(problems);
  return [...lines, ...kinds.length > 0 ? ["", ...kinds] : []].join("\n");
}

export {
  condense,
  summarizeKinds,
  describeMore,
  reportProblems
};
