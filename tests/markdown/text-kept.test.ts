import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createLinks } from "../../src/addresses.ts";
import { picturesAround } from "../../src/content/release/renditions.ts";
import { createMarkdown, renderText } from "../../src/markdown/markdown.ts";
import { printPlain } from "../../src/markdown/plain-text.ts";
import { checkText, hasText } from "../../src/markdown/text-check.ts";
import { findSlips } from "../../src/markdown/text-hints.ts";
import { readMessages } from "../../src/messages.ts";
import { makeRelease, PNG, PROBE, readWith, visibleText } from "../fixture.ts";

const links = createLinks("https://x.example/archiv/");
const markdown = createMarkdown(links);
const words = readMessages().in("de");
const IMAGE = {
  digest: "",
  file: "bild.png",
  width: 800,
  height: 600,
  alt: "Brücke",
  caption: undefined,
  credit: "Stadt",
  license: undefined,
  isSupplied: false,
};
const place = { base: "/2024/05/probe/", images: [IMAGE], words: words.text };
const html = (text: string) => renderText(markdown, text, place);
const plain = (text: string) => printPlain(markdown.parse(text, { place }), { base: place.base, images: [IMAGE], words }, links);
const files = { images: new Set(["bild.png"]), attachments: new Set(["plan.pdf"]), base: place.base };
const problems = (text: string) => checkText(text, "x.md", 10, files);
const told = (text: string) => problems(text).map(({ line, severity, message, remedy }) => `${line} ${severity} ${message} ${remedy}`);

