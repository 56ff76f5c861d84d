import {
  isOfDisk
} from "./chunk-UIJ32YZE.js";

// src/build/layout-failure.ts
function layoutFailure(thrown) {
  return isOfDisk(thrown) ? thrown : new Error(`Das Layout ließ sich nicht anwenden. ${reasons(thrown).join(" ")}`);
}
function reasons(thrown) {
  if (!(thrown instanceof Error)) return [String(thrown)];
  const inner = thrown.originalError ?? thrown.cause;
  return [thrown.message, ...inner ? reasons(inner) : []];
}

export {
  layoutFailure
};
