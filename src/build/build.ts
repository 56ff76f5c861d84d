import type { KeyObject } from "node:crypto";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { outputFile } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { openReadings } from "../archive/cache/readings.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import type { Problem } from "../problems.ts";
import { isPackage, type Page } from "../site/pages.ts";
import { cacheFor, keepCache } from "./cache.ts";
import { fingerprintProgram } from "./fingerprints.ts";
import { openTree, type Written } from "./kept-tree.ts";
import { findLost, type Loss } from "./lost-addresses.ts";
import type { Manifest, ManifestEntry, ManifestSite } from "./manifest.ts";
import { type Output, takeOutput } from "./output.ts";
import { type Comparison, comparisonFor } from "./previous.ts";
import type { Progress } from "./progress.ts";
import { planSearch, searchFilesOf, writeSearch } from "./search.ts";
import { type Helper, startHelpers, WORTH_A_WORKER } from "./workers.ts";

/** What to build, and how. */
export interface BuildOrder {
  /** Folders of the content, the finished site, and what is kept between builds. */
  content: string;
  output: string;
  cache: string;
  /** The moment (ms) for which the site is built, and what the real clock shows. */
  now: number;
  clock: number;
  /** Leaves refused texts out instead of stopping at them. */
  withoutRefused: boolean;
  /** False to take over nothing from earlier builds. */
  usesCache: boolean;
  /** The site published before, whose addresses must not be lost: its manifest, its folder or its address. */
  previous: string | undefined;
  /** The key to sign the checksums with; undefined where nobody asked for it. */
  signingKey: KeyObject | undefined;
  /** Makes a layout fail that reads what its data does not have; tests switch it on. */
  isStrict: boolean;
  /** From how many pages on several workers share the work; undefined for the usual number. */
  sharedFrom: number | undefined;
  progress: Progress;
}

/** How a build ended: what stopped it (errors, addresses that would be lost), or what was published. */
export interface BuildResult extends Pick<ArchiveResult, "counts" | "refused" | "problems" | "waiting" | "timeZone"> {
  errors: readonly Problem[];
  losses: readonly Loss[];
  /** What to tell where the new site was compared with no earlier one. */
  note: string | undefined;
  published: Published | undefined;
}

/**
 * A site that was swapped in: how many files it has, how many of them are new, how many more belong to the search, what is to be said of
 * that, which addresses of refused texts stay as they were.
 */
export interface Published {
  archive: Archive;
  pages: number;
  made: number;
  indexed: number;
  note: string | undefined;
  kept: readonly string[];
}

/**
 * Builds a site beside the live one and swaps it in as a whole; where it is stopped the live one stays as it is. Throws in German for what
 * no editor can mend.
 */
export async function buildSite(order: BuildOrder): Promise<BuildResult> {
  const { content, output: live, cache } = order;
  const output = takeOutput({
    live,
    protectedFolders: [content, "src", "layouts", "node_modules"],
    spare: join(cacheFor(cache, "outputs", live), "spare"),
    clock: order.clock,
  });
  // Where nothing was built before, all is going to be rendered: other threads load the program while this one reads.
  const isLarge = output.manifest === undefined && countPages(content) >= (order.sharedFrom ?? WORTH_A_WORKER);
  const helpers = isLarge ? startHelpers() : [];
  try {
    if (!order.usesCache) forget(order, output);
    return await buildInto(output, order, helpers);
  } finally {
    for (const { end } of helpers) end();
    output.release();
  }
}

/** About how many pages with layouts a content folder makes: a release has three, with the lists that it stands in. */
function countPages(content: string): number {
  const folder = join(content, "releases");
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md")).length * 3
    : 0;
}

async function buildInto(output: Output, order: BuildOrder, helpers: readonly Helper[]): Promise<BuildResult> {
  const { content, cache, now, clock, previous, progress } = order;
  const program = fingerprintProgram();
  const folder = cacheFor(cache, "readings", content);
  keepCache(cache, "readings", content);
  progress.begin("Gelesene Texte");
  // The check knows as much: what could stop the build later is found before anything is made.
  const { surveyContent } = await import("./survey.ts");
  let comparison: Promise<Comparison> | undefined;
  const compare = (site: ManifestSite) => {
    comparison ??= comparisonFor(previous, output.manifest, site);
    return comparison;
  };
  const published = async (site: ManifestSite) => new Set((await compare(site)).entries.map(({ address }) => address));
  const options = { folder: content, now, readings: openReadings(folder, program, clock), onProgress: progress.tell, published };
  const { reading, pages, faults } = await surveyContent(options, cache);
  const { archive, problems, counts, refused } = reading;
  const result = {
    counts,
    refused,
    waiting: reading.waiting,
    timeZone: reading.timeZone,
    problems,
    errors: problems.filter(({ severity }) => severity === "error"),
    losses: [],
    note: undefined,
    published: undefined,
  };
  if (!archive || (result.errors.length > 0 && !canLeaveOut(reading, order.withoutRefused))) return result;
  const { entries, note } = await compare(archive.site);
  const losses = findLost(entries, pages, archive, reading);
  if (losses.length > 0) return { ...result, losses };
  return { ...result, note, ...(await publish(output, order, { archive, pages, program, readings: folder, reading, faults, helpers })) };
}

