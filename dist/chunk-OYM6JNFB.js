import {
  MANIFEST_ADDRESS,
  parseManifest
} from "./chunk-TTFE6DIS.js";
import {
  outputFile
} from "./chunk-2MWZRJQY.js";

// src/build/previous.ts
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
var PATIENCE = 3e4;
async function comparisonFor(previous, live, site) {
  const nothing = (note) => ({ entries: [], note: `${note} Verglichen wird nichts.` });
  const manifest = previous === void 0 ? live : await readPrevious(previous);
  if (!manifest) {
    const place = previous === void 0 ? "In diesem Ordner" : `Unter ${previous}`;
    return nothing(`${place} liegt noch kein Verzeichnis der Adressen: Das ist die erste Veröffentlichung.`);
  }
  const { site: before, entries } = manifest;
  if (before && (before.name !== site.name || before.url !== site.url))
    return nothing(`Die Website davor war eine andere: ${before.name}, ${before.url}.`);
  if (!before && previous === void 0)
    return nothing("Das Verzeichnis der Adressen nennt noch keine Website; vom nächsten Bau an schon.");
  return { entries, note: void 0 };
}
async function readPrevious(place) {
  const { text, from } = /^https?:\/\//i.test(place) ? await fetchManifest(place) : readManifest(place);
  if (text === void 0) return void 0;
  const manifest = parseManifest(text);
  if (!manifest)
    throw new Error(
      `${from} ist kein Verzeichnis der Adressen, wie dieser Bau es schreibt. Prüfen Sie, ob die Datei vollständig ist. Es wurde nichts geändert.`
    );
  return manifest;
}
function reportLost(losses, output) {
  const lines = losses.map(({ address, kind, remedy }) => `${address}  ${NAMES[kind] ?? kind} ginge verloren.
    ${remedy}`);
  const sum = losses.length === 1 ? "Eine veröffentlichte Adresse ginge" : `${losses.length} veröffentlichte Adressen gingen`;
  const meant = "Soll eine Adresse wirklich verschwinden, nennen Sie sie mit Grund unter forgotten in site.yml.";
  return `${lines.join("\n")}

${sum} verloren: ${output} bleibt, wie es ist. ${meant}`;
}
var NAMES = {
  release: "Die Meldung",
  version: "Die Sprachfassung",
  page: "Die Seite",
  file: "Die Datei",
  entry: "Der Eintrag",
  redirect: "Die Weiterleitung"
};
function readManifest(place) {
  const from = statSync(place, { throwIfNoEntry: false })?.isDirectory() ? join(place, outputFile(MANIFEST_ADDRESS)) : place;
  try {
    return { text: readFileSync(from, "utf8"), from };
  } catch (thrown) {
    throw new Error(unreachable(from, thrown.code));
  }
}
async function fetchManifest(place) {
  const from = place.endsWith(".json") ? place : place.replace(/\/*$/, "") + MANIFEST_ADDRESS;
  try {
    const response = await fetch(from, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.status === 404 || response.status === 410) return { text: void 0, from };
    if (!response.ok) throw new Error(`Antwort ${response.status}`);
    return { text: await response.text(), from };
  } catch (thrown) {
    const { message, cause } = thrown;
    throw new Error(unreachable(from, cause?.code ?? message));
  }
}
function unreachable(from, reason) {
  const remedy = "Geben Sie mit --previous eine manifest.json, den Ordner oder die Adresse der Website an. Es wurde nichts geändert.";
  return `Das Verzeichnis der früheren Adressen ${from} ist nicht zu lesen (${reason}). ${remedy}`;
}

export {
  comparisonFor,
  readPrevious,
  reportLost
};
