import type { Language } from "../../addresses.ts";

/** What stands behind a surname and belongs to no name: generations, degrees, parties and mandates. */
const BEHIND = /(?:,.*|\s*\([^)]*\)|\s+(?:[Jj]un|[Ss]en|[Jj]r|[Ss]r)\.?|\s+M\.?\s?A\.|\s+Md[BLEP]+|\s+[IVX]+\.?)$/u;

/** The surname in a person's name, by which lists are sorted: prefixes such as "von" do not count (DIN 5007-2). */
export function surnameOf(name: string): string {
  let bare = name.trim();
  for (let shorter = bare.replace(BEHIND, ""); shorter !== bare && shorter !== ""; shorter = bare.replace(BEHIND, "")) bare = shorter;
  return bare.split(/\s+/).at(-1) ?? bare;
}

/** Compares names as the dictionaries of a language do: "Ö" stands with "O" (DIN 5007-1), numbers by their value. */
export function createOrder(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(language, { numeric: true }).compare;
}

/** The letter under which a name stands, without its accent; "#" for what begins with none. */
export function initialOf(name: string): string {
  const [first = ""] = name.normalize("NFD").replace(/^[^\p{L}\p{N}]+/u, "");
  return /\p{L}/u.test(first) ? first.toUpperCase() : "#";
}