/** What is to be published, and what its parts need to find it again. */
interface Publication {
  archive: Archive;
  pages: readonly Page[];
  program: string;
  readings: string;
  reading: ArchiveResult;
  faults: readonly Problem[];
  helpers: readonly Helper[];
}

/** What is made of the same as before stays in the tree as it stands there, all else is made; then the tree becomes the live site. */
async function publish(
  output: Output,
  order: BuildOrder,
  { archive, pages, program, readings, reading, faults, helpers }: Publication,
): Promise<Partial<BuildResult>> {
  const { content, output: live, cache, now, clock, isStrict, sharedFrom, progress } = order;
  const { createFingerprints } = await import("./fingerprints.ts");
  const fingerprint = createFingerprints(archive, program);
  const tree = openTree(output.staged, live, join(cacheFor(cache, "outputs", live), "record"));
  const search = await searchFilesOf(archive, order);
  const planned = pages.map((page) => ({ address: page.address, kind: page.kind, fingerprint: fingerprint(page) }));
  const isWanted = tree.settle([...planned, ...planSearch(search)]);
  const wanted = pages.filter((_, index) => isWanted[index]);
  const packages = wanted.filter(isPackage);
  const made = new Map<string, Written>();
  if (wanted.length > packages.length) {
    // Eleventy is loaded only where something is rendered.
    const [{ makePictures }, { render }] = await Promise.all([import("../rendering/pictures.ts"), import("./render.ts")]);
    const errors = await makePictures(wanted, cache, { begin: (total) => progress.begin("Bilder", total), tell: progress.tell });
    if (errors.length > 0) return { errors };
    progress.begin("Seiten", wanted.length);
    const run = { archive, pages: wanted, output: output.staged, cache, isStrict, sharedFrom, onProgress: progress.tell };
    const files = await render(run, { content, now, clock, readings, program, faults, wanted: isWanted.slice(0, pages.length) }, helpers);
    for (const file of files) made.set(file.path, file);
  }
  const indexed = await writeSearch(search, isWanted.slice(pages.length), output.staged);
  for (const file of indexed) made.set(file.path, file);
  if (packages.length > 0) {
    const { writePackages } = await import("./packages.ts");
    for (const file of writePackages(packages, new Set(wanted), output, live)) made.set(file.path, file);
  }
  const kept = keepEarlierPages(reading, live, output.staged);
  keepCache(cache, "outputs", live);
  const others = keptEntries(kept, output.manifest);
  const entries = tree.finish({ site: archive.site, others, signingKey: order.signingKey }, made);
  const memory = join(cacheFor(cache, "outputs", live), "words");
  const { findLeaks } = await import("./leaks/leak-test.ts");
  // A package holds files of the site byte by byte, which are searched themselves.
  const packed = new Set(pages.filter(isPackage).map(({ address }) => address));
  const searched = entries.filter(({ address }) => !packed.has(address));
  const leaks = findLeaks({ ...reading, archive, folder: content, site: output.staged, entries: searched, memory, program });
  if (leaks.length > 0) return { errors: leaks };
  output.swapIn();
  const counts = { pages: pages.length, made: wanted.length, indexed: search.files.length };
  return { published: { archive, ...counts, note: search.note, kept } };
}

/** Forgets all that earlier builds have kept for this content and this output. */
function forget({ cache, content, output: live }: BuildOrder, { staged }: Output): void {
  const kept = [cacheFor(cache, "readings", content), cacheFor(cache, "outputs", live), join(cache, "pictures")];
  for (const folder of [staged, ...kept]) rmSync(folder, { recursive: true, force: true });
}

/** Only texts can be left out; without settings or with a broken register nobody knows what the rest means. */
function canLeaveOut({ problems, refused }: ArchiveResult, withoutRefused: boolean): boolean {
  const left = new Set(refused.map(({ path }) => path));
  // A folder of a wrong name is told once for all that lies in it.
  const isLeftOut = ({ path }: Problem) => left.has(path) || refused.some((one) => one.path.startsWith(`${path}${sep}`));
  return withoutRefused && problems.every((problem) => problem.severity === "hint" || isLeftOut(problem));
}

/**
 * What was published of a refused text stays at its address until the text is mended, unless the text itself speaks against it; answers
 * with these addresses.
 */
function keepEarlierPages({ refused }: ArchiveResult, live: string, staged: string): string[] {
  const earlier = refused.flatMap(({ address, mayStay }) =>
    mayStay && address !== undefined && existsSync(join(live, outputFile(address))) ? [address] : [],
  );
  for (const address of earlier) {
    const folder = dirname(outputFile(address));
    if (folder === ".") cpSync(join(live, outputFile(address)), join(staged, outputFile(address)));
    else cpSync(join(live, folder), join(staged, folder), { recursive: true, force: false });
  }
  return earlier;
}

/** What the manifest of the live site says of the pages that stay and the files beside them. */
function keptEntries(kept: readonly string[], manifest: Manifest | undefined): ManifestEntry[] {
  if (kept.length === 0) return [];
  return (manifest?.entries ?? []).filter(
    ({ address }) => kept.includes(address) || kept.includes(address.slice(0, address.lastIndexOf("/") + 1)),
  );
}
