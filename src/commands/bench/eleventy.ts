import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../settings.ts";
import type { Corpus } from "./corpus.ts";
import { writeInto } from "./files.ts";

/** Data that layouts see by its name; all else would take the place of fields that a release does not have. */
const SHARED = new Set(["site", "words"]);

/** Writes the project that plain Eleventy builds: one Markdown file a release, data, files, and the templates of `tests/bench/eleventy/`. */
export function writeEleventy(folder: string, { releases, lists, years, files, data }: Corpus): void {
  cpSync(join(ROOT, "tests/bench/eleventy"), folder, { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const write = (path: string, text: string) => writeInto(join(folder, path), text);
  const page = (address: string, head: Record<string, unknown>, text: string) =>
    write(`src${address.replace(/\/$|\.html$/, "")}.md`, `---json\n${JSON.stringify(head, null, 1)}\n---\n${text}`);
  for (const { address, language, head, text } of releases) page(address, { layout: "release.njk", language, permalink: address, ...head }, text);
  for (const { kind, address, language, head, text } of lists) if (kind === "page") page(address, { layout: "page.njk", language, permalink: address, ...head }, text);
  for (const { address, text, source } of files) writeInto(join(folder, `static${address}`), text ?? { source: source ?? "" });
  for (const [name, value] of Object.entries({ ...data, years, lists: lists.map(({ text, links, ...list }) => list) }))
    write(`${SHARED.has(name) ? "_data" : "town"}/${name}.json`, JSON.stringify(value));
  write("package.json", '{"type":"module","private":true}\n');
}
