import { z } from "zod";

/** Schemas describe fields in German for editors: `description` says what a field is, `examples` how it is written. */
export type Schema = z.ZodType;

/** What a field is, and examples of how it is written. */
export interface FieldWords {
  description?: string;
  examples?: unknown[];
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

/** A node of a JSON Schema and, where it allows alternatives, these as well. */
function branches(node: JsonSchema): JsonSchema[] {
  const inner = [...((node.anyOf as JsonSchema[]) ?? []), ...((node.allOf as JsonSchema[]) ?? []), ...((node.oneOf as JsonSchema[]) ?? [])];
  return [node, ...inner.flatMap(branches)];
}

/** The nodes of a schema that describe the value at a path. */
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

/** The fields that a group at a path may have. */
export function knownKeys(schema: Schema, path: readonly PropertyKey[]): string[] {
  return nodesAt(schema, path).flatMap((node) => Object.keys((node.properties as object | undefined) ?? {}));
}

/** The words of the field at a path, or of the nearest group around it that has any. */
export function fieldWords(schema: Schema, path: readonly PropertyKey[]): FieldWords {
  for (let length = path.length; length > 0; length--) {
    const found = nodesAt(schema, path.slice(0, length)).find((node) => node.description !== undefined);
    if (found) return found as FieldWords;
  }
  return {};
}
