import { FAILSAFE_SCHEMA, type LoadOptions, load, Type } from "js-yaml";
import { error, type Problem, positionAt } from "../problems.ts";
import { findForbidden } from "./characters.ts";
import { Anchor, Tag, yamlProblems } from "./yaml-faults.ts";
import { findLosses } from "./yaml-losses.ts";
import { createLocate, type Locate, PARSED_MAX } from "./yaml-positions.ts";

/** YAML data of a content file: mappings, lists, text, true/false and null; numbers and dates stay the text an editor wrote. */
export type Data = { [key: string]: unknown };

/** The result of reading something: its value unless it was refused, and every problem found. */
export interface Result<T> {
  value: T | undefined;
  problems: Problem[];
}

/** Longest whole file (a register) in characters: ten thousand people with all their offices. */
const WHOLE_MAX = 2_000_000;

/** Most lists and groups inside each other; the fields of the archive need four. */
const DEPTH_MAX = 50;

// The only types beside text are true/false and null, so `title: 0815` and `date: 2017-11-14` stay as written.
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

/** Parses YAML whose first line has the number `firstLine` in its file; every fault becomes a problem with its position. */
export function parseYaml(source: string, path: string, firstLine: number): Result<{ data: Data; locate: Locate }> {
  const start = { line: firstLine, column: 1 };
  if (firstLine === 1 && source.length > WHOLE_MAX) {
    return refuse(
      error(
        "file-too-large",
        path,
        start,
        `Die Datei hat mehr als ${WHOLE_MAX.toLocaleString("de-DE")} Zeichen.`,
        "Streichen Sie Einträge, die keine Meldung mehr braucht.",
      ),
    );
  }
  if (firstLine > 1 && source.length > PARSED_MAX) {
    return refuse(
      error(
        "head-too-large",
        path,
        start,
        `Der Kopf hat mehr als ${PARSED_MAX.toLocaleString("de-DE")} Zeichen.`,
        "Lange Texte gehören unter den Kopf, nicht in ein Feld.",
      ),
    );
  }
  const { problems: losses, whole } = findLosses(source, path, firstLine);
  let data: unknown;
  try {
    data = load(whole, {
      schema: TEXT_SCHEMA,
      maxDepth: DEPTH_MAX + 1,
      ...(/[&!]/.test(source) ? { listener: refuseMarks } : {}),
    } as LoadOptions);
  } catch (thrown) {
    return { value: undefined, problems: [...losses, ...yamlProblems(whole, path, firstLine, thrown)] };
  }
  if (data === null || data === undefined) data = {};
  if (typeof data !== "object" || Array.isArray(data)) {
    return refuse(
      error(
        "fields-missing",
        path,
        start,
        "Hier stehen keine Felder der Form „name: Wert“.",
        "Schreiben Sie in jede Zeile ein Feld, zum Beispiel: name: Wirtschaft",
      ),
    );
  }
  const locate = createLocate(source, firstLine);
  // A control character that the file may not contain could still be written as an escape ("\u202e").
  const problems = source.includes("\\") ? settleEscapes(data as Data, [], path, locate) : [];
  problems.push(...hiddenValues(source, data as Data, path, firstLine));
  if (problems.length > 0) return { value: undefined, problems: [...losses, ...problems] };
  return { value: { data: data as Data, locate }, problems: losses };
}

/**
 * Refuses anchors: by repeating them, a small file could unfold into data that fill the memory (the "billion laughs" attack). And tags that
 * the parser knows: it would leave them out (`title: ! Achtung`).
 */
function refuseMarks(event: string, state: object): void {
  const { anchor, tag, position } = state as { anchor?: string | null; tag?: string | null; position: number };
  if (typeof anchor === "string") throw new Anchor(anchor);
  if (event === "close" && (tag === "!" || /:(str|seq|map)$/.test(tag ?? ""))) throw new Tag(position);
}

/** Values that YAML takes for comments, so that their field seems empty (`accent: #fff`). */
function hiddenValues(source: string, data: Data, path: string, firstLine: number): Problem[] {
  const written = [...source.matchAll(/^[ \t-]*([A-Za-z0-9_-]+):[ \t]+(#[^\s#].*)$/gm)];
  if (written.length === 0) return [];
  // A line of a text in several lines may look the same; its field is not empty.
  const empty = new Set<string>();
  JSON.stringify(data, (key, value: unknown) => {
    if (value === null) empty.add(key);
    return value;
  });
  return written.flatMap(([line, key = "", value = ""], index) => {
    if (!empty.has(key)) return [];
    const at = positionAt(source, (written[index]?.index ?? 0) + line.indexOf(key), firstLine);
    const remedy = `Setzen Sie den Wert in Anführungszeichen: ${key}: ${JSON.stringify(value.trim())}`;
    return [error("yaml-comment-in-value", path, at, `Das Feld „${key}“ ist leer: Was hinter # steht, liest YAML als Kommentar.`, remedy)];
  });
}

/** Normalizes texts that were written with escapes (NFC), as the rest of the file was before, and reports forbidden characters. */
function settleEscapes(parent: Data | unknown[], keys: readonly PropertyKey[], path: string, locate: Locate): Problem[] {
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(parent)) {
    const key = Array.isArray(parent) ? Number(name) : name;
    const forbidden = findForbidden(name) ?? (typeof value === "string" ? findForbidden(value) : undefined);
    if (forbidden) {
      problems.push(
        error(
          "control-character",
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

function refuse<T>(problem: Problem): Result<T> {
  return { value: undefined, problems: [problem] };
}
