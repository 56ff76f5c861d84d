import { join } from "node:path";
import { RESERVED_SEGMENTS } from "./addresses.ts";
import type { PlainPage } from "./plain-page.ts";
import { error, FILE_START, type Problem } from "./problems.ts";
import { REGISTER_SCHEMAS, type RegisterName, type Registers } from "./registers.ts";
import type { Release } from "./release.ts";

/** Which texts must be refused because an address would answer twice. */
export interface Permanence {
  problems: Problem[];
  refusedReleases: Set<string>;
  refusedPages: Set<string>;
}

interface Claim {
  alias: string;
  path: string;
  refuse: () => void;
}

/** Checks that no old address (alias) is the address of something else or claimed twice. */
export function checkPermanence(releases: readonly Release[], pages: readonly PlainPage[], registers: Registers, folder: string): Permanence {
  const result: Permanence = { problems: [], refusedReleases: new Set(), refusedPages: new Set() };
  const taken = new Map<string, string>();
  for (const release of releases) for (const { address } of release.versions) taken.set(comparable(address), release.path);
  for (const page of pages) taken.set(comparable(page.address), page.path);
  const claims: Claim[] = [
    ...releases.flatMap((release) => release.aliases.map((alias) => ({ alias, path: release.path, refuse: () => result.refusedReleases.add(release.id) }))),
    ...pages.flatMap((page) => page.aliases.map((alias) => ({ alias, path: page.path, refuse: () => result.refusedPages.add(page.path) }))),
    ...(Object.keys(REGISTER_SCHEMAS) as RegisterName[]).flatMap((name) =>
      [...registers[name].values()].flatMap((entry) => entry.aliases.map((alias) => ({ alias, path: join(folder, "registers", `${name}.yml`), refuse: () => undefined }))),
    ),
  ];
  for (const { alias, path, refuse } of claims) {
    const key = comparable(alias);
    const holder = taken.get(key);
    const first = alias.split("/")[1] ?? "";
    if (holder !== undefined) {
      refuse();
      result.problems.push(error(path, FILE_START, `Die frühere Adresse ${alias} gehört schon ${holder}.`, "Streichen Sie sie hier unter aliases."));
    } else if (isOwn(first, alias)) {
      refuse();
      result.problems.push(error(path, FILE_START, `Die frühere Adresse ${alias} liegt in einem Bereich, den das Archiv selbst belegt.`, "Streichen Sie sie unter aliases; der Webserver kann sie weiterleiten."));
    } else taken.set(key, path);
  }
  return result;
}

/** The home page and everything below a reserved segment; old addresses of releases (`/2015/03/…/`) are welcome. */
function isOwn(first: string, alias: string): boolean {
  return comparable(alias) === "/" || RESERVED_SEGMENTS.has(first.replace(/\.[a-z]+$/, "")) || /^\/\d{4}(\/(\d\d))?\/?$/.test(alias);
}

// Servers and file systems differ on case and on a last slash, so neither may tell two addresses apart.
function comparable(address: string): string {
  return address.toLowerCase().replace(/\/index\.html$/, "/").replace(/\/+$/, "") || "/";
}
