import { SCHEMES } from "../../markdown/parser.ts";
import {
  type Element,
  findAll,
  isElement,
  isText,
  lineOf,
  makeElement,
  makeText,
  type Node,
  remove,
  rename,
  replace,
  unwrap,
} from "./dom.ts";
import { cleanCharacters } from "./marks.ts";

/** What is told of an element that is left out or shown otherwise. */
export type Warn = (warning: string) => void;

/** Says where a link with some words leads: an address, or undefined where the words shall stand without one. */
export type ResolveLink = (address: string, words: string) => string | undefined;

const LETTER = /[\p{L}\p{N}]/u;
const [SUPER, SUB] = ["⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ"];

/** Who shows what is embedded (`iframe`), by the host's name. */
const PROVIDERS: readonly [host: RegExp, name: string, what: string][] = [
  [/(^|\.)youtu(be(-nocookie)?\.com|\.be)$/, "YouTube", "Video"],
  [/(^|\.)vimeo\.com$/, "Vimeo", "Video"],
  [/(^|\.)(google\.[a-z.]+|openstreetmap\.org)$/, "", "Karte"],
  [/(^|\.)soundcloud\.com$/, "SoundCloud", "Ton"],
  [/(^|\.)(facebook\.com|instagram\.com|twitter\.com|x\.com)$/, "", "Beitrag"],
];

/** Takes away what is no text: programs, styles, forms, remarks, what is hidden; what was embedded becomes a link. */
export function dropForeign(body: Element, warn: Warn): void {
  const dropped = "script, style, template, noscript, nav, button, input, select, textarea, svg, canvas, object, embed, map, [hidden]";
  for (const element of findAll(body, dropped)) remove(element);
  for (const element of findAll(body, "del")) {
    warn(`Als gelöscht ausgezeichnet und deshalb weggelassen: „${shorten(lineOf(element))}“.`);
    remove(element);
  }
  for (const element of findAll(body, "iframe, video, audio")) embed(element, warn);
  const clear = (node: Node): void => {
    for (const child of Array.from(node.childNodes)) {
      if (isText(child)) child.nodeValue = cleanCharacters(child.nodeValue);
      else if (isElement(child)) clear(child);
      else remove(child);
    }
  };
  clear(body);
}

/** A link to what was embedded, named by who shows it: pages load nothing from other hosts. */
function embed(element: Element, warn: Warn): void {
  const source = element.getAttribute("src") ?? element.querySelectorAll("source")[0]?.getAttribute("src") ?? "";
  const address = source.startsWith("//") ? `https:${source}` : source;
  if (!/^https?:/.test(address) || !URL.canParse(address)) {
    warn(`Weggelassen, weil die Adresse fehlt: ${element.nodeName === "IFRAME" ? "ein eingebetteter Inhalt" : "Ton oder Video"}.`);
    remove(element);
    return;
  }
  const url = new URL(address);
  const [, name = "", what = ""] = PROVIDERS.find(([host]) => host.test(url.hostname)) ?? [];
  const title = (element.getAttribute("title") ?? "").trim();
  const kind = what || { VIDEO: "Video", AUDIO: "Ton" }[element.nodeName] || "Eingebetteter Inhalt";
  const link = makeElement(
    element,
    "a",
    makeText(element, `${kind} bei ${name || url.hostname.replace(/^www\./, "")}${title && `: ${title}`}`),
  );
  const video = /^\/embed\/([\w-]+)/.exec(url.pathname)?.[1];
  link.setAttribute("href", name === "YouTube" && video !== undefined ? `https://www.youtube.com/watch?v=${video}` : address);
  warn(`Statt eines eingebetteten Inhalts steht ein Link: ${lineOf(link)}.`);
  replace(element, makeElement(element, "p", link));
}

/** Brings what stands within lines to the few elements that texts have: strong, em, a, br, img. */
export function settleInline(body: Element, warn: Warn, resolve?: ResolveLink): void {
  for (const element of findAll(body, "sup, sub")) raise(element);
  // What a style sheet kept apart would run together: links that are buttons, and who is quoted behind what was said.
  for (const element of findAll(body, "a"))
    if (element.previousSibling?.nodeName === "A") element.parentNode?.insertBefore(makeText(element, " "), element);
  for (const element of findAll(body, "blockquote cite")) {
    const said = element.previousSibling?.nodeName === "#text" ? (element.previousSibling.textContent ?? "") : "";
    if (/\S$/.test(said)) element.parentNode?.insertBefore(makeElement(element, "br"), element);
  }
  for (const element of findAll(body, "q"))
    replace(element, makeText(element, "„"), ...Array.from(element.childNodes), makeText(element, "“"));
  for (const element of findAll(body, "b")) rename(element, "strong");
  for (const element of findAll(body, "i, cite, dfn, var")) rename(element, "em");
  const struck = findAll(body, "s, strike");
  if (struck.length > 0) warn(`Durchgestrichenes steht jetzt als gewöhnlicher Text da: „${shorten(struck.map(lineOf).join("“, „"))}“.`);
  for (const element of findAll(body, "a")) settleLink(element, warn, resolve);
  for (const element of findAll(body, INLINE)) unwrap(element);
  body.normalize();
}

