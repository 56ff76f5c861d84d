import { z } from "zod";
import { releaseSchema, versionSchema } from "../../content/release/schema.ts";
import { type FieldWords, jsonSchema, type Schema } from "../../content/schema.ts";
import { siteSchema } from "../../content/site-schema.ts";

const PRECISIONS = ["year", "month", "day", "minute"] as const;
const KINDS = ["release", "invitation", "statement", "notice"] as const;
const TRANSLATIONS = ["official", "unofficial", "machine"] as const;

const entry = z.strictObject({ id: z.string(), name: z.string() });

/**
 * What a row says of one release in one language, but no comments; the words are those that editors read in the front matter's own schema.
 */
export const rowSchema = z.strictObject({
  id: own(
    z.string(),
    "Kennung der Meldung aus Jahr, Monat und Name; in allen Sprachen dieselbe und für immer gleich",
    "2017/11/japan-delegation",
  ),
  language: own(z.string(), "Sprache dieser Zeile als Sprachkürzel (BCP 47); de-simple ist Leichte Sprache", "de"),
  address: own(z.string(), "Feste Adresse der Meldung in dieser Sprache", "https://stadt.example/2017/11/japan-delegation/"),
  versions: own(z.array(z.strictObject({ language: z.string(), address: z.string() })), "Dieselbe Meldung in anderen Sprachen", [
    { language: "en", address: "https://stadt.example/en/2017/11/japan-delegation/" },
  ]),
  title: known(z.string(), releaseSchema, "title"),
  date: known(z.string(), releaseSchema, "date"),
  precision: own(z.enum(PRECISIONS), "Wie genau das Datum bekannt ist: year, month, day oder minute", "day"),
  published: own(
    z.string(),
    "Zeitpunkt, ab dem die Meldung öffentlich ist, in der Zeit der Stadt (ISO 8601); " +
      "ein ungenaues Datum zählt als letzte Sekunde seines Monats oder Jahres",
    "2017-11-14T00:00:00+01:00",
  ),
  summary: known(z.string(), releaseSchema, "summary"),
  department: known(entry, releaseSchema, "department", { id: "presseamt", name: "Presseamt" }),
  with: known(z.array(entry), releaseSchema, "with", [{ id: "kulturamt", name: "Kulturamt" }]),
  topics: known(z.array(entry), releaseSchema, "topics", [{ id: "wirtschaft", name: "Wirtschaft" }]),
  kind: known(z.enum(KINDS), releaseSchema, "kind"),
  people: known(z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.string().nullable() })), releaseSchema, "people", [
    { id: "erika-muster", name: "Erika Muster", role: "Oberbürgermeisterin" },
  ]),
  places: known(z.array(entry), releaseSchema, "places", [{ id: "tokio", name: "Tokio" }]),
  number: known(z.string().nullable(), releaseSchema, "number"),
  corrections: known(z.array(z.strictObject({ date: z.string(), note: z.string() })), releaseSchema, "corrections"),
  source: known(z.strictObject({ url: z.string().nullable(), note: z.string().nullable() }).nullable(), releaseSchema, "source", {
    url: "https://www.l-iz.de/",
    note: null,
  }),
  reconstructed: known(z.array(z.string()), releaseSchema, "reconstructed"),
  translation: known(z.strictObject({ kind: z.enum(TRANSLATIONS), by: z.string().nullable() }).nullable(), versionSchema, "translation", {
    kind: "unofficial",
    by: null,
  }),
  text: own(z.string(), "Wortlaut in Markdown, wie herausgegeben", "Die Brücke ist nach zwei Jahren Bauzeit wieder für alle frei."),
  demonstration: own(
    z.string().nullable(),
    "Hinweis, wenn das Archiv nur eine Vorführung ist; sonst leer",
    wordsOf(siteSchema, "demonstration").examples?.find((example) => example !== "true") ?? "Demonstration",
  ),
});

/** A release in one language as data; every field is present, null or an empty list where nothing is known. */
export type Row = z.output<typeof rowSchema>;

/** A column of the CSV: where its values come from, and how they are written into one cell. */
export interface Column {
  name: string;
  field: keyof Row;
  cell: (row: Row) => string;
}

/** Stands between the values of a list in one cell. */
const BETWEEN = " | ";

const plain = (field: { [K in keyof Row]: Row[K] extends string | null ? K : never }[keyof Row]): Column => ({
  name: field,
  field,
  cell: (row) => row[field] ?? "",
});
const part = (field: keyof Row, name: string, values: (row: Row) => readonly (string | null | undefined)[]): Column => ({
  name,
  field,
  cell: (row) =>
    values(row)
      .map((value) => value ?? "")
      .join(BETWEEN),
});

/** The columns of the CSV in their order. */
export const COLUMNS: readonly Column[] = [
  plain("id"),
  plain("language"),
  plain("address"),
  part("versions", "versions", (row) => row.versions.map(({ address }) => address)),
  plain("title"),
  plain("date"),
  plain("precision"),
  plain("published"),
  plain("summary"),
  part("department", "department", (row) => [row.department.id]),
  part("department", "department_name", (row) => [row.department.name]),
  part("with", "with", (row) => row.with.map(({ id }) => id)),
  part("with", "with_names", (row) => row.with.map(({ name }) => name)),
  part("topics", "topics", (row) => row.topics.map(({ id }) => id)),
  part("topics", "topic_names", (row) => row.topics.map(({ name }) => name)),
  plain("kind"),
  part("people", "people", (row) => row.people.map(({ id }) => id)),
  part("people", "people_names", (row) => row.people.map(({ name }) => name)),
  part("people", "people_roles", (row) => row.people.map(({ role }) => role)),
  part("places", "places", (row) => row.places.map(({ id }) => id)),
  part("places", "place_names", (row) => row.places.map(({ name }) => name)),
  plain("number"),
  part("corrections", "corrections", (row) => row.corrections.map(({ date, note }) => `${date}: ${note}`)),
  part("source", "source_url", (row) => [row.source?.url]),
  part("source", "source_note", (row) => [row.source?.note]),
  part("reconstructed", "reconstructed", (row) => row.reconstructed),
  part("translation", "translation", (row) => [row.translation?.kind]),
  part("translation", "translated_by", (row) => [row.translation?.by]),
  plain("text"),
  plain("demonstration"),
];

/** What a field is called, where it stands in the CSV, what it means and how it is written. */
export interface FieldGuide {
  name: string;
  columns: readonly string[];
  description: string;
  example: string;
}

/** The documentation of all fields, from the row's own schema. */
export function describeFields(): FieldGuide[] {
  return (Object.keys(rowSchema.shape) as (keyof Row)[]).map((name) => {
    const { description = "", examples: [example] = [] } = wordsOf(rowSchema, name);
    return {
      name,
      columns: COLUMNS.filter(({ field }) => field === name).map((column) => column.name),
      description,
      example: typeof example === "string" ? example : JSON.stringify(example),
    };
  });
}

function own<S extends z.ZodType>(schema: S, description: string, example: unknown): S {
  return schema.meta({ description, examples: [example] });
}

/** A field that editors know under the same name: described in the words that they read. */
function known<S extends z.ZodType>(schema: S, source: Schema, name: string, example?: unknown): S {
  const words = wordsOf(source, name);
  return own(schema, words.description ?? "", example ?? words.examples?.[0]);
}

function wordsOf(schema: Schema, name: string): FieldWords {
  return (jsonSchema(schema).properties as Record<string, FieldWords>)[name] ?? {};
}
