import { readFileSync } from "node:fs";

const read = (file, folder = "town") => JSON.parse(readFileSync(new URL(`${folder}/${file}.json`, import.meta.url), "utf8"));

export const site = read("site", "_data");
export const words = read("words", "_data");
export const names = read("names");
export const places = read("places");
export const lists = read("lists");
export const years = read("years");
export const documents = read("documents");

export const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
export const prefix = (language) => (language === "en" ? "/en" : "");
export const absolute = (address) => site.base + address;
export const name = (id, facet, language) => names[language][facet][id];
/** A count as words; the German and English rules are the same. */
export const count = (number, forms, language) => (number === 1 ? forms.one : forms.other).replace("{n}", number.toLocaleString(language));

const OPTIONS = {
  de: {
    long: { day: "numeric", month: "long", year: "numeric" },
    short: { day: "2-digit", month: "2-digit", year: "numeric" },
    dayMonth: { day: "2-digit", month: "2-digit" },
    day: { day: "numeric" },
    month: { month: "long" },
    monthYear: { month: "long", year: "numeric" },
    time: { hour: "2-digit", minute: "2-digit" },
  },
  en: {
    long: { day: "numeric", month: "long", year: "numeric" },
    short: { day: "numeric", month: "short", year: "numeric" },
    dayMonth: { day: "numeric", month: "short" },
    day: { day: "numeric" },
    month: { month: "long" },
    monthYear: { month: "long", year: "numeric" },
    time: { hour: "numeric", minute: "2-digit", hour12: true },
  },
};
const formats = new Map();
const printed = new Map();

/** A date (ISO 8601, in the city's time) in a form; remembered, since a day has many releases. */
export function printDate(machine, language, form = "long") {
  const key = `${language} ${form} ${form === "time" ? machine : machine.slice(0, 10)}`;
  let text = printed.get(key);
  if (text === undefined) {
    const style = `${language} ${form}`;
    if (!formats.has(style)) formats.set(style, new Intl.DateTimeFormat(language === "en" ? "en-GB" : "de-DE", { timeZone: "Europe/Berlin", ...OPTIONS[language][form] }));
    text = formats.get(style).format(new Date(machine));
    if (form === "time" && language === "de") text += " Uhr";
    printed.set(key, text);
  }
  return text;
}
export const month = (machine, language) => printDate(machine, language, "month");
export const monthYear = (machine, language) => printDate(machine, language, "monthYear");

/** A text without its marks. */
export function plainText(text) {
  return text
    .replace(/^\|(?:\s*:?-+:?\s*\|)+\n/gm, "")
    .replace(/^\| (.*) \|$/gm, (_, cells) => cells.replaceAll(" | ", "\t"))
    .replace(/^#+ /gm, "")
    .replace(/\[\^([^\]]*)\]:?/g, "[$1]")
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1 ($2)")
    .replaceAll("**", "")
    .replace(/^\n+|\n+$/g, "");
}

export const escapeXml = (text) => text.replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character]);
