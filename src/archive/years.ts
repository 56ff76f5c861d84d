import type { Release } from "../content/release/release.ts";
import type { CityDate } from "../dates.ts";

/** The releases of a month (1-12; 0 where only the year is known), newest first. */
export interface Month {
  month: number;
  releases: readonly Release[];
}

/** A year that has releases; its months newest first, what has no month last. */
export interface Year {
  year: number;
  count: number;
  months: readonly Month[];
}

/** The years of a list of releases, newest first. */
export function groupByYear(releases: readonly Release[]): Year[] {
  const years = new Map<number, Map<number, Release[]>>();
  for (const release of releases) {
    const { year, month } = release.date;
    const months = years.get(year) ?? new Map<number, Release[]>();
    years.set(year, months);
    const group = months.get(month);
    if (group) group.push(release);
    else months.set(month, [release]);
  }
  return [...years]
    .sort(([a], [b]) => b - a)
    .map(([year, months]) => {
      const sorted = [...months].sort(([a], [b]) => b - a).map(([month, group]) => ({ month, releases: group }));
      return { year, count: sorted.reduce((sum, group) => sum + group.releases.length, 0), months: sorted };
    });
}

/** The twelve counts of a year, January first; releases without a month are in none. */
export function monthlyCounts(year: Year): number[] {
  const counts = new Array<number>(12).fill(0);
  for (const { month, releases } of year.months) if (month > 0) counts[month - 1] = releases.length;
  return counts;
}

/** A month or year as a date that can be printed. */
export function periodDate(year: number, month = 0): CityDate {
  const machine = String(year).padStart(4, "0");
  // Mid-month is the same month in every time zone.
  const instant = Date.UTC(year, Math.max(month, 1) - 1, 15);
  return month === 0
    ? { precision: "year", machine, instant, year, month }
    : { precision: "month", machine: `${machine}-${String(month).padStart(2, "0")}`, instant, year, month };
}
