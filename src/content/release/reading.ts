import { beginOf, type CityDate, endOfDay } from "../../dates.ts";
import { hasErrors, hint } from "../../problems.ts";
import { toContact } from "../contact.ts";
import { withoutEmpty } from "../empty-fields.ts";
import type { Document } from "../front-matter.ts";
import type { Registers } from "../registers.ts";
import { checkShape } from "../shape.ts";
import type { Site } from "../site.ts";
import type { Data, Result } from "../yaml.ts";
import { announce } from "./announcements.ts";
import { type Checks, createChecks, endsBefore, isBefore } from "./checks.ts";
import { checkCredits, checkFiles, isUnknown } from "./file-checks.ts";
import { checkFilms, toAttachment } from "./films.ts";
import { explainReferences } from "./references.ts";
import type { RegisterLists, Release, ReleaseFields } from "./release.ts";
import { type Fields, REGISTER_FIELDS, releaseSchema } from "./schema.ts";

/** What reading a release needs beside its file: the settings, the registers and the time. */
export interface Surroundings {
  site: Site;
  registers: Registers;
}

/** Reads the head of a release whose path says its `id`; checks dates, ids and the agreement of path and date. */
export function readRelease(document: Document, path: string, id: string, { site, registers }: Surroundings): Result<ReleaseFields> {
  const shape = checkShape(releaseSchema, document.data, path, document.locate, explainReferences(registers));
  const checks = createChecks(document, path, site.timeZone);
  // Where some fields are wrong the others are checked all the same, so that an editor sees every problem at once.
  const fields: Partial<Fields> = shape.value ?? soundFields(withoutEmpty(document.data));

  const date = fields.date === undefined ? undefined : checks.date(["date"], fields.date);
  if (date) checkPath(date, id, checks);
  checkLanguage(fields, site, checks);
  const embargo = checks.moment("embargo", fields.embargo);
  const pinnedUntil = checks.moment("pinnedUntil", fields.pinnedUntil);
  const department =
    fields.department === undefined ? undefined : checks.find(registers.departments, fields.department, ["department"], "departments.yml");
  const lists = readLists(fields, registers, checks);
  const people = readPeople(fields, registers, checks);
  const corrections = readCorrections(fields, date, checks);
  const withdrawnOn: string | undefined = fields.withdrawn?.date;
  const withdrawnDate = withdrawnOn === undefined ? undefined : checks.date(["withdrawn", "date"], withdrawnOn);
  const events = readEvents(fields, registers, checks);
  checkFiles(fields, department?.contact !== undefined, checks);
  checkCredits(fields, checks);
  checkFilms(fields.attachments ?? [], checks);

  const problems = [...shape.problems, ...checks.problems];
  if (date && withdrawnDate && isBefore(withdrawnDate, date))
    problems.push(
      hint(
        "withdrawal-before-release",
        path,
        document.locate(["withdrawn", "date"]),
        "Die Rücknahme liegt vor dem Datum der Meldung.",
        "Prüfen Sie beide Daten.",
      ),
    );
  const sound = shape.value;
  if (!sound || hasErrors(problems) || !date || !department) return { value: undefined, problems };
  const published = embargo === undefined ? date.instant : Math.max(date.instant, embargo.instant);
  return {
    problems,
    value: {
      draft: sound.draft ?? false,
      announced: announce(fields, document, path, (keys, day) => {
        const from = checks.date(keys, day);
        return from && beginOf(from, site.timeZone);
      }),
      title: sound.title,
      date,
      published,
      // What is left out follows from the text, which the archive reads (src/archive/texts.ts).
      summary: sound.summary ?? "",
      isSummaryDerived: sound.summary === undefined,
      department,
      ...lists,
      originalLanguage: sound.language ?? site.language,
      follows: sound.follows,
      kind: sound.kind,
      people,
      events,
      number: sound.number,
      contact: toContact(sound.contact) ?? department.contact,
      // Digests and sizes of the files are filled in by the archive, which knows their folder (src/archive/texts.ts).
      images: (sound.images ?? []).map(({ file, alt, caption, credit, license }) => ({
        file,
        digest: "",
        width: 0,
        height: 0,
        alt,
        caption,
        credit: isUnknown(credit) ? undefined : credit,
        license,
        isSupplied: sound.reconstructed?.includes("images") ?? false,
      })),
      attachments: (sound.attachments ?? []).map((entry, _, all) => toAttachment(entry, id, all)),
      pinnedUntil: pinnedUntil && endOfDay(pinnedUntil, site.timeZone),
      corrections,
      withdrawn: sound.withdrawn &&
        withdrawnDate && { date: withdrawnDate, reason: sound.withdrawn.reason, hidesTitle: sound.withdrawn.hide === "title" },
      comments: sound.comments ?? site.comments.default,
      approvedComments: [],
      aliases: sound.aliases ?? [],
      source: sound.source && { url: sound.source.url, note: sound.source.note },
      reconstructed: sound.reconstructed ?? [],
      translation: undefined,
      textLine: document.textLine,
    },
  };
}

/** The fields of a head without whatever in them violates the schema: an entry that lacks its name still has a date to be checked. */
function soundFields(data: Data): Partial<Fields> {
  const copy = structuredClone(data);
  for (const issue of releaseSchema.safeParse(data).error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) remove(copy, [...issue.path, key]);
    else remove(copy, issue.path);
  }
  return copy as Partial<Fields>;
}

