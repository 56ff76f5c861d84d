import type { z } from "zod";
import { fileAddress, releaseAddress } from "../../addresses.ts";
import type { CityDate } from "../../dates.ts";
import { hasErrors } from "../../problems.ts";
import { toContact } from "../contact.ts";
import { type Document, textLater } from "../front-matter.ts";
import type { Registers } from "../registers.ts";
import { checkShape } from "../shape.ts";
import type { Site } from "../site.ts";
import type { Data, Reading } from "../yaml.ts";
import { type Checks, createChecks, isBefore } from "./checks.ts";
import type { Release } from "./release.ts";
import { releaseSchema } from "./schema.ts";

/** What reading a release needs beside its file: the settings, the registers and the time. */
export interface Surroundings {
  site: Site;
  registers: Registers;
  /** The moment (ms) at which the archive is read. */
  now: number;
}

type Fields = z.output<typeof releaseSchema>;

/** Makes a release from its file; checks dates and ids, and that the path in `releaseId` agrees with the date. */
export function toRelease(document: Document, path: string, releaseId: string, { site, registers, now }: Surroundings): Reading<Release> {
  const shape = checkShape(releaseSchema, document.data, path, document.locate);
  const checks = createChecks(document, path, site.timeZone);
  // Where some fields are wrong the others are checked all the same, so that an editor sees every problem at once.
  const fields: Partial<Fields> = shape.value ?? soundFields(document.data);

  const date = fields.date === undefined ? undefined : checks.date(["date"], fields.date);
  if (date) checkPath(date, releaseId, checks);
  const embargo = checks.moment("embargo", fields.embargo);
  const pinnedUntil = checks.moment("pinnedUntil", fields.pinnedUntil);
  const department =
    fields.department === undefined ? undefined : checks.find(registers.departments, fields.department, ["department"], "departments.yml");
  const departments = checks.findAll(registers.departments, fields.with, "with", "departments.yml");
  const topics = checks.findAll(registers.topics, fields.topics, "topics", "topics.yml");
  const places = checks.findAll(registers.places, fields.places, "places", "places.yml");
  const people = readPeople(fields, registers, checks);
  const corrections = readCorrections(fields, date, checks);
  const withdrawnDate = fields.withdrawn && checks.date(["withdrawn", "date"], fields.withdrawn.date);
  const events = readEvents(fields, registers, checks);
  checkFiles(fields, department?.contact !== undefined, checks);

  const problems = [...shape.problems, ...checks.problems];
  const sound = shape.value;
  if (!sound || hasErrors(problems) || !date || !department) return { value: undefined, problems };
  const published = Math.max(date.instant, embargo?.instant ?? 0);
  const address = releaseAddress(releaseId);
  return {
    problems,
    value: {
      id: releaseId,
      path,
      language: "de",
      address,
      state: sound.draft ? "draft" : published > now ? "embargoed" : "public",
      title: sound.title,
      date,
      published,
      summary: sound.summary,
      department,
      with: departments,
      topics,
      kind: sound.kind,
      people,
      places,
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
        credit,
        license,
      })),
      attachments: (sound.attachments ?? []).map(({ file, title, accessible = true }) => ({
        file,
        digest: "",
        address: fileAddress(releaseId, file),
        title,
        size: 0,
        accessible,
      })),
      pinnedUntil: pinnedUntil?.instant,
      corrections,
      withdrawn: sound.withdrawn &&
        withdrawnDate && { date: withdrawnDate, reason: sound.withdrawn.reason, hidesTitle: sound.withdrawn.hide === "title" },
      comments: sound.comments ?? site.comments.default,
      approvedComments: [],
      aliases: sound.aliases ?? [],
      source: sound.source && { url: sound.source.url, note: sound.source.note },
      reconstructed: sound.reconstructed ?? [],
      translation: undefined,
      text: textLater(path, document.fileDigest, document.textStart),
      fileDigest: document.fileDigest,
      textLine: document.textLine,
      versions: [{ language: "de", address, title: sound.title }],
    },
  };
}

/** The fields that are valid by themselves. */
function soundFields(data: Data): Partial<Fields> {
  const sound: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(releaseSchema.shape)) {
    const result = schema.safeParse(data[key]);
    if (result.success && data[key] !== undefined) sound[key] = result.data;
  }
  return sound;
}

function readPeople({ people = [] }: Partial<Fields>, registers: Registers, checks: Checks): Release["people"] {
  const named = people.map((item) => (typeof item === "string" ? { id: item, role: undefined } : item));
  checks.once(
    named.map(({ id }) => id),
    "people",
  );
  return named.flatMap(({ id, role }, index) => {
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
  const read = corrections.flatMap(({ date: day, note }, index) => {
    const date = checks.date(["corrections", index, "date"], day);
    if (date && released && isBefore(date, released)) {
      checks.fail(
        ["corrections", index, "date"],
        "Die Berichtigung liegt vor der Veröffentlichung.",
        `Die Meldung ist vom ${written}; prüfen Sie beide Daten.`,
      );
    }
    return date ? [{ date, note }] : [];
  });
  return read.sort((a, b) => b.date.instant - a.date.instant);
}

function readEvents({ events = [] }: Partial<Fields>, registers: Registers, checks: Checks): Release["events"] {
  return events.flatMap((event, index) => {
    const date = checks.date(["events", index, "date"], event.date);
    const end = event.end === undefined ? undefined : checks.date(["events", index, "end"], event.end);
    const place =
      event.place === undefined ? undefined : checks.find(registers.places, event.place, ["events", index, "place"], "places.yml");
    if (date && end && end.instant < date.instant)
      checks.fail(["events", index, "end"], "Der Termin endet, bevor er beginnt.", "Prüfen Sie date und end.");
    return date ? [{ name: event.name, date, end, place }] : [];
  });
}

/** Checks that no file is listed twice, and that a file which is not accessible comes with a contact who helps (BITV 2.0, § 3). */
function checkFiles({ images = [], attachments = [], contact }: Partial<Fields>, hasOfficeContact: boolean, checks: Checks): void {
  const pictures = images.map(({ file }) => file);
  checks.once(pictures, "images");
  checks.once(
    attachments.map(({ file }) => file),
    "attachments",
    (file) => pictures.includes(file),
  );
  attachments.forEach(({ accessible, file }, index) => {
    if (accessible !== false || contact || hasOfficeContact) return;
    checks.fail(
      ["attachments", index],
      `„${file}“ ist nicht barrierefrei, und niemand ist genannt, der hilft.`,
      "Nennen Sie in der Meldung oder beim Amt einen contact.",
    );
  });
}

/** Checks that the path says the month of publication: it becomes the permanent address. */
function checkPath(date: CityDate, releaseId: string, checks: Checks): void {
  const [year = "", month = ""] = releaseId.split("/");
  const expected = `${String(date.year).padStart(4, "0")}/${String(date.month).padStart(2, "0")}`;
  if (`${year}/${month}` === expected) return;
  checks.fail(
    ["date"],
    `Die Meldung ist vom ${date.machine}, liegt aber im Ordner ${year}/${month}.`,
    `Verschieben Sie die Datei nach releases/${expected}/ oder berichtigen Sie das Datum. ` +
      "War sie schon veröffentlicht, bleibt der Ordner.",
  );
}
