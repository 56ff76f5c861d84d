import type { Corpus } from "./corpus.ts";
import type { Project } from "./project.ts";

/** Writes what Jekyll builds: releases as posts, tagged with the addresses of their lists, and a page for every list. */
export function writeJekyll({ write }: Project, { releases, lists, files, data }: Corpus): void {
  // Front matter is YAML, and JSON is YAML.
  const page = (path: string, head: Record<string, unknown>, text: string) => write(path, `---\n${JSON.stringify(head)}\n---\n${text}`);
  for (const { address, language, head, tags, text, ready } of releases) {
    const [year = "", month = "", name = ""] = String(head.id).split("/");
    const day = String(head.machine).slice(0, 10);
    page(
      `_posts/${language}/${year}-${month}/${day}-${name}.md`,
      { layout: "release", permalink: address, language, ...head, ...ready, tags },
      text,
    );
  }
  for (const { kind, address, language, head, text, ready } of lists) {
    if (!ready) continue;
    const path = `pages/${address.replace(/^\/|\/$|\.html$/g, "").replaceAll("/", "-")}.${kind === "page" ? "md" : "html"}`;
    page(path, { permalink: address, language, kind, ...ready, ...head }, text);
  }
  for (const { address, content } of files) write(address.slice(1), content);
  for (const [name, value] of Object.entries(data)) write(`_data/${name}.json`, JSON.stringify(value));
}
