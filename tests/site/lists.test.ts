import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Archive } from "../../src/archive/archive.ts";
import { createEnvironment, equip } from "../../src/rendering/environment.ts";
import { listPages } from "../../src/site/capabilities.ts";
import type { HomeView } from "../../src/site/home.ts";
import type { CorrectionsView } from "../../src/site/lists/corrections.ts";
import type { ListingView } from "../../src/site/lists/listing.ts";
import type { ArchiveView } from "../../src/site/lists/listings.ts";
import { isView, type View } from "../../src/site/pages.ts";
import { buildSoundly, type Fields, type Files, filesBelow, makeContent, makeRelease, readWith, visibleText } from "../fixture.ts";

const two = (number: number) => String(number).padStart(2, "0");

function archiveOf(files: Files): Archive {
  const { archive, problems } = readWith(files);
  assert.ok(archive, JSON.stringify(problems));
  return archive;
}

const viewsOf = (archive: Archive) =>
  new Map(
    listPages(archive)
      .filter(isView)
      .map((view) => [view.address, view]),
  );

function viewAt<T extends View>(archive: Archive, address: string): T {
  const view = viewsOf(archive).get(address);
  assert.ok(view, address);
  return view as T;
}

/** Releases of one month, `count` of them, one every day and then again. */
function many(count: number, month: string, fields: (index: number) => Fields): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `releases/2023/${month}/meldung-${index}.md`,
      makeRelease({ title: `Meldung ${index} vom Monat ${month}`, date: `2023-${month}-${two((index % 28) + 1)}`, ...fields(index) }),
    ]),
  );
}

describe("the topics of the home page", () => {
  const register = (count: number) => Array.from({ length: count }, (_, index) => `thema-${index}:\n  name: Thema ${index}\n`).join("");
  /** A topic that `index` names more than once every third time; topic 7 most often. */
  const town = (topics: number) =>
    archiveOf({
      "registers/topics.yml": `${register(topics)}stadtleben:\n  name: Stadtleben\nfeste:\n  name: Feste\n  broader: stadtleben\n`,
      ...many(topics, "05", (index) => ({ topics: `[thema-${index}${index < 10 ? "" : ", thema-7"}${index % 3 === 0 ? ", feste" : ""}]` })),
      ...many(18, "06", (index) => ({ topics: `[thema-${index + topics - 18}]` })),
    });

  test("Of three hundred topics the home page names the twenty most used, in the order of the register, and leads to all.", () => {
    const home = viewAt<HomeView>(town(300), "/");
    assert.deepEqual(
      home.topics.map(({ label }) => label),
      ["Thema 7", ...Array.from({ length: 18 }, (_, index) => `Thema ${282 + index}`), "Stadtleben"],
    );
    assert.deepEqual(home.allTopics, { address: "/themen/", count: 302 });
  });

  test("As many topics as fit are all named, and nothing offers more.", () => {
    const home = viewAt<HomeView>(town(19), "/");
    assert.equal(home.topics.length, 20);
    assert.equal(home.allTopics, undefined);
  });
});

