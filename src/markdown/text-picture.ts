import MarkdownIt from "markdown-it";
import type { Links } from "../addresses.ts";
import type { Image } from "../content/release/release.ts";
import { type CreditWords, captionOf, creditLine, renditionsOf, srcset } from "../content/release/renditions.ts";
import { fill } from "../messages.ts";

const { escapeHtml } = new MarkdownIt().utils;

/**
 * A picture within a text as HTML, in the format and width that the browser needs, with its caption, credit and the file for print; within
 * a link (`isLinked`) without this file, since no link may stand in another. Only elements that may stand within a paragraph are used, as
 * Markdown puts pictures there. `base` is the folder of its files.
 */
export function pictureHtml(
  image: Image,
  { alt, isLinked }: { alt: string; isLinked: boolean },
  { base, words }: { base: string; words: CreditWords & { printSize: string } },
  links: Links,
): string {
  const { webp, jpeg, print, sizes } = renditionsOf(image, base.replace(/^\/|\/$/g, ""));
  const said = captionOf(image);
  const caption = said === undefined ? "" : `<small class="caption">${escapeHtml(said)}</small>`;
  const printSize = escapeHtml(fill(words.printSize, { width: print.width }));
  const download = isLinked ? "" : ` <a href="${links.href(print.address)}" download>${printSize}</a>`;
  return (
    `<picture><source type="image/webp" srcset="${srcset(webp, links.href)}" sizes="${sizes}">` +
    `<img src="${links.href(jpeg[0]?.address ?? "")}" alt="${escapeHtml(alt)}" srcset="${srcset(jpeg, links.href)}" sizes="${sizes}" ` +
    `width="${image.width}" height="${image.height}" loading="lazy"></picture>${caption}` +
    `<small class="credit">${escapeHtml(creditLine(image, words))}${download}</small>`
  );
}
