import type MarkdownIt from "markdown-it";
import type { Links } from "../addresses.ts";
import { describeFile } from "../content/attachments.ts";
import type { Release } from "../content/release/release.ts";
import type { MessageCatalog } from "../messages.ts";
import { createMarkdown, type TextPlace } from "./markdown.ts";
import { printPlain } from "./plain-text.ts";

/** A release's text as its page prints it, as an e-mail would hold it, and as the press office wrote it. */
interface Printed {
  html: string;
  plain: string;
  markdown: string;
  placed: ReadonlySet<string>;
}

/** The texts of releases: as HTML for the site's own pages, as plain text, and as Markdown; and which files (pictures) they place. */
export interface Texts {
  html: (release: Release) => string;
  plain: (release: Release) => string;
  markdown: (release: Release) => string;
  placed: (release: Release) => ReadonlySet<string>;
}

/** How many texts are held: those of a few years, which pages, files, feeds and data of these years print one after the other. */
const HELD = 3000;

/**
 * The maker of texts for a site. Each text is read and parsed once, though its page, its files and several feeds print it: that is what
 * costs most.
 */
export function createTexts(links: Links, messages: MessageCatalog): Texts {
  // Made with the first text that is printed: what only reads and checks prints none.
  let maker: MarkdownIt | undefined;
  const held = new Map<Release, Printed>();
  const print = (release: Release): Printed => {
    const known = held.get(release);
    if (known) return known;
    maker ??= createMarkdown(links);
    const markdown = maker;
    const { id, images, attachments, language } = release;
    const words = messages.in(language);
    const describe = (name: string, said: string) => {
      const attachment = attachments.find(({ file }) => file === name);
      return attachment && describeFile(attachment, { language, phrase: words.release.file, said });
    };
    const base = `/${id}/`;
    const environment = { place: { base, images, describe, words: words.text } satisfies TextPlace };
    const text = release.text();
    const tokens = markdown.parse(text, environment);
    // Plain text first: printing HTML writes into the tokens.
    const plain = printPlain(tokens, { base, images, words }, links);
    const placed = new Set(
      tokens.flatMap(({ children }) =>
        (children ?? []).filter(({ type }) => type === "image").map((token) => String(token.attrGet("src"))),
      ),
    );
    const texts = { html: markdown.renderer.render(tokens, markdown.options, environment), plain, markdown: text, placed };
    held.set(release, texts);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest) held.delete(oldest);
    return texts;
  };
  return {
    html: (release) => print(release).html,
    plain: (release) => print(release).plain,
    markdown: (release) => print(release).markdown,
    placed: (release) => print(release).placed,
  };
}

/** The same HTML for readers elsewhere: every address of the site in full, places in the text as places on `page`. */
export function absoluteHtml(html: string, siteUrl: string, page: string): string {
  const { origin } = new URL(siteUrl);
  // The renderer writes attributes in this form only, and in text a quotation mark is always escaped.
  return html
    .replace(/ (href|src)="\//g, ` $1="${origin}/`)
    .replace(/ srcset="([^"]*)"/g, (_attribute, list: string) => ` srcset="${list.replace(/(^|, )\//g, `$1${origin}/`)}"`)
    .replaceAll(' href="#', ` href="${page}#`);
}
