import {
  calendarDate,
  contactSchema,
  emailAddress,
  isRefusal,
  isTimeZone,
  languageTag,
  layoutFiles,
  parseDate,
  phoneNumber,
  text,
  toContact,
  toSlug,
  webAddress
} from "./chunk-2MWZRJQY.js";
import {
  checkLogo,
  pictureSize,
  readContent
} from "./chunk-2GZW4RHB.js";
import {
  error,
  hint,
  nearest,
  positionAt
} from "./chunk-6KULUY2B.js";

// src/content/site.ts
import { z as z5 } from "zod";

// src/content/schema-version.ts
var SCHEMA_VERSION = 1;
function otherVersion({ schema = "1" }, path, locate) {
  if (typeof schema !== "string" || !/^[1-9]\d{0,3}$/.test(schema) || Number(schema) === SCHEMA_VERSION) return void 0;
  const message = `Die Inhalte haben den Stand ${schema}, diese Fassung der Software kennt den Stand ${SCHEMA_VERSION}.`;
  const isOld = Number(schema) < SCHEMA_VERSION;
  const remedy = isOld ? "npm run upgrade bringt sie auf den neuen Stand." : "Installieren Sie die Fassung, die in package.json steht: npm ci";
  return error(path, locate(["schema"]), message, remedy);
}

// src/content/empty-fields.ts
function withoutEmpty(data) {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const settled = settle(value);
      return settled === void 0 ? [] : [[key, settled]];
    })
  );
}
function settle(value) {
  if (isEmpty(value)) return void 0;
  if (Array.isArray(value)) {
    const items = value.map(settle);
    return items.every((item) => item === void 0) ? void 0 : items.map((item, index) => item ?? value[index]);
  }
  if (typeof value !== "object") return value;
  const group = withoutEmpty(value);
  return isEmpty(group) ? void 0 : group;
}
function isEmpty(value) {
  if (value === null || value === void 0) return true;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.keys(value).length === 0;
}

// src/content/field-names.ts
var NAMES = {
  title: "titel ueberschrift headline schlagzeile betreff",
  date: "datum tag beginn anfang start von am erscheint erscheint-am veroeffentlicht veroeffentlichung veroeffentlichungsdatum publishdate pubdate published",
  summary: "zusammenfassung kurztext kurzfassung teaser anriss vorspann abstract excerpt lead untertitel beschreibung description",
  department: "amt dezernat referat abteilung behoerde herausgeber ressort stelle fachbereich office",
  with: "mit beteiligt beteiligte beteiligte-aemter aemter departments",
  topics: "themen thema schlagworte schlagwoerter stichworte rubrik rubriken kategorie kategorien tags categories category topic",
  kind: "art typ type",
  people: "personen person leute genannte beteiligte-personen",
  places: "orte ort stadtteil stadtteile standort place",
  place: "ort wo standort location places",
  events: "termine termin veranstaltung veranstaltungen event",
  number: "nummer nr lfd-nr laufende-nummer aktenzeichen meldungsnummer no",
  contact: "kontakt ansprechpartner ansprechpartnerin ansprechperson rueckfragen pressekontakt",
  phone: "telefon telefonnummer tel fon telephone",
  email: "mail e-mail emailadresse e-mail-adresse mailadresse",
  images: "bilder bild fotos foto image pictures photos",
  attachments: "anlagen anlage anhang anhaenge dateien downloads download",
  file: "datei dateiname bilddatei",
  alt: "alternativtext alttext bildbeschreibung beschreibung",
  caption: "bildunterschrift unterschrift bildtext",
  credit: "bildnachweis nachweis fotograf fotografin urheber quelle copyright bildrechte foto",
  license: "lizenz rechte licence",
  accessible: "barrierefrei zugaenglich",
  draft: "entwurf unveroeffentlicht",
  embargo: "sperrfrist sperre gesperrt-bis frei-ab",
  pinnedUntil: "angepinnt angeheftet oben-bis anheften-bis wichtig-bis eilmeldung",
  corrections: "berichtigungen berichtigung korrekturen korrektur aenderungen",
  note: "hinweis notiz anmerkung text bemerkung",
  withdrawn: "zurueckgezogen ruecknahme widerruf",
  reason: "grund begruendung",
  hide: "verbergen ausblenden",
  comments: "kommentare kommentar",
  aliases: "weiterleitungen weiterleitung alte-adressen alte-adresse fruehere-adressen alias redirect-from",
  source: "quelle fundstelle herkunft",
  reconstructed: "ergaenzt rekonstruiert",
  follows: "folgt folgemeldung folgemeldung-zu",
  language: "sprache lang",
  translation: "uebersetzung",
  by: "von durch uebersetzer uebersetzerin",
  role: "rolle funktion amt titel amtsbezeichnung",
  id: "kennung kuerzel",
  end: "ende schluss bis",
  name: "bezeichnung titel title",
  names: "namen",
  description: "beschreibung erlaeuterung",
  formerNames: "fruehere-namen frueherer-name alte-namen",
  until: "bis",
  successor: "nachfolger nachfolgeamt",
  broader: "oberthema uebergeordnet",
  roles: "aemter funktionen rollen amt",
  page: "seite",
  from: "von seit ab",
  to: "bis",
  country: "land staat",
  lat: "breite breitengrad latitude",
  lon: "laenge laengengrad longitude lng",
  replyTo: "antwort-auf antwort antwortet",
  url: "adresse link webadresse internetadresse",
  timeZone: "zeitzone",
  publisher: "herausgeber betreiber",
  address: "anschrift adresse",
  responsible: "verantwortlich",
  textLicense: "textlizenz lizenz",
  navigation: "navigation menue fusszeile",
  theme: "aussehen farben",
  accent: "farbe hauptfarbe akzent"
};
var FIELDS = /* @__PURE__ */ new Map();
for (const [field, names] of Object.entries(NAMES))
  for (const name of names.split(" ")) FIELDS.set(name, [...FIELDS.get(name) ?? [], field]);
function meantField(written, known) {
  const slug = toSlug(written.slice(0, 100));
  const same = known.find((field) => field.toLowerCase() === slug.replaceAll("-", ""));
  return same ?? FIELDS.get(slug)?.find((field) => known.includes(field)) ?? nearest(written, known);
}

