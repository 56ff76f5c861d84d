import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { buildTown, TOWNS } from "../fixture.ts";
import { hasProgram, runProgram } from "./tools.ts";

/** The path of the Nu HTML Checker, W3C's own validator, as its package says it. */
const checker = createRequire(import.meta.url)("vnu-jar") as string;

for (const town of Object.keys(TOWNS) as (keyof typeof TOWNS)[])
  test(`every page and drawing of ${town} is valid to the Nu HTML Checker`, async (context) => {
    if (!hasProgram(context, "java", ["-version"], "default-jre-headless")) return;
    const { output } = await buildTown(town);
    // It ends with 1 where anything is wrong, and says what.
    await runProgram("java", ["-Xss4m", "-jar", checker, "--errors-only", "--also-check-svg", "--skip-non-html", output]);
    const wrong = await runProgram("java", ["-jar", checker, "--errors-only", "-"], "<!doctype html><title>x</title><p></div>").catch(
      String,
    );
    assert.match(wrong, /Stray end tag/);
  });
