import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles } from "../../../content/files.ts";
import { type Element, findAll, isElement, lineOf, parseHtml } from "../../documents/dom.ts";
import { decode, decodeWindows } from "../../documents/text-file.ts";
import type { Item, Source, Term } from "../item.ts";
import type { Mapping } from "../mapping.ts";

/** Where pages commonly say what they say, the surest first; a mapping's own selector goes before. */
const COMMON: Readonly<Record<keyof NonNullable<Mapping["selectors"]>, readonly string[]>> = {
  title: ["article h1", "main h1", "h1", 'meta[property="og:title"]', "title"],
  date: [
    'meta[property="article:published_time"]',
    'meta[name="date"]',
    'meta[name="DC.date"]',
    "article time[datetime]",
    "time[datetime]",
    "time",
    ".news-list-date",
    ".date",
    ".datum",
  ],
  text: [".news-text-wrap", "[itemprop=articleBody]", ".entry-content", "article", "main", "#content", "#inhalt", ".content"],
  summary: ["[itemprop=description]", ".teaser-text", ".lead", 'meta[name="description"]'],
  department: [],
  categories: [".news-list-category", "a[rel~=tag]"],
  leaveOut: ["nav", ".breadcrumb", ".share", ".social", "footer", "aside", "form"],
};

/** A folder of saved pages (HTML), read by selectors for title, date, text and office. */
export function savedPages(folder: string, { selectors = {}, address }: Pick<Mapping, "selectors" | "address">): Source {
  const faults: string[] = [];
  return {
    about: () => ({ address }),
    faults: () => faults,
    async *read() {
      faults.length = 0;
      const { files, problems } = listFiles(folder);
      for (const { path, message } of problems) faults.push(`${path}: ${message}`);
      for (const path of files) if (/\.x?html?$/i.test(path)) yield toItem(folder, path, selectors);
    },
  };
}

function toItem(folder: string, path: string, selectors: NonNullable<Mapping["selectors"]>): Item {
  const bytes = readFileSync(join(folder, path));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 4000).toString("latin1"))?.[1];
  const html = /^(windows-1252|iso-8859-1|latin1|us-ascii)$/i.test(named ?? "") ? decodeWindows(bytes) : decode(bytes);
  const { body, title } = parseHtml(html);
  const document = (body.parentNode ?? body) as Element;
  const find = (name: keyof typeof COMMON): Element[] => {
    const own = selectors[name];
    for (const selector of own === undefined ? COMMON[name] : [own]) {
      const found = select(document, selector);
      if (found.length > 0) return found;
    }
    return [];
  };
  const valueIn = (element: Element | undefined): string | undefined =>
    element === undefined
      ? undefined
      : (element.getAttribute("content") ?? element.getAttribute("datetime") ?? lineOf(element)).trim() || undefined;
  const canonical = select(document, 'link[rel="canonical"]')[0]?.getAttribute("href") ?? undefined;
  const shown = select(document, 'meta[property="og:url"]')[0]?.getAttribute("content") ?? undefined;
  // What was saved by a browser says where it came from.
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 3000))?.[1];
  const [headline] = find("title");
  const date = valueIn(find("date")[0]);
  const leaveOut = [...(selectors.leaveOut === undefined ? [] : [selectors.leaveOut]), ...COMMON.leaveOut];
  const parts = find("text");
  const office = valueIn(find("department")[0]);
  const terms = [
    ...(office === undefined ? [] : [{ group: "departments", name: office } satisfies Term]),
    ...find("categories").map((element): Term => ({ group: "categories", name: lineOf(element) })),
  ];
  // What the page of a release says by itself is no part of its text.
  for (const name of ["title", "date", "department"] as const)
    for (const element of find(name).slice(0, 1))
      if (parts.some((part) => isWithin(element, part))) element.parentNode?.removeChild(element);
  for (const part of parts) for (const selector of leaveOut) for (const one of select(part, selector)) one.parentNode?.removeChild(one);
  const [address] = [canonical, shown, saved].filter((one) => one !== undefined && /^https?:\/\//.test(one));
  return {
    place: join(folder, path),
    key: path,
    kind: "post",
    status: "public",
    title: (isElement(headline ?? null, "META") ? valueIn(headline) : headline && lineOf(headline)) ?? title,
    text: parts.map(innerHtml).join("\n"),
    form: "html",
    summary: selectors.summary === undefined ? undefined : valueIn(find("summary")[0]),
    dates: date === undefined ? [] : [date],
    addresses: address === undefined ? [`/${path}`] : [address],
    language: ((document as { getAttribute?: (name: string) => string | null }).getAttribute?.("lang") ?? undefined) || undefined,
    terms: terms.filter(({ name }) => name !== ""),
    folder: dirname(join(folder, path)),
  };
}

function select(root: Element, selector: string): Element[] {
  try {
    return findAll(root, selector);
  } catch {
    throw new Error(`„${selector}“ ist kein Selektor, wie CSS sie kennt. Berichtigen Sie ihn in der Zuordnung unter selectors.`);
  }
}

function isWithin(element: Element, part: Element): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (at === part) return true;
  return false;
}

function innerHtml(element: Element): string {
  return (element as unknown as { innerHTML: string }).innerHTML;
}
