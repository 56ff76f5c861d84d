import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import ICAL from "ical.js";
import type { Archive } from "../../src/archive/archive.ts";
import { isText, textOf } from "../../src/site/pages.ts";
import { releaseFiles } from "../../src/site/releases/release-files.ts";
import { ReleaseView, releases } from "../../src/site/releases/releases.ts";
import { type Fields, type Files, line, makeRelease, PNG, ROOT, read, readWith, SITE } from "../fixture.ts";

const NOW = "2026-11-23T12:00:00+01:00";

function archiveOf(folder: string): Archive {
  const { archive } = read(join(ROOT, folder), { now: NOW });
  assert.ok(archive);
  return archive;
}

const musterstadt = archiveOf("tests/fixtures/musterstadt");
const leipzig = archiveOf("content");

/** The files made of an archive's releases, by address. */
function filesOf(archive: Archive): Map<string, string> {
  return new Map(releaseFiles(archive).map((page) => [page.address, isText(page) ? textOf(page) : assert.fail(page.address)]));
}

function fileOf(archive: Archive, address: string): string {
  return filesOf(archive).get(address) ?? assert.fail(`${address} is not there`);
}

function dataOf(archive: Archive, address: string): Record<string, unknown> {
  return JSON.parse(fileOf(archive, address)) as Record<string, unknown>;
}

/** The small town with one more release, `2024/05/probe`. */
function town(
  fields: Fields = {},
  { text, files = {}, preview = false }: { text?: string; files?: Files; preview?: boolean } = {},
): Archive {
  const { archive, problems } = readWith({ "releases/2024/05/probe.md": makeRelease(fields, text), ...files }, { preview });
  assert.deepEqual(problems.filter(({ severity }) => severity === "error").map(line), []);
  assert.ok(archive);
  return archive;
}

