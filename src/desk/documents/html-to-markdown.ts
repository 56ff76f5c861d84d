import { createRequire } from "node:module";
import type Turndown from "turndown";
import { nameAnchors } from "./anchors.ts";
import { type Element, findAll, isElement, isText, lineOf, makeText, type Node, parseHtml, replace, textsIn } from "./dom.ts";
import { closest, settleBlocks } from "./flow.ts";
import { settleHeadings, takeTitle } from "./headings.ts";
import { dropForeign, type ResolveLink, settleEmphasis, settleInline } from "./inline.ts";
import { escapeInline, escapeStart } from "./marks.ts";
import { settleNotes } from "./notes.ts";
import { type FoundPicture, noteCaptions, takePictures } from "./pictures.ts";
import { settleTable } from "./tables.ts";

/** A document as Markdown: its title, where it has one, its text with marks for pictures (`placePictures`), and what to look at. */
export interface Converted {
  title: string | undefined;
  markdown: string;
  pictures: readonly FoundPicture[];
  /** What was left out or could not be shown as it was, in German. */
  warnings: readonly string[];
}

/** How a document is taken: a part of one is taken whole, and `resolve` says where its links lead. */
export interface Taking {
  title?: string | undefined;
  isPart?: boolean;
  resolve?: ResolveLink;
}

/**
 * The text of an HTML document as Markdown that the archive's check accepts, each word as it was: headings from the second level on, tables
 * with a head, no HTML, each sign that Markdown would read as a mark escaped. A `title` that is known is taken out of the text; else the
 * document's own is looked for.
 */
export function htmlToMarkdown(html: string, { title, isPart = false, resolve }: Taking = {}): Converted {
  const warnings: string[] = [];
  const warn = (warning: string): void => {
    if (!warnings.includes(warning)) warnings.push(warning);
  };
  const document = parseHtml(html);
  const [main, ...others] = findAll(document.body, "main, article");
  const body = !isPart && main && others.length === 0 && lineOf(main) !== "" ? main : document.body;
  dropForeign(body, warn);
  settleNotes(body);
  noteCaptions(body);
  if (resolve) nameAnchors(body);
  settleInline(body, warn, resolve);
  settleBlocks(body, (table) => settleTable(table, warn));
  settleEmphasis(body);
  const pictures = takePictures(body);
  const found = takeTitle(body, title) ?? (isPart || lineOf(document.body) === "" ? undefined : document.title.trim() || undefined);
  settleHeadings(body);
  for (const text of textsIn(body)) escapeText(text);
  writeNotes(body);
  return { title: found, markdown: print(body), pictures, warnings };
}

/** Writes a text so that Markdown shows what it says, where it stands. */
function escapeText(text: Node & { nodeValue: string }): void {
  if (text.nodeValue.includes("\ufffc")) return;
  const isAtStart = isFirstInLine(text);
  const line = text.nodeValue.replace(/[ \t\n]+/g, " ");
  const written = escapeInline(isAtStart ? line.trimStart() : line, {
    isInLink: closest(text, "A") !== null,
    isInCell: closest(text, "TABLE") !== null,
    isFollowed: text.nextSibling !== null,
  });
  text.nodeValue = isAtStart ? escapeStart(written) : written;
}

/** True where nothing stands before a text in its block, or a line break does; within bold or a link its mark comes first. */
function isFirstInLine({ previousSibling, parentNode }: Node): boolean {
  if (isElement(parentNode, "STRONG", "EM", "A", "TD", "TH")) return false;
  return (
    previousSibling === null || isElement(previousSibling, "BR") || (isText(previousSibling) && previousSibling.nodeValue.trim() === "")
  );
}

function writeNotes(body: Element): void {
  for (const mark of findAll(body, "span[data-note]")) replace(mark, makeText(body, `[^${mark.getAttribute("data-note")}]`));
  for (const note of findAll(body, "p[data-note-text]"))
    note.insertBefore(makeText(body, `[^${note.getAttribute("data-note-text")}]: `), note.firstChild);
}

function print(body: Element): string {
  const load = createRequire(import.meta.url);
  const service = new (load("turndown") as typeof Turndown)({ headingStyle: "atx", emDelimiter: "*", hr: "* * *", br: "\\" });
  // The texts are escaped already: only their places say which signs are marks.
  service.escape = (text) => text;
  const lines = (text: string) => text.replace(/^\n+|\n+$/g, "");
  service.addRule("item", {
    filter: "li",
    replacement: (content, node) => {
      const { parentNode, nextSibling } = node as unknown as Node;
      const items = Array.from(parentNode?.childNodes ?? []).filter((child) => isElement(child, "LI"));
      const start = Number(parentNode?.getAttribute("start") || 1);
      const number = (Number.isInteger(start) && start >= 0 ? start : 1) + items.indexOf(node as unknown as Element);
      const mark = parentNode?.nodeName === "OL" ? `${number}. ` : "- ";
      return `${mark}${lines(content)
        .replace(/\n/g, `\n${" ".repeat(mark.length)}`)
        .replace(/^ +$/gm, "")}${nextSibling ? "\n" : ""}`;
    },
  });
  service.addRule("heading", {
    filter: ["h2", "h3", "h4", "h5", "h6"],
    // Signs at the end would close it.
    replacement: (content, node) => `\n\n${"#".repeat(Number(node.nodeName[1]))} ${content.trim().replace(/(^|\s)(#+)$/, "$1\\$2")}\n\n`,
  });
  service.addRule("link", {
    filter: "a",
    replacement: (content, node) => {
      const target = (node as unknown as Element).getAttribute("href") ?? "";
      return content.trim() === escapeInline(target, { isInLink: true })
        ? `<${target}>`
        : `[${content.trim().replace(/^\^/, "\\^")}](${target})`;
    },
  });
  service.addRule("cell", { filter: ["th", "td"], replacement: (content) => ` ${content.trim().replace(/\n/g, " ")} |` });
  service.addRule("row", {
    filter: "tr",
    replacement: (content, node) => {
      const cells = Array.from((node as unknown as Node).childNodes);
      return `|${content}\n${isElement(cells[0] ?? null, "TH") ? `|${" --- |".repeat(cells.length)}\n` : ""}`;
    },
  });
  service.addRule("table", { filter: "table", replacement: (content) => `\n\n${lines(content)}\n\n` });
  return service
    .turndown(body as never)
    .replace(/[ \t]+$/gm, "")
    .trim();
}
