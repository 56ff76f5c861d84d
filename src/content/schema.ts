import { z } from "zod";
import { error, nearest, type Problem } from "../problems.ts";
import type { Data, Locate } from "./yaml.ts";

/** Schemas describe fields in German for editors: `description` says what a field is, `examples` how it is written. */
export type Schema = z.ZodType;

/** Checks data against a schema; every violation becomes a problem at its line, with the field's own example as remedy. */
export function checkShape<S extends Schema>(
  schema: S,
  data: Data,
  path: string,
  locate: Locate,
): { value: z.output<S> | undefined; problems: Problem[] } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [] };
  // One slip violates several rules at once (a list is also too short a text): the first about the type says it.
  const issues = [...result.error.issues].sort((a, b) => Number(b.code === "invalid_type") - Number(a.code === "invalid_type"));
  const seen = new Set<string>();
  const told = issues.filter((issue) => {
    const key = JSON.stringify(issue.path);
    return seen.has(key) ? false : seen.add(key);
  });
  const problems = told.slice(0, PROBLEMS_MAX).flatMap((issue) => describeIssue(schema, issue, data, path, locate));
  const more = told[PROBLEMS_MAX];
  if (more)
    problems.push(
      error(
        path,
        locate(more.path),
        `Hier und danach stehen noch ${told.length - PROBLEMS_MAX} Fehler.`,
        "Beheben Sie zuerst die anderen; dann werden diese gezeigt.",
      ),
    );
  return { value: undefined, problems };
}

/** Most faults that are told of one group of fields: nobody reads more at once. */
const PROBLEMS_MAX = 50;

/** One field's words: what it is and how it is written. */
export interface FieldWords {
  description?: string;
  examples?: unknown[];
}

/** A text field of `min` to `max` characters in one line: line breaks and tabs of the file become spaces. */
export function text(min: number, max: number, description: string, example: string): z.ZodString {
  return z
    .string()
    .overwrite((written) => written.replace(/ *[\n\t][\n\t ]*/g, " "))
    .trim()
    .min(min)
    .max(max)
    .meta({ description, examples: [example] });
}

/** An id of a register: `a-z0-9-`. */
export function id(description: string, example: string): z.ZodString {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .max(80)
    .meta({ description, examples: [example] });
}

/** A web address that may be linked: http or https. */
export function webAddress(description: string, example: string): z.ZodType<string> {
  return z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ description, examples: [example] });
}

/** An e-mail address. */
export function emailAddress(description: string, example: string): z.ZodType<string> {
  return z
    .email()
    .max(200)
    .meta({ description, examples: [example] });
}

/** Who answers questions; at least one way to reach them. */
export const contactSchema = z
  .strictObject({
    name: text(2, 100, "Name", "Erika Muster").optional(),
    phone: z
      .string()
      .regex(/^\+?[0-9 ()/-]{3,40}$/)
      .meta({ description: "Telefonnummer", examples: ["0341 123-0"] })
      .optional(),
    email: emailAddress("E-Mail-Adresse", "presse@stadt.example").optional(),
  })
  .refine((contact) => Object.keys(contact).length > 0, { message: "Der Kontakt ist leer.|Nennen Sie name, phone oder email." })
  .meta({ description: "Ansprechpartner", examples: [{ name: "Erika Muster", phone: "0341 123-0" }] });

/** An old address that shall lead to the new one: a path from the site's root. */
export const aliasSchema = z
  .string()
  .regex(/^\/(?!\/)[A-Za-z0-9._~/-]{1,200}$/)
  .refine((path) => !path.split("/").some((part) => part.startsWith(".")), {
    message:
      "Ein Teil der alten Adresse beginnt mit einem Punkt; so heißen Dateien, die den Webserver steuern.|Streichen Sie sie, oder schreiben Sie den Pfad ohne „.“ und „..“ aus.",
  })
  .refine((path) => !/^\/(_[^/]*|cname|web\.config)\/?$/i.test(path), {
    message: "Eine Datei dieses Namens steuert den Webserver.|Streichen Sie die alte Adresse; der Webserver kann sie weiterleiten.",
  })
  .meta({ description: "Frühere Adresse, die weiterleitet", examples: ["/presse/meldung-4711.html"] });

type Issue = z.core.$ZodIssue;

function describeIssue(schema: Schema, issue: Issue, data: Data, path: string, locate: Locate): Problem[] {
  const at = locate(issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    const problems = issue.keys.slice(0, PROBLEMS_MAX).map((key) => {
      const meant = nearest(key, known);
      const remedy = meant ? `Meinten Sie „${meant}“?` : `Möglich sind: ${known.join(", ")}.`;
      return error(path, locate([...issue.path, key]), `Das Feld ${quoted(key)} gibt es nicht.`, remedy);
    });
    const more = issue.keys[PROBLEMS_MAX];
    if (more !== undefined) {
      problems.push(
        error(
          path,
          locate([...issue.path, more]),
          `Hier und danach stehen noch ${issue.keys.length - PROBLEMS_MAX} Felder, die es nicht gibt.`,
          `Möglich sind: ${known.join(", ")}.`,
        ),
      );
    }
    return problems;
  }
  if (issue.code === "invalid_union") {
    // A value that nearly fits one shape is best told what is missing in that shape.
    const best = issue.errors.filter((branch) => branch.some((inner) => inner.path.length > 0 || inner.code === "custom"))[0];
    if (best)
      return best.flatMap((inner) =>
        describeIssue(schema, { ...inner, path: [...issue.path, ...inner.path] } as Issue, data, path, locate),
      );
  }
  const name = fieldName(issue.path);
  const words = fieldWords(schema, issue.path);
  const value = valueAt(data, issue.path);
  if (issue.code === "custom") {
    const [message = "", remedy = ""] = issue.message.split("|");
    return [error(path, at, message, remedy || example(issue.path, words))];
  }
  return [error(path, at, violation(name, issue, value, words), example(issue.path, words))];
}

