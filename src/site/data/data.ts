import { dataAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { jsonSchema } from "../../content/schema.ts";
import { jsonPage, type Link, type PackagePage, type Page, textPage, type View } from "../pages.ts";
import { CSV_DIALECT, writeCsv } from "./csv.ts";
import { describeCatalog } from "./dcat.ts";
import { describeFields, rowSchema } from "./fields.ts";
import { type Rows, releasesByYear, rowsOf } from "./rows.ts";

/** The descriptions of the data by what they describe. */
const FILES = {
  index: "index.json",
  schema: "felder.json",
  catalog: "dcat.jsonld",
  manifest: "manifest.json",
  redirects: "weiterleitungen.json",
} as const;

/** All years of either form, packed. */
const ALL_YEARS = { csv: dataAddress("alle-jahre-csv.zip"), lines: dataAddress("alle-jahre-jsonl.zip") };

/**
 * The archive as data under `/daten/`: a year as CSV and as JSON Lines, all years of either packed, the page that explains them, and
 * descriptions for programs. A new release changes the two files of its year and the two packed ones, unless it opens a year.
 */
export function data(archive: Archive): Page[] {
  const { context } = archive;
  const words = context.messages.in(archive.site.language).data;
  const years = releasesByYear(archive).map(({ year, releases }) => ({
    year,
    csv: dataAddress(`meldungen-${year}.csv`),
    lines: dataAddress(`meldungen-${year}.jsonl`),
    rows: rowsOf(releases, context),
  }));
  const tables = years.map(({ csv, rows }) => textPage({ address: csv, kind: "data", from: rows, print: printCsv }));
  const lines = years.map((year) => textPage({ address: year.lines, kind: "data", from: year.rows, print: printLines }));
  // Both of a year one after the other: their rows are made once.
  const files = tables.flatMap((table, index) => [table, ...lines.slice(index, index + 1)]);
  // A preview, of which nobody keeps a copy, has none.
  const all = years.length > 1 && !archive.isPreview ? ALL_YEARS : undefined;
  const packages: PackagePage[] = all
    ? [
        { address: all.csv, kind: "data", members: tables },
        { address: all.lines, kind: "data", members: lines },
      ]
    : [];
  const json = (name: string, value: object) => jsonPage(dataAddress(name), "data", value);
  return [
    page(archive, years, all),
    ...files,
    ...packages,
    json(FILES.index, describeFiles(archive, years, all)),
    json(FILES.schema, {
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: context.links.absolute(dataAddress(FILES.schema)),
      title: words.files.schema,
      ...jsonSchema(rowSchema),
    }),
    json(FILES.catalog, describeCatalog(archive, years)),
  ];
}

function printCsv({ take }: Rows): string {
  return writeCsv(take());
}

function printLines({ take }: Rows): string {
  return take()
    .map((row) => `${JSON.stringify(row)}\n`)
    .join("");
}

type AllYears = typeof ALL_YEARS;

interface Files {
  year: number;
  csv: string;
  lines: string;
}

/** The page on the archive as data: its files by year, and what their fields mean. */
export interface DataPageView extends View {
  layout: "data";
  years: readonly { year: number; csv: string; lines: string }[];
  /** All years packed; undefined where there is only one. */
  all: AllYears | undefined;
  fields: readonly { name: string; columns: readonly string[]; description: string; example: string }[];
  /** The descriptions for programs. */
  files: Record<"index" | "schema" | "catalog" | "manifest" | "redirects", Link>;
}

function page({ site, context }: Archive, years: readonly Files[], all: AllYears | undefined): DataPageView {
  const words = context.messages.in(site.language).data;
  const link = (address: string): Link => ({ label: address.slice(dataAddress().length), address });
  return {
    layout: "data",
    kind: "data",
    address: dataAddress(),
    language: site.language,
    title: words.heading,
    description: words.description,
    isIndexed: true,
    alternates: [],
    years: years.map(({ year, csv, lines }) => ({ year, csv, lines })),
    all,
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
function describeFiles({ site, context }: Archive, years: readonly Files[], all: AllYears | undefined): object {
  const { absolute } = context.links;
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
    allYears: all ? { csv: absolute(all.csv), jsonLines: absolute(all.lines) } : null,
    fields: describeFields(),
  };
}
