import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { hasErrors } from "../../../src/problems.ts";
import {
  buildSoundly,
  call,
  type Files,
  filesBelow,
  layFiles,
  makeContent,
  makeFolder,
  NOW,
  PDF,
  PNG,
  read,
  visibleText,
} from "../../fixture.ts";
import * as word from "./word.ts";

const { paragraph, point, run, table } = word;

const begin = async (content: string, args: readonly string[]) => {
  const [{ execute }, { command }] = await Promise.all([import("../../../src/commands/call.ts"), import("../../../src/commands/new.ts")]);
  return call((words, settings) => execute(command, words, settings), args, { NOW, CONTENT: content });
};

/** A release begun from a document: its file, and what lies in the content folder. */
async function begunFrom(document: Uint8Array | string, name: string, args: readonly string[] = [], files: Files = {}) {
  const content = makeContent();
  const folder = makeFolder();
  layFiles(folder, { [name]: document, ...files });
  const { code, stdout, stderr } = await begin(content, [...args, "--from", join(folder, name), "--department", "presseamt"]);
  assert.equal(code, 0, stderr);
  const path = /^Angelegt: (.*)$/m.exec(stdout)?.[1] ?? "";
  const text = readFileSync(path, "utf8");
  return { content, path, text, body: text.slice(text.indexOf("\n---\n", 4) + 5).trim(), stdout };
}

const [blue, red] = await Promise.all(
  ["#123456", "#aa3322"].map((background) =>
    sharp({ create: { width: 90, height: 60, channels: 3, background } })
      .png()
      .toBuffer(),
  ),
);

/** A release as an office sends it, with all that Word puts into one. */
const SENT = word.wordDocument(
  [
    paragraph("Pressemitteilung Nr. 12", "Untertitel"),
    paragraph("Mühlteichbrücke wieder offen", "Titel"),
    paragraph(
      `${run("Die Brücke ist ") + run("ab 2. April", "<w:b/>") + run(" offen, sagt ") + run("Petra", "<w:i/>")}<w:ins w:id="9" w:author="Amt">${run(" Probe")}</w:ins><w:del w:id="8" w:author="Amt"><w:r><w:delText>GESTRICHEN</w:delText></w:r></w:del>${run(".")}${word.footnoteMark(1)}`,
    ),
    paragraph(word.picture(1, "Die Brücke mit neuem Geländer")),
    paragraph("Abbildung 1: Am Tag der Öffnung", "Beschriftung"),
    paragraph("Was kommt", "berschrift1"),
    paragraph("2. April 2020: Baubeginn, 5 * 3 _Teile_ <neu> {{ x }}"),
    point("Erstens", 1),
    point("Darunter", 1, 1),
    point("Zweitens", 1),
    point("Vorher", 2),
    point("Nachher", 2),
    paragraph("Termine", "berschrift3"),
    table([
      ["Tag", "Ort"],
      ["5. Mai", paragraph("Markt") + paragraph("und Brücke")],
    ]),
    paragraph("Weiteres", "berschriftStadt"),
    paragraph("„Endlich“, sagt sie.", "Zitat"),
    paragraph(run("Mehr unter ") + word.link(1, "probestadt.example") + run(".") + word.textBox("Im Kasten")),
    paragraph(word.picture(2, "Ein Bild, das Himmel enthält. Automatisch generierte Beschreibung")),
    paragraph("Ende."),
  ].join(""),
  {
    pictures: [blue ?? PNG, red ?? PNG],
    links: ["https://probestadt.example/a(b)"],
    footnotes: ["Nach Plan."],
    comments: ["ANMERKUNG"],
    header: "Stadt Probestadt",
  },
);

const BODY = `Pressemitteilung Nr. 12

Die Brücke ist **ab 2. April** offen, sagt *Petra* Probe.[^1]

![Die Brücke mit neuem Geländer](die-bruecke-mit-neuem-gelaender.png)

## Was kommt

2. April 2020: Baubeginn, 5 * 3 \\_Teile\\_ \\<neu> {{ x }}

- Erstens
  - Darunter
- Zweitens

1. Vorher
2. Nachher

### Termine

| Tag | Ort |
| --- | --- |
| 5. Mai | Markt, und Brücke |

## Weiteres

> „Endlich“, sagt sie.

Mehr unter [probestadt.example](https://probestadt.example/a%28b%29).

Im Kasten

Ende.

[^1]: Nach Plan.`;

