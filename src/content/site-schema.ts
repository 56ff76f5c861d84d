import { z } from "zod";
import type { Language } from "../addresses.ts";
import { isRefusal, isTimeZone, parseDate } from "../dates.ts";
import { cardsSchema } from "./card-settings.ts";
import { contactSchema } from "./contact.ts";
import { emailAddress, languageTag, text, webAddress } from "./fields.ts";
import { formSchema } from "./form-settings.ts";
import { SCHEMA_VERSION } from "./schema-version.ts";
import { searchSchema } from "./search-settings.ts";
import { statementSchema } from "./statement.ts";
import { themeSchema } from "./theme/theme.ts";

/** The languages of an archive that names no others: German, English, Leichte Sprache. */
export const LANGUAGES: readonly Language[] = ["de", "en", "de-simple"];

/** Where a site may be put; what each can do stands in `src/publishing/targets.ts`. */
export const TARGET_NAMES = ["nginx", "apache", "netlify", "cloudflare", "github-pages", "gitlab-pages"] as const;

/** The name of a host, as `site.yml` names it. */
export type TargetName = (typeof TARGET_NAMES)[number];

/** What hosts of repositories work with. */
export const REPOSITORY_KINDS = ["github", "gitlab", "forgejo"] as const;

/** The schema of `content/site.yml`. */
export const siteSchema = z.strictObject({
  schema: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .meta({ description: "Stand der Inhalte; nur npm run upgrade ändert ihn", examples: [String(SCHEMA_VERSION)] })
    .default("1"),
  name: text(2, 60, "Name des Archivs, oben auf jeder Seite", "Stadt Musterstadt"),
  tagline: text(2, 80, "Zeile unter dem Namen", "Nachrichtenarchiv").optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.endsWith("/") && !/[?#]/.test(url), {
      message: "Die Adresse endet nicht auf / oder enthält ? oder #.|Schreiben Sie zum Beispiel: url: https://nachrichten.stadt.example/",
    })
    .meta({ description: "Adresse, unter der das Archiv steht", examples: ["https://nachrichten.stadt.example/"] }),
  language: z
    .literal("de")
    .meta({ description: "Sprache der Meldungen", examples: ["de"] })
    .default("de"),
  languages: z
    .array(languageTag("Sprachkürzel (BCP 47)", "uk"))
    .max(40)
    .refine((tags) => new Set(tags.map((tag) => tag.toLowerCase())).size === tags.length, {
      message: "Eine Sprache steht zweimal in der Liste.|Lassen Sie nur einen der beiden Einträge stehen.",
    })
    .meta({
      description: "Sprachen, in denen es Meldungen gibt; de-simple ist Leichte Sprache",
      examples: [["de", "en", "de-simple", "uk", "ar"]],
    })
    .default([...LANGUAGES]),
  timeZone: z
    .string()
    .refine(isTimeZone, { message: "Diese Zeitzone gibt es nicht.|Schreiben Sie zum Beispiel: timeZone: Europe/Berlin" })
    .meta({ description: "Zeitzone der Stadt", examples: ["Europe/Berlin"] })
    .default("Europe/Berlin"),
  demonstration: z
    .union([z.boolean(), text(5, 200, "Hinweis", "Demonstration, kein Angebot der Stadt")])
    .meta({ description: "true oder ein eigener Hinweis, wenn das Archiv nur eine Vorführung ist", examples: ["true"] })
    .default(false),
  issuer: text(2, 120, "Wer die Meldungen herausgibt, wie in Zitaten genannt", "Stadt Musterstadt").optional(),
  publisher: z
    .strictObject({
      name: text(2, 120, "Wer das Archiv betreibt", "Stadt Musterstadt, Pressestelle"),
      address: text(5, 400, "Anschrift", "Rathausplatz 1, 01234 Musterstadt"),
      contact: contactSchema,
      responsible: text(2, 200, "Verantwortlich nach § 18 Abs. 2 MStV", "Erika Muster"),
    })
    .meta({
      description: "Betreiber des Archivs",
      examples: [
        {
          name: "Stadt Musterstadt, Presseamt",
          address: "Rathausplatz 1, 01234 Musterstadt",
          contact: { email: "presse@stadt.example" },
          responsible: "Erika Muster, Anschrift wie oben",
        },
      ],
    }),
  textLicense: z
    .strictObject({
      text: text(5, 600, "Was für die Texte der Meldungen gilt", "Texte dürfen mit Nennung der Quelle verwendet werden."),
      url: webAddress("Wo die Lizenz steht", "https://creativecommons.org/licenses/by/4.0/").optional(),
    })
    .meta({ description: "Rechte an den Texten", examples: [{ text: "Texte dürfen mit Nennung der Quelle verwendet werden." }] }),
  navigation: z
    .array(z.string().regex(/^[a-z0-9-]{3,120}$/))
    .meta({ description: "Seiten in der Fußzeile, in dieser Reihenfolge", examples: [["barrierefreiheit", "impressum", "datenschutz"]] })
    .default([]),
  accessibility: statementSchema.optional(),
  comments: z
    .strictObject({
      default: z
        .enum(["open", "closed", "off"])
        .meta({ description: "Kommentare, wenn eine Meldung nichts anderes sagt", examples: ["off"] })
        .default("off"),
      email: emailAddress(
        "Wohin Kommentare geschickt werden; ohne diese Angabe an die Adresse des Betreibers",
        "kommentare@stadt.example",
      ).optional(),
    })
    .meta({ description: "Kommentare", examples: [{ default: "off", email: "kommentare@stadt.example" }] })
    .optional(),
  theme: themeSchema.optional(),
  search: searchSchema.optional(),
  cards: cardsSchema.optional(),
  forgotten: z
    .array(
      z.strictObject({
        address: z
          .string()
          .regex(/^\/[^\s]{1,300}$/)
          .meta({
            description: "Adresse, die verschwinden soll; endet sie auf /, auch alles darunter",
            examples: ["/2017/11/irrlaeufer/"],
          }),
        reason: text(5, 300, "Grund", "Die Meldung wurde doppelt angelegt."),
      }),
    )
    .max(1000)
    .meta({
      description: "Veröffentlichte Adressen, die mit Absicht nicht mehr beantwortet werden",
      examples: [[{ address: "/2017/11/irrlaeufer/", reason: "Die Meldung wurde doppelt angelegt." }]],
    })
    .optional(),
  repository: z
    .union([
      webAddress("Adresse des Repositorys", "https://git.stadt.example/presse/archiv"),
      z.strictObject({
        url: webAddress("Adresse des Repositorys", "https://code.stadt.example/presse/archiv"),
        kind: z
          .enum(REPOSITORY_KINDS)
          .meta({ description: "Womit der Host arbeitet; forgejo gilt auch für Gitea", examples: ["forgejo"] })
          .optional(),
        branch: z
          .string()
          .regex(/^[\w./-]{1,100}$/)
          .meta({ description: "Zweig, in dem geschrieben wird", examples: ["main"] })
          .default("main"),
      }),
    ])
    .meta({
      description:
        "Wo die Dateien dieses Archivs versioniert liegen, content/ im obersten Ordner: eine Adresse, oder url mit kind und branch; " +
        "ohne kind wird ein Host namens github wie GitHub verlinkt, codeberg wie Forgejo, jeder andere wie GitLab",
      examples: ["https://git.stadt.example/presse/archiv"],
    })
    .optional(),
  form: formSchema.optional(),
  security: z
    .strictObject({
      contact: z
        .string()
        .regex(/^(mailto:|https:\/\/|tel:)\S{3,200}$/)
        .meta({ description: "Wohin Sicherheitslücken gemeldet werden (RFC 9116)", examples: ["mailto:sicherheit@stadt.example"] }),
      expires: z
        .string()
        .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/)
        .refine((moment) => !isRefusal(parseDate(moment, "UTC")), { message: "Diesen Zeitpunkt hat der Kalender nicht." })
        .meta({ description: "Bis wann die Angabe gilt (RFC 9116)", examples: ["2027-12-31T00:00:00Z"] }),
    })
    .meta({
      description: "Angaben für security.txt",
      examples: [{ contact: "mailto:sicherheit@stadt.example", expires: "2027-12-31T00:00:00Z" }],
    })
    .optional(),
  target: z
    .enum(TARGET_NAMES)
    .meta({ description: "Wo die Website liegt; danach richten sich Weiterleitungen, Kopfzeilen und Grenzen", examples: ["nginx"] })
    .optional(),
  afterPublish: text(
    2,
    500,
    "Befehl, der nach jeder Veröffentlichung läuft, auf dem Rechner, der veröffentlicht; die geänderten Adressen stehen in seiner Eingabe",
    "curl -fsS -X POST --data-binary @- https://cache.stadt.example/leeren",
  ).optional(),
  tagAuthority: z
    .string()
    .regex(/^[a-z0-9.@-]+,\d{4}(-\d\d(-\d\d)?)?$/)
    .meta({
      description: "Name und Jahr für Kennungen in Feeds, die einen Umzug überdauern (RFC 4151)",
      examples: ["stadt.example,2026"],
    })
    .optional(),
});
