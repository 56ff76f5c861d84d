import type { Department } from "./departments.ts";
import type { Field } from "./field.ts";
import type { Noun } from "./grammar.ts";
import type { Random } from "./random.ts";

/** What the sentences of one release have in common, and what was said last. */
export interface Scene {
  readonly random: Random;
  readonly field: Field;
  readonly office: Department;
  /** The districts that the release is about, the first one above all; at least two. */
  readonly places: readonly string[];
  /** The mayor with the title in front. */
  readonly mayor: string;
  /** The day of publication, from 1970-01-01, and its year. */
  readonly day: number;
  readonly year: number;
  /** What the release is about, and of which category that is. */
  readonly subject: Noun;
  readonly subjectCategory: string;
  /** Nouns used before, by category: a text comes back to its words. */
  readonly recent: Map<string, Noun[]>;
  /** Frames used before: a text does not say the same twice. */
  readonly used: Set<string>;
  /** Whether the last nominative is a plural: the verb follows it. */
  verbPlural: boolean;
  /** The last noun phrase: a relative pronoun follows it. */
  last: { noun: Noun; plural: boolean };
}
