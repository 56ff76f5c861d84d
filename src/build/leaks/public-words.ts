import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "../../archive/archive.ts";
import { mainLanguage } from "../../languages.ts";
import { textsIn } from "./decoders.ts";
import { createPartReader } from "./parts.ts";
import { createSearch } from "./search.ts";
import type { Secret } from "./secrets.ts";
import { scanWords, withoutLinks } from "./words.ts";

/** Fewer words than these are a secret only with a word of their own. */
const SHORT = 4;

const PICTURE = /\.(jpe?g|png|webp)$/i;

/**
 * Which of some secrets are none, by their keys: what public texts hold themselves; what is made of names, numbers and words of the
 * interface alone, as layouts put them together; and a few words without one of their own among them. `hidden` are the files that are
 * not public.
 */
export function findPublic(
  secrets: readonly Secret[],
  hidden: ReadonlySet<string>,
  { archive, folder }: { archive: Archive; folder: string },
  files: readonly string[],
): Set<number> {
  const known = new Set<number>();
  if (secrets.length === 0) return known;
  const search = createSearch();
  for (const [number, { words }] of secrets.entries()) search.add(words, number);
  const blocks = new Set<number>();
  const vocabulary = new Set<number>();
  const asked = new Set(secrets.flatMap(({ words }) => (words.length < SHORT ? words : [])));
  const tell = (number: number) => known.add(secrets[number]?.key ?? 0);
  const read = createPartReader((part) => {
    search.find(part, tell);
    const { words, count } = part;
    if (asked.size > vocabulary.size)
      for (let index = 0; index < count; index++) if (asked.has(words[index] as number)) vocabulary.add(words[index] as number);
  });
  const readBlocks = (text: Uint8Array) => {
    read(text);
    scanWords(text, (hash) => blocks.add(hash));
  };
  const { site, messages } = archive.context;
  for (const language of site.languages) readBlocks(Buffer.from(JSON.stringify(messages.in(language))));
  readBlocks(Buffer.from(calendarWords(site.languages)));
  // Of a withdrawn release the file is hidden, and its headline is not; the address of a release stands in no file.
  for (const { title, address } of [...archive.releases, ...archive.versions]) for (const text of [title, address]) read(Buffer.from(text));
  for (const file of files) {
    if (hidden.has(file) || PICTURE.test(file)) continue;
    const bytes = readFileSync(join(folder, file));
    if (file.endsWith(".md")) for (const text of withoutLinks(bytes.toString("utf8")).flatMap(alsoInOnePiece)) read(Buffer.from(text));
    else for (const text of textsIn(file, bytes)) (file === "site.yml" || file.startsWith("registers/") ? readBlocks : read)(text);
  }
  for (const { key, words } of secrets) {
    const isCommon = words.length < SHORT && words.every((word) => vocabulary.has(word));
    if (isCommon || words.every((word) => blocks.has(word))) known.add(key);
  }
  return known;
}

/** A text as it stands, and where it has paragraphs without the empty lines between them: the search index has none. */
function alsoInOnePiece(text: string): string[] {
  const joined = text.replace(/\n(?:[ \t\r]*\n)+/g, "\n");
  return joined === text ? [text] : [text, joined];
}

/** The names of months and days, and the numbers of dates and times: every page has them. */
function calendarWords(languages: readonly string[]): string {
  const names = languages.flatMap((language) => {
    const format = new Intl.DateTimeFormat(mainLanguage(language), { month: "long", weekday: "long", timeZone: "UTC" });
    return Array.from({ length: 12 * 28 }, (_, day) => format.format(Date.UTC(2026, Math.floor(day / 28), 1 + (day % 28))));
  });
  const numbers = Array.from({ length: 2200 }, (_, number) => `${number} ${String(number).padStart(2, "0")}`);
  return `${[...new Set(names)].join(" ")} ${numbers.join(" ")}`;
}
