import type MarkdownIt from "markdown-it";
import type { Links } from "../addresses.ts";
import type { Image } from "../content/release/release.ts";
import { type CreditWords, renditionsOf } from "../content/release/renditions.ts";
import { toSlug } from "../content/slugs.ts";
import { createParser } from "./parser.ts";
import { pictureHtml } from "./text-picture.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** What rendering a text needs to know of its place: the release's address for its files, the words of its language. */
export interface TextPlace {
  /** Address of the folder in which the text's files are published, such as `/2017/11/slug/`. */
  base: string;
  /** Makes the ids of a text unique where a page holds several. */
  idPrefix?: string;
  /** Words for screen readers and of pictures. */
  words: CreditWords & { backToText: string; table: string; footnotes: string; printSize: string };
  /** The pictures that the text may show. */
  images?: readonly Image[];
  /** The note beside a link to a file, such as its kind and size; undefined where the file does not belong to the text. */
  describe?: (file: string, words: string) => string | undefined;
}

/** The Markdown of the project: CommonMark with tables, footnotes and foreign words, without HTML. */
export function createMarkdown(links: Links): MarkdownIt {
  const markdown = createParser(false);
  const { rules } = markdown.renderer;
  const place = (env: unknown): TextPlace => (env as { place: TextPlace }).place;

  markdown.core.ruler.push("heading_ids", (state) => {
    const taken = new Set<string>();
    const counts = new Map<string, number>();
    state.tokens.forEach((token, index) => {
      if (token.type !== "heading_open") return;
      const slug = toSlug(plainInline(state.tokens[index + 1])) || "teil";
      // The number is counted up until the id is free: a heading "Teil 2" may stand before the second "Teil".
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
    const target = targetAddress(written, place(env));
    token.attrSet("href", links.href(target));
    // The print style writes the address behind the words of a link, unless the words are the address.
    if (token.info === "auto" || bareAddress(target) === bareAddress(String(tokens[index + 1]?.content)))
      token.attrSet("class", "is-address");
    const { file } = splitPlace(written);
    if (isFileName(file)) noteFile(tokens, index, (words) => place(env).describe?.(file, words));
    return self.renderToken(tokens, index, options);
  };
  rules.link_close = (tokens, index) => {
    const { note } = ((tokens[index] as Token).meta ?? {}) as { note?: string };
    return note === undefined ? "</a>" : ` <small class="file-note">(${markdown.utils.escapeHtml(note)})</small></a>`;
  };
  rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index] as Token;
    const image = place(env).images?.find(({ file }) => file === token.attrGet("src"));
    const alt = self.renderInlineAsText(token.children ?? [], options, env);
    // The check refuses pictures that the head does not list; comments and plain pages can list none.
    return image === undefined ? "" : pictureHtml(image, { alt, isLinked: token.meta?.isLinked === true }, place(env), links);
  };
  // "1)" keeps its bracket by a class, because styles in markup are forbidden.
  rules.ordered_list_open = (tokens, index, options, _env, self) => {
    const token = tokens[index] as Token;
    if (token.markup === ")") token.attrSet("class", "has-brackets");
    return self.renderToken(tokens, index, options);
  };
  // A wide table scrolls by itself; a region that scrolls has to be reachable by keyboard and have a name (WCAG 2.1.1).
  rules.table_open = (_tokens, _index, _options, env) =>
    `<section class="table" tabindex="0" aria-label="${markdown.utils.escapeHtml(place(env).words.table)}"><table>\n`;
  rules.table_close = () => "</table></section>\n";
  // The alignment of a column is a class, because the content security policy (CSP) forbids styles in markup.
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
    const number = Number(token.meta.id) + 1;
    return `<sup class="footnote-ref"><a href="#${id(env, token)}" id="${id(env, token)}-stelle${repeat}">${number}</a></sup>`;
  };
  rules.footnote_block_open = (_tokens, _index, _options, env) =>
    `<section class="footnotes" aria-label="${markdown.utils.escapeHtml(place(env).words.footnotes)}">\n<ol>\n`;
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index, _options, env) => `<li id="${id(env, tokens[index] as Token)}">`;
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const token = tokens[index] as Token;
    const repeat = token.meta.subId > 0 ? `-${token.meta.subId + 1}` : "";
    const label = markdown.utils.escapeHtml(place(env).words.backToText);
    return ` <a href="#${id(env, token)}-stelle${repeat}" aria-label="${label}">↩\ufe0e</a>`;
  };
  return markdown;
}

/** Stores the note about a file in the token that closes its link, where it is printed. */
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

/** What a link's target means in a text whose files lie under `base`: a bare file name is one of these, a picture's its file for print. */
export function targetAddress(target: string, { base, images = [] }: Pick<TextPlace, "base" | "images">): string {
  const { file, place } = splitPlace(target);
  const image = images.find((one) => one.file === file);
  if (image) return renditionsOf(image, base.replace(/^\/|\/$/g, "")).print.address;
  return isFileName(file) ? base + file + place : target;
}

/** The name of a file and the place within it that a link names behind it, such as `#page=2`; empty where it names none. */
export function splitPlace(target: string): { file: string; place: string } {
  const [file = "", ...place] = target.split("#");
  return { file, place: place.map((part) => `#${part}`).join("") };
}

/** True for a link's target that is the name of a file beside the text, such as `plan.pdf`. */
export function isFileName(target: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+$/.test(target);
}

function bareAddress(address: string): string {
  return address.replace(/^(https?:\/\/|mailto:)?(www\.)?|\/$/g, "");
}

function plainInline(token: Token | undefined): string {
  return (token?.children ?? []).map((child) => child.content).join("");
}
