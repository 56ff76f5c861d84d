import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import postalMime from "postal-mime";
import sharp from "sharp";
import * as word from "../desk/documents/word.ts";
import { git } from "../desk/history.ts";
import { filesBelow, layFiles, makeFolder, placesOf, ROOT, visibleText } from "../fixture.ts";

const { paragraph, point, run, table } = word;

/** The moments of the release's life, in their order. */
const WRITTEN = "2026-11-28T09:00:00+01:00";
const BEFORE = "2026-11-30T09:59:00+01:00";
const PUBLIC = "2026-11-30T10:00:00+01:00";
const CORRECTED = "2026-12-01T12:00:00+01:00";
const WITHDRAWN = "2026-12-03T12:00:00+01:00";

const ID = "2026/11/markthalle";

/** Words that stand in the release, its old version, its English version and the old version of that alone. */
const [GERMAN, OLD_GERMAN, ENGLISH, OLD_ENGLISH] = ["Glasdach", "vierzig Stände", "step-free", "forty stalls"];

async function sent(): Promise<Buffer> {
  const pictures = await Promise.all(
    ["#123456", "#aa3322"].map((background) =>
      sharp({ create: { width: 640, height: 480, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const body = [
    paragraph("Sperrfrist: Montag, 30. November 2026, 10 Uhr"),
    paragraph("Markthalle: Die Sanierung ist fertig", "Titel"),
    paragraph(
      `${run("Die Markthalle öffnet am Dienstag, 1. Dezember 2026, wieder. Es gibt vierzig\u00a0Stände")}<w:ins w:id="9" w:author="Amt">${run(
        " und ein Café",
      )}</w:ins><w:del w:id="8" w:author="Amt"><w:r><w:delText> GESTRICHEN</w:delText></w:r></w:del>${run(".")}${word.footnoteMark(1)}`,
    ),
    paragraph(word.picture(1, "Das neue Glasdach der Markthalle von innen")),
    paragraph("Was neu ist", "berschrift1"),
    point("ein Eingang ohne Stufen", 1),
    paragraph(word.picture(2, "")),
    paragraph("„Wir haben jeden Stein umgedreht“, sagt die Bauleiterin.", "Zitat"),
    table([
      ["Tag", "Zeit"],
      ["Samstag", "7 bis 14 Uhr"],
    ]),
  ].join("");
  return word.wordDocument(body, { pictures, footnotes: ["Die Cafés öffnen erst um 9 Uhr."] });
}

describe("a release, from a Word document to its withdrawal", { concurrency: 1 }, () => {
  const desk = makeFolder();
  const [city, host] = [join(desk, "stadt"), join(desk, "host")];
  const site = join(city, "_site");
  const content = (path: string) => join(city, "content", path);
  const release = content(`releases/${ID}.md`);
  const english = content(`releases/${ID}.en.md`);
  const shown = (path: string) => visibleText(readFileSync(join(site, path), "utf8"));
  const commit = (message: string) => {
    git(city, "add", "--all");
    git(city, "commit", "--quiet", "--message", message);
  };

  /** What a command says at a moment to somebody who sits in the city's folder; it has to end with `code`. */
  function say(now: string, args: readonly string[], code = 0, cwd = city): string {
    const { PATH = "", HOME = "" } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "bin/stadtchronik.js"), ...args], {
      cwd,
      env: { PATH, HOME, NOW: now, GIT_CONFIG_GLOBAL: "/dev/null" },
      encoding: "utf8",
    });
    assert.equal(status, code, `${args.join(" ")}\n${stdout}${stderr}`);
    return stdout + stderr;
  }

  /** Runs what a remedy of the check prints behind `npm run`, with what it leaves to say. */
  function follow(now: string, said: string, ...more: string[]): string {
    const [, call = ""] = /npm run (correct -- .*)$/m.exec(said) ?? [];
    return say(now, [...call.replace(" --", "").split(" "), ...more]);
  }

  const edit = (file: string, from: string | RegExp, to: string) => {
    const text = readFileSync(file, "utf8");
    assert.notEqual(text.replace(from, to), text, `${file} does not say ${from}`);
    writeFileSync(file, text.replace(from, to));
  };

  before(async () => {
    const named = [
      "--name",
      "Stadt Beispielhausen",
      "--url",
      "https://nachrichten.beispielhausen.example/",
      "--email",
      "presse@beispielhausen.example",
    ];
    say(WRITTEN, ["create", "stadt", ...named], 0, desk);
    for (const path of filesBelow(join(city, "content")).keys())
      writeFileSync(content(path), readFileSync(content(path), "utf8").replace(/"?\[Bitte ausfüllen: [^\]]*\]"?/g, "Rathausplatz 1"));
    git(city, "init", "--quiet");
    commit("Archiv angelegt");
    layFiles(desk, { "PM Markthalle_final (2).docx": await sent() });
  });

  test("begins as a draft that says what is still to be done, and its gaps hold up nobody", () => {
    const args = ["new", "--from", "../PM Markthalle_final (2).docx", "--slug", "markthalle", "--department", "Pressestelle"];
    const said = say(WRITTEN, [...args, "--embargo", "2026-11-30T10:00", "--credit", "Stadt Beispielhausen"]);
    assert.match(said, /Im Text steht „Sperrfrist: Montag, 30\. November 2026, 10 Uhr“/);
    assert.match(said, /nachverfolgte Änderungen/);
    const text = readFileSync(release, "utf8");
    assert.match(text, /^embargo: "?2026-11-30T10:00"?$/m);
    assert.match(text, /vierzig\u00a0Stände und ein Café\.\[\^1\]/);
    assert.doesNotMatch(text, /GESTRICHEN/);
    const [, line = ""] = /Noch auszufüllen: Zeile (\d+),/.exec(said) ?? [];
    assert.match(text.split("\n")[Number(line) - 1] ?? "", /alt: "\[Bitte ausfüllen/);
    assert.match(say(WRITTEN, ["check", "--changed"]), /\[gap\][\s\S]*0 Fehler, 1 Hinweis\n/);
    edit(release, /alt: "\[Bitte ausfüllen[^\n]*"/, "alt: Ein Café in der Markthalle");
    edit(release, /Sperrfrist: .*\n\n/, "");
    edit(release, "vierzig\u00a0Stände", OLD_GERMAN);
    say(WRITTEN, ["new", "markthalle", "--lang", "en", "--title", "Market Hall: renovation completed"]);
    edit(english, "[Bitte ausfüllen: Text der Meldung]", "The Market Hall opens again, with forty stalls and a step-free entrance.");
    for (const alt of ["The new roof from inside", "A café in the hall"]) edit(english, /"\[Bitte ausfüllen: [^\]]*\]"/, alt);
    for (const file of [release, english]) edit(file, "draft: true\n", "");
    assert.match(say(WRITTEN, ["check", "--changed"]), /\n0 Fehler, 0 Hinweise\n/);
    commit("Markthalle");
  });

  test("is nowhere before its moment, and there in both languages from then on, on the host and as an e-mail", async () => {
    assert.match(say(BEFORE, ["build"]), /öffentlich ab 30\. November 2026, 10:00 Uhr/);
    const words = [GERMAN, OLD_GERMAN, ENGLISH, OLD_ENGLISH, "markthalle"];
    for (const one of words) assert.deepEqual(placesOf(one, site), [], one);
    say(PUBLIC, ["build"]);
    for (const one of words) assert.ok(placesOf(one, site).length > 0, `${one} is found where it may be`);
    assert.match(shown(`en/${ID}/index.html`), /Market Hall: renovation completed/);
    say(PUBLIC, ["publish", "--to", host]);
    assert.ok(placesOf(OLD_GERMAN, join(host, "current")).length > 0);
    say(PUBLIC, ["mail", "markthalle"]);
    const mail = await new postalMime().parse(readFileSync(join(city, "markthalle.eml")));
    assert.equal(mail.subject, "Pressemitteilung: Markthalle: Die Sanierung ist fertig");
    assert.deepEqual([mail.to, mail.text?.includes(`https://nachrichten.beispielhausen.example/${ID}/`)], [undefined, true]);
    assert.equal(git(city, "status", "--porcelain"), "", "neither the site nor the e-mail is content");
  });

  test("is not changed in silence; the remedy as it is printed keeps the old text, in each language by itself", () => {
    for (const [file, from, to, note] of [
      [release, OLD_GERMAN, "48 Stände", "Es sind 48 Stände, nicht vierzig."],
      [english, OLD_ENGLISH, "48 stalls", "In der englischen Fassung stand vierzig statt 48."],
    ] as const) {
      edit(file, from, to);
      const told = say(CORRECTED, ["check", "--since", "HEAD"], 1);
      assert.match(told, /\[published-text-changed\]/);
      follow(CORRECTED, told, "--note", note);
      commit(note);
    }
    assert.match(say(CORRECTED, ["check", "--since", "HEAD~2"]), /\n0 Fehler, 0 Hinweise\n/);
    say(CORRECTED, ["build"]);
    assert.match(shown(`${ID}/fassung/1/index.html`), /Es gibt \[gestrichen: vierzig\]\[neu: 48\] Stände/);
    assert.match(shown(`en/${ID}/fassung/2/index.html`), /\[removed: forty\]\[new: 48\] stalls/);
    assert.match(shown(`${ID}/index.html`), /Es sind 48 Stände, nicht vierzig\. Frühere Fassung 1 ansehen/);
    assert.deepEqual(placesOf(OLD_GERMAN, site), [`${ID}/fassung/1/index.html`, `${ID}/index.json`]);
    assert.deepEqual(placesOf(OLD_ENGLISH, site), [`en/${ID}/fassung/2/index.html`, `en/${ID}/index.json`]);
    say(CORRECTED, ["publish", "--to", host]);
  });

  test("is gone when it is withdrawn: text, pictures, old versions and the English version; its addresses say why", () => {
    const words = [GERMAN, OLD_GERMAN, ENGLISH, OLD_ENGLISH, "48 Stände"];
    for (const one of words) assert.ok(placesOf(one, join(host, "current")).length > 0, `${one} is found before`);
    edit(release, "department:", "withdrawn: {date: 2026-12-03, reason: Die Angaben der Baufirma waren falsch.}\ndepartment:");
    assert.match(say(WITHDRAWN, ["check", "--since", "HEAD"]), /\n0 Fehler, 0 Hinweise\n/);
    commit("Zurückgezogen");
    say(WITHDRAWN, ["build"]);
    say(WITHDRAWN, ["publish", "--to", host]);
    for (const one of words) assert.deepEqual(placesOf(one, join(host, "current")), [], one);
    const left = [...filesBelow(join(host, "current")).keys()].filter((path) => path.includes(`${ID}/`));
    assert.ok(left.length > 0 && left.every((path) => /\/index\.(html|json)(\.\w+)?$/.test(path)), left.join());
    for (const path of [`${ID}/index.html`, `en/${ID}/index.html`]) assert.match(shown(path), /Die Angaben der Baufirma waren falsch\./);
    assert.match(say(WITHDRAWN, ["publish", "--to", host, "--rollback"]), /seither zurückgezogen oder berichtigt wurde, ist damit wieder/);
    assert.ok(placesOf(OLD_GERMAN, join(host, "current")).length > 0, "what comes back is the site before");
  });
});
