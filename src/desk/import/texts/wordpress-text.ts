import { frame, quoted, readAttributes, replaceShortcode } from "./shortcodes.ts";

/** A text of an editor as HTML, and the names of what could not be shown. */
export interface Prepared {
  html: string;
  dropped: readonly string[];
}

const BLOCKS =
  "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|" +
  "fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|iframe|script|video|audio";
const BEGIN = new RegExp(`\\s*(<(?:${BLOCKS})\\b[^>]*>)`, "gi");
const END = new RegExp(`(</(?:${BLOCKS})\\s*>|<hr\\b[^>]*>)\\s*`, "gi");
const BEGINS_BLOCK = new RegExp(`^</?(?:${BLOCKS})\\b`, "i");

/** Shortcodes that have neither attributes nor an end. */
const BARE = /^(gallery|toc|more|contact-form(-7)?|embed|video|audio|playlist|sitemap|breadcrumb|vc_\w+|et_pb_\w+|fusion_\w+|av_\w+)$/i;

/** Forms and the like, which do nothing in an archive. */
const FORM = new RegExp(
  "^(contact-form(-7)?|wpforms|gravityforms?|ninja_forms?|mc4wp_\\w+|formidable|caldera_form|rev_slider|layerslider|metaslider|" +
    "newsletter\\w*|ngg\\w*|social\\w*|sharing\\w*|toc|sitemap|breadcrumbs?)$",
  "i",
);

/** The text of WordPress's editors, the old and the new one, as HTML: paragraphs by blank lines, shortcodes as what they show. */
export function prepareWordpress(written: string): Prepared {
  const dropped: string[] = [];
  const source = written.replace(/\r\n?/g, "\n");
  const isOfBlocks = /<!--\s*wp:(?!freeform)/.test(source);
  const text = replaceAll(
    source
      .replace(/<!--\s*wp:(?:core-)?embed\S*\s+(\{.*?\})\s*-->[\s\S]*?<!--\s*\/wp:(?:core-)?embed\S*\s*-->/g, (block, json: string) => {
        const address = /"url":"((?:[^"\\]|\\.)*)"/.exec(json)?.[1]?.replaceAll("\\/", "/").replaceAll("\\u0026", "&");
        const caption = /<figcaption[^>]*>[\s\S]*?<\/figcaption>/.exec(block)?.[0].replace(/<\/?figcaption[^>]*>/g, "");
        return address === undefined ? block : `${frame(address)}${caption ? `<p>${caption}</p>` : ""}`;
      })
      .replace(/<!--[\s\S]*?-->/g, "\n"),
    dropped,
  ).replace(/^[ \t]*(https?:\/\/\S+)[ \t]*$/gm, (line, address: string) => (isEmbedded(address) ? `\n\n${frame(address)}\n\n` : line));
  return { html: isOfBlocks ? text : paragraphs(text), dropped };
}

/** Addresses that WordPress shows as what they lead to, where they stand in a line of their own. */
function isEmbedded(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^(www|m|mobile)\./, "") : "";
  return /^(youtube\.com|youtu\.be|vimeo\.com|twitter\.com|x\.com|instagram\.com|facebook\.com|soundcloud\.com)$/.test(host);
}

function replaceAll(text: string, dropped: string[]): string {
  const captioned = text.replace(/\[caption([^\]]*)\]([\s\S]*?)\[\/caption\]/gi, (_whole, attributes: string, inner: string) => {
    const [picture = ""] = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner) ?? [];
    const words = inner.replace(picture, "").trim() || readAttributes(attributes).named.caption || "";
    return `\n\n<figure>${picture}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>\n\n`;
  });
  const framed = captioned.replace(
    /\[(embed|youtube|vimeo|video)[^\]]*\]\s*(https?:\/\/[^\s[\]<]+)\s*\[\/\1\]/gi,
    (_whole, _name, address: string) => frame(address),
  );
  const closed = new Set([...framed.matchAll(/\[\/([a-zA-Z][\w-]*)\]/g)].map(([, name = ""]) => name));
  return framed.replace(
    /(\[?)\[(\/?)([a-zA-Z][\w-]*)((?:[\s=][^\]]*)?)\](\]?)/g,
    (whole, escaped: string, slash: string, name: string, rest: string, end: string) => {
      if (escaped !== "" && end !== "") return whole.slice(1, -1);
      const isCode = closed.has(name) || BARE.test(name) || /[\w-]+=(["'“”„″‘’]|&#82|&quot;|\S)/.test(rest) || /^=/.test(rest);
      if (!isCode) return whole;
      if (FORM.test(name)) {
        if (slash === "") dropped.push(name);
        return "";
      }
      if (slash !== "") return `${escaped}\n\n${end}`;
      const attributes = readAttributes(rest.replace(/\/$/, "").replace(/^=/, ""));
      if (/^gallery$/i.test(name)) {
        const ids = (attributes.named.ids ?? attributes.named.include ?? "").split(/[,\s]+/).filter((id) => id !== "");
        if (ids.length === 0) dropped.push(name);
        return `\n\n${ids.map((id) => `<img src="media:${quoted(id)}">`).join("\n")}\n\n`;
      }
      const { html, dropped: isDropped } = replaceShortcode(name, attributes);
      if (isDropped && !closed.has(name)) dropped.push(name);
      return `${escaped}\n\n${html}\n\n${end}`;
    },
  );
}

/** Paragraphs where blank lines are, and line breaks where lines end, as WordPress prints them (`wpautop`). */
export function paragraphs(text: string): string {
  const kept: string[] = [];
  const apart = text
    .replace(/<(pre|script|style)\b[\s\S]*?<\/\1>/gi, (block) => `\n\n\ue000${kept.push(block) - 1}\ue001\n\n`)
    .replace(BEGIN, "\n\n$1")
    .replace(END, "$1\n\n");
  const made = apart.split(/\n\s*\n/).map((part) => {
    const chunk = part.trim();
    if (chunk === "" || BEGINS_BLOCK.test(chunk) || /^\ue000\d+\ue001$/.test(chunk)) return chunk;
    return `<p>${chunk.replace(/(<br\s*\/?>)?[ \t]*\n/gi, "<br>")}</p>`;
  });
  // Within cells and points a paragraph is none of its own.
  return made.join("\n").replace(/\ue000(\d+)\ue001/g, (_whole, index: string) => kept[Number(index)] ?? "");
}
