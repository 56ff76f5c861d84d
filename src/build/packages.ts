import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../addresses.ts";
import { sha256 as digestOf } from "../disk/digest.ts";
import { type Packed, readPackage, writePackage } from "../rendering/packages.ts";
import type { PackagePage, Page } from "../site/pages.ts";
import { stateOf, type Written } from "./kept-tree.ts";
import type { Output } from "./output.ts";

/**
 * Writes packages into the staged site, where all that goes in is there; answers with what was written. Files that stayed as they were
 * (not `made` now, so by the same program) are taken over from the `live` site's package, if that is still the one that was built: an
 * edited release costs the packing of its year.
 */
export function writePackages(packages: readonly PackagePage[], made: ReadonlySet<Page>, output: Output, live: string): Written[] {
  return packages.map((page) => {
    const path = outputFile(page.address);
    const stayed = page.members.filter((member) => !made.has(member)).map(({ address }) => outputFile(address));
    const before = stayed.length > 0 ? packedBefore(page, output, live) : new Map<string, Packed>();
    const kept = new Map([...before].filter(([name]) => stayed.some((file) => file.endsWith(`/${name}`))));
    return { path, sha256: writePackage(page, output.staged, kept), state: stateOf(join(output.staged, path)) };
  });
}

function packedBefore({ address }: PackagePage, { manifest }: Output, live: string): ReadonlyMap<string, Packed> {
  const known = manifest?.entries.find((entry) => entry.address === address)?.sha256;
  try {
    const bytes = readFileSync(join(live, outputFile(address)));
    return digestOf(bytes) === known ? readPackage(bytes) : new Map();
  } catch {
    // There was none, or it is gone.
    return new Map();
  }
}
