import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createLinks } from "../../src/addresses.ts";
import { createMarkdown, renderText } from "../../src/markdown/markdown.ts";
import { checkText } from "../../src/markdown/text-check.ts";
import { hasErrors } from "../../src/problems.ts";
import { visibleText } from "../fixture.ts";

const WORDS = {
  backToText: "Zurück zum Text",
  table: "Tabelle",
  footnotes: "Fußnoten",
  credit: "Bild: {credit}",
  unknown: "unbekannt",
  printSize: "Druck ({width} px)",
};
const markdown = createMarkdown(createLinks("https://x.example/archiv/"));

const IMAGE = {
  digest: "",
  file: "bild.png",
  width: 800,
  height: 600,
  alt: "Die Brücke",
  caption: undefined,
  credit: "Stadt & Land",
  license: undefined,
  isSupplied: false,
};
const html = (text: string, idPrefix = "") =>
  renderText(markdown, text, { base: "/2024/05/probe/", idPrefix, words: WORDS, images: [IMAGE] });
const files = { images: new Set(["bild.png"]), attachments: new Set(["plan.pdf"]), base: "/2024/05/probe/" };
const told = (text: string) =>
  checkText(text, "x.md", 10, files).map(
    (problem) => `${problem.line}:${problem.column} ${problem.severity} ${problem.message} ${problem.remedy}`,
  );

describe("HTML in a text", () => {
  const cases: [what: string, text: string, place: string][] = [
    ["a block", "Satz.\n\n<div>\nText\n</div>\n", "12:1"],
    ["a block that is indented", "Satz.\n\n  <p>x</p>\n", "12:3"],
    ["a tag in a sentence", "Ein <b>fetter</b> Satz.", "10:5"],
    ["a tag in the second line of a paragraph", "Ein Satz\nund <br> noch einer.", "11:5"],
    ["a script", "<script>alert(1)</script>\n", "10:1"],
    ["a comment in a sentence", "Ein <!-- nicht zeigen --> Satz.", "10:5"],
    ["a comment of its own", "Satz.\n\n<!-- nicht zeigen -->\n", "12:1"],
    ["a tag in a list", "- eins\n- zwei <i>drei</i>\n", "11:8"],
    ["a tag in a quotation", "> Zitat <u>x</u>\n", "10:9"],
    ["a tag in a table", "| a | b |\n|---|---|\n| <br> | c |\n", "12:3"],
    ["a tag in a heading", "## Zwischen <em>titel</em>\n", "10:13"],
    ["a processing instruction", "<?php echo 1 ?>\n", "10:1"],
    ["an element that nobody knows", "Ein <x-y onclick=z> Satz.", "10:5"],
  ];
  for (const [what, text, place] of cases) {
    test(`${what} is refused with its place and never reaches the page`, () => {
      const problems = told(text);
      assert.ok(problems.length > 0, text);
      assert.match(problems[0] ?? "", /error Hier steht HTML/);
      assert.equal(problems[0]?.split(" ")[0], place);
      assert.match(html(text), /&lt;/);
      assert.doesNotMatch(html(text).replace(/<\/?(?:p|h2|ul|li|blockquote|section|div|table|thead|tbody|tr|th|td)(?: [^>]*)?>/g, ""), /</);
    });
  }

  test("every place in a text is named", () => {
    assert.deepEqual(
      told("Ein <b>a</b>.\n\n<div>\n\nZwei <i>b</i>.\n").map((problem) => problem.split(" ")[0]),
      ["10:5", "10:9", "12:1", "14:6", "14:10"],
    );
  });

  test("what only looks like HTML is text", () => {
    for (const text of ["5 < 6 und 7 > 3", "`<b>`", "```\n<div>\n```\n", "a<b", "\\<b>", "<https://x.example/>"])
      assert.deepEqual(told(text), [], text);
    assert.doesNotMatch(told("    <b>eingerückt</b>").join(), /error/);
    assert.match(html("`<b>` und 5 < 6"), /<code>&lt;b&gt;<\/code> und 5 &lt; 6/);
  });
});

