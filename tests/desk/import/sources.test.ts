import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { buildSoundly, PNG } from "../../fixture.ts";
import { imported, runImport } from "./imported.ts";

const NEWS = `"uid";"pid";"title";"teaser";"bodytext";"datetime";"hidden";"deleted";"path_segment";"author";"author_email";"sys_language_uid"
"1";"12";"Müllabfuhr verschiebt sich";"";"Am 1. Mai kommt sie nicht.
<link http://www.alt.example/seite _blank>Mehr dazu</link>, <link 23>Seite</link>.";"1588291200";"0";"0";"muell";"Anna";"anna@geheim.example";"0"
"2";"12";"Versteckt";"";"x";"1588291200";"1";"0";"v";"";"";"0"
"3";"12";"Neu <i>im</i> Rat &amp; Haus";"";"<p>Siehe <a href=""t3://record?identifier=news&amp;uid=1"">alt</a></p>";"1609459200";"0";"0";"";"";"";"0"
`;

const FEED = (word: string) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Stadt</title><link>https://feed.example/</link>
<item><title>Bad öffnet</title><link>https://feed.example/bad</link><pubDate>Thu, 04 Mar 2021 08:00:00 +0100</pubDate>
<content:encoded><![CDATA[<p>Das Bad öffnet am ${word}.</p>]]></content:encoded></item>
<item><title>Nur Auszug</title><link>https://feed.example/auszug</link><pubDate>Thu, 04 Mar 2021 08:00:00 +0100</pubDate>
<description>Kurz und knapp steht hier der Anfang …</description></item></channel></rss>`;

const ATOM = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><link href="https://atom.example/"/>
<entry><title type="html">Rat &amp;amp; Haus</title><id>tag:a,1</id><link href="https://atom.example/1"/><published>2020-01-01T00:00:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein <b>fetter</b> Text &amp; <i>mehr</i>.</p></div></content></entry></feed>`;

