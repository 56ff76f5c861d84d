import {
  globalsOf
} from "./chunk-O6P2YX3Q.js";
import {
  PICTURE_RECIPE
} from "./chunk-NTV4CEF6.js";
import {
  filesBelow,
  layoutFiles,
  layoutFolders
} from "./chunk-2MWZRJQY.js";
import {
  SOFTWARE
} from "./chunk-NQM7L2YM.js";
import {
  isPicture,
  isText,
  isView
} from "./chunk-N7RXHMIM.js";
import {
  digest
} from "./chunk-2GZW4RHB.js";
import {
  compareText
} from "./chunk-6KULUY2B.js";

// src/build/fingerprints.ts
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
var LOCKS = ["package-lock.json", "package.json"];
function fingerprintProgram() {
  const lock = LOCKS.find((name) => existsSync(name));
  const libraries = lock === void 0 ? "" : digest(readFileSync(lock));
  return digest([process.version, true ? "0.2.0 b085deb1176016a78306139c45e2f9ac" : fingerprintSources(), libraries].join(" "));
}
function fingerprintSources() {
  const modules = filesBelow(join(SOFTWARE, "src")).filter((path) => path.endsWith(".ts"));
  return digest(
    [".eleventy.ts", ...modules.map((path) => `src/${path}`)].map((path) => digest(readFileSync(join(SOFTWARE, path)))).join(" ")
  );
}
function createFingerprints(archive, program) {
  const texts = layoutFolders().flatMap((folder) => filesBelow(join(folder, "texts")).map((path) => join(folder, "texts", path)));
  const words = texts.map((file) => digest(readFileSync(file)));
  const code = digest([program, ...words].join(" "));
  const globals = digest(JSON.stringify([code, globalsOf(archive)]));
  const layouts = new Map(Array.from(fingerprintLayouts(), ([layout, source]) => [layout, digest(`${globals} ${source}`)]));
  const describe = createDescriptions(archive);
  return (page) => {
    if (isView(page)) return digest(`${layouts.get(page.layout)} ${describe(page)}`);
    if (isText(page)) return digest(`${code} ${describe(page.from)}`);
    if (isPicture(page)) return digest(`${PICTURE_RECIPE} ${page.digest} ${page.rendition.width} ${page.rendition.format}`);
    return digest(`file ${page.digest ?? digest(readFileSync(page.source))}`);
  };
}
function fingerprintArchive(archive) {
  const { releases, versions, pages, files, registers } = archive;
  const texts = [...releases, ...versions].map(({ address, fileDigest, state, approvedComments }) => [
    address,
    fileDigest,
    state,
    approvedComments
  ]);
  const entries = Object.values(registers).map((register) => [...register.values()]);
  return digest(JSON.stringify([texts, pages, files, entries, globalsOf(archive)]));
}
function createDescriptions({ releases, versions, registers, context }) {
  const shared = /* @__PURE__ */ new WeakMap();
  for (const one of [...releases, ...versions, context, ...Object.values(registers).flatMap((register) => [...register.values()])])
    shared.set(one, "");
  return describe;
  function describe(value) {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    const known = shared.get(value);
    if (known) return known;
    if (known === "") {
      const made = digest(JSON.stringify({ ...value, path: void 0 }));
      shared.set(value, made);
      return made;
    }
    if (Array.isArray(value)) return `[${value.map(describe).join()}]`;
    let text = "{";
    for (const key of Object.keys(value)) text += `${key}:${describe(value[key])},`;
    return `${text}}`;
  }
}
function fingerprintLayouts() {
  const fingerprints = /* @__PURE__ */ new Map();
  const files = [...layoutFiles()].filter(([path]) => path.endsWith(".njk"));
  const sources = new Map(files.map(([path, file]) => [path, readFileSync(file, "utf8")]));
  for (const name of sources.keys()) {
    if (name.includes("/")) continue;
    const drawn = /* @__PURE__ */ new Set([name]);
    for (const file of drawn)
      for (const [, other = ""] of sources.get(file)?.matchAll(/{%-?\s*(?:extends|from|import|include)\s+"([^"]+)"/g) ?? [])
        drawn.add(other);
    const all = [...drawn].sort(compareText).map((file) => `${file}
${sources.get(file)}`);
    fingerprints.set(name.slice(0, -".njk".length), digest(all.join("\n")));
  }
  return fingerprints;
}

export {
  fingerprintProgram,
  fingerprintSources,
  createFingerprints,
  fingerprintArchive,
  fingerprintLayouts
};
