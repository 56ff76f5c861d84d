import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { hugoProgram } from "../bench/hugo.ts";
import { makeFolder, ROOT, run } from "../fixture.ts";
import { hasProgram } from "./tools.ts";

test("Hugo builds the same town as Stadtchronik, file by file and word by word", async (context) => {
  if (!hasProgram(context, hugoProgram(), ["version"], "hugo")) return;
  const args = ["--sizes", "60", "--rounds", "1", "--step", "1", "--peers", "hugo", "--dir", join(makeFolder(), "bench")];
  const { code, stdout, stderr } = await run([join(ROOT, "tests/bench/bench.ts"), ...args]);
  assert.equal(code, 0, stdout + stderr);
  const compared = [...stdout.matchAll(/(\d+) Dateien mit denen von Hugo verglichen, 0 unbekannte Unterschiede/g)].map(([, files]) =>
    Number(files),
  );
  assert.equal(compared.length, 2);
  assert.ok(
    compared.every((files) => files > 400),
    compared.join(),
  );
});
