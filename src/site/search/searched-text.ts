import type { Context } from "../../archive/context.ts";
import { nameIn } from "../../content/registers.ts";
import type { Release } from "../../content/release/release.ts";
import { CUT } from "./words.ts";

/** What a search looks for in a release beside its title: what stands on its page, and nothing that stands on the pages of all. */
export function searchedText(release: Release, { texts }: Pick<Context, "texts">): string {
  return clean([plainText(texts.html(release)), ...besideText(release)].join(" · "));
}

/** What stands beside the text: a summary that somebody wrote, pictures, files, dates, people and places, the number. */
function besideText(release: Release): string[] {
  const { language } = release;
  const said = [
    release.isSummaryDerived ? undefined : release.summary,
    ...release.images.flatMap(({ caption, credit }) => [caption, credit]),
    ...release.attachments.map(({ title }) => title),
    ...release.events.map(({ name }) => name),
    ...release.people.map(({ person, role }) => [nameIn(person, language), role].filter(Boolean).join(", ")),
    ...release.places.map((place) => nameIn(place, language)),
    release.number,
  ];
  return said.flatMap((one) => (one ? [one] : []));
}

/** All that `searchedText` and the title are made of: as long as it is the same, so is what is found. */
export function searchedSource(release: Release): unknown {
  return [release.address, release.language, release.title, release.fileDigest, ...besideText(release)];
}

/** The words of a page's own HTML; captions of pictures are said beside the text, with what the archive says of its files left out. */
function plainText(html: string): string {
  return html
    .replace(/<figure[\s>].*?<\/figure>/gs, " ")
    .replace(/<sup class="footnote-ref">.*?<\/sup>|<a [^>]*class="footnote-backref"[^>]*>.*?<\/a>/gs, "")
    .replace(/<\/?(?:p|li|h\d|td|th|tr|blockquote|pre|br|hr|section|ol|ul|table|div)\b[^>]*>/g, " \n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? " ");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** A text without what the index would take for a sign of its own: weights, the sign of cuts, invisible characters between letters. */
export function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/___PAGEFIND\w*/gi, " ")
    .replaceAll(CUT, " ")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/(?<=\p{L})·(?=\p{L})/gu, CUT)
    .replace(/\s+/g, " ")
    .trim();
}
