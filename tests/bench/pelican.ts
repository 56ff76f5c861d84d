import type { Corpus } from "./corpus.ts";
import type { Project } from "./project.ts";

/** Writes what Pelican builds: releases as articles, tagged with the addresses of their lists. */
export function writePelican({ write }: Project, { releases, lists, files, data }: Corpus): void {
  const source = (path: string, head: Record<string, string | undefined>, text: string) => write(path, `${metadata(head)}\n${text}`);
  const collecting = new Set(releases.flatMap(({ tags }) => tags));
  for (const { address, language, head, tags, text, ready } of releases) {
    const { title, date, ...facts } = { ...head, ...ready };
    source(
      `content/releases/${language}/${String(head.id)}.md`,
      {
        title: String(title),
        date: String(date),
        lang: language,
        ...placeOf(address),
        tags: tags.join(", "),
        status: head.withdrawn ? "hidden" : undefined,
        facts: JSON.stringify(facts),
      },
      text,
    );
  }
  for (const { address, language, head, text, ready } of lists) {
    // Pelican makes the page of a tag by itself.
    if (!ready || collecting.has(address)) continue;
    const template = ready.layout === "listing" ? "tag" : ready.layout;
    source(`content/pages/${placeOf(address).slug}.md`, { title: String(head.title), lang: language, ...placeOf(address), template }, text);
  }
  for (const { address, content } of files) write(`content/static${address}`, content);
  for (const [name, value] of Object.entries(data)) write(`data/${name}.json`, JSON.stringify(value));
  write(
    "data/lists.json",
    JSON.stringify(
      Object.fromEntries(
        lists.flatMap(({ address, language, kind, head, ready }) => (ready ? [[address, { language, kind, ...ready, ...head }]] : [])),
      ),
    ),
  );
}

/** Lines of Pelican's metadata: one a field, a word before a colon. */
function metadata(fields: Record<string, string | undefined>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`]))
    .join("");
}

/** Where Pelican puts what has an address. */
function placeOf(address: string): { slug: string; url: string; save_as: string } {
  const url = address.slice(1);
  return { slug: url.replace(/\/$|\.html$/, "").replaceAll("/", "-"), url, save_as: url.replace(/\/$/, "/index.html") };
}
