import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../addresses.ts";
import { sortFiles } from "../../archive/folder.ts";
import { listFiles } from "../../content/files.ts";
import { onDemand } from "../../content/on-demand.ts";
import type { Site } from "../../content/site.ts";
import { writeWhole } from "../../disk/whole-file.ts";
import { mainLanguage } from "../../languages.ts";
import { proseOf } from "./prose.ts";
import { doubleSpaces } from "./typography.ts";

const diff = onDemand<typeof import("diff")>("diff");

/** A text that has one right form, which it does not have yet. */
export interface Mended {
  /** The file on disk, what it says, and what it should say. */
  file: string;
  before: string;
  after: string;
}

/** What is mended: with `quotes` quotation marks, too; of `only` these files (by their path in the folder), else all releases and pages. */
export interface MendOrder {
  folder: string;
  site: Site;
  quotes: boolean;
  only?: ReadonlySet<string> | undefined;
}

/** What can be mended in the releases and pages of a folder. Old versions and comments stay as they were written. */
export function findMendable({ folder, site, quotes, only }: MendOrder): Mended[] {
  const { releases, pages } = sortFiles(listFiles(folder).files, site);
  return [...releases, ...pages].flatMap(({ path, language }) => {
    if (only && !only.has(path)) return [];
    const file = join(folder, path);
    const bytes = readFileSync(file);
    // What is not UTF-8 would come back as something else.
    if (!isUtf8(bytes)) return [];
    const before = bytes.toString("utf8");
    const after = mend(before, language, quotes);
    return after === before ? [] : [{ file, before, after }];
  });
}

/** The differences as people read them (unified). */
export function describeMending(mended: readonly Mended[]): string {
  return mended
    .map(({ file, before, after }) => diff().createTwoFilesPatch(file, file, before, after, "", "", { context: 1 }))
    .join("\n")
    .replace(/^=+\n/gm, "");
}

/** Writes what was mended, each file as a whole; throws where one is not any more what was shown. */
export function writeMended(mended: readonly Mended[]): void {
  for (const { file, before, after } of mended) {
    if (readFileSync(file, "utf8") !== before)
      throw new Error(`${file} wurde inzwischen geändert und bleibt, wie es ist. Rufen Sie noch einmal auf.`);
    writeWhole(file, after);
  }
}

/** A file in its one right form: letters composed (NFC), nothing without width, single spaces in its prose, none at the ends of lines. */
export function mend(written: string, language: Language, quotes: boolean): string {
  const [bom = ""] = /^\ufeff/.exec(written) ?? [];
  const whole =
    bom +
    written
      .slice(bom.length)
      .normalize("NFC")
      .replace(/[\u200b\u2060\ufeff]/g, "");
  const [head = ""] = /^\ufeff?---[ \t]*\r?\n[\s\S]*?^---[ \t]*(?:\r?\n|$)/m.exec(whole) ?? [];
  if (head === "") return written;
  let body = inProse(whole.slice(head.length), doubleSpaces).replaced;
  body = inProse(body, (prose) =>
    [...prose.matchAll(/(?<=[^\s\ufffc]) (?=\r?\n)/g)].map(({ index }) => ({ at: index, length: 1, by: "" })),
  ).replaced;
  return head + (quotes ? inProse(body, (prose) => quotationMarks(prose, language)).replaced : body);
}

/** A piece of a text and what stands for it; a space where nothing is said. */
interface Replacement {
  at: number;
  length: number;
  by?: string;
}

function inProse(text: string, find: (prose: string) => readonly Replacement[]): { replaced: string } {
  let replaced = "";
  let from = 0;
  for (const { at, length, by = " " } of find(proseOf(text))) {
    replaced += text.slice(from, at) + by;
    from = at + length;
  }
  return { replaced: replaced + text.slice(from) };
}

/** Every double quotation mark, however it looks; inches are none. */
const MARKS = /(?<!\d)"|[\u201c\u201d\u201e]/g;

/** The right marks of paragraphs in which each clearly opens or closes, by turns; the others are left to people. */
function quotationMarks(prose: string, language: Language): Replacement[] {
  const main = mainLanguage(language);
  if (main !== "de" && main !== "en") return [];
  const [opening, closing] = main === "de" ? ["\u201e", "\u201c"] : ["\u201c", "\u201d"];
  const replacements: Replacement[] = [];
  for (const { index: start, 0: paragraph } of prose.matchAll(/(?:[^\n]|\r?\n(?!\r?\n))+/g)) {
    const marks = [...paragraph.matchAll(MARKS)];
    if (marks.length % 2 !== 0) continue;
    const isClear = marks.every(({ index }, turn) => {
      const [before = " ", after = " "] = [paragraph[index - 1], paragraph[index + 1]];
      return turn % 2 === 0
        ? /[\s(\u2013\u2014*_[]/.test(before) && /\S/.test(after)
        : /\S/.test(before) && /[\s.,;:!?)\u2013\u2014*_\]]/.test(after);
    });
    if (!isClear) continue;
    marks.forEach(({ index, 0: mark }, turn) => {
      const by = turn % 2 === 0 ? opening : closing;
      if (mark !== by) replacements.push({ at: start + index, length: 1, by });
    });
  }
  return replacements;
}
