import { createLinks } from "../addresses.ts";
import { describeFile } from "../content/attachments.ts";
import type { Release } from "../content/release/release.ts";
import type { Site } from "../content/site.ts";
import { WORDS } from "../messages.ts";
import { createMarkdown, type TextPlace } from "./markdown.ts";
import { printPlain } from "./plain-text.ts";

/** The text of a release as its page prints it and as an e-mail would hold it. */
interface Printed {
  html: string;
  plain: string;
}

/** The texts of a site's releases, as HTML for its own pages and as plain text. */
export interface Texts {
  html: (release: Release) => string;
  plain: (release: Release) => string;
}

/** How many texts are held: those of a few years, which pages, files, feeds and data of these years print one after the other. */
const HELD = 3000;

const makers = new WeakMap<Site, Texts>();

/** The maker of texts for a site. Each text is parsed once, though its page, its files and several feeds print it: that is what costs most. */
export function textsOf(site: Site): Texts {
  const known = makers.get(site);
  if (known) return known;
  const links = createLinks(site.url);
  const markdown = createMarkdown(links);
  const printed = new Map<Release, Printed>();
  const print = (release: Release): Printed => {
    let texts = printed.get(release);
    if (!texts) {
      const { id, images, attachments, language } = release;
      const describe = (name: string, words: string) => {
        const attachment = attachments.find(({ file }) => file === name);
        return attachment && describeFile(attachment, language, words);
      };
      const words = WORDS[language];
      const base = `/${id}/`;
      const environment = { place: { base, images, describe, words: words.text } satisfies TextPlace };
      const tokens = markdown.parse(release.text(), environment);
      // Plain text first: printing HTML writes into the tokens.
      const plain = printPlain(tokens, { base, words }, links);
      texts = { html: markdown.renderer.render(tokens, markdown.options, environment), plain };
      printed.set(release, texts);
      const [oldest] = printed.keys();
      if (printed.size > HELD && oldest) printed.delete(oldest);
    }
    return texts;
  };
  const texts = { html: (release: Release) => print(release).html, plain: (release: Release) => print(release).plain };
  makers.set(site, texts);
  return texts;
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
