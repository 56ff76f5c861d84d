import type MarkdownIt from "markdown-it";

type BlockState = Parameters<Parameters<MarkdownIt["block"]["ruler"]["before"]>[2]>[0];
type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["before"]>[2];
type InlineState = Parameters<Parameters<MarkdownIt["inline"]["ruler"]["before"]>[2]>[0];
type CoreState = Parameters<Parameters<MarkdownIt["core"]["ruler"]["push"]>[1]>[0];
type Token = ReturnType<MarkdownIt["parse"]>[number];

const ODD = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
/** A space that is none to Markdown, such as the no-break space of Alt+Space on a Mac, among the signs of a line's beginning. */
const ODD_START = new RegExp(`\\n[ \\t>#*+\\-|:\\d.)]{0,60}[${ODD}]`);
const ODD_SPACES = new RegExp(`[${ODD}]`, "g");
/** A mark of Markdown with the spaces around it, and a line of nothing but spaces or of a table's rule. */
const MARK = new RegExp(`^(?:[ ${ODD}]{0,3}>)*[ ${ODD}]{0,3}(?:#{1,6}|[-*+])[ \\t${ODD}]+`, "gm");
const RULE = new RegExp(`^[ \\t|:>${ODD}-]+$`, "gm");

const SPACES = `[ \\t${ODD}]*`;
const MONTHS =
  "Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|" +
  "January|February|March|May|June|July|October|December|" +
  "(?:Jan|Feb|Mär|Mrz|Mar|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec)\\.?";
/**
 * The beginning of a line that says a day: "18. September", "2. 10. 2024", "8. und 9. Mai", "5. bis 7. Juni". Not the item of a list with
 * a number ("5. 1.724 Plätze") or a time ("2. 10.30 Uhr").
 */
const DAY = new RegExp(
  `[ \\t]{0,3}\\d{1,2}\\.${SPACES}(?:(?:und|bis|oder|sowie|and|to|[-–/,&+])${SPACES}\\d{1,2}\\.${SPACES})*` +
    `(?:(?:${MONTHS})(?!\\p{L})|(?:0?[1-9]|1[0-2])\\.(?:[ \\t]*(?:\\d{4}|\\d\\d))?(?![\\p{L}\\p{N}.])` +
    `(?![ \\t]*Uhr)(?!${SPACES}(?:${MONTHS})(?![\\p{L}-])))`,
  "iuy",
);
/** The line that stands above a signature in an e-mail: two dashes. */
const SIGNATURE = /[ \t]{0,3}--?[ \t]*(?=\n|$)/y;
const WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * Teaches a parser what people write in offices, where CommonMark would read something else and change the text: stars within words, lines
 * that begin with a day, the dashes above a signature, no-break spaces in place of spaces, lists that do not count by one, backticks in
 * place of apostrophes, and marks around nothing that could be emphasized.
 */
export function plainMeaning(markdown: MarkdownIt): void {
  markdown.core.ruler.after("normalize", "odd_spaces", (state) => {
    state.src = evenSpaces(state.src);
  });
  markdown.core.ruler.after("block", "list_numbers", numberLists);
  markdown.inline.ruler.before("emphasis", "star_in_word", readStar);
  markdown.inline.ruler.before("backticks", "tick_in_word", readTick);
  markdown.inline.ruler2.after("emphasis", "emphasis_of_nothing", undoEmphasis);
  markdown.inline.ruler.before("newline", "line_of_day", readLineEnd);
  const { ruler } = markdown.block;
  const list = ruleNamed(ruler.getRules(""), "list");
  ruler.at("list", (state, line, end, isSilent) => !isDayLine(state, line) && list(state, line, end, isSilent), {
    alt: ["paragraph", "reference", "blockquote"],
  });
  const underlined = ruleNamed(ruler.getRules(""), "lheading");
  ruler.at("lheading", (state, line, end, isSilent) => {
    const made = state.tokens.length;
    if (!underlined(state, line, end, isSilent)) return false;
    if (!/^--?$/.test(lineAt(state, state.line - 1).trim())) return true;
    state.tokens.length = made;
    state.line = line;
    return false;
  });
}

/**
 * A text in which no-break spaces that stand for a mark's space, or make a line only look empty, are spaces; no offset changes.
 * In front of a number they were written on purpose: "-\u00a05 °C".
 */
export function evenSpaces(text: string): string {
  if (!hasOddSpaces(text)) return text;
  const even = (written: string) => written.replace(ODD_SPACES, " ");
  return text
    .replace(RULE, (line) => (/^[\s>]+$/.test(line) || (line.includes("|") && line.includes("-")) ? even(line) : line))
    .replace(MARK, (mark, at: number) => (/[-*+]\s*$/.test(mark) && /\d/.test(text[at + mark.length] ?? "") ? mark : even(mark)));
}

