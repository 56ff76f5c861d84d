import { UPCOMING_PAGE } from "../addresses.ts";
import { type Archive, createArchive } from "../archive/archive.ts";
import { createContext } from "../archive/context.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import { type Expected, expect } from "../archive/upcoming.ts";
import { EMPTY_REGISTERS } from "../content/registers.ts";
import { UNKNOWN_SITE } from "../content/site.ts";
import { fill, type MessageCatalog } from "../messages.ts";
import type { Problem } from "../problems.ts";
import { findCollisions } from "../site/collisions.ts";
import type { Page, View } from "../site/pages.ts";
import { guidePages } from "./guide-pages.ts";

/** What the preview shows when content has errors. */
interface ProblemsView extends View {
  layout: "problems";
  problems: readonly Problem[];
}

/** What the preview shows of what becomes public when; what has no moment waits for somebody. */
interface UpcomingView extends View {
  layout: "upcoming";
  dated: readonly ExpectedText[];
  undated: readonly ExpectedText[];
}

interface ExpectedText extends Omit<Expected, "what"> {
  title: string;
  what: string;
}

/** The archive's pages (`listed`); where content has errors, the home page and the addresses of the refused texts say which. */
export function previewPages(archive: Archive, reading: ArchiveResult, listed: readonly Page[]): Page[] {
  const { problems, refused, waiting } = reading;
  const pages = [...listed, upcomingView(archive, reading), ...guidePages(), ...faultyDrafts(archive, problems, waiting)];
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

/** What becomes public when, with the titles of what can be seen already. */
function upcomingView(archive: Archive, { waiting, previewed, timeZone }: ArchiveResult): UpcomingView {
  const { site, context, releases, versions, pages } = archive;
  const words = context.messages.in(site.language).preview;
  const seen = new Map([...releases, ...versions].map(({ path, title, address }) => [path, { title, address }]));
  for (const { path, title, address } of pages) seen.set(path, { title, address });
  const byId = new Map(releases.map((release) => [release.id, release]));
  const expected = expect([...waiting, ...previewed], timeZone).map(({ path, what, from, ...one }) => {
    const found = seen.get(path);
    const commented = byId.get(/comments[\\/](\d{4}[\\/]\d\d[\\/][^\\/]+)[\\/]/.exec(path)?.[1]?.replaceAll("\\", "/") ?? "");
    const title = found?.title ?? (commented ? fill(words.comment, { title: commented.title }) : path.split(/[\\/]/).at(-1)) ?? path;
    return { path, title, address: found?.address ?? commented?.address ?? one.address, what: words.reasons[what], from };
  });
  return {
    layout: "upcoming",
    kind: "list",
    address: UPCOMING_PAGE,
    language: site.language,
    title: words.upcoming,
    description: undefined,
    isIndexed: false,
    alternates: [],
    dated: expected.filter(({ from }) => from !== undefined),
    undated: expected.filter(({ from }) => from === undefined),
  };
}

/** An archive without anything in it, to show what is wrong while there is none. */
export function emptyArchive(now: number, messages: MessageCatalog): Archive {
  return createArchive({
    context: createContext(UNKNOWN_SITE, messages),
    registers: EMPTY_REGISTERS,
    now,
    isPreview: true,
    releases: [],
    versions: [],
    pages: [],
    used: Object.fromEntries(Object.keys(EMPTY_REGISTERS).map((name) => [name, new Set<string>()])) as unknown as Archive["used"],
    files: [],
    withoutPage: new Set(),
  });
}
