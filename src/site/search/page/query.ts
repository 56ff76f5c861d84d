/** A part of what somebody searches: a word, or several that stand between quotation marks. */
export interface Term {
  kind: "word" | "phrase";
  text: string;
}

/** How many words of a query count. */
const TERMS_MAX = 12;

/** Words that stand in nearly every text: they count within a phrase, and where nothing else is searched. */
const FILLERS = new Set(
  `
  aber als am an auch auf aus bei bis da das dass dem den der des die durch ein eine einem einen einer eines er es für hat hatte ich
  ihr im in ist mit nach nicht noch nur ob oder ohne sein sich sie sind so über um und unter vom von vor war was wer wie wird wo zu
  zum zur zwischen a an and are as at be by for from in is it of on or that the this to was with
`
    .trim()
    .split(/\s+/),
);

/** Reads a query: words and phrases in the order in which they stand, whatever else is in it left out. */
export function parseQuery(written: string): Term[] {
  const text = written
    .normalize("NFC")

    .replace(/[„“”«»‟]/g, '"');
  const terms: Term[] = [];
  for (const [, quoted, bare] of text.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const words = wordsIn(quoted ?? bare ?? "");
    if (words.length === 0) continue;
    if (quoted !== undefined && words.length > 1) terms.push({ kind: "phrase", text: words.join(" ") });
    else terms.push(...words.map((word): Term => ({ kind: "word", text: word })));
  }
  const telling = terms.filter(({ kind, text: word }) => kind === "phrase" || !FILLERS.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : terms).slice(0, TERMS_MAX);
}

/** The words of a piece of a query; what joins letters and numbers within one (a hyphen, 48/2019, 23.5) stays. */
function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[-/.,:*_&’'·][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}
