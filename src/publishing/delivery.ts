import { outputFile } from "../addresses.ts";
import type { Loss } from "../build/lost-addresses.ts";
import type { Manifest, ManifestEntry } from "../build/manifest.ts";
import type { Site } from "../content/site.ts";
import type { BuiltSite } from "./built-site.ts";
import type { Compressed } from "./compression.ts";
import type { Package } from "./package.ts";
import type { Place } from "./places.ts";
import type { ServerFile } from "./servers/served.ts";

/** What to publish, and where to. */
export interface PublishOrder {
  site: Site;
  output: string;
  cache: string;
  place: Place;
  /** The programs by which other computers and storages are reached, with their options. */
  ssh: readonly string[];
  rclone: readonly string[];
  /** How many releases stay on a host, the one that is shown among them. */
  keep: number;
  /** True to replace what was changed by hand at the place, or another site. */
  overwrites: boolean;
  /** What the real clock shows (ms). */
  clock: number;
  /** Places that still wait for what the city has to fill in; empty on a demonstration. */
  placeholders: readonly string[];
  /** Asked where addresses would be lost: leaves out those whose loss the content explains (drafts, embargoes, refused texts). */
  excuse: (lost: readonly ManifestEntry[]) => Promise<readonly Loss[]>;
}

/** What a way of publishing is given. */
export interface Delivery extends PublishOrder {
  built: BuiltSite;
  serverFiles: readonly ServerFile[];
  /** A folder of the cache for this place. */
  memory: string;
  /** The folder below which the files of the site lie there; ends on a slash, or is empty. */
  prefix: string;
  compressed: Compressed;
  /** Packs the site for a host that holds it so. */
  pack: (layout: { releases: boolean; isCompressed: boolean }) => Package;
  /** Throws in German where the site that is live may not be replaced by this one. */
  compareWithLive: (live: Manifest | undefined) => Promise<void>;
}

/** What was published: addresses that came anew, changed and went, and what travelled. */
export interface Published {
  /** The release's number, where the host has releases. */
  number: string | undefined;
  added: readonly string[];
  changed: readonly string[];
  gone: readonly string[];
  /** True where what a server is told has changed: some read it only when they are reloaded. */
  isServerChanged: boolean;
  bytesSent: number;
  bytesReceived: number;
  /** What an interrupted publication had left and was put away. */
  repaired: readonly string[];
}

/** Addresses that were published at the place and that the site does not answer any more. */
export class LostAddresses extends Error {
  readonly losses: readonly Loss[];

  constructor(losses: readonly Loss[]) {
    super("Veröffentlichte Adressen gingen verloren.");
    this.losses = losses;
  }
}

/** The folder in which the files of a site lie whose addresses have a path before them. */
export function prefixFolder(prefix: string): string {
  return prefix === "" ? "" : `${prefix.slice(1)}/`;
}

/** The addresses of files, without the compressed ones beside them and what no visitor asks for. */
export function addressesOf(paths: readonly string[], layout: { site: string; prefix: string }): string[] {
  const begin = `${layout.site}${layout.prefix}`;
  return paths.flatMap((path) => {
    if (!path.startsWith(begin) || /\.(br|gz)$/.test(path)) return [];
    return [`/${path.slice(begin.length).replace(/(^|\/)index\.html$/, "$1")}`];
  });
}

/** The file that answers an address in the place's own layout. */
export function placeOf(address: string, layout: { site: string; prefix: string }): string {
  return `${layout.site}${layout.prefix}${outputFile(address)}`;
}
