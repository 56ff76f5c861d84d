import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { MANIFEST_ADDRESS, type Manifest, parseManifest } from "../build/manifest.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { addressesOf, type Delivery, type Published, placeOf } from "./delivery.ts";
import { compareHoldings, parseHoldings, printHoldings } from "./package.ts";

/** Makes a finished folder to hand over to a host (GitHub Pages, GitLab Pages, Netlify, Cloudflare): it is replaced as a whole. */
export async function toFolder(delivery: Delivery): Promise<Published> {
  const { place, prefix, built, memory, overwrites } = delivery;
  const folder = resolve((place as { folder: string }).folder);
  const layout = { site: "", prefix };
  const live = readManifest(join(folder, placeOf(MANIFEST_ADDRESS, layout)));
  if (existsSync(folder) && readdirSync(folder).length > 0 && !live && !overwrites)
    throw new Error(`In ${folder} liegt etwas, das keine Veröffentlichung ist. Nehmen Sie einen leeren Ordner. Es wurde nichts geändert.`);
  await delivery.compareWithLive(live);
  const parcel = delivery.pack({ releases: false, isCompressed: true });
  const staged = join(dirname(folder), `.${basename(folder)}.new`);
  const before = join(dirname(folder), `.${basename(folder)}.old`);
  const repaired = [staged, before].filter((path) => existsSync(path));
  // Killed between two renames: what was there comes back first.
  if (!existsSync(folder) && existsSync(before)) renameSync(before, folder);
  rmSync(before, { recursive: true, force: true });
  await parcel.lay([...parcel.holdings.keys()], staged);
  if (existsSync(folder)) renameSync(folder, before);
  renameSync(staged, folder);
  rmSync(before, { recursive: true, force: true });
  const { added, changed, gone } = compareHoldings(readHoldings(join(memory, "files"), live), parcel.holdings);
  writeWhole(join(memory, "files"), printHoldings(parcel.holdings));
  const bytes = built.files.reduce((sum, { size }) => sum + size, 0);
  return {
    number: undefined,
    added: addressesOf(added, layout),
    changed: addressesOf(changed, layout),
    gone: addressesOf(gone, layout),
    isServerChanged: false,
    bytesSent: bytes,
    bytesReceived: 0,
    repaired: repaired.map((path) => basename(path)),
  };
}

function readManifest(file: string): Manifest | undefined {
  try {
    return parseManifest(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function readHoldings(file: string, live: Manifest | undefined): ReadonlyMap<string, string> {
  try {
    return (live && parseHoldings(readFileSync(file, "utf8"))) ?? new Map();
  } catch {
    return new Map();
  }
}
