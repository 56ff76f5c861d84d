import { type Document, parseDocument } from "yaml";
import { SCHEMA_VERSION } from "../../content/schema-version.ts";

/** A step that brings content to the next version of the schema (`SCHEMA_VERSION`). */
export interface Migration {
  /** The version that the content has afterwards; the steps follow each other without a gap. */
  to: number;
  /** What changes and why, in German, for those who wrote the content. */
  about: string;
  /** From all texts of a content folder, by their path in it, to those that change; it knows nothing else. */
  apply: (texts: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
}

/** All steps, the oldest first. A new one comes with its test in `tests/desk/migrations.test.ts`, and `SCHEMA_VERSION` grows with it. */
export const MIGRATIONS: readonly Migration[] = [];

/** Content on its way to this program's version: the texts that change, with what they say afterwards, and the steps that were needed. */
export interface Migrated {
  texts: ReadonlyMap<string, string>;
  steps: readonly Migration[];
}

/**
 * Brings the texts of a content folder, by their path in it, to the newest version. Throws in German where they are of a version that this
 * program does not know yet.
 */
export function migrate(texts: ReadonlyMap<string, string>, migrations = MIGRATIONS, newest = SCHEMA_VERSION): Migrated {
  const from = versionOf(texts.get("site.yml") ?? "");
  if (from > newest)
    throw new Error(`Die Inhalte haben den Stand ${from}; diese Fassung kennt erst den Stand ${newest}. Nehmen Sie eine neuere.`);
  const steps = migrations.filter(({ to }) => to > from);
  const changed = new Map<string, string>();
  for (const { to, apply } of steps) {
    for (const [path, text] of apply(new Map([...texts, ...changed]))) changed.set(path, text);
    changed.set("site.yml", withVersion(changed.get("site.yml") ?? texts.get("site.yml") ?? "", to));
  }
  return { texts: new Map([...changed].filter(([path, text]) => texts.get(path) !== text)), steps };
}

/** Changes a YAML text by its document, with its comments kept. */
export function editYaml(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text);
  edit(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Changes the head of a Markdown text; the text below it stays as it is. */
export function editHead(text: string, edit: (document: Document) => void): string {
  return text.replace(
    /^(---[ \t]*\r?\n)([\s\S]*?)(?=^---[ \t]*\r?$)/m,
    (_, opening: string, head: string) => opening + editYaml(head, edit),
  );
}

const VERSION = /^schema:[ \t]*["']?(\d+)["']?/m;

function versionOf(site: string): number {
  return Number(VERSION.exec(site)?.[1] ?? 1);
}

function withVersion(site: string, version: number): string {
  return VERSION.test(site) ? site.replace(VERSION, `schema: ${version}`) : `schema: ${version}\n${site}`;
}
