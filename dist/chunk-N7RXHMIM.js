// src/disk/whole-file.ts
import { closeSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
function writeWhole(file, content) {
  const part = `${file}.${process.pid}.part`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (typeof content === "function") writePieces(part, content());
    else writeFileSync(part, content);
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
function writePieces(file, pieces) {
  const target = openSync(file, "w");
  try {
    for (const piece of pieces) writeFileSync(target, piece);
  } finally {
    closeSync(target);
  }
}
var PIECE = 5e3;
function* inPieces(values, print) {
  let lines = [];
  for (const value of values) {
    if (lines.push(print(value)) < PIECE) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}
function isAbandoned(name) {
  const pid = Number(/\.(\d+)\.part$/.exec(name)?.[1]);
  return pid > 0 && !isRunning(pid);
}
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown.code === "EPERM";
  }
}

// src/site/pages.ts
var PAGE_KINDS = ["release", "version", "page", "file", "entry", "list", "feed", "data", "redirect", "asset"];
function textPage(page) {
  return page;
}
function jsonPage(address, kind, value) {
  return textPage({ address, kind, from: value, print: printJson });
}
function printJson(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}
function textOf({ from, print }) {
  return print(from);
}
function isView(page) {
  return "layout" in page;
}
function isText(page) {
  return "print" in page;
}
function isPicture(page) {
  return "rendition" in page;
}

export {
  writeWhole,
  writePieces,
  inPieces,
  isAbandoned,
  isRunning,
  PAGE_KINDS,
  textPage,
  jsonPage,
  textOf,
  isView,
  isText,
  isPicture
};
