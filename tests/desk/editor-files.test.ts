import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse } from "yaml";
import { execute } from "../../src/commands/call.ts";
import { command } from "../../src/commands/schema.ts";
import { starterFiles } from "../../src/desk/city/starter.ts";
import { editorFiles, layEditorFiles } from "../../src/desk/schema/editor-files.ts";
import { call, filesBelow, layFiles, makeFolder, ROOT, TOWNS } from "../fixture.ts";
import { openYamlEditor, type YamlEditor } from "./yaml-editor.ts";

const SETTINGS = ".vscode/settings.json";
const EXTENSIONS = ".vscode/extensions.json";
const SNIPPETS = ".vscode/stadtchronik.code-snippets";

/** Calls `schema` in a city's folder. */
const schemaIn = (folder: string) =>
  call((args) => {
    process.chdir(folder);
    return Promise.resolve(execute(command, args, {})).finally(() => process.chdir(ROOT));
  }, []);

/** The files of `.vscode` in a folder, as text. */
const textsIn = (folder: string) => Object.fromEntries([...filesBelow(folder)].map(([path, bytes]) => [path, bytes.toString()]));

describe("a text editor in a city's folder", () => {
  const city = makeFolder();
  let editor: YamlEditor;

  before(async () => {
    layEditorFiles(city);
    cpSync(join(ROOT, TOWNS.musterstadt), join(city, "content"), { recursive: true });
    mkdirSync(join(city, "node_modules"));
    symlinkSync(ROOT, join(city, "node_modules/stadtchronik"));
    editor = await openYamlEditor(city);
  });
  after(() => editor.close());

  test("completes the name of a setting and says in German what it is", async () => {
    const offered = await editor.complete("content/site.yml", "name: Stadt Probestadt\ntag|");
    const tagline = offered.find(({ label }) => label === "tagline");
    assert.match(tagline?.documentation ?? "", /Zeile unter dem Namen/);
    assert.match(await editor.hover("content/site.yml", "time|Zone: Europe/Berlin\n"), /Zeitzone der Stadt.*Europe\/Berlin/s);
  });

  test("completes a department's field, and says which values a setting may have", async () => {
    const labels = async (path: string, marked: string) => (await editor.complete(path, marked)).map(({ label }) => label);
    assert.ok((await labels("content/registers/departments.yml", "presseamt:\n  name: Presseamt\n  form|")).includes("formerNames"));
    assert.ok((await labels("content/site.yml", "comments:\n  default: |")).includes("closed"));
    assert.ok((await labels("content/registers/people.yml", "erika-muster:\n  name: Erika Muster\n  pa|")).includes("page"));
  });

  test("reports a field that is not there, at its line, and a value that cannot be", async () => {
    const problems = await editor.problems("content/registers/departments.yml", "presseamt:\n  name: Presseamt\n  telefon: 0341 123\n");
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3],
    );
    assert.match(problems[0]?.message ?? "", /telefon/);
    const [wrong] = await editor.problems("content/registers/places.yml", "markt:\n  name: Markt\n  country: Deutschland\n");
    assert.equal(wrong?.line, 3);
  });

  test("finds nothing wrong with a town that has every kind of entry, numbers and years included", async () => {
    const paths = ["site.yml", ...["departments", "topics", "people", "places"].map((name) => `registers/${name}.yml`)];
    for (const path of paths) {
      const text = readFileSync(join(city, "content", path), "utf8");
      assert.deepEqual(await editor.problems(`content/${path}`, text), [], path);
    }
    assert.deepEqual(await editor.problems("content/registers/people.yml", "a:\n  name: A\n  roles: [{title: Rat, from: 2012}]\n"), []);
  });

  test("finds nothing wrong with what a new city begins with", async () => {
    const answers = { name: "Stadt Probestadt", url: "https://probestadt.example/", email: undefined, today: "2026-12-15", inhabitants: 0 };
    const files = starterFiles({ ...answers, software: { spec: "0.2.0", file: undefined } }, city);
    for (const [path, text] of files)
      if (path.startsWith("content/") && path.endsWith(".yml")) assert.deepEqual(await editor.problems(path, text), [], path);
  });
});

