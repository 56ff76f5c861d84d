import {
  PLACEHOLDER_EMAIL,
  SCHEMA_VERSION,
  fieldWords,
  jsonSchema,
  placeholder,
  siteSchema
} from "./chunk-4KDI5CBF.js";
import {
  fill
} from "./chunk-PVW3D2DO.js";
import {
  REGISTER_SCHEMAS,
  filesBelow,
  toSlug
} from "./chunk-2MWZRJQY.js";
import {
  SOFTWARE,
  readPackage
} from "./chunk-NQM7L2YM.js";

// src/desk/starter.ts
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

// src/desk/site-template.ts
import { Document, isMap, isScalar } from "yaml";
var WRITTEN = ["schema", "timeZone", "issuer", "navigation", "accessibility", "comments", "tagAuthority"];
function siteTemplate(city) {
  const { properties = {}, required = [] } = jsonSchema(siteSchema);
  const known = settingsOf(city);
  const fields = Object.entries(properties).map(([key, property]) => {
    const document = new Document({ [key]: known[key] ?? property.examples?.[0] });
    if (isMap(document.contents)) explain(document.contents.get(key), property);
    const written = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
    const isOn = required.includes(key) || WRITTEN.includes(key);
    return `# ${property.description ?? key}
${isOn ? written : written.replace(/^/gm, "# ")}
`;
  });
  return `# Einstellungen des Archivs. Zeilen mit # sind Erklärungen; vor ein Feld gesetzt, schaltet # es aus.

${fields.join("\n")}`;
}
function explain(group, { properties = {} }) {
  if (!isMap(group)) return;
  for (const { key, value } of group.items) {
    const field = isScalar(key) ? properties[String(key.value)] : void 0;
    if (!isScalar(key) || !field) continue;
    if (field.description !== void 0) key.commentBefore = ` ${field.description}`;
    explain(value, field);
  }
}
function settingsOf({ name, url, email = PLACEHOLDER_EMAIL, today }) {
  return {
    schema: SCHEMA_VERSION,
    name,
    url,
    issuer: name,
    publisher: {
      name,
      address: placeholder("Straße und Hausnummer, Postleitzahl und Ort"),
      contact: { email },
      responsible: placeholder("Vor- und Nachname mit Anschrift")
    },
    textLicense: { text: placeholder("was für die Texte gilt, zum Beispiel: Texte dürfen mit Nennung der Quelle verwendet werden.") },
    accessibility: {
      law: placeholder("Gesetz und Verordnung Ihres Landes; für Stellen des Bundes § 12b BGG und BITV 2.0"),
      status: "unknown",
      prepared: today,
      testedByPrograms: [
        "axe, bei der Entwicklung der Software: Verstöße gegen die WCAG 2.2, soweit ein Programm sie erkennt",
        "html-validate, bei der Entwicklung der Software: ob jede Seite technisch richtig aufgebaut ist"
      ],
      enforcement: {
        name: placeholder("Durchsetzungs- oder Schlichtungsstelle Ihres Landes, mit address, phone, email, url und procedure")
      }
    },
    comments: { default: "off" },
    tagAuthority: `${new URL(url).hostname},${today.slice(0, 4)}`
  };
}

// src/desk/starter.ts
var STARTER = join(SOFTWARE, "starter");
var SIZES = { large: 1e5, medium: 2e4, small: 0 };
var NOTES = {
  departments: "Ämter und Dezernate, vorgeschlagen nach der Größe der Stadt: Ändern, streichen und ergänzen Sie, was nicht passt.",
  topics: "Themen; broader nennt ein übergeordnetes Thema.",
  people: "Personen; page: true nur für Inhaber öffentlicher Ämter, nur sie bekommen eine eigene Seite.",
  places: "Orte."
};
function starterFiles(city, folder) {
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
    title: JSON.stringify(`${name} hat ein Archiv für Pressemitteilungen`)
  };
  const template = (path) => fill(readFileSync(join(STARTER, path), "utf8"), values);
  const size = Object.entries(SIZES).find(([, least]) => city.inhabitants >= least)?.[0] ?? "small";
  const files = /* @__PURE__ */ new Map();
  for (const path of filesBelow(STARTER))
    if (!path.startsWith("departments/") && path !== FIRST) files.set(path.replace(/^_/, "."), template(path));
  files.set("content/site.yml", `${schemaLine("..", "site")}${siteTemplate(city)}`);
  for (const register of Object.keys(REGISTER_SCHEMAS)) {
    const entries = register === "departments" ? template(`departments/${size}.yml`) : exampleOf(register);
    files.set(
      `content/registers/${register}.yml`,
      `${schemaLine("../..", register)}# ${[NOTES[register] ?? [], RULE].flat().join(" ")}

${entries}`
    );
  }
  files.set(`content/releases/${today.slice(0, 4)}/${today.slice(5, 7)}/erste-meldung.md`, template(FIRST));
  files.set("package.json", packageOf(city, folder, engines.node));
  return files;
}
function layStarter(city, folder) {
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
function takeIn({ file }, folder) {
  if (file === void 0) return;
  const target = join(folder, "software", basename(file));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, readFileSync(file));
}
function dependencyOn(software) {
  if (existsSync(software)) return { spec: `file:software/${basename(software)}`, file: resolve(software) };
  return /^\d+\.\d+\.\d+(-[\w.]+)?$|[:/]/.test(software) ? { spec: software, file: void 0 } : void 0;
}
var FIRST = "content/first-release.md";
var RULE = "Eine Kennung (a-z, 0-9, Bindestrich), darunter eingerückt die Felder. Die Kennung bleibt für immer gleich.";
function schemaLine(root, name) {
  return `# yaml-language-server: $schema=${root}/node_modules/stadtchronik/schema/${name}.json
`;
}
function exampleOf(register) {
  const name = fieldWords(REGISTER_SCHEMAS[register], ["name"]).examples?.[0];
  return `# ${toSlug(String(name))}:
#   name: ${name}
`;
}
function packageOf({ software }, folder, node) {
  const commands = ["start", "check", "build", "upgrade"];
  const manifest = {
    name: toSlug(basename(resolve(folder))) || "archiv",
    private: true,
    scripts: Object.fromEntries(commands.map((command) => [command, `stadtchronik ${command}`])),
    dependencies: { stadtchronik: software.spec },
    engines: { node }
  };
  return `${JSON.stringify(manifest, null, 2)}
`;
}

export {
  layStarter,
  takeIn,
  dependencyOn
};
