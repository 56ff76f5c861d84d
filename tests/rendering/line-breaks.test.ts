import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { breakable, keepTogether } from "../../src/rendering/line-breaks.ts";
import { createSoftHyphens } from "../../src/rendering/soft-hyphens.ts";

const whole = (html: string) => [...html.matchAll(/<span class="is-whole">([^<]*)<\/span>/g)].map(([, text]) => text);

describe("lines do not end where they should not", () => {
  test("a day and its month, a sign and its number, a number and what it counts stay together, and the text stays as it is", () => {
    const html = "<p>Am 24. November 2017 sahen 480 Gäste Nr. 7 für 12,50 Euro, nach § 5 Abs. 2; 35 km weit.</p>";
    assert.deepEqual(whole(keepTogether(html)), ["24. November", "480 Gäste", "Nr. 7", "12,50 Euro", "§ 5", "Abs. 2", "35 km"]);
    assert.equal(keepTogether(html).replace(/<\/?span[^>]*>/g, ""), html);
  });

  test("a sentence that begins behind a year, a long word, an attribute and code are left alone", () => {
    const left = '<p title="24. November">im Jahr 2017. Die Stadt; 480 Grundschulbetreuungskräfte; &#8222;7 Uhr</p>';
    assert.deepEqual(whole(keepTogether(left)), []);
    assert.equal(keepTogether("<pre>Nr. 7</pre>"), "<pre>Nr. 7</pre>");
  });

  test("an address may be divided behind slashes and hyphens", () => {
    assert.equal(breakable("https://a.example/b-c/?d=&quot;&amp;"), "https://a.example/<wbr>b-<wbr>c/<wbr>?d=&quot;&amp;");
  });

  test("a long name of an office is divided by syllables in German, and nowhere in other languages", () => {
    const withSoftHyphens = createSoftHyphens();
    assert.equal(withSoftHyphens("Stadtplanungsamt", "de").replaceAll("\u00ad", "|"), "Stadt|pla|nungs|amt");
    assert.equal(withSoftHyphens("Amt für Kultur", "de"), "Amt für Kultur");
    assert.equal(withSoftHyphens("Stadtplanungsamt", "en"), "Stadtplanungsamt");
  });
});
