import {
  SCHEMES,
  bracketed,
  captionOf,
  changedDate,
  checkAttachment,
  createMarkdown,
  createParser,
  creditLine,
  describeFile,
  endOf,
  evenSpaces,
  findRelated,
  findUnread,
  hasBrackets,
  hasOddSpaces,
  hasSuppliedSummary,
  isFileName,
  lastChange,
  lastChangeMoment,
  mediaType,
  picturesAround,
  publishedDate,
  publishedMoment,
  renditionsOf,
  targetAddress,
  withFollowed
} from "./chunk-O5P6RIOR.js";
import {
  createDateFormat,
  createLedger,
  fileState
} from "./chunk-5EBG7R4H.js";
import {
  UNKNOWN_SITE,
  checkShape,
  findConflictMarks,
  findPlaceholders,
  findSamples,
  jsonSchema,
  paletteCss,
  quoted,
  siteSchema,
  toSite,
  toYaml,
  withoutEmpty
} from "./chunk-4KDI5CBF.js";
import {
  fill,
  languageName,
  readMessages
} from "./chunk-PVW3D2DO.js";
import {
  EMPTY_REGISTERS,
  FACETS,
  allFeedLists,
  feedLists,
  feedOf,
  groupByFacet,
  nameIn
} from "./chunk-C2RGS7IL.js";
import {
  ACCESSIBILITY_SLUG,
  JSON_FEED,
  REGISTER_SCHEMAS,
  SITEMAP,
  SLUG_MAX,
  SUBSCRIBE_PAGE,
  aliasSchema,
  archiveAddress,
  beginOf,
  comparable,
  comparableInCase,
  contactSchema,
  createLinks,
  dataAddress,
  facetAddress,
  feedAddress,
  fileAddress,
  historyAddress,
  homeAddress,
  id,
  isRefusal,
  isReserved,
  isSlug,
  isoInstant,
  languageOfAddress,
  languageTag,
  layoutFiles,
  pageAddress,
  parentOf,
  parseDate,
  readOldAddress,
  redirectAddress,
  releaseAddress,
  releaseFileAddress,
  shapeOf,
  text,
  timeAddress,
  toContact,
  toSlug,
  webAddress
} from "./chunk-2MWZRJQY.js";
import {
  isView,
  jsonPage,
  textPage
} from "./chunk-N7RXHMIM.js";
import {
  LFS_FAULT,
  checkImage,
  digest,
  findForbidden,
  isLfsPointer,
  listFiles,
  openFile,
  pictureSize,
  readContent
} from "./chunk-2GZW4RHB.js";
import {
  FILE_START,
  compareText,
  countLines,
  error,
  hasErrors,
  hint,
  nearest,
  positionAt
} from "./chunk-6KULUY2B.js";

// src/site/accessibility.ts
function accessibility(archive) {
  const statement = archive.site.accessibility;
  if (!statement) return [];
  const languages = archive.languages.filter((language) => language === archive.site.language || language === "en");
  const inLanguages = languages.map((language) => ({
    language,
    address: pageAddress(ACCESSIBILITY_SLUG, language),
    title: archive.context.messages.in(language).accessibility.heading
  }));
  const grounds = ["fault", "burden", "exempt"].map((ground) => ({
    ground,
    gaps: statement.gaps.filter((gap) => gap.ground === ground)
  }));
  return inLanguages.map(
    ({ language, address: address2, title }) => ({
      layout: "accessibility",
      kind: language === archive.site.language ? "page" : "list",
      address: address2,
      language,
      title,
      description: archive.context.messages.in(language).accessibility.description,
      isIndexed: true,
      alternates: inLanguages.length > 1 ? inLanguages : [],
      statement,
      grounds: grounds.filter(({ gaps }) => gaps.length > 0)
    })
  );
}

// src/site/assets.ts
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import generate from "css-tree/generator";
import parse from "css-tree/parser";

// src/site/style-sheet.ts
import { readFileSync } from "node:fs";
var LIST = "style.css";
var PLACE = `layouts/styles/${LIST}`;
var LAYERS = /@layer ([\w, ]+);/;
var IMPORT = /@import "([^"]+)" layer\((\w+)\);/g;
function joinStyles(styles) {
  const read2 = (path) => readFileSync(styles.get(path) ?? path, "utf8");
  const files = new Set([...styles.keys()].filter((path) => path.endsWith(".css") && path !== LIST));
  const list = read2(LIST).replace(/\/\*.*?\*\//gs, "");
  const [statement = "", names = ""] = LAYERS.exec(list) ?? [];
  const layers = names.split(/, */);
  const runs = [];
  const listed2 = /* @__PURE__ */ new Set();
  for (const [line, path = "", layer = ""] of list.matchAll(IMPORT)) {
    if (!files.has(path)) throw new Error(`${PLACE}: Die Datei „${path}“ gibt es nicht.`);
    if (listed2.has(path)) throw new Error(`${PLACE}: „${path}“ steht zweimal in der Liste.`);
    if (!layers.includes(layer)) throw new Error(`${PLACE}: ${line} nennt eine Ebene, die nicht in der Zeile @layer steht.`);
    listed2.add(path);
    const text2 = read2(path);
    const last = runs.at(-1);
    if (last?.layer === layer) last.text += text2;
    else runs.push({ layer, text: text2 });
  }
  const stray = list.replace(LAYERS, "").replace(IMPORT, "").trim();
  const example = '@import "components/text.css" layer(components);';
  if (stray) throw new Error(`${PLACE}: „${stray}“ gehört nicht hierher, nur Zeilen wie ${example}`);
  const forgotten = [...files].filter((path) => !listed2.has(path)).sort();
  if (forgotten.length > 0) throw new Error(`${PLACE}: In der Liste fehlt ${forgotten.join(", ")}.`);
  return `${statement}${runs.map(({ layer, text: text2 }) => `@layer ${layer} {${text2}}`).join("")}`;
}

// src/site/assets.ts
var FONTS = ["latin-400", "latin-600"].map((name) => ({ name, file: `files/fira-sans-${name}-normal.woff2` }));
function assets({ site }) {
  const { palettes, logo } = site.theme;
  const sheet = `${joinStyles(layoutFiles("styles"))}@layer tokens {${paper(site)}${paletteCss(palettes)}}`;
  const logos = logo ? [logo, ...logo.dark ? [logo.dark] : []] : [];
  const served = (part2, ending) => [...layoutFiles(part2)].flatMap(
    ([name, source]) => name.endsWith(ending) ? [{ kind: "asset", address: `/assets/${name}`, source }] : []
  );
  const fonts = dirname(createRequire(import.meta.url).resolve("@fontsource/fira-sans/package.json"));
  return [
    textPage({ address: "/assets/style.css", kind: "asset", from: sheet, print: (css) => `${generate(parse(css))}
` }),
    textPage({ address: "/assets/icon.svg", kind: "asset", from: { name: site.name, palettes }, print: icon }),
    ...logos.map(({ address: address2, source }) => ({ kind: "asset", address: address2, source })),
    ...served("scripts", ".js"),
    ...served("fonts", ".woff2"),
    ...FONTS.map(({ name, file }) => ({ kind: "asset", address: `/assets/fira-sans-${name}.woff2`, source: join(fonts, file) }))
  ];
}
function paper({ name, demonstration, url }) {
  const foot = demonstration === void 0 ? name : `${name} · ${demonstration}`;
  return `:root{--paper-foot:${cssString(foot)};--paper-origin:${cssString(new URL(url).origin)}}`;
}
function cssString(text2) {
  return `"${text2.replace(/[^\p{L}\p{N} .,:;/·()-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
function icon({ name, palettes: { light, dark } }) {
  const letter = `&#${(name.codePointAt(0) ?? 78).toString()};`;
  const colors = ({ action, onAction }) => `rect{fill:${action}}text{fill:${onAction}}`;
  const style = `${colors(light)}@media(prefers-color-scheme:dark){${colors(dark)}}`;
  const font = 'font-family="Fira Sans,sans-serif" font-weight="600" font-size="19" text-anchor="middle"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${style}</style><rect width="32" height="32"/><text x="16" y="22.5" ${font}>${letter}</text></svg>
`;
}

// src/site/data/csv.ts
import { stringify } from "csv-stringify/sync";

// src/site/data/fields.ts
import { z as z2 } from "zod";

// src/content/release/schema.ts
import { z } from "zod";
var moment = (description, example) => z.string().min(4).max(40).meta({ description, examples: [example] });
var fileName = (description, example) => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/).meta({ description: `${description}; die Datei liegt im Ordner der Meldung`, examples: [example] });
var roleSchema = z.strictObject({
  id: id("Kennung aus people.yml", "erika-muster"),
  role: text(2, 160, "Amt oder Funktion zur Zeit der Meldung", "Oberbürgermeisterin").optional()
});
var listed = (schema, description, example) => z.array(schema).max(200).meta({ description, examples: [example] });
var RECONSTRUCTIBLE = [
  "title",
  "date",
  "summary",
  "department",
  "topics",
  "people",
  "places",
  "number",
  "contact",
  "images"
];
var SUMMARY = "Die Brücke ist nach zwei Jahren Bauzeit wieder für alle frei.";
var REGISTER_FIELDS = { with: "departments", topics: "topics", places: "places" };
var releaseSchema = z.strictObject({
  title: text(3, 300, "Überschrift", "Brücke am Mühlteich wieder offen"),
  date: moment("Datum der Veröffentlichung, wie genau es bekannt ist", "2017-11-14"),
  summary: text(20, 500, "Ein bis zwei Sätze für Listen, Feeds und Suche", SUMMARY).optional(),
  language: languageTag("Sprache, in der die Meldung herausgegeben wurde; ohne Angabe die des Archivs", "en").optional(),
  department: id("Kennung des Amtes, das die Meldung herausgibt", "presseamt"),
  with: listed(id("Kennung eines beteiligten Amtes", "kulturamt"), "Beteiligte Ämter", ["kulturamt"]).optional(),
  topics: z.array(id("Kennung eines Themas", "wirtschaft")).max(10).meta({ description: "Höchstens zehn Themen", examples: [["wirtschaft", "internationales"]] }).optional(),
  follows: z.string().overwrite((written2) => written2.trim().replace(/^\/|\/$/g, "")).regex(/^\d{4}\/(0\d|1[0-2])\/[a-z0-9-]{3,120}$/).meta({
    description: "Frühere Meldung, zu der dies eine Folgemeldung ist: Jahr, Monat und Name",
    examples: ["2019/05/bruecke-gesperrt"]
  }).optional(),
  kind: z.enum(["release", "invitation", "statement", "notice"]).meta({ description: "Art der Meldung", examples: ["invitation"] }).default("release"),
  people: listed(z.union([id("Kennung einer Person", "erika-muster"), roleSchema]), "Genannte Personen", ["erika-muster"]).optional(),
  places: listed(id("Kennung eines Ortes", "tokio"), "Genannte Orte", ["tokio"]).optional(),
  events: listed(
    z.strictObject({
      name: text(3, 200, "Name der Veranstaltung", "Bürgerversammlung"),
      date: moment("Beginn", "2017-11-14T19:00"),
      end: moment("Ende", "2017-11-14T21:00").optional(),
      place: id("Kennung des Ortes", "rathaus").optional(),
      id: id("Kennung für Kalenderprogramme; nur nötig, wenn der Termin umbenannt wird", "buergerversammlung").optional()
    }),
    "Termine",
    [{ name: "Bürgerversammlung", date: "2017-11-14T19:00" }]
  ).optional(),
  number: text(1, 40, "Laufende Nummer der Pressestelle", "812/2017").optional(),
  contact: contactSchema.optional(),
  images: listed(
    z.strictObject({
      file: fileName("Bilddatei", "bruecke.jpg"),
      alt: text(3, 500, "Beschreibung für alle, die das Bild nicht sehen", "Die Brücke mit neuem Geländer"),
      caption: text(3, 500, "Bildunterschrift", "Die Brücke am Tag der Öffnung").optional(),
      credit: text(2, 200, "Bildnachweis; unbekannt, wo reconstructed auch images nennt", "Stadt Musterstadt / Erika Muster"),
      license: text(2, 200, "Lizenz des Bildes", "CC BY 4.0").optional()
    }),
    "Bilder",
    [{ file: "bruecke.jpg", alt: "Die Brücke mit neuem Geländer", credit: "Stadt Musterstadt" }]
  ).optional(),
  attachments: listed(
    z.strictObject({
      file: fileName("Anlage", "plan.pdf"),
      title: text(3, 200, "Titel der Anlage", "Lageplan"),
      accessible: z.boolean().meta({ description: "false, wenn die Datei nicht barrierefrei ist", examples: ["false"] }).optional()
    }),
    "Anlagen",
    [{ file: "plan.pdf", title: "Lageplan" }]
  ).optional(),
  draft: z.boolean().meta({ description: "true, solange die Meldung ein Entwurf ist", examples: ["true"] }).optional(),
  embargo: moment("Sperrfrist: bis dahin nirgends öffentlich", "2017-11-14T10:00").optional(),
  pinnedUntil: moment("Bis dahin oben auf der Startseite", "2017-11-20T18:00").optional(),
  corrections: listed(
    z.strictObject({
      date: moment("Tag der Berichtigung", "2017-11-16"),
      note: text(5, 1e3, "Was berichtigt wurde", "Die Telefonnummer war falsch.")
    }),
    "Berichtigungen",
    [{ date: "2017-11-16", note: "Die Telefonnummer war falsch." }]
  ).optional(),
  withdrawn: z.strictObject({
    date: moment("Tag der Rücknahme", "2017-11-16"),
    reason: text(5, 1e3, "Grund", "Die Meldung beruhte auf einem Irrtum."),
    hide: z.literal("title").meta({ description: "title, wenn auch die Überschrift verschwinden muss", examples: ["title"] }).optional()
  }).meta({ description: "Rücknahme", examples: [{ date: "2017-11-16", reason: "Die Meldung beruhte auf einem Irrtum." }] }).optional(),
  comments: z.enum(["open", "closed", "off"]).meta({ description: "Kommentare", examples: ["open"] }).optional(),
  aliases: listed(aliasSchema, "Frühere Adressen, die weiterleiten", ["/presse/4711.html"]).optional(),
  source: z.strictObject({
    url: webAddress("Fundstelle im Netz", "https://www.l-iz.de/").optional(),
    note: text(3, 600, "Erläuterung zur Fundstelle", "Nachdruck bei l-iz.de").optional()
  }).refine((source) => Object.keys(source).length > 0, { message: "Die Quelle ist leer.|Nennen Sie url oder note." }).meta({ description: "Wo ein übernommener Text gefunden wurde", examples: [{ url: "https://www.l-iz.de/" }] }).optional(),
  reconstructed: listed(z.enum(RECONSTRUCTIBLE), "Felder, die nicht im Original standen", ["summary", "department"]).optional()
});
var versionSchema = z.strictObject({
  title: text(3, 300, "Überschrift in dieser Sprache", "Bridge open again"),
  summary: text(20, 500, "Ein bis zwei Sätze in dieser Sprache", "The bridge is open to all again after two years of works.").optional(),
  people: listed(
    z.strictObject({ id: roleSchema.shape.id, role: text(2, 160, "Amt in dieser Sprache", "Mayor") }),
    "Ämter der Personen in dieser Sprache",
    [{ id: "erika-muster", role: "Mayor" }]
  ).optional(),
  images: listed(
    z.strictObject({
      file: fileName("Bilddatei des Originals", "bruecke.jpg"),
      alt: text(3, 500, "Beschreibung in dieser Sprache", "The bridge"),
      caption: text(3, 500, "Bildunterschrift", "The bridge on opening day").optional()
    }),
    "Bildtexte in dieser Sprache",
    [{ file: "bruecke.jpg", alt: "The bridge" }]
  ).optional(),
  draft: releaseSchema.shape.draft,
  translation: z.strictObject({
    kind: z.enum(["official", "unofficial", "machine"]).meta({ description: "Wie verbindlich die Übersetzung ist", examples: ["unofficial"] }),
    by: text(2, 120, "Wer übersetzt hat", "Stadtchronik").optional()
  }).meta({ description: "Art der Übersetzung", examples: [{ kind: "unofficial" }] }).optional()
});

// src/site/data/fields.ts
var PRECISIONS = ["year", "month", "day", "minute"];
var KINDS = ["release", "invitation", "statement", "notice"];
var TRANSLATIONS = ["official", "unofficial", "machine"];
var entry = z2.strictObject({ id: z2.string(), name: z2.string() });
var rowSchema = z2.strictObject({
  id: own(
    z2.string(),
    "Kennung der Meldung aus Jahr, Monat und Name; in allen Sprachen dieselbe und für immer gleich",
    "2017/11/japan-delegation"
  ),
  language: own(z2.string(), "Sprache dieser Zeile als Sprachkürzel (BCP 47); de-simple ist Leichte Sprache", "de"),
  address: own(z2.string(), "Feste Adresse der Meldung in dieser Sprache", "https://stadt.example/2017/11/japan-delegation/"),
  versions: own(z2.array(z2.strictObject({ language: z2.string(), address: z2.string() })), "Dieselbe Meldung in anderen Sprachen", [
    { language: "en", address: "https://stadt.example/en/2017/11/japan-delegation/" }
  ]),
  title: known(z2.string(), releaseSchema, "title"),
  date: known(z2.string(), releaseSchema, "date"),
  precision: own(z2.enum(PRECISIONS), "Wie genau das Datum bekannt ist: year, month, day oder minute", "day"),
  published: own(
    z2.string(),
    "Zeitpunkt, ab dem die Meldung öffentlich ist, in der Zeit der Stadt (ISO 8601); ein ungenaues Datum zählt als letzte Sekunde seines Monats oder Jahres",
    "2017-11-14T00:00:00+01:00"
  ),
  summary: known(z2.string(), releaseSchema, "summary"),
  department: known(entry, releaseSchema, "department", { id: "presseamt", name: "Presseamt" }),
  with: known(z2.array(entry), releaseSchema, "with", [{ id: "kulturamt", name: "Kulturamt" }]),
  topics: known(z2.array(entry), releaseSchema, "topics", [{ id: "wirtschaft", name: "Wirtschaft" }]),
  kind: known(z2.enum(KINDS), releaseSchema, "kind"),
  people: known(z2.array(z2.strictObject({ id: z2.string(), name: z2.string(), role: z2.string().nullable() })), releaseSchema, "people", [
    { id: "erika-muster", name: "Erika Muster", role: "Oberbürgermeisterin" }
  ]),
  places: known(z2.array(entry), releaseSchema, "places", [{ id: "tokio", name: "Tokio" }]),
  number: known(z2.string().nullable(), releaseSchema, "number"),
  corrections: known(z2.array(z2.strictObject({ date: z2.string(), note: z2.string() })), releaseSchema, "corrections"),
  source: known(z2.strictObject({ url: z2.string().nullable(), note: z2.string().nullable() }).nullable(), releaseSchema, "source", {
    url: "https://www.l-iz.de/",
    note: null
  }),
  reconstructed: known(z2.array(z2.string()), releaseSchema, "reconstructed"),
  translation: known(z2.strictObject({ kind: z2.enum(TRANSLATIONS), by: z2.string().nullable() }).nullable(), versionSchema, "translation", {
    kind: "unofficial",
    by: null
  }),
  text: own(z2.string(), "Wortlaut in Markdown, wie herausgegeben", "Die Brücke ist nach zwei Jahren Bauzeit wieder für alle frei."),
  demonstration: own(
    z2.string().nullable(),
    "Hinweis, wenn das Archiv nur eine Vorführung ist; sonst leer",
    wordsOf(siteSchema, "demonstration").examples?.find((example) => example !== "true") ?? "Demonstration"
  )
});
var BETWEEN = " | ";
var plain = (field) => ({
  name: field,
  field,
  cell: (row) => row[field] ?? ""
});
var part = (field, name, values) => ({
  name,
  field,
  cell: (row) => values(row).map((value) => value ?? "").join(BETWEEN)
});
var COLUMNS = [
  plain("id"),
  plain("language"),
  plain("address"),
  part("versions", "versions", (row) => row.versions.map(({ address: address2 }) => address2)),
  plain("title"),
  plain("date"),
  plain("precision"),
  plain("published"),
  plain("summary"),
  part("department", "department", (row) => [row.department.id]),
  part("department", "department_name", (row) => [row.department.name]),
  part("with", "with", (row) => row.with.map(({ id: id2 }) => id2)),
  part("with", "with_names", (row) => row.with.map(({ name }) => name)),
  part("topics", "topics", (row) => row.topics.map(({ id: id2 }) => id2)),
  part("topics", "topic_names", (row) => row.topics.map(({ name }) => name)),
  plain("kind"),
  part("people", "people", (row) => row.people.map(({ id: id2 }) => id2)),
  part("people", "people_names", (row) => row.people.map(({ name }) => name)),
  part("people", "people_roles", (row) => row.people.map(({ role }) => role)),
  part("places", "places", (row) => row.places.map(({ id: id2 }) => id2)),
  part("places", "place_names", (row) => row.places.map(({ name }) => name)),
  plain("number"),
  part("corrections", "corrections", (row) => row.corrections.map(({ date, note }) => `${date}: ${note}`)),
  part("source", "source_url", (row) => [row.source?.url]),
  part("source", "source_note", (row) => [row.source?.note]),
  part("reconstructed", "reconstructed", (row) => row.reconstructed),
  part("translation", "translation", (row) => [row.translation?.kind]),
  part("translation", "translated_by", (row) => [row.translation?.by]),
  plain("text"),
  plain("demonstration")
];
function describeFields() {
  return Object.keys(rowSchema.shape).map((name) => {
    const { description = "", examples: [example] = [] } = wordsOf(rowSchema, name);
    return {
      name,
      columns: COLUMNS.filter(({ field }) => field === name).map((column) => column.name),
      description,
      example: typeof example === "string" ? example : JSON.stringify(example)
    };
  });
}
function own(schema, description, example) {
  return schema.meta({ description, examples: [example] });
}
function known(schema, source, name, example) {
  const words = wordsOf(source, name);
  return own(schema, words.description ?? "", example ?? words.examples?.[0]);
}
function wordsOf(schema, name) {
  return jsonSchema(schema).properties[name] ?? {};
}

// src/site/data/csv.ts
var CSV_DIALECT = { encoding: "UTF-8", byteOrderMark: true, delimiter: ";", quote: '"', lineEnd: "\r\n", header: true };
function writeCsv(rows) {
  return stringify(
    rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
    {
      header: true,
      columns: COLUMNS.map(({ name }) => name),
      bom: CSV_DIALECT.byteOrderMark,
      delimiter: CSV_DIALECT.delimiter,
      record_delimiter: CSV_DIALECT.lineEnd,
      quoted: true,
      escape_formulas: true,
      // The library looks at the first character only, some spreadsheets at the first that is no space.
      cast: { string: (value) => /^\s+[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value }
    }
  );
}

// src/site/data/dcat.ts
var EU = "http://publications.europa.eu/resource/authority";
var LICENSES = "http://dcat-ap.de/def/licenses";
var LISTED_LICENSES = [
  { url: /creativecommons\.org\/publicdomain\/zero\/1\.0/, id: "cc-zero", isAttributed: false },
  { url: /creativecommons\.org\/licenses\/by\/4\.0/, id: "cc-by/4.0", isAttributed: true },
  { url: /creativecommons\.org\/licenses\/by-sa\/4\.0/, id: "cc-by-sa/4.0", isAttributed: true },
  { url: /govdata\.de\/dl-de\/zero-2-0/, id: "dl-zero-de/2.0", isAttributed: false },
  { url: /govdata\.de\/dl-de\/by-2-0/, id: "dl-by-de/2.0", isAttributed: true }
];
var EU_LANGUAGES = {
  de: "DEU",
  en: "ENG",
  ar: "ARA",
  fr: "FRA",
  it: "ITA",
  pl: "POL",
  ro: "RON",
  ru: "RUS",
  es: "SPA",
  tr: "TUR",
  uk: "UKR"
};
function describeCatalog({ site, versions, context }, years) {
  const { absolute } = context.links;
  const words = context.messages.in(site.language).data.catalog;
  const values = { site: site.name, issuer: site.issuer };
  const node = (name2) => ({ "@id": `${absolute(dataAddress("dcat.jsonld"))}#${name2}` });
  const text2 = (phrase, more = {}) => ({ "@value": fill(phrase, { ...values, ...more }), "@language": "de" });
  const noted = (phrase, more = {}) => text2(site.demonstration ? `${phrase} ${site.demonstration}.` : phrase, more);
  const license = licenseOf(site);
  const languages = [
    .../* @__PURE__ */ new Set([site.language, ...versions.filter(({ withdrawn }) => !withdrawn).map(({ language: language2 }) => language2)])
  ];
  const publisher2 = { "dcterms:publisher": node("betreiber") };
  const contactPoint = { "dcat:contactPoint": node("kontakt") };
  const language = {
    "dcterms:language": languages.flatMap((name2) => EU_LANGUAGES[name2] ? [{ "@id": `${EU}/language/${EU_LANGUAGES[name2]}` }] : [])
  };
  const availability = { "dcatap:availability": { "@id": `${EU}/planned-availability/${site.demonstration ? "EXPERIMENTAL" : "STABLE"}` } };
  const series = {
    ...node("meldungen"),
    "@type": "dcat:DatasetSeries",
    "dcterms:title": text2(words.series),
    "dcterms:description": noted(words.seriesDescription),
    "dcterms:accrualPeriodicity": { "@id": `${EU}/frequency/IRREG` },
    ...publisher2,
    ...contactPoint
  };
  const datasets = years.map(({ year, csv, lines }) => ({
    ...node(String(year)),
    "@type": "dcat:Dataset",
    "dcterms:title": text2(words.year, { year }),
    "dcterms:description": noted(words.yearDescription, { year }),
    "dcterms:identifier": absolute(csv).replace(/\.csv$/, ""),
    "dcat:inSeries": node("meldungen"),
    "dcat:theme": { "@id": `${EU}/data-theme/GOVE` },
    "dcat:keyword": words.keywords.map((keyword) => text2(keyword)),
    "dcat:landingPage": { "@id": absolute(dataAddress()) },
    "dcterms:temporal": { "@type": "dcterms:PeriodOfTime", "dcat:startDate": day(year, "01-01"), "dcat:endDate": day(year, "12-31") },
    ...publisher2,
    ...contactPoint,
    ...language,
    ...availability,
    "dcat:distribution": [
      distribution(csv, text2(words.csv, { year }), {
        "dcterms:format": { "@id": `${EU}/file-type/CSV` },
        "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/text/csv" }
      }),
      distribution(lines, text2(words.lines, { year }), { "dcterms:format": { "@id": `${EU}/file-type/JSON` } })
    ]
  }));
  function distribution(address2, title, format) {
    const url = { "@id": absolute(address2) };
    return {
      "@type": "dcat:Distribution",
      "dcterms:title": title,
      "dcat:accessURL": url,
      "dcat:downloadURL": url,
      "dcterms:license": { "@id": license.address },
      "dcterms:rights": node("rechte"),
      ...license.isAttributed ? { "dcatde:licenseAttributionByText": text2(site.issuer) } : {},
      ...availability,
      ...format
    };
  }
  const catalog = {
    ...node("katalog"),
    "@type": "dcat:Catalog",
    "dcterms:title": text2(words.title),
    "dcterms:description": noted(words.description),
    ...publisher2,
    ...language,
    "foaf:homepage": { "@id": absolute(homeAddress()) },
    "dcat:themeTaxonomy": { "@id": `${EU}/data-theme` },
    "dcat:dataset": [node("meldungen"), ...years.map(({ year }) => node(String(year)))]
  };
  const { name, contact } = site.publisher;
  const agents = [
    { ...node("betreiber"), "@type": "foaf:Agent", "foaf:name": text2(name) },
    {
      ...node("kontakt"),
      "@type": "vcard:Kind",
      "vcard:fn": text2(contact.name ?? name),
      ...contact.email ? { "vcard:hasEmail": { "@id": `mailto:${contact.email}` } } : { "vcard:hasURL": { "@id": absolute(homeAddress()) } }
    },
    { "@id": license.address, "@type": "dcterms:LicenseDocument" },
    { ...node("rechte"), "@type": "dcterms:RightsStatement", "rdfs:label": text2(site.textLicense.text) }
  ];
  return { "@context": CONTEXT, "@graph": [catalog, series, ...datasets, ...agents] };
}
var CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcatap: "http://data.europa.eu/r5r/",
  dcatde: "http://dcat-ap.de/def/dcatde/",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#"
};
function licenseOf({ textLicense: { url } }) {
  if (url === void 0) return { address: `${LICENSES}/other-closed`, isAttributed: false };
  const listed2 = LISTED_LICENSES.find((license) => license.url.test(url));
  return listed2 ? { address: `${LICENSES}/${listed2.id}`, isAttributed: listed2.isAttributed } : { address: url, isAttributed: false };
}
function day(year, monthDay) {
  return { "@value": `${String(year).padStart(4, "0")}-${monthDay}`, "@type": "xsd:date" };
}

// src/site/data/rows.ts
function releasesByYear({ listed: listed2, versions }) {
  const translated = /* @__PURE__ */ new Map();
  for (const version of versions) {
    const others = translated.get(version.id);
    if (others) others.push(version);
    else translated.set(version.id, [version]);
  }
  const years = /* @__PURE__ */ new Map();
  for (const release of [...listed2].reverse()) {
    const { year } = release.date;
    const group = years.get(year) ?? [];
    group.push(release, ...translated.get(release.id) ?? []);
    years.set(year, group);
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, releases2]) => ({ year, releases: releases2 }));
}
function rowsOf(releases2, context) {
  let held;
  const take2 = () => {
    const rows = held ?? releases2.map((release) => toRow(release, context));
    held = held ? void 0 : rows;
    return rows;
  };
  return { releases: releases2, context, take: take2 };
}
function toRow(release, { site, links: { absolute }, texts }) {
  const named2 = (entry2) => ({ id: entry2.id, name: nameIn(entry2, release.language) });
  return {
    id: release.id,
    language: release.language,
    address: absolute(release.address),
    versions: release.versions.filter(({ language }) => language !== release.language).map(({ language, address: address2 }) => ({ language, address: absolute(address2) })),
    title: release.title,
    date: release.date.machine,
    precision: release.date.precision,
    published: isoInstant(release.published, site.timeZone),
    summary: release.summary,
    department: named2(release.department),
    with: release.with.map(named2),
    topics: release.topics.map(named2),
    kind: release.kind,
    people: release.people.map(({ person, role }) => ({ ...named2(person), role: role ?? null })),
    places: release.places.map(named2),
    number: release.number ?? null,
    corrections: release.corrections.map(({ date, note }) => ({ date: date.machine, note })),
    source: release.source ? { url: release.source.url ?? null, note: release.source.note ?? null } : null,
    reconstructed: [...release.reconstructed],
    translation: release.translation ? { kind: release.translation.kind, by: release.translation.by ?? null } : null,
    text: texts.markdown(release).trim(),
    demonstration: site.demonstration ?? null
  };
}

