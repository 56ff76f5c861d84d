import type { Registers } from "../../content/registers.ts";
import type { ReleaseFields } from "../../content/release/release.ts";

/** A person or place of the register that a text names. */
export interface Named {
  register: "people" | "places";
  id: string;
  name: string;
  at: number;
  /** How often it is named. */
  count: number;
}

/** Finds the people and places of the registers in prose, whole words only; made once, since there may be thousands. */
export type NameSearch = (prose: string) => Named[];

interface Known {
  register: Named["register"];
  id: string;
  name: string;
}

/** What stands before a name and is none of its own. */
const TITLES = /^(?:(?:Dr|Prof|Dipl|Ing|h|c|med|jur|phil|rer|nat|habil|Herr|Frau)\b[.\s-]*)+/;

/**
 * The search for the names of registers. A name of a single word counts for none, since too many are common ones; nor does one of two
 * entries.
 */
export function createNameSearch({ people, places }: Registers): NameSearch {
  const known = new Map<string, Known | undefined>();
  for (const [register, entries] of [
    ["people", people],
    ["places", places],
  ] as const)
    for (const { id, name } of entries.values()) {
      const plain = name
        .normalize("NFC")
        .replace(TITLES, "")
        .replace(/\s*[(,].*$/, "")
        .trim();
      if (!/^\p{Lu}\S*(?: \S+)+$/u.test(plain)) continue;
      known.set(plain, known.has(plain) ? undefined : { register, id, name });
    }
  const byWord = new Map<string, [string, Known][]>();
  for (const [plain, entry] of known) {
    const first = wordAt(plain, 0);
    if (!first || !entry) continue;
    const list = byWord.get(first);
    if (list) list.push([plain, entry]);
    else byWord.set(first, [[plain, entry]]);
  }
  return (prose) => {
    const found = new Map<string, Named>();
    if (byWord.size === 0) return [];
    CAPITAL.lastIndex = 0;
    while (CAPITAL.test(prose)) {
      const at = CAPITAL.lastIndex - 1;
      for (const [plain, entry] of byWord.get(wordAt(prose, at)) ?? []) {
        // A name may go on in the next line.
        if (prose.slice(at, at + plain.length).replaceAll("\n", " ") !== plain) continue;
        if (isOther(prose.slice(at + plain.length, at + plain.length + 40))) continue;
        const key = `${entry.register}/${entry.id}`;
        const before = found.get(key);
        if (before) before.count++;
        else found.set(key, { ...entry, at, count: 1 });
      }
    }
    return [...found.values()];
  };
}

/** A capital letter that begins a word, of Latin-1 and beyond: an expression that knows all letters takes ten times as long. */
const CAPITAL = /(?<![A-Za-z0-9\u00c0-\u1fff-])[A-Z\u00c0-\u00de\u0100-\u1fff]/g;

/** True where what follows a name makes it another: a longer word, a street or a school of that name. A genitive is the same. */
function isOther(following: string): boolean {
  return !/^s?(?![\p{L}\p{N}]|-\p{L}| ?-? ?(?:Straße|Platz|Weg|Allee|Schule|Gymnasium|Halle|Preis|Stiftung|Stadion|Haus)\b)/u.test(
    following,
  );
}

/** The word that begins at a place. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

/** True for a letter or digit; of signs beyond Latin-1 those of General Punctuation are none. */
function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x206f) && code !== 0xfffc;
}

/**
 * Those names that the head of the release does not list. A place is meant where the text comes back to it or the title has it: one that is
 * named in passing is not what a release is about.
 */
export function notListed(named: readonly Named[], { title, people, places, events, department, with: others }: ReleaseFields): Named[] {
  if (named.length === 0) return [];
  const listed = new Set([
    ...people.map(({ person }) => `people/${person.id}`),
    ...places.map(({ id }) => `places/${id}`),
    ...events.map(({ place }) => `places/${place?.id}`),
  ]);
  const offices = [department, ...others].map(({ name }) => name);
  const isMeant = ({ register, name, count }: Named) => register === "people" || count > 1 || title.includes(name);
  return named.filter((one) => {
    const { register, id, name } = one;
    return isMeant(one) && !listed.has(`${register}/${id}`) && !offices.some((office) => office.includes(name));
  });
}
