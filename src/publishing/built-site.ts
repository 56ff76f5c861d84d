import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../addresses.ts";
import { CHECKSUMS, PUBLIC_KEY, parseChecksums, SIGNATURE } from "../build/checksums.ts";
import { MANIFEST_ADDRESS, type Manifest, parseManifest } from "../build/manifest.ts";
import { filesBelow } from "../build/placing.ts";
import { digest, sha256 } from "../disk/digest.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { SERVER_RULES, type ServerRule } from "../site/hosting/redirects.ts";
import type { PageKind } from "../site/pages.ts";

/** A file of a built site: its path, the SHA-256 of its bytes, its size in bytes, and the kind of its page where it is one. */
export interface BuiltFile {
  path: string;
  sha256: string;
  size: number;
  kind: PageKind | undefined;
}

/** A site that a build has finished, verified. */
export interface BuiltSite {
  folder: string;
  manifest: Manifest & { site: NonNullable<Manifest["site"]> };
  rules: readonly ServerRule[];
  files: readonly BuiltFile[];
}

const AGAIN = "Bauen Sie noch einmal (npm run build). Veröffentlicht wurde nichts.";

/**
 * Reads a built site and verifies each file of it, nothing more and nothing less. Files that are as they were when they were verified last
 * (size, times, inode; kept in `memory`) are not read again. Throws in German where anything is amiss.
 */
export function readBuiltSite(folder: string, memory: string): BuiltSite {
  const sums = parseChecksums(readText(folder, CHECKSUMS));
  const manifest = parseManifest(readText(folder, MANIFEST_ADDRESS));
  if (!sums || !manifest?.site) throw new Error(`In ${folder} ist ein Verzeichnis der Dateien beschädigt. ${AGAIN}`);
  const known = readMemory(memory);
  const verified = new Map<string, string>();
  const kinds = new Map(manifest.entries.map(({ address, kind }) => [outputFile(address), kind]));
  const wrong: string[] = [];
  const files = sums.map(({ path, sha256: sum }): BuiltFile => {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    const state = found?.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(" ") : "";
    const line = `${sum} ${state}`;
    if (state === "" || (known.get(path) !== line && sha256(readFileSync(join(folder, path))) !== sum)) wrong.push(path);
    verified.set(path, line);
    return { path, sha256: sum, size: found?.size ?? 0, kind: kinds.get(path) };
  });
  const listed = new Set([...verified.keys(), outputFile(CHECKSUMS), outputFile(SIGNATURE)]);
  const strange = filesBelow(folder).filter((path) => !listed.has(path));
  if (wrong.length > 0) throw new Error(`In ${folder} fehlt etwas, oder es wurde nach dem Bau geändert: ${some(wrong)}. ${AGAIN}`);
  if (strange.length > 0) throw new Error(`In ${folder} liegt etwas, das nicht vom Bau stammt: ${some(strange)}. ${AGAIN}`);
  writeMemory(memory, verified);
  const own = [CHECKSUMS, SIGNATURE].flatMap((address) => ownFile(folder, outputFile(address)));
  const rules = JSON.parse(readText(folder, SERVER_RULES)) as ServerRule[];
  return { folder, manifest: { ...manifest, site: manifest.site }, rules, files: [...files, ...own] };
}

/** The first few of many paths, and how many there are. */
export function some(paths: readonly string[]): string {
  return paths.length <= 3 ? paths.join(", ") : `${paths.slice(0, 3).join(", ")} und ${paths.length - 3} weitere`;
}

/** True where a site is signed. */
export function isSigned({ files }: BuiltSite): boolean {
  return files.some(({ path }) => path === outputFile(PUBLIC_KEY));
}

function ownFile(folder: string, path: string): BuiltFile[] {
  const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
  return found?.isFile() ? [{ path, sha256: sha256(readFileSync(join(folder, path))), size: found.size, kind: undefined }] : [];
}

function readText(folder: string, address: string): string {
  try {
    return readFileSync(join(folder, outputFile(address)), "utf8");
  } catch {
    throw new Error(`In ${folder} liegt keine fertige Website (${outputFile(address)} fehlt). ${AGAIN}`);
  }
}

function readMemory(file: string): Map<string, string> {
  try {
    const text = readFileSync(file, "utf8");
    const at = text.indexOf("\n");
    const body = text.slice(at + 1);
    if (digest(body) !== text.slice(0, at)) return new Map();
    return new Map(
      body.split("\n").map((line): [string, string] => [line.slice(0, line.indexOf("\t")), line.slice(line.indexOf("\t") + 1)]),
    );
  } catch {
    return new Map();
  }
}

function writeMemory(file: string, verified: ReadonlyMap<string, string>): void {
  const body = Array.from(verified, ([path, line]) => `${path}\t${line}`).join("\n");
  writeWhole(file, `${digest(body)}\n${body}`);
}