/** Takes away what stands at a path; a list keeps its other entries at their places. */
function remove(parent: unknown, [key, ...rest]: readonly PropertyKey[]): void {
  if (key === undefined || parent === null || typeof parent !== "object" || !Object.hasOwn(parent, key)) return;
  if (rest.length > 0) remove((parent as Record<PropertyKey, unknown>)[key], rest);
  else delete (parent as Record<PropertyKey, unknown>)[key];
}

function readLists(fields: Partial<Fields>, registers: Registers, checks: Checks): RegisterLists {
  const lists = Object.entries(REGISTER_FIELDS).map(([field, register]) => {
    const ids = fields[field as keyof RegisterLists];
    return [field, checks.findAll<unknown>(registers[register], ids, field, `${register}.yml`)];
  });
  return Object.fromEntries(lists) as RegisterLists;
}

function readPeople({ people = [] }: Partial<Fields>, registers: Registers, checks: Checks): Release["people"] {
  const named = people.map((item) => (typeof item === "string" ? { id: item, role: undefined } : item));
  checks.once(
    named.map(({ id }) => id),
    "people",
  );
  return named.flatMap(({ id, role }, index) => {
    if (id === undefined) return [];
    const person = checks.find(registers.people, id, ["people", index], "people.yml");
    return person ? [{ person, role }] : [];
  });
}

/** Corrections, newest first; one that is older than the release is an error. */
function readCorrections(
  { corrections = [], date: written }: Partial<Fields>,
  released: CityDate | undefined,
  checks: Checks,
): Release["corrections"] {
  checks.once(
    corrections.map(({ edition }) => edition as string),
    "corrections",
  );
  const read = corrections.flatMap(({ date: day, note, edition }, index) => {
    const date = day === undefined ? undefined : checks.date(["corrections", index, "date"], day);
    if (date && released && isBefore(date, released)) {
      checks.fail(
        "correction-before-release",
        ["corrections", index, "date"],
        "Die Berichtigung liegt vor der Veröffentlichung.",
        `Die Meldung ist vom ${written}; prüfen Sie beide Daten.`,
      );
    }
    return date ? [{ date, note, edition: edition === undefined ? undefined : Number(edition) }] : [];
  });
  // Of two on one day, that of the later edition is the newer one.
  return read.sort((a, b) => b.date.instant - a.date.instant || (b.edition ?? 0) - (a.edition ?? 0));
}

function readEvents({ events = [] }: Partial<Fields>, registers: Registers, checks: Checks): Release["events"] {
  return events.flatMap((event, index) => {
    const date = event.date === undefined ? undefined : checks.date(["events", index, "date"], event.date);
    const [, hour, minute] = /^(\d{1,2})[:.](\d\d)(?: ?Uhr)?$/.exec(event.end ?? "") ?? [];
    // Of an end within the day many write the time alone.
    const ofDay = date && hour !== undefined ? `${date.machine.slice(0, 10)}T${hour.padStart(2, "0")}:${minute}` : undefined;
    if (ofDay !== undefined)
      checks.fail("day-missing", ["events", index, "end"], `„${event.end}“ nennt keinen Tag.`, `Schreiben Sie: end: ${ofDay}`);
    const end = event.end === undefined || ofDay !== undefined ? undefined : checks.date(["events", index, "end"], event.end);
    const place =
      event.place === undefined ? undefined : checks.find(registers.places, event.place, ["events", index, "place"], "places.yml");
    if (date && end && endsBefore(end, date))
      checks.fail("event-ends-before-start", ["events", index, "end"], "Der Termin endet, bevor er beginnt.", "Prüfen Sie date und end.");
    if (event.id !== undefined && events.findIndex(({ id }) => id === event.id) < index)
      checks.fail(
        "event-id-twice",
        ["events", index, "id"],
        `Die Kennung „${event.id}“ hat schon ein anderer Termin.`,
        "Geben Sie jedem eine eigene.",
      );
    return date ? [{ id: event.id, name: event.name, date, end, place }] : [];
  });
}

/** Checks that the archive holds releases in the language of this one. */
function checkLanguage({ language }: Partial<Fields>, { languages }: Site, checks: Checks): void {
  if (language === undefined || languages.includes(language)) return;
  const more = [...languages, language].join(", ");
  const remedy = `Schreiben Sie eine von diesen: ${languages.join(", ")}; oder ergänzen Sie in site.yml languages: [${more}]`;
  checks.fail("language-not-listed", ["language"], `„${language}“ ist keine Sprache dieses Archivs.`, remedy);
}

/** Checks that the path says the month of publication: it becomes the permanent address. */
function checkPath(date: CityDate, releaseId: string, checks: Checks): void {
  const [year = "", month = ""] = releaseId.split("/");
  const expected = `${String(date.year).padStart(4, "0")}/${String(date.month).padStart(2, "0")}`;
  if (`${year}/${month}` === expected) return;
  checks.fail(
    "release-in-wrong-month",
    ["date"],
    `Die Meldung ist vom ${date.machine}, liegt aber im Ordner ${year}/${month}.`,
    `Verschieben Sie die Datei nach releases/${expected}/ oder berichtigen Sie das Datum. ` +
      "War sie schon veröffentlicht, bleibt der Ordner.",
  );
}
