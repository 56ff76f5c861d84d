import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createLinks } from "../../../src/addresses.ts";
import { htmlToMarkdown } from "../../../src/desk/documents/html-to-markdown.ts";
import { placePictures } from "../../../src/desk/documents/pictures.ts";
import { createMarkdown, renderText } from "../../../src/markdown/markdown.ts";
import { checkText } from "../../../src/markdown/text-check.ts";
import { readMessages } from "../../../src/messages.ts";
import { hasErrors } from "../../../src/problems.ts";
import { visibleText } from "../../fixture.ts";

const markdown = createMarkdown(createLinks("https://probestadt.example/"));
const words = readMessages().in("de").text;
const rendered = (text: string) => renderText(markdown, text, { base: "/2024/05/probe/", words });
const written = (html: string, title = "Titel der Meldung") => htmlToMarkdown(html, { title }).markdown;

/** That a document becomes this Markdown, which passes the check. */
function becomes(html: string, expected: string): void {
  const text = written(html);
  assert.equal(text, expected);
  const problems = checkText(text, "probe.md", 1, { images: new Set(), attachments: new Set(), base: "/2024/05/probe/" });
  assert.equal(hasErrors(problems), false, JSON.stringify(problems));
}

describe("an HTML document as Markdown", () => {
  test("has headings from the second level on, without gaps between levels, and none that says nothing", () => {
    becomes("<h1>A</h1><p>x</p><h4>B</h4><h2>C</h2><h2></h2><h4><b>D #</b></h4>", "## A\n\nx\n\n### B\n\n### C\n\n#### D \\#");
    becomes("<h3>A</h3><h5>B</h5><h3>C</h3>", "## A\n\n### B\n\n## C");
  });

  test("takes its title from its styles, first heading or a bold first line, and leaves what kind of text it is where it was", () => {
    for (const [html, title, text] of [
      ["<p>Pressemitteilung Nr. 3</p><h1>Brücke offen</h1><p>Text.</p>", "Brücke offen", "Pressemitteilung Nr. 3\n\nText."],
      ["<h1>PRESSEMITTEILUNG</h1><h2>Brücke offen</h2><p>Text.</p>", "Brücke offen", "## PRESSEMITTEILUNG\n\nText."],
      ["<p class=title>Brücke offen</p><h1>Anlass</h1><p>Text.</p>", "Brücke offen", "## Anlass\n\nText."],
      ["<p><b>Brücke offen</b></p><p>Text.</p>", "Brücke offen", "Text."],
      ["<title>Datei 1</title><p>Text.</p>", "Datei 1", "Text."],
      ["<p>Text.</p>", undefined, "Text."],
    ] as const) {
      const converted = htmlToMarkdown(html);
      assert.deepEqual([converted.title, converted.markdown], [title, text]);
    }
    assert.equal(written("<h1>Brücke   offen</h1><p>Text.</p>", "Brücke offen"), "Text.", "a title that is known is not printed twice");
  });

  test("has lists within lists, that begin with any number, and of several paragraphs", () => {
    becomes("<ul><li>a<ul><li>b</li></ul></li><ul><li>c</li></ul><li></li></ul>", "- a\n  - b\n  - c");
    becomes("<ol start=3><li><p>a</p></li><li>b</li></ol>", "3. a\n4. b");
    becomes("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b");
  });

  test("has tables with a head, with an empty cell for each that was merged, and each cell in one line", () => {
    becomes(
      "<table><caption>Gäste</caption><thead><tr><td>Jahr<td>a|b</thead><tr><td rowspan=2>2019<td>1<br>2<tr><td><ul><li>x.<li>y</ul></table>",
      "Gäste\n\n| Jahr | a\\|b |\n| --- | --- |\n| 2019 | 1, 2 |\n|  | x. y |",
    );
    const { markdown: text, warnings } = htmlToMarkdown("<table><tr><td>a<td>b<tr><td colspan=2>c</table>", { title: "t" });
    assert.equal(text, "| a | b |\n| --- | --- |\n| c |  |");
    assert.match(warnings.join("\n"), /keine Kopfzeile[^\n]*„a \| b“/);
    assert.match(warnings.join("\n"), /Verbundene Zellen/);
  });

  test("keeps what a table only arranged, without the table", () => {
    becomes("<table><tr><td><p>a</p><td><table><tr><th>k<th>l<tr><td>1<td>2</table></table>", "a\n\n| k | l |\n| --- | --- |\n| 1 | 2 |");
    becomes("<table><tr><td>a<tr><td>b</table>", "a\n\nb");
  });

  test("writes signs that Markdown would read as marks so that they are printed, and nothing more than these", () => {
    for (const [text, expected] of [
      ["2. April 2020: Beginn", "2. April 2020: Beginn"],
      ["2. Bauabschnitt", "2\\. Bauabschnitt"],
      ["- 5 Grad", "\\- 5 Grad"],
      ["# 1", "\\# 1"],
      ["> 100", "\\> 100"],
      ["3 * 4, Bürger*innen, foo_bar, *wichtig*", "3 * 4, Bürger*innen, foo_bar, \\*wichtig\\*"],
      ["{{ x }} {% y %} <b> 1 < 2 & &amp;", "{{ x }} {% y %} \\<b> 1 < 2 & \\&amp;"],
      ["[1] [x](y) [^1] C:\\neu `x`", "[1] [x\\](y) \\[^1] C:\\\\neu \\`x\\`"],
      ["https://stadt.example/a_b_c und www.stadt.example", "<https://stadt.example/a_b_c> und www.stadt.example"],
    ] as const) {
      becomes(`<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`, expected);
      assert.equal(visibleText(rendered(expected)).trim(), text);
    }
  });

  test("makes bold and italic only where they can be shown, and never prints a star in their place", () => {
    becomes(
      "<p><b>Leipzig</b><b>, heute.</b> Das <i>neue</i> <b>„Rad“</b>haus <strong> </strong></p>",
      "**Leipzig, heute.** Das *neue* „Rad“haus",
    );
    becomes("<p>un<i>glaub</i>lich <b><i>beides</i></b> <b>–</b></p>", "unglaublich **beides** –");
    becomes("<h2><b>Fett</b></h2>", "## Fett");
  });

  test("links what is an address in the net, and says what is none", () => {
    becomes(
      '<p><a href="https://x.example/(a) b">Wort</a> <a href="mailto:a@b.example">a@b.example</a></p>',
      "[Wort](https://x.example/%28a%29%20b) [a@b.example](mailto:a@b.example)",
    );
    becomes('<p><a href="https://x.example/">https://x.example/</a></p>', "<https://x.example/>");
    const { markdown: text, warnings } = htmlToMarkdown('<p><a href="file:///C:/x.docx">Akte</a> <a href="#oben">hoch</a></p>', {
      title: "t",
    });
    assert.equal(text, "Akte hoch");
    assert.deepEqual(warnings, ["Nicht verlinkt, weil „file:///C:/x.docx“ keine Adresse im Netz ist: „Akte“."]);
  });

  test("drops programs and styles, and says who shows what was embedded", () => {
    becomes("<style>p{}</style><script>alert(1)</script><!-- weg --><p onclick=x>Text</p><noscript>n</noscript><nav>Menü</nav>", "Text");
    becomes(
      '<iframe src="//www.youtube-nocookie.com/embed/abc" title="Rundgang"></iframe>',
      "[Video bei YouTube: Rundgang](https://www.youtube.com/watch?v=abc)",
    );
    becomes(
      '<p>x</p><iframe src="https://karten.example/k"></iframe>',
      "x\n\n[Eingebetteter Inhalt bei karten.example](https://karten.example/k)",
    );
    assert.equal(htmlToMarkdown("<iframe></iframe><p>x</p>").warnings.length, 1);
  });

  test("has no characters that nobody sees, composed letters, raised digits and lines that stay lines", () => {
    becomes("<p>Stra&shy;ßen&#8203;bahn u\u0308ber m<sup>2</sup> CO<sub>2</sub> 1<sup>er</sup></p>", "Straßenbahn über m² CO₂ 1er");
    becomes("<p>Markt 1<br>00000 Stadt<br></p><pre>a\n b</pre>", "Markt 1\\\n00000 Stadt\n\na\\\nb");
    becomes("<div>a<div>b</div>c<br><br>d</div>", "a\n\nb\n\nc\n\nd");
  });

  test("has footnotes, as mammoth and Word write them", () => {
    becomes(
      '<p>A<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> B</p><ol><li id="footnote-1"><p>Fuß <a href="#footnote-ref-1">↑</a></p></li></ol>',
      "A[^1] B\n\n[^1]: Fuß",
    );
    becomes(
      '<p>A<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Fuß</p></div>',
      "A[^1]\n\n[^1]: Fuß",
    );
  });

  test("finds pictures with what is said of them, and sets each where it stood; those before all words lead", () => {
    const { markdown: text, pictures } = htmlToMarkdown(
      '<img src="a.png" alt="Wappen der Stadt"><p>Text <img src="b.png" alt="IMG_12.jpg"> mehr</p><figure><img src="c.png" alt="Die Brücke"><figcaption>Am Tag</figcaption></figure><p>Ende</p>',
      { title: "t" },
    );
    assert.deepEqual(pictures, [
      { source: "a.png", alt: "Wappen der Stadt", caption: undefined },
      { source: "b.png", alt: undefined, caption: undefined },
      { source: "c.png", alt: "Die Brücke", caption: "Am Tag" },
    ]);
    assert.equal(
      placePictures(text, (number) => `![${number}](x.png)`),
      "Text mehr\n\n![1](x.png)\n\n![2](x.png)\n\nEnde",
    );
    assert.equal(
      placePictures(text, () => undefined),
      "Text mehr\n\nEnde",
    );
  });

  test("keeps apart what a style sheet kept apart: links that were buttons, and who is quoted", () => {
    assert.equal(
      written('<p><a href="https://a.example/">Plan</a><a href="https://b.example/" class="button">Herunterladen</a></p>'),
      "[Plan](https://a.example/) [Herunterladen](https://b.example/)",
    );
    assert.equal(
      written("<blockquote>Bleiben Sie hungrig.<cite>Eine Rednerin</cite></blockquote>"),
      "> Bleiben Sie hungrig.\\\n> *Eine Rednerin*",
    );
  });

  test("says whatever a document says, in its order: no sign is lost, added or changed, whatever it is made of", () => {
    const signs = [
      ..."aB ä1.)(*_`~#><&[]^!|-+={}:\"'„“%\n\t\u00a0\\",
      "**",
      "```",
      "&amp;",
      "&#65;",
      "[^1]:",
      "{lang=en}",
      "--- | ---",
      "http://a.example/",
    ];
    const text = fc.array(fc.constantFrom(...signs, "1. ", "2. April", "x@y.example", "<b>", "</p>"), { minLength: 1, maxLength: 12 });
    const html = text.map((parts) => parts.join("").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
    const inline = fc.tuple(fc.constantFrom("b", "i", "span", 'a href="https://z.example/q"', "u"), html, html);
    const block = fc.tuple(
      fc.constantFrom("p", "h2", "blockquote", "div", "ul><li", "table><tr><th>k<th>l<tr><td>m<td"),
      fc.array(inline, { minLength: 1, maxLength: 3 }),
    );
    const close = (opened: string) => opened.replace(/ .*/, "");
    const bare = (text: string) => text.replace(/\s+/g, "");
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 2 }), (blocks) => {
        const document = blocks.map(
          ([name, parts]) => `<${name}>${parts.map(([tag, a, b]) => `<${tag}>${a}</${close(tag)}>${b}`).join("")}</${name.split(">")[0]}>`,
        );
        assert.equal(bare(visibleText(rendered(written(document.join(""))))), bare(visibleText(document.join(""))), document.join(""));
      }),
      { numRuns: 200 },
    );
  });
});
