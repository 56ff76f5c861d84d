import { join } from "node:path";
import { listFiles } from "../content/files.ts";
import type { PlainPage } from "../content/plain-page.ts";
import type { RegisterName, Registers } from "../content/registers.ts";
import { inVersion, originOf, type Release, type Version, withoutContent } from "../content/release/release.ts";
import { type Rendition, renditionsOf } from "../content/release/renditions.ts";
import { type Site, UNKNOWN_SITE } from "../content/site.ts";
import { seal } from "../disk/digest.ts";
import { compareText, error, FILE_START, hasErrors, type Problem } from "../problems.ts";
import { checkPermanence } from "./aliases.ts";
import type { Readings } from "./cache/readings.ts";
import { readComments } from "./comments.ts";
import { misplaced, sortFiles } from "./folder.ts";
import { type Counts, createLedger, type Refused, type Unpublished } from "./ledger.ts";
import { readRegisters, readSite } from "./settings.ts";
import { readPages, readReleases, type Text } from "./texts.ts";

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
  /** Ids of the register entries that public or withdrawn releases use: these keep their page for ever. */
  used: Readonly<Record<RegisterName, ReadonlySet<string>>>;
  /** Files of public releases: attachments as they are, and what is to be made of each picture (`rendition`). */
  files: readonly { address: string; source: string; digest: string; rendition: Rendition | undefined }[];
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
  /** What is kept from earlier readings of the folder. */
  readings?: Readings | undefined;
  /** Told how many texts are read. */
  reach?: ((done: number) => void) | undefined;
}

