import type { Context } from "../../archive/context.ts";
import type { Image, Release } from "../../content/release/release.ts";
import { captionOf, creditLine, picturesAround, renditionsOf } from "../../content/release/renditions.ts";
import { absoluteHtml } from "../../markdown/text-html.ts";
import { fill } from "../../messages.ts";
import { type Xml, xml } from "../xml.ts";

/**
 * The full text of a release as HTML that can be read anywhere: every link absolute, with its pictures and what the page says above the
 * text.
 */
export type FullText = (release: Release) => string;

/** A maker of full texts for one site. */
export function createFullText({ site, links: { absolute }, messages, formatDate, texts }: Context): FullText {
  const notices = ({ translation, corrections, language }: Release): Xml[] => {
    const words = messages.in(language).release;
    const translated = translation && [
      words.translations[translation.kind],
      ...(translation.by === undefined ? [] : [fill(words.translatedBy, { by: translation.by })]),
    ];
    return [
      ...(translated ? [xml`<p><em>${translated.join(" ")}</em></p>\n`] : []),
      ...corrections.map(
        ({ date, note }) => xml`<p><strong>${fill(words.correction, { date: formatDate(date, language) })}</strong> ${note}</p>\n`,
      ),
    ];
  };
  const figure = ({ id, language }: Release, image: Image): Xml => {
    const { jpeg } = renditionsOf(image, id);
    const source = absolute((jpeg[1] ?? jpeg[0])?.address ?? "");
    const credit = creditLine(image, messages.in(language).release);
    const said = captionOf(image);
    const caption = said === undefined ? credit : `${said} ${credit}`;
    return xml`<figure><img src="${source}" alt="${image.alt}"/><figcaption>${caption}</figcaption></figure>\n`;
  };
  /** Where a text is not in the archive, what stands for it. */
  const missingText = (release: Release, words: string): Xml | undefined => {
    const url = release.source?.url;
    return url === undefined || texts.markdown(release).trim() !== "" ? undefined : xml`<p>${words} <a href="${url}">${url}</a></p>\n`;
  };
  return (release) => {
    const [first, ...others] = picturesAround(release.images, () => texts.placed(release)).map((image) => figure(release, image));
    const elsewhere = missingText(release, messages.in(release.language).release.textElsewhere);
    const text = elsewhere?.xml ?? absoluteHtml(texts.html(release), site.url, absolute(release.address));
    return xml`${notices(release)}${first}${{ xml: text }}${others}`.xml;
  };
}
