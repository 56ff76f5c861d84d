import { type Language, releaseAddress } from "../../addresses.ts";
import type { CityDate } from "../../dates.ts";
import type { Contact } from "../contact.ts";
import type { Department, Person, Place, Topic } from "../registers.ts";

/** A picture of a release; `width` and `height` in pixels, `digest` names its content. */
export interface Image {
  file: string;
  digest: string;
  width: number;
  height: number;
  alt: string;
  caption: string | undefined;
  credit: string;
  license: string | undefined;
}

/** A file to download with a release; `digest` names its content, `size` is in bytes. */
export interface Attachment {
  file: string;
  digest: string;
  address: string;
  title: string;
  size: number;
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
  text: () => string;
  fileDigest: string;
  textLine: number;
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
    fileDigest: version.fileDigest,
    textLine: version.textLine,
  };
}

/** All that a release and its versions are made of, beside the settings and the program: cheaper to name than all that they hold. */
export function originOf(original: Release, versions: readonly Version[]): unknown {
  const {
    id,
    state,
    fileDigest,
    department,
    with: departments,
    topics,
    people,
    places,
    events,
    images,
    attachments,
    approvedComments,
  } = original;
  const entries = [department, ...departments, topics, places, people.map(({ person }) => person), events.map(({ place }) => place)];
  return [
    id,
    state,
    fileDigest,
    entries,
    images,
    attachments,
    approvedComments,
    versions.map((version) => [version.language, version.fileDigest]),
  ];
}

/** What stands for a title that must not be shown any more. */
const HIDDEN_TITLES: Record<Language, string> = {
  de: "Zurückgezogene Meldung",
  en: "Withdrawn release",
  "de-simple": "Zurückgezogene Meldung",
};

/** What remains of a withdrawn release: its address, date, office and the reason. Nothing of its text can leave from here. */
export function withoutContent(release: Release): Release {
  const titleIn = (language: Language, title: string) => (release.withdrawn?.hidesTitle ? HIDDEN_TITLES[language] : title);
  const title = titleIn(release.language, release.title);
  return {
    ...release,
    title,
    summary: "",
    people: [],
    places: [],
    events: [],
    number: undefined,
    contact: release.department.contact,
    images: [],
    attachments: [],
    pinnedUntil: undefined,
    corrections: [],
    comments: "off",
    approvedComments: [],
    source: undefined,
    reconstructed: [],
    translation: undefined,
    text: () => "",
    versions: release.versions.map((version) => ({ ...version, title: titleIn(version.language, version.title) })),
  };
}
