import { onDemand } from "../../content/on-demand.ts";
import { COLUMNS, type Row } from "./fields.ts";

const csv = onDemand<typeof import("csv-stringify/sync")>("csv-stringify/sync");

/**
 * How the CSV is written, as `index.json` tells programs. German spreadsheets open nothing else by a double click: they take the semicolon
 * for the delimiter and read UTF-8 only after a byte order mark. Every cell is quoted, so that a program which expects other delimiters
 * finds no cell of its own in a text.
 */
export const CSV_DIALECT = { encoding: "UTF-8", byteOrderMark: true, delimiter: ";", quote: '"', lineEnd: "\r\n", header: true } as const;

/** Rows as CSV with a head; no cell begins with a character that makes a spreadsheet run it as a formula (OWASP: CSV injection). */
export function writeCsv(rows: readonly Row[]): string {
  return csv().stringify(
    rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
    {
      header: true,
      columns: COLUMNS.map(({ name }) => name),
      bom: CSV_DIALECT.byteOrderMark,
      delimiter: CSV_DIALECT.delimiter,
      record_delimiter: CSV_DIALECT.lineEnd,
      quoted: true,
      escape_formulas: true,
      // The library looks at the first character only, some spreadsheets at the first that is no space.
      cast: { string: (value) => (/^\s+[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value) },
    },
  );
}
