import { type Language, timeAddress } from "../../addresses.ts";
import type { Context } from "../../archive/context.ts";
import { groupBy } from "../../archive/groups.ts";
import type { CityDate } from "../../dates.ts";
import type { Link } from "../pages.ts";
import { NEWEST, UNDIVIDED_MAX } from "./listing.ts";
import { monthLabel } from "./months.ts";

/** A page of a list that is divided by time: what it shows, and the years or months that hold the rest. */
export interface Period<Thing> extends Link {
  crumbs: readonly Link[];
  shown: readonly Thing[];
  parts: readonly (Link & { count: number })[];
}

/** A list at its address, and when the things in it happened. */
export interface Divided<Thing> {
  context: Context;
  language: Language;
  home: Link;
  dateOf: (thing: Thing) => CityDate;
}

/**
 * The pages of a list, newest first: one, where all fits on it; else one of the newest and one for each year, and of a year that is too
 * long one for each month.
 */
export function divideByTime<Thing>(all: readonly Thing[], { context, language, home, dateOf }: Divided<Thing>): Period<Thing>[] {
  if (all.length <= UNDIVIDED_MAX) return [{ ...home, crumbs: [], shown: all, parts: [] }];
  const years = Array.from(
    groupBy(all, (thing) => dateOf(thing).year),
    ([year, things]) => ({ year, label: String(year), address: addressOf(year), things }),
  );
  return [{ ...home, crumbs: [], shown: all.slice(0, NEWEST), parts: years.map(count) }, ...years.flatMap(yearPages)];

  function addressOf(year: number, month?: number): string {
    return home.address + timeAddress(year, month).slice(1);
  }

  function yearPages({ year, label, address, things }: (typeof years)[number]): Period<Thing>[] {
    const page = { label: `${home.label} ${label}`, address, crumbs: [home] };
    if (things.length <= UNDIVIDED_MAX) return [{ ...page, shown: things, parts: [] }];
    const months = Array.from(
      groupBy(things, (thing) => dateOf(thing).month),
      ([month, ofMonth]) => ({ label: monthLabel(context, year, month, language), address: addressOf(year, month), things: ofMonth }),
    );
    return [
      { ...page, shown: [], parts: months.map(count) },
      ...months.map((month) => ({
        label: `${home.label}, ${month.label}`,
        address: month.address,
        crumbs: [home, { label, address }],
        shown: month.things,
        parts: [],
      })),
    ];
  }
}

function count({ label, address, things }: Link & { things: readonly unknown[] }): Link & { count: number } {
  return { label, address, count: things.length };
}
