import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { execute } from "../../src/commands/call.ts";
import { buildTown, call } from "../fixture.ts";
import { command } from "./budget.ts";
import { browser, NO_BROWSER } from "./opened.ts";

// Built before: whoever is called waits for the call before, and so would a build within it.
await Promise.all([buildTown("leipzig"), buildTown("musterstadt")]);
const budget = async (...args: string[]) =>
  browser ? call((given, environment) => execute(command, given, environment), args) : undefined;

// The rest of the kinds is measured by the command itself, not with every test.
describe("the budget of a page", () => {
  test("is kept by a release, even one with Czech names, without JavaScript and other hosts", async (context) => {
    const measured = await budget("--kinds", "release-foreign-words,demonstration-release");
    if (!measured) return context.skip(NO_BROWSER);
    assert.equal(measured.code, 0, measured.stdout + measured.stderr);
    assert.match(measured.stdout, /^release-foreign-words .*Schriften (6\d,\d|70,0) von/m, "the letters of Czech names come, and fit");
    const release = measured.stdout.split("\n").find((line) => line.startsWith("demonstration-release "));
    assert.match(
      release ?? "",
      /HTML +[1-9]\d?,\d von 30 KB, CSS +[1-9]\d?,\d von 15 KB, Schriften [1-9]\d,\d von 70 KB, .*kein anderer Host, ohne JavaScript vollständig$/,
    );
  });

  test("that is passed ends the command with 1, the page and the excess named", async (context) => {
    const measured = await budget("--kinds", "demonstration-release", "--html", "1", "--fonts", "20.5");
    if (!measured) return context.skip(NO_BROWSER);
    assert.equal(measured.code, 1, measured.stdout + measured.stderr);
    assert.match(
      measured.stdout,
      /demonstration-release \(leipzig \/2017\/11\/japan-delegation\/\): HTML [\d,]+ KB, das sind [\d,]+ KB über dem Budget von 1 KB\./,
    );
    assert.match(measured.stdout, /Schriften [\d,]+ KB, das sind [\d,]+ KB über dem Budget von 20\.5 KB\./);
  });

  test("of a kind that nobody knows is not measured: the kinds that there are, are named", async (context) => {
    const measured = await budget("--kinds", "startseite");
    if (!measured) return context.skip(NO_BROWSER);
    assert.equal(measured.code, 2);
    assert.match(measured.stderr, /startseite gibt es nicht. Möglich sind .*, home, .*\nnpm run budget -- --help/);
  });
});
