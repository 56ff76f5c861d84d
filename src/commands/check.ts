// First of all: an old Node fails at what comes after it in its own words.
import "../../bin/node-version.js";
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { reportCounts } from "../archive/ledger.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import { listUpcoming } from "../archive/upcoming.ts";
import type { Site } from "../content/site.ts";
import { hasErrors, oneLine, type Problem, sortProblems } from "../problems.ts";
import { execute, executeIfMain } from "./call.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { fix as mend } from "./fix.ts";
import { condense, describeMore, summarizeKinds } from "./problem-kinds.ts";
import { readSettings, type Settings } from "./settings.ts";

const FORMATS = { text: asText, github: asGithub, gitlab: asGitlab, json: asJson } as const;

/** Checks the content and prints what is wrong. */
export const command = defineCommand({
  name: "check",
  summary: { de: "Prüft content/ nach denselben Regeln wie der Bau", en: "Checks content/ by the same rules as the build" },
  about: {
    de: "Ändert nichts. Fehler halten eine Veröffentlichung auf, Hinweise nicht.",
    en: "Changes nothing. Errors stop a publication, hints do not.",
  },
  settings: ["content", "cache", "now"],
  argument: {
    name: { de: "REVISION", en: "REVISION" },
    help: { de: "mit --changed: womit verglichen wird (sonst HEAD)", en: "with --changed: what to compare with (else HEAD)" },
  },
  options: {
    changed: {
      help: {
        de: "prüft nur, was sich gegenüber einer Revision von Git unterscheidet, neue Dateien eingeschlossen",
        en: "checks only what differs from a revision of Git, new files included",
      },
    },
    since: {
      value: "REVISION",
      help: {
        de: `wie --changed REVISION, und verlangt, dass Änderungen an Veröffentlichtem gesagt werden: eine Berichtigung mit der
alten Fassung, wo Titel, Datum oder Text andere sind; Abhilfe, wo Meldungen oder Dateien fehlen`,
        en: `like --changed REVISION, and demands that changes of what is published are told: a correction with the old version
where title, date or text are others; a remedy where releases or files are gone`,
      },
    },
    fix: {
      help: {
        de: `zeigt, was nur eine richtige Form hat, und schreibt es nach einer Frage: doppelte Leerzeichen, unsichtbare Zeichen,
zerlegte Buchstaben, Leerzeichen am Zeilenende; nie in Code und Adressen`,
        en: `shows what has one right form only, and writes it after a question: double spaces, invisible characters, decomposed
letters, spaces at the ends of lines; never in code and addresses`,
      },
    },
    quotes: { help: { de: "mit --fix auch Anführungszeichen", en: "with --fix quotation marks, too" } },
    yes: { help: { de: "mit --fix: schreibt, ohne zu fragen", en: "with --fix: writes without asking" } },
    format: {
      value: "FORMAT",
      default: "text",
      choices: Object.keys(FORMATS),
      help: {
        de: `text    für Menschen, nach Dateien geordnet (Standard)
github  Anmerkungen in GitHub Actions
gitlab  Bericht „Code Quality“ für GitLab CI
json    alles, was gefunden wurde, für eigene Programme`,
        en: `text    for people, ordered by files (the default)
github  annotations in GitHub Actions
gitlab  a report "Code Quality" for GitLab CI
json    all that was found, for programs of your own`,
      },
    },
    upcoming: {
      help: {
        de: "nennt stattdessen, was noch nicht öffentlich ist, warum, und ab wann",
        en: "tells instead what is not public yet, why, and from when it will be",
      },
    },
    next: {
      help: {
        de: `nennt stattdessen nur den Zeitpunkt, zu dem sich die Website von selbst ändert und wieder gebaut werden muss;
nichts, wenn keiner kommt`,
        en: "tells instead only the moment at which the site changes by itself and has to be built again; nothing where there is none",
      },
    },
    wait: {
      value: { de: "MINUTEN", en: "MINUTES" },
      help: {
        de: "wartet mit --next bis zu diesem Zeitpunkt, wenn er so nahe ist: Was danach läuft, läuft pünktlich",
        en: "with --next waits until that moment where it is so near: what runs next runs on time",
      },
    },
  },
  exits: { de: "0 ohne Fehler, 1 mit Fehlern", en: "0 without errors, 1 with errors" },
  run: async ({ changed, since, fix, quotes, yes, format, upcoming, next, wait }, environment, revision) => {
    const settings = readSettings(environment);
    const patience = wait === undefined ? 0 : Number(wait) * 60_000;
    if (!(patience >= 0 && patience <= 24 * 3_600_000)) throw new WrongCall(`--wait ${wait} ist keine Zahl von Minuten, höchstens 1440.`);
    const print = FORMATS[format as keyof typeof FORMATS];
    if (revision !== "" && !changed) throw new WrongCall(`„${revision}“ ist zu viel; gemeint ist wohl --changed ${revision}.`);
    if (changed || since !== undefined) {
      if (upcoming || next) throw new WrongCall("--changed und --since gehen nicht zusammen mit --upcoming und --next.");
      const { reading, note, paths } = await checkChanges(settings, since ?? (revision || "HEAD"), since !== undefined);
      if (fix) return mend(reading, { folder: settings.content, quotes, yes, only: paths });
      console.log(print === asText ? `${asText(reading)}\n${note}` : print(reading));
      return hasErrors(reading.problems) ? 1 : 0;
    }
    const { surveyContent } = await import("../build/survey.ts");
    const { createHints } = await import("../desk/hints/hints.ts");
    const { addressesIn } = await import("../build/previous.ts");
    const published = (site: Site) => addressesIn(settings.output, site);
    const options = { folder: settings.content, now: settings.now, inspect: createHints(settings.now), published };
    const { reading } = await surveyContent(options, settings.cache);
    if (fix) return mend(reading, { folder: settings.content, quotes, yes, only: undefined });
    const errors = reading.problems.filter((problem) => problem.severity === "error").length;
    if (upcoming || next) {
      const { lines, next: moment } = listUpcoming(reading.waiting, reading.timeZone);
      const said = next ? (moment ?? "") : lines.length > 0 ? lines.join("\n") : "Alles ist öffentlich.";
      if (said !== "") console.log(said);
      const left = (moment === undefined ? Number.POSITIVE_INFINITY : Date.parse(moment)) - settings.now;
      if (next && left <= patience) await new Promise((done) => setTimeout(done, left + 1000));
      if (errors > 0) console.error(`${errors} Fehler; was abgewiesen ist, steht hier nicht. npm run check zeigt sie.`);
    } else console.log(print(reading));
    return errors > 0 ? 1 : 0;
  },
});

