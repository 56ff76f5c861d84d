import { fileAddress, type Language, releaseAddress } from "../addresses.ts";
import { type CityDate, isRefusal, parseDate } from "../dates.ts";
import type { Document } from "../front-matter.ts";
import { error, type Problem } from "../problems.ts";
import { type Registers, suggest, toContact } from "../registers.ts";
import { checkShape } from "../schema.ts";
import type { Site } from "../site.ts";
import type { Reading } from "../yaml.ts";
import type { Release, Version } from "./release.ts";
import { releaseSchema, versionSchema } from "./schema.ts";

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
  problems.push(
    ...repeated(
      people.map((item) => item.id),
      "people",
      path,
      document,
    ),
  );
  const corrections = (fields.corrections ?? []).map((item, index) => ({ note: item.note, date: date(["corrections", index, "date"], item.date), index }));
  for (const correction of corrections) {
    if (correction.date && published && endOf(correction.date) < startOf(published)) {
      problems.push(
        error(
          path,
          locate(["corrections", correction.index, "date"]),
          "Die Berichtigung liegt vor der Veröffentlichung.",
          `Die Meldung ist vom ${fields.date}; prüfen Sie beide Daten.`,
        ),
      );
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
  problems.push(
    ...repeated(
      [...(fields.images ?? []), ...(fields.attachments ?? [])].map((item) => item.file),
      "images",
      path,
      document,
    ),
  );
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
      images: (fields.images ?? []).map((image) => ({
        file: image.file,
        // Measured where the file is at hand (archive.ts).
        width: 0,
        height: 0,
        alt: image.alt,
        caption: image.caption,
        credit: image.credit,
        license: image.license,
      })),
      attachments: (fields.attachments ?? []).map((item) => ({
        file: item.file,
        address: fileAddress(releaseId, item.file),
        title: item.title,
        accessible: item.accessible ?? true,
      })),
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
  const problems = originals.map((key) =>
    error(path, locate([key]), `„${key}“ gilt aus der ursprünglichen Meldung und darf hier nicht noch einmal stehen.`, "Löschen Sie die Zeile in der Sprachfassung."),
  );
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
  if (Array.isArray(topics)) for (const [index, topic] of topics.entries()) unknown(topic, registers.topics, ["topics", index], "topics.yml");
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
