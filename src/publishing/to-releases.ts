import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST_ADDRESS, type Manifest, parseManifest } from "../build/manifest.ts";
import { sha256 } from "../disk/digest.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { some } from "./built-site.ts";
import { addressesOf, type Delivery, type Published, placeOf } from "./delivery.ts";
import { apply, type Found, fetchFiles, inspect, nameOf, type ReleasePlace, tidy } from "./hosts/release-host.ts";
import { compareHoldings, type Holdings, parseHoldings, printHoldings } from "./package.ts";

/** Publishes to a folder or an SSH host: a new release beside the live one, then a symbolic link is switched. */
export async function toReleases(delivery: Delivery): Promise<Published> {
  const { place, ssh, keep, overwrites, built, memory, clock } = delivery;
  const at: ReleasePlace =
    place.kind === "ssh"
      ? { folder: place.folder, host: place.host, ssh }
      : { folder: (place as { folder: string }).folder, host: undefined, ssh };
  const found = await inspect(at);
  refuseWrongClock(at, found.clock, clock);
  if (found.touched.length > 0 && !overwrites)
    throw new Error(
      `${nameOf(at)} wurde seit der letzten Veröffentlichung von Hand geändert: ${some(found.touched)}. ` +
        "Holen Sie die Änderung in Ihre Dateien; soll sie überschrieben werden, ergänzen Sie --overwrite. Es wurde nichts geändert.",
    );
  const layout = { site: "site/", prefix: delivery.prefix };
  const live = await readLive(at, found, memory, placeOf(MANIFEST_ADDRESS, layout));
  await delivery.compareWithLive(live.manifest);
  const isTakenOver = found.touched.length === 0;
  const parcel = delivery.pack({ releases: true, isCompressed: true });
  const { added, changed, gone } = compareHoldings(isTakenOver ? live.holdings : new Map(), parcel.holdings);
  const isSame = added.length + changed.length + gone.length === 0;
  if (isSame && found.current !== undefined) {
    // Killed after the switch: there is nothing to publish, but something to put away.
    const repaired = found.rests.length > 0 ? await tidy(at) : [];
    return { ...NOTHING, number: found.current, bytesReceived: live.bytes, repaired };
  }
  const number = String(Math.max(0, ...found.releases.map(Number)) + 1).padStart(6, "0");
  const staging = join(memory, "package");
  const sent = [...added, ...changed];
  await parcel.lay(sent, join(staging, "package"));
  const holdings = printHoldings(parcel.holdings);
  writeFileSync(join(staging, "package", "files"), holdings);
  const info = { number, published: new Date(clock).toISOString(), site: built.manifest.site };
  writeFileSync(join(staging, "package", "info"), `${JSON.stringify(info, null, 2)}\n`);
  const sums = [...sent, "files", "info"].map((path) => `${sha256(readFileSync(join(staging, "package", path)))}  ${path}\n`);
  writeFileSync(join(staging, "sums"), sums.join(""));
  writeFileSync(join(staging, "gone"), [...changed, ...gone].map((path) => `${path}\0`).join(""));
  writeFileSync(join(staging, "complete"), "");
  const applied = await apply(at, staging, { expected: found.current ?? "", number, keep, takesOver: isTakenOver });
  rmSync(staging, { recursive: true, force: true });
  delivery.compressed.forget(live.holdings.values(), new Set(parcel.holdings.values()));
  remember(memory, holdings, readFileSync(join(built.folder, "daten/manifest.json"), "utf8"));
  return {
    number,
    added: addressesOf(added, layout),
    changed: addressesOf(changed, layout),
    gone: addressesOf(gone, layout),
    isServerChanged: [...added, ...changed, ...gone].some((path) => path.startsWith("server/")),
    bytesSent: applied.sent,
    bytesReceived: live.bytes,
    repaired: applied.repaired,
  };
}

/** What is told where nothing had to be published. */
const NOTHING: Published = {
  number: undefined,
  added: [],
  changed: [],
  gone: [],
  isServerChanged: false,
  bytesSent: 0,
  bytesReceived: 0,
  repaired: [],
};

/** So far (ms) two clocks may differ. */
const CLOCKS_APART = 10 * 60_000;

/** An embargo ends by the clock of whoever builds; that of the host is the only other one to be had. */
function refuseWrongClock(at: ReleasePlace, there: number, here: number): void {
  if (!(Math.abs(there - here) > CLOCKS_APART)) return;
  const say = (moment: number) => new Date(moment).toISOString().slice(0, 16).replace("T", " ");
  throw new Error(
    `Eine Uhr geht falsch: Hier ist es ${say(here)} UTC, bei ${nameOf(at)} ${say(there)} UTC. Sperrfristen enden nach der Uhr: ` +
      "Stellen Sie sie, und bauen Sie noch einmal. Es wurde nichts geändert.",
  );
}

interface Live {
  holdings: Holdings;
  manifest: Manifest | undefined;
  bytes: number;
}

/** What the live release holds: as it was kept from the last publication, where it still is that one, else as the host says. */
async function readLive(at: ReleasePlace, { current, files }: Found, memory: string, manifestPath: string): Promise<Live> {
  if (current === undefined || files === undefined) return { holdings: new Map(), manifest: undefined, bytes: 0 };
  const kept = recall(memory, files);
  if (kept) return { ...kept, bytes: 0 };
  const listed = await fetchFiles(at, ["files"]);
  const holdings = parseHoldings(listed.content.toString("utf8"));
  if (!holdings || sha256(listed.content) !== files)
    throw new Error(
      `${nameOf(at)}: Die Liste der Dateien (current/files) ist beschädigt. Mit --rollback kommt eine frühere Veröffentlichung zurück.`,
    );
  if (!holdings.has(manifestPath)) return { holdings, manifest: undefined, bytes: listed.bytes };
  const fetched = await fetchFiles(at, [manifestPath]);
  const manifest = parseManifest(fetched.content.toString("utf8"));
  if (!manifest || !sha256(fetched.content).startsWith(holdings.get(manifestPath) ?? "-"))
    throw new Error(
      `${nameOf(at)}: Das Verzeichnis der Adressen (daten/manifest.json) ist beschädigt; ` +
        "was verloren ginge, ließe sich nicht sagen. " +
        "Mit --rollback kommt eine frühere Veröffentlichung zurück; mit --overwrite wird nicht verglichen. Es wurde nichts geändert.",
    );
  return { holdings, manifest, bytes: listed.bytes + fetched.bytes };
}

function recall(memory: string, files: string): Omit<Live, "bytes"> | undefined {
  try {
    const holdings = readFileSync(join(memory, "files"));
    const text = readFileSync(join(memory, "manifest.json"), "utf8");
    const [sum, manifestSum] = readFileSync(join(memory, "sums"), "utf8").split(" ");
    if (sha256(holdings) !== files || sum !== files || sha256(text) !== manifestSum) return undefined;
    const parsed = parseHoldings(holdings.toString("utf8"));
    const manifest = parseManifest(text);
    return parsed && manifest ? { holdings: parsed, manifest } : undefined;
  } catch {
    return undefined;
  }
}

function remember(memory: string, holdings: string, manifest: string): void {
  writeWhole(join(memory, "files"), holdings);
  writeWhole(join(memory, "manifest.json"), manifest);
  writeWhole(join(memory, "sums"), `${sha256(holdings)} ${sha256(manifest)}`);
}
