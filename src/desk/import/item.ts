import type { NewEntry } from "./registers.ts";

/** How the text of an item is written in its source. */
export type TextForm = "html" | "wordpress" | "typo3" | "markdown" | "plain" | "own";

/** Why an item is not public in its source; `public` where it is. */
export type Status = "public" | "draft" | "scheduled" | "private" | "password" | "trash";

/** The groups of words by which sources sort their texts. */
export const TERM_GROUPS = ["departments", "categories", "tags", "authors", "sections", "places"] as const;

/** A group of words by which sources sort their texts. */
export type TermGroup = (typeof TERM_GROUPS)[number];

/** A word by which an item is sorted in its source, as it is written there. */
export interface Term {
  group: TermGroup;
  name: string;
}

/** A picture or file that an item names: where its source says that it lies, and what is said of it. */
export interface GivenFile {
  source: string;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  license?: string | undefined;
  title?: string | undefined;
  accessible?: boolean | undefined;
}

/** An approved comment, without what identifies its author but the name that was public. */
export interface GivenComment {
  id: string;
  name: string;
  date: readonly string[];
  text: string;
  replyTo: string | undefined;
}

/** One text of a source, as it stands there: nothing is judged or changed yet. */
export interface Item {
  /** Where it stands, for people: a file, and its number or line there. */
  place: string;
  /** What names it in its source for ever. */
  key: string;
  /** What it is: `post`, or what its source calls it. */
  kind: string;
  status: Status;
  /** May hold HTML and entities; empty where there is none. */
  title: string;
  text: string;
  form: TextForm;
  /** True where the source holds the beginning of the text alone. */
  isExcerpt?: boolean;
  summary?: string | undefined;
  /** As they are written, the best first. */
  dates: readonly string[];
  /** Old addresses, the one that was shown first: whole, or paths. */
  addresses: readonly string[];
  slug?: string | undefined;
  language?: string | undefined;
  terms: readonly Term[];
  number?: string | undefined;
  /** Pictures that belong to it beside those of its text. */
  pictures?: readonly GivenFile[];
  attachments?: readonly GivenFile[];
  comments?: readonly GivenComment[];
  /** The folder on the disk in which relative files lie. */
  folder?: string | undefined;
  /** A file of the library of the source, which other items name by its number. */
  media?: { id: string } & GivenFile;
  /** The archive's own id, where the source has one. */
  id?: string;
  /** Entries of registers that it names by the archive's own ids. */
  entries?: readonly NewEntry[];
  /** Fields of a head that are the archive's own already. */
  own?: Readonly<Record<string, unknown>>;
  /** Where the files that these fields name lie on the disk. */
  ownFiles?: Readonly<Record<string, string>>;
  /** What it said before, by the numbers that its corrections name. */
  ownEditions?: readonly Readonly<{ number: number } & Record<string, unknown>>[];
  /** What it is a language version of, by its key. */
  versionOf?: string | undefined;
  /** When its source said so, where the source is one of several states in time. */
  seen?: string | undefined;
}

/** What a source says of itself. */
export interface About {
  title?: string | undefined;
  language?: string | undefined;
  /** The address that the old site had. */
  address?: string | undefined;
}

/** A source that can be read more than once, each time in the same order. */
export interface Source {
  about: () => About;
  read: () => AsyncGenerator<Item>;
  /** What was found wrong with the source itself, in German. */
  faults: () => readonly string[];
}
