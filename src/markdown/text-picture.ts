import MarkdownIt from "markdown-it";
import type { Links } from "../addresses.ts";
import type { Image } from "../content/release/release.ts";
import { type Rendition, renditionsOf } from "../content/release/renditions.ts";
import { fill } from "../messages.ts";

const { escapeHtml } = new MarkdownIt().utils;

/** The widths in which a text shows a picture (CSS `sizes`): the column, or the screen where that is narrower. */
const SIZES = "(max-width: 40rem) 100vw, 38rem";

/** A picture within a text as HTML: WebP or JPEG in the width that is needed, its room reserved; caption, credit, licence and the file for print below. `base` is the folder of its files. */
export function pictureHtml(image: Image, alt: string, base: string, words: { credit: string; printSize: string }, links: Links): string {
  const { webp, jpeg, print } = renditionsOf(image, base.replace(/^\/|\/$/g, ""));
  const srcset = (files: readonly Rendition[]) => files.map(({ address, width }) => `${links.href(address)} ${width}w`).join(", ");
  const credit = fill(words.credit, { credit: image.credit });
  const said = image.license === undefined ? credit : `${credit}, ${image.license}`;
  const caption = image.caption === undefined ? "" : `<small class="caption">${escapeHtml(image.caption)}</small>`;
  return (
    `<picture><source type="image/webp" srcset="${srcset(webp)}" sizes="${SIZES}">` +
    `<img src="${links.href(jpeg[0]?.address ?? "")}" alt="${escapeHtml(alt)}" srcset="${srcset(jpeg)}" sizes="${SIZES}" width="${image.width}" height="${image.height}" loading="lazy"></picture>` +
    `${caption}<small class="credit">${escapeHtml(said)} <a href="${links.href(print.address)}" download>${escapeHtml(fill(words.printSize, { width: print.width }))}</a></small>`
  );
}
