import type MarkdownIt from "markdown-it";
import { plainFileName } from "../content/violations.ts";
import type { ProblemId } from "../problem-ids.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** A slip at a line of its block, counted from 0. */
export interface Slip {
  id: ProblemId;
  line?: number;
  column?: number;
  message: string;
  remedy: string;
}

/** What follows `](` and would be an address without its spaces: it has a scheme, a slash, www. or an ending. */
const BROKEN_LINK = /!?\[((?:[^[\]\\\n]|\\.)*)\]([ \t]*)\([ \t]*((?=[^()\n]*(?:[:/]|\.[a-z]{2,4}\b))[^()\n]+)\)/giu;
/** An address behind words, a link by name, the definition of such a name, and a footnote inside a sentence. */
const UNLINKED = new RegExp(
  [
    /(?<!\\)\]\((?:https?:\/\/|mailto:|tel:|\/|www\.)[^\s()]*/,
    /(?<!\\)\]\[[^[\]]+\]/,
    /^\[[^[\]^]+\]:[ \t]+(?:https?:|\/|www\.)\S*/,
    /(?<!\\)\^\[(?=[^[\]]+\])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);
const FOOTNOTE_MARK = /(?<!\\)\[\^[^[\]\s]+\](?!:)/g;

/** Marks of footnotes and links that stay text. */
export function unread(lines: readonly string[], children: readonly Token[]): Slip[] {
  // An address that became a link as it stands is printed as it is written.
  const asWritten = children.filter(({ markup }) => markup !== "linkify");
  const printed = asWritten.map(({ type, content }) => (type === "text" ? content : type === "softbreak" ? "\n" : "\0")).join("");
  if (!printed.includes("[")) return [];
  const slips: Slip[] = [];
  const marks = new Set(printed.match(/\[\^[^\]\s]+\]/g));
  for (const [line, source] of lines.entries()) {
    for (const { 0: mark, index } of source.matchAll(FOOTNOTE_MARK)) {
      if (!marks.has(mark)) continue;
      const name = mark.slice(2, -1);
      const message = `Zu ${mark} gibt es keine Fußnote; das Zeichen wird so gedruckt.`;
      slips.push({
        id: "footnote-unknown",
        line,
        column: index + 1,
        message,
        remedy: `Schreiben Sie die Fußnote in eine eigene Zeile: [^${name}]: Text der Fußnote`,
      });
    }
    for (const { 0: written, 1: words = "", 2: gap = "", 3: target = "", index } of source.matchAll(BROKEN_LINK)) {
      if ((gap === "" && !/\s/.test(target)) || source[index - 1] === "\\") continue;
      if (!printed.includes(`]${gap}(${target.slice(0, 8)}`)) continue;
      const mark = written.startsWith("!") ? "![" : "[";
      const isAddress = /^(?:[a-z]+:|\/|www\.)/i.test(target);
      // What some programs write behind a picture's name: its size.
      const bare = target.trim().replace(/\s+=\d*x\d*$/, "");
      const address = isAddress
        ? bare.replace(/\s+/g, "%20")
        : ((/\s/.test(bare) ? plainFileName(bare) : undefined) ?? bare.replace(/\s+/g, "-"));
      const isSameFile = isAddress || address === bare;
      const why = gap === "" ? "In der Adresse" : "Vor der runden Klammer";
      slips.push({
        line,
        column: index + 1,
        id: "link-with-space",
        message: `„${written.slice(0, 80)}“ wird so gedruckt und nicht verlinkt: ${why} steht ein Leerzeichen.`,
        remedy: `${isSameFile ? "Schreiben" : "Benennen Sie die Datei um, und schreiben"} Sie: ${mark}${words}](${address})`,
      });
    }
    const rest = slips.some((slip) => slip.line === line) ? null : UNLINKED.exec(source);
    if (rest && printed.includes(rest[0]) && !source.slice(0, rest.index).includes("\\[")) {
      slips.push({
        line,
        column: rest.index + 1,
        id: rest[0].startsWith("^") ? "footnote-unknown" : "link-not-made",
        message: `„${rest[0].slice(0, 80)}“ wird so gedruckt; ein Verweis wird nicht daraus.`,
        remedy: rest[0].startsWith("^")
          ? "Schreiben Sie [^1] an die Stelle, und in eine eigene Zeile: [^1]: Text der Fußnote"
          : "Schreiben Sie [Worte](Adresse) in eine Zeile, ohne eckige Klammern, Fußnoten und andere Links in den Worten.",
      });
    }
  }
  return slips;
}