// src/content/schema.ts
import { z } from "zod";
var jsonSchemas = /* @__PURE__ */ new WeakMap();
function jsonSchema(schema) {
  let json = jsonSchemas.get(schema);
  if (!json) {
    json = z.toJSONSchema(schema, { io: "input", target: "draft-7", unrepresentable: "any", reused: "inline" });
    jsonSchemas.set(schema, json);
  }
  return json;
}
function branches(node) {
  const inner = [...node.anyOf ?? [], ...node.allOf ?? [], ...node.oneOf ?? []];
  return [node, ...inner.flatMap(branches)];
}
function nodesAt(schema, path) {
  let nodes = branches(jsonSchema(schema));
  for (const part of path) {
    nodes = nodes.flatMap(
      (node) => typeof part === "number" ? [node.items] : [
        node.properties?.[String(part)] ?? node.additionalProperties
      ]
    ).filter((node) => typeof node === "object" && node !== null).flatMap(branches);
  }
  return nodes;
}
function knownKeys(schema, path) {
  return nodesAt(schema, path).flatMap((node) => Object.keys(node.properties ?? {}));
}
function fieldWords(schema, path) {
  for (let length = path.length; length > 0; length--) {
    const found = nodesAt(schema, path.slice(0, length)).find((node) => node.description !== void 0);
    if (found) return found;
  }
  return {};
}

// src/content/violations.ts
function describeViolation(issue, value, words) {
  const name = fieldName(issue.path);
  const what = words.description ? ` (${words.description})` : "";
  if (value === void 0) return `Das Feld „${name}“${what} fehlt.`;
  if (isEmpty(value) && issue.code === "invalid_type") return `Das Feld „${name}“${what} ist leer.`;
  const written = typeof value === "string" ? value.trim() : void 0;
  const length = Array.isArray(value) ? `${value.length} Einträge` : `${[...written ?? ""].length} Zeichen`;
  switch (issue.code) {
    case "too_small":
      return written === "" ? `Das Feld „${name}“${what} ist leer.` : `„${name}“${what} ist zu kurz: ${length}, mindestens ${issue.minimum}.`;
    case "too_big":
      return `„${name}“${what} ist zu lang: ${length}, höchstens ${issue.maximum}.`;
    case "invalid_type":
      return `„${name}“${what} muss ${TYPES[issue.expected] ?? "anders geschrieben"} sein, hier steht ${described(value)}.`;
    case "invalid_value":
      return `„${name}“${what} kennt nur: ${issue.values.join(", ")}. Hier steht ${described(value)}.`;
    default: {
      const unseen = /[\p{Cf}\p{Zs}\u2010-\u2015\u2212]/u.exec(typeof value === "string" ? value.replaceAll(" ", "") : "")?.[0];
      const sign = unseen === void 0 ? "" : ` Darin steht das Zeichen U+${codeOf(unseen)}, das man nicht sieht oder leicht verwechselt.`;
      return `„${name}“${what} ist so nicht möglich, hier steht ${described(value)}.${sign}`;
    }
  }
}
var TYPES = {
  string: "Text",
  boolean: "true oder false",
  array: "eine Liste",
  object: "eine Gruppe von Feldern",
  record: "eine Gruppe von Feldern"
};
function described(value) {
  if (typeof value === "boolean") return `${value} ohne Anführungszeichen (YAML liest das als Wahrheitswert)`;
  if (Array.isArray(value)) return "eine Liste in eckigen Klammern oder mit Strichen";
  if (typeof value === "object") return "eine Gruppe von Feldern in geschweiften Klammern oder eingerückt";
  return quoted(String(value));
}
function codeOf(character) {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
function writeRemedy(issue, value, words) {
  const name = String(issue.path.findLast((part) => typeof part === "string") ?? "");
  const [inner] = Array.isArray(value) && typeof issue.path.at(-1) === "number" ? value : [];
  if (inner !== void 0 && Array.isArray(value) && value.length === 1) return `Lassen Sie die eckigen Klammern weg: - ${toYaml(inner)}`;
  if (issue.code === "invalid_type" && issue.expected === "array" && value !== null && value !== void 0) {
    if (typeof value === "string") {
      const items = value.split(/\s*[,;]\s*/).filter((item) => item !== "");
      return `Schreiben Sie eine Liste: ${name}: ${toYaml(items)}`;
    }
    if (typeof value === "object") return `Schreiben Sie eine Liste: ${name}: ${toYaml([value])}`;
  }
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof value === "boolean")
    return `Setzen Sie den Wert in Anführungszeichen: ${name}: "${value}"`;
  if (name === "file" && typeof value === "string" && issue.code === "invalid_format") {
    const plain = plainFileName(value);
    if (plain) return `Benennen Sie die Datei um, und schreiben Sie: file: ${plain}`;
  }
  return writeExample(issue.path, words);
}
function plainFileName(written) {
  const [, stem = "", ending = ""] = /^(?:.*[\\/])?([^\\/]*?)(\.[A-Za-z0-9]+)?$/.exec(written) ?? [];
  const plain = toSlug(stem);
  return plain === "" || ending === "" ? void 0 : plain + ending.toLowerCase();
}
function quoted(text2) {
  const line = text2.slice(0, 200).replace(/\s+/g, " ");
  return `„${line.length > 60 ? `${line.slice(0, 60)}…` : line}“`;
}
function fieldName(path) {
  return path.map((part) => typeof part === "number" ? `[${part + 1}]` : String(part)).join(".").replaceAll(".[", "[");
}
function writeExample(path, words) {
  const name = [...path].reverse().find((part) => typeof part === "string") ?? "";
  const sample = words.examples?.[0];
  if (sample === void 0) return "Sehen Sie im Leitfaden nach, wie das Feld geschrieben wird.";
  const written = toYaml(typeof path.at(-1) === "number" && Array.isArray(sample) ? sample[0] : sample);
  return `Schreiben Sie zum Beispiel: ${typeof path.at(-1) === "number" ? `- ${written}` : `${String(name)}: ${written}`}`;
}
function toYaml(value, isInner = false) {
  if (Array.isArray(value)) return `[${value.map((inner) => toYaml(inner, true)).join(", ")}]`;
  if (value && typeof value === "object")
    return `{${Object.entries(value).map(([key, inner]) => `${key}: ${toYaml(inner, true)}`).join(", ")}}`;
  const needsQuotes = typeof value === "string" && (/[:#[\]{}*&]|^$|^[!%@`|>'"?-]|^\s|\s$/.test(value) || isInner && value.includes(","));
  return needsQuotes ? JSON.stringify(value) : String(value);
}

// src/content/shape.ts
function checkShape(schema, data, path, locate, explain = () => void 0) {
  const result = schema.safeParse(withUnknown(schema, data, withoutEmpty(data)));
  if (result.success) return { value: result.data, problems: [] };
  const issues = [...result.error.issues].sort((a, b) => Number(b.code === "invalid_type") - Number(a.code === "invalid_type"));
  const seen = /* @__PURE__ */ new Set();
  const told = issues.filter((issue) => {
    const key = JSON.stringify(issue.path);
    return seen.has(key) ? false : seen.add(key);
  });
  const place = { schema, data, path, locate, explain };
  const problems = told.slice(0, PROBLEMS_MAX).flatMap((issue) => describeIssue(issue, place));
  const more = told[PROBLEMS_MAX];
  if (more)
    problems.push(
      error(
        path,
        locate(more.path),
        `Hier und danach stehen noch ${told.length - PROBLEMS_MAX} Fehler.`,
        "Beheben Sie zuerst die anderen; dann werden diese gezeigt."
      )
    );
  return { value: void 0, problems };
}
function withUnknown(schema, data, settled) {
  const left = Object.keys(data).filter((key) => !Object.hasOwn(settled, key));
  if (left.length === 0) return settled;
  const known = new Set(knownKeys(schema, []));
  return { ...settled, ...Object.fromEntries(left.flatMap((key) => known.has(key) ? [] : [[key, data[key]]])) };
}
var PROBLEMS_MAX = 50;
function describeIssue(issue, place) {
  const { schema, data, path, locate, explain } = place;
  const at = locate(issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    const problems = issue.keys.slice(0, PROBLEMS_MAX).map((key) => {
      const meant = meantField(key, known);
      const remedy = meant ? `Meinten Sie „${meant}“?` : `Möglich sind: ${known.join(", ")}.`;
      return error(path, locate([...issue.path, key]), `Das Feld ${quoted(key)} gibt es nicht.`, remedy);
    });
    const more = issue.keys[PROBLEMS_MAX];
    if (more !== void 0) {
      problems.push(
        error(
          path,
          locate([...issue.path, more]),
          `Hier und danach stehen noch ${issue.keys.length - PROBLEMS_MAX} Felder, die es nicht gibt.`,
          `Möglich sind: ${known.join(", ")}.`
        )
      );
    }
    return problems;
  }
  const value = valueAt(data, issue.path);
  const explained = explain(issue.path, value);
  if (explained) return [error(path, at, explained.message, explained.remedy)];
  if (issue.code === "invalid_union") {
    const best = issue.errors.filter((branch) => branch.some((inner) => inner.path.length > 0 || inner.code === "custom"))[0];
    if (best) return best.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, place));
  }
  const words = fieldWords(schema, issue.path);
  if (issue.code === "custom") {
    const [message = "", remedy = ""] = issue.message.split("|");
    return [error(path, at, message, remedy || writeExample(issue.path, words))];
  }
  return [error(path, at, describeViolation(issue, value, words), writeRemedy(issue, value, words))];
}
function valueAt(data, path) {
  let value = data;
  for (const part of path) value = value === null || typeof value !== "object" ? void 0 : value[part];
  return value;
}

