import type MarkdownIt from "markdown-it";

type Token = ReturnType<MarkdownIt["parse"]>[number];
type State = Parameters<Parameters<MarkdownIt["inline"]["ruler"]["before"]>[2]>[0];

/**
 * Words of another language, in the form of Pandoc's bracketed spans: `[Tokyo Metropolitan Government]{lang=en}` (WCAG 3.1.2).
 * They may contain a link, but no deeper brackets and no code, so that a single regular expression can find the end.
 */
const FOREIGN_WORDS = /\[(?!\^)((?:[^[\]\\`]|\\[^`]|\[(?:[^[\]\\`]|\\[^`])*\])+)\]\{lang=("?)([A-Za-z0-9-]{2,40})\2\}/y;
const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Teaches a parser words of another language; they become `<span lang>` in HTML. */
export function foreignWords(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("link", "foreign_words", read);
}

function read(state: State, isSilent: boolean): boolean {
  if (state.src[state.pos] !== "[") return false;
  FOREIGN_WORDS.lastIndex = state.pos;
  const { 0: written = "", 1: words = "", 3: tag = "" } = FOREIGN_WORDS.exec(state.src) ?? [];
  const end = state.pos + written.length;
  if (written === "" || end > state.posMax || !isLanguage(tag)) return false;
  if (!isSilent) {
    const { pos, posMax } = state;
    state.push("foreign_open", "span", 1).attrSet("lang", tag);
    state.pos = pos + 1;
    state.posMax = state.pos + words.length;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push("foreign_close", "span", -1);
  }
  state.pos = end;
  return true;
}

/** True for a well-formed language tag (BCP 47) whose language exists: `ja` is one, `jp` is the code of a country. */
function isLanguage(tag: string): boolean {
  try {
    return languageNames.of(tag.split("-", 1)[0] ?? "") !== undefined && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Finds what looks like `{lang=…}` between two offsets of a text but was not recognized: `written`, and its `offset`. */
export function* findUnread(
  tokens: readonly Token[],
  text: string,
  from: number,
  to: number,
): Generator<{ offset: number; written: string }> {
  let at = from;
  for (const token of tokens) {
    if (token.type !== "text") continue;
    for (const [written] of token.content.matchAll(/\]\{[^{}\n]{0,60}\blang\b[^{}\n]{0,60}\}?/g)) {
      const offset = text.indexOf(written, at);
      if (offset < 0 || offset >= to) continue;
      yield { offset: offset + 1, written: written.slice(1) };
      at = offset + 1;
    }
  }
}
