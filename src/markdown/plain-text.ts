import type MarkdownIt from "markdown-it";
import type { Links } from "../addresses.ts";
import { fill, type Messages } from "../messages.ts";
import { type TextPlace, targetAddress } from "./markdown.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** Where a text stands: the folder of its files (`/2017/11/slug/`), its pictures, and the words of its language. */
export interface PlainPlace extends Pick<TextPlace, "base" | "images"> {
  words: Messages;
}

/**
 * Prints parsed Markdown as plain text for an e-mail: links as "text (URL)", tables with tabs, footnotes numbered at the end;
 * no line break at the end. It takes the tokens from which the page is printed, so both say the same.
 */
export function printPlain(tokens: readonly Token[], place: PlainPlace, links: Links): string {
  const { words } = place;
  return printBlocks(
    { tokens, at: 0, place: { absolute: (target) => links.absolute(targetAddress(target, place)), words } },
    undefined,
  ).join("\n\n");
}

interface Printing {
  absolute: (target: string) => string;
  words: Messages;
}

/** The tokens of a text, and the index of the next one to print. */
interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
  readonly place: Printing;
}

/** Prints blocks up to the token of type `end`. */
function printBlocks(cursor: Cursor, end: string | undefined): string[] {
  const blocks: string[] = [];
  for (let token = take(cursor); token && token.type !== end; token = take(cursor)) {
    const block = printBlock(token, cursor);
    if (block !== "") blocks.push(block);
  }
  return blocks;
}

function printBlock(token: Token, cursor: Cursor): string {
  switch (token.type) {
    case "inline":
      return printInline(token.children ?? [], cursor.place);
    case "paragraph_open":
    case "heading_open":
      return printBlocks(cursor, token.type.replace("_open", "_close")).join("");
    case "bullet_list_open":
    case "ordered_list_open":
      return printList(token, cursor);
    case "blockquote_open":
      return indent(printBlocks(cursor, "blockquote_close").join("\n\n"), "> ", "> ");
    case "table_open":
      return printTable(cursor);
    case "footnote_block_open":
      return printBlocks(cursor, "footnote_block_close").join("\n");
    case "footnote_open":
      return indent(printBlocks(cursor, "footnote_close").join("\n\n"), `[${Number(token.meta.id) + 1}] `, "    ");
    case "fence":
    case "code_block":
      return token.content.replace(/\n+$/, "");
    case "hr":
      return "* * *";
    default:
      return "";
  }
}

function printList(list: Token, cursor: Cursor): string {
  const isOrdered = list.type === "ordered_list_open";
  let number = Number(list.attrGet("start") ?? 1);
  const items: string[] = [];
  let isTight = true;
  for (let token = take(cursor); token && token.type !== list.type.replace("_open", "_close"); token = take(cursor)) {
    const first = cursor.tokens[cursor.at];
    if (first?.type === "paragraph_open" && !first.hidden) isTight = false;
    number = Number(token.attrGet("value") ?? number);
    const marker = isOrdered ? `${number++}${list.markup} ` : "- ";
    items.push(indent(printBlocks(cursor, "list_item_close").join(isTight ? "\n" : "\n\n"), marker, " ".repeat(marker.length)));
  }
  return items.join(isTight ? "\n" : "\n\n");
}

function printTable(cursor: Cursor): string {
  const rows: string[][] = [];
  for (let token = take(cursor); token && token.type !== "table_close"; token = take(cursor)) {
    if (token.type === "tr_open") rows.push([]);
    // A tab or line break within a cell would look like the beginning of another cell.
    else if (token.type === "inline") rows.at(-1)?.push(printInline(token.children ?? [], cursor.place).replace(/[\t\n]+/g, " "));
  }
  return rows.map((row) => row.join("\t")).join("\n");
}

function printInline(tokens: readonly Token[], place: Printing): string {
  let text = "";
  const open: { target: string; from: number }[] = [];
  for (const token of tokens) {
    if (token.type === "link_open") open.push({ target: String(token.attrGet("href")), from: text.length });
    else if (token.type === "link_close") {
      const link = open.pop();
      if (link) text += printTarget(link.target, text.slice(link.from), place);
    } else if (token.type === "softbreak") text += " ";
    else if (token.type === "hardbreak") text += "\n";
    else if (token.type === "image") text += fill(place.words.plain.image, { alt: printInline(token.children ?? [], place) });
    else if (token.type === "footnote_ref") text += `[${Number(token.meta.id) + 1}]`;
    else text += token.content;
  }
  return text;
}

/** What is written behind the words of a link: its address, unless the words are the address or it leads to a place on the same page. */
function printTarget(target: string, words: string, place: Printing): string {
  if (target.startsWith("#")) return "";
  const address = /^(mailto|tel):/i.test(target) ? target.replace(/^\w+:|\?.*$/g, "") : place.absolute(target);
  const comparable = (text: string) => text.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  return comparable(address) === comparable(words) ? "" : ` (${address})`;
}

function indent(text: string, first: string, others: string): string {
  return (first + text.replaceAll("\n", `\n${others}`)).replace(/[ \t]+$/gm, "");
}

function take(cursor: Cursor): Token | undefined {
  return cursor.tokens[cursor.at++];
}