/** Checks the content and prints what is wrong; answers with the exit code. */
export function check(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return execute(command, args, environment);
}

/** The reading of what has changed, a line that says what was looked at, and the paths of the files in the content folder. */
interface Checked {
  reading: ArchiveResult;
  note: string;
  paths: ReadonlySet<string>;
}

/** Checks what differs from a revision, with `isTold` also whether changes of what is published are told; says what was looked at. */
async function checkChanges({ content, now, cache }: Settings, asked: string, isTold: boolean): Promise<Checked> {
  const [{ changedFiles, NoHistory, openHistory }, { readChanged }] = await Promise.all([
    import("../desk/changes/git.ts"),
    import("../desk/changes/changed-content.ts"),
  ]);
  try {
    const history = openHistory(content, asked);
    const changes = changedFiles(history);
    const reading = await readChanged(changes, { folder: content, now }, cache);
    const others = changes.length === 1 ? "1 Datei" : `${changes.length} Dateien`;
    const note = `Geprüft ist nur, was anders ist als in ${asked}: ${others}. Links und Verweise auf andere Meldungen prüft npm run check.`;
    const paths = new Set(changes.map(({ path }) => path));
    if (!isTold) return { reading, note, paths };
    const { findUndeclared } = await import("../desk/changes/published-changes.ts");
    const { timeZone, archive } = reading;
    const found = findUndeclared({ history, changes, now, timeZone, forgotten: archive?.site.forgotten ?? [] });
    return { reading: { ...reading, problems: sortProblems([...reading.problems, ...found]) }, note, paths };
  } catch (thrown) {
    throw thrown instanceof NoHistory ? new WrongCall(thrown.message) : thrown;
  }
}

