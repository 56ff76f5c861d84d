import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { outputFile } from "../../src/addresses.ts";
import { findLeaks } from "../../src/build/leaks/leak-test.ts";
import { MANIFEST_ADDRESS, type ManifestEntry, parseManifest } from "../../src/build/manifest.ts";
import { sha256 } from "../../src/disk/digest.ts";
import type { Problem } from "../../src/problems.ts";
import { buildSoundly, layFiles, makeContent, makeFile, makeFolder, makeRelease, PNG, read } from "../fixture.ts";

/** A release under embargo; each part of it can come to light by itself. */
const SECRET = makeFile(
  {
    title: "Schwimmbad am Finkenherd schließt zum Jahresende",
    date: "2026-12-20",
    embargo: "2026-12-20T10:00",
    summary: "Das Bad rechnet sich seit Jahren nicht mehr, und ein Neubau ist nicht in Sicht.",
    department: "presseamt",
    topics: "[stadtleben]",
    images: "[{file: becken-leer.png, alt: Ein leeres Becken, credit: Stadt}]",
    attachments: "[{file: gutachten.pdf, title: Gutachten zur Schließung}]",
  },
  "Der Rat hat am **Mittwoch** in nicht öffentlicher Sitzung beschlossen, das [Schwimmbad](https://bad.example/finkenherd) zu schließen.\n",
);

const DOCUMENT =
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Title (Wirtschaftlichkeit des Finkenbades bis 2040)>>endobj\ntrailer<</Root 1 0 R/Info 2 0 R>>\n%%EOF\n";

/** A title as documents often write it: UTF-16, each byte as two digits. */
const TITLE_IN_PDF = Buffer.from("Schwimmbad am Finkenherd schließt zum Jahresende", "utf16le").swap16().toString("hex").toUpperCase();

const ID = "2026/12/finkenherd-schliesst";
const PLACE = `releases/${ID}.md`;

interface Town {
  content: string;
  site: string;
  entries: ManifestEntry[];
}

let town: Town;

/** The leaks of the town, after something has been laid into its finished site; each as a line. */
function leaksWith(files: Record<string, string | Uint8Array>, memory = join(makeFolder(), "words")): Problem[] {
  const site = join(makeFolder(), "site");
  cpSync(town.site, site, { recursive: true });
  layFiles(site, files);
  const others = Object.keys(files).map((path): ManifestEntry => ({ address: `/${path}`, kind: "file", sha256: "" }));
  const entries = [...town.entries.filter(({ address }) => !(outputFile(address) in files)), ...others].map((entry) => ({
    ...entry,
    sha256: sha256(readFileSync(join(site, outputFile(entry.address)))),
  }));
  const reading = read(town.content);
  assert.ok(reading.archive);
  // `read` shortens paths for messages; the test is told them as the build knows them.
  const long = <T extends { path: string }>(one: T): T => ({ ...one, path: join(town.content, one.path) });
  return findLeaks({
    archive: reading.archive,
    unpublished: reading.unpublished.map(long),
    refused: reading.refused.map(long),
    folder: town.content,
    site,
    entries,
    memory,
    program: "test",
  });
}

const said = (problems: readonly Problem[]) =>
  problems.map(({ path, line, message }) => `${path.slice(town.content.length + 1)}:${line} ${message}`).join("\n");

