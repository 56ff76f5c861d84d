import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Document, isMap, isScalar, stringify } from "yaml";
import { listFiles } from "../content/files.ts";
import { jsonSchema } from "../content/schema.ts";
import { siteSchema } from "../content/site.ts";
import { execute, executeIfMain } from "./call.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { readSettings } from "./settings.ts";

/** The only release of the demonstration; where there are others, a city is at work and nothing may be deleted. */
const DEMONSTRATION = /^releases\/2017\/11\/japan-delegation(\.en)?\.md$/;

/** Makes a blank archive out of the demonstration. */
export const command = defineCommand({
  name: "adopt",
  summary: {
    de: "Macht aus der Vorführung ein leeres Archiv für Ihre Stadt",
    en: "Makes a blank archive for your city out of the demonstration",
  },
  about: {
    de: `Löscht die Leipziger Meldung, schreibt site.yml und die Verzeichnisse neu und legt eine erste Meldung als Entwurf an.
Die Seiten (Impressum, Datenschutz, 404) bleiben, die Erklärung zur Barrierefreiheit steht in site.yml;
füllen Sie die Stellen „[Bitte ausfüllen: …]“ aus.`,
    en: `Deletes the release of Leipzig, writes site.yml and the registers anew and a first release as a draft.
The pages (legal notice, privacy, 404) stay, the accessibility statement is in site.yml; fill in each "[Bitte ausfüllen: …]".`,
  },
  settings: ["content", "now"],
  options: {
    name: {
      value: "NAME",
      isNeeded: true,
      help: { de: "Name der Stadt, oben auf jeder Seite", en: "name of the city, at the top of each page" },
    },
    url: {
      value: { de: "ADRESSE", en: "ADDRESS" },
      isNeeded: true,
      help: {
        de: "Adresse, unter der das Archiv stehen wird; endet auf /",
        en: "address at which the archive will be; ends on /",
      },
    },
  },
  exits: { de: "0 angelegt, 1 nichts geändert", en: "0 written, 1 nothing changed" },
  run: empty,
});

/** Empties the demonstration into a blank city; answers with the exit code (0 done, 1 refused, 2 wrong call). */
export function adopt(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return execute(command, args, environment);
}

