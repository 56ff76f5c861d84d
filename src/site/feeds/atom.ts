import type { Language } from "../../addresses.ts";
import type { Context } from "../../archive/context.ts";
import { mediaType } from "../../content/attachments.ts";
import { type Department, nameIn } from "../../content/registers.ts";
import { lastChange, lastChangeMoment, publishedMoment } from "../../content/release/moments.ts";
import { isVersion, type Release } from "../../content/release/release.ts";
import type { Site } from "../../content/site.ts";
import { isoInstant } from "../../dates.ts";
import { cdata, type Xml, xml } from "../xml.ts";
import type { FullText } from "./full-text.ts";

/**
 * What a feed says of itself; `id` is its part of a `tag:` URI, `list` the address of the page that shows the same, `archive` its links to
 * its history (RFC 5005). Where it has no release yet, `emptyAt` is the moment (ms) at which that was so.
 */
export interface FeedHead {
  address: string;
  id: string;
  list: string;
  language: Language;
  title: string;
  subtitle: string;
  archive?: ArchiveLinks;
  emptyAt?: number;
}

/** How a document of an archived feed hangs together with the others (RFC 5005, section 4); `isArchive` where it will not grow any more. */
export interface ArchiveLinks {
  isArchive: boolean;
  current?: string | undefined;
  previous?: string | undefined;
  next?: string | undefined;
}

/** Prints feeds and their entries for one site as Atom 1.0 (RFC 4287). */
export interface Atom {
  /** The settings that follow from the city: all that is printed comes from them and the releases. */
  context: Context;
  /** Prints an entry; one that is asked for again (`isHeld`) is held. */
  entry: (release: Release, isHeld: boolean) => Xml;
  document: (head: FeedHead, releases: readonly Release[], entries: readonly Xml[]) => string;
}

/** The id of a release in feeds, a `tag:` URI (RFC 4151): it stays when title, text or the site's address change. */
export function entryId(release: Pick<Release, "id" | "language" | "originalLanguage">, { tagAuthority }: Site): string {
  return `tag:${tagAuthority}:${release.id}${isVersion(release) ? `.${release.language}` : ""}`;
}

/** Who speaks in a release: the city and its office, in square brackets where the archive supplied it. */
export function authorOf(release: Release, site: Site, department: Department = release.department): string {
  const name = nameIn(department, release.language);
  return `${site.issuer}, ${release.reconstructed.includes("department") && department === release.department ? `[${name}]` : name}`;
}

/** A printer of Atom for one site. */
export function createAtom(context: Context, fullText: FullText): Atom {
  const { site } = context;
  const { absolute } = context.links;
  const held = new Map<Release, Xml>();
  const feedLink = (rel: string, address: string | undefined): Xml =>
    address === undefined ? xml`` : xml`<link rel="${rel}" type="application/atom+xml" href="${absolute(address)}"/>\n`;

  /**
   * Some readers take the first link to a page and some the last, so the entry's own language has both; RFC 4287 allows it where
   * `hreflang` differs.
   */
  const pageLinks = ({ address, language, versions }: Release): Xml[] => {
    const inLanguage = (version: { address: string; language: Language }) =>
      xml`<link rel="alternate" type="text/html" hreflang="${version.language}" href="${absolute(version.address)}"/>\n`;
    const others = versions.filter((version) => version.language !== language);
    return [
      xml`<link rel="alternate" type="text/html" href="${absolute(address)}"/>\n`,
      ...others.map(inLanguage),
      ...(others.length > 0 ? [inLanguage({ address, language })] : []),
    ];
  };

  const printEntry = (release: Release): Xml => {
    const { language } = release;
    const contributors = release.with.map(
      (department) => xml`<contributor><name>${authorOf(release, site, department)}</name></contributor>\n`,
    );
    const categories = release.topics.map((topic) => xml`<category term="${topic.id}" label="${nameIn(topic, language)}"/>\n`);
    const enclosures = release.attachments.map(
      ({ file, address, title, size }) =>
        xml`<link rel="enclosure" type="${mediaType(file)}" length="${String(size)}" title="${title}" href="${absolute(address)}"/>\n`,
    );
    const summary = release.summary === "" ? xml`` : xml`<summary>${release.summary}</summary>\n`;
    return xml`<entry xml:lang="${language}">
<id>${entryId(release, site)}</id>
<title>${release.title}</title>
<published>${publishedMoment(release, site.timeZone)}</published>
<updated>${lastChangeMoment(release, site.timeZone)}</updated>
<author><name>${authorOf(release, site)}</name></author>
${contributors}${categories}${pageLinks(release)}${enclosures}${summary}<content type="html">${cdata(fullText(release))}</content>
</entry>
`;
  };

  const document = (
    { address, id, list, language, title, subtitle, archive, emptyAt = 0 }: FeedHead,
    releases: readonly Release[],
    entries: readonly Xml[],
  ): string => {
    const { text, url } = site.textLicense;
    const changed = releases.reduce((last, release) => Math.max(last, lastChange(release, site.timeZone)), Number.NEGATIVE_INFINITY);
    const license = url === undefined ? undefined : xml`<link rel="license" href="${url}"/>\n`;
    const history = [
      feedLink("current", archive?.current),
      feedLink("prev-archive", archive?.previous),
      feedLink("next-archive", archive?.next),
    ];
    return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${language}">
<id>tag:${site.tagAuthority}:${id}</id>
<title>${title}</title>
<subtitle>${subtitleOf(subtitle, site)}</subtitle>
<updated>${isoInstant(releases.length === 0 ? emptyAt : changed, site.timeZone)}</updated>
<author><name>${site.issuer}</name></author>
<generator>Stadtchronik</generator>
<icon>${absolute("/assets/icon.svg")}</icon>
<rights>${text}</rights>
${license}<link rel="alternate" type="text/html" href="${absolute(list)}"/>
${feedLink("self", address)}${history}${archive?.isArchive ? xml`<fh:archive/>\n` : xml``}${entries}</feed>
`.xml;
  };
  return {
    context,
    entry: (release, isHeld) => {
      const entry = held.get(release) ?? printEntry(release);
      if (isHeld) held.set(release, entry);
      return entry;
    },
    document,
  };
}

/** What a feed says below its title; a demonstration says first that it is one. */
export function subtitleOf(subtitle: string, { demonstration }: Site): string {
  return demonstration === undefined ? subtitle : `${demonstration.replace(/[.!]$/, "")}. ${subtitle}`;
}
