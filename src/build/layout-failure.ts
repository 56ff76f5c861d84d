import { isOfDisk } from "../disk/failure.ts";

/** What a run of Eleventy threw, as an error that says in German which layout failed and why; a fault of the disk stays what it is. */
export function layoutFailure(thrown: unknown): unknown {
  return isOfDisk(thrown) ? thrown : new Error(`Das Layout ließ sich nicht anwenden. ${reasons(thrown).join(" ")}`);
}

/** What Eleventy wrapped into each other, from the outside in. */
function reasons(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [String(thrown)];
  const inner = (thrown as { originalError?: unknown }).originalError ?? thrown.cause;
  return [thrown.message, ...(inner ? reasons(inner) : [])];
}
