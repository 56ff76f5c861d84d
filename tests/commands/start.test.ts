import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { makeContent, makeFolder, makeRelease, NOW, ROOT } from "../fixture.ts";

const DRAFT =
  "---\ntitle: Noch nicht fertig\ndate: 2024-05-10\nsummary: Daran schreibt die Pressestelle noch eine Weile.\ndepartment: presseamt\ntopics: [stadtleben]\ndraft: true\n---\n\nEin Entwurf.\n";

let content: string;
let preview: ChildProcess;
let origin: string;
let said = "";

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Asks for a page until it says what is expected, as an editor looks at the browser after saving. */
async function until(address: string, expected: RegExp): Promise<string> {
  let last = "";
  for (let attempt = 0; attempt < 600; attempt++) {
    last = await fetch(origin + address)
      .then((response) => (response.ok ? response.text() : `${response.status}`))
      .catch(String);
    if (expected.test(last)) return last;
    await wait(100);
  }
  throw new Error(`${address} never said ${expected}: ${last.slice(0, 500)}`);
}

describe("the preview", () => {
  before(async () => {
    content = makeContent({
      "releases/2024/05/entwurf.md": DRAFT,
      "releases/2024/05/sperrfrist.md": makeRelease({ embargo: "2099-01-01T10:00" }),
    });
    const port = await freePort();
    origin = `http://localhost:${port}`;
    preview = spawn(process.execPath, ["bin/stadtchronik.js", "start", "--port", String(port), "--content", content], {
      cwd: ROOT,
      env: { ...process.env, CACHE: makeFolder(), NOW },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [preview.stdout, preview.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    await until("/", /<h1/);
  });

  after(() => preview.kill());

  test("shows a draft with an unmistakable mark", async () => {
    const page = await until("/2024/05/entwurf/", /Noch nicht fertig/);
    assert.match(page, /Entwurf – nicht öffentlich/);
    assert.match(page, /<meta name="robots" content="noindex">/);
  });

  test("says from when an embargoed release is public, as people write it", async () => {
    assert.match(await until("/2024/05/sperrfrist/", /Bücherbus/), /Noch nicht öffentlich – ab 1\. Januar 2099, 10:00 Uhr</);
  });

  test("reloads the browser by itself", async () => {
    // A browser that goes to a page, unlike a program that fetches it, is given the client that reloads.
    const page = await new Promise<string>((done, failed) => {
      get(origin, (response) =>
        response
          .setEncoding("utf8")
          .toArray()
          .then((parts) => done(parts.join("")), failed),
      );
    });
    assert.match(page, /reload-client\.js/);
  });

  test("shows a mistake as a page with file, line and remedy, and the release again when it is mended", async () => {
    const file = join(content, "releases/2024/05/entwurf.md");
    const sound = readFileSync(file, "utf8").replace("draft: true\n", "");
    writeFileSync(file, sound.replace("topics: [stadtleben]", "topics: [stadtlebn]"));
    const problem = await until("/2024/05/entwurf/", /stadtlebn/);
    assert.match(problem, /entwurf\.md<\/code>, Zeile 6/);
    assert.match(problem, /Meinten Sie „stadtleben“/);
    assert.match(await until("/", /Fehler in den Inhalten/), /entwurf\.md/);
    writeFileSync(file, sound);
    assert.doesNotMatch(await until("/2024/05/entwurf/", /Ein Entwurf\./), /nicht öffentlich/);
    await until("/", /Aktuelle Meldungen/);
  });

  test("forgets a release that is deleted", async () => {
    rmSync(join(content, "releases/2024/05/entwurf.md"));
    await until("/2024/05/entwurf/", /^404$/);
  });

  test("survives a broken site.yml and says what is wrong with it", async () => {
    const file = join(content, "site.yml");
    const sound = readFileSync(file, "utf8");
    writeFileSync(file, sound.replace(/^url:.*$/m, "url: keine"));
    await until("/", /site\.yml<\/code>/);
    writeFileSync(file, sound);
    await until("/", /Aktuelle Meldungen/);
  });

  test("says in German what it does, and what Eleventy says stays unheard", () => {
    assert.match(said, /^http:\/\/localhost:\d+\/ zeigt das Archiv; Strg\+C beendet die Vorschau\.$/m);
    assert.match(said, /^\d+ Dateien neu gemacht\.$/m);
    assert.match(said, /entwurf\.md:6:\d+ {2}Fehler: /);
    assert.doesNotMatch(said, /11ty|Wrote|Watching|^\s+at /m);
  });
});
