import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { buildSoundly, makeContent, makeRelease, PNG, PROBE, visibleText } from "../fixture.ts";

const SENTENCE = "Angaben in eckigen Klammern hat das Archiv ergänzt.";

describe("what the archive supplied", () => {
  let site: string;
  const at = (path: string) => readFileSync(join(site, path), "utf8");
  before(async () => {
    const content = makeContent({
      "registers/people.yml": "petra-probe:\n  name: Petra Probe\nkurt-probe:\n  name: Kurt Probe\n",
      [PROBE]: makeRelease({
        number: "12/2024",
        people: "[{id: petra-probe, role: Leiterin}, kurt-probe]",
        places: "[markt]",
        contact: "{name: Erika Muster, phone: 030 23125-0, email: erika@probestadt.example}",
        images: "[{file: bus.png, alt: Der Bus, caption: Der Bus am Markt, credit: unbekannt}]",
        reconstructed: "[title, date, department, topics, people, places, number, contact, images]",
      }),
      "releases/2024/05/probe/bus.png": PNG,
      "releases/2024/05/kurz.md": makeRelease({ date: "2024-05-11", title: "Kurze Meldung", summary: undefined, topics: "[]" }),
      "releases/2024/05/fund.md": makeRelease(
        { date: "2024-05-12", title: "Nur gefunden", summary: undefined, source: "{url: 'https://zeitung.example/fund'}" },
        "",
      ),
    });
    site = (await buildSoundly(content)).output;
  });

  test("stands in brackets wherever a reader meets it: on the page, in its facts, in lists and in the text", () => {
    const page = visibleText(at("2024/05/probe/index.html")).replace(/\s+/g, " ");
    const shared = ["[10. Mai 2024]", "[Presseamt]", "[Nr.\u00a012/2024]", "[Kurt Probe]", "[Markt]", "[Stadtleben]", "[Erika Muster]"];
    for (const part of [...shared, "[Petra ProbeLeiterin]", "[Telefon 030 23125-0]", "[Der Bus am Markt]", "[Bild: unbekannt]"])
      assert.ok(page.includes(part.replace("\u00a0", " ")) || page.includes(part), part);
    const text = at("2024/05/probe/index.txt");
    for (const part of [...shared, "[Petra Probe, Leiterin]", "[Telefon 030 23125-0]", "[erika@probestadt.example]", "([Bild: unbekannt])"])
      assert.ok(text.includes(part), `${part}\n${text}`);
    assert.match(visibleText(at("2024/05/index.html")), /\[10\.05\.2024\]/);
  });

  test("is explained where there is a bracket, and only there", () => {
    for (const file of ["index.html", "index.txt"]) {
      assert.ok(at(`2024/05/probe/${file}`).includes(SENTENCE), file);
      assert.ok(!at(`2024/05/kurz/${file}`).includes(SENTENCE), file);
      assert.ok(at(`2024/05/kurz/${file}`).includes("Die Zusammenfassung für Listen und Suche hat das Archiv ergänzt."), file);
    }
  });

  test("is no fact for machines, and a maker nobody knows has no name", () => {
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(at("2024/05/probe/index.html")) ?? [];
    assert.doesNotMatch(json, /12\/2024|Petra|unbekannt/);
    const { images } = JSON.parse(at("2024/05/probe/index.json")) as { images: { credit?: string }[] };
    assert.equal(images[0]?.credit, undefined);
  });

  test("a release whose text is elsewhere leads there, on its page, in its text and in feeds", () => {
    for (const file of ["2024/05/fund/index.html", "2024/05/fund/index.txt", "feed.xml", "feed.json"])
      assert.match(at(file), /Der Wortlaut steht nicht im Archiv, sondern bei der Quelle:.{1,40}https:\/\/zeitung\.example\/fund/, file);
    assert.doesNotMatch(at("feed.xml"), /<summary><\/summary>/);
    assert.doesNotMatch(at("2024/05/fund/index.html"), /Zusammenfassung für Listen/);
  });

  test("a release without a topic stands in all lists but those of topics", () => {
    assert.match(at("2024/05/index.html"), /Kurze Meldung/);
    assert.match(at("aemter/presseamt/index.html"), /Kurze Meldung/);
    assert.doesNotMatch(at("themen/stadtleben/index.html"), /Kurze Meldung/);
  });
});
