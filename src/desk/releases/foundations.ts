import { type SortedFiles, sortFiles } from "../../archive/folder.ts";
import { readRegisters, readSite } from "../../archive/settings.ts";
import { listFiles } from "../../content/files.ts";
import type { Registers } from "../../content/registers.ts";
import type { Site } from "../../content/site.ts";
import { nearest } from "../../problems.ts";

/** What whoever writes a release builds on: the settings, the registers, and which files there are. */
export interface Foundations {
  content: string;
  site: Site;
  registers: Registers;
  sorted: SortedFiles;
}

/** Reads settings and registers of a content folder, but no text; throws in German where the settings cannot be used. */
export function readFoundations(content: string, now: number): Foundations {
  const { files } = listFiles(content);
  const present = new Set(files);
  const { value: site, problems } = readSite(content, present, now);
  if (!site) {
    const [first] = problems.filter(({ severity }) => severity === "error");
    const place = first && first.id !== "settings-missing" ? `${first.path}:${first.line}: ` : `${content}: `;
    throw new Error(`${place}${first?.message ?? "Die Einstellungen fehlen."} ${first?.remedy ?? ""}`);
  }
  const sorted = sortFiles(files, site);
  return { content, site, registers: readRegisters(content, present, new Set()).registers, sorted };
}

/**
 * The id of the release that somebody names: by its slug, its id (`2017/11/slug`), the path of its file, or its address. Throws in German
 * where there is none, or more than one.
 */
export function findRelease(written: string, { sorted, site }: Pick<Foundations, "sorted" | "site">): string {
  const ids = sorted.releases.filter(({ language }) => language === site.language).map(({ id }) => id);
  const plain = written
    .replaceAll("\\", "/")
    .replace(/[?#].*$/, "")
    .replace(/^https?:\/\/[^/]+/, "")
    .replace(/(?:\/index\.html|\/)$/, "")
    .replace(/(?:\.[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?\.md$/, "");
  const [id = plain] = /\d{4}\/\d\d\/[^/]+$/.exec(plain) ?? [];
  const found = ids.filter((known) => known === id || known.endsWith(`/${id}`));
  if (found.length > 1)
    throw new Error(`„${written}“ heißen mehrere Meldungen: ${found.join(", ")}. Nennen Sie eine davon mit Jahr und Monat.`);
  if (found[0] !== undefined) return found[0];
  const slugs = ids.map((known) => known.slice(known.lastIndexOf("/") + 1));
  const meant = nearest(id.slice(id.lastIndexOf("/") + 1), slugs);
  const which = ids.find((known) => meant !== undefined && known.endsWith(`/${meant}`));
  const remedy = which === undefined ? "Nennen Sie den Namen ihrer Datei ohne .md." : `Meinen Sie ${which}?`;
  throw new Error(`Eine Meldung „${written}“ gibt es nicht. ${remedy}`);
}
