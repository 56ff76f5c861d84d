import { createRequire } from "node:module";
import type MarkdownIt from "markdown-it";
import type footnote from "markdown-it-footnote";
import { frame, quoted, readAttributes, replaceShortcode } from "./shortcodes.ts";
import type { Prepared } from "./wordpress-text.ts";

/** Code between backticks or fences, where nothing is replaced. */
const CODE = /^(```|~~~)[\s\S]*?^\1[^\n]*$|`[^`\n]+`/gm;

/** The Markdown of Hugo, Jekyll and their like as HTML: what their systems put in becomes what it shows, or is named. */
export function prepareMarkdown(written: string, parser: MarkdownIt): Prepared {
  const dropped: string[] = [];
  const kept: string[] = [];
  const source = written
    .replace(/\r\n?/g, "\n")
    .replace(CODE, (code) => (/\{\{|\{%/.test(code) ? `\ue000${kept.push(code) - 1}\ue001` : code));
  const plain = withoutKramdown(withoutLiquid(withoutHugo(source, dropped), dropped)).replace(
    /\ue000(\d+)\ue001/g,
    (_whole, index: string) => kept[Number(index)] ?? "",
  );
  return { html: parser.render(plain, {}).replace(/<hr class="footnotes-sep"[^>]*>/g, ""), dropped };
}

/** A parser of Markdown as other systems read it: with HTML, tables and footnotes. */
export function foreignParser(): MarkdownIt {
  const load = createRequire(import.meta.url);
  const made = new (load("markdown-it") as typeof MarkdownIt)("default", { html: true, linkify: false, typographer: false });
  const plugin = load("markdown-it-footnote") as { default?: typeof footnote } & typeof footnote;
  made.use(plugin.default ?? plugin);
  // Of links and pictures the import decides itself.
  made.validateLink = () => true;
  made.normalizeLink = (address) => address;
  return made;
}

/** Hugo's shortcodes: {{< figure src="…" >}}, {{% note %}}words{{% /note %}}. */
function withoutHugo(text: string, dropped: string[]): string {
  if (!text.includes("{{")) return text;
  const closed = new Set([...text.matchAll(/\{\{[<%]\s*\/\s*([\w./-]+)/g)].map(([, name = ""]) => name));
  return text
    .replace(/\{\{[<%]\/\*|\*\/[>%]\}\}/g, "")
    .replace(
      /\{\{[<%]\s*(?:rel)?ref\s+(?:"([^"]*)"|'([^']*)'|`([^`]*)`|(\S+?))\s*[>%]\}\}/g,
      (_whole, ...names: (string | undefined)[]) => {
        const name = names.slice(0, 4).find((one) => one !== undefined) ?? "";
        return `ref:${name.replace(/\s/g, "%20")}`;
      },
    )
    .replace(/\{\{[<%](\s*\/?\s*)([\w./-]+)([\s\S]*?)\/?\s*[>%]\}\}/g, (_whole, begin: string, name: string, rest: string) => {
      if (begin.includes("/")) return "\n\n";
      const { html, dropped: isDropped } = replaceShortcode(name, readAttributes(rest));
      if (isDropped && !closed.has(name)) dropped.push(name);
      if (html === "") return closed.has(name) ? "\n\n" : "";
      return /^<(img|a)\b/.test(html) ? html : `\n\n${html}\n\n`;
    })
    .replace(/\{\{\s*(?:site|\.Site|\$)[\w.$]*\s*\}\}/g, "");
}

/** Jekyll's Liquid: {% include figure.html url="…" %}, {% post_url … %}, {{ site.baseurl }}. */
function withoutLiquid(text: string, dropped: string[]): string {
  if (!/\{%|\{\{/.test(text)) return text;
  return text
    .replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, "")
    .replace(/\{%-?\s*(?:post_url|link)\s+(\S+?)\s*-?%\}/g, (_whole, name: string) => `ref:${name}`)
    .replace(/\{%-?\s*include(?:_relative|_cached)?\s+(\S+)([\s\S]*?)-?%\}/g, (_whole, file: string, rest: string) => {
      const name = file.replace(/^.*\//, "").replace(/\.\w+$/, "");
      const { html, dropped: isDropped } = replaceShortcode(name, readAttributes(rest));
      if (isDropped) dropped.push(`include ${name}`);
      return /^<(img|a)\b/.test(html) || html === "" ? html : `\n\n${html}\n\n`;
    })
    .replace(/\{%-?\s*(youtube|vimeo|tweet|twitter)\s+["']?([^\s"'%]+)["']?[^%]*%\}/g, (_whole, name: string, id: string) =>
      /^https?:/.test(id) ? `\n\n${frame(id)}\n\n` : `\n\n${replaceShortcode(name, { named: {}, placed: [id] }).html}\n\n`,
    )
    .replace(/\{%-?\s*(?:img|image|figure)\s+([^%]*?)-?%\}/g, (_whole, rest: string) => {
      const { placed } = readAttributes(rest);
      const source = placed.find((one) => /\.\w{3,4}$/.test(one)) ?? "";
      const words = placed.filter((one) => one !== source && /\s/.test(one)).join(" ");
      return `<img src="${quoted(source)}" alt="${quoted(words)}">`;
    })
    .replace(/\{%-?\s*(end)?(raw|highlight|capture|assign|if|else|elsif|unless|for|case|when|cycle)\b[^%]*%\}/g, "")
    .replace(/\{%-?\s*(\w+)[\s\S]*?%\}/g, (_whole, name: string) => {
      if (!name.startsWith("end")) dropped.push(name);
      return "";
    })
    .replace(/\{\{-?\s*["']([^"']*)["']\s*(?:\|[^}]*)?\}\}/g, "$1")
    .replace(/\{\{-?\s*(?:site|page|include)\.(?:base_?url|url|github\.url)[^}]*\}\}/g, "")
    .replace(/\{\{-?\s*(?:site|page|include|layout)\.([\w.]+)[^}]*\}\}/g, (_whole, name: string) => {
      dropped.push(name);
      return "";
    });
}

/** What kramdown and Goldmark say of elements in braces; places of headings stay as places. */
function withoutKramdown(text: string): string {
  return text
    .replace(/^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*\{:?[ \t]*#([\w:.-]+)[^}\n]*\}[ \t]*$/gm, '$1 <a name="$3"></a>$2')
    .replace(/^[ \t]*[*\-\d.]+[ \t]+\S.*\n[ \t]*\{:[ \t]*toc[^}\n]*\}[ \t]*$/gim, "")
    .replace(/^[ \t]*\{:[^}\n]*\}[ \t]*$/gm, "")
    .replace(/\{:[ \t]*[.#\w][^}\n]*\}/g, "")
    .replace(/(?<=\))\{(?:target|rel|class|width|height|\.|#)[^}\n]*\}/g, "")
    .replace(/^(#{1,6}[ \t].*?)[ \t]*\{[.#][^}\n]*\}[ \t]*$/gm, "$1")
    .replace(/^\[TOC\]$/gim, "");
}
