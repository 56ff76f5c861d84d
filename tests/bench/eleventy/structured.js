import { absolute, month, names, places, prefix, site, words } from "./town.js";

const HEADLINE_MAX = 110;

/** The sign of the site. */
const sign = { url: absolute("/"), logo: { "@type": "ImageObject", url: absolute("/assets/icon-512.png"), width: 512, height: 512 } };

/** JSON that ends no script element. */
const serialise = (nodes) => JSON.stringify({ "@context": "https://schema.org", ...(nodes.length === 1 ? nodes[0] : { "@graph": nodes }) }).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);

/** JSON-LD of a release. */
export function structured(url, byUrl) {
  const { data } = byUrl.get(url);
  const { language, machine } = data;
  const base = absolute(prefix(language));
  const crumbs = data.withdrawn
    ? []
    : [
        [words[language].navigation.archive, `${base}/archiv/`],
        [machine.slice(0, 4), `${base}/${machine.slice(0, 4)}/`],
        [month(machine, language), `${base}/${machine.slice(0, 4)}/${machine.slice(5, 7)}/`],
      ];
  const way = { "@type": "BreadcrumbList", itemListElement: [...crumbs, [data.title, absolute(url)]].map(([label, item], at) => ({ "@type": "ListItem", position: at + 1, name: label, item })) };
  if (data.withdrawn) return serialise([way]);
  const some = (list) => (list.length > 0 ? list : undefined);
  const cut = data.title.slice(0, HEADLINE_MAX - 1);
  const headline = data.title.length > HEADLINE_MAX ? `${cut.slice(0, cut.lastIndexOf(" ")).replace(/[\s,;:–-]+$/u, "")}…` : data.title;
  const original = absolute(`/${data.id}/`);
  const article = {
    "@type": "NewsArticle",
    "@id": absolute(url),
    url: absolute(url),
    mainEntityOfPage: absolute(url),
    headline,
    name: headline === data.title ? undefined : data.title,
    description: data.summary,
    inLanguage: language,
    datePublished: data.issued,
    dateModified: data.corrected,
    identifier: data.number,
    isAccessibleForFree: true,
    author: { "@type": "Organization", name: site.issuer, ...sign, department: { "@type": "Organization", name: names[language].departments[data.department] } },
    publisher: { "@type": "Organization", name: site.publisher, ...sign },
    keywords: data.topics.map((id) => names[language].topics[id]),
    about: some((data.people ?? []).map(({ id, role, page }) => ({ "@type": "Person", name: names[language].people[id], jobTitle: role, url: page ? `${base}/personen/${id}/` : undefined }))),
    contentLocation: some(
      (data.places ?? []).map((id) => ({
        "@type": "Place",
        name: names[language].places[id],
        address: places[id].country && { "@type": "PostalAddress", addressCountry: places[id].country },
        geo: places[id].lat === undefined ? undefined : { "@type": "GeoCoordinates", latitude: places[id].lat, longitude: places[id].lon },
      })),
    ),
    correction: some((data.corrections ?? []).map(({ date, note }) => ({ "@type": "CorrectionComment", datePublished: date, text: note }))),
    copyrightNotice: site.textLicense.text,
    translationOfWork: language === "de" ? undefined : { "@type": "NewsArticle", "@id": original, url: original, inLanguage: "de" },
    workTranslation:
      language === "de"
        ? some(
            (data.versions ?? [])
              .filter((version) => version.language !== "de")
              .map((version) => ({ "@type": "NewsArticle", "@id": absolute(version.address), url: absolute(version.address), inLanguage: version.language, headline: version.title })),
          )
        : undefined,
  };
  return serialise([article, way]);
}

/** JSON-LD of a home page. */
export function siteData({ address, language }) {
  const url = absolute(address);
  return serialise([{ "@type": "WebSite", "@id": url, url, name: site.name, description: site.tagline, inLanguage: language, publisher: { "@type": "Organization", name: site.publisher, ...sign } }]);
}
