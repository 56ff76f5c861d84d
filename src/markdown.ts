import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import { type Links, toSlug } from "./addresses.ts";
import { error, hint, type Position, type Problem, positionAt } from "./problems.ts";
import type { Image } from "./release/release.ts";
import { renditionsOf } from "./renditions.ts";

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
  /** Words for screen readers. */
  words: { backToText: string; table: string; footnotes: string; credit: string };
  /** The pictures that the text may show. */
  images?: readonly Image[];
}

/** CommonMark with tables and footnotes, without HTML; the only Markdown of the project, shared with Eleventy. */
export function createMarkdown(links: Links): MarkdownIt {
  const markdown = parser(false);
  const { rules } = markdown.renderer;
  const place = (env: unknown): TextPlace => (env as { place: TextPlace }).place;

  markdown.core.ruler.push("heading_ids", (state) => {
    const used = new Map<string, number>();
    state.tokens.forEach((token, index) => {
      if (token.type !== "heading_open") return;
      const slug = toSlug(plainInline(state.tokens[index + 1])) || "teil";
      const count = (used.get(slug) ?? 0) + 1;
      used.set(slug, count);
      token.attrSet("id", `${place(state.env).idPrefix ?? ""}abschnitt-${slug}${count > 1 ? `-${count}` : ""}`);
    });
  });
  rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token;
    token.attrSet("href", links.href(targetAddress(String(token.attrGet("href")), place(env).base)));
    return self.renderToken(tokens, index, options);
  };
  rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token;
    const { images = [], base, words } = place(env);
    const image = images.find(({ file }) => file === token.attrGet("src"));
    // Only listed pictures pass the check; comments and plain pages list none.
    if (!image) return "";
    const { webp } = renditionsOf(image, base.replace(/^\/|\/$/g, ""));
    token.attrSet("src", links.href(webp[0]?.address ?? ""));
    token.attrSet("srcset", webp.map(({ address, width }) => `${links.href(address)} ${width}w`).join(", "));
    token.attrSet("sizes", "(max-width: 40rem) 100vw, 38rem");
    token.attrSet("width", String(image.width));
    token.attrSet("height", String(image.height));
    token.attrSet("alt", self.renderInlineAsText(token.children ?? [], options, env));
    token.attrSet("loading", "lazy");
    return `${self.renderToken(tokens, index, options)}<small class="credit">${markdown.utils.escapeHtml(words.credit.replace("{credit}", image.credit))}</small>`;
  };
  // A wide table scrolls by itself; a region that scrolls has to be reachable by keyboard and have a name (WCAG 2.1.1).
  rules.table_open = (_tokens, _index, _options, env) =>
    `<div class="table" role="region" tabindex="0" aria-label="${markdown.utils.escapeHtml(place(env).words.table)}"><table>\n`;
  rules.table_close = () => "</table></div>\n";
  rules.th_open = (tokens, index, options, _env, self) => {
    (tokens[index] as Token).attrSet("scope", "col");
    return self.renderToken(tokens, index, options);
  };
  const id = (env: unknown, token: Token) => `${place(env).idPrefix ?? ""}fussnote-${Number(token.meta.id) + 1}`;
  rules.footnote_ref = (tokens, index, _options, env) => {
    const token = tokens[index] as Token;
    const repeat = token.meta.subId > 0 ? `-${token.meta.subId + 1}` : "";
    return `<sup class="footnote-ref"><a href="#${id(env, token)}" id="${id(env, token)}-stelle${repeat}">${Number(token.meta.id) + 1}</a></sup>`;
  };
  rules.footnote_block_open = (_tokens, _index, _options, env) => `<section class="footnotes" aria-label="${markdown.utils.escapeHtml(place(env).words.footnotes)}">\n<ol>\n`;
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index, _options, env) => `<li id="${id(env, tokens[index] as Token)}">`;
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const token = tokens[index] as Token;
    const repeat = token.meta.subId > 0 ? `-${token.meta.subId + 1}` : "";
    return ` <a href="#${id(env, token)}-stelle${repeat}" aria-label="${markdown.utils.escapeHtml(place(env).words.backToText)}">↩\ufe0e</a>`;
  };
  return markdown;
}

/** Renders a text to HTML for its place on a page. */
export function renderText(markdown: MarkdownIt, text: string, place: TextPlace): string {
  return markdown.render(text, { place });
}

/** Characters without which a text can hold nothing that `checkText` would report; most texts need no second parse. */
const WORTH_CHECKING = /<|!\[|\]\(|\]:|^ {0,3}#(?:[ \t]|$)|^ {0,3}=+[ \t]*$/m;

