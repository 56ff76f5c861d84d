import { isRefusal, parseDate } from "../../dates.ts";
import { error, hasErrors } from "../../problems.ts";
import type { Document } from "../front-matter.ts";
import { checkShape } from "../shape.ts";
import type { Result } from "../yaml.ts";
import type { Edition, EditionFields, Release } from "./release.ts";
import { editionSchema } from "./schema.ts";

/** Reads the head of an old version. */
export function readEdition(document: Document, path: string, timeZone: string): Result<EditionFields> {
  const { value, problems } = checkShape(editionSchema, document.data, path, document.locate);
  const written = typeof document.data.date === "string" ? document.data.date : undefined;
  const date = written === undefined ? undefined : parseDate(written, timeZone);
  if (date && isRefusal(date)) problems.push(error("unreadable-date", path, document.locate(["date"]), date.message, date.remedy));
  if (!value || hasErrors(problems) || (date && isRefusal(date))) return { value: undefined, problems };
  return { problems, value: { title: value.title, date, summary: value.summary, withheld: value.withheld, textLine: document.textLine } };
}

/**
 * The edition of a release that a correction ended, where its file was read (`read`); what a withheld one said stays behind.
 * It began with the correction before, unless that ended an edition in other languages alone (`elsewhere`: the numbers of such).
 * Undefined where no correction of the release names it.
 */
export function editionOf(
  { corrections, date }: Pick<Release, "corrections" | "date">,
  read: Omit<Edition, "until" | "note" | "from">,
  elsewhere: ReadonlySet<number>,
): Edition | undefined {
  const index = corrections.findIndex(({ edition }) => edition === read.number);
  const ending = corrections[index];
  if (!ending) return undefined;
  const earlier = corrections.slice(index + 1).find(({ edition }) => edition === undefined || !elsewhere.has(edition));
  const from = earlier?.date ?? read.date ?? date;
  const shown = { ...read, until: ending.date, note: ending.note, from };
  return read.withheld === undefined ? shown : { ...shown, title: "", summary: undefined, text: () => "" };
}

/** The release as it was in one of its editions. */
export function inEdition(release: Release, edition: Edition): Release {
  const { path, title, summary = "", text, fileDigest, textLine } = edition;
  return { ...release, path, title, date: edition.date ?? release.date, summary, isSummaryDerived: false, text, fileDigest, textLine };
}
