import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type { Comment } from "../../src/content/release/release.ts";
import {
  BASE_TEXTS,
  type Build,
  buildSoundly,
  type Fields,
  type Files,
  line,
  makeContent,
  makeFile,
  makeRelease,
  PROBE,
  placesOf,
  readWith,
  SITE,
  visibleText,
} from "../fixture.ts";

const FOLDER = "comments/2024/05/probe/";
const FIRST = `${FOLDER}01-maria.md`;
const makeComment = (fields: Fields = {}, text = "Endlich auch samstags!\n") =>
  makeFile({ name: "Maria aus der Südstadt", date: "2024-05-11T18:30", ...fields }, text);
const open = (fields: Fields = {}): Files => ({ [PROBE]: makeRelease({ comments: "open", ...fields }) });

function commentsOf(files: Files): readonly Comment[] {
  const { archive, problems } = readWith({ ...open(), ...files });
  assert.deepEqual(problems.map(line), []);
  const release = archive?.releases.find(({ id }) => id === "2024/05/probe");
  assert.ok(release);
  return release.approvedComments;
}

function refusal(content: string, path = FIRST): string {
  const { archive, problems, counts, refused } = readWith({ ...open(), [path]: content });
  assert.deepEqual(archive?.releases.find(({ id }) => id === "2024/05/probe")?.approvedComments, []);
  assert.deepEqual(
    refused.map((entry) => entry.path),
    [path],
  );
  assert.deepEqual(counts, { read: BASE_TEXTS + 2, published: BASE_TEXTS + 1, unpublished: 0, refused: 1 });
  assert.equal(problems.length, 1, problems.map(line).join("\n"));
  return problems.map(line).join();
}

describe("approved comments", () => {
  test("a comment has a name, a date and a text", () => {
    const [comment] = commentsOf({ [FIRST]: makeComment() });
    assert.deepEqual(
      [comment?.id, comment?.name, comment?.date.machine, comment?.replyTo, comment?.text.trim()],
      ["01-maria", "Maria aus der Südstadt", "2024-05-11T18:30:00+02:00", undefined, "Endlich auch samstags!"],
    );
    assert.match(refusal(makeComment({ name: undefined })), /01-maria\.md:2:1 error .*„name“.*fehlt/);
    assert.match(refusal(makeComment({ date: undefined })), /„date“.*fehlt/);
    assert.match(refusal(makeComment({}, "\n")), /01-maria\.md:5:1 error .*keinen Text/);
    assert.match(refusal(makeComment({ date: "2024-02-31" })), /01-maria\.md:3:1 error .*2024-02-31/);
    assert.match(refusal(makeComment({ email: "x" })), /01-maria\.md:4:1 error .*„email“ gibt es nicht/);
  });

  test("comments stand in the order of their dates, whatever their files are called", () => {
    const comments = commentsOf({
      [`${FOLDER}01-c.md`]: makeComment({ date: "2024-05-13" }),
      [`${FOLDER}02-a.md`]: makeComment({ date: "2024-05-11" }),
      [`${FOLDER}03-b.md`]: makeComment({ date: "2024-05-11" }),
    });
    assert.deepEqual(
      comments.map(({ id }) => id),
      ["02-a", "03-b", "01-c"],
    );
  });

  test("the address of a private person does not become public by an oversight, however it is written", () => {
    assert.match(
      refusal(makeComment({}, "Guten Tag.\n\nSchreiben Sie mir: maria.m@post.example\n")),
      /01-maria\.md:8:20 error .*E-Mail-Adresse.*Löschen/,
    );
    assert.match(refusal(makeComment({ name: "maria@post.example" })), /01-maria\.md:2:1 error .*E-Mail-Adresse/);
    for (const written of [
      "jürgen@müller.example",
      "<m@post.example>",
      "[mir](mailto:m%40post.example)",
      "m&#64;post.example",
      "m&#x40;post.example",
      "m&commat;post.example",
      "m\\@post.example",
    ])
      assert.match(refusal(makeComment({}, `Schreiben Sie ${written} bitte.\n`)), /01-maria\.md:6:\d+ error .*E-Mail-Adresse/, written);
    assert.equal(commentsOf({ [FIRST]: makeComment({}, "Um 3@home oder @stadt geht es nicht.\n") }).length, 1);
  });

  test("a name is a name: HTML in it is refused", () => {
    assert.match(refusal(makeComment({ name: "<b>Maria</b>" })), /01-maria\.md:2:1 error Im Namen steht HTML/);
    assert.match(refusal(makeComment({ name: "'<script>alert(1)</script>'" })), /01-maria\.md:2:1 error Im Namen steht HTML/);
    assert.equal(commentsOf({ [FIRST]: makeComment({ name: "Maria & Otto <3" }) }).length, 1);
  });

  test("a comment is plain Markdown: no HTML, no pictures, no main heading", () => {
    assert.match(refusal(makeComment({}, "Ein <b>Wort</b>.\n").replace("</b>", "")), /01-maria\.md:6:5 error .*HTML/);
    assert.match(refusal(makeComment({}, "![x](bild.png)\n")), /01-maria\.md:6:1 error .*Bild/);
    assert.match(refusal(makeComment({}, "# Laut\n")), /01-maria\.md:6:1 error .*Überschrift/);
  });

  test("a comment longer than ten pages is refused", () => {
    assert.match(refusal(makeComment({}, "Wort ".repeat(11_000))), /größer/);
  });
});