// src/site/data/data.ts
var FILES = {
  index: "index.json",
  schema: "felder.json",
  catalog: "dcat.jsonld",
  manifest: "manifest.json",
  redirects: "weiterleitungen.json"
};
function data(archive) {
  const { context } = archive;
  const words = context.messages.in(archive.site.language).data;
  const years = releasesByYear(archive).map(({ year, releases: releases2 }) => ({
    year,
    csv: dataAddress(`meldungen-${year}.csv`),
    lines: dataAddress(`meldungen-${year}.jsonl`),
    rows: rowsOf(releases2, context)
  }));
  const files = years.flatMap(({ csv, lines, rows }) => [
    textPage({ address: csv, kind: "data", from: rows, print: printCsv }),
    textPage({ address: lines, kind: "data", from: rows, print: printLines })
  ]);
  const json = (name, value) => jsonPage(dataAddress(name), "data", value);
  return [
    page(archive, years),
    ...files,
    json(FILES.index, describeFiles(archive, years)),
    json(FILES.schema, {
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: context.links.absolute(dataAddress(FILES.schema)),
      title: words.files.schema,
      ...jsonSchema(rowSchema)
    }),
    json(FILES.catalog, describeCatalog(archive, years))
  ];
}
function printCsv({ take: take2 }) {
  return writeCsv(take2());
}
function printLines({ take: take2 }) {
  return take2().map((row) => `${JSON.stringify(row)}
`).join("");
}
function page({ site, context }, years) {
  const words = context.messages.in(site.language).data;
  const link = (address2) => ({ label: address2.slice(dataAddress().length), address: address2 });
  return {
    layout: "data",
    kind: "data",
    address: dataAddress(),
    language: site.language,
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    years: years.map(({ year, csv, lines }) => ({ year, csv, lines })),
    fields: describeFields(),
    files: {
      index: link(dataAddress(FILES.index)),
      schema: link(dataAddress(FILES.schema)),
      catalog: link(dataAddress(FILES.catalog)),
      manifest: link(dataAddress(FILES.manifest)),
      redirects: link(dataAddress(FILES.redirects))
    }
  };
}
function describeFiles({ site, context }, years) {
  const { absolute } = context.links;
  return {
    name: site.name,
    url: site.url,
    demonstration: site.demonstration ?? null,
    issuer: site.issuer,
    publisher: site.publisher.name,
    license: { text: site.textLicense.text, url: site.textLicense.url ?? null },
    documentation: absolute(dataAddress()),
    schema: absolute(dataAddress(FILES.schema)),
    catalog: absolute(dataAddress(FILES.catalog)),
    manifest: absolute(dataAddress(FILES.manifest)),
    redirects: absolute(dataAddress(FILES.redirects)),
    csv: CSV_DIALECT,
    years: years.map(({ year, csv, lines }) => ({ year, csv: absolute(csv), jsonLines: absolute(lines) })),
    fields: describeFields()
  };
}

// src/archive/years.ts
function groupByYear(releases2) {
  const years = /* @__PURE__ */ new Map();
  for (const release of releases2) {
    const { year, month } = release.date;
    const months = years.get(year) ?? /* @__PURE__ */ new Map();
    years.set(year, months);
    const group = months.get(month);
    if (group) group.push(release);
    else months.set(month, [release]);
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, months]) => {
    const sorted = [...months].sort(([a], [b]) => b - a).map(([month, group]) => ({ month, releases: group }));
    return { year, count: sorted.reduce((sum, group) => sum + group.releases.length, 0), months: sorted };
  });
}
function monthlyCounts(year) {
  const counts = new Array(12).fill(0);
  for (const { month, releases: releases2 } of year.months) if (month > 0) counts[month - 1] = releases2.length;
  return counts;
}
function periodDate(year, month = 0) {
  const machine = String(year).padStart(4, "0");
  const instant = Date.UTC(year, Math.max(month, 1) - 1, 15);
  return month === 0 ? { precision: "year", machine, instant, year, month } : { precision: "month", machine: `${machine}-${String(month).padStart(2, "0")}`, instant, year, month };
}

