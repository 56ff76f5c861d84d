import { createLinks } from "../../addresses.ts";
import type { Image, Release } from "../../content/release/release.ts";
import { creditLine, picturesAround, renditionsOf } from "../../content/release/renditions.ts";
import type { Site } from "../../content/site.ts";
import { createDateFormat } from "../../dates.ts";
import { absoluteHtml, textsOf } from "../../markdown/text-html.ts";
import { fill, WORDS } from "../../messages.ts";
import { type Xml, xml } from "../xml.ts";

/** The full text of a release as HTML that can be read anywhere: every link absolute, with its pictures and what the page says above the text. */
export type FullText = (release: Release) => string;

/** A maker of full texts for one site. */
export function createFullText(site: Site): FullText {
  const { absolute } = createLinks(site.url);
  const textHtml = textsOf(site).html;
  const formatDate = createDateFormat(site.timeZone);

  const notices = ({ translation, corrections, language }: Release): Xml[] => {
    const words = WORDS[language].release;
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
    const caption = [...(image.caption === undefined ? [] : [image.caption]), creditLine(image, WORDS[language].release)].join(" ");
    return xml`<figure><img src="${source}" alt="${image.alt}"/><figcaption>${caption}</figcaption></figure>\n`;
  };
  return (release) => {
    const [first, ...others] = picturesAround(release).map((image) => figure(release, image));
    const text = absoluteHtml(textHtml(release), site.url, absolute(release.address));
    return xml`${notices(release)}${first}${{ xml: text }}${others}`.xml;
  };
}
