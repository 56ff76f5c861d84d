import { dataAddress, homeAddress, type Language } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Site } from "../../content/site.ts";
import { fill } from "../../messages.ts";

const EU = "http://publications.europa.eu/resource/authority";
const LICENSES = "http://dcat-ap.de/def/licenses";

/**
 * Licences that DCAT-AP.de lists under addresses of its own (http://dcat-ap.de/def/licenses/), and whether they ask for the author's name.
 */
const LISTED_LICENSES: readonly { url: RegExp; id: string; isAttributed: boolean }[] = [
  { url: /creativecommons\.org\/publicdomain\/zero\/1\.0/, id: "cc-zero", isAttributed: false },
  { url: /creativecommons\.org\/licenses\/by\/4\.0/, id: "cc-by/4.0", isAttributed: true },
  { url: /creativecommons\.org\/licenses\/by-sa\/4\.0/, id: "cc-by-sa/4.0", isAttributed: true },
  { url: /govdata\.de\/dl-de\/zero-2-0/, id: "dl-zero-de/2.0", isAttributed: false },
  { url: /govdata\.de\/dl-de\/by-2-0/, id: "dl-by-de/2.0", isAttributed: true },
];

/** Names of the languages in the European Union's list. */
const EU_LANGUAGES: Partial<Record<Language, string>> = {
  de: "DEU",
  en: "ENG",
  ar: "ARA",
  fr: "FRA",
  it: "ITA",
  pl: "POL",
  ro: "RON",
  ru: "RUS",
  es: "SPA",
  tr: "TUR",
  uk: "UKR",
};

/** A year's two files, by their addresses. */
export interface YearFiles {
  year: number;
  csv: string;
  lines: string;
}

/**
 * The archive described for data portals: DCAT-AP.de 3.0 as JSON-LD, a series with a dataset a year.
 * It says nothing that changes with a release (no dates, sizes, checksums), and of the publisher only what `site.yml` says: no kind of
 * authority.
 */
export function describeCatalog({ site, versions, context }: Archive, years: readonly YearFiles[]): object {
  const { absolute } = context.links;
  const words = context.messages.in(site.language).data.catalog;
  const values = { site: site.name, issuer: site.issuer };
  const node = (name: string) => ({ "@id": `${absolute(dataAddress("dcat.jsonld"))}#${name}` });
  const text = (phrase: string, more: object = {}) => ({ "@value": fill(phrase, { ...values, ...more }), "@language": "de" });
  const noted = (phrase: string, more: object = {}) => text(site.demonstration ? `${phrase} ${site.demonstration}.` : phrase, more);
  const license = licenseOf(site);
  const languages = [
    ...new Set<Language>([site.language, ...versions.filter(({ withdrawn }) => !withdrawn).map(({ language }) => language)]),
  ];
  const publisher = { "dcterms:publisher": node("betreiber") };
  const contactPoint = { "dcat:contactPoint": node("kontakt") };
  const language = {
    "dcterms:language": languages.flatMap((name) => (EU_LANGUAGES[name] ? [{ "@id": `${EU}/language/${EU_LANGUAGES[name]}` }] : [])),
  };
  const availability = { "dcatap:availability": { "@id": `${EU}/planned-availability/${site.demonstration ? "EXPERIMENTAL" : "STABLE"}` } };
  const series = {
    ...node("meldungen"),
    "@type": "dcat:DatasetSeries",
    "dcterms:title": text(words.series),
    "dcterms:description": noted(words.seriesDescription),
    "dcterms:accrualPeriodicity": { "@id": `${EU}/frequency/IRREG` },
    ...publisher,
    ...contactPoint,
  };
  const datasets = years.map(({ year, csv, lines }) => ({
    ...node(String(year)),
    "@type": "dcat:Dataset",
    "dcterms:title": text(words.year, { year }),
    "dcterms:description": noted(words.yearDescription, { year }),
    "dcterms:identifier": absolute(csv).replace(/\.csv$/, ""),
    "dcat:inSeries": node("meldungen"),
    "dcat:theme": { "@id": `${EU}/data-theme/GOVE` },
    "dcat:keyword": words.keywords.map((keyword) => text(keyword)),
    "dcat:landingPage": { "@id": absolute(dataAddress()) },
    "dcterms:temporal": { "@type": "dcterms:PeriodOfTime", "dcat:startDate": day(year, "01-01"), "dcat:endDate": day(year, "12-31") },
    ...publisher,
    ...contactPoint,
    ...language,
    ...availability,
    "dcat:distribution": [
      distribution(csv, text(words.csv, { year }), {
        "dcterms:format": { "@id": `${EU}/file-type/CSV` },
        "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/text/csv" },
      }),
      distribution(lines, text(words.lines, { year }), { "dcterms:format": { "@id": `${EU}/file-type/JSON` } }),
    ],
  }));

  function distribution(address: string, title: object, format: object): object {
    const url = { "@id": absolute(address) };
    return {
      "@type": "dcat:Distribution",
      "dcterms:title": title,
      "dcat:accessURL": url,
      "dcat:downloadURL": url,
      "dcterms:license": { "@id": license.address },
      "dcterms:rights": node("rechte"),
      ...(license.isAttributed ? { "dcatde:licenseAttributionByText": text(site.issuer) } : {}),
      ...availability,
      ...format,
    };
  }

  const catalog = {
    ...node("katalog"),
    "@type": "dcat:Catalog",
    "dcterms:title": text(words.title),
    "dcterms:description": noted(words.description),
    ...publisher,
    ...language,
    "foaf:homepage": { "@id": absolute(homeAddress()) },
    "dcat:themeTaxonomy": { "@id": `${EU}/data-theme` },
    "dcat:dataset": [node("meldungen"), ...years.map(({ year }) => node(String(year)))],
  };
  const { name, contact } = site.publisher;
  const agents = [
    { ...node("betreiber"), "@type": "foaf:Agent", "foaf:name": text(name) },
    {
      ...node("kontakt"),
      "@type": "vcard:Kind",
      "vcard:fn": text(contact.name ?? name),
      ...(contact.email
        ? { "vcard:hasEmail": { "@id": `mailto:${contact.email}` } }
        : { "vcard:hasURL": { "@id": absolute(homeAddress()) } }),
    },
    { "@id": license.address, "@type": "dcterms:LicenseDocument" },
    { ...node("rechte"), "@type": "dcterms:RightsStatement", "rdfs:label": text(site.textLicense.text) },
  ];
  return { "@context": CONTEXT, "@graph": [catalog, series, ...datasets, ...agents] };
}

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcatap: "http://data.europa.eu/r5r/",
  dcatde: "http://dcat-ap.de/def/dcatde/",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/**
 * The licence of the texts as DCAT-AP.de names it; without one, nothing is free ("andere geschlossene Lizenz"), and the rights statement
 * says what holds.
 */
function licenseOf({ textLicense: { url } }: Site): { address: string; isAttributed: boolean } {
  if (url === undefined) return { address: `${LICENSES}/other-closed`, isAttributed: false };
  const listed = LISTED_LICENSES.find((license) => license.url.test(url));
  return listed ? { address: `${LICENSES}/${listed.id}`, isAttributed: listed.isAttributed } : { address: url, isAttributed: false };
}

function day(year: number, monthDay: string): object {
  return { "@value": `${String(year).padStart(4, "0")}-${monthDay}`, "@type": "xsd:date" };
}
