import type { Field } from "./field.ts";
import { type Case, compound, type Noun, phrase, type Verb } from "./grammar.ts";
import { makeStreet } from "./names.ts";
import { chance, pick, pickEarly, type Random } from "./random.ts";
import type { Scene } from "./scene.ts";
import * as words from "./words.ts";

interface Category {
  nouns: (field: Field, random: Random) => readonly Noun[];
  /** The share of nouns that are compounds. */
  compounds: number;
  adjectives: (field: Field, random: Random) => readonly string[];
  verbs: (field: Field, random: Random) => readonly Verb[];
}

const ofThings = (field: Field, random: Random): readonly string[] => (chance(random, 0.3) ? field.adjectives : words.ADJECTIVES);

const CATEGORIES: Readonly<Record<string, Category>> = {
  thing: {
    nouns: (field) => field.things,
    compounds: 0.6,
    adjectives: ofThings,
    verbs: (field, random) => (chance(random, 0.35) ? field.verbs : words.THING_VERBS),
  },
  act: { nouns: () => words.ACTS, compounds: 0.72, adjectives: ofThings, verbs: () => words.ACT_VERBS },
  paper: { nouns: () => words.PAPERS, compounds: 0.78, adjectives: ofThings, verbs: () => words.PAPER_VERBS },
  gathering: { nouns: () => words.GATHERINGS, compounds: 0.68, adjectives: ofThings, verbs: () => words.GATHERING_VERBS },
  body: { nouns: () => words.BODIES, compounds: 0.68, adjectives: () => words.BODY_ADJECTIVES, verbs: () => words.ACT_VERBS },
  value: { nouns: () => words.VALUES, compounds: 0.12, adjectives: () => words.VALUE_ADJECTIVES, verbs: () => words.VALUE_VERBS },
  fund: { nouns: () => words.FUNDS, compounds: 0.62, adjectives: ofThings, verbs: () => words.ACT_VERBS },
  group: {
    nouns: (field, random) => (chance(random, 0.55) ? field.groups : words.GROUPS),
    compounds: 0.12,
    adjectives: () => words.PEOPLE_ADJECTIVES,
    verbs: () => words.VALUE_VERBS,
  },
};

function category(name: string): Category {
  const found = CATEGORIES[name];
  if (!found) throw new Error(`no category ${name}`);
  return found;
}

function stutters(part: string, noun: Noun): boolean {
  const word = noun.singular.toLowerCase();
  const stem = part.toLowerCase().slice(0, 4);
  return word.includes(stem) || part.toLowerCase().includes(word.slice(0, 4));
}

function choosePart(field: Field, random: Random, ofField = 0.78): string {
  return pickEarly(random, chance(random, ofField) ? field.parts : words.GENERAL_PARTS);
}

/** Gives a noun of a category, most often a compound made on the spot. */
export function makeNoun(random: Random, field: Field, name: string): Noun {
  const { nouns, compounds } = category(name);
  const head = pickEarly(random, nouns(field, random));
  // Long heads are compounds already.
  const share = head.singular.length > 12 && name !== "group" ? compounds / 3 : compounds;
  if (!chance(random, share)) return chance(random, 0.4) ? explained(random, field, name, head) : head;
  const part = choosePart(field, random, name === "group" ? 1 : undefined);
  if (stutters(part, head)) return head;
  if (name !== "group" && chance(random, 0.15)) {
    const inner = pickEarly(random, words.INNER_PARTS);
    if (!stutters(inner, head) && !stutters(part, { ...head, singular: inner })) {
      const start = part.endsWith("-") ? part + inner.charAt(0).toUpperCase() + inner.slice(1) : part + inner;
      return compound(start, head);
    }
  }
  const noun = compound(part, head);
  if (name !== "group" && !part.endsWith("-") && chance(random, 0.05)) {
    const other = choosePart(field, random);
    if (!other.endsWith("-") && other !== part && !stutters(other, head)) return together(`${other}- und `, noun);
  }
  return noun;
}

/** Gives a noun with what it is about: "Sanierung der Brücke", "Konzept für Schulhöfe". */
function explained(random: Random, field: Field, name: string, head: Noun): Noun {
  const thing = (article: string, form: Case, plural: boolean): string =>
    phrase(makeNoun(random, field, "thing"), { article, adjectives: [], case: form, plural });
  if (name === "act")
    return { ...head, tail: chance(random, 0.5) ? thing("der", "G", chance(random, 0.5)) : `von ${thing("-", "D", true)}` };
  if (name === "paper") return { ...head, tail: `für ${thing("-", "A", true)}` };
  if (name === "gathering" && chance(random, 0.5)) return { ...head, tail: `zum Thema ${thing("-", "N", false)}` };
  return head;
}

function together(start: string, noun: Noun): Noun {
  return { ...noun, singular: start + noun.singular, plural: noun.plural === undefined ? undefined : start + noun.plural };
}

function streetNoun(random: Random): Noun {
  const { name, gender } = makeStreet(random);
  return { gender, singular: name, plural: undefined, kind: "usual", tail: "" };
}

/** Gives the noun for a place in a sentence, often one that the text has used before. */
export function chooseNoun(scene: Scene, name: string, plural: boolean): Noun {
  const { random, field, recent } = scene;
  if (name === "subject") return scene.subject;
  if (name === "office") return scene.office.noun;
  if (name === "street") return streetNoun(random);
  const known = recent.get(name) ?? [];
  if (known.length > 0 && chance(random, 0.42)) {
    const noun = pick(random, known);
    if (noun !== scene.last.noun && (!plural || noun.plural !== undefined)) return noun;
  }
  let noun = makeNoun(random, field, name);
  for (let tries = 0; plural && noun.plural === undefined && tries < 20; tries++) noun = makeNoun(random, field, name);
  if (known.length < 4) recent.set(name, [...known, noun]);
  return noun;
}

/** Gives the stem of an adjective that suits a category of nouns. */
export function chooseAdjective(scene: Scene, name: string): string {
  const { random, field } = scene;
  const { adjectives, verbs } = category(name === "subject" ? scene.subjectCategory : name);
  const kind = random();
  if (name !== "group" && name !== "value" && name !== "body") {
    if (kind < 0.07) return pickEarly(random, verbs(field, random)).participle.replace(/^.* /, "");
    if (kind < 0.14) {
      const part = choosePart(field, random).replace(/-$/, "");
      if (/^\p{Lu}\p{Ll}+$/u.test(part)) return part.toLowerCase() + pickEarly(random, words.ADJECTIVE_ENDINGS);
    }
  }
  if (kind > 0.985) return "Probestädter";
  return pickEarly(random, adjectives(field, random));
}

/** Gives a verb for what one does with a category of nouns. */
export function chooseVerb(scene: Scene, name: string): Verb {
  return pickEarly(scene.random, category(name).verbs(scene.field, scene.random));
}
