import { isAbsolute, relative, resolve } from "node:path";

/** The package's root, from which relative paths are counted. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** What the environment says of a build. Folders are relative to the root where they lie below it, so that messages stay short. */
export interface Settings {
  content: string;
  output: string;
  cache: string;
  now: number;
}

/** Reads `CONTENT`, `OUTPUT`, `CACHE` and `NOW`; throws in German when `NOW` is no point in time. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const written = environment.NOW;
  const now = written === undefined || written === "" ? Date.now() : Date.parse(written);
  if (!Number.isFinite(now)) throw new Error(`NOW=${written} ist kein Zeitpunkt. Schreiben Sie zum Beispiel NOW=2017-12-01T08:00:00+01:00.`);
  return {
    content: folder(environment.CONTENT, "content"),
    output: folder(environment.OUTPUT, "_site"),
    cache: folder(environment.CACHE, ".cache"),
    now,
  };
}

function folder(written: string | undefined, standard: string): string {
  const absolute = resolve(ROOT, written === undefined || written === "" ? standard : written);
  const short = relative(ROOT, absolute);
  return short === "" || short.startsWith("..") || isAbsolute(short) ? absolute : short;
}