describe("a city with one office", () => {
  const office = many(20, "05", () => ({ topics: "[wirtschaft]" }));

  test("Its office's page leads to the years of the archive, which are not made a second time.", () => {
    const archive = archiveOf(office);
    const entry = viewAt<ListingView>(archive, "/aemter/presseamt/");
    assert.deepEqual(
      entry.links.flatMap(({ items }) => items),
      [
        { label: "2024", address: "/2024/", count: 2 },
        { label: "2023", address: "/2023/", count: 20 },
      ],
    );
    assert.deepEqual(
      [...viewsOf(archive).keys()].filter((address) => address.startsWith("/aemter/")),
      ["/aemter/", "/aemter/presseamt/"],
    );
  });

  test("A language in which only one of two offices has published yet has its lists as it will need them.", () => {
    const english = "---\ntitle: A day\nsummary: A summary of this day in English.\n---\n\nText.\n";
    const archive = archiveOf({
      ...office,
      "releases/2023/05/meldung-1.en.md": english,
      "releases/2024/05/konzert.md": makeRelease({ department: "kulturamt" }),
    });
    assert.ok(viewsOf(archive).has("/en/aemter/presseamt/2023/"));
  });

  test("With a second office each has its own years again.", () => {
    const archive = archiveOf({ ...office, "releases/2024/05/konzert.md": makeRelease({ department: "kulturamt" }) });
    const addresses = [...viewsOf(archive).keys()].filter((address) => address.startsWith("/aemter/"));
    assert.deepEqual(addresses.sort(), [
      "/aemter/",
      "/aemter/kulturamt/",
      "/aemter/kulturamt/2024/",
      "/aemter/presseamt/",
      "/aemter/presseamt/2023/",
      "/aemter/presseamt/2024/",
    ]);
  });

  test("An office whose only release was withdrawn keeps its page and makes no second one of the other.", () => {
    const withdrawn = makeRelease({ department: "kulturamt", withdrawn: "{date: 2024-05-11, reason: Die Meldung war falsch.}" });
    const archive = archiveOf({ ...office, "releases/2024/05/konzert.md": withdrawn });
    const addresses = [...viewsOf(archive).keys()].filter((address) => address.startsWith("/aemter/"));
    assert.deepEqual(addresses.sort(), ["/aemter/", "/aemter/kulturamt/", "/aemter/presseamt/"]);
  });
});

test("A term of office that lasts says since when, one whose beginning is unknown until when.", () => {
  const archive = archiveOf({
    "registers/people.yml":
      "petra-probe:\n  name: Petra Probe\n  page: true\n  roles:\n    - {title: Bürgermeisterin, from: 2020-03}\n    - {title: Stadträtin, from: 2010, to: 2020}\n    - {title: Ortsvorsteherin, to: 2009}\n    - {title: Schöffin}\n",
    "releases/2024/05/probe.md": makeRelease({ people: "[petra-probe]" }),
  });
  const [roles] = viewAt<ListingView>(archive, "/personen/petra-probe/").notes;
  assert.deepEqual(
    roles?.items.map(({ text }) => text),
    ["Bürgermeisterin (seit 2020)", "Stadträtin (2010–2020)", "Ortsvorsteherin (bis 2009)", "Schöffin"],
  );
});

describe("a large town", () => {
  const archive = archiveOf({
    ...many(301, "05", (index) => ({ department: index % 2 === 0 ? "presseamt" : "kulturamt", topics: "[wirtschaft]" })),
    ...many(20, "06", () => ({ topics: "[wirtschaft]" })),
    "releases/2023/00/alt.md": makeRelease({ date: "2023", topics: "[wirtschaft]" }),
  });

  test("Each month of an entry says in its description what it holds, in different words from every other.", () => {
    const views = [...viewsOf(archive).values()].filter(({ address }) => /^(\/themen\/wirtschaft)?\/2023\/\d\d\/$/.test(address));
    assert.deepEqual(Object.fromEntries(views.map(({ address, description }) => [address, description])), {
      "/2023/06/": "20 Meldungen im Juni 2023.",
      "/2023/05/": "301 Meldungen im Mai 2023.",
      "/2023/00/": "1 Meldung aus dem Jahr 2023, Monat unbekannt.",
      "/themen/wirtschaft/2023/06/": "Wirtschaft: 20 Meldungen im Juni 2023.",
      "/themen/wirtschaft/2023/05/": "Wirtschaft: 301 Meldungen im Mai 2023.",
      "/themen/wirtschaft/2023/00/": "Wirtschaft: 1 Meldung aus dem Jahr 2023, Monat unbekannt.",
    });
  });
});

