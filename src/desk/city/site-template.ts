import { Document, isMap, isScalar } from "yaml";
import { PLACEHOLDER_EMAIL, placeholder } from "../../content/placeholders.ts";
import { jsonSchema } from "../../content/schema.ts";
import { SCHEMA_VERSION } from "../../content/schema-version.ts";
import { siteSchema } from "../../content/site-schema.ts";

/** What is known of a city when its archive is set up; `email` is undefined where nobody said it. `today` is a day, `2026-11-27`. */
export interface City {
  name: string;
  url: string;
  email: string | undefined;
  today: string;
}

/** What the JSON Schema says of a field. */
interface Described {
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Described>;
  required?: string[];
}

/** Settings that a new city gets although it could do without them. */
const WRITTEN = ["schema", "timeZone", "issuer", "navigation", "accessibility", "comments", "tagAuthority"];

/**
 * `site.yml` of a new city: every setting with what it is. What is needed and not known is a placeholder, what is optional is commented
 * out, with the schema's example.
 */
export function siteTemplate(city: City): string {
  const { properties = {}, required = [] } = jsonSchema(siteSchema) as Described;
  const known = settingsOf(city);
  const fields = Object.entries(properties).map(([key, property]) => {
    const document = new Document({ [key]: known[key] ?? property.examples?.[0] });
    if (isMap(document.contents)) explain(document.contents.get(key), property);
    const written = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
    const isOn = required.includes(key) || WRITTEN.includes(key);
    return `# ${property.description ?? key}\n${isOn ? written : written.replace(/^/gm, "# ")}\n`;
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

/** What a new city's settings say; nobody may claim to be assessed, or an enforcement body that is not theirs. */
function settingsOf({ name, url, email = PLACEHOLDER_EMAIL, today }: City): Record<string, unknown> {
  return {
    schema: SCHEMA_VERSION,
    name,
    url,
    issuer: name,
    publisher: {
      name,
      address: placeholder("Straße und Hausnummer, Postleitzahl und Ort"),
      contact: { email },
      responsible: placeholder("Vor- und Nachname mit Anschrift"),
    },
    textLicense: { text: placeholder("was für die Texte gilt, zum Beispiel: Texte dürfen mit Nennung der Quelle verwendet werden.") },
    accessibility: {
      law: placeholder("Gesetz und Verordnung Ihres Landes; für Stellen des Bundes § 12b BGG und BITV 2.0"),
      status: "unknown",
      prepared: today,
      testedByPrograms: [
        "axe, bei der Entwicklung der Software: Verstöße gegen die WCAG 2.2, soweit ein Programm sie erkennt",
        "html-validate, bei der Entwicklung der Software: ob jede Seite technisch richtig aufgebaut ist",
      ],
      enforcement: {
        name: placeholder("Durchsetzungs- oder Schlichtungsstelle Ihres Landes, mit address, phone, email, url und procedure"),
      },
    },
    comments: { default: "off" },
    tagAuthority: `${new URL(url).hostname},${today.slice(0, 4)}`,
  };
}
