import { join } from "node:path";
import { facetAddress, LANGUAGES, outputFile, RESERVED_SEGMENTS, releaseAddress, shapeOf } from "../addresses.ts";
import type { ManifestEntry, PageKind } from "../build/manifest.ts";
import { readContent } from "../content/files.ts";
import type { PlainPage } from "../content/plain-page.ts";
import { REGISTER_SCHEMAS } from "../content/register-schema.ts";
import type { RegisterName, Registers } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";
import { error, FILE_START, hint, type Position, type Problem, positionAt } from "../problems.ts";
import type { Page } from "../site/pages.ts";
import type { Archive } from "./archive.ts";
import type { Refused } from "./ledger.ts";

/** Which texts (by path) must be refused because an address would answer twice. */
export interface Permanence {
  problems: Problem[];
  refused: ReadonlySet<string>;
}

/** Checks that no old address (alias) is the address of something else or claimed twice (issue 4, bad input); a draft takes no address and is only warned. */
export function checkPermanence(
  releases: readonly Release[],
  pages: readonly PlainPage[],
  registers: Registers,
  folder: string,
): Permanence {
  const problems: Problem[] = [];
  const refused = new Set<string>();
  const registerPath = (name: RegisterName) => join(folder, "registers", `${name}.yml`);
  const names = Object.keys(REGISTER_SCHEMAS) as RegisterName[];
  const claims = [
    ...releases.flatMap(({ aliases, path, state }) => aliases.map((alias) => ({ alias, path, isDraft: state === "draft" }))),
    ...pages.flatMap(({ aliases, path, draft }) => aliases.map((alias) => ({ alias, path, isDraft: draft }))),
    ...names.flatMap((name) =>
      [...registers[name].values()].flatMap(({ aliases }) => aliases.map((alias) => ({ alias, path: registerPath(name), isDraft: false }))),
    ),
  ].sort((a, b) => Number(a.isDraft) - Number(b.isDraft));
  // Claims are few and addresses many: only those are looked for that a claim is, or lies below.
  const asked = new Set(claims.flatMap(({ alias }) => [comparable(alias), parentOf(comparable(alias))]));
  const taken = new Map<string, string>();
  const take = (address: string, path: string) => {
    const key = comparable(address);
    if (asked.has(key)) taken.set(key, path);
  };
  if (claims.length > 0) {
    for (const { address, path } of pages) take(address, path);
    for (const { id, path } of releases) for (const language of LANGUAGES) take(releaseAddress(id, language), path);
    for (const name of names)
      for (const id of registers[name].keys())
        for (const language of LANGUAGES) take(facetAddress(name, id, undefined, undefined, language), registerPath(name));
  }
  const present = new Set(taken.keys());
  for (const { alias, path, isDraft } of claims) {
    const key = comparable(alias);
    const holder = taken.get(key);
    if (holder === undefined && !isOwn(key, present)) {
      if (!isDraft) taken.set(key, path);
      continue;
    }
    if (!isDraft) refused.add(path);
    const report = isDraft ? hint : error;
    const at = positionOf(alias, path);
    problems.push(
      holder !== undefined
        ? report(path, at, `Die frühere Adresse ${alias} gehört schon ${holder}.`, "Streichen Sie sie hier unter aliases.")
        : report(
            path,
            at,
            `Die frühere Adresse ${alias} liegt in einem Bereich, den das Archiv selbst belegt.`,
            "Streichen Sie sie unter aliases; der Webserver kann sie weiterleiten.",
          ),
    );
  }
  return { problems, refused };
}

/**
 * The home page, years and months, files of a release that exists, and everything below a reserved segment.
 * Former addresses of releases (`/2015/03/name/`), their files and register entries (`/themen/name/`) are welcome, in any language.
 */
function isOwn(key: string, present: ReadonlySet<string>): boolean {
  const shape = shapeOf(key);
  if (shape === "release" || shape === "entry") return false;
  if (shape === "file") return present.has(key.slice(0, key.lastIndexOf("/")));
  const first = key.split("/")[1] ?? "";
  return (
    key === "/" ||
    key === "/404.html" ||
    RESERVED_SEGMENTS.has(first.replace(/\.[a-z]+$/, "")) ||
    /^(feed|sitemap|robots|\.well-known)\b/.test(first) ||
    /^\/\d{4}(\/\d\d)?$/.test(key)
  );
}

/** Where a file names an alias; it is read once more only where there is something to report. */
function positionOf(alias: string, path: string): Position {
  const bytes = readContent(path);
  const text = bytes instanceof Uint8Array ? bytes.toString("utf8") : "";
  const found = text.indexOf(alias, Math.max(0, text.indexOf("aliases")));
  return found < 0 ? FILE_START : positionAt(text, found);
}

