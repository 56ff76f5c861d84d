import { readFileSync } from "node:fs";
import type { Archive } from "../archive/archive.ts";
import { digest, isSealed } from "../disk/digest.ts";
import { RECIPE } from "../rendering/pictures.ts";
import { furnish } from "../site/globals.ts";
import { isView, type Page } from "../site/pages.ts";
import { nameLayouts } from "./program.ts";

/**
 * Names what each page is made of, in the order of the pages: as long as the name is the same, so are the page's bytes.
 * In it are the page's own data (releases by the digest of all they hold), its layout with all it draws on, the words,
 * what stands on every page, and `program`, which names the code and its libraries.
 */
export function* nameInputs(pages: readonly Page[], archive: Archive, program: string): Generator<{ page: Page; name: string }> {
  const { layouts, words } = nameLayouts();
  const common = digest(JSON.stringify([program, words, furnish(archive)]));
  const ofLayouts = new Map([...layouts].map(([layout, name]) => [layout, digest(`${common} ${name}`)]));
  for (const page of pages) yield { page, name: nameOf(page) };

  function nameOf(page: Page): string {
    if (isView(page)) return digest(`${ofLayouts.get(page.layout)} ${JSON.stringify(page)}`);
    if (page.layout === "file") return digest(`file ${page.digest ?? digest(readFileSync(page.source))}`);
    if (page.layout === "picture") return digest(`${RECIPE} ${page.digest} ${page.rendition.width} ${page.rendition.format}`);
    if (!page.inputs) return digest(`text ${page.text}`);
    // Most texts are made of one release, which has a digest of its own.
    const [only, ...others] = page.inputs;
    return others.length === 0 && isSealed(only) ? `${common} ${only.toJSON()}` : digest(`${common} ${JSON.stringify(page.inputs)}`);
  }
}

/** Names the files that an archive was read from, and what became public of them: two threads that read the same folder know by it that they read the same. */
export function nameArchive(archive: Archive): string {
  const { releases, versions, pages, files, registers } = archive;
  const texts = [...releases, ...versions].map(
    ({ address, fileDigest, state, approvedComments }) => `${address} ${fileDigest} ${state} ${JSON.stringify(approvedComments)}`,
  );
  return digest(
    JSON.stringify([texts, pages, files, Object.values(registers).map((register) => [...register.values()]), furnish(archive)]),
  );
}
