import { z } from "zod";
import { contactSchema } from "../contact.ts";
import { aliasSchema, id, languageTag, text, webAddress } from "../fields.ts";

const moment = (description: string, example: string) =>
  z
    .string()
    .min(4)
    .max(100)
    .meta({ description, examples: [example] });
const fileName = (description: string, example: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/)
    .meta({ description: `${description}; die Datei liegt im Ordner der Meldung`, examples: [example] });

/** The kinds of release, as forms and text editors explain them. */
const KIND_WORDS = ["Pressemitteilung", "Medieneinladung", "Stellungnahme", "Bekanntmachung"];

const roleSchema = z
  .strictObject({
    id: id("Kennung aus people.yml", "erika-muster").meta({ title: "Person" }),
    role: text(2, 160, "Amt oder Funktion zur Zeit der Meldung", "Oberbürgermeisterin").optional(),
  })
  .meta({ title: "Person" });

const listed = <T extends z.ZodType>(schema: T, description: string, example: unknown) =>
  z
    .array(schema)
    .max(200)
    .meta({ description, examples: [example] });

/** The fields of a release that the archive may have supplied (`reconstructed`). */
export const RECONSTRUCTIBLE = [
  "title",
  "date",
  "summary",
  "department",
  "topics",
  "people",
  "places",
  "number",
  "contact",
  "images",
] as const;

const SUMMARY = "Die Brücke ist nach zwei Jahren Bauzeit wieder für alle frei.";

/** The fields that list ids of a register, and the register that has them; each is read, stored and checked by this table alone. */
export const REGISTER_FIELDS = { with: "departments", topics: "topics", places: "places" } as const;

