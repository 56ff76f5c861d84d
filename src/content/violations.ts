import type { z } from "zod";
import type { ProblemId } from "../problem-ids.ts";
import { isEmpty } from "./empty-fields.ts";
import { ownForm } from "./own-form.ts";
import type { FieldWords } from "./schema.ts";
import { toSlug } from "./slugs.ts";

/** The id of the rule of its schema that a value violates. */
export function nameViolation({ code }: z.core.$ZodIssue, value: unknown): ProblemId {
  if (value === undefined) return "field-missing";
  if ((isEmpty(value) && code === "invalid_type") || (code === "too_small" && String(value).trim() === "")) return "field-empty";
  if (code === "too_small") return "value-too-short";
  if (code === "too_big") return "value-too-long";
  if (code === "invalid_type") return "value-wrong-kind";
  return code === "invalid_value" ? "value-not-offered" : "value-malformed";
}

/** Says in German which rule of its schema a value violates. */
export function describeViolation(issue: z.core.$ZodIssue, value: unknown, words: FieldWords): string {
  const name = fieldName(issue.path);
  const what = words.description ? ` (${words.description})` : "";
  if (value === undefined) return `Das Feld „${name}“${what} fehlt.`;
  // An empty field counts as absent, so a rule is broken only where the field is needed.
  if (isEmpty(value) && issue.code === "invalid_type") return `Das Feld „${name}“${what} ist leer.`;
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
    default: {
      // A telephone number may hold such signs: something else is wrong with it.
      const seen = typeof value === "string" && issue.path.at(-1) !== "phone" ? value.replaceAll(" ", "") : "";
      const unseen = /[\p{Cf}\p{Zs}\u2010-\u2015\u2212]/u.exec(seen)?.[0];
      const sign = unseen === undefined ? "" : ` Darin steht das Zeichen U+${codeOf(unseen)}, das man nicht sieht oder leicht verwechselt.`;
      return `„${name}“${what} ist so nicht möglich, hier steht ${described(value)}.${sign}`;
    }
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

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

/** The remedy for a value that violates its schema: the value itself in the right form where that is plain, else the example. */
export function writeRemedy(issue: z.core.$ZodIssue, value: unknown, words: FieldWords): string {
  const name = String(issue.path.findLast((part) => typeof part === "string") ?? "");
  // A list within a list: the editor wrote dashes and brackets.
  const [inner] = Array.isArray(value) && typeof issue.path.at(-1) === "number" ? (value as unknown[]) : [];
  if (inner !== undefined && Array.isArray(value) && value.length === 1) return `Lassen Sie die eckigen Klammern weg: - ${toYaml(inner)}`;
  if (issue.code === "invalid_type" && issue.expected === "array" && value !== null && value !== undefined) {
    if (typeof value === "string") {
      const items = value.split(/\s*[,;]\s*/).filter((item) => item !== "");
      return `Schreiben Sie eine Liste: ${name}: ${toYaml(items)}`;
    }
    if (typeof value === "object") return `Schreiben Sie eine Liste: ${name}: ${toYaml([value])}`;
  }
  const example = String(words.examples?.[0] ?? "");
  if (value === false && (issue.code !== "invalid_type" || issue.expected !== "string" || /^\d{4}-/.test(example)))
    return "Löschen Sie die Zeile.";
  if (issue.code === "invalid_type" && issue.expected === "boolean") {
    const meant = YES.test(String(value)) ? true : NO.test(String(value)) ? false : undefined;
    if (meant !== undefined) return `Schreiben Sie: ${name}: ${meant}`;
  }
  if (issue.code === "invalid_type" && issue.expected === "string" && !/^\d{4}-/.test(example)) {
    if (typeof value === "boolean") return `Setzen Sie den Wert in Anführungszeichen: ${name}: "${value}"`;
    const [only] = Array.isArray(value) && value.length === 1 ? (value as unknown[]) : [];
    if (typeof only === "string" && !example.includes(" ")) return `Lassen Sie die eckigen Klammern weg: ${name}: ${toYaml(only)}`;
    // Brackets at the beginning of a text make a list or group of it.
    if (isBracketed(value)) {
      const written = Array.isArray(value) ? `[${value.join(", ")}]` : `{${Object.keys(value).join(", ")}}`;
      return `Setzen Sie den Wert in Anführungszeichen: ${name}: ${JSON.stringify(written)}`;
    }
  }
  if (issue.code === "too_big" && typeof value === "string")
    return `Kürzen Sie den Text um ${[...value.trim()].length - Number(issue.maximum)} Zeichen.`;
  if (issue.code === "too_big" && Array.isArray(value)) return `Streichen Sie, was am wenigsten sagt: höchstens ${issue.maximum}.`;
  if (name === "file" && typeof value === "string" && issue.code === "invalid_format") {
    const plain = plainFileName(value);
    if (plain) return `Benennen Sie die Datei um, und schreiben Sie: file: ${plain}`;
  }
  return writeOwn(issue.path, value) ?? writeExample(issue.path, words);
}

/** The remedy that says an editor's own value in the form of its field; undefined where that is not plain. */
export function writeOwn(path: readonly PropertyKey[], value: unknown): string | undefined {
  const own = typeof value === "string" ? ownForm(path, value) : undefined;
  if (own === undefined) return undefined;
  const last = path.at(-1);
  return `Schreiben Sie: ${typeof last === "number" ? "-" : `${String(last)}:`} ${toYaml(own)}`;
}

/** How people and other systems write true and false. */
const YES = /^\s*(?:true|yes|ja|on|1|wahr)\s*$/i;
const NO = /^\s*(?:false|no|nein|off|0|falsch)\s*$/i;

/** True for a text that YAML took for a list of words, or for a group of words without values. */
function isBracketed(value: unknown): value is string[] | object {
  if (value === null || typeof value !== "object") return false;
  return Array.isArray(value) ? value.every((item) => typeof item === "string") : Object.values(value).every((inner) => inner === null);
}

/** A file name of letters, digits, dots and hyphens that says the same; undefined where nothing of it would stay. */
export function plainFileName(written: string): string | undefined {
  const [, stem = "", ending = ""] = /^(?:.*[\\/])?([^\\/]*?)(\.[A-Za-z0-9]+)?$/.exec(written) ?? [];
  const plain = toSlug(stem);
  return plain === "" || ending === "" ? undefined : plain + ending.toLowerCase();
}

/** What an editor wrote, in quotation marks, shortened and in one line. */
export function quoted(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, " ");
  return `„${line.length > 60 ? `${line.slice(0, 60)}…` : line}“`;
}

