import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../addresses.ts";
import type { Loss } from "./lost-addresses.ts";
import { MANIFEST_ADDRESS, type ManifestEntry, parseManifest } from "./manifest.ts";

/** How long (ms) a site may take to hand over its manifest. */
const PATIENCE = 30_000;

/**
 * Reads the manifest of the site published before: a manifest file, the folder of a site, or a site's address. Throws in German when it
 * cannot be had.
 */
export async function readPrevious(place: string): Promise<ManifestEntry[]> {
  const { text, from } = /^https?:\/\//i.test(place) ? await fetchManifest(place) : readManifest(place);
  const entries = parseManifest(text);
  if (!entries)
    throw new Error(
      `${from} ist kein Verzeichnis der Adressen, wie dieser Bau es schreibt. ` +
        "Prüfen Sie, ob die Datei vollständig ist. Es wurde nichts geändert.",
    );
  return entries;
}

/** The lost addresses as lines for a terminal, each with its remedy. */
export function reportLost(losses: readonly Loss[], output: string): string {
  const lines = losses.map(({ address, kind, remedy }) => `${address}  ${NAMES[kind] ?? kind} ginge verloren.\n    ${remedy}`);
  const sum = losses.length === 1 ? "Eine veröffentlichte Adresse ginge" : `${losses.length} veröffentlichte Adressen gingen`;
  return `${lines.join("\n")}\n\n${sum} verloren: ${output} bleibt, wie es ist.`;
}

const NAMES: Partial<Record<Loss["kind"], string>> = {
  release: "Die Meldung",
  version: "Die Sprachfassung",
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

async function fetchManifest(place: string): Promise<{ text: string; from: string }> {
  const from = place.endsWith(".json") ? place : place.replace(/\/*$/, "") + MANIFEST_ADDRESS;
  try {
    const response = await fetch(from, { signal: AbortSignal.timeout(PATIENCE) });
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