/** The front matter of a release: `content/releases/YYYY/MM/slug.md`. */
export const releaseSchema = z.strictObject({
  title: text(3, 300, "Überschrift", "Brücke am Mühlteich wieder offen"),
  date: moment("Datum der Veröffentlichung, wie genau es bekannt ist", "2017-11-14"),
  summary: text(20, 500, "Ein bis zwei Sätze für Listen, Feeds und Suche", SUMMARY).meta({ title: "Zusammenfassung" }).optional(),
  language: languageTag("Sprache, in der die Meldung herausgegeben wurde; ohne Angabe die des Archivs", "en").optional(),
  department: id("Kennung des Amtes, das die Meldung herausgibt", "presseamt").meta({ title: "Amt" }),
  with: listed(id("Kennung eines beteiligten Amtes", "kulturamt"), "Beteiligte Ämter", ["kulturamt"]).optional(),
  topics: z
    .array(id("Kennung eines Themas", "wirtschaft"))
    .max(10)
    .meta({ title: "Themen", description: "Höchstens zehn Themen", examples: [["wirtschaft", "internationales"]] })
    .optional(),
  follows: z
    .string()
    // Its address and the path of its file say the same; whether there is such a release, the archive knows.
    .overwrite((written) => written.trim().replace(/^(?:https?:\/\/[^/]+)?\/?(?:.*\breleases\/)?|(?:\.md|\/|\/index\.html)$/g, ""))
    .max(300)
    .meta({
      title: "Folgemeldung zu",
      description: "Frühere Meldung, zu der dies eine Folgemeldung ist: Jahr, Monat und Name",
      examples: ["2019/05/bruecke-gesperrt"],
    })
    .optional(),
  kind: z
    .enum(["release", "invitation", "statement", "notice"])
    .meta({ description: "Art der Meldung", examples: ["invitation"], enumDescriptions: KIND_WORDS })
    .default("release"),
  people: listed(z.union([id("Kennung einer Person", "erika-muster"), roleSchema]), "Genannte Personen", ["erika-muster"]).optional(),
  places: listed(id("Kennung eines Ortes", "tokio"), "Genannte Orte", ["tokio"]).optional(),
  events: listed(
    z
      .strictObject({
        name: text(3, 200, "Name der Veranstaltung", "Bürgerversammlung"),
        date: moment("Beginn", "2017-11-14T19:00"),
        end: moment("Ende", "2017-11-14T21:00").optional(),
        place: id("Kennung des Ortes", "rathaus").meta({ title: "Ort" }).optional(),
        id: id("Kennung für Kalenderprogramme; nur nötig, wenn der Termin umbenannt wird", "buergerversammlung").optional(),
      })
      .meta({ title: "Termin" }),
    "Termine",
    [{ name: "Bürgerversammlung", date: "2017-11-14T19:00" }],
  ).optional(),
  number: text(1, 40, "Laufende Nummer der Pressestelle", "812/2017").optional(),
  contact: contactSchema.optional(),
  images: listed(
    z
      .strictObject({
        file: fileName("Bilddatei", "bruecke.jpg"),
        alt: text(3, 500, "Beschreibung für alle, die das Bild nicht sehen", "Die Brücke mit neuem Geländer").meta({
          title: "Bildbeschreibung",
        }),
        caption: text(3, 500, "Bildunterschrift", "Die Brücke am Tag der Öffnung").optional(),
        credit: text(2, 200, "Bildnachweis; unbekannt, wo reconstructed auch images nennt", "Stadt Musterstadt / Erika Muster"),
        license: text(2, 200, "Lizenz des Bildes", "CC BY 4.0").optional(),
      })
      .meta({ title: "Bild" }),
    "Bilder",
    [{ file: "bruecke.jpg", alt: "Die Brücke mit neuem Geländer", credit: "Stadt Musterstadt" }],
  ).optional(),
  attachments: listed(
    z
      .strictObject({
        file: fileName("Anlage", "plan.pdf"),
        title: text(3, 200, "Titel der Anlage", "Lageplan"),
        accessible: z
          .boolean()
          .meta({
            title: "Barrierefrei",
            description: "false, wenn die Datei nicht barrierefrei ist",
            examples: ["false"],
            enumDescriptions: ["barrierefrei", "nicht barrierefrei"],
          })
          .optional(),
        captions: fileName("Untertitel eines Films (WebVTT)", "film.vtt").optional(),
        transcript: z
          .string()
          .trim()
          .min(3)
          .max(50_000)
          .meta({
            title: "Wortlaut",
            description: "Was in einem Film oder einer Tonaufnahme zu hören und zu sehen ist: als Text, oder der Name einer anderen Anlage",
            examples: ["Oberbürgermeisterin Muster: Guten Tag!"],
          })
          .optional(),
        signLanguage: z
          .boolean()
          .meta({
            title: "Gebärdensprache",
            description: "true, wenn ein Film die Meldung in Gebärdensprache zeigt",
            examples: ["true"],
            enumDescriptions: ["in Gebärdensprache", "nicht in Gebärdensprache"],
          })
          .optional(),
      })
      .meta({ title: "Anlage" }),
    "Anlagen",
    [{ file: "plan.pdf", title: "Lageplan" }],
  ).optional(),
  draft: z
    .boolean()
    .meta({ title: "Entwurf", description: "true, solange die Meldung ein Entwurf ist", examples: ["true"] })
    .optional(),
  embargo: moment("Sperrfrist: bis dahin nirgends öffentlich", "2017-11-14T10:00").optional(),
  pinnedUntil: moment("Bis dahin oben auf der Startseite", "2017-11-20T18:00").meta({ title: "Oben auf der Startseite bis" }).optional(),
  corrections: listed(
    z
      .strictObject({
        date: moment("Tag der Berichtigung", "2017-11-16"),
        note: text(5, 1000, "Was berichtigt wurde", "Die Telefonnummer war falsch."),
        edition: z
          .string()
          .regex(/^[1-9]\d?$/)
          .meta({ description: "Nummer der alten Fassung; sie liegt als fassung-1.md im Ordner der Meldung", examples: ["1"] })
          .optional(),
      })
      .meta({ title: "Berichtigung" }),
    "Berichtigungen",
    [{ date: "2017-11-16", note: "Die Telefonnummer war falsch." }],
  ).optional(),
  withdrawn: z
    .strictObject({
      date: moment("Tag der Rücknahme", "2017-11-16"),
      reason: text(5, 1000, "Grund", "Die Meldung beruhte auf einem Irrtum."),
      hide: z
        .literal("title")
        .meta({
          title: "Auch die Überschrift verbergen",
          description: "title, wenn auch die Überschrift verschwinden muss",
          examples: ["title"],
          enumDescriptions: ["auch die Überschrift"],
        })
        .optional(),
    })
    .meta({ description: "Rücknahme", examples: [{ date: "2017-11-16", reason: "Die Meldung beruhte auf einem Irrtum." }] })
    .optional(),
  comments: z
    .enum(["open", "closed", "off"])
    .meta({ description: "Kommentare", examples: ["open"], enumDescriptions: ["offen", "geschlossen", "aus"] })
    .optional(),
  aliases: listed(aliasSchema, "Frühere Adressen, die weiterleiten", ["/presse/4711.html"]).optional(),
  source: z
    .strictObject({
      url: webAddress("Fundstelle im Netz", "https://www.l-iz.de/").optional(),
      note: text(3, 600, "Erläuterung zur Fundstelle", "Nachdruck bei l-iz.de").optional(),
    })
    .refine((source) => Object.keys(source).length > 0, { message: "Die Quelle ist leer.|Nennen Sie url oder note." })
    .meta({ description: "Wo ein übernommener Text gefunden wurde", examples: [{ url: "https://www.l-iz.de/" }] })
    .optional(),
  reconstructed: listed(z.enum(RECONSTRUCTIBLE), "Felder, die nicht im Original standen", ["summary", "department"]).optional(),
});

