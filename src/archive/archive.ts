import type { FacetName, Language } from "../addresses.ts";
import type { PlainPage } from "../content/plain-page.ts";
import type { RegisterName } from "../content/register-schema.ts";
import type { Registers } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";
import type { Rendition } from "../content/release/renditions.ts";
import { compareText } from "../problems.ts";
import type { Context } from "./context.ts";
import { FACETS, type FacetEntry, groupByFacet } from "./facets.ts";

/**
 * A file of a public release: an attachment as it is, or what is to be made of a picture (`rendition`); `digest` names the content of
 * `source`.
 */
export interface ReleaseFile {
  address: string;
  source: string;
  digest: string;
  rendition: Rendition | undefined;
}

/** What an archive holds. */
export interface Holdings {
  context: Context;
  registers: Registers;
  /** The moment (ms) for which the archive was read. */
  now: number;
  /** True where drafts and what is under an embargo are in it, for those who write. */
  isPreview: boolean;
  /** Releases that have a page, newest first; a withdrawn one keeps its address but no content. */
  releases: readonly Release[];
  /** Language versions of the releases, in the same order. */
  versions: readonly Release[];
  pages: readonly PlainPage[];
  /** Ids of the register entries that public or withdrawn releases use: these keep their page for ever. */
  used: Readonly<Record<RegisterName, ReadonlySet<string>>>;
  files: readonly ReleaseFile[];
  /** Old addresses that only a server can answer, since they differ from another address in case alone. */
  withoutPage: ReadonlySet<string>;
}

/** Everything public, sorted; every page is made from it. What is not public is not in it. */
export interface Archive extends Holdings {
  site: Context["site"];
  /** Releases that stand in lists, feeds and data: all but the withdrawn ones. */
  listed: readonly Release[];
  /** The languages in which there is anything to read, the originals' first. */
  languages: readonly Language[];
  /**
   * The listed releases in a language: all originals in that of the interface, else what was issued in it or has a version in it; the same
   * list each time.
   */
  releasesIn: (language: Language) => readonly Release[];
  /**
   * The entries of a facet that have a page in a language, in the order of their register; grouped once, though lists, feeds and
   * navigation all ask.
   */
  entriesOf: (facet: FacetName, language: Language) => readonly FacetEntry[];
}

/** Orders releases by the moment of their publication, and of one moment by their ids. */
export function newestFirst(a: Release, b: Release): number {
  return b.published - a.published || compareText(a.id, b.id);
}

/** An archive of what it holds, with the lists that every page is made from. */
export function createArchive(holdings: Holdings): Archive {
  const { context, registers, used, releases, versions } = holdings;
  const { language: original, languages } = context.site;
  const inOne = (language: Language) => {
    const isListed = (release: Release) => release.language === language && !release.withdrawn;
    const issued = releases.filter(isListed);
    const translated = versions.filter(isListed);
    // A release that was issued in the language stands among the versions in it.
    return issued.length === 0 ? translated : [...issued, ...translated].sort(newestFirst);
  };
  const inLanguages = new Map<Language, readonly Release[]>([[original, releases.filter(({ withdrawn }) => !withdrawn)]]);
  for (const language of languages) {
    if (language !== original) inLanguages.set(language, inOne(language));
  }
  const releasesIn = (language: Language) => inLanguages.get(language) ?? [];
  const entries = new Map<string, readonly FacetEntry[]>();
  return {
    ...holdings,
    site: context.site,
    listed: releasesIn(original),
    languages: languages.filter((language) => language === original || releasesIn(language).length > 0),
    releasesIn,
    entriesOf: (name, language) => {
      const key = `${name} ${language}`;
      let found = entries.get(key);
      if (!found) {
        // An entry keeps its page when its only releases are withdrawn; in a language other than the originals' it needs a release in it.
        const kept = language === original ? used[name] : new Set<string>();
        const facet = FACETS.find((one) => one.name === name);
        found = facet ? groupByFacet(facet, releasesIn(language), registers, kept) : [];
        entries.set(key, found);
      }
      return found;
    },
  };
}
