import type { Registers } from "../../content/registers.ts";
import type { Mapping } from "./mapping.ts";
import { spelling } from "./terms.ts";

/** What the first lines of a text say of it beside its words. */
export interface SaidFirst {
  number?: string;
  follows?: string;
  with: string[];
  places: string[];
}

/** How many lines are the first ones. */
const LINES = 4;

const NUMBER =
  /(?:^|\s)(?:(?:presse|polizei)?(?:mitteilung|meldung|information)\s+)?(?:Nr\.|Nummer|No\.)\s*(\d{1,6}(?:\s?\/\s?\d{2,4})?)/iu;
const FOLLOWS =
  /(?:Erstmeldung|Ursprungsmeldung|Bezug|siehe (?:auch )?(?:Meldung|Pressemitteilung))[^\n]{0,40}?Nr\.?\s*(\d{1,6}(?:\s?\/\s?\d{2,4})?)/iu;
const JOINT = /^(?:Gemeinsame (?:Presse|Medien)?(?:mitteilung|meldung|information|erklärung)) (?:von |der |des |vom )?(.{5,200})$/iu;

/** Reads number, first report, joint issuers and places from the first lines of a text, as far as a city asks for it. */
export function readFirstLines(title: string, text: string, take: Mapping["take"], registers: Registers): SaidFirst {
  const said: SaidFirst = { with: [], places: [] };
  if (!take.numbers && !take.followUps && !take.issuers && !take.places) return said;
  const lines = [title, ...text.split("\n").filter((line) => line.trim() !== "")].map((line) => line.replace(/[*_#\\>]/g, "").trim());
  const first = lines.slice(0, LINES + 1);
  const earlier = take.followUps ? FOLLOWS.exec(lines.join("\n"))?.[1] : undefined;
  if (earlier !== undefined) said.follows = earlier.replace(/\s/g, "");
  const number = take.numbers
    ? first.map((line) => (FOLLOWS.test(line) ? undefined : NUMBER.exec(line)?.[1])).find((one) => one !== undefined)
    : undefined;
  if (number !== undefined) said.number = number.replace(/\s/g, "");
  if (take.issuers) {
    const joint = first.map((line) => JOINT.exec(line)?.[1]).find((one) => one !== undefined);
    const names = (joint ?? "").split(/\s*,\s*(?:der |des |dem |die )?|\s+(?:und|sowie)\s+(?:der |des |dem |die )?/).map(spelling);
    for (const { id, name } of registers.departments.values()) if (names.includes(spelling(name))) said.with.push(id);
  }
  if (take.places) {
    // A place stands by itself, at the beginning before a dash or colon, or behind a dateline's comma.
    const begins = first.map((line) => spelling(line.split(/\s[–-]\s|:|,|\(/)[0] ?? ""));
    for (const { id, name } of registers.places.values()) if (begins.includes(spelling(name))) said.places.push(id);
  }
  return said;
}
