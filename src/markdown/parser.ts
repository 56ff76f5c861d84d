import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import { foreignWords } from "./foreign-words.ts";
import { nestedLinks } from "./nested-links.ts";
import { plainMeaning } from "./plain-meaning.ts";

/** The schemes of web addresses that are linked. */
export const SCHEMES = /^(https?|mailto|tel):/i;

/** The parser of all texts; with `html` it recognizes HTML, so that the check can report it. */
export function createParser(html: boolean): MarkdownIt {
  const markdown = new MarkdownIt("commonmark", { html, linkify: true }).enable(["table", "linkify"]).use(footnote);
  // Footnotes within a line (^[…]) are not offered (docs/content-model.md): their brackets could nest without end.
  markdown.disable("footnote_inline");
  foreignWords(markdown);
  plainMeaning(markdown);
  nestedLinks(markdown);
  linkAddresses(markdown);
  markdown.validateLink = (url) => !/^[a-z][a-z0-9+.-]*:/i.test(url.trim()) || SCHEMES.test(url.trim());
  return markdown;
}

/** Longest address after `www.` that is looked for, in characters. */
const ADDRESS_MAX = 500;

/**
 * Links web and mail addresses that stand in a text as they are: with `https://`, `www.` or an `@`. A mere name with a dot is none
 * ("Stadt.Land"). An address reads as it was written.
 */
function linkAddresses(markdown: MarkdownIt): void {
  const { linkify } = markdown;
  linkify.set({ fuzzyLink: false });
  // The library takes alternatives of a regular expression: any top-level domain, for it knows .com but not .bayern.
  linkify.tlds("[a-z]{2,63}", true);
  linkify.add("ftp:", null).add("//", null);
  linkify.add("www.", {
    validate: (text: string, start: number) => {
      // Its full stops make "www." after a full stop one more place to try; a longer address is none, so that a text of them costs little.
      if (text[start - "www.".length - 1] === ".") return 0;
      const length = linkify.testSchemaAt(`//www.${text.slice(start, start + ADDRESS_MAX)}`, "https:", 0) - "//www.".length;
      return length < ADDRESS_MAX ? Math.max(0, length) : 0;
    },
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });
  // markdown-it asks this before "://" and passes over as many signs as the target has, which for `www.` is longer than what was written.
  const atStart = linkify.matchAtStart.bind(linkify);
  linkify.matchAtStart = (text) => {
    const match = atStart(text);
    return match?.schema === "www." ? null : match;
  };
  markdown.normalizeLinkText = (text) => text;
}
