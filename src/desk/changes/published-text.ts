import { readFileSync } from "node:fs";
import { withoutEmpty } from "../../content/empty-fields.ts";
import { type Document, readDocument } from "../../content/front-matter.ts";
import { isRefusal, parseDate } from "../../dates.ts";

/** A text of a release as far as its changes are told: its title, its date as it is written, and its Markdown. */
export interface ReleaseText {
  document: Document;
  /** What its head says, without fields that are empty. */
  head: Record<string, unknown>;
  title: string;
  date: string;
  text: string;
}

/** Reads a text from its bytes; undefined where it has no head that can be read. */
export function toReleaseText(bytes: Uint8Array | undefined, path: string): ReleaseText | undefined {
  const document = bytes && readDocument(bytes, path).value;
  if (!document) return undefined;
  const head = withoutEmpty(document.data) as Record<string, unknown>;
  const word = (field: string) => (typeof head[field] === "string" ? (head[field] as string).replace(/\s+/g, " ").trim() : "");
  return { document, head, title: word("title"), date: word("date"), text: document.text };
}

/** Reads a text from a file; undefined where there is none. */
export function readReleaseText(path: string): ReleaseText | undefined {
  try {
    return toReleaseText(readFileSync(path), path);
  } catch (thrown) {
    if (["ENOENT", "ENOTDIR"].includes((thrown as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw thrown;
  }
}

/** True where the public has its text at a moment (ms): no draft, its date and embargo past, not withdrawn. */
export function isPublished({ head }: Pick<ReleaseText, "head">, now: number, timeZone: string): boolean {
  if (head.draft === true || head.withdrawn !== undefined) return false;
  return [head.date, head.embargo].every((written, index) => {
    if (written === undefined) return index === 1;
    const date = parseDate(String(written), timeZone);
    return !isRefusal(date) && date.instant <= now;
  });
}

/** The corrections of a head. */
export function correctionsOf({ head }: Pick<ReleaseText, "head">): readonly Record<string, unknown>[] {
  return Array.isArray(head.corrections) ? (head.corrections as Record<string, unknown>[]).filter((one) => typeof one === "object") : [];
}
