import type { ProblemId } from "../problem-ids.ts";

/** A slip in a line: where it begins (from 0), what is wrong, and what to write instead. */
export interface LineSlip {
  id: ProblemId;
  at: number;
  message: string;
  remedy: string;
}

/** What a text must contain before a line of it can be such a slip; most texts hold none of it. */
export const WORTH_READING = new RegExp(
  [
    /^[ \t]*(?:[–—→✓✔»]|o[ \u00a0]|[-*+]\p{L})/u,
    /^ {0,3}>.*\n {0,3}[\p{L}\p{N}„“"»«‚'(]/u,
    /^(?:={2,6}[ \t]*[^=\s]|h[1-6]\. )/u,
    /\[\/[a-z]+\]|'''|\[\[[^[\]]+\.[a-z]{3,4}|\)\{[^}\n]*\}/u,
    /(?:\\\\[\p{L}\d]|\b[A-Za-z]:\\)/u,
    /\*\*[ \u00a0]|[ \u00a0]\*\*|[^\s*\p{L}\p{N}]\*\*[\p{L}\p{N}]|[\p{L}\p{N}]\*\*[^\s*\p{L}\p{N}]/u,
    /\)\[(?:https?:|www\.|mailto:)|\]\n\((?:https?:|www\.|mailto:)/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "mu",
);

/** A sign that word processors put before the points of a list, or one of Markdown's without its space. */
const BULLET = /^([ \t]*)([–—→✓✔»]|o(?=[ \u00a0])|[-*+](?=\p{L}))[ \t\u00a0]*(\S.*)$/u;
const LETTER = /[\p{L}\p{N}]/u;
const OPENS_BLOCK = /^\s*(?:$|>|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|`{3}|~{3}|\|)/;
/** What the elements of forums and shops (BBCode) are in Markdown. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  b: "Schreiben Sie zwei Sterne um die Wörter: **fett**",
  i: "Schreiben Sie einen Stern um die Wörter: *hervorgehoben*",
  url: "Schreiben Sie: [Worte des Links](https://www.stadt.example/)",
  quote: "Schreiben Sie ein > vor jede Zeile des Zitats.",
  img: "Schreiben Sie: ![Was auf dem Bild zu sehen ist](bild.jpg), und tragen Sie das Bild unter images ein.",
  caption: "Tragen Sie das Bild und seine Unterschrift (caption) unter images im Kopf ein.",
};

/** The slips of a line; `plain` is the line with its code blanked out. */
export function slipsOfLine(plain: string, before: string | undefined, after: string | undefined): LineSlip[] {
  return [
    ...emphasis(plain),
    ...bullets(plain, before, after),
    ...drawnIntoQuotation(plain, before),
    ...ofOtherSystems(plain),
    ...paths(plain),
    ...turnedLinks(plain, after),
  ];
}

/** Two stars that stay text, because a space stands beside them, or a sign on this side and a letter on that (CommonMark, 6.2). */
function emphasis(line: string): LineSlip[] {
  const marks = [...line.matchAll(/(?<![\\*])\*\*(?!\*)/g)].map(({ index }) => index);
  const slips: LineSlip[] = [];
  for (let first = 0; first + 1 < marks.length; first++) {
    const [open = 0, close = 0] = marks.slice(first, first + 2);
    const [outerLeft = " ", outerRight = " "] = [line[open - 1], line[close + 2]];
    // Stars behind a word, as those that refer to a note below a table, open nothing.
    if (LETTER.test(outerLeft) && !/[\p{L}\p{N}\p{Ps}\p{Pi}„"]/u.test(line[open + 2] ?? " ")) continue;
    first++;
    const inner = line.slice(open + 2, close);
    const words = inner.trim();
    if (!LETTER.test(words)) continue;
    const isSpaced = words !== inner;
    const [isGlued, isGluedBehind] = [
      LETTER.test(outerLeft) && !LETTER.test(inner[0] ?? ""),
      LETTER.test(outerRight) && !LETTER.test(inner.at(-1) ?? ""),
    ];
    if (!isSpaced && !isGlued && !isGluedBehind) continue;
    const why = isSpaced ? "Neben den Sternchen steht ein Leerzeichen." : "Zwischen Sternchen und Nachbarwort fehlt ein Leerzeichen.";
    const [left, right] = isSpaced
      ? ["", ""]
      : [
          isGlued ? `${/[\p{L}\p{N}]+$/u.exec(line.slice(0, open))?.[0]} ` : "",
          isGluedBehind ? ` ${/^[\p{L}\p{N}]+/u.exec(line.slice(close + 2))?.[0]}` : "",
        ];
    slips.push({
      id: "bold-not-made",
      at: open,
      message: `„${line.slice(open, close + 2)}“ wird nicht fett: ${why}`,
      remedy: `Schreiben Sie: ${left}**${words}**${right}`,
    });
  }
  return slips;
}

/** Points below each other that make no list, told at the first of them. */
function bullets(line: string, before = "", after = ""): LineSlip[] {
  const [, room = "", sign = "", point = ""] = bullet(line);
  if (sign === "" || bullet(after)[2] !== sign || bullet(before)[2] === sign) return [];
  const isMark = /[-*+]/.test(sign);
  const message = isMark
    ? `Nach ${sign} fehlt ein Leerzeichen; so ist es keine Liste, und diese Zeilen werden ein Absatz.`
    : `„${sign}“ macht keine Liste; diese Zeilen werden als ein Absatz gedruckt.`;
  return [{ id: "bullet-without-list", at: room.length, message, remedy: `Schreiben Sie: ${room}${isMark ? sign : "-"} ${point}` }];
}

/** The parts of a line that begins like a point; stars around words emphasize. */
function bullet(line: string): readonly string[] {
  const found = BULLET.exec(line);
  return found && !(found[2] === "*" && found[3]?.includes("*")) ? found : [];
}

/** A line without a blank one above it that Markdown draws into the quotation, and so puts into somebody's mouth. */
function drawnIntoQuotation(line: string, before = ""): LineSlip[] {
  const quoted = /^ {0,3}>[ >]*(.*)$/.exec(before)?.[1] ?? "";
  if (OPENS_BLOCK.test(quoted) || OPENS_BLOCK.test(line) || !/^ {0,3}[\p{L}\p{N}„“"»«‚'(]/u.test(line)) return [];
  return [
    {
      id: "line-in-quotation",
      at: line.search(/\S/),
      message: "Diese Zeile wird Teil des Zitats darüber, weil keine Zeile frei ist.",
      remedy: `Lassen Sie darüber eine Zeile frei; gehört sie zum Zitat, schreiben Sie: > ${line.trim().slice(0, 60)}`,
    },
  ];
}

function ofOtherSystems(line: string): LineSlip[] {
  const slips: LineSlip[] = [];
  const [, signs = "", words = ""] = /^(={2,6})[ \t]*([^=\s][^=]*?)[ \t]*={2,6}[ \t]*$/.exec(line) ?? [];
  const [, level = "", heading = ""] = /^h([1-6])\. +(\S.*)$/.exec(line) ?? [];
  const depth = Math.max(2, signs.length || Number(level));
  if (words !== "" || heading !== "") {
    const message = "So ist es keine Überschrift; die Zeichen werden gedruckt.";
    slips.push({ id: "markup-of-other-systems", at: 0, message, remedy: `Schreiben Sie: ${"#".repeat(depth)} ${words || heading}` });
  }
  const bold = /'''(.+?)'''/.exec(line);
  if (bold)
    slips.push({
      id: "markup-of-other-systems",
      at: bold.index,
      message: `„${bold[0].slice(0, 40)}“ wird nicht fett.`,
      remedy: `Schreiben Sie: **${bold[1]}**`,
    });
  const embedded = /!?\[\[([^[\]|]+\.(?:jpe?g|png|webp))(?:\|[^\]]*)?\]\]/i.exec(line);
  if (embedded) {
    const remedy = `Schreiben Sie: ![Was auf dem Bild zu sehen ist](${embedded[1]})`;
    slips.push({
      id: "markup-of-other-systems",
      at: embedded.index,
      message: `„${embedded[0].slice(0, 60)}“ zeigt kein Bild; die Zeichen werden gedruckt.`,
      remedy,
    });
  }
  const size = /(!\[[^[\]]*\]\([^()\s]*\))(\{[^}]*\})/.exec(line);
  if (size) {
    const message = `„${size[2]}“ wird gedruckt; wie groß ein Bild ist, bestimmt die Seite.`;
    slips.push({ id: "markup-of-other-systems", at: size.index + (size[1]?.length ?? 0), message, remedy: `Schreiben Sie: ${size[1]}` });
  }
  const element = /\[\/([a-z]+)\]/.exec(line);
  if (element) {
    const message = `„${element[0]}“ ist die Auszeichnung eines anderen Systems und wird so gedruckt.`;
    slips.push({
      id: "markup-of-other-systems",
      at: element.index,
      message,
      remedy: ELSEWHERE[element[1] ?? ""] ?? "Löschen Sie sie, und schreiben Sie es in Markdown.",
    });
  }
  return slips;
}

/** Paths of Windows, of which Markdown would take backslashes away. */
function paths(line: string): LineSlip[] {
  return [...line.matchAll(/(?<![\\\p{L}\d])(?:\\\\[\p{L}\d][^\s\\]*|[A-Za-z]:)\\[^\s"“”«»,;]*/gu)].flatMap(({ 0: path, index }) => {
    if (!/\\[!-/:-@[-`{-~]/.test(path)) return [];
    const message = `Von „${path.slice(0, 60)}“ fehlt auf der Seite ein umgekehrter Schrägstrich: Markdown hält ihn für eine Auszeichnung.`;
    return [{ id: "backslash-lost", at: index, message, remedy: `Setzen Sie den Pfad zwischen zwei Zeichen aus \`: \`${path}\`` }];
  });
}

/** Links whose brackets are turned round, or whose address stands in the next line. */
function turnedLinks(line: string, after = ""): LineSlip[] {
  const slips: LineSlip[] = [...line.matchAll(/\(([^()[\]]+)\)\[((?:https?:|www\.|mailto:)[^\]\s]*)\]/g)].map(
    ({ 0: written, 1: words, 2: target, index }) => ({
      id: "link-turned-round",
      at: index,
      message: `„${written.slice(0, 80)}“ wird so gedruckt und nicht verlinkt: Die Klammern sind vertauscht.`,
      remedy: `Schreiben Sie: [${words}](${target?.replace(/^www\./, "https://www.")})`,
    }),
  );
  const [words = ""] = /(?<!!)\[[^[\]]+\]$/.exec(line) ?? [];
  const [target = ""] = /^\((?:https?:|www\.|mailto:)[^()\s]*\)/.exec(after) ?? [];
  if (words !== "" && target !== "") {
    const message = `„${words.slice(0, 80)}“ wird nicht verlinkt: Die Adresse steht in der nächsten Zeile.`;
    slips.push({
      id: "link-over-two-lines",
      at: line.length - words.length,
      message,
      remedy: `Schreiben Sie in eine Zeile: ${words}${target.replace("(www.", "(https://www.")}`,
    });
  }
  return slips;
}