// src/content/statement.ts
import { z as z2 } from "zod";
var day = (description) => calendarDate(description, "2026-11-23", true);
var gapSchema = z2.strictObject({
  content: text(3, 300, "Was nicht barrierefrei ist", "Eingescannte Lagepläne vor 2020"),
  ground: z2.enum(["fault", "burden", "exempt"]).meta({
    description: "Grund nach dem Muster der EU: fault (Mangel), burden (unverhältnismäßige Belastung) oder exempt (die Vorschriften gelten dafür nicht)",
    examples: ["fault"]
  }).default("fault"),
  reason: text(5, 600, "Warum es so ist", "Die Vorlagen gibt es nur auf Papier."),
  alternative: text(3, 400, "Wie man den Inhalt trotzdem bekommt", "Auf Anfrage senden wir ihn als Text.").optional()
});
var enforcementSchema = z2.strictObject({
  name: text(3, 200, "Name der Durchsetzungs- oder Schlichtungsstelle", "Durchsetzungsstelle des Landes"),
  address: text(5, 400, "Anschrift der Stelle", "Amtsstraße 1, 01234 Landeshauptstadt").optional(),
  phone: phoneNumber("Telefonnummer der Stelle", "030 23125-0").optional(),
  email: emailAddress("E-Mail-Adresse der Stelle", "durchsetzung@land.example").optional(),
  url: webAddress("Website der Stelle", "https://durchsetzung.land.example/").optional(),
  procedure: text(
    5,
    800,
    "Wie das Verfahren abläuft und was es kostet",
    "Das Verfahren ist kostenlos; einen Rechtsbeistand brauchen Sie nicht."
  ).optional()
}).meta({
  description: "Wohin sich wendet, wem nicht geholfen wurde; bei einer Vorführung weglassen",
  examples: [{ name: "Durchsetzungsstelle des Landes" }]
});
var statementSchema = z2.strictObject({
  law: text(5, 300, "Welches Recht verpflichtet", "Barrierefreie-Websites-Gesetz des Landes").optional(),
  standard: text(3, 200, "Woran gemessen wird", "EN 301 549 V3.2.1 und WCAG 2.2, Stufen A und AA").default(
    "EN 301 549 und WCAG 2.2, Stufen A und AA"
  ),
  status: z2.enum(["full", "partial", "none", "unknown"]).meta({
    description: "Stand: full (vollständig vereinbar), partial (teilweise), none (nicht vereinbar) oder unknown (noch nicht bewertet)",
    examples: ["partial"]
  }),
  prepared: day("Tag, an dem die Erklärung erstellt wurde"),
  reviewed: day("Tag, an dem sie zuletzt überprüft wurde; mindestens einmal im Jahr").optional(),
  assessor: text(2, 200, "Wer bewertet hat, wenn es nicht die Stelle selbst war", "Prüfstelle Beispiel GmbH").optional(),
  testedByPrograms: z2.array(text(2, 300, "Was ein Programm geprüft hat", "axe: Verstöße gegen die WCAG, soweit ein Programm sie erkennt")).min(1).meta({
    description: "Was Programme geprüft haben",
    examples: [["axe: Verstöße gegen die WCAG, soweit ein Programm sie erkennt"]]
  }),
  testedByPeople: z2.array(text(2, 300, "Was Menschen geprüft haben", "Bedienung mit NVDA und Firefox, zwei blinde Personen")).meta({
    description: "Was Menschen geprüft haben; leer oder weggelassen, wenn niemand geprüft hat",
    examples: [["Bedienung mit NVDA und Firefox"]]
  }).default([]),
  gaps: z2.array(gapSchema).meta({
    description: "Was nicht barrierefrei ist",
    examples: [[{ content: "Eingescannte Lagepläne", reason: "Die Vorlagen gibt es nur auf Papier." }]]
  }).default([]),
  contact: contactSchema.optional(),
  reply: text(5, 300, "Wie schnell geantwortet wird", "Wir antworten innerhalb von zwei Wochen.").optional(),
  enforcement: enforcementSchema.optional()
}).refine(({ status, gaps }) => status !== "full" || gaps.every(({ ground }) => ground === "exempt"), {
  path: ["status"],
  message: "„full“ (vollständig vereinbar) passt nicht zu den Mängeln unter gaps.|Schreiben Sie: status: partial"
}).refine(({ status, testedByPeople, assessor }) => status !== "full" || testedByPeople.length > 0 || assessor !== void 0, {
  path: ["status"],
  message: "„full“ (vollständig vereinbar) kann nicht aus Prüfprogrammen allein folgen.|Nennen Sie unter testedByPeople, was Menschen geprüft haben, oder schreiben Sie: status: unknown"
}).refine(({ status, gaps }) => status !== "partial" && status !== "none" || gaps.length > 0, {
  path: ["status"],
  message: "Was nicht barrierefrei ist, fehlt.|Nennen Sie es unter gaps, jeweils mit content und reason."
}).meta({
  description: "Erklärung zur Barrierefreiheit; sie steht unter /barrierefreiheit/",
  examples: [{ status: "unknown", prepared: "2026-11-23", testedByPrograms: ["axe"] }]
});
function toStatement(value, publisher, timeZone) {
  const prepared = parseDate(value.prepared, timeZone);
  const reviewed = value.reviewed === void 0 ? void 0 : parseDate(value.reviewed, timeZone);
  if (isRefusal(prepared) || reviewed && isRefusal(reviewed)) return void 0;
  const { enforcement } = value;
  return {
    law: value.law,
    standard: value.standard,
    status: value.status,
    prepared,
    reviewed,
    assessor: value.assessor,
    testedByPrograms: value.testedByPrograms,
    testedByPeople: value.testedByPeople,
    gaps: value.gaps.map(({ content, ground, reason, alternative }) => ({ content, ground, reason, alternative })),
    contact: toContact(value.contact) ?? publisher,
    reply: value.reply,
    enforcement: enforcement && {
      name: enforcement.name,
      address: enforcement.address,
      phone: enforcement.phone,
      email: enforcement.email,
      url: enforcement.url,
      procedure: enforcement.procedure
    }
  };
}