function asText({ problems, counts }: ArchiveResult): string {
  const blocks: string[] = [];
  const lines = new Map<string, string[]>();
  let current = "";
  for (const { problem, more } of condense(problems)) {
    if (problem.path !== current) blocks.push(`${blocks.length > 0 ? "\n" : ""}${problem.path}`);
    current = problem.path;
    blocks.push(describe(problem, sourceLine(problem, lines)));
    if (more > 0) blocks.push(`    ${describeMore(more)}`);
  }
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const total = `${errors} Fehler, ${problems.length - errors} ${problems.length - errors === 1 ? "Hinweis" : "Hinweise"}`;
  const kinds = summarizeKinds(problems);
  const gap = (part: readonly string[]) => (part.length > 0 ? [...part, ""] : []);
  return [...gap(blocks), ...gap(kinds), reportCounts(counts), total].join("\n");
}

function describe(problem: Problem, source: string | undefined): string {
  const kind = problem.severity === "error" ? "Fehler" : "Hinweis";
  const head = `  ${oneLine(problem.path)}:${problem.line}:${problem.column}  ${kind}: ${problem.message} [${problem.id}]`;
  // The mark stands under the place, in a window that fits a terminal; screen readers have read line and column already.
  const from = Math.max(0, problem.column - 60);
  const marked =
    source === undefined || source.trim() === ""
      ? []
      : [`      ${source.slice(from, from + 100)}`, `      ${" ".repeat(problem.column - 1 - from)}^`];
  return [head, ...marked, `    ${problem.remedy}`].join("\n");
}

/** The lines of a text; none of a picture or another file that is no text. */
function readLines(path: string): string[] {
  const bytes = readFileSync(path);
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString("utf8").split(/\r?\n/) : [];
}

function sourceLine({ path, line }: Problem, lines: Map<string, string[]>): string | undefined {
  try {
    const known = lines.get(path) ?? readLines(path);
    lines.set(path, known);
    // Control characters of a hostile file must not reach the terminal.
    return known[line - 1]?.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "·");
  } catch {
    return undefined;
  }
}

/** GitHub's workflow commands; see "Workflow commands for GitHub Actions". */
function asGithub({ problems, counts }: ArchiveResult): string {
  const property = (text: string) => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const escaped = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const lines = problems.map(({ id, severity, path, line, column, message, remedy }) => {
    const place = `file=${property(path)},line=${line},col=${column},title=${id}`;
    return `::${severity === "error" ? "error" : "notice"} ${place}::${escaped(`${message} ${remedy}`)}`;
  });
  return [...lines, reportCounts(counts)].join("\n");
}

/** GitLab's Code Quality report: a list of issues with a fingerprint each. */
function asGitlab({ problems }: ArchiveResult): string {
  const issues = problems.map(({ id, path, line, message, remedy, severity, column }) => ({
    description: `${message} ${remedy}`,
    check_name: id,
    fingerprint: createHash("sha256").update(`${path}\n${line}\n${column}\n${message}`).digest("hex"),
    severity: severity === "error" ? "blocker" : "info",
    location: { path, lines: { begin: line } },
  }));
  return JSON.stringify(issues, null, 2);
}

function asJson({ problems, counts, unpublished, refused }: ArchiveResult): string {
  return JSON.stringify({ counts, problems, unpublished, refused: refused.map(({ path }) => path) }, null, 2);
}

await executeIfMain(import.meta.filename, command);
