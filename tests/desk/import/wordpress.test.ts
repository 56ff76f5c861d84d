import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { buildSoundly, filesBelow, PDF, PNG, snapshot } from "../../fixture.ts";
import { imported, makeContentFolder, post, runImport, wxr } from "./imported.ts";

const COMMENT = `<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_author>Karl</wp:comment_author>
<wp:comment_author_email>karl@privat.example</wp:comment_author_email><wp:comment_author_IP>10.1.2.3</wp:comment_author_IP>
<wp:comment_date>2020-04-03 10:00:00</wp:comment_date><wp:comment_content>Gut so! Mail an karl@privat.example</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>`;

const TEXT = `2. April 2020: Die Brücke ist offen.
Zweite Zeile.

[caption id="a3" width="300"]<a href="https://www.alt.example/wp-content/uploads/2020/04/b.png"><img
 src="https://www.alt.example/wp-content/uploads/2020/04/b-300x200.png" alt="" /></a> Die Brücke am Abend[/caption]

Mehr <a href="/2020/04/02/vorher/#x">hier</a>, <a href="//www.alt.example/wp-content/uploads/plan.pdf">der Plan</a>,
<a href="https://www.alt.example/fort/">dort</a>.

<h1>Große Überschrift</h1>
https://www.youtube.com/watch?v=xyz
[contact-form-7 id="1" title="Kontakt"]
[Anm. d. Red.: bleibt] 5 * 3
<!--more--><script>alert("nie")</script><table><tr><td>a|b</td><td>c</td></tr><tr><td>1</td><td>2</td></tr></table>`;

const EXPORT = wxr(
  post("bruecke", TEXT, {
    title: "Brücke &#8222;Süd&#8220; <![CDATA[offen &amp; <em>frei</em>]]>",
    more: `<category domain="category" nicename="u"><![CDATA[Umwelt & Klima]]></category>
<category domain="category" nicename="u2"><![CDATA[Umwelt und Klima]]></category>${COMMENT}`,
  }),
  post("vorher", "<!-- wp:paragraph --><p>Ein Satz ohne Titel steht hier. Noch einer.</p><!-- /wp:paragraph -->", { title: "" }),
  post("entwurf", "x", { status: "draft" }),
  post("ohne-datum", "x", { date: "0000-00-00 00:00:00" }),
  post("seite", "x", { type: "page" }),
  `<item><title>b</title><wp:post_id>3</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
<wp:attachment_url>https://www.alt.example/wp-content/uploads/2020/04/b.png</wp:attachment_url></item>`,
);

