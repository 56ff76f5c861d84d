import type { Published } from "./delivery.ts";
import { complaint, runProgram } from "./programs.ts";

/**
 * Runs the city's command after a publication, by a shell, with the addresses that came, changed or went in its input, a line each. Answers
 * with what it complained of; undefined where it ended well.
 */
export async function runAfterPublish(command: string, { added, changed, gone }: Published, url: string): Promise<string | undefined> {
  const base = url.replace(/\/$/, "");
  const addresses = [...added, ...changed, ...gone].map((address) => `${base}${encodeURI(address)}\n`);
  const ended = await runProgram(["sh", "-c", command], { input: addresses.join("") });
  return ended.code === 0 ? undefined : complaint(ended);
}