describe("answers", () => {
  test("an answer names the comment that it answers", () => {
    const comments = commentsOf({
      [FIRST]: makeComment(),
      [`${FOLDER}02-amt.md`]: makeComment({ name: "Presseamt", date: "2024-05-12", replyTo: "01-maria" }),
    });
    assert.deepEqual(
      comments.map(({ id, replyTo }) => [id, replyTo]),
      [
        ["01-maria", undefined],
        ["02-amt", "01-maria"],
      ],
    );
  });

  test("an answer to a comment that there is not, or to itself, is refused with its place", () => {
    assert.match(refusal(makeComment({ replyTo: "99-niemand" })), /01-maria\.md:4:1 error .*„99-niemand“.*gibt es nicht/);
    assert.match(refusal(makeComment({ replyTo: "01-maria" })), /01-maria\.md:4:1 error .*„01-maria“/);
  });

  test("an answer is to a comment of the same release", () => {
    const { problems } = readWith({
      ...open(),
      "comments/2024/06/freibad/01-maria.md": makeComment(),
      "site.yml": `${SITE}comments: {default: open}\n`,
      [`${FOLDER}02-amt.md`]: makeComment({ replyTo: "01-maria" }),
    });
    assert.match(problems.map(line).join("\n"), /probe\/02-amt\.md:4:1 error .*„01-maria“/);
  });

  test("an answer to a refused comment is refused with it", () => {
    const { archive, counts } = readWith({
      ...open(),
      [FIRST]: makeComment({ name: undefined }),
      [`${FOLDER}02-amt.md`]: makeComment({ replyTo: "01-maria" }),
    });
    assert.deepEqual(archive?.releases.find(({ id }) => id === "2024/05/probe")?.approvedComments, []);
    assert.deepEqual(counts, { read: BASE_TEXTS + 3, published: BASE_TEXTS + 1, unpublished: 0, refused: 2 });
  });

  test("an answer to an answer is refused, with what to write", () => {
    const told = (replies: Record<string, string | undefined>) =>
      readWith({
        ...open(),
        ...Object.fromEntries(Object.entries(replies).map(([name, replyTo]) => [`${FOLDER}${name}.md`, makeComment({ replyTo })])),
      }).problems.map(line);
    assert.deepEqual(told({ a: undefined, b: "a", c: "b" }), [
      `${FOLDER}c.md:4:1 error Der Kommentar „b“ ist selbst eine Antwort; Antworten stehen nur eine Stufe tief. Schreiben Sie replyTo: a`,
    ]);
    const round = told({ a: "b", b: "a" });
    assert.equal(round.length, 2);
    for (const problem of round) assert.match(problem, /Löschen Sie die Zeile replyTo\./);
  });
});

