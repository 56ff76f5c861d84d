import { basename } from "node:path";
import type { Item, Source, Term, TermGroup, TextForm } from "../item.ts";
import type { Mapping } from "../mapping.ts";
import { cell, cells, type Row, readRows } from "./tables.ts";

/** What a column of a table can hold. */
export const COLUMN_MEANINGS = [
  "title",
  "date",
  "text",
  "summary",
  "address",
  "key",
  "department",
  "categories",
  "tags",
  "places",
  "language",
  "number",
  "picture",
  "seen",
] as const;

/** What a column of a table can hold. */
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** How columns are called, as far as that is plain. */
const NAMES: Readonly<Record<ColumnMeaning, RegExp>> = {
  title: /^(title|titel|(ü|ue)berschrift|headline|betreff|name)$/i,
  date: /^(date|datum|(pub|date)_?(date|published)|published(_?at)?|ver(ö|oe)ffentlicht.*|erschienen|created(_at)?|datetime|zeitpunkt)$/i,
  text: /^(text|body|inhalt|content|volltext|meldung|full_?text|html|bodytext|markdown|content_?(?:html|text)|nachricht)$/i,
  summary: /^(summary|teaser|vorspann|zusammenfassung|excerpt|kurztext|description|beschreibung|lead|subtitle)$/i,
  address: /^(address|url|link|adresse|permalink|href|uri|source_?url|quelle)$/i,
  key: /^(id|uid|guid|key|schl(ü|ue)ssel)$/i,
  department: /^(department|amt|dezernat|office|beh(ö|oe)rde|dienststelle|herausgeber|publisher|absender|agency)$/i,
  categories: /^(categor(y|ies)|kategorien?|themen|thema|topics?|rubrik(en)?|ressort)$/i,
  tags: /^(tags?|schlagworte?|schlagw(ö|oe)rter|keywords|stichworte)$/i,
  places: /^(places?|orte?|bezirke?|stadtteile?|location|district)$/i,
  language: /^(lang|language|sprache)$/i,
  number: /^(number|nummer|nr\.?|meldungsnummer|pm_?nr)$/i,
  picture: /^(picture|bild|image|image_?url|foto)$/i,
  seen: /^(seen|fetched(_at)?|retrieved(_at)?|crawled(_at)?|scraped(_at)?|abgerufen(_am)?|updated(_at)?|modified|stand|version_date)$/i,
};

/** A table of releases: CSV, JSON Lines or JSON, with the columns that the mapping names, or whose names are plain. */
export function rows(
  files: readonly string[],
  mapping: Pick<Mapping, "columns" | "format">,
): Source & { columns: () => Mapping["columns"] } {
  const faults: string[] = [];
  let columns = mapping.columns;
  return {
    about: () => ({}),
    faults: () => faults,
    columns: () => columns ?? {},
    async *read() {
      faults.length = 0;
      for (const file of files)
        for await (const { row, place } of readRows(file, faults)) {
          columns ??= recognize(row);
          yield toItem(row, place, columns, mapping.format);
        }
    },
  };
}

/** The same where no name is plain: a word within it. */
const PARTS: Partial<Readonly<Record<ColumnMeaning, RegExp>>> = {
  title: /titel|title|headline|(ü|ue)berschrift/i,
  date: /datum|date/i,
  text: /text|inhalt|content|body/i,
  address: /url|link/i,
};

function recognize(row: Row): NonNullable<Mapping["columns"]> {
  const names = Object.keys(row);
  const within = (meaning: string) => PARTS[meaning as ColumnMeaning];
  const found = Object.entries(NAMES).map(([meaning, pattern]) => {
    const plain = names.find((name) => pattern.test(name.trim())) ?? names.find((name) => within(meaning)?.test(name));
    return [meaning, plain] as const;
  });
  return Object.fromEntries(found.filter((entry): entry is [ColumnMeaning, string] => entry[1] !== undefined));
}

const TERMS: readonly [TermGroup, ColumnMeaning][] = [
  ["departments", "department"],
  ["categories", "categories"],
  ["tags", "tags"],
  ["places", "places"],
];

function toItem(row: Row, place: string, columns: NonNullable<Mapping["columns"]>, format: Mapping["format"]): Item {
  const of = (meaning: ColumnMeaning) => {
    const name = columns[meaning];
    return name === undefined ? undefined : cell(row, name);
  };
  const text = of("text") ?? "";
  const address = of("address");
  const [title, date] = [of("title") ?? "", of("date")];
  const file = basename(place).replace(/[:,].*$/, "");
  const key = of("key") ?? address ?? `${file} ${date ?? ""} ${title}`;
  const picture = of("picture");
  return {
    place,
    key,
    kind: "post",
    status: "public",
    title,
    text,
    form: format ?? formOf(text),
    summary: of("summary"),
    dates: date === undefined ? [] : [date],
    addresses: address !== undefined && /^(https?:)?\/|^www\./.test(address) ? [address.replace(/^www\./, "https://www.")] : [],
    language: of("language"),
    terms: TERMS.flatMap(([group, meaning]): Term[] => cells(row, columns[meaning]).map((name) => ({ group, name }))),
    number: of("number"),
    ...(picture === undefined ? {} : { pictures: [{ source: picture }] }),
    seen: of("seen"),
  };
}

function formOf(text: string): TextForm {
  if (/<\/(p|div|h[1-6]|ul|ol|table|a|b|i|strong|em|span)>|<(br|img)\b[^>]*>/i.test(text)) return "html";
  return /\]\((https?:|\/)|\*\*\S[^*\n]*\S\*\*/.test(text) ? "markdown" : "plain";
}
