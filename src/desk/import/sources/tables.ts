import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import type { parse as Parse } from "csv-parse";
import { decode } from "../../documents/text-file.ts";

/** A row of a table as texts by the names of its columns; lists and groups only where JSON has them. */
export type Row = Record<string, unknown>;

const load = createRequire(import.meta.url);

/** The rows of a table, one by one: CSV with any usual delimiter, JSON Lines, or JSON; what cannot be read is told in `faults`. */
export async function* readRows(file: string, faults: string[]): AsyncGenerator<{ row: Row; place: string; table?: string }> {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase();
  if (ending === "jsonl" || ending === "ndjson") yield* readLines(file, faults);
  else if (ending === "json") yield* readJson(file);
  else yield* readCsv(file, faults);
}

async function* readLines(file: string, faults: string[]) {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const written = line.replace(/^\ufeff/, "").trim();
    if (written === "") continue;
    try {
      const row: unknown = JSON.parse(written);
      if (typeof row !== "object" || row === null || Array.isArray(row)) throw new Error("no object");
      yield { row: row as Row, place: `${file}:${number}` };
    } catch {
      faults.push(`${file}:${number}: Diese Zeile ist kein JSON-Objekt; sie ist nicht gelesen.`);
    }
  }
}

/** The lists that a file of JSON holds: one by itself, some by the name of their table, or an export of phpMyAdmin. */
async function* readJson(file: string) {
  let parsed: unknown;
  try {
    parsed = JSON.parse(decode(readFileSync(file)).replace(/^\ufeff/, ""));
  } catch {
    throw new Error(`${file}: Das ist kein lesbares JSON. Exportieren Sie die Daten noch einmal.`);
  }
  const isGroup = (one: unknown): one is Row => typeof one === "object" && one !== null && !Array.isArray(one);
  const lists: { table?: string; rows: unknown[] }[] = [];
  if (Array.isArray(parsed)) {
    const tables = parsed.filter(isGroup).filter(({ type, data }) => type === "table" && Array.isArray(data));
    if (tables.length > 0) for (const { name, data } of tables) lists.push({ table: String(name), rows: data as unknown[] });
    else lists.push({ rows: parsed });
  } else if (isGroup(parsed)) {
    for (const [name, value] of Object.entries(parsed)) if (Array.isArray(value)) lists.push({ table: name, rows: value });
    if (lists.length === 0) lists.push({ rows: [parsed] });
  }
  for (const { table, rows } of lists)
    for (const [index, row] of rows.entries())
      if (isGroup(row)) yield { row, place: `${file}, Eintrag ${index + 1}`, ...(table === undefined ? {} : { table }) };
}

async function* readCsv(file: string, faults: string[]) {
  const { parse } = load("csv-parse") as { parse: typeof Parse };
  const text = decode(readFileSync(file));
  const head = text.slice(0, text.indexOf("\n") < 0 ? undefined : text.indexOf("\n"));
  const delimiter = [";", ",", "\t", "|"].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best), ";");
  const parser = parse(text, {
    bom: true,
    columns: (names: string[]) => names.map((name, index) => name.trim() || `spalte-${index + 1}`),
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
  });
  parser.on("skip", (thrown: Error) => faults.push(`${file}: Eine Zeile ist nicht lesbar (${thrown.message}).`));
  for await (const { record, info } of parser as AsyncIterable<{ record: Row; info: { lines: number } }>)
    yield { row: record, place: `${file}:${info.lines}` };
}

/** The text of the first column that says one, whatever the case of its name. */
export function cell(row: Row, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const key = Object.hasOwn(row, name) ? name : Object.keys(row).find((one) => one.toLowerCase() === name.toLowerCase());
    const value = key === undefined ? undefined : row[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number" || typeof value === "bigint") return String(value);
  }
  return undefined;
}

/** The texts of a cell: a list of JSON, or what stands between semicolons, strokes or commas. */
export function cells(row: Row, name: string | undefined): string[] {
  const value = name === undefined ? undefined : row[name];
  if (Array.isArray(value))
    return value.flatMap((one: unknown) => {
      if (typeof one === "string") return one.trim() === "" ? [] : [one.trim()];
      const named = typeof one === "object" && one !== null ? cell(one as Row, "name", "title", "label") : undefined;
      return named === undefined ? [] : [named];
    });
  if (typeof value === "object" && value !== null) return [cell(value as Row, "name", "title", "label")].filter((one) => one !== undefined);
  const text = typeof value === "string" ? value : "";
  const sign = [" | ", "|", ";", ","].find((one) => text.includes(one));
  return (sign === undefined ? [text] : text.split(sign)).map((one) => one.trim()).filter((one) => one !== "");
}