describe("whether comments are shown", () => {
  test("a comment of a release that there is not is refused", () => {
    const { problems, counts } = readWith({ "comments/2024/05/anderswo/01-maria.md": makeComment() });
    assert.match(problems.map(line).join(), /anderswo\/01-maria\.md:1:1 error .*keine Meldung 2024\/05\/anderswo/);
    assert.deepEqual(counts, { read: BASE_TEXTS + 1, published: BASE_TEXTS, unpublished: 0, refused: 1 });
  });

  test("a comment where comments are off is refused: it could appear nowhere", () => {
    for (const fields of [{}, { comments: "off" }]) {
      const { archive, problems, counts } = readWith({ [PROBE]: makeRelease(fields), [FIRST]: makeComment() });
      assert.deepEqual(archive?.releases.find(({ id }) => id === "2024/05/probe")?.approvedComments, []);
      assert.match(problems.map(line).join(), /01-maria\.md:1:1 error .*ausgeschaltet.*comments: open oder comments: closed/);
      assert.deepEqual(counts, { read: BASE_TEXTS + 2, published: BASE_TEXTS + 1, unpublished: 0, refused: 1 });
    }
  });

  test("closed comments are still shown, and the site's setting holds where a release says nothing", () => {
    assert.equal(commentsOf({ ...open({ comments: "closed" }), [FIRST]: makeComment() }).length, 1);
    assert.equal(
      commentsOf({ [PROBE]: makeRelease(), [FIRST]: makeComment(), "site.yml": `${SITE}comments: {default: open}\n` }).length,
      1,
    );
  });

  test("the comments of a refused release are not public and not lost", () => {
    const { counts, unpublished } = readWith({ ...open({ title: "ab" }), [FIRST]: makeComment() });
    assert.deepEqual(counts, { read: BASE_TEXTS + 2, published: BASE_TEXTS, unpublished: 1, refused: 1 });
    assert.deepEqual(
      unpublished.map(({ path, reason }) => ({ path, reason })),
      [{ path: FIRST, reason: "original" }],
    );
  });
});