describe("headings", () => {
  test("a main heading in a text is refused: there is one, the title", () => {
    for (const [text, place] of [
      ["Satz.\n\n# Titel\n", "12:1"],
      ["Titel\n=====\n", "10:1"],
      ["   # Titel\n", "10:1"],
      ["#\tTitel\n", "10:1"],
    ] as const) {
      assert.deepEqual(
        told(text).map((problem) => problem.split(" ").slice(0, 2).join(" ")),
        [`${place} error`],
        text,
      );
    }
  });

  test("a main heading inside a list or a quotation is refused too", () => {
    for (const text of ["> # Titel\n", "- # Titel\n", "1. # Titel\n", "> Titel\n> =====\n"]) assert.equal(told(text).length, 1, text);
  });

  test("headings from the second rank on are fine", () => {
    assert.deepEqual(told("## Zwei\n\n### Drei\n\nZwei\n----\n\n#hashtag und \\# Raute\n"), []);
    assert.match(html("## Zwei\n"), /<h2 id="abschnitt-zwei">Zwei<\/h2>/);
  });

  test("each heading has an id of its own, whatever the headings say", () => {
    const text = "## Termine\n\n## Termine\n\n## Termine 2\n\n## Termine\n\n## …\n\n## !\n";
    const ids = [...html(text).matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(ids.length, 6);
    assert.deepEqual([...new Set(ids)], ids);
    const titles = fc.constantFrom("a", "a 2", "a 3", "a-2", "A", "teil", "teil 2", "!", "");
    fc.assert(
      fc.property(fc.array(titles, { maxLength: 12 }), (headings) => {
        const made = [...html(headings.map((title) => `## ${title}\n`).join("\n")).matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
        assert.deepEqual([...new Set(made)], made);
      }),
      { numRuns: 200 },
    );
  });

  test("texts that share a page do not share ids", () => {
    const first = html("## Termine\n\nText[^1].\n\n[^1]: Note.\n", "kommentar-1-");
    const second = html("## Termine\n\nText[^1].\n\n[^1]: Note.\n", "kommentar-2-");
    const ids = [...`${first}${second}`.matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(ids.length, 6);
    assert.deepEqual([...new Set(ids)], ids);
  });
});

describe("links", () => {
  test("addresses that stand in a text as they are lead there, and read as they were written", () => {
    for (const [written, target] of [
      ["https://www.stadt.example/bürger_innen/a_b_c?x=1&y=ä", "https://www.stadt.example/b%C3%BCrger_innen/a_b_c?x=1&amp;y=%C3%A4"],
      ["https://stadt.example/%C3%BC", "https://stadt.example/%C3%BC"],
      ["www.stadt.example/plan", "https://www.stadt.example/plan"],
      ["www.städtle.example", "https://www.xn--stdtle-cua.example"],
      ["presse@stadt.example", "mailto:presse@stadt.example"],
    ] as const) {
      const printed = html(`Mehr: (${written}), **${written}**. Ende.`);
      assert.equal(printed.split(`<a href="${target}" class="is-address">`).length - 1, 2, printed);
      assert.equal(visibleText(printed).trim(), `Mehr: (${written}), ${written}. Ende.`);
    }
    assert.equal(html("[Zu www.a.example](https://b.example)").match(/<a /g)?.length, 1);
  });

  test("what follows an address is neither lost nor changed, whatever it is", () => {
    for (const written of ["www.a.test://bb und mehr", "www.a.example:abc", "http://www.a.example://bb", "presse@a.example://bb"])
      assert.equal(visibleText(html(`Siehe ${written}.`)).trim(), `Siehe ${written}.`);
  });

  test("a name with a full stop, a number and code are no address", () => {
    for (const text of ["Stadt.Land", "1.2.3.4", "//a.example", "ftp://a.example", "www.", "Bürger*innen@", "`www.a.example`"])
      assert.doesNotMatch(html(`Ein ${text} im Text.`), /<a /, text);
  });

  test("addresses that a browser would run are shown as text, with a hint", () => {
    for (const target of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "file:///etc/passwd",
      "java&#115;cript:alert(1)",
      "&#106;avascript:alert(1)",
    ]) {
      const text = `Ein [Link](${target}) im Text.`;
      assert.doesNotMatch(html(text), /<a /, target);
      assert.deepEqual(
        told(text).map((problem) => problem.split(" ")[1]),
        ["hint"],
        target,
      );
    }
    assert.doesNotMatch(html("[a]\n\n[a]: javascript:alert(1)\n"), /<a /);
    assert.doesNotMatch(html("![a](javascript:alert(1))"), /<img/);
    assert.doesNotMatch(html("<javascript:alert(1)>"), /<a /);
  });

  test("the hint about an address stands where the address stands", () => {
    assert.match(told("Erster Absatz.\n\nEin [Link](javascript:alert(1)) im Text.\n")[0] ?? "", /^12:12 hint /);
  });

  test("web, mail and telephone addresses are linked as they are", () => {
    for (const target of ["https://y.example/a?b=c", "http://y.example/", "mailto:a@y.example", "tel:+493023125100", "#termine"]) {
      assert.deepEqual(told(`[x](${target})`), [], target);
      assert.ok(html(`[x](${target})`).includes(`href="${target}"`), target);
    }
  });

  test("a link within the archive gets the site's path", () => {
    assert.deepEqual(told("[x](/2017/11/alt/)"), []);
    assert.match(html("[x](/2017/11/alt/) [y][1]\n\n[1]: /impressum/\n"), /href="\/archiv\/2017\/11\/alt\/".*href="\/archiv\/impressum\/"/);
  });

  test("a listed file of the release is linked in the release's folder", () => {
    assert.deepEqual(told("[Plan](plan.pdf)"), []);
    assert.match(html("[Plan](plan.pdf)"), /href="\/archiv\/2024\/05\/probe\/plan\.pdf"/);
  });

  test("a file that the head does not list is refused with its place", () => {
    assert.match(told("Satz.\n\nSiehe [Plan](anderer.pdf).\n").join(), /^12:14 error .*„anderer\.pdf“.*attachments/);
  });

  test("a link that leads nowhere is refused with its place", () => {
    for (const target of ["www.stadt.example/seite", "../plan.pdf", "//boese.example/", "seite", "a/b.pdf", ""]) {
      assert.match(told(`Siehe [x](${target}).`).join(), /^10:\d+ error /, target);
    }
  });
});

describe("pictures", () => {
  test("a listed picture is shown from the release's folder with its description, size and credit", () => {
    assert.deepEqual(told("![Die Brücke](bild.png)"), []);
    const [, attributes = ""] = /<img ([^>]*)>/.exec(html("![Die Brücke & der *Fluss*](bild.png)")) ?? [];
    for (const expected of [/src="\/archiv\/2024\/05\/probe\/[^"]+"/, /alt="Die Brücke &amp; der Fluss"/, /width="800"/, /height="600"/])
      assert.match(attributes, expected);
    assert.match(html("![Die Brücke](bild.png)"), /Bild: Stadt &amp; Land/);
  });

  test("a picture that the head does not list is refused with its place, one of a foreign server always", () => {
    assert.match(told("Satz.\n\nSiehe ![Brücke](fremd.png).\n").join(), /^12:7 error .*„fremd\.png“.*images/);
    for (const source of ["https://y.example/a.png", "//y.example/a.png", "/2024/05/anderes/bild.png", "../bild.png", "plan.pdf"])
      assert.match(told(`![x](${source})`).join(), /error .*images/, source);
    assert.match(told("![x][1]\n\n[1]: https://y.example/a.png\n").join(), /error .*images/);
  });

  test("a picture in the text needs a description", () => {
    assert.match(told("![](bild.png)").join(), /^10:1 error .*Beschreibung/);
  });

  test("each of several pictures in a paragraph is named at its own place", () => {
    assert.deepEqual(
      told("![a](a.png) und ![b](b.png)\nund ![c](c.png)").map((problem) => problem.split(" ")[0]),
      ["10:1", "10:17", "11:5"],
    );
  });
});

describe("tables and footnotes", () => {
  const table = html("| Jahr | Zahl |\n|---|---:|\n| 2023 | 5 |\n");

  test("a table can be scrolled by keyboard, has a name, and its heads say what they head", () => {
    assert.match(table, /^<(section|div role="region"|div [^>]*role="region")[^>]*><table>/);
    assert.match(table, /^<[^>]* tabindex="0"[^>]*>/);
    assert.match(table, /^<[^>]* aria-label="Tabelle"[^>]*>/);
    assert.match(table, /<th scope="col">Jahr<\/th>/);
    assert.match(table, /<th [^>]*scope="col"[^>]*>Zahl<\/th>/);
  });

  test("a table brings no style of its own: how columns align is the style sheet's matter", () => {
    assert.doesNotMatch(table, /style=/);
  });

  test("a footnote is linked there and back, with words for those who hear the page", () => {
    const text = html("Satz[^a] und Satz[^b] und noch einmal[^a].\n\n[^a]: Erste Note.\n[^b]: Zweite Note.\n");
    const ids = new Set([...text.matchAll(/id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    assert.equal(links.length, 6);
    for (const target of links) assert.ok(ids.has(target), `#${target} leads to nothing`);
    assert.equal(ids.size, 5);
    assert.equal(text.match(/aria-label="Zurück zum Text"/g)?.length, 3);
    assert.match(text, /<section class="footnotes" aria-label="Fußnoten">/);
  });

  test("HTML and main headings in a footnote are refused as elsewhere", () => {
    assert.equal(told("Satz[^1].\n\n[^1]: Note <b>x</b>.\n").length, 2);
  });
});

describe("words of another language", () => {
  test("are marked for screen readers, and nothing of the mark is seen", () => {
    const text =
      'Mit dem [Tokyo *Metropolitan* Government]{lang=en}, dem [東京都庁]{lang="ja"} und dem [[Nederlandse Dienst](https://nl.example/)]{lang=nl}[^1].\n\n[^1]: Nach [vzor]{lang=cs}.\n';
    const made = html(text);
    for (const words of [
      '<span lang="en">Tokyo <em>Metropolitan</em> Government</span>',
      '<span lang="ja">東京都庁</span>',
      '<span lang="cs">vzor</span>',
    ])
      assert.ok(made.includes(words), made);
    assert.match(made, /<span lang="nl"><a href="https:\/\/nl\.example\/">Nederlandse Dienst<\/a><\/span>/);
    assert.doesNotMatch(visibleText(made), /[[\]{}]/);
    assert.deepEqual(told(text), []);
    assert.match(html("## [Public Library]{lang=en} öffnet\n"), /id="abschnitt-public-library-oeffnet"/);
  });

  test("a mark that is none stays as it is written, and a hint says so at its place", () => {
    for (const mark of ["{lang=jp}", "{lang=englisch}", "{lang=en onclick=x}", "{.wort lang=en}", "{lang=}", '{lang="en}', "{:lang=en}"]) {
      const text = `Satz.\n\nDas [Wort]${mark} bleibt.`;
      assert.equal(visibleText(html(text)).trim(), text.replace("\n\n", "\n"));
      assert.match(told(text).join(), /^12:11 hint „.*“ zeichnet keine Sprache aus .* Schreiben Sie zum Beispiel/, mark);
    }
  });

  test("braces that mark nothing are text without a word about it", () => {
    for (const text of ["[a]{b}", "[a]{.c #d}", "{lang=en}", "`[a]{lang=jp}`", "Menge {1, 2}", "[lang] {x}"]) {
      assert.deepEqual(told(text), []);
      assert.equal(visibleText(html(text)).trim(), text.replaceAll("`", ""));
    }
  });

  test("hints never take the place of an error", () => {
    const problems = told(`${"[a]{lang=jp} ".repeat(300)}\n\n<b>x</b>`);
    assert.match(problems[0] ?? "", /^12:1 error/);
  });
});

describe("the wording stays", () => {
  test("braces and template marks are text", () => {
    const text = "{{ 7*7 }} {% raw %} {# nichts #} #{1+1} <%= x %\\>";
    assert.equal(visibleText(html(text)).trim(), "{{ 7*7 }} {% raw %} {# nichts #} #{1+1} <%= x %>");
  });

  test("quotation marks, dashes and spaces are kept as written", () => {
    const text = "„Die Stadt ‚Leipzig‘ sagt“ – 5 000 Leute … \"so\" -- 'und' (c) 1/2 www.stadt.example a@b.example :-)";
    assert.equal(visibleText(html(text)).trim(), text);
  });

  test("plain paragraphs come out as they went in", () => {
    const word = fc.stringMatching(/^[a-zA-ZäöüßÄÖÜ„“–0-9,.;!?%€§"']{1,12}$/).filter((text) => !/^(\d+[.)]|[-+=>~]+)/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const text = paragraphs.map((words) => words.join(" ")).join("\n\n");
        assert.equal(visibleText(html(text)).trim(), text.replaceAll("\n\n", "\n"));
      }),
      { numRuns: 200 },
    );
  });
});

test("a text that passes the check holds no element that Markdown does not make", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "b",
    "/",
    " ",
    "\n",
    "\n\n",
    "[x]",
    "(",
    ")",
    "!",
    "`",
    "*",
    "_",
    "|",
    "---",
    "# ",
    "## ",
    "> ",
    "- ",
    "javascript:",
    "data:",
    "https://y.example",
    "&lt;",
    "&#60;",
    '"',
    "'",
    "=",
    "onclick",
    "\\",
    "[^1]",
    "[^1]: ",
    "{{",
    "}}",
    "{lang=en}",
    "[x]{lang=fr}",
  );
  const allowed =
    /^<\/?(p|h[1-6]|a|em|strong|code|pre|blockquote|ul|ol|li|hr|br|table|thead|tbody|tr|th|td|div|sup|span|section|small|figure|figcaption|picture|source|img)\b[^<>]*>$/;
  let passed = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const made = html(text);
      assert.doesNotMatch(made, /(href|src)="\s*(javascript|data):/i, text);
      if (hasErrors(checkText(text, "x.md", 1, files))) return;
      passed++;
      for (const [tag] of made.matchAll(/<[^>]*>/g)) assert.match(tag, allowed, text);
    }),
    { numRuns: 500 },
  );
  assert.ok(passed > 50, `only ${passed} texts passed the check`);
});
