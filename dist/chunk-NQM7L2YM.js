// src/software.ts
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
var SOFTWARE = resolve(import.meta.dirname, "..");
function readPackage(root = SOFTWARE) {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

export {
  SOFTWARE,
  readPackage
};
