import type { RegisterName } from "../register-schema.ts";
import { findMeant, suggestEntry } from "../register-search.ts";
import type { Entry, Registers } from "../registers.ts";
import type { Explain } from "../shape.ts";
import { quoted, toYaml } from "../violations.ts";
import { REGISTER_FIELDS } from "./schema.ts";

/** The register to whose ids the field at a path belongs; undefined for other fields. */
function registerOf(path: readonly PropertyKey[]): RegisterName | undefined {
  const [field, index, inner] = path.map(String);
  if (field === "department" && path.length === 1) return "departments";
  if (field !== undefined && Object.hasOwn(REGISTER_FIELDS, field)) return REGISTER_FIELDS[field as keyof typeof REGISTER_FIELDS];
  if (field === "people" && (index === undefined || inner === undefined || inner === "id")) return "people";
  return field === "events" && inner === "place" ? "places" : undefined;
}

/** Explains what is wrong with a field that names register entries by the city's own ids: a name is led to the id of its entry. */
export function explainReferences(registers: Registers): Explain {
  return (path, value) => {
    const name = registerOf(path);
    if (name === undefined) return undefined;
    const entries: ReadonlyMap<string, Entry> = registers[name];
    const field = String(path.findLast((part) => typeof part === "string"));
    const isList = path.length === 1 && field !== "department";
    if (typeof value === "string" && !isList) {
      const message = `${quoted(value)} ist keine Kennung aus registers/${name}.yml.`;
      return { id: "entry-unknown", message, remedy: suggestEntry(value, entries, `registers/${name}.yml`) };
    }
    if (typeof value === "string") {
      const items = value.split(/\s*[,;]\s*/).filter((item) => item !== "");
      const ids = items.flatMap((item) => findMeant(item, entries) ?? []);
      if (ids.length === 0) return undefined;
      const unknown = items.filter((item) => findMeant(item, entries) === undefined);
      const rest = unknown.length > 0 ? ` ${unknown.map(quoted).join(", ")} kennt registers/${name}.yml nicht.` : "";
      return {
        id: "value-wrong-kind",
        message: `„${field}“ muss eine Liste sein, hier steht ${quoted(value)}.${rest}`,
        remedy: `Schreiben Sie: ${field}: ${toYaml(ids)}`,
      };
    }
    const [first] = entries.keys();
    if (value !== undefined || first === undefined) return undefined;
    return {
      id: "field-missing",
      message: `Das Feld „${field}“ fehlt; es nennt Kennungen aus registers/${name}.yml.`,
      remedy: `Schreiben Sie zum Beispiel: ${field}: ${isList ? toYaml([first]) : first}`,
    };
  };
}