describe("a Word document", () => {
  test("becomes a draft that passes the check: title, text, footnotes, pictures beside it; what is missing is a gap that is named", async () => {
    const { content, path, text, body, stdout } = await begunFrom(SENT, "Meldung.docx");
    assert.match(path, /2026\/12\/muehlteichbruecke-wieder-offen\.md$/);
    assert.equal(body, BODY);
    const { problems } = read(content);
    assert.deepEqual(
      problems.filter(({ isGap }) => !isGap),
      [],
    );
    const folder = filesBelow(path.slice(0, -".md".length));
    assert.deepEqual([...folder.keys()], ["bild-2.png", "die-bruecke-mit-neuem-gelaender.png"]);
    assert.deepEqual([folder.get("bild-2.png"), folder.get("die-bruecke-mit-neuem-gelaender.png")], [red, blue]);
    assert.match(text, /alt: Die Brücke mit neuem Geländer\n {4}caption: "?Abbildung 1: Am Tag der Öffnung"?\n/);
    assert.match(text, /file: bild-2\.png\n {4}alt: "\[Bitte ausfüllen: /);
    const named = /Zeilen ([\d, ]+),/.exec(stdout)?.[1]?.split(", ").map(Number) ?? [];
    assert.deepEqual(
      named,
      problems.map(({ line }) => line),
    );
    for (const note of [
      /einen Kommentar/,
      /nachverfolgte Änderungen/,
      /Kopf- und Fußzeilen[^\n]*„Stadt Probestadt“/,
      /bild-2\.png steht noch nicht im Text/,
    ])
      assert.match(stdout, note);
    assert.doesNotMatch(text, /GESTRICHEN|ANMERKUNG/);
  });

  test("says on its page what it said in Word, word for word", async () => {
    const args = ["--alt", "|Der Himmel über der Brücke", "--credit", "Stadt Probestadt"];
    const { content, path, text, stdout } = await begunFrom(SENT, "Meldung.docx", args);
    assert.doesNotMatch(text, /Bitte ausfüllen/);
    assert.doesNotMatch(stdout, /Noch auszufüllen|noch nicht im Text/);
    writeFileSync(path, text.replace("draft: true\n", ""));
    const { output } = await buildSoundly(content);
    const page = readFileSync(join(output, "2026/12/muehlteichbruecke-wieder-offen/index.html"), "utf8");
    const shown = /<div class="text">([\s\S]*?)<\/div>\s*(?:<\/div>|<figure)/.exec(page)?.[1] ?? "";
    const plain = visibleText(
      shown
        .replace(/<(?:picture|small)[\s\S]*?<\/(?:picture|small)>|<a href="#fussnote[^>]*>[^<]*<\/a>/g, "")
        .replace(/<\/(?:p|h\d|li|td|th)>/g, " "),
    );
    const words = plain.match(/[\p{L}\p{N}„“*_<>{}.,:]+/gu) ?? [];
    const sent =
      "Pressemitteilung Nr. 12 Die Brücke ist ab 2. April offen, sagt Petra Probe. Was kommt 2. April 2020: Baubeginn, 5 * 3 _Teile_ <neu> {{ x }} Erstens Darunter Zweitens Vorher Nachher Termine Tag Ort 5. Mai Markt, und Brücke Weiteres „Endlich“, sagt sie. Mehr unter probestadt.example. Im Kasten Ende. Nach Plan.";
    assert.deepEqual(words, sent.split(" "));
    assert.match(page, /<h1[^>]*>Mühlteichbrücke wieder offen<\/h1>/);
    assert.equal(page.match(/alt="Der Himmel über der Brücke"/g)?.length, 1);
  });

  test("gives a language version its text alone: pictures are the original's", async () => {
    const content = makeContent();
    const file = join(makeFolder(), "english.docx");
    writeFileSync(file, SENT);
    const { code, stdout, stderr } = await begin(content, ["stadtfest", "--lang", "en", "--title", "Fair", "--from", file]);
    assert.equal(code, 0, stderr);
    const text = readFileSync(join(content, "releases/2024/04/stadtfest.en.md"), "utf8");
    assert.match(text, /^title: Fair$/m);
    assert.match(text, /^## Mühlteichbrücke wieder offen$/m, "a title that is not the one given stays in the text");
    assert.doesNotMatch(text, /\.png|\ufffc/);
    assert.match(stdout, /Bilder des Dokuments sind nicht übernommen/);
    assert.equal(hasErrors(read(content).problems), false);
  });

  test("is asked about picture by picture where somebody sits at the terminal", async () => {
    const { readAround } = await import("../../../src/desk/documents/around.ts");
    const file = join(makeFolder(), "m.docx");
    writeFileSync(file, SENT);
    const asked: string[] = [];
    const answers = ["Erika Foto", "Himmel über der Brücke", ""];
    const laid = await (await readAround(file, undefined)).lay({ alts: [], credits: [] }, async (question) => {
      asked.push(question);
      return answers.shift() ?? "";
    });
    assert.deepEqual(
      asked.map((question) => question.replace(/\?.*/, "")),
      [
        "Bild 1 von 2 („Abbildung 1: Am Tag der Öffnung“): Wer hat es gemacht, als Bildnachweis (leer: später)",
        "Bild 2 von 2: Was ist darauf zu sehen (leer: später)",
        "Bild 2 von 2: Wer hat es gemacht, als Bildnachweis (leer: später)",
      ],
    );
    assert.deepEqual(
      laid.pictures.map(({ alt, credit }) => [alt, credit]),
      [
        ["Die Brücke mit neuem Geländer", "Erika Foto"],
        ["Himmel über der Brücke", undefined],
      ],
    );
  });
});

describe("a text file", () => {
  test("that names an embargo is told what holds it back, and one that speaks of one is not", async () => {
    const { stdout } = await begunFrom("Brücke offen\n\n**Sperrfrist: Montag, 4. Mai 2026, 10 Uhr**\n\nDie Brücke ist offen.\n", "a.txt");
    assert.match(stdout, /Im Text steht „Sperrfrist: Montag, 4\. Mai 2026, 10 Uhr“\. [^\n]*unter embargo/);
    const { stdout: quiet } = await begunFrom("Brücke offen\n\nDie Sperrfrist ist vorbei.\n", "b.txt");
    assert.doesNotMatch(quiet, /unter embargo/);
  });

  const LINES = "Brücke offen – ab Mai\n\n2. April 2020: Größe *5* <x> {{ y }}\nzweite Zeile\n\n- eins\n- zwei\n\nMarkt 1\n00000 Stadt\n";
  const EXPECTED = "2. April 2020: Größe \\*5\\* \\<x> {{ y }}\\\nzweite Zeile\n\n- eins\n- zwei\n\nMarkt 1\\\n00000 Stadt";

  test("is read in the encodings of Windows and of Unicode, with its first line as the title", async () => {
    const windows = Buffer.from(LINES.replaceAll("–", "\x96"), "latin1");
    const utf16 = Buffer.from(`\ufeff${LINES}`, "utf16le");
    const bigEndian = Buffer.from(utf16).swap16();
    for (const bytes of [
      Buffer.from(LINES),
      Buffer.from(`\ufeff${LINES.replaceAll("\n", "\r\n")}`),
      windows,
      utf16,
      bigEndian,
      utf16.subarray(2),
    ]) {
      const { text, body } = await begunFrom(bytes, "meldung.txt");
      assert.match(text, /^title: Brücke offen – ab Mai$/m);
      assert.equal(body, EXPECTED);
    }
  });

  test("has lists only where lines follow each other with the same sign or number", async () => {
    const { body } = await begunFrom(
      "Titel hier\n\n- ein Strich allein\n\n1. Punkt\n2. Punkt\n\n5. Mai\n6. Mai\n\n3. Bauabschnitt begann\n",
      "m.txt",
    );
    assert.equal(body, "\\- ein Strich allein\n\n1. Punkt\n2. Punkt\n\n5. Mai\\\n6. Mai\n\n3\\. Bauabschnitt begann");
  });
});

describe("a web page", () => {
  test("brings pictures that lie with it or in it, and names those that it does not", async () => {
    const data = `data:image/png;base64,${PNG.toString("base64")}`;
    const html = `<html><head><meta charset="iso-8859-1"></head><h1>Br\xfccke offen</h1><p>Text.</p><p><img src="bilder/plan%201.png" alt="Der Lageplan"></p><img src="${data}" alt="Ein Punkt"><img src="https://fern.example/x.png" alt="Fern"><img src="../geheim.png" alt="Geheim">`;
    const { text, body, path, stdout } = await begunFrom(Buffer.from(html, "latin1"), "post/m.html", [], {
      "post/bilder/plan 1.png": blue ?? PNG,
      "geheim.png": PNG,
    });
    assert.match(text, /^title: Brücke offen$/m);
    assert.equal(body, "Text.\n\n![Der Lageplan](der-lageplan.png)\n\n![Ein Punkt](ein-punkt.png)");
    assert.deepEqual([...filesBelow(path.slice(0, -".md".length)).keys()], ["der-lageplan.png", "ein-punkt.png"]);
    assert.equal(stdout.match(/Bild \d ist nicht übernommen: es liegt nicht bei/g)?.length, 2);
  });
});

describe("what is no document", () => {
  test("is refused with what it is and what to do, and nothing is written", async () => {
    const folder = makeFolder();
    const content = makeContent();
    const before = filesBelow(content);
    const ole = (name: string) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(name, "utf16le")]);
    const zip = (files: Record<string, string | Uint8Array>) =>
      Buffer.from(
        zipSync(Object.fromEntries(Object.entries(files).map(([name, file]) => [name, typeof file === "string" ? strToU8(file) : file]))),
      );
    /** A document whose archive states a size of its text that is not the true one. */
    const stating = (size: number) => {
      const bytes = Buffer.from(zipSync({ "word/document.xml": new Uint8Array(2_000_000) }, { level: 9 }));
      bytes.writeUInt32LE(size, bytes.lastIndexOf("PK\x01\x02", undefined, "latin1") + 24);
      return bytes;
    };
    for (const [name, bytes, says] of [
      ["leer.docx", Buffer.alloc(0), /Die Datei ist leer/],
      ["zip.docx", zip({ "brief.txt": "x" }), /ein ZIP-Archiv und kein Word-Dokument.*speichern Sie es als Word-Dokument/],
      ["text.odt", zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }), /LibreOffice \(\.odt\)/],
      ["tabelle.xlsx", zip({ "xl/workbook.xml": "<x/>" }), /Tabelle von Excel/],
      ["halb.docx", SENT.subarray(0, SENT.length / 2), /beschädigt oder unvollständig/],
      ["kaputt.docx", zip({ "word/document.xml": "<w:document><w:body>" }), /lässt sich nicht lesen/],
      ["bombe.docx", stating(300_000_000), /über 200 MB/],
      ["luege.docx", stating(100), /beschädigt|lässt sich nicht lesen|kein Word-Dokument|kein Text/],
      ["geheim.docx", ole("EncryptedPackage"), /mit einem Kennwort verschlüsselt/],
      ["alt.doc", ole("WordDocument"), /im alten Format von Word \(\.doc\)/],
      ["nachricht.msg", ole("__properties"), /kein Word-Dokument/],
      ["meldung.docx", PDF, /Das ist ein PDF/],
      ["meldung.pdf", PDF, /Das ist ein PDF/],
      ["meldung.rtf", "{\\rtf1 x}", /Format RTF/],
      ["bild.docx", PNG, /Das ist ein Bild/],
      ["daten.txt", Buffer.from([1, 2, 3, 0, 200, 4, 0, 0, 5, 0, 0, 0]), /weder ein Word-Dokument/],
      ["meldung.md", "# Titel\n\nText\n", /schon Markdown/],
      ["leer.html", "<html><body> </body></html>", /kein Text/],
      ["nichts.docx", word.wordDocument(""), /kein Text/],
    ] as const) {
      writeFileSync(join(folder, name), bytes);
      const { code, stdout, stderr } = await begin(content, [
        "Titel der Meldung",
        "--from",
        join(folder, name),
        "--department",
        "presseamt",
      ]);
      assert.deepEqual([name, code, stdout], [name, 1, ""]);
      assert.match(stderr, says, name);
      assert.match(stderr, /^[^\n]+\n$/, "one line, and no stack trace");
    }
    for (const lost of [join(folder, "gibt-es-nicht.docx"), folder])
      assert.match((await begin(content, ["Titel", "--from", lost, "--department", "presseamt"])).stderr, /gibt es nicht|keine Datei/);
    assert.deepEqual(filesBelow(content), before);
  });
});
