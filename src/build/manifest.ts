import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { dataAddress, outputFile, shapeOf } from "../addresses.ts";
import { inPieces, writePieces } from "../disk/whole-file.ts";
import { compareText } from "../problems.ts";
import type { Page } from "../site/pages.ts";

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
 * Writes the manifest of a finished site: every address, its kind and the checksum of its file, in the order of addresses; it does not list itself.
 * It comes after rendering, since only then the bytes are known; `others` are entries of the site before whose files stayed.
 */
export function writeManifest(made: readonly ManifestEntry[], output: string, others: readonly ManifestEntry[] = []): void {
  const known = new Set(others.length === 0 ? [] : made.map(({ address }) => address));
  const entries = [...made, ...others.filter(({ address }) => !known.has(address))].sort((a, b) => compareText(a.address, b.address));
  const target = join(output, outputFile(MANIFEST_ADDRESS));
  mkdirSync(dirname(target), { recursive: true });
  writePieces(target, pieces());

  // A line an address: what changed between two manifests can be read.
  function* pieces(): Generator<string> {
    yield '{"format":1,"algorithm":"SHA-256","addresses":[';
    const [first] = entries;
    yield* inPieces(entries, (entry) => {
      const { address, kind, sha256 } = entry;
      return `${entry === first ? "" : ","}\n${JSON.stringify({ address, kind, sha256 })}`;
    });
    yield "\n]}\n";
  }
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
