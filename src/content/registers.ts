import { mainLanguage } from "../languages.ts";
import type { Contact } from "./contact.ts";
import { REGISTER_SCHEMAS, type RegisterName } from "./register-schema.ts";

/** What every register entry has: the id that releases write, its name, and its names in other languages where these are known. */
export interface Entry {
  id: string;
  name: string;
  names: Readonly<Record<string, string>>;
  description: string | undefined;
  aliases: readonly string[];
}

/** The name of an entry in a language; the German one where it has no other. */
export function nameIn(entry: Pick<Entry, "name" | "names">, language: string): string {
  const known = [language, mainLanguage(language)].find((tag) => Object.hasOwn(entry.names, tag));
  return (known && entry.names[known]) ?? entry.name;
}

/** An office of the city. */
export interface Department extends Entry {
  contact: Contact | undefined;
  formerNames: readonly { name: string; names: Readonly<Record<string, string>>; until: string }[];
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

/** A topic and all above it, the narrowest first. */
export function withBroader(topic: Topic, topics: ReadonlyMap<string, Topic>): Topic[] {
  const way = new Set<Topic>();
  for (let at: Topic | undefined = topic; at && !way.has(at); at = at.broader === undefined ? undefined : topics.get(at.broader))
    way.add(at);
  return [...way];
}
