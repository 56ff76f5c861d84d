import {
  writeWhole
} from "./chunk-N7RXHMIM.js";
import {
  digest
} from "./chunk-2GZW4RHB.js";

// src/build/cache.ts
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
var SUBJECT = "of";
function cacheFor(cache, kind, subject) {
  return join(cache, kind, digest(resolve(subject)));
}
function keepCache(cache, kind, subject) {
  const own = cacheFor(cache, kind, subject);
  writeWhole(join(own, SUBJECT), resolve(subject));
  for (const name of readdirSync(join(cache, kind))) {
    const folder = join(cache, kind, name);
    if (folder !== own && isOrphan(folder)) rmSync(folder, { recursive: true, force: true });
  }
}
function isOrphan(folder) {
  try {
    return !existsSync(readFileSync(join(folder, SUBJECT), "utf8"));
  } catch {
    return false;
  }
}

export {
  cacheFor,
  keepCache
};
