import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { buildSoundly, type Files, filesBelow, line, makeContent, makeFile, makeRelease, PROBE, readWith, SITE } from "../fixture.ts";

const LANGUAGES = `${SITE}languages: [de, en, de-simple, uk, tr, ar]\n`;

describe("a release that was issued in English", () => {
  const files: Files = {
    [PROBE]: makeRelease(
      { language: "en", title: "City welcomes its guests", summary: "The city welcomes its guests." },
      "Welcome to the city.\n",
    ),
    "releases/2024/05/probe.ar.md": makeFile(
      { title: "ترحب المدينة بضيوفها", summary: "ترحب المدينة بجميع ضيوفها الكرام." },
      "أهلا وسهلا.\n",
    ),
    "releases/2024/06/freibad.en.md": makeFile({ title: "Pool opens early", summary: "The pool opens at seven already." }, "It opens.\n"),
    "releases/2024/06/freibad.md": makeRelease(
      { title: "Freibad öffnet früher", date: "2024-06-03", corrections: "[{date: 2024-06-04, note: Es öffnet um sieben., edition: 1}]" },
      "Das Freibad öffnet schon um sieben Uhr.\n",
    ),
    "releases/2024/06/freibad/fassung-1.en.md": makeFile({ title: "Pool opens early" }, "It opens at eight.\n"),
    "releases/2024/07/irrtum.md": makeRelease({ date: "2024-07-01", withdrawn: "{date: 2024-07-02, reason: Es war ein Irrtum.}" }),
    "releases/2024/07/irrtum.en.md": makeFile({ title: "A mistake", summary: "It was a mistake of the office." }, "Text.\n"),
    "releases/2024/06/freibad.uk.md": makeFile({ title: "Басейн відкрито", summary: "Басейн відкривається о сьомій." }, "Так.\n"),
    "site.yml": LANGUAGES,
  };
  let site: string;
  const at = (path: string) => readFileSync(join(site, path), "utf8");
  before(async () => {
    site = (await buildSoundly(makeContent(files))).output;
  });

  test("stands at its own address, in its own language, with English words around it", () => {
    const page = at("2024/05/probe/index.html");
    assert.match(page, /<html lang="en">/);
    assert.match(page, /Press release/i);
    assert.match(page, /<link rel="alternate" hreflang="ar" href="https:\/\/probestadt\.example\/ar\/2024\/05\/probe\/">/);
    assert.match(at("2024/05/probe/index.json"), /"language": "en"/);
    assert.ok(!existsSync(join(site, "en/2024/05/probe/index.html")));
  });

  test("counts once among all releases, marked as English, and stands in the English lists beside translations", () => {
    assert.match(at("2024/index.html"), /3 Meldungen/);
    assert.match(at("2024/05/index.html"), /<a href="\/2024\/05\/probe\/" lang="en">City welcomes its guests<\/a>/);
    assert.match(at("en/2024/index.html"), /2 releases/);
    assert.match(at("en/2024/05/index.html"), /<a href="\/2024\/05\/probe\/">City/);
    for (const title of ["City welcomes its guests", "Pool opens early"])
      assert.ok(at("en/themen/stadtleben/index.html").includes(title), title);
  });

  test("keeps one id in every feed, which says its language", () => {
    for (const feed of ["feed.xml", "en/themen/stadtleben/feed.xml"].filter((path) => existsSync(join(site, path))))
      assert.match(at(feed), /<entry xml:lang="en">\n<id>tag:probestadt\.example,2026:2024\/05\/probe<\/id>/);
  });

  test("is what its versions are translations of", () => {
    const article = (path: string) => /<script type="application\/ld\+json">(.*?)<\/script>/.exec(at(path))?.[1] ?? "";
    assert.match(article("ar/2024/05/probe/index.html"), /"translationOfWork":\{[^}]*"inLanguage":"en"/);
    assert.match(article("2024/05/probe/index.html"), /"workTranslation":\[\{[^}]*"inLanguage":"ar"/);
  });

  test("where a language has no words of its own, German ones are said to be German, and in no file that cannot say it are there marks", () => {
    const page = at("uk/2024/06/freibad/index.html");
    assert.match(page, /<span lang="de" dir="ltr">Zum Inhalt<\/span>/);
    assert.match(page, /<title>Басейн відкрито – Stadt Probestadt/);
    for (const [path, bytes] of filesBelow(site)) assert.doesNotMatch(bytes.toString(), /[\ufdd0\ufdd1]/, path);
    assert.doesNotMatch(at("2024/06/freibad/index.html") + at("2024/05/probe/index.html"), /<span lang="de"/);
    assert.doesNotMatch(at("uk/2024/06/freibad/index.txt"), /<span/);
  });

  test("what a correction or a withdrawal says of all languages is said to be in that of the release", () => {
    const german = /<span lang="de">Es öffnet um sieben\.<\/span>/;
    assert.match(at("en/2024/06/freibad/index.html"), german);
    assert.match(at("en/2024/06/freibad/fassung/1/index.html"), german);
    assert.match(at("2024/06/freibad/index.html"), /<span>Es öffnet um sieben\.<\/span>/);
    assert.match(at("en/2024/07/irrtum/index.html"), /<p lang="de">Es war ein Irrtum\.<\/p>/);
  });

  test("a version in Arabic runs from right to left, with its own lists, and dates in its own words", () => {
    const page = at("ar/2024/05/probe/index.html");
    assert.match(page, /<html lang="ar" dir="rtl">/);
    assert.match(page, /<link rel="alternate" hreflang="en" href="https:\/\/probestadt\.example\/2024\/05\/probe\/">/);
    assert.match(page, /10 مايو 2024/);
    assert.match(at("2024/05/probe/index.html"), /<a href="\/ar\/2024\/05\/probe\/" lang="ar" hreflang="ar" dir="rtl">العربية<\/a>/);
    for (const list of ["ar/index.html", "ar/2024/index.html", "ar/archiv/index.html"])
      assert.match(at(list), /<html lang="ar" dir="rtl">/, list);
    assert.match(at("uk/2024/06/freibad/index.html"), /<html lang="uk">/);
    assert.match(at("sitemap-2024.xml"), /hreflang="ar"/);
    assert.match(at("2024/06/freibad/index.html"), /hreflang="uk">Українська<\/a>/);
  });
});

describe("the languages of an archive", () => {
  const told = (files: Files) =>
    readWith({ "site.yml": LANGUAGES, ...files })
      .problems.map(line)
      .join("\n");
  const version = makeFile({ title: "Titel", summary: "Eine Zusammenfassung." }, "Text.\n");

  test("are those that site.yml lists", () => {
    assert.match(
      told({ "releases/2024/04/stadtfest.fr.md": version }),
      /„stadtfest\.fr\.md“ taugt nicht als Adresse.*languages in site\.yml/,
    );
    assert.match(
      told({ [PROBE]: makeRelease({ language: "fr" }) }),
      /:7:1 error „fr“ ist keine Sprache dieses Archivs\..*languages: \[.*fr\]/,
    );
    assert.match(
      told({ "releases/2024/04/stadtfest.tr.md": version }),
      /^site\.yml:1:1 hint Für „uk“ gibt es keine Wörter der Oberfläche;[^\n]*$/,
    );
    for (const wrong of ["[de, jp]", "[de, en, EN]", "[de, deutsch]"])
      assert.match(told({ "site.yml": `${SITE}languages: ${wrong}\n` }), /site\.yml:10:\d+ error .*Sprache/, wrong);
  });

  test("a version in the original's own language is refused", () => {
    const english = makeRelease({ language: "en" });
    assert.match(told({ [PROBE]: english, "releases/2024/05/probe.en.md": version }), /probe\.en\.md:1:1 error .*selbst in dieser Sprache/);
  });

  test("begin addresses that no page and no old address may take", () => {
    assert.match(told({ [PROBE]: makeRelease({ aliases: "[/uk/alt.html]" }) }), /Bereich, den das Archiv selbst belegt/);
  });

  test("have the words of the interface that a city writes; the rest stays German", async () => {
    const texts =
      'site: {skip: До змісту}\nlisting: {count: {one: "{n} повідомлення", few: "{n} повідомлення", other: "{n} повідомлень"}}\n';
    const files = { "site.yml": LANGUAGES, "texts/uk.yml": texts, "releases/2024/06/freibad.uk.md": version };
    assert.match(told(files), /^texts\/uk\.yml:1:1 hint Es fehlen \d+ von \d+ Wörtern;/m);
    const { output } = await buildSoundly(makeContent(files));
    const page = readFileSync(join(output, "uk/2024/index.html"), "utf8");
    assert.match(page, />До змісту<\/a>/);
    assert.match(page, /1 повідомлення/);
    assert.match(page, /<span lang="de" dir="ltr">/);
  });

  test("a city may call things otherwise in German, too", () => {
    const { archive, problems } = readWith({ "texts/de.yml": "release: {kinds: {release: Medieninformation}}\n" });
    assert.deepEqual(problems, []);
    assert.equal(archive?.context.messages.in("de-simple").release.kinds.release, "Medieninformation");
    assert.equal(archive?.context.messages.in("de").release.kinds.invitation, "Medieneinladung");
  });

  test("wrong words are told all at once, each with what to write, and left out", () => {
    const texts =
      "site: {skipp: a}\nrelease: {number: Nr., kinds: Meldung}\nlisting: {count: {one: '{n}', viele: '{n}', other: '{n}'}}\nhome: {feed: ''}\n";
    const lines = told({ "site.yml": SITE, "texts/en.yml": texts }).split("\n");
    assert.match(lines[0] ?? "", /^texts\/en\.yml:1:8 error Das Wort „site\.skipp“ gibt es nicht\. Meinten Sie „skip“\?$/);
    assert.match(lines[1] ?? "", /^texts\/en\.yml:2:11 error In „Nr\.“ fehlt \{number\};/);
    assert.match(lines[2] ?? "", /^texts\/en\.yml:2:24 error Unter „release\.kinds“ stehen mehrere Wörter\./);
    assert.match(lines[3] ?? "", /^texts\/en\.yml:3:\d+ error „viele“ ist keine Form für Zahlen\./);
    assert.equal(lines.length, 5);
  });

  test("names of register entries may be written in each", () => {
    const registers = { "registers/places.yml": "markt: {name: Markt, names: {uk: Ринок, en: Market}}\n" };
    assert.doesNotMatch(told(registers), /error/);
    assert.match(told({ "registers/places.yml": "markt: {name: Markt, names: {xx-y: Market}}\n" }), /places\.yml:1:\d+ error/);
  });
});
