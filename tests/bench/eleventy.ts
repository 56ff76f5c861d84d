import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { SOFTWARE } from "../../src/software.ts";
import type { Corpus } from "./corpus.ts";
import type { Project } from "./project.ts";

/** Data that layouts see by its name; all else would take the place of fields that a release does not have. */
const SHARED = new Set(["site", "words"]);

/** Writes what plain Eleventy builds: one Markdown file a release, data, files. */
export function writeEleventy({ folder, write }: Project, { releases, lists, years, documents, files, data }: Corpus): void {
  symlinkSync(join(SOFTWARE, "node_modules"), join(folder, "node_modules"));
  const page = (address: string, head: Record<string, unknown>, text: string) =>
    write(`src${address.replace(/\/$|\.html$/, "")}.md`, `---json\n${JSON.stringify(head, null, 1)}\n---\n${text}`);
  for (const { address, language, head, terms, text } of releases)
    page(address, { layout: "release.njk", language, permalink: address, ...head, ...terms }, text);
  for (const { kind, address, language, head, text } of lists)
    if (kind === "page") page(address, { layout: "page.njk", language, permalink: address, ...head }, text);
  for (const { address, content } of files) write(`static${address}`, content);
  for (const [name, value] of Object.entries({ ...data, years, documents, lists: lists.map(({ text, ready, ...list }) => list) }))
    write(`${SHARED.has(name) ? "_data" : "town"}/${name}.json`, JSON.stringify(value));
  write("package.json", '{"type":"module","private":true}\n');
}
