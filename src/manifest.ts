import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { dataAddress, outputFile, shapeOf } from "./addresses.ts";
import type { Page } from "./pages.ts";

const KINDS = ["release", "version", "page", "file", "entry", "list", "feed", "data", "redirect", "asset"] as const;

/** What answers an address: some kinds are permanent, others come and go. */
export type PageKind = (typeof KINDS)[number];

const entrySchema = z.object({ address: z.string().startsWith("/"), kind: z.enum(KINDS), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const manifestSchema = z.object({ format: z.literal(1), addresses: z.array(entrySchema) });

/** An address with the SHA-256 of the bytes that answer it. */
export type ManifestEntry = z.output<typeof entrySchema>;

/** The address of the manifest (content model: permanence). */
export const MANIFEST_ADDRESS = dataAddress("manifest.json");

/** The kind of a page; lists of releases come and go with their content. */
export function kindOf(page: Page): PageKind {
  const { address } = page;
  switch (page.layout) {
    case "release":
      return page.language === "de" ? "release" : "version";
    case "accessibility":
      return page.language === "de" ? "page" : "list";
    case "page":
    case "data":
    case "redirect":
      return page.layout;
    case "file":
      return address.startsWith("/assets/") ? "asset" : "file";
    case "picture":
      // The widths that pages offer are the layout's matter; what people download and cite is the picture itself.
      return address.includes(`-${page.rendition.width}.`) ? "asset" : "file";
    case "text":
      if (address.startsWith("/assets/") || address.endsWith(".svg")) return "asset";
      return /\/feed[^/]*$/.test(address) ? "feed" : "data";
    default:
      return shapeOf(address) === "entry" ? "entry" : "list";
  }
}

/**
 * Writes the manifest of a finished site: every address, its kind and the checksum of its file (`hashOf` its path), in the order of addresses.
 * It comes after rendering, since only then the bytes are known; `kept` are entries of the site before whose files stayed. It does not list itself.
 */
export function writeManifest(pages: readonly Page[], output: string, hashOf: (path: string) => string | undefined, kept: readonly ManifestEntry[] = []): void {
  const entries = new Map(kept.map(({ address, kind, sha256 }) => [address, { kind, sha256 }]));
  for (const page of pages) entries.set(page.address, { kind: kindOf(page), sha256: hashOf(outputFile(page.address)) ?? "" });
  // A line an address: what changed between two manifests can be read. Without a function of its own `sort` orders by code unit, and twice as fast.
  const lines = [...entries.keys()].sort().map((address) => `\n${JSON.stringify({ address, ...entries.get(address) })}`);
  const target = join(output, outputFile(MANIFEST_ADDRESS));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `{"format":1,"algorithm":"SHA-256","addresses":[${lines.join(",")}\n]}\n`);
}

/** Reads a manifest; undefined where the text is none. */
export function parseManifest(text: string): ManifestEntry[] | undefined {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.addresses : undefined;
  } catch {
    return undefined;
  }
}
