import type { Registers } from "../../content/registers.ts";
import { toSlug } from "../../content/slugs.ts";
import { slugOf } from "../releases/slug.ts";
import { type Item, TERM_GROUPS, type TermGroup } from "./item.ts";
import type { Mapping } from "./mapping.ts";

/** The words by which a source sorts, with how many items have each. */
export type TermCounts = ReadonlyMap<TermGroup, ReadonlyMap<string, number>>;

/** The register to which the words of a group belong unless the city says otherwise. */
const REGISTER_OF: Readonly<Record<TermGroup, "departments" | "topics" | "places" | undefined>> = {
  departments: "departments",
  categories: "topics",
  tags: "topics",
  authors: undefined,
  sections: undefined,
  places: "places",
};

/** Words by which systems sort what nobody sorted. */
const SAYS_NOTHING = /^(uncategori[sz]ed|unkategorisiert|allgemein|ohne kategorie|sonstiges|news|aktuelles|posts?|blog|nachrichten)$/i;

/** Counts the words of items as they come. */
export function countTerms(): { add: (terms: Item["terms"]) => void; counts: TermCounts } {
  const counts = new Map(TERM_GROUPS.map((group) => [group, new Map<string, number>()]));
  return {
    counts,
    add: (terms) => {
      for (const { group, name } of terms) {
        const names = counts.get(group) as Map<string, number>;
        const plain = plainName(name);
        if (plain !== "") names.set(plain, (names.get(plain) ?? 0) + 1);
      }
    },
  };
}

/** The name of a word of a source: entities resolved, in one line. */
export function plainName(name: string): string {
  return name
    .replace(/&amp;/g, "&")
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;|\s+/g, " ")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .slice(0, 200);
}

/**
 * What the words of a source that `known` does not settle yet become: entries of a register by their name, joined where only spelling
 * differs. Tags count only where a source has no categories, since there are often thousands.
 */
export function proposeMeanings(counts: TermCounts, known: Partial<Mapping>, registers: Registers): Map<TermGroup, Map<string, string>> {
  const hasCategories = [...(counts.get("categories")?.keys() ?? [])].some((name) => !SAYS_NOTHING.test(name));
  const taken = new Map<string, string>();
  const proposed = new Map<TermGroup, Map<string, string>>();
  for (const group of TERM_GROUPS) {
    const own = new Map<string, string>();
    const register = REGISTER_OF[group];
    const isUsed = register !== undefined && !(group === "tags" && hasCategories);
    const names = [...(counts.get(group) ?? [])].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    for (const [name] of names) {
      if (known[group]?.[name] !== undefined) continue;
      const id = isUsed && !SAYS_NOTHING.test(name) ? entryId(name, registers[register], taken, register) : undefined;
      own.set(name, id === undefined ? "ignore" : `${register}/${id}`);
    }
    proposed.set(group, own);
  }
  return proposed;
}

/** The id of the entry that a name means: one whose name differs in spelling only, or a new one made of the name. */
function entryId(name: string, entries: Registers["topics" | "places" | "departments"], taken: Map<string, string>, register: string) {
  const key = `${register} ${spelling(name)}`;
  const known =
    taken.get(key) ?? [...entries.values()].find((entry) => spelling(entry.name) === spelling(name) || entry.id === toSlug(name))?.id;
  const id = known ?? (slugOf(name) ?? toSlug(name)).slice(0, 80).replace(/-+$/, "");
  if (id === "") return undefined;
  taken.set(key, id);
  return id;
}

/** A name without what people write in two ways: case, umlauts, hyphens, "und" and "&". */
export function spelling(name: string): string {
  return toSlug(name.replace(/\s*(?:&|\+)\s*/g, " und ").replace(/\band\b/gi, "und")).replaceAll("-", "");
}
