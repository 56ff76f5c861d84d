import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../addresses.ts";
import type { Loss } from "./lost-addresses.ts";
import { MANIFEST_ADDRESS, type Manifest, type ManifestEntry, type ManifestSite, parseManifest } from "./manifest.ts";

/** How long (ms) a site may take to hand over its manifest. */
const PATIENCE = 30_000;

/** Stands for the address at which the site itself is: what is to be compared with is what visitors see now. */
export const LIVE = "live";

/** What a new site is compared with, and what to tell where that is nothing. */
export interface Comparison {
  entries: readonly ManifestEntry[];
  note: string | undefined;
}

/**
 * Finds what a new site is compared with: the manifest at `previous` (a manifest file, the folder of a site, a site's address, or `live`),
 * else that of the live site. Manifests of another site are not compared. Throws in German when `previous` cannot be had.
 */
export async function comparisonFor(previous: string | undefined, live: Manifest | undefined, site: ManifestSite): Promise<Comparison> {
  const nothing = (note: string) => ({ entries: [], note: `${note} Verglichen wird nichts.` });
  const manifest = previous === undefined ? live : await readPrevious(previous === LIVE ? site.url : previous);
  if (!manifest) {
    const place = previous === undefined ? "In diesem Ordner" : `Unter ${previous}`;
    return nothing(`${place} liegt noch kein Verzeichnis der Adressen: Das ist die erste Veröffentlichung.`);
  }
  const { site: before, entries } = manifest;
  if (before && (before.name !== site.name || before.url !== site.url))
    return nothing(`Die Website davor war eine andere: ${before.name}, ${before.url}.`);
  if (!before && previous === undefined)
    return nothing("Das Verzeichnis der Adressen nennt noch keine Website; vom nächsten Bau an schon.");
  return { entries, note: undefined };
}

/** The addresses of the site that lies in a folder; undefined where none of this name and address does. */
export async function addressesIn(folder: string, site: ManifestSite): Promise<ReadonlySet<string> | undefined> {
  if (!existsSync(join(folder, outputFile(MANIFEST_ADDRESS)))) return undefined;
  const manifest = await readPrevious(folder);
  const isSame = manifest?.site?.name === site.name && manifest.site.url === site.url;
  return isSame ? new Set(manifest.entries.map(({ address }) => address)) : undefined;
}

/**
 * Reads the manifest of the site published before; undefined where a site answers that it has none (404, 410). Throws in German when it
 * cannot be had.
 */
export async function readPrevious(place: string): Promise<Manifest | undefined> {
  const { text, from } = /^https?:\/\//i.test(place) ? await fetchManifest(place) : readManifest(place);
  if (text === undefined) return undefined;
  const manifest = parseManifest(text);
  if (!manifest)
    throw new Error(
      `${from} ist kein Verzeichnis der Adressen, wie dieser Bau es schreibt. ` +
        "Prüfen Sie, ob die Datei vollständig ist. Es wurde nichts geändert.",
    );
  return manifest;
}

/** The lost addresses as lines for a terminal, each with its remedy. */
export function reportLost(losses: readonly Loss[], output: string): string {
  const lines = losses.map(({ address, kind, remedy }) => `${address}  ${NAMES[kind] ?? kind} ginge verloren.\n    ${remedy}`);
  const sum = losses.length === 1 ? "Eine veröffentlichte Adresse ginge" : `${losses.length} veröffentlichte Adressen gingen`;
  const meant = "Soll eine Adresse wirklich verschwinden, nennen Sie sie mit Grund unter forgotten in site.yml.";
  return `${lines.join("\n")}\n\n${sum} verloren: ${output} bleibt, wie es ist. ${meant}`;
}

const NAMES: Partial<Record<Loss["kind"], string>> = {
  release: "Die Meldung",
  version: "Die Sprachfassung",
  edition: "Die frühere Fassung",
  page: "Die Seite",
  file: "Die Datei",
  entry: "Der Eintrag",
  redirect: "Die Weiterleitung",
};

function readManifest(place: string): { text: string; from: string } {
  const from = statSync(place, { throwIfNoEntry: false })?.isDirectory() ? join(place, outputFile(MANIFEST_ADDRESS)) : place;
  try {
    return { text: readFileSync(from, "utf8"), from };
  } catch (thrown) {
    throw new Error(unreachable(from, (thrown as NodeJS.ErrnoException).code));
  }
}

async function fetchManifest(place: string): Promise<{ text: string | undefined; from: string }> {
  const from = place.endsWith(".json") ? place : place.replace(/\/*$/, "") + MANIFEST_ADDRESS;
  try {
    const response = await fetch(from, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.status === 404 || response.status === 410) return { text: undefined, from };
    if (!response.ok) throw new Error(`Antwort ${response.status}`);
    return { text: await response.text(), from };
  } catch (thrown) {
    const { message, cause } = thrown as Error & { cause?: { code?: string } };
    throw new Error(unreachable(from, cause?.code ?? message));
  }
}

function unreachable(from: string, reason: string | undefined): string {
  const remedy = "Geben Sie mit --previous eine manifest.json, den Ordner oder die Adresse der Website an. Es wurde nichts geändert.";
  return `Das Verzeichnis der früheren Adressen ${from} ist nicht zu lesen (${reason}). ${remedy}`;
}
