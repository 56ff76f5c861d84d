import { join } from "node:path";
import { type Listing, listFiles } from "../content/files.ts";
import type { RegisterName } from "../content/register-schema.ts";
import type { Registers } from "../content/registers.ts";
import { attachedFiles } from "../content/release/films.ts";
import { renditionsOf } from "../content/release/renditions.ts";
import { type Site, UNKNOWN_SITE } from "../content/site.ts";
import type { OwnLink } from "../markdown/text-hints.ts";
import { type MessageCatalog, readMessages } from "../messages.ts";
import { compareText, error, FILE_START, hasErrors, type Problem } from "../problems.ts";
import { claimsTwice } from "./aliases.ts";
import { type Archive, createArchive, newestFirst, type ReleaseFile } from "./archive.ts";
import type { Readings } from "./cache/readings.ts";
import { readComments } from "./comments.ts";
import { createContext } from "./context.ts";
import { findCopies } from "./copies.ts";
import { readEditions, settleEditions } from "./editions.ts";
import { FACETS } from "./facets.ts";
import { type SortedFiles, sortFiles } from "./folder.ts";
import { linkFollowUps, refuseWronglyFollowing } from "./follow-ups.ts";
import { type Counts, createLedger, type Ledger, type Refused, type Unpublished, type Waiting } from "./ledger.ts";
import { type InLanguages, settlePages, settleReleases, settleVersions, shownIn, type Texts } from "./publication.ts";
import { misnamedRegisters, tellMisplaced } from "./right-place.ts";
import { readRegisters, readSite, readWords } from "./settings.ts";
import { type Desk, type Inspect, type ReadReleases, readPages, readReleases } from "./texts.ts";

/** What reading a content folder yields. `archive` is undefined only where `site.yml` cannot be used. */
export interface ArchiveResult {
  archive: Archive | undefined;
  unpublished: Unpublished[];
  waiting: Waiting[];
  /** Texts that are shown because this is a preview, and why the public does not see them. */
  previewed: Waiting[];
  refused: Refused[];
  problems: Problem[];
  counts: Counts;
  /** The links of published texts to pages of the site. */
  links: readonly (OwnLink & { path: string })[];
  /** The city's time zone. */
  timeZone: string;
  /** The pictures that sound releases show now or later, for who can tell whether they are damaged. */
  pictures: readonly ListedPicture[];
}

/** A picture where a release lists it: `path` is the release's file, `index` its place under `images`, `digest` names its content. */
export interface ListedPicture {
  path: string;
  index: number;
  source: string;
  digest: string;
}

/** Where and when to read. With `preview`, drafts and embargoed releases are in the archive, marked by their `state`. */
export interface ReadOptions {
  folder: string;
  now: number;
  preview?: boolean;
  /** What there is to read, where it is only a part of the folder. */
  listing?: Listing | undefined;
  /** What is kept from earlier readings of the folder. */
  readings?: Readings | undefined;
  /** The words of the interface, where they are read already. */
  messages?: MessageCatalog;
  /** What was found wrong with texts when all of them were read: each is refused with it. */
  faults?: readonly Problem[];
  /** What else is looked for in each sound text, by the registers. */
  inspect?: ((registers: Registers) => Inspect) | undefined;
  /** Told how many texts are read. */
  onProgress?: ((done: number) => void) | undefined;
}

/** Reads a content folder: the one place that decides what is public. Never throws for what an editor wrote. */
export function readArchive(options: ReadOptions): ArchiveResult {
  const { folder, now, preview = false, readings, messages = readMessages(), faults = [], onProgress } = options;
  const ledger = createLedger(onProgress);
  const { site, registers, isComplete, sorted } = readFoundations(options, ledger);
  const words = readWords(folder, sorted.words, site, messages);
  ledger.report(words.problems);
  readings?.open(site, registers);
  const desk: Desk = { folder, site, registers, now, ledger, readings, faults, inspect: options.inspect?.(registers) };
  const { listed, ...texts }: Texts & ReadReleases = { ...readReleases(desk, sorted), pages: readPages(desk, sorted.pages) };
  const { originals } = texts;
  const read = readEditions(desk, sorted.editions, listed);
  // A mistake in the settings or a register must not cost all that is kept.
  if (isComplete.registers && isComplete.site) readings?.save();
  const withoutPage = refuseTwiceClaimed(texts, registers, desk);
  refuseWronglyFollowing(texts.originals, ledger);
  const isShown = shownIn(preview);
  const comments = readComments({ folder, files: sorted.comments, site, originals: texts.originals, now, isShown, ledger });
  const versions = settleVersions(texts, isShown, preview, ledger);
  const editions = settleEditions({ editions: read, originals, listed, versions, isShown, ledger });
  const settled = settleReleases({ texts, isShown, comments, versions, editions, messages: words.messages });
  linkFollowUps(settled);
  const archive = createArchive({
    context: createContext(site, words.messages),
    registers,
    now,
    isPreview: preview,
    releases: settled.map(([original]) => original).sort(newestFirst),
    versions: settled.flatMap(([, ...others]) => others).sort((a, b) => newestFirst(a, b) || compareText(a.language, b.language)),
    pages: settlePages(texts, preview),
    used: usedBy(texts, isShown, registers),
    withoutPage,
    files: settled.flatMap((release) => filesOf(release, folder)),
  });
  ledger.report(findCopies([...texts.originals.values()].flatMap(({ value }) => value ?? [])));
  const links = [...texts.originals.values(), ...texts.versions, ...texts.pages]
    .filter(({ account }) => account.outcome === "published")
    .flatMap((text) => text.links.map((link) => ({ ...link, path: text.account.path })));
  return {
    links,
    archive: isComplete.site ? archive : undefined,
    pictures: picturesIn(texts, folder),
    timeZone: site.timeZone,
    ...ledger.close(),
  };
}

