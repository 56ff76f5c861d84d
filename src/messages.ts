import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Language } from "./addresses.ts";
import { mainLanguage, ownName } from "./languages.ts";
import { filesBelow, layoutFolders } from "./layouts.ts";
import { markGerman, withoutMarks } from "./marked-words.ts";

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

/** Some words of the interface in one language, at the same places as in `Messages`: what a city writes in `content/texts/`. */
export interface Phrases {
  readonly [key: string]: string | Phrases;
}

/**
 * The words of the interface in every language: a city's own before ours, those of the main language for what a variety of it does not say
 * itself (Leichte Sprache has those of German). Where neither has a word it is German, between marks that printing makes `lang="de"` of.
 */
export interface MessageCatalog {
  in: (language: Language) => Messages;
  /** A phrase with a number in the right form, the number grouped as the language does. */
  count: (count: number, forms: CountForms, language: Language) => string;
  /** True for a language in which there are words of our own. */
  has: (language: Language) => boolean;
  /** The catalog with the words of a city, by language. */
  with: (citys: ReadonlyMap<Language, Phrases>) => MessageCatalog;
}

/**
 * Reads the words of the interface; throws where a file of them is damaged. A file in the city's own `layouts/texts/` is laid over the
 * software's: what a later version says anew is there, too.
 */
export function readMessages(): MessageCatalog {
  const ours = new Map<Language, Messages>();
  const [standard, own] = layoutFolders()
    .reverse()
    .map((folder) => join(folder, "texts"));
  for (const folder of [standard, own])
    for (const name of filesBelow(folder ?? "").filter((path) => path.endsWith(".json"))) {
      const words = parse(readFileSync(join(folder ?? "", name), "utf8"), name);
      const below = ours.get(basename(name, ".json"));
      if (folder === own && !below)
        throw new Error(`layouts/texts/${name}: Die Wörter einer weiteren Sprache gehören nach content/texts/.`);
      ours.set(basename(name, ".json"), (below ? overlay(below as unknown as Phrases, words as unknown as Phrases) : words) as Messages);
    }
  if (!ours.has("de")) throw new Error(`${standard}/de.json fehlt: die Wörter der Oberfläche.`);
  return createCatalog(ours, new Map());
}

/** The words of a language, and how it counts. */
interface Wording {
  messages: Messages;
  rules: Intl.PluralRules;
  numbers: Intl.NumberFormat;
}

function createCatalog(ours: ReadonlyMap<Language, Messages>, citys: ReadonlyMap<Language, Phrases>): MessageCatalog {
  const wordings = new Map<Language, Wording>();
  const wordingOf = (language: Language): Wording => {
    let wording = wordings.get(language);
    if (!wording) {
      wording = { messages: messagesIn(language), rules: new Intl.PluralRules(language), numbers: new Intl.NumberFormat(language) };
      wordings.set(language, wording);
    }
    return wording;
  };
  const messagesIn = (language: Language): Messages => {
    // Leichte Sprache says some things in plainer words, and the rest as German does.
    const tags = [...new Set([mainLanguage(language), language])];
    const own = tags.flatMap((tag) => [ours.get(tag) ?? []].flat() as unknown as Phrases[]);
    const [first = markAll(messagesIn("de")), ...more] = own;
    const base = more.reduce(overlay, first);
    const added = tags.map((tag) => citys.get(tag) ?? {});
    return added.reduce(overlay, base) as unknown as Messages;
  };
  return {
    in: (language) => wordingOf(language).messages,
    count: (count, forms, language) => {
      const { numbers } = wordingOf(language);
      // A German phrase among others has German forms.
      const { rules } = wordingOf(withoutMarks(forms.other) === forms.other ? language : "de");
      return (forms[rules.select(count)] ?? forms.other).replace("{n}", numbers.format(count));
    },
    has: (language) => ours.has(language) || ours.has(mainLanguage(language)),
    with: (more) => createCatalog(ours, more),
  };
}

function overlay(base: Phrases, added: Phrases): Phrases {
  const merged: Record<string, string | Phrases> = { ...base };
  for (const [key, words] of Object.entries(added)) {
    const below = merged[key];
    // The forms of a phrase with a number belong to one language, as do the entries of a list.
    const isGroup = typeof below === "object" && !Array.isArray(below) && typeof below.other !== "string";
    merged[key] = isGroup && typeof words === "object" ? overlay(below, words) : words;
  }
  return merged;
}

function markAll(words: Messages | Phrases): Phrases {
  return Object.fromEntries(
    Object.entries(words as Phrases).map(([key, value]) => [key, typeof value === "string" ? markGerman(value) : markAll(value)]),
  );
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
