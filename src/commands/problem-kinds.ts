import { compareText, oneLine, type Problem } from "../problems.ts";

/** Most problems of one kind that are printed of one file, and of all files: nobody reads more of the same. */
const PER_FILE = 5;
const PER_KIND = 40;

/** From so many problems on, a summary says of which kinds they are: more do not fit a screen. */
const SCREEN = 12;

/** Problems as they are printed: those that are shown, and how many of the same kind are left out behind one. */
export interface Condensed {
  problem: Problem;
  /** How many more of its kind its file has. */
  more: number;
}

/** What a problem is about, without the names and numbers of the one place. */
function kindOf({ severity, message }: Problem): string {
  return `${severity === "error" ? "Fehler" : "Hinweis"}: ${message.replace(/„[^“]*“/g, "„…“").replace(/\d+/g, "…")}`;
}

/** At most a handful of problems of one kind for each file; what is left out is counted, never dropped in silence. */
export function condense(problems: readonly Problem[]): Condensed[] {
  const shown: Condensed[] = [];
  const inFile = new Map<string, { count: number; last: Condensed | undefined }>();
  const ofKind = new Map<string, number>();
  for (const problem of problems) {
    const kind = kindOf(problem);
    const place = `${problem.path}\n${kind}`;
    const told = inFile.get(place) ?? { count: 0, last: undefined };
    inFile.set(place, told);
    told.count++;
    const all = (ofKind.get(kind) ?? 0) + 1;
    ofKind.set(kind, all);
    // A gap is one entry of a list of what is to do: all of them are named.
    if (problem.isGap || (told.count <= PER_FILE && all <= PER_KIND)) {
      told.last = { problem, more: 0 };
      shown.push(told.last);
    } else if (told.last) told.last.more++;
  }
  return shown;
}

/** How many problems there are of each kind, the most frequent first; empty where all of them fit a screen. */
export function summarizeKinds(problems: readonly Problem[]): string[] {
  if (problems.length <= SCREEN) return [];
  const kinds = new Map<string, { count: number; files: Set<string> }>();
  for (const problem of problems) {
    const name = kindOf(problem);
    const kind = kinds.get(name) ?? { count: 0, files: new Set<string>() };
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

/** What is said behind the last problem of a kind that is shown of a file. */
export function describeMore(more: number): string {
  return more === 1
    ? "… und noch einmal dasselbe in dieser Datei"
    : `… und noch ${more.toLocaleString("de-DE")} dieser Art in dieser Datei`;
}

/** Problems as plain lines for a terminal, a handful of each kind: `path:line:column  message [id]  remedy`. */
export function reportProblems(problems: readonly Problem[]): string {
  const lines = condense(problems).flatMap(({ problem: { id, path, line, column, severity, message, remedy }, more }) => {
    const kind = severity === "error" ? "Fehler" : "Hinweis";
    const told = [`${oneLine(path)}:${line}:${column}  ${kind}: ${message} [${id}]`, `    ${remedy}`];
    return more > 0 ? [...told, `    ${describeMore(more)}`] : told;
  });
  const kinds = summarizeKinds(problems);
  return [...lines, ...(kinds.length > 0 ? ["", ...kinds] : [])].join("\n");
}
