import { facetAddress, type Language } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Facet, FacetEntry } from "../../archive/facets.ts";
import { type Department, type Entry, nameIn, type Person, type Topic } from "../../content/registers.ts";
import { fill } from "../../messages.ts";
import type { Link } from "../pages.ts";
import type { ListingView } from "./listing.ts";

/** One facet in one language, with its entries. */
export interface Way {
  archive: Archive;
  facet: Facet;
  language: Language;
  byId: ReadonlyMap<string, FacetEntry>;
  /** True where its only entry has every release, as the office of a city that has one: its years are those of the archive. */
  isSole: boolean;
  /** Compares names as dictionaries of the language do; made once, since it costs as much as a page. */
  order: (a: string, b: string) => number;
}

/** What the register says of an entry: former names and successor of an office, an official's terms, the topics above and below. */
export function notesOf({ archive, facet, language, byId }: Way, entry: Entry): ListingView["notes"] {
  const { registers } = archive;
  const words = archive.context.messages.in(language).facets.notes;
  const note = (label: string, items: readonly { text: string; address: string | undefined }[]) =>
    items.length > 0 ? [{ label, items }] : [];
  const link = (id: string | undefined, register: ReadonlyMap<string, Entry>) => {
    const other = id === undefined ? undefined : register.get(id);
    if (!other) return [];
    return [
      {
        text: linkTo(facet, other, language).label,
        address: byId.has(other.id) ? facetAddress(facet.name, other.id, undefined, undefined, language) : undefined,
      },
    ];
  };
  switch (facet.name) {
    case "topics": {
      const narrower = [...byId.values()].filter((other) => (other.entry as Topic).broader === entry.id);
      return [
        ...note(words.broader, link((entry as Topic).broader, registers.topics)),
        ...note(
          words.narrower,
          narrower.flatMap((other) => link(other.entry.id, registers.topics)),
        ),
      ];
    }
    case "departments": {
      const { formerNames, successor } = entry as Department;
      return [
        ...note(
          words.formerNames,
          formerNames.map(({ name, names, until }) => ({
            text: fill(words.until, { name: nameIn({ name, names }, language), until: written(until) }),
            address: undefined,
          })),
        ),
        ...note(words.successor, link(successor, registers.departments)),
      ];
    }
    case "people":
      return note(
        words.roles,
        (entry as Person).roles.map(({ title, from, to }) => ({
          text: fill(termOf(from, to, words), { title, from: written(from), to: written(to) }),
          address: undefined,
        })),
      );
    default:
      return [];
  }
}

/** The phrase that says what is known of a term. */
function termOf(from: string | undefined, to: string | undefined, words: { term: string; termFrom: string; termTo: string }): string {
  if (from === undefined) return to === undefined ? "{title}" : words.termTo;
  return to === undefined ? words.termFrom : words.term;
}

/** A date of a register as its year: nobody needs the day an office was renamed in a headline. */
function written(date: string | undefined): string {
  return date?.slice(0, 4) ?? "";
}

/** The page of an entry, by its name in a language. */
export function linkTo(facet: Facet, entry: Entry, language: Language): Link {
  return { label: nameIn(entry, language), address: facetAddress(facet.name, entry.id, undefined, undefined, language) };
}
