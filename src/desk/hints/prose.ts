/** What stands for every character that is no prose: no letter, no space, no quotation mark. */
const BLANK = "\ufffc";

/** Code, addresses, rows of tables and words that are marked as another language. */
const NO_PROSE = new RegExp(
  [
    /^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>[`~]*[ \t]*$|(?![\s\S]))/,
    /^(?: {4,}|\t).*$/,
    /^[ \t]*\|.*$/,
    /^ {0,3}\[[^\]\n]+\]: .*$/,
    /(?<code>`+)[^`](?:[^\n]|\n(?!\n))*?\k<code>(?!`)/,
    /\[[^\]\n]*\]\{lang=[^}\n]*\}/,
    /\]\([^)\n]*\)/,
    /<[a-z][^>\s]*>/,
    /(?:https?:\/\/|www\.)[^\s)]+/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);

/** What a text must contain before anything in it can be no prose; most texts hold none of it, and this is quickly seen. */
const WORTH_BLANKING = /[`|<\t[]|~~~|:\/\/|www\.|\n {4}/;

/** A Markdown text with all that is no prose blanked out; every character and line keeps its place. */
export function proseOf(text: string): string {
  if (!WORTH_BLANKING.test(text)) return text;
  return text.replace(NO_PROSE, (found) => found.replace(/[^\n]/g, BLANK));
}
