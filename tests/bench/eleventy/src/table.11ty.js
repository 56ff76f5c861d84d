import { stringify } from "csv-stringify/sync";
import { ofYear, row } from "../rows.js";
import { years } from "../town.js";

const ids = (list) => list.map(({ id }) => id).join(" | ");
const names = (list) => list.map(({ name }) => name).join(" | ");
const COLUMNS = {
  id: (r) => r.id,
  language: (r) => r.language,
  address: (r) => r.address,
  versions: (r) => r.versions.map(({ address }) => address).join(" | "),
  title: (r) => r.title,
  date: (r) => r.date,
  precision: (r) => r.precision,
  published: (r) => r.published,
  summary: (r) => r.summary,
  department: (r) => r.department.id,
  department_name: (r) => r.department.name,
  with: (r) => ids(r.with),
  with_names: (r) => names(r.with),
  topics: (r) => ids(r.topics),
  topic_names: (r) => names(r.topics),
  kind: (r) => r.kind,
  people: (r) => ids(r.people),
  people_names: (r) => names(r.people),
  people_roles: (r) => r.people.map(({ role }) => role ?? "").join(" | "),
  places: (r) => ids(r.places),
  place_names: (r) => names(r.places),
  number: (r) => r.number ?? "",
  corrections: (r) => r.corrections.map(({ date, note }) => `${date}: ${note}`).join(" | "),
  source_url: () => "",
  source_note: () => "",
  reconstructed: () => "",
  translation: (r) => r.translation?.kind ?? "",
  translated_by: (r) => r.translation?.by ?? "",
  text: (r) => r.text,
  demonstration: (r) => r.demonstration,
};

export const data = { years, pagination: { data: "years", size: 1, alias: "year" }, permalink: ({ year }) => `/daten/meldungen-${year}.csv`, eleventyExcludeFromCollections: true };
export const render = ({ year, collections }) =>
  stringify(
    ofYear(year, collections.town)
      .map(row)
      .map((r) => Object.values(COLUMNS).map((cell) => cell(r))),
    { header: true, columns: Object.keys(COLUMNS), bom: true, delimiter: ";", record_delimiter: "\r\n", quoted: true, escape_formulas: true },
  );
