import type { KeyObject } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dataAddress, outputFile } from "../addresses.ts";
import type { Site } from "../content/site.ts";
import { sha256 as digestOf } from "../disk/digest.ts";
import { inPieces, writePieces } from "../disk/whole-file.ts";
import { compareText } from "../problems.ts";
import { PAGE_KINDS, type PageKind } from "../site/pages.ts";
import { CHECKSUMS, PUBLIC_KEY, SIGNATURE, writeChecksums } from "./checksums.ts";

/** An address with its kind and the SHA-256 of the bytes that answer it. */
export interface ManifestEntry {
  address: string;
  kind: PageKind;
  sha256: string;
}

/** The site that a manifest is of: manifests of another name or address are not compared. */
export type ManifestSite = Pick<Site, "name" | "url">;

/** What a manifest says; `site` is undefined in manifests of before 2026-12. */
export interface Manifest {
  site: ManifestSite | undefined;
  entries: ManifestEntry[];
}

/** The address of the manifest (docs/content-model.md, "Addresses"). */
export const MANIFEST_ADDRESS = dataAddress("manifest.json");

/** The files by which a site vouches for itself: no page lists them, and they are written last. */
export const VOUCHERS: readonly string[] = [MANIFEST_ADDRESS, CHECKSUMS, SIGNATURE, PUBLIC_KEY];

/** What a manifest is made of beside the pages: the site, entries of the site before whose files stayed, the key to sign with. */
export interface ManifestOrder {
  site: ManifestSite;
  others?: readonly ManifestEntry[];
  signingKey?: KeyObject | undefined;
}

/**
 * Writes the manifest of a finished site: every address, its kind and the checksum of its file, in the order of addresses; it does not
 * list itself. Beside it the same for `sha256sum`, the manifest included. Both come after rendering, since only then the bytes are known.
 * Answers with the entries.
 */
export function writeManifest(made: readonly ManifestEntry[], output: string, order: ManifestOrder): ManifestEntry[] {
  const { others = [], signingKey } = order;
  const { name, url } = order.site;
  const known = new Set(others.length === 0 ? [] : made.map(({ address }) => address));
  const entries = [...made, ...others.filter(({ address }) => !known.has(address))].sort((a, b) => compareText(a.address, b.address));
  const target = join(output, outputFile(MANIFEST_ADDRESS));
  mkdirSync(dirname(target), { recursive: true });
  writePieces(target, pieces());
  const sums = entries.map(({ address, sha256 }) => ({ path: outputFile(address), sha256 }));
  sums.push({ path: outputFile(MANIFEST_ADDRESS), sha256: digestOf(readFileSync(target)) });
  writeChecksums(sums, output, signingKey);
  return entries;

  // A line an address: what changed between two manifests can be read.
  function* pieces(): Generator<string> {
    yield `{"format":1,"site":${JSON.stringify({ name, url })},"algorithm":"SHA-256","addresses":[`;
    const [first] = entries;
    yield* inPieces(entries, (entry) => {
      const { address, kind, sha256 } = entry;
      return `${entry === first ? "" : ","}\n${JSON.stringify({ address, kind, sha256 })}`;
    });
    yield "\n]}\n";
  }
}

/** Reads a manifest; undefined where the text is none. There are a hundred thousand entries, so they are checked by hand. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const { format, site, addresses } = JSON.parse(text) as { format?: unknown; site?: unknown; addresses?: unknown };
    if (format !== 1 || !Array.isArray(addresses) || !addresses.every(isEntry)) return undefined;
    return { site: isSite(site) ? site : undefined, entries: addresses };
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is ManifestEntry {
  const { address, kind, sha256 } = (value ?? {}) as Record<string, unknown>;
  const isHash = typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
  return typeof address === "string" && address.startsWith("/") && isHash && (PAGE_KINDS as readonly unknown[]).includes(kind);
}

function isSite(value: unknown): value is ManifestSite {
  const { name, url } = (value ?? {}) as Record<string, unknown>;
  return typeof name === "string" && typeof url === "string";
}
