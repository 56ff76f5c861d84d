import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../addresses.ts";
import { ROOT } from "../settings.ts";
import type { Corpus } from "./corpus.ts";
import { writeInto } from "./files.ts";

/** The lists that Jekyll makes a page of. */
const LISTS = new Set(["year", "month", "entry", "entryYear", "entryMonth", "overview", "archive", "page"]);

/** Writes the project that Jekyll builds: releases as posts, a tag for everything that collects them, a page for every list. */
export function writeJekyll(folder: string, { releases, lists, files, data }: Corpus): void {
  cpSync(join(ROOT, "tests/bench/jekyll"), folder, { recursive: true });
  // Front matter is YAML, and JSON is YAML.
  const write = (path: string, head: Record<string, unknown>, text: string) => writeInto(join(folder, path), `---\n${JSON.stringify(head)}\n---\n${text}`);
  for (const { address, language, head, text, ready } of releases) {
    const [year = "", month = "", name = ""] = String(head.id).split("/");
    const { themen, aemter, personen, orte, ...rest } = head;
    const terms = Object.entries({ themen, aemter, personen, orte }).flatMap(([segment, list]) =>
      ((list as string[] | undefined) ?? []).map((term) => `${language}/${segment}/${term}`),
    );
    const tags = head.withdrawn ? [] : [language, `${language}/${year}`, `${language}/${year}/${month}`, ...terms];
    const day = String(head.machine).slice(0, 10);
    write(`_posts/${language}/${year}-${month}/${day}-${name}.md`, { layout: "release", permalink: address, language, ...rest, ...ready, tags }, text);
  }
  for (const { kind, address, language, head, text, links } of lists) {
    if (!LISTS.has(kind)) continue;
    const [, segment = ""] = localOf(address, language).split("/");
    const dense = kind === "year" || kind === "entryYear" || (kind === "entry" && (segment === "personen" || segment === "orte") && links.length === 0);
    const path = `pages/${address.replace(/^\/|\/$|\.html$/g, "").replaceAll("/", "-")}.${kind === "page" ? "md" : "html"}`;
    const ways = links.map(({ heading, items }) => ({ heading, items: items.map((item) => ({ label: item.label, address: item.address, tag: tagOf(item.address, language) })) }));
    const layout = kind === "overview" || kind === "archive" || kind === "page" ? kind : "listing";
    write(path, { layout, permalink: address, language, kind, tag: tagOf(address, language), segment, dense, links: ways, ...head }, text);
  }
  for (const { address, text, source } of files) writeInto(join(folder, address.slice(1)), text ?? { source: source ?? "" });
  for (const [name, value] of Object.entries(data)) writeInto(join(folder, `_data/${name}.json`), JSON.stringify(value));
}

function localOf(address: string, language: Language): string {
  return language === "de" ? address : address.slice(language.length + 1);
}

/** The tag of what a list collects: `de/2024/05`, `en/themen/verkehr--2024`. */
function tagOf(address: string, language: Language): string {
  const [segment = "", ...parts] = localOf(address, language).slice(1, -1).split("/");
  return `${language}/${segment}/${/^\d{4}$/.test(segment) ? parts.join("/") : parts.join("--")}`.replace(/\/$/, "");
}
