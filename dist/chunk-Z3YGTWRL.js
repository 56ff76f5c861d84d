import {
  WrongCall
} from "./chunk-DMPDBQ4H.js";

// src/commands/settings.ts
import { isAbsolute, relative, resolve } from "node:path";
var MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
function readSettings(environment) {
  const written = environment.NOW;
  const now = written === void 0 || written === "" ? Date.now() : MOMENT.test(written) ? Date.parse(written) : Number.NaN;
  if (!Number.isFinite(now))
    throw new WrongCall(
      `NOW=${written} (--now) ist kein Zeitpunkt mit Zeitzone. Schreiben Sie zum Beispiel NOW=2017-12-01T08:00:00+01:00.`
    );
  return {
    content: folder(environment.CONTENT, "content"),
    output: folder(environment.OUTPUT, "_site"),
    cache: folder(environment.CACHE, ".cache"),
    now
  };
}
function folder(written, standard) {
  const absolute = resolve(written === void 0 || written === "" ? standard : written);
  const short = relative("", absolute);
  return short === "" || short.startsWith("..") || isAbsolute(short) ? absolute : short;
}

export {
  readSettings
};