/** Reports HTML, main headings, pictures and files that the front matter does not list, and links that lead nowhere. */
export function checkText(text: string, path: string, firstLine: number, files: TextFiles): Problem[] {
  if (!WORTH_CHECKING.test(text)) return [];
  const problems: Problem[] = [];
  const rejected: string[] = [];
  const markdown = checker(rejected);
  for (const token of markdown.parse(text, {})) {
    const line = (token.map?.[0] ?? 0) + firstLine;
    if (token.type === "html_block") problems.push(htmlProblem(path, lineStart(token.content, line)));
    if (token.type === "heading_open" && token.tag === "h1") {
      problems.push(error(path, { line, column: 1 }, "Eine Überschrift erster Ordnung (#) gibt es schon: den Titel.", "Beginnen Sie Zwischenüberschriften mit ##."));
    }
    if (token.type === "inline") problems.push(...checkInline(token, path, line, files));
  }
  for (const target of rejected) {
    const at = Math.max(0, text.indexOf(target.slice(0, 20)));
    problems.push(
      hint(path, positionAt(text, at, firstLine), "Diese Adresse wird nicht verlinkt, sondern als Text gezeigt.", "Verlinken Sie nur https:, http:, mailto: oder tel:."),
    );
  }
  return problems;
}

const SCHEMES = /^(https?|mailto|tel):/i;
let checking: { markdown: MarkdownIt; rejected: string[] } | undefined;

function parser(html: boolean): MarkdownIt {
  const markdown = new MarkdownIt("commonmark", { html }).enable("table").use(footnote);
  // Footnotes written inline (^[…]) are no part of the content model and let brackets nest without end.
  markdown.disable("footnote_inline");
  markdown.validateLink = (url) => !/^[a-z][a-z0-9+.-]*:/i.test(url.trim()) || SCHEMES.test(url.trim());
  return markdown;
}

function checker(rejected: string[]): MarkdownIt {
  if (!checking) {
    const markdown = parser(true);
    const { validateLink } = markdown;
    const state = { markdown, rejected };
    markdown.validateLink = (url) => {
      const valid = validateLink(url);
      if (!valid && !state.rejected.includes(url)) state.rejected.push(url);
      return valid;
    };
    checking = state;
  }
  checking.rejected = rejected;
  return checking.markdown;
}

function checkInline(block: Token, path: string, firstLine: number, files: TextFiles): Problem[] {
  const problems: Problem[] = [];
  let from = 0;
  const position = (needle: string): Position => {
    const found = block.content.indexOf(needle, from);
    if (found >= 0) from = found;
    return positionAt(block.content, Math.max(0, found), firstLine);
  };
  for (const token of block.children ?? []) {
    if (token.type === "html_inline") {
      problems.push(htmlProblem(path, position(token.content)));
    } else if (token.type === "image") {
      const source = String(token.attrGet("src"));
      const at = position("![");
      if (!files.images.has(source)) {
        problems.push(
          error(
            path,
            at,
            `Das Bild „${source.slice(0, 100)}“ steht nicht unter „images“ im Kopf.`,
            "Tragen Sie es dort mit file, alt und credit ein; Bilder fremder Server sind nicht möglich.",
          ),
        );
      } else if (token.content.trim() === "") {
        problems.push(
          error(path, at, `Das Bild „${source}“ hat im Text keine Beschreibung.`, "Schreiben Sie sie in die eckigen Klammern: ![Die Brücke mit neuem Geländer](bruecke.jpg)."),
        );
      }
      from += 2;
    } else if (token.type === "link_open") {
      const target = String(token.attrGet("href"));
      if (/^\/(?!\/)|^#/.test(target) || SCHEMES.test(target)) continue;
      const at = position(safeDecode(target));
      if (isFileName(target)) {
        if (!files.attachments.has(target) && !files.images.has(target)) {
          problems.push(
            error(
              path,
              at,
              `Die Datei „${target}“ steht nicht unter „attachments“ im Kopf.`,
              "Tragen Sie sie dort mit file und title ein, oder schreiben Sie https:// vor die Adresse.",
            ),
          );
        }
      } else {
        problems.push(
          error(path, at, `Die Adresse „${target.slice(0, 100)}“ führt nirgendwohin.`, "Schreiben Sie https:// davor, oder für eine Seite dieses Archivs den Pfad ab /."),
        );
      }
    }
  }
  return problems;
}

/** What a link's target means in a text whose files lie under `base`: a bare file name is one of these. */
export function targetAddress(target: string, base: string): string {
  return isFileName(target) ? base + target : target;
}

function isFileName(target: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+$/.test(target);
}

function htmlProblem(path: string, at: Position): Problem {
  return error(path, at, "Hier steht HTML; im Text ist nur Markdown erlaubt.", "Schreiben Sie es in Markdown; ein einzelnes < als Zeichen schreiben Sie \\<.");
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