function violation(name: string, issue: Issue, value: unknown, words: FieldWords): string {
  const what = words.description ? ` (${words.description})` : "";
  if (value === undefined) return `Das Feld „${name}“${what} fehlt.`;
  if (value === null) return `Das Feld „${name}“${what} ist leer.`;
  const written = typeof value === "string" ? value.trim() : undefined;
  const length = Array.isArray(value) ? `${value.length} Einträge` : `${[...(written ?? "")].length} Zeichen`;
  switch (issue.code) {
    case "too_small":
      return written === ""
        ? `Das Feld „${name}“${what} ist leer.`
        : `„${name}“${what} ist zu kurz: ${length}, mindestens ${issue.minimum}.`;
    case "too_big":
      return `„${name}“${what} ist zu lang: ${length}, höchstens ${issue.maximum}.`;
    case "invalid_type":
      return `„${name}“${what} muss ${TYPES[issue.expected] ?? "anders geschrieben"} sein, hier steht ${described(value)}.`;
    case "invalid_value":
      return `„${name}“${what} kennt nur: ${issue.values.join(", ")}. Hier steht ${described(value)}.`;
    default:
      return `„${name}“${what} ist so nicht möglich, hier steht ${described(value)}.`;
  }
}

const TYPES: Record<string, string> = {
  string: "Text",
  boolean: "true oder false",
  array: "eine Liste",
  object: "eine Gruppe von Feldern",
  record: "eine Gruppe von Feldern",
};

function described(value: unknown): string {
  if (typeof value === "boolean") return `${value} ohne Anführungszeichen (YAML liest das als Wahrheitswert)`;
  if (Array.isArray(value)) return "eine Liste in eckigen Klammern oder mit Strichen";
  if (typeof value === "object") return "eine Gruppe von Feldern in geschweiften Klammern oder eingerückt";
  return quoted(String(value));
}

/** What an editor wrote, short and in one line. */
function quoted(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, " ");
  return `„${line.length > 60 ? `${line.slice(0, 60)}…` : line}“`;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : String(part)))
    .join(".")
    .replaceAll(".[", "[");
}

function example(path: readonly PropertyKey[], words: FieldWords): string {
  const name = [...path].reverse().find((part) => typeof part === "string") ?? "";
  const sample = words.examples?.[0];
  if (sample === undefined) return "Sehen Sie im Leitfaden nach, wie das Feld geschrieben wird.";
  const written = flow(sample);
  return `Schreiben Sie zum Beispiel: ${typeof path.at(-1) === "number" ? `- ${written}` : `${String(name)}: ${written}`}`;
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (value && typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(", ")}}`;
  return typeof value === "string" && /[:#[\]{}*&]|^$/.test(value) ? JSON.stringify(value) : String(value);
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) value = value === null || typeof value !== "object" ? undefined : (value as Record<PropertyKey, unknown>)[part];
  return value;
}

type JsonSchema = { [key: string]: unknown };
const jsonSchemas = new WeakMap<Schema, JsonSchema>();

/** The JSON Schema (draft 7) of what an editor may write. */
export function jsonSchema(schema: Schema): JsonSchema {
  let json = jsonSchemas.get(schema);
  if (!json) {
    json = z.toJSONSchema(schema, { io: "input", target: "draft-7", unrepresentable: "any", reused: "inline" }) as JsonSchema;
    jsonSchemas.set(schema, json);
  }
  return json;
}

function branches(node: JsonSchema): JsonSchema[] {
  const inner = [...((node.anyOf as JsonSchema[]) ?? []), ...((node.allOf as JsonSchema[]) ?? []), ...((node.oneOf as JsonSchema[]) ?? [])];
  return [node, ...inner.flatMap(branches)];
}

function nodesAt(schema: Schema, path: readonly PropertyKey[]): JsonSchema[] {
  let nodes = branches(jsonSchema(schema));
  for (const part of path) {
    nodes = nodes
      .flatMap((node) =>
        typeof part === "number"
          ? [node.items as JsonSchema | undefined]
          : [
              (node.properties as Record<string, JsonSchema> | undefined)?.[String(part)] ??
                (node.additionalProperties as JsonSchema | undefined),
            ],
      )
      .filter((node): node is JsonSchema => typeof node === "object" && node !== null)
      .flatMap(branches);
  }
  return nodes;
}

function knownKeys(schema: Schema, path: readonly PropertyKey[]): string[] {
  return nodesAt(schema, path).flatMap((node) => Object.keys((node.properties as object | undefined) ?? {}));
}

function fieldWords(schema: Schema, path: readonly PropertyKey[]): FieldWords {
  for (let length = path.length; length > 0; length--) {
    const found = nodesAt(schema, path.slice(0, length)).find((node) => node.description !== undefined);
    if (found) return found as FieldWords;
  }
  return {};
}
