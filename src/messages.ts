import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "./addresses.ts";
import { ownName } from "./languages.ts";

/** Forms of a phrase with a number, by plural category (Unicode CLDR); `{n}` stands for the number. */
export interface CountForms {
  one: string;
  other: string;
  zero?: string;
  two?: string;
  few?: string;
  many?: string;
}

/** Every word of the interface in one language: the shape of `layouts/texts/de.json`. */
export type Messages = typeof import("../layouts/texts/de.json", { with: { type: "json" }});

/**
 * The words of the interface in every language. A language without a file of its own has the words of its main language (Leichte Sprache
 * those of German), else German ones.
 */
export interface MessageCatalog {
  in: (language: Language) => Messages;
  /** A phrase with a number in the right form, the number grouped as the language does. */
  count: (count: number, forms: CountForms, language: Language) => string;
}

const FOLDER = join(import.meta.dirname, "../layouts/texts");

/** Reads the words of the interface; throws where a file of them is damaged. */
export function readMessages(): MessageCatalog {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  const languages = new Map(files.map((name) => [name.slice(0, -".json".length), open(name)]));
  const german = languages.get("de");
  if (!german) throw new Error(`${FOLDER}/de.json fehlt: die Wörter der Oberfläche.`);
  const known = (language: Language) => languages.get(language) ?? languages.get(language.split("-", 1)[0] ?? "") ?? german;
  return {
    in: (language) => known(language).messages,
    count: (count, forms, language) => {
      const { rules, numbers } = known(language);
      return (forms[rules.select(count)] ?? forms.other).replace("{n}", numbers.format(count));
    },
  };
}

function open(name: string): { messages: Messages; rules: Intl.PluralRules; numbers: Intl.NumberFormat } {
  const language = name.slice(0, -".json".length);
  const messages = parse(readFileSync(join(FOLDER, name), "utf8"), name);
  return { messages, rules: new Intl.PluralRules(language), numbers: new Intl.NumberFormat(language) };
}

function parse(text: string, name: string): Messages {
  try {
    return JSON.parse(text) as Messages;
  } catch (thrown) {
    throw new Error(`layouts/texts/${name} ist kein JSON: Prüfen Sie Anführungszeichen, Kommas und Klammern.`, { cause: thrown });
  }
}

/** What a language is called, in the words of another. */
export function languageName({ languages }: Messages, language: Language): string {
  return (languages as Record<string, string>)[language] ?? ownName(language);
}

/** Puts values into a phrase: `{name}` becomes the value of `name`. */
export function fill(phrase: string, values: Record<string, unknown>): string {
  return phrase.replace(/\{(\w+)\}/g, (placeholder, key: string) => (Object.hasOwn(values, key) ? String(values[key]) : placeholder));
}