// src/content/theme/theme.ts
import { dirname as dirname3, join as join3 } from "node:path";
import { z as z4 } from "zod";

// src/content/conflict-marks.ts
var MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t]|$)/;
function findConflictMarks(text2, path) {
  if (!/^(?:<{7}|={7}|>{7})/m.test(text2)) return [];
  return text2.split("\n").flatMap((line, index) => {
    const mark = MARK.exec(line)?.[0];
    if (mark === void 0) return [];
    const remedy = "Behalten Sie eine der beiden Fassungen und löschen Sie die Zeilen <<<<<<<, ======= und >>>>>>>.";
    return [
      error(
        path,
        { line: index + 1, column: 1 },
        `Hier steht eine Konfliktmarke von Git (${mark}): Zwei Fassungen dieser Stelle sind noch nicht zusammengeführt.`,
        mark === "=======" ? `${remedy} Sollten die Zeichen eine Überschrift unterstreichen, schreiben Sie ## davor.` : remedy
      )
    ];
  });
}

// src/content/theme/colors.ts
import Color from "colorjs.io";
function readColor(written) {
  try {
    const color = new Color(written);
    return color.alpha === 1 ? toHex(color) : void 0;
  } catch {
    return void 0;
  }
}
function contrast(one, other) {
  return new Color(one).contrastWCAG21(other);
}
function reachContrast(color, grounds, ratio, chroma = lightnessAndChroma(color)[1], start = lightnessAndChroma(color)[0]) {
  const middle = grounds.map((ground) => lightnessAndChroma(ground)[0]).reduce((sum, lightness) => sum + lightness, 0) / grounds.length;
  const step = start < middle ? -0.01 : 0.01;
  for (let lightness = start; lightness >= 0 && lightness <= 1; lightness += step) {
    const tried = withLightness(color, lightness, chroma);
    if (grounds.every((ground) => contrast(tried, ground) >= ratio)) return tried;
  }
  return step < 0 ? "#000000" : "#ffffff";
}
function withLightness(color, lightness, chroma = lightnessAndChroma(color)[1]) {
  const { h } = new Color(color).to("oklch");
  return toHex(new Color("oklch", [lightness, chroma, h]));
}
function lightnessAndChroma(color) {
  const [lightness, chroma] = new Color(color).to("oklch").coords;
  return [lightness ?? 0, chroma ?? 0];
}
function toHex(color) {
  return color.to("srgb").toGamut().toString({ format: "hex", collapse: false });
}

