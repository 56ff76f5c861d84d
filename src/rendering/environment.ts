import nunjucks from "nunjucks";
import { type FacetName, facetAddress, type Language, mailAddress, meaningAddress } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { DateForm } from "../archive/date-format.ts";
import { sayReason } from "../archive/related.ts";
import { describeFile, isPlayable, isSound } from "../content/attachments.ts";
import { nameIn } from "../content/registers.ts";
import type { Attachment } from "../content/release/attachment.ts";
import { endOf, publishedDate } from "../content/release/moments.ts";
import { isVersion, type Release } from "../content/release/release.ts";
import { captionOf, creditLine, type Rendition, renditionsOf, srcset } from "../content/release/renditions.ts";
import { bracketed, hasBrackets, hasSuppliedSummary } from "../content/release/supplied.ts";
import { type CityDate, isoInstant } from "../dates.ts";
import { directionOf, languageAttributes, localeOf, ownName } from "../languages.ts";
import { layoutFolders } from "../layouts.ts";
import { createMarkdown, renderText } from "../markdown/markdown.ts";
import { type CountForms, fill, type Messages } from "../messages.ts";
import { editPlace } from "../site/form/links.ts";
import { globalsOf } from "../site/globals.ts";
import type { Link, View } from "../site/pages.ts";
import { breakable, keepTogether } from "./line-breaks.ts";
import { createSoftHyphens } from "./soft-hyphens.ts";

/** The Nunjucks environment of all layouts: escaping is on, an undefined value stops the build. */
export function createEnvironment(): nunjucks.Environment {
  return new nunjucks.Environment(new nunjucks.FileSystemLoader(layoutFolders()), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
}

/** What layouts escape by; the package's types leave it out. */
const { escape: escapeHtml } = nunjucks.lib as unknown as { escape: (text: string) => string };

/** Markup that is printed as it is; nothing that an editor wrote may be in it. */
function markup(html: string): unknown {
  return html === "" ? "" : new nunjucks.runtime.SafeString(html);
}

/** The language by which the file of a version is named. */
function versionOf(release: Release): Language | undefined {
  return isVersion(release) ? release.language : undefined;
}

/** True for a page below a section of the navigation, or whose way begins there, as that of a release does in the archive. */
function isWithin(view: View & { crumbs?: readonly Link[] }, section: string): boolean {
  return view.address.startsWith(section) || ("crumbs" in view && view.crumbs?.[0]?.address === section);
}

/** A function of languages that asks the computer's lists of them once for each question: every page puts the same ones. */
function remember<Asked extends (Language | boolean | undefined)[]>(answer: (...asked: Asked) => unknown): (...asked: Asked) => unknown {
  const known = new Map<string, unknown>();
  return (...asked) => {
    const key = asked.join();
    if (!known.has(key)) known.set(key, answer(...asked));
    return known.get(key);
  };
}

/** Gives the layouts what they all need: what stands on every page, and filters for the site's address, time zone and languages. */
export function equip(environment: nunjucks.Environment, archive: Archive): void {
  const { site, links, messages, formatDate, texts } = archive.context;
  const markdown = createMarkdown(links);
  for (const [name, value] of Object.entries(globalsOf(archive))) environment.addGlobal(name, value);
  const filters: Record<string, (...given: never[]) => unknown> = {
    href: links.href,
    absolute: links.absolute,
    date: (date: CityDate, language: Language, form?: DateForm) => formatDate(date, language, form),
    publicFrom: ({ date, published }: Release, language: Language) => {
      const moment: CityDate = { ...date, precision: "minute", machine: isoInstant(published, site.timeZone), instant: published };
      return `${formatDate(moment, language)}, ${formatDate(moment, language, "time")}`;
    },
    endOf,
    publishedDate: (release: Release) => publishedDate(release, site.timeZone),
    fill,
    count: (count: number, forms: CountForms, language: Language) => messages.count(count, forms, language),
    named: nameIn,
    hyphenated: remember(createSoftHyphens()),
    sayReason,
    lang: remember((language: Language, around: Language, isLink?: boolean) => markup(languageAttributes(language, around, isLink))),
    direction: remember((language: Language) => markup(directionOf(language) === "rtl" ? ' dir="rtl"' : "")),
    locale: remember(localeOf),
    languageName: remember(ownName),
    // In the language that it leads to, since its readers look for that.
    readIn: remember((language: Language) => (messages.has(language) ? messages.in(language).release.readIn : ownName(language))),
    keepTogether: (text: string) => markup(keepTogether(escapeHtml(text))),
    breakable: (address: string) => markup(breakable(escapeHtml(address))),
    // A comment's link is its author's, not the city's (HTML, rel="ugc").
    ugcLinks: (html: string) => html.replaceAll('<a href="', '<a rel="nofollow ugc" href="'),
    renditions: renditionsOf,
    playable: (files: readonly Attachment[]) => files.filter(({ file }) => isPlayable(file)),
    isSound: ({ file }: Attachment) => isSound(file),
    paragraphs: (text: string) => text.split(/\n\s*\n/),
    fileNote: (file: Attachment, language: Language) => describeFile(file, { language, phrase: messages.in(language).release.file }),
    srcset: (files: readonly Rendition[]) => srcset(files, links.href),
    creditLine,
    captionOf,
    hasBrackets,
    hasSuppliedSummary,
    dated: (release: Pick<Release, "date" | "reconstructed">, language: Language, form?: DateForm) =>
      bracketed(release, "date", formatDate(release.date, language, form)),
    entryAddress: (facet: FacetName, id: string, language: Language) => facetAddress(facet, id, undefined, undefined, language),
    textHtml: (release: Release) => keepTogether(texts.html(release)),
    markdown: (text: string, words: Messages, base: string, idPrefix = "") =>
      renderText(markdown, text, { base, idPrefix, words: words.text }),
    isWithin,
    letterId: (letter: string) => (letter === "#" ? "weitere" : `buchstabe-${letter.toLowerCase()}`),
    urlencode: encodeURIComponent,
    // What the preview offers with a release; empty where there is none.
    editAddress: (release: Release) => editPlace(archive, release.id, versionOf(release)),
    meaningAddress,
    mailAddress: (release: Release) => (release.withdrawn ? "" : mailAddress(release.id, versionOf(release))),
  };
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter as (...given: unknown[]) => unknown);
}
