import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, test } from "node:test";
import { copyContent, filesBelow, hear, makeFolder, NOW, ROOT } from "../fixture.ts";
import { hasProgram } from "./tools.ts";

/** The Node that `.ci/run` installs beside the one that runs the tests: one strips types by itself, with the other tsx does. */
const OTHER = process.env.OTHER_NODE ?? "";

/** Builds with a Node as a person does, and answers with what the site holds and what was said. */
async function buildWith(node: string, content: string): Promise<{ files: Map<string, Buffer>; said: string; code: number | null }> {
  const output = join(makeFolder(), "site");
  const args = [
    join(ROOT, "bin/stadtchronik.js"),
    "build",
    "--content",
    content,
    "--output",
    output,
    "--cache",
    makeFolder(),
    "--now",
    NOW,
  ];
  // From forty pages on threads share the work: they have to find the program, too.
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(node, args, { cwd: makeFolder(), env: { PATH, HOME, SHARED_FROM: "40" }, stdio: ["ignore", "pipe", "pipe"] });
  const { code, stdout, stderr } = await hear(child);
  return { files: filesBelow(output), said: stdout + stderr, code };
}

/** What a town holds that a site says by itself of the Node that built it: nothing. */
const differences = (one: Map<string, Buffer>, other: Map<string, Buffer>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => !one.get(path)?.equals(other.get(path) ?? Buffer.of()));

describe("another Node", { concurrency: 1 }, () => {
  for (const town of ["content", "tests/fixtures/musterstadt"])
    test(`builds ${town} to the same bytes, and says no word of its own`, async (context) => {
      if (!hasProgram(context, OTHER, ["--version"], "(none: .ci/run gets Node from npm and names it in OTHER_NODE)")) return;
      const content = copyContent(town);
      const built = [await buildWith(process.execPath, content), await buildWith(OTHER, content)];
      for (const { code, said } of built) {
        assert.equal(code, 0, said);
        assert.doesNotMatch(said, /Warning|experimental/i);
      }
      const [own, other] = built.map(({ files }) => files);
      assert.ok(own && other && own.size > 50);
      assert.deepEqual(differences(own, other), []);
    });
});
