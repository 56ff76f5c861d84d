import { parseDocument } from "yaml";
import { isEmpty, withoutEmpty } from "../../../content/empty-fields.ts";
import { isGroup, READING, type Said } from "./yaml-text.ts";

/** Under this name the form keeps a file as it was, beside its fields: what it does not show is in it. */
export const FILE = "_file";

/** Switches of which `false` says nothing. */
const SWITCHES = ["draft", "page", "signLanguage"];

/** The form trims every text that it holds; these marks stand around a file, so that it comes back whole. */
export function guard(file: string): string {
  return `<${file}>`;
}

/** A file out of the marks around it; undefined for what is new. */
export function unguard(kept: unknown): string | undefined {
  return typeof kept === "string" ? kept.slice(1, -1) : undefined;
}

/** The fields that YAML says; throws where it cannot be read. */
export function fieldsOf(source: string): Said {
  const document = parseDocument(source, READING);
  if (document.errors[0]) throw document.errors[0];
  const fields: unknown = document.toJS() ?? {};
  if (!isGroup(fields)) throw new Error("Hier stehen keine Felder der Form „name: Wert“.");
  return fields;
}

/**
 * What fields say, in the one form in which two states are compared: nothing empty, texts in one line without spaces around, switches only
 * where they are on. The entries of what a file says (`isFile`) keep their places in lists.
 */
export function settle(fields: Said, isFile: boolean): Said {
  return withoutEmpty(settleValue(fields, isFile) as Said);
}

function settleValue(value: unknown, isFile: boolean): unknown {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value.replace(/ *[\n\t][\n\t ]*/g, " ").trim();
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => settleValue(one, isFile));
    return isFile ? items : items.filter((one) => !isEmpty(isGroup(one) ? withoutEmpty(one) : one));
  }
  if (!isGroup(value)) return value;
  const said = Object.entries(value).filter(([name, one]) => !(one === false && SWITCHES.includes(name)));
  return Object.fromEntries(said.map(([name, one]) => [name, settleValue(one, isFile)]));
}
