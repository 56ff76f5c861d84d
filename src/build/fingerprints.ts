import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "../archive/archive.ts";
import { digest } from "../disk/digest.ts";
import { filesBelow, layoutFiles } from "../layouts.ts";
import { compareText } from "../problems.ts";
import { digestOfDrawing } from "../rendering/drawing/drawings.ts";
import { PICTURE_RECIPE } from "../rendering/pictures.ts";
import { globalsOf } from "../site/globals.ts";
import { isDrawing, isPackage, isPicture, isText, isView, type Page } from "../site/pages.ts";
import { SOFTWARE } from "../software.ts";

/** The version and the digest of the sources of a packed program; `npm run pack` fills it in. */
declare const BUILD: string | undefined;

/** The files that say exactly which libraries are installed; the first that is there counts. */
const LOCKS = ["package-lock.json", "package.json"];

/** The fingerprint of the program that builds: its version and build, the versions of its libraries, and Node's. */
export function fingerprintProgram(): string {
  const lock = LOCKS.find((name) => existsSync(name));
  const libraries = lock === undefined ? "" : digest(readFileSync(lock));
  return digest([process.version, typeof BUILD === "string" ? BUILD : fingerprintSources(), libraries].join(" "));
}

/** The fingerprint of all modules of the program where it runs from its sources. */
export function fingerprintSources(): string {
  const modules = filesBelow(join(SOFTWARE, "src")).filter((path) => path.endsWith(".ts"));
  return digest(
    [".eleventy.ts", ...modules.map((path) => `src/${path}`)].map((path) => digest(readFileSync(join(SOFTWARE, path)))).join(" "),
  );
}

/**
 * Answers with the fingerprint of each page of an archive: as long as it is the same, so are the page's bytes.
 * In it are the page's own data (releases, register entries and settings by digests of their own, each made once), the layout with all
 * that it draws on,
 * what every layout is given, the words of the interface, and `program`, the fingerprint of the code.
 */
export function createFingerprints(archive: Archive, program: string): (page: Page) => string {
  const code = digest([program, ...wordsOf(archive)].join(" "));
  const globals = digest(JSON.stringify([code, globalsOf(archive)]));
  const layouts = new Map(Array.from(fingerprintLayouts(), ([layout, source]) => [layout, digest(`${globals} ${source}`)]));
  const describe = createDescriptions(archive);
  return fingerprint;

  function fingerprint(page: Page): string {
    if (isView(page)) return digest(`${layouts.get(page.layout)} ${describe(page)}`);
    if (isText(page)) return digest(`${code} ${describe(page.from)}`);
    if (isPicture(page)) return digest(`${PICTURE_RECIPE} ${page.digest} ${page.rendition.width} ${page.rendition.format}`);
    if (isDrawing(page)) return digestOfDrawing(page.drawing);
    if (isPackage(page)) return digest(page.members.map((member) => `${member.address} ${fingerprint(member)}`).join());
    return digest(`file ${page.digest ?? digest(readFileSync(page.source))}`);
  }
}

/** The words of the interface in each language of an archive. */
function wordsOf({ context: { messages, site } }: Archive): string[] {
  return site.languages.map((language) => digest(JSON.stringify(messages.in(language))));
}

/** The fingerprint of what an archive was read from: two threads that read the same folder know by it that they read the same. */
export function fingerprintArchive(archive: Archive): string {
  const { releases, versions, pages, files, registers } = archive;
  const texts = [...releases, ...versions].map(({ address, fileDigest, state, approvedComments }) => [
    address,
    fileDigest,
    state,
    approvedComments,
  ]);
  const entries = Object.values(registers).map((register) => [...register.values()]);
  return digest(JSON.stringify([texts, pages, files, entries, globalsOf(archive), wordsOf(archive)]));
}

/**
 * Describes data: what stands on many pages (releases, register entries, the settings) by its digest, which is made once; functions, which
 * follow from the data, not at all.
 */
function createDescriptions({ releases, versions, registers, context }: Archive): (value: unknown) => string {
  const shared = new WeakMap<object, string>();
  for (const one of [...releases, ...versions, context, ...Object.values(registers).flatMap((register) => [...register.values()])])
    shared.set(one, "");
  return describe;

  function describe(value: unknown): string {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    const known = shared.get(value);
    if (known) return known;
    if (known === "") {
      // Where a file lies is no part of what it says.
      const made = digest(JSON.stringify({ ...value, path: undefined }));
      shared.set(value, made);
      return made;
    }
    if (Array.isArray(value)) return `[${value.map(describe).join()}]`;
    let text = "{";
    for (const key of Object.keys(value)) text += `${key}:${describe((value as Record<string, unknown>)[key])},`;
    return `${text}}`;
  }
}

/** The fingerprint of each layout, by its name, with all that it draws on: the layouts it extends and the macros it imports. */
export function fingerprintLayouts(): Map<string, string> {
  const fingerprints = new Map<string, string>();
  const files = [...layoutFiles()].filter(([path]) => path.endsWith(".njk"));
  const sources = new Map(files.map(([path, file]) => [path, readFileSync(file, "utf8")]));
  for (const name of sources.keys()) {
    if (name.includes("/")) continue;
    const drawn = new Set([name]);
    // A set grows while it is walked: what is drawn on may draw on more.
    for (const file of drawn)
      for (const [, other = ""] of sources.get(file)?.matchAll(/{%-?\s*(?:extends|from|import|include)\s+"([^"]+)"/g) ?? [])
        drawn.add(other);
    const all = [...drawn].sort(compareText).map((file) => `${file}\n${sources.get(file)}`);
    fingerprints.set(name.slice(0, -".njk".length), digest(all.join("\n")));
  }
  return fingerprints;
}
