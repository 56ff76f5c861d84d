import { createLinks } from "./addresses.ts";
import { describeFile } from "./attachments.ts";
import { createMarkdown, renderText } from "./markdown.ts";
import type { Release } from "./release/release.ts";
import type { Site } from "./site.ts";
import { WORDS } from "./words.ts";

/** The text of a release as HTML for the site's own pages. */
export type TextHtml = (release: Release) => string;

const makers = new WeakMap<Site, TextHtml>();

/** The maker of texts for a site. Each text is rendered once, though its page and several feeds print it: parsing Markdown is what costs most. */
export function textHtmlOf(site: Site): TextHtml {
  const known = makers.get(site);
  if (known) return known;
  const markdown = createMarkdown(createLinks(site.url));
  const rendered = new WeakMap<Release, string>();
  const make: TextHtml = (release) => {
    let html = rendered.get(release);
    if (html === undefined) {
      const { id, images, attachments, language } = release;
      const describe = (name: string, words: string) => {
        const attachment = attachments.find(({ file }) => file === name);
        return attachment && describeFile(attachment, language, words);
      };
      html = renderText(markdown, release.text(), { base: `/${id}/`, images, describe, words: WORDS[language].text });
      rendered.set(release, html);
    }
    return html;
  };
  makers.set(site, make);
  return make;
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
