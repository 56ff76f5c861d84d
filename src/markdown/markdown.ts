import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import { type Links, toSlug } from "../addresses.ts";
import { findForbidden } from "../content/characters.ts";
import type { Image } from "../content/release/release.ts";
import { error, hint, type Position, type Problem, positionAt } from "../problems.ts";
import { findUnread, foreignWords } from "./foreign-words.ts";
import { pictureHtml } from "./text-picture.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** What a text may refer to: the files that its front matter lists, by name. */
export interface TextFiles {
  images: ReadonlySet<string>;
  attachments: ReadonlySet<string>;
}

/** What rendering a text needs to know of its place: the release's address for its files, the words of its language. */
export interface TextPlace {
  /** Address of the folder in which the text's files are published, such as `/2017/11/slug/`. */
  base: string;
  /** Makes the ids of a text unique where a page holds several. */
  idPrefix?: string;
  /** Words for screen readers and of pictures. */
  words: { backToText: string; table: string; footnotes: string; credit: string; printSize: string };
  /** The pictures that the text may show. */
  images?: readonly Image[];
  /** What a link to a file of the text says of it beside its words, such as its kind and size; undefined where the file is none of the text's. */
  describe?: (file: string, words: string) => string | undefined;
}

/** CommonMark with tables and footnotes, without HTML; the only Markdown of the project, shared with Eleventy. */
export function createMarkdown(links: Links): MarkdownIt {
  const markdown = parser(false);
  const { rules } = markdown.renderer;
  const place = (env: unknown): TextPlace => (env as { place: TextPlace }).place;

  markdown.core.ruler.push("heading_ids", (state) => {
    const taken = new Set<string>();
    const counts = new Map<string, number>();
    state.tokens.forEach((token, index) => {
      if (token.type !== "heading_open") return;
      const slug = toSlug(plainInline(state.tokens[index + 1])) || "teil";
      // A heading "Teil 2" may stand before a second "Teil".
      let count = counts.get(slug) ?? 0;
      let id: string;
      do {
        count++;
        id = count > 1 ? `${slug}-${count}` : slug;
      } while (taken.has(id));
      counts.set(slug, count);
      taken.add(id);
      token.attrSet("id", `${place(state.env).idPrefix ?? ""}abschnitt-${id}`);
    });
  });
  rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token;
    const written = String(token.attrGet("href"));
    const target = targetAddress(written, place(env).base);
    token.attrSet("href", links.href(target));
    // On paper a link's target is printed after its words, unless they say it.
    if (bareAddress(target) === bareAddress(String(tokens[index + 1]?.content))) token.attrSet("class", "is-address");
    if (isFileName(written)) noteFile(tokens, index, (words) => place(env).describe?.(written, words));
    return self.renderToken(tokens, index, options);
  };
  rules.link_close = (tokens, index) => {
    const { note } = ((tokens[index] as Token).meta ?? {}) as { note?: string };
    return note === undefined ? "</a>" : ` <small class="file-note">(${markdown.utils.escapeHtml(note)})</small></a>`;
  };
  rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token;
    const { images = [], base, words } = place(env);
    const image = images.find(({ file }) => file === token.attrGet("src"));
    // Only listed pictures pass the check; comments and plain pages list none.
    return image === undefined ? "" : pictureHtml(image, self.renderInlineAsText(token.children ?? [], options, env), base, words, links);
  };
  // A wide table scrolls by itself; a region that scrolls has to be reachable by keyboard and have a name (WCAG 2.1.1).
  rules.table_open = (_tokens, _index, _options, env) =>
    `<section class="table" tabindex="0" aria-label="${markdown.utils.escapeHtml(place(env).words.table)}"><table>\n`;
  rules.table_close = () => "</table></section>\n";
  // Figures stand right in their column. A class says it: a policy for content (CSP) forbids styles in markup.
  const alignment = (token: Token | undefined) =>
    /right|center/.test(String(token?.attrGet("style")))
      ? ` class="is-${/right/.test(String(token?.attrGet("style"))) ? "right" : "center"}"`
      : "";
  rules.th_open = (tokens, index) => `<th scope="col"${alignment(tokens[index])}>`;
  rules.td_open = (tokens, index) => `<td${alignment(tokens[index])}>`;
  const id = (env: unknown, token: Token) => `${place(env).idPrefix ?? ""}fussnote-${Number(token.meta.id) + 1}`;
  rules.footnote_ref = (tokens, index, _options, env) => {
    const token = tokens[index] as Token;
    const repeat = token.meta.subId > 0 ? `-${token.meta.subId + 1}` : "";
    return `<sup class="footnote-ref"><a href="#${id(env, token)}" id="${id(env, token)}-stelle${repeat}">${Number(token.meta.id) + 1}</a></sup>`;
  };
  rules.footnote_block_open = (_tokens, _index, _options, env) =>
    `<section class="footnotes" aria-label="${markdown.utils.escapeHtml(place(env).words.footnotes)}">\n<ol>\n`;
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index, _options, env) => `<li id="${id(env, tokens[index] as Token)}">`;
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const token = tokens[index] as Token;
    const repeat = token.meta.subId > 0 ? `-${token.meta.subId + 1}` : "";
    return ` <a href="#${id(env, token)}-stelle${repeat}" aria-label="${markdown.utils.escapeHtml(place(env).words.backToText)}">↩\ufe0e</a>`;
  };
  return markdown;
}