/** What Markdown has no marks for. */
const INLINE =
  "s, strike, u, ins, small, big, font, abbr, acronym, time, mark, code, kbd, samp, tt, label, output, bdi, bdo, data, ruby, rt, rp, " +
  "wbr, span:not([data-note]), picture, source, o\\:p";

/** Raised and lowered digits have characters of their own; a mark of a footnote is handled before. */
function raise(element: Element): void {
  const signs = [...lineOf(element).replaceAll("−", "-")];
  const raised = element.nodeName === "SUP" ? SUPER : SUB;
  const places = signs.map((sign) => "0123456789+-=()n".indexOf(sign));
  if (places.length === 0 || places.includes(-1) || element.querySelectorAll("a").length > 0) unwrap(element);
  else replace(element, makeText(element, places.map((place) => [...raised][place]).join("")));
}

function settleLink(link: Element, warn: Warn, resolve?: ResolveLink): void {
  const written = (link.getAttribute("href") ?? "").trim();
  if (resolve) {
    const target = written === "" || lineOf(link) === "" ? undefined : resolve(written, lineOf(link));
    if (target === undefined) unwrap(link);
    else link.setAttribute("href", percentEncoded(target));
    return;
  }
  const address = percentEncoded(written);
  const isLinkable = SCHEMES.test(address) && (!/^https?:/i.test(address) || URL.canParse(address));
  if (isLinkable && lineOf(link) !== "") {
    link.setAttribute("href", address);
    return;
  }
  if (lineOf(link) !== "" && written !== "" && !written.startsWith("#"))
    warn(`Nicht verlinkt, weil „${shorten(written)}“ keine Adresse im Netz ist: „${shorten(lineOf(link))}“.`);
  unwrap(link);
}

function percentEncoded(address: string): string {
  return address.replace(/[\s<>()\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

/** Unwraps bold and italic that Markdown could not show, and joins what stands side by side; after blocks are settled. */
export function settleEmphasis(body: Element): void {
  for (const element of findAll(body, "h1 strong, h2 strong, h3 strong, h4 strong, h5 strong, h6 strong, th strong")) unwrap(element);
  // Stars within stars, or behind each other, would be read as other marks: one of both is enough.
  for (const element of findAll(body, "strong strong, em em, strong em, em strong")) unwrap(element);
  body.normalize();
  for (const element of findAll(body, "strong, em")) {
    const next = element.nextSibling;
    if (!isElement(next, element.nodeName)) continue;
    for (const node of Array.from(element.childNodes).reverse()) next.insertBefore(node, next.firstChild);
    remove(element);
  }
  for (const element of findAll(body, "strong, em")) if (!canEmphasize(element)) unwrap(element);
  body.normalize();
}

/**
 * Stars are marks only beside what CommonMark (6.2) lets them flank: between a letter and a sign they are none; and by the rules of the
 * archive's own texts (src/markdown/plain-meaning.ts) one within a word, or some between digits, are signs.
 */
function canEmphasize(element: Element): boolean {
  const words = element.textContent;
  const inner = words.trim();
  if (!LETTER.test(inner) || /^[)\]]|[([]$/.test(inner)) return false;
  const before = /^\s/.test(words) ? " " : edgeOf(element.previousSibling, -1);
  const after = /\s$/.test(words) ? " " : edgeOf(element.nextSibling, 1);
  // An address that is a link as it stands would take the stars behind it along.
  if (/:\/\/\S*$/.test(inner) && after.trim() !== "") return false;
  const [first, last] = [
    /^https?:/i.test(inner) ? "<" : edgeOf(element.firstChild, 1).trim() || (inner[0] ?? ""),
    edgeOf(element.lastChild, -1).trim() || (inner.at(-1) ?? ""),
  ];
  return [
    [before, first],
    [after, last],
  ].every(([outer = "", edge = ""]) => {
    if (!LETTER.test(outer)) return outer !== "*";
    return LETTER.test(edge) && element.nodeName === "STRONG" && !(/\d/.test(outer) && /\d/.test(edge));
  });
}

/** The sign with which a node begins (1) or ends (-1) in Markdown; a space where there is none. */
function edgeOf(node: Node | null, side: 1 | -1): string {
  if (node === null || isElement(node, "BR")) return " ";
  if (isElement(node, "STRONG", "EM")) return "*";
  if (isElement(node, "A", "SPAN")) return side === 1 ? "[" : ")";
  return (side === 1 ? node.textContent[0] : node.textContent.at(-1)) ?? " ";
}

/** A text cut to what fits into a message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
