import { type Language, releaseAddress } from "../../addresses.ts";
import { beginOf, type CityDate } from "../../dates.ts";
import type { Problem } from "../../problems.ts";
import type { Contact } from "../contact.ts";
import { departmentAt, roleAt } from "../register-history.ts";
import type { Department, Person, Place, Registers } from "../registers.ts";
import type { Attachment } from "./attachment.ts";
import type { REGISTER_FIELDS } from "./schema.ts";

/** A picture of a release; `width` and `height` in pixels, `digest` names its content. */
export interface Image {
  file: string;
  digest: string;
  width: number;
  height: number;
  alt: string;
  caption: string | undefined;
  /** Undefined where the archive says that nobody knows it. */
  credit: string | undefined;
  license: string | undefined;
  /** True where the archive supplied the words of the picture. */
  isSupplied: boolean;
}

/** A date that people can go to; `id` where an editor wrote one, by which calendars know it. */
export interface Event {
  id: string | undefined;
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

/** What the head of an old version says, checked; `withheld` is the reason for which nobody is shown its text. */
export interface EditionFields {
  title: string;
  /** Undefined where it is the date of the release as it is now. */
  date: CityDate | undefined;
  summary: string | undefined;
  withheld: string | undefined;
  textLine: number;
}

/** What a release said before a correction, in one language; no text and no title where it is withheld. */
export interface Edition extends EditionFields {
  number: number;
  language: Language;
  path: string;
  text: () => string;
  fileDigest: string;
  /** The date of the correction that ended it, with its note, and the date from which it stood. */
  until: CityDate;
  note: string;
  from: CityDate;
}

/** Another release as a link to it shows it. */
export type ReleaseLink = Pick<Release, "id" | "address" | "language" | "title" | "date" | "reconstructed">;

/** The register entries that a release lists, by field. */
export type RegisterLists = {
  [Field in keyof typeof REGISTER_FIELDS]: readonly (Registers[(typeof REGISTER_FIELDS)[Field]] extends ReadonlyMap<string, infer E>
    ? E
    : never)[];
};

/**
 * A press release in one language, from reading to printing; every field is present, `undefined` where an editor wrote none.
 * `id` is its identity (`2017/11/japan-delegation`), `published` the moment (ms) from which it is public.
 */
export interface Release extends RegisterLists {
  id: string;
  path: string;
  language: Language;
  /** The language in which it was issued: of the release itself, unless this is one of its versions. */
  originalLanguage: Language;
  address: string;
  state: "public" | "draft" | "embargoed";
  title: string;
  date: CityDate;
  published: number;
  summary: string;
  /** True where nobody wrote a summary, so that it is the text's first sentence. */
  isSummaryDerived: boolean;
  department: Department;
  /** The id of the earlier release that this one follows. */
  follows: string | undefined;
  /** That release, and those that follow this one, the oldest first; both only where they are public (src/archive/follow-ups.ts). */
  followed: ReleaseLink | undefined;
  followUps: readonly ReleaseLink[];
  kind: "release" | "invitation" | "statement" | "notice";
  people: readonly { person: Person; role: string | undefined }[];
  events: readonly Event[];
  number: string | undefined;
  contact: Contact | undefined;
  images: readonly Image[];
  attachments: readonly Attachment[];
  pinnedUntil: number | undefined;
  /** The newest first; `edition` is the number of the old version that a correction has ended, where it is kept. */
  corrections: readonly { date: CityDate; note: string; edition: number | undefined }[];
  /** What it said before, the oldest first (src/archive/editions.ts). */
  editions: readonly Edition[];
  withdrawn: { date: CityDate; reason: string; hidesTitle: boolean } | undefined;
  comments: "open" | "closed" | "off";
  approvedComments: readonly Comment[];
  aliases: readonly string[];
  source: { url: string | undefined; note: string | undefined } | undefined;
  reconstructed: readonly string[];
  translation: { kind: "official" | "unofficial" | "machine"; by: string | undefined } | undefined;
  /** The Markdown, read when it is asked for: fifty thousand texts at once would fill the memory. */
  text: () => string;
  /** The digest of the file that holds the text. */
  fileDigest: string;
  /** Line of the source file at which `text` begins. */
  textLine: number;
  /** All languages of this release, its own included. */
  versions: readonly Alternate[];
}

/** What the head of a release says, checked; the rest follows from where its file lies. */
export interface ReleaseFields
  extends Omit<
    Release,
    "id" | "path" | "language" | "address" | "state" | "text" | "fileDigest" | "versions" | "editions" | "followed" | "followUps"
  > {
  draft: boolean;
  /** What is to be told until a moment (ms): of corrections and a withdrawal that take effect then. */
  announced: readonly { until: number; change: "correction" | "withdrawal"; problem: Problem }[];
}

/**
 * Where a release stands: its id and file, the digest of the file, its text, and the moment (ms) and time zone for which it is
 * read.
 */
export interface ReleasePlace {
  id: string;
  path: string;
  fileDigest: string;
  text: () => string;
  now: number;
  timeZone: string;
}

/**
 * The release that a head makes at its place; its fields always come in the same order. Corrections and a withdrawal are in it from their
 * day on, and offices and people bear the names and roles that the registers know for its date.
 */
export function releaseAt(place: ReleasePlace, { draft, announced: _, ...fields }: ReleaseFields): Release {
  const { id, path, fileDigest, text, now, timeZone } = place;
  const address = releaseAddress(id);
  const language = fields.originalLanguage;
  const state = draft ? "draft" : fields.published > now ? "embargoed" : "public";
  const versions = [{ language, address, title: fields.title }];
  const { date, withdrawn } = fields;
  const then = {
    department: departmentAt(fields.department, date),
    with: fields.with.map((department) => departmentAt(department, date)),
    people: fields.people.map(({ person, role }) => ({ person, role: role ?? roleAt(person, date) })),
    corrections: fields.corrections.filter((correction) => beginOf(correction.date, timeZone) <= now),
    withdrawn: withdrawn && beginOf(withdrawn.date, timeZone) <= now ? withdrawn : undefined,
  };
  return {
    id,
    path,
    language,
    address,
    state,
    ...fields,
    ...then,
    editions: [],
    followed: undefined,
    followUps: [],
    text,
    fileDigest,
    versions,
  };
}

/** True for a version of a release, which is in another language than the release itself. */
export function isVersion({ language, originalLanguage }: Pick<Release, "language" | "originalLanguage">): boolean {
  return language !== originalLanguage;
}

/** What the head of a language version says, checked. */
export interface VersionFields {
  language: Language;
  draft: boolean;
  title: string;
  summary: string;
  isSummaryDerived: boolean;
  people: readonly { id: string; role: string }[];
  images: readonly { file: string; alt: string; caption: string | undefined }[];
  translation: Release["translation"];
  textLine: number;
}

/** What a language version says in place of its original. */
export interface Version extends VersionFields {
  path: string;
  text: () => string;
  fileDigest: string;
}

/** The release as one of its versions says it: a release like any other, in that language. */
export function inVersion(release: Release, version: Version): Release {
  const roleOf = (id: string) => version.people.find((own) => own.id === id)?.role;
  return {
    ...release,
    path: version.path,
    // Only a preview shows the draft of a version of what is public.
    state: version.draft ? "draft" : release.state,
    language: version.language,
    address: releaseAddress(release.id, version.language),
    title: version.title,
    summary: version.summary,
    isSummaryDerived: version.isSummaryDerived,
    people: release.people.map(({ person, role }) => ({ person, role: roleOf(person.id) ?? role })),
    images: release.images.map((image) => ({ ...image, ...version.images.find(({ file }) => file === image.file) })),
    translation: version.translation,
    aliases: [],
    text: version.text,
    fileDigest: version.fileDigest,
    textLine: version.textLine,
  };
}