describe("counts", () => {
  const archive = archiveOf(many(12, "05", () => ({})));

  /** What a layout prints of a view. */
  const print = (view: View): string => {
    const environment = createEnvironment();
    equip(environment, archive);
    return environment.render(`${view.layout}.njk`, { view: { ...view, messages: archive.context.messages.in(view.language) } });
  };
  const thousands = 1234;

  test("They are grouped as the language does and say what they count, in each list that has them.", () => {
    const archived = viewAt<ArchiveView>(archive, "/archiv/");
    assert.match(
      print({ ...archived, years: archived.years.map((year) => ({ ...year, count: thousands })) } as View),
      /<small>1\.234 Meldungen<\/small>/,
    );
    const corrected = viewAt<CorrectionsView>(archive, "/korrekturen/");
    const parts = [
      { label: "2024", address: "/korrekturen/2024/", count: thousands },
      { label: "2023", address: "/korrekturen/2023/", count: 1 },
    ];
    const said = print({ ...corrected, parts } as View);
    assert.match(said, /<a href="\/korrekturen\/2024\/"><span>2024<\/span> <small>1\.234 Änderungen<\/small><\/a>/);
    assert.match(said, /<small>1 Änderung<\/small>/);
    const topic = viewAt<ListingView>(archive, "/themen/stadtleben/");
    const links = [{ heading: "Jahre", items: [{ label: "2024", address: "/themen/stadtleben/2024/", count: thousands }] }];
    assert.match(print({ ...topic, links } as View), /<small>1\.234 Meldungen<\/small>/);
  });
});

describe("releases with the same title", () => {
  const title = "Verkehrsmeldung";
  const at = (month: string, name: string, date: string, fields: Fields = {}): Files => ({
    [`releases/2023/${month}/${name}.md`]: makeRelease({ title, date, summary: `Die Zusammenfassung von ${name}.`, ...fields }),
  });
  const files: Files = {
    ...at("03", "mai-strasse", "2023-03-01"),
    ...at("04", "frueh", "2023-04-02T08:00"),
    ...at("04", "spaet", "2023-04-02T17:30"),
    ...at("05", "ohne-eins", "2023-05-03", { number: "11/2023" }),
    ...at("05", "ohne-zwei", "2023-05-03", { number: "12/2023" }),
    ...at("05", "anders", "2023-05-03", { title: "Anderes" }),
    ...at("06", "monat", "2023-06"),
  };
  let pages: Map<string, Buffer>;
  before(async () => {
    pages = filesBelow((await buildSoundly(makeContent(files))).output);
  });
  const page = (path: string) => pages.get(path)?.toString() ?? assert.fail(path);
  const titleOf = (name: string) => visibleText(/<title>.*?<\/title>/.exec(page(`2023/${name}/index.html`))?.[0] ?? "");

  test("Their pages are told apart by the date, on one day by the time, without a time by the number; no other title changes.", () => {
    const names = ["03/mai-strasse", "04/frueh", "04/spaet", "05/ohne-eins", "05/ohne-zwei", "05/anders", "06/monat"];
    assert.deepEqual(names.map(titleOf), [
      "Verkehrsmeldung, 1. März 2023 – Stadt Probestadt",
      "Verkehrsmeldung, 2. April 2023, 08:00 Uhr – Stadt Probestadt",
      "Verkehrsmeldung, 2. April 2023, 17:30 Uhr – Stadt Probestadt",
      "Verkehrsmeldung, 3. Mai 2023, Nr.\u00a011/2023 – Stadt Probestadt",
      "Verkehrsmeldung, 3. Mai 2023, Nr.\u00a012/2023 – Stadt Probestadt",
      "Anderes – Stadt Probestadt",
      "Verkehrsmeldung, Juni 2023 – Stadt Probestadt",
    ]);
    assert.match(page("2023/04/frueh/index.html"), /<h1>Verkehrsmeldung<\/h1>/);
  });

  test("Lines of the same day are told apart by the time or the summary, where a list shows neither.", () => {
    const lines = [
      ...page("2023/index.html").matchAll(/<div><a href="\/2023\/\d\d\/([^"]*)\/">[^<]*<\/a>(?: <small>(.*?)<\/small>)?<\/div>/g),
    ];
    assert.deepEqual(Object.fromEntries(lines.map(([, name, said]) => [name, said])), {
      monat: undefined,
      "ohne-eins": "Die Zusammenfassung von ohne-eins.",
      "ohne-zwei": "Die Zusammenfassung von ohne-zwei.",
      anders: undefined,
      frueh: "08:00 Uhr",
      spaet: "17:30 Uhr",
      "mai-strasse": undefined,
    });
  });
});