describe("what people write in offices means what it says", () => {
  test("stars, colons and underscores within words are text, stars around words still emphasize", () => {
    const text =
      "Alle Bürger*innen, Leser*in und Autor*in, Jede*r, Leser_in und Autor_in, Besucher:innen, 3*4*5. Das ist *wichtig*, **sehr**.";
    assert.equal(visibleText(html(text)).trim(), text.replace("*wichtig*, **sehr**", "wichtig, sehr"));
    assert.match(html("*Leser*innen* und **Bürger*innen**"), /<em>Leser\*innen<\/em> und <strong>Bürger\*innen<\/strong>/);
    assert.deepEqual(told(text), []);
  });

  test("lines that begin with a day keep their days and stay below each other", () => {
    for (const days of [
      ["18. September: Sitzung", "2. Oktober: Begehung", "16. Oktober: Abschluss"],
      ["2. April 2020: Der Rat tagt", "1. Mai 2020: Das Fest"],
      ["8. und 9. Mai: Markt", "30. Juni bis 2. Juli: Lauf"],
      ["18. 9. 2024: Sitzung", "2. 10. 2024: Begehung"],
      ["1. Sept. Beginn", "3. Dez. Ende"],
      ["14.05. Markt", "15.05. Maibaum", "16.05. Juniorenlauf", "17.05. Septemberabend", "18.05. Dez-Treff"],
    ]) {
      const text = days.join("\n");
      assert.equal(plain(`Die Termine:\n\n${text}\n`), `Die Termine:\n\n${text}`);
      assert.equal(plain(`Die Termine:\n${text}\n`), `Die Termine:\n${text}`);
      assert.equal(plain(`> ${text.replaceAll("\n", "\n> ")}\n`), `> ${text.replaceAll("\n", "\n> ")}`);
      assert.equal(plain(days.map((day) => `- ${day}`).join("\n")), days.map((day) => `- ${day}`).join("\n"));
      assert.doesNotMatch(html(text), /<ol/);
      assert.deepEqual(told(text), []);
    }
    assert.equal(plain("Das Fest beginnt am\n1. September im Park."), "Das Fest beginnt am 1. September im Park.");
  });

  test("a list that only begins like days is a list", () => {
    for (const text of [
      "1. Dezernat\n2. Amt",
      "1. Maibaum\n2. Marsch",
      "1. 20. Jahrhundert\n2. 21. Jahrhundert",
      "1. 2. Oktober: A\n2. 16. Oktober: B",
      "1. Eine Turnhalle\n2. 1.724 Sporthallen\n3. 10.000 Euro\n4. 12.500,50 Euro",
      "1. Begrüßung\n2. 10.30 Uhr Rundgang\n3. 11.15 Uhr Ende",
    ]) {
      assert.match(html(text), /^<ol>/, text);
      assert.equal(plain(text), text);
    }
  });

  test("backticks typed for apostrophes and quotation marks are text, those around code are none", () => {
    for (const text of ["Rock`n`Roll, wie geht`s", "Rita`s Café und Hans` Laden am Ku`damm", "`Zitat´ und `noch eins´", "5` 30`` Grad"]) {
      assert.equal(plain(text), text);
      assert.deepEqual(told(text), [], text);
    }
    assert.equal(plain("`a` und (`b c`), ``d`e`` und `f`."), "a und (b c), d`e und f.");
  });

  test("marks around nothing that could be emphasized are text: stars in brackets, blanks of a form, powers", () => {
    for (const text of [
      "Felder mit (*) sind Pflicht, mit (*) und (**) markierte, [*] und [*] nicht.",
      "am __.__.2024 um __:__ Uhr, Az. __/__/24, ____.____.20__",
      "2**3**4 und 2***3***4",
    ]) {
      assert.equal(plain(text), text);
      assert.equal(visibleText(html(text)).trim(), text);
    }
    assert.match(html("*(a)*, **[b](/b/)**, *`c`*, __d__"), /<em>\(a\)<\/em>, <strong><a .*<em><code>c.*<strong>d</);
  });

  test("a text of which nothing would be printed counts as none", () => {
    for (const text of ["", " \n\u00a0\n", "\u200b", "---\n\n***\n", "##\n", "*\n", "&nbsp;", "\\\n", "[^1]: Note\n", "[a]: /x/\n"])
      assert.ok(!hasText(text), JSON.stringify(text));
    for (const text of ["Satz.", "5", "- a", "## A", "![Brücke](bild.png)", "```\nx\n```", "**x**", "[a](/b/)", "| a |\n|---|\n", "…"])
      assert.ok(hasText(text), text);
  });

  test("an item of a list keeps the number that was written", () => {
    for (const text of ["1. Eins\n3. Drei\n2. Zwei", "4) Vier\n6) Sechs", "2019. Alt\n2024. Neu\n1. Neu"]) assert.equal(plain(text), text);
    assert.match(html("1. Eins\n3. Drei\n4. Vier\n"), /<li>Eins<\/li>\n<li value="3">Drei<\/li>\n<li>Vier<\/li>/);
    assert.match(html("4) Vier"), /<ol start="4" class="has-brackets">/);
    // A list of nothing but "1." is counted, as Markdown does everywhere; the editor is told.
    assert.match(html("1. a\n1. b\n"), /<li>a<\/li>\n<li>b<\/li>/);
    assert.match(told("1. a\n1. b\n").join(), /^11 hint .*„1“.*„2“/);
    assert.match(told("01. Punkt\n").join(), /^10 hint .*„01“/);
  });

  test("a no-break space behind a mark, or alone in a line, is a space, and a hint names the line", () => {
    for (const space of ["\u00a0", "\u202f", "\u2009"]) {
      assert.match(
        html(`##${space}Wichtig\n\n-${space}Eins\n-${space}Zwei\n`),
        /<h2 [^>]*>Wichtig<\/h2>\n<ul>\n<li>Eins<\/li>\n<li>Zwei<\/li>/,
      );
      assert.equal(html(`Erster.\n${space}\nZweiter.`), "<p>Erster.</p>\n<p>Zweiter.</p>\n");
      assert.match(told(`Satz.\n\n##${space}Wichtig\n`).join(), /^12 hint .*Leerzeichen.* ## Wichtig$/);
      assert.match(told(`Erster.\n${space}\nZweiter.`).join(), /^11 hint .*leer/);
    }
    for (const text of ["-\u00a05 Grad", "1.\u00a0FC Musterstadt", "Am 5.\u00a0Mai, z.\u00a0B. morgen", "–\u00a0so"]) {
      assert.equal(plain(text), text);
      assert.deepEqual(told(text), [], text);
    }
  });

  test("the dashes above a signature make no heading; a line underlined by accident is told", () => {
    assert.equal(html("Wir antworten gern.\n-- \nPressestelle"), "<p>Wir antworten gern.<br />\n--<br />\nPressestelle</p>\n");
    assert.match(told("Wir antworten gern.\n-- \nPressestelle").join(), /^10 hint /);
    for (const text of [
      "Wir antworten gern.\n---\nAmt",
      "Eine Zeile\nund noch eine\n--------",
      "Mit freundlichen Grüßen aus dem Rathaus\n---",
    ])
      assert.match(told(text).join(), /^10 hint .*Zwischenüberschrift/, text);
    assert.deepEqual(told("Termine\n-------\n\nSatz.\n\n---\n"), []);
  });
});

describe("nothing is lost without a word", () => {
  const cases: [what: string, text: string, line: string, said: RegExp][] = [
    ["a footnote that no mark refers to", "Satz[^1].\n\n[^1]: Eins.\n\n[^2]: Zwei\n    und mehr.\n", "14", /\[\^2\]/],
    ["the first of two footnotes with one name", "Satz[^1].\n\n[^1]: Eins.\n\n[^1]: Zwei.\n", "12", /\[\^1\]/],
    ["a mark without its footnote", "Satz.[^3]", "10", /\[\^3\].*\[\^3\]: Text/],
    ["a definition that no link uses", "Satz.\n\n[Hinweis]: morgen\n", "12", /\[Hinweis\]/],
    ["the second of two definitions", "[a]\n\n[a]: /x/\n[a]: /zwei/\n", "13", /\[a\]/],
    ["a cell beyond the columns", "| a | b |\n|---|---|\n| 1 | 2 | drei 3 |\n", "12", /„drei 3“/],
    ["a title behind an address", 'Ein [Link](/x/ "Zum Plan").', "10", /„Zum Plan“/],
    ["a title of a definition", 'Ein [a].\n\n[a]: /x/ "Zum Plan"\n', "12", /„Zum Plan“/],
    ["words behind the mark of a block", "``` Eine Mitteilung\nx\n```\n", "10", /„Eine Mitteilung“/],
    ["an address with a space", "Der [Plan](https://x.example/mein plan.pdf).", "10", /\(https:\/\/x\.example\/mein%20plan\.pdf\)/],
    ["a space before the address", "Der [Plan] (https://x.example/).", "10", /\[Plan\]\(https:\/\/x\.example\/\)/],
    ["a file with a space in its name", "Der [Plan](mein plan.pdf).", "10", /\[Plan\]\(mein-plan\.pdf\)/],
    ["a link around a footnote", "Der [Plan[^1]](https://x.example/).\n\n[^1]: Note.\n", "10", /Verweis/],
    ["a link over two lines", "Der [Plan](https://x.example/\nplan).", "10", /Verweis.*in eine Zeile/],
    ["a link whose definition is missing", "Der [Plan][plan] liegt aus.", "10", /\]\[plan\]/],
    ["a definition with a space", "[plan]: https://x.example/mein plan.pdf", "10", /\[plan\]:/],
    ["a footnote within the line", "Satz^[Eine Note].", "10", /\[\^1\]: Text/],
    ["an indented paragraph", "Satz.\n\n    Noch ein Absatz.\n\n\tUnd noch einer.\n", "12", /eingerückt.*Noch ein Absatz/],
    ["a table with tabs", "Satz.\n\nJahr\tGäste\n2022\t100\n", "12", /\| Jahr \| Gäste \|/],
    ["an ordinal that begins a list in a sentence", "Wir sind der\n1. Preisträger.", "11", /1\\\. Preis/],
    ["a temperature that becomes a list", "Es waren\n- 5 Grad.", "11", /\\- 5 Grad/],
    ["a sum that becomes a quotation", "Satz.\n\n> 500 Gäste kamen.", "12", /\\> 500/],
    ["lines that count behind a no-break space", "1.\u00a0Eins\n2.\u00a0Zwei", "10", /1\. Eins/],
    ["lines that count within a paragraph", "Auf der Tagesordnung:\n2. Haushalt\n3. Bericht\n", "11", /eine frei: 2\. Haushalt/],
    ["a sum in several lines", "+ 3,5 Prozent\n+ 12 Stellen\n", "10", /\\\+ 3,5 Prozent/],
    ["a star alone in its line", "Satz.\n\n*\n\nSatz.\n", "12", /\\\*$/],
    ["a block of code without an end", "Satz.\n\n```\ncode\n\nSatz.\n", "12", /hört/],
    ["a table with a wrong line of dashes", "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n", "10", /\| --- \| --- \| --- \|/],
    ["a table without a head", "|---|---|\n| 1 | 2 |\n", "10", /keine Tabelle/],
    ["rows behind a blank line", "| a |\n|---|\n| 1 |\n\n| 2 |\n| 3 |\n", "14", /leere Zeile/],
  ];
  for (const [what, text, line, said] of cases) {
    test(`${what} is told with its line`, () => {
      const [first = "", ...more] = told(text);
      assert.match(first, new RegExp(`^${line} hint `), told(text).join("\n"));
      assert.match(first, said);
      assert.deepEqual(more, []);
    });
  }

  test("slips of a line are told with what to write, and that passes", () => {
    const slips = (text: string) => [...findSlips(text, "x.md", 10), ...problems(text)];
    for (const [text, line, right] of [
      ["Wir bieten:\n– Kaffee\n– Kuchen", 11, "- Kaffee"],
      ["-Kaffee\n-Kuchen", 10, "- Kaffee"],
      ["o Kaffee\no Kuchen", 10, "- Kaffee"],
      ["== Termine ==\n\nSatz.", 10, "## Termine"],
      ["h3. Termine", 10, "### Termine"],
      ["Das '''Wichtige'''", 10, "**Wichtige**"],
      ["Siehe (Plan)[https://x.example/].", 10, "[Plan](https://x.example/)"],
      ["Siehe [Plan]\n(https://x.example/).", 10, "[Plan](https://x.example/)"],
      ["![Brücke](bild.png){width=50%}", 10, "![Brücke](bild.png)"],
      ["![Brücke](bild.png =200x100)", 10, "![Brücke](bild.png)"],
      ["![[bild.png]]", 10, "![Was auf dem Bild zu sehen ist](bild.png)"],
      ["Das ** Wichtige ** zuerst", 10, "**Wichtige**"],
      ["**Achtung:**Heute zu", 10, "**Achtung:** Heute"],
      ["Ein Wort**(fett)**hier", 10, "Wort **(fett)** hier"],
      ["Liegt unter \\\\server\\plan\\*.pdf.", 10, "`\\\\server\\plan\\*.pdf.`"],
    ] as const) {
      const [first, ...more] = slips(text);
      assert.ok(first && more.length === 0, `${text}: ${JSON.stringify([first, ...more])}`);
      assert.equal(first.line, line, text);
      assert.ok(first.remedy.endsWith(`: ${right}`), first.remedy);
      assert.deepEqual(
        slips(right).filter(({ message }) => !message.includes("springt")),
        [],
        right,
      );
    }
    assert.match(slips("> Wir freuen uns.\nDer Rat tagt morgen.")[0]?.message ?? "", /Teil des Zitats/);
    assert.match(slips("[b]Wichtig[/b]")[0]?.remedy ?? "", /\*\*fett\*\*/);
    for (const text of [
      "-5 Grad\n-7 Grad",
      "– so sagte er –\nund ging",
      "*kursiv* hier\n*kursiv* da",
      "> Zitat\n> mehr\n— Erika Muster",
      "> Zitat\n\nSatz.",
      "Preise** und Mieten**, **fett**, **a:** b, Nord**heim**s",
      "C:\\plan und `C:\\*`",
      "[Plan](https://x.example/) (siehe [oben])",
    ])
      assert.deepEqual(slips(text), [], text);
  });

  test("a line that defines an address but holds none is named itself", () => {
    assert.match(told("Siehe [Ort].\n\n[Ort]: Rathaus\n").join(), /^12 error .*schreiben Sie: \\\[Ort\]: Rathaus$/);
  });

  test("what is written as Markdown means it, is not told of", () => {
    for (const text of [
      "Satz[^1] und [a], [b][a], [c](/x/), [d][], <https://x.example/>.\n\n[^1]: Note\n    in zwei Zeilen.\n\n[a]: https://x.example/\n[d]: /d/\n",
      "[Müll](https://müll.example/ä?x=1&amp;y=%20z) &uuml;ber M&uuml;ller &amp; S&#246;hne, x\\_y, `a &amp; b`, [東京]{lang=ja}",
      "1. Eins\n2. Zwei\n   - innen\n   - 5 Euro\n3. Drei\n\n> 1. a\n> 2. b\n\n* * *\n\n```html\n<b>\n```\n",
      "| a | b |\n|:--|--:|\n| 1 | 2 |\n| `x \\| y` | ![Die Brücke](bild.png) |\n",
      "Zwei\n----\n\nEin Satz\\\nin Zeilen  \nund so.\n\n- a\n\n      ",
      "\\[^1] und \\[x](/y/) und `[^2]` und 5 > 3, 2 + 2 = 4",
    ])
      assert.deepEqual(told(text), [], text);
  });

  test("whatever is written, each word comes back in the plain text or a line is named", () => {
    const sign = fc.constantFrom(
      ...[
        "\n",
        "\n\n",
        "\n\n",
        " ",
        " ",
        "*",
        "**",
        "_",
        "`",
        "```",
        "\n```\n",
        "[",
        "]",
        "](",
        ")",
        "![",
        "[x]: ",
        "[x]",
        "[^1]",
        "[^1]: ",
        "\n[^2]: ",
      ],
      ...[
        "|",
        "\n|-|-|\n",
        "\n|-|\n",
        "\n| ",
        "\n## ",
        "\n- ",
        "\n1. ",
        "\n1. ",
        "\n3) ",
        "\n> ",
        "    ",
        "\t",
        "\\",
        "&amp;",
        "&uuml;",
        "\u00a0",
        "\n\u00a0\n",
      ],
      ...[
        "---",
        "\n---\n",
        "\n--\n",
        "18. Mai",
        "\n2. Juni",
        "https://y.example/",
        "/a/",
        '"',
        "'",
        "<",
        ">",
        "~~~",
        "{lang=en}",
        "bild.png",
        ":",
        ".",
        ",",
      ],
    );
    let seen = 0;
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        // A word of its own stands behind each sign, so that none can be missed for another.
        const text = signs.map((written, index) => `${written}${index % 2 ? `Wort${index}x` : ""}`).join("");
        if (problems(text).length > 0) return;
        const printed = plain(text);
        const missing = [...text.matchAll(/Wort\d+x|\d+(?=\. (?:Mai|Juni))/g)].filter(([word]) => !printed.includes(word));
        assert.deepEqual(missing.map(String), [], JSON.stringify({ text, printed }));
        seen++;
      }),
      { numRuns: 2000, seed: Number(process.env.SEED ?? 20171114) },
    );
    assert.ok(seen > 200, `only ${seen} texts had no problem`);
  });
});