describe("an export of WordPress", { concurrency: 1 }, () => {
  test("becomes releases that pass the check, and built pages with their words, pictures and files; old addresses lead on", async () => {
    const { from, content, text, errors, stdout, files } = await imported(
      { "alt.xml": EXPORT, "uploads/2020/04/b.png": PNG, "uploads/plan.pdf": PDF },
      { name: "alt.xml" },
    ).then((first) =>
      runImport(join(first.from, "alt.xml"), makeContentFolder().concat("/content"), ["--files", join(first.from, "uploads")]).then(
        (second) => ({ ...second, from: first.from }),
      ),
    );
    assert.ok(from);
    assert.deepEqual(errors, []);
    assert.match(stdout, /^Gelesen 6 = übernommen 2 \+ abgewiesen 1 \+ weggelassen 3\.$/m);
    const release = text("releases/2020/04/bruecke.md");
    assert.match(release, /^title: Brücke „Süd“ offen & frei\ndate: 2020-04-02T10:00\+02:00$/m);
    assert.match(release, /^topics: \[umwelt-klima\]$/m);
    assert.match(release, /credit: unbekannt/);
    assert.match(release, /- https:\/\/www\.alt\.example\/2020\/04\/02\/bruecke\//);
    assert.match(release, /\n\n2\. April 2020: Die Brücke ist offen\.\\\nZweite Zeile\.\n/);
    assert.match(release, /!\[Die Brücke am Abend\]\(b\.png\)/);
    assert.match(release, /\[hier\]\(\/2020\/04\/vorher\/\), \[der Plan\]\(plan\.pdf\)/);
    assert.match(release, /^## Große Überschrift$/m);
    assert.match(release, /\[Video bei YouTube\]\(https:\/\/www\.youtube\.com\/watch\?v=xyz\)/);
    assert.match(release, /\[Anm\. d\. Red\.: bleibt\] 5 \* 3/);
    assert.doesNotMatch(release, /alert|Kontakt/);
    assert.match(release, /^\| a\\\|b \| c \|$/m);
    assert.match(text("releases/2020/04/vorher.md"), /^title: Ein Satz ohne Titel steht hier\.$[\s\S]*^reconstructed:\n {2}- title$/m);
    assert.match(text("comments/2020/04/bruecke/01-karl.md"), /^name: Karl$/m);
    for (const [path, bytes] of files)
      for (const secret of ["privat.example", "10.1.2.3", "geheim@"]) assert.ok(!bytes.includes(secret), path);
    const { output } = await buildSoundly(content);
    const page = readFileSync(join(output, "2020/04/bruecke/index.html"), "utf8");
    for (const words of ["Die Brücke ist offen.", "Große Überschrift", "Die Brücke am Abend", "Umwelt &amp; Klima"])
      assert.ok(page.includes(words), words);
    assert.match(
      readFileSync(join(output, "daten/weiterleitungen.json"), "utf8"),
      /"host":"www\.alt\.example","from":"\/2020\/04\/02\/bruecke\/"/,
    );
  });

  test("changes nothing when it is imported again, and never what a person has changed", async () => {
    const first = await imported({ "alt.xml": EXPORT }, { name: "alt.xml" });
    const city = join(first.content, "..");
    const before = snapshot(city);
    const second = await runImport(join(first.from, "alt.xml"), first.content);
    assert.match(second.stdout, /^Gelesen 6 = übernommen 0 \+ abgewiesen 1 \+ weggelassen 5\.$/m);
    assert.deepEqual(snapshot(city), before);
    const file = join(first.content, "releases/2020/04/bruecke.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("Zweite Zeile", "Von Hand"));
    const mapping = join(city, "import/alt.yml");
    writeFileSync(mapping, readFileSync(mapping, "utf8").replace("Umwelt & Klima: topics/umwelt-klima", "Umwelt & Klima: topics/natur"));
    const third = await runImport(join(first.from, "alt.xml"), first.content);
    assert.match(third.stdout, /seither von Hand geändert/);
    assert.match(readFileSync(file, "utf8"), /Von Hand/);
  });

  test("is taken as the city's mapping says: topics, offices, what stays away", async () => {
    const first = await imported({ "alt.xml": EXPORT }, { name: "alt.xml" });
    const mapping = join(first.content, "../import/alt.yml");
    const changed = readFileSync(mapping, "utf8")
      .replace("Umwelt & Klima: topics/umwelt-klima", "Umwelt & Klima: departments/umweltamt")
      .replace("drafts: false", "drafts: true")
      .replace("comments: true", "comments: false");
    writeFileSync(mapping, changed);
    const { text, errors, files, stdout } = await runImport(join(first.from, "alt.xml"), first.content);
    assert.deepEqual(errors, []);
    assert.match(stdout, /übernommen 2 /);
    assert.match(text("releases/2020/04/bruecke.md"), /^department: umweltamt$/m);
    assert.match(text("registers/departments.yml"), /^umweltamt:\n {2}name: Umwelt & Klima$/m);
    assert.match(text("releases/2020/04/entwurf.md"), /^draft: true$/m);
    assert.deepEqual(
      [...files.keys()].filter((path) => path.startsWith("comments/")),
      [],
    );
    writeFileSync(mapping, changed.replace("Umwelt und Klima: topics/umwelt-klima", "Umwelt und Klima: leave out"));
    const last = await runImport(join(first.from, "alt.xml"), first.content);
    assert.match(last.stdout, /weil die Zuordnung es so sagt \(categories: Umwelt und Klima\)/);
    assert.equal(last.text("releases/2020/04/bruecke.md"), "", "what nobody touched goes again");
    writeFileSync(mapping, "source: wordpress\ndepartmnt: x\n");
    const wrong = await runImport(join(first.from, "alt.xml"), first.content);
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /alt\.yml:2:1 {2}.*department/);
  });

  test("numbers equal names by their dates, the same way in each run and in any order of the file", async () => {
    const items = [1, 2, 3].map((day) =>
      post("gleich", `Text ${day}`, { date: `2020-04-0${day} 10:00:00` })
        .replaceAll("?p=gleich", `?p=${day}`)
        .replace("/gleich/", `/${day}/`),
    );
    const both = await Promise.all(
      [items, [...items].reverse()].map((order) => imported({ "alt.xml": wxr(...order) }, { name: "alt.xml" })),
    );
    for (const { text } of both)
      assert.deepEqual(
        ["gleich", "gleich-2", "gleich-3"].map((name) => /Text \d/.exec(text(`releases/2020/04/${name}.md`))?.[0]),
        ["Text 1", "Text 2", "Text 3"],
      );
  });

  test("that is damaged, hostile or of another kind is imported as far as it goes, or named", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>`;
    const damaged = wxr(post("eins", "Der erste Text &nbsp; steht."), post("zwei", "x")).replace("?>", `?>${bomb}`).slice(0, -150);
    const { stdout, text, errors, content } = await imported({ "alt.xml": damaged }, { name: "alt.xml" });
    assert.deepEqual(errors, []);
    assert.match(text("releases/2020/04/eins.md"), /Der erste Text/);
    assert.match(stdout, /Die Datei bricht ab/);
    const before = snapshot(content);
    for (const [name, bytes, args, said] of [
      ["a.xml", "kein XML", [], /lässt sich nicht übernehmen/],
      ["a.zip", "PK\x03\x04", [], /ZIP-Archiv\. Entpacken/],
      ["a.csv", "Titel;Text\nA;B\n", ["--kind", "wordpress"], /nicht ein Export von WordPress \(WXR\), sondern eine Tabelle/],
      ["a.json", "{", [], /kein lesbares JSON/],
    ] as const) {
      const { code, stderr } = await imported({ [name]: bytes }, { name, args: [...args], content });
      assert.equal(code, 1, name);
      assert.match(stderr, said);
    }
    assert.deepEqual(snapshot(content), before);
    assert.ok(filesBelow(content).size > 5);
  });
});
