import { z } from "zod";
import { fileAddress, type Language, releaseAddress } from "./addresses.ts";
import { type CityDate, isRefusal, parseDate } from "./dates.ts";
import type { Document, Reading } from "./front-matter.ts";
import { error, type Problem } from "./problems.ts";
import { type Contact, type Department, type Person, type Place, type Registers, suggest, toContact, type Topic } from "./registers.ts";
import { aliasSchema, checkShape, contactSchema, id, text, webAddress } from "./schema.ts";
import type { Site } from "./site.ts";

const moment = (description: string, example: string) => z.string().min(4).max(40).meta({ description, examples: [example] });
const fileName = (description: string, example: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/)
    .meta({ description: `${description}; die Datei liegt im Ordner der Meldung`, examples: [example] });

const roleSchema = z.strictObject({ id: id("Kennung aus people.yml", "erika-muster"), role: text(2, 160, "Amt oder Funktion zur Zeit der Meldung", "Oberbürgermeisterin").optional() });

const listed = <T extends z.ZodType>(schema: T, description: string, example: unknown) => z.array(schema).max(200).meta({ description, examples: [example] });

/** The fields of a release that the archive may have supplied (`reconstructed`). */
export const RECONSTRUCTIBLE = ["title", "date", "summary", "department", "topics", "people", "places", "number", "contact"] as const;

/** The front matter of a release: `content/releases/YYYY/MM/slug.md`. */
export const releaseSchema = z.strictObject({
  title: text(3, 200, "Überschrift", "Brücke am Mühlteich wieder offen"),
  date: moment("Datum der Veröffentlichung, wie genau es bekannt ist", "2017-11-14"),
  summary: text(20, 500, "Ein bis zwei Sätze für Listen, Feeds und Suche", "Die Brücke ist nach zwei Jahren Bauzeit wieder für alle frei."),
  department: id("Kennung des Amtes, das die Meldung herausgibt", "presseamt"),
  with: listed(id("Kennung eines beteiligten Amtes", "kulturamt"), "Beteiligte Ämter", ["kulturamt"]).optional(),
  topics: z.array(id("Kennung eines Themas", "wirtschaft")).min(1).max(5).meta({ description: "Ein bis fünf Themen", examples: [["wirtschaft", "internationales"]] }),
  kind: z.enum(["release", "invitation", "statement", "notice"]).meta({ description: "Art der Meldung", examples: ["invitation"] }).default("release"),
  people: listed(z.union([id("Kennung einer Person", "erika-muster"), roleSchema]), "Genannte Personen", ["erika-muster"]).optional(),
  places: listed(id("Kennung eines Ortes", "tokio"), "Genannte Orte", ["tokio"]).optional(),
  events: listed(
    z.strictObject({
      name: text(3, 200, "Name der Veranstaltung", "Bürgerversammlung"),
      date: moment("Beginn", "2017-11-14T19:00"),
      end: moment("Ende", "2017-11-14T21:00").optional(),
      place: id("Kennung des Ortes", "rathaus").optional(),
    }),
    "Termine",
    [{ name: "Bürgerversammlung", date: "2017-11-14T19:00" }],
  ).optional(),
  number: text(1, 40, "Laufende Nummer der Pressestelle", "812/2017").optional(),
  contact: contactSchema.optional(),
  images: listed(
    z.strictObject({
      file: fileName("Bilddatei", "bruecke.jpg"),
      alt: text(3, 500, "Beschreibung für alle, die das Bild nicht sehen", "Die Brücke mit neuem Geländer"),
      caption: text(3, 500, "Bildunterschrift", "Die Brücke am Tag der Öffnung").optional(),
      credit: text(2, 200, "Bildnachweis", "Stadt Musterstadt / Erika Muster"),
      license: text(2, 200, "Lizenz des Bildes", "CC BY 4.0").optional(),
    }),
    "Bilder",
    [{ file: "bruecke.jpg", alt: "Die Brücke mit neuem Geländer", credit: "Stadt Musterstadt" }],
  ).optional(),
  attachments: listed(
    z.strictObject({
      file: fileName("Anlage", "plan.pdf"),
      title: text(3, 200, "Titel der Anlage", "Lageplan"),
      accessible: z.boolean().meta({ description: "false, wenn die Datei nicht barrierefrei ist", examples: ["false"] }).optional(),
    }),
    "Anlagen",
    [{ file: "plan.pdf", title: "Lageplan" }],
  ).optional(),
  draft: z.literal(true).meta({ description: "true, solange die Meldung ein Entwurf ist; sonst die Zeile weglassen", examples: ["true"] }).optional(),
  embargo: moment("Sperrfrist: bis dahin nirgends öffentlich", "2017-11-14T10:00").optional(),
  pinnedUntil: moment("Bis dahin oben auf der Startseite", "2017-11-20T18:00").optional(),
  corrections: listed(
    z.strictObject({ date: moment("Tag der Berichtigung", "2017-11-16"), note: text(5, 1000, "Was berichtigt wurde", "Die Telefonnummer war falsch.") }),
    "Berichtigungen",
    [{ date: "2017-11-16", note: "Die Telefonnummer war falsch." }],
  ).optional(),
  withdrawn: z
    .strictObject({
      date: moment("Tag der Rücknahme", "2017-11-16"),
      reason: text(5, 1000, "Grund", "Die Meldung beruhte auf einem Irrtum."),
      hide: z.literal("title").meta({ description: "title, wenn auch die Überschrift verschwinden muss", examples: ["title"] }).optional(),
    })
    .meta({ description: "Rücknahme", examples: [{ date: "2017-11-16", reason: "Die Meldung beruhte auf einem Irrtum." }] })
    .optional(),
  comments: z.enum(["open", "closed", "off"]).meta({ description: "Kommentare", examples: ["open"] }).optional(),
  aliases: listed(aliasSchema, "Frühere Adressen, die weiterleiten", ["/presse/4711.html"]).optional(),
  source: z
    .strictObject({ url: webAddress("Fundstelle", "https://www.l-iz.de/"), note: text(3, 600, "Erläuterung zur Fundstelle", "Nachdruck bei l-iz.de").optional() })
    .meta({ description: "Wo ein übernommener Text gefunden wurde", examples: [{ url: "https://www.l-iz.de/" }] })
    .optional(),
  reconstructed: listed(z.enum(RECONSTRUCTIBLE), "Felder, die nicht im Original standen", ["summary", "department"]).optional(),
});