describe("pictures and links", () => {
  test("a picture stands once: in the text where that shows it in whatever form, else around it, though the text names or links it", () => {
    const names = ["eins", "zwei", "drei", "vier", "fuenf"];
    const text = [
      "![Das erste][b], ![Das zweite](<zwei.png>), das [dritte](drei.png).",
      "So schreibt man es: `![x](vier.png)`, und \\![so](fuenf.png) nicht.",
      "[b]: eins.png",
    ].join("\n\n");
    const images = `[${names.map((name) => `{file: ${name}.png, alt: Bild ${name}, credit: Stadt}`).join(", ")}]`;
    const { archive, problems: found } = readWith({
      [PROBE]: makeRelease({ images }, text),
      ...Object.fromEntries(names.map((name) => [`releases/2024/05/probe/${name}.png`, PNG])),
    });
    const release = archive?.releases.find(({ id }) => id === "2024/05/probe");
    assert.ok(archive && release, JSON.stringify(found));
    const around = picturesAround(release.images, () => archive.context.texts.placed(release));
    assert.deepEqual(
      around.map(({ file }) => file),
      ["drei.png", "vier.png", "fuenf.png"],
    );
  });

  test("a link to a listed picture leads to a file that is published", () => {
    assert.match(html("[Bild](bild.png)"), /href="\/archiv\/2024\/05\/probe\/bild\.jpg"/);
    assert.match(plain("[Bild](bild.png)"), /\(https:\/\/x\.example\/archiv\/2024\/05\/probe\/bild\.jpg\)/);
  });

  test("no link stands in a link: a picture in one brings none, a link in one is text", () => {
    for (const text of [
      "[![Brücke](bild.png)](https://y.example/)",
      "[a <https://i.example/> b](/z/)",
      "[x ![Brücke](bild.png) y][r]\n\n[r]: /z/\n",
      "[[a](/b/)]{lang=en}",
    ]) {
      const made = html(text);
      assert.match(made, /<a /);
      assert.doesNotMatch(made, /<a [^>]*>(?:(?!<\/a>).)*<a /s, text);
    }
    assert.match(
      html("[![Brücke](bild.png)](https://y.example/)"),
      /<a href="https:\/\/y\.example\/"><picture>.*Bild: Stadt<\/small><\/a>/,
    );
  });

  test("a listed picture is recognized however the text refers to it", () => {
    for (const text of [
      "![Brücke](bild.png)",
      "![Brücke](<bild.png>)",
      "![Brücke](./bild.png)",
      "![Brücke](././bild.png)",
      "![Brücke](probe/bild.png)",
      "![Brücke](./probe/bild.png)",
      "![Brücke](/2024/05/probe/bild.png)",
      "![Brücke](https://x.example/archiv/2024/05/probe/bild.png)",
      "![Brücke](b%69ld.png)",
      "![Brücke](bild.png?v=2)",
      "![Brücke][b]\n\n[b]: bild.png\n",
      "![Brücke][b]\n\n[b]: probe/bild.png\n",
    ]) {
      assert.match(html(text), /<img /, text);
      assert.deepEqual(told(text), [], text);
    }
    assert.match(told("![Brücke](/2024/04/andere/bild.png)").join(), /error/);
  });

  test("a listed file is recognized below its folder too, and a link may name a place in it", () => {
    for (const [text, address] of [
      ["[Plan](probe/plan.pdf)", "plan.pdf"],
      ["[Plan](plan.pdf#page=2)", "plan.pdf#page=2"],
      ["[Bild](probe/bild.png)", "bild.jpg"],
    ] as const) {
      assert.ok(html(text).includes(`href="/archiv/2024/05/probe/${address}"`), html(text));
      assert.deepEqual(told(text), [], text);
    }
  });

  test("a name that is nearly a listed one is led to it", () => {
    for (const text of ["![Brücke](Bild.PNG)", "[Plan](Plan.PDF)", "[Plan](dateien/plan.pdf)", "![Brücke](../bilder/bild.png)"]) {
      const [first, ...more] = told(text);
      const [, right = ""] = /: (!\[.*\]\(.*\)|\(.*\))$/.exec(first ?? "") ?? [];
      assert.deepEqual(more, [], text);
      assert.deepEqual(told(right.startsWith("(") ? `[Plan]${right}` : right), [], first);
    }
  });
});

describe("HTML is refused with what to write instead", () => {
  for (const [written, remedy] of [
    ["20 m<sup>2</sup>", /m²/],
    ["CO<sub>2</sub>", /CO₂/],
    ["| a |\n|---|\n| x<br>y |", /Tabelle.*Komma/],
    ["<b>x</b>", /\*\*fett\*\*/],
    ['<a href="/x/">x</a>', /\[Worte des Links\]\(/],
    ["<!-- x -->", /Anmerkung/],
    ["<x-y>", /\\</],
  ] as const) {
    test(written, () => assert.match(told(written)[0] ?? "", remedy));
  }
});