describe("the building blocks for heads", () => {
  const snippets = Object.values(parse((editorFiles().get(SNIPPETS) ?? "").replace(/^\/\/.*\n/, "")) as Record<string, Snippet>);

  test("offer a whole head as a draft, and every field of a release by its name, with what it is in German", () => {
    const { properties } = JSON.parse(readFileSync(join(ROOT, "schema/release.json"), "utf8")) as { properties: Record<string, Snippet> };
    for (const [name, { description }] of Object.entries(properties)) {
      const field = snippets.find(({ prefix }) => prefix === name);
      assert.equal(field?.description, description);
    }
    assert.match(
      snippets.find(({ prefix }) => prefix === "meldung")?.body.join("\n") ?? "",
      /^---\ntitle: .*\n(?:.*\n)*draft: true\n---\n/,
    );
  });

  test("are YAML as soon as their gaps are filled with what they show", () => {
    for (const { prefix, body } of snippets) {
      const filled = body
        .join("\n")
        .replace(/^---\n|\n---\n[\s\S]*$/g, "")
        .replace(/\$\{1\|([^,|]+)[^|]*\|\}/g, "$1")
        .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, "$1")
        .replace(/\\(.)/g, "$1");
      assert.ok(prefix === "meldung" || prefix in (parse(filled) as object), filled);
    }
  });
});

interface Snippet {
  prefix: string;
  description: string;
  body: string[];
}

describe("schema in a city's folder", () => {
  test("writes what is missing, says so, and says the next time that nothing is to be done", async () => {
    const folder = makeFolder();
    const [first, second] = [await schemaIn(folder), await schemaIn(folder)];
    assert.equal(first.stdout, [SETTINGS, EXTENSIONS, SNIPPETS].map((path) => `${path} geschrieben.\n`).join(""));
    assert.equal(second.stdout, [SETTINGS, EXTENSIONS, SNIPPETS].map((path) => `${path} ist auf dem Stand.\n`).join(""));
    assert.deepEqual([first.code, second.code], [0, 0]);
    assert.deepEqual(textsIn(folder), Object.fromEntries([...editorFiles()].sort(([a], [b]) => (a < b ? -1 : 1))));
  });

  test("leaves what a person wrote there, comments included, and adds only what is missing", async () => {
    const folder = makeFolder();
    const mine = '{\n  // unsere Schrift\n  "editor.fontSize": 16,\n  "yaml.schemas": {\n    "./eigenes.json": "eigenes.yml",\n  },\n}\n';
    layFiles(folder, { [SETTINGS]: mine, [EXTENSIONS]: '{"recommendations": ["streetsidesoftware.code-spell-checker"]}\n' });
    const { code, stdout } = await schemaIn(folder);
    assert.equal(code, 0);
    assert.match(stdout, /settings\.json ergänzt\.\n.*extensions\.json ergänzt\./);
    const texts = textsIn(folder);
    for (const line of mine.split("\n").filter((line) => /\w/.test(line)))
      assert.ok(texts[SETTINGS]?.includes(line.replace(/,$/, "")), line);
    assert.match(texts[SETTINGS] ?? "", /node_modules\/stadtchronik\/schema\/site\.json": "content\/site\.yml"/);
    assert.match(texts[EXTENSIONS] ?? "", /spell-checker", ?\s*"redhat\.vscode-yaml"/);
    assert.match((await schemaIn(folder)).stdout, /settings\.json ist auf dem Stand/);
  });

  test("changes no settings that it cannot read, and says what to add by hand; own building blocks stay", async () => {
    const folder = makeFolder();
    layFiles(folder, { [SETTINGS]: '{"editor.fontSize": \n', [SNIPPETS]: "{}\n" });
    const { code, stdout, stderr } = await schemaIn(folder);
    assert.equal(code, 1);
    assert.match(stderr, /settings\.json lässt sich nicht ergänzen\. Fügen Sie von Hand hinzu[\s\S]*"yaml\.schemas"/);
    assert.match(stdout, /stadtchronik\.code-snippets ist von Ihnen und bleibt/);
    const texts = textsIn(folder);
    assert.deepEqual([texts[SETTINGS], texts[SNIPPETS]], ['{"editor.fontSize": \n', "{}\n"]);
  });

  test("renews the building blocks of an older version", async () => {
    const folder = makeFolder();
    await schemaIn(folder);
    const file = join(folder, SNIPPETS);
    const [own = ""] = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, `${own}\n{}\n`);
    assert.match((await schemaIn(folder)).stdout, /code-snippets geschrieben/);
    assert.equal(readFileSync(file, "utf8"), editorFiles().get(SNIPPETS));
  });
});