// src/site/namesakes.ts
function tellTitlesApart(releases2, { formatDate, messages }) {
  const found = /* @__PURE__ */ new Map();
  for (const namesakes of alike(releases2, ({ language, title }) => `${language} ${title}`)) {
    for (const release of namesakes) found.set(release, formatDate(release.date, release.language));
    for (const sameDay of alike(namesakes, (release) => found.get(release) ?? "")) {
      for (const release of sameDay)
        if (release.date.precision === "minute")
          found.set(release, `${found.get(release)}, ${formatDate(release.date, release.language, "time")}`);
      for (const release of alike(sameDay, (other) => found.get(other) ?? "").flat()) {
        const { number, language } = release;
        if (number !== void 0) found.set(release, `${found.get(release)}, ${fill(messages.in(language).release.number, { number })}`);
      }
    }
  }
  return found;
}
function tellLinesApart(releases2, { formatDate }) {
  const dayOf = ({ date }) => date.machine.slice(0, "2017-11-14".length);
  return Object.fromEntries(
    alike(releases2, (release) => `${dayOf(release)} ${release.title}`).flatMap((lines) => {
      const times = lines.map(({ date, language }) => date.precision === "minute" ? formatDate(date, language, "time") : "");
      const areTold = new Set(times).size === lines.length && !times.includes("");
      return lines.map(({ id: id2, summary }, index) => [id2, areTold ? times[index] : summary]);
    })
  );
}
function alike(releases2, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const release of releases2) {
    const key = keyOf2(release);
    const group = groups.get(key);
    if (group) group.push(release);
    else groups.set(key, [release]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

// src/site/lists/listing.ts
var SMALL = 12;
var LIST_MAX = 300;
function monthLabel({ messages, formatDate }, year, month, language) {
  if (month === 0) return fill(messages.in(language).listing.unknownMonth, { year });
  return formatDate(periodDate(year, month), language, "monthYear");
}
function withDistinctions(view, context) {
  if (!view.isDense) return view;
  const shown = view.groups.flatMap(({ releases: releases2 }) => releases2);
  return { ...view, distinctions: tellLinesApart(shown, context) };
}
function emptyListing(language) {
  return {
    layout: "listing",
    kind: "list",
    language,
    description: void 0,
    isIndexed: true,
    alternates: [],
    crumbs: [],
    notes: [],
    count: 0,
    band: void 0,
    links: [],
    groups: [],
    isDense: false,
    distinctions: {},
    feed: void 0,
    earlier: void 0,
    later: void 0
  };
}

// src/content/register-history.ts
var named = /* @__PURE__ */ new WeakMap();
function departmentAt(department, date) {
  const day3 = latest(date.machine);
  const [former] = department.formerNames.filter(({ until }) => latest(until) >= day3).sort((a, b) => latest(a.until) < latest(b.until) ? -1 : 1);
  if (!former) return department;
  const known2 = named.get(department) ?? /* @__PURE__ */ new Map();
  named.set(department, known2);
  const key = JSON.stringify([former.name, former.names]);
  const then = known2.get(key) ?? { ...department, name: former.name, names: former.names };
  known2.set(key, then);
  return then;
}
function roleAt({ roles }, { machine }) {
  const held = roles.filter(
    ({ from, to }) => (from !== void 0 || to !== void 0) && (from === void 0 || latest(machine) >= earliest(from)) && (to === void 0 || earliest(machine) <= latest(to))
  );
  const certain = held.filter(
    ({ from, to }) => (from === void 0 || earliest(machine) >= latest(from)) && (to === void 0 || latest(machine) <= earliest(to))
  );
  const said = certain.length > 0 ? certain : held.length === 1 ? held : [];
  return said.length > 0 ? said.map(({ title }) => title).join(", ") : void 0;
}
function earliest(date) {
  return `${date.slice(0, 10)}${"-00-00".slice(Math.min(date.length, 10) - 4)}`;
}
function latest(date) {
  return `${date.slice(0, 10)}${"-99-99".slice(Math.min(date.length, 10) - 4)}`;
}

// src/content/release/release.ts
function releaseAt(place2, { draft, announced: _, ...fields }) {
  const { id: id2, path, fileDigest, text: text2, now, timeZone } = place2;
  const address2 = releaseAddress(id2);
  const language = fields.originalLanguage;
  const state = draft ? "draft" : fields.published > now ? "embargoed" : "public";
  const versions = [{ language, address: address2, title: fields.title }];
  const { date, withdrawn } = fields;
  const then = {
    department: departmentAt(fields.department, date),
    with: fields.with.map((department) => departmentAt(department, date)),
    people: fields.people.map(({ person, role }) => ({ person, role: role ?? roleAt(person, date) })),
    corrections: fields.corrections.filter((correction) => beginOf(correction.date, timeZone) <= now),
    withdrawn: withdrawn && beginOf(withdrawn.date, timeZone) <= now ? withdrawn : void 0
  };
  return { id: id2, path, language, address: address2, state, ...fields, ...then, followed: void 0, followUps: [], text: text2, fileDigest, versions };
}
function isVersion({ language, originalLanguage }) {
  return language !== originalLanguage;
}
function inVersion(release, version) {
  const roleOf = (id2) => version.people.find((own2) => own2.id === id2)?.role;
  return {
    ...release,
    path: version.path,
    language: version.language,
    address: releaseAddress(release.id, version.language),
    title: version.title,
    summary: version.summary,
    isSummaryDerived: version.isSummaryDerived,
    people: release.people.map(({ person, role }) => ({ person, role: roleOf(person.id) ?? role })),
    images: release.images.map((image) => ({ ...image, ...version.images.find(({ file }) => file === image.file) })),
    translation: version.translation,
    aliases: [],
    text: version.text,
    fileDigest: version.fileDigest,
    textLine: version.textLine
  };
}

// src/site/xml.ts
var REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
function escapeXml(text2) {
  return text2.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}
function xml(strings, ...values) {
  let text2 = strings[0] ?? "";
  values.forEach((value, index) => {
    text2 += print(value) + (strings[index + 1] ?? "");
  });
  return { xml: text2 };
}
function print(value) {
  if (value === void 0) return "";
  if (typeof value === "string") return escapeXml(value);
  if (typeof value === "number") return String(value);
  return "xml" in value ? value.xml : value.map((part2) => part2.xml).join("");
}
function cdata(text2) {
  return { xml: `<![CDATA[${text2.replaceAll("]]>", "]]]]><![CDATA[>")}]]>` };
}

// src/site/feeds/atom.ts
function entryId(release, { tagAuthority }) {
  return `tag:${tagAuthority}:${release.id}${isVersion(release) ? `.${release.language}` : ""}`;
}
function authorOf(release, site, department = release.department) {
  const name = nameIn(department, release.language);
  return `${site.issuer}, ${release.reconstructed.includes("department") && department === release.department ? `[${name}]` : name}`;
}
function createAtom(context, fullText) {
  const { site } = context;
  const { absolute } = context.links;
  const held = /* @__PURE__ */ new Map();
  const feedLink = (rel, address2) => address2 === void 0 ? xml`` : xml`<link rel="${rel}" type="application/atom+xml" href="${absolute(address2)}"/>\n`;
  const pageLinks = ({ address: address2, language, versions }) => {
    const inLanguage = (version) => xml`<link rel="alternate" type="text/html" hreflang="${version.language}" href="${absolute(version.address)}"/>\n`;
    const others = versions.filter((version) => version.language !== language);
    return [
      xml`<link rel="alternate" type="text/html" href="${absolute(address2)}"/>\n`,
      ...others.map(inLanguage),
      ...others.length > 0 ? [inLanguage({ address: address2, language })] : []
    ];
  };
  const printEntry = (release) => {
    const { language } = release;
    const contributors = release.with.map(
      (department) => xml`<contributor><name>${authorOf(release, site, department)}</name></contributor>\n`
    );
    const categories = release.topics.map((topic) => xml`<category term="${topic.id}" label="${nameIn(topic, language)}"/>\n`);
    const enclosures = release.attachments.map(
      ({ file, address: address2, title, size }) => xml`<link rel="enclosure" type="${mediaType(file)}" length="${String(size)}" title="${title}" href="${absolute(address2)}"/>\n`
    );
    const summary = release.summary === "" ? xml`` : xml`<summary>${release.summary}</summary>\n`;
    return xml`<entry xml:lang="${language}">
<id>${entryId(release, site)}</id>
<title>${release.title}</title>
<published>${publishedMoment(release, site.timeZone)}</published>
<updated>${lastChangeMoment(release, site.timeZone)}</updated>
<author><name>${authorOf(release, site)}</name></author>
${contributors}${categories}${pageLinks(release)}${enclosures}${summary}<content type="html">${cdata(fullText(release))}</content>
</entry>
`;
  };
  const document = ({ address: address2, id: id2, list, language, title, subtitle, archive, emptyAt = 0 }, releases2, entries) => {
    const { text: text2, url } = site.textLicense;
    const changed = releases2.reduce((last, release) => Math.max(last, lastChange(release, site.timeZone)), Number.NEGATIVE_INFINITY);
    const license = url === void 0 ? void 0 : xml`<link rel="license" href="${url}"/>\n`;
    const history = [
      feedLink("current", archive?.current),
      feedLink("prev-archive", archive?.previous),
      feedLink("next-archive", archive?.next)
    ];
    return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${language}">
<id>tag:${site.tagAuthority}:${id2}</id>
<title>${title}</title>
<subtitle>${subtitleOf(subtitle, site)}</subtitle>
<updated>${isoInstant(releases2.length === 0 ? emptyAt : changed, site.timeZone)}</updated>
<author><name>${site.issuer}</name></author>
<generator>Stadtchronik</generator>
<icon>${absolute("/assets/icon.svg")}</icon>
<rights>${text2}</rights>
${license}<link rel="alternate" type="text/html" href="${absolute(list)}"/>
${feedLink("self", address2)}${history}${archive?.isArchive ? xml`<fh:archive/>\n` : xml``}${entries}</feed>
`.xml;
  };
  return {
    context,
    entry: (release, isHeld) => {
      const entry2 = held.get(release) ?? printEntry(release);
      if (isHeld) held.set(release, entry2);
      return entry2;
    },
    document
  };
}
function subtitleOf(subtitle, { demonstration }) {
  return demonstration === void 0 ? subtitle : `${demonstration.replace(/[.!]$/, "")}. ${subtitle}`;
}

// src/markdown/plain-text.ts
function printPlain(tokens, place2, links) {
  const { words } = place2;
  return printBlocks(
    { tokens, at: 0, place: { absolute: (target) => links.absolute(targetAddress(target, place2)), words } },
    void 0
  ).join("\n\n");
}
function printBlocks(cursor, end) {
  const blocks = [];
  for (let token = take(cursor); token && token.type !== end; token = take(cursor)) {
    const block = printBlock(token, cursor);
    if (block !== "") blocks.push(block);
  }
  return blocks;
}
function printBlock(token, cursor) {
  switch (token.type) {
    case "inline":
      return printInline(token.children ?? [], cursor.place);
    case "paragraph_open":
    case "heading_open":
      return printBlocks(cursor, token.type.replace("_open", "_close")).join("");
    case "bullet_list_open":
    case "ordered_list_open":
      return printList(token, cursor);
    case "blockquote_open":
      return indent(printBlocks(cursor, "blockquote_close").join("\n\n"), "> ", "> ");
    case "table_open":
      return printTable(cursor);
    case "footnote_block_open":
      return printBlocks(cursor, "footnote_block_close").join("\n");
    case "footnote_open":
      return indent(printBlocks(cursor, "footnote_close").join("\n\n"), `[${Number(token.meta.id) + 1}] `, "    ");
    case "fence":
    case "code_block":
      return token.content.replace(/\n+$/, "");
    case "hr":
      return "* * *";
    default:
      return "";
  }
}
function printList(list, cursor) {
  const isOrdered = list.type === "ordered_list_open";
  let number = Number(list.attrGet("start") ?? 1);
  const items = [];
  let isTight = true;
  for (let token = take(cursor); token && token.type !== list.type.replace("_open", "_close"); token = take(cursor)) {
    const first = cursor.tokens[cursor.at];
    if (first?.type === "paragraph_open" && !first.hidden) isTight = false;
    number = Number(token.attrGet("value") ?? number);
    const marker = isOrdered ? `${number++}${list.markup} ` : "- ";
    items.push(indent(printBlocks(cursor, "list_item_close").join(isTight ? "\n" : "\n\n"), marker, " ".repeat(marker.length)));
  }
  return items.join(isTight ? "\n" : "\n\n");
}
function printTable(cursor) {
  const rows = [];
  for (let token = take(cursor); token && token.type !== "table_close"; token = take(cursor)) {
    if (token.type === "tr_open") rows.push([]);
    else if (token.type === "inline") rows.at(-1)?.push(printInline(token.children ?? [], cursor.place).replace(/[\t\n]+/g, " "));
  }
  return rows.map((row) => row.join("	")).join("\n");
}
function printInline(tokens, place2) {
  let text2 = "";
  const open = [];
  for (const token of tokens) {
    if (token.type === "link_open") open.push({ target: String(token.attrGet("href")), from: text2.length });
    else if (token.type === "link_close") {
      const link = open.pop();
      if (link) text2 += printTarget(link.target, text2.slice(link.from), place2);
    } else if (token.type === "softbreak") text2 += " ";
    else if (token.type === "hardbreak") text2 += "\n";
    else if (token.type === "image") text2 += fill(place2.words.plain.image, { alt: printInline(token.children ?? [], place2) });
    else if (token.type === "footnote_ref") text2 += `[${Number(token.meta.id) + 1}]`;
    else text2 += token.content;
  }
  return text2;
}
function printTarget(target, words, place2) {
  if (target.startsWith("#")) return "";
  const address2 = /^(mailto|tel):/i.test(target) ? target.replace(/^\w+:|\?.*$/g, "") : place2.absolute(target);
  const comparable2 = (text2) => text2.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  return comparable2(address2) === comparable2(words) ? "" : ` (${address2})`;
}
function indent(text2, first, others) {
  return (first + text2.replaceAll("\n", `
${others}`)).replace(/[ \t]+$/gm, "");
}
function take(cursor) {
  return cursor.tokens[cursor.at++];
}

// src/markdown/text-html.ts
var HELD = 3e3;
function createTexts(links, messages) {
  const markdown = createMarkdown(links);
  const held = /* @__PURE__ */ new Map();
  const print2 = (release) => {
    const known2 = held.get(release);
    if (known2) return known2;
    const { id: id2, images, attachments, language } = release;
    const words = messages.in(language);
    const describe = (name, said) => {
      const attachment = attachments.find(({ file }) => file === name);
      return attachment && describeFile(attachment, { language, phrase: words.release.file, said });
    };
    const base = `/${id2}/`;
    const environment = { place: { base, images, describe, words: words.text } };
    const text2 = release.text();
    const tokens = markdown.parse(text2, environment);
    const plain3 = printPlain(tokens, { base, images, words }, links);
    const placed = new Set(
      tokens.flatMap(
        ({ children }) => (children ?? []).filter(({ type }) => type === "image").map((token) => String(token.attrGet("src")))
      )
    );
    const texts = { html: markdown.renderer.render(tokens, markdown.options, environment), plain: plain3, markdown: text2, placed };
    held.set(release, texts);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest) held.delete(oldest);
    return texts;
  };
  return {
    html: (release) => print2(release).html,
    plain: (release) => print2(release).plain,
    markdown: (release) => print2(release).markdown,
    placed: (release) => print2(release).placed
  };
}
function absoluteHtml(html, siteUrl, page2) {
  const { origin } = new URL(siteUrl);
  return html.replace(/ (href|src)="\//g, ` $1="${origin}/`).replace(/ srcset="([^"]*)"/g, (_attribute, list) => ` srcset="${list.replace(/(^|, )\//g, `$1${origin}/`)}"`).replaceAll(' href="#', ` href="${page2}#`);
}

// src/site/feeds/full-text.ts
function createFullText({ site, links: { absolute }, messages, formatDate, texts }) {
  const notices = ({ translation, corrections: corrections2, language }) => {
    const words = messages.in(language).release;
    const translated = translation && [
      words.translations[translation.kind],
      ...translation.by === void 0 ? [] : [fill(words.translatedBy, { by: translation.by })]
    ];
    return [
      ...translated ? [xml`<p><em>${translated.join(" ")}</em></p>\n`] : [],
      ...corrections2.map(
        ({ date, note }) => xml`<p><strong>${fill(words.correction, { date: formatDate(date, language) })}</strong> ${note}</p>\n`
      )
    ];
  };
  const figure = ({ id: id2, language }, image) => {
    const { jpeg } = renditionsOf(image, id2);
    const source = absolute((jpeg[1] ?? jpeg[0])?.address ?? "");
    const credit = creditLine(image, messages.in(language).release);
    const said = captionOf(image);
    const caption = said === void 0 ? credit : `${said} ${credit}`;
    return xml`<figure><img src="${source}" alt="${image.alt}"/><figcaption>${caption}</figcaption></figure>\n`;
  };
  const missingText = (release, words) => {
    const url = release.source?.url;
    return url === void 0 || texts.markdown(release).trim() !== "" ? void 0 : xml`<p>${words} <a href="${url}">${url}</a></p>\n`;
  };
  return (release) => {
    const [first, ...others] = picturesAround(release.images, () => texts.placed(release)).map((image) => figure(release, image));
    const elsewhere = missingText(release, messages.in(release.language).release.textElsewhere);
    const text2 = elsewhere?.xml ?? absoluteHtml(texts.html(release), site.url, absolute(release.address));
    return xml`${notices(release)}${first}${{ xml: text2 }}${others}`.xml;
  };
}

// src/site/feeds/history.ts
var NEWEST = 50;
var STEP = 25;
var DOCUMENT_MAX = 300;
function historyOf(listed2, site) {
  const months = groupByMonth(listed2, site);
  const open = months.filter(({ year }) => year === months[0]?.year).reduce((sum, { releases: releases2 }) => sum + releases2.length, 0);
  const [fresh, archived] = [listed2.slice(0, open % STEP), listed2.slice(open % STEP)];
  const byChange = (a, b) => lastChange(b, site.timeZone) - lastChange(a, site.timeZone);
  const again = [...archived].sort(byChange).slice(0, NEWEST - fresh.length);
  return { current: [...fresh, ...again].sort(byChange), documents: toDocuments(groupByMonth(archived, site)) };
}
function toDocuments(months) {
  const documents = [];
  for (const { year, month, part: part2, releases: releases2 } of months.flatMap(toParts).reverse()) {
    const last = documents[0];
    if (last?.year !== year) documents.unshift({ address: feedAddress(timeAddress(year)), year, month: void 0, part: part2, releases: releases2 });
    else if (last.releases.length + releases2.length <= DOCUMENT_MAX) documents[0] = { ...last, releases: [...releases2, ...last.releases] };
    else documents.unshift({ address: feedAddress(timeAddress(year, month), part2), year, month, part: part2, releases: releases2 });
  }
  return documents;
}
function toParts({ year, month, releases: releases2 }) {
  const count2 = Math.ceil(releases2.length / DOCUMENT_MAX);
  return Array.from({ length: count2 }, (_, index) => {
    const part2 = count2 - index;
    const end = releases2.length - (part2 - 1) * DOCUMENT_MAX;
    return { year, month, part: part2, releases: releases2.slice(Math.max(0, end - DOCUMENT_MAX), end) };
  });
}
function groupByMonth(listed2, site) {
  const months = [];
  for (const release of listed2) {
    const { year, month } = publishedIn(release, site);
    const last = months.at(-1);
    if (last?.year === year && last.month === month) last.releases.push(release);
    else months.push({ year, month, releases: [release] });
  }
  return months;
}
function publishedIn({ date, published }, { timeZone }) {
  if (published === date.instant && date.month > 0) return date;
  const [year, month] = isoInstant(published, timeZone).split("-").map(Number);
  return { year, month };
}

// src/site/feeds/json-feed.ts
function printJsonFeed({ head, releases: releases2, context, fullText }) {
  const { site } = context;
  const { absolute } = context.links;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: head.title,
    home_page_url: absolute(head.list),
    feed_url: absolute(head.address),
    description: subtitleOf(head.subtitle, site),
    favicon: absolute("/assets/icon.svg"),
    authors: [{ name: site.issuer }],
    language: head.language,
    _rights: site.textLicense,
    items: releases2.map((release) => ({
      id: entryId(release, site),
      url: absolute(release.address),
      title: release.title,
      content_html: fullText(release),
      summary: release.summary || void 0,
      date_published: publishedMoment(release, site.timeZone),
      date_modified: lastChangeMoment(release, site.timeZone),
      authors: [release.department, ...release.with].map((department) => ({ name: authorOf(release, site, department) })),
      tags: release.topics.map((topic) => nameIn(topic, release.language)),
      language: release.language,
      attachments: release.attachments.map(({ file, address: address2, title, size }) => ({
        url: absolute(address2),
        mime_type: mediaType(file),
        title,
        size_in_bytes: size
      }))
    }))
  };
  return `${JSON.stringify(feed)}
`;
}

// src/site/feeds/feeds.ts
function feeds(archive) {
  const { site, listed: listed2, context } = archive;
  const fullText = createFullText(context);
  const atom = createAtom(context, fullText);
  const page2 = (head, releases2, isShared = true) => textPage({ address: head.address, kind: "feed", from: { head, releases: releases2, atom, isShared }, print: printAtom });
  const { current, documents } = historyOf(listed2, site);
  const words = context.messages.in(site.language);
  const whole = siteHead(site, words);
  const json = { head: { ...whole, address: JSON_FEED }, releases: listed2.slice(0, NEWEST), context, fullText };
  return [
    page2(
      { ...whole, archive: { isArchive: false, previous: documents[0]?.address }, ...current.length === 0 && { emptyAt: archive.now } },
      current
    ),
    textPage({ address: JSON_FEED, kind: "feed", from: json, print: printJsonFeed }),
    ...allFeedLists(archive).map((list) => page2(listHead(list, archive), list.releases.slice(0, NEWEST))),
    ...documents.map((document, index) => {
      const head = { ...whole, ...documentHead(document, archive), archive: neighbours(documents, index, whole.address) };
      return page2(head, document.releases, false);
    })
  ];
}
function printAtom({ head, releases: releases2, atom, isShared }) {
  return atom.document(
    head,
    releases2,
    releases2.map((release) => atom.entry(release, isShared))
  );
}
function neighbours(documents, index, current) {
  return { isArchive: true, current, previous: documents[index + 1]?.address, next: documents[index - 1]?.address };
}
function siteHead({ name, tagline, language }, { feeds: { separator, all } }) {
  const list = homeAddress();
  return {
    address: feedAddress(list),
    id: "feed",
    list,
    language,
    title: tagline === void 0 ? name : `${name}${separator}${tagline}`,
    subtitle: all
  };
}
function documentHead({ address: address2, year, month, part: part2 }, { site, context }) {
  const words = context.messages.in(site.language).feeds;
  const begin = month === void 0 ? String(year) : fill(words.from, { month: monthLabel(context, year, month, site.language) });
  const period = part2 === 1 ? begin : fill(words.part, { period: begin, part: part2 });
  return { address: address2, title: `${site.name}${words.separator}${period}` };
}
function listHead({ address: address2, feed, language, facet, entry: entry2 }, { site: { name }, context }) {
  const messages = context.messages.in(language);
  const words = messages.feeds;
  const label = entry2 ? nameIn(entry2, language) : languageName(messages, language);
  return {
    address: feed,
    // A list's address without its slashes: `themen/wirtschaft`, `en/themen/wirtschaft`, `en`.
    id: `feed:${address2.slice(1, -1)}`,
    list: address2,
    language,
    title: `${label}${words.separator}${name}`,
    subtitle: facet ? fill(words[facet.name], { name: label }) : words.all
  };
}

// src/site/feeds/subscribe.ts
function subscribe(archive) {
  const { language, languages } = archive.site;
  const messages = archive.context.messages.in(language);
  const words = messages.subscribe;
  const lists = feedLists(archive, language);
  const view = {
    layout: "subscribe",
    kind: "list",
    address: SUBSCRIBE_PAGE,
    language,
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    site: { label: words.all, address: feedAddress(homeAddress()) },
    json: JSON_FEED,
    groups: FACETS.map(({ name }) => ({
      heading: messages.facets[name].heading,
      feeds: narrowerThan(
        void 0,
        language,
        lists.filter(({ facet }) => facet?.name === name)
      )
    })).filter(({ feeds: feeds2 }) => feeds2.length > 0),
    languages: languages.flatMap(
      (other) => feedLists(archive, other).filter(({ facet }) => facet === void 0).map(({ feed }) => ({ label: languageName(messages, other), address: feed, language: other }))
    )
  };
  return [view];
}
function narrowerThan(id2, language, lists) {
  return lists.flatMap(({ entry: entry2, feed }) => {
    if (!entry2 || entry2.broader !== id2) return [];
    return [{ label: nameIn(entry2, language), address: feed, narrower: narrowerThan(entry2.id, language, lists) }];
  });
}

// src/site/lists/band.ts
var HEIGHT = 32;
var STEP2 = 10;
var GAP = 2;
var LOWEST = 2;
function drawBand(counts, largest = Math.max(1, ...counts)) {
  const bars = counts.flatMap((count2, index) => {
    if (count2 === 0) return [];
    const height = Math.max(LOWEST, Math.round(count2 / largest * HEIGHT * 10) / 10);
    return [{ x: index * STEP2, y: Math.round((HEIGHT - height) * 10) / 10, width: STEP2 - GAP, height }];
  });
  return { width: counts.length * STEP2 - GAP, height: HEIGHT, bars };
}
function bandFile({ band, palettes: { light, dark } }) {
  const rects = band.bars.map(({ x, y, width, height }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`).join("");
  const viewBox = `${-GAP / 2} 0 ${band.width + GAP} ${band.height}`;
  const style = `rect{fill:${light.bar}}@media(prefers-color-scheme:dark){rect{fill:${dark.bar}}}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" preserveAspectRatio="none"><style>${style}</style>${rects}</svg>
`;
}

// src/site/structured-data.ts
var HEADLINE_MAX = 110;
function releaseData(release, crumbs, structured) {
  const way = breadcrumbs([...crumbs, { label: release.title, address: release.address }], structured);
  return serialise(release.withdrawn ? [way] : [article(release, structured), way]);
}
function siteData(language, structured) {
  const { site, links } = structured;
  const address2 = links.absolute(homeAddress(language));
  return serialise([
    {
      "@type": "WebSite",
      "@id": address2,
      url: address2,
      name: site.name,
      description: site.tagline,
      inLanguage: language,
      publisher: publisher(site)
    }
  ]);
}
function serialise(nodes) {
  const escapes = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029" };
  const [only] = nodes;
  const content = nodes.length === 1 ? only : { "@graph": nodes };
  return JSON.stringify({ "@context": "https://schema.org", ...content }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => escapes[character] ?? character
  );
}
function article(release, { site, links }) {
  const { language, title } = release;
  const url = links.absolute(release.address);
  const original = links.absolute(releaseAddress(release.id));
  const headline = shorten(title);
  const isReconstructed = (field) => release.reconstructed.includes(field);
  return {
    "@type": "NewsArticle",
    "@id": url,
    url,
    mainEntityOfPage: url,
    headline,
    name: headline === title ? void 0 : title,
    description: release.summary || void 0,
    inLanguage: language,
    datePublished: publishedDate(release, site.timeZone),
    dateModified: changedDate(release),
    identifier: isReconstructed("number") ? void 0 : release.number,
    isAccessibleForFree: true,
    author: {
      "@type": "Organization",
      name: site.issuer,
      department: isReconstructed("department") ? void 0 : { "@type": "Organization", name: nameIn(release.department, language) }
    },
    publisher: publisher(site),
    image: some(
      release.images.map((image) => {
        const file = renditionsOf(image, release.id).jpeg.at(-1);
        return {
          "@type": "ImageObject",
          contentUrl: links.absolute(file?.address ?? ""),
          width: file?.width,
          caption: image.caption ?? image.alt,
          creditText: image.credit
        };
      })
    ),
    keywords: release.topics.map((topic) => nameIn(topic, language)),
    about: some(
      (isReconstructed("people") ? [] : release.people).map(({ person, role }) => ({
        "@type": "Person",
        name: nameIn(person, language),
        jobTitle: role,
        url: person.page ? links.absolute(facetAddress("people", person.id, void 0, void 0, language)) : void 0
      }))
    ),
    contentLocation: some((isReconstructed("places") ? [] : release.places).map((place2) => location(place2, language))),
    isBasedOn: release.source?.url,
    correction: some(
      release.corrections.map(({ date, note }) => ({ "@type": "CorrectionComment", datePublished: date.machine, text: note }))
    ),
    license: site.textLicense.url,
    copyrightNotice: site.textLicense.text,
    translationOfWork: isVersion(release) ? { "@type": "NewsArticle", "@id": original, url: original, inLanguage: release.originalLanguage } : void 0,
    workTranslation: isVersion(release) ? void 0 : some(translations(release, links))
  };
}
function translations(release, links) {
  return release.versions.filter((version) => version.language !== release.language).map(({ language, address: address2, title }) => ({
    "@type": "NewsArticle",
    "@id": links.absolute(address2),
    url: links.absolute(address2),
    inLanguage: language,
    headline: shorten(title)
  }));
}
function publisher(site) {
  return { "@type": site.demonstration === void 0 ? "GovernmentOrganization" : "Organization", name: site.publisher.name };
}
function location(place2, language) {
  const { lat: latitude, lon: longitude, country } = place2;
  return {
    "@type": "Place",
    name: nameIn(place2, language),
    address: country && { "@type": "PostalAddress", addressCountry: country },
    geo: latitude === void 0 || longitude === void 0 ? void 0 : { "@type": "GeoCoordinates", latitude, longitude }
  };
}
function breadcrumbs(crumbs, { links }) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, address: address2 }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: links.absolute(address2)
    }))
  };
}
function shorten(title) {
  if (title.length <= HEADLINE_MAX) return title;
  const cut = title.slice(0, HEADLINE_MAX - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), HEADLINE_MAX / 2)).replace(/[\uD800-\uDBFF]$|[\s,;:–-]+$/u, "")}…`;
}
function some(list) {
  return list.length > 0 ? list : void 0;
}

// src/site/home.ts
var LISTED = 12;
var TOPICS = 20;
function home(archive) {
  return archive.languages.map((language) => homePage(archive, language));
}
function homePage(archive, language) {
  const releases2 = archive.releasesIn(language);
  const isPinned = (until) => until !== void 0 && until > archive.now;
  const pinned = releases2.filter((release) => isPinned(release.pinnedUntil));
  const [newest, ...others] = [...pinned, ...releases2.filter((release) => !isPinned(release.pinnedUntil)).slice(0, LISTED + 1)];
  const isSmall = releases2.length < SMALL;
  const homes = archive.languages;
  return {
    layout: "home",
    kind: "list",
    address: homeAddress(language),
    language,
    title: language === "de" ? archive.site.name : archive.context.messages.in(language).home.heading,
    description: archive.site.tagline,
    isIndexed: true,
    alternates: homes.length > 1 ? homes.map((other) => ({ language: other, address: homeAddress(other), title: archive.site.name })) : [],
    newest,
    isWhole: isSmall,
    others: others.slice(0, LISTED),
    pinned: pinned.length,
    count: releases2.length,
    ...isSmall ? { topics: [], allTopics: void 0 } : topicsOf(archive, language),
    time: isSmall ? void 0 : timeOf(archive, language),
    structuredData: siteData(language, archive.context)
  };
}
function topicsOf(archive, language) {
  const all = archive.entriesOf("topics", language);
  const broad = all.filter(({ entry: entry2 }) => entry2.broader === void 0);
  const chosen = new Set([...broad].sort((a, b) => b.releases.length - a.releases.length).slice(0, TOPICS));
  const addressOf = (id2) => facetAddress("topics", id2, void 0, void 0, language);
  return {
    topics: broad.filter((topic) => chosen.has(topic)).map(({ entry: entry2 }) => ({ label: nameIn(entry2, language), address: addressOf(entry2.id) })),
    allTopics: broad.length > TOPICS ? { address: addressOf(), count: all.length } : void 0
  };
}
function timeOf(archive, language) {
  const years = groupByYear(archive.releasesIn(language)).reverse();
  const byYear = new Map(years.map((year) => [year.year, monthlyCounts(year)]));
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (first === void 0 || last === void 0) return void 0;
  const all = Array.from({ length: last - first + 1 }, (_, index) => byYear.get(first + index) ?? new Array(12).fill(0));
  return {
    band: drawBand(all.flat()),
    years: years.map(({ year }) => ({ label: String(year), address: timeAddress(year, void 0, language) }))
  };
}

// src/site/hosting/host-files.ts
function hostFiles({ site, context: { links } }) {
  if (links.href(homeAddress()) !== "/") return [];
  const text2 = (address2, lines) => textPage({ address: address2, kind: "data", from: lines, print: (from) => `${from.join("\n")}
` });
  const { security } = site;
  const securityAddress = "/.well-known/security.txt";
  return [
    text2("/robots.txt", robots(site, links.absolute(SITEMAP))),
    ...security ? [
      // RFC 9116
      text2(securityAddress, [
        `Contact: ${security.contact}`,
        `Expires: ${security.expires}`,
        "Preferred-Languages: de, en",
        `Canonical: ${links.absolute(securityAddress)}`
      ])
    ] : []
  ];
}
function robots({ demonstration }, sitemap2) {
  if (demonstration !== void 0)
    return ["# Jede Seite sagt noindex; damit das gelesen wird, bleibt das Abrufen erlaubt.", "User-agent: *", "Disallow:"];
  return ["User-agent: *", "Disallow:", "", `Sitemap: ${sitemap2}`];
}

// src/site/hosting/redirects.ts
var MOVED = 301;
function redirects(archive) {
  const { links } = archive.context;
  const ways = [...ofReleases(archive), ...ofEntries(archive), ...ofPages(archive)];
  const list = ways.map(({ alias, target }) => {
    const { host, asked } = readOldAddress(alias);
    return host === void 0 ? { from: asked, to: target, status: MOVED } : { host, from: asked, to: links.absolute(target), status: MOVED };
  }).sort((a, b) => compareText(a.host ?? "", b.host ?? "") || compareText(a.from, b.from));
  return [
    ...ways.filter(({ alias }) => readOldAddress(alias).hasFile && !archive.withoutPage.has(alias)),
    textPage({
      address: dataAddress("weiterleitungen.json"),
      kind: "data",
      from: list,
      print: (entries) => `[${entries.map((entry2) => `
${JSON.stringify(entry2)}`).join(",")}
]
`
    })
  ];
}
function ofReleases({ releases: releases2, versions, site: { languages } }) {
  const inLanguage = new Map(versions.map((version) => [`${version.language} ${version.id}`, version]));
  return releases2.flatMap(
    (release) => release.aliases.map((alias) => {
      const { address: address2, language, title } = inLanguage.get(`${languageOfAddress(alias, languages)} ${release.id}`) ?? release;
      return leadOn(alias, { path: release.path, target: address2, language, title });
    })
  );
}
function ofEntries(archive) {
  return FACETS.flatMap((facet) => {
    return archive.entriesOf(facet.name, archive.site.language).flatMap(
      ({ entry: entry2 }) => entry2.aliases.map((alias) => {
        const asked = languageOfAddress(alias, archive.site.languages);
        const language = archive.entriesOf(facet.name, asked).some((other) => other.entry === entry2) ? asked : archive.site.language;
        const title = nameIn(entry2, language);
        return leadOn(alias, {
          path: `registers/${facet.name}.yml`,
          target: facetAddress(facet.name, entry2.id, void 0, void 0, language),
          language,
          title
        });
      })
    );
  });
}
function ofPages({ pages }) {
  return pages.flatMap(
    ({ aliases, path, address: address2, language, title }) => aliases.map((alias) => leadOn(alias, { path, target: address2, language, title }))
  );
}
function leadOn(alias, { path, target, language, title }) {
  return {
    layout: "redirect",
    kind: "redirect",
    source: path,
    address: redirectAddress(readOldAddress(alias).path),
    alias,
    target,
    language,
    title,
    description: void 0,
    isIndexed: false,
    alternates: []
  };
}

// src/site/hosting/sitemap.ts
var ADDRESSES_MAX = 5e4;
function sitemap({ releases: releases2, versions, context }, pages) {
  const years = /* @__PURE__ */ new Map();
  for (const release of [...releases2, ...versions]) {
    if (release.withdrawn || release.state !== "public") continue;
    const year = release.id.slice(0, 4);
    const group = years.get(year);
    if (group) group.push(release);
    else years.set(year, [release]);
  }
  const others = pages.flatMap(
    (page2) => isView(page2) && page2.isIndexed && page2.kind !== "release" && page2.kind !== "version" ? [page2.address] : []
  );
  const files = [
    ...[...years].sort(([a], [b]) => a < b ? 1 : -1).flatMap(([year, group]) => divide(`/sitemap-${year}`, group, context, releaseEntry)),
    ...divide("/sitemap-seiten", others, context, pageEntry)
  ];
  const addresses = files.map(({ address: address2 }) => context.links.absolute(address2));
  return [textPage({ address: SITEMAP, kind: "data", from: addresses, print: printIndex }), ...files];
}
function printIndex(addresses) {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address2) => xml`<sitemap><loc>${address2}</loc></sitemap>\n`)}</sitemapindex>
`.xml;
}
function pageEntry(address2, { links }) {
  return xml`<url><loc>${links.absolute(address2)}</loc></url>\n`;
}
function releaseEntry(release, { site, links }) {
  const versions = alternates(release, links);
  const changed = lastChangeMoment(release, site.timeZone);
  return xml`<url><loc>${links.absolute(release.address)}</loc><lastmod>${changed}</lastmod>${versions}</url>\n`;
}
function alternates({ versions }, { absolute }) {
  if (versions.length < 2) return [];
  const links = versions.map(
    ({ language, address: address2 }) => xml`<xhtml:link rel="alternate" hreflang="${language}" href="${absolute(address2)}"/>\n`
  );
  return [xml`\n`, ...links];
}
function divide(name, all, context, entry2) {
  const print2 = (from) => printUrls(from.part.map((one) => entry2(one, from.context)));
  const files = [];
  for (let at = 0; at < all.length; at += ADDRESSES_MAX) {
    const address2 = `${name}${at === 0 ? "" : `-${at / ADDRESSES_MAX + 1}`}.xml`;
    files.push(textPage({ address: address2, kind: "data", from: { part: all.slice(at, at + ADDRESSES_MAX), context }, print: print2 }));
  }
  return files;
}
function printUrls(entries) {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries}</urlset>
`.xml;
}

// src/site/lists/corrections.ts
var ADDRESS = "/korrekturen/";
function corrections(archive) {
  const words = archive.context.messages.in(archive.site.language).corrections;
  const changes = archive.releases.flatMap((release) => [
    ...release.corrections.map(({ date, note }) => ({ date, isWithdrawal: false, note, release })),
    ...release.withdrawn ? [{ date: release.withdrawn.date, isWithdrawal: true, note: release.withdrawn.reason, release }] : []
  ]).sort((a, b) => b.date.instant - a.date.instant);
  const years = [...new Set(changes.map(({ date }) => date.year))];
  const view = (address2, title, shown, links2) => ({
    layout: "corrections",
    kind: "list",
    address: address2,
    language: archive.site.language,
    title,
    description: words.description,
    isIndexed: true,
    alternates: [],
    crumbs: address2 === ADDRESS ? [] : [{ label: words.heading, address: ADDRESS }],
    years: links2,
    changes: shown
  });
  if (changes.length <= LIST_MAX) return [view(ADDRESS, words.heading, changes, [])];
  const addressOf = (year) => `${ADDRESS.slice(0, -1)}${timeAddress(year)}`;
  const of = (year) => changes.filter(({ date }) => date.year === year);
  const links = years.map((year) => ({ label: String(year), address: addressOf(year), count: of(year).length }));
  return [
    view(ADDRESS, words.heading, changes.slice(0, 20), links),
    ...years.map((year) => view(addressOf(year), `${words.heading} ${year}`, of(year), []))
  ];
}

// src/site/lists/facet-pages.ts
var NEWEST2 = 12;
function facetPages(archive) {
  return archive.site.languages.flatMap(
    (language) => FACETS.flatMap((facet) => {
      const entries = archive.entriesOf(facet.name, language);
      if (entries.length === 0) return [];
      const way = { archive, facet, language, byId: new Map(entries.map((entry2) => [entry2.entry.id, entry2])) };
      return [overview(way), ...entries.flatMap((entry2) => entryPages(way, entry2)).map((page2) => withDistinctions(page2, archive.context))];
    })
  );
}
function overview({ archive, facet, language, byId }) {
  const words = archive.context.messages.in(language).facets[facet.name];
  const entries = [...byId.values()];
  const narrowerThan2 = (id2) => entries.filter(({ entry: entry2 }) => broaderOf(entry2, byId) === id2).map(({ entry: entry2, releases: releases2 }) => ({
    ...linkTo(facet, entry2, language),
    description: entry2.description,
    count: releases2.length,
    narrower: narrowerThan2(entry2.id)
  }));
  return {
    layout: "overview",
    kind: "list",
    address: facetAddress(facet.name, void 0, void 0, void 0, language),
    language,
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    entries: narrowerThan2(void 0)
  };
}
function entryPages(way, { entry: entry2, releases: releases2 }) {
  const { archive, facet, language } = way;
  const { messages } = archive.context;
  const words = messages.in(language).listing;
  const years = groupByYear(releases2);
  const isDivided = facet.isDivided || releases2.length > LIST_MAX;
  const isSole = isUndivided(way);
  const link = linkTo(facet, entry2, language);
  const overviewLink = {
    label: messages.in(language).navigation[facet.name],
    address: facetAddress(facet.name, void 0, void 0, void 0, language)
  };
  const yearLinks = years.map(({ year, count: count2 }) => ({
    label: String(year),
    address: isSole ? timeAddress(year, void 0, language) : facetAddress(facet.name, entry2.id, year, void 0, language),
    count: count2
  }));
  const page2 = {
    ...emptyListing(language),
    kind: "entry",
    address: link.address,
    title: link.label,
    description: entry2.description ?? fill(words.entryDescription, { entry: link.label }),
    crumbs: [overviewLink],
    notes: notesOf(way, entry2),
    count: releases2.length,
    links: isDivided && years.length > 0 ? [{ heading: words.years, items: yearLinks }] : [],
    groups: isDivided ? [{ heading: words.newest, address: void 0, releases: releases2.slice(0, NEWEST2) }] : years.map((year) => ({ heading: String(year.year), address: void 0, releases: year.months.flatMap((month) => month.releases) })),
    isDense: !isDivided,
    feed: feedOf(link.address, releases2, facet)
  };
  if (!isDivided || isSole) return [page2];
  return [page2, ...years.flatMap((year) => entryYearPages(archive, year, { facet, entry: entry2, language, crumbs: [overviewLink, link] }))];
}
function isUndivided({ archive, facet }) {
  const [only, ...others] = archive.entriesOf(facet.name, archive.site.language).filter(({ releases: releases2 }) => releases2.length > 0);
  return others.length === 0 && only?.releases.length === archive.listed.length;
}
function entryYearPages({ context }, year, { facet, entry: entry2, language, crumbs }) {
  const { messages } = context;
  const words = messages.in(language).listing;
  const isLong = year.count > LIST_MAX;
  const months = year.months.map(({ month, releases: releases2 }) => ({
    month,
    label: monthLabel(context, year.year, month, language),
    address: facetAddress(facet.name, entry2.id, year.year, month, language),
    releases: releases2
  }));
  const [, entryLink] = crumbs;
  const address2 = facetAddress(facet.name, entry2.id, year.year, void 0, language);
  const yearPage2 = {
    ...emptyListing(language),
    address: address2,
    title: `${entryLink?.label} ${year.year}`,
    description: fill(words.entryYearDescription, {
      entry: entryLink?.label,
      year: year.year,
      count: messages.count(year.count, words.count, language)
    }),
    crumbs,
    count: year.count,
    links: isLong ? [
      {
        heading: words.months,
        items: months.map(({ label, address: monthAddress, releases: releases2 }) => ({ label, address: monthAddress, count: releases2.length }))
      }
    ] : [],
    groups: isLong ? [] : months.map(({ label, releases: releases2 }) => ({ heading: label, address: void 0, releases: releases2 })),
    isDense: true
  };
  if (!isLong) return [yearPage2];
  const monthPages2 = months.map(
    ({ month, label, address: monthAddress, releases: releases2 }) => ({
      ...emptyListing(language),
      address: monthAddress,
      title: `${entryLink?.label}, ${label}`,
      description: fill(month === 0 ? words.entryUnknownMonthDescription : words.entryMonthDescription, {
        entry: entryLink?.label,
        year: year.year,
        month: label,
        count: messages.count(releases2.length, words.count, language)
      }),
      crumbs: [...crumbs, { label: String(year.year), address: address2 }],
      count: releases2.length,
      groups: [{ heading: void 0, address: void 0, releases: releases2 }]
    })
  );
  return [yearPage2, ...monthPages2];
}
function notesOf({ archive, facet, language, byId }, entry2) {
  const { registers } = archive;
  const words = archive.context.messages.in(language).facets.notes;
  const note = (label, items) => items.length > 0 ? [{ label, items }] : [];
  const link = (id2, register) => {
    const other = id2 === void 0 ? void 0 : register.get(id2);
    if (!other) return [];
    return [
      {
        text: linkTo(facet, other, language).label,
        address: byId.has(other.id) ? facetAddress(facet.name, other.id, void 0, void 0, language) : void 0
      }
    ];
  };
  switch (facet.name) {
    case "topics": {
      const narrower = [...byId.values()].filter((other) => other.entry.broader === entry2.id);
      return [
        ...note(words.broader, link(entry2.broader, registers.topics)),
        ...note(
          words.narrower,
          narrower.flatMap((other) => link(other.entry.id, registers.topics))
        )
      ];
    }
    case "departments": {
      const { formerNames, successor } = entry2;
      return [
        ...note(
          words.formerNames,
          formerNames.map(({ name, names, until }) => ({
            text: fill(words.until, { name: nameIn({ name, names }, language), until: written(until) }),
            address: void 0
          }))
        ),
        ...note(words.successor, link(successor, registers.departments))
      ];
    }
    case "people":
      return note(
        words.roles,
        entry2.roles.map(({ title, from, to }) => ({
          text: fill(termOf(from, to, words), { title, from: written(from), to: written(to) }),
          address: void 0
        }))
      );
    default:
      return [];
  }
}
function termOf(from, to, words) {
  if (from === void 0) return to === void 0 ? "{title}" : words.termTo;
  return to === void 0 ? words.termFrom : words.term;
}
function written(date) {
  return date?.slice(0, 4) ?? "";
}
function linkTo(facet, entry2, language) {
  return { label: nameIn(entry2, language), address: facetAddress(facet.name, entry2.id, void 0, void 0, language) };
}
function broaderOf(entry2, byId) {
  const broader = entry2.broader;
  return broader !== void 0 && byId.has(broader) ? broader : void 0;
}

// src/site/lists/listings.ts
function listings(archive) {
  return archive.site.languages.flatMap((language) => {
    const years = groupByYear(archive.releasesIn(language));
    if (years.length === 0) return [];
    return [
      archivePage(archive, years, language),
      ...years.flatMap((year, index) => [
        withDistinctions(yearPage(archive, year, { language, earlier: years[index + 1], later: years[index - 1] }), archive.context),
        ...monthPages(archive, year, language),
        ...language === "de" ? [bandPage(year, archive.site.theme)] : []
      ])
    ];
  });
}
function archivePage({ context }, years, language) {
  const words = context.messages.in(language).listing;
  const largest = Math.max(...years.flatMap(monthlyCounts));
  return {
    layout: "archive",
    kind: "list",
    address: archiveAddress(language),
    language,
    title: words.archive,
    description: words.archiveDescription,
    isIndexed: true,
    alternates: [],
    count: years.reduce((sum, year) => sum + year.count, 0),
    years: years.map((year) => ({
      label: String(year.year),
      address: timeAddress(year.year, void 0, language),
      count: year.count,
      band: drawBand(monthlyCounts(year), largest)
    }))
  };
}
function yearPage({ context }, year, { language, earlier, later }) {
  const words = context.messages.in(language).listing;
  const named2 = (other) => ({ label: String(other), address: timeAddress(other, void 0, language) });
  const months = year.months.map(({ month, releases: releases2 }) => ({
    label: monthLabel(context, year.year, month, language),
    address: timeAddress(year.year, month, language),
    count: releases2.length,
    releases: releases2
  }));
  return {
    ...emptyListing(language),
    address: timeAddress(year.year, void 0, language),
    title: String(year.year),
    description: fill(words.yearDescription, { year: year.year, count: context.messages.count(year.count, words.count, language) }),
    crumbs: [crumbToArchive(context, language)],
    count: year.count,
    band: drawBand(monthlyCounts(year)),
    links: [{ heading: words.months, items: months.map(({ label, address: address2, count: count2 }) => ({ label, address: address2, count: count2 })) }],
    groups: year.count > LIST_MAX ? [] : months.map(({ label, address: address2, releases: releases2 }) => ({ heading: label, address: address2, releases: releases2 })),
    isDense: true,
    earlier: neighbour(earlier?.year, named2),
    later: neighbour(later?.year, named2)
  };
}
function monthPages({ context }, year, language) {
  const words = context.messages.in(language).listing;
  const named2 = (month) => ({
    label: monthLabel(context, year.year, month, language),
    address: timeAddress(year.year, month, language)
  });
  return year.months.map(({ month, releases: releases2 }, index) => ({
    ...emptyListing(language),
    address: timeAddress(year.year, month, language),
    title: monthLabel(context, year.year, month, language),
    description: fill(month === 0 ? words.unknownMonthDescription : words.monthDescription, {
      year: year.year,
      month: monthLabel(context, year.year, month, language),
      count: context.messages.count(releases2.length, words.count, language)
    }),
    crumbs: [crumbToArchive(context, language), { label: String(year.year), address: timeAddress(year.year, void 0, language) }],
    count: releases2.length,
    groups: [{ heading: void 0, address: void 0, releases: releases2 }],
    earlier: neighbour(year.months[index + 1]?.month, named2),
    later: neighbour(year.months[index - 1]?.month, named2)
  }));
}
function bandPage(year, { palettes }) {
  const band = drawBand(monthlyCounts(year));
  return textPage({ address: `${timeAddress(year.year)}band.svg`, kind: "asset", from: { band, palettes }, print: bandFile });
}
function crumbToArchive({ messages }, language) {
  return { label: messages.in(language).navigation.archive, address: archiveAddress(language) };
}
function neighbour(period, named2) {
  return period === void 0 ? void 0 : named2(period);
}

// src/site/plain-pages.ts
var NEWEST3 = 5;
function plainPages(archive) {
  return archive.pages.map(
    (page2) => ({
      layout: "page",
      kind: "page",
      source: page2.path,
      address: page2.address,
      language: page2.language,
      title: page2.title,
      description: page2.summary,
      isIndexed: page2.slug !== "404" && !page2.draft,
      alternates: [],
      page: page2,
      ways: page2.slug === "404" ? waysOn(archive) : void 0
    })
  );
}
function waysOn(archive) {
  const releases2 = archive.listed;
  if (releases2.length === 0) return void 0;
  return {
    years: groupByYear(releases2).map(({ year }) => ({ label: String(year), address: timeAddress(year) })),
    newest: releases2.slice(0, NEWEST3)
  };
}

// src/site/releases/calendar.ts
import ICAL from "ical.js";
import { DateTime } from "luxon";
ICAL.foldLength = 74;
function hasCalendar({ events, withdrawn }) {
  return withdrawn === void 0 && events.some(({ date }) => hasDay(date));
}
function hasDay({ precision }) {
  return precision === "day" || precision === "minute";
}
function toCalendar(release, { site, links }) {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", `-//Stadtchronik//${site.name}//DE`);
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("calscale", "GREGORIAN");
  calendar.addPropertyWithValue("method", "PUBLISH");
  const events = release.events.filter(({ date }) => hasDay(date));
  const names = identify(events);
  events.forEach((event, index) => {
    calendar.addSubcomponent(toComponent(event, `tag:${site.tagAuthority}:${release.id}#termin-${names[index]}`, release, { site, links }));
  });
  return `${calendar.toString()}\r
`;
}
function identify(events) {
  const taken = /* @__PURE__ */ new Set();
  const names = /* @__PURE__ */ new Map();
  const lastFirst = events.toSorted((a, b) => b.date.instant - a.date.instant || compareText(a.place?.id ?? "", b.place?.id ?? ""));
  for (const event of lastFirst) {
    const { id: id2, name, date, place: place2 } = event;
    const said = [[name], [name, date.machine], [name, date.machine, place2?.id], [name, date.machine, place2?.id, taken.size]];
    const own2 = id2 ?? said.map((parts) => digest(JSON.stringify(parts)).slice(0, 12)).find((one) => !taken.has(one)) ?? "";
    taken.add(own2);
    names.set(event, own2);
  }
  return events.map((event) => names.get(event) ?? "");
}
function toComponent(event, uid, release, { site, links }) {
  const component = new ICAL.Component("vevent");
  const url = links.absolute(release.address);
  const [start, end] = spanOf(event, site.timeZone);
  component.addPropertyWithValue("uid", uid);
  component.addPropertyWithValue("dtstamp", moment2(release.published));
  if (release.corrections.length > 0) component.addPropertyWithValue("last-modified", moment2(lastChange(release, site.timeZone)));
  component.addPropertyWithValue("sequence", release.corrections.length);
  component.addPropertyWithValue("dtstart", start);
  if (end) component.addPropertyWithValue("dtend", end);
  component.addPropertyWithValue("summary", event.name);
  if (event.place) {
    component.addPropertyWithValue("location", event.place.name);
    if (event.place.lat !== void 0 && event.place.lon !== void 0)
      component.addPropertyWithValue("geo", [event.place.lat, event.place.lon]);
  }
  component.addPropertyWithValue("description", [site.demonstration, release.title, url].filter((line) => line !== void 0).join("\n"));
  component.addPropertyWithValue("url", url);
  return component;
}
function spanOf({ date, end }, timeZone) {
  const last = end && hasDay(end) ? end : void 0;
  if (date.precision === "day") return [day2(date, timeZone, 0), day2(last ?? date, timeZone, 1)];
  if (!last || last.precision === "minute" && last.instant === date.instant) return [moment2(date.instant), void 0];
  return [
    moment2(date.instant),
    moment2(last.precision === "day" ? DateTime.fromMillis(last.instant, { zone: timeZone }).plus({ days: 1 }).toMillis() : last.instant)
  ];
}
function day2(date, zone, later) {
  const { year, month, day: number } = DateTime.fromMillis(date.instant, { zone }).plus({ days: later });
  return ICAL.Time.fromData({ year, month, day: number, isDate: true });
}
function moment2(instant) {
  const { year, month, day: number, hour, minute, second } = DateTime.fromMillis(instant, { zone: "utc" });
  return ICAL.Time.fromData({ year, month, day: number, hour, minute, second, isDate: false }, ICAL.Timezone.utcTimezone);
}

// src/site/releases/release-json.ts
function toJson(release, context) {
  const { site, links } = context;
  const identity = { demonstration: site.demonstration, id: release.id, url: links.absolute(release.address), language: release.language };
  const versions = release.versions.map(({ language, address: address2 }) => ({ language, url: links.absolute(address2) }));
  if (release.withdrawn) {
    const { date, reason, hidesTitle } = release.withdrawn;
    return {
      ...identity,
      title: hidesTitle ? void 0 : release.title,
      date: release.date.machine,
      withdrawn: { date: date.machine, reason },
      versions
    };
  }
  return { ...identity, title: release.title, ...contents(release, context), versions };
}
function contents(release, { site, links, texts }) {
  const { language } = release;
  const named2 = (entry2) => ({ id: entry2.id, name: nameIn(entry2, language) });
  return {
    date: release.date.machine,
    published: publishedDate(release, site.timeZone),
    changed: changedDate(release),
    state: release.state === "public" ? void 0 : release.state,
    summary: release.summary || void 0,
    issuer: site.issuer,
    department: named2(release.department),
    with: release.with.map(named2),
    topics: release.topics.map(named2),
    follows: release.followed && { id: release.followed.id, url: links.absolute(release.followed.address) },
    followUps: release.followUps.length > 0 ? release.followUps.map(({ id: id2, address: address2 }) => ({ id: id2, url: links.absolute(address2) })) : void 0,
    kind: release.kind,
    people: release.people.map(({ person, role }) => ({ ...named2(person), role })),
    places: release.places.map((place2) => ({ ...named2(place2), country: place2.country, lat: place2.lat, lon: place2.lon })),
    events: release.events.map(({ name, date, end, place: place2 }) => ({
      name,
      date: date.machine,
      end: end?.machine,
      place: place2 && named2(place2)
    })),
    number: release.number,
    contact: release.contact,
    images: release.images.map((image) => ({
      url: links.absolute(renditionsOf(image, release.id).print.address),
      alt: image.alt,
      caption: image.caption,
      credit: image.credit,
      license: image.license
    })),
    attachments: release.attachments.map(({ file, address: address2, title, size, accessible }) => ({
      url: links.absolute(address2),
      title,
      type: mediaType(file),
      bytes: size,
      accessible
    })),
    corrections: release.corrections.map(({ date, note }) => ({ date: date.machine, note })),
    source: release.source,
    reconstructed: release.reconstructed,
    translation: release.translation,
    textLicense: site.textLicense,
    /** Markdown, as the press office wrote it. */
    text: texts.markdown(release),
    plainText: texts.plain(release)
  };
}

// src/site/releases/release-text.ts
function toText(release, context) {
  const { site, messages, texts } = context;
  const { language } = release;
  const words = messages.in(language);
  const print2 = (date) => context.formatDate(date, language);
  const number = release.number === void 0 ? "" : ` ${bracketed(release, "number", fill(words.release.number, { number: release.number }))}`;
  const head = [
    ...markOf(release, context),
    site.issuer,
    words.release.kinds[release.kind] + number,
    bracketed(release, "date", print2(release.date)),
    bracketed(release, "department", nameIn(release.department, language))
  ];
  const translation = release.translation && [
    words.release.translations[release.translation.kind],
    by(release.translation.by, words.release.translatedBy)
  ];
  const blocks = [
    site.demonstration,
    head.join("\n"),
    bracketed(release, "title", release.title),
    translation?.filter((part2) => part2 !== void 0).join(" "),
    ...release.corrections.map(({ date, note }) => `${fill(words.release.correction, { date: print2(date) })}: ${note}`),
    texts.plain(release) || (release.source?.url === void 0 ? "" : `${words.release.textElsewhere} ${release.source.url}`),
    "* * *",
    ...factsOf(release, context).map(([label, lines]) => `${label}:
${lines.join("\n")}`)
  ];
  return `${blocks.filter((block) => block !== void 0).join("\n\n")}
`;
}
function by(translator, phrase) {
  return translator === void 0 ? void 0 : fill(phrase, { by: translator });
}
function markOf({ state, published, language, date }, { formatDate, messages }) {
  const words = messages.in(language).preview;
  if (state === "draft") return [words.draft];
  if (state === "public") return [];
  const moment3 = { ...date, precision: "minute", machine: String(published), instant: published };
  return [fill(words.embargoed, { date: `${formatDate(moment3, language)}, ${formatDate(moment3, language, "time")}` })];
}
function factsOf(release, context) {
  const { site, links, messages } = context;
  const { language, source } = release;
  const words = messages.in(language).release;
  const named2 = (entries) => entries.map((entry2) => nameIn(entry2, language));
  const list = (field, entries) => named2(entries).map((name) => bracketed(release, field, name)).join(", ");
  const address2 = (absolute) => links.absolute(absolute);
  const linked = (other) => `${other.title} (${bracketed(other, "date", context.formatDate(other.date, language))}): ${address2(other.address)}`;
  const notes = [
    ...hasBrackets(release) ? [words.reconstructed] : [],
    ...release.reconstructed.includes("title") ? [words.suppliedTitle] : [],
    ...hasSuppliedSummary(release) ? [words.suppliedSummary] : []
  ];
  const facts = [
    [words.follows, release.followed ? [linked(release.followed)] : []],
    [words.followUps, release.followUps.map(linked)],
    [words.with, named2(release.with)],
    [
      words.people,
      release.people.map(
        ({ person, role }) => bracketed(release, "people", role === void 0 ? nameIn(person, language) : `${nameIn(person, language)}, ${role}`)
      )
    ],
    [words.places, [list("places", release.places)]],
    [words.topics, [list("topics", release.topics)]],
    [words.events, release.events.map((event) => eventLine(event, release, context))],
    [
      words.images,
      release.images.map((image) => {
        const { credit, isSupplied } = image;
        const line = creditLine({ credit, license: void 0, isSupplied }, words);
        return `${captionOf(image) ?? image.alt} (${line}) ${address2(renditionsOf(image, release.id).print.address)}`;
      })
    ],
    [
      words.attachments,
      release.attachments.map((file) => {
        const kind = describeFile(file, { language, phrase: words.file });
        return `${file.title} (${kind}): ${address2(file.address)}${file.accessible ? "" : ` (${words.inaccessible})`}`;
      })
    ],
    [words.contact, contactOf(release, words.phone)],
    [words.source, [source?.note, source?.url, ...notes]],
    [messages.in(language).plain.address, [address2(release.address)]],
    [words.rights, [site.textLicense.text, site.textLicense.url]]
  ];
  return facts.map(([label, lines]) => [label, lines.filter((line) => line !== void 0 && line !== "")]).filter(([, lines]) => lines.length > 0);
}
function contactOf(release, phone) {
  const { contact } = release;
  const lines = [contact?.name, contact?.phone && `${phone} ${contact.phone}`, contact?.email];
  return lines.flatMap((line) => line ? [bracketed(release, "contact", line)] : []);
}
function eventLine({ name, date, end, place: place2 }, { language }, { messages, formatDate }) {
  const words = messages.in(language).release;
  const time = (moment3) => moment3.precision === "minute" ? `, ${formatDate(moment3, language, "time")}` : "";
  const { hasDay: hasDay2, hasTime } = endOf({ date, end });
  const last = end ? [...hasDay2 ? [formatDate(end, language)] : [], ...hasTime ? [formatDate(end, language, "time")] : []] : [];
  const until = last.length > 0 ? ` ${words.until} ${last.join(", ")}` : "";
  return [`${name}: ${formatDate(date, language)}${time(date)}${until}`, ...place2 ? [nameIn(place2, language)] : []].join(", ");
}

// src/site/releases/release-files.ts
function releaseFiles(archive) {
  return [...archive.releases, ...archive.versions].flatMap((release) => {
    const from = { release, context: archive.context };
    const data2 = textPage({ address: releaseFileAddress(release.address, "index.json"), kind: "data", from, print: printData });
    if (release.withdrawn) return [data2];
    const text2 = textPage({ address: releaseFileAddress(release.address, "index.txt"), kind: "data", from, print: printText });
    if (isVersion(release) || !hasCalendar(release)) return [text2, data2];
    return [
      text2,
      data2,
      textPage({ address: releaseFileAddress(release.address, "termine.ics"), kind: "data", from, print: printCalendar })
    ];
  });
}
function printText({ release, context }) {
  return toText(release, context);
}
function printData({ release, context }) {
  return `${JSON.stringify(toJson(release, context), null, 2)}
`;
}
function printCalendar({ release, context }) {
  return toCalendar(release, context);
}

// src/site/releases/threads.ts
function toThreads(comments) {
  const answers = /* @__PURE__ */ new Map();
  for (const { id: id2, replyTo } of comments) if (replyTo === void 0) answers.set(id2, []);
  for (const comment of comments) if (comment.replyTo !== void 0) answers.get(comment.replyTo)?.push(comment);
  return comments.flatMap((comment) => comment.replyTo === void 0 ? [{ comment, answers: answers.get(comment.id) ?? [] }] : []);
}

// src/site/releases/releases.ts
var ReleaseView = class {
  layout = "release";
  release;
  yearBand;
  earlier;
  later;
  distinction;
  related;
  context;
  constructor({ release, yearBand, earlier, later, distinction, related, context }) {
    this.release = release;
    this.yearBand = yearBand;
    this.earlier = earlier;
    this.later = later;
    this.distinction = distinction;
    this.related = related;
    this.context = context;
  }
  get kind() {
    return isVersion(this.release) ? "version" : "release";
  }
  get source() {
    return this.release.path;
  }
  get address() {
    return this.release.address;
  }
  get language() {
    return this.release.language;
  }
  /** The title of the page as a whole, in tabs, histories and results of a search. */
  get title() {
    const { title } = this.release;
    return this.distinction === void 0 ? title : `${title}, ${this.distinction}`;
  }
  get description() {
    return this.release.summary || void 0;
  }
  get isIndexed() {
    return this.release.withdrawn === void 0 && this.release.state === "public";
  }
  get alternates() {
    return this.release.versions.length > 1 ? this.release.versions : [];
  }
  /** Pictures that do not stand in the text itself; the first leads. */
  get pictures() {
    return picturesAround(this.release.images, () => this.context.texts.placed(this.release));
  }
  /** Where in time the release stands: the archive, its year, its month, as far as these have a page. */
  get crumbs() {
    return this.release.withdrawn ? [] : crumbsOf(this.release, this.context);
  }
  /** Addresses of what the archive makes of the release beside its page, and where its changes are kept. */
  get files() {
    const { address: address2, id: id2, language } = this.release;
    const { repository } = this.context.site;
    return {
      text: releaseFileAddress(address2, "index.txt"),
      data: releaseFileAddress(address2, "index.json"),
      calendar: hasCalendar(this.release) ? releaseFileAddress(releaseAddress(id2), "termine.ics") : void 0,
      history: repository === void 0 ? void 0 : historyAddress(repository, id2, isVersion(this.release) ? language : void 0)
    };
  }
  /** Approved comments with their answers. */
  get threads() {
    return toThreads(this.release.approvedComments);
  }
  /** JSON-LD, safe inside a script element. */
  get structuredData() {
    return releaseData(this.release, this.crumbs, this.context);
  }
};
function releases(archive) {
  const { site, context } = archive;
  const neighbours2 = findNeighbours(archive);
  const related = new Map(site.languages.map((language) => [language, findRelated(archive.releasesIn(language), site.timeZone)]));
  const distinctions = tellTitlesApart([...archive.releases, ...archive.versions], context);
  const hasBands = archive.listed.length >= SMALL;
  const views = [...archive.releases, ...archive.versions].map((release) => {
    const between = neighbours2.get(release);
    return new ReleaseView({
      release,
      yearBand: between && hasBands && release.date.month > 0 ? `${timeAddress(release.date.year)}band.svg` : void 0,
      earlier: between?.earlier,
      later: between?.later,
      distinction: distinctions.get(release),
      related: withFollowed(release, related.get(release.language)?.get(release.id) ?? []),
      context
    });
  });
  return [...views, ...archive.files.map(filePage)];
}
function filePage({ address: address2, source, digest: digest2, rendition }) {
  if (!rendition) return { kind: "file", address: address2, source, digest: digest2 };
  return { kind: address2.includes(`-${rendition.width}.`) ? "asset" : "file", address: address2, source, digest: digest2, rendition };
}
function findNeighbours(archive) {
  const found = /* @__PURE__ */ new Map();
  const toLink = (release) => release && { label: release.title, address: release.address };
  for (const language of archive.site.languages) {
    const list = archive.releasesIn(language);
    list.forEach((release, index) => {
      found.set(release, { earlier: toLink(list[index + 1]), later: toLink(list[index - 1]) });
    });
  }
  return found;
}
function crumbsOf({ date, language }, { messages, formatDate }) {
  const words = messages.in(language);
  const year = { label: String(date.year), address: timeAddress(date.year, void 0, language) };
  const month = {
    label: date.month === 0 ? words.time.unknown : formatDate(periodDate(date.year, date.month), language, "month"),
    address: timeAddress(date.year, date.month, language)
  };
  return [{ label: words.navigation.archive, address: archiveAddress(language) }, year, month];
}

// src/site/capabilities.ts
var CAPABILITIES = [
  home,
  releases,
  releaseFiles,
  listings,
  facetPages,
  corrections,
  feeds,
  subscribe,
  hostFiles,
  plainPages,
  accessibility,
  data,
  redirects,
  assets
];
function listPages(archive) {
  const made = CAPABILITIES.flatMap((capability) => capability(archive));
  return [...made, ...sitemap(archive, made)];
}

// src/archive/reading.ts
import { join as join8 } from "node:path";

// src/archive/aliases.ts
import { join as join2 } from "node:path";
function claimsTwice({ releases: releases2, pages, registers, folder, languages, host }) {
  const problems = [];
  const refused = /* @__PURE__ */ new Set();
  const registerPath = (name) => join2(folder, "registers", `${name}.yml`);
  const names = Object.keys(REGISTER_SCHEMAS);
  const claims = [
    ...releases2.flatMap(({ aliases, path, state }) => aliases.map((alias) => ({ alias, path, isDraft: state === "draft" }))),
    ...pages.flatMap(({ aliases, path, draft }) => aliases.map((alias) => ({ alias, path, isDraft: draft }))),
    ...names.flatMap(
      (name) => [...registers[name].values()].flatMap(({ aliases }) => aliases.map((alias) => ({ alias, path: registerPath(name), isDraft: false })))
    )
  ].sort((a, b) => Number(a.isDraft) - Number(b.isDraft));
  const asked = new Set(claims.flatMap(({ alias }) => [keyOf(alias).folded, parentOf(keyOf(alias).folded)]));
  const taken = /* @__PURE__ */ new Map();
  const take2 = (exact, folded, path) => {
    if (asked.has(folded)) taken.set(folded, [...taken.get(folded) ?? [], { exact, path }]);
  };
  const takeAddress = (address2, path) => take2(comparableInCase(address2), comparable(address2), path);
  if (claims.length > 0) {
    for (const { address: address2, path } of pages) takeAddress(address2, path);
    for (const { id: id2, path } of releases2) for (const language of languages) takeAddress(releaseAddress(id2, language), path);
    for (const name of names)
      for (const id2 of registers[name].keys())
        for (const language of languages) takeAddress(facetAddress(name, id2, void 0, void 0, language), registerPath(name));
  }
  const present = new Set(taken.keys());
  const withoutPage = /* @__PURE__ */ new Set();
  for (const { alias, path, isDraft } of claims) {
    const report = isDraft ? hint : error;
    const at = () => positionOf(alias, path);
    const { exact, folded, isFile } = keyOf(alias);
    if (folded.startsWith(`//${host}/`)) {
      if (!isDraft) refused.add(path);
      const remedy = `Schreiben Sie nur den Pfad: ${new URL(alias).pathname}`;
      problems.push(report(path, at(), `Die frühere Adresse ${alias} liegt auf diesem Host selbst.`, remedy));
      continue;
    }
    const holders = taken.get(folded) ?? [];
    const holder = holders.find((other) => other.exact === exact);
    const isReserved2 = isFile && isOwn(exact, present, languages);
    if (holder || isReserved2) {
      if (!isDraft) refused.add(path);
      problems.push(
        holder ? report(path, at(), `Die frühere Adresse ${alias} gehört schon ${holder.path}.`, "Streichen Sie sie hier unter aliases.") : report(
          path,
          at(),
          `Die frühere Adresse ${alias} liegt in einem Bereich, den das Archiv selbst belegt.`,
          "Streichen Sie sie unter aliases; der Webserver kann sie weiterleiten."
        )
      );
      continue;
    }
    const [alike2] = holders;
    if (alike2 || isFile && isOwn(folded, present, languages)) {
      withoutPage.add(alias);
      const other = alike2 ? `einer von ${alike2.path}` : "einer des Archivs selbst";
      problems.push(
        hint(
          path,
          at(),
          `Die frühere Adresse ${alias} gleicht bis auf Groß- und Kleinschreibung ${other}; sie bekommt keine eigene Seite.`,
          "Der Webserver kann sie weiterleiten: Sie steht in daten/weiterleitungen.json."
        )
      );
    }
    if (!isDraft) take2(exact, folded, path);
  }
  return { problems, refused, withoutPage };
}
function keyOf(alias) {
  const { host, path, query } = readOldAddress(alias);
  const outside = host === void 0 ? "" : `//${host}`;
  const exact = `${outside}${comparableInCase(path)}${query}`;
  const folded = `${outside}${comparable(path)}${query.toLowerCase()}`;
  return { exact, folded, isFile: host === void 0 && query === "" };
}
function isOwn(key, present, languages) {
  const shape = shapeOf(key, languages);
  if (shape === "release" || shape === "entry") return false;
  if (shape === "file") return present.has(key.slice(0, key.lastIndexOf("/")));
  const first = key.split("/")[1] ?? "";
  return key === "/" || key === "/404.html" || isReserved(first.replace(/\.[a-z]+$/, ""), languages) || /^(feed|sitemap|robots|\.well-known)\b/.test(first) || /^\/\d{4}(\/\d\d)?$/.test(key);
}
function positionOf(alias, path) {
  const bytes = readContent(path);
  const text2 = bytes instanceof Uint8Array ? bytes.toString("utf8") : "";
  const found = text2.indexOf(alias, Math.max(0, text2.indexOf("aliases")));
  return found < 0 ? FILE_START : positionAt(text2, found);
}

// src/archive/archive.ts
function newestFirst(a, b) {
  return b.published - a.published || compareText(a.id, b.id);
}
function createArchive(holdings) {
  const { context, registers, used, releases: releases2, versions } = holdings;
  const { language: original, languages } = context.site;
  const inOne = (language) => {
    const isListed = (release) => release.language === language && !release.withdrawn;
    const issued = releases2.filter(isListed);
    const translated = versions.filter(isListed);
    return issued.length === 0 ? translated : [...issued, ...translated].sort(newestFirst);
  };
  const inLanguages = /* @__PURE__ */ new Map([[original, releases2.filter(({ withdrawn }) => !withdrawn)]]);
  for (const language of languages) {
    if (language !== original) inLanguages.set(language, inOne(language));
  }
  const releasesIn = (language) => inLanguages.get(language) ?? [];
  const entries = /* @__PURE__ */ new Map();
  return {
    ...holdings,
    site: context.site,
    listed: releasesIn(original),
    languages: languages.filter((language) => language === original || releasesIn(language).length > 0),
    releasesIn,
    entriesOf: (name, language) => {
      const key = `${name} ${language}`;
      let found = entries.get(key);
      if (!found) {
        const kept = language === original ? used[name] : /* @__PURE__ */ new Set();
        const facet = FACETS.find((one) => one.name === name);
        found = facet ? groupByFacet(facet, releasesIn(language), registers, kept) : [];
        entries.set(key, found);
      }
      return found;
    }
  };
}

// src/archive/comments.ts
import { join as join3 } from "node:path";
import { z as z3 } from "zod";

// src/content/front-matter.ts
import { isUtf8 } from "node:buffer";
import { readFileSync as readFileSync2 } from "node:fs";

// src/content/mojibake.ts
var CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
var SEQUENCE = new RegExp(`[ÃÂ][\\u0080-\\u00bf${CP1252}]|â[\\u0080\\u0082€][\\u0080-\\u00bf${CP1252}]`);
function findMojibake(text2) {
  if (!/[ÃÂâ]/.test(text2)) return void 0;
  const found = SEQUENCE.exec(text2);
  if (!found) return void 0;
  const bytes = [...found[0]].map((letter) => CP1252.includes(letter) ? 128 + CP1252.indexOf(letter) : letter.charCodeAt(0));
  try {
    const meant = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    return { index: found.index, written: found[0], meant };
  } catch {
    return void 0;
  }
}

// src/content/yaml.ts
import { FAILSAFE_SCHEMA, load, Type } from "js-yaml";

// src/content/yaml-positions.ts
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
var PARSED_MAX = 1e5;
function createLocate(source, firstLine) {
  let section = { from: 0, to: source.length, line: firstLine };
  let sections;
  let parsed;
  let indexes = /* @__PURE__ */ new Map();
  return (keys) => {
    if (source.length > PARSED_MAX) {
      sections ??= sectionsOf(source, firstLine);
      const asked = sections.get(String(keys[0]));
      if (!asked) return { line: firstLine, column: 1 };
      if (keys.length === 1 || asked.to - asked.from > PARSED_MAX) return { line: asked.line, column: 1 };
      if (asked !== section) [section, parsed, indexes] = [asked, void 0, /* @__PURE__ */ new Map()];
    }
    parsed ??= parsePositions(source.slice(section.from, section.to), false);
    let node = parsed.document?.contents;
    let at;
    for (const key of keys) {
      const index = indexes.get(node) ?? indexPlaces(node);
      indexes.set(node, index);
      const place2 = index.get(String(key));
      if (!place2) break;
      at = place2.at ?? at;
      node = place2.node;
    }
    return at === void 0 ? { line: firstLine, column: 1 } : offsetPosition(parsed.counter, at, section.line);
  };
}
function sectionsOf(source, firstLine) {
  const sections = /* @__PURE__ */ new Map();
  let last;
  for (const found of source.matchAll(/^(["']?)([^\s#"'-][^\n:"']*)\1[ \t]*:(?=\s)/gm)) {
    const line = (last?.line ?? firstLine) + countLines(source.slice(last?.from ?? 0, found.index));
    if (last) last.to = found.index;
    last = { from: found.index, to: source.length, line };
    sections.set((found[2] ?? "").trimEnd(), last);
  }
  return sections;
}
function indexPlaces(node) {
  if (isMap(node))
    return new Map(
      node.items.map(({ key, value }) => [
        String(isScalar(key) ? key.value : key),
        { at: isNode(key) ? key.range?.[0] : void 0, node: value }
      ])
    );
  if (isSeq(node))
    return new Map(node.items.map((item, index) => [String(index), { at: isNode(item) ? item.range?.[0] : void 0, node: item }]));
  return /* @__PURE__ */ new Map();
}
function parsePositions(source, uniqueKeys) {
  const counter = new LineCounter();
  try {
    return { document: parseDocument(source, { lineCounter: counter, schema: "failsafe", logLevel: "silent", uniqueKeys }), counter };
  } catch {
    return { document: void 0, counter };
  }
}
function offsetPosition(counter, offset, firstLine) {
  const { line, col } = counter.linePos(offset);
  return { line: line + firstLine - 1, column: col };
}
function openingOf(node, offset) {
  const isBefore2 = (item) => isNode(item) && (item.range?.[0] ?? 0) < offset;
  if (isMap(node) && !node.flow) return openingOf(node.items.findLast(({ key }) => isBefore2(key))?.value, offset);
  if (isSeq(node) && !node.flow) return openingOf(node.items.findLast(isBefore2), offset);
  return (isNode(node) ? node.range?.[0] : void 0) ?? offset;
}

// src/content/yaml-faults.ts
var Anchor = class extends Error {
};
var QUOTE = 'Setzen Sie den ganzen Wert in Anführungszeichen: title: "Rat: Haushalt beschlossen".';
var REFERENCE = [
  "Ein Wert beginnt mit & oder *; in YAML ist das ein Verweis, und Verweise sind hier nicht erlaubt.",
  'Setzen Sie den Wert in Anführungszeichen: title: "*NEU* Programm".'
];
var UNKNOWN_FAULT = ["Die Felder sind kein gültiges YAML.", QUOTE];
var YAML_FAULTS = {
  DUPLICATE_KEY: ["Dieses Feld steht zweimal.", "Lassen Sie nur eine der beiden Zeilen stehen."],
  TAB_AS_INDENT: ["Die Zeile ist mit einem Tabulator eingerückt.", "Rücken Sie mit Leerzeichen ein."],
  BAD_SCALAR_START: ["Ein Wert beginnt mit einem Zeichen, das in YAML eine eigene Bedeutung hat.", QUOTE],
  BLOCK_AS_IMPLICIT_KEY: ["Im Wert steht ein Doppelpunkt mit Leerzeichen; YAML hält das für ein neues Feld.", QUOTE],
  MULTILINE_IMPLICIT_KEY: [
    "Die Zeile ist kein Feld der Form „name: Wert“.",
    "Rücken Sie Fortsetzungszeilen ein oder schreiben Sie den Wert in eine Zeile."
  ],
  MISSING_CHAR: ["Hier fehlt ein Zeichen, meist ein Anführungszeichen, ein Komma oder eine Klammer am Ende.", QUOTE],
  UNEXPECTED_TOKEN: ["Hier steht etwas, das nach dem Wert nicht folgen darf.", QUOTE],
  BAD_DQ_ESCAPE: [
    "Nach dem umgekehrten Schrägstrich steht ein Zeichen, das dort nicht möglich ist.",
    "Schreiben Sie \\\\ für einen umgekehrten Schrägstrich oder nehmen Sie einfache Anführungszeichen."
  ],
  BAD_INDENT: ["Die Einrückung passt nicht.", "Rücken Sie alle Felder einer Ebene gleich weit ein."],
  BAD_DIRECTIVE: ["Ein Wert beginnt mit %.", QUOTE]
};
var REASONS = [
  [/^duplicated mapping key/, "DUPLICATE_KEY"],
  [/^tab characters/, "TAB_AS_INDENT"],
  [/comma between|end of the (stream|document) within/, "MISSING_CHAR"],
  [/escape sequence|hexadecimal/, "BAD_DQ_ESCAPE"]
];
var SIGNS = [
  [/\balias\b(?: "(.*)")?/, "*", REFERENCE],
  [/\btag\b()/, "!", ["Ein Wert beginnt mit !; in YAML ist das die Angabe einer Art, und die gibt es hier nicht.", QUOTE]]
];
var SIGNS_MAX = 2e3;
var FAULTS_MAX = 100;
function yamlProblems(source, path, firstLine, thrown) {
  if (thrown instanceof Anchor)
    return [error(path, positionAt(source, Math.max(0, source.indexOf(`&${thrown.message}`)), firstLine), ...REFERENCE)];
  const { mark, reason = "" } = thrown;
  const placeOf = (offset) => positionAt(source, Math.min(offset, source.length), firstLine);
  const at = placeOf(mark?.position ?? 0);
  if (reason.startsWith("nesting exceeded")) {
    return [
      error(
        path,
        at,
        "Hier sind zu viele Listen oder Klammern ineinander verschachtelt.",
        "Setzen Sie Text mit Klammern in Anführungszeichen."
      )
    ];
  }
  for (const [pattern, sign, fault] of SIGNS) {
    const name = pattern.exec(reason)?.[1];
    if (name !== void 0) {
      const place2 = positionAt(source, Math.max(0, source.lastIndexOf(sign + name, mark?.position)), firstLine);
      return [error(path, place2, fault[0], quotedLine(source, place2.line - firstLine, fault[1]))];
    }
  }
  const isModest = source.length <= PARSED_MAX && (source.match(/[[\]{}&*!]|[?:-](?=\s)/g)?.length ?? 0) <= SIGNS_MAX;
  const document = isModest ? parsePositions(source, true).document : void 0;
  const seen = /* @__PURE__ */ new Set();
  const problems = [];
  for (const fault of document?.errors ?? []) {
    const isUnclosed = /closing|end with/.test(fault.message);
    const place2 = placeOf(isUnclosed ? openingOf(document?.contents, fault.pos[0]) : fault.pos[0]);
    if (seen.has(place2.line)) continue;
    seen.add(place2.line);
    const [message2, remedy2] = YAML_FAULTS[isUnclosed ? "MISSING_CHAR" : fault.code] ?? UNKNOWN_FAULT;
    problems.push(error(path, place2, message2, quotedLine(source, place2.line - firstLine, remedy2)));
  }
  if (problems.length > 0) return problems.slice(0, FAULTS_MAX);
  const code = REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? "";
  const [message, remedy] = YAML_FAULTS[code] ?? UNKNOWN_FAULT;
  return [error(path, at, message, quotedLine(source, at.line - firstLine, remedy))];
}
function quotedLine(source, index, remedy) {
  if (remedy !== QUOTE && remedy !== REFERENCE[1]) return remedy;
  const written2 = source.split("\n", index + 1)[index] ?? "";
  const [, key = "", value = ""] = /^[ \t]*(?:-[ \t]+)?([A-Za-z][A-Za-z0-9_-]*):[ \t]+(\S.*?)[ \t]*$/.exec(written2) ?? [];
  if (value === "" || /^[[{|>]/.test(value) || value.length > 400) return remedy;
  const [, mark = "", inner = ""] = /^(["'])(.*)\1$/.exec(value) ?? [];
  const text2 = mark === "" ? value.replace(/^"(?=[^"]*$)|^'(?=[^']*$)/, "") : inner;
  const quoted3 = /["\\]/.test(text2) ? `'${text2.replaceAll("'", "''")}'` : `"${text2}"`;
  return `Setzen Sie den ganzen Wert in Anführungszeichen: ${key}: ${quoted3}`;
}

// src/content/yaml-losses.ts
import MarkdownIt from "markdown-it";
import { Lexer } from "yaml";
var SCALAR = "";
var SIGNS2 = /* @__PURE__ */ new Set([SCALAR, "", ""]);
var WORTH_READING = /[^\S\n]#|\\[nt_]/;
var WHOLE = /^(?:true|false|null|~|[\d:.T+-]+|[a-z][a-z0-9-]*|(["'])[\s\S]*\1)$/;
var ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi;
var { unescapeAll } = new MarkdownIt().utils;
function findLosses(source, path, firstLine) {
  const at = (offset) => positionAt(source, offset, firstLine);
  const problems = [...source.matchAll(ENTITY)].flatMap(({ 0: written2, index }) => {
    const sign = unescapeAll(written2);
    if (sign === written2) return [];
    const remedy = /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) ? `Schreiben Sie das Zeichen selbst: ${sign}` : "Schreiben Sie ein Leerzeichen, oder löschen Sie es.";
    return [hint(path, at(index), `„${written2}“ wird so gedruckt, wie es hier steht; es ist die Schreibweise von HTML.`, remedy)];
  });
  if (!WORTH_READING.test(source)) return { problems, whole: source };
  const { cuts, escapes } = read(source);
  for (const { offset, written: written2 } of escapes) {
    const becomes = written2 === "\\n" ? "ein Umbruch" : written2 === "\\t" ? "ein Tabulator" : "ein geschütztes Leerzeichen";
    const message = `In doppelten Anführungszeichen wird ${written2} zu einem Zeichen: ${becomes}.`;
    problems.push(hint(path, at(offset), message, `Ist ein umgekehrter Schrägstrich gemeint, schreiben Sie \\${written2}.`));
  }
  const signs = new Set(cuts.filter(({ value }) => !/^["']/.test(value)).map(({ offset }) => offset));
  for (const { offset, from, value } of cuts) {
    const isPlain = source.lastIndexOf("\n", offset) < from && !/[[{]/.test(source.slice(source.lastIndexOf("\n", from - 1) + 1, from));
    const line = source.slice(source.lastIndexOf("\n", from - 1) + 1, from).trimStart();
    const end = source.indexOf("\n", from);
    const quoted3 = JSON.stringify(source.slice(from, end < 0 ? void 0 : end).trim());
    problems.push(
      error(
        path,
        at(offset),
        value === "" ? "Der Wert beginnt mit #; YAML hält ihn für eine Anmerkung und ließe ihn weg." : `Ab # hält YAML den Rest für eine Anmerkung; übrig bliebe nur „${value.replace(/\s+/g, " ").slice(0, 60)}“.`,
        `Eine Anmerkung bekommt eine eigene Zeile, nicht eingerückt; gehört es zum Wert, setzen Sie ihn in Anführungszeichen${isPlain ? `: ${line}${quoted3}` : "."}`
      )
    );
  }
  return {
    problems,
    whole: cuts.length === 0 ? source : source.replace(/#/g, (sign, offset) => signs.has(offset) ? "＃" : sign)
  };
}
function read(source) {
  const cuts = [];
  const escapes = [];
  let offset = 0;
  let lineStart = 0;
  let isScalar2 = false;
  let last;
  for (const token of new Lexer().lex(source)) {
    if (SIGNS2.has(token)) {
      isScalar2 = token === SCALAR;
      continue;
    }
    if (isScalar2 && token.endsWith("\n")) last = void 0;
    else if (isScalar2) last = { from: offset, value: token, indent: indentOf(source.slice(lineStart, offset)), hasEnded: false };
    else if (token === ":" || token === "-") last = { from: offset, value: "", indent: 0, hasEnded: false };
    else if (token === "\n") {
      lineStart = offset + 1;
      if (last) last.hasEnded = true;
    } else if (token.startsWith("#")) {
      const isCut = last && (last.hasEnded ? last.value !== "" && offset - lineStart > last.indent : !isHeadOfBlock(source, offset, last));
      if (last && isCut && !(WHOLE.test(last.value) && /^#+(?:\s|$)/.test(token)))
        cuts.push({ ...last, from: last.value === "" ? offset : last.from, offset });
    } else if (token.trim() !== "") {
      last = void 0;
      if (/^["']/.test(token)) last = { from: offset, value: token, indent: indentOf(source.slice(lineStart, offset)), hasEnded: false };
      if (token.startsWith('"')) {
        for (const { 0: written2, index } of token.matchAll(/\\./g))
          if (/[nt_]/.test(written2)) escapes.push({ offset: offset + index, written: written2 });
      }
    }
    if (isScalar2 && token.endsWith("\n")) lineStart = offset + token.length;
    offset += token.length;
    isScalar2 = false;
  }
  return { cuts, escapes };
}
function indentOf(before) {
  const lead = /^[ -]*/.exec(before)?.[0] ?? "";
  return lead.length < before.length ? lead.length : lead.lastIndexOf("-");
}
function isHeadOfBlock(source, offset, { value }) {
  if (value !== "") return false;
  if (/^#+\s/.test(source.slice(offset, offset + 10))) return true;
  const line = source.slice(source.lastIndexOf("\n", offset) + 1, offset);
  const below = /\n([ ]*)([^\s#]?)/.exec(source.slice(offset));
  return (below?.[1]?.length ?? 0) > (/^ */.exec(line)?.[0].length ?? 0) || below?.[2] === "-";
}

// src/content/yaml.ts
var WHOLE_MAX = 2e6;
var DEPTH_MAX = 50;
var bool = new Type("tag:yaml.org,2002:bool", {
  kind: "scalar",
  resolve: (text2) => text2 === "true" || text2 === "false",
  construct: (text2) => text2 === "true"
});
var nothing = new Type("tag:yaml.org,2002:null", {
  kind: "scalar",
  resolve: (text2) => text2 === null || text2 === "" || text2 === "~" || text2 === "null",
  construct: () => null
});
var TEXT_SCHEMA = FAILSAFE_SCHEMA.extend({ implicit: [nothing, bool] });
function parseYaml(source, path, firstLine) {
  const start = { line: firstLine, column: 1 };
  if (firstLine === 1 && source.length > WHOLE_MAX) {
    return refuse(
      error(
        path,
        start,
        `Die Datei hat mehr als ${WHOLE_MAX.toLocaleString("de-DE")} Zeichen.`,
        "Streichen Sie Einträge, die keine Meldung mehr braucht."
      )
    );
  }
  if (firstLine > 1 && source.length > PARSED_MAX) {
    return refuse(
      error(
        path,
        start,
        `Der Kopf hat mehr als ${PARSED_MAX.toLocaleString("de-DE")} Zeichen.`,
        "Lange Texte gehören unter den Kopf, nicht in ein Feld."
      )
    );
  }
  const { problems: losses, whole } = findLosses(source, path, firstLine);
  let data2;
  try {
    data2 = load(whole, {
      schema: TEXT_SCHEMA,
      maxDepth: DEPTH_MAX + 1,
      ...source.includes("&") ? { listener: refuseAnchor } : {}
    });
  } catch (thrown) {
    return { value: void 0, problems: [...losses, ...yamlProblems(whole, path, firstLine, thrown)] };
  }
  if (data2 === null || data2 === void 0) data2 = {};
  if (typeof data2 !== "object" || Array.isArray(data2)) {
    return refuse(
      error(
        path,
        start,
        "Hier stehen keine Felder der Form „name: Wert“.",
        "Schreiben Sie in jede Zeile ein Feld, zum Beispiel: name: Wirtschaft"
      )
    );
  }
  const locate = createLocate(source, firstLine);
  const problems = source.includes("\\") ? settleEscapes(data2, [], path, locate) : [];
  problems.push(...hiddenValues(source, data2, path, firstLine));
  if (problems.length > 0) return { value: void 0, problems: [...losses, ...problems] };
  return { value: { data: data2, locate }, problems: losses };
}
function refuseAnchor(_event, state) {
  const { anchor } = state;
  if (typeof anchor === "string") throw new Anchor(anchor);
}
function hiddenValues(source, data2, path, firstLine) {
  const written2 = [...source.matchAll(/^[ \t-]*([A-Za-z0-9_-]+):[ \t]+(#[^\s#].*)$/gm)];
  if (written2.length === 0) return [];
  const empty = /* @__PURE__ */ new Set();
  JSON.stringify(data2, (key, value) => {
    if (value === null) empty.add(key);
    return value;
  });
  return written2.flatMap(([line, key = "", value = ""], index) => {
    if (!empty.has(key)) return [];
    const at = positionAt(source, (written2[index]?.index ?? 0) + line.indexOf(key), firstLine);
    const remedy = `Setzen Sie den Wert in Anführungszeichen: ${key}: ${JSON.stringify(value.trim())}`;
    return [error(path, at, `Das Feld „${key}“ ist leer: Was hinter # steht, liest YAML als Kommentar.`, remedy)];
  });
}
function settleEscapes(parent, keys, path, locate) {
  const problems = [];
  for (const [name, value] of Object.entries(parent)) {
    const key = Array.isArray(parent) ? Number(name) : name;
    const forbidden = findForbidden(name) ?? (typeof value === "string" ? findForbidden(value) : void 0);
    if (forbidden) {
      problems.push(
        error(
          path,
          locate([...keys, key]),
          `Hier steht ein unsichtbares Steuerzeichen (${forbidden.name}), mit \\ geschrieben.`,
          "Löschen Sie es aus den Anführungszeichen."
        )
      );
    } else if (typeof value === "string") parent[name] = value.normalize("NFC");
    else if (typeof value === "object" && value !== null) problems.push(...settleEscapes(value, [...keys, key], path, locate));
  }
  return problems;
}
function refuse(problem) {
  return { value: void 0, problems: [problem] };
}

// src/content/front-matter.ts
var HEAD_REMEDY = "Beginnen Sie die Datei mit einer Zeile ---, dann die Felder (title: …), dann wieder eine Zeile ---, dann der Text.";
var INVISIBLE = /[\u200b\u2060\ufeff]/;
function decodeText(bytes, path) {
  if (isLfsPointer(bytes)) return refuse2(error(path, FILE_START, ...LFS_FAULT));
  if (!isUtf8(bytes)) {
    return refuse2(
      error(
        path,
        firstInvalid(bytes),
        "Die Datei ist nicht in UTF-8 gespeichert.",
        "Speichern Sie sie im Editor mit der Zeichenkodierung UTF-8."
      )
    );
  }
  let text2 = withLineFeeds(bytes);
  const carriageReturn = text2.indexOf("\r");
  if (carriageReturn >= 0) {
    return refuse2(
      error(
        path,
        positionAt(text2, carriageReturn),
        "Die Zeilen enden auf einzelne Wagenrückläufe (CR), wie auf sehr alten Macs.",
        "Speichern Sie die Datei mit Zeilenenden LF oder CRLF."
      )
    );
  }
  text2 = text2.normalize("NFC");
  const forbidden = findForbidden(text2);
  if (forbidden) {
    return refuse2(
      error(
        path,
        positionAt(text2, forbidden.index),
        `Hier steht ein unsichtbares Steuerzeichen (${forbidden.name}).`,
        "Löschen Sie es; am einfachsten schreiben Sie die Stelle neu."
      )
    );
  }
  const conflicts = findConflictMarks(text2, path);
  if (conflicts.length > 0) return { value: void 0, problems: conflicts };
  const invisible = INVISIBLE.exec(text2);
  const problems = invisible ? [
    hint(
      path,
      positionAt(text2, invisible.index),
      "Hier steht ein Zeichen ohne Breite, das niemand sieht; Suche und Kopieren stört es.",
      "Löschen Sie es, wenn es nicht gewollt ist."
    )
  ] : [];
  const garbled = findMojibake(text2);
  if (garbled) {
    const message = `Hier steht „${garbled.written}“; gemeint ist wohl „${garbled.meant}“.`;
    const remedy = "Die Datei wurde in einer falschen Zeichenkodierung gelesen. Holen Sie den Text noch einmal, oder ersetzen Sie die Zeichen.";
    problems.push(hint(path, positionAt(text2, garbled.index), message, remedy));
  }
  return { value: text2, problems: [...problems, ...findPlaceholders(text2, path)] };
}
function withLineFeeds(bytes) {
  const text2 = new TextDecoder("utf-8").decode(bytes);
  return text2.includes("\r") ? text2.replaceAll("\r\n", "\n") : text2;
}
function textLater(path, fileDigest, start) {
  return () => {
    const bytes = readFileSync2(path);
    if (digest(bytes) !== fileDigest) throw new Error(`${path} wurde während des Baus geändert. Bauen Sie noch einmal.`);
    return withLineFeeds(bytes).normalize("NFC").slice(start);
  };
}
function readDocument(bytes, path) {
  const decoded2 = decodeText(bytes, path);
  if (decoded2.value === void 0) return { value: void 0, problems: decoded2.problems };
  const whole = decoded2.value;
  const firstEnd = whole.indexOf("\n");
  const first = (firstEnd < 0 ? whole : whole.slice(0, firstEnd)).trimEnd();
  if (first !== "---") return refuse2(error(path, FILE_START, openingMessage(first, whole), HEAD_REMEDY));
  const close = /^---[ \t]*$/m;
  const rest = firstEnd < 0 ? "" : whole.slice(firstEnd + 1);
  const closing = close.exec(rest);
  if (!closing) {
    return refuse2(
      error(
        path,
        FILE_START,
        "Der Kopf der Datei hört nicht auf: Die zweite Zeile --- fehlt.",
        "Setzen Sie eine Zeile --- zwischen die Felder und den Text."
      )
    );
  }
  const head = rest.slice(0, closing.index);
  const parsed = parseYaml(head, path, 2);
  const problems = [...decoded2.problems, ...parsed.problems];
  if (parsed.value === void 0) return { value: void 0, problems };
  const end = closing.index + closing[0].length + 1;
  return {
    value: {
      data: parsed.value.data,
      locate: parsed.value.locate,
      fileDigest: digest(bytes),
      text: rest.slice(end),
      textStart: firstEnd + 1 + end,
      textLine: countLines(head) + 3
    },
    problems
  };
}
function positionInHead(path, keys) {
  const bytes = readContent(path);
  const read2 = bytes instanceof Uint8Array ? readDocument(bytes, path) : void 0;
  return read2?.value?.locate(keys) ?? FILE_START;
}
function readYaml(bytes, path) {
  const decoded2 = decodeText(bytes, path);
  if (decoded2.value === void 0) return { value: void 0, problems: decoded2.problems };
  const parsed = parseYaml(decoded2.value, path, 1);
  return { value: parsed.value, problems: [...decoded2.problems, ...parsed.problems] };
}
function openingMessage(first, whole) {
  if (whole.trim() === "") return "Die Datei ist leer.";
  if (/^\+\+\+/.test(first)) return "Der Kopf steht zwischen +++ (TOML); hier gilt nur YAML zwischen ---.";
  if (/^-{4,}$/.test(first)) return "Die erste Zeile hat mehr als drei Striche.";
  if (/^---/.test(first)) return "Nach den drei Strichen steht noch etwas; hier gilt nur YAML, keine andere Sprache.";
  return "Die Datei beginnt nicht mit einem Kopf.";
}
function firstInvalid(bytes) {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    const part2 = bytes.subarray(start, end);
    if (!isUtf8(part2)) return { line, column: Math.max(1, new TextDecoder().decode(part2).indexOf("�") + 1) };
    start = end + 1;
    line++;
  }
  return FILE_START;
}
function refuse2(problem) {
  return { value: void 0, problems: [problem] };
}

// src/markdown/lost-text.ts
import MarkdownIt2 from "markdown-it";
var { unescapeAll: unescapeAll2, normalizeReference } = new MarkdownIt2().utils;
var { normalizeLinkText } = new MarkdownIt2();
var PIECE = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}\p{C}*_`~[\](){}!#>+=|\\<&;:"'.^-]/gu;
var ENTITY2 = /&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/gi;
var FOOTNOTE = /^[ \t>]*(?:[-*+][ \t]+)*\[\^([^\]\s]+)\]:/;
var DEFINITION = /^[ \t>]*(?:[-*+][ \t]+)*\[([^\]]+)\]:/;
var TAKING = /[[<&]/;
var WHOLE2 = { parts: [], additions: "", isTable: false };
function* findLost(tokens, text2, firstLine, path, notes) {
  const { byLine, numbers, apart } = collect(tokens, notes);
  const lines = text2.split("\n");
  const left = /* @__PURE__ */ new Map();
  let told = -2;
  for (const [index, source] of lines.entries()) {
    if (byLine[index] === WHOLE2) continue;
    const written2 = pieces(withoutNames(source, notes));
    if (written2.length === 0) continue;
    const shown = byLine[index] ?? apart;
    const bag = left.get(shown) ?? count(shown.parts);
    left.set(shown, bag);
    for (const number of numbers.get(index) ?? []) bag.set(number, (bag.get(number) ?? 0) + 1);
    const lost = [];
    for (const piece of written2) {
      const key = piece.toLowerCase();
      const rest = bag.get(key) ?? 0;
      if (rest > 0) bag.set(key, rest - 1);
      else lost.push(piece);
    }
    if (lost.length === 0) continue;
    const isFurther = shown === apart && told === index - 1 && !DEFINITION.test(source);
    if (shown === apart) told = index;
    if (isFurther) continue;
    const at = { line: index + firstLine, column: Math.max(0, source.indexOf(lost[0] ?? "")) + 1 };
    yield hint(path, at, ...explain(source, lost, shown, shown === apart, numbers.get(index) ?? []));
  }
}
function collect(tokens, { references = {} }) {
  const byLine = [];
  const numbers = /* @__PURE__ */ new Map();
  const used = /* @__PURE__ */ new Set();
  const counters = [];
  let map = [0, 0];
  let inTable = false;
  for (const token of tokens) {
    map = token.map ?? map;
    if (token.type === "table_open" || token.type === "table_close") inTable = token.type === "table_open";
    else if (token.type === "ordered_list_open") counters.push(Number(token.attrGet("start") ?? 1));
    else if (token.type === "ordered_list_close") counters.pop();
    else if (token.type === "list_item_open" && token.info !== "") {
      const number = Number(token.attrGet("value") ?? counters.at(-1));
      counters[counters.length - 1] = number + 1;
      numbers.set(map[0], [...numbers.get(map[0]) ?? [], String(number)]);
    }
    const isCode = token.type === "fence" || token.type === "code_block" || token.type === "html_block";
    if (token.type !== "inline" && !isCode) continue;
    let shown = byLine[map[0]];
    if (!shown && !isCode && !inTable && !TAKING.test(token.content) && !numbers.has(map[0])) {
      byLine.length = Math.max(byLine.length, map[1]);
      byLine.fill(WHOLE2, map[0], map[1]);
      continue;
    }
    if (!shown) {
      shown = { parts: [], additions: "", isTable: inTable };
      for (let line = map[0]; line < map[1]; line++) byLine[line] ??= shown;
    }
    if (isCode) shown.parts.push(plain2(token.content), /^\s*[a-z][a-z\d+#.-]*\s*$/.test(token.info) ? token.info : "");
    else addInline(token.children ?? [], shown, used);
  }
  const inUse = Object.entries(references).filter(([, { href }]) => used.has(href));
  const apart = {
    parts: inUse.flatMap(([name, { href }]) => [name, ...address(href)]),
    additions: inUse.map(([, { title }]) => title ?? "").join(" "),
    isTable: false
  };
  return { byLine, numbers, apart };
}
function addInline(tokens, shown, used) {
  for (const token of tokens) {
    const target = token.attrGet("href") ?? token.attrGet("src");
    if (target !== null) {
      used.add(target);
      shown.parts.push(...address(target));
    }
    shown.additions += ` ${token.attrGet("title") ?? ""}`;
    if (token.type === "foreign_open") shown.parts.push("lang", String(token.attrGet("lang")));
    if (token.type === "image") addInline(token.children ?? [], shown, used);
    else shown.parts.push(token.type === "code_inline" ? plain2(token.content) : token.content);
  }
}
function address(target) {
  return target.includes("/") ? [target, normalizeLinkText(target)] : [`./${target}`, normalizeLinkText(target)];
}
function plain2(text2) {
  return text2.replace(ENTITY2, unescapeAll2);
}
function withoutNames(source, { references = {} }) {
  if (!/[[&]/.test(source)) return source;
  return plain2(
    source.replace(/\[\^[^[\]\s]+\]/g, " ").replace(/\]\[([^\]]+)\]/g, (written2, name) => references[normalizeReference(name)] ? "]" : written2)
  );
}
function pieces(text2) {
  return text2.match(PIECE) ?? [];
}
function count(parts) {
  const bag = /* @__PURE__ */ new Map();
  for (const part2 of parts) for (const piece of pieces(part2.toLowerCase())) bag.set(piece, (bag.get(piece) ?? 0) + 1);
  return bag;
}
function explain(source, lost, shown, isApart, numbers) {
  const words = lost.length > 8 ? `${lost.slice(0, 8).join(" ")} …` : lost.join(" ");
  const additions = pieces(shown.additions);
  if (additions.length > 0 && lost.every((piece) => additions.includes(piece))) {
    return [
      `Der Zusatz „${words}“ hinter der Adresse erscheint nicht im Text.`,
      "Schreiben Sie ihn in den Satz, bei einem Bild unter caption in den Kopf."
    ];
  }
  const note = FOOTNOTE.exec(source)?.[1];
  if (isApart && note !== void 0) {
    return [
      `Die Fußnote [^${note}] erscheint nicht: Im Text verweist nichts auf sie, oder es gibt zwei dieses Namens.`,
      `Setzen Sie [^${note}] an die Stelle im Text, geben Sie jeder Fußnote einen eigenen Namen, oder löschen Sie sie.`
    ];
  }
  const definition = DEFINITION.exec(source)?.[1];
  if (isApart && definition !== void 0) {
    return [
      `Diese Zeile erscheint nicht: „[${definition}]:“ am Anfang legt die Adresse eines Links fest, und kein Link im Text nutzt sie.`,
      `Soll sie Text sein, schreiben Sie \\[${definition}]: davor, soll sie ein Link sein, [Worte][${definition}] in den Text.`
    ];
  }
  if (shown.isTable) {
    return [
      `Diese Zeile hat mehr Zellen als die Tabelle Spalten; „${words}“ erscheint nicht.`,
      "Geben Sie der Kopfzeile und der Zeile aus --- darunter ebenso viele Spalten; ein Strich im Text einer Zelle heißt \\|."
    ];
  }
  if (/^[ \t>]*(?:`{3}|~{3})/.test(source)) {
    return [`„${words}“ erscheint nicht: Es steht hinter den Zeichen, die einen Block öffnen.`, "Schreiben Sie es in die nächste Zeile."];
  }
  if (numbers.length > 0 && /^\d+$/.test(lost[0] ?? "")) {
    return [
      `Die Aufzählung zählt weiter: Vor diesem Punkt steht „${lost[0]}“, gedruckt wird „${numbers[0]}“.`,
      "Schreiben Sie die Nummern so, wie sie erscheinen sollen: 1. 2. 3.; ohne Aufzählung mit \\ vor dem Punkt: 1\\."
    ];
  }
  return [
    `„${words}“ erscheint nicht auf der Seite.`,
    "Schreiben Sie die Stelle anders, oder setzen Sie \\ vor das Zeichen davor, das Markdown als Auszeichnung liest."
  ];
}

// src/markdown/text-remedies.ts
function remedyForTarget(target) {
  const plain3 = decoded(target);
  if (/^[^\s@/]+@[^\s@/]+\.[A-Za-z]{2,}$/.test(plain3)) return `Schreiben Sie die Adresse so: (mailto:${target}).`;
  if (/^\+?[\d ()/-]{5,}$/.test(plain3)) return `Schreiben Sie die Nummer so: (tel:${plain3.replace(/[^\d+]/g, "")}).`;
  if (/^(www\.|[a-z0-9-]+(\.[a-z0-9-]+)*\.(de|com|org|net|eu|info|example|berlin|hamburg|bayern|saarland|at|ch)(\/|$))/i.test(plain3))
    return `Schreiben Sie die Adresse so: (https://${target}).`;
  if (/^(\.\.?\/)*\d{4}\/\d\d\//.test(plain3))
    return `Schreiben Sie den Pfad ab /: (/${target.replace(/^(\.\.?\/)+/, "").replace(/\.md$/, "/")}).`;
  return "Schreiben Sie https:// davor, oder für eine Seite dieses Archivs den Pfad ab /.";
}
function decoded(target) {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

// src/markdown/text-references.ts
function* checkReferences(block, path, { text: text2, firstLine, from: start, to }, files) {
  let from = start;
  const seek = (needle) => {
    const found = text2.indexOf(needle.split("\n", 1)[0] ?? "", from);
    if (found < 0 || found >= to) return from;
    from = found;
    return found;
  };
  const at = (offset) => positionAt(text2, offset, firstLine);
  for (const token of block.children ?? []) {
    const html = token.type === "html_inline" ? token : token.children?.find((child) => child.type === "html_inline");
    if (html) yield htmlProblem(path, at(seek(html.content)), html.content);
    if (token.type === "image") {
      const source = String(token.attrGet("src"));
      const offset = seek("![");
      from += 2;
      if (!files.images.has(source)) {
        yield error(
          path,
          at(offset),
          `Das Bild „${source.slice(0, 100)}“ steht nicht unter „images“ im Kopf.`,
          "Tragen Sie es dort mit file, alt und credit ein; Bilder fremder Server sind nicht möglich."
        );
      } else if (token.content.trim() === "") {
        yield error(
          path,
          at(offset),
          `Das Bild „${source}“ hat im Text keine Beschreibung.`,
          "Schreiben Sie sie in die eckigen Klammern: ![Die Brücke mit neuem Geländer](bruecke.jpg)."
        );
      }
    } else if (token.type === "link_open") {
      const target = String(token.attrGet("href"));
      if (/^\/(?!\/)|^#/.test(target) || SCHEMES.test(target)) continue;
      if (!isFileName(target)) {
        yield error(
          path,
          at(seek(safeDecode(target))),
          `Die Adresse „${target.slice(0, 100)}“ führt nirgendwohin.`,
          remedyForTarget(target)
        );
      } else if (!files.attachments.has(target) && !files.images.has(target)) {
        yield error(
          path,
          at(seek(safeDecode(target))),
          `Die Datei „${target.slice(0, 100)}“ steht nicht unter „attachments“ im Kopf.`,
          "Tragen Sie sie dort mit file und title ein, oder schreiben Sie https:// vor die Adresse."
        );
      }
    }
  }
}
var INSTEAD = [
  [
    /^<\/?br\b/i,
    "Beenden Sie die Zeile mit \\ und schreiben Sie auf der nächsten weiter; in einer Tabelle nehmen Sie ein Komma oder eine Zeile mehr."
  ],
  [/^<\/?su[bp]\b/i, "Schreiben Sie die hoch- oder tiefgestellten Zeichen selbst: m², 10⁻³, 1ᵉʳ, CO₂, H₂O."],
  [/^<\/?(?:b|strong)\b/i, "Schreiben Sie zwei Sterne um die Wörter: **fett**"],
  [/^<\/?(?:i|em|cite)\b/i, "Schreiben Sie einen Stern um die Wörter: *hervorgehoben*"],
  [
    /^<\/?(?:u|ins|small|font|center|span)\b/i,
    "Lassen Sie die Auszeichnung weg, oder schreiben Sie zwei Sterne um die Wörter: **wichtig**"
  ],
  [/^<\/?a\b/i, "Schreiben Sie: [Worte des Links](https://www.stadt.example/)"],
  [/^<\/?img\b/i, "Schreiben Sie: ![Was auf dem Bild zu sehen ist](bild.jpg), und tragen Sie das Bild unter images ein."],
  [/^<\/?h[1-6]\b/i, "Schreiben Sie: ## Zwischenüberschrift"],
  [/^<\/?(?:[uo]l|li)\b/i, "Schreiben Sie vor jeden Punkt einen Strich und ein Leerzeichen: - Punkt"],
  [/^<\/?(?:p|div|section)\b/i, "Lassen Sie zwischen Absätzen eine Zeile leer."],
  [/^<\/?(?:table|t[rdh]|thead|tbody)\b/i, "Schreiben Sie Zellen zwischen senkrechte Striche: | Jahr | Gäste | und darunter | --- | --- |"],
  [/^<\/?hr\b/i, "Schreiben Sie in eine eigene Zeile: * * *"],
  [/^<\/?(?:q|blockquote)\b/i, "Schreiben Sie Anführungszeichen, oder ein > vor jede Zeile des Zitats."],
  [/^<!--/, "Löschen Sie die Anmerkung; im Text sähe sie jeder."]
];
function htmlProblem(path, at, written2) {
  const instead = INSTEAD.find(([element]) => element.test(written2.trimStart()))?.[1];
  return error(
    path,
    at,
    "Hier steht HTML; im Text ist nur Markdown erlaubt.",
    instead ?? "Schreiben Sie es in Markdown; ein einzelnes < als Zeichen schreiben Sie \\<."
  );
}
function safeDecode(url) {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

// src/markdown/text-slips.ts
var BROKEN_LINK = /!?\[((?:[^[\]\\\n]|\\.)*)\]([ \t]*)\([ \t]*((?=[^()\n]*(?:[:/]|\.[a-z]{2,4}\b))[^()\n]+)\)/giu;
var UNLINKED = new RegExp(
  [
    /(?<!\\)\]\((?:https?:\/\/|mailto:|tel:|\/|www\.)[^\s()]*/,
    /(?<!\\)\]\[[^[\]]+\]/,
    /^\[[^[\]^]+\]:[ \t]+(?:https?:|\/|www\.)\S*/,
    /(?<!\\)\^\[(?=[^[\]]+\])/
  ].map(({ source }) => source).join("|"),
  "i"
);
var FOOTNOTE_MARK = /(?<!\\)\[\^[^[\]\s]+\](?!:)/g;
function* findSlips(tokens, text2, firstLine, path) {
  const lines = text2.split("\n");
  const evened = evenSpaces(text2);
  const even = evened === text2 ? lines : evened.split("\n");
  for (const [index, line] of even === lines ? [] : lines.entries()) {
    if (line === even[index]) continue;
    yield hint(
      path,
      { line: index + firstLine, column: Math.max(0, line.search(/[^\S \t]/)) + 1 },
      line.trim() === "" ? "Diese Zeile sieht leer aus, enthält aber ein geschütztes Leerzeichen; sie gilt hier als leer." : "Hier steht ein geschütztes Leerzeichen (auf dem Mac Alt und Leertaste); es gilt hier als Leerzeichen.",
      line.trim() === "" ? "Löschen Sie es." : `Schreiben Sie ein gewöhnliches Leerzeichen: ${even[index]?.trim().slice(0, 60)}`
    );
  }
  const lists = [];
  let row;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "tr_open") row = { token, children: [] };
    else if (row && token.type === "inline") row.children.push(...token.children ?? []);
    if (token.type.endsWith("list_open")) lists.push({ token, isWithin: isWithinParagraph(tokens, index), items: 0 });
    else if (token.type === "list_item_open") for (const list of lists.slice(-1)) list.items++;
    const slips = [];
    let { map } = token;
    if (token.type.endsWith("list_close")) {
      const list = lists.pop();
      if (list) slips.push(...loneItem(list, lines[list.token.map?.[0] ?? 0] ?? ""));
      map = list?.token.map ?? null;
    } else if (row && token.type === "tr_close") {
      map = row.token.map;
      if (map) slips.push(...unread(lines.slice(...map), row.children));
      row = void 0;
    } else if (map && SEEN.has(token.type)) slips.push(...ofBlock(token, lines.slice(...map)));
    for (const { line = 0, column = 1, message, remedy } of slips)
      yield hint(path, { line: (map?.[0] ?? 0) + line + firstLine, column }, message, remedy);
  }
}
function isWithinParagraph(tokens, list) {
  const { type, hidden, map } = tokens[list - 3] ?? {};
  return type === "paragraph_open" && hidden === false && map?.[1] === tokens[list]?.map?.[0];
}
var SEEN = /* @__PURE__ */ new Set(["code_block", "heading_open", "blockquote_open", "inline"]);
function ofBlock(token, lines) {
  if (token.type === "code_block") return [indented(lines)];
  if (token.type === "heading_open") return underlined(token, lines);
  if (token.type === "blockquote_open") return quoted2(lines[0] ?? "");
  const { content, children } = token;
  return [
    ...content.includes("[") ? unread(lines, children ?? []) : [],
    ...content.includes("\n-") ? signature(lines) : [],
    ...content.includes("	") ? tabbed(lines) : [],
    ...hasOddSpaces(content) ? counted(lines) : []
  ];
}
function indented(lines) {
  const first = lines.find((line) => line.trim() !== "")?.trim() ?? "";
  return {
    message: "Dieser Absatz ist eingerückt; Markdown hält ihn deshalb für Programmcode und bricht seine Zeilen nicht um.",
    remedy: `Löschen Sie den Einzug: ${first.slice(0, 60)} – Soll es so stehen, setzen Sie es zwischen zwei Zeilen aus \`\`\`.`
  };
}
function underlined(token, lines) {
  if (token.markup !== "-" && token.markup !== "=") return [];
  const [heading = "", underline = "", ...more] = lines.map((line) => line.trim());
  const isMeant = more.length === 0 && heading.length <= 100 && !/[.!?:;,]$/.test(heading) && underline.length * 2 >= heading.length;
  if (isMeant || token.tag === "h1") return [];
  return [
    {
      message: "Die Striche unter diesem Text machen ihn zu einer Zwischenüberschrift.",
      remedy: `Lassen Sie vor den Strichen eine Zeile leer; soll es eine Überschrift sein, schreiben Sie: ## ${heading.slice(0, 60)}`
    }
  ];
}
function loneItem({ token, isWithin, items }, source) {
  const first = source.trim();
  const isOrdered = token.type === "ordered_list_open";
  if (items !== 1 || !(isOrdered ? isWithin : /^[-+*]\s+\d/.test(first))) return [];
  const escaped = isOrdered ? first.replace(/^(\d+)/, "$1\\") : `\\${first}`;
  return [
    {
      message: `„${first.slice(0, 40)}“ wird als Aufzählung mit nur einem Punkt gedruckt.`,
      remedy: `Gehört das Zeichen am Anfang zum Text, schreiben Sie: ${escaped.slice(0, 60)}`
    }
  ];
}
function quoted2(source) {
  const first = source.trim();
  if (!/^>\s*\d(?!\d*[.)]\s)/.test(first)) return [];
  return [
    {
      message: `„${first.slice(0, 40)}“ wird als Zitat gedruckt, ohne das Zeichen >.`,
      remedy: `Heißt es „mehr als“, schreiben Sie: \\${first.slice(0, 60)}`
    }
  ];
}
function unread(lines, children) {
  const printed = children.map(({ type, content }) => type === "text" ? content : type === "softbreak" ? "\n" : "\0").join("");
  if (!printed.includes("[")) return [];
  const slips = [];
  const marks = new Set(printed.match(/\[\^[^\]\s]+\]/g));
  for (const [line, source] of lines.entries()) {
    for (const { 0: mark, index } of source.matchAll(FOOTNOTE_MARK)) {
      if (!marks.has(mark)) continue;
      const name = mark.slice(2, -1);
      const message = `Zu ${mark} gibt es keine Fußnote; das Zeichen wird so gedruckt.`;
      slips.push({
        line,
        column: index + 1,
        message,
        remedy: `Schreiben Sie die Fußnote in eine eigene Zeile: [^${name}]: Text der Fußnote`
      });
    }
    for (const { 0: written2, 1: words = "", 2: gap = "", 3: target = "", index } of source.matchAll(BROKEN_LINK)) {
      if (gap === "" && !/\s/.test(target) || source[index - 1] === "\\") continue;
      if (!printed.includes(`]${gap}(${target.slice(0, 8)}`)) continue;
      const mark = written2.startsWith("!") ? "![" : "[";
      const isAddress = /^(?:[a-z]+:|\/|www\.)/i.test(target);
      const address2 = target.trim().replace(/\s+/g, isAddress ? "%20" : "-");
      const isSameFile = isAddress || address2 === target;
      const why = gap === "" ? "In der Adresse" : "Vor der runden Klammer";
      slips.push({
        line,
        column: index + 1,
        message: `„${written2.slice(0, 80)}“ wird so gedruckt und nicht verlinkt: ${why} steht ein Leerzeichen.`,
        remedy: `${isSameFile ? "Schreiben" : "Benennen Sie die Datei um, und schreiben"} Sie: ${mark}${words}](${address2})`
      });
    }
    const rest = slips.some((slip) => slip.line === line) ? null : UNLINKED.exec(source);
    if (rest && printed.includes(rest[0]) && !source.slice(0, rest.index).includes("\\[")) {
      slips.push({
        line,
        column: rest.index + 1,
        message: `„${rest[0].slice(0, 80)}“ wird so gedruckt; ein Verweis wird nicht daraus.`,
        remedy: rest[0].startsWith("^") ? "Schreiben Sie [^1] an die Stelle, und in eine eigene Zeile: [^1]: Text der Fußnote" : "Schreiben Sie [Worte](Adresse) in eine Zeile, ohne eckige Klammern, Fußnoten und andere Links in den Worten."
      });
    }
  }
  return slips;
}
function signature(lines) {
  const line = lines.findIndex((source, index) => index > 0 && /^[ \t]*--?[ \t]*$/.test(source));
  if (line < 0) return [];
  return [
    {
      line: line - 1,
      message: "Unter dieser Zeile stehen nur Striche; in Markdown machten sie eine Überschrift daraus, hier bleiben sie Text.",
      remedy: "Lassen Sie über und unter den Strichen eine Zeile leer, oder löschen Sie die Striche."
    }
  ];
}
function tabbed(lines) {
  const isRow = (line2) => /\S\t+\S/.test(line2 ?? "");
  const line = lines.findIndex((source, index) => isRow(source) && isRow(lines[index + 1]));
  if (line < 0) return [];
  const cells = (lines[line] ?? "").trim().split(/\t+/);
  const row = `| ${cells.join(" | ").slice(0, 60)} |`;
  return [
    {
      line,
      message: "Hier stehen Zeilen mit Tabulatoren untereinander; gedruckt werden sie als ein Absatz, nicht als Tabelle.",
      remedy: `Schreiben Sie Zellen zwischen senkrechte Striche: ${row} und darunter |${" --- |".repeat(cells.length)}`
    }
  ];
}
function counted(lines) {
  const numberOf2 = (line2) => Number(/^[ \t]*(\d{1,3})[.)][^\S \t]/.exec(line2 ?? "")?.[1] ?? Number.NaN);
  const line = lines.findIndex((source, index) => numberOf2(source) + 1 === numberOf2(lines[index + 1]));
  if (line < 0) return [];
  return [
    {
      line,
      message: "Diese Zeilen zählen, sind aber keine Aufzählung: Hinter der Zahl steht ein geschütztes Leerzeichen.",
      remedy: `Schreiben Sie ein gewöhnliches: ${(lines[line] ?? "").trim().replace(/\s/, " ").slice(0, 60)}`
    }
  ];
}

// src/markdown/text-check.ts
var WORTH_CHECKING = /[<|\]\t]|&#/;
var LINE_OF_SIGNS = /(?:^|\n)[ #=`~>*+\-\d.)]/;
var LINE_WORTH_CHECKING = /^[ >*+\-\d.)]*(?:# |#$|=+ *$| {4}|[ >*+\-\d.)]{8}|`{3}|~{3})|^[ >*+-]*(?:\d{1,9}[.)](?:\s|$)|[>*+-] *(?:\d|$))/m;
var PROBLEMS_MAX = 100;
var LEVEL_MAX = 16;
var ADDRESSES_MAX2 = 1e6;
var FOOTNOTE_MARKS_MAX = 2e3;
function checkText(text2, path, firstLine, files) {
  if (!WORTH_CHECKING.test(text2) && !(LINE_OF_SIGNS.test(text2) && LINE_WORTH_CHECKING.test(text2)) && !hasOddSpaces(text2)) return [];
  const problems = [];
  for (const problem of findFaults(text2, path, firstLine, files)) {
    if (problems.length === PROBLEMS_MAX) {
      problems.push({
        ...problem,
        message: `Hier und danach ist noch mehr zu beanstanden; genannt sind die ersten ${PROBLEMS_MAX} Stellen.`,
        remedy: "Beheben Sie diese zuerst."
      });
      break;
    }
    problems.push(problem);
  }
  return problems;
}
function* findFaults(text2, path, firstLine, files) {
  for (const { 0: written2, 1: hex, 2: decimal, index } of text2.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)) {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    const forbidden = code > 1114111 ? void 0 : findForbidden(String.fromCodePoint(code));
    if (forbidden)
      yield error(
        path,
        positionAt(text2, index, firstLine),
        `„${written2}“ steht für ein unsichtbares Steuerzeichen (${forbidden.name}).`,
        "Löschen Sie es."
      );
  }
  const last = [...text2.matchAll(/\[\^/g)][FOOTNOTE_MARKS_MAX]?.index;
  if (last !== void 0) {
    yield error(
      path,
      positionAt(text2, last, firstLine),
      `Der Text hat mehr als ${FOOTNOTE_MARKS_MAX / 2} Fußnoten.`,
      "Hängen Sie ihn als Anlage an, oder fassen Sie Fußnoten zusammen."
    );
    return;
  }
  const rejected = /* @__PURE__ */ new Set();
  const unread2 = [];
  const lines = lineStarts(text2);
  let addresses = 0;
  let map = [0, 0];
  const notes = {};
  const tokens = checker(rejected).parse(text2, notes);
  for (const token of tokens) {
    map = token.map ?? map;
    const line = map[0] + firstLine;
    if (token.block && token.level >= LEVEL_MAX) {
      yield error(
        path,
        { line, column: 1 },
        "Hier sind zu viele Listen oder Zitate ineinander verschachtelt.",
        "Kommen Sie mit höchstens sieben Ebenen aus."
      );
      return;
    }
    if (token.type === "html_block") yield htmlProblem(path, { line, column: token.content.search(/\S/) + 1 }, token.content);
    if (token.type === "heading_open" && token.tag === "h1") {
      yield error(
        path,
        { line, column: 1 },
        token.markup === "=" ? "Die Zeile aus = macht den Text darüber zur Überschrift erster Ordnung, und die gibt es schon: den Titel." : "Eine Überschrift erster Ordnung (#) gibt es schon: den Titel.",
        "Beginnen Sie Zwischenüberschriften mit ##."
      );
    }
    if (token.type !== "inline") continue;
    const block = { text: text2, firstLine, from: lines[map[0]] ?? 0, to: lines[map[1]] ?? text2.length };
    yield* checkReferences(token, path, block, files);
    if (unread2.length <= PROBLEMS_MAX) unread2.push(...findUnread(token.children ?? [], text2, block.from, block.to));
    for (const { attrs } of token.children ?? []) for (const [, value] of attrs ?? []) addresses += value.length;
    if (addresses > ADDRESSES_MAX2) {
      yield error(
        path,
        { line, column: 1 },
        "Bis hierher verweist der Text zu oft auf zu lange Adressen.",
        "Kürzen Sie die Adressen, oder verlinken Sie jede nur einmal."
      );
      return;
    }
  }
  for (const { offset, written: written2 } of unread2) {
    const message = `„${written2}“ zeichnet keine Sprache aus und wird als Text gezeigt.`;
    yield hint(
      path,
      positionAt(text2, offset, firstLine),
      message,
      "Schreiben Sie zum Beispiel [Public Library]{lang=en}, mit einem Sprachkürzel wie en, fr oder ja."
    );
  }
  yield* findLost(tokens, text2, firstLine, path, notes);
  yield* findSlips(tokens, text2, firstLine, path);
  for (const target of rejected) {
    const at = Math.max(0, text2.indexOf(target.slice(0, 20)));
    yield hint(
      path,
      positionAt(text2, at, firstLine),
      "Diese Adresse wird nicht verlinkt, sondern als Text gezeigt.",
      "Verlinken Sie nur https:, http:, mailto: oder tel:."
    );
  }
}
var checking;
function checker(rejected) {
  if (!checking) {
    const markdown = createParser(true);
    const { validateLink } = markdown;
    const state = { markdown, rejected };
    markdown.validateLink = (url) => {
      const valid = validateLink(url);
      if (!valid && state.rejected.size <= PROBLEMS_MAX) state.rejected.add(url);
      return valid;
    };
    checking = state;
  }
  checking.rejected = rejected;
  return checking.markdown;
}
function lineStarts(text2) {
  const starts = [0];
  for (let at = text2.indexOf("\n"); at >= 0; at = text2.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

// src/archive/comments.ts
var commentSchema = z3.strictObject({
  name: text(1, 80, "Name oder Pseudonym", "M. aus Connewitz"),
  date: z3.string().min(4).max(40).meta({ description: "Wann der Kommentar einging", examples: ["2017-11-15T18:30"] }),
  replyTo: z3.string().regex(/^[a-z0-9-]{1,100}$/).meta({ description: "Dateiname ohne .md des Kommentars, auf den dieser antwortet", examples: ["01-maria"] }).optional()
});
var COMMENT_BYTES_MAX = 5e4;
var EMAIL = /[\p{L}\p{N}_.+-]+\\?(?:@|%40|&#0*64;|&#x0*40;|&commat;)[\p{L}\p{N}_-]+\.[\p{L}\p{N}]/iu;
function readComments({ folder, files, site, originals, now, isShown, ledger }) {
  const sound = [];
  for (const { path, id: id2 } of files) {
    const account = ledger.open(join3(folder, path));
    const problems = [];
    const read2 = readComment(account.path, site, problems);
    const release = originals.get(id2);
    if (!release) {
      problems.push(
        error(
          account.path,
          FILE_START,
          `Zu diesem Kommentar gibt es keine Meldung ${id2}.`,
          "Der Ordner muss heißen wie die Meldung: comments/2017/11/japan-delegation/."
        )
      );
    } else if (release.value?.comments === "off" && !release.value.withdrawn && !release.isDraft) {
      problems.push(
        error(
          account.path,
          FILE_START,
          "Der Kommentar könnte nicht erscheinen: Bei dieser Meldung sind Kommentare ausgeschaltet.",
          "Schreiben Sie in die Meldung comments: open oder comments: closed, oder löschen Sie den Kommentar."
        )
      );
    }
    ledger.report(problems);
    if (!read2 || hasErrors(problems)) account.outcome = "refused";
    else sound.push({ id: id2, account, ...read2 });
  }
  refuseOrphans(sound, ledger);
  holdBack(sound, site, now, ledger);
  const comments = /* @__PURE__ */ new Map();
  for (const { id: id2, account, comment } of sound) {
    const release = originals.get(id2);
    if (account.outcome !== void 0) continue;
    if (!isShown(release) || release?.value?.withdrawn || release?.value?.comments === "off") {
      account.outcome = "original";
      if (!isShown(release) && release?.value?.state === "embargoed" && !release.value.withdrawn && release.value.comments !== "off")
        account.from = release.value.published;
    } else {
      account.outcome = "published";
      comments.set(id2, [...comments.get(id2) ?? [], comment]);
    }
  }
  for (const list of comments.values()) list.sort((a, b) => a.date.instant - b.date.instant || compareText(a.id, b.id));
  return comments;
}
function refuseOrphans(read2, ledger) {
  const known2 = new Map(read2.map((entry2) => [`${entry2.id}/${entry2.comment.id}`, entry2.comment]));
  for (const { id: id2, account, comment, replyAt } of read2) {
    if (comment.replyTo === void 0) continue;
    const answered = known2.get(`${id2}/${comment.replyTo}`);
    if (answered && answered.replyTo === void 0) continue;
    account.outcome = "refused";
    ledger.report([
      answered ? error(
        account.path,
        replyAt,
        `Der Kommentar „${comment.replyTo}“ ist selbst eine Antwort; Antworten stehen nur eine Stufe tief.`,
        answered.replyTo === comment.id || answered.replyTo === comment.replyTo ? "Löschen Sie die Zeile replyTo." : `Schreiben Sie replyTo: ${answered.replyTo}`
      ) : error(
        account.path,
        replyAt,
        `Den Kommentar „${comment.replyTo}“, auf den dieser antwortet, gibt es nicht.`,
        "Schreiben Sie bei replyTo den Dateinamen jenes Kommentars ohne .md."
      )
    ]);
  }
}
function holdBack(read2, { timeZone }, now, ledger) {
  const later = read2.filter(({ comment }) => beginOf(comment.date, timeZone) > now);
  const held = new Set(later.map(({ id: id2, comment }) => `${id2}/${comment.id}`));
  for (const one of read2) {
    const { id: id2, account, comment, dateAt } = one;
    if (account.outcome === "refused" || !(later.includes(one) || held.has(`${id2}/${comment.replyTo}`))) continue;
    account.outcome = "embargoed";
    if (later.includes(one)) {
      const message = `Der Kommentar ist vom ${comment.date.machine} und erscheint erst dann.`;
      ledger.report([hint(account.path, dateAt, message, "Ist ein anderer Tag gemeint, berichtigen Sie das Datum.")]);
    }
  }
}
function readComment(path, site, problems) {
  const bytes = readContent(path, COMMENT_BYTES_MAX);
  if (!(bytes instanceof Uint8Array)) {
    problems.push(bytes);
    return void 0;
  }
  const { value: document, problems: found } = readDocument(bytes, path);
  problems.push(...found);
  if (!document) return void 0;
  const { value, problems: shape } = checkShape(commentSchema, document.data, path, document.locate);
  problems.push(...shape, ...checkText(document.text, path, document.textLine, { images: /* @__PURE__ */ new Set(), attachments: /* @__PURE__ */ new Set() }));
  if (document.text.trim() === "")
    problems.push(
      error(
        path,
        { line: document.textLine, column: 1 },
        "Der Kommentar hat keinen Text.",
        "Schreiben Sie ihn unter die zweite Zeile ---."
      )
    );
  const inText = EMAIL.exec(document.text);
  const name = typeof document.data.name === "string" ? document.data.name : "";
  const inName = EMAIL.test(name);
  if (inText || inName) {
    const at = inName ? document.locate(["name"]) : positionAt(document.text, inText?.index ?? 0, document.textLine);
    problems.push(
      error(path, at, "Der Kommentar enthält eine E-Mail-Adresse; sie würde öffentlich.", "Löschen Sie sie aus Name und Text.")
    );
  }
  if (/<[a-z/!?]/i.test(name))
    problems.push(error(path, document.locate(["name"]), "Im Namen steht HTML.", "Schreiben Sie nur den Namen oder das Pseudonym."));
  const { date: written2 } = document.data;
  const date = commentSchema.shape.date.safeParse(written2).success ? parseDate(String(written2), site.timeZone) : void 0;
  if (date && isRefusal(date)) problems.push(error(path, document.locate(["date"]), date.message, date.remedy));
  if (!value || !date || isRefusal(date)) return void 0;
  const id2 = path.split(/[\\/]/).at(-1)?.replace(/\.md$/, "") ?? "";
  const comment = { id: id2, name: value.name, date, replyTo: value.replyTo, text: document.text };
  return { comment, replyAt: document.locate(["replyTo"]), dateAt: document.locate(["date"]) };
}

// src/archive/context.ts
function createContext(site, messages) {
  const links = createLinks(site.url);
  return { site, links, messages, formatDate: createDateFormat(site.timeZone), texts: createTexts(links, messages) };
}

// src/archive/copies.ts
function findCopies(releases2) {
  const first = /* @__PURE__ */ new Map();
  return [...releases2].sort((a, b) => a.published - b.published).flatMap((release) => {
    const { title, number, date, summary, path } = release;
    const key = JSON.stringify(number === void 0 ? [title, date.machine, summary] : [title, number]);
    const other = first.get(key);
    if (!other) {
      first.set(key, release);
      return [];
    }
    const what = number === void 0 ? "Überschrift, Datum und Zusammenfassung" : `Überschrift und Nummer (${number})`;
    return [
      hint(
        path,
        positionInHead(path, ["title"]),
        `${what} sind dieselben wie in ${other.path}.`,
        "Ändern Sie title und number, oder löschen Sie die Kopie."
      )
    ];
  });
}

// src/archive/folder.ts
var RELEASE_FILE = /^releases\/(\d{4}\/(?:0\d|1[0-2])\/([^/.]+))(?:\.([A-Za-z0-9-]+))?\.md$/;
var RELEASE_FOLDER = /^releases\/(\d{4}\/(?:0\d|1[0-2])\/[^/.]+)\/([^/]+)$/;
var PAGE_FILE = /^pages\/([^/.]+)(?:\.([A-Za-z0-9-]+))?\.md$/;
var COMMENT_FILE = /^comments\/(\d{4}\/(?:0\d|1[0-2])\/[^/.]+)\/([a-z0-9-]+)\.md$/;
var REGISTERS = Object.keys(EMPTY_REGISTERS).join("|");
var OTHER = new RegExp(
  `^(site\\.yml|registers/(${REGISTERS})\\.yml|assets/[A-Za-z0-9_-]+\\.(svg|png|css)|(README|LICENSE)(\\.(md|txt))?)$`
);
function sortFiles(paths, { language: original, languages }) {
  const others = languages.filter((language) => language !== original);
  const isKnown = (suffix) => suffix === void 0 || others.includes(suffix);
  const sorted = { releases: [], pages: [], comments: [], files: /* @__PURE__ */ new Map(), misplaced: [] };
  const inFolders = [];
  for (const path of paths) {
    if (OTHER.test(path)) continue;
    const release = RELEASE_FILE.exec(path);
    const page2 = PAGE_FILE.exec(path);
    const comment = COMMENT_FILE.exec(path);
    if (release?.[1] && isSlug(release[2] ?? "") && isKnown(release[3]))
      sorted.releases.push({ path, id: release[1], language: release[3] ?? original });
    else if (page2?.[1] && isSlug(page2[1]) && isKnown(page2[2])) sorted.pages.push({ path, id: page2[1], language: page2[2] ?? original });
    else if (comment?.[1]) sorted.comments.push({ path, id: comment[1] });
    else if (RELEASE_FOLDER.test(path) && !/\.(md|markdown)$/i.test(path)) inFolders.push(path);
    else sorted.misplaced.push(path);
  }
  const ids = new Set(sorted.releases.map((release) => release.id));
  for (const path of inFolders) {
    const [, id2 = "", name = ""] = RELEASE_FOLDER.exec(path) ?? [];
    if (ids.has(id2)) sorted.files.set(id2, [...sorted.files.get(id2) ?? [], name]);
    else sorted.misplaced.push(path);
  }
  return sorted;
}

// src/content/register-search.ts
var LISTED_MAX = 12;
function findMeant(written2, entries) {
  const slug = toSlug(written2);
  if (slug === "" || written2.length > 200) return void 0;
  const names = [...entries.values()].flatMap((entry2) => namesOf(entry2).map((name) => ({ id: entry2.id, name: toSlug(name) })));
  const ids = (found) => [...new Set(found.map(({ id: id2 }) => id2))];
  const exact = ids(names.filter(({ name }) => name === slug));
  if (exact.length > 0) return exact[0];
  const words = slug.split("-").filter((word) => word.length > 2);
  const within = ids(names.filter(({ name }) => isAmong(name.split("-"), words) || isAmong(words, name.split("-"))));
  if (within.length === 1) return within[0];
  const near = nearest(
    slug,
    names.map(({ name }) => name)
  );
  return names.find(({ name }) => name === near)?.id;
}
function suggestEntry(written2, entries, file) {
  const slug = toSlug(written2) || "kennung";
  const isNew = !entries.has(slug);
  const name = slug === written2 ? written2.replace(new RegExp("(^|-)\\p{L}", "gu"), (start) => start.replace("-", " ").toUpperCase()) : written2;
  const entry2 = `in ${file} ein: ${slug}: {name: ${toYaml(name.slice(0, 100).trim(), true)}}`;
  const meant = findMeant(written2, entries);
  if (meant !== void 0) return `Meinten Sie „${meant}“?${isNew ? ` Sonst tragen Sie den Eintrag ${entry2}` : ""}`;
  const ids = [...entries.keys()];
  const known2 = ids.length > 0 && ids.length <= LISTED_MAX ? `Es gibt: ${ids.join(", ")}. ` : "";
  return slug === written2 ? `${known2}Tragen Sie den Eintrag ${entry2}` : `${known2}Schreiben Sie „${slug}“, und tragen Sie den Eintrag ${entry2}`;
}
function namesOf(entry2) {
  const former = entry2.formerNames ?? [];
  return [entry2.id, entry2.name, ...Object.values(entry2.names), ...former.map(({ name }) => name)].filter((name) => name !== void 0);
}
function isAmong(few, many) {
  const telling = few.filter((word) => word.length > 2);
  return telling.length > 0 && telling.every((word) => many.includes(word));
}

// src/content/release/checks.ts
function createChecks({ locate }, path, timeZone) {
  const problems = [];
  const fail = (keys, message, remedy) => {
    problems.push(error(path, locate(keys), message, remedy));
  };
  const date = (keys, written2) => {
    const parsed = parseDate(written2, timeZone);
    if (!isRefusal(parsed)) return parsed;
    fail(keys, parsed.message, parsed.remedy);
    return void 0;
  };
  const find = (register, id2, keys, file) => {
    const entry2 = register.get(id2);
    if (entry2 === void 0)
      fail(
        keys,
        `„${id2}“ steht nicht in registers/${file}.`,
        suggestEntry(id2, register, `registers/${file}`)
      );
    return entry2;
  };
  const once = (keys, field, isKnown = () => false) => {
    keys.forEach((key, index) => {
      if (key !== void 0 && (keys.indexOf(key) < index || isKnown(key)))
        fail([field, index], `„${key}“ steht zweimal in „${field}“.`, "Lassen Sie nur einen der beiden Einträge stehen.");
    });
  };
  return {
    problems,
    fail,
    date,
    find,
    once,
    moment: (key, written2) => {
      const parsed = written2 === void 0 ? void 0 : date([key], written2);
      if (parsed && (parsed.precision === "month" || parsed.precision === "year")) {
        const example = `${key}: ${parsed.precision === "month" ? parsed.machine : `${parsed.year}-11`}-14T10:00`;
        fail([key], `„${key}“ braucht einen Tag, am besten mit Uhrzeit.`, `Schreiben Sie zum Beispiel: ${example}`);
      }
      return parsed;
    },
    findAll: (register, ids = [], field, file) => {
      once(ids, field);
      return ids.map((id2, index) => find(register, id2, [field, index], file)).filter((entry2) => entry2 !== void 0);
    }
  };
}
function endsBefore(end, start) {
  return end.precision === "minute" && start.precision === "minute" ? end.instant < start.instant : isBefore(end, start);
}
function isBefore(a, b) {
  const known2 = Math.min(a.machine.length, b.machine.length, "2017-11-14".length);
  return a.machine.slice(0, known2) < b.machine.slice(0, known2);
}

// src/archive/follow-ups.ts
function refuseWronglyFollowing(originals, ledger) {
  for (const text2 of originals.values()) {
    const { value: release } = text2;
    const wrong = release && wrongFollowing(release, originals);
    if (!release || !wrong) continue;
    const isDraft = release.state === "draft";
    const [message, remedy] = wrong;
    ledger.report([(isDraft ? hint : error)(release.path, positionInHead(release.path, ["follows"]), message, remedy)]);
    text2.value = isDraft ? { ...release, follows: void 0 } : void 0;
    if (!isDraft) text2.account.outcome = "refused";
  }
}
function wrongFollowing({ id: id2, date, follows }, originals) {
  if (follows === void 0) return void 0;
  const followed = originals.get(follows);
  if (!followed) {
    const known2 = [...originals.keys()].filter((other) => other !== id2);
    const name = follows.slice(follows.lastIndexOf("/"));
    const meant = known2.find((other) => other.endsWith(name)) ?? nearest(follows, known2);
    const example = "Schreiben Sie Jahr, Monat und Namen der früheren Meldung, zum Beispiel: follows: 2019/05/bruecke-gesperrt";
    return [`Die Meldung „${follows}“, der diese folgt, gibt es nicht.`, meant === void 0 ? example : `Meinten Sie „${meant}“?`];
  }
  if (follows === id2)
    return ["Die Meldung folgt sich selbst.", "Nennen Sie unter follows die frühere Meldung, oder streichen Sie die Zeile."];
  return followed.value && isBefore(date, followed.value.date) ? [
    `Die Meldung „${follows}“, der diese folgt, ist die spätere.`,
    "Schreiben Sie follows in die spätere Meldung und nennen Sie dort diese."
  ] : void 0;
}
function linkFollowUps(settled) {
  const byId = new Map(settled.map((release) => [release[0].id, release]));
  for (const release of [...settled].sort(([a], [b]) => a.published - b.published)) {
    const followed = byId.get(release[0].follows ?? "");
    for (const version of release) {
      version.follows = followed && version.follows;
      if (followed) version.followed = linkIn(followed, version.language);
    }
    if (followed) for (const version of followed) version.followUps = [...version.followUps, linkIn(release, version.language)];
  }
}
function linkIn(release, wanted) {
  const { id: id2, address: address2, language, title, date, reconstructed } = release.find((version) => version.language === wanted) ?? release[0];
  return { id: id2, address: address2, language, title, date, reconstructed };
}

// src/content/release/withdrawal.ts
function hiddenTitle(language) {
  return language === "en" ? "Withdrawn release" : "Zurückgezogene Meldung";
}
function withoutContent(release) {
  const { id: id2, path, language, originalLanguage, address: address2, state, date, published } = release;
  const { department, topics, kind, aliases, withdrawn, fileDigest, textLine } = release;
  const titleIn = (alternate, title) => withdrawn?.hidesTitle ? hiddenTitle(alternate) : title;
  return {
    id: id2,
    path,
    language,
    originalLanguage,
    address: address2,
    state,
    title: titleIn(language, release.title),
    date,
    published,
    summary: "",
    isSummaryDerived: false,
    department,
    ...emptyLists(),
    with: release.with,
    topics,
    follows: void 0,
    followed: void 0,
    followUps: [],
    kind,
    people: [],
    events: [],
    number: void 0,
    contact: department.contact,
    images: [],
    attachments: [],
    pinnedUntil: void 0,
    corrections: [],
    withdrawn,
    comments: "off",
    approvedComments: [],
    aliases,
    source: void 0,
    reconstructed: [],
    translation: void 0,
    text: () => "",
    fileDigest,
    textLine,
    versions: release.versions.map((version) => ({ ...version, title: titleIn(version.language, version.title) }))
  };
}
function emptyLists() {
  return Object.fromEntries(Object.keys(REGISTER_FIELDS).map((field) => [field, []]));
}

// src/archive/publication.ts
function shownIn(isPreview) {
  return (text2) => text2?.value !== void 0 && (isPreview || text2.value.state === "public");
}
function settleReleases({ originals }, isShown, comments, versions) {
  const settled = [];
  for (const [id2, text2] of originals) {
    if (!text2.value) continue;
    if (!isShown(text2)) {
      text2.account.outcome = text2.value.state === "draft" ? "draft" : "embargoed";
      if (text2.account.outcome === "embargoed") text2.account.from = text2.value.published;
      continue;
    }
    text2.account.outcome = "published";
    const original = { ...text2.value, approvedComments: comments.get(id2) ?? [] };
    const inLanguages = [original, ...(versions.get(id2) ?? []).map((version) => inVersion(original, version))];
    const alternates2 = inLanguages.map(({ language, address: address2, title }) => ({ language, address: address2, title }));
    const [first, ...others] = inLanguages.map((release) => {
      const whole = { ...release, versions: alternates2 };
      return whole.withdrawn ? withoutContent(whole) : whole;
    });
    if (first) settled.push([first, ...others]);
  }
  return settled;
}
function settleVersions({ originals, versions }, isShown, isPreview, ledger) {
  const shown = /* @__PURE__ */ new Map();
  for (const { id: id2, account, value } of versions) {
    const original = originals.get(id2);
    account.mayStay &&= original?.account.mayStay === true && !original.value?.withdrawn && (original.value === void 0 || isShown(original));
    if (!value) continue;
    const name = `${id2.split("/").at(-1)}.md`;
    const refuse3 = (message, remedy) => {
      account.outcome = "refused";
      ledger.report([error(account.path, FILE_START, message, remedy)]);
    };
    if (value.draft && !(isPreview && isShown(original))) account.outcome = "draft";
    else if (!original)
      refuse3(
        `Zu dieser Sprachfassung fehlt die ursprüngliche Meldung ${name}.`,
        "Legen Sie sie daneben an oder berichtigen Sie den Dateinamen."
      );
    else if (original.account.outcome === "refused")
      refuse3(
        `Die ursprüngliche Meldung ${name} hat Fehler; ohne sie erscheint auch diese Sprachfassung nicht.`,
        "Berichtigen Sie zuerst das Original."
      );
    else if (value.language === original.value?.originalLanguage)
      refuse3(
        `Die ursprüngliche Meldung ${name} ist selbst in dieser Sprache (language: ${value.language}).`,
        "Löschen Sie diese Datei, oder berichtigen Sie language in der Meldung."
      );
    else if (!isShown(original)) {
      account.outcome = "original";
      if (original.value?.state === "embargoed") account.from = original.value.published;
    } else {
      account.outcome = "published";
      shown.set(id2, [...shown.get(id2) ?? [], value]);
    }
  }
  return shown;
}
function settlePages({ pages }, isPreview) {
  return pages.flatMap(({ account, value }) => {
    if (!value) return [];
    account.outcome = value.draft && !isPreview ? "draft" : "published";
    return account.outcome === "published" ? [value] : [];
  });
}

// src/archive/right-place.ts
import { readFileSync as readFileSync3 } from "node:fs";
import { join as join4 } from "node:path";
var FOLDERS = {
  ...{
    release: "releases",
    meldungen: "releases",
    meldung: "releases",
    pressemitteilungen: "releases",
    presse: "releases",
    news: "releases"
  },
  ...{ page: "pages", seiten: "pages", seite: "pages", comment: "comments", kommentare: "comments", kommentar: "comments" },
  ...{ register: "registers", verzeichnisse: "registers", verzeichnis: "registers", asset: "assets" }
};
var REGISTERS2 = {
  ...{ department: "departments", aemter: "departments", amt: "departments", topic: "topics", themen: "topics", thema: "topics" },
  ...{ person: "people", persons: "people", personen: "people", leute: "people", place: "places", orte: "places", ort: "places" }
};
var MONTHS = ["januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];
var LANGUAGE_NAMES = {
  de: "",
  deutsch: "",
  english: "en",
  englisch: "en",
  eng: "en",
  leicht: "de-simple"
};
function tellMisplaced(folder, files, sorted, site) {
  const known2 = new Set(files);
  const found = sorted.misplaced.map((path) => {
    const right = rightPlace(folder, path, site);
    return { path, right, wrong: right === void 0 ? void 0 : wrongFolder(path, right) };
  });
  const counts = /* @__PURE__ */ new Map();
  for (const { wrong } of found) if (wrong) counts.set(wrong.from, (counts.get(wrong.from) ?? 0) + 1);
  const told = /* @__PURE__ */ new Map();
  for (const { path, right, wrong } of found) {
    if (wrong && (counts.get(wrong.from) ?? 0) > 1) told.set(wrong.from, renameFolder(folder, wrong));
    else told.set(path, misplaced({ folder, path, right, known: known2, sorted, site }));
  }
  return [...told.values()];
}
function misnamedRegisters(folder, sorted, site) {
  return new Set(sorted.misplaced.flatMap((path) => path.includes("/") ? rightPlace(folder, path, site) ?? [] : []));
}
function rightPlace(folder, path, site) {
  const parts = path.split("/").map((part2) => part2.trim());
  const name = rightName(parts.pop() ?? "");
  const [first = "", ...inner] = parts;
  const root = FOLDERS[toSlug(first)] ?? (first === "" || /^\d{4}(-\d\d)?$/.test(first) ? "" : toSlug(first));
  const below = root === "" && first !== "" ? [first, ...inner] : inner;
  const [stem = "", ...endings] = name.split(".");
  const candidate = () => {
    if (/^site\.ya?ml$/i.test(name)) return "site.yml";
    if (root === "registers" && /^ya?ml$/i.test(endings.at(-1) ?? ""))
      return `registers/${REGISTERS2[toSlug(stem)] ?? stem.toLowerCase()}.yml`;
    if (root === "assets") return `assets/${slugOf(stem)}.${endings.join(".").toLowerCase()}`;
    const isText = endings.at(-1) === "md";
    const language = endings.length > 1 ? rightLanguage(endings[0] ?? "") : "";
    const text2 = isText && endings.length <= 2 ? `${slugOf(stem)}${language ? `.${language}` : ""}.md` : void 0;
    if (root === "pages" && text2) return `pages/${text2}`;
    if (root !== "releases" && root !== "comments" && root !== "") return void 0;
    const time = timeOf2(below);
    if (time && time.rest.length === 0 && text2 && root !== "comments") return `releases/${time.path}/${text2}`;
    if (time && time.rest.length >= 1 && root === "comments" && text2) return `comments/${time.path}/${slugOf(time.rest[0] ?? "")}/${text2}`;
    if (time && time.rest.length >= 1 && !isText && root !== "comments")
      return `releases/${time.path}/${slugOf(time.rest[0] ?? "")}/${name}`;
    const written2 = time === void 0 && text2 && root !== "comments" ? writtenTime(join4(folder, path)) : void 0;
    return written2 && `releases/${written2}/${text2}`;
  };
  const right = candidate();
  if (right === void 0 || right === path) return void 0;
  const { misplaced: wrong } = sortFiles([right], site);
  return wrong.length === 0 || RELEASE_FOLDER.test(right) ? right : void 0;
}
function rightName(written2) {
  return written2.normalize("NFC").replace(/^(Kopie von|Copy of)\s+/i, "").replace(/\.(markdown|mdown|mkd|mdwn)(?=$|\.)/i, ".md").replace(/\.md(\.(txt|md))+$/i, ".md").replace(/(\s*\(\d+\)|\s*-?\s*(Kopie|copy))+(?=(\.[A-Za-z-]+)*$)/i, "").replace(/\.MD$/i, ".md").replace(/(?:_|-)(en|de-simple)\.md$/i, ".$1.md");
}
function rightLanguage(written2) {
  const small = written2.toLowerCase();
  return LANGUAGE_NAMES[small] ?? small;
}
function slugOf(written2) {
  const slug = toSlug(written2);
  if (slug.length < 3) return `${slug || "meldung"}-${slug ? "meldung" : "neu"}`;
  return slug.length <= SLUG_MAX ? slug : slug.slice(0, SLUG_MAX).replace(/-[^-]*$/, "");
}
function timeOf2([first = "", second = "", ...rest]) {
  const [, year, ofYear] = /^(\d{4})(?:[-_. ](\d\d?))?$/.exec(first) ?? [];
  if (year === void 0) return void 0;
  if (ofYear !== void 0) return { path: `${year}/${ofYear.padStart(2, "0")}`, rest: second === "" ? rest : [second, ...rest] };
  const [, number] = /^(\d\d?)\b/.exec(second) ?? [];
  const named2 = MONTHS.findIndex((month2) => second.length >= 3 && month2.startsWith(toSlug(second).slice(0, 9))) + 1;
  const month = number !== void 0 ? Number(number) : named2;
  return second !== "" && month <= 12 && (number !== void 0 || named2 > 0) ? { path: `${year}/${String(month).padStart(2, "0")}`, rest } : void 0;
}
function writtenTime(path) {
  try {
    const [, year, month = "00"] = /^date:\s*["']?(\d{4})(?:-(\d\d))?/m.exec(readFileSync3(path, "utf8").slice(0, 5e3)) ?? [];
    return year && `${year}/${month}`;
  } catch {
    return void 0;
  }
}
function wrongFolder(path, right) {
  const [from, to] = [path.split("/"), right.split("/")];
  if (from.length !== to.length || from.at(-1) !== to.at(-1)) return void 0;
  const wrong = from.map((part2, index2) => part2 === to[index2] ? -1 : index2).filter((index2) => index2 >= 0);
  const [index = -1] = wrong;
  return wrong.length === 1 ? { from: from.slice(0, index + 1).join("/"), to: to.slice(0, index + 1).join("/") } : void 0;
}
function renameFolder(folder, { from, to }) {
  const message = `Den Ordner „${from}“ kennt das Archiv nicht; nichts darin würde veröffentlicht.`;
  return error(join4(folder, from), FILE_START, message, `Benennen Sie ihn um in „${to}“.`);
}
function misplaced({ folder, path, right, known: known2, sorted, site }) {
  const full = join4(folder, path);
  const name = path.split("/").at(-1) ?? "";
  const [, id2, file] = RELEASE_FOLDER.exec(path) ?? [];
  if (id2 !== void 0 && !/\.md$/i.test(file ?? "")) {
    const near = nearest(
      id2,
      sorted.releases.map((release) => release.id).filter((one) => one.slice(0, 8) === id2.slice(0, 8))
    );
    const remedy = near ? `Heißt die Meldung „${near.split("/").at(-1)}.md“? Dann benennen Sie den Ordner um in „releases/${near}“.` : "Geben Sie dem Ordner denselben Namen wie der Meldung daneben, ohne .md.";
    return error(full, FILE_START, "Zu diesem Ordner gibt es keine Meldung.", remedy);
  }
  if (right !== void 0) {
    const message = `„${name}“ liegt hier unter einem Namen, den das Archiv nicht kennt; veröffentlicht würde sie nirgends.`;
    const remedy = known2.has(right) ? `Die Datei hieße richtig „${right}“, und die gibt es schon: Löschen Sie eine der beiden.` : `Benennen Sie die Datei um in „${right}“.`;
    return error(full, FILE_START, message, remedy);
  }
  if (/^(releases\/\d{4}\/(0\d|1[0-2])|pages)\/[^/]+\.(md|markdown)$/i.test(path)) {
    const endings = site.languages.map((language) => language === site.language ? ".md" : `.${language}.md`);
    const remedy = `Dateinamen bestehen aus a-z, 0-9 und Bindestrichen (3 bis 120 Zeichen) und enden auf ${endings.join(", ")}; weitere Sprachen nennen Sie unter languages in site.yml.`;
    return error(full, FILE_START, `„${name}“ taugt nicht als Adresse.`, remedy);
  }
  return error(
    full,
    FILE_START,
    "Hier gehört keine Datei dieser Art hin; veröffentlicht würde sie nirgends.",
    "Meldungen liegen unter releases/JAHR/MONAT/name.md, ihre Bilder und Anlagen im Ordner name/ daneben."
  );
}

// src/archive/settings.ts
import { join as join5 } from "node:path";
import { z as z4 } from "zod";

// src/content/register-reading.ts
function toRegister(name, data2, path, locate) {
  const problems = [];
  const entries = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(data2)) {
    if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(key)) {
      problems.push(
        error(
          path,
          locate([key]),
          `„${key.slice(0, 80)}“ ist keine Kennung; sie besteht aus a-z, 0-9 und Bindestrichen.`,
          toSlug(key) === "" || toSlug(key) in data2 ? "Wählen Sie eine andere, zum Beispiel: amt-fuer-umwelt" : `Schreiben Sie: ${toSlug(key)}`
        )
      );
      entries.set(toSlug(key), toEntry(name, toSlug(key), { name: key }));
      continue;
    }
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      const written2 = typeof value === "string" ? value : key;
      problems.push(
        error(
          path,
          locate([key]),
          `Der Eintrag „${key}“ hat keine Felder.`,
          `Schreiben Sie zum Beispiel: ${key}: {name: ${toYaml(written2, true)}}`
        )
      );
      entries.set(key, toEntry(name, key, { name: key }));
      continue;
    }
    const schema = REGISTER_SCHEMAS[name];
    const checked = checkShape(schema, value, path, (inner) => locate([key, ...inner]));
    problems.push(...checked.problems);
    entries.set(key, toEntry(name, key, checked.value ?? { name: key }));
  }
  problems.push(...checkReferences2(name, entries, path, locate));
  return { value: entries, problems };
}
function unreadRegister(name) {
  const entries = /* @__PURE__ */ new Map();
  const asked = entries.get.bind(entries);
  entries.get = (key) => {
    const known2 = asked(key) ?? toEntry(name, key, { name: key });
    entries.set(key, known2);
    return known2;
  };
  return entries;
}
function toEntry(name, key, fields) {
  const entry2 = {
    id: key,
    name: fields.name,
    names: fields.names ?? {},
    description: fields.description,
    aliases: fields.aliases ?? []
  };
  switch (name) {
    case "departments": {
      const department = fields;
      return {
        ...entry2,
        contact: toContact(department.contact),
        formerNames: (department.formerNames ?? []).map((former) => ({ ...former, names: former.names ?? {} })),
        successor: department.successor
      };
    }
    case "topics":
      return { ...entry2, broader: fields.broader };
    case "people": {
      const person = fields;
      const roles = (person.roles ?? []).map((role) => ({ title: role.title, from: role.from, to: role.to }));
      return { ...entry2, roles, page: person.page ?? false };
    }
    case "places": {
      const place2 = fields;
      return { ...entry2, country: place2.country, lat: numberOf(place2.lat), lon: numberOf(place2.lon) };
    }
    default:
      return entry2;
  }
}
function numberOf(text2) {
  return text2 === void 0 ? void 0 : Number(text2);
}
function checkReferences2(name, entries, path, locate) {
  const field = name === "topics" ? "broader" : name === "departments" ? "successor" : void 0;
  if (!field) return [];
  const target = (entry2) => entry2[field];
  const problems = [];
  const ending = /* @__PURE__ */ new Set();
  for (const entry2 of entries.values()) {
    const next = target(entry2);
    if (next === void 0) continue;
    if (!entries.has(next)) {
      const remedy = problems.length < 100 ? suggestEntry(next, entries, `registers/${name}.yml`) : "Tragen Sie es ein oder nehmen Sie eine vorhandene Kennung.";
      problems.push(error(path, locate([entry2.id, field]), `„${next}“ steht nicht in diesem Verzeichnis.`, remedy));
      continue;
    }
    const way = /* @__PURE__ */ new Set([entry2.id]);
    let at = next;
    for (; at !== void 0 && !way.has(at) && !ending.has(at); at = target(entries.get(at) ?? entry2)) {
      if (!entries.has(at)) break;
      way.add(at);
    }
    if (at === entry2.id)
      problems.push(
        error(
          path,
          locate([entry2.id, field]),
          `„${entry2.id}“ verweist über „${field}“ im Kreis auf sich selbst.`,
          "Streichen Sie einen der Verweise."
        )
      );
    else if (at === void 0 || ending.has(at) || !entries.has(at)) for (const id2 of way) ending.add(id2);
  }
  return problems;
}

// src/archive/settings.ts
var REGISTER_BYTES_MAX = 1e7;
function readSite(folder, present, now) {
  const path = join5(folder, "site.yml");
  if (!present.has("site.yml")) {
    const remedy = "Legen Sie site.yml an (npm run adopt schreibt eine Vorlage), oder prüfen Sie, ob CONTENT auf den richtigen Ordner zeigt.";
    return { value: void 0, problems: [error(path, FILE_START, "Die Einstellungen fehlen.", remedy)] };
  }
  return readWhole(path, (data2, where, locate) => {
    const made = toSite(data2, where, locate, present);
    const missing = (made.value?.navigation ?? []).flatMap(
      (slug, index) => present.has(`pages/${slug}.md`) || slug === ACCESSIBILITY_SLUG && made.value?.accessibility ? [] : [
        error(
          where,
          locate(["navigation", index]),
          `Die Seite „${slug}“ gibt es nicht.`,
          `Legen Sie pages/${slug}.md an, oder streichen Sie sie unter navigation.`
        )
      ]
    );
    return {
      value: made.value,
      problems: [
        ...made.problems,
        ...missing,
        ...made.value ? checkStatement(made.value, where, locate, present, now) : [],
        ...made.value?.demonstration === void 0 ? findSamples(siteSchema, data2, where, locate) : [],
        ...unusedAssets(folder, present, data2)
      ]
    };
  });
}
var YEAR = 366 * 864e5;
function checkStatement({ accessibility: accessibility2, demonstration }, path, locate, present, now) {
  if (!accessibility2) return [];
  const at = locate(["accessibility"]);
  const problems = [];
  const written2 = ["", ".en"].map((language) => `pages/${ACCESSIBILITY_SLUG}${language}.md`).filter((file) => present.has(file));
  for (const file of written2) {
    problems.push(
      error(
        path,
        at,
        `Die Erklärung zur Barrierefreiheit gibt es zweimal: hier unter accessibility und in ${file}.`,
        `Löschen Sie ${file}, oder streichen Sie hier accessibility.`
      )
    );
  }
  const last = accessibility2.reviewed ?? accessibility2.prepared;
  if (now - last.instant > YEAR) {
    const remedy = "Überprüfen Sie sie, und tragen Sie den Tag unter accessibility als reviewed ein.";
    problems.push(
      hint(path, at, `Die Erklärung zur Barrierefreiheit wurde zuletzt am ${last.machine} überprüft, vor mehr als einem Jahr.`, remedy)
    );
  }
  if (!accessibility2.enforcement && demonstration === void 0) {
    problems.push(
      hint(
        path,
        at,
        "Die Erklärung zur Barrierefreiheit nennt keine Durchsetzungs- oder Schlichtungsstelle.",
        "Tragen Sie die Stelle Ihres Landes oder des Bundes unter accessibility als enforcement ein."
      )
    );
  }
  return problems;
}
function unusedAssets(folder, present, data2) {
  const written2 = JSON.stringify(data2.theme ?? {});
  return [...present].flatMap(
    (file) => file.startsWith("assets/") && !written2.includes(`"${file}"`) ? [
      hint(
        join5(folder, file),
        FILE_START,
        "Diese Datei wird nirgends verwendet.",
        "Nennen Sie sie in site.yml unter theme, oder löschen Sie sie."
      )
    ] : []
  );
}
function readRegisters(folder, present, misnamed) {
  const registers = { ...EMPTY_REGISTERS };
  const problems = [];
  const read2 = (name) => {
    const path = join5(folder, "registers", `${name}.yml`);
    if (misnamed.has(`registers/${name}.yml`) && !present.has(`registers/${name}.yml`)) {
      registers[name] = unreadRegister(name);
      return;
    }
    if (!present.has(`registers/${name}.yml`)) {
      problems.push(
        hint(
          path,
          FILE_START,
          "Dieses Verzeichnis fehlt; es gilt als leer.",
          "Legen Sie die Datei an, sobald eine Meldung einen Eintrag braucht."
        )
      );
      return;
    }
    const made = readWhole(path, (data2, where, locate) => {
      const register = toRegister(name, data2, where, locate);
      return {
        ...register,
        problems: [...register.problems, ...findSamples(z4.record(z4.string(), REGISTER_SCHEMAS[name]), data2, where, locate)]
      };
    });
    problems.push(...made.problems);
    registers[name] = made.value ?? unreadRegister(name);
  };
  for (const name of Object.keys(REGISTER_SCHEMAS)) read2(name);
  return { registers, problems };
}
function readWhole(path, make) {
  const bytes = readContent(path, REGISTER_BYTES_MAX);
  if (!(bytes instanceof Uint8Array)) return { value: void 0, problems: [bytes] };
  const yaml = readYaml(bytes, path);
  const made = yaml.value && make(yaml.value.data, path, yaml.value.locate);
  return { value: made?.value, problems: [...yaml.problems, ...made?.problems ?? []] };
}

// src/archive/texts.ts
import { join as join7 } from "node:path";

// src/content/plain-page.ts
import { z as z5 } from "zod";
var pageSchema = z5.strictObject({
  title: text(3, 300, "Überschrift", "Impressum"),
  summary: text(20, 500, "Ein Satz für Suchmaschinen", "Wer dieses Archiv betreibt und wie man ihn erreicht.").optional(),
  aliases: z5.array(aliasSchema).meta({ description: "Frühere Adressen", examples: [["/impressum.html"]] }).optional(),
  draft: z5.boolean().meta({ description: "true, solange die Seite ein Entwurf ist", examples: ["true"] }).optional()
});
function toPage(document, path, slug, language, languages) {
  const { value, problems } = checkShape(pageSchema, document.data, path, document.locate);
  if (isReserved(slug, languages)) {
    problems.push(
      error(path, FILE_START, `Die Adresse /${slug}/ gehört dem Archiv selbst.`, "Geben Sie der Seite einen anderen Dateinamen.")
    );
  }
  if (!value || problems.length > 0) return { value: void 0, problems };
  return {
    problems,
    value: {
      slug,
      path,
      address: pageAddress(slug, language),
      language,
      title: value.title,
      summary: value.summary,
      aliases: value.aliases ?? [],
      draft: value.draft ?? false,
      text: document.text,
      textLine: document.textLine
    }
  };
}

// src/content/release/file-checks.ts
function checkFiles({ images = [], attachments = [], contact }, hasOfficeContact, checks) {
  const pictures = images.map(({ file }) => file);
  checks.once(pictures, "images");
  checks.once(
    attachments.map(({ file }) => file),
    "attachments",
    (file) => pictures.includes(file)
  );
  attachments.forEach(({ accessible, file }, index) => {
    if (accessible !== false || file === void 0 || contact || hasOfficeContact) return;
    checks.fail(
      ["attachments", index],
      `„${file}“ ist nicht barrierefrei, und niemand ist genannt, der hilft.`,
      "Nennen Sie in der Meldung oder beim Amt einen contact."
    );
  });
}
function checkCredits({ images = [], reconstructed = [] }, checks) {
  if (reconstructed.includes("images")) return;
  images.forEach(({ credit }, index) => {
    if (!isUnknown(credit)) return;
    checks.fail(
      ["images", index, "credit"],
      "Ein Bild ohne bekannten Urheber gibt es nur, wo das Archiv die Angaben ergänzt hat.",
      `Nennen Sie, von wem das Bild ist, oder schreiben Sie: reconstructed: [${[...reconstructed, "images"].join(", ")}]`
    );
  });
}
function isUnknown(credit) {
  return /^\[?(unbekannt|unknown)\]?$/i.test(credit);
}

// src/content/release/references.ts
function registerOf(path) {
  const [field, index, inner] = path.map(String);
  if (field === "department" && path.length === 1) return "departments";
  if (field !== void 0 && Object.hasOwn(REGISTER_FIELDS, field)) return REGISTER_FIELDS[field];
  if (field === "people" && (index === void 0 || inner === void 0 || inner === "id")) return "people";
  return field === "events" && inner === "place" ? "places" : void 0;
}
function explainReferences(registers) {
  return (path, value) => {
    const name = registerOf(path);
    if (name === void 0) return void 0;
    const entries = registers[name];
    const field = String(path.findLast((part2) => typeof part2 === "string"));
    const isList = path.length === 1 && field !== "department";
    if (typeof value === "string" && !isList) {
      const message = `${quoted(value)} ist keine Kennung aus registers/${name}.yml.`;
      return { message, remedy: suggestEntry(value, entries, `registers/${name}.yml`) };
    }
    if (typeof value === "string") {
      const ids = value.split(/\s*[,;]\s*/).flatMap((item) => findMeant(item, entries) ?? []);
      if (ids.length === 0) return void 0;
      return {
        message: `„${field}“ muss eine Liste sein, hier steht ${quoted(value)}.`,
        remedy: `Schreiben Sie: ${field}: ${toYaml(ids)}`
      };
    }
    const [first] = entries.keys();
    if (value !== void 0 || first === void 0) return void 0;
    return {
      message: `Das Feld „${field}“ fehlt; es nennt Kennungen aus registers/${name}.yml.`,
      remedy: `Schreiben Sie zum Beispiel: ${field}: ${isList ? toYaml([first]) : first}`
    };
  };
}

// src/content/release/reading.ts
function readRelease(document, path, id2, { site, registers }) {
  const shape = checkShape(releaseSchema, document.data, path, document.locate, explainReferences(registers));
  const checks = createChecks(document, path, site.timeZone);
  const fields = shape.value ?? soundFields(withoutEmpty(document.data));
  const date = fields.date === void 0 ? void 0 : checks.date(["date"], fields.date);
  if (date) checkPath(date, id2, checks);
  checkLanguage(fields, site, checks);
  const embargo = checks.moment("embargo", fields.embargo);
  const pinnedUntil = checks.moment("pinnedUntil", fields.pinnedUntil);
  const department = fields.department === void 0 ? void 0 : checks.find(registers.departments, fields.department, ["department"], "departments.yml");
  const lists = readLists(fields, registers, checks);
  const people = readPeople(fields, registers, checks);
  const corrections2 = readCorrections(fields, date, checks);
  const withdrawnOn = fields.withdrawn?.date;
  const withdrawnDate = withdrawnOn === void 0 ? void 0 : checks.date(["withdrawn", "date"], withdrawnOn);
  const events = readEvents(fields, registers, checks);
  checkFiles(fields, department?.contact !== void 0, checks);
  checkCredits(fields, checks);
  const problems = [...shape.problems, ...checks.problems];
  const sound = shape.value;
  if (!sound || hasErrors(problems) || !date || !department) return { value: void 0, problems };
  const published = embargo === void 0 ? date.instant : Math.max(date.instant, embargo.instant);
  return {
    problems,
    value: {
      draft: sound.draft ?? false,
      announced: announce(fields, document, path, (keys, day3) => {
        const from = checks.date(keys, day3);
        return from && beginOf(from, site.timeZone);
      }),
      title: sound.title,
      date,
      published,
      // What is left out follows from the text, which the archive reads (src/archive/texts.ts).
      summary: sound.summary ?? "",
      isSummaryDerived: sound.summary === void 0,
      department,
      ...lists,
      originalLanguage: sound.language ?? site.language,
      follows: sound.follows,
      kind: sound.kind,
      people,
      events,
      number: sound.number,
      contact: toContact(sound.contact) ?? department.contact,
      // Digests and sizes of the files are filled in by the archive, which knows their folder (src/archive/texts.ts).
      images: (sound.images ?? []).map(({ file, alt, caption, credit, license }) => ({
        file,
        digest: "",
        width: 0,
        height: 0,
        alt,
        caption,
        credit: isUnknown(credit) ? void 0 : credit,
        license,
        isSupplied: sound.reconstructed?.includes("images") ?? false
      })),
      attachments: (sound.attachments ?? []).map(({ file, title, accessible = true }) => ({
        file,
        digest: "",
        address: fileAddress(id2, file),
        title,
        size: 0,
        accessible
      })),
      pinnedUntil: pinnedUntil?.instant,
      corrections: corrections2,
      withdrawn: sound.withdrawn && withdrawnDate && { date: withdrawnDate, reason: sound.withdrawn.reason, hidesTitle: sound.withdrawn.hide === "title" },
      comments: sound.comments ?? site.comments.default,
      approvedComments: [],
      aliases: sound.aliases ?? [],
      source: sound.source && { url: sound.source.url, note: sound.source.note },
      reconstructed: sound.reconstructed ?? [],
      translation: void 0,
      textLine: document.textLine
    }
  };
}
function soundFields(data2) {
  const copy = structuredClone(data2);
  for (const issue of releaseSchema.safeParse(data2).error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) remove(copy, [...issue.path, key]);
    else remove(copy, issue.path);
  }
  return copy;
}
function remove(parent, [key, ...rest]) {
  if (key === void 0 || parent === null || typeof parent !== "object" || !Object.hasOwn(parent, key)) return;
  if (rest.length > 0) remove(parent[key], rest);
  else delete parent[key];
}
function readLists(fields, registers, checks) {
  const lists = Object.entries(REGISTER_FIELDS).map(([field, register]) => {
    const ids = fields[field];
    return [field, checks.findAll(registers[register], ids, field, `${register}.yml`)];
  });
  return Object.fromEntries(lists);
}
function readPeople({ people = [] }, registers, checks) {
  const named2 = people.map((item) => typeof item === "string" ? { id: item, role: void 0 } : item);
  checks.once(
    named2.map(({ id: id2 }) => id2),
    "people"
  );
  return named2.flatMap(({ id: id2, role }, index) => {
    if (id2 === void 0) return [];
    const person = checks.find(registers.people, id2, ["people", index], "people.yml");
    return person ? [{ person, role }] : [];
  });
}
function readCorrections({ corrections: corrections2 = [], date: written2 }, released, checks) {
  const read2 = corrections2.flatMap(({ date: day3, note }, index) => {
    const date = day3 === void 0 ? void 0 : checks.date(["corrections", index, "date"], day3);
    if (date && released && isBefore(date, released)) {
      checks.fail(
        ["corrections", index, "date"],
        "Die Berichtigung liegt vor der Veröffentlichung.",
        `Die Meldung ist vom ${written2}; prüfen Sie beide Daten.`
      );
    }
    return date ? [{ date, note }] : [];
  });
  return read2.sort((a, b) => b.date.instant - a.date.instant);
}
function announce({ corrections: corrections2 = [], withdrawn }, { locate, text: text2, textLine }, path, beginAt) {
  const announced = [];
  const tell = (until2, problem) => {
    if (until2 !== void 0) announced.push({ until: until2, problem });
  };
  corrections2.forEach(({ date }, index) => {
    const keys2 = ["corrections", index, "date"];
    const message2 = `Die Berichtigung ist vom ${date} und erscheint erst dann.`;
    tell(beginAt(keys2, date), hint(path, locate(keys2), message2, "Ist ein anderer Tag gemeint, berichtigen Sie das Datum."));
  });
  if (!withdrawn) return announced;
  const keys = ["withdrawn", "date"];
  const until = beginAt(keys, withdrawn.date);
  const message = `Die Meldung wird erst am ${withdrawn.date} zurückgezogen; bis dahin bleibt sie lesbar.`;
  tell(until, hint(path, locate(keys), message, "Soll sie sofort verschwinden, tragen Sie den heutigen Tag ein."));
  if (text2.trim() === "") {
    const remedy = "Stellen Sie den Text wieder her, oder tragen Sie unter withdrawn den heutigen Tag ein.";
    tell(
      until,
      error(path, { line: textLine, column: 1 }, `Der Text fehlt, zurückgezogen ist die Meldung erst am ${withdrawn.date}.`, remedy)
    );
  }
  return announced;
}
function readEvents({ events = [] }, registers, checks) {
  return events.flatMap((event, index) => {
    const date = event.date === void 0 ? void 0 : checks.date(["events", index, "date"], event.date);
    const end = event.end === void 0 ? void 0 : checks.date(["events", index, "end"], event.end);
    const place2 = event.place === void 0 ? void 0 : checks.find(registers.places, event.place, ["events", index, "place"], "places.yml");
    if (date && end && endsBefore(end, date))
      checks.fail(["events", index, "end"], "Der Termin endet, bevor er beginnt.", "Prüfen Sie date und end.");
    if (event.id !== void 0 && events.findIndex(({ id: id2 }) => id2 === event.id) < index)
      checks.fail(["events", index, "id"], `Die Kennung „${event.id}“ hat schon ein anderer Termin.`, "Geben Sie jedem eine eigene.");
    return date ? [{ id: event.id, name: event.name, date, end, place: place2 }] : [];
  });
}
function checkLanguage({ language }, { languages }, checks) {
  if (language === void 0 || languages.includes(language)) return;
  const remedy = `Schreiben Sie eine von diesen: ${languages.join(", ")}; oder ergänzen Sie in site.yml languages: [${[...languages, language].join(", ")}]`;
  checks.fail(["language"], `„${language}“ ist keine Sprache dieses Archivs.`, remedy);
}
function checkPath(date, releaseId, checks) {
  const [year = "", month = ""] = releaseId.split("/");
  const expected = `${String(date.year).padStart(4, "0")}/${String(date.month).padStart(2, "0")}`;
  if (`${year}/${month}` === expected) return;
  checks.fail(
    ["date"],
    `Die Meldung ist vom ${date.machine}, liegt aber im Ordner ${year}/${month}.`,
    `Verschieben Sie die Datei nach releases/${expected}/ oder berichtigen Sie das Datum. War sie schon veröffentlicht, bleibt der Ordner.`
  );
}

// src/content/release/version-reading.ts
function readVersion(document, path, language, original) {
  const { locate } = document;
  const data2 = withoutEmpty(document.data);
  const repeated = Object.keys(data2).filter((key) => key in releaseSchema.shape && !(key in versionSchema.shape));
  const problems = repeated.map(
    (key) => error(
      path,
      locate([key]),
      `„${key}“ gilt aus der ursprünglichen Meldung und darf hier nicht noch einmal stehen.`,
      "Löschen Sie die Zeile in der Sprachfassung."
    )
  );
  const own2 = Object.fromEntries(Object.entries(data2).filter(([key]) => !repeated.includes(key)));
  const { value: fields, problems: shape } = checkShape(versionSchema, own2, path, locate);
  problems.push(...shape);
  if (!fields || problems.length > 0) return { value: void 0, problems };
  const foreign = (field, keys) => {
    keys.forEach((key, index) => {
      if (original && !original[field].includes(key)) {
        problems.push(
          error(
            path,
            locate([field, index]),
            `„${key}“ kommt in der ursprünglichen Meldung nicht unter „${field}“ vor.`,
            "Ergänzen Sie es dort, oder löschen Sie es hier."
          )
        );
      }
    });
  };
  const { people = [], images = [] } = fields;
  foreign(
    "people",
    people.map(({ id: id2 }) => id2)
  );
  foreign(
    "images",
    images.map(({ file }) => file)
  );
  return {
    problems,
    value: {
      language,
      draft: fields.draft ?? false,
      title: fields.title,
      // What is left out follows from the text, which the archive reads (src/archive/texts.ts).
      summary: fields.summary ?? "",
      isSummaryDerived: fields.summary === void 0,
      people: people.map((item) => ({ id: item.id, role: item.role })),
      images: images.map((item) => ({ file: item.file, alt: item.alt, caption: item.caption })),
      translation: fields.translation && { kind: fields.translation.kind, by: fields.translation.by },
      textLine: document.textLine
    }
  };
}

// src/markdown/first-sentence.ts
var SHORTEST = 20;
var LONGEST = 300;
var BEGINNING = 4e3;
var ABBREVIATIONS = new Set(
  "abs abt art bd bes bez bspw bzgl bzw ca co ders d.h dipl dr eigtl etc evtl geb gem ggf hrsg hr ing inkl insb ltd max mind mio mr mrd mrs ms nr pl prof resp rd s.o sog st str tel u.a usf usw vgl vs z.b zzgl zz jan feb apr jun jul aug sep sept okt nov dez oct dec".split(" ")
);
var parser = createParser(false);
function firstSentence(text2) {
  const tokens = parser.parse(text2.slice(0, BEGINNING), {});
  const inlines = tokens.flatMap((token, index) => token.type === "inline" ? [{ token, opening: tokens[index - 1]?.type }] : []);
  const paragraphs = inlines.filter(({ opening }) => opening === "paragraph_open");
  let words = "";
  for (const { token } of paragraphs.length > 0 ? paragraphs : inlines) {
    words = `${words} ${wordsOf2(token.children ?? [])}`.replace(/[\s\u00a0]+/g, " ").trim();
    const sentence = sentenceIn(words);
    if (sentence.length >= SHORTEST) return shorten2(sentence);
  }
  return shorten2(words);
}
function wordsOf2(tokens) {
  return tokens.map(({ type, content }) => {
    if (type === "softbreak" || type === "hardbreak") return " ";
    return type === "text" || type === "code_inline" ? content : "";
  }).join("");
}
function sentenceIn(words) {
  for (const { 0: sign, index } of words.matchAll(/[.!?…]+["“”»«’')\]]*(?= |$)/g)) {
    const end = index + sign.length;
    const next = words.slice(end + 1, end + 2);
    if (end < SHORTEST || next !== "" && !/[\p{Lu}\p{N}„“"»«‚'(–-]/u.test(next)) continue;
    if (/^\./.test(sign) && isAbbreviation(words.slice(0, index).split(" ").at(-1) ?? "")) continue;
    return words.slice(0, end);
  }
  return words;
}
function isAbbreviation(word) {
  const bare = word.replace(/^[„“"»«‚'([]+/, "").toLowerCase();
  return new RegExp("^\\p{L}$|^\\d{1,2}$|^(\\p{L}\\.)+\\p{L}$", "u").test(bare) || ABBREVIATIONS.has(bare);
}
function shorten2(sentence) {
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2)).replace(/[\uD800-\uDBFF]$|[\s,;:–-]+$/u, "")} …`;
}

// src/markdown/text-hints.ts
var WORTH_LOOKING = new RegExp("^ {0,3}(#{2,6}|\\d{1,2}[.)]\\p{L})|^[ \\t]*[•·▪◦‣●■□➢\\uf0b7]|\\[\\s*\\]\\(|\\*\\*[ \\u00a0]|[ \\u00a0]\\*\\*|\\]\\(#", "mu");
var MONTHS2 = /^(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;
function findSlips2(text2, path, firstLine) {
  if (!WORTH_LOOKING.test(text2)) return [];
  const problems = [];
  let fence = "";
  let level = 1;
  text2.split("\n").forEach((written2, index) => {
    const tell = (column, message, remedy) => problems.push(hint(path, { line: firstLine + index, column: column + 1 }, message, remedy));
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(written2)?.[1] ?? "";
    if (mark !== "" && (fence === "" || mark.startsWith(fence))) fence = fence === "" ? mark : "";
    if (fence !== "" || mark !== "") return;
    const heading = /^ {0,3}(#{2,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/.exec(written2);
    if (heading) {
      const [, hashes2 = "", words2 = ""] = heading;
      if (words2.trim() === "")
        tell(0, "Hier steht eine Überschrift ohne Worte.", "Schreiben Sie Worte dahinter, oder löschen Sie die Zeile.");
      else if (hashes2.length > level + 1)
        tell(
          0,
          `Die Überschrift springt von Ebene ${level} auf Ebene ${hashes2.length}; Vorleseprogramme vermissen eine dazwischen.`,
          `Schreiben Sie: ${"#".repeat(level + 1)} ${words2}`
        );
      if (words2.includes("­")) tell(written2.indexOf("­"), UNSEEN_HYPHEN, "Löschen Sie es; der Browser trennt Wörter selbst.");
      if (words2.trim() !== "") level = hashes2.length;
      return;
    }
    const [, hashes, words = ""] = /^ {0,3}(#{2,6})([^#\s].*)$/.exec(written2) ?? [];
    if (hashes) tell(0, `Nach ${hashes} fehlt ein Leerzeichen; so ist es keine Überschrift.`, `Schreiben Sie: ${hashes} ${words}`);
    const [, room = "", bullet, point = ""] = /^([ \t]*)([•·▪◦‣●■□➢\uf0b7])[ \t\u00a0]*(\S.*)$/.exec(written2) ?? [];
    if (bullet) tell(room.length, `„${bullet}“ macht keine Liste.`, `Schreiben Sie: ${room}- ${point}`);
    const [, number, item = ""] = new RegExp("^ {0,3}(\\d{1,2}[.)])(\\p{L}.*)$", "u").exec(written2) ?? [];
    if (number && !MONTHS2.test(item))
      tell(0, `Nach ${number} fehlt ein Leerzeichen; so ist es keine Liste.`, `Schreiben Sie: ${number} ${item}`);
    const plain3 = written2.replace(/`[^`]*`/g, (code) => " ".repeat(code.length));
    for (const { 0: found, index: at } of plain3.matchAll(/(?<!!)\[\s*\]\([^)\s]/g))
      tell(at, `Dieser Link hat keine Worte: ${found}…`, "Schreiben Sie in die eckigen Klammern, wohin er führt.");
    for (const { 0: found, 1: after, 2: before, index: at } of plain3.matchAll(
      /\*\*(?=[^\s*])([^*]*?)[ \u00a0]+\*\*(?!\*)|\*\*[ \u00a0]+([^*]*?[^\s*])\*\*(?!\*)/g
    )) {
      if ((plain3.slice(0, at).split("**").length - 1) % 2 === 1) continue;
      tell(
        at,
        `„${found}“ wird nicht fett: Neben den Sternchen steht ein Leerzeichen.`,
        `Schreiben Sie: **${(after ?? before ?? "").trim()}**`
      );
    }
  });
  return [...problems, ...deadAnchors(text2, path, firstLine)];
}
var UNSEEN_HYPHEN = "In der Überschrift steht ein weiches Trennzeichen (U+00AD), das unsichtbar ist und Suche und Feeds stört.";
function deadAnchors(text2, path, firstLine) {
  if (!text2.includes("](#")) return [];
  const ids = anchorsIn(text2);
  return [...text2.matchAll(/\]\(#([^)\s]+)\)/g)].flatMap(({ 1: anchor = "", index }) => {
    if (ids.includes(anchor) || /^fussnote-/.test(anchor)) return [];
    const meant = ids.find((id2) => id2 === `abschnitt-${toSlug(anchor.replace(/^abschnitt-/, ""))}`);
    const known2 = ids.length > 0 ? `Es gibt: ${ids.map((id2) => `#${id2}`).join(", ")}.` : "Der Text hat keine Überschriften, auf die ein Link führen kann.";
    const at = positionAt(text2, index + 2, firstLine);
    return [hint(path, at, `Die Stelle „#${anchor}“ gibt es auf dieser Seite nicht.`, meant ? `Schreiben Sie: (#${meant})` : known2)];
  });
}
function anchorsIn(text2) {
  const ids = [];
  const tokens = createParser(false).parse(text2, {});
  tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const slug = toSlug((tokens[index + 1]?.children ?? []).map(({ content }) => content).join("")) || "teil";
    for (let count2 = 1; ; count2++) {
      const id2 = `abschnitt-${slug}${count2 > 1 ? `-${count2}` : ""}`;
      if (ids.includes(id2)) continue;
      ids.push(id2);
      break;
    }
  });
  return ids;
}
function ownLinks(text2, firstLine, url) {
  if (!text2.includes("](/") && !text2.includes(`](${url}`) && !text2.includes("]: /")) return [];
  const links = text2.matchAll(/(?<!\\)\](?:\(<?|: *<?)((?:https?:\/)?\/[^)\s>]*)/g);
  return [...links].flatMap(({ 0: found, 1: written2 = "", index }) => {
    const target = written2.startsWith(url) ? `/${written2.slice(url.length)}` : written2;
    if (!/^\/(?!\/)/.test(target)) return [];
    return [{ target, ...positionAt(text2, index + found.length - written2.length, firstLine) }];
  });
}

// src/archive/listed-files.ts
import { readFileSync as readFileSync4 } from "node:fs";
import { join as join6 } from "node:path";
var FIELDS = ["images", "attachments"];
function listedIn(document) {
  const { images, attachments, people } = document?.data ?? {};
  const entries = (list) => Array.isArray(list) ? list : [];
  const fieldOf = (entry2, field) => entry2?.[field];
  const files = (list) => entries(list).map((entry2) => fieldOf(entry2, "file")).filter((file) => typeof file === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file));
  const ids = entries(people).map((item) => typeof item === "string" ? item : fieldOf(item, "id")).filter((id2) => typeof id2 === "string");
  const once = (names) => [...new Set(names)];
  return { images: once(files(images)), attachments: once(files(attachments)), people: once(ids) };
}
function union(own2, original) {
  if (!original) return own2;
  return {
    images: [...original.images, ...own2.images],
    attachments: [...original.attachments, ...own2.attachments],
    people: original.people
  };
}
function stateOfFiles(present, folder) {
  return present.map((name) => `${name} ${fileState(join6(folder, name))}`).join("|");
}
function checkListed(document, { names, present, path, folder }) {
  const problems = [];
  const seen = /* @__PURE__ */ new Set();
  for (const field of FIELDS) {
    const entries = document.data[field];
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry2, index) => {
      const file = entry2?.file;
      if (typeof file !== "string" || !names[field].includes(file) || seen.has(file)) return;
      seen.add(file);
      const at = document.locate([field, index, "file"]);
      if (!present.includes(file)) {
        const where = `${folder.split(/[\\/]/).at(-1)}/`;
        problems.push(
          error(
            path,
            at,
            `Die Datei „${file}“ fehlt im Ordner ${where} neben der Meldung.`,
            "Legen Sie sie dort ab; Groß- und Kleinschreibung zählt."
          )
        );
      } else if (/^(index\.|termine\.ics$)/i.test(file)) {
        problems.push(error(path, at, `„${file}“ heißt wie die Seite der Meldung selbst.`, "Benennen Sie die Datei um."));
      } else {
        const source = join6(folder, file);
        problems.push(...field === "images" ? checkImage(source, path, at) : checkAttachment(source, path, at));
      }
    });
  }
  const unnamed = present.filter((file) => !names.images.includes(file) && !names.attachments.includes(file));
  const message = "Die Datei wird nicht veröffentlicht: Ihre Meldung nennt sie nicht.";
  const remedy = "Tragen Sie sie unter images oder attachments ein oder löschen Sie sie.";
  return [...problems, ...unnamed.map((file) => hint(join6(folder, file), FILE_START, message, remedy))];
}
function measureFiles(release, folder) {
  release.images = release.images.map((image) => {
    const source = join6(folder, image.file);
    return { ...image, digest: digest(readFileSync4(source)), ...pictureSize(source) };
  });
  release.attachments = release.attachments.map((attachment) => {
    const bytes = readFileSync4(join6(folder, attachment.file));
    return { ...attachment, digest: digest(bytes), size: bytes.length };
  });
}
function findTwins({ images, attachments }, id2, path, locate) {
  const holders = /* @__PURE__ */ new Map();
  const names = new Set([...images, ...attachments].map(({ file }) => file.toLowerCase()));
  const taken = (file, addresses) => {
    const twin = addresses.find((address2) => (holders.get(comparable(address2)) ?? file) !== file);
    for (const address2 of addresses) if (!holders.has(comparable(address2))) holders.set(comparable(address2), file);
    return twin;
  };
  const claims = [
    ...attachments.map(({ file, address: address2 }, index) => ({ file, at: ["attachments", index, "file"], addresses: [address2] })),
    ...images.map((image, index) => {
      const { webp, jpeg, print: print2 } = renditionsOf(image, id2);
      return { file: image.file, at: ["images", index, "file"], addresses: [print2, ...webp, ...jpeg].map(({ address: address2 }) => address2) };
    })
  ];
  return claims.flatMap(({ file, at, addresses }) => {
    const address2 = taken(file, addresses);
    if (address2 === void 0) return [];
    const other = holders.get(comparable(address2));
    const name = address2.split("/").at(-1);
    const message = `„${file}“ und „${other}“ bekämen dieselbe Adresse (${name}); eine der Dateien würde die andere verdrängen.`;
    return [
      error(
        path,
        locate(at),
        message,
        `Benennen Sie im Ordner „${file}“ um in „${freeName(file, names)}“, und schreiben Sie es auch hier so.`
      )
    ];
  });
}
function freeName(file, names) {
  const [, stem = file, ending = ""] = /^(.*?)(\.[^.]+)$/.exec(file) ?? [];
  for (let letter = "b".charCodeAt(0); ; letter++) {
    const name = `${stem}-${String.fromCharCode(letter)}${ending}`;
    if (![...names].some((known2) => known2.replace(/\.[^.]+$/, "") === name.replace(/\.[^.]+$/, "").toLowerCase())) return name;
  }
}

