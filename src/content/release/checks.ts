import { type CityDate, isRefusal, parseDate } from "../../dates.ts";
import type { ProblemId } from "../../problem-ids.ts";
import { error, type Problem } from "../../problems.ts";
import type { Document } from "../front-matter.ts";
import { suggestEntry } from "../register-search.ts";
import type { Entry } from "../registers.ts";

/** Checks of one file's fields against what lies outside the file; every violation is kept in `problems` with its place. */
export interface Checks {
  problems: Problem[];
  /** The date written in a field; undefined where it is none. */
  date: (keys: readonly PropertyKey[], written: string) => CityDate | undefined;
  /** A date from which or until which something holds: it needs a day. */
  moment: (key: string, written: string | undefined) => CityDate | undefined;
  /** The register entry of an id. */
  find: <T>(register: ReadonlyMap<string, T>, id: string, keys: readonly PropertyKey[], file: string) => T | undefined;
  /** The register entries of a list of ids, each allowed once. */
  findAll: <T>(register: ReadonlyMap<string, T>, ids: readonly string[] | undefined, field: string, file: string) => T[];
  /** Reports every entry that stands in a list for the second time. */
  once: (keys: readonly string[], field: string, isKnown?: (key: string) => boolean) => void;
  fail: (id: ProblemId, keys: readonly PropertyKey[], message: string, remedy: string) => void;
}

/** The checks for a file. */
export function createChecks({ locate }: Document, path: string, timeZone: string): Checks {
  const problems: Problem[] = [];
  const fail: Checks["fail"] = (id, keys, message, remedy) => {
    problems.push(error(id, path, locate(keys), message, remedy));
  };
  const date: Checks["date"] = (keys, written) => {
    const parsed = parseDate(written, timeZone);
    if (!isRefusal(parsed)) return parsed;
    fail("unreadable-date", keys, parsed.message, parsed.remedy);
    return undefined;
  };
  const find: Checks["find"] = (register, id, keys, file) => {
    const entry = register.get(id);
    if (entry === undefined)
      fail(
        "entry-unknown",
        keys,
        `„${id}“ steht nicht in registers/${file}.`,
        suggestEntry(id, register as ReadonlyMap<string, Entry>, `registers/${file}`),
      );
    return entry;
  };
  const once: Checks["once"] = (keys, field, isKnown = () => false) => {
    keys.forEach((key, index) => {
      if (key !== undefined && (keys.indexOf(key) < index || isKnown(key)))
        fail("listed-twice", [field, index], `„${key}“ steht zweimal in „${field}“.`, "Lassen Sie nur einen der beiden Einträge stehen.");
    });
  };
  return {
    problems,
    fail,
    date,
    find,
    once,
    moment: (key, written) => {
      const parsed = written === undefined ? undefined : date([key], written);
      if (parsed && (parsed.precision === "month" || parsed.precision === "year")) {
        const example = `${key}: ${parsed.precision === "month" ? parsed.machine : `${parsed.year}-11`}-14T10:00`;
        fail("day-missing", [key], `„${key}“ braucht einen Tag, am besten mit Uhrzeit.`, `Schreiben Sie zum Beispiel: ${example}`);
      }
      return parsed;
    },
    findAll: (register, ids = [], field, file) => {
      once(ids, field);
      return ids.map((id, index) => find(register, id, [field, index], file)).filter((entry) => entry !== undefined);
    },
  };
}

/**
 * True when an end lies before its beginning as far as both are known: a day that ends an evening's event ends with it, and a month begins
 * on any of its days.
 */
export function endsBefore(end: CityDate, start: CityDate): boolean {
  return end.precision === "minute" && start.precision === "minute" ? end.instant < start.instant : isBefore(end, start);
}

/** True when a date is earlier than another, compared only as exactly as both are known; within the same day or month neither is. */
export function isBefore(a: CityDate, b: CityDate): boolean {
  const known = Math.min(a.machine.length, b.machine.length, "2017-11-14".length);
  return a.machine.slice(0, known) < b.machine.slice(0, known);
}
