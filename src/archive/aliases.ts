import { join } from "node:path";
import { comparable, facetAddress, type Language, parentOf, RESERVED_SEGMENTS, releaseAddress, shapeOf } from "../addresses.ts";
import { readContent } from "../content/files.ts";
import type { PlainPage } from "../content/plain-page.ts";
import type { RegisterName } from "../content/register-schema.ts";
import { REGISTER_SCHEMAS } from "../content/register-schema.ts";
import type { Registers } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";
import { error, FILE_START, hint, type Position, type Problem, positionAt } from "../problems.ts";

/** Everything that may claim an old address. */
export interface Claimants {
  releases: readonly Release[];
  pages: readonly PlainPage[];
  registers: Registers;
  folder: string;
  languages: readonly Language[];
}

/** Which texts (by path) must be refused because an address would answer twice. */
export interface Clashes {
  problems: Problem[];
  refused: ReadonlySet<string>;
}

/** Checks that no old address (alias) is the address of something else or claimed twice; a draft takes no address and is only warned. */
export function claimsTwice({ releases, pages, registers, folder, languages }: Claimants): Clashes {
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
    for (const { id, path } of releases) for (const language of languages) take(releaseAddress(id, language), path);
    for (const name of names)
      for (const id of registers[name].keys())
        for (const language of languages) take(facetAddress(name, id, undefined, undefined, language), registerPath(name));
  }
  const present = new Set(taken.keys());
  for (const { alias, path, isDraft } of claims) {
    const key = comparable(alias);
    const holder = taken.get(key);
    if (holder === undefined && !isOwn(key, present, languages)) {
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
function isOwn(key: string, present: ReadonlySet<string>, languages: readonly Language[]): boolean {
  const shape = shapeOf(key, languages);
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
