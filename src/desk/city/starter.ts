import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { PLACEHOLDER_EMAIL } from "../../content/placeholders.ts";
import { REGISTER_SCHEMAS, type RegisterName } from "../../content/register-schema.ts";
import { fieldWords } from "../../content/schema.ts";
import { toSlug } from "../../content/slugs.ts";
import { filesBelow } from "../../layouts.ts";
import { fill } from "../../messages.ts";
import { readPackage, SOFTWARE } from "../../software.ts";
import { editorFiles } from "../schema/editor-files.ts";
import { type City, siteTemplate } from "./site-template.ts";

/** A city to be set up: `inhabitants` decides which departments are proposed; `software` is the dependency that it gets. */
export interface NewCity extends City {
  inhabitants: number;
  software: Dependency;
}

/** What a city's `package.json` depends on: a version, an address, or a packed file that is taken into the city's folder. */
export interface Dependency {
  spec: string;
  /** The packed file, where it is one. */
  file: string | undefined;
}

/** A file lies in the city's folder under another name: npm would leave out what is called `.gitignore`. */
const STARTER = join(SOFTWARE, "starter");

/** The commands that a city has as scripts: all of its own but the one that set it up. */
export const SCRIPTS = ["start", "new", "check", "correct", "build", "import", "mail", "upgrade", "schema", "publish", "verify"];

/** From so many inhabitants on a town has the departments of the next size (BBSR: Kleinstadt, Mittelstadt, Großstadt). */
const SIZES = { large: 100_000, medium: 20_000, small: 0 } as const;

/** What is to be known of a register that begins. */
const NOTES: Partial<Record<RegisterName, string>> = {
  departments: "Ämter und Dezernate, vorgeschlagen nach der Größe der Stadt: Ändern, streichen und ergänzen Sie, was nicht passt.",
  topics: "Themen; broader nennt ein übergeordnetes Thema.",
  people: "Personen; page: true nur für Inhaber öffentlicher Ämter, nur sie bekommen eine eigene Seite.",
  places: "Orte.",
};

/** The files of a new city by their path in its folder; none of them is in another's words but the city's own. */
export function starterFiles(city: NewCity, folder: string): Map<string, string> {
  const { name, url, email = PLACEHOLDER_EMAIL, today } = city;
  const { version, engines } = readPackage();
  const values = {
    name,
    url,
    email,
    version,
    date: today,
    node: engines.node.replace(/^>=/, ""),
    // A string of JSON is one of YAML.
    title: JSON.stringify(`${name} hat ein Archiv für Pressemitteilungen`),
  };
  const template = (path: string) => fill(readFileSync(join(STARTER, path), "utf8"), values);
  const size = Object.entries(SIZES).find(([, least]) => city.inhabitants >= least)?.[0] ?? "small";
  const files = new Map<string, string>();
  for (const path of filesBelow(STARTER))
    if (!path.startsWith("departments/") && path !== FIRST) files.set(path.replace(/^_/, "."), template(path));
  files.set("content/site.yml", `${schemaLine("..", "site")}${siteTemplate(city)}`);
  for (const register of Object.keys(REGISTER_SCHEMAS) as RegisterName[]) {
    const entries = register === "departments" ? template(`departments/${size}.yml`) : exampleOf(register);
    files.set(
      `content/registers/${register}.yml`,
      `${schemaLine("../..", register)}# ${[NOTES[register] ?? [], RULE].flat().join(" ")}\n\n${entries}`,
    );
  }
  files.set(`content/releases/${today.slice(0, 4)}/${today.slice(5, 7)}/erste-meldung.md`, template(FIRST));
  for (const [path, text] of editorFiles()) files.set(path, text);
  files.set("package.json", packageOf(city, folder, engines.node));
  return files;
}

/** Writes the files of a new city into a folder, which may hold others; answers with those that are there already, and then writes none. */
export function layStarter(city: NewCity, folder: string): string[] {
  const files = starterFiles(city, folder);
  const present = [...files.keys()].filter((path) => existsSync(join(folder, path)));
  if (present.length > 0) return present;
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  takeIn(city.software, folder);
  return [];
}

/** Copies a packed program into the city's folder, so that the repository is all that an archive needs. */
export function takeIn({ file }: Dependency, folder: string): void {
  if (file === undefined) return;
  const target = join(folder, "software", basename(file));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, readFileSync(file));
}

/** The dependency that a file, a version or another of npm's specifications means; undefined where it leaves open which version it is. */
export function dependencyOn(software: string): Dependency | undefined {
  if (existsSync(software)) return { spec: `file:software/${basename(software)}`, file: resolve(software) };
  return /^\d+\.\d+\.\d+(-[\w.]+)?$|[:/]/.test(software) ? { spec: software, file: undefined } : undefined;
}

const FIRST = "content/first-release.md";
const RULE = "Eine Kennung (a-z, 0-9, Bindestrich), darunter eingerückt die Felder. Die Kennung bleibt für immer gleich.";

/** By this line editors complete and check YAML (yaml-language-server). */
function schemaLine(root: string, name: string): string {
  return `# yaml-language-server: $schema=${root}/node_modules/stadtchronik/schema/${name}.json\n`;
}

/** An empty register: an entry as an example, commented out. */
function exampleOf(register: RegisterName): string {
  const name = fieldWords(REGISTER_SCHEMAS[register], ["name"]).examples?.[0];
  return `# ${toSlug(String(name))}:\n#   name: ${name}\n`;
}

function packageOf({ software }: NewCity, folder: string, node: string): string {
  const manifest = {
    name: toSlug(basename(resolve(folder))) || "archiv",
    private: true,
    scripts: Object.fromEntries(SCRIPTS.map((command) => [command, `stadtchronik ${command}`])),
    dependencies: { stadtchronik: software.spec },
    engines: { node },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
