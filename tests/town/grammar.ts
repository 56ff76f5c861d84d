/** Masculine, feminine or neuter. */
export type Gender = "m" | "f" | "n";

/** Nominative, accusative, dative or genitive. */
export type Case = "N" | "A" | "D" | "G";

/** A German noun; `tail` follows it unchanged in every case, as in "Amt für Schule". */
export interface Noun {
  gender: Gender;
  singular: string;
  plural: string | undefined;
  /** How it is declined: as most are, as "der Experte, des Experten", or as an adjective, as "die Beteiligten". */
  kind: "usual" | "weak" | "adjective";
  tail: string;
}

/** Nouns of each gender as text: "Brücke/-n Plan/Pläne Ausbau/0 Vorhaben/- Experte/-n!" (0: no plural, !: weak). */
export interface NounList {
  m?: string;
  f?: string;
  n?: string;
}

const CASES: readonly Case[] = ["N", "A", "D", "G"];

// Endings of masculine, feminine, neuter and plural, each in the order of CASES.
const DEFINITE = endings("der den dem des | die die der der | das das dem des | die die den der");
const THIS = endings("er en em es | e e er er | es es em es | e e en er");
const OWN = endings("- en em es | e e er er | - - em es | e e en er");
const WEAK = endings("e en en en | e e en en | e e en en | en en en en");
const MIXED = endings("er en en en | e e en en | es es en en | en en en en");
const STRONG = endings("er en em en | e e er er | es es em en | e e en er");

type Endings = Readonly<Record<Gender | "plural", readonly string[]>>;

function endings(table: string): Endings {
  const [m = [], f = [], n = [], plural = []] = table.split(" | ").map((row) => row.split(" ").map((form) => form.replace("-", "")));
  return { m, f, n, plural };
}

const CONTRACTED: Readonly<Record<string, { case: Case; preposition: string; short: Partial<Record<Gender, string>> }>> = {
  im: { case: "D", preposition: "in", short: { m: "im", n: "im" } },
  am: { case: "D", preposition: "an", short: { m: "am", n: "am" } },
  zum: { case: "D", preposition: "zu", short: { m: "zum", n: "zum", f: "zur" } },
  beim: { case: "D", preposition: "bei", short: { m: "beim", n: "beim" } },
  vom: { case: "D", preposition: "von", short: { m: "vom", n: "vom" } },
  ins: { case: "A", preposition: "in", short: { n: "ins" } },
};

function ending(table: Endings, gender: Gender, grammaticalCase: Case, plural: boolean): string {
  return table[plural ? "plural" : gender][CASES.indexOf(grammaticalCase)] ?? "";
}

/** Reads a list of nouns. */
export function parseNouns(list: NounList): Noun[] {
  const nouns: Noun[] = [];
  for (const gender of ["m", "f", "n"] as const) {
    for (const word of (list[gender] ?? "").split(/\s+/).filter(Boolean)) {
      const [singular = "", rest = "0"] = word.split("/");
      const form = rest.replace("!", "");
      const plural = form === "0" ? undefined : form.startsWith("-") ? singular + form.slice(1) : form;
      nouns.push({ gender, singular, plural, kind: rest.endsWith("!") ? "weak" : "usual", tail: "" });
    }
  }
  return nouns;
}

/** Reads names of groups of people, used in the plural only: "Anwohner+" stands for women and men, "Beschäftigt~" is declined. */
export function parseGroups(list: string): Noun[] {
  return list.split(/\s+/).filter(Boolean).map(groupNoun);
}

function groupNoun(word: string): Noun {
  const stem = word.replace(/[+~]$/, "");
  const men = stem.endsWith("er") ? stem : `${stem}en`;
  const plural = word.endsWith("+") ? `${stem}innen und ${men}` : stem;
  return { gender: "f", singular: plural, plural, kind: word.endsWith("~") ? "adjective" : "usual", tail: "" };
}

