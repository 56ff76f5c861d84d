import { hint, type Problem, positionAt } from "../problems.ts";
import { fieldWords, type Schema } from "./schema.ts";
import type { Data } from "./yaml.ts";
import type { Locate } from "./yaml-positions.ts";

/**
 * The one form of a gap that somebody has to fill: in brackets with what belongs there, or, where brackets cannot stand, as a name. It is
 * looked for from where a name begins, so that a word of a hundred thousand letters costs little.
 */
const PLACEHOLDER = /\[bitte ausfüllen(?:: ?([^\]\n]*))?|(?<![\w.+-])[\w.+-]*bitte-ausfuellen[\w.@/-]*/giu;

/** A text that stands where somebody has to fill in what `what` says. */
export function placeholder(what: string): string {
  return `[Bitte ausfüllen: ${what}]`;
}

/** What stands for an address of an e-mail that nobody knows yet. */
export const PLACEHOLDER_EMAIL = "bitte-ausfuellen@stadt.example";

/** The gaps of a content file, each a hint until the first publication. */
export function findPlaceholders(text: string, path: string): Problem[] {
  const told = new Set<string>();
  return [...text.matchAll(PLACEHOLDER)].flatMap(({ index, 0: written, 1: what }) => {
    const at = positionAt(text, index);
    // A link says an address twice.
    const place = `${at.line} ${written}`;
    if (told.has(place)) return [];
    told.add(place);
    return {
      ...hint(
        "gap",
        path,
        at,
        `Hier ist noch eine Lücke: „${what?.trim() || written}“.`,
        "Füllen Sie sie vor der ersten Veröffentlichung aus; was nicht zutrifft, streichen Sie ganz.",
      ),
      isGap: true,
    };
  });
}

/** What an example invents: the names that stand for a city, an office and a person, and addresses that lead nowhere (RFC 2606). */
const INVENTED = /Muster|Beispiel|\.example\b|\b01234\b|des Landes$/;

/** The values that still say what the schema's examples say, each a hint until the first publication. */
export function findSamples(schema: Schema, data: Data, path: string, locate: Locate): Problem[] {
  return leaves(data).flatMap(([keys, value]) => {
    if (!INVENTED.test(value) || !fieldWords(schema, keys).examples?.includes(value)) return [];
    const message = `„${keys.filter((key) => typeof key === "string").join(".")}“ sagt noch, was das Beispiel sagt: „${value}“.`;
    const found = hint(
      "sample-value",
      path,
      locate(keys),
      message,
      "Schreiben Sie vor der ersten Veröffentlichung, was für Ihre Stadt gilt.",
    );
    return [{ ...found, isGap: true }];
  });
}

/** Every text in data, with the keys that lead to it. */
function leaves(value: unknown, keys: readonly PropertyKey[] = []): [PropertyKey[], string][] {
  if (typeof value === "string") return [[[...keys], value]];
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, [...keys, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...keys, key]));
}
