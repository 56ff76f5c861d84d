import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import PostalMime from "postal-mime";
import { call, type Files, makeContent, makeFolder, makeRelease, NOW, PDF, PNG, visibleText } from "../fixture.ts";

const mail = async (content: string, args: readonly string[]) => {
  const [{ execute }, { command }] = await Promise.all([import("../../src/commands/call.ts"), import("../../src/commands/mail.ts")]);
  return call((words, settings) => execute(command, words, settings), args, { NOW, CONTENT: content, CACHE: makeFolder() });
};

const LONG = `Überlänge${"ä".repeat(900)}`;
const TEXT = `Der **Bücherbus** hält "jetzt" auch <hier>: [Fahrplan](plan.pdf), [Stadt](https://probestadt.example/x?a=1&b=2).

![Der Bus & sein Fahrer](bus.png)

## Halte

| Ort | Zeit |
| --- | --- |
| Markt | 9 Uhr |

.Zeile mit Punkt[^1] ${LONG}

[^1]: Fußnote.
`.replace("<hier>", "\\<hier>");
const RELEASE = {
  title: "Bücherbus „Lesefuchs“ fährt ab sofort an jedem einzelnen Samstag im Monat – auch nach Süden & Norden",
  number: "12/2024",
  department: "presseamt",
  images: '[{file: bus.png, alt: "Der Bus & sein Fahrer", credit: Stadt Probestadt}]',
  attachments: "[{file: plan.pdf, title: Fahrplan}]",
};
const PROBE: Files = {
  "releases/2024/05/buecherbus.md": makeRelease(RELEASE, TEXT),
  "releases/2024/05/buecherbus/bus.png": PNG,
  "releases/2024/05/buecherbus/plan.pdf": PDF,
  "releases/2024/05/buecherbus.en.md": "---\ntitle: Book bus\ntranslation: {kind: official}\n---\n\nThe bus stops.\n",
  "releases/2024/05/sperrfrist.md": makeRelease({ title: "Unter Sperrfrist", embargo: "2099-01-01T10:00" }),
  "releases/2024/05/entwurf.md": makeRelease({ title: "Noch ein Entwurf", draft: "true" }),
  "releases/2024/05/weg.md": makeRelease({ title: "Zurückgezogen", withdrawn: "{date: 2024-06-01, reason: Ein Irrtum.}" }),
  "releases/2024/05/falsch.md": makeRelease({ topics: "[gibtesnicht]" }),
};

const content = makeContent(PROBE);

/** A draft that was written: the file as it is, and as a program for e-mail reads it. */
async function written(args: readonly string[]) {
  const file = join(makeFolder(), "entwurf.eml");
  const { code, stdout, stderr } = await mail(content, [...args, "--output", file]);
  assert.equal(code, 0, stderr);
  const message = readFileSync(file);
  return { message, mail: await PostalMime.parse(message), stdout, stderr };
}

