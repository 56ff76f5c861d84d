import { Document, isCollection, isScalar, isSeq, Scalar, visit } from "yaml";

/** Fields by their names, as YAML says them and the form holds them. */
export type Said = Record<string, unknown>;

/** The name of a field as it stands in a document. */
export type Parsed = Scalar<unknown>;

/** YAML as the archive reads it (`src/content/yaml.ts`): numbers and dates stay the text that was written. */
export const READING: { schema: "failsafe"; customTags: ("bool" | "null")[] } = { schema: "failsafe", customTags: ["bool", "null"] };

const WRITING = { lineWidth: 0, flowCollectionPadding: false, indentSeq: true };

/** True for a group of fields. */
export function isGroup(value: unknown): value is Said {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for values that say the same, in whatever order a group has its fields. */
export function sameAs(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, index) => sameAs(one, b[index]));
  if (!isGroup(a) || !isGroup(b)) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && sameAs(a[name], b[name]));
}

/** A field as lines of YAML. */
export function pairText(key: string, value: unknown, indent: string): string {
  return indented({ [key]: value }, indent);
}

/** An entry of a list as lines of YAML, with its dash. */
export function textOfItem(value: unknown, indent: string): string {
  return indented([value], indent);
}

/** A value in a line, quoted as it was (`type`) or as it has to be; `isFlow` within brackets, where more has to be quoted. */
export function scalarText(value: unknown, type: string | null | undefined, isFlow: boolean): string {
  const document = new Document([value], READING);
  visit(document, (key, node) => {
    if (isCollection(node) && key !== null) node.flow = isFlow;
    if (isScalar(node) && typeof node.value === "string" && (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE))
      node.type = type;
  });
  if (isFlow && isCollection(document.contents)) document.contents.flow = true;
  const text = document.toString(WRITING);
  return isFlow ? text.slice(1, -2) : text.slice(2, -1);
}

function indented(value: unknown, indent: string): string {
  const document = new Document(value, READING);
  visit(document, {
    Seq: (key, node) => {
      // Short lists of ids stand in a line, as people write them.
      if (key !== null && isSeq(node)) node.flow = node.items.every((item) => isScalar(item) && /^[a-z0-9-]+$/.test(String(item.value)));
    },
  });
  return document.toString(WRITING).replace(/^(?=.)/gm, indent);
}