function empty({ name, url }: { name: string; url: string }, environment: NodeJS.ProcessEnv): number {
  const { content, now } = readSettings(environment);
  const today = new Date(now).toISOString().slice(0, 10);
  const checked = siteSchema.safeParse({ ...exampleSite(today), name, url });
  if (!checked.success) {
    throw new WrongCall("Name oder Adresse ist so nicht möglich (der Name hat 2 bis 60 Zeichen, die Adresse endet auf /).");
  }
  const own = listFiles(content).files.filter((path) => /^(releases|comments)\//.test(path) && !DEMONSTRATION.test(path));
  if (own.length > 0) {
    console.error(`In ${content} liegen schon eigene Meldungen (${own[0]}). Es wird nichts gelöscht.`);
    return 1;
  }
  for (const folder of ["releases", "comments", "registers"]) rmSync(join(content, folder), { recursive: true, force: true });
  const [year, month] = today.split("-");
  const files: Record<string, string> = {
    "site.yml": siteTemplate(name, url, today),
    "registers/departments.yml": register("Ämter und Dezernate", "presseamt", {
      name: "Presseamt",
      contact: { email: checked.data.publisher.contact.email },
    }),
    "registers/topics.yml": register("Themen; broader nennt ein übergeordnetes Thema", "stadtleben", { name: "Stadtleben" }),
    "registers/people.yml": register(
      "Personen; page: true nur für Inhaber öffentlicher Ämter",
      "erika-muster",
      { name: "Erika Muster" },
      true,
    ),
    "registers/places.yml": register("Orte", "rathaus", { name: "Rathaus" }, true),
    [`releases/${year}/${month}/erste-meldung.md`]: firstRelease(`${year}-${month}-01`, name),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const missing = existsSync(join(content, "pages")) ? readdirSync(join(content, "pages")).length === 0 : true;
  const pages = missing
    ? "; Impressum und Datenschutz unter pages/ anlegen"
    : " und hier und in pages/ die Stellen „[Bitte ausfüllen: …]“ ausfüllen";
  console.log(`Das Archiv „${name}“ ist angelegt. So geht es weiter:
  1. ${join(content, "site.yml")} durchsehen${pages}
  2. npm start zeigt die erste Meldung als Entwurf
  3. in ${join(content, `releases/${year}/${month}/erste-meldung.md`)} die Zeile draft: true löschen: dann ist sie öffentlich`);
  return 0;
}

/** What the JSON Schema says of a field. */
interface Described {
  description?: string;
  properties?: Record<string, Described>;
}

/** `site.yml` with every field, its description and an example, from the schema's own words; what is optional is commented out. */
function siteTemplate(name: string, url: string, today: string): string {
  const { properties = {}, required = [] } = jsonSchema(siteSchema) as Described & { required?: string[] };
  const example: Record<string, unknown> = {
    ...exampleSite(today),
    name,
    url,
    issuer: name,
    tagAuthority: `${new URL(url).hostname},2026`,
  };
  const stays = new Set([...required, "issuer", "navigation", "accessibility", "comments", "timeZone"]);
  const fields = Object.entries(properties).map(([key, property]) => {
    const document = new Document({ [key]: example[key] });
    if (isMap(document.contents)) explain(document.contents.get(key), property);
    const written = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
    return `# ${property.description ?? key}\n${stays.has(key) ? written : written.replace(/^/gm, "# ")}\n`;
  });
  return `# Einstellungen des Archivs. Zeilen mit # sind Erklärungen; vor ein Feld gesetzt, schaltet # es aus.\n\n${fields.join("\n")}`;
}

/** Sets above each field of a group what it is. */
function explain(group: unknown, { properties = {} }: Described): void {
  if (!isMap(group)) return;
  for (const { key, value } of group.items) {
    const field = isScalar(key) ? properties[String(key.value)] : undefined;
    if (!isScalar(key) || !field) continue;
    if (field.description !== undefined) key.commentBefore = ` ${field.description}`;
    explain(value, field);
  }
}

/**
 * What stands for settings that the schema's examples would invent: nobody may claim to be assessed, or an enforcement body that is not
 * theirs.
 */
const statement = (today: string) => ({
  law: "[Bitte ausfüllen: Gesetz und Verordnung Ihres Landes; für Stellen des Bundes § 12b BGG und BITV 2.0]",
  status: "unknown",
  prepared: today,
  testedByPrograms: [
    "axe: Verstöße gegen die WCAG 2.2, soweit ein Programm sie erkennt",
    "html-validate: ob jede Seite technisch richtig aufgebaut ist",
  ],
  enforcement: {
    name: "[Bitte ausfüllen: Durchsetzungs- oder Schlichtungsstelle Ihres Landes, mit address, phone, email, url und procedure]",
  },
});

function exampleSite(today: string): Record<string, unknown> {
  const { properties = {} } = jsonSchema(siteSchema) as { properties?: Record<string, { examples?: unknown[] }> };
  const example = Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, property.examples?.[0]]));
  return { ...example, accessibility: statement(today), demonstration: false };
}

function register(what: string, id: string, entry: object, isCommentedOut = false): string {
  const written = stringify({ [id]: entry });
  const entries = isCommentedOut ? written.replace(/^(?=.)/gm, "# ") : written;
  const rule = "Eine Kennung (a-z, 0-9, Bindestrich), darunter eingerückt die Felder. Die Kennung bleibt für immer gleich.";
  return `# ${what}. ${rule}\n\n${entries}`;
}

function firstRelease(date: string, name: string): string {
  const head = stringify(
    {
      title: `${name} hat ein Archiv für Pressemitteilungen`,
      date,
      summary: "Alle Meldungen der Stadt stehen von heute an dauerhaft unter einer festen Adresse.",
      department: "presseamt",
      topics: ["stadtleben"],
      draft: true,
    },
    { lineWidth: 0 },
  );
  return `---
${head}---

Der erste Absatz sagt das Wichtigste. Er steht auf der Seite größer als der übrige Text.

## Eine Zwischenüberschrift beginnt mit zwei Rauten

Hier folgt der Text. Der Dateiname (erste-meldung) wird zur Adresse der Meldung und bleibt für immer.
`;
}

await executeIfMain(import.meta.filename, command);
