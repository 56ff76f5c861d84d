import type { z } from "zod";
import { error, type Problem } from "../problems.ts";
import { withoutEmpty } from "./empty-fields.ts";
import { meantField } from "./field-names.ts";
import { fieldWords, knownKeys, type Schema } from "./schema.ts";
import { describeViolation, nameViolation, quoted, writeExample, writeOwn, writeRemedy } from "./violations.ts";
import type { Data } from "./yaml.ts";
import type { Locate } from "./yaml-positions.ts";

/** What is wrong with a value, and what to write. */
export type Explained = Pick<Problem, "id" | "message" | "remedy">;

/** Explains a value where the caller knows better than the schema; undefined where it does not. */
export type Explain = (path: readonly PropertyKey[], value: unknown) => Explained | undefined;

/** Checks data against a schema; every violation becomes a problem at its line, with the field's own example as remedy. */
export function checkShape<S extends Schema>(
  schema: S,
  data: Data,
  path: string,
  locate: Locate,
  explain: Explain = () => undefined,
): { value: z.output<S> | undefined; problems: Problem[] } {
  const result = schema.safeParse(withUnknown(schema, data, withoutEmpty(data)));
  if (result.success) return { value: result.data, problems: [] };
  // One mistake may violate several rules of a field (a list is also too short a text). Only one is told, a wrong type first.
  const issues = [...result.error.issues].sort((a, b) => Number(b.code === "invalid_type") - Number(a.code === "invalid_type"));
  const seen = new Set<string>();
  const misnamed = new Set(issues.flatMap((issue) => meantBy(issue, schema)));
  const told = issues.filter((issue) => {
    // A field under a wrong name is one mistake.
    if (misnamed.has(JSON.stringify(issue.path)) && valueAt(data, issue.path) === undefined) return false;
    const key = JSON.stringify(issue.path);
    return seen.has(key) ? false : seen.add(key);
  });
  const place: Place = { schema, data, path, locate, explain };
  const problems = told.slice(0, PROBLEMS_MAX).flatMap((issue) => describeIssue(issue, place));
  const more = told[PROBLEMS_MAX];
  if (more)
    problems.push(
      error(
        "more-problems",
        path,
        locate(more.path),
        `Hier und danach stehen noch ${told.length - PROBLEMS_MAX} Fehler.`,
        "Beheben Sie zuerst die anderen; dann werden diese gezeigt.",
      ),
    );
  return { value: undefined, problems };
}

/** The paths of the fields that the unknown ones of a group mean. */
function meantBy(issue: z.core.$ZodIssue, schema: Schema): string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const known = knownKeys(schema, issue.path);
  return issue.keys.flatMap((key) => JSON.stringify([...issue.path, meantField(key, known)]));
}

/**
 * The settled fields, and those that nobody knows although they are empty: a misspelt name shall not wait for its first value, and within
 * braces a comma makes an empty field of what follows it (`{name: Fest, Tanz und Musik}`).
 */
function withUnknown(schema: Schema, data: unknown, settled: unknown, path: readonly PropertyKey[] = []): unknown {
  if (data === null || typeof data !== "object" || settled === null || typeof settled !== "object") return settled;
  if (Array.isArray(data) && Array.isArray(settled))
    return settled.map((value: unknown, index) => withUnknown(schema, data[index], value, [...path, index]));
  const kept = settled as Data;
  const inner = Object.entries(kept).map(([key, value]) => [key, withUnknown(schema, (data as Data)[key], value, [...path, key])]);
  const left = Object.keys(data).filter((key) => !Object.hasOwn(kept, key));
  const known = left.length === 0 ? [] : knownKeys(schema, path);
  const unknown = known.length === 0 ? [] : left.filter((key) => !known.includes(key)).map((key) => [key, (data as Data)[key]]);
  return Object.fromEntries([...inner, ...unknown]);
}

/** Most problems that are told of one group of fields: nobody reads more at once. */
const PROBLEMS_MAX = 50;

interface Place {
  schema: Schema;
  data: Data;
  path: string;
  locate: Locate;
  explain: Explain;
}

function describeIssue(issue: z.core.$ZodIssue, place: Place): Problem[] {
  const { schema, data, path, locate, explain } = place;
  const at = locate(issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    const problems = issue.keys.slice(0, PROBLEMS_MAX).map((key) => {
      const meant = meantField(key, known);
      const remedy = meant
        ? `Meinten Sie „${meant}“?`
        : (behindComma(key, valueAt(data, issue.path)) ?? `Möglich sind: ${known.join(", ")}.`);
      return error("field-unknown", path, locate([...issue.path, key]), `Das Feld ${quoted(key)} gibt es nicht.`, remedy);
    });
    const more = issue.keys[PROBLEMS_MAX];
    if (more !== undefined) {
      problems.push(
        error(
          "field-unknown",
          path,
          locate([...issue.path, more]),
          `Hier und danach stehen noch ${issue.keys.length - PROBLEMS_MAX} Felder, die es nicht gibt.`,
          `Möglich sind: ${known.join(", ")}.`,
        ),
      );
    }
    return problems;
  }
  const value = valueAt(data, issue.path);
  const explained = explain(issue.path, value);
  if (explained) return [error(explained.id, path, at, explained.message, explained.remedy)];
  if (issue.code === "invalid_union") {
    // The value nearly fits one of the alternatives, so the message says what is missing there.
    const best = issue.errors.filter((branch) => branch.some((inner) => inner.path.length > 0 || inner.code === "custom"))[0];
    if (best) return best.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, place));
  }
  const words = fieldWords(schema, issue.path);
  if (issue.code === "custom") {
    const [message = "", remedy = ""] = issue.message.split("|");
    return [error("value-impossible", path, at, message, writeOwn(issue.path, value) ?? (remedy || writeExample(issue.path, words)))];
  }
  return [error(nameViolation(issue, value), path, at, describeViolation(issue, value, words), writeRemedy(issue, value, words))];
}

/** What to write where a comma within braces has made a field of the rest of a value. */
function behindComma(key: string, group: unknown): string | undefined {
  const fields = Object.entries((group ?? {}) as Data);
  const at = fields.findIndex(([name]) => name === key);
  const [name, value] = fields[at - 1] ?? [];
  if (fields[at]?.[1] !== null || typeof value !== "string") return undefined;
  return `Gehört es zum Wert davor, setzen Sie ihn in Anführungszeichen: ${name}: ${JSON.stringify(`${value}, ${key}`)}`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) value = value === null || typeof value !== "object" ? undefined : (value as Record<PropertyKey, unknown>)[part];
  return value;
}
