import {
  writeManifest
} from "./chunk-TTFE6DIS.js";
import {
  outputFile
} from "./chunk-2MWZRJQY.js";
import {
  inPieces,
  writeWhole
} from "./chunk-N7RXHMIM.js";
import {
  sha256
} from "./chunk-2GZW4RHB.js";
import {
  compareText
} from "./chunk-6KULUY2B.js";

// src/build/kept-tree.ts
import { createHash } from "node:crypto";
import { linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
function openTree(tree, live, recordFile) {
  let plan = [];
  return {
    settle: (pages) => {
      const record = readRecord(recordFile);
      const same = /* @__PURE__ */ new Map();
      for (const { address, fingerprint } of pages) {
        const path = outputFile(address);
        const line = record.get(path);
        if (line?.startsWith(`${fingerprint}	`)) same.set(path, line);
      }
      restore(tree, live, same);
      plan = pages.map((page) => ({ page, line: same.get(outputFile(page.address)) ?? "" }));
      return plan.map(({ line }) => line === "");
    },
    finish: (site, made, others) => {
      for (const entry of plan) entry.line ||= lineOf(entry.page, made.get(outputFile(entry.page.address)));
      plan.sort((a, b) => compareText(a.page.address, b.page.address));
      const entries = plan.map(({ page: { address, kind }, line }) => ({ address, kind, sha256: line.split("	", 2)[1] ?? "" }));
      writeManifest(entries, tree, site, others);
      writeRecord(recordFile, plan);
    }
  };
}
function stateOf(path) {
  return stateIn(lstatSync(path));
}
function stateIn({ size, mtimeMs, ino }) {
  return `${size}	${mtimeMs}	${ino}`;
}
function lineOf({ address, fingerprint }, file) {
  if (!file || file.state.startsWith("0	")) throw new Error(`Die Seite ${address} fehlt nach dem Bau oder ist leer.`);
  return `${fingerprint}	${file.sha256}	${file.state}`;
}
var FORMAT = "stadtchronik-record-2";
function readRecord(file) {
  const record = /* @__PURE__ */ new Map();
  try {
    const text = readFileSync(file, "utf8");
    const end = text.lastIndexOf("\n") + 1;
    if (text.slice(end) !== `${FORMAT} ${sha256(text.slice(0, end))}`) return record;
    for (const line of text.slice(0, end - 1).split("\n")) {
      const at = line.indexOf("	");
      record.set(line.slice(0, at), line.slice(at + 1));
    }
  } catch {
  }
  return record;
}
function writeRecord(file, plan) {
  const hash = createHash("sha256");
  writeWhole(file, function* () {
    for (const piece of inPieces(plan, ({ page, line }) => `${outputFile(page.address)}	${line}
`)) {
      hash.update(piece);
      yield piece;
    }
    yield `${FORMAT} ${hash.digest("hex")}`;
  });
}
function restore(tree, live, same) {
  const present = /* @__PURE__ */ new Set();
  const isSame = (file, line) => {
    const found = line === void 0 ? void 0 : lstatSync(file, { throwIfNoEntry: false });
    return found?.isFile() && found.size > 0 && line?.endsWith(`	${stateIn(found)}`);
  };
  mkdirSync(tree, { recursive: true });
  if (same.size === 0) for (const name of readdirSync(tree)) rmSync(join(tree, name), { recursive: true, force: true });
  else keepIn("");
  const folders = /* @__PURE__ */ new Set();
  for (const [path, line] of same) {
    if (present.has(path)) continue;
    const target = join(tree, path);
    const folder = dirname(target);
    if (!isSame(join(live, path), line)) same.delete(path);
    else {
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      if (!link(join(live, path), target)) same.delete(path);
    }
  }
  function keepIn(folder) {
    let isLeft = false;
    for (const entry of readdirSync(join(tree, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (keepIn(path)) isLeft = true;
        else rmdirSync(join(tree, path));
      } else if (isSame(join(tree, path), same.get(path))) {
        present.add(path);
        isLeft = true;
      } else unlinkSync(join(tree, path));
    }
    return isLeft;
  }
}
function link(source, target) {
  try {
    linkSync(source, target);
    return true;
  } catch (thrown) {
    const { code } = thrown;
    if (code === "ENOSPC" || code === "EDQUOT") throw thrown;
    return false;
  }
}

export {
  openTree,
  stateOf
};
