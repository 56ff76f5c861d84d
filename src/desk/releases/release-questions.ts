import { releaseSchema } from "../../content/release/schema.ts";
import { isRefusal, parseDate } from "../../dates.ts";
import { readMessages } from "../../messages.ts";
import { nearest } from "../../problems.ts";
import type { Foundations } from "./foundations.ts";

/** One of the values that a field can have: what is written down, and its name for people. */
export interface Value {
  id: string;
  name: string;
}

/** How a field is settled from what somebody writes: `complete` makes its value, `fault` says in German what is wrong with that. */
export interface Settled {
  values?: readonly Value[];
  fallback?: string;
  complete: (written: string) => string;
  fault: (value: string) => string | undefined;
}

/** How the fields of a release that begins are settled: ids by their names too, dates in any form that can be read. */
export function releaseFields({ site, registers }: Foundations, today: string) {
  const { title, summary } = releaseSchema.shape;
  const departments = [...registers.departments.values()];
  const topics = [...registers.topics.values()];
  const kinds = Object.entries(readMessages().in("de").release.kinds).map(([id, name]) => ({ id, name }));
  const sized = (schema: { safeParse: (value: unknown) => { success: boolean } }, message: string) => ({
    complete: (written: string) => written.replace(/\s+/g, " ").trim(),
    fault: (value: string) => (schema.safeParse(value).success ? undefined : message),
  });
  const moment = {
    complete: (written: string) => {
      const read = parseDate(written, site.timeZone);
      // Where 14.11.2026 can only mean one day, it is that one.
      const [only = written, ...others] = isRefusal(read) ? (read.meant ?? []) : [read.machine];
      const date = parseDate(others.length === 0 ? only : written, site.timeZone);
      return isRefusal(date) ? written : date.precision === "minute" ? date.machine.slice(0, 16) : date.machine;
    },
    fault: (value: string) => {
      const date = parseDate(value, site.timeZone);
      return isRefusal(date) ? `${date.message} ${date.remedy}` : undefined;
    },
  };
  return {
    title: sized(title, "Die Überschrift hat 3 bis 300 Zeichen."),
    summary: sized(summary, "Die Zusammenfassung hat 20 bis 500 Zeichen."),
    department: { ...(departments.length === 1 ? { fallback: departments[0]?.id ?? "" } : {}), ...oneOf(departments, "departments.yml") },
    topics: someOf(topics, "topics.yml"),
    date: { ...moment, fallback: today },
    embargo: moment,
    kind: { ...oneOf(kinds, "den Arten von Meldungen"), fallback: "release" },
  } satisfies Record<string, Settled>;
}

function oneOf(values: readonly Value[], place: string): Settled {
  return {
    values,
    complete: (written) => idOf(written, values),
    fault: (id) => (values.some((value) => value.id === id) ? undefined : unknown(id, values, place)),
  };
}

/** Ids or names between commas; at most ten. */
function someOf(values: readonly Value[], place: string): Settled {
  const parts = (written: string) =>
    written
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  return {
    values,
    complete: (written) => [...new Set(parts(written).map((part) => idOf(part, values)))].join(", "),
    fault: (ids) => {
      const wrong = parts(ids).find((id) => !values.some((value) => value.id === id));
      if (wrong !== undefined) return unknown(wrong, values, place);
      return parts(ids).length > 10 ? "Höchstens zehn Themen." : undefined;
    },
  };
}

function idOf(written: string, values: readonly Value[]): string {
  const plain = written.trim().toLowerCase();
  return values.find(({ id, name }) => id === plain || name.toLowerCase() === plain)?.id ?? written.trim();
}

function unknown(written: string, values: readonly Value[], place: string): string {
  const meant =
    nearest(
      written.toLowerCase(),
      values.map(({ id }) => id),
    ) ?? values.find(({ name }) => nearest(written, [name]))?.id;
  const all = values.map(({ id }) => id);
  const some = all.length > 20 ? `${all.slice(0, 20).join(", ")} und ${all.length - 20} weitere` : all.join(", ");
  const where = place.endsWith(".yml") ? `in registers/${place}` : `unter ${place}`;
  const remedy = meant !== undefined ? `Meinen Sie ${meant}?` : all.length > 0 ? `Möglich sind: ${some}.` : "Dort steht noch nichts.";
  return `„${written}“ steht nicht ${where}. ${remedy}`;
}
