import { isAbsolute, relative, resolve } from "node:path";
import { WrongCall } from "./command.ts";

// Pagefind reads it from the environment alone: pieces of an index so small that a search loads little (its own are ten times as large).
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = "2000";

/** The number in the address of the preview, unless it is told otherwise. */
export const PREVIEW_PORT = "8080";

/** A moment that is the same on every computer: with an offset from UTC (RFC 3339). */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** What the environment says of a build. Folders are relative to the working folder where they lie below it, so
 * that messages stay short. */
export interface Settings {
  content: string;
  output: string;
  cache: string;
  now: number;
}

/** Reads `CONTENT`, `OUTPUT`, `CACHE` and `NOW`; throws in German when `NOW` is no point in time. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const written = environment.NOW;
  const now = written === undefined || written === "" ? Date.now() : MOMENT.test(written) ? Date.parse(written) : Number.NaN;
  if (!Number.isFinite(now))
    throw new WrongCall(
      `NOW=${written} (--now) ist kein Zeitpunkt mit Zeitzone. Schreiben Sie zum Beispiel NOW=2017-12-01T08:00:00+01:00.`,
    );
  return {
    content: folder(environment.CONTENT, "content"),
    output: folder(environment.OUTPUT, "_site"),
    cache: folder(environment.CACHE, ".cache"),
    now,
  };
}

function folder(written: string | undefined, standard: string): string {
  const absolute = resolve(written === undefined || written === "" ? standard : written);
  const short = relative("", absolute);
  return short === "" || short.startsWith("..") || isAbsolute(short) ? absolute : short;
}
