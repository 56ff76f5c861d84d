import type { RegisterName } from "../../content/register-schema.ts";
import { REGISTER_FIELDS } from "../../content/release/schema.ts";
import { jsonSchema, type Schema } from "../../content/schema.ts";

/** A field of the form, as Sveltia CMS is told of it; which options there are, its documentation says. */
export interface FormField {
  name: string;
  label: string;
  widget: string;
  [option: string]: unknown;
}

/** What there is to know of a kind of file beside its schema. */
export interface FieldOrder {
  schema: Schema;
  /** What of it a version in another language says itself; undefined where there are no versions. */
  versionSchema?: Schema | undefined;
  /** The language of originals, and the other ones. */
  language: string;
  others: readonly string[];
}

/** The parts of a JSON Schema that a form can show. */
interface Node {
  title?: string;
  description?: string;
  examples?: unknown[];
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  enumDescriptions?: string[];
  anyOf?: Node[];
  items?: Node;
  properties?: Record<string, Node>;
  additionalProperties?: unknown;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** The fields that name entries of a register. */
const REFERENCES: Readonly<Record<string, RegisterName>> = {
  ...REGISTER_FIELDS,
  department: "departments",
  "people.id": "people",
  "events.place": "places",
  successor: "departments",
  broader: "topics",
};

/** The fields that name a file beside the release. */
const FILES: Readonly<Record<string, object>> = {
  "images.file": { widget: "image", accept: "image/jpeg,image/png,image/webp", choose_url: false },
  "attachments.file": { widget: "file", choose_url: false },
  "attachments.captions": { widget: "file", accept: ".vtt,text/vtt", choose_url: false },
};

/** The fields whose day and time are chosen; all other dates may be less exact and are written. */
const CHOSEN_DATES = ["date", "embargo", "pinnedUntil"];

/** What is for those who import or correct by the command line: the form leaves it as it is. */
const HIDDEN = [
  ...["language", "aliases", "source", "reconstructed", "events.id", "corrections.edition"],
  // What is spoken has paragraphs, and the form keeps texts of a head in one line.
  "attachments.transcript",
];

/** A date as exactly as it is known, with or without a time (EDTF, RFC 3339). */
const DATE = String.raw`^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$`;

/** Texts that may be longer than this (characters) are written in several lines. */
const LINE_MAX = 300;

/** The form's fields for a schema, in its order: labels, lengths, patterns and messages are those of the check and the guide. */
export function fieldsFor(order: FieldOrder): FormField[] {
  const version = order.versionSchema && (jsonSchema(order.versionSchema) as Node);
  return groupFields(jsonSchema(order.schema) as Node, version, "", order);
}

function groupFields({ properties = {}, required = [] }: Node, version: Node | undefined, parent: string, order: FieldOrder): FormField[] {
  const own = Object.entries(properties);
  const added = parent === "" ? Object.entries(version?.properties ?? {}).filter(([name]) => !(name in properties)) : [];
  return [...own, ...added].flatMap(([name, node]): FormField[] => {
    const path = parent === "" ? name : `${parent}.${name}`;
    if (HIDDEN.includes(path)) return [];
    const translated = version?.properties?.[name];
    const { label, hint } = wordsOf(node);
    const isNeeded = required.includes(name);
    // A picture or person that a version says nothing of is left out of it.
    const isNeededEverywhere = translated === undefined || (parent === "" && (version?.required ?? []).includes(name));
    const look = lookOf(node, translated, path, order);
    return [
      {
        name,
        label,
        ...look,
        ...(hint === undefined || look.widget === "boolean" || look.widget === "relation" ? {} : { hint }),
        ...(isNeeded ? (isNeededEverywhere ? {} : { required: [order.language] }) : { required: false }),
        ...(translated === undefined || order.others.length === 0 ? {} : { i18n: true }),
      },
    ];
  });
}

/** What a field is called, and what more is said of it: a description without a title begins with what serves as one. */
function wordsOf({ title, description = "" }: Node): { label: string; hint: string | undefined } {
  if (title !== undefined) return { label: title, hint: description };
  const [label = "", hint] = description.split(/: /);
  return { label: label.replace(/[;,].*$/, ""), hint };
}

function lookOf(node: Node, version: Node | undefined, path: string, order: FieldOrder): { widget: string; [option: string]: unknown } {
  const file = FILES[path];
  if (file) return { widget: "file", ...file };
  const register = REFERENCES[path];
  if (register !== undefined) return { ...relationTo(register), ...(node.type === "array" ? { multiple: true, ...span(node) } : {}) };
  const group = node.items && groupWithin(node.items);
  if (group)
    return {
      widget: "list",
      ...(group.title === undefined ? {} : { label_singular: group.title }),
      collapsed: "auto",
      summary: `{{fields.${Object.keys(group.properties ?? {})[0]}}}`,
      fields: groupFields(group, version?.items && groupWithin(version.items), path, order),
      ...span(node),
    };
  if (node.type === "array")
    return choicesOf(node.items) ? { widget: "select", multiple: true, ...choicesOf(node.items) } : { widget: "list" };
  const choices = choicesOf(node);
  if (choices) return { widget: "select", ...choices };
  if (node.type === "boolean") return { widget: "boolean" };
  if (node.properties)
    return { widget: "object", collapsed: "auto", fields: groupFields(node, version && groupWithin(version), path, order) };
  if (node.type === "object") return { widget: "object", collapsed: "auto", fields: languageFields(node, order) };
  return textLook(node, path);
}

/** The group among what may stand in a place: a form offers the one shape that can say everything. */
function groupWithin(node: Node): Node | undefined {
  return node.properties ? node : node.anyOf?.find(({ properties }) => properties);
}

/** What can be chosen; a truth value whose example is `false` says something by each value, and a third thing where it is missing. */
function choicesOf(node: Node | undefined): { options: { label: string; value: unknown }[] } | undefined {
  const isThreefold = node?.type === "boolean" && String(node.examples?.[0]) === "false";
  const values = isThreefold ? [true, false] : (node?.enum ?? (node?.const === undefined ? undefined : [node.const]));
  return values && { options: values.map((value, index) => ({ label: node?.enumDescriptions?.[index] ?? String(value), value })) };
}

/** Names in other languages: a field for each that the archive has. */
function languageFields({ additionalProperties }: Node, { others }: FieldOrder): FormField[] {
  const names = new Intl.DisplayNames("de", { type: "language" });
  const look = textLook((additionalProperties ?? {}) as Node, "");
  return others.map((tag) => ({
    name: tag,
    label: tag === "de-simple" ? "Leichte Sprache" : (names.of(tag) ?? tag),
    ...look,
    required: false,
  }));
}

function relationTo(register: RegisterName): { widget: string; [option: string]: unknown } {
  return {
    widget: "relation",
    collection: "registers",
    file: register,
    value_field: "entries.*.id",
    display_fields: ["entries.*.name"],
    search_fields: ["entries.*.name", "entries.*.id"],
  };
}

function textLook(node: Node, path: string): { widget: string; [option: string]: unknown } {
  const { format, pattern, minLength, maxLength, examples = [] } = node;
  if (CHOSEN_DATES.includes(path)) return { widget: "datetime", format: "YYYY-MM-DDTHH:mm" };
  const example = String(examples[0] ?? "");
  const right = `Schreiben Sie zum Beispiel: ${example}`;
  const form = /^\d{4}-\d\d\b/.test(example) ? DATE : pattern;
  return {
    widget: (maxLength ?? 0) > LINE_MAX && form === undefined ? "text" : "string",
    ...(format === "email" ? { type: "email" } : format === "uri" ? { type: "url" } : {}),
    ...(form === undefined || format !== undefined ? {} : { pattern: [form, right] }),
    ...(minLength === undefined ? {} : { minlength: minLength }),
    ...(maxLength === undefined ? {} : { maxlength: maxLength }),
  };
}

function span({ minItems, maxItems }: Node): object {
  return { ...(minItems === undefined ? {} : { min: minItems }), ...(maxItems === undefined ? {} : { max: maxItems }) };
}