/** The first two pages that could not both be files: of one address (servers and file systems may differ on case and on a last slash), or one below the other. */
export function findCollision(pages: readonly Page[]): Problem | undefined {
  const holders = new Map<string, Page>();
  for (const page of pages) {
    const key = comparable(page.address);
    const other = holders.get(key);
    if (other) return collision(page, other, `Zwei Seiten haben dieselbe Adresse: ${describe(other)} und ${describe(page)}.`);
    holders.set(key, page);
  }
  // Many pages lie in one folder: what is above it is looked at once.
  const free = new Set<string>([""]);
  for (const [key, page] of holders) {
    for (let folder = page.address.endsWith("/") ? key : parentOf(key); !free.has(folder); folder = parentOf(folder)) {
      const other = holders.get(folder);
      if (other && !other.address.endsWith("/") && other !== page)
        return collision(page, other, `Eine Adresse liegt unter einer Datei: ${describe(page)} unter ${describe(other)}.`);
      free.add(folder);
    }
  }
  return undefined;
}

function parentOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf("/")));
}

/** Pages that the archive makes by itself collide with nothing, so one of the two comes from a file of the content. */
function collision(page: Page, other: Page, message: string): Problem {
  return error(
    sourceOf(page) ?? sourceOf(other) ?? page.address,
    FILE_START,
    message,
    "Streichen Sie die frühere Adresse unter aliases oder benennen Sie die Datei um.",
  );
}

function sourceOf(page: Page): string | undefined {
  switch (page.layout) {
    case "release":
      return page.release.path;
    case "page":
      return page.page.path;
    case "redirect":
      return page.path;
    case "file":
    case "picture":
      return page.source;
    default:
      return undefined;
  }
}

function describe(page: Page): string {
  switch (page.layout) {
    case "release":
      return `${page.address} (${page.release.path})`;
    case "page":
      return `${page.address} (${page.page.path})`;
    case "redirect":
      return `${page.alias} (frühere Adresse in ${page.path})`;
    case "file":
      return `${page.address} (${page.source})`;
    default:
      return page.address;
  }
}

/** An address that was published and would answer no more. */
export interface Loss {
  address: string;
  kind: PageKind;
  remedy: string;
}

/** What to do about a lost address; kinds that are not here may vanish (content model: permanence). An old address once published is as permanent as a new one. */
const REMEDIES: Partial<Record<PageKind, string>> = {
  release:
    "Legen Sie die Meldung wieder an und ziehen Sie sie zurück (withdrawn), oder nennen Sie die Adresse unter aliases der Meldung, die an ihre Stelle tritt.",
  version: "Legen Sie die Sprachfassung wieder an, oder nennen Sie die Adresse unter aliases der ursprünglichen Meldung.",
  page: "Legen Sie die Seite wieder an, oder nennen Sie die Adresse unter aliases der Seite, die an ihre Stelle tritt.",
  file: "Nennen Sie die Datei wieder unter images oder attachments (auch berichtigt, unter demselben Namen), oder ziehen Sie die Meldung zurück (withdrawn).",
  entry: "Nennen Sie die Adresse unter aliases des Eintrags, der an seine Stelle tritt; eine Person behält ihre Seite mit page: true.",
  redirect: "Nehmen Sie die frühere Adresse wieder unter aliases auf.",
};

/**
 * The permanent addresses of the site published before that no output of the new one answers, an alias included (content model: permanence).
 * Files of a withdrawn release go with its content. What was refused for now is not lost, nor what hung on it: its entries and old addresses.
 */
export function findLost(
  previous: readonly ManifestEntry[],
  pages: readonly Page[],
  { releases }: Archive,
  refused: readonly Refused[],
): Loss[] {
  const answered = new Set(
    pages.flatMap((page) => [outputFile(page.address), ...(page.layout === "redirect" ? [outputFile(page.alias)] : [])]),
  );
  const gone = [
    ...releases.filter(({ withdrawn }) => withdrawn).map(({ address }) => address),
    ...refused.flatMap(({ address }) => address ?? []),
  ];
  const excused = new Set(gone);
  return previous.flatMap(({ address, kind }) => {
    const remedy = REMEDIES[kind];
    if (
      remedy === undefined ||
      answered.has(outputFile(address)) ||
      excused.has(address) ||
      excused.has(address.slice(0, address.lastIndexOf("/") + 1))
    )
      return [];
    return refused.length > 0 && (kind === "entry" || kind === "redirect") ? [] : [{ address, kind, remedy }];
  });
}

// Servers and file systems differ on case and on a last slash, so neither may tell two addresses apart.
function comparable(address: string): string {
  // Nearly all addresses are plain, and there are many.
  if (/^(\/[a-z0-9-]+)+\/?$/.test(address)) return address.endsWith("/") ? address.slice(0, -1) : address;
  return (
    address
      .toLowerCase()
      .replace(/\/{2,}/g, "/")
      .replace(/\/index\.html$/, "/")
      .replace(/\/+$/, "") || "/"
  );
}
