import type MarkdownIt from "markdown-it";
import { findAll, lineOf, parseHtml } from "../../documents/dom.ts";
import { type Converted, htmlToMarkdown } from "../../documents/html-to-markdown.ts";
import type { ResolveLink } from "../../documents/inline.ts";
import { textToMarkdown } from "../../documents/text-file.ts";
import type { Item } from "../item.ts";
import { foreignParser, prepareMarkdown } from "./markdown-text.ts";
import { evenLines } from "./plain.ts";
import { prepareTypo3 } from "./typo3-text.ts";
import { type Prepared, paragraphs, prepareWordpress } from "./wordpress-text.ts";

/** A text as Markdown with marks for its pictures (`placePictures`), and what was changed, in German, with how often. */
export interface ConvertedText extends Omit<Converted, "warnings"> {
  mended: ReadonlyMap<string, number>;
}

/** Turns the texts of a source into Markdown that the archive accepts. */
export interface Conversion {
  /** With `isBare`, the words alone. */
  convert: (item: Pick<Item, "text" | "form">, title: string | undefined, resolve: ResolveLink, isBare?: boolean) => ConvertedText;
}

/** A conversion of many texts, one after the other. */
export function createConversion(): Conversion {
  let parser: MarkdownIt | undefined;
  const prepare = ({ text, form }: Pick<Item, "text" | "form">): Prepared => {
    if (form === "wordpress") return prepareWordpress(text);
    if (form === "typo3") return prepareTypo3(text);
    if (form === "html") return { html: /<(p|br|div|h\d|li|table|blockquote)\b/i.test(text) ? text : paragraphs(text), dropped: [] };
    parser ??= foreignParser();
    return prepareMarkdown(text, parser);
  };
  return {
    convert: (item, title, resolve, isBare = false) => {
      const mended = new Map<string, number>();
      const count = (what: string) => mended.set(what, (mended.get(what) ?? 0) + 1);
      if (item.form === "own") return { title: undefined, markdown: item.text.trim(), pictures: [], mended };
      if (item.form === "plain")
        return {
          title: undefined,
          markdown: textToMarkdown(evenLines(resolvedEntities(item.text)), { title: title ?? "" }).markdown,
          pictures: [],
          mended,
        };
      const { html, dropped } = prepare(item);
      for (const name of dropped)
        count(`Ein Baustein des alten Systems ist weggefallen, weil er keine Worte enthält: ${name.slice(0, 40)}.`);
      const sound = html
        .replace(/<(\/?)del\b/gi, "<$1s")
        .replace(/<noscript\b[\s\S]*?<\/noscript>/gi, "")
        .replace(/(?:&nbsp;|&#160;|[\u00a0 ]){2,}/g, " ");
      const { warnings, ...converted } = htmlToMarkdown(sound, { title: title ?? "", isPart: true, resolve });
      for (const warning of warnings) count(`${warning.split(/[:„]/)[0]?.trim().replace(/[.,]$/, "")}.`);
      if (!isBare) return { ...converted, mended };
      // What no rule foresaw: the words alone, each sign escaped.
      count("Ein Text ist ohne Auszeichnungen übernommen, weil sie sich nicht in Markdown schreiben ließen.");
      return { ...converted, markdown: wordsOf(sound), mended };
    },
  };
}

/** The words of a piece of HTML, a paragraph a block. */
function wordsOf(html: string): string {
  const { body } = parseHtml(html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, "").replace(/<br\b[^>]*>/gi, "\n"));
  const blocks = findAll(body, "p, h1, h2, h3, h4, h5, h6, li, td, th, blockquote, pre, figcaption, dt, dd");
  const leaves = blocks.filter((block) => findAll(block, "p, li, td, blockquote").length === 0);
  const text =
    leaves.length > 0
      ? leaves
          .map(lineOf)
          .filter((line) => line !== "")
          .join("\n\n")
      : body.textContent;
  const all =
    body.textContent.replace(/\s/g, "").length > text.replace(/\s/g, "").length ? body.textContent.replace(/\n\s*\n/g, "\n\n") : text;
  return textToMarkdown(all, { title: "" }).markdown;
}

/** A plain text whose signs were written as entities. */
function resolvedEntities(text: string): string {
  return /&(#\d+|#x[\da-f]+|[a-z]+);/i.test(text) && !/<\w/.test(text)
    ? parseHtml(`<pre>\n${text.replaceAll("<", "&lt;")}</pre>`).body.textContent
    : text;
}
