import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { makeFolder, ROOT } from "../fixture.ts";

/** Says whether a program that a test needs is there. Where it is not, the test is skipped, and in CI it fails: there everything has to be installed. */
export function hasProgram(context: TestContext, program: string, args: readonly string[], packageName: string): boolean {
  const isThere = spawnSync(program, args, { stdio: "ignore" }).status === 0;
  if (isThere) return true;
  assert.notEqual(process.env.CI, "true", `CI has to install the Debian package ${packageName}.`);
  context.skip(`Debian's package ${packageName} is not installed.`);
  return false;
}

/** Runs a program that has to succeed, and answers what it printed. */
export function runProgram(program: string, args: readonly string[], input?: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args);
    // A program that reads nothing may have ended before its input was written.
    child.stdin.on("error", () => {});
    let printed = "";
    let complaints = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaints += text;
    });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done(printed) : fail(new Error(`${program} ended with ${code}:\n${printed}${complaints}`))));
    child.stdin.end(input);
  });
}

/** A small file system of its own, mounted where the test is root; elsewhere the test is skipped, which CI takes for a failure. */
export function mountSmall(context: TestContext, kilobytes: number): string | undefined {
  const folder = makeFolder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder]);
  if (mounted.status === 0) {
    context.after(() => void spawnSync("umount", ["--lazy", folder]));
    return folder;
  }
  assert.notEqual(process.env.CI, "true", `CI has to be able to mount a small file system: ${mounted.stderr}`);
  context.skip("Only root can mount a small file system.");
  return undefined;
}

/** How this computer reaches npm's registry, for commands that get nothing else of its environment. */
export const REGISTRY: Readonly<Record<string, string>> = Object.fromEntries(
  ["npm_config_globalconfig", "npm_config_cafile", "NODE_EXTRA_CA_CERTS", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"].flatMap(
    (name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]),
  ),
);

/** All that a package is made of. */
const PARTS = [
  "bin",
  "src",
  "layouts",
  "starter",
  "docs",
  ".eleventy.ts",
  "package.json",
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "SECURITY.md",
];

/** A copy of all that a package is made of: packing writes into the folder, where others may be packing at the moment. */
export function copyForPacking(): string {
  const project = join(makeFolder(), "projekt");
  mkdirSync(join(project, "tests/package"), { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(project, part), { recursive: true });
  cpSync(join(ROOT, "tests/package/pack.ts"), join(project, "tests/package/pack.ts"));
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  return project;
}
