/** Elements whose words are compared: what a page says of its subject. Its head and foot, and what offers feeds or help, may differ. */
const ELEMENTS: readonly [part: string, tag: string, start: RegExp][] = [
  ["way", "nav", /<nav class="crumbs"/g],
  ["dateline", "p", /<p class="dateline"/g],
  ["headline", "h1", /<h1/g],
  ["translation", "p", /<p class="translation"/g],
  ["withdrawal", "div", /<div class="withdrawn"/g],
  ["corrections", "section", /<section class="corrections"/g],
  ["text", "div", /<div class="text/g],
  ["related", "section", /<section class="related"/g],
  ["neighbours", "div", /<div class="(?:wrap )?neighbours"/g],
  ["count", "p", /<p class="listing-count"/g],
  ["links", "ul", /<ul class="counted"/g],
  ["entries", "ul", /<ul class="overview-entries"/g],
];

/** What only the page of a register entry has the same of everywhere: elsewhere Stadtchronik leads to more. */
const ENTRY_PAGE = /^(en\/)?(themen|aemter|personen|orte)\/[^/]+\/index\.html$/;
const BELOW_ENTRY = /^(en\/)?(themen|aemter|personen|orte)\/[^/]+\/\d{4}\//;

/** Addresses that only Stadtchronik has. */
const ONLY_OURS = /\/termine\//;

/** Headings of the facts beside a text that are compared, in both languages. */
const FACTS = /^(Beteiligt|Personen|Orte|Themen|Kontakt|With|Joint|People|Places|Topics|Contact)$/;

/** What a file says, by parts: words of a page's elements with white space folded, its structured data, the fields of a JSON file, the lines of a text. */
export function readParts(path: string, text: string): Map<string, unknown> {
  const end = path.slice(path.lastIndexOf(".") + 1);
  switch (end) {
    case "html":
      return partsOfPage(path, text);
    case "json":
    case "jsonld":
      return partsOfJson(JSON.parse(text, (key, value: unknown) => (key === "content_html" ? words(String(value)) : value)) as object);
    case "jsonl":
      return new Map([["lines", lines(text).map((line) => JSON.parse(line) as unknown)]]);
    case "svg":
      // Colours and measures are the look's matter.
      return new Map([["bars", text.match(/<rect /g)?.length ?? 0]]);
    case "ics":
      return new Map([["lines", lines(text.replace(/\r?\n /g, ""))]]);
    case "xml":
      return partsOfXml(text);
    default:
      return new Map([["text", fold(text)]]);
  }
}

/** The fields of an object; of a withdrawn release only Stadtchronik says who issued it and on what. */
function partsOfJson(value: object): Map<string, unknown> {
  const ours = new Set("withdrawn" in value && value.withdrawn ? ["department", "topics", "kind", "contact"] : []);
  return new Map(Object.entries(value).filter(([field]) => !ours.has(field)));
}

function partsOfPage(path: string, html: string): Map<string, unknown> {
  const parts = new Map<string, unknown>();
  const [, target] = /<meta http-equiv="refresh" content="([^"]*)"/.exec(html) ?? [];
  if (target !== undefined) return parts.set("target", decode(target));
  const isWithdrawn = html.includes('<div class="withdrawn"');
  for (const [part, tag, start] of ELEMENTS) {
    // A withdrawn release says so in its headline, and stands where its neighbours are: Stadtchronik alone does that.
    if (isWithdrawn && (part === "headline" || part === "way")) continue;
    if (part === "links" && !ENTRY_PAGE.test(path)) continue;
    if (part === "neighbours" && BELOW_ENTRY.test(path)) continue;
    const found = elements(html, tag, start).map((element) => words(element.replace(/<p class="overview-description">.*?<\/p>/gs, "")));
    if (found.length > 0) parts.set(part, found.join(" "));
  }
  // Headlines in their order: what stands beside them (date, summary, office) is the look's matter.
  const lists = elements(html, "ol", /<ol class="release-list/g).map((list) =>
    [...list.matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, title = ""]) => words(`>${title}`)),
  );
  if (lists.length > 0) parts.set("releases", lists.flat().join(" | "));
  const facts = elements(html, "aside", /<aside class="facts"/g).join("");
  for (const block of facts.split("<h3>").slice(1)) {
    const [heading = "", content = ""] = block.split("</h3>");
    if (FACTS.test(words(heading))) parts.set(words(heading), words(content));
  }
  const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  if (data !== undefined && !isWithdrawn) parts.set("structured data", JSON.parse(data));
  return parts;
}

/** Everything but the name of the program; the addresses of a sitemap in any order. */
function partsOfXml(xml: string): Map<string, unknown> {
  if (!xml.includes("<feed"))
    return new Map([
      [
        "addresses",
        lines(decode(xml))
          .map(fold)
          .filter((line) => !ONLY_OURS.test(line))
          .sort(),
      ],
    ]);
  const [head = "", ...entries] = xml.replace(/<generator>.*?<\/generator>/, "").split("<entry");
  // The text of an entry is compared as its readers see it: generators give headings and tables other marks.
  const said = (entry: string) => words(`<entry${entry.replace(/<content.*?<!\[CDATA\[|\]\]>/gs, "")}`);
  const linked = (entry: string) =>
    fold(decode([...entry.replace(/<content.*?<\/content>/s, "").matchAll(/<(?:category|link)[^>]*>/g)].join("\n")));
  return new Map<string, unknown>([
    ["head", fold(decode(head))],
    ["entries", entries.map(said).sort()],
    ["links", entries.map(linked).sort()],
  ]);
}

/** The elements that begin with `start`, whole, those inside others of the same name included in them. */
function elements(html: string, tag: string, start: RegExp): string[] {
  return [...html.matchAll(start)].map(({ index }) => {
    const edges = new RegExp(`<(/?)${tag}\\b`, "g");
    edges.lastIndex = index;
    let depth = 0;
    for (let edge = edges.exec(html); edge; edge = edges.exec(html)) {
      depth += edge[1] === "/" ? -1 : 1;
      if (depth === 0) return html.slice(index, edge.index);
    }
    return html.slice(index);
  });
}

/** The words that a reader sees, between marks of elements that stand on lines of their own. */
function words(html: string): string {
  const plain = html.replace(/<span class="is-whole">([^<]*)<\/span>/g, "$1").replaceAll("<wbr>", "");
  return fold(decode(plain.replace(/<[^>]*>/g, " ").replace(/^[^<]*>/, " ")).replaceAll("\u00ad", "")).replace(/ ([,.;:)])/g, "$1");
}

function decode(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: "\u00ad" };
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return hex === undefined ? (named[name ?? ""] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16));
  });
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
