import { z } from "zod";
import { type CityDate, isRefusal, parseDate } from "../dates.ts";
import { type Contact, contactSchema, toContact } from "./contact.ts";
import { calendarDate, emailAddress, phoneNumber, text, webAddress } from "./fields.ts";

const day = (description: string) => calendarDate(description, "2026-11-23", true);

const gapSchema = z.strictObject({
  content: text(3, 300, "Was nicht barrierefrei ist", "Eingescannte Lagepläne vor 2020"),
  ground: z
    .enum(["fault", "burden", "exempt"])
    .meta({
      description:
        "Grund nach dem Muster der EU: fault (Mangel), burden (unverhältnismäßige Belastung) " +
        "oder exempt (die Vorschriften gelten dafür nicht)",
      examples: ["fault"],
    })
    .default("fault"),
  reason: text(5, 600, "Warum es so ist", "Die Vorlagen gibt es nur auf Papier."),
  alternative: text(3, 400, "Wie man den Inhalt trotzdem bekommt", "Auf Anfrage senden wir ihn als Text.").optional(),
});

const enforcementSchema = z
  .strictObject({
    name: text(3, 200, "Name der Durchsetzungs- oder Schlichtungsstelle", "Durchsetzungsstelle des Landes"),
    address: text(5, 400, "Anschrift der Stelle", "Amtsstraße 1, 01234 Landeshauptstadt").optional(),
    phone: phoneNumber("Telefonnummer der Stelle", "030 23125-0").optional(),
    email: emailAddress("E-Mail-Adresse der Stelle", "durchsetzung@land.example").optional(),
    url: webAddress("Website der Stelle", "https://durchsetzung.land.example/").optional(),
    procedure: text(
      5,
      800,
      "Wie das Verfahren abläuft und was es kostet",
      "Das Verfahren ist kostenlos; einen Rechtsbeistand brauchen Sie nicht.",
    ).optional(),
  })
  .meta({
    description: "Wohin sich wendet, wem nicht geholfen wurde; bei einer Vorführung weglassen",
    examples: [{ name: "Durchsetzungsstelle des Landes" }],
  });

/** The accessibility statement in `site.yml`: what the EU's model statement asks for (Implementing Decision (EU) 2018/1523). */
export const statementSchema = z
  .strictObject({
    law: text(5, 300, "Welches Recht verpflichtet", "Barrierefreie-Websites-Gesetz des Landes").optional(),
    standard: text(3, 200, "Woran gemessen wird", "EN 301 549 V3.2.1 und WCAG 2.2, Stufen A und AA").default(
      "EN 301 549 und WCAG 2.2, Stufen A und AA",
    ),
    status: z.enum(["full", "partial", "none", "unknown"]).meta({
      description: "Stand: full (vollständig vereinbar), partial (teilweise), none (nicht vereinbar) oder unknown (noch nicht bewertet)",
      examples: ["partial"],
    }),
    prepared: day("Tag, an dem die Erklärung erstellt wurde"),
    reviewed: day("Tag, an dem sie zuletzt überprüft wurde; mindestens einmal im Jahr").optional(),
    assessor: text(2, 200, "Wer bewertet hat, wenn es nicht die Stelle selbst war", "Prüfstelle Beispiel GmbH").optional(),
    testedByPrograms: z
      .array(text(2, 300, "Was ein Programm geprüft hat", "axe: Verstöße gegen die WCAG, soweit ein Programm sie erkennt"))
      .min(1)
      .meta({
        description: "Was Programme geprüft haben",
        examples: [["axe: Verstöße gegen die WCAG, soweit ein Programm sie erkennt"]],
      }),
    testedByPeople: z
      .array(text(2, 300, "Was Menschen geprüft haben", "Bedienung mit NVDA und Firefox, zwei blinde Personen"))
      .meta({
        description: "Was Menschen geprüft haben; leer oder weggelassen, wenn niemand geprüft hat",
        examples: [["Bedienung mit NVDA und Firefox"]],
      })
      .default([]),
    gaps: z
      .array(gapSchema)
      .meta({
        description: "Was nicht barrierefrei ist",
        examples: [[{ content: "Eingescannte Lagepläne", reason: "Die Vorlagen gibt es nur auf Papier." }]],
      })
      .default([]),
    contact: contactSchema.optional(),
    reply: text(5, 300, "Wie schnell geantwortet wird", "Wir antworten innerhalb von zwei Wochen.").optional(),
    enforcement: enforcementSchema.optional(),
  })
  .refine(({ status, gaps }) => status !== "full" || gaps.every(({ ground }) => ground === "exempt"), {
    path: ["status"],
    message: "„full“ (vollständig vereinbar) passt nicht zu den Mängeln unter gaps.|Schreiben Sie: status: partial",
  })
  .refine(({ status, testedByPeople, assessor }) => status !== "full" || testedByPeople.length > 0 || assessor !== undefined, {
    path: ["status"],
    message:
      "„full“ (vollständig vereinbar) kann nicht aus Prüfprogrammen allein folgen." +
      "|Nennen Sie unter testedByPeople, was Menschen geprüft haben, oder schreiben Sie: status: unknown",
  })
  .refine(({ status, gaps }) => (status !== "partial" && status !== "none") || gaps.length > 0, {
    path: ["status"],
    message: "Was nicht barrierefrei ist, fehlt.|Nennen Sie es unter gaps, jeweils mit content und reason.",
  })
  .meta({
    description: "Erklärung zur Barrierefreiheit; sie steht unter /barrierefreiheit/",
    examples: [{ status: "unknown", prepared: "2026-11-23", testedByPrograms: ["axe"] }],
  });

/** Content that is not accessible; `ground` chooses the heading of the model statement under which it is listed. */
export interface Gap {
  content: string;
  ground: "fault" | "burden" | "exempt";
  reason: string;
  alternative: string | undefined;
}

/** The accessibility statement of a site; `testedByPeople` is empty where only programs tested. */
export interface Statement {
  law: string | undefined;
  standard: string;
  status: "full" | "partial" | "none" | "unknown";
  prepared: CityDate;
  reviewed: CityDate | undefined;
  assessor: string | undefined;
  testedByPrograms: readonly string[];
  testedByPeople: readonly string[];
  gaps: readonly Gap[];
  contact: Contact;
  reply: string | undefined;
  enforcement: (Record<"address" | "phone" | "email" | "url" | "procedure", string | undefined> & { name: string }) | undefined;
}

/**
 * Makes the statement from the settings, its days in the city's time zone.
 * Barriers are reported to `publisher` where the settings name no other contact.
 */
export function toStatement(value: z.output<typeof statementSchema>, publisher: Contact, timeZone: string): Statement | undefined {
  const prepared = parseDate(value.prepared, timeZone);
  const reviewed = value.reviewed === undefined ? undefined : parseDate(value.reviewed, timeZone);
  // The schema has refused impossible days already; this only tells the compiler.
  if (isRefusal(prepared) || (reviewed && isRefusal(reviewed))) return undefined;
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
      procedure: enforcement.procedure,
    },
  };
}
