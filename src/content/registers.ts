import { z } from "zod";
import { isRefusal, parseDate } from "../dates.ts";
import { error, nearest, type Problem } from "../problems.ts";
import { aliasSchema, checkShape, contactSchema, id, text } from "./schema.ts";
import type { Data, Locate, Reading } from "./yaml.ts";

const reducedDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine((date) => !isRefusal(parseDate(date, "UTC")), { message: "Dieses Datum hat der Kalender nicht." })
  .meta({ description: "Zeitpunkt, so genau wie bekannt", examples: ["2019-05"] });

const coordinate = (description: string, example: string, limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,8})?$/)
    .refine((text) => Math.abs(Number(text)) <= limit, { message: `Die Koordinate liegt nicht zwischen -${limit} und ${limit}.` })
    .meta({ description, examples: [example] });

const common = {
  name: text(1, 120, "Name, wie er auf Seiten steht", "Wirtschaft"),
  names: z
    .strictObject({ en: text(1, 120, "Englischer Name", "Economy").optional() })
    .meta({ description: "Namen in anderen Sprachen", examples: [{ en: "Economy" }] })
    .optional(),
  description: text(5, 500, "Ein Satz zur Erläuterung", "Meldungen zu Unternehmen und Arbeitsmarkt.").optional(),
  aliases: z
    .array(aliasSchema)
    .meta({ description: "Frühere Adressen", examples: [["/wirtschaft.html"]] })
    .optional(),
};

const departmentSchema = z.strictObject({
  ...common,
  contact: contactSchema.optional(),
  formerNames: z
    .array(z.strictObject({ name: text(1, 120, "Früherer Name", "Amt für Verkehr"), until: reducedDate }))
    .meta({ description: "Frühere Namen", examples: [[{ name: "Amt für Verkehr", until: "2012" }]] })
    .optional(),
  successor: id("Kennung des Amtes, das die Aufgaben übernommen hat", "amt-fuer-mobilitaet").optional(),
});

const topicSchema = z.strictObject({ ...common, broader: id("Kennung des übergeordneten Themas", "wirtschaft").optional() });

const personSchema = z.strictObject({
  ...common,
  roles: z
    .array(
      z.strictObject({
        title: text(2, 160, "Amt oder Funktion", "Oberbürgermeisterin"),
        from: reducedDate.optional(),
        to: reducedDate.optional(),
      }),
    )
    .meta({ description: "Ämter und Funktionen", examples: [[{ title: "Oberbürgermeisterin", from: "2020" }]] })
    .optional(),
  page: z
    .boolean()
    .meta({ description: "true für Inhaber öffentlicher Ämter: Sie bekommen eine eigene Seite", examples: ["true"] })
    .optional(),
});

const placeSchema = z.strictObject({
  ...common,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ description: "Land nach ISO 3166-1", examples: ["DE"] })
    .optional(),
  lat: coordinate("Geographische Breite in Grad", "51.34", 90).optional(),
  lon: coordinate("Geographische Länge in Grad", "12.37", 180).optional(),
});

/** The schemas of the registers, by file name. */
export const REGISTER_SCHEMAS = { departments: departmentSchema, topics: topicSchema, people: personSchema, places: placeSchema } as const;

/** The name of a register, which is the name of its file without `.yml`. */
export type RegisterName = keyof typeof REGISTER_SCHEMAS;

/** What every register entry has: the id that releases write, its name, and a name in English where one is known. */
export interface Entry {
  id: string;
  name: string;
  names: { en: string | undefined };
  description: string | undefined;
  aliases: readonly string[];
}

/** The name of an entry in a language; the German one where it has no other. */
export function nameIn(entry: Pick<Entry, "name" | "names">, language: string): string {
  return language === "en" ? (entry.names.en ?? entry.name) : entry.name;
}

/** How to reach somebody. */
export interface Contact {
  name: string | undefined;
  phone: string | undefined;
  email: string | undefined;
}

/** An office of the city. */
export interface Department extends Entry {
  contact: Contact | undefined;
  formerNames: readonly { name: string; until: string }[];
  successor: string | undefined;
}

/** A subject; `broader` makes a tree. */
export interface Topic extends Entry {
  broader: string | undefined;
}

/** A person named in releases; `page` only for holders of public office. */
export interface Person extends Entry {
  roles: readonly { title: string; from: string | undefined; to: string | undefined }[];
  page: boolean;
}

/** A place named in releases; `lat` and `lon` in degrees (WGS 84). */
export interface Place extends Entry {
  country: string | undefined;
  lat: number | undefined;
  lon: number | undefined;
}

/** The entries of the registers that say more than every entry does. */
interface Entries {
  departments: Department;
  topics: Topic;
  people: Person;
  places: Place;
}

/** The lists that the city keeps, by id. */
export type Registers = { [N in RegisterName]: ReadonlyMap<string, N extends keyof Entries ? Entries[N] : Entry> };

/** Registers without entries, for where a file is missing. */
export const EMPTY_REGISTERS = Object.fromEntries(Object.keys(REGISTER_SCHEMAS).map((name) => [name, new Map()])) as unknown as Registers;

