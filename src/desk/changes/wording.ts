import { createLinks } from "../../addresses.ts";
import { createParser } from "../../markdown/parser.ts";
import { printPlain } from "../../markdown/plain-text.ts";
import { findDifference } from "../../markdown/word-difference.ts";
import { readMessages } from "../../messages.ts";

/** So many changes are named, each with so many characters. */
const NAMED_MAX = 3;
const SAID_MAX = 60;

/** The words of a plain text without its typography: quotation marks, dashes, spaces, soft hyphens and how letters are composed. */
export function wordsAlone(plain: string): string {
  return plain
    .normalize("NFC")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/["„“”‚‘’'`´«»‹›]/g, "")
    .replace(/\.\.\./g, "…")
    .replace(/\s*[\u2010-\u2015\u2212-]+\s*/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** Prints the Markdown of releases as plain text, so that only what is read counts; links keep their addresses. */
export function createPlain(): (markdown: string) => string {
  const parser = createParser(false);
  const words = readMessages().in("de");
  const links = createLinks("https://archiv.example/");
  return (markdown) => printPlain(parser.parse(markdown, {}), { base: "/", images: [], words }, links);
}

/** The words that changed between two plain texts, in German and short: `„320“ → „230“`; undefined where only typography did. */
export function sayDifference(before: string, after: string): string | undefined {
  if (wordsAlone(before) === wordsAlone(after)) return undefined;
  const said = findDifference(before, after).flatMap((pieces) => {
    const changes: string[] = [];
    pieces.forEach(({ kind, text }, index) => {
      const next = pieces[index + 1];
      if (kind === "removed" && next?.kind === "added") {
        if (wordsAlone(text) !== wordsAlone(next.text)) changes.push(`„${short(text)}“ → „${short(next.text)}“`);
      } else if (kind === "removed") changes.push(`„${short(text)}“ gestrichen`);
      else if (kind === "added" && pieces[index - 1]?.kind !== "removed") changes.push(`„${short(text)}“ neu`);
    });
    return changes;
  });
  const more = said.length - NAMED_MAX;
  return [...said.slice(0, NAMED_MAX), ...(more > 0 ? [`und ${more} weitere`] : [])].join("; ");
}

function short(text: string): string {
  const written = text.replace(/\s+/g, " ").trim();
  return written.length <= SAID_MAX ? written : `${written.slice(0, SAID_MAX).replace(/\s+\S*$/, "")} …`;
}
