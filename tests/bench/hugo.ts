import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import type { Corpus, Source } from "./corpus.ts";
import type { Project } from "./project.ts";
import { termOf } from "./release-head.ts";

/** The program that is measured: the installed one, unless `HUGO` in the environment names another. */
export function hugoProgram(): string {
  const named = process.env.HUGO || "hugo";
  // Hugo is started in the folder of its project, from where a relative path would lead elsewhere.
  return named.includes("/") ? resolve(named) : named;
}

/** Hugo's version as it says it (`v0.111.3`); undefined where there is no such program. */
export function hugoVersion(): string | undefined {
  return /v[\d.]+/.exec(spawnSync(hugoProgram(), ["version"], { encoding: "utf8" }).stdout ?? "")?.[0];
}

/** The front matter that keeps a page out of lists. Hugo 0.145 renamed its field from `_build` to `build`: older versions do not know the new name, today's refuse the old one. */
export function buildField(version: string, render: "always" | "never"): Record<string, unknown> {
  const [major = 0, minor = 0] = version.replace("v", "").split(".").map(Number);
  return { [major > 0 || minor >= 145 ? "build" : "_build"]: { list: "never", render } };
}

/** Writes what Hugo builds: content with taxonomies, data, files. */
export function writeHugo({ write }: Project, { releases, lists, years, documents, files, data }: Corpus): void {
  const version = hugoVersion() ?? "";
  const alone = buildField(version, "always");
  for (const { address, language, head, terms, text } of releases) {
    const outputs = ["html", "json", ...(head.withdrawn ? [] : ["plain"]), ...(head.calendar ? ["termine"] : [])];
    write(
      pathOf(address, language, ".md"),
      withFrontMatter({ type: "release", ...head, ...terms, outputs, ...(head.withdrawn ? alone : {}) }, text),
    );
  }
  for (const list of lists) {
    const { language } = list;
    const at =
      list.kind === "home"
        ? `content/_index${suffix(language)}.md`
        : pathOf(placeOf(list), language, list.kind === "page" ? ".md" : "/_index.md");
    write(at, withFrontMatter({ ...headOf(list, years, alone), description: list.head.description, ...list.head }, list.text));
  }
  write("content/jahrgang/_index.md", withFrontMatter({ title: "jahrgang", ...buildField(version, "never") }, ""));
  for (const year of years) {
    const single = (name: string, url: string, output: string) =>
      write(
        `content/jahrgang/${name}-${year}.md`,
        withFrontMatter({ type: "jahrgang", title: String(year), url, outputs: [output], year: String(year), ...alone }, ""),
      );
    single("csv", `/daten/meldungen-${year}.csv`, "csv");
    single("jsonl", `/daten/meldungen-${year}.jsonl`, "jsonl");
    single("sitemap", `/sitemap-${year}.xml`, "sitemapfile");
  }
  for (const { address, ...document } of documents) {
    const head = { type: "jahrgang", url: address, outputs: ["atom"], self: address, ...document, ...alone };
    write(`content/jahrgang/feed${address.replace(/\.xml$/, "").replaceAll("/", "-")}.md`, withFrontMatter(head, ""));
  }
  const map = (name: string, url: string) =>
    write(`content/jahrgang/${name}.md`, withFrontMatter({ type: name, title: name, url, outputs: ["sitemapfile"], ...alone }, ""));
  map("sitemapindex", "/sitemap.xml");
  map("sitemapseiten", "/sitemap-seiten.xml");
  for (const { address, content } of files) write(`static${address}`, content);
  for (const [name, value] of Object.entries(data)) write(`data/${name}.json`, JSON.stringify(value));
}

/** A Markdown file whose front matter is JSON, which Hugo reads fastest. */
function withFrontMatter(head: Record<string, unknown>, text: string): string {
  return `${JSON.stringify(head, null, 1)}\n${text}`;
}

/** Parts of an entry are terms, which Hugo does not nest: they lie beside it and are told their address. */
function placeOf({ kind, address }: Corpus["lists"][number]): string {
  if (!isPart(kind)) return address;
  const [, start = "", part = ""] = /^(.*\/(?:themen|aemter|personen|orte)\/)(.*)\/$/.exec(address) ?? [];
  return `${start}${termOf(part)}/`;
}

function isPart(kind: string): boolean {
  return kind === "entryYear" || kind === "entryMonth" || kind === "officeYear";
}

function suffix(language: Source["language"]): string {
  return language === "de" ? "" : `.${language}`;
}

/** `/en/2024/05/name/` lies in `content/2024/05/name.en.md`. */
function pathOf(address: string, language: Source["language"], end: ".md" | "/_index.md"): string {
  const plain = language === "de" ? address : address.slice(language.length + 1);
  return `content${plain.replace(/\/$|\.html$/, "")}${end.replace(/\.md$/, `${suffix(language)}.md`)}`;
}

/** What Hugo must be told of a list: which template prints it, which formats it has, where it stands among others. */
function headOf(
  { kind, address, language, head }: Corpus["lists"][number],
  years: readonly number[],
  alone: Record<string, unknown>,
): Record<string, unknown> {
  const [year = 0, month = 0] = [...address.matchAll(/\/(\d+)(?=\/)/g)].map(([, digits]) => Number(digits));
  const feed = head.feed === undefined ? [] : ["atom"];
  switch (kind) {
    case "home":
      return { outputs: ["html", ...feed, ...(language === "de" ? ["jsonfeed"] : [])] };
    case "year":
      return {
        type: "year",
        weight: 10_000 - year,
        year: String(year),
        outputs: ["html", ...(language === "de" && years.includes(year) ? ["band"] : [])],
      };
    case "month":
      return { type: "month", weight: 13 - month };
    case "entry":
      return { type: "entry", layout: "entry", outputs: ["html", ...feed] };
    case "entryYear":
      return { type: "entry", layout: "entry-year", year: String(year), url: address };
    case "entryMonth":
      return { type: "entry", layout: "entry-month", url: address };
    case "officeYear":
      return { type: "entry", layout: "entry-year", flat: true, url: address };
    case "overview":
      return { type: "overview", layout: "overview" };
    case "page":
      return { type: "page", ...alone, ...(address.endsWith(".html") ? { url: address } : {}) };
    default:
      return { type: kind, layout: kind };
  }
}
