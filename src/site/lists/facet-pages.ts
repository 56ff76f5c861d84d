import { facetAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { FACETS } from "../../archive/facets.ts";
import { groupBy } from "../../archive/groups.ts";
import type { Person, Topic } from "../../content/registers.ts";
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
  const { site, context } = archive;
  return site.languages.flatMap((language) => {
    const order = createOrder(language);
    return FACETS.flatMap((facet) => {
      const entries = archive.entriesOf(facet.name, language);
      if (entries.length === 0) return [];
      const [only, ...others] = archive.entriesOf(facet.name, site.language).filter(({ releases }) => releases.length > 0);
      const isSole = others.length === 0 && only?.releases.length === archive.listed.length;
      const byId = new Map(entries.map((entry) => [entry.entry.id, entry]));
      const way: Way = { archive, facet, language, byId, isSole, order };
      return [overview(way), ...entries.flatMap((entry) => entryPages(way, entry)).map((page) => withDistinctions(page, context))];
    });
  });
}

/** An entry with the name by which it is sorted. */
interface Sorted {
  sortedBy: string;
  line: OverviewEntry;
}

function overview({ archive, facet, language, byId, order }: Way): OverviewView {
  const words = archive.context.messages.in(language).facets[facet.name];
  const below = groupBy([...byId.values()], ({ entry }) => {
    const { broader } = entry as Partial<Topic>;
    return broader !== undefined && byId.has(broader) ? broader : undefined;
  });
  const isOfPeople = facet.name === "people";
  const linesBelow = (id: string | undefined): Sorted[] =>
    (below.get(id) ?? []).map(({ entry, releases }) => {
      const link = linkTo(facet, entry, language);
      const line = {
        ...link,
        description: entry.description,
        detail: isOfPeople && language === archive.site.language ? officeOf(entry as Person) : undefined,
        count: releases.length,
        narrower: linesBelow(entry.id).map((narrower) => narrower.line),
      };
      return { line, sortedBy: isOfPeople ? surnameOf(link.label) : link.label };
    });
  const top = linesBelow(undefined);
  const hasLetters = top.length >= LETTERS_FROM;
  // Topics stand as the city put them, as long as they can be looked through.
  if (facet.name !== "topics" || hasLetters) top.sort((a, b) => order(a.sortedBy, b.sortedBy) || order(a.line.label, b.line.label));
  const groups = groupBy(top, ({ sortedBy }) => (hasLetters ? initialOf(sortedBy) : undefined));
  return {
    layout: "overview",
    kind: "list",
    address: facetAddress(facet.name, undefined, undefined, undefined, language),
    language,
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    groups: Array.from(groups, ([letter, lines]) => ({ letter, entries: lines.map(({ line }) => line) })),
  };
}

/** The office that a person holds, or the last that the register names. */
function officeOf({ roles }: Person): string | undefined {
  return (roles.findLast(({ to }) => to === undefined) ?? roles.at(-1))?.title;
}