/** True where a line may begin with a space that is none to Markdown; quickly found, as most texts hold none. */
export function hasOddSpaces(text: string): boolean {
  return ODD_START.test(text) || ODD_START.test(`\n${text.slice(0, 61)}`);
}

function ruleNamed(rules: readonly BlockRule[], name: string): BlockRule {
  const rule = rules.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`markdown-it has no rule ${name}.`);
  return rule;
}

function lineAt(state: BlockState, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function isDayLine(state: BlockState, line: number): boolean {
  return isAt(DAY, state.src, (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
}

/** True for a line that begins with a day ("18. September"), and so is no item of a list. */
export function beginsWithDay(line: string): boolean {
  return isAt(DAY, line, /^[ \t>]*/.exec(line)?.[0].length ?? 0);
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** A star between two letters or digits is text: Bürger*innen, 3*4; between digits more than one, too. */
function readStar(state: InlineState, isSilent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== "*" || !WORD.test(src[pos - 1] ?? " ")) return false;
  const end = endOfRun(src, pos);
  const next = src[end] ?? " ";
  if (!WORD.test(next) || (end > pos + 1 && !(/\d/.test(next) && /\d/.test(src[pos - 1] ?? "")))) return false;
  if (!isSilent) state.pending += src.slice(pos, end);
  state.pos = end;
  return true;
}

/** A backtick behind a letter or digit is an apostrophe (Rock`n`Roll); one whose like stands before a word opens no code. */
function readTick(state: InlineState, isSilent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== "`") return false;
  const end = endOfRun(src, pos);
  const ticks = src.slice(pos, end);
  if (!WORD.test(src[pos - 1] ?? " ")) {
    const close = new RegExp(`(?<!\`)${ticks}(?!\`)`, "g");
    close.lastIndex = end;
    const found = close.exec(src);
    const after = src[(found?.index ?? 0) + ticks.length] ?? " ";
    if (!found || !WORD.test(after)) return false;
  }
  if (!isSilent) state.pending += ticks;
  state.pos = end;
  return true;
}

/** Where a run of one sign ends. */
function endOfRun(text: string, from: number): number {
  let end = from + 1;
  while (text[end] === text[from]) end++;
  return end;
}

/** Marks between which no word stands, or which only stand in brackets, are text: "(*)", "am __.__.2024". */
function undoEmphasis(state: InlineState): boolean {
  const open: { token: Token; words: string }[] = [];
  for (const token of state.tokens) {
    if (/^(em|strong)_open$/.test(token.type)) open.push({ token, words: "" });
    else if (/^(em|strong)_close$/.test(token.type)) {
      const emphasis = open.pop();
      if (!emphasis) continue;
      const { words } = emphasis;
      if (!WORD.test(words) || /^[)\]]|[([]$/.test(words)) for (const mark of [emphasis.token, token]) asText(mark);
      for (const outer of open.slice(-1)) outer.words += words;
    } else for (const inner of open.slice(-1)) inner.words += token.type === "image" ? "x" : token.content;
  }
  return false;
}

function asText(mark: Token): void {
  mark.type = "text";
  mark.tag = "";
  mark.nesting = 0;
  mark.content = mark.markup;
}

/** Days that stand below each other stay below each other, and so does a signature. */
function readLineEnd(state: InlineState, isSilent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== "\n") return false;
  const before = src.lastIndexOf("\n", pos - 1) + 1;
  const isApart =
    isAt(SIGNATURE, src, pos + 1) ||
    isAt(SIGNATURE, src, before) ||
    (isAt(DAY, src, pos + 1) && (isAt(DAY, src, before) || /:[ \t]*$/.test(src.slice(before, pos))));
  if (!isApart) return false;
  if (!isSilent) {
    state.pending = state.pending.trimEnd();
    state.push("hardbreak", "br", 0);
  }
  state.pos++;
  while (/[ \t]/.test(src[state.pos] ?? "")) state.pos++;
  return true;
}

/** Gives each item of a list the number that was written, where it is not the next; a list of nothing but "1." is counted. */
function numberLists(state: CoreState): void {
  const open: Token[][] = [];
  for (const token of state.tokens) {
    if (token.type === "ordered_list_open") open.push([]);
    else if (token.type === "list_item_open" && token.info !== "") open.at(-1)?.push(token);
    else if (token.type === "ordered_list_close") setNumbers(open.pop() ?? []);
  }
}

function setNumbers(items: readonly Token[]): void {
  if (items.every(({ info }) => info === "1")) return;
  let last: number | undefined;
  for (const item of items) {
    const written = Number(item.info);
    if (last !== undefined && written !== last + 1) item.attrSet("value", String(written));
    last = written;
  }
}
