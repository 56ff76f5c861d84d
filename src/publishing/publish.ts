import { join } from "node:path";
import { cacheFor, keepCache } from "../build/cache.ts";
import { findLost } from "../build/lost-addresses.ts";
import type { Manifest } from "../build/manifest.ts";
import { holdOutput } from "../build/output.ts";
import type { Site } from "../content/site.ts";
import { digest } from "../disk/digest.ts";
import { formPolicy } from "../site/hosting/policy.ts";
import { type BuiltSite, readBuiltSite } from "./built-site.ts";
import { openCompressed } from "./compression.ts";
import { LostAddresses, type Published, type PublishOrder, prefixFolder } from "./delivery.ts";
import { pack } from "./package.ts";
import type { Served, ServerFile } from "./servers/served.ts";
import { overLimits, TARGETS } from "./targets.ts";
import { toFolder } from "./to-folder.ts";
import { toReleases } from "./to-releases.ts";
import { toStorage } from "./to-storage.ts";

/**
 * Publishes a built site; throws in German where anything speaks against it, and then nothing is changed. Nobody builds into the same
 * folder meanwhile, nor publishes from it.
 */
export async function publish(order: PublishOrder): Promise<Published> {
  const release = holdOutput(order.output, order.clock);
  try {
    return await publishHeld(order);
  } finally {
    release();
  }
}

async function publishHeld(order: PublishOrder): Promise<Published> {
  const { site, output, cache, place, placeholders } = order;
  if (placeholders.length > 0)
    throw new Error(
      `Noch nicht ausgefüllt: ${placeholders.join(", ")}. Tragen Sie die Angaben ein und bauen Sie noch einmal, ` +
        "oder setzen Sie demonstration: true in site.yml. Veröffentlicht wurde nichts.",
    );
  const built = readBuiltSite(output, join(cacheFor(cache, "outputs", output), "verified"));
  const { name, url } = built.manifest.site;
  if (name !== site.name || url !== site.url)
    throw new Error(
      `${output} wurde mit anderen Einstellungen gebaut (${name}, ${url}). Bauen Sie noch einmal. Veröffentlicht wurde nichts.`,
    );
  const served = servedBy(site, built);
  const target = site.target && TARGETS[site.target];
  const serverFiles = target?.serverFiles(served) ?? [];
  const own = isOwn(order);
  const leavesOut = pagesReplaced(site, built, serverFiles);
  if (site.target) refuseOverLimits(site, built, serverFiles, leavesOut);
  keepCache(cache, "outputs", output);
  const prefix = target?.addsPrefix || place.kind === "rclone" ? "" : prefixFolder(served.prefix);
  const compressed = openCompressed(join(cache, "compressed"));
  const deliver = place.kind === "rclone" ? toStorage : own ? toReleases : toFolder;
  return deliver({
    ...order,
    built,
    serverFiles,
    memory: join(cache, "places", digest(JSON.stringify(place))),
    prefix,
    compressed,
    pack: ({ releases, isCompressed }) =>
      pack(
        built,
        serverFiles,
        {
          site: releases ? "site/" : "",
          server: releases ? "server/" : "",
          prefix,
          isCompressed: isCompressed && (target?.sendsCompressed ?? true),
          leavesOut,
        },
        compressed,
      ),
    compareWithLive: (live) => compareWithLive(live, built, order),
  });
}

/** True where the place is a server's disk, on which releases can be switched. */
export function isOwn({ place, site }: Pick<PublishOrder, "place" | "site">): boolean {
  return place.kind === "ssh" || (place.kind === "folder" && (site.target === undefined || TARGETS[site.target].isOwnServer));
}

function servedBy(site: Site, { rules }: BuiltSite): Served {
  const { host, pathname, protocol } = new URL(site.url);
  return {
    prefix: pathname.replace(/\/+$/, ""),
    host,
    isHttps: protocol === "https:",
    rules,
    forgotten: site.forgotten,
    formPolicy: formPolicy(site),
  };
}

/**
 * On GitLab Pages a page wins over a rule: so the pages that lead on by themselves stay away where rules can do it better, with the status
 * of a permanent redirect. Where these would be too many the pages do it.
 */
function pagesReplaced({ target }: Site, { files }: BuiltSite, serverFiles: readonly ServerFile[]): (path: string) => boolean {
  if (target !== "gitlab-pages" || overLimits(target, { files: 0, bytes: 0, largest: undefined, serverFiles }).length > 0)
    return () => false;
  const pages = new Set(files.flatMap(({ path, kind }) => (kind === "redirect" ? [path] : [])));
  return (path) => pages.has(path);
}

function refuseOverLimits(
  { target }: Site,
  { files }: BuiltSite,
  serverFiles: readonly ServerFile[],
  leavesOut: (path: string) => boolean,
): void {
  if (!target) return;
  const sent = files.filter(({ path }) => !leavesOut(path));
  const [largest] = [...sent].sort((a, b) => b.size - a.size);
  const faults = overLimits(target, {
    files: sent.length + serverFiles.length,
    bytes: sent.reduce((sum, { size }) => sum + size, 0),
    largest,
    serverFiles,
  });
  if (faults.length > 0) throw new Error(`${faults.join("\n")}\nVeröffentlicht wurde nichts.`);
}

async function compareWithLive(live: Manifest | undefined, built: BuiltSite, { site, excuse, overwrites }: PublishOrder): Promise<void> {
  if (!live) return;
  if (live.site && (live.site.name !== site.name || live.site.url !== site.url)) {
    if (overwrites) return;
    throw new Error(
      `Dort liegt eine andere Website: ${live.site.name}, ${live.site.url}. ` +
        "Prüfen Sie --to; soll sie ersetzt werden, ergänzen Sie --overwrite. Veröffentlicht wurde nichts.",
    );
  }
  const pages = [
    ...built.manifest.entries,
    ...built.rules.flatMap(({ host, from, to }) =>
      host === undefined && to !== undefined ? [{ address: decodeURI(from), alias: undefined }] : [],
    ),
  ];
  const releases = built.rules.flatMap(({ from, to }) => (to === undefined ? [{ address: from, withdrawn: WITHDRAWN }] : []));
  const lost = findLost(live.entries, pages, { releases, site }, { refused: [], waiting: [] });
  if (lost.length === 0) return;
  const addresses = new Set(lost.map(({ address }) => address));
  const losses = await excuse(live.entries.filter(({ address }) => addresses.has(address)));
  if (losses.length > 0) throw new LostAddresses(losses);
}

/** Only that it is there counts. */
const WITHDRAWN = { date: undefined as never, reason: "", hidesTitle: false };
