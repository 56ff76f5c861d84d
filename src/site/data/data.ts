import { createLinks, dataAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { jsonSchema } from "../../content/schema.ts";
import { WORDS } from "../../messages.ts";
import { type DataPageView, type Link, lazyText, type Page } from "../pages.ts";
import { CSV_DIALECT, writeCsv } from "./csv.ts";
import { describeCatalog } from "./dcat.ts";
import { describeFields, rowSchema } from "./fields.ts";
import { releasesByYear, toRow } from "./rows.ts";

/** The descriptions of the data by what they describe. */
const FILES = {
  index: "index.json",
  schema: "felder.json",
  catalog: "dcat.jsonld",
  manifest: "manifest.json",
  redirects: "weiterleitungen.json",
} as const;

/**
 * The archive as data under `/daten/` (issue 4): a year as CSV and as JSON Lines, the page that explains them, and descriptions for programs.
 * A new release changes the two files of its year and nothing else here, unless it opens a year.
 */
export function data(archive: Archive): Page[] {
  const links = createLinks(archive.site.url);
  const years = releasesByYear(archive).map(({ year, releases }) => ({
    year,
    csv: dataAddress(`meldungen-${year}.csv`),
    lines: dataAddress(`meldungen-${year}.jsonl`),
    releases,
    rows: askedTwice(() => releases.map((release) => toRow(release, archive, links))),
  }));
  const files = years.flatMap(({ csv, lines, releases, rows }) => [
    lazyText(csv, [releases], () => writeCsv(rows())),
    lazyText(lines, [releases], () =>
      rows()
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(""),
    ),
  ]);
  return [
    page(years),
    ...files,
    json(FILES.index, describeFiles(archive, years)),
    json(FILES.schema, {
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: links.absolute(dataAddress(FILES.schema)),
      title: WORDS.de.data.files.schema,
      ...jsonSchema(rowSchema),
    }),
    json(FILES.catalog, describeCatalog(archive, years)),
  ];
}

/** Makes a value that two files are made of, one after the other, once, and does not hold it any longer than that. */
function askedTwice<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    const { value } = made ?? { value: make() };
    made = made ? undefined : { value };
    return value;
  };
}

interface Files {
  year: number;
  csv: string;
  lines: string;
}

function page(years: readonly Files[]): DataPageView {
  const words = WORDS.de.data;
  const link = (address: string): Link => ({ label: address.slice(dataAddress().length), address });
  return {
    layout: "data",
    address: dataAddress(),
    language: "de",
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    years: years.map(({ year, csv, lines }) => ({ year, csv, lines })),
    fields: describeFields(),
    files: {
      index: link(dataAddress(FILES.index)),
      schema: link(dataAddress(FILES.schema)),
      catalog: link(dataAddress(FILES.catalog)),
      manifest: link(dataAddress(FILES.manifest)),
      redirects: link(dataAddress(FILES.redirects)),
    },
  };
}

/** What a program needs to find and read everything; checksums are in the manifest, since they change with every release. */
function describeFiles({ site }: Archive, years: readonly Files[]): object {
  const { absolute } = createLinks(site.url);
  return {
    name: site.name,
    url: site.url,
    demonstration: site.demonstration ?? null,
    issuer: site.issuer,
    publisher: site.publisher.name,
    license: { text: site.textLicense.text, url: site.textLicense.url ?? null },
    documentation: absolute(dataAddress()),
    schema: absolute(dataAddress(FILES.schema)),
    catalog: absolute(dataAddress(FILES.catalog)),
    manifest: absolute(dataAddress(FILES.manifest)),
    redirects: absolute(dataAddress(FILES.redirects)),
    csv: CSV_DIALECT,
    years: years.map(({ year, csv, lines }) => ({ year, csv: absolute(csv), jsonLines: absolute(lines) })),
    fields: describeFields(),
  };
}

function json(name: string, value: object): Page {
  return { layout: "text", address: dataAddress(name), text: `${JSON.stringify(value, null, 2)}\n` };
}