describe("the draft of an e-mail", () => {
  test("says the release as text and as HTML, with its address, links to pictures and files, contact and who writes; nobody gets it yet", async () => {
    const { mail: read, stdout, stderr } = await written(["buecherbus"]);
    assert.equal(read.subject, `Pressemitteilung: ${RELEASE.title}`);
    assert.deepEqual([read.from, read.to, read.cc, read.bcc, read.attachments], [undefined, undefined, undefined, undefined, []]);
    assert.equal(read.headers.find(({ key }) => key === "x-unsent")?.value, "1");
    const [text = "", html = ""] = [read.text, read.html];
    const seen = visibleText(html);
    for (const part of [text, seen]) {
      for (const words of [
        RELEASE.title,
        'hält "jetzt" auch <hier>: Fahrplan',
        "Pressemitteilung Nr.\u00a012/2024",
        "[Bild: Der Bus & sein Fahrer]",
        ".Zeile mit Punkt",
        LONG,
        "Fußnote.",
      ])
        assert.ok(part.includes(words), words);
      for (const address of ["buecherbus/", "buecherbus/bus.jpg", "buecherbus/plan.pdf"])
        assert.ok(part.includes(`https://probestadt.example/2024/05/${address}`), address);
      assert.match(part, /Telefon 030 23125-100\n?.*presse@probestadt\.example/s);
    }
    assert.match(
      text,
      /\n-- \nPresseamt\nStadt Probestadt, Presseamt\nMarkt 1, 00000 Probestadt\nTelefon 030 23125-100\npresse@probestadt\.example\nhttps:\/\/probestadt\.example\/\n+$/,
    );
    assert.equal(stderr, "");
    assert.match(stdout, /^Geschrieben: .*entwurf\.eml$/m);
  });

  test("is a message as the standards want it: CRLF, short lines, 7 bit, text before HTML", async () => {
    const { message } = await written(["buecherbus"]);
    const raw = message.toString("latin1");
    assert.doesNotMatch(raw, /[^\r]\n|\r(?!\n)/);
    assert.doesNotMatch(raw, /[^\t\r\n -~]/);
    assert.ok(Math.max(...raw.split("\r\n").map((line) => line.length)) <= 78);
    assert.match(raw, /^Content-Type: multipart\/alternative;/m);
    assert.ok(raw.indexOf("text/plain; charset=utf-8") < raw.indexOf("text/html; charset=utf-8"));
    assert.match(raw, /^MIME-Version: 1\.0\r$/m);
    assert.match(raw, /^Date: Tue, 15 Dec 2026 11:00:00 \+0000\r$/m);
  });

  test("loads nothing from anywhere, has headings and a language, and every link is one that works outside of the site", async () => {
    const { mail: read } = await written(["buecherbus"]);
    const html = read.html ?? "";
    assert.match(
      html,
      /<html lang="de">[\s\S]*<h1 [^>]*>[\s\S]*<h2 [^>]*>Halte<\/h2>[\s\S]*<table border="1"[^>]*>[\s\S]*<th scope="col">Ort<\/th>/,
    );
    assert.doesNotMatch(html, /<(img|picture|source|link|script|style|section|iframe)\b|\bsrcset=|\bsrc=|url\(|class=|tabindex/);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, target = ""]) => target);
    assert.ok(links.length > 6);
    for (const target of links) assert.match(target, /^(https:\/\/|mailto:)/);
    assert.ok(html.includes('href="https://probestadt.example/x?a=1&amp;b=2"'));
  });

  test("is in the language of a version where one is asked for", async () => {
    const { mail: read } = await written(["buecherbus", "--lang", "en"]);
    assert.equal(read.subject, "Press release: Book bus");
    assert.match(read.html ?? "", /<html lang="en">[\s\S]*The bus stops\./);
    const { code, stderr } = await mail(content, ["buecherbus", "--lang", "fr"]);
    assert.deepEqual([code, /--lang fr: Die Meldung gibt es nur auf de, en\./.test(stderr)], [2, true]);
  });

  test("says above all else that a release is under an embargo or a draft, and so does the command", async () => {
    const until = "Sperrfrist: 1. Januar 2099, 10:00 Uhr. Bitte nicht vorher veröffentlichen.";
    const embargoed = await written(["sperrfrist"]);
    assert.ok(embargoed.mail.text?.startsWith(`${until}\n`));
    assert.match(embargoed.mail.html ?? "", /<body[^>]*>\s*<p[^>]*>Sperrfrist: 1\. Januar 2099, 10:00 Uhr\./);
    assert.match(embargoed.stderr, /^Achtung, die Meldung ist noch nicht öffentlich\..*„Sperrfrist: 1\. Januar 2099/);
    const draft = await written(["entwurf"]);
    assert.ok(draft.mail.text?.startsWith("Entwurf, noch nicht freigegeben. Bitte nicht veröffentlichen.\n"));
    assert.doesNotMatch((await written(["buecherbus"])).mail.text ?? "", /Sperrfrist|Entwurf/);
  });
});

describe("a call of mail", () => {
  test("for a release that is withdrawn, wrong or not there says so, and writes nothing", async () => {
    const file = join(makeFolder(), "x.eml");
    for (const [name, code, says] of [
      ["weg", 1, /seit 1\. Juni 2024 zurückgezogen; sie wird nicht mehr verschickt\. Grund: Ein Irrtum\./],
      ["falsch", 1, /Die Meldung hat Fehler[\s\S]*falsch\.md:\d+:\d+ {2}Fehler: [\s\S]*gibtesnicht/],
      ["gibt-es-nicht", 1, /Eine Meldung „gibt-es-nicht“ gibt es nicht/],
    ] as const) {
      const { code: answered, stdout, stderr } = await mail(content, [name, "--output", file]);
      assert.deepEqual([name, answered, stdout], [name, code, ""]);
      assert.match(stderr, says);
    }
    assert.equal((await mail(content, [])).code, 2);
    assert.throws(() => readFileSync(file), /ENOENT/);
  });

  test("writes over no file that is there", async () => {
    const file = join(makeFolder(), "x.eml");
    writeFileSync(file, "von uns");
    const { code, stderr } = await mail(content, ["buecherbus", "--output", file]);
    assert.deepEqual([code, readFileSync(file, "utf8")], [1, "von uns"]);
    assert.match(stderr, /x\.eml gibt es schon; es wird nicht überschrieben\. Löschen Sie die Datei/);
  });
});
