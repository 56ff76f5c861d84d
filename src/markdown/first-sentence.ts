import { createParser } from "./parser.ts";

/** Shortest and longest summary in characters; a longer sentence is cut between two words. */
const SHORTEST = 20;
const LONGEST = 300;

/** As much of a text (Markdown) as is looked at: its first sentence stands within, or there is none. */
const BEGINNING = 4000;

/** Words after which a full stop ends no sentence; single letters and numbers of days are known by their form. */
const ABBREVIATIONS = new Set(
  (
    "abs abt art bd bes bez bspw bzgl bzw ca co ders d.h dipl dr eigtl etc evtl geb gem ggf hrsg hr ing inkl insb ltd max mind mio mr " +
    "mrd mrs ms nr pl prof resp rd s.o sog st str tel u.a usf usw vgl vs z.b zzgl zz jan feb apr jun jul aug sep sept okt nov dez oct dec"
  ).split(" "),
);

const parser = createParser(false);

/**
 * The first sentence of a text (Markdown) as plain words, as lists and feeds need it: without addresses, pictures and footnote signs;
 * empty where the text has no words.
 */
export function firstSentence(text: string): string {
  const tokens = parser.parse(text.slice(0, BEGINNING), {});
  const inlines = tokens.flatMap((token, index) => (token.type === "inline" ? [{ token, opening: tokens[index - 1]?.type }] : []));
  const paragraphs = inlines.filter(({ opening }) => opening === "paragraph_open");
  let words = "";
  for (const { token } of paragraphs.length > 0 ? paragraphs : inlines) {
    words = `${words} ${wordsOf(token.children ?? [])}`.replace(/[\s\u00a0]+/g, " ").trim();
    const sentence = sentenceIn(words);
    if (sentence.length >= SHORTEST) return shorten(sentence);
  }
  return shorten(words);
}

function wordsOf(tokens: readonly { type: string; content: string }[]): string {
  return tokens
    .map(({ type, content }) => {
      if (type === "softbreak" || type === "hardbreak") return " ";
      return type === "text" || type === "code_inline" ? content : "";
    })
    .join("");
}

/** The words up to the first end of a sentence that leaves enough of them; all where there is no such end. */
function sentenceIn(words: string): string {
  for (const { 0: sign, index } of words.matchAll(/[.!?…]+["“”»«’')\]]*(?= |$)/g)) {
    const end = index + sign.length;
    const next = words.slice(end + 1, end + 2);
    if (end < SHORTEST || (next !== "" && !/[\p{Lu}\p{N}„“"»«‚'(–-]/u.test(next))) continue;
    if (/^\./.test(sign) && isAbbreviation(words.slice(0, index).split(" ").at(-1) ?? "")) continue;
    return words.slice(0, end);
  }
  return words;
}

function isAbbreviation(word: string): boolean {
  const bare = word.replace(/^[„“"»«‚'([]+/, "").toLowerCase();
  return /^\p{L}$|^\d{1,2}$|^(\p{L}\.)+\p{L}$/u.test(bare) || ABBREVIATIONS.has(bare);
}

function shorten(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2)).replace(/[\uD800-\uDBFF]$|[\s,;:–-]+$/u, "")} …`;
}
