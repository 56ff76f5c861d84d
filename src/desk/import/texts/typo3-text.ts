import { quoted } from "./shortcodes.ts";
import type { Prepared } from "./wordpress-text.ts";

const BLOCK = /<\/?(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|div|pre|hr|section|figure|figcaption)\b/i;

/** A text of TYPO3's editor as HTML: a line is a paragraph where none is marked, and links are written in its own ways. */
export function prepareTypo3(written: string): Prepared {
  const dropped: string[] = [];
  const linked = written
    .replace(/\r\n?/g, "\n")
    .replace(/<link\s+([^\s>]+)[^>]*>([\s\S]*?)<\/link>/gi, (_whole, target: string, words: string) => link(target, words))
    .replace(/href="(t3:\/\/[^"]*)"/gi, (_whole, target: string) => `href="${quoted(addressOf(target.replaceAll("&amp;", "&")))}"`)
    .replace(/###[A-Z_]+###/g, (mark) => {
      dropped.push(mark);
      return "";
    });
  const html = linked
    .split("\n")
    .map((line) => (line.trim() === "" || BLOCK.test(line) ? line : `<p>${line}</p>`))
    .join("\n");
  return { html, dropped };
}

function link(target: string, words: string): string {
  const address = /^\S+@\S+\.\w+$/.test(target) ? `mailto:${target}` : /^www\./i.test(target) ? `https://${target}` : addressOf(target);
  return `<a href="${quoted(address)}">${words}</a>`;
}

/** What TYPO3's own addresses lead to, where they say it; a page of the old site is known by its number alone. */
function addressOf(target: string): string {
  const [, kind, query = ""] = /^t3:\/\/(\w+)\/?\?(.*)$/.exec(target) ?? [];
  const values = new URLSearchParams(query);
  if (kind === "url") return values.get("url") ?? target;
  if (kind === "email") return `mailto:${values.get("email") ?? ""}`;
  if (kind === "telephone") return `tel:${values.get("number") ?? ""}`;
  if (kind === "file") return `media:${values.get("uid") ?? values.get("identifier") ?? ""}`;
  if (kind === "record" && values.get("identifier")?.includes("news")) return `ref:news-${values.get("uid") ?? ""}`;
  return target;
}
