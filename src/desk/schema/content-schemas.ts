import { commentSchema } from "../../archive/comments.ts";
import { describeSchema } from "../../content/field-reference.ts";
import { pageSchema } from "../../content/plain-page.ts";
import { REGISTER_SCHEMAS } from "../../content/register-schema.ts";
import { editionSchema, releaseSchema, versionSchema } from "../../content/release/schema.ts";
import { jsonSchema, type Schema } from "../../content/schema.ts";
import { siteSchema } from "../../content/site-schema.ts";

/** A kind of content file: how `docs/fields.md` calls it, what it may hold, and where such files lie, if they are YAML as a whole. */
interface Kind {
  heading: string;
  schema: Schema;
  files?: string;
  /** The schema is that of each entry under its id. */
  isRegister?: boolean;
}

/** The parts of a JSON Schema that are looked at here. */
export interface SchemaNode {
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  properties?: Record<string, SchemaNode>;
  [key: string]: unknown;
}

/** Every kind of content file by its name, in the order of the reference: whatever is written of fields is made of this table alone. */
const KINDS: Readonly<Record<string, Kind>> = {
  release: { heading: "Meldung: `releases/JJJJ/MM/name.md`", schema: releaseSchema },
  version: { heading: "Sprachfassung: `releases/JJJJ/MM/name.en.md`, `name.de-simple.md`", schema: versionSchema },
  edition: { heading: "Alte Fassung: `releases/JJJJ/MM/name/fassung-1.md`", schema: editionSchema },
  comment: { heading: "Kommentar: `comments/JJJJ/MM/name/01-kommentar.md`", schema: commentSchema },
  page: { heading: "Seite: `pages/name.md`, `name.en.md`, `name.de-simple.md`", schema: pageSchema },
  ...Object.fromEntries(
    Object.entries(REGISTER_SCHEMAS).map(([name, schema]): [string, Kind] => {
      const files = `registers/${name}.yml`;
      return [name, { heading: `Eintrag in \`${files}\` unter seiner Kennung`, schema, files, isRegister: true }];
    }),
  ),
  site: { heading: "Einstellungen: `site.yml`", schema: siteSchema, files: "site.yml" },
};

const INTRODUCTION = `# Felder

Alle Felder, die Redaktionen schreiben können. Diese Seite ist aus den Schemas des Programms erzeugt; wer ein Schema ändert,
schreibt sie neu mit \`npm run schema\`. Was die Felder bewirken, steht in [content-model.md](content-model.md).

Felder einer Gruppe heißen hier \`gruppe.feld\`, Felder der Einträge einer Liste \`liste[].feld\`; „Pflicht“ gilt innerhalb
ihrer Gruppe. Ein Datum ist \`2017-11-14\` oder \`2017-11-14T09:00\`; wo nicht mehr bekannt ist, oft auch \`2017-11\` oder \`2017\`.`;

/** What is made of the schemas, by its path in the repository: a JSON Schema for each kind of content file, and the reference of fields. */
export function schemaFiles(): Map<string, string> {
  const sections = Object.values(KINDS).map(({ heading, schema }) => `## ${heading}\n\n${describeSchema(schema)}`);
  return new Map([
    ...Object.keys(KINDS).map((name) => [`schema/${name}.json`, `${JSON.stringify(editorSchema(name), null, 2)}\n`] as const),
    ["docs/fields.md", `${[INTRODUCTION, ...sections].join("\n\n")}\n`],
  ]);
}

/** Which content files are YAML as a whole, by the names of their schemas; each from the content folder on. */
export function yamlFiles(): [name: string, path: string][] {
  return Object.entries(KINDS).flatMap(([name, { files }]) => (files === undefined ? [] : [[name, files]]));
}

/** What may stand in a kind of content file, as text editors complete and check it. */
export function editorSchema(name: string): SchemaNode {
  const { schema, heading, isRegister } = KINDS[name] as Kind;
  const { $schema, ...fields } = loosen(jsonSchema(schema) as SchemaNode);
  const title = heading.replaceAll("`", "");
  return { $schema, title, ...(isRegister ? { type: "object", additionalProperties: fields } : fields) };
}

/**
 * A JSON Schema for editors that read YAML otherwise than we do: what is text to us may look like a number to them (`until: 2012`), and the
 * example of a truth value is one.
 */
function loosen(node: SchemaNode): SchemaNode {
  const isText = node.type === "string" && node.enum === undefined && node.const === undefined;
  const inner = Object.entries(node).map(([key, value]): [string, unknown] => {
    if (key === "type" && isText) return [key, ["string", "number"]];
    if (key === "examples" && node.type === "boolean") return [key, (value as unknown[]).map((example) => example === "true")];
    if (key === "properties")
      return [key, Object.fromEntries(Object.entries(value as object).map(([name, property]) => [name, loosen(property)]))];
    if (Array.isArray(value) && /^(anyOf|allOf|oneOf)$/.test(key)) return [key, value.map(loosen)];
    if ((key === "items" || key === "additionalProperties") && typeof value === "object") return [key, loosen(value as SchemaNode)];
    return [key, value];
  });
  return Object.fromEntries(inner);
}