describe("a built page with comments", () => {
  let built: Build;
  const page = (path: string) => readFileSync(join(built.output, path, "index.html"), "utf8");
  before(async () => {
    built = await buildSoundly(
      makeContent({
        "site.yml": `${SITE}comments: {default: off, email: kommentare@probestadt.example}\n`,
        ...open({ title: "Bücherbus & „Lesestoff“ für 100 % der Stadt" }),
        "releases/2024/05/probe.en.md": makeFile(
          { title: "Library bus on Saturdays", summary: "The library bus stops every Saturday from now on." },
          "Text.\n",
        ),
        [FIRST]: makeComment(
          { name: "'Maria & \"Otto\" <3'" },
          "Gut[^1], siehe [hier](https://fremd.example/).\n\n## Frage\n\nWann?\n\n[^1]: Sehr gut.\n",
        ),
        [`${FOLDER}02-amt.md`]: makeComment(
          { name: "Presseamt", date: "2024-05-12", replyTo: "01-maria" },
          "Um zehn Uhr[^1].\n\n## Frage\n\n[^1]: Pünktlich.\n",
        ),
        "releases/2024/05/leer.md": makeRelease({ comments: "open" }),
        "releases/2024/05/geschlossen.md": makeRelease({ comments: "closed" }),
        "releases/2024/05/vorbei.md": makeRelease({ comments: "closed" }),
        "comments/2024/05/vorbei/01-maria.md": makeComment(),
        "pages/datenschutz.md": makeFile({ title: "Datenschutz", summary: "Was mit Ihren Daten geschieht und wie lange." }, "Text.\n"),
      }),
    );
  });

  test("comments are counted and shown with name and date, and a name is only a name", () => {
    const text = visibleText(page("2024/05/probe"));
    assert.match(text, /2 Kommentare/);
    assert.match(text, /Maria & "Otto" <3 11\. Mai 2024/);
    assert.match(text, /Um zehn Uhr/);
  });

  test("an answer is recognisable as one", () => {
    assert.match(
      page("2024/05/probe").replaceAll("\n", ""),
      /<li id="kommentar-01-maria">.*<div class="answer" id="kommentar-02-amt"><p class="visually-hidden">Antwort auf Maria.*<\/div><\/li>/,
    );
  });

  test("a comment's link earns its author nothing and is not the city's", () => {
    assert.match(page("2024/05/probe"), /<a rel="nofollow ugc" href="https:\/\/fremd\.example\/"/);
  });

  test("no two elements of a page share an id", () => {
    const ids = [...page("2024/05/probe").matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.ok(ids.length > 5);
    assert.deepEqual([...new Set(ids)], ids);
  });

  test("a comment is sent by e-mail that names the release by title and address, unharmed by the title's characters", () => {
    const [, href = ""] = /href="(mailto:kommentare@[^"]*subject[^"]*)"/.exec(page("2024/05/probe")) ?? [];
    const address = new URL(href.replaceAll("&amp;", "&"));
    assert.equal(address.pathname, "kommentare@probestadt.example");
    assert.equal(
      address.searchParams.get("subject"),
      "Kommentar zu: Bücherbus & „Lesestoff“ für 100 % der Stadt (https://probestadt.example/2024/05/probe/)",
    );
    assert.match(address.searchParams.get("body") ?? "", /\r\n\r\n\r\n.*Namen oder Pseudonym/);
  });

  test("who sends a comment knows before who reads it, what is published and how it goes again", () => {
    const german = visibleText(page("2024/05/leer"));
    for (const words of [
      /Die Redaktion \(Stadt Probestadt, Presseamt\) liest jeden Kommentar, bevor er erscheint\./,
      /ein Pseudonym ist möglich/,
      /E.Mail-Adresse wird nicht veröffentlicht/,
      /entfernen\. Dafür genügt eine E.Mail an kommentare@probestadt\.example\./,
    ])
      assert.match(german, words);
    assert.match(page("2024/05/leer"), /<a href="\/datenschutz\/">Was mit Ihrer E.Mail geschieht<\/a>/);
    assert.match(
      visibleText(page("en/2024/05/probe")),
      /read every comment before it appears.*you may use a pseudonym.*not published.*ask us to remove it/s,
    );
    assert.match(page("en/2024/05/probe"), /<a href="\/datenschutz\/" hreflang="de">/);
  });

  test("neither a form nor a program nor a foreign server takes part", () => {
    const [, section = ""] = /<section class="comments"(.*?)<\/section>/s.exec(page("2024/05/probe")) ?? [];
    assert.ok(section.length > 500);
    assert.doesNotMatch(section, /<(?:form|input|textarea|script|iframe|img|object)\b|\son\w+=|\ssrc=/);
  });

  test("where there are none yet the page says so, where comments are off it says nothing", () => {
    assert.match(visibleText(page("2024/05/leer")), /Keine Kommentare bisher/);
    assert.match(page("2024/06/freibad"), /Das Freibad öffnet/);
    assert.doesNotMatch(page("2024/06/freibad"), /Kommentar|kommentar/);
  });

  test("where comments are closed nobody is asked for one", () => {
    assert.match(visibleText(page("2024/05/geschlossen")), /Neue Kommentare sind nicht mehr möglich/);
    assert.match(page("2024/05/leer"), /mailto:kommentare/);
    assert.match(page("2024/05/leer"), /mailto:[^"]*subject=Kommentar/);
    assert.doesNotMatch(page("2024/05/geschlossen"), /mailto:kommentare/);
    assert.match(
      visibleText(page("2024/05/vorbei")),
      /1 Kommentar\s.*Neue Kommentare sind nicht mehr möglich\..*Dafür genügt eine E.Mail/s,
    );
    assert.doesNotMatch(page("2024/05/vorbei"), /mailto:[^"]*subject=Kommentar/);
  });

  test("comments stand on their release's pages and nowhere else", () => {
    const places = placesOf("Um zehn Uhr", built.output);
    assert.ok(places.includes("2024/05/probe/index.html") && places.includes("en/2024/05/probe/index.html"));
    assert.deepEqual(
      places.filter((path) => !/^(en\/)?2024\/05\/probe\//.test(path)),
      [],
    );
  });

  test("what citizens wrote in German is marked as German on an English page", () => {
    const [, comments = ""] = page("en/2024/05/probe").split('id="kommentare"');
    const [before = ""] = comments.split("Um zehn Uhr");
    assert.match(before, /<[^>]* lang="de"/);
  });
});