/** The front matter of a language version: `slug.en.md`, `slug.de-simple.md`. */
export const versionSchema = z.strictObject({
  title: text(3, 200, "Überschrift in dieser Sprache", "Bridge open again"),
  summary: text(20, 500, "Ein bis zwei Sätze in dieser Sprache", "The bridge is open to all again after two years of works."),
  people: listed(z.strictObject({ id: roleSchema.shape.id, role: text(2, 160, "Amt in dieser Sprache", "Mayor") }), "Ämter der Personen in dieser Sprache", [{ id: "erika-muster", role: "Mayor" }]).optional(),
  images: listed(
    z.strictObject({ file: fileName("Bilddatei des Originals", "bruecke.jpg"), alt: text(3, 500, "Beschreibung in dieser Sprache", "The bridge"), caption: text(3, 500, "Bildunterschrift", "The bridge on opening day").optional() }),
    "Bildtexte in dieser Sprache",
    [{ file: "bruecke.jpg", alt: "The bridge" }],
  ).optional(),
  draft: releaseSchema.shape.draft,
  translation: z
    .strictObject({
      kind: z.enum(["official", "unofficial", "machine"]).meta({ description: "Wie verbindlich die Übersetzung ist", examples: ["unofficial"] }),
      by: text(2, 120, "Wer übersetzt hat", "Stadtchronik").optional(),
    })
    .meta({ description: "Art der Übersetzung", examples: [{ kind: "unofficial" }] })
    .optional(),
});

/** A picture of a release. */
export interface Image {
  file: string;
  address: string;
  alt: string;
  caption: string | undefined;
  credit: string;
  license: string | undefined;
}

/** A file to download with a release. */
export interface Attachment {
  file: string;
  address: string;
  title: string;
  accessible: boolean;
}

/** A date that people can go to. */
export interface Event {
  name: string;
  date: CityDate;
  end: CityDate | undefined;
  place: Place | undefined;
}

/** An approved comment; `text` is Markdown, `replyTo` the id of the comment it answers. */
export interface Comment {
  id: string;
  name: string;
  date: CityDate;
  replyTo: string | undefined;
  text: string;
}

/** Another language in which a release can be read. */
export interface Alternate {
  language: Language;
  address: string;
  title: string;
}

/**
 * A press release in one language, from reading to printing; every field is present, `undefined` where an editor wrote none.
 * `id` is its identity (`2017/11/japan-delegation`), `published` the moment (ms) from which it is public.
 */