describe("the files beside a release", () => {
  test("every release and version has its text and its data, and those with events their dates", () => {
    const expected = [...musterstadt.listed, ...musterstadt.versions].flatMap(({ address, events, language }) => [
      `${address}index.txt`,
      `${address}index.json`,
      ...(events.length > 0 && language === "de" ? [`${address}termine.ics`] : []),
    ]);
    const withdrawn = musterstadt.releases.filter((release) => release.withdrawn).map(({ address }) => `${address}index.json`);
    assert.equal(withdrawn.length, 2);
    assert.deepEqual([...filesOf(musterstadt).keys()].sort(), [...expected, ...withdrawn].sort());
  });

  test("the page of a release links exactly the files that there are", () => {
    const made = new Set(filesOf(musterstadt).keys());
    assert.ok(made.size > 40 && releases(musterstadt).some((page) => page instanceof ReleaseView));
    for (const view of releases(musterstadt)) {
      if (!(view instanceof ReleaseView) || view.release.withdrawn) continue;
      const { text, data, calendar } = view.files;
      for (const address of [text, data, ...(calendar === undefined ? [] : [calendar])]) assert.ok(made.has(address), address);
      assert.equal(calendar !== undefined, view.release.events.length > 0, view.address);
    }
  });

  test("what is not public has no files", () => {
    const own = (fields: Fields) => [...filesOf(town(fields)).keys()].filter((address) => address.includes("probe"));
    assert.equal(own({}).length, 2);
    for (const fields of [{ draft: "true" }, { embargo: "2099-01-01T10:00" }]) assert.deepEqual(own(fields), []);
  });

  test("a new release changes no file of an older one", () => {
    const before = filesOf(town());
    const after = filesOf(
      town({}, { files: { "releases/2024/07/neu.md": makeRelease({ title: "Ganz neue Meldung", date: "2024-07-01" }) } }),
    );
    for (const [address, text] of before) assert.equal(after.get(address), text, address);
    assert.equal(after.size, before.size + 2);
  });

  test("comments are in no file", () => {
    const commented = musterstadt.releases.filter(({ approvedComments }) => approvedComments.length > 0);
    assert.ok(commented.length > 0);
    const files = [...filesOf(musterstadt).values()].join("\n");
    // A quotation mark and the end of a line are written otherwise in JSON: so the words before either are looked for.
    const piece = (text: string) => /^[^"\n]*/.exec(text.trim())?.[0].slice(0, 60) ?? "";
    for (const release of commented) {
      assert.ok(files.includes(piece(release.text())), "the search finds a text");
      for (const { text } of release.approvedComments) assert.ok(piece(text) !== "" && !files.includes(piece(text)), text);
    }
  });

  test("no attachment may take the name of a file that the archive makes", () => {
    for (const name of ["termine.ics", "Termine.ICS", "index.json", "index.txt"]) {
      const { problems } = readWith({
        "releases/2024/05/probe.md": makeRelease({ attachments: `[{file: ${name}, title: Alle Termine}]` }),
        [`releases/2024/05/probe/${name}`]: "x",
      });
      assert.ok(
        problems.some(({ message }) => message.includes(`„${name}“ heißt wie`)),
        problems.map(line).join("\n"),
      );
    }
    town(
      { attachments: "[{file: alle-termine.ics, title: Alle Termine}]" },
      { files: { "releases/2024/05/probe/alle-termine.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" } },
    );
  });
});

describe("the text for journalists", () => {
  test("it says what the page says: notice, office, number, date, headline, text, people, contact, address, rights", () => {
    const text = fileOf(musterstadt, "/2026/11/alte-lohebruecke-gesperrt/index.txt");
    const parts = [
      "Demonstration mit erfundenen Meldungen\n",
      "\nStadt Musterstadt\nPressemitteilung Nr.\u00a0626/2026\n17. November 2026\nAmt für Verkehr und Mobilität\n",
      "\nAlte Lohebrücke für Autos und Lastwagen gesperrt\n\nDie Alte Lohebrücke ist seit 16 Uhr",
      "\nBeteiligt:\nFeuerwehr und Katastrophenschutz\nPresse- und Informationsamt\n",
      "\nPersonen:\nDr. Leyla Demirci, Beigeordnete für Stadtentwicklung und Mobilität\n",
      "\nTermine:\nBürgersprechstunde zur Brückensperrung: 24. November 2026, 17:30 Uhr bis 19:30 Uhr, Lohfeld\n",
      "\nAnlagen:\nUmleitungsplan für Lieferverkehr und Rettungsdienste (PDF, 64\u00a0KB): https://musterstadt.example/2026/11/alte-lohebruecke-gesperrt/umleitungsplan.pdf (Diese Datei ist nicht barrierefrei.",
      "\nKontakt:\nServicetelefon Lohebrücke\nTelefon 030 23125-226\nlohebruecke@musterstadt.example\n",
      "\nFeste Adresse:\nhttps://musterstadt.example/2026/11/alte-lohebruecke-gesperrt/\n",
      "\nRechte am Text:\nAlle Texte und Bilder sind erfunden und gemeinfrei (CC0 1.0).\nhttps://creativecommons.org/",
    ];
    let at = -1;
    for (const part of parts) {
      const found = text.indexOf(part, at);
      assert.ok(found > at || (at === -1 && found === 0), `„${part}“ fehlt oder steht zu früh`);
      at = found;
    }
    assert.ok(text.endsWith("\n") && !text.endsWith("\n\n"));
  });

  test("what the archive supplied stands in square brackets, with the reason", () => {
    const text = fileOf(leipzig, "/2017/11/japan-delegation/index.txt");
    assert.match(text, /\nNovember 2017\n\[Dezernat Wirtschaft und Arbeit\]\n\nJapan: Wirtschaftsbürgermeister erwartet/);
    assert.match(text, /Angaben in eckigen Klammern hat das Archiv ergänzt\./);
    assert.match(text, /Demonstration, kein Angebot der Stadt Leipzig/);
  });

  test("a version is in its own language and says what kind of translation it is", () => {
    const text = fileOf(leipzig, "/en/2017/11/japan-delegation/index.txt");
    assert.match(text, /\n\nUnofficial translation\./);
    assert.match(text, /Uwe Albrecht, Deputy Mayor for Economic Affairs/);
    assert.match(text, /Tokyo, Kobe/);
    const headings = ["Personen", "Kontakt", "Feste Adresse"];
    const found = (said: string) => headings.filter((heading) => said.includes(heading));
    assert.deepEqual(found(fileOf(musterstadt, "/2026/11/alte-lohebruecke-gesperrt/index.txt")), headings);
    assert.deepEqual(found(text), []);
  });

  test("corrections stand above the text", () => {
    const text = fileOf(musterstadt, "/2016/06/lohehochwasser-deiche-halten/index.txt");
    assert.ok(text.indexOf("Berichtigung vom 8. Juni 2016: Der höchste Stand betrug") > 0);
    assert.ok(text.indexOf("Berichtigung vom 8. Juni 2016") < text.indexOf("Der höchste Stand ist erreicht"));
  });

  test("in the preview a draft and an embargoed text say so on top", () => {
    assert.match(fileOf(town({ draft: "true" }, { preview: true }), "/2024/05/probe/index.txt"), /^Entwurf – nicht öffentlich\n/);
    assert.match(
      fileOf(town({ embargo: "2099-01-01T10:00" }, { preview: true }), "/2024/05/probe/index.txt"),
      /^Noch nicht öffentlich – ab 1\. Januar 2099, 10:00 Uhr\n/,
    );
  });

  test("no line says undefined, and a release without contact or people has no empty heading", () => {
    for (const [address, text] of filesOf(town({ department: "kulturamt" })))
      assert.doesNotMatch(text, /undefined|null|\[object|:\n\n/, address);
    assert.ok(filesOf(town({ department: "kulturamt" })).has("/2024/05/probe/index.txt") && filesOf(musterstadt).size > 40);
    for (const [address, text] of filesOf(musterstadt)) assert.doesNotMatch(text, /undefined|\[object/, address);
  });
});

describe("the data of a release", () => {
  test("it holds the facts, the text as written and as plain text", () => {
    const data = dataOf(leipzig, "/2017/11/japan-delegation/index.json");
    assert.equal(data.id, "2017/11/japan-delegation");
    assert.equal(data.url, "https://stadtchronik.example/2017/11/japan-delegation/");
    assert.deepEqual([data.date, data.published, data.changed], ["2017-11", "2017-11", undefined]);
    assert.deepEqual(data.department, { id: "dezernat-wirtschaft-und-arbeit", name: "Dezernat Wirtschaft und Arbeit" });
    assert.deepEqual(data.reconstructed, ["summary", "department"]);
    assert.equal(data.demonstration, "Demonstration, kein Angebot der Stadt Leipzig");
    assert.match(String(data.text), /^\n?Die von Wirtschaftsbürgermeister/);
    assert.match(String(data.plainText), /^Die von Wirtschaftsbürgermeister/);
    assert.deepEqual(data.versions, [
      { language: "de", url: "https://stadtchronik.example/2017/11/japan-delegation/" },
      { language: "en", url: "https://stadtchronik.example/en/2017/11/japan-delegation/" },
    ]);
  });

  test("pictures and attachments are named by an address at which they are", () => {
    const addresses = new Set(musterstadt.files.map(({ address }) => `https://musterstadt.example${address}`));
    let count = 0;
    for (const [address, text] of filesOf(musterstadt)) {
      if (!address.endsWith(".json")) continue;
      const { images = [], attachments = [] } = JSON.parse(text) as { images?: { url: string }[]; attachments?: { url: string }[] };
      for (const { url } of [...images, ...attachments]) {
        assert.ok(addresses.has(url), url);
        count++;
      }
    }
    assert.ok(count > 10, String(count));
  });

  test("a withdrawn release says when and why, and shows nothing of itself", () => {
    const hidden = filesOf(musterstadt).get("/2023/02/suchmeldung-februar/index.json") ?? "";
    const written = (path: string) => readFileSync(join(ROOT, "tests/fixtures/musterstadt/releases", path), "utf8");
    for (const words of ["Ackerknecht", "vermisst", "title"]) {
      assert.ok(written("2023/02/suchmeldung-februar.md").includes(words), words);
      assert.ok(!hidden.includes(words), words);
    }
    assert.deepEqual(Object.keys(JSON.parse(hidden) as object), [
      "demonstration",
      "id",
      "url",
      "language",
      "date",
      "department",
      "topics",
      "kind",
      "contact",
      "withdrawn",
      "versions",
    ]);
    const shown = dataOf(musterstadt, "/2021/06/badestelle-muehlteich/index.json");
    assert.equal((shown.withdrawn as { date: string }).date, "2021-06-24");
    assert.equal(typeof shown.title, "string");
    assert.match(written("2021/06/badestelle-muehlteich.md"), /Wasserproben/);
    assert.doesNotMatch(JSON.stringify(shown), /Wasserproben/);
  });
});

describe("the dates for calendars", () => {
  function eventsOf(text: string): InstanceType<typeof ICAL.Event>[] {
    return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  }

  const uidsOf = (events: string) => Object.fromEntries(eventsOf(calendarOf({ events })).map(({ summary, uid }) => [summary, uid]));

  const calendarOf = (fields: Fields) => fileOf(town(fields), "/2024/05/probe/termine.ics");

  test("a calendar program reads each event of Musterstadt as the release says it", () => {
    let count = 0;
    for (const release of musterstadt.listed.filter(({ events }) => events.length > 0)) {
      const read = eventsOf(fileOf(musterstadt, `${release.address}termine.ics`));
      assert.deepEqual(
        read.map(({ summary, location }) => [summary, location]),
        release.events.map(({ name, place }) => [name, place?.name ?? null]),
      );
      release.events.forEach((event, index) => {
        const start = read[index]?.startDate;
        if (event.date.precision === "day") assert.equal(start?.toString(), event.date.machine);
        else assert.equal(start?.toJSDate().getTime(), event.date.instant);
        assert.equal(read[index]?.component.getFirstPropertyValue("url"), `https://musterstadt.example${release.address}`);
        count++;
      });
    }
    assert.ok(count > 15, String(count));
  });

  test("times are the city's, in summer and winter", () => {
    const text = calendarOf({
      events: "[{name: Sommerfest, date: 2024-07-01T18:00, end: 2024-07-01T23:00}, {name: Winterfest, date: 2024-12-01T18:00}]",
    });
    assert.match(text, /DTSTART:20240701T160000Z\r\nDTEND:20240701T210000Z\r\n/);
    assert.match(text, /DTSTART:20241201T170000Z\r\nSUMMARY/);
  });

  test("a day without a time is a whole day; several end with the last, across the change of the clock too", () => {
    const text = calendarOf({
      events:
        "[{name: Markttag, date: 2024-07-01}, {name: Ausstellung, date: 2024-03-29, end: 2024-04-01}, {name: Herbstfest, date: 2024-10-27}]",
    });
    assert.match(text, /DTSTART;VALUE=DATE:20240701\r\nDTEND;VALUE=DATE:20240702\r\n/);
    assert.match(text, /DTSTART;VALUE=DATE:20240329\r\nDTEND;VALUE=DATE:20240402\r\n/);
    assert.match(text, /DTSTART;VALUE=DATE:20241027\r\nDTEND;VALUE=DATE:20241028\r\n/);
  });

  test("begin and end are of one kind, whatever the release says", () => {
    const text = calendarOf({
      events: "[{name: Nachtlauf, date: 2024-07-01T20:00, end: 2024-07-02}, {name: Messe, date: 2024-07-01, end: 2024-07-03T18:00}]",
    });
    assert.match(text, /DTSTART:20240701T180000Z\r\nDTEND:20240702T220000Z\r\n/);
    assert.match(text, /DTSTART;VALUE=DATE:20240701\r\nDTEND;VALUE=DATE:20240704\r\n/);
  });

  test("an event of which no day is known is in no calendar, and the others keep their identity", () => {
    const read = uidsOf("[{name: Baubeginn, date: 2025-03}, {name: Richtfest, date: 2025-06-01}]");
    assert.deepEqual(read, uidsOf("[{name: Richtfest, date: 2025-06-01}]"));
    assert.ok(!filesOf(town({ events: "[{name: Baubeginn, date: 2025-03}]" })).has("/2024/05/probe/termine.ics"));
  });

  test("the same release makes the same file whenever it is built; its stamp is its publication", () => {
    const files: Files = { "releases/2024/05/probe.md": makeRelease({ events: "[{name: Markttag, date: 2024-07-01}]" }) };
    const at = (now: string) => {
      const { archive } = readWith(files, { now });
      assert.ok(archive);
      return fileOf(archive, "/2024/05/probe/termine.ics");
    };
    assert.equal(at("2024-06-01T12:00:00+02:00"), at("2040-01-01T12:00:00+01:00"));
    assert.match(at(NOW), /DTSTAMP:20240509T220000Z\r\n/);
  });

  test("identifiers survive a move of the archive", () => {
    const files = (url: string): Files => ({
      "site.yml": `${SITE.replace("https://probestadt.example/", url)}tagAuthority: "probestadt.example,2020"\n`,
      "releases/2024/05/probe.md": makeRelease({ events: "[{name: Markttag, date: 2024-07-01}]" }),
    });
    const uids = ["https://probestadt.example/", "https://neu.example/archiv/"].map((url) => {
      const { archive } = readWith(files(url));
      assert.ok(archive);
      return eventsOf(fileOf(archive, "/2024/05/probe/termine.ics")).map(({ uid }) => uid);
    });
    assert.match(uids[0]?.join(" ") ?? "", /^tag:probestadt\.example,2020:2024\/05\/probe#termin-[0-9a-f]{12}$/);
    assert.deepEqual(uids[1], uids[0]);
  });

  test("an event stays the same event when another goes, comes or changes its place in the list", () => {
    const both = uidsOf("[{name: Lesung, date: 2024-06-08T14:00}, {name: Konzert, date: 2024-06-09T20:00}]");
    assert.notEqual(both.Lesung, both.Konzert);
    for (const [events, name] of [
      ["[{name: Konzert, date: 2024-06-09T20:00}]", "Konzert"],
      ["[{name: Lesung, date: 2024-06-08T14:00}]", "Lesung"],
      ["[{name: Konzert, date: 2024-06-09T20:00}, {name: Lesung, date: 2024-06-08T14:00}]", "Lesung"],
      ["[{name: Fest, date: 2024-06-01}, {name: Lesung, date: 2024-06-08T14:00}]", "Lesung"],
    ] as const)
      assert.equal(uidsOf(events)[name], both[name], events);
  });

  test("an event that is put off is moved in calendars, not doubled", () => {
    const [before, after] = ["2024-06-08T14:00", "2024-09-01T15:00"].map((date) => uidsOf(`[{name: Lesung, date: ${date}}]`));
    assert.deepEqual(before, after);
  });

  test("several events of one name are told apart, and the last keeps its identity when those before it are over", () => {
    const all = "{name: Lesung, date: 2024-06-08}, {name: Lesung, date: 2024-06-09, place: markt}, {name: Lesung, date: 2024-06-09}";
    const uids = eventsOf(calendarOf({ events: `[${all}]` })).map(({ uid, startDate }) => [startDate.toString(), uid]);
    assert.equal(new Set(uids.map(([, uid]) => uid)).size, 3);
    const two = eventsOf(calendarOf({ events: "[{name: Lesung, date: 2024-06-08}, {name: Lesung, date: 2024-06-10}]" }));
    const one = eventsOf(calendarOf({ events: "[{name: Lesung, date: 2024-06-10}]" }));
    assert.deepEqual([one[0]?.uid, two.length], [two[1]?.uid, 2]);
  });

  test("an id that the press office gives holds even when name and date change, and keeps what calendars know from before", () => {
    const uid = uidsOf("[{name: Lesung mit Musik, date: 2024-07-08, id: 2}]")["Lesung mit Musik"];
    assert.equal(uid, "tag:probestadt.example,2026:2024/05/probe#termin-2");
    const twice = { events: "[{name: A-Fest, date: 2024-06-01, id: fest}, {name: B-Fest, date: 2024-06-02, id: fest}]" };
    const { problems } = readWith({ "releases/2024/05/probe.md": makeRelease(twice) });
    assert.match(problems.map(line).join("\n"), /error Die Kennung „fest“ hat schon ein anderer Termin/);
  });

  test("an event until the same day ends with that day, and until the same minute without a length", () => {
    assert.match(
      calendarOf({ events: "[{name: Straßenfest, date: 2024-06-08T14:00, end: 2024-06-08}]" }),
      /DTSTART:20240608T120000Z\r\nDTEND:20240608T220000Z\r\n/,
    );
    // The night in which the clock is put back has 25 hours.
    assert.match(
      calendarOf({ events: "[{name: Nachtlauf, date: 2024-10-26T20:00, end: 2024-10-27}]" }),
      /DTSTART:20241026T180000Z\r\nDTEND:20241027T230000Z\r\n/,
    );
    assert.doesNotMatch(calendarOf({ events: "[{name: Anpfiff, date: 2024-06-08T14:00, end: 2024-06-08T14:00}]" }), /DTEND/);
  });

  test("the text says of an end what its beginning does not", () => {
    for (const [date, end, said] of [
      ["2024-06-08T14:00", "2024-06-08", "Fest: 8. Juni 2024, 14:00 Uhr\n"],
      ["2024-06-08T14:00", "2024-06-08T18:00", "Fest: 8. Juni 2024, 14:00 Uhr bis 18:00 Uhr\n"],
      ["2024-06-08T14:00", "2024-06-09T02:00", "Fest: 8. Juni 2024, 14:00 Uhr bis 9. Juni 2024, 02:00 Uhr\n"],
      ["2024-06-08T14:00", "2024-06-09", "Fest: 8. Juni 2024, 14:00 Uhr bis 9. Juni 2024\n"],
      ["2024-06-08", "2024-06-08", "Fest: 8. Juni 2024\n"],
      ["2024-06", "2024-06-20", "Fest: Juni 2024 bis 20. Juni 2024\n"],
      ["2024-06", "2024-06", "Fest: Juni 2024\n"],
    ] as const) {
      const text = fileOf(town({ events: `[{name: Fest, date: ${date}, end: ${end}}]` }), "/2024/05/probe/index.txt");
      assert.ok(text.includes(said), `${date} ${end}: ${/Fest: .*/.exec(text)?.[0]}`);
    }
  });

  test("calendars notice a correction", () => {
    const text = calendarOf({
      events: "[{name: Markttag, date: 2024-07-01}]",
      corrections: "[{date: 2024-05-20, note: Der Markttag ist einen Tag früher.}]",
    });
    assert.match(text, /LAST-MODIFIED:20240519T220000Z\r\nSEQUENCE:1\r\n/);
  });

  test("lines end and fold as the standard says, whatever stands in a name", () => {
    const name = 'Straßenfest; "mit Musik", Tanz\\\\ und 😀 Fröhlichkeit auf dem Rathausplatz in der großen Altstadt BEGIN:VALARM';
    const text = calendarOf({
      title: "'Komma, Semikolon; und mehr'",
      events: `[{name: ${JSON.stringify(name)}, date: 2024-07-01}, {name: ${"Stadtfest".repeat(20)}, date: 2024-07-02}]`,
    });
    assert.ok(text.endsWith("END:VCALENDAR\r\n"));
    for (const physical of text.slice(0, -2).split("\r\n")) {
      assert.ok(Buffer.byteLength(physical) <= 75, physical);
      assert.doesNotMatch(physical, /[\r\n]|\p{Cs}/u);
    }
    assert.equal(eventsOf(text)[0]?.summary, name);
  });
});

test("the history of a release is linked where the repository is known, in the manner of its host", () => {
  const history = (repository: string | undefined, address = "/2024/05/probe/") => {
    const site = repository === undefined ? SITE : `${SITE}repository: ${repository}\n`;
    const english = "---\ntitle: The bus\nsummary: A summary that is long enough.\n---\n\nThe text.\n";
    const archive = town({}, { files: { "site.yml": site, "releases/2024/05/probe.en.md": english } });
    const view = releases(archive).find((page) => page.address === address);
    return view instanceof ReleaseView ? view.files.history : assert.fail(address);
  };
  assert.equal(history(undefined), undefined);
  assert.equal(
    history("https://github.com/stadt/archiv.git"),
    "https://github.com/stadt/archiv/commits/HEAD/content/releases/2024/05/probe.md",
  );
  assert.equal(
    history("https://gitlab.opencode.de/stadt/archiv/"),
    "https://gitlab.opencode.de/stadt/archiv/-/commits/HEAD/content/releases/2024/05/probe.md",
  );
  for (const forgejo of ["https://codeberg.org/stadt/archiv", "{url: https://code.stadt.example/archiv, kind: forgejo, branch: haupt}"])
    assert.match(history(forgejo) ?? "", /archiv\/commits\/branch\/(main|haupt)\/content\/releases\/2024\/05\/probe\.md$/);
  assert.equal(
    history("https://git.stadt.example/presse/archiv", "/en/2024/05/probe/"),
    "https://git.stadt.example/presse/archiv/-/commits/HEAD/content/releases/2024/05/probe.en.md",
  );
});

test("a picture is offered in the size for print, at an address that is published", () => {
  const archive = town(
    { images: "[{file: bild.png, alt: Ein Punkt, credit: Stadt}]" },
    { files: { "releases/2024/05/probe/bild.png": PNG } },
  );
  const { images } = dataOf(archive, "/2024/05/probe/index.json") as { images: { url: string; credit: string }[] };
  assert.ok(archive.files.some(({ address }) => images[0]?.url === `https://probestadt.example${address}`));
  assert.equal(images[0]?.credit, "Stadt");
});
