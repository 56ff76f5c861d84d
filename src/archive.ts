import { join } from "node:path";
import { isSlug, type Language, pageAddress, releaseAddress } from "./addresses.ts";
import { addComments } from "./comments.ts";
import { listFiles, readContent } from "./files.ts";
import { type Document, type Reading, readDocument, readYaml } from "./front-matter.ts";
import { checkText } from "./markdown.ts";
import { checkAttachment, checkImage } from "./media.ts";
import { type PlainPage, toPage } from "./plain-page.ts";
import { checkPermanence } from "./permanence.ts";
import { compareText, error, FILE_START, hint, type Problem, sortProblems } from "./problems.ts";
import { EMPTY_REGISTERS, REGISTER_SCHEMAS, type RegisterName, type Registers, toRegister } from "./registers.ts";
import { inVersion, type Release, toRelease, toVersion, type Version, withoutContent } from "./release.ts";
import { type Site, toSite } from "./site.ts";

/** Everything public, sorted; every page is made from it. What is not public is not in it. */
export interface Archive {
  site: Site;
  registers: Registers;
  /** The moment (ms) for which the archive was read. */
  now: number;
  /** Releases that have a page, newest first; a withdrawn one keeps its address but no content. */
  releases: readonly Release[];
  /** Releases that stand in lists, feeds and data: all but the withdrawn ones. */
  listed: readonly Release[];
  /** Language versions of the releases, in the same order. */
  versions: readonly Release[];
  pages: readonly PlainPage[];
  /** Pictures and attachments of public releases: their address and the file that holds them. */
  files: readonly { address: string; source: string }[];
}

/** A text that is not public, and why; only check, preview and the leak test may know of it. */
export interface Unpublished {
  path: string;
  id: string;
  reason: "draft" | "embargoed" | "original";
}

/** A text that cannot be published until its errors are mended; `address` is where it would stand, as far as its path says. */
export interface Refused {
  path: string;
  address: string | undefined;
}

/** How many texts (releases, versions, pages, comments) were read and what became of them: read = published + unpublished + refused. */
export interface Counts {
  read: number;
  published: number;
  unpublished: number;
  refused: number;
}

/** What reading a content folder yields. `archive` is undefined only where `site.yml` cannot be used. */
export interface ArchiveReading {
  archive: Archive | undefined;
  unpublished: Unpublished[];
  refused: Refused[];
  problems: Problem[];
  counts: Counts;
}

/** Where and when to read. With `preview`, drafts and embargoed releases are in the archive, marked by their `state`. */
export interface ReadOptions {
  folder: string;
  now: number;
  preview?: boolean;
}

/** The title of a withdrawn release whose own title must not be shown. */
const HIDDEN_TITLE = "Zurückgezogene Meldung";

/** One Markdown file on its way into the archive. */
interface Item {
  path: string;
  address: string | undefined;
  outcome: "published" | "unpublished" | "refused" | undefined;
}

