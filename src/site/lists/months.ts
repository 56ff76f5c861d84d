import type { Language } from "../../addresses.ts";
import { timeAddress } from "../../addresses.ts";
import type { Context } from "../../archive/context.ts";
import { monthlyCounts, periodDate, type Year } from "../../archive/years.ts";
import { fill } from "../../messages.ts";
import { type Band, drawBand } from "./band.ts";

/** A month of a year: its short name, its name with the year, and where it has releases, how many and where they are listed. */
export interface MonthSlot {
  label: string;
  name: string;
  address: string | undefined;
  count: number;
}

/** A year as its twelve months: a band, and below each bar the month it stands for. */
export interface YearMonths {
  band: Band;
  months: readonly MonthSlot[];
}

/** The twelve months of a year in a language, drawn so that `largest` releases in a month are as high as the band. */
export function monthsOf(context: Context, year: Year, { language, largest }: { language: Language; largest?: number }): YearMonths {
  const counts = monthlyCounts(year);
  const { months } = context.messages.in(language).time;
  return {
    band: drawBand(counts, largest),
    months: counts.map((count, index) => ({
      label: months[index] ?? "",
      name: monthLabel(context, year.year, index + 1, language),
      address: count === 0 ? undefined : timeAddress(year.year, index + 1, language),
      count,
    })),
  };
}

/** The name of a month with its year; where only the year is known, that. */
export function monthLabel({ messages, formatDate }: Context, year: number, month: number, language: Language): string {
  if (month === 0) return fill(messages.in(language).listing.unknownMonth, { year });
  return formatDate(periodDate(year, month), language, "monthYear");
}