/** Leaves a note about a file with the end of its link: who follows it wants to know before what comes and how much. */
function noteFile(tokens: readonly Token[], link: number, describe: (words: string) => string | undefined): void {
  let words = "";
  let end = link + 1;
  for (; tokens[end] && tokens[end]?.type !== "link_close"; end++) words += tokens[end]?.content ?? "";
  const note = describe(words);
  const close = tokens[end];
  if (close && note !== undefined) close.meta = { note };
}

/** Renders a text to HTML for its place on a page. */
export function renderText(markdown: MarkdownIt, text: string, place: TextPlace): string {
  return markdown.render(text, { place });
}

/** Characters without which a text can hold nothing that `checkText` would report; most texts need no second parse. */
const WORTH_CHECKING = /<|!\[|\]\(|\]:|\]\{|&#|^[ >*+\-\d.)]*(?:#(?:[ \t]|$)|=+[ \t]*$|\t|[ >*+\-\d.)]{8})/m;

/** Most faults that are told of one text: nobody reads more at once. */
const PROBLEMS_MAX = 100;

/** Lists and quotations count one level for each paragraph, item and list; markdown-it drops in silence what lies deeper than 20. */
const LEVEL_MAX = 16;

/** Most characters that the addresses of a text may come to: references repeat an address as often as three characters fit into a text. */
const ADDRESSES_MAX = 1_000_000;

/** Most marks and definitions of footnotes; their cost grows with the square. */
const FOOTNOTE_MARKS_MAX = 2_000;

/** Reports HTML, main headings, pictures and files that the front matter does not list, links that lead nowhere, and what would not be printed as written. */
export function checkText(text: string, path: string, firstLine: number, files: TextFiles): Problem[] {
  if (!WORTH_CHECKING.test(text)) return [];
  const problems: Problem[] = [];
  for (const problem of findFaults(text, path, firstLine, files)) {
    if (problems.length === PROBLEMS_MAX) {
      problems.push({
        ...problem,
        message: `Hier und danach ist noch mehr zu beanstanden; genannt sind die ersten ${PROBLEMS_MAX} Stellen.`,
        remedy: "Beheben Sie diese zuerst.",
      });
      break;
    }
    problems.push(problem);
  }
  return problems;
}

/** Every error of a text, then the hints; lazily, so that a text full of faults costs no more than those that are told. */
function* findFaults(text: string, path: string, firstLine: number, files: TextFiles): Generator<Problem> {
  for (const { 0: written, 1: hex, 2: decimal, index } of text.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)) {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    const forbidden = code > 0x10ffff ? undefined : findForbidden(String.fromCodePoint(code));
    if (forbidden)
      yield error(
        path,
        positionAt(text, index, firstLine),
        `„${written}“ steht für ein unsichtbares Steuerzeichen (${forbidden.name}).`,
        "Löschen Sie es.",
      );
  }
  const last = [...text.matchAll(/\[\^/g)][FOOTNOTE_MARKS_MAX]?.index;
  if (last !== undefined) {
    yield error(
      path,
      positionAt(text, last, firstLine),
      `Der Text hat mehr als ${FOOTNOTE_MARKS_MAX / 2} Fußnoten.`,
      "Hängen Sie ihn als Anlage an, oder fassen Sie Fußnoten zusammen.",
    );
    return;
  }
  const rejected = new Set<string>();
  const unread: { offset: number; written: string }[] = [];
  const lines = lineStarts(text);
  let addresses = 0;
  // The cells of a table have no lines of their own, but their row has.
  let map: [number, number] = [0, 0];
  for (const token of checker(rejected).parse(text, {})) {
    map = token.map ?? map;
    const line = map[0] + firstLine;
    if (token.block && token.level >= LEVEL_MAX) {
      yield error(
        path,
        { line, column: 1 },
        "Hier sind zu viele Listen oder Zitate ineinander verschachtelt.",
        "Kommen Sie mit höchstens sieben Ebenen aus.",
      );
      return;
    }
    if (token.type === "html_block") yield htmlProblem(path, lineStart(token.content, line));
    if (token.type === "heading_open" && token.tag === "h1") {
      yield error(
        path,
        { line, column: 1 },
        "Eine Überschrift erster Ordnung (#) gibt es schon: den Titel.",
        "Beginnen Sie Zwischenüberschriften mit ##.",
      );
    }
    if (token.type !== "inline") continue;
    const block = { text, firstLine, from: lines[map[0]] ?? 0, to: lines[map[1]] ?? text.length };
    yield* checkInline(token, path, block, files);
    if (unread.length <= PROBLEMS_MAX) unread.push(...findUnread(token.children ?? [], text, block.from, block.to));
    for (const { attrs } of token.children ?? []) for (const [, value] of attrs ?? []) addresses += value.length;
    if (addresses > ADDRESSES_MAX) {
      yield error(
        path,
        { line, column: 1 },
        "Bis hierher verweist der Text zu oft auf zu lange Adressen.",
        "Kürzen Sie die Adressen, oder verlinken Sie jede nur einmal.",
      );
      return;
    }
  }
  for (const { offset, written } of unread) {
    const message = `„${written}“ zeichnet keine Sprache aus und wird als Text gezeigt.`;
    yield hint(
      path,
      positionAt(text, offset, firstLine),
      message,
      "Schreiben Sie zum Beispiel [Public Library]{lang=en}, mit einem Sprachkürzel wie en, fr oder ja.",
    );
  }
  for (const target of rejected) {
    const at = Math.max(0, text.indexOf(target.slice(0, 20)));
    yield hint(
      path,
      positionAt(text, at, firstLine),
      "Diese Adresse wird nicht verlinkt, sondern als Text gezeigt.",
      "Verlinken Sie nur https:, http:, mailto: oder tel:.",
    );
  }
}

const SCHEMES = /^(https?|mailto|tel):/i;
let checking: { markdown: MarkdownIt; rejected: Set<string> } | undefined;

function parser(html: boolean): MarkdownIt {
  const markdown = new MarkdownIt("commonmark", { html }).enable("table").use(footnote);
  // Footnotes written inline (^[…]) are no part of the content model and let brackets nest without end.
  markdown.disable("footnote_inline");
  foreignWords(markdown);
  markdown.validateLink = (url) => !/^[a-z][a-z0-9+.-]*:/i.test(url.trim()) || SCHEMES.test(url.trim());
  return markdown;
}

function checker(rejected: Set<string>): MarkdownIt {
  if (!checking) {
    const markdown = parser(true);
    const { validateLink } = markdown;
    const state = { markdown, rejected };
    markdown.validateLink = (url) => {
      const valid = validateLink(url);
      if (!valid && state.rejected.size <= PROBLEMS_MAX) state.rejected.add(url);
      return valid;
    };
    checking = state;
  }
  checking.rejected = rejected;
  return checking.markdown;
}

/** A block of a text: from its first line to the end of its last. */
interface Block {
  text: string;
  firstLine: number;
  from: number;
  to: number;
}

function* checkInline(block: Token, path: string, { text, firstLine, from: start, to }: Block, files: TextFiles): Generator<Problem> {
  let from = start;
  const seek = (needle: string): number => {
    const found = text.indexOf(needle.split("\n", 1)[0] ?? "", from);
    if (found < 0 || found >= to) return from;
    from = found;
    return found;
  };
  const at = (offset: number): Position => positionAt(text, offset, firstLine);
  for (const token of block.children ?? []) {
    // A picture's description is parsed as well, and what it hides there would stand open on the page.
    const html = token.type === "html_inline" ? token : token.children?.find((child) => child.type === "html_inline");
    if (html) yield htmlProblem(path, at(seek(html.content)));
    if (token.type === "image") {
      const source = String(token.attrGet("src"));
      const offset = seek("![");
      from += 2;
      if (!files.images.has(source)) {
        yield error(
          path,
          at(offset),
          `Das Bild „${source.slice(0, 100)}“ steht nicht unter „images“ im Kopf.`,
          "Tragen Sie es dort mit file, alt und credit ein; Bilder fremder Server sind nicht möglich.",
        );
      } else if (token.content.trim() === "") {
        yield error(
          path,
          at(offset),
          `Das Bild „${source}“ hat im Text keine Beschreibung.`,
          "Schreiben Sie sie in die eckigen Klammern: ![Die Brücke mit neuem Geländer](bruecke.jpg).",
        );
      }
    } else if (token.type === "link_open") {
      const target = String(token.attrGet("href"));
      if (/^\/(?!\/)|^#/.test(target) || SCHEMES.test(target)) continue;
      if (!isFileName(target)) {
        yield error(
          path,
          at(seek(safeDecode(target))),
          `Die Adresse „${target.slice(0, 100)}“ führt nirgendwohin.`,
          "Schreiben Sie https:// davor, oder für eine Seite dieses Archivs den Pfad ab /.",
        );
      } else if (!files.attachments.has(target) && !files.images.has(target)) {
        yield error(
          path,
          at(seek(safeDecode(target))),
          `Die Datei „${target.slice(0, 100)}“ steht nicht unter „attachments“ im Kopf.`,
          "Tragen Sie sie dort mit file und title ein, oder schreiben Sie https:// vor die Adresse.",
        );
      }
    }
  }
}

/** What a link's target means in a text whose files lie under `base`: a bare file name is one of these. */
export function targetAddress(target: string, base: string): string {
  return isFileName(target) ? base + target : target;
}

function bareAddress(address: string): string {
  return address.replace(/^(https?:\/\/)?(www\.)?|\/$/g, "");
}

function isFileName(target: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+$/.test(target);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function htmlProblem(path: string, at: Position): Problem {
  return error(
    path,
    at,
    "Hier steht HTML; im Text ist nur Markdown erlaubt.",
    "Schreiben Sie es in Markdown; ein einzelnes < als Zeichen schreiben Sie \\<.",
  );
}

function lineStart(content: string, line: number): Position {
  return { line, column: content.search(/\S/) + 1 };
}

function plainInline(token: Token | undefined): string {
  return (token?.children ?? []).map((child) => child.content).join("");
}

function safeDecode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
