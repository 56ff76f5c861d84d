import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { AlreadyThere, uninterrupted, writeNew, writeNewFolder } from "../../src/disk/new-file.ts";
import { filesBelow, layFiles, makeFolder } from "../fixture.ts";

describe("a file that a person keeps", () => {
  test("is written where there is none, and never over one that is there", () => {
    const folder = makeFolder();
    const file = join(folder, "2026/11/meldung.md");
    writeNew(file, "neu");
    assert.throws(() => writeNew(file, "anders"), AlreadyThere);
    assert.deepEqual(
      [...filesBelow(folder)].map(([path, bytes]) => [path, String(bytes)]),
      [["2026/11/meldung.md", "neu"]],
    );
  });

  test("comes with its folder as a whole or not at all, and what an earlier interruption left goes", () => {
    const folder = makeFolder();
    layFiles(folder, { "x.999999999.part": "abgebrochen", "bilder.999999999.part/a.png": "abgebrochen", "x.md.1.part": "läuft noch" });
    const failing = new Map([["a.png", Buffer.from("a")]]);
    failing[Symbol.iterator] = function* () {
      yield ["a.png", Buffer.from("a")] as [string, Buffer<ArrayBuffer>];
      throw new Error("Der Datenträger ist voll.");
    };
    assert.throws(() => writeNewFolder(join(folder, "bilder"), failing), /voll/);
    assert.deepEqual([...filesBelow(folder).keys()], ["x.md.1.part"]);
    writeNewFolder(join(folder, "bilder"), new Map([["a.png", Buffer.from("a")]]));
    assert.throws(() => writeNewFolder(join(folder, "bilder"), new Map()), AlreadyThere);
    assert.equal(readFileSync(join(folder, "bilder/a.png"), "utf8"), "a");
  });

  test("is written to the end where Ctrl+C comes in between", async () => {
    const folder = makeFolder();
    uninterrupted(() => {
      process.kill(process.pid, "SIGINT");
      writeFileSync(join(folder, "a"), "ganz");
    });
    await wait(20);
    assert.equal(readFileSync(join(folder, "a"), "utf8"), "ganz");
    assert.equal(process.listenerCount("SIGHUP"), 0);
  });
});