/** Reads a content folder: the one place that decides what is public. Never throws for what an editor wrote. */
export function readArchive({ folder, now, preview = false, readings, reach }: ReadOptions): ArchiveReading {
  const ledger = createLedger(reach);
  const listing = listFiles(folder);
  const present = new Set(listing.files);
  const sorted = sortFiles(listing.files);
  ledger.report(listing.problems);
  for (const problem of listing.problems) ledger.open(problem.path).outcome = "refused";
  for (const path of sorted.misplaced) {
    ledger.open(join(folder, path)).outcome = "refused";
    ledger.report([misplaced(folder, path)]);
  }
  const site = readSite(folder, present, now);
  const { registers, problems } = readRegisters(folder, present);
  ledger.report([...site.problems, ...problems]);
  if (sorted.releases.length === 0 && listing.problems.length === 0) {
    ledger.report([
      error(
        join(folder, "releases"),
        FILE_START,
        "Hier liegt keine einzige Meldung.",
        "Legen Sie die erste an, zum Beispiel releases/2026/11/erste-meldung.md; ist der Ordner der richtige?",
      ),
    ]);
  }

  // Without settings there is no archive, but what else is wrong is told all the same.
  const settings = site.value ?? UNKNOWN_SITE;
  readings?.open(settings, registers);
  const { originals, versions } = readReleases(folder, sorted, { site: settings, registers, now }, ledger, readings);
  // A mistake in the settings or a register must not cost all that is kept.
  if (site.value && !hasErrors(problems)) readings?.save();
  const pages = readPages(folder, sorted.pages, ledger);
  refuseTwiceAnswered();
  const isShown = (text: Text<Release> | undefined): text is Text<Release> & { value: Release } =>
    text?.value !== undefined && (preview || text.value.state === "public");
  const comments = readComments({ folder, files: sorted.comments, site: settings, originals, isShown, ledger });
  const shownVersions = settleVersions();

  const releases: Release[] = [];
  const translated: Release[] = [];
  const files: Archive["files"][number][] = [];
  const used = { departments: new Set<string>(), topics: new Set<string>(), people: new Set<string>(), places: new Set<string>() };
  for (const [id, text] of originals) {
    if (!text.value) continue;
    if (!isShown(text)) {
      text.account.outcome = text.value.state === "draft" ? "draft" : "embargoed";
      continue;
    }
    text.account.outcome = "published";
    noteUse(text.value);
    const original = text.value;
    original.approvedComments = comments.get(id) ?? [];
    const versionsOf = shownVersions.get(id) ?? [];
    const inLanguages = [original, ...versionsOf.map((version) => inVersion(original, version))];
    const alternates = inLanguages.map(({ language, address, title }) => ({ language, address, title }));
    for (const release of inLanguages) release.versions = alternates;
    const [first, ...others] = inLanguages.map((release) =>
      seal(release.withdrawn ? withoutContent(release) : release, () => [release.language, originOf(original, versionsOf)]),
    );
    if (!first) continue;
    releases.push(first);
    translated.push(...others);
    const sourceOf = (file: string) => join(folder, "releases", id, file);
    for (const { file, address, digest } of first.attachments)
      files.push({ address, source: sourceOf(file), digest, rendition: undefined });
    for (const image of first.images) {
      const { webp, jpeg, print } = renditionsOf(image, id);
      for (const rendition of [...webp, ...jpeg, print])
        files.push({ address: rendition.address, source: sourceOf(image.file), digest: image.digest, rendition });
    }
  }
  releases.sort(newestFirst);
  translated.sort((a, b) => newestFirst(a, b) || compareText(a.language, b.language));
  const archive: Archive = {
    site: settings,
    registers,
    now,
    releases,
    listed: releases.filter((release) => !release.withdrawn),
    versions: translated,
    pages: settlePages(),
    used,
    files,
  };
  return { archive: site.value && archive, ...ledger.close() };

  /** Old addresses that are another's, or claimed twice: both the server and the reader would be led astray. */
  function refuseTwiceAnswered(): void {
    const sound = [...originals.values()].flatMap(({ value }) => (value ? [value] : []));
    const permanence = checkPermanence(
      sound,
      pages.flatMap(({ value }) => (value ? [value] : [])),
      registers,
      folder,
    );
    ledger.report(permanence.problems);
    for (const text of [...originals.values(), ...pages]) {
      if (!permanence.refused.has(text.account.path)) continue;
      text.value = undefined;
      text.account.outcome = "refused";
    }
  }

  function noteUse(release: Release): void {
    for (const { id } of [release.department, ...release.with]) used.departments.add(id);
    for (const { person } of release.people) used.people.add(person.id);
    for (const { id } of release.places) used.places.add(id);
    for (const topic of release.topics) {
      for (
        let at: typeof topic | undefined = topic;
        at && !used.topics.has(at.id);
        at = at.broader === undefined ? undefined : registers.topics.get(at.broader)
      )
        used.topics.add(at.id);
    }
  }

  /** Versions are public with their original or not at all. */
  function settleVersions(): Map<string, Version[]> {
    const shown = new Map<string, Version[]>();
    for (const { id, account, value } of versions) {
      const original = originals.get(id);
      // Nothing earlier of a version may stay online where its original is gone, hidden or withdrawn.
      account.mayStay &&=
        original?.account.mayStay === true && !original.value?.withdrawn && (original.value === undefined || isShown(original));
      if (!value) continue;
      const name = `${id.split("/").at(-1)}.md`;
      if (value.draft && !(preview && isShown(original))) {
        account.outcome = "draft";
        continue;
      }
      if (!original) {
        account.outcome = "refused";
        ledger.report([
          error(
            account.path,
            FILE_START,
            `Zu dieser Sprachfassung fehlt die ursprüngliche Meldung ${name}.`,
            "Legen Sie sie daneben an oder berichtigen Sie den Dateinamen.",
          ),
        ]);
      } else if (original.account.outcome === "refused") {
        account.outcome = "refused";
        ledger.report([
          error(
            account.path,
            FILE_START,
            `Die ursprüngliche Meldung ${name} hat Fehler; ohne sie erscheint auch diese Sprachfassung nicht.`,
            "Berichtigen Sie zuerst das Original.",
          ),
        ]);
      } else if (!isShown(original)) account.outcome = "original";
      else {
        account.outcome = "published";
        shown.set(id, [...(shown.get(id) ?? []), value]);
      }
    }
    return shown;
  }

  function settlePages(): PlainPage[] {
    return pages.flatMap(({ account, value }) => {
      if (!value) return [];
      account.outcome = value.draft && !preview ? "draft" : "published";
      return account.outcome === "published" ? [value] : [];
    });
  }
}

function newestFirst(a: Release, b: Release): number {
  return b.published - a.published || compareText(a.id, b.id);
}