/** The path of a field as messages write it: `events[2].name`, counted from 1. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : String(part)))
    .join(".")
    .replaceAll(".[", "[");
}

/** The remedy for a field that is wrong: the example of its schema, written as YAML. */
export function writeExample(path: readonly PropertyKey[], words: FieldWords): string {
  const name = [...path].reverse().find((part) => typeof part === "string") ?? "";
  const sample = words.examples?.[0];
  if (sample === undefined) return "Sehen Sie im Leitfaden nach, wie das Feld geschrieben wird.";
  // The example of a list shows its entry where only one entry is wrong.
  const written = toYaml(typeof path.at(-1) === "number" && Array.isArray(sample) ? sample[0] : sample);
  return `Schreiben Sie zum Beispiel: ${typeof path.at(-1) === "number" ? `- ${written}` : `${String(name)}: ${written}`}`;
}

/** A value as YAML in one line; within a list or group (`isInner`) a comma would end it, so texts with one are quoted there. */
export function toYaml(value: unknown, isInner = false): string {
  if (Array.isArray(value)) return `[${value.map((inner) => toYaml(inner, true)).join(", ")}]`;
  if (value && typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}: ${toYaml(inner, true)}`)
      .join(", ")}}`;
  const needsQuotes = typeof value === "string" && (/[:#[\]{}*&]|^$|^[!%@`|>'"?-]|^\s|\s$/.test(value) || (isInner && value.includes(",")));
  return needsQuotes ? JSON.stringify(value) : String(value);
}