// src/content/theme/declarations.ts
import generate from "css-tree/generator";
import parse from "css-tree/parser";
import walk from "css-tree/walker";
var SCHEMES = ["light", "dark"];
var SELECTORS = /* @__PURE__ */ new Map([
  [":root", SCHEMES],
  ["html", SCHEMES],
  ["[data-kern-theme=light]", ["light"]],
  [".kern-light", ["light"]],
  ["[data-kern-theme=dark]", ["dark"]],
  [".kern-dark", ["dark"]]
]);
var FUNCTIONS = new Set(
  "var calc min max clamp rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark cubic-bezier".split(" ")
);
var PROBLEMS_MAX2 = 20;
function readDeclarations(css, path) {
  const declared = { light: /* @__PURE__ */ new Map(), dark: /* @__PURE__ */ new Map() };
  const problems = [];
  const say = (at, message, remedy) => {
    if (problems.length < PROBLEMS_MAX2) problems.push(error(path, at, message, remedy));
  };
  const stray = (node) => say(
    positionOf(node),
    `„${excerpt(node)}“ gehört nicht in eine Theme-Datei.`,
    "Löschen Sie die Stelle; eine Theme-Datei setzt nur Eigenschaften wie --kern-color-action-default."
  );
  try {
    const sheet = parse(css, {
      positions: true,
      parseCustomProperty: true,
      onParseError: ({ message, line, column }) => say({ line: line ?? 1, column: column ?? 1 }, `Das ist kein gültiges CSS (${message}).`, "Prüfen Sie Klammern und Strichpunkte.")
    });
    if (sheet.type === "StyleSheet") for (const node of sheet.children) readNode(node, SCHEMES);
  } catch {
    say(
      { line: 1, column: 1 },
      "Die Datei lässt sich nicht lesen; wohl sind zu viele Klammern ineinander verschachtelt.",
      "Schreiben Sie sie neu."
    );
  }
  return { declared, problems };
  function readNode(node, schemes) {
    if (node.type === "Comment" || node.type === "WhiteSpace") return;
    if (node.type === "Rule") readRule(node, schemes);
    else if (node.type === "Atrule" && node.name === "charset") return;
    else if (node.type === "Atrule" && node.name === "media" && node.block) {
      const scheme = schemeOf(node);
      if (scheme) for (const inner of node.block.children) readNode(inner, [scheme]);
      else stray(node);
    } else stray(node);
  }
  function readRule(rule, schemes) {
    const selectors = rule.prelude.type === "SelectorList" ? rule.prelude.children.toArray().map((selector) => generate(selector).replaceAll(/["']/g, "")) : [];
    const meant = selectors.map((selector) => SELECTORS.get(selector));
    const unknown = selectors[meant.indexOf(void 0)];
    if (selectors.length === 0 || unknown !== void 0) {
      say(
        positionOf(rule.prelude),
        `„${unknown ?? excerpt(rule.prelude)}“ wird hier nicht gestaltet.`,
        `Möglich sind: ${[...SELECTORS.keys()].join(", ")}.`
      );
      return;
    }
    for (const node of rule.block.children) {
      if (node.type === "Declaration" && node.property.startsWith("--"))
        readProperty(
          node,
          schemes.filter((scheme) => meant.some((those) => those?.includes(scheme)))
        );
      else if (node.type !== "Comment" && node.type !== "WhiteSpace") stray(node);
    }
  }
  function readProperty(node, schemes) {
    const forbidden = findForbidden(node);
    if (forbidden) {
      say(
        positionOf(forbidden),
        `„${excerpt(forbidden)}“ ist in einer Theme-Datei nicht erlaubt; sie holt nichts von anderswo.`,
        "Schreiben Sie eine Farbe wie #1f43a8 oder oklch(43% 0.17 265)."
      );
      return;
    }
    for (const scheme of schemes) declared[scheme].set(node.property, { value: generate(node.value).trim(), at: positionOf(node) });
  }
}
function schemeOf({ prelude }) {
  const query = prelude ? generate(prelude).replaceAll(/\s/g, "").toLowerCase() : "";
  return SCHEMES.find((scheme) => query === `(prefers-color-scheme:${scheme})` || query === `screenand(prefers-color-scheme:${scheme})`);
}
function findForbidden(declaration) {
  let found;
  walk(declaration, (node) => {
    if (found) return;
    if (node.type === "Url" || node.type === "AtrulePrelude" || node.type === "Function" && !FUNCTIONS.has(node.name.toLowerCase()))
      found = node;
    else if (node.type === "Raw" && /[\\@{}<]|url\s*\(/i.test(node.value)) found = declaration;
  });
  return found;
}
function positionOf({ loc }) {
  return loc ? { line: loc.start.line, column: loc.start.column } : { line: 1, column: 1 };
}
function excerpt(node) {
  const text2 = generate(node);
  return text2.length > 40 ? `${text2.slice(0, 40)}…` : text2;
}
var LENGTH_MAX = 500;
var REFERENCES_MAX = 50;
function resolve(value, lookUp) {
  let text2 = value;
  for (let count = 0; count < REFERENCES_MAX && text2.length <= LENGTH_MAX; count++) {
    const reference = /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/i.exec(text2);
    if (!reference) return /var\(/i.test(text2) ? void 0 : text2;
    const [whole, name = "", fallback] = reference;
    const known = lookUp(name) ?? fallback?.trim();
    if (known === void 0) return void 0;
    text2 = text2.replace(whole, () => known);
  }
  return void 0;
}

// src/content/theme/logo.ts
import { dirname, extname, join } from "node:path";
import { z as z3 } from "zod";
var BYTES_MAX = 6e4;
var fileSchema = (description, example) => z3.string().regex(/^assets\/[A-Za-z0-9_-]+\.(svg|png)$/).meta({ description, examples: [example] });
var logoSchema = z3.strictObject({
  file: fileSchema("SVG oder PNG in content/assets, steht vor dem Namen", "assets/logo.svg"),
  dark: fileSchema(
    "Fassung für dunklen Grund; fehlt sie, steht das Logo dort auf einem hellen Feld",
    "assets/logo-dunkel.svg"
  ).optional(),
  alt: z3.string().trim().min(2).max(100).meta({
    description: "nur wenn der Name schon im Logo steht: was zu lesen ist; der Name steht dann nicht noch einmal daneben",
    examples: ["Stadt Musterstadt"]
  }).optional()
}).meta({ description: "Logo der Stadt", examples: [{ file: "assets/logo.svg" }] });
function readLogo(settings, path, locate, files) {
  const light = readFile("file", settings.file, "logo");
  const dark = settings.dark === void 0 ? void 0 : readFile("dark", settings.dark, "logo-dark");
  const problems = [...light.problems, ...dark?.problems ?? []];
  if (problems.length > 0) return { logo: void 0, problems };
  return { logo: { ...light.shown, ...pictureSize(light.shown.source), alt: settings.alt, dark: dark?.shown }, problems };
  function readFile(key, file, name) {
    const at = locate(["theme", "logo", key]);
    const source = join(dirname(path), file);
    const shown = { address: `/assets/${name}${extname(file)}`, source };
    if (!files.has(file))
      return {
        shown,
        problems: [
          error(path, at, `Die Datei „${file}“ gibt es nicht.`, "Legen Sie sie im Ordner assets an, oder streichen Sie die Angabe.")
        ]
      };
    const bytes = readContent(source, BYTES_MAX);
    if (!(bytes instanceof Uint8Array)) return { shown, problems: [{ ...bytes, remedy: "Vereinfachen oder verkleinern Sie das Logo." }] };
    return { shown, problems: checkLogo(source, path, at) };
  }
}

// src/content/theme/palette.ts
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname as dirname2, join as join2 } from "node:path";
var TOKENS = {
  text: "--kern-color-layout-text-default",
  muted: "--kern-color-layout-text-muted",
  background: "--kern-color-layout-background-default",
  hued: "--kern-color-layout-background-hued",
  border: "--kern-color-layout-border",
  action: "--kern-color-action-default",
  onAction: "--kern-color-action-on-default",
  focus: "--kern-color-action-focus-default",
  warning: "--kern-color-feedback-warning",
  warningBackground: "--kern-color-feedback-warning-background",
  bar: "--color-bar"
};
var PARTS = Object.keys(TOKENS);
var PAIRS = [
  ...["text", "muted", "action"].flatMap(
    (front) => ["background", "hued"].map((ground) => ({ front, ground, ratio: 4.5 }))
  ),
  { front: "text", ground: "warningBackground", ratio: 4.5 },
  { front: "onAction", ground: "action", ratio: 4.5 },
  ...["focus", "warning", "bar"].flatMap(
    (front) => ["background", "hued"].map((ground) => ({ front, ground, ratio: 3 }))
  )
];
var own;
function ownPalettes() {
  if (own) return own;
  const css = readFileSync(layoutFiles("styles").get("tokens.css") ?? "", "utf8");
  const { declared } = readDeclarations(css, "tokens.css");
  const read = (scheme) => withBar(
    Object.fromEntries(
      PARTS.filter((part) => part !== "bar").map((part) => {
        const color = readColor(declared[scheme].get(TOKENS[part])?.value ?? "");
        if (!color) throw new Error(`layouts/styles/tokens.css: ${TOKENS[part]} is no colour.`);
        return [part, color];
      })
    )
  );
  own = { light: read("light"), dark: read("dark") };
  return own;
}
function withBar(palette) {
  const grounds = [palette.background, palette.hued];
  const [, chroma] = lightnessAndChroma(palette.action);
  const [ground] = lightnessAndChroma(palette.background);
  return {
    ...palette,
    bar: reachContrast(palette.action, grounds, 3, Math.min(chroma * 0.75, 0.1), ground + (ground > 0.5 ? -0.05 : 0.05))
  };
}
function accented(palette, accent, keepsGreys) {
  const [, most] = lightnessAndChroma(accent);
  const tint = (color) => {
    const [lightness, chroma] = lightnessAndChroma(color);
    return withLightness(accent, lightness, Math.min(chroma, most));
  };
  const { text: text2, muted, background, hued, border, focus } = palette;
  const greys = keepsGreys ? {} : { text: tint(text2), muted: tint(muted), background: tint(background), hued: tint(hued), border: tint(border), focus: tint(focus) };
  const made = { ...palette, ...greys, action: accent };
  return withBar({ ...made, onAction: made.background });
}
function inDark(accent, { background, hued }) {
  return reachContrast(
    accent,
    [background, hued],
    4.5,
    Math.min(lightnessAndChroma(accent)[1], 0.11),
    lightnessAndChroma(background)[0] < 0.6 ? 0.8 : 0.45
  );
}
function paletteCss(palettes) {
  const base = ownPalettes();
  const changed = PARTS.filter((part) => part === "bar" || SCHEMES.some((scheme) => palettes[scheme][part] !== base[scheme][part]));
  const set = (scheme) => `:root{${changed.map((part) => `${TOKENS[part]}:${palettes[scheme][part]}`).join(";")}}`;
  return `${set("light")}@media (prefers-color-scheme:dark){${set("dark")}}`;
}
var kern;
function kernColor(name) {
  if (!kern) {
    const file = join2(dirname2(createRequire(import.meta.url).resolve("@kern-ux/native/package.json")), "dist/kern.css");
    kern = new Map(
      [...readFileSync(file, "utf8").matchAll(/(--kern-color-(?:[a-z]+-\d{3}|white|black)):\s*(oklch\([^()]*\))/g)].map(
        ([, key = "", value = ""]) => [key, value]
      )
    );
  }
  const [, hue, number] = /^--kern-([a-z]+-\d{3})-(lightness|chroma|hue)$/.exec(name) ?? [];
  if (hue === void 0) return kern.get(name);
  return /\(([^()]*)\)/.exec(kern.get(`--kern-color-${hue}`) ?? "")?.[1]?.split(" ")[["lightness", "chroma", "hue"].indexOf(number ?? "")];
}

// src/content/theme/readability.ts
function findUnreadable(palettes, origins) {
  return SCHEMES.flatMap((scheme) => {
    const palette = palettes[scheme];
    const failing = PAIRS.flatMap(({ front, ground, ratio }) => {
      const found = contrast(palette[front], palette[ground]);
      const changed = origins[scheme][front] ? front : ground;
      const origin = origins[scheme][changed];
      return found < ratio && origin ? [{ front, ground, ratio, found, changed, origin }] : [];
    }).sort((a, b) => a.found / a.ratio - b.found / b.ratio);
    const worst = failing.filter(({ origin }, index) => failing.findIndex((pair) => pair.origin === origin) === index);
    return worst.map(({ front, ground, ratio, found, changed, origin }) => {
      const partners = PAIRS.filter((pair) => pair.front === changed || pair.ground === changed);
      const suggested = reachContrast(
        palette[changed],
        partners.map((pair) => palette[pair.front === changed ? pair.ground : pair.front]),
        Math.max(...partners.map((pair) => pair.ratio))
      );
      return error(
        origin.path,
        origin.at,
        `Im ${DESIGNS[scheme]} Design nicht lesbar: ${NAMES2[front] ?? ""} (${palette[front]}) auf ${GROUNDS[ground] ?? ""} (${palette[ground]}) hat den Kontrast ${inWords(found)} : 1, nötig ist ${inWords(ratio)} : 1.`,
        `Schreiben Sie zum Beispiel: ${origin.write(suggested)}`
      );
    });
  });
}
var DESIGNS = { light: "hellen", dark: "dunklen" };
var NAMES2 = {
  text: "Text",
  muted: "leiser Text",
  action: "die Farbe der Links",
  onAction: "Schrift",
  focus: "der Rahmen des Fokus",
  warning: "der Streifen einer Warnung",
  bar: "die Farbe der Balken"
};
var GROUNDS = {
  background: "dem Hintergrund",
  hued: "getönten Flächen",
  action: "der Farbe der Links",
  warningBackground: "der Fläche von Hinweisen"
};
function inWords(ratio) {
  return (Math.floor(ratio * 100) / 100).toLocaleString("de-DE");
}

// src/content/theme/theme.ts
var colorSchema = (description, example) => z4.string().refine((written) => readColor(written) !== void 0, {
  message: `Das ist keine deckende Farbe.|Schreiben Sie sie mit Raute und in Anführungszeichen, zum Beispiel: "${example}"`
}).meta({ description, examples: [example] });
var themeSchema = z4.strictObject({
  accent: colorSchema("Farbe der Stadt, in Anführungszeichen; Links, Linien und Balken tragen sie", "#1f43a8").optional(),
  accentDark: colorSchema("dieselbe Farbe auf dunklem Grund; fehlt sie, wird sie aus accent gewonnen", "#9bb5f5").optional(),
  logo: logoSchema.optional(),
  file: z4.string().regex(/^assets\/[A-Za-z0-9_-]+\.css$/).meta({
    description: "Theme für das Design-System KERN, das Land oder Stadt schon haben; in content/assets",
    examples: ["assets/theme.css"]
  }).optional()
}).meta({
  description: "Farben und Logo; jede Farbe wird auf Lesbarkeit geprüft, hell und dunkel",
  examples: [
    {
      accent: "#1f43a8",
      accentDark: "#9bb5f5",
      logo: { file: "assets/logo.svg", dark: "assets/logo-dunkel.svg", alt: "Stadt Musterstadt" },
      file: "assets/theme.css"
    }
  ]
});
function ownTheme() {
  return { palettes: ownPalettes(), logo: void 0 };
}
function readTheme(settings, path, locate, files) {
  if (!settings) return { theme: ownTheme(), problems: [] };
  const folder = dirname3(path);
  const problems = [];
  const origins = { light: {}, dark: {} };
  const palettes = { ...ownPalettes() };
  const source = settings.file;
  if (source !== void 0 && !files.has(source)) {
    problems.push(
      error(
        path,
        locate(["theme", "file"]),
        `Die Datei „${source}“ gibt es nicht.`,
        "Legen Sie sie im Ordner assets an, oder streichen Sie die Zeile file."
      )
    );
  } else if (source !== void 0) readFile(join3(folder, source));
  if (settings.accent !== void 0 || settings.accentDark !== void 0) setAccent(settings.accent, settings.accentDark);
  const logo = settings.logo && readLogo(settings.logo, path, locate, files);
  return {
    theme: { palettes, logo: logo?.logo },
    problems: [...problems, ...findUnreadable(palettes, origins), ...logo?.problems ?? []]
  };
  function readFile(file) {
    const bytes = readContent(file);
    if (!(bytes instanceof Uint8Array)) {
      problems.push(bytes);
      return;
    }
    const conflicts = findConflictMarks(bytes.toString("utf8"), file);
    const { declared, problems: strays } = readDeclarations(bytes.toString("utf8"), file);
    problems.push(...conflicts.length > 0 ? conflicts : strays);
    for (const scheme of SCHEMES) {
      const palette = { ...palettes[scheme] };
      const base = ownPalettes()[scheme];
      const known = new Map(PARTS.map((part) => [TOKENS[part], base[part]]));
      const lookUp = (name) => declared[scheme].get(name)?.value ?? kernColor(name) ?? known.get(name);
      for (const part of PARTS) {
        const set = part === "bar" ? void 0 : declared[scheme].get(TOKENS[part]);
        if (!set) continue;
        const value = resolve(set.value, lookUp);
        const color = value === void 0 ? void 0 : readColor(value);
        if (color) {
          palette[part] = color;
          origins[scheme][part] = { path: file, at: set.at, write: (suggested) => `${TOKENS[part]}: ${suggested};` };
        } else if (value === void 0) {
          problems.push(
            hint(
              file,
              set.at,
              `${TOKENS[part]} verweist auf etwas, das weder die Datei noch KERN 2.7 kennt; es gilt die Farbe des Archivs.`,
              `Schreiben Sie ${TOKENS[part]}: ${base[part]};`
            )
          );
        } else {
          problems.push(
            error(
              file,
              set.at,
              `${TOKENS[part]} ist hier keine deckende Farbe, die sich prüfen lässt.`,
              `Schreiben Sie zum Beispiel: ${TOKENS[part]}: ${base[part]};`
            )
          );
        }
      }
      palettes[scheme] = withBar(palette);
    }
  }
  function setAccent(light, dark) {
    const accent = light === void 0 ? void 0 : readColor(light);
    const given = dark === void 0 ? void 0 : readColor(dark);
    const keepsGreys = source !== void 0;
    if (accent) palettes.light = accented(palettes.light, accent, keepsGreys);
    const dimmed = given ?? (accent && inDark(accent, palettes.dark));
    if (dimmed) palettes.dark = accented(palettes.dark, dimmed, keepsGreys);
    const from = (key) => ({ path, at: locate(["theme", key]), write: (color) => `${key}: "${color}"` });
    if (accent) origins.light.action = from("accent");
    if (dimmed) origins.dark.action = from(given ? "accentDark" : "accent");
  }
}

// src/content/site.ts
var LANGUAGES = ["de", "en", "de-simple"];
var siteSchema = z5.strictObject({
  schema: z5.string().regex(/^[1-9]\d{0,3}$/).meta({ description: "Stand der Inhalte; nur npm run upgrade ändert ihn", examples: [String(SCHEMA_VERSION)] }).default("1"),
  name: text(2, 60, "Name des Archivs, oben auf jeder Seite", "Stadt Musterstadt"),
  tagline: text(2, 80, "Zeile unter dem Namen", "Nachrichtenarchiv").optional(),
  url: z5.url({ protocol: /^https?$/ }).refine((url) => url.endsWith("/") && !/[?#]/.test(url), {
    message: "Die Adresse endet nicht auf / oder enthält ? oder #.|Schreiben Sie zum Beispiel: url: https://nachrichten.stadt.example/"
  }).meta({ description: "Adresse, unter der das Archiv steht", examples: ["https://nachrichten.stadt.example/"] }),
  language: z5.literal("de").meta({ description: "Sprache der Meldungen", examples: ["de"] }).default("de"),
  languages: z5.array(languageTag("Sprachkürzel (BCP 47)", "uk")).max(40).refine((tags) => new Set(tags.map((tag) => tag.toLowerCase())).size === tags.length, {
    message: "Eine Sprache steht zweimal in der Liste.|Lassen Sie nur einen der beiden Einträge stehen."
  }).meta({
    description: "Sprachen, in denen es Meldungen gibt; de-simple ist Leichte Sprache",
    examples: [["de", "en", "de-simple", "uk", "ar"]]
  }).default([...LANGUAGES]),
  timeZone: z5.string().refine(isTimeZone, { message: "Diese Zeitzone gibt es nicht.|Schreiben Sie zum Beispiel: timeZone: Europe/Berlin" }).meta({ description: "Zeitzone der Stadt", examples: ["Europe/Berlin"] }).default("Europe/Berlin"),
  demonstration: z5.union([z5.boolean(), text(5, 200, "Hinweis", "Demonstration, kein Angebot der Stadt")]).meta({ description: "true oder ein eigener Hinweis, wenn das Archiv nur eine Vorführung ist", examples: ["true"] }).default(false),
  issuer: text(2, 120, "Wer die Meldungen herausgibt, wie in Zitaten genannt", "Stadt Musterstadt").optional(),
  publisher: z5.strictObject({
    name: text(2, 120, "Wer das Archiv betreibt", "Stadt Musterstadt, Pressestelle"),
    address: text(5, 400, "Anschrift", "Rathausplatz 1, 01234 Musterstadt"),
    contact: contactSchema,
    responsible: text(2, 200, "Verantwortlich nach § 18 Abs. 2 MStV", "Erika Muster")
  }).meta({
    description: "Betreiber des Archivs",
    examples: [
      {
        name: "Stadt Musterstadt, Presseamt",
        address: "Rathausplatz 1, 01234 Musterstadt",
        contact: { email: "presse@stadt.example" },
        responsible: "Erika Muster, Anschrift wie oben"
      }
    ]
  }),
  textLicense: z5.strictObject({
    text: text(5, 600, "Was für die Texte der Meldungen gilt", "Texte dürfen mit Nennung der Quelle verwendet werden."),
    url: webAddress("Wo die Lizenz steht", "https://creativecommons.org/licenses/by/4.0/").optional()
  }).meta({ description: "Rechte an den Texten", examples: [{ text: "Texte dürfen mit Nennung der Quelle verwendet werden." }] }),
  navigation: z5.array(z5.string().regex(/^[a-z0-9-]{3,120}$/)).meta({ description: "Seiten in der Fußzeile, in dieser Reihenfolge", examples: [["barrierefreiheit", "impressum", "datenschutz"]] }).default([]),
  accessibility: statementSchema.optional(),
  comments: z5.strictObject({
    default: z5.enum(["open", "closed", "off"]).meta({ description: "Kommentare, wenn eine Meldung nichts anderes sagt", examples: ["off"] }).default("off"),
    email: emailAddress(
      "Wohin Kommentare geschickt werden; ohne diese Angabe an die Adresse des Betreibers",
      "kommentare@stadt.example"
    ).optional()
  }).meta({ description: "Kommentare", examples: [{ default: "off", email: "kommentare@stadt.example" }] }).optional(),
  theme: themeSchema.optional(),
  forgotten: z5.array(
    z5.strictObject({
      address: z5.string().regex(/^\/[^\s]{1,300}$/).meta({
        description: "Adresse, die verschwinden soll; endet sie auf /, auch alles darunter",
        examples: ["/2017/11/irrlaeufer/"]
      }),
      reason: text(5, 300, "Grund", "Die Meldung wurde doppelt angelegt.")
    })
  ).max(1e3).meta({
    description: "Veröffentlichte Adressen, die mit Absicht nicht mehr beantwortet werden",
    examples: [[{ address: "/2017/11/irrlaeufer/", reason: "Die Meldung wurde doppelt angelegt." }]]
  }).optional(),
  repository: webAddress(
    "Wo die Dateien dieses Archivs versioniert liegen, content/ im obersten Ordner; ein Host namens github wird wie GitHub verlinkt, jeder andere wie GitLab",
    "https://git.stadt.example/presse/archiv"
  ).optional(),
  security: z5.strictObject({
    contact: z5.string().regex(/^(mailto:|https:\/\/|tel:)\S{3,200}$/).meta({ description: "Wohin Sicherheitslücken gemeldet werden (RFC 9116)", examples: ["mailto:sicherheit@stadt.example"] }),
    expires: z5.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/).refine((moment) => !isRefusal(parseDate(moment, "UTC")), { message: "Diesen Zeitpunkt hat der Kalender nicht." }).meta({ description: "Bis wann die Angabe gilt (RFC 9116)", examples: ["2027-12-31T00:00:00Z"] })
  }).meta({
    description: "Angaben für security.txt",
    examples: [{ contact: "mailto:sicherheit@stadt.example", expires: "2027-12-31T00:00:00Z" }]
  }).optional(),
  tagAuthority: z5.string().regex(/^[a-z0-9.@-]+,\d{4}(-\d\d(-\d\d)?)?$/).meta({
    description: "Name und Jahr für Kennungen in Feeds, die einen Umzug überdauern (RFC 4151)",
    examples: ["stadt.example,2026"]
  }).optional()
});
function toSite(data, path, locate, files = /* @__PURE__ */ new Set()) {
  const other = otherVersion(data, path, locate);
  if (other) return { value: void 0, problems: [other] };
  const { value, problems } = checkShape(siteSchema, data, path, locate);
  if (!value) return { value: void 0, problems };
  const notice = value.demonstration;
  const contact = toContact(value.publisher.contact) ?? { name: void 0, phone: void 0, email: void 0 };
  const look = readTheme(value.theme, path, locate, files);
  return {
    problems: [...problems, ...look.problems],
    value: {
      name: value.name,
      tagline: value.tagline,
      url: value.url,
      language: value.language,
      languages: [value.language, ...value.languages.filter((language) => language !== value.language)],
      timeZone: value.timeZone,
      demonstration: typeof notice === "string" ? notice : notice ? "Demonstration, kein amtliches Angebot" : void 0,
      issuer: value.issuer ?? value.publisher.name,
      publisher: { ...value.publisher, contact },
      textLicense: { text: value.textLicense.text, url: value.textLicense.url },
      navigation: value.navigation,
      accessibility: value.accessibility && toStatement(value.accessibility, contact, value.timeZone),
      comments: { default: value.comments?.default ?? "off", email: value.comments?.email ?? contact.email },
      theme: look.theme,
      forgotten: (value.forgotten ?? []).map(({ address }) => address),
      repository: value.repository,
      security: value.security,
      // RFC 4151 asks for a host name and a date on which the site held it; the year in which this format began serves every site.
      tagAuthority: value.tagAuthority ?? `${new URL(value.url).hostname},2026`
    }
  };
}
var UNKNOWN_SITE = {
  name: "Vorschau",
  tagline: void 0,
  url: "http://localhost/",
  language: "de",
  languages: LANGUAGES,
  timeZone: "Europe/Berlin",
  demonstration: void 0,
  issuer: "",
  publisher: { name: "", address: "", contact: { name: void 0, phone: void 0, email: void 0 }, responsible: "" },
  textLicense: { text: "", url: void 0 },
  navigation: [],
  accessibility: void 0,
  comments: { default: "off", email: void 0 },
  theme: ownTheme(),
  forgotten: [],
  repository: void 0,
  security: void 0,
  tagAuthority: "localhost,2026"
};

// src/content/placeholders.ts
var PLACEHOLDER = /\[bitte ausfüllen(?:: ?([^\]\n]*))?|[\w.+-]*bitte-ausfuellen[\w.@/-]*/giu;
function placeholder(what) {
  return `[Bitte ausfüllen: ${what}]`;
}
var PLACEHOLDER_EMAIL = "bitte-ausfuellen@stadt.example";
function findPlaceholders(text2, path) {
  const told = /* @__PURE__ */ new Set();
  return [...text2.matchAll(PLACEHOLDER)].flatMap(({ index, 0: written, 1: what }) => {
    const at = positionAt(text2, index);
    const place = `${at.line} ${written}`;
    if (told.has(place)) return [];
    told.add(place);
    return {
      ...hint(
        path,
        at,
        `Hier ist noch eine Lücke: „${what?.trim() || written}“.`,
        "Füllen Sie sie vor der ersten Veröffentlichung aus; was nicht zutrifft, streichen Sie ganz."
      ),
      isGap: true
    };
  });
}
var INVENTED = /Muster|Beispiel|\.example\b|\b01234\b|des Landes$/;
function findSamples(schema, data, path, locate) {
  return leaves(data).flatMap(([keys, value]) => {
    if (!INVENTED.test(value) || !fieldWords(schema, keys).examples?.includes(value)) return [];
    const message = `„${keys.filter((key) => typeof key === "string").join(".")}“ sagt noch, was das Beispiel sagt: „${value}“.`;
    const found = hint(path, locate(keys), message, "Schreiben Sie vor der ersten Veröffentlichung, was für Ihre Stadt gilt.");
    return [{ ...found, isGap: true }];
  });
}
function leaves(value, keys = []) {
  if (typeof value === "string") return [[[...keys], value]];
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, [...keys, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...keys, key]));
}

export {
  SCHEMA_VERSION,
  withoutEmpty,
  jsonSchema,
  fieldWords,
  quoted,
  toYaml,
  checkShape,
  findConflictMarks,
  paletteCss,
  siteSchema,
  toSite,
  UNKNOWN_SITE,
  placeholder,
  PLACEHOLDER_EMAIL,
  findPlaceholders,
  findSamples
};
