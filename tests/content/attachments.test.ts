import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkAttachment, describeFile, mediaType } from "../../src/content/attachments.ts";
import {
  buildSoundly,
  layFiles,
  line,
  MP3,
  MP4,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  PDF,
  PNG,
  PROBE,
  ROOT,
  readWith,
  VTT,
  visibleText,
} from "../fixture.ts";
import { childrenOf, type Element, parseXml } from "../xml.ts";

const SAMPLES = join(ROOT, "tests/fixtures/attachments");
const sample = (name: string) => readFileSync(join(SAMPLES, name));
const UMLAUTS = Buffer.from("Stra\xdfe;Gr\xf6\xdfe\n", "latin1");

/** What is said of an attachment with this name and content, a line a problem. */
function judge(name: string, content: string | Uint8Array): string[] {
  const folder = makeFolder();
  layFiles(folder, { [name]: content });
  return checkAttachment(join(folder, name), "meldung.md", { line: 7, column: 3 }).map(line);
}

describe("an attachment is what its name says", () => {
  test("documents and data of every kind that may be attached are taken, each by its content", () => {
    const texts = {
      "plan.pdf": PDF,
      "halte.csv": "Halt;Zeit\nMarkt;10\n",
      "rede.txt": "Es gilt das gesprochene Wort: 3 < 4.\n",
      "brief.rtf": "{\\rtf1\\ansi Text}",
      "fest.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
      "daten.json": '\n[{"a":1}]',
      "wege.geojson": '{"type":"FeatureCollection","features":[]}',
      "film.vtt": VTT,
      "film.mp4": MP4,
      "rede.mp3": MP3,
    };
    const documents = readdirSync(SAMPLES).filter((name) => name !== "makros.docx");
    for (const [name, content] of [...Object.entries(texts), ...documents.map((name) => [name, sample(name)] as const)])
      assert.deepEqual(judge(name, content), [], name);
    const endings = [...Object.keys(texts), ...documents].map((name) => name.split(".").at(-1));
    const [, possible = ""] = /Möglich sind: ([^.]*)\./.exec(judge("a.exe", "x").join()) ?? [];
    assert.deepEqual(possible.split(", ").sort(), [...new Set(endings)].sort(), "each kind that may be attached is tried here");
  });

  test("a file in disguise is refused with its place, and what it really is", () => {
    const page = "<!DOCTYPE html><script>alert(1)</script>";
    const disguised: [string, string | Uint8Array, RegExp][] = [
      ["plan.pdf", page, /eine Webseite/],
      ["plan.pdf", `${page}\n${PDF}`, /eine Webseite/],
      ["plan.pdf", Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"), /ein Windows-Programm/],
      ["plan.pdf", Buffer.from("\x7fELF\x02\x01", "latin1"), /ein Programm/],
      ["plan.pdf", sample("ordner.zip"), /ein ZIP-Archiv/],
      ["plan.pdf", PNG, /ein Bild/],
      ["plan.pdf", PDF.slice(0, 40), /bricht ab/],
      ["plan.pdf", "", /ist leer/],
      ["rede.txt", page, /eine Webseite/],
      ["rede.txt", ` \n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, /eine Webseite/],
      ["rede.txt", "#!/bin/sh\nrm -rf /\n", /ein Skript/],
      ["rede.txt", Buffer.from("\xff\xfeT\0e\0", "latin1"), /UTF-16/],
      ["halte.csv", "", /ist leer/],
      ["halte.csv", sample("tabelle.xlsx"), /ein ZIP-Archiv/],
      ["daten.json", page, /eine Webseite/],
      ["fest.ics", "Am Samstag", /etwas anderes/],
      ["film.vtt", "Am Samstag", /etwas anderes/],
      ["brief.rtf", PDF, /ein PDF/],
      ["brief.odt", sample("brief.docx"), /ein anderes Office-Dokument/],
      ["brief.docx", sample("brief.odt"), /ein anderes Office-Dokument/],
      ["brief.docx", sample("tabelle.xlsx"), /ein anderes Office-Dokument/],
      ["brief.docx", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1", "latin1"), /altes Office-Dokument/],
      ["brief.docx", sample("makros.docx"), /Makros/],
      ["film.mp4", "Film", /etwas anderes/],
      ["rede.mp3", "", /ist leer/],
    ];
    for (const [name, content, reason] of disguised) {
      const [problem = "", ...more] = judge(name, content);
      assert.deepEqual(more, [], name);
      assert.match(problem, reason, name);
      assert.match(problem, /^meldung\.md:7:3 error Die Anlage heißt \.\w+, aber sie .+\. Speichern Sie sie .+\.$/, name);
    }
  });

  test("what a browser or a double click would run is no attachment, whatever it holds", () => {
    for (const name of [
      "a.exe",
      "a.html",
      "a.js",
      "a.svg",
      "a.xml",
      "a.docm",
      "a.xlsm",
      "a.bat",
      "a.jar",
      "a.msi",
      "a.php",
      "a.hta",
      "a.lnk",
      "a.iso",
      "ohne-endung",
    ]) {
      const [problem = "", ...more] = judge(name, PDF);
      assert.deepEqual(more, [], name);
      assert.match(problem, /keine Art von Anlage.*Möglich sind: pdf, csv/, name);
    }
    assert.match(judge("plan.html.pdf", PDF).join(), /Im Dateinamen steht „\.html“/);
  });

  test("a text that is not in UTF-8 is published with a hint", () => {
    assert.match(judge("halte.csv", UMLAUTS).join(), /^meldung\.md:7:3 hint .*UTF-8/);
    assert.deepEqual(judge("halte.csv", `${"a".repeat(65_535)}ß\n`), []);
  });

  test("the refusal stands where the release names the file", () => {
    const { problems } = readWith({
      [PROBE]: makeRelease({ attachments: "[{file: plan.pdf, title: Lageplan}]" }),
      "releases/2024/05/probe/plan.pdf": "<html>",
    });
    assert.deepEqual(
      problems.map((problem) => line(problem).slice(0, 77)),
      ["releases/2024/05/probe.md:7:16 error Die Anlage heißt .pdf, aber sie enthält "],
    );
  });
});

test("kind and size are said as readers of each language write them", () => {
  const said = (size: number, language = "de", link = "") =>
    describeFile({ file: "Plan.PDF", size }, { language, phrase: "{kind}, {size}", said: link }).replaceAll("\u00a0", "_");
  assert.equal(said(1_234_567), "PDF, 1,2_MB");
  assert.equal(said(1_234_567, "en"), "PDF, 1.2_MB");
  assert.equal(said(1_234_567, "de-simple"), "PDF, 1,2_MB");
  assert.equal(said(12), "PDF, 1_KB");
  assert.equal(said(63_745), "PDF, 64_KB");
  assert.equal(said(999_600), "PDF, 1_MB");
  assert.equal(said(63_745, "de", "Lageplan (PDF)"), "64_KB");
  assert.equal(mediaType("Plan.PDF"), "application/pdf");
});

test("page, text, feeds and data say kind and size of an attachment, as its file has them", async () => {
  const content = makeContent({
    [PROBE]: makeRelease(
      { attachments: "[{file: plan.pdf, title: Lageplan, accessible: false}]" },
      "Siehe [die Karte](plan.pdf), [das PDF](plan.pdf) und [mehr](https://stadt.example/).\n",
    ),
    "releases/2024/05/probe.en.md": makeFile(
      { title: "Library bus on Saturdays", summary: "The library bus stops every Saturday from now on." },
      "See [the map](plan.pdf).\n",
    ),
    "releases/2024/05/probe/plan.pdf": PDF + "% Punkt\n".repeat(300_000) + PDF,
  });
  const { output } = await buildSoundly(content);
  const { size } = statSync(join(output, "2024/05/probe/plan.pdf"));
  assert.ok(size > 2_000_000);
  const published = (path: string) => readFileSync(join(output, path), "utf8");

  const german = visibleText(published("2024/05/probe/index.html"));
  assert.match(german, /Siehe die Karte \(PDF, 2,4\u00a0MB\), das PDF \(2,4\u00a0MB\) und mehr\./);
  assert.match(german, /Lageplan PDF, 2,4\u00a0MB\s*Diese Datei ist nicht barrierefrei/);
  const english = visibleText(published("en/2024/05/probe/index.html"));
  assert.match(english, /See the map \(PDF, 2\.4\u00a0MB\)\./);
  assert.match(english, /Lageplan PDF, 2\.4\u00a0MB\s*This file is not accessible/);
  assert.match(published("2024/05/probe/index.txt"), /Lageplan \(PDF, 2,4\u00a0MB\): https:/);

  const find = (element: Element, matches: (element: Element) => boolean): Element[] =>
    matches(element) ? [element] : element.children.flatMap((child) => find(child, matches));
  for (const feed of ["feed.xml", "themen/stadtleben/feed.xml"]) {
    const [entry] = find(parseXml(published(feed)), (element) => element.name === "entry" && element.text.includes("die Karte"));
    assert.ok(entry);
    const [enclosure] = childrenOf(entry, "link").filter(({ attributes }) => attributes.rel === "enclosure");
    assert.deepEqual([enclosure?.attributes.type, enclosure?.attributes.length], ["application/pdf", String(size)]);
  }
  const { items } = JSON.parse(published("feed.json")) as { items: { url: string; attachments: object[] }[] };
  const url = "https://probestadt.example/2024/05/probe/plan.pdf";
  assert.deepEqual(items.find((item) => item.url.endsWith("/probe/"))?.attachments, [
    { url, mime_type: "application/pdf", title: "Lageplan", size_in_bytes: size },
  ]);
  const record = JSON.parse(published("2024/05/probe/index.json")) as { attachments: object[] };
  assert.deepEqual(record.attachments, [{ url, title: "Lageplan", type: "application/pdf", bytes: size, accessible: false }]);
});
