import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFile } from "../addresses.ts";
import { CHECKSUMS, parseChecksums, SIGNATURE } from "../build/checksums.ts";
import { MANIFEST_ADDRESS, parseManifest } from "../build/manifest.ts";
import { sha256 } from "../disk/digest.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { some } from "./built-site.ts";
import { addressesOf, type Delivery, type Published } from "./delivery.ts";
import { COMING, listObjects, readObject, remove, type Storage, stepsOf, upload } from "./hosts/object-storage.ts";
import { compareHoldings, type Holdings } from "./package.ts";

const SUMS = outputFile(CHECKSUMS);

/** Publishes to a storage that cannot rename: what pages refer to, then pages, then what is gone; each file comes as a whole. */
export async function toStorage(delivery: Delivery): Promise<Published> {
  const { place, rclone, built, memory, overwrites } = delivery;
  const storage: Storage = { remote: (place as { remote: string }).remote, rclone };
  const objects = await listObjects(storage);
  const read = async (path: string) => (objects.has(path) ? await readObject(storage, path) : undefined);
  const [sums, coming] = [await read(SUMS), await read(COMING)];
  const live = parse(sums, storage);
  for (const [path, content] of [[SUMS, sums] as const, [outputFile(SIGNATURE), await read(outputFile(SIGNATURE))] as const])
    if (content) live.set(path, sha256(content).slice(0, 32));
  const begun = coming ? (parseChecksums(coming.toString("utf8")) ?? []) : [];
  const manifest = await read(outputFile(MANIFEST_ADDRESS));
  const parsed = manifest && parseManifest(manifest.toString("utf8"));
  if (manifest && !parsed && !coming && !overwrites)
    throw new Error(
      `${storage.remote}: Das Verzeichnis der Adressen (daten/manifest.json) ist beschädigt; ` +
        "was verloren ginge, ließe sich nicht sagen. " +
        "Mit --overwrite wird nicht verglichen. Es wurde nichts geändert.",
    );
  if (objects.size > 0 && !sums && !coming && !overwrites)
    throw new Error(
      `${storage.remote} enthält etwas, das nicht von hier stammt. Nehmen Sie einen leeren Ordner. Es wurde nichts geändert.`,
    );
  await delivery.compareWithLive(parsed);
  const parcel = delivery.pack({ releases: false, isCompressed: false });
  const have = holdingsOf(live, begun, objects);
  const difference = compareHoldings(have, parcel.holdings);
  const sizes = new Map(built.files.map(({ path, size }) => [path, size]));
  // What should be there as it was, and is not. How large a file was that is to change, only the last publication from here knows.
  const known = recallSizes(memory, sums);
  const touched = [...live].flatMap(([path, key]) => {
    const size = known?.get(path) ?? (parcel.holdings.get(path) === key ? sizes.get(path) : objects.get(path));
    return begun.length === 0 && objects.get(path) !== size ? [path] : [];
  });
  if (touched.length > 0 && !overwrites)
    throw new Error(
      `${storage.remote} wurde seit der letzten Veröffentlichung von Hand geändert: ${some(touched)}. ` +
        "Holen Sie die Änderung in Ihre Dateien; soll sie überschrieben werden, ergänzen Sie --overwrite. Es wurde nichts geändert.",
    );
  const paths = [...new Set([...difference.added, ...difference.changed, ...touched.filter((path) => parcel.holdings.has(path))])];
  const folder = join(memory, "package");
  await parcel.lay(paths, folder);
  if (paths.length + difference.gone.length > 0) {
    const announced = join(folder, COMING);
    mkdirSync(dirname(announced), { recursive: true });
    copyFileSync(join(built.folder, SUMS), announced);
    await upload(storage, folder, [COMING], memory);
    for (const step of stepsOf(paths)) await upload(storage, folder, step, memory);
    await remove(storage, [...difference.gone, COMING], memory);
  }
  rememberSizes(memory, readFileSync(join(built.folder, SUMS)), sizes);
  rmSync(folder, { recursive: true, force: true });
  const layout = { site: "", prefix: "" };
  return {
    number: undefined,
    added: addressesOf(difference.added, layout),
    changed: addressesOf([...new Set([...difference.changed, ...touched])], layout),
    gone: addressesOf(difference.gone, layout),
    isServerChanged: false,
    bytesSent: paths.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0),
    bytesReceived: (sums?.length ?? 0) + (manifest?.length ?? 0),
    repaired: coming ? ["eine unterbrochene Veröffentlichung"] : [],
  };
}

function parse(sums: Buffer | undefined, { remote }: Storage): Map<string, string> {
  const parsed = sums ? parseChecksums(sums.toString("utf8")) : [];
  if (!parsed)
    throw new Error(`${remote}: Die Liste der Prüfsummen (${SUMS}) ist beschädigt. Löschen Sie sie dort; dann wird alles neu übertragen.`);
  return new Map(parsed.map(({ path, sha256: sum }) => [path, sum.slice(0, 32)]));
}

function recallSizes(memory: string, sums: Buffer | undefined): Map<string, number> | undefined {
  try {
    const kept = JSON.parse(readFileSync(join(memory, "sizes.json"), "utf8")) as { sums: string; sizes: [string, number][] };
    return sums && kept.sums === sha256(sums) ? new Map(kept.sizes) : undefined;
  } catch {
    return undefined;
  }
}

function rememberSizes(memory: string, sums: Buffer, sizes: ReadonlyMap<string, number>): void {
  writeWhole(join(memory, "sizes.json"), JSON.stringify({ sums: sha256(sums), sizes: [...sizes] }));
}

/**
 * What is there: of files that an interrupted publication may have replaced nobody knows which they are; of others what the sums say. Files
 * that neither names are not ours.
 */
function holdingsOf(live: Holdings, begun: readonly { path: string; sha256: string }[], objects: ReadonlyMap<string, number>): Holdings {
  const have = new Map<string, string>();
  const announced = new Map(begun.map(({ path, sha256: sum }) => [path, sum.slice(0, 32)]));
  for (const path of objects.keys()) {
    const known = live.get(path);
    const next = announced.get(path);
    if (known !== undefined || next !== undefined) have.set(path, begun.length > 0 && next !== known ? "unknown" : (known ?? "unknown"));
  }
  return have;
}