/** Joins a part, linking sound included, and a noun to a compound; a hyphen at the end of the part keeps the capital. */
export function compound(part: string, noun: Noun): Noun {
  const join = (word: string): string => (part.endsWith("-") ? part + word : part + word.charAt(0).toLowerCase() + word.slice(1));
  // "Schülerinnen und Schüler" takes the part on both sides.
  const joinAll = (words: string): string => words.split(" und ").map(join).join(" und ");
  return { ...noun, singular: joinAll(noun.singular), plural: noun.plural === undefined ? undefined : joinAll(noun.plural) };
}

function genitive(word: string): string {
  if (/(?:fonds|parcours|campus)$/i.test(word)) return word;
  if (/bus$/.test(word)) return `${word}ses`;
  if (/nis$/.test(word)) return `${word}ses`;
  if (/(?:s|ß|x|z|sch|st|tag|weg|rat|amt|jahr|feld|bad|bild|kind|land|geld|dorf|werk|zug|buch|grund|hof|band|ort)$/i.test(word)) {
    return `${word}es`;
  }
  return `${word}s`;
}

function declined(noun: Noun, grammaticalCase: Case, plural: boolean): string {
  if (plural && noun.plural !== undefined) {
    return grammaticalCase === "D" && !/[ns]$/.test(noun.plural) ? `${noun.plural}n` : noun.plural;
  }
  if (noun.gender === "f" || grammaticalCase === "N") return noun.singular;
  if (noun.kind === "weak") return noun.plural ?? noun.singular;
  return grammaticalCase === "G" ? genitive(noun.singular) : noun.singular;
}

/** Gives the definite article of a noun, which serves as relative pronoun too except in "denen". */
export function declinedArticle(noun: Noun, grammaticalCase: Case, plural: boolean): string {
  return ending(DEFINITE, noun.gender, grammaticalCase, plural);
}

/** Gives article, adjectives and noun in agreement; the article is der, dieser, ein, kein, unser, ihr, im, zum ... or "-" for none. */
export function phrase(noun: Noun, how: { article: string; adjectives: readonly string[]; case: Case; plural: boolean }): string {
  const contracted = CONTRACTED[how.article];
  const { gender } = noun;
  const plural = how.plural && noun.plural !== undefined;
  const form = contracted?.case ?? how.case;
  let article = "";
  let table: Endings = STRONG;
  if (contracted) {
    const definite = `${contracted.preposition} ${ending(DEFINITE, gender, form, plural)}`;
    article = plural ? definite : (contracted.short[gender] ?? definite);
    table = WEAK;
  } else if (how.article === "der") {
    article = ending(DEFINITE, gender, form, plural);
    table = WEAK;
  } else if (how.article === "dieser" || how.article === "jeder") {
    article = how.article.slice(0, -2) + ending(THIS, gender, form, plural);
    table = WEAK;
  } else if (how.article !== "-" && !(how.article === "ein" && plural)) {
    article = how.article + ending(OWN, gender, form, plural);
    table = MIXED;
  }
  const tail = ending(table, gender, form, plural);
  let text = article === "" ? "" : `${article} `;
  how.adjectives.forEach((adjective, place) => {
    // Adjectives made from names ("Probestädter") keep one form.
    const agreeing = /^\p{Lu}/u.test(adjective) ? adjective : adjective + tail;
    text += place + 1 < how.adjectives.length ? `${agreeing}, ` : `${agreeing} `;
  });
  text += noun.kind === "adjective" ? noun.singular + tail : declined(noun, form, plural);
  return noun.tail === "" ? text : `${text} ${noun.tail}`;
}

/** A verb with its object in the accusative: "ausbauen", "auszubauen", "ausgebaut". */
export interface Verb {
  infinitive: string;
  withZu: string;
  participle: string;
}

/** Reads verbs written as "aus-bauen/gebaut, sanieren/saniert"; the hyphen marks a prefix that separates. */
export function parseVerbs(list: string): Verb[] {
  return list.split(",").map((entry) => {
    const [form = "", participle = ""] = entry.trim().split("/");
    const [prefix = "", stem] = form.includes("-") ? form.split("-") : ["", form];
    const zu = prefix === "" || prefix.endsWith(" ") ? `${prefix}zu ${stem}` : `${prefix}zu${stem}`;
    return { infinitive: prefix + stem, withZu: zu, participle: prefix + participle };
  });
}