/** Reads a content folder: the one place that decides what is public. Never throws for what an editor wrote. */
export function readArchive({ folder, now, preview = false }: ReadOptions): ArchiveReading {
  const listing = listFiles(folder);
  const problems: Problem[] = [...listing.problems];
  const items = new Map<string, Item>();
  const unpublished: Unpublished[] = [];
  const at = (path: string) => join(folder, path);
  const item = (path: string, address?: string): Item => {
    const entry: Item = { path: at(path), address, outcome: undefined };
    items.set(path, entry);
    return entry;
  };
  for (const problem of listing.problems) items.set(problem.path, { path: problem.path, address: undefined, outcome: "refused" });

  const site = readSettings(folder, listing.files, problems);
  const registers = readRegisters(folder, listing.files, problems);
  const sorted = sortFiles(listing.files);
  for (const path of sorted.misplaced) {
    item(path).outcome = "refused";
    problems.push(misplaced(at(path), path));
  }
  if (!site) return finish(undefined);

  // Releases: each file by itself first.
  const originals = new Map<string, Release>();
  const versions = new Map<string, { release: Version; item: Item }[]>();
  const drafts = new Set<string>();
  const known = new Map<string, Item>();
  for (const { path, id, language } of sorted.releases) {
    const entry = item(path, releaseAddress(id, language));
    if (language === "de") known.set(id, entry);
    const read = readText(at(path));
    const isDraft = read.isDraft;
    let found = read.problems;
    if (read.value) {
      const made: Reading<Release | Version> =
        language === "de" ? toRelease(read.value, at(path), id, { site, registers, now }) : toVersion(read.value, at(path), language);
      found = [...found, ...made.problems];
      const files = filesOf(id, read.value.data, sorted.files.get(id) ?? [], at(path), read.value, folder, language === "de");
      found = [...found, ...files.problems, ...checkText(read.value.text, at(path), read.value.textLine, files.names), ...emptyText(read.value, at(path))];
      if (made.value && !found.some((problem) => problem.severity === "error")) {
        if (language === "de") originals.set(id, made.value as Release);
        else versions.set(id, [...(versions.get(id) ?? []), { release: made.value as Version, item: entry }]);
      }
    }
    if (isDraft) {
      // Nobody is stopped by what nobody will see; the draft's errors come as hints.
      problems.push(...found.map((problem) => ({ ...problem, severity: "hint" as const })));
      if (language === "de") drafts.add(id);
      if (found.some((problem) => problem.severity === "error")) {
        originals.delete(id);
        entry.outcome = "unpublished";
        unpublished.push({ path: entry.path, id, reason: "draft" });
      }
    } else {
      problems.push(...found);
      if (found.some((problem) => problem.severity === "error")) entry.outcome = "refused";
    }
  }

  const pages = readPages();
  const commented = addComments({
    folder,
    files: sorted.comments,
    site,
    target: (id) => originals.get(id) ?? (drafts.has(id) || known.has(id) ? "withheld" : undefined),
  });
  problems.push(...commented.problems);
  for (const read of commented.read) {
    const release = originals.get(read.id);
    const withheld = !release || (release.state !== "public" && !preview) || release.withdrawn !== undefined || release.comments === "off";
    const refusedTarget = known.get(read.id)?.outcome === "refused";
    item(read.path).outcome = read.refused ? "refused" : withheld || refusedTarget ? "unpublished" : "published";
    if (!read.refused && withheld) unpublished.push({ path: at(read.path), id: read.id, reason: "original" });
  }

  // A release, its neighbours' addresses and its old ones: nothing may answer twice.
  const permanence = checkPermanence([...originals.values()], pages, registers, folder);
  problems.push(...permanence.problems);
  for (const id of permanence.refusedReleases) {
    originals.delete(id);
    const entry = known.get(id);
    if (entry) entry.outcome = "refused";
  }
  const soundPages = pages.filter((page) => !permanence.refusedPages.has(page.path));
  for (const page of pages) {
    const entry = [...items.values()].find((candidate) => candidate.path === page.path);
    if (entry) entry.outcome = permanence.refusedPages.has(page.path) ? "refused" : page.draft && !preview ? "unpublished" : "published";
    if (page.draft && !preview) unpublished.push({ path: page.path, id: page.slug, reason: "draft" });
  }

  const releases: Release[] = [];
  const translated: Release[] = [];
  const files: { address: string; source: string }[] = [];
  for (const [id, original] of originals) {
    const entry = known.get(id);
    const shown = original.state === "public" || preview;
    if (entry) entry.outcome = shown ? "published" : "unpublished";
    if (!shown) unpublished.push({ path: original.path, id, reason: original.state === "draft" ? "draft" : "embargoed" });
    const usable = (versions.get(id) ?? []).filter(({ release, item: versionItem }) => {
      const usableNow = shown && (preview || !release.draft);
      versionItem.outcome = usableNow ? "published" : "unpublished";
      if (!usableNow) unpublished.push({ path: release.path, id, reason: release.draft ? "draft" : "original" });
      return usableNow;
    });
    versions.delete(id);
    if (!shown) continue;
    const withComments: Release = { ...original, approvedComments: commented.comments.get(id) ?? [] };
    const all = [withComments, ...usable.map(({ release }) => inVersion(withComments, release))];
    const alternates = all.map(({ language, address, title }) => ({ language, address, title }));
    const complete = all.map((release) => ({ ...release, versions: alternates }));
    const [first, ...rest] = complete.map((release) => (release.withdrawn ? withoutContent(release, HIDDEN_TITLE) : release));
    if (first) releases.push(first);
    translated.push(...rest);
    if (first && !first.withdrawn) {
      for (const { file, address } of [...first.images, ...first.attachments]) files.push({ address, source: at(`releases/${id}/${file}`) });
    }
  }
  // What is left has no sound original.
  for (const [id, left] of versions) {
    for (const { release, item: entry } of left) {
      const reason = drafts.has(id) ? "draft" : known.has(id) ? "refused" : "missing";
      if (reason === "draft") {
        entry.outcome = "unpublished";
        unpublished.push({ path: release.path, id, reason: "original" });
        continue;
      }
      entry.outcome = "refused";
      const name = `${id.split("/").at(-1)}.md`;
      problems.push(
        reason === "missing"
          ? error(release.path, FILE_START, `Zu dieser Sprachfassung fehlt die ursprüngliche Meldung ${name}.`, "Legen Sie sie daneben an oder berichtigen Sie den Dateinamen.")
          : error(release.path, FILE_START, `Die ursprüngliche Meldung ${name} hat Fehler; ohne sie erscheint auch diese Sprachfassung nicht.`, "Berichtigen Sie zuerst das Original."),
      );
    }
  }
  if (sorted.releases.length === 0 && sorted.misplaced.length === 0) {
    problems.push(error(at("releases"), FILE_START, "Hier liegt keine einzige Meldung.", "Legen Sie die erste an, zum Beispiel releases/2026/11/erste-meldung.md; ist der Ordner der richtige?"));
  }
  releases.sort(newestFirst);
  translated.sort((a, b) => newestFirst(a, b) || compareText(a.language, b.language));
  const listed = releases.filter((release) => !release.withdrawn);
  return finish({ site, registers, now, releases, listed, versions: translated, pages: soundPages.filter((page) => preview || !page.draft), files });

  function readPages(): PlainPage[] {
    const made: PlainPage[] = [];
    for (const { path, id, language } of sorted.pages) {
      const entry = item(path, pageAddress(id, language));
      const read = readText(at(path));
      let found = read.problems;
      let page: PlainPage | undefined;
      if (read.value) {
        const reading = toPage(read.value, at(path), id, language);
        page = reading.value;
        found = [...found, ...reading.problems, ...checkText(read.value.text, at(path), read.value.textLine, { images: new Set(), attachments: new Set() })];
      }
      const isSound = !found.some((problem) => problem.severity === "error");
      problems.push(...(read.isDraft ? found.map((problem) => ({ ...problem, severity: "hint" as const })) : found));
      if (page && isSound) made.push(page);
      else if (read.isDraft) {
        entry.outcome = "unpublished";
        unpublished.push({ path: entry.path, id, reason: "draft" });
      } else entry.outcome = "refused";
    }
    return made;
  }

  function finish(archive: Archive | undefined): ArchiveReading {
    const outcomes = [...items.values()];
    const count = (outcome: Item["outcome"]) => outcomes.filter((entry) => entry.outcome === outcome).length;
    const refused = outcomes.filter((entry) => entry.outcome === "refused").map(({ path, address }) => ({ path, address }));
    const counts = { read: outcomes.length, published: count("published"), unpublished: count("unpublished"), refused: refused.length };
    return { archive, unpublished, refused, problems: sortProblems(problems), counts };
  }
}

