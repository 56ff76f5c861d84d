import { join } from "node:path";
import { RESERVED_SEGMENTS } from "./addresses.ts";
import type { PlainPage } from "./plain-page.ts";
import { error, FILE_START, type Problem } from "./problems.ts";
import { REGISTER_SCHEMAS, type RegisterName, type Registers } from "./registers.ts";
import type { Release } from "./release/release.ts";

/** Which texts (by path) must be refused because an address would answer twice. */
export interface Permanence {
  problems: Problem[];
  refused: ReadonlySet<string>;
}

/** Checks that no old address (alias) is the address of something else or claimed twice. */
export function checkPermanence(releases: readonly Release[], pages: readonly PlainPage[], registers: Registers, folder: string): Permanence {
  const problems: Problem[] = [];
  const refused = new Set<string>();
  const taken = new Map<string, string>();
  for (const { address, path } of [...releases, ...pages]) taken.set(comparable(address), path);
  const claims = [
    ...[...releases, ...pages].flatMap(({ aliases, path }) => aliases.map((alias) => ({ alias, path }))),
    ...(Object.keys(REGISTER_SCHEMAS) as RegisterName[]).flatMap((name) =>
      [...registers[name].values()].flatMap(({ aliases }) => aliases.map((alias) => ({ alias, path: join(folder, "registers", `${name}.yml`) }))),
    ),
  ];
  for (const { alias, path } of claims) {
    const key = comparable(alias);
    const holder = taken.get(key);
    if (holder === undefined && !isOwn(alias)) {
      taken.set(key, path);
      continue;
    }
    refused.add(path);
    problems.push(
      holder !== undefined
        ? error(path, FILE_START, `Die frühere Adresse ${alias} gehört schon ${holder}.`, "Streichen Sie sie hier unter aliases.")
        : error(
            path,
            FILE_START,
            `Die frühere Adresse ${alias} liegt in einem Bereich, den das Archiv selbst belegt.`,
            "Streichen Sie sie unter aliases; der Webserver kann sie weiterleiten.",
          ),
    );
  }
  return { problems, refused };
}

/** The home page, years and months, and everything below a reserved segment; old addresses like `/2015/03/name/` are welcome. */
function isOwn(alias: string): boolean {
  const first = alias.split("/")[1] ?? "";
  return comparable(alias) === "/" || RESERVED_SEGMENTS.has(first.replace(/\.[a-z]+$/, "")) || /^\/\d{4}(\/\d\d)?\/?$/.test(alias);
}

// Servers and file systems differ on case and on a last slash, so neither may tell two addresses apart.
function comparable(address: string): string {
  return (
    address
      .toLowerCase()
      .replace(/\/index\.html$/, "/")
      .replace(/\/+$/, "") || "/"
  );
}