export interface Release {
  id: string;
  path: string;
  language: Language;
  address: string;
  state: "public" | "draft" | "embargoed";
  title: string;
  date: CityDate;
  published: number;
  summary: string;
  department: Department;
  with: readonly Department[];
  topics: readonly Topic[];
  kind: "release" | "invitation" | "statement" | "notice";
  people: readonly { person: Person; role: string | undefined }[];
  places: readonly Place[];
  events: readonly Event[];
  number: string | undefined;
  contact: Contact | undefined;
  images: readonly Image[];
  attachments: readonly Attachment[];
  pinnedUntil: number | undefined;
  corrections: readonly { date: CityDate; note: string }[];
  withdrawn: { date: CityDate; reason: string; hidesTitle: boolean } | undefined;
  comments: "open" | "closed" | "off";
  approvedComments: readonly Comment[];
  aliases: readonly string[];
  source: { url: string; note: string | undefined } | undefined;
  reconstructed: readonly string[];
  translation: { kind: "official" | "unofficial" | "machine"; by: string | undefined } | undefined;
  /** Markdown. */
  text: string;
  /** Line of the source file at which `text` begins. */
  textLine: number;
  /** All languages of this release, its own included. */
  versions: readonly Alternate[];
}

/** What a language version says in place of its original. */
export interface Version {
  language: Language;
  path: string;
  draft: boolean;
  title: string;
  summary: string;
  roles: ReadonlyMap<string, string>;
  imageTexts: ReadonlyMap<string, { alt: string; caption: string | undefined }>;
  translation: Release["translation"];
  text: string;
  textLine: number;
}

/** Where the archive stands: what reading a release needs beside its file. */
export interface Surroundings {
  site: Site;
  registers: Registers;
  /** The moment (ms) at which the archive is read. */
  now: number;
}