function newestFirst(a: Release, b: Release): number {
  return b.published - a.published || compareText(a.id, b.id);
}

function readSettings(folder: string, files: readonly string[], problems: Problem[]): Site | undefined {
  const path = join(folder, "site.yml");
  if (!files.includes("site.yml")) {
    problems.push(error(path, FILE_START, "Die Einstellungen fehlen.", "Legen Sie site.yml an (npm run adopt schreibt eine Vorlage), oder prüfen Sie, ob CONTENT auf den richtigen Ordner zeigt."));
    return undefined;
  }
  const bytes = readContent(path);
  if (!(bytes instanceof Uint8Array)) {
    problems.push(bytes);
    return undefined;
  }
  const read = readYaml(bytes, path);
  const made = read.value && toSite(read.value.data, path, read.value.locate);
  problems.push(...read.problems, ...(made?.problems ?? []));
  return made?.value;
}

function readRegisters(folder: string, files: readonly string[], problems: Problem[]): Registers {
  const registers: { -readonly [N in RegisterName]: Registers[N] } = { ...EMPTY_REGISTERS };
  const read = <N extends RegisterName>(name: N): void => {
    const path = join(folder, "registers", `${name}.yml`);
    if (!files.includes(`registers/${name}.yml`)) {
      problems.push(hint(path, FILE_START, "Dieses Verzeichnis fehlt; es gilt als leer.", "Legen Sie die Datei an, sobald eine Meldung einen Eintrag braucht."));
      return;
    }
    const bytes = readContent(path, 10_000_000);
    if (!(bytes instanceof Uint8Array)) {
      problems.push(bytes);
      return;
    }
    const yaml = readYaml(bytes, path);
    problems.push(...yaml.problems);
    if (!yaml.value) return;
    const made = toRegister(name, yaml.value.data, path, yaml.value.locate);
    problems.push(...made.problems);
    if (made.value) registers[name] = made.value;
  };
  for (const name of Object.keys(REGISTER_SCHEMAS) as RegisterName[]) read(name);
  return registers;
}