/** Checks one register and makes its entries, in the order of the file. */
export function toRegister<N extends RegisterName>(name: N, data: Data, path: string, locate: Locate): Reading<Registers[N]> {
  const problems: Problem[] = [];
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(data)) {
    if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(key)) {
      problems.push(
        error(
          path,
          locate([key]),
          `„${key.slice(0, 80)}“ ist keine Kennung.`,
          "Eine Kennung besteht aus a-z, 0-9 und Bindestrichen: amt-fuer-umwelt.",
        ),
      );
      continue;
    }
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      problems.push(
        error(path, locate([key]), `Der Eintrag „${key}“ hat keine Felder.`, `Schreiben Sie zum Beispiel: ${key}: {name: Wirtschaft}`),
      );
      continue;
    }
    const schema = REGISTER_SCHEMAS[name];
    const checked = checkShape(schema, value as Data, path, (inner) => locate([key, ...inner]));
    problems.push(...checked.problems);
    // An entry with a mistake stays known: the mistake is told once and not again in every release that names the entry.
    entries.set(key, toEntry(name, key, (checked.value ?? { name: key }) as AnyEntry));
  }
  problems.push(...checkReferences(name, entries, path, locate));
  return { value: entries as unknown as Registers[N], problems };
}

/** A contact with every field present. */
export function toContact(contact: z.output<typeof contactSchema> | undefined): Contact | undefined {
  return contact && { name: contact.name, phone: contact.phone, email: contact.email };
}

type AnyEntry = z.output<(typeof REGISTER_SCHEMAS)[RegisterName]>;

function toEntry(name: RegisterName, key: string, fields: AnyEntry): Entry {
  const entry: Entry = {
    id: key,
    name: fields.name,
    names: { en: fields.names?.en },
    description: fields.description,
    aliases: fields.aliases ?? [],
  };
  switch (name) {
    case "departments": {
      const department = fields as z.output<typeof departmentSchema>;
      return {
        ...entry,
        contact: toContact(department.contact),
        formerNames: department.formerNames ?? [],
        successor: department.successor,
      } as Department;
    }
    case "topics":
      return { ...entry, broader: (fields as z.output<typeof topicSchema>).broader } as Topic;
    case "people": {
      const person = fields as z.output<typeof personSchema>;
      const roles = (person.roles ?? []).map((role) => ({ title: role.title, from: role.from, to: role.to }));
      return { ...entry, roles, page: person.page ?? false } as Person;
    }
    case "places": {
      const place = fields as z.output<typeof placeSchema>;
      return { ...entry, country: place.country, lat: numberOf(place.lat), lon: numberOf(place.lon) } as Place;
    }
    default:
      return entry;
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** References inside a register: they must exist, and a tree of topics must not bite its own tail. */
function checkReferences(name: RegisterName, entries: ReadonlyMap<string, Entry>, path: string, locate: Locate): Problem[] {
  const field = name === "topics" ? "broader" : name === "departments" ? "successor" : undefined;
  if (!field) return [];
  const target = (entry: Entry) => (entry as Partial<Topic & Department>)[field];
  const problems: Problem[] = [];
  const known = [...entries.keys()];
  /** Ids from which every way ends: no way is walked twice. */
  const ending = new Set<string>();
  for (const entry of entries.values()) {
    const next = target(entry);
    if (next === undefined) continue;
    if (!entries.has(next)) {
      // Comparing with thousands of names takes time; whoever has a hundred such mistakes needs no more suggestions.
      const remedy = problems.length < 100 ? suggest(next, known) : "Tragen Sie es ein oder nehmen Sie eine vorhandene Kennung.";
      problems.push(error(path, locate([entry.id, field]), `„${next}“ steht nicht in diesem Verzeichnis.`, remedy));
      continue;
    }
    const way = new Set([entry.id]);
    let at: string | undefined = next;
    for (; at !== undefined && !way.has(at) && !ending.has(at); at = target(entries.get(at) ?? entry)) {
      if (!entries.has(at)) break;
      way.add(at);
    }
    if (at === entry.id)
      problems.push(
        error(
          path,
          locate([entry.id, field]),
          `„${entry.id}“ verweist über „${field}“ im Kreis auf sich selbst.`,
          "Streichen Sie einen der Verweise.",
        ),
      );
    else if (at === undefined || ending.has(at) || !entries.has(at)) for (const id of way) ending.add(id);
  }
  return problems;
}

/** The remedy for an unknown id: the nearest known one, or where to add it. */
export function suggest(unknown: string, known: readonly string[]): string {
  const meant = nearest(unknown, known);
  return meant
    ? `Meinten Sie „${meant}“? Sonst tragen Sie „${unknown}“ in das Verzeichnis ein.`
    : `Tragen Sie „${unknown}“ in das Verzeichnis ein oder nehmen Sie eine vorhandene Kennung.`;
}

/** A topic and all above it, the narrowest first. */
export function withBroader(topic: Topic, topics: ReadonlyMap<string, Topic>): Topic[] {
  const way = new Set<Topic>();
  for (let at: Topic | undefined = topic; at && !way.has(at); at = at.broader === undefined ? undefined : topics.get(at.broader))
    way.add(at);
  return [...way];
}
