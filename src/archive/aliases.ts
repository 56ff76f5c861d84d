import { join } from "node:path";
import {
  comparable,
  comparableInCase,
  facetAddress,
  isReserved,
  type Language,
  parentOf,
  releaseAddress,
  releaseOfEdition,
  shapeOf,
} from "../addresses.ts";
import { readContent } from "../content/files.ts";
import { readOldAddress } from "../content/old-address.ts";
import type { PlainPage } from "../content/plain-page.ts";
import type { RegisterName } from "../content/register-schema.ts";
import { REGISTER_SCHEMAS } from "../content/register-schema.ts";
import type { Registers } from "../content/registers.ts";
import type { Release } from "../content/release/release.ts";
import { error, FILE_START, hint, type Position, type Problem, positionAt } from "../problems.ts";

/** Everything that may claim an old address. */
export interface Claimants {
  releases: readonly Release[];
  versions: readonly Pick<Release, "id" | "language">[];
  pages: readonly PlainPage[];
  registers: Registers;
  folder: string;
  languages: readonly Language[];
  /** The host of the site. */
  host: string;
}

/** Which texts (by path) must be refused because an address would answer twice. */
export interface Clashes {
  problems: Problem[];
  refused: ReadonlySet<string>;
  /** Old addresses that differ from another in case alone: not every disk could hold a page of each. */
  withoutPage: ReadonlySet<string>;
}

/** Checks that no old address (alias) is the address of something else or claimed twice; a draft takes no address and is only warned. */
export function claimsTwice({ releases, versions, pages, registers, folder, languages, host }: Claimants): Clashes {
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
  const above = (key: string) => [key, parentOf(key), parentOf(parentOf(key))];
  const asked = new Set(claims.flatMap(({ alias }) => above(keyOf(alias).folded)));
  const taken = new Map<string, Holder[]>();
  const take = (exact: string, folded: string, path: string, isVacant = false) => {
    if (asked.has(folded)) taken.set(folded, [...(taken.get(folded) ?? []), { exact, path, isVacant }]);
  };
  const takeAddress = (address: string, path: string, isVacant?: boolean) =>
    take(comparableInCase(address), comparable(address), path, isVacant);
  if (claims.length > 0) {
    for (const { address, path } of pages) takeAddress(address, path);
    const issued = new Set([...releases, ...versions].map(({ id, language }) => releaseAddress(id, language)));
    for (const { id, path, address } of releases)
      for (const one of languages.map((language) => releaseAddress(id, language)))
        takeAddress(one, path, one !== address && !issued.has(one));
    for (const name of names)
      for (const id of registers[name].keys())
        for (const language of languages) takeAddress(facetAddress(name, id, undefined, undefined, language), registerPath(name));
  }
  const present = new Set([...taken].flatMap(([key, holders]) => (holders.some(({ isVacant }) => !isVacant) ? key : [])));
  const withoutPage = new Set<string>();
  for (const { alias, path, isDraft } of claims) {
    const report = isDraft ? hint : error;
    const at = () => positionOf(alias, path);
    const { exact, folded, isFile } = keyOf(alias);
    if (folded.startsWith(`//${host}/`)) {
      if (!isDraft) refused.add(path);
      const remedy = `Schreiben Sie nur den Pfad: ${new URL(alias).pathname}`;
      problems.push(report("alias-on-own-host", path, at(), `Die frühere Adresse ${alias} liegt auf diesem Host selbst.`, remedy));
      continue;
    }
    const holders = (taken.get(folded) ?? []).filter((other) => !other.isVacant || other.path !== path);
    const holder = holders.find((other) => other.exact === exact);
    const isReserved = isFile && isOwn(exact, present, languages);
    if (holder || isReserved) {
      if (!isDraft) refused.add(path);
      // A register cannot be left out: one mistake in it shall not be told as a collision of pages too.
      withoutPage.add(alias);
      problems.push(
        holder
          ? report(
              "alias-taken",
              path,
              at(),
              `Die frühere Adresse ${alias} gehört schon ${holder.path}.`,
              "Streichen Sie sie hier unter aliases.",
            )
          : report(
              "alias-reserved",
              path,
              at(),
              `Die frühere Adresse ${alias} liegt in einem Bereich, den das Archiv selbst belegt.`,
              "Streichen Sie sie unter aliases; der Webserver kann sie weiterleiten.",
            ),
      );
      continue;
    }
    const [alike] = holders;
    if (alike || (isFile && isOwn(folded, present, languages))) {
      withoutPage.add(alias);
      const other = alike ? `einer von ${alike.path}` : "einer des Archivs selbst";
      problems.push(
        hint(
          "alias-alike",
          path,
          at(),
          `Die frühere Adresse ${alias} gleicht bis auf Groß- und Kleinschreibung ${other}; sie bekommt keine eigene Seite.`,
          "Der Webserver kann sie weiterleiten: Sie steht in daten/weiterleitungen.json.",
        ),
      );
    }
    if (!isDraft) take(exact, folded, path);
  }
  return { problems, refused, withoutPage };
}

/**
 * What holds an address: as it is written, and in which file; `isVacant` where a release keeps it free for a language version that is not
 * there: the release itself may lead on from it, as when its version was deleted.
 */
interface Holder {
  exact: string;
  path: string;
  isVacant: boolean;
}

/** What an old address is compared by, with its case and without; `isFile` where a file of the output would answer it. */
function keyOf(alias: string): { exact: string; folded: string; isFile: boolean } {
  const { host, path, query } = readOldAddress(alias);
  const outside = host === undefined ? "" : `//${host}`;
  const exact = `${outside}${comparableInCase(path)}${query}`;
  const folded = `${outside}${comparable(path)}${query.toLowerCase()}`;
  return { exact, folded, isFile: host === undefined && query === "" };
}

/**
 * The home page, years and months, files of a release that exists, and everything below a reserved segment.
 * Former addresses of releases (`/2015/03/name/`), their files, old versions and register entries (`/themen/name/`) are welcome, in any
 * language.
 */
function isOwn(key: string, present: ReadonlySet<string>, languages: readonly Language[]): boolean {
  const ofEdition = releaseOfEdition(`${key}/`);
  if (ofEdition !== `${key}/` && shapeOf(ofEdition, languages) === "release") return present.has(ofEdition.slice(0, -1));
  const shape = shapeOf(key, languages);
  if (shape === "release" || shape === "entry") return false;
  if (shape === "file") return present.has(key.slice(0, key.lastIndexOf("/")));
  const first = key.split("/")[1] ?? "";
  return (
    key === "/" ||
    key === "/404.html" ||
    isReserved(first.replace(/\.[a-z]+$/, ""), languages) ||
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
