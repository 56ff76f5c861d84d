import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import { outputFile } from "../addresses.ts";
import { type Archive, createArchive } from "../archive/archive.ts";
import { openReadings } from "../archive/cache/readings.ts";
import { createContext } from "../archive/context.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import { EMPTY_REGISTERS } from "../content/registers.ts";
import { UNKNOWN_SITE } from "../content/site.ts";
import { type MessageCatalog, readMessages } from "../messages.ts";
import type { Problem } from "../problems.ts";
import { INPUT, setUpEleventy } from "../rendering/rendering.ts";
import { listPages } from "../site/capabilities.ts";
import { findCollisions } from "../site/collisions.ts";
import type { Page, View } from "../site/pages.ts";
import { cacheFor } from "./cache.ts";
import { createFingerprints, fingerprintProgram } from "./fingerprints.ts";
import { layoutFailure } from "./layout-failure.ts";
import { surveyContent } from "./survey.ts";

/** Where a preview reads, writes and answers. */
export interface PreviewOrder {
  content: string;
  cache: string;
  /** The folder that is served; it is emptied. */
  output: string;
  port: number;
  /** The moment (ms) that is shown; asked at each reading. */
  now: () => number;
  /** What the real clock showed when the preview began (ms). */
  clock: number;
  listener: PreviewListener;
}

/** Told what the preview does. */
export interface PreviewListener {
  reading: (reading: ArchiveResult) => void;
  /** So many files were made anew. */
  made: (files: number) => void;
  /** A layout failed; the pages stay as they were. */
  failure: (thrown: unknown) => void;
  /** The server answers at this address. */
  ready: (url: string) => void;
}

/** What the preview shows when content has errors. */
interface ProblemsView extends View {
  layout: "problems";
  problems: readonly Problem[];
}

/** Serves a preview until the process is stopped: only what changed is made anew. */
export async function startPreview({ content, cache, output, port, now, clock, listener }: PreviewOrder): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const program = fingerprintProgram();
  const readings = openReadings(cacheFor(cache, "readings", content), program, clock);
  let last: Archive | undefined;
  /** The fingerprints of what is shown, and of what is made, by the files. */
  let shown = new Map<string, string>();
  const made = new Map<string, string>();
  const read = async () => {
    // Words of the interface may be edited like any layout.
    const messages = readMessages();
    const { reading, pages: listed } = await surveyContent({ folder: content, now: now(), preview: true, readings, messages }, cache);
    listener.reading(reading);
    last = reading.archive ?? last;
    const archive = last ?? emptyArchive(now(), messages);
    const pages = previewPages(archive, reading, reading.archive ? listed : listPages(archive));
    const before = shown;
    const fingerprint = createFingerprints(archive, program);
    shown = new Map(pages.map((page) => [outputFile(page.address), fingerprint(page)]));
    // What no longer exists must not linger: Eleventy never deletes.
    for (const file of before.keys()) {
      if (shown.has(file)) continue;
      rmSync(join(output, file), { force: true });
      made.delete(file);
    }
    const isStale = (file: string) => made.get(file) !== shown.get(file);
    return { archive, pages: pages.filter(({ address }) => isStale(outputFile(address))) };
  };
  let first: Awaited<ReturnType<typeof read>> | undefined = await read();
  const readOnce = () => {
    const reading = first ?? read();
    first = undefined;
    return reading;
  };
  const eleventy = new Eleventy(INPUT, output, {
    configPath: "",
    // The server answers under the prefix that the links have.
    pathPrefix: new URL(first.archive.site.url).pathname,
    quietMode: true,
    runMode: "serve",
    config: (config) => {
      config.setOutputDirectory(output);
      // A folder may be called [neu]: what would be a pattern in its name stands for any one character.
      config.addWatchTarget(`${content.replace(/[[\](){}!*?+@|]/g, "?")}/**/*`);
      config.addWatchTarget("layouts/**/*");
      config.setWatchThrottleWaitTime(50);
      const messageOnStart = ({ localhostUrl }: { localhostUrl: string }) => listener.ready(localhostUrl);
      config.setServerOptions({ port, messageOnStart });
      const finish = (_pages: readonly Page[], _output: string, hashes: ReadonlyMap<string, string>) => {
        for (const file of hashes.keys()) made.set(file, shown.get(file) ?? "");
        listener.made(hashes.size);
      };
      setUpEleventy(config, { read: readOnce, cache, finish, isStrict: true });
    },
  });
  // What there is to say is said here, in German.
  eleventy.disableLogger();
  await eleventy.init();
  const rebuild = await eleventy.watch().catch((thrown: unknown) => {
    throw layoutFailure(thrown);
  });
  const write = eleventy.write.bind(eleventy);
  eleventy.write = () =>
    write().catch((thrown: unknown) => {
      listener.failure(layoutFailure(thrown));
      throw thrown;
    });
  // Eleventy notes that a file is gone but builds nothing anew.
  eleventy.watcher.on("unlink", rebuild);
  await eleventy.serve(port);
}

/** The archive's pages (`listed`); where content has errors, the home page and the addresses of the refused texts say which. */
export function previewPages(archive: Archive, { problems, refused, waiting }: ArchiveResult, listed: readonly Page[]): Page[] {
  const pages = [...listed, ...faultyDrafts(archive, problems, waiting)];
  const collisions = findCollisions(pages);
  const isKnown = ({ path, message }: Problem) => problems.some((known) => known.path === path && known.message === message);
  const errors = [...problems.filter((problem) => problem.severity === "error"), ...collisions.filter((one) => !isKnown(one))];
  if (errors.length === 0) return pages;
  const replaced = new Set(["/", ...refused.flatMap(({ address }) => (address === undefined ? [] : [address]))]);
  // Where two pages want one address Eleventy would render neither: then only the problem is shown, in its own look.
  const isShown = ({ address }: Page) => (collisions.length > 0 ? address.startsWith("/assets/") : !replaced.has(address));
  return [...pages.filter(isShown), ...[...replaced].map((address) => problemsView(archive, address, errors))];
}

/** A draft with errors stops nothing, but who looks for it in the preview is told what it lacks. */
function faultyDrafts(archive: Archive, problems: readonly Problem[], waiting: ArchiveResult["waiting"]): ProblemsView[] {
  return waiting.flatMap(({ path, address, reason }) => {
    const own = problems.filter((problem) => problem.path === path);
    return reason === "draft" && address !== undefined && own.length > 0 ? [problemsView(archive, address, own)] : [];
  });
}

function problemsView({ site }: Archive, address: string, problems: readonly Problem[]): ProblemsView {
  const title = "Fehler in den Inhalten";
  return {
    layout: "problems",
    kind: "list",
    address,
    language: site.language,
    title,
    description: undefined,
    isIndexed: false,
    alternates: [],
    problems,
  };
}

function emptyArchive(now: number, messages: MessageCatalog): Archive {
  return createArchive({
    context: createContext(UNKNOWN_SITE, messages),
    registers: EMPTY_REGISTERS,
    now,
    releases: [],
    versions: [],
    pages: [],
    used: Object.fromEntries(Object.keys(EMPTY_REGISTERS).map((name) => [name, new Set<string>()])) as unknown as Archive["used"],
    files: [],
    withoutPage: new Set(),
  });
}
