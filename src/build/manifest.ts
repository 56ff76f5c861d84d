import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { dataAddress, outputFile } from "../addresses.ts";
import { inPieces, writePieces } from "../disk/whole-file.ts";
import { compareText } from "../problems.ts";
import { PAGE_KINDS } from "../site/pages.ts";

const entrySchema = z.object({ address: z.string().startsWith("/"), kind: z.enum(PAGE_KINDS), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const manifestSchema = z.object({ format: z.literal(1), addresses: z.array(entrySchema) });

/** An address with the SHA-256 of the bytes that answer it. */
export type ManifestEntry = z.output<typeof entrySchema>;

/** The address of the manifest (docs/content-model.md, "Addresses"). */
export const MANIFEST_ADDRESS = dataAddress("manifest.json");

/**
 * Writes the manifest of a finished site: every address, its kind and the checksum of its file, in the order of addresses; it does not
 * list itself.
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