describe("what is not public, and yet stands in the finished site", () => {
  before(async () => {
    const content = makeContent({
      [PLACE]: SECRET,
      [`releases/${ID}/becken-leer.png`]: PNG,
      [`releases/${ID}/gutachten.pdf`]: DOCUMENT,
      "releases/2026/12/entwurf.md": makeRelease({ title: "November 2026", date: "2026-12-01", draft: "true" }, "Noch nichts.\n"),
      "releases/2024/05/probe.md": makeRelease(
        { withdrawn: "{date: 2024-05-20, reason: Die Angaben zu Haltestellen und Zeiten waren leider ganz und gar falsch}" },
        "Der Bücherbus hält von Juli an jeden zweiten Samstag auch vor dem alten Rathaus.\n",
      ),
      "releases/2024/06/freibad.md": makeRelease(
        {
          title: "Freibad öffnet früher",
          date: "2024-06-03",
          corrections: "[{date: 2024-06-04, note: Ein Absatz ist gestrichen., edition: 1}]",
        },
        "Das Freibad öffnet schon um sieben Uhr, und der Eintritt bleibt bis zum Ende des Sommers frei.\n",
      ),
      "releases/2024/06/freibad/fassung-1.md": makeFile(
        { title: "Freibad öffnet früher", withheld: "Die Fassung nannte die private Telefonnummer eines Menschen, der dort arbeitet." },
        "Das Freibad öffnet schon um sieben Uhr, und der Eintritt bleibt bis zum Ende des Sommers frei.\n\n" +
          "Wer baden will, ruft abends nach neun bei Quirina Zwackelmann unter ihrer eigenen Nummer an.\n",
      ),
    });
    const { output } = await buildSoundly(content);
    const entries = parseManifest(readFileSync(join(output, outputFile(MANIFEST_ADDRESS)), "utf8"))?.entries ?? [];
    town = { content, site: output, entries };
  });

  test("a site without leaks passes, although a draft is called as pages print dates, and a withdrawal gives its reason", () => {
    assert.equal(said(leaksWith({})), "");
  });

  const page = (html: string) => `<!doctype html><html lang="de"><head><title>Seite</title></head><body>${html}</body></html>`;
  const PLACES: [what: string, path: string, content: string | Uint8Array, found: RegExp][] = [
    [
      "its title, in a list",
      "2026/index.html",
      page("<ul><li><a>Schwimmbad am Finkenherd schließt zum Jahresende</a></li></ul>"),
      /md:2 .*Titel/,
    ],
    ["its title, in capitals in an attribute", "x.html", page('<img alt="SCHWIMMBAD am Finkenherd schließt zum Jahresende">'), /Titel/],
    ["its address, in a feed", "feed-x.xml", `<feed><link href="https://probestadt.example/${ID}/"/></feed>`, /Adresse/],
    [
      "its summary, in data",
      "x.json",
      JSON.stringify({ summary: "Das Bad rechnet sich seit Jahren nicht mehr, und ein Neubau ist nicht in Sicht." }),
      /Wortlaut/,
    ],
    [
      "eight words of its text",
      "x.html",
      page("<p>… in nicht öffentlicher Sitzung beschlossen, das Schwimmbad zu …</p>"),
      /md:12 .*Wortlaut/,
    ],
    [
      "eight words across emphasis and a link",
      "x.html",
      page('<p>am <strong>Mittwoch</strong> in nicht öffentlicher Sitzung beschlossen, das <a href="/y/">Schwimmbad</a></p>'),
      /Wortlaut/,
    ],
    [
      "eight words in HTML within a feed",
      "f.xml",
      "<content>&lt;p&gt;am &lt;strong&gt;Mittwoch&lt;/strong&gt; in nicht öffentlicher &amp;amp; &amp;quot;Sitzung&amp;quot; beschlossen, das &lt;a&gt;Schwimmbad&lt;/a&gt; zu schließen&lt;/p&gt;</content>",
      /Wortlaut/,
    ],
    [
      "eight words in JSON within JSON",
      "x.jsonl",
      JSON.stringify({ text: JSON.stringify({ inner: 'Der Rat hat am\n"Mittwoch" in nicht öffentlicher Sitzung beschlossen' }) }),
      /Wortlaut/,
    ],
    [
      "eight words in a calendar, folded within a word",
      "t.ics",
      "BEGIN:VCALENDAR\r\nDESCRIPTION:am Mittwoch in nicht öffentlicher Sit\r\n zung beschlossen\\, das Schwimmbad\r\n",
      /Wortlaut/,
    ],
    [
      "eight words in a packed search index",
      "pagefind/fragment/de_1.pf_fragment",
      gzipSync(`pagefind_dcd${JSON.stringify({ content: "Rat hat am Mittwoch in nicht öffentlicher Sitzung" })}`),
      /Wortlaut/,
    ],
    [
      "eight words in a search index that cuts compounds",
      "pagefind/fragment/de_1.pf_fragment",
      gzipSync(`pagefind_dcd${JSON.stringify({ content: "in nicht öffentlicher Sitzung beschlossen das Schwimm^bad zu" })}`),
      /Wortlaut/,
    ],
    ["the name of its picture", "x.html", page('<img src="/bilder/becken-leer.png">'), /becken-leer\.png:1 .*Dateiname/],
    ["a copy of its attachment", "anlagen/plan.pdf", DOCUMENT, /gutachten\.pdf:1 .*die Datei selbst/],
    [
      "what its attachment says of itself",
      "x.txt",
      "Wirtschaftlichkeit des Finkenbades bis 2040",
      /gutachten\.pdf:1 .*Angabe in der Datei/,
    ],
    [
      "its title, in what another document says of itself",
      "anlagen/anders.pdf",
      `%PDF-1.4\n1 0 obj<</Title <FEFF${TITLE_IN_PDF}>>>endobj\n%%EOF\n`,
      /Titel/,
    ],
    [
      "the text of a withdrawn release",
      "x.html",
      page("<p>Der Bücherbus hält von Juli an jeden zweiten Samstag</p>"),
      /2024\/05\/probe\.md:\d+ .*Wortlaut/,
    ],
    [
      "what an old version said that is held back",
      "x.html",
      page("<p>ruft abends nach neun bei Quirina Zwackelmann unter ihrer eigenen Nummer an</p>"),
      /2024\/06\/freibad\/fassung-1\.md:8 .*Wortlaut/,
    ],
  ];

  for (const [what, path, content, found] of PLACES)
    test(`is found: ${what}`, () => {
      const problems = leaksWith({ [path]: content });
      assert.ok(problems.length > 0, "nothing was found");
      assert.match(said(problems), found);
      assert.match(said(problems), new RegExp(`in ${path.replaceAll(".", "\\.")}\\.`));
      assert.doesNotMatch(
        said(problems),
        /Finkenherd schließt|nicht öffentlicher Sitzung|rechnet sich/,
        "the words themselves are not repeated",
      );
    });

  test("eight words that a public text holds too are none of its secrets", () => {
    const quoted = "Der Rat hat am Mittwoch in nicht öffentlicher Sitzung beschlossen, mehr ist nicht bekannt.";
    layFiles(town.content, { "releases/2024/07/geruecht.md": makeRelease({ title: "Gerücht", date: "2024-07-01" }, `${quoted}\n`) });
    try {
      assert.equal(said(leaksWith({ "x.html": page(`<p>${quoted}</p>`) })), "");
    } finally {
      layFiles(town.content, { "releases/2024/07/geruecht.md": null });
    }
  });

  test("nor are eight words across the end of a public paragraph, as the search index has its texts in one piece", () => {
    const [first, second] = ["Die Ämter arbeiten eng zusammen.", "Der Rat hat am Mittwoch in nicht öffentlicher Sitzung getagt."];
    layFiles(town.content, {
      "releases/2024/07/bericht.md": makeRelease({ title: "Bericht", date: "2024-07-01" }, `${first}\n\n${second}\n`),
      "releases/2026/12/entwurf-2.md": makeRelease({ title: "Entwurf", date: "2026-12-01", draft: "true" }, `${first} ${second}\n`),
    });
    const fragment = gzipSync(`pagefind_dcd${JSON.stringify({ content: `${first} ${second}` })}`);
    try {
      assert.equal(said(leaksWith({ "pagefind/de/x.pf_fragment": fragment })), "");
      layFiles(town.content, { "releases/2024/07/bericht.md": null });
      assert.match(said(leaksWith({ "pagefind/de/x.pf_fragment": fragment })), /entwurf-2\.md.*Wortlaut/);
    } finally {
      layFiles(town.content, { "releases/2024/07/bericht.md": null, "releases/2026/12/entwurf-2.md": null });
    }
  });

  test("nor is where a public text ends and its summary begins, which stand side by side in the search index", () => {
    const [text, summary] = ["Die Arbeiten dauern drei Monate länger als gedacht.", "Das Amt für Sport und Bäder lädt ein."];
    layFiles(town.content, {
      "releases/2024/07/ende.md": makeRelease({ title: "Bericht", date: "2024-07-01", summary }, `${text}\n`),
      "releases/2026/12/entwurf-4.md": makeRelease({ title: "Entwurf", date: "2026-12-01", draft: "true" }, `${text} ${summary}\n`),
    });
    const fragment = (between: string) => gzipSync(`pagefind_dcd${JSON.stringify({ content: `${text}${between}${summary}` })}`);
    try {
      assert.equal(said(leaksWith({ "pagefind/de/x.pf_fragment": fragment(" · ") })), "");
      assert.match(said(leaksWith({ "pagefind/de/x.pf_fragment": fragment(" ") })), /entwurf-4\.md.*Wortlaut/);
    } finally {
      layFiles(town.content, { "releases/2024/07/ende.md": null, "releases/2026/12/entwurf-4.md": null });
    }
  });

  test("nor is the second half of a public compound with what follows it, although the search index has it cut there", () => {
    const rest = "verein ist seit 2007 in der Stadt und war zuvor in einem Beirat tätig.";
    layFiles(town.content, {
      "releases/2024/07/verein.md": makeRelease({ title: "Bericht", date: "2024-07-01" }, `Der Grund${rest}\n`),
      "releases/2026/12/entwurf-3.md": makeRelease({ title: "Entwurf", date: "2026-12-01", draft: "true" }, `Der V${rest.slice(1)}\n`),
    });
    const fragment = (text: string) => gzipSync(`pagefind_dcd${JSON.stringify({ content: text })}`);
    try {
      assert.equal(said(leaksWith({ "pagefind/de/x.pf_fragment": fragment(`Der Grund^${rest}`) })), "");
      assert.match(said(leaksWith({ "pagefind/de/x.pf_fragment": fragment(`Der ${rest}`) })), /entwurf-3\.md.*Wortlaut/);
    } finally {
      layFiles(town.content, { "releases/2024/07/verein.md": null, "releases/2026/12/entwurf-3.md": null });
    }
  });

  test("what has been looked at is not opened again; a new file and a new secret are", () => {
    const memory = join(makeFolder(), "words");
    assert.equal(said(leaksWith({}, memory)), "");
    assert.match(said(leaksWith({ "neu.html": page("Schwimmbad am Finkenherd schließt zum Jahresende") }, memory)), /Titel/);
    assert.equal(said(leaksWith({ "alt.html": page("Die Orgel der Kirche wird im nächsten Frühjahr für immer verstummen") }, memory)), "");
    layFiles(town.content, {
      "releases/2026/12/orgel.md": makeRelease(
        { title: "Orgel", date: "2026-12-02", draft: "true" },
        "Die Orgel der Kirche wird im nächsten Frühjahr für immer verstummen.\n",
      ),
    });
    try {
      assert.match(
        said(leaksWith({ "alt.html": page("Die Orgel der Kirche wird im nächsten Frühjahr für immer verstummen") }, memory)),
        /orgel\.md.*alt\.html/,
      );
      writeFileSync(memory, readFileSync(memory).subarray(0, 100));
      assert.match(
        said(leaksWith({ "alt.html": page("Die Orgel der Kirche wird im nächsten Frühjahr für immer verstummen") }, memory)),
        /orgel\.md/,
        "a damaged memory is none",
      );
    } finally {
      layFiles(town.content, { "releases/2026/12/orgel.md": null });
    }
  });
});
