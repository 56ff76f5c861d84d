import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/** The folders whose tests run together in a process of their own; `others` runs all that no group names. */
const GROUPS = {
  browser: ["browser"],
  builds: ["build", "hostile", "rendering", "town"],
  others: undefined,
} as const;

/** What needs time or programs of its own has a command of its own (`npm run test:real`). */
const APART = ["real"];

/**
 * Runs the test files of a group in this process: to start one and load the program takes longer than most files' tests. Hooks of a
 * file's own (`before` outside of `describe`) would be those of all its files: there, await at the top of the file instead.
 */
export async function runGroup(name: keyof typeof GROUPS): Promise<void> {
  let load = (): void => {};
  const loaded = new Promise<void>((done) => {
    load = done;
  });
  // Tests outside of suites and suites run one after the other. None ends before all are known: `after` would be called too early.
  test(`${name}: the test files load`, () => loaded);
  for (const file of filesOf(name)) await import(join(import.meta.dirname, file));
  load();
}

/** The test files of a group, from `tests/` on. */
function filesOf(name: keyof typeof GROUPS): string[] {
  const named: readonly string[] = Object.values(GROUPS).flatMap((folders) => folders ?? []);
  const inFolder = (folder: string) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => join(folder, file));
  const others = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && ![...named, ...APART].includes(entry.name))
    .map((entry) => entry.name);
  return (GROUPS[name] ?? [".", ...others]).flatMap(inFolder);
}
