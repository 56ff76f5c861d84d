import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import type { ManifestEntry } from "../../build/manifest.ts";
import { readPrevious } from "../../build/previous.ts";
import { listFiles } from "../../content/files.ts";
import { filesBelow } from "../../layouts.ts";
import { readPackage, SOFTWARE } from "../../software.ts";
import { type Migrated, migrate } from "./migrations.ts";
import { runNode, runNpm } from "./npm.ts";
import { type Dependency, takeIn } from "./starter.ts";

/** A city that goes from one version of the software to this one. */
export interface UpgradeOrder {
  /** The root of the version that it has now. */
  before: string;
  /** The city's folder, its content, and a folder in which both sites are built. */
  city: string;
  content: string;
  work: string;
  /** What both builds are told of folders and of the moment. */
  environment: NodeJS.ProcessEnv;
}

/** What the newer version would change; nothing of it is done yet. */
export interface Upgrade {
  from: string;
  to: string;
  /** What the change log says that a city has to do, per version. */
  tasks: readonly string[];
  migrated: Migrated;
  /** Own layouts of the city whose originals have changed, or are gone. */
  layouts: readonly { path: string; isGone: boolean }[];
  pages: SiteChange;
}

/** How two sites differ, by their manifests. */
export interface SiteChange {
  same: number;
  changed: readonly ManifestEntry[];
  added: readonly ManifestEntry[];
  gone: readonly ManifestEntry[];
}

/**
 * Finds out what an upgrade would change by building the site with both versions, the newer one with migrated content. Throws in German
 * where either fails, above all where a published address would be lost.
 */
export async function prepareUpgrade({ before, city, content, work, environment }: UpgradeOrder): Promise<Upgrade> {
  const [old, moved, fresh] = ["before", "content", "after"].map((name) => join(work, name)) as [string, string, string];
  for (const folder of [old, moved, fresh]) rmSync(folder, { recursive: true, force: true });
  const [from, to] = [readPackage(before).version, readPackage().version];
  const migrated = migrateFolder(content);
  if (migrated.texts.size > 0) cpSync(content, moved, { recursive: true });
  writeTexts(moved, migrated);
  const layouts = changedLayouts(join(city, "layouts"), join(before, "layouts"), join(SOFTWARE, "layouts"));
  const build = async (software: string, folders: NodeJS.ProcessEnv, args: readonly string[] = []) => {
    const bin = join(software, "bin/stadtchronik.js");
    const { code, said } = await runNode([bin, "build", ...args], city, { ...environment, ...folders });
    const place = software === before ? `Mit der jetzigen Fassung ${from}` : `Mit der neuen Fassung ${to}`;
    const own = software === before ? [] : describeLayouts(layouts);
    if (code !== 0)
      throw new Error([`${place} lässt sich das Archiv nicht bauen. Es wurde nichts geändert.`, said.trim(), ...own].join("\n"));
  };
  await build(before, { CONTENT: content, OUTPUT: old });
  await build(SOFTWARE, { CONTENT: migrated.texts.size > 0 ? moved : content, OUTPUT: fresh }, ["--previous", old]);
  return {
    from,
    to,
    tasks: tasksBetween(readFileSync(join(SOFTWARE, "CHANGELOG.md"), "utf8"), from, to),
    migrated,
    layouts,
    pages: compareSites(await entriesOf(old), await entriesOf(fresh)),
  };
}

/** Which own layouts to look at, as a paragraph; none where there are none. */
export function describeLayouts(layouts: Upgrade["layouts"]): string[] {
  if (layouts.length === 0) return [];
  const lines = layouts.map(({ path, isGone }) => `  layouts/${path}${isGone ? " (gibt es dort nicht mehr)" : ""}`);
  return [`Diese eigenen Layouts stehen an der Stelle von Dateien, die sich geändert haben; sehen Sie sie durch:\n${lines.join("\n")}`];
}

/** Brings the texts of a content folder to this version of the schema, without writing anything; see `migrate`. */
export function migrateFolder(content: string): Migrated {
  return migrate(textsOf(content));
}

/** Writes the texts that a migration changes. */
export function writeTexts(content: string, { texts }: Migrated): void {
  for (const [path, text] of texts) writeFileSync(join(content, path), text);
}