/** What all texts rest on: the settings, the registers, and what each file is. */
interface Foundations {
  site: Site;
  registers: Registers;
  /** Whether each could be read. Without settings there is no archive, but what else is wrong is told all the same. */
  isComplete: { site: boolean; registers: boolean };
  sorted: SortedFiles;
}

function readFoundations({ folder, now, listing = listFiles(folder) }: ReadOptions, ledger: Ledger): Foundations {
  const present = new Set(listing.files);
  ledger.report(listing.problems);
  for (const problem of listing.problems) ledger.open(problem.path).outcome = "refused";
  const read = readSite(folder, present, now);
  const site = read.value ?? UNKNOWN_SITE;
  const sorted = sortFiles(listing.files, site);
  for (const path of sorted.misplaced) ledger.open(join(folder, path)).outcome = "refused";
  ledger.report(tellMisplaced(folder, listing.files, sorted, site));
  const { registers, problems } = readRegisters(folder, present, misnamedRegisters(folder, sorted, site));
  ledger.report([...read.problems, ...problems]);
  if (sorted.releases.length === 0 && sorted.misplaced.length === 0 && listing.problems.length === 0) {
    const remedy = "Legen Sie die erste an, zum Beispiel releases/2026/11/erste-meldung.md; ist der Ordner der richtige?";
    ledger.report([error("no-release", join(folder, "releases"), FILE_START, "Hier liegt keine einzige Meldung.", remedy)]);
  }
  return { site, registers, sorted, isComplete: { site: read.value !== undefined, registers: !hasErrors(problems) } };
}

/**
 * Refuses old addresses that are another's, or claimed twice: both the server and the reader would be led astray. Answers with those that
 * get no page.
 */
function refuseTwiceClaimed(
  { originals, versions, pages }: Texts,
  registers: Registers,
  { folder, site, ledger }: Desk,
): ReadonlySet<string> {
  const releases = [...originals.values()].flatMap(({ value }) => value ?? []);
  const sound = pages.flatMap(({ value }) => value ?? []);
  const { problems, refused, withoutPage } = claimsTwice({
    releases,
    versions: versions.flatMap(({ id, value }) => (value ? { id, language: value.language } : [])),
    pages: sound,
    registers,
    folder,
    languages: site.languages,
    host: new URL(site.url).host,
  });
  ledger.report(problems);
  for (const text of [...originals.values(), ...pages]) {
    if (!refused.has(text.account.path)) continue;
    text.value = undefined;
    text.account.outcome = "refused";
  }
  return withoutPage;
}

/** The register entries that shown releases use, also those that are withdrawn and have lost their content. */
function usedBy({ originals }: Texts, isShown: ReturnType<typeof shownIn>, registers: Registers): Record<RegisterName, Set<string>> {
  const shown = [...originals.values()].filter(isShown);
  const ids = FACETS.map(({ name, entriesOf }) => [
    name,
    new Set(shown.flatMap(({ value }) => entriesOf(value, registers).map(({ id }) => id))),
  ]);
  return Object.fromEntries(ids) as Record<RegisterName, Set<string>>;
}

/** The pictures of all sound releases that are not withdrawn. */
function picturesIn({ originals }: Texts, folder: string): ListedPicture[] {
  return [...originals.values()].flatMap(({ value }) =>
    value === undefined || value.withdrawn
      ? []
      : value.images.map(({ file, digest }, index) => ({
          path: value.path,
          index,
          source: join(folder, "releases", value.id, file),
          digest,
        })),
  );
}

/** The files of a release, which all its languages share. */
function filesOf([{ id, attachments, images }]: InLanguages, folder: string): ReleaseFile[] {
  const sourceOf = (file: string) => join(folder, "releases", id, file);
  const made = images.flatMap((image) => {
    const { webp, jpeg, print } = renditionsOf(image, id);
    return [...webp, ...jpeg, print].map((rendition) => ({
      address: rendition.address,
      source: sourceOf(image.file),
      digest: image.digest,
      rendition,
    }));
  });
  return [
    ...attachedFiles(attachments).map(({ file, address, digest }) => ({ address, source: sourceOf(file), digest, rendition: undefined })),
    ...made,
  ];
}
