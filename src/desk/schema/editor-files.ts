import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits, modify, type ParseError, parse } from "jsonc-parser";
import { Document } from "yaml";
import { writeWhole } from "../../disk/whole-file.ts";
import { editorSchema, type SchemaNode, yamlFiles } from "./content-schemas.ts";

/** What became of a file that helps text editors; `missing` is what a person has to add by hand, where the file could not be read. */
export interface LaidFile {
  path: string;
  outcome: "written" | "completed" | "current" | "foreign";
  missing?: string;
}

/** Text editors that know VS Code's files find the schemas in the installed software: none is copied, so none is ever that of yesterday. */
const SCHEMAS = "./node_modules/stadtchronik/schema";

/** Which files of a city help VS Code, and what they have to say; a person may say more in each. */
const SETTINGS = ".vscode/settings.json";
const EXTENSIONS = ".vscode/extensions.json";
const SNIPPETS = ".vscode/stadtchronik.code-snippets";

/** By its first line the software knows its own file again. */
const OWN = "// Diese Datei schreibt „npm run schema“ neu; eigene Bausteine gehören in eine andere Datei daneben.\n";

/** The files by which VS Code completes and checks content, by their path in a city's folder. */
export function editorFiles(): Map<string, string> {
  return new Map([
    [SETTINGS, asJson({ "yaml.schemas": schemaPaths() })],
    [EXTENSIONS, asJson({ recommendations: ["redhat.vscode-yaml"] })],
    [SNIPPETS, OWN + asJson(snippets())],
  ]);
}

/** Lays the files into a city's folder. What a person wrote there stays: a setting that is missing is added, none is changed. */
export function layEditorFiles(folder: string): LaidFile[] {
  return [...editorFiles()].map(([path, fresh]) => {
    const file = join(folder, path);
    if (!existsSync(file)) {
      writeWhole(file, fresh);
      return { path, outcome: "written" };
    }
    const present = readFileSync(file, "utf8");
    const completed = path === SNIPPETS ? (present.startsWith(OWN) ? fresh : undefined) : complete(present, path);
    if (completed === undefined) return { path, outcome: "foreign", ...(path === SNIPPETS ? {} : { missing: fresh }) };
    if (completed === present) return { path, outcome: "current" };
    writeWhole(file, completed);
    return { path, outcome: path === SNIPPETS ? "written" : "completed" };
  });
}

/** A settings file with what it lacks, comments and order as they were; undefined where it cannot be read. */
function complete(present: string, path: string): string | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(present, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isGroup(value)) return undefined;
  const formattingOptions = { tabSize: 2, insertSpaces: true, eol: present.includes("\r\n") ? "\r\n" : "\n" };
  const add = (text: string, [where, content]: [(string | number)[], unknown]) =>
    applyEdits(text, modify(text, where, content, { formattingOptions, isArrayInsertion: typeof where.at(-1) === "number" }));
  if (path === EXTENSIONS) {
    const { recommendations = [] } = value;
    if (!Array.isArray(recommendations)) return undefined;
    if (recommendations.some((one) => String(one).toLowerCase() === "redhat.vscode-yaml")) return present;
    return add(present, [["recommendations", recommendations.length], "redhat.vscode-yaml"]);
  }
  const schemas = value["yaml.schemas"] ?? {};
  if (!isGroup(schemas)) return undefined;
  const lacking = Object.entries(schemaPaths()).filter(([schema]) => !(schema in schemas));
  return lacking.map(([schema, files]): [string[], string] => [["yaml.schemas", schema], files]).reduce(add, present);
}

function schemaPaths(): Record<string, string> {
  return Object.fromEntries(yamlFiles().map(([name, path]) => [`${SCHEMAS}/${name}.json`, `content/${path}`]));
}

/** A building block of text as VS Code offers it by the beginning of its word. */
interface Snippet {
  scope: string;
  prefix: string;
  description: string;
  body: string[];
}

/**
 * The heads of Markdown files, which no editor completes by a schema, as building blocks: a whole head, and each field by its name. In a
 * head with Ctrl and space.
 */
function snippets(): Record<string, Snippet> {
  const { title, department, topics } = propertiesOf("release");
  const head = [
    "---",
    `title: ${gap(1, title)}`,
    "date: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE",
    `department: ${gap(2, department)}`,
    `topics: [${gap(3, topics)}]`,
    "draft: true",
    "---",
    "",
    "$0",
  ];
  const fields = Object.entries({ ...propertiesOf("version"), ...propertiesOf("release") }).map(([name, field]): [string, Snippet] => [
    `Feld ${name}`,
    { scope: "markdown", prefix: name, description: field.description ?? name, body: fieldBody(name, field) },
  ]);
  const whole = { scope: "markdown", prefix: "meldung", description: "Kopf einer neuen Meldung, als Entwurf", body: head };
  return { "Kopf einer Meldung": whole, ...Object.fromEntries(fields) };
}

/** A field as it is written, with its example; where there is a choice, VS Code offers it. */
function fieldBody(name: string, field: SchemaNode): string[] {
  if (field.enum) return [`${name}: \${1|${field.enum.join(",")}|}`];
  const [example] = field.examples ?? [];
  if (typeof example === "string") return [`${name}: ${gap(1, field)}`];
  return escaped(new Document({ [name]: example }).toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()).split("\n");
}

/** A place in a building block to be overwritten, with the field's example in it. */
function gap(index: number, field: SchemaNode | undefined): string {
  const [example] = (field?.examples ?? []).flat();
  return `\${${index}:${escaped(new Document(example).toString({ lineWidth: 0 }).trimEnd())}}`;
}

/** A text in which nothing has a meaning for VS Code's building blocks. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function propertiesOf(name: string): Record<string, SchemaNode> {
  return editorSchema(name).properties ?? {};
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
