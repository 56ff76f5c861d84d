import { type Noun, type NounList, parseGroups, parseNouns, parseVerbs, type Verb } from "./grammar.ts";

/** A field of a town's work: its topics and departments (ids), its words, and sentences that only it needs. */
export interface Field {
  topics: readonly string[];
  departments: readonly string[];
  parts: readonly string[];
  things: readonly Noun[];
  groups: readonly Noun[];
  adjectives: readonly string[];
  verbs: readonly Verb[];
  facts: readonly string[];
  /** English nouns in the singular, for the English versions. */
  english: readonly string[];
}

/** A field as it is written down: lists are words with spaces between. */
export interface FieldText {
  topics: string;
  departments: string;
  parts: string;
  things: NounList;
  groups: string;
  adjectives: string;
  verbs: string;
  facts: string[];
  english: string[];
}

/** Reads a field from its text. */
export function field(text: FieldText): Field {
  const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);
  return {
    topics: words(text.topics),
    departments: words(text.departments),
    parts: words(text.parts),
    things: parseNouns(text.things),
    groups: parseGroups(text.groups),
    adjectives: words(text.adjectives),
    verbs: parseVerbs(text.verbs),
    facts: text.facts,
    english: text.english,
  };
}
