import type { Context } from "../../archive/context.ts";
import type { Release } from "../../content/release/release.ts";
import { clean, searchedText } from "./searched-text.ts";
import type { Splitter } from "./splitter.ts";
import { CUT, wordsOf } from "./words.ts";

/** A release as the index takes it, and the words that people may mean: those of its text, and the last parts of its compounds. */
export interface SearchRecord {
  url: string;
  content: string;
  meta: Record<string, string>;
  words: ReadonlySet<string>;
}

/** The record of a release; compounds are cut by `splitter` where there is one (German). */
export function toRecord(release: Release, context: Context, splitter: Splitter | undefined): SearchRecord {
  const text = searchedText(release, context);
  // Whoever reads the index aloud or shows it gets the title as it is; its parts stand beside it.
  const title = clean(release.title).replaceAll(CUT, "");
  const inTitle = cutWords(clean(release.title), splitter);
  const inText = cutWords(text, splitter);
  const words = new Set([...wordsOf(title), ...wordsOf(text), ...inTitle.heads, ...inText.heads].filter(isWorthKnowing));
  // An index takes no text without words: where the text is elsewhere, the title stands for it.
  const content = /[\p{L}\p{N}]/u.test(inText.text) ? inText.text : title;
  return { url: release.address, content, meta: metaOf(title, inTitle, inText), words };
}

function metaOf(title: string, inTitle: CutText, inText: CutText): Record<string, string> {
  const meta: Record<string, string> = { title };
  const parts = [...inText.more];
  const titleParts = [...inTitle.parts, ...inTitle.more];
  if (titleParts.length > 0) meta.tparts = titleParts.join(" ");
  if (parts.length > 0) meta.parts = parts.join(" ");
  return meta;
}

/** A text with its compounds cut, and the words that are in them. */
interface CutText {
  text: string;
  parts: ReadonlySet<string>;
  more: ReadonlySet<string>;
  heads: ReadonlySet<string>;
}

/** A word, with what is joined to it by hyphens and the signs of forms for all genders. */
const JOINED = /[\p{L}\p{M}\p{N}^]+(?:[-:*_/][\p{L}\p{M}\p{N}^]+)*/gu;

/** What joins words, and the pieces between. */
const [JOINT, PIECE] = [/[-:*_/]/, /[^-:*_/]+/g];

/** Signs beyond ASCII (quotation marks, dashes) that the index would take for letters of the part beside them. */
const CLINGING = /[^\p{ASCII}\p{L}\p{M}\p{N}\s]/u;

function cutWords(text: string, splitter: Splitter | undefined): CutText {
  const parts = new Set<string>();
  const more = new Set<string>();
  const heads = new Set<string>();
  if (!splitter) return { text: text.replaceAll(CUT, ""), parts, more, heads };
  const cutOne = (word: string, isJoined: boolean): string => {
    // Leichte Sprache cuts its words itself.
    const cut = word.includes(CUT) ? { parts: word.split(CUT), more: [] } : splitter(word);
    if (!cut) return word;
    for (const part of cut.parts) parts.add(part);
    for (const one of cut.more) more.add(one);
    // Within a hyphened word the index knows the pieces between signs only.
    if (isJoined) more.add(word.replaceAll(CUT, ""));
    heads.add((cut.parts.at(-1) ?? "").toLowerCase());
    return cut.parts.join(CUT);
  };
  const cut = text.replace(JOINED, (joined, at: number) => {
    const made = JOINT.test(joined) ? joined.replace(PIECE, (piece) => cutOne(piece, true)) : cutOne(joined, false);
    if (!made.includes(CUT)) return made;
    const [before = "", after = ""] = [text[at - 1], text[at + joined.length]];
    return `${CLINGING.test(before) ? CUT : ""}${made}${CLINGING.test(after) ? CUT : ""}`;
  });
  return { text: cut, parts, more, heads };
}

/** Numbers and scraps are found but never suggested. */
function isWorthKnowing(word: string): boolean {
  return word.length >= 3 && word.length <= 40 && !/^\d/.test(word);
}
