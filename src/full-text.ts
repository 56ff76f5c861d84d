import { createLinks } from "./addresses.ts";
import { createDateFormat } from "./dates.ts";
import { createMarkdown, renderText } from "./markdown.ts";
import type { Release } from "./release/release.ts";
import type { Site } from "./site.ts";
import { fill, WORDS } from "./words.ts";
import { type Xml, xml } from "./xml.ts";

/** The full text of a release as HTML that can be read anywhere: every link absolute, what the page says above the text before it. */
export type FullText = (release: Release) => string;

/** A maker of full texts for one site. */
export function createFullText(site: Site): FullText {
  const { absolute } = createLinks(site.url);
  const markdown = createMarkdown({ href: absolute, absolute });
  const formatDate = createDateFormat(site.timeZone);
  const notices = ({ translation, corrections, language }: Release): Xml[] => {
    const words = WORDS[language].release;
    const kind = translation && words.translations[translation.kind];
    return [
      ...(translation ? [xml`<p><em>${kind}${translation.by === undefined ? undefined : ` ${fill(words.translatedBy, { by: translation.by })}`}</em></p>\n`] : []),
      ...corrections.map(({ date, note }) => xml`<p><strong>${fill(words.correction, { date: formatDate(date, language) })}</strong> ${note}</p>\n`),
    ];
  };
  return (release) => {
    const text = renderText(markdown, release.text, { base: `/${release.id}/`, images: release.images, words: WORDS[release.language].text });
    // A footnote's link within the page would else be read as a place in the feed; in text a quotation mark is always escaped.
    return xml`${notices(release)}`.xml + text.replaceAll('href="#', `href="${absolute(release.address)}#`);
  };
}
