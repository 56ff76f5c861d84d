import type { Site } from "../../content/site.ts";
import { firstSentence } from "../../markdown/first-sentence.ts";
import { hasText } from "../../markdown/text-check.ts";
import { escapeInline, escapeStart } from "../documents/marks.ts";
import type { Staging } from "./files.ts";
import { readFirstLines, type SaidFirst } from "./first-lines.ts";
import type { Item } from "./item.ts";
import { writtenDate } from "./item-date.ts";
import { placeFiles } from "./placing.ts";
import type { Candidate } from "./plan.ts";
import { plainName } from "./terms.ts";
import { plainLine, shortened, withoutMarks } from "./texts/plain.ts";
import type { Workshop } from "./workshop.ts";

/** A release as it will be written: fields in the order of the schema, and its text. */
export interface Composed {
  fields: Record<string, unknown>;
  text: string;
  mended: ReadonlyMap<string, number>;
  said: SaidFirst;
}

/** Why an item cannot become a release, in German. */
export interface Refused {
  reason: string;
  remedy: string;
  /** True where another way of taking its text could help. */
  isOfText?: boolean;
}

/** Makes a release of an item; its pictures and files go to `staging`. */
export async function compose(
  item: Item,
  { date }: Pick<Candidate, "date">,
  staging: Staging,
  workshop: Workshop,
): Promise<Composed | Refused> {
  const mended = new Map<string, number>();
  const count = (what: string, times = 1) => mended.set(what, (mended.get(what) ?? 0) + times);
  const { site, mapping, registers } = workshop;
  const given = titleOf(item);
  const placed = await placeFiles(item, given, staging, workshop, count);
  let { markdown } = placed;
  const reconstructed = new Set<string>(placed.isSupplied ? ["images"] : []);
  const lead = (words: string) => {
    markdown = [escapeStart(escapeInline(words)), markdown].filter((part) => part !== "").join("\n\n");
  };
  let title = given;
  if (given.length < 3 || given.length > 300) {
    title = given.length > 300 ? shortened(given, 300) : shortened(firstSentence(markdown), 200);
    if (given !== "") lead(given);
    reconstructed.add("title");
    count(
      given === ""
        ? "Eine Überschrift fehlte; es ist der erste Satz."
        : "Eine Überschrift war zu lang oder zu kurz; ganz steht sie jetzt im Text.",
    );
  }
  if (title.length < 3)
    return { reason: "Weder Überschrift noch Text sind da.", remedy: "Löschen Sie den Eintrag in der Quelle, oder ergänzen Sie ihn." };
  const summary = summaryOf(item, title, markdown, (words) => {
    lead(words);
    count("Ein Vorspann war zu lang oder zu kurz für eine Zusammenfassung; er steht jetzt am Anfang des Textes.");
  });
  const isElsewhere = item.isExcerpt === true && /^https?:/.test(item.addresses[0] ?? "");
  if (!hasText(markdown) && !isElsewhere)
    return { reason: "Ein Text fehlt.", remedy: "Ergänzen Sie ihn in der Quelle, oder legen Sie die Datei dazu, die er nennt." };
  const sorted = sortTerms(item, workshop, count);
  const said = readFirstLines(title, markdown, mapping.take, registers);
  const [department] = sorted.departments;
  if (department === undefined) reconstructed.add("department");
  const [number] = [item.number, said.number].filter((one) => one !== undefined && one.length <= 40);
  const language = languageOf(item.language ?? workshop.language, site);
  const isDraft = item.status === "draft" || item.status === "private" || item.status === "password";
  const fields = {
    title,
    date: writtenDate(date),
    summary,
    language: language === site.language ? undefined : language,
    department: department ?? mapping.department,
    with: once([...sorted.departments.slice(1), ...sorted.with, ...said.with]).filter((id) => id !== (department ?? mapping.department)),
    topics: sorted.topics,
    people: sorted.people,
    places: once([...sorted.places, ...said.places]),
    number,
    images: placed.images,
    attachments: placed.attachments,
    draft: isDraft || undefined,
    source: isElsewhere ? { url: item.addresses[0], note: "Übernommen ist der Anfang des Textes." } : undefined,
    reconstructed: [...reconstructed],
  };
  return { fields, text: markdown, mended: placed.mended.size > 0 ? joined(mended, placed.mended) : mended, said };
}

/** The title of an item as plain words. */
export function titleOf({ title, form }: Pick<Item, "title" | "form">): string {
  const plain = plainLine(title);
  return form === "markdown" ? withoutMarks(plain) : plain;
}

/** A summary that fits; `keep` gets one that does not, unless the text says it anyway. */
function summaryOf({ summary, form }: Item, title: string, markdown: string, keep: (words: string) => void): string | undefined {
  const plain = form === "markdown" ? withoutMarks(plainLine(summary ?? "")) : plainLine(summary ?? "");
  if (plain === "" || plain === title) return undefined;
  const words = (text: string) =>
    text
      .replace(/[\\*_[\]]|\([^)]*\)/g, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const [said, own] = [words(markdown.slice(0, plain.length * 3 + 2000)), words(plain)];
  // What systems cut from the beginning of the text breaks off.
  const isCut = /(…|\.\.\.)[\])]?$/.test(plain) && said.includes(own.slice(0, Math.max(20, own.length - 20)));
  if (isCut) return undefined;
  if (plain.length >= 20 && plain.length <= 500) return plain;
  if (!said.includes(own)) keep(plain);
  return undefined;
}

/** The ids of registers to which the words of an item lead, by the city's mapping. */
function sortTerms({ terms }: Item, { mapping }: Workshop, count: (what: string, times?: number) => void) {
  const ids: Record<"departments" | "with" | "topics" | "people" | "places", string[]> = {
    departments: [],
    with: [],
    topics: [],
    people: [],
    places: [],
  };
  for (const { group, name } of terms) {
    const [register = "", id] = (mapping[group]?.[plainName(name)] ?? "").split("/");
    if (id !== undefined && register in ids) ids[register as keyof typeof ids].push(id);
  }
  for (const key of Object.keys(ids) as (keyof typeof ids)[]) ids[key] = once(ids[key]).slice(0, 200);
  const more = ids.topics.length - 10;
  if (more > 0) {
    count("Eine Meldung hatte mehr als zehn Themen; die weiteren sind weggefallen.");
    ids.topics = ids.topics.slice(0, 10);
  }
  return ids;
}

/** The language of the archive that a tag means (`de-DE`, `en_US`); undefined where it has none such. */
export function languageOf(tag: string | undefined, { languages }: Pick<Site, "languages">): string | undefined {
  const small = (tag ?? "").replace("_", "-").toLowerCase();
  return languages.find((one) => one.toLowerCase() === small) ?? languages.find((one) => one.toLowerCase() === small.split("-")[0]);
}

function once(list: readonly string[]): string[] {
  return [...new Set(list)];
}

function joined(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Map<string, number> {
  const sum = new Map(one);
  for (const [key, times] of other) sum.set(key, (sum.get(key) ?? 0) + times);
  return sum;
}
