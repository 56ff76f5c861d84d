import { z } from "zod";
import { id, languageTag, text } from "../../content/fields.ts";

const REGISTERS = ["departments", "with", "topics", "people", "places"] as const;

/** What becomes of a word by which a source sorts: an entry of a register, nothing, or the whole item is left out. */
const meaning = z
  .string()
  .trim()
  .regex(new RegExp(`^((${REGISTERS.join("|")})/[a-z0-9][a-z0-9-]{0,79}|ignore|leave out)$`))
  .meta({ description: "Wozu ein Wort der Quelle wird: Verzeichnis/Kennung, ignore oder leave out", examples: ["topics/umwelt"] });

const meanings = (description: string) =>
  z
    .record(z.string(), meaning)
    .meta({ description, examples: [{ Umwelt: "topics/umwelt", Intern: "leave out", Allgemein: "ignore" }] })
    .optional();

const choice = (description: string) =>
  z
    .boolean()
    .meta({ description, examples: ["false"] })
    .default(false);

const selector = (description: string, example: string) => text(1, 300, description, example).optional();

const columns = (names: readonly string[]) =>
  z
    .strictObject(Object.fromEntries(names.map((name) => [name, text(1, 200, "Name der Spalte", "Überschrift").optional()])))
    .meta({ description: "Welche Spalte was enthält", examples: [{ title: "Überschrift", date: "Datum", text: "Text" }] })
    .optional();

/** What a city decides on an import: written at the first run with what was found, honoured at each further one. */
export const mappingSchema = z.strictObject({
  source: z
    .enum(["wordpress", "typo3", "feed", "markdown", "html", "rows", "dump"])
    .meta({ description: "Art der Quelle", examples: ["wordpress"] }),
  address: z
    .url({ protocol: /^https?$/ })
    .meta({ description: "Adresse der alten Website; daraus werden frühere Adressen", examples: ["https://www.alt.example/"] })
    .optional(),
  language: languageTag("Sprache der Meldungen, die keine nennen", "de").optional(),
  languages: z
    .record(text(1, 40, "Sprache, wie die Quelle sie zählt oder nennt", "1"), languageTag("Sprache", "en"))
    .meta({ description: "Sprachen, wie die Quelle sie zählt oder nennt", examples: [{ "1": "en" }] })
    .optional(),
  department: id("Amt, das herausgibt, wo nichts anderes gesagt ist", "pressestelle"),
  dates: z
    .enum(["day first", "month first"])
    .meta({ description: "Was 03/04/2017 bedeutet", examples: ["day first"] })
    .optional(),
  format: z
    .enum(["html", "markdown", "plain"])
    .meta({ description: "Wie Texte einer Tabelle geschrieben sind", examples: ["html"] })
    .optional(),
  kinds: z
    .array(text(1, 60, "Art eines Eintrags", "event"))
    .meta({ description: "Arten von Einträgen der Quelle, die Meldungen sind, neben post", examples: [["pressemitteilung"]] })
    .optional(),
  take: z
    .strictObject({
      drafts: choice("Auch Entwürfe, als Entwürfe"),
      private: choice("Auch Privates und mit Kennwort Geschütztes, als Entwürfe"),
      scheduled: choice("Auch, was erst noch erscheinen soll"),
      pages: choice("Auch Seiten ohne Datum im Kopf, als Meldungen"),
      excerpts: choice("Auch Meldungen, von denen nur der Anfang da ist"),
      comments: choice("Auch freigegebene Kommentare, ohne E-Mail und IP").default(true),
      numbers: choice("Nummern wie „Nr. 812/2017“ in den ersten Zeilen erkennen"),
      followUps: choice("„Erstmeldung Nr. …“ als Folgemeldung erkennen"),
      issuers: choice("Gemeinsame Herausgeber in den ersten Zeilen erkennen"),
      places: choice("Orte des Verzeichnisses in den ersten Zeilen erkennen"),
    })
    .meta({ description: "Was zusätzlich übernommen wird", examples: [{ drafts: false }] })
    .prefault({}),
  departments: meanings("Ämter, wie die Quelle sie nennt"),
  categories: meanings("Kategorien der Quelle"),
  tags: meanings("Schlagworte der Quelle"),
  authors: meanings("Verfasser der Quelle"),
  sections: meanings("Ordner der Quelle"),
  places: meanings("Orte, wie die Quelle sie nennt"),
  columns: columns(
    ["title", "date", "text", "summary", "address", "key", "department", "categories", "tags", "places", "language"].concat([
      "number",
      "picture",
      "seen",
    ]),
  ),
  selectors: z
    .strictObject({
      title: selector("Wo die Überschrift steht (CSS)", "h1"),
      date: selector("Wo das Datum steht (CSS)", "time"),
      text: selector("Wo der Text steht (CSS)", "article"),
      summary: selector("Wo der Vorspann steht (CSS)", ".teaser"),
      department: selector("Wo das Amt steht (CSS)", ".office"),
      categories: selector("Wo die Kategorien stehen (CSS)", ".category"),
      leaveOut: selector("Was im Text wegfällt (CSS)", ".share"),
    })
    .meta({ description: "Wo gespeicherte Seiten was sagen", examples: [{ title: "h1", date: "time", text: "article" }] })
    .optional(),
});

/** What a city decides on an import. */
export type Mapping = z.output<typeof mappingSchema>;