/** Makes a release of a file whose path says its `id`; checks dates, ids and the agreement of path and date. */
export function toRelease(document: Document, path: string, releaseId: string, { site, registers, now }: Surroundings): Reading<Release> {
  const { data, locate } = document;
  const checked = checkShape(releaseSchema, data, path, locate);
  const problems = [...checked.problems];
  const fields = checked.value;
  if (!fields) return { value: undefined, problems: [...problems, ...looseChecks(document, path, releaseId, site, registers)] };

  const date = (keys: PropertyKey[], written: string): CityDate | undefined => {
    const parsed = parseDate(written, site.timeZone);
    if (!isRefusal(parsed)) return parsed;
    problems.push(error(path, locate(keys), parsed.message, parsed.remedy));
    return undefined;
  };
  const moment = (key: "embargo" | "pinnedUntil"): CityDate | undefined => {
    const written = fields[key];
    if (written === undefined) return undefined;
    const parsed = date([key], written);
    if (parsed && (parsed.precision === "month" || parsed.precision === "year")) {
      problems.push(error(path, locate([key]), `„${key}“ braucht einen Tag, am besten mit Uhrzeit.`, `Schreiben Sie zum Beispiel: ${key}: ${parsed.year}-11-14T10:00`));
    }
    return parsed;
  };
  const find = <T>(register: ReadonlyMap<string, T>, key: string, keys: PropertyKey[], file: string): T | undefined => {
    const entry = register.get(key);
    if (entry === undefined) problems.push(error(path, locate(keys), `„${key}“ steht nicht in registers/${file}.`, suggest(key, [...register.keys()])));
    return entry;
  };
  const findAll = <T>(register: ReadonlyMap<string, T>, ids: readonly string[] | undefined, field: string, file: string): T[] => {
    problems.push(...repeated(ids ?? [], field, path, document));
    return (ids ?? []).map((key, index) => find(register, key, [field, index], file)).filter((entry) => entry !== undefined);
  };

  const published = date(["date"], fields.date);
  if (published) problems.push(...checkPath(published, releaseId, path, document));
  const embargo = moment("embargo");
  const pinnedUntil = moment("pinnedUntil");
  const department = find(registers.departments, fields.department, ["department"], "departments.yml");
  const people = (fields.people ?? []).map((item) => (typeof item === "string" ? { id: item, role: undefined } : item));
  problems.push(...repeated(people.map((item) => item.id), "people", path, document));
  const corrections = (fields.corrections ?? []).map((item, index) => ({ note: item.note, date: date(["corrections", index, "date"], item.date), index }));
  for (const correction of corrections) {
    if (correction.date && published && endOf(correction.date) < startOf(published)) {
      problems.push(error(path, locate(["corrections", correction.index, "date"]), "Die Berichtigung liegt vor der Veröffentlichung.", `Die Meldung ist vom ${fields.date}; prüfen Sie beide Daten.`));
    }
  }
  const withdrawnDate = fields.withdrawn && date(["withdrawn", "date"], fields.withdrawn.date);
  const events = (fields.events ?? []).map((event, index) => ({
    name: event.name,
    date: date(["events", index, "date"], event.date),
    end: event.end === undefined ? undefined : date(["events", index, "end"], event.end),
    place: event.place === undefined ? undefined : find(registers.places, event.place, ["events", index, "place"], "places.yml"),
  }));
  events.forEach((event, index) => {
    if (event.date && event.end && event.end.instant < event.date.instant) {
      problems.push(error(path, locate(["events", index, "end"]), "Der Termin endet, bevor er beginnt.", "Prüfen Sie date und end."));
    }
  });
  problems.push(...repeated([...(fields.images ?? []), ...(fields.attachments ?? [])].map((item) => item.file), "images", path, document));
  const found = people.map((item, index) => ({ person: find(registers.people, item.id, ["people", index], "people.yml"), role: item.role }));
  const departments = findAll(registers.departments, fields.with, "with", "departments.yml");
  const topics = findAll(registers.topics, fields.topics, "topics", "topics.yml");
  const places = findAll(registers.places, fields.places, "places", "places.yml");
  if (problems.some((problem) => problem.severity === "error") || !published || !department) return { value: undefined, problems };

  const from = Math.max(published.instant, embargo?.instant ?? 0);
  const address = releaseAddress(releaseId);
  return {
    problems,
    value: {
      id: releaseId,
      path,
      language: "de",
      address,
      state: fields.draft ? "draft" : from > now ? "embargoed" : "public",
      title: fields.title,
      date: published,
      published: from,
      summary: fields.summary,
      department,
      with: departments,
      topics,
      kind: fields.kind,
      people: found.flatMap(({ person, role }) => (person ? [{ person, role }] : [])),
      places,
      events: events.flatMap(({ date: start, ...event }) => (start ? [{ ...event, date: start }] : [])),
      number: fields.number,
      contact: toContact(fields.contact) ?? department.contact,
      images: (fields.images ?? []).map((image) => ({ file: image.file, address: fileAddress(releaseId, image.file), alt: image.alt, caption: image.caption, credit: image.credit, license: image.license })),
      attachments: (fields.attachments ?? []).map((item) => ({ file: item.file, address: fileAddress(releaseId, item.file), title: item.title, accessible: item.accessible ?? true })),
      pinnedUntil: pinnedUntil?.instant,
      corrections: corrections.flatMap(({ date: day, note }) => (day ? [{ date: day, note }] : [])).sort((a, b) => b.date.instant - a.date.instant),
      withdrawn: fields.withdrawn && withdrawnDate && { date: withdrawnDate, reason: fields.withdrawn.reason, hidesTitle: fields.withdrawn.hide === "title" },
      comments: fields.comments ?? site.comments.default,
      approvedComments: [],
      aliases: fields.aliases ?? [],
      source: fields.source && { url: fields.source.url, note: fields.source.note },
      reconstructed: fields.reconstructed ?? [],
      translation: undefined,
      text: document.text,
      textLine: document.textLine,
      versions: [{ language: "de", address, title: fields.title }],
    },
  };
}

/** Reads a language version; whatever only the original may say is refused by name. */
export function toVersion(document: Document, path: string, language: Language): Reading<Version> {
  const { data, locate } = document;
  const originals = Object.keys(data).filter((key) => key in releaseSchema.shape && !(key in versionSchema.shape));
  const problems = originals.map((key) => error(path, locate([key]), `„${key}“ gilt aus der ursprünglichen Meldung und darf hier nicht noch einmal stehen.`, "Löschen Sie die Zeile in der Sprachfassung."));
  const own = Object.fromEntries(Object.entries(data).filter(([key]) => !originals.includes(key)));
  const checked = checkShape(versionSchema, own, path, locate);
  problems.push(...checked.problems);
  const fields = checked.value;
  if (!fields || problems.length > 0) return { value: undefined, problems };
  return {
    problems,
    value: {
      language,
      path,
      draft: fields.draft ?? false,
      title: fields.title,
      summary: fields.summary,
      roles: new Map((fields.people ?? []).map((item) => [item.id, item.role])),
      imageTexts: new Map((fields.images ?? []).map((item) => [item.file, { alt: item.alt, caption: item.caption }])),
      translation: fields.translation && { kind: fields.translation.kind, by: fields.translation.by },
      text: document.text,
      textLine: document.textLine,
    },
  };
}

