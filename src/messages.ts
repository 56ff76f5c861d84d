import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "./addresses.ts";

/** Forms of a phrase with a number, by plural category (Unicode CLDR); `{n}` stands for the number. */
export interface CountForms {
  one: string;
  other: string;
}

/** Every word of the interface in one language: the shape of `layouts/texts/de.json`. */
export type Words = typeof import("../layouts/texts/de.json", { with: { type: "json" }});

/** The words by language; Leichte Sprache has German words, its texts being German. */
export const WORDS: Record<Language, Words> = { de: read("de"), en: read("en"), "de-simple": read("de") };

const rules = { de: new Intl.PluralRules("de"), en: new Intl.PluralRules("en") };

const numbers = { de: new Intl.NumberFormat("de"), en: new Intl.NumberFormat("en") };

/** Puts values into a phrase: `{name}` becomes the value of `name`. */
export function fill(phrase: string, values: Record<string, unknown>): string {
  return phrase.replace(/\{(\w+)\}/g, (placeholder, key: string) => (Object.hasOwn(values, key) ? String(values[key]) : placeholder));
}

/** A phrase with a number in the right form, the number grouped as the language does. */
export function plural(count: number, forms: CountForms, language: Language): string {
  const written = language === "en" ? "en" : "de";
  const form = rules[written].select(count) === "one" ? forms.one : forms.other;
  return form.replace("{n}", numbers[written].format(count));
}

function read(name: string): Words {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../layouts/texts", `${name}.json`), "utf8")) as Words;
}
