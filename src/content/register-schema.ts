import { z } from "zod";
import { contactSchema } from "./contact.ts";
import { aliasSchema, calendarDate, id, languageTag, text } from "./fields.ts";
import type { Schema } from "./schema.ts";

const reducedDate = calendarDate("Zeitpunkt, so genau wie bekannt", "2019-05");

const coordinate = (description: string, example: string, limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,8})?$/)
    .refine((text) => Math.abs(Number(text)) <= limit, { message: `Die Koordinate liegt nicht zwischen -${limit} und ${limit}.` })
    .meta({ description, examples: [example] });

const namesIn = (description: string, english: string) =>
  z
    .record(languageTag("Sprachkürzel (BCP 47)", "en"), text(1, 120, "Name in dieser Sprache", english))
    .meta({ description, examples: [{ en: english }] })
    .optional();

/** The fields of every register, each with an example for the register in question. */
const common = (name: string, english: string, description: string, alias: string) => ({
  name: text(1, 120, "Name, wie er auf Seiten steht", name),
  names: namesIn("Namen in anderen Sprachen", english),
  description: text(5, 500, "Ein Satz zur Erläuterung", description).meta({ title: "Erläuterung" }).optional(),
  aliases: z
    .array(aliasSchema)
    .meta({ description: "Frühere Adressen", examples: [[alias]] })
    .optional(),
});

const departmentSchema = z.strictObject({
  ...common("Presseamt", "Press Office", "Ansprechpartner für Medien.", "/presseamt.html"),
  contact: contactSchema.optional(),
  formerNames: z
    .array(
      z
        .strictObject({
          name: text(1, 120, "Früherer Name", "Amt für Verkehr"),
          names: namesIn("Früherer Name in anderen Sprachen", "Transport Office"),
          until: reducedDate.meta({ title: "bis" }),
        })
        .meta({ title: "Früherer Name" }),
    )
    .meta({
      description: "Frühere Namen; Meldungen von damals nennen das Amt so",
      examples: [[{ name: "Amt für Verkehr", until: "2012" }]],
    })
    .optional(),
  successor: id("Kennung des Amtes, das die Aufgaben übernommen hat", "amt-fuer-mobilitaet").meta({ title: "Nachfolger" }).optional(),
});

const topicSchema = z.strictObject({
  ...common("Wirtschaft", "Economy", "Meldungen zu Unternehmen und Arbeitsmarkt.", "/wirtschaft.html"),
  broader: id("Kennung des übergeordneten Themas", "wirtschaft").meta({ title: "Übergeordnetes Thema" }).optional(),
});

const personSchema = z.strictObject({
  ...common("Erika Muster", "Erika Muster", "Oberbürgermeisterin seit 2020.", "/ob.html"),
  roles: z
    .array(
      z
        .strictObject({
          title: text(2, 160, "Amt oder Funktion", "Oberbürgermeisterin"),
          from: reducedDate.meta({ title: "von" }).optional(),
          to: reducedDate.meta({ title: "bis" }).optional(),
        })
        .meta({ title: "Amt oder Funktion" }),
    )
    .meta({ description: "Ämter und Funktionen", examples: [[{ title: "Oberbürgermeisterin", from: "2020" }]] })
    .optional(),
  page: z
    .boolean()
    .meta({ title: "Eigene Seite", description: "true für Inhaber öffentlicher Ämter: Sie bekommen eine eigene Seite", examples: ["true"] })
    .optional(),
});

const placeSchema = z.strictObject({
  ...common("Tokio", "Tokyo", "Hauptstadt Japans.", "/tokio.html"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ description: "Land nach ISO 3166-1", examples: ["DE"] })
    .optional(),
  lat: coordinate("Geographische Breite in Grad", "51.34", 90).optional(),
  lon: coordinate("Geographische Länge in Grad", "12.37", 180).optional(),
});

/** The schemas of the four registers, by file name. */
export const REGISTER_SCHEMAS = {
  departments: departmentSchema,
  topics: topicSchema,
  people: personSchema,
  places: placeSchema,
} as const satisfies Record<string, Schema>;

/** The name of a register, which is the name of its file without `.yml`. */
export type RegisterName = keyof typeof REGISTER_SCHEMAS;

/** The checked fields of an entry in one of the registers. */
export type EntryFields<N extends RegisterName = RegisterName> = z.output<(typeof REGISTER_SCHEMAS)[N]>;
