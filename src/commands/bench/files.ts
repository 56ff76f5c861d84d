import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const made = new Set<string>();

/** Writes a text, or a copy of a file, making the folders above it. */
export function writeInto(path: string, content: string | { source: string }): void {
  const folder = dirname(path);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  if (typeof content === "string") writeFileSync(path, content);
  else copyFileSync(content.source, path);
}

/** Forgets which folders were made: a project has been deleted. */
export function forgetFolders(): void {
  made.clear();
}

/** A Markdown file whose front matter is JSON, which Hugo reads fastest. */
export function withFrontMatter(head: Record<string, unknown>, text: string): string {
  return `${JSON.stringify(head, null, 1)}\n${text}`;
}
