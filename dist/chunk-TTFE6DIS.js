import {
  dataAddress,
  outputFile
} from "./chunk-2MWZRJQY.js";
import {
  PAGE_KINDS,
  inPieces,
  writePieces
} from "./chunk-N7RXHMIM.js";
import {
  compareText
} from "./chunk-6KULUY2B.js";

// src/build/manifest.ts
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
var MANIFEST_ADDRESS = dataAddress("manifest.json");
function writeManifest(made, output, { name, url }, others = []) {
  const known = new Set(others.length === 0 ? [] : made.map(({ address }) => address));
  const entries = [...made, ...others.filter(({ address }) => !known.has(address))].sort((a, b) => compareText(a.address, b.address));
  const target = join(output, outputFile(MANIFEST_ADDRESS));
  mkdirSync(dirname(target), { recursive: true });
  writePieces(target, pieces());
  function* pieces() {
    yield `{"format":1,"site":${JSON.stringify({ name, url })},"algorithm":"SHA-256","addresses":[`;
    const [first] = entries;
    yield* inPieces(entries, (entry) => {
      const { address, kind, sha256 } = entry;
      return `${entry === first ? "" : ","}
${JSON.stringify({ address, kind, sha256 })}`;
    });
    yield "\n]}\n";
  }
}
function parseManifest(text) {
  try {
    const { format, site, addresses } = JSON.parse(text);
    if (format !== 1 || !Array.isArray(addresses) || !addresses.every(isEntry)) return void 0;
    return { site: isSite(site) ? site : void 0, entries: addresses };
  } catch {
    return void 0;
  }
}
function isEntry(value) {
  const { address, kind, sha256 } = value ?? {};
  const isHash = typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
  return typeof address === "string" && address.startsWith("/") && isHash && PAGE_KINDS.includes(kind);
}
function isSite(value) {
  const { name, url } = value ?? {};
  return typeof name === "string" && typeof url === "string";
}

export {
  MANIFEST_ADDRESS,
  writeManifest,
  parseManifest
};