// src/archive/texts.ts
function readReleases(desk, sorted) {
  const { site, folder, now } = desk;
  const originals = /* @__PURE__ */ new Map();
  const listed2 = /* @__PURE__ */ new Map();
  for (const file of sorted.releases.filter(({ language }) => language === site.language)) {
    const { id: id2 } = file;
    const present = sorted.files.get(id2) ?? [];
    const read2 = readText(desk, file, {
      address: releaseAddress(id2),
      beside: () => stateOfFiles(present, join7(folder, "releases", id2)),
      make: (document, path) => {
        const names = listedIn(document);
        const files = checkListed(document, { names, present, path, folder: join7(folder, "releases", id2) });
        const made = withChecks(readRelease(document, path, id2, desk), document, path, names, files, site.url);
        deriveSummary(made.value, document.text);
        if (made.value && !hasErrors(made.problems)) {
          measureFiles(made.value, join7(folder, "releases", id2));
          made.problems.push(...findTwins(made.value, id2, path, document.locate));
        }
        return { ...made, listed: names };
      }
    });
    if (read2.listed) listed2.set(id2, read2.listed);
    tellAnnounced(read2, desk);
    originals.set(
      id2,
      place(read2, (value, found) => releaseAt({ id: id2, now, timeZone: site.timeZone, ...found }, value))
    );
  }
  const versions = sorted.releases.filter(({ language }) => language !== site.language).map((file) => {
    const original = listed2.get(file.id);
    const read2 = readText(desk, file, {
      address: releaseAddress(file.id, file.language),
      beside: () => JSON.stringify(original) ?? "",
      make: (document, path) => {
        const own2 = readVersion(document, path, file.language, original);
        deriveSummary(own2.value, document.text);
        return withChecks(own2, document, path, union(listedIn(document), original), [], site.url);
      }
    });
    return place(read2, (value, found) => ({ ...value, ...found }));
  });
  return { originals, versions };
}
function readPages(desk, files) {
  return files.map(
    (file) => readText({ ...desk, readings: void 0 }, file, {
      address: pageAddress(file.id, file.language),
      beside: () => "",
      make: (document, path) => withChecks(toPage(document, path, file.id, file.language, desk.site.languages), document, path, listedIn(), [], desk.site.url)
    })
  );
}
function tellAnnounced(read2, { now, ledger }) {
  const due = (read2.value?.announced ?? []).filter(({ until }) => until > now).map(({ problem }) => problem);
  ledger.report(read2.isDraft ? due.map((problem) => ({ ...problem, severity: "hint" })) : due);
  if (!hasErrors(due)) return;
  read2.value = void 0;
  read2.account.mayStay = false;
  read2.account.outcome = read2.isDraft ? "draft" : "refused";
}
function readText({ folder, ledger, readings, faults }, file, { address: address2, beside, make }) {
  const path = join7(folder, file.path);
  const account = ledger.open(path, address2);
  const source = openFile(path);
  const subject = { path: file.path, file: path, digest: source.digest, beside };
  const found = faults.filter((fault) => fault.path === path);
  const known2 = found.length > 0 ? void 0 : readings?.find(subject);
  if (known2) {
    const { value: value2, listed: listed3, links: links2, textStart: textStart2, mayStay, isDraft: isDraft2, problems: problems2 } = known2.value;
    account.mayStay = mayStay;
    ledger.report(problems2);
    return { id: file.id, account, isDraft: isDraft2, value: value2, listed: listed3, links: links2, path, fileDigest: known2.fileDigest, textStart: textStart2 };
  }
  const bytes = source.bytes();
  const read2 = bytes instanceof Uint8Array ? readDocument(bytes, path) : { value: void 0, problems: [bytes] };
  const made = read2.value ? make(read2.value, path) : { value: void 0, problems: [] };
  const { value, listed: listed2, links = [] } = made;
  const problems = [...read2.problems, ...made.problems, ...found];
  const isSound = value !== void 0 && !hasErrors(problems);
  const head = isSound || !(bytes instanceof Uint8Array) ? "" : bytes.subarray(0, 2e4).toString("latin1");
  const isDraft = read2.value ? read2.value.data.draft === true : /^draft:[ \t]*true[ \t\r]*$/m.test(head);
  account.mayStay = !/(^|[{,])[ \t]*["']?(draft|embargo|withdrawn)["']?[ \t]*:/m.test(head.replace(SAYS_NOTHING, ""));
  const told = isDraft ? problems.map((problem) => ({ ...problem, severity: "hint" })) : problems;
  ledger.report(told);
  const { fileDigest = "", textStart = 0 } = read2.value ?? {};
  if (!isSound) account.outcome = isDraft ? "draft" : "refused";
  else {
    const kept = { value, listed: listed2, links, textStart, mayStay: account.mayStay, isDraft, problems: told };
    readings?.keep(subject, { fileDigest, value: kept });
  }
  return { id: file.id, account, isDraft, value: isSound ? value : void 0, listed: listed2, links, path, fileDigest, textStart };
}
var SAYS_NOTHING = /^(draft:[ \t]*false|(draft|embargo|withdrawn):[ \t]*(""|''|~|null|\{\}|(?=\r?\n([A-Za-z]|---))))[ \t\r]*$/gm;
function place({ id: id2, account, isDraft, value, links, path, fileDigest, textStart }, make) {
  const text2 = textLater(path, fileDigest, textStart);
  return { id: id2, account, isDraft, links, value: value && make(value, { path, fileDigest, text: text2 }) };
}
function deriveSummary(fields, text2) {
  if (fields?.isSummaryDerived) fields.summary = firstSentence(text2);
}
function standsElsewhere({ data: data2 }) {
  const { withdrawn, source } = withoutEmpty(data2);
  return withdrawn !== void 0 || source?.url !== void 0;
}
function withChecks(made, document, path, names, ofFiles, url) {
  const files = { images: new Set(names.images), attachments: new Set(names.attachments) };
  const problems = [...made.problems, ...ofFiles, ...checkText(document.text, path, document.textLine, files)];
  problems.push(...findSlips2(document.text, path, document.textLine));
  const { title } = document.data;
  if (typeof title === "string" && title.includes("­"))
    problems.push(hint(path, document.locate(["title"]), UNSEEN_HYPHEN, "Löschen Sie es; der Browser trennt Wörter selbst."));
  if (document.text.trim() === "" && !standsElsewhere(document)) {
    const at = { line: document.textLine, column: 1 };
    const remedy = "Schreiben Sie ihn unter die zweite Zeile ---, oder nennen Sie bei einer übernommenen Meldung unter source mit url, wo er steht.";
    problems.push(error(path, at, "Unter dem Kopf steht kein Text.", remedy));
  }
  return { value: made.value, problems, links: ownLinks(document.text, document.textLine, url) };
}

// src/archive/reading.ts
function readArchive(options) {
  const { folder, now, preview = false, readings, messages = readMessages(), faults = [], onProgress } = options;
  const ledger = createLedger(onProgress);
  const { site, registers, isComplete, sorted } = readFoundations(folder, now, ledger);
  readings?.open(site, registers);
  const desk = { folder, site, registers, now, ledger, readings, faults };
  const texts = { ...readReleases(desk, sorted), pages: readPages(desk, sorted.pages) };
  if (isComplete.registers && isComplete.site) readings?.save();
  const withoutPage = refuseTwiceClaimed(texts, registers, desk);
  refuseWronglyFollowing(texts.originals, ledger);
  const isShown = shownIn(preview);
  const comments = readComments({ folder, files: sorted.comments, site, originals: texts.originals, now, isShown, ledger });
  const versions = settleVersions(texts, isShown, preview, ledger);
  const settled = settleReleases(texts, isShown, comments, versions);
  linkFollowUps(settled);
  const archive = createArchive({
    context: createContext(site, messages),
    registers,
    now,
    releases: settled.map(([original]) => original).sort(newestFirst),
    versions: settled.flatMap(([, ...others]) => others).sort((a, b) => newestFirst(a, b) || compareText(a.language, b.language)),
    pages: settlePages(texts, preview),
    used: usedBy(texts, isShown, registers),
    withoutPage,
    files: settled.flatMap((release) => filesOf(release, folder))
  });
  ledger.report(findCopies([...texts.originals.values()].flatMap(({ value }) => value ?? [])));
  const links = [...texts.originals.values(), ...texts.versions, ...texts.pages].filter(({ account }) => account.outcome === "published").flatMap((text2) => text2.links.map((link) => ({ ...link, path: text2.account.path })));
  return {
    links,
    archive: isComplete.site ? archive : void 0,
    pictures: picturesIn(texts, folder),
    timeZone: site.timeZone,
    ...ledger.close()
  };
}
function readFoundations(folder, now, ledger) {
  const listing = listFiles(folder);
  const present = new Set(listing.files);
  ledger.report(listing.problems);
  for (const problem of listing.problems) ledger.open(problem.path).outcome = "refused";
  const read2 = readSite(folder, present, now);
  const site = read2.value ?? UNKNOWN_SITE;
  const sorted = sortFiles(listing.files, site);
  for (const path of sorted.misplaced) ledger.open(join8(folder, path)).outcome = "refused";
  ledger.report(tellMisplaced(folder, listing.files, sorted, site));
  const { registers, problems } = readRegisters(folder, present, misnamedRegisters(folder, sorted, site));
  ledger.report([...read2.problems, ...problems]);
  if (sorted.releases.length === 0 && sorted.misplaced.length === 0 && listing.problems.length === 0) {
    const remedy = "Legen Sie die erste an, zum Beispiel releases/2026/11/erste-meldung.md; ist der Ordner der richtige?";
    ledger.report([error(join8(folder, "releases"), FILE_START, "Hier liegt keine einzige Meldung.", remedy)]);
  }
  return { site, registers, sorted, isComplete: { site: read2.value !== void 0, registers: !hasErrors(problems) } };
}
function refuseTwiceClaimed({ originals, pages }, registers, { folder, site, ledger }) {
  const releases2 = [...originals.values()].flatMap(({ value }) => value ?? []);
  const sound = pages.flatMap(({ value }) => value ?? []);
  const { problems, refused, withoutPage } = claimsTwice({
    releases: releases2,
    pages: sound,
    registers,
    folder,
    languages: site.languages,
    host: new URL(site.url).host
  });
  ledger.report(problems);
  for (const text2 of [...originals.values(), ...pages]) {
    if (!refused.has(text2.account.path)) continue;
    text2.value = void 0;
    text2.account.outcome = "refused";
  }
  return withoutPage;
}
function usedBy({ originals }, isShown, registers) {
  const shown = [...originals.values()].filter(isShown);
  const ids = FACETS.map(({ name, entriesOf }) => [
    name,
    new Set(shown.flatMap(({ value }) => entriesOf(value, registers).map(({ id: id2 }) => id2)))
  ]);
  return Object.fromEntries(ids);
}
function picturesIn({ originals }, folder) {
  return [...originals.values()].flatMap(
    ({ value }) => value === void 0 || value.withdrawn ? [] : value.images.map(({ file, digest: digest2 }, index) => ({
      path: value.path,
      index,
      source: join8(folder, "releases", value.id, file),
      digest: digest2
    }))
  );
}
function filesOf([{ id: id2, attachments, images }], folder) {
  const sourceOf = (file) => join8(folder, "releases", id2, file);
  const made = images.flatMap((image) => {
    const { webp, jpeg, print: print2 } = renditionsOf(image, id2);
    return [...webp, ...jpeg, print2].map((rendition) => ({
      address: rendition.address,
      source: sourceOf(image.file),
      digest: image.digest,
      rendition
    }));
  });
  return [...attachments.map(({ file, address: address2, digest: digest2 }) => ({ address: address2, source: sourceOf(file), digest: digest2, rendition: void 0 })), ...made];
}

export {
  createArchive,
  createContext,
  listPages,
  positionInHead,
  anchorsIn,
  readArchive
};
