import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { test } from "node:test";

type Group = "access" | "browser" | "builds" | "content" | "hostile" | "others";

/**
 * The group of a file's or a folder's tests; `others` has all that nothing here names, `real` a command of its own (`npm run test:real`).
 * The group that takes longest begins first, which is by its name.
 */
const GROUPS: Readonly<Record<string, Group | undefined>> = {
  "browser/access.test.ts": "access",
  "browser/pages.test.ts": "access",
  archive: "content",
  browser: "browser",
  build: "builds",
  content: "content",
  hostile: "hostile",
  markdown: "content",
  real: undefined,
  rendering: "builds",
  site: "content",
  town: "hostile",
};

/**
 * Runs the test files of a group in this process: to start one and load the program takes longer than most files' tests. Hooks of a
 * file's own (`before` outside of `describe`) would be those of all its files: there, await at the top of the file instead.
 */
export async function runGroup(name: Group): Promise<void> {
  const failed: unknown[] = [];
  let load = (): void => {};
  const loaded = new Promise<void>((done) => {
    load = done;
  });
  // Tests outside of suites and suites run one after the other. None ends before all are known: `after` would be called too early.
  test(`${name}: the test files load`, async () => {
    await loaded;
    // Else what an earlier file has opened would keep the process from ending.
    if (failed.length > 0) throw new AggregateError(failed, failed.map((thrown) => (thrown as Error).stack ?? thrown).join("\n"));
  });
  for (const file of filesOf(name)) await import(join(import.meta.dirname, file)).catch((thrown: unknown) => failed.push(thrown));
  load();
}

/** The test files of a group, from `tests/` on. */
function filesOf(name: Group): string[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.ts"));
  return files.sort().filter((file) => {
    const parts = file.split(sep);
    const named = [parts.join("/"), parts[0] ?? ""].find((one) => one in GROUPS);
    return (named === undefined ? "others" : GROUPS[named]) === name;
  });
}
