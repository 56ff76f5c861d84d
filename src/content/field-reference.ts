import { type FieldWords, jsonSchema, type Schema } from "./schema.ts";
import { toYaml } from "./violations.ts";

/** The parts of a JSON Schema that say what may be written. */
interface Node extends FieldWords {
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  anyOf?: Node[];
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** A Markdown table of all fields of a schema, in German; a field within a group is written `group.field`, within a list `list[].field`. */
export function describeSchema(schema: Schema): string {
  return ["| Feld | Pflicht | Regel | Bedeutung | Beispiel |", "|---|---|---|---|---|", ...fieldRows(jsonSchema(schema), "")].join("\n");
}

function fieldRows({ properties = {}, required = [] }: Node, parent: string): string[] {
  return Object.entries(properties).flatMap(([key, node]) => {
    const name = `${parent}${key}`;
    const need = required.includes(key) ? "ja" : "nein";
    const [example] = node.examples ?? [];
    const cells = [`\`${name}\``, need, ruleOf(node), node.description ?? "", example === undefined ? "" : `\`${toYaml(example)}\``];
    const inside = (inner: Node): string[] => [
      ...fieldRows(inner, `${name}.`),
      ...(inner.items ? [inner.items, ...(inner.items.anyOf ?? [])].flatMap((item) => fieldRows(item, `${name}[].`)) : []),
      ...(inner.anyOf ?? []).flatMap(inside),
    ];
    return [`| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`, ...inside(node)];
  });
}

/** What may be written in a field, in German. */
function ruleOf(node: Node): string {
  const rule = node.anyOf ? node.anyOf.map(ruleOf).join(" oder ") : kindOf(node);
  return node.default === undefined || Array.isArray(node.default) ? rule : `${rule}; ohne Angabe ${String(node.default)}`;
}

function kindOf(node: Node): string {
  const { type, format, pattern, items } = node;
  if (node.const !== undefined) return `nur ${String(node.const)}`;
  if (node.enum) return node.enum.join(", ");
  if (type === "array") {
    const length = span(node.minItems, node.maxItems);
    return `Liste${length === "" ? "" : ` (${length})`}: ${items ? ruleOf(items) : ""}`;
  }
  if (type === "object") return "Felder";
  if (type === "boolean") return "true oder false";
  if (format === "uri") return "Adresse mit https:// oder http://";
  if (format === "email") return "E-Mail-Adresse";
  if (/^\d{4}-\d\d\b/.test(String(node.examples?.[0]))) return "Datum";
  if (pattern?.startsWith("^[a-z0-9][a-z0-9-]*")) return "Kennung aus a-z, 0-9 und -";
  if (pattern || node.maxLength === undefined) return "wie im Beispiel";
  return `Text, ${span(node.minLength, node.maxLength)} Zeichen`;
}

function span(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return most === undefined ? "" : `höchstens ${most}`;
  return most === undefined ? `mindestens ${least}` : `${least}–${most}`;
}