/** The release as one of its versions says it: a release like any other, in that language. */
export function inVersion(release: Release, version: Version): Release {
  return {
    ...release,
    path: version.path,
    language: version.language,
    address: releaseAddress(release.id, version.language),
    title: version.title,
    summary: version.summary,
    people: release.people.map(({ person, role }) => ({ person, role: version.roles.get(person.id) ?? role })),
    images: release.images.map((image) => ({ ...image, ...version.imageTexts.get(image.file) })),
    translation: version.translation,
    aliases: [],
    text: version.text,
    textLine: version.textLine,
  };
}

/** What remains of a withdrawn release: its address, date, office and the reason. Nothing of its text can leave from here. */
export function withoutContent(release: Release, hiddenTitle: string): Release {
  const title = release.withdrawn?.hidesTitle ? hiddenTitle : release.title;
  return {
    ...release,
    title,
    summary: "",
    people: [],
    places: [],
    events: [],
    number: undefined,
    images: [],
    attachments: [],
    pinnedUntil: undefined,
    corrections: [],
    comments: "off",
    approvedComments: [],
    source: undefined,
    reconstructed: [],
    translation: undefined,
    text: "",
    versions: release.versions.map((version) => ({ ...version, title: release.withdrawn?.hidesTitle ? hiddenTitle : version.title })),
  };
}

/** Checks that still say something useful when the shape is wrong, so that an editor sees everything at once. */
function looseChecks(document: Document, path: string, releaseId: string, site: Site, registers: Registers): Problem[] {
  const { date, department, topics } = document.data;
  const problems: Problem[] = [];
  if (typeof date === "string") {
    const parsed = parseDate(date, site.timeZone);
    problems.push(...(isRefusal(parsed) ? [error(path, document.locate(["date"]), parsed.message, parsed.remedy)] : checkPath(parsed, releaseId, path, document)));
  }
  const unknown = (key: unknown, register: ReadonlyMap<string, unknown>, keys: PropertyKey[], file: string) => {
    if (typeof key === "string" && /^[a-z0-9-]+$/.test(key) && !register.has(key)) {
      problems.push(error(path, document.locate(keys), `„${key}“ steht nicht in registers/${file}.`, suggest(key, [...register.keys()])));
    }
  };
  unknown(department, registers.departments, ["department"], "departments.yml");
  if (Array.isArray(topics)) topics.forEach((topic, index) => unknown(topic, registers.topics, ["topics", index], "topics.yml"));
  return problems;
}

/** The path is the address for ever, so it has to say the month in which the release was first published. */
function checkPath(date: CityDate, releaseId: string, path: string, document: Document): Problem[] {
  const [year = "", month = ""] = releaseId.split("/");
  const expected = `${String(date.year).padStart(4, "0")}/${String(date.month).padStart(2, "0")}`;
  if (`${year}/${month}` === expected) return [];
  return [
    error(
      path,
      document.locate(["date"]),
      `Die Meldung ist vom ${date.machine}, liegt aber im Ordner ${year}/${month}.`,
      `Verschieben Sie die Datei nach releases/${expected}/ oder berichtigen Sie das Datum. War sie schon veröffentlicht, bleibt der Ordner.`,
    ),
  ];
}

function repeated(ids: readonly string[], field: string, path: string, document: Document): Problem[] {
  return ids.flatMap((key, index) =>
    ids.indexOf(key) < index ? [error(path, document.locate([field, index]), `„${key}“ steht zweimal in „${field}“.`, "Lassen Sie nur einen der beiden Einträge stehen.")] : [],
  );
}

// A correction on the very day or in the very month of a release is no contradiction, however exact either date is.
function startOf(date: CityDate): number {
  const spans = { minute: 0, day: 0, month: 31, year: 366 };
  return date.instant - spans[date.precision] * 86_400_000 - (date.precision === "minute" ? 86_400_000 : 0);
}

function endOf(date: CityDate): number {
  return date.precision === "day" ? date.instant + 86_400_000 : date.instant;
}
