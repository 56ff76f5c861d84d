import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Language } from "./addresses.ts";
import { ownName } from "./languages.ts";
import { filesBelow, layoutFolders } from "./layouts.ts";
import { SOFTWARE } from "./software.ts";

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

const STANDARD = join(SOFTWARE, "layouts");

/**
 * Reads the words of the interface; throws where a file of them is damaged. A city's own file holds only the words that it wants otherwise:
 * it is laid over the software's, that of a language which the software does not know over the German one.
 */
export function readMessages(): MessageCatalog {
  const words = new Map<string, unknown>();
  for (const folder of layoutFolders().reverse())
    for (const name of filesBelow(join(folder, "texts")).filter((path) => path.endsWith(".json"))) {
      const language = basename(name, ".json");
      const below = words.get(language) ?? (folder === STANDARD ? undefined : words.get("de"));
      words.set(language, layOver(below, parse(readFileSync(join(folder, "texts", name), "utf8"), name)));
    }
  if (!words.has("de")) throw new Error(`${STANDARD}/texts/de.json fehlt: die Wörter der Oberfläche.`);
  const languages = new Map([...words].map(([language, messages]) => [language, inLanguage(language, messages as Messages)]));
  const german = languages.get("de") as Wording;
  const known = (language: Language) => languages.get(language) ?? languages.get(language.split("-", 1)[0] ?? "") ?? german;
  return {
    in: (language) => known(language).messages,
    count: (count, forms, language) => {
      const { rules, numbers } = known(language);
      return (forms[rules.select(count)] ?? forms.other).replace("{n}", numbers.format(count));
    },
  };
}

/** The words of a language, and how it counts. */
interface Wording {
  messages: Messages;
  rules: Intl.PluralRules;
  numbers: Intl.NumberFormat;
}

function inLanguage(language: string, messages: Messages): Wording {
  return { messages, rules: new Intl.PluralRules(language), numbers: new Intl.NumberFormat(language) };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new Error(`layouts/texts/${name} ist kein JSON: Prüfen Sie Anführungszeichen, Kommas und Klammern.`, { cause: thrown });
  }
}

/** Groups of words are laid over each other word by word. */
function layOver(below: unknown, above: unknown): unknown {
  if (!isGroup(below) || !isGroup(above)) return above;
  const added = Object.entries(above).map(([key, value]) => [key, layOver(below[key], value)]);
  return { ...below, ...Object.fromEntries(added) };
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a language is called, in the words of another. */
export function languageName({ languages }: Messages, language: Language): string {
  return (languages as Record<string, string>)[language] ?? ownName(language);
}

/** Puts values into a phrase: `{name}` becomes the value of `name`. */
export function fill(phrase: string, values: Record<string, unknown>): string {
  return phrase.replace(/\{(\w+)\}/g, (placeholder, key: string) => (Object.hasOwn(values, key) ? String(values[key]) : placeholder));
}
