import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { createLinks } from "../../src/addresses.ts";
import { createMarkdown, renderText } from "../../src/markdown/markdown.ts";
import { printPlain } from "../../src/markdown/plain-text.ts";
import { readMessages } from "../../src/messages.ts";
import { ROOT, read, visibleText } from "../fixture.ts";

const links = createLinks("https://stadt.example/archiv/");
const markdown = createMarkdown(links);

function plain(text: string, words = readMessages().in("de"), base = "/2024/05/probe/"): string {
  return printPlain(markdown.parse(text, { place: { base, words: words.text } }), { base, words }, links);
}

describe("the plain text of a release", () => {
  test("the first release is copied word for word as it was issued", () => {
    const { archive } = read(join(ROOT, "content"));
    const release = archive?.releases.find(({ id }) => id === "2017/11/japan-delegation");
    assert.ok(release);
    const lines = readFileSync(join(ROOT, "tests/fixtures/japan-delegation.txt"), "utf8")
      .split(/\n+/)
      .filter((line) => line.trim() !== "");
    // The last line is furniture of the page on which the release was found.
    assert.equal(lines.pop(), "Keine Kommentare bisher");
    assert.deepEqual(
      plain(release.text()).split("\n\n"),
      lines.map((line) => line.trim()),
    );
  });

  test("paragraphs and headings stand apart by a blank line, wrapped lines are one line", () => {
    assert.equal(
      plain("## Was sich ändert\n\nDer Bus hält\nam Markt.\n\nUnd am Bahnhof.\n"),
      "Was sich ändert\n\nDer Bus hält am Markt.\n\nUnd am Bahnhof.",
    );
  });

  test("a line that the press office broke stays broken", () => {
    assert.equal(plain("Treffpunkt: Tor B\\\nSpeicherzeile 11"), "Treffpunkt: Tor B\nSpeicherzeile 11");
  });

  test("quotation marks stay as written, signs of emphasis go", () => {
    assert.equal(
      plain("„Das ist **sehr** *wichtig*“, sagt `sie` am 5\\. Mai & später."),
      "„Das ist sehr wichtig“, sagt sie am 5. Mai & später.",
    );
  });

  test("words of another language stand without their mark", () => {
    assert.equal(
      plain("Mit der [Public *Library*]{lang=en} und [[Hier](https://x.example/)]{lang=nl}."),
      "Mit der Public Library und Hier (https://x.example/).",
    );
  });

  test("lists have dashes or their numbers, inner lists are indented", () => {
    assert.equal(plain("- Rad\n- Fuß\n  - Nord\n  - Süd\n"), "- Rad\n- Fuß\n  - Nord\n  - Süd");
    assert.equal(plain("9. Neun\n10. Zehn\n\n    Noch ein Absatz.\n"), "9. Neun\n\n10. Zehn\n\n    Noch ein Absatz.");
  });

  test("a table's cells are apart by tabs, so that a spreadsheet takes them", () => {
    assert.equal(
      plain("| Schule | 2027 |\n|:--|--:|\n| **Nord**\tund Süd | 3,2 |\n| leer | |\n"),
      "Schule\t2027\nNord und Süd\t3,2\nleer\t",
    );
  });

  test("a link is followed by its full address, in parentheses", () => {
    assert.equal(plain("[Der Plan](https://haushalt.example/2027/) liegt aus."), "Der Plan (https://haushalt.example/2027/) liegt aus.");
    assert.equal(plain("Siehe [voriges Jahr](/2025/08/schule/)."), "Siehe voriges Jahr (https://stadt.example/archiv/2025/08/schule/).");
    assert.equal(plain("Siehe [Anlage](plan.pdf)."), "Siehe Anlage (https://stadt.example/archiv/2024/05/probe/plan.pdf).");
  });

  test("an address that the words say already is not said twice", () => {
    for (const [markdown, expected] of [
      ["<https://stadt.example/x>", "https://stadt.example/x"],
      ["[stadt.example](https://stadt.example/)", "stadt.example"],
      ["[presse@stadt.example](mailto:presse@stadt.example?subject=Anfrage)", "presse@stadt.example"],
      ["[Pressestelle](mailto:presse@stadt.example)", "Pressestelle (presse@stadt.example)"],
      ["[oben](#anfang)", "oben"],
    ] as const) {
      assert.equal(plain(markdown), expected);
    }
  });

  test("footnotes are numbered in the text and stand at its end", () => {
    assert.equal(
      plain("Erstens[^a] und zweitens.[^b]\n\n[^b]: Zweite.\n[^a]: Erste.\n\n    Mehr dazu.\n\nEnde.\n"),
      "Erstens[1] und zweitens.[2]\n\nEnde.\n\n[1] Erste.\n\n    Mehr dazu.\n[2] Zweite.",
    );
  });

  test("a quotation set apart is marked as in an e-mail", () => {
    assert.equal(plain("> „Erster Satz.“\n>\n> „Zweiter.“\n"), "> „Erster Satz.“\n>\n> „Zweiter.“");
  });

  test("a picture is named by its description, in the language of the text", () => {
    assert.equal(plain("![Die neue Brücke](bruecke.jpg)"), "[Bild: Die neue Brücke]");
    assert.equal(plain("![The new bridge](bruecke.jpg)", readMessages().in("en")), "[Picture: The new bridge]");
  });

  test("what looks like a template or HTML is text", () => {
    assert.equal(plain("{{ 7*7 }} und \\<b>fett\\</b> und 1 &lt; 2"), "{{ 7*7 }} und <b>fett</b> und 1 < 2");
  });

  test("of every release of Musterstadt each word that the page shows is in the plain text, in the same order", () => {
    const { archive } = read(join(ROOT, "tests/fixtures/musterstadt"), { now: "2026-11-23T12:00:00+01:00" });
    assert.ok(archive);
    let checked = 0;
    for (const { id, text: written, language } of [...archive.listed, ...archive.versions]) {
      const text = written();
      const place = { base: `/${id}/`, words: readMessages().in(language) };
      const html = renderText(markdown, text, { ...place, words: place.words.text }).replace(/<sup.*?<\/sup>|↩\ufe0e/g, " ");
      // Blocks are apart in the browser even where their tags touch; behind a link its address comes before the full stop.
      const shown = visibleText(html.replace(/<(\/?(p|li|td|th|h\d|br)\b)/g, " <$1"))
        .split(/\s+/)
        .map((word) => word.replace(/[.,:;]+$/, ""))
        .filter((word) => word !== "");
      const words = plain(text, place.words, place.base).split(/\s+/);
      let at = 0;
      for (const word of shown) {
        const found = words.findIndex((candidate, index) => index >= at && candidate.replace(/\[\d+\]/, "").includes(word));
        assert.ok(found >= at, `${id}: „${word}“ fehlt`);
        at = found;
        checked++;
      }
    }
    assert.ok(checked > 5000, `only ${checked} words`);
  });
});