/** The front matter of a language version: `slug.en.md`, `slug.de-simple.md`. */
export const versionSchema = z.strictObject({
  title: text(3, 300, "Überschrift in dieser Sprache", "Bridge open again"),
  summary: text(20, 500, "Ein bis zwei Sätze in dieser Sprache", "The bridge is open to all again after two years of works.").optional(),
  people: listed(
    z.strictObject({ id: roleSchema.shape.id, role: text(2, 160, "Amt in dieser Sprache", "Mayor") }),
    "Ämter der Personen in dieser Sprache",
    [{ id: "erika-muster", role: "Mayor" }],
  ).optional(),
  images: listed(
    z.strictObject({
      file: fileName("Bilddatei des Originals", "bruecke.jpg"),
      alt: text(3, 500, "Beschreibung in dieser Sprache", "The bridge").meta({ title: "Bildbeschreibung" }),
      caption: text(3, 500, "Bildunterschrift", "The bridge on opening day").optional(),
    }),
    "Bildtexte in dieser Sprache",
    [{ file: "bruecke.jpg", alt: "The bridge" }],
  ).optional(),
  draft: releaseSchema.shape.draft,
  translation: z
    .strictObject({
      kind: z.enum(["official", "unofficial", "machine"]).meta({
        description: "Wie verbindlich die Übersetzung ist",
        examples: ["unofficial"],
        enumDescriptions: ["amtlich", "nicht amtlich", "maschinell"],
      }),
      by: text(2, 120, "Wer übersetzt hat", "Stadtchronik").optional(),
    })
    .meta({ title: "Übersetzung", description: "Art der Übersetzung", examples: [{ kind: "unofficial" }] })
    .optional(),
});

/** The front matter of an old version: `fassung-1.md` in the folder of its release; what it does not say is as the release says it. */
export const editionSchema = z.strictObject({
  title: releaseSchema.shape.title.meta({ description: "Überschrift, wie sie damals hieß", examples: ["Brücke am Mühlteich wieder frei"] }),
  date: moment("Datum, wie es damals in der Meldung stand, falls es ein anderes war", "2017-11-14").optional(),
  summary: releaseSchema.shape.summary,
  withheld: text(5, 1000, "Grund, aus dem diese Fassung nicht gezeigt wird", "Die Fassung nannte eine private Telefonnummer.").optional(),
});

/** The fields of a release's head, in the shape the schema accepts. */
export type Fields = z.output<typeof releaseSchema>;
