import { facetAddress, homeAddress, type Language, type Links, releaseAddress } from "../addresses.ts";
import type { Context } from "../archive/context.ts";
import { type Entry, nameIn, type Place } from "../content/registers.ts";
import { changedDate, publishedDate } from "../content/release/moments.ts";
import { isVersion, type Release } from "../content/release/release.ts";
import { heightOf, renditionsOf } from "../content/release/renditions.ts";
import type { Site } from "../content/site.ts";
import { SIGN } from "./icons.ts";
import type { Link, Preview } from "./pages.ts";

/** Longest headline in characters (Google's rule for articles); the whole title is then the `name`. */
const HEADLINE_MAX = 110;

type Node = Record<string, unknown>;

/**
 * JSON-LD of a release page, to print in a script element: the article (schema.org NewsArticle) and the way to it; a withdrawn release has
 * only the way. `preview` is the picture of a release that has none.
 */
export function releaseData(
  release: Release,
  { crumbs, preview }: { crumbs: readonly Link[]; preview: Preview | undefined },
  structured: Pick<Context, "site" | "links">,
): string {
  const way = breadcrumbs([...crumbs, { label: release.title, address: release.address }], structured);
  return serialise(release.withdrawn ? [way] : [article(release, preview, structured), way]);
}

/** JSON-LD of the home page (schema.org WebSite). */
export function siteData(language: Language, structured: Pick<Context, "site" | "links">): string {
  const { site, links } = structured;
  const address = links.absolute(homeAddress(language));
  return serialise([
    {
      "@type": "WebSite",
      "@id": address,
      url: address,
      name: site.name,
      description: site.tagline,
      inLanguage: language,
      publisher: publisher(site, links),
    },
  ]);
}

/** JSON that no HTML parser takes for the end of its script element (HTML Living Standard, 4.12.1.3) and any JavaScript can read. */
export function serialise(nodes: readonly Node[]): string {
  const escapes: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029" };
  const [only] = nodes;
  const content = nodes.length === 1 ? only : { "@graph": nodes };
  return JSON.stringify({ "@context": "https://schema.org", ...content }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => escapes[character] ?? character,
  );
}

function article(release: Release, preview: Preview | undefined, { site, links }: Pick<Context, "site" | "links">): Node {
  const { language, title } = release;
  const url = links.absolute(release.address);
  const original = links.absolute(releaseAddress(release.id));
  const headline = shorten(title);
  // What the archive has supplied is not stated as a fact: machines know no square brackets.
  const isReconstructed = (field: string) => release.reconstructed.includes(field);
  return {
    "@type": "NewsArticle",
    "@id": url,
    url,
    mainEntityOfPage: url,
    headline,
    name: headline === title ? undefined : title,
    description: release.summary || undefined,
    inLanguage: language,
    datePublished: publishedDate(release, site.timeZone),
    dateModified: changedDate(release),
    identifier: isReconstructed("number") ? undefined : release.number,
    isAccessibleForFree: true,
    author: {
      "@type": "Organization",
      name: site.issuer,
      url: links.absolute(homeAddress()),
      logo: sign(links),
      department: isReconstructed("department") ? undefined : { "@type": "Organization", name: nameIn(release.department, language) },
    },
    publisher: publisher(site, links),
    image: some(images(release, preview, links)),
    keywords: release.topics.map((topic) => nameIn(topic, language)),
    about: some(
      (isReconstructed("people") ? [] : release.people).map(({ person, role }) => ({
        "@type": "Person",
        name: nameIn(person, language),
        jobTitle: role,
        url: person.page ? links.absolute(facetAddress("people", person.id, undefined, undefined, language)) : undefined,
      })),
    ),
    contentLocation: some((isReconstructed("places") ? [] : release.places).map((place) => location(place, language))),
    isBasedOn: release.source?.url,
    correction: some(
      release.corrections.map(({ date, note }) => ({ "@type": "CorrectionComment", datePublished: date.machine, text: note })),
    ),
    license: site.textLicense.url,
    copyrightNotice: site.textLicense.text,
    translationOfWork: isVersion(release)
      ? { "@type": "NewsArticle", "@id": original, url: original, inLanguage: release.originalLanguage }
      : undefined,
    workTranslation: isVersion(release) ? undefined : some(translations(release, links)),
  };
}

function images(release: Release, preview: Preview | undefined, links: Links): Node[] {
  if (release.images.length === 0 && preview) {
    const url = links.absolute(preview.address);
    return [{ "@type": "ImageObject", url, contentUrl: url, width: preview.width, height: preview.height, caption: preview.alt }];
  }
  return release.images.flatMap((image) => {
    const file = renditionsOf(image, release.id).jpeg.at(-1);
    if (!file) return [];
    const url = links.absolute(file.address);
    return {
      "@type": "ImageObject",
      url,
      contentUrl: url,
      width: file.width,
      height: heightOf(image, file),
      caption: image.caption ?? image.alt,
      creditText: image.credit,
    };
  });
}

function translations(release: Release, links: Links): Node[] {
  return release.versions
    .filter((version) => version.language !== release.language)
    .map(({ language, address, title }) => ({
      "@type": "NewsArticle",
      "@id": links.absolute(address),
      url: links.absolute(address),
      inLanguage: language,
      headline: shorten(title),
    }));
}

/** Only a real city's site may call its publisher a public body. */
function publisher({ demonstration, publisher: { name } }: Site, links: Links): Node {
  const type = demonstration === undefined ? "GovernmentOrganization" : "Organization";
  return { "@type": type, name, url: links.absolute(homeAddress()), logo: sign(links) };
}

/** The sign of the site, as search engines show it beside a name. */
function sign(links: Links): Node {
  return { "@type": "ImageObject", url: links.absolute(SIGN.address), width: SIGN.size, height: SIGN.size };
}

function location(place: Place & Entry, language: Language): Node {
  const { lat: latitude, lon: longitude, country } = place;
  return {
    "@type": "Place",
    name: nameIn(place, language),
    address: country && { "@type": "PostalAddress", addressCountry: country },
    geo: latitude === undefined || longitude === undefined ? undefined : { "@type": "GeoCoordinates", latitude, longitude },
  };
}

function breadcrumbs(crumbs: readonly Link[], { links }: Pick<Context, "site" | "links">): Node {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, address }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: links.absolute(address),
    })),
  };
}

function shorten(title: string): string {
  if (title.length <= HEADLINE_MAX) return title;
  const cut = title.slice(0, HEADLINE_MAX - 1);
  // The last word may be cut in half, and so may a letter beyond the basic plane.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), HEADLINE_MAX / 2)).replace(/[\uD800-\uDBFF]$|[\s,;:–-]+$/u, "")}…`;
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
