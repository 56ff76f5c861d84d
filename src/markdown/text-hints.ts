import { toSlug } from "../content/slugs.ts";
import type { ProblemId } from "../problem-ids.ts";
import { hint, type Problem, positionsIn } from "../problems.ts";
import { slipsOfLine, WORTH_READING } from "./line-slips.ts";
import { createParser } from "./parser.ts";

/** What a text must contain before a line of it can be a slip. */
const WORTH_LOOKING = /^ {0,3}(#{2,6}|\d{1,2}[.)]\p{L})|^[ \t]*[•·▪◦‣●■□➢\uf0b7]|\[\s*\]\(|\]\(#/mu;

const MONTHS = /^(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;

/** Hints at slips that are printed as they stand: marks that are none, headings and links without words, levels that skip. */
export function findSlips(text: string, path: string, firstLine: number): Problem[] {
  if (!WORTH_LOOKING.test(text) && !WORTH_READING.test(text)) return [];
  const problems: Problem[] = [];
  let fence = "";
  let level = 1;
  const lines = text.split("\n");
  lines.forEach((written, index) => {
    const tell = (id: ProblemId, column: number, message: string, remedy: string) =>
      problems.push(hint(id, path, { line: firstLine + index, column: column + 1 }, message, remedy));
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(written)?.[1] ?? "";
    if (mark !== "" && (fence === "" || mark.startsWith(fence))) fence = fence === "" ? mark : "";
    if (fence !== "" || mark !== "") return;
    const heading = /^ {0,3}(#{2,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/.exec(written);
    if (heading) {
      const [, hashes = "", words = ""] = heading;
      if (words.trim() === "")
        tell(
          "heading-without-words",
          0,
          "Hier steht eine Überschrift ohne Worte.",
          "Schreiben Sie Worte dahinter, oder löschen Sie die Zeile.",
        );
      else if (hashes.length > level + 1)
        tell(
          "heading-level-skipped",
          0,
          `Die Überschrift springt von Ebene ${level} auf Ebene ${hashes.length}; Vorleseprogramme vermissen eine dazwischen.`,
          `Schreiben Sie: ${"#".repeat(level + 1)} ${words}`,
        );
      if (words.includes("\u00ad"))
        tell("soft-hyphen-in-heading", written.indexOf("\u00ad"), UNSEEN_HYPHEN, "Löschen Sie es; der Browser trennt Wörter selbst.");
      if (words.trim() !== "") level = hashes.length;
      return;
    }
    const [, hashes, words = ""] = /^ {0,3}(#{2,6})([^#\s].*)$/.exec(written) ?? [];
    if (hashes)
      tell(
        "heading-without-space",
        0,
        `Nach ${hashes} fehlt ein Leerzeichen; so ist es keine Überschrift.`,
        `Schreiben Sie: ${hashes} ${words}`,
      );
    const [, room = "", bullet, point = ""] = /^([ \t]*)([•·▪◦‣●■□➢\uf0b7])[ \t\u00a0]*(\S.*)$/.exec(written) ?? [];
    if (bullet) tell("bullet-without-list", room.length, `„${bullet}“ macht keine Liste.`, `Schreiben Sie: ${room}- ${point}`);
    const [, number, item = ""] = /^ {0,3}(\d{1,2}[.)])(\p{L}.*)$/u.exec(written) ?? [];
    if (number && !MONTHS.test(item))
      tell("list-without-space", 0, `Nach ${number} fehlt ein Leerzeichen; so ist es keine Liste.`, `Schreiben Sie: ${number} ${item}`);
    const plain = written.replace(/`[^`]*`/g, (code) => " ".repeat(code.length));
    for (const { 0: found, index: at } of plain.matchAll(/(?<!!)\[\s*\]\([^)\s]/g))
      tell("link-without-words", at, `Dieser Link hat keine Worte: ${found}…`, "Schreiben Sie in die eckigen Klammern, wohin er führt.");
    for (const { id, at, message, remedy } of slipsOfLine(plain, lines[index - 1], lines[index + 1])) tell(id, at, message, remedy);
  });
  return [...problems, ...deadAnchors(text, path, firstLine)];
}

/** What is said of a soft hyphen in a title. */
export const UNSEEN_HYPHEN = "In der Überschrift steht ein weiches Trennzeichen (U+00AD), das unsichtbar ist und Suche und Feeds stört.";

/** Links to places on the page that are not there. */
function deadAnchors(text: string, path: string, firstLine: number): Problem[] {
  if (!text.includes("](#")) return [];
  const ids = anchorsIn(text);
  const position = positionsIn(text, firstLine);
  return [...text.matchAll(/\]\(#([^)\s]+)\)/g)].flatMap(({ 1: anchor = "", index }) => {
    if (ids.includes(anchor) || /^fussnote-/.test(anchor)) return [];
    const meant = ids.find((id) => id === `abschnitt-${toSlug(anchor.replace(/^abschnitt-/, ""))}`);
    const known =
      ids.length > 0
        ? `Es gibt: ${ids.map((id) => `#${id}`).join(", ")}.`
        : "Der Text hat keine Überschriften, auf die ein Link führen kann.";
    const at = position(index + 2);
    return [
      hint(
        "anchor-unknown",
        path,
        at,
        `Die Stelle „#${anchor}“ gibt es auf dieser Seite nicht.`,
        meant ? `Schreiben Sie: (#${meant})` : known,
      ),
    ];
  });
}

/** The places of a text that links can lead to: its headings. */
export function anchorsIn(text: string): string[] {
  const ids: string[] = [];
  const tokens = createParser(false).parse(text, {});
  tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const slug = toSlug((tokens[index + 1]?.children ?? []).map(({ content }) => content).join("")) || "teil";
    for (let count = 1; ; count++) {
      const id = `abschnitt-${slug}${count > 1 ? `-${count}` : ""}`;
      if (ids.includes(id)) continue;
      ids.push(id);
      break;
    }
  });
  return ids;
}

/** A link of a text to a page of this site, as an editor wrote it. */
export interface OwnLink {
  /** The address from the site's root, with what follows # or ?. */
  target: string;
  line: number;
  column: number;
}

/** The links of a text to pages of the site at `url`. */
export function ownLinks(text: string, firstLine: number, url: string): OwnLink[] {
  if (!text.includes("](/") && !text.includes(`](${url}`) && !text.includes("]: /")) return [];
  const position = positionsIn(text, firstLine);
  const links = text.matchAll(/(?<!\\)\](?:\(<?|: *<?)((?:https?:\/)?\/[^)\s>]*)/g);
  return [...links].flatMap(({ 0: found, 1: written = "", index }) => {
    const target = written.startsWith(url) ? `/${written.slice(url.length)}` : written;
    if (!/^\/(?!\/)/.test(target)) return [];
    return [{ target, ...position(index + found.length - written.length) }];
  });
}