interface TextFile {
  path: string;
  id: string;
  language: Language;
}

interface SortedFiles {
  releases: TextFile[];
  pages: TextFile[];
  comments: { path: string; id: string }[];
  /** Names of the files in the folder of each release, by its id. */
  files: Map<string, string[]>;
  misplaced: string[];
}

const RELEASE_FILE = /^releases\/(\d{4}\/(?:0\d|1[0-2])\/([^/.]+))(?:\.(en|de-simple))?\.md$/;
const RELEASE_FOLDER = /^releases\/(\d{4}\/(?:0\d|1[0-2])\/([^/.]+))\/([^/]+)$/;
const PAGE_FILE = /^pages\/([^/.]+)(?:\.(en|de-simple))?\.md$/;
const COMMENT_FILE = /^comments\/(\d{4}\/(?:0\d|1[0-2])\/([^/.]+))\/([a-z0-9-]+)\.md$/;

/** Says of every file what it is; a name that fits nowhere is misplaced, never ignored. */
function sortFiles(paths: readonly string[]): SortedFiles {
  const sorted: SortedFiles = { releases: [], pages: [], comments: [], files: new Map(), misplaced: [] };
  const folders: string[] = [];
  for (const path of paths) {
    if (path === "site.yml" || /^registers\/(departments|topics|people|places)\.yml$/.test(path) || /^assets\/[A-Za-z0-9._-]+$/.test(path)) continue;
    const release = RELEASE_FILE.exec(path);
    const page = PAGE_FILE.exec(path);
    const comment = COMMENT_FILE.exec(path);
    if (release?.[1] && isSlug(release[2] ?? "")) sorted.releases.push({ path, id: release[1], language: (release[3] as Language | undefined) ?? "de" });
    else if (page?.[1] && isSlug(page[1])) sorted.pages.push({ path, id: page[1], language: (page[2] as Language | undefined) ?? "de" });
    else if (comment?.[1]) sorted.comments.push({ path, id: comment[1] });
    else if (RELEASE_FOLDER.test(path) && !/\.(md|markdown)$/i.test(path)) folders.push(path);
    else sorted.misplaced.push(path);
  }
  const ids = new Set(sorted.releases.map((release) => release.id));
  for (const path of folders) {
    const [, id = "", , name = ""] = RELEASE_FOLDER.exec(path) ?? [];
    if (ids.has(id)) sorted.files.set(id, [...(sorted.files.get(id) ?? []), name]);
    else sorted.misplaced.push(path);
  }
  return sorted;
}

