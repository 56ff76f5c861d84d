import { closeSync, openSync, writeSync } from "node:fs";
import type { Files } from "../fixture.ts";

/** A piece of a text as a system writes it, and the words that its readers saw. */
interface Piece {
  source: string;
  words: string;
}

/** What makes naive conversion fail, each as real sites have it. */
const MARKDOWN: readonly Piece[] = [
  { source: "2. April 2020: kein Listenpunkt, sondern ein Tag.", words: "2 April 2020 kein Listenpunkt sondern ein Tag" },
  {
    source: '<img src="https://s3.example/x.png" align="right" alt="nicht da">[Codes](http://en.example/wiki) stehen hier.',
    words: "Codes stehen hier",
  },
  { source: '## <a name="x-How"></a>Überschrift mit Anker {#toc0}', words: "Überschrift mit Anker" },
  { source: "# Erste Ordnung", words: "Erste Ordnung" },
  {
    source: 'Siehe [das]({{< ref "none.md" >}} "Zusatz") und [dies][ref].\n\n[ref]: https://ref.example/ "Titel"',
    words: "Siehe das und dies",
  },
  { source: "{{< youtube 22i4hQCNsjM >}}", words: "Video bei YouTube" },
  { source: "{{% box %}}\nIm **Kasten** steht H<sub>2</sub>O<br>und mehr.\n{{% /box %}}", words: "Im Kasten steht H₂O und mehr" },
  { source: '{{< card-quote text="Zitierte Worte hier" cite="A. Person" >}}', words: "Zitierte Worte hier A Person" },
  { source: '{{< legacy-img src="x.jpg" alt="nicht da" caption="Unter dem Bild" >}}', words: "Unter dem Bild" },
  {
    source: "<table><tr><th>Kopf</th><th>Zwei</th></tr><tr><td>eins<br>zwei</td><td>a|b</td></tr></table>",
    words: "Kopf Zwei eins zwei a b",
  },
  { source: "  * eins\n  * zwei\n      * tief\n  * drei", words: "eins zwei tief drei" },
  { source: '<div class="x"><p>Im Div <span style="color:red">rot</span> &amp; <u>unter</u>.</p></div>', words: "Im Div rot unter" },
  {
    source: "GSA&#8217;s Wort, AT&T, 5 < 6, Bürger*innen und snake_case_name.",
    words: "GSA s Wort AT T 5 6 Bürger innen und snake case name",
  },
  { source: "Zeile eins  \nZeile zwei\t mit Tab", words: "Zeile eins Zeile zwei mit Tab" },
  { source: "```html\n<p>Quelltext</p>\n```", words: "p Quelltext p" },
  { source: "<!-- nur eine Bemerkung -->\n\nSichtbar danach.", words: "Sichtbar danach" },
  { source: "<script>alert(1)</script>Nach dem Skript.", words: "Nach dem Skript" },
  { source: "> Ein Zitat\n> in zwei Zeilen", words: "Ein Zitat in zwei Zeilen" },
  { source: "\u200bUnsichtbar\u00ad getrennt\ufeff.", words: "Unsichtbar getrennt" },
  { source: "+ 5 Grad\n\n1986\\. Ein Jahr.", words: "5 Grad 1986 Ein Jahr" },
  { source: '<iframe src="https://www.youtube.com/embed/abc" width="1"></iframe>', words: "Video bei YouTube" },
  { source: "Ein [Link](/../../relativ/) und [Anker](#nirgends) und [leer]().", words: "Ein Link und Anker und leer" },
  { source: "**fett**nah und * kein * Stern und ***beides***", words: "fettnah und kein Stern und beides" },
  { source: "<h1>HTML-Titel</h1>\n<h5>Tief</h5>", words: "HTML Titel Tief" },
  { source: "[unbenutzt]: https://unbenutzt.example/\n\nText danach.", words: "Text danach" },
  { source: "{% include figure.html url='/x.png' description='Liquid-Unterschrift' %}", words: "Liquid Unterschrift" },
];

const HEADS: readonly ((index: number, date: string) => string)[] = [
  (index, date) =>
    `---\nslug: meldung-${index}\ndate: ${date} 9:05:07 -0400\ntitle: "Meldung ${index} &amp; **mehr**"\ntopics:\n  - eins\n  - zwei\ntopics:\n  - eins\nweight: 5\n---\n`,
  (index, date) => `---\ntitle: Meldung ${index}: mit Doppelpunkt\ndate: ${date}\n\ttags: [a]\nexpirydate: ""\n---\n`,
  (index, date) => `+++\ntitle = "Meldung ${index}"\ndate = ${date}T00:00:00Z\ntags = ["a", "B"]\n[params]\nx = 1\n+++\n`,
  (index, date) =>
    `---\r\ntitle: 'Meldung ''${index}'''\r\ndate: "${date}T10:00:00Z"\r\nauthors: [wer]\r\nsummary: ${"sehr lang ".repeat(80)}\r\n---\r\n`,
  (_index, date) => `---\ndate: ${date}\nsummary: Kurz.\n---\n`,
];

/** A folder of Hugo with so many posts, and the words of each text by the path of its file. */
export function hugoSite(count: number): { files: Files; words: Map<string, string> } {
  const files: Files = { "hugo.toml": 'baseURL = "https://digital.example/"\n' };
  const words = new Map<string, string>();
  for (let index = 0; index < count; index++) {
    const date = `${2008 + (index % 15)}-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
    const pieces = [0, 1, 2, 3, 4, 5].map((step) => MARKDOWN[(index * 7 + step * (1 + (index % 5))) % MARKDOWN.length] as Piece);
    const path = `content/news/m-${index}.md`;
    const head = HEADS[index % HEADS.length]?.(index, date) ?? "";
    files[path] = `${head}\n${pieces.map(({ source }) => source).join("\n\n")}\n`;
    words.set(path, pieces.map((piece) => piece.words).join(" "));
  }
  return { files, words };
}

/** Writes an export of WordPress of so many items, of kinds in turn, each of about so many bytes, piece by piece. */
export function writeExport(file: string, count: number, bytes: number, kinds: readonly string[] = ["post"]): void {
  const paragraph =
    "Die Stadt teilt mit, dass am Montag der neue <strong>Radweg</strong> an der Lohe eröffnet wird &amp; alle kommen können. ";
  const body = `${paragraph.repeat(3)}\n\n`.repeat(Math.max(1, Math.round(bytes / (paragraph.length * 3))));
  const target = openSync(file, "w");
  writeSync(
    target,
    '<?xml version="1.0" encoding="UTF-8" ?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>',
  );
  for (let index = 0; index < count; index++) {
    const date = `${2005 + (index % 18)}-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
    writeSync(
      target,
      `<item><title>Meldung ${index}</title><link>https://www.alt.example/${index}/</link><guid>https://www.alt.example/?p=${index}</guid>` +
        `<content:encoded><![CDATA[Nummer ${index}. ${body}<a href="https://www.alt.example/${(index * 7) % count}/">mehr</a>]]></content:encoded>` +
        `<wp:post_date>${date} 10:00:00</wp:post_date><wp:post_name>${index % 3 ? `m-${index}` : "gleich"}</wp:post_name>` +
        `<wp:status>publish</wp:status><wp:post_type>${kinds[index % kinds.length]}</wp:post_type><category domain="category">Thema ${index % 40}</category></item>\n`,
    );
  }
  writeSync(target, "</channel></rss>");
  closeSync(target);
}
