import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import PostalMime from "postal-mime";
import { makeContent, makeFolder, makeRelease, NOW, ROOT, read, SITE, visibleText } from "../fixture.ts";

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
      "releases/2024/05/sperrfrist.en.md": "---\ntitle: Library bus\ndraft: true\n---\n\nThe bus.\n",
      "releases/2024/05/geht.md": makeRelease({ title: "Geht bald", withdrawn: "{date: 2098-01-01, reason: Ein Irrtum.}" }),
      "comments/2024/05/sperrfrist/01-erika.md": "---\nname: Erika\ndate: 2024-05-11\n---\n\nSchön.\n",
      "site.yml": `${SITE}repository: {url: https://code.probestadt.example/presse/archiv, kind: forgejo}\ncomments: {default: open}\n`,
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

  test("has a page of what becomes public when, with each moment, drafts last, and links to it from every page", async () => {
    const page = await until("/vorschau/", /Was wann öffentlich wird/);
    const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? "";
    assert.deepEqual(
      [...main.matchAll(/<h2[^>]*>(.*?)<\/h2>|<li>([\s\S]*?)<\/li>/g)].map(([all]) => visibleText(all).replace(/\s+/g, " ").trim()),
      [
        "Mit Zeitpunkt",
        `1. Januar 2098, 00:00 Uhr Geht bald Wird zurückgezogen ${join(content, "releases/2024/05/geht.md")}`,
        `1. Januar 2099, 10:00 Uhr Kommentar zu „Bücherbus fährt jetzt auch samstags“ Wartet auf die Meldung, zu der es gehört ${join(content, "comments/2024/05/sperrfrist/01-erika.md")}`,
        `1. Januar 2099, 10:00 Uhr Bücherbus fährt jetzt auch samstags Wird öffentlich ${join(content, "releases/2024/05/sperrfrist.md")}`,
        "Ohne Zeitpunkt",
        `Noch nicht fertig Entwurf. Öffentlich, sobald die Zeile draft gestrichen ist ${join(content, "releases/2024/05/entwurf.md")}`,
        `Library bus Entwurf. Öffentlich, sobald die Zeile draft gestrichen ist ${join(content, "releases/2024/05/sperrfrist.en.md")}`,
      ],
    );
    assert.match(main, /<time datetime="2099-01-01T10:00:00\+01:00">/);
    for (const address of ["/", "/2024/04/stadtfest/", "/themen/"])
      assert.match(await until(address, /<h1/), /<nav class="preview-bar"[\s\S]*?<a href="\/vorschau\/">/);
    assert.match(
      await until("/en/2024/05/sperrfrist/", /Library bus/),
      /class="preview-mark"[^>]*><a [^>]*>Draft – not public</,
      "a draft of a version is marked as one",
    );
  });

  test("offers with each release the draft of its e-mail and its file in the repository, and a new file, filled as a draft", async () => {
    const page = await until("/2024/05/sperrfrist/", /<h1/);
    const [, mail = ""] = /href="([^"]*)" download>E.Mail-Entwurf</.exec(page) ?? [];
    const answer = await fetch(origin + mail);
    assert.deepEqual(
      [answer.status, answer.headers.get("content-type"), answer.headers.get("content-disposition")],
      [200, "message/rfc822", 'attachment; filename="sperrfrist.eml"'],
    );
    assert.match((await PostalMime.parse(await answer.arrayBuffer())).text ?? "", /^Sperrfrist: 1\. Januar 2099, 10:00 Uhr\./);
    assert.equal((await fetch(`${origin}/vorschau/mail/2024/05/gibt-es-nicht.eml`)).status, 404);
    assert.match(
      page,
      /href="https:\/\/code\.probestadt\.example\/presse\/archiv\/_edit\/main\/content\/releases\/2024\/05\/sperrfrist\.md">Bearbeiten</,
    );
    const english = await until("/en/2024/05/sperrfrist/", /<h1/);
    assert.match(english, /_edit\/main\/content\/releases\/2024\/05\/sperrfrist\.en\.md">Edit</);
    assert.match(english, /href="\/vorschau\/mail\/2024\/05\/sperrfrist\.en\.eml"/);
    const [, target = ""] = /href="([^"]*)">Neue Meldung</.exec(page) ?? [];
    const fresh = new URL(target.replaceAll("&amp;", "&"));
    assert.equal(`${fresh.origin}${fresh.pathname}`, "https://code.probestadt.example/presse/archiv/_new/main");
    assert.equal(fresh.searchParams.get("filename"), "content/releases/2026/12/name-der-meldung.md");
    const template = fresh.searchParams.get("value") ?? "";
    const { problems, unpublished } = read(makeContent({ "releases/2026/12/name-der-meldung.md": template }));
    assert.deepEqual([problems.filter(({ isGap }) => !isGap), unpublished.map(({ reason }) => reason)], [[], ["draft"]]);
  });

  test("has the editors' guide, a link away from every page, and says what each message means", async () => {
    const [, guide = ""] = /href="([^"]*)">Anleitung</.exec(await until("/2024/04/stadtfest/", /<h1/)) ?? [];
    const page = await until(guide, /<h1/);
    assert.match(page, /<h1>Meldungen schreiben und veröffentlichen<\/h1>/);
    assert.match(page, /<meta name="robots" content="noindex">/);
    const [, meanings = ""] = /<a href="([^"#]*)">Was die Meldungen der Prüfung bedeuten</.exec(page) ?? [];
    assert.match(await until(meanings, /<h1/), /<h3 id="abschnitt-field-unknown">/);
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
    const [, meaning = ""] = /<a href="([^"]*)">Was heißt das\?</.exec(problem) ?? [];
    const [place = "", anchor] = meaning.split("#");
    assert.match(await until(place, /<h1/), new RegExp(`<h3 id="${anchor}"><code>entry-unknown<`));
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
