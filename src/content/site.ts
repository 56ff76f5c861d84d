import { z } from "zod";
import type { Language } from "../addresses.ts";
import { isRefusal, isTimeZone, parseDate } from "../dates.ts";
import { type Contact, contactSchema, toContact } from "./contact.ts";
import { emailAddress, languageTag, text, webAddress } from "./fields.ts";
import { otherVersion, SCHEMA_VERSION } from "./schema-version.ts";
import { type SearchSettings, searchSchema, toSearch } from "./search-settings.ts";
import { checkShape } from "./shape.ts";
import { type Statement, statementSchema, toStatement } from "./statement.ts";
import { ownTheme, readTheme, type Theme, themeSchema } from "./theme/theme.ts";
import type { Data, Result } from "./yaml.ts";
import type { Locate } from "./yaml-positions.ts";

/** The languages of an archive that names no others: German, English, Leichte Sprache. */
export const LANGUAGES: readonly Language[] = ["de", "en", "de-simple"];

/** Where a site may be put; what each can do stands in `src/publishing/targets.ts`. */
export const TARGET_NAMES = ["nginx", "apache", "netlify", "cloudflare", "github-pages", "gitlab-pages"] as const;

/** The name of a host, as `site.yml` names it. */
export type TargetName = (typeof TARGET_NAMES)[number];

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
  repository: webAddress(
    "Wo die Dateien dieses Archivs versioniert liegen, content/ im obersten Ordner; " +
      "ein Host namens github wird wie GitHub verlinkt, jeder andere wie GitLab",
    "https://git.stadt.example/presse/archiv",
  ).optional(),
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

/** The city's settings, every default filled in. `demonstration` is the notice to print, or undefined on a real site. */
export interface Site {
  name: string;
  tagline: string | undefined;
  url: string;
  /** The language of the interface, and of originals that name no other. */
  language: Language;
  /** All languages that the archive may hold, the originals' first. */
  languages: readonly Language[];
  timeZone: string;
  demonstration: string | undefined;
  issuer: string;
  publisher: { name: string; address: string; contact: Contact; responsible: string };
  textLicense: { text: string; url: string | undefined };
  navigation: readonly string[];
  accessibility: Statement | undefined;
  comments: { default: "open" | "closed" | "off"; email: string | undefined };
  theme: Theme;
  /** How the site can be searched; undefined where it cannot. */
  search: SearchSettings | undefined;
  /** Addresses that may vanish: these, and what lies below one that ends on a slash. */
  forgotten: readonly string[];
  repository: string | undefined;
  security: { contact: string; expires: string } | undefined;
  /** The host that the site is made for, and what to run when it was published there. */
  target: TargetName | undefined;
  afterPublish: string | undefined;
  tagAuthority: string;
}

/** Checks the settings and fills in the defaults; `files` are those of the content folder in which `path` lies. */
export function toSite(data: Data, path: string, locate: Locate, files: ReadonlySet<string> = new Set()): Result<Site> {
  const other = otherVersion(data, path, locate);
  if (other) return { value: undefined, problems: [other] };
  const { value, problems } = checkShape(siteSchema, data, path, locate);
  if (!value) return { value: undefined, problems };
  const notice = value.demonstration;
  const contact = toContact(value.publisher.contact) ?? { name: undefined, phone: undefined, email: undefined };
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
      demonstration: typeof notice === "string" ? notice : notice ? "Demonstration, kein amtliches Angebot" : undefined,
      issuer: value.issuer ?? value.publisher.name,
      publisher: { ...value.publisher, contact },
      textLicense: { text: value.textLicense.text, url: value.textLicense.url },
      navigation: value.navigation,
      accessibility: value.accessibility && toStatement(value.accessibility, contact, value.timeZone),
      comments: { default: value.comments?.default ?? "off", email: value.comments?.email ?? contact.email },
      theme: look.theme,
      search: toSearch(value.search),
      forgotten: (value.forgotten ?? []).map(({ address }) => address),
      repository: value.repository,
      security: value.security,
      target: value.target,
      afterPublish: value.afterPublish,
      // RFC 4151 asks for a host name and a date on which the site held it; the year in which this format began serves every site.
      tagAuthority: value.tagAuthority ?? `${new URL(value.url).hostname},2026`,
    },
  };
}

/** The settings that are assumed while `site.yml` is missing or wrong, so that everything else can be checked and previewed. */
export const UNKNOWN_SITE: Site = {
  name: "Vorschau",
  tagline: undefined,
  url: "http://localhost/",
  language: "de",
  languages: LANGUAGES,
  timeZone: "Europe/Berlin",
  demonstration: undefined,
  issuer: "",
  publisher: { name: "", address: "", contact: { name: undefined, phone: undefined, email: undefined }, responsible: "" },
  textLicense: { text: "", url: undefined },
  navigation: [],
  accessibility: undefined,
  comments: { default: "off", email: undefined },
  get theme() {
    return ownTheme();
  },
  search: toSearch(undefined),
  forgotten: [],
  repository: undefined,
  security: undefined,
  target: undefined,
  afterPublish: undefined,
  tagAuthority: "localhost,2026",
};