describe("each other source", { concurrency: 1 }, () => {
  test("TYPO3's tables: lines are paragraphs, links lead where they say, categories come by their links, addresses of people do not", async () => {
    const { text, errors, stdout, files, content } = await imported({
      "tx_news_domain_model_news.csv": NEWS,
      "sys_category.csv": "uid,title\n7,Abfall & Umwelt\n",
      "sys_category_record_mm.csv": "uid_local,uid_foreign,tablenames\n7,1,tx_news_domain_model_news\n7,3,pages\n",
    });
    assert.deepEqual(errors, []);
    assert.match(stdout, /^Gelesen 3 = übernommen 2 \+ abgewiesen 0 \+ weggelassen 1\.$/m);
    const muell = text("releases/2020/05/muell.md");
    assert.match(muell, /^date: 2020-05-01$/m);
    assert.match(muell, /^topics: \[abfall-umwelt\]$/m);
    assert.match(muell, /Am 1\. Mai kommt sie nicht\.\n\n\[Mehr dazu\]\(http:\/\/www\.alt\.example\/seite\), Seite\./);
    assert.match(text("releases/2021/01/neu-im-rat-haus.md"), /Siehe \[alt\]\(\/2020\/05\/muell\/\)/);
    for (const [path, bytes] of files) assert.ok(!bytes.includes("geheim.example"), path);
    const { output } = await buildSoundly(content);
    assert.match(readFileSync(join(output, "2020/05/muell/index.html"), "utf8"), /Am 1\. Mai kommt sie nicht\./);
  });

  test("TYPO3's translations become language versions, where the tables or the mapping say their language", async () => {
    const head = NEWS.slice(0, NEWS.indexOf("\n")).replace('"sys_language_uid"', '"sys_language_uid";"l10n_parent"');
    const rows = [
      '"1";"12";"Bad öffnet";"Es ist warm.";"Das Bad öffnet am Montag.";"1588291200";"0";"0";"bad";"";"";"0";"0"',
      '"2";"12";"Pool opens";"It is warm.";"The pool opens on Monday.";"1588291200";"0";"0";"pool";"";"";"1";"1"',
      '"3";"12";"La piscine";"Il fait chaud.";"La piscine ouvre lundi.";"1588291200";"0";"0";"piscine";"";"";"2";"1"',
      '"4";"12";"Pool closes";"Later.";"The pool closes later.";"1588291200";"0";"0";"later";"";"";"1";"99"',
    ];
    const tables = { "tx_news_domain_model_news.csv": [head, ...rows, ""].join("\n") };
    const first = await imported(tables);
    assert.match(first.stdout, /^Gelesen 4 = übernommen 1 \+ abgewiesen 0 \+ weggelassen 3\.$/m);
    assert.match(first.stdout, /deren Sprache die Quelle nicht nennt \(sys_language_uid 1\)/);
    assert.match(first.stdout, /languages: \{ "1": en \}/);
    const named = await imported({ ...tables, "sys_language.csv": "uid,title,language_isocode\n1,English,en\n2,Français,fr\n" });
    assert.deepEqual(named.errors, []);
    assert.match(named.text("releases/2020/05/bad.en.md"), /^title: Pool opens$[\s\S]*^The pool opens on Monday\.$/m);
    assert.match(named.stdout, /in einer Sprache, die site\.yml nicht nennt \(fr\)/);
    const mapping = join(first.content, "../import", `${first.from.split("/").at(-1)?.toLowerCase()}.yml`);
    writeFileSync(mapping, `${readFileSync(mapping, "utf8")}languages: { "1": en }\n`);
    const second = await runImport(first.from, first.content);
    assert.deepEqual(second.errors, []);
    assert.equal(second.text("releases/2020/05/bad.en.md"), named.text("releases/2020/05/bad.en.md"));
    const { output } = await buildSoundly(second.content);
    assert.match(readFileSync(join(output, "en/2020/05/bad/index.html"), "utf8"), /The pool opens on Monday\./);
  });

  test("feeds: states in time become old versions with a correction, excerpts alone are refused with the reason", async () => {
    const { text, errors, stdout, content, from } = await imported({
      "2021-03-04.xml": FEED("Montag"),
      "2021-03-06.xml": FEED("Dienstag"),
    });
    assert.deepEqual(errors, []);
    assert.match(stdout, /^Gelesen 4 = übernommen 1 \+ abgewiesen 2 \+ weggelassen 1\.$/m);
    assert.match(stdout, /1\. 2-mal: Nur der Anfang des Textes ist da\./);
    assert.match(text("releases/2021/03/bad-oeffnet.md"), /corrections:\n {2}- date: 2021-03-06\n[\s\S]*edition: "1"[\s\S]*am Dienstag\./);
    assert.match(text("releases/2021/03/bad-oeffnet/fassung-1.md"), /am Montag\./);
    const { output } = await buildSoundly(content);
    assert.match(readFileSync(join(output, "2021/03/bad-oeffnet/fassung/1/index.html"), "utf8"), /Montag/);
    const mapping = join(content, "../import", `${from.split("/").at(-1)?.toLowerCase()}.yml`);
    writeFileSync(mapping, readFileSync(mapping, "utf8").replace("excerpts: false", "excerpts: true"));
    const second = await runImport(from, content);
    assert.deepEqual(second.errors, []);
    assert.match(second.text("releases/2021/03/nur-auszug.md"), /source:\n {2}url: https:\/\/feed\.example\/auszug/);
  });

  test("Atom with elements as its content", async () => {
    const { text, errors } = await imported({ "a.xml": ATOM }, { name: "a.xml" });
    assert.deepEqual(errors, []);
    assert.match(text("releases/2020/01/rat-haus.md"), /^title: Rat & Haus$[\s\S]*^Ein \*\*fetter\*\* Text & \*mehr\*\.$/m);
  });

  test("saved pages: by common places, and by the selectors that a city names", async () => {
    const page = (inner: string) => `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>T</title>
<link rel="canonical" href="https://www.alt.example/presse/1.html"></head><body><nav>Menü</nav>${inner}</body></html>`;
    const { text, errors, content, from } = await imported({
      "a.html": page(`<article><h1>Rathaus &amp; Markt</h1><span class="date">14.11.2017 09:30 Uhr</span><p class="amt">Bürgeramt</p>
<p>Der Text. <a href="b.html">Zweite</a></p><img src="p.jpg" alt="Ein Bild"></article>`),
      "b.html":
        "<html><body><article><h1>Zweite Seite</h1><time datetime='2017-11-15T00:00:00+01:00'>15.</time><p>Zwei.</p></article></body></html>",
      "p.jpg": PNG,
    });
    assert.deepEqual(errors, []);
    const first = text("releases/2017/11/rathaus-markt.md");
    assert.match(first, /^date: 2017-11-14T09:30\+01:00$/m);
    assert.match(first, /file: p\.png/, "the ending follows the content");
    assert.match(first, /Bürgeramt\n\nDer Text\. \[Zweite\]\(\/2017\/11\/zweite-seite\/\)/);
    assert.doesNotMatch(first, /Menü|09:30 Uhr/);
    const mapping = join(content, "../import", `${from.split("/").at(-1)?.toLowerCase()}.yml`);
    writeFileSync(mapping, `${readFileSync(mapping, "utf8")}selectors:\n  department: .amt\n`);
    const second = await runImport(from, content);
    assert.match(second.text("releases/2017/11/rathaus-markt.md"), /^department: buergeramt$/m);
    assert.match(second.text("registers/departments.yml"), /^buergeramt:\n {2}name: Bürgeramt$/m);
  });

  test("tables: German columns, days of all kinds, offices and topics by name, plain texts escaped, broken lines joined", async () => {
    const csv = `Datum;Überschrift;Text;Amt;Themen;Link
03.04.2017 10:15;Haushalt beschlossen;"2. April 2020: ein Text,
der umbrochen
ist
. Mit *Stern* und <b> und 5 > 3.

# keine Überschrift";Kämmerei;Finanzen, Rat;https://alt.example/presse?id=5
31.02.2017;Falsch;Text;;;
"Mon, 03 Apr 2017 10:00:00 +0200";Zweite;Text zwei;Presseamt;;
03.04.2017 10:15;Haushalt beschlossen;Anders;Kämmerei;;https://www.alt.example/presse?id=5
`;
    const { text, errors, stdout } = await imported({ "tab.csv": csv }, { name: "tab.csv" });
    assert.deepEqual(errors, []);
    assert.match(stdout, /^Gelesen 4 = übernommen 2 \+ abgewiesen 1 \+ weggelassen 1\.$/m);
    assert.match(stdout, /Steht mehrmals in der Quelle, mit anderen Worten/);
    const release = text("releases/2017/04/haushalt-beschlossen.md");
    assert.match(release, /^department: kaemmerei\ntopics: \[finanzen, rat\]$/m);
    assert.match(release, /2\. April 2020: ein Text, der umbrochen ist\. Mit \\\*Stern\\\* und \\<b> und 5 > 3\.\n\n\\# keine Überschrift/);
    assert.match(text("releases/2017/04/zweite.md"), /^department: presseamt$/m);
  });

  test("numbers, first reports, joint issuers and places are found in first lines where a city asks for it", async () => {
    const line = (title: string, date: string, body: string) => `${JSON.stringify({ title, date, text: body })}\n`;
    const rows =
      line("Raub", "2020-01-01", "Polizeimeldung Nr. 0298\nMarkt\n\nEin Mann wurde beraubt, so die Polizei.") +
      line("Raub geklärt", "2020-01-03", "Nr. 0301\nErstmeldung Nr. 0298 vom 1. Januar\n\nDer Täter ist gefasst.") +
      line("Gemeinsam", "2020-01-04", "Gemeinsame Pressemitteilung von Presseamt und Kulturamt\n\nEin Text steht hier.");
    const first = await imported({ "p.jsonl": rows }, { name: "p.jsonl" });
    assert.doesNotMatch(first.text("releases/2020/01/raub.md"), /^number:/m);
    const mapping = join(first.content, "../import/quelle.yml");
    const asked = readFileSync(mapping, "utf8").replace(/(numbers|followUps|issuers|places): false/g, "$1: true");
    writeFileSync(mapping, asked);
    const { text, errors } = await runImport(join(first.from, "p.jsonl"), first.content);
    assert.deepEqual(errors, []);
    assert.match(text("releases/2020/01/raub.md"), /^places:\n {2}- markt\nnumber: "0298"$/m);
    assert.match(text("releases/2020/01/raub-geklaert.md"), /^number: "0301"\nfollows: 2020\/01\/raub$/m);
    assert.match(text("releases/2020/01/gemeinsam.md"), /^with:\n {2}- kulturamt$/m);
  });
});