/** The differences that migrations make in texts, as unified diffs. */
export function describeMigration(content: string, { texts }: Migrated): string {
  const patches = [...texts].map(([path, text]) => {
    const name = join(content, path);
    return createTwoFilesPatch(name, name, readFileSync(name, "utf8"), text, "", "", { context: 2 });
  });
  return patches.join("\n").replace(/^=+\n/gm, "");
}

/**
 * Does it: the city's package depends on the newer version, npm installs it, the texts are written. Throws in German, with everything as it
 * was, where npm fails.
 */
export async function applyUpgrade(order: UpgradeOrder, { migrated }: Upgrade, dependency: Dependency): Promise<void> {
  const { city, content, environment } = order;
  const kept = new Map(
    ["package.json", "package-lock.json"]
      .flatMap((name) => (existsSync(join(city, name)) ? [name] : []))
      .map((name) => [name, readFileSync(join(city, name))]),
  );
  const before = dependencyIn(city);
  takeIn(dependency, city);
  const manifest = JSON.parse(readFileSync(join(city, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  manifest.dependencies.stadtchronik = dependency.spec;
  writeFileSync(join(city, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const { code, said } = await runNpm(["install", "--no-audit", "--no-fund"], city, environment);
  if (code !== 0) {
    for (const [name, bytes] of kept) writeFileSync(join(city, name), bytes);
    if (dependency.spec !== before) removePacked(city, dependency.spec);
    throw new Error(`npm konnte die neue Fassung nicht einrichten; es gilt noch die alte. Rufen Sie npm ci auf.\n${said.trim()}`);
  }
  writeTexts(content, migrated);
  if (dependency.spec !== before) removePacked(city, before ?? "");
}

/** Takes a packed file away that a dependency names in the city's folder. */
function removePacked(city: string, spec: string): void {
  const file = /^file:(software\/[^/]+)$/.exec(spec)?.[1];
  if (file !== undefined) rmSync(join(city, file), { force: true });
}

/** What a city's `package.json` names as its software; undefined where there is none. */
export function dependencyIn(city: string): string | undefined {
  const file = join(city, "package.json");
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, "utf8")) as { dependencies?: Record<string, string> }).dependencies?.stadtchronik;
}

/**
 * What the change log says that cities have to do for each version after `from` up to `to`, the oldest first; what is not released yet is
 * part of `to`.
 */
export function tasksBetween(changelog: string, from: string, to: string): string[] {
  const written = changelog.replace(/^## \[Unreleased\]/m, `## [${to}]`);
  return [...written.matchAll(/^## \[(\d+\.\d+\.\d+)\][^\n]*\n([\s\S]*?)(?=^## |(?![\s\S]))/gm)]
    .filter(([, release = ""]) => isNewer(release, from) && !isNewer(release, to))
    .reverse()
    .flatMap(([, release, text = ""]) => {
      const task = /^### Was eine Stadt tun muss\n([\s\S]*?)(?=^### |(?![\s\S]))/m.exec(text)?.[1]?.trim();
      return task ? [`${release}: ${task}`] : [];
    });
}

/** True where a version such as `0.10.0` is newer than another. */
export function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split(/[.-]/, 3).map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** Own layouts of a city of which the software's file of the same path is another in the newer version, or is not there any more. */
export function changedLayouts(own: string, before: string, after: string): { path: string; isGone: boolean }[] {
  const read = (folder: string, path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : undefined);
  return filesBelow(own).flatMap((path) => {
    const [was, is] = [read(before, path), read(after, path)];
    return was === undefined || was === is ? [] : [{ path, isGone: is === undefined }];
  });
}

/** How two sites differ: by address, and by the checksum of what answers it. */
export function compareSites(before: readonly ManifestEntry[], after: readonly ManifestEntry[]): SiteChange {
  const was = new Map(before.map((entry) => [entry.address, entry]));
  const is = new Set(after.map(({ address }) => address));
  const changed = after.filter(({ address, sha256 }) => was.has(address) && was.get(address)?.sha256 !== sha256);
  const added = after.filter(({ address }) => !was.has(address));
  return { same: after.length - changed.length - added.length, changed, added, gone: before.filter(({ address }) => !is.has(address)) };
}

async function entriesOf(site: string): Promise<readonly ManifestEntry[]> {
  return (await readPrevious(site))?.entries ?? [];
}

/** The texts of a content folder by their path in it. */
function textsOf(content: string): Map<string, string> {
  const texts = listFiles(content).files.filter((path) => /\.(md|yml)$/.test(path));
  return new Map(texts.map((path) => [path, readFileSync(join(content, path), "utf8")]));
}
