import { check } from "../../src/commands/check.ts";
import type { Problem } from "../../src/problems.ts";
import { call, makeFolder } from "../fixture.ts";

const CACHE = makeFolder();

/** All that `npm run check` finds in a content folder at a moment, hints included; paths are from the folder on. */
export async function problemsOf(folder: string, now: string): Promise<Problem[]> {
  const { stdout } = await call(check, ["--format", "json"], { CONTENT: folder, CACHE, NOW: now });
  const { problems } = JSON.parse(stdout) as { problems: Problem[] };
  return problems.map((problem) => ({ ...problem, path: problem.path.slice(folder.length + 1) }));
}
