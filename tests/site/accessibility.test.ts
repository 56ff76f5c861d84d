import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { readMessages } from "../../src/messages.ts";
import { buildSoundly, filesBelow, line, makeContent, makeFile, readWith, SITE, visibleText } from "../fixture.ts";

const FACTS = `accessibility:
  status: unknown
  prepared: 2026-11-02
  testedByPrograms: ["axe"]
`;
const ENFORCEMENT = "  enforcement: {name: Schlichtungsstelle des Landes, email: schlichtung@land.example}\n";
const PAGE = makeFile({ title: "Barrierefreiheit" }, "Von Hand.\n");

const told = (facts: string, files: Record<string, string> = {}) => readWith({ "site.yml": SITE + facts, ...files }).problems.map(line);

describe("the accessibility statement in site.yml", () => {
  test("is sound with what a city knows of it", () => {
    assert.deepEqual(told(FACTS + ENFORCEMENT), []);
  });

  test("stands once: beside a page of that name it is refused, and the message says which to remove", () => {
    assert.deepEqual(told(FACTS + ENFORCEMENT, { "pages/barrierefreiheit.md": PAGE }), [
      "site.yml:10:1 error Die Erklärung zur Barrierefreiheit gibt es zweimal: hier unter accessibility und in pages/barrierefreiheit.md. Löschen Sie pages/barrierefreiheit.md, oder streichen Sie hier accessibility.",
    ]);
    assert.deepEqual(told("", { "pages/barrierefreiheit.md": PAGE }), []);
  });

  test("older than a year, it asks to be looked at again; a review makes it young", () => {
    const old = FACTS.replace("2026-11-02", "2025-11-02") + ENFORCEMENT;
    assert.match(told(old).join(), /^site\.yml:10:1 hint .*zuletzt am 2025-11-02 überprüft, vor mehr als einem Jahr/);
    assert.deepEqual(told(`${old}  reviewed: 2026-11-20\n`), []);
  });

  test("never says more than was tested", () => {
    const full = FACTS.replace("unknown", "full") + ENFORCEMENT;
    assert.match(told(full).join(), /error „full“ .* kann nicht aus Prüfprogrammen allein folgen/);
    assert.deepEqual(told(`${full}  testedByPeople: ["Bedienung mit NVDA und Firefox"]\n`), []);
    const gap = "  gaps: [{content: Lagepläne, reason: Nur auf Papier da.}]\n";
    assert.match(told(`${full}  testedByPeople: ["NVDA"]\n${gap}`).join(), /error „full“ .* passt nicht zu den Mängeln/);
    assert.match(told(FACTS.replace("unknown", "partial") + ENFORCEMENT).join(), /error Was nicht barrierefrei ist, fehlt/);
    assert.deepEqual(told(FACTS.replace("unknown", "partial") + ENFORCEMENT + gap), []);
  });

  test("a city that names no enforcement body is reminded; a demonstration has none", () => {
    assert.match(told(FACTS).join(), /hint Die Erklärung zur Barrierefreiheit nennt keine Durchsetzungs- oder Schlichtungsstelle/);
    assert.deepEqual(told(`demonstration: true\n${FACTS}`), []);
  });

  test("a day that the calendar does not have is refused", () => {
    assert.match(
      told(FACTS.replace("2026-11-02", "2026-02-30") + ENFORCEMENT).join(),
      /^site\.yml:12:3 error Diesen Tag hat der Kalender nicht/,
    );
    assert.match(told(FACTS.replace("2026-11-02", "02.11.2026") + ENFORCEMENT).join(), /Schreiben Sie: 2026-11-02$/);
    assert.match(told(FACTS.replace("2026-11-02", "2026-11") + ENFORCEMENT).join(), /nennt keinen Tag/);
  });
});

describe("a site with an accessibility statement", () => {
  let files: Map<string, Buffer>;
  const page = (path: string) => files.get(path)?.toString() ?? "";
  before(async () => {
    const english = makeFile(
      { title: "Open-air pool opens early", summary: "The open-air pool opens at seven o'clock." },
      "It opens at seven.\n",
    );
    const { output } = await buildSoundly(
      makeContent({
        "site.yml": `${SITE}demonstration: true\nnavigation: [impressum]\n${FACTS}  gaps: [{content: Lagepläne, reason: Nur auf Papier da., ground: burden}]\n`,
        "pages/impressum.md": makeFile({ title: "Impressum", aliases: "[/impressum.html]" }, "Wer wir sind.\n"),
        "pages/404.md": makeFile({ title: "Nicht gefunden" }, "Hier ist nichts.\n"),
        "releases/2024/06/freibad.en.md": english.replace("summary:", "translation: {kind: official}\nsummary:"),
      }),
    );
    files = filesBelow(output);
  });

  test("says plainly that only programs tested, and claims no enforcement body for a demonstration", () => {
    const text = visibleText(page("barrierefreiheit/index.html"));
    for (const words of [
      "Bisher haben nur Programme die Website geprüft",
      "Unverhältnismäßige Belastung",
      "Lagepläne",
      "erstellt",
      "2. November 2026",
      "ist keine Durchsetzungs- oder Schlichtungsstelle zuständig",
    ])
      assert.ok(text.includes(words), words);
    const { statuses, people } = readMessages().in("de").accessibility;
    assert.match(`${statuses.full} ${people}`, /vollständig vereinbar\..*Manuell geprüft/);
    assert.doesNotMatch(text, /vollständig vereinbar\.|Manuell geprüft/);
  });

  test("has it in English where there are releases in English; what the city wrote in German says so", () => {
    assert.match(page("en/barrierefreiheit/index.html"), /<b>Nobody has yet|So far only programs have tested/);
    assert.match(page("en/barrierefreiheit/index.html"), /<span lang="de">Nur auf Papier da\.<\/span>/);
  });

  test("offers it and a way to report a barrier on every page, with the page's address and without JavaScript", () => {
    const pages = [...files.keys()].filter((path) => path.endsWith(".html") && !/http-equiv="refresh"/.test(page(path)));
    assert.ok(pages.length > 15);
    for (const path of pages) {
      const address = `https://probestadt.example/${path.replace(/index\.html$/, "")}`;
      const [, subject = "", body = ""] =
        /<a href="mailto:presse@probestadt\.example\?subject=([^"]*)&amp;body=([^"]*)">(?:Barriere melden|Report a barrier)<\/a>/.exec(
          page(path),
        ) ?? [];
      assert.ok(decodeURIComponent(body).includes(address), path);
      assert.notEqual(subject, "", path);
      assert.match(page(path), /href="\/(en\/)?barrierefreiheit\/"/, path);
    }
  });

  test("keeps its address for ever", () => {
    assert.match(page("daten/manifest.json"), /"address":"\/barrierefreiheit\/","kind":"page"/);
  });
});

test("where a city writes its statement as a page, barriers are reported all the same", async () => {
  const { output } = await buildSoundly(makeContent({ "pages/barrierefreiheit.md": PAGE }));
  assert.match(
    readFileSync(join(output, "index.html"), "utf8"),
    /href="mailto:presse@probestadt\.example\?subject=[^"]*">Barriere melden</,
  );
});
