import type { PageSettings } from "../page-settings.ts";
import { excerptOf } from "./excerpt.ts";
import type { Row } from "./facets.ts";
import type { Fragment } from "./pagefind.ts";

/** Makes an element; what stands in it is text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A release as the list of results shows it. */
export interface Shown {
  fragment: Fragment;
  places: readonly number[];
  row: Row | undefined;
  /** The office that issued it. */
  office: string | undefined;
}

/** One line of the results: date, headline, office, and the part of the text that holds what was found. */
export function resultItem({ fragment, places, row, office }: Shown, { language, languages }: PageSettings): HTMLLIElement {
  const own: Record<string, string> =
    row && mainLanguage(row.language) !== mainLanguage(language) ? { lang: row.language, dir: "auto" } : {};
  const link = element("a", { href: fragment.url, ...own }, fragment.meta.title ?? fragment.url);
  const excerpt = element("p", own);
  for (const { text, isFound } of excerptOf(fragment.content, places)) excerpt.append(isFound ? element("mark", {}, text) : text);
  const date = row ? [element("time", { datetime: machineDate(row) }, printDate(row, language))] : [];
  const other = row && row.language !== language ? languages[row.language] : undefined;
  const named = row?.hasSuppliedOffice && office !== undefined ? `[${office}]` : office;
  const note = [named, other].filter((part) => part !== undefined).join(" · ");
  const body = element(
    "div",
    {},
    element("h2", {}, link),
    ...(note === "" ? [] : [element("p", { class: "search-office" }, note)]),
    excerpt,
  );
  return element("li", { class: "release-item" }, ...date, body);
}

/** A number in a phrase that has one form for one and one for others. */
export function counted(count: number, forms: { one: string; other: string }, language: string): string {
  const form = new Intl.PluralRules(language).select(count) === "one" ? forms.one : forms.other;
  return form.replace("{n}", new Intl.NumberFormat(language).format(count));
}

const DAY = 86_400_000;

function machineDate({ day, precision }: Row): string {
  return new Date(day * DAY).toISOString().slice(0, precision === "year" ? 4 : precision === "month" ? 7 : 10);
}

function printDate({ day, precision, hasSuppliedDate }: Row, language: string): string {
  const isEnglish = mainLanguage(language) === "en";
  const forms: Record<Row["precision"], Intl.DateTimeFormatOptions> = {
    year: { year: "numeric" },
    month: { month: "long", year: "numeric" },
    day: isEnglish ? { day: "numeric", month: "short", year: "numeric" } : { day: "2-digit", month: "2-digit", year: "numeric" },
    minute: {},
  };
  forms.minute = forms.day;
  const printed = new Intl.DateTimeFormat(isEnglish ? "en-GB" : language, { timeZone: "UTC", ...forms[precision] }).format(day * DAY);
  return hasSuppliedDate ? `[${printed}]` : printed;
}

function mainLanguage(language: string): string {
  return language.split("-", 1)[0] ?? language;
}
