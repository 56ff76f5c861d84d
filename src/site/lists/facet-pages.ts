import { facetAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS } from "../../archive/facets.ts";
import { type Entry, nameIn, type Person, type Topic } from "../../content/registers.ts";
import type { Link, Page, View } from "../pages.ts";
import { createOrder, initialOf, surnameOf } from "./collation.ts";
import { linkTo, type Way } from "./entry-notes.ts";
import { entryPages } from "./entry-pages.ts";
import { withDistinctions } from "./listing.ts";

/** From so many entries on an overview has letters as headings. */
const LETTERS_FROM = 40;

/** An entry in an overview, with the narrower ones below it. */
export interface OverviewEntry extends Link {
  description: string | undefined;
  /** What tells people apart: the office that a person holds or held last. */
  detail: string | undefined;
  count: number;
  narrower: readonly OverviewEntry[];
}

/** All entries of a facet, of many under their letters. */
export interface OverviewView extends View {
  layout: "overview";
  groups: readonly { letter: string | undefined; entries: readonly OverviewEntry[] }[];
}

/** The ways of browsing beside time, in each language: an overview of each facet and the pages of its entries. */
export function facetPages(archive: Archive): Page[] {
  return archive.site.languages.flatMap((language) =>
    FACETS.flatMap((facet) => {
      const entries = archive.entriesOf(facet.name, language);
      if (entries.length === 0) return [];
      const way: Way = { archive, facet, language, byId: new Map(entries.map((entry) => [entry.entry.id, entry])) };
      return [overview(way), ...entries.flatMap((entry) => entryPages(way, entry)).map((page) => withDistinctions(page, archive.context))];
    }),
  );
}

function overview({ archive, facet, language, byId }: Way): OverviewView {
  const words = archive.context.messages.in(language).facets[facet.name];
  const entries = [...byId.values()];
  const isIn = (id: string | undefined) => id !== undefined && byId.has(id);
  const shown = (id: string | undefined): { entry: Entry; line: OverviewEntry }[] =>
    entries
      .filter(({ entry }) => {
        const { broader } = entry as Partial<Topic>;
        return (isIn(broader) ? broader : undefined) === id;
      })
      .map(({ entry, releases }) => ({
        entry,
        line: {
          ...linkTo(facet, entry, language),
          description: entry.description,
          detail: facet.name === "people" && language === archive.site.language ? officeOf(entry as Person) : undefined,
          count: releases.length,
          narrower: shown(entry.id).map(({ line }) => line),
        },
      }));
  const top = shown(undefined);
  const sortedBy = ({ entry }: (typeof top)[number]) =>
    facet.name === "people" ? surnameOf(nameIn(entry, language)) : nameIn(entry, language);
  // Topics stand as the city put them, as long as they can be looked through.
  if (facet.name !== "topics" || top.length >= LETTERS_FROM) {
    const order = createOrder(language);
    top.sort((a, b) => order(sortedBy(a), sortedBy(b)) || order(a.line.label, b.line.label));
  }
  const letters = top.length < LETTERS_FROM ? [] : [...new Set(top.map((one) => initialOf(sortedBy(one))))];
  const linesOf = (letter?: string) =>
    top.filter((one) => letter === undefined || initialOf(sortedBy(one)) === letter).map(({ line }) => line);
  return {
    layout: "overview",
    kind: "list",
    address: facetAddress(facet.name, undefined, undefined, undefined, language),
    language,
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    groups:
      letters.length > 0 ? letters.map((letter) => ({ letter, entries: linesOf(letter) })) : [{ letter: undefined, entries: linesOf() }],
  };
}

/** The office that a person holds, or the last that the register names. */
function officeOf({ roles }: Person): string | undefined {
  return (roles.findLast(({ to }) => to === undefined) ?? roles.at(-1))?.title;
}