function misplaced(fullPath: string, path: string): Problem {
  const name = path.split("/").at(-1) ?? "";
  if (RELEASE_FOLDER.test(path)) return error(fullPath, FILE_START, "Zu diesem Ordner gibt es keine Meldung.", "Geben Sie dem Ordner denselben Namen wie der Meldung daneben, ohne .md.");
  if (/^(releases|pages)\//.test(path) && /\.(md|markdown)$/i.test(name) && /^releases\/\d{4}\/(0\d|1[0-2])\/[^/]+$|^pages\/[^/]+$/.test(path)) {
    return error(fullPath, FILE_START, `„${name}“ taugt nicht als Adresse.`, "Dateinamen bestehen aus a-z, 0-9 und Bindestrichen (3 bis 80 Zeichen) und enden auf .md, .en.md oder .de-simple.md.");
  }
  return error(fullPath, FILE_START, "Hier gehört keine Datei dieser Art hin; veröffentlicht würde sie nirgends.", "Meldungen liegen unter releases/JAHR/MONAT/name.md, ihre Bilder und Anlagen im Ordner name/ daneben.");
}

function readText(path: string): Reading<Document> & { isDraft: boolean } {
  const bytes = readContent(path);
  if (!(bytes instanceof Uint8Array)) return { value: undefined, problems: [bytes], isDraft: false };
  const read = readDocument(bytes, path);
  // A head that cannot be read may still say plainly that nobody shall see the text yet.
  const isDraft = read.value ? read.value.data.draft === true : /^draft:[ \t]*true[ \t]*$/m.test(bytes.subarray(0, 5000).toString("latin1"));
  return { ...read, isDraft };
}

function emptyText(document: Document, path: string): Problem[] {
  if (document.text.trim() !== "" || document.data.withdrawn !== undefined) return [];
  return [error(path, { line: document.textLine, column: 1 }, "Die Meldung hat keinen Text.", "Schreiben Sie ihn unter die zweite Zeile ---.")];
}

/** Pictures and attachments that a head lists: they must lie in the release's folder and be what they seem. */
function filesOf(id: string, data: Document["data"], present: readonly string[], path: string, document: Document, folder: string, isOriginal: boolean) {
  const names = { images: new Set<string>(), attachments: new Set<string>() };
  const problems: Problem[] = [];
  for (const field of ["images", "attachments"] as const) {
    const entries = data[field];
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry: unknown, index) => {
      const file = entry !== null && typeof entry === "object" ? (entry as Record<string, unknown>).file : undefined;
      if (typeof file !== "string" || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file)) return;
      names[field].add(file);
      const at = document.locate([field, index, "file"]);
      if (!present.includes(file)) {
        problems.push(error(path, at, `Die Datei „${file}“ fehlt im Ordner ${id.split("/").at(-1)}/ neben der Meldung.`, "Legen Sie sie dort ab; Groß- und Kleinschreibung zählt."));
      } else if (isOriginal) {
        if (/^index\./i.test(file)) problems.push(error(path, at, `„${file}“ heißt wie die Seite der Meldung selbst.`, "Benennen Sie die Datei um."));
        const source = join(folder, "releases", id, file);
        problems.push(...(field === "images" ? checkImage(source, path, at) : checkAttachment(source, path, at)));
      }
    });
  }
  if (isOriginal) {
    for (const file of present) {
      if (!names.images.has(file) && !names.attachments.has(file)) {
        problems.push(hint(join(folder, "releases", id, file), FILE_START, "Die Datei wird nicht veröffentlicht: Ihre Meldung nennt sie nicht.", "Tragen Sie sie unter images oder attachments ein oder löschen Sie sie."));
      }
    }
  }
  return { names, problems };
}
