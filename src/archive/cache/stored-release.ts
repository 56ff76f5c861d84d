import { releaseAddress } from "../../addresses.ts";
import { textLater } from "../../content/front-matter.ts";
import type { Entry, Registers } from "../../content/registers.ts";
import type { Release, Version } from "../../content/release/release.ts";

/** A register entry by the names of its register and of itself. */
export type EntryKey = `${keyof Registers}/${string}`;

/** A release as JSON keeps it between builds: ids in place of register entries, the place of the text in its file in place of the text. */
export interface StoredRelease {
  fields: Record<string, unknown>;
  textStart: number;
  isDraft: boolean;
  department: string;
  with: string[];
  topics: string[];
  places: string[];
  people: [id: string, role: string | null][];
  events: (Record<string, unknown> & { place: string | null })[];
}

/** A release to keep, and the register entries that its reading came upon. */
export function storeRelease(release: Release, textStart: number): { stored: StoredRelease; entries: EntryKey[] } {
  const {
    id: _id,
    path: _path,
    language: _language,
    address: _address,
    versions: _versions,
    text: _text,
    fileDigest: _digest,
    ...kept
  } = release;
  const { state, department, with: departments, topics, places, people, events, ...fields } = kept;
  const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
  const eventPlaces = events.flatMap(({ place }) => place ?? []);
  const stored: StoredRelease = {
    fields: withNulls(fields) as Record<string, unknown>,
    textStart,
    isDraft: state === "draft",
    department: department.id,
    with: ids(departments),
    topics: ids(topics),
    places: ids(places),
    people: people.map(({ person, role }) => [person.id, role ?? null]),
    events: events.map(({ place, ...event }) => ({ ...(withNulls(event) as object), place: place?.id ?? null })),
  };
  const keys = (register: keyof Registers, entries: readonly Entry[]) => entries.map(({ id }): EntryKey => `${register}/${id}`);
  return {
    stored,
    entries: [
      ...keys("departments", [department, ...departments]),
      ...keys("topics", topics),
      ...keys("places", [...places, ...eventPlaces]),
      ...keys(
        "people",
        people.map(({ person }) => person),
      ),
    ],
  };
}

/** The release that was stored; every register entry that it names must be there. Its state depends on the moment (ms) of the build. */
export function reviveRelease(
  stored: StoredRelease,
  place: { id: string; path: string; fileDigest: string; registers: Registers; now: number },
): Release {
  const { id, path, fileDigest, registers, now } = place;
  const find = <T>(register: ReadonlyMap<string, T>, id: string): T => {
    const entry = register.get(id);
    if (!entry) throw new Error(`Der Cache nennt den Eintrag ${id}, den es nicht gibt.`);
    return entry;
  };
  const fields = withoutNulls(stored.fields) as Omit<Release, "text" | "path" | "state">;
  const address = releaseAddress(id);
  // Every field by its name, in the order of a release just read.
  return {
    id,
    path,
    language: "de",
    address,
    state: stored.isDraft ? "draft" : fields.published > now ? "embargoed" : "public",
    title: fields.title,
    date: fields.date,
    published: fields.published,
    summary: fields.summary,
    department: find(registers.departments, stored.department),
    with: stored.with.map((office) => find(registers.departments, office)),
    topics: stored.topics.map((topic) => find(registers.topics, topic)),
    kind: fields.kind,
    people: stored.people.map(([person, role]) => ({ person: find(registers.people, person), role: role ?? undefined })),
    places: stored.places.map((at) => find(registers.places, at)),
    events: stored.events.map(({ place: at, ...event }) => ({
      ...(withoutNulls(event) as Omit<Release["events"][number], "place">),
      place: at === null ? undefined : find(registers.places, at),
    })),
    number: fields.number,
    contact: fields.contact,
    images: fields.images,
    attachments: fields.attachments,
    pinnedUntil: fields.pinnedUntil,
    corrections: fields.corrections,
    withdrawn: fields.withdrawn,
    comments: fields.comments,
    approvedComments: fields.approvedComments,
    aliases: fields.aliases,
    source: fields.source,
    reconstructed: fields.reconstructed,
    translation: fields.translation,
    text: textLater(path, fileDigest, stored.textStart),
    fileDigest,
    textLine: fields.textLine,
    versions: [{ language: "de", address, title: fields.title }],
  };
}

/** A language version as JSON keeps it between builds. */
export interface StoredVersion {
  fields: Record<string, unknown>;
  textStart: number;
  roles: [string, string][];
  imageTexts: [string, Record<string, unknown>][];
}

/** A version to keep. */
export function storeVersion(version: Version, textStart: number): StoredVersion {
  const { text: _text, path: _path, fileDigest: _digest, roles, imageTexts, ...fields } = version;
  return {
    fields: withNulls(fields) as Record<string, unknown>,
    textStart,
    roles: [...roles],
    imageTexts: [...imageTexts].map(([file, texts]) => [file, withNulls(texts) as Record<string, unknown>]),
  };
}

/** The version that was stored. */
export function reviveVersion(stored: StoredVersion, { path, fileDigest }: { path: string; fileDigest: string }): Version {
  return {
    ...(withoutNulls(stored.fields) as Omit<Version, "text" | "path" | "roles" | "imageTexts">),
    path,
    roles: new Map(stored.roles),
    imageTexts: new Map(
      stored.imageTexts.map(([file, texts]) => [file, withoutNulls(texts) as { alt: string; caption: string | undefined }]),
    ),
    text: textLater(path, fileDigest, stored.textStart),
    fileDigest,
  };
}

/** JSON has no undefined, and a release has no null: so one stands for the other, and no field goes missing. */
function withNulls(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNulls(inner)]));
}

/** Turns every null back, in place. */
function withoutNulls(value: object): object {
  const record = value as Record<string, unknown>;
  for (const key of Object.keys(record)) {
    const inner = record[key];
    if (inner === null) record[key] = undefined;
    else if (typeof inner === "object") withoutNulls(inner);
  }
  return record;
}
