import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Archive } from "../../src/archive/archive.ts";
import { listPages } from "../../src/site/capabilities.ts";
import type { HomeView } from "../../src/site/home.ts";
import { initialOf, surnameOf } from "../../src/site/lists/collation.ts";
import type { CorrectionsView } from "../../src/site/lists/corrections.ts";
import type { EventsView } from "../../src/site/lists/events.ts";
import type { OverviewView } from "../../src/site/lists/facet-pages.ts";
import type { ListingView } from "../../src/site/lists/listing.ts";
import type { ArchiveView } from "../../src/site/lists/listings.ts";
import { isText, isView, textOf } from "../../src/site/pages.ts";
import { ReleaseView } from "../../src/site/releases/releases.ts";
import { type Fields, type Files, makeRelease, readWith } from "../fixture.ts";

const two = (number: number) => String(number).padStart(2, "0");

function archiveOf(files: Files, now?: string): Archive {
  const { archive, problems } = readWith(files, now === undefined ? {} : { now });
  assert.ok(archive, JSON.stringify(problems));
  return archive;
}

function viewAt<T>(archive: Archive, address: string): T {
  const view = listPages(archive).find((page) => page.address === address);
  assert.ok(view && isView(view), address);
  return view as T;
}

/** Releases of a month, one every day and then again. */
function many(count: number, month: string, fields: (index: number) => Fields = () => ({})): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `releases/${month.replace("-", "/")}/meldung-${index}.md`,
      makeRelease({ title: `Meldung ${index} vom ${month}`, date: `${month}-${two((index % 28) + 1)}`, ...fields(index) }),
    ]),
  );
}

describe("time is exact", () => {
  const archive = archiveOf({ ...many(12, "2013-05"), ...many(3, "2019-02"), ...many(45, "2021-11") });

  test("on the home page every calendar year has its place below its own twelve bars, one without a release too", () => {
    const { time } = viewAt<HomeView>(archive, "/");
    assert.ok(time);
    assert.deepEqual(
      time.years.slice(0, 9).map(({ label, address }) => (address === undefined ? `(${label})` : label)),
      ["2013", "(2014)", "(2015)", "(2016)", "(2017)", "(2018)", "2019", "(2020)", "2021"],
    );
    // 120 units a year: May 2013 is the fifth month, November 2021 the hundred and seventh.
    const [first] = time.band.bars;
    assert.equal(first?.x, 4 * 10 + 1);
    assert.ok(time.band.bars.some(({ x, height }) => x === (8 * 12 + 10) * 10 + 1 && height === time.band.height));
    assert.equal(time.band.width, time.years.length * 120);
    assert.deepEqual(
      time.years.slice(0, 9).flatMap(({ label, isRound }) => (isRound ? [label] : [])),
      ["2015", "2020"],
    );
  });

  test("a month is a link with its number wherever a year is shown, and none where it has no release", () => {
    const { year } = viewAt<ListingView>(archive, "/2021/");
    assert.ok(year);
    assert.deepEqual(
      year.months.flatMap(({ label, address, count }) => (count > 0 ? [[label, address, count]] : [])),
      [["Nov", "/2021/11/", 45]],
    );
    assert.equal(year.months.length, 12);
    assert.equal(viewAt<ListingView>(archive, "/2021/11/").here, "November 2021");
    const { years, scale } = viewAt<ArchiveView>(archive, "/archiv/");
    assert.match(scale, /\b45\b/);
    // One scale: twelve releases are no full bar where another month has forty-five.
    const may = years.find(({ label }) => label === "2013")?.band.bars[0];
    assert.ok(may && may.height < 32 * 0.3);
  });

  test("a release leads to the months of its year that have releases, in a picture that no new release of another month changes", () => {
    const view = listPages(archive).find((page) => page instanceof ReleaseView && page.address === "/2019/02/meldung-0/");
    assert.ok(view instanceof ReleaseView);
    assert.equal(view.yearBand?.picture, "/2019/band.svg");
    assert.deepEqual(
      view.yearBand.months.flatMap(({ address, name }) => (address === undefined ? [] : [[address, name]])),
      [["/2019/02/", "Februar 2019"]],
    );
  });

  test("a month of many releases is listed day by day, with the day of the week and a way to each", () => {
    const month = viewAt<ListingView>(archive, "/2021/11/");
    assert.ok(month.isByDay && month.isDense);
    assert.equal(month.groups[0]?.heading, "Sonntag, 28. November");
    assert.equal(month.groups.at(-1)?.id, "tag-01");
    assert.equal(
      month.groups.reduce((sum, { releases }) => sum + releases.length, 0),
      45,
    );
    assert.ok(!viewAt<ListingView>(archive, "/2013/05/").isByDay);
  });

  test("a year of more releases than a page can hold shows its months with their numbers instead", () => {
    const large = archiveOf({ ...many(150, "2022-03"), ...many(110, "2022-04") });
    const { groups, months } = viewAt<ListingView>(large, "/2022/");
    assert.deepEqual(groups, []);
    assert.deepEqual(
      months.map(({ label, count }) => [label, count]),
      [
        ["April 2022", 110],
        ["März 2022", 150],
      ],
    );
  });
});

describe("an entry with many releases leads on", () => {
  const files = {
    ...many(25, "2022-03", (index) => ({ topics: "[verkehr]", department: index < 6 ? "kulturamt" : "presseamt" })),
    ...many(5, "2021-03", () => ({ topics: "[verkehr]", department: "presseamt" })),
    ...many(70, "2020-05", () => ({ people: "[anna-beispiel]", topics: "[]" })),
    "registers/topics.yml": "verkehr:\n  name: Verkehr\nwirtschaft:\n  name: Wirtschaft\n",
    "registers/departments.yml": "presseamt:\n  name: Presseamt\nkulturamt:\n  name: Kulturamt\n",
    "registers/people.yml": "anna-beispiel:\n  name: Anna Beispiel\n  page: true\n  roles: [{title: Bürgermeisterin, from: 2019}]\n",
  };
  const archive = archiveOf(files);

  test("a topic's page names its years behind the newest releases, and its years lead to their neighbours", () => {
    assert.deepEqual(
      viewAt<ListingView>(archive, "/themen/verkehr/").older.map(({ label }) => label),
      ["2022", "2021"],
    );
    const { earlier, later } = viewAt<ListingView>(archive, "/themen/verkehr/2022/");
    assert.deepEqual([earlier?.address, later], ["/themen/verkehr/2021/", undefined]);
  });

  test("what an office said on a topic in a year has a page from one release on, linked from twenty on", () => {
    assert.equal(viewAt<ListingView>(archive, "/themen/verkehr/amt/kulturamt/2022/").count, 6);
    assert.equal(viewAt<ListingView>(archive, "/themen/verkehr/amt/presseamt/2021/").count, 5);
    const [offices] = viewAt<ListingView>(archive, "/themen/verkehr/2022/").links;
    assert.deepEqual(
      offices?.items.map(({ label, address, count }) => [label, address, count]),
      [
        ["Kulturamt", "/themen/verkehr/amt/kulturamt/2022/", 6],
        ["Presseamt", "/themen/verkehr/amt/presseamt/2022/", 19],
      ],
    );
    assert.deepEqual(viewAt<ListingView>(archive, "/themen/verkehr/2021/").links, []);
  });

  test("a year of an office on a topic that is too long for a page leads to its months", () => {
    const busy = archiveOf({
      ...files,
      ...many(140, "2022-04", () => ({ topics: "[verkehr]", department: "presseamt" })),
      ...many(140, "2022-05", () => ({ topics: "[verkehr]", department: "presseamt" })),
    });
    const year = viewAt<ListingView>(busy, "/themen/verkehr/amt/presseamt/2022/");
    assert.deepEqual([year.count, year.groups], [299, []]);
    assert.deepEqual(
      year.months.map(({ address, count }) => [address, count]),
      [
        ["/themen/verkehr/amt/presseamt/2022/05/", 140],
        ["/themen/verkehr/amt/presseamt/2022/04/", 140],
        ["/themen/verkehr/amt/presseamt/2022/03/", 19],
      ],
    );
    const month = viewAt<ListingView>(busy, "/themen/verkehr/amt/presseamt/2022/04/");
    assert.deepEqual([month.title, month.count, month.later?.label], ["Verkehr, April 2022: Presseamt", 140, "Mai 2022"]);
    assert.deepEqual(month.crumbs.at(-1), { label: "Presseamt", address: year.address });
    assert.deepEqual(viewAt<ListingView>(busy, "/themen/verkehr/amt/presseamt/2021/").months, []);
  });

  test("a person's releases are divided by year from sixty on", () => {
    assert.equal(viewAt<ListingView>(archive, "/personen/anna-beispiel/2020/").count, 70);
    const few = archiveOf({
      ...files,
      ...Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`releases/2020/05/meldung-${index}.md`, null])),
    });
    assert.ok(!listPages(few).some(({ address }) => address === "/personen/anna-beispiel/2020/"));
  });
});

describe("names are where people look for them", () => {
  test("a person stands under the surname, whatever stands before or behind it", () => {
    const names = ["Dr. Ulrike Ärmel", "Otto von der Aue", "Prof. Dr. Eva Zander, M. A.", "Karl Berg jun.", "Ida Sommer (SPD)", "Mei Xi"];
    assert.deepEqual(names.map(surnameOf), ["Ärmel", "Aue", "Zander", "Berg", "Sommer", "Xi"]);
    assert.deepEqual(["Ärmel", "école", "10 Jahre"].map(initialOf), ["A", "E", "#"]);
  });

  test("people are sorted by surname with their office beside them; of forty entries on letters are headings", () => {
    const people = [
      ["zoe", "Zoe Aal"],
      ["adam", "Adam Öhler"],
      ["bert", "Bert Olm"],
    ];
    const register = people
      .map(([id, name]) => `${id}:\n  name: ${name}\n  page: true\n  roles: [{title: Stadträtin, from: 2015}]\n`)
      .join("");
    const archive = archiveOf({
      "registers/people.yml": register,
      "releases/2022/03/alle.md": makeRelease({ date: "2022-03-01", people: "[zoe, adam, bert]" }),
    });
    const { groups } = viewAt<OverviewView>(archive, "/personen/");
    assert.deepEqual(
      groups.map(({ letter, entries }) => [letter, entries.map(({ label, detail }) => `${label}: ${detail}`)]),
      [[undefined, ["Zoe Aal: Stadträtin", "Adam Öhler: Stadträtin", "Bert Olm: Stadträtin"]]],
    );
    const places = Array.from({ length: 40 }, (_, index) => `ort-${index}:\n  name: ${index % 2 ? "Äcker" : "Zelt"} ${index}\n`).join("");
    const many40 = archiveOf({
      "registers/places.yml": places,
      ...many(40, "2022-03", (index) => ({ places: `[ort-${index}]` })),
    });
    assert.deepEqual(
      viewAt<OverviewView>(many40, "/orte/").groups.map(({ letter, entries }) => [letter, entries.length, entries[0]?.label]),
      [
        ["A", 20, "Äcker 1"],
        ["Z", 20, "Zelt 0"],
      ],
    );
  });
});

describe("events", () => {
  const files = {
    "releases/2024/05/fest.md": makeRelease({
      date: "2024-05-02",
      events: "[{name: Stadtfest, date: 2024-06-01T10:00, end: 2024-06-02T22:00}, {name: Rückblick, date: 2024-05-10}]",
    }),
  };
  const at = (now: string) => viewAt<EventsView>(archiveOf(files, now), "/termine/");
  const names = (lines: EventsView["coming"]) => lines.map(({ event }) => event.name);

  test("an event is coming until its last day on the city's clock is over, and then past", () => {
    const during = at("2024-06-02T23:59:59+02:00");
    assert.deepEqual([names(during.coming), names(during.past)], [["Stadtfest"], ["Rückblick"]]);
    const after = at("2024-06-03T00:00:00+02:00");
    assert.deepEqual([names(after.coming), names(after.past)], [[], ["Stadtfest", "Rückblick"]]);
  });

  test("past events are divided by year from sixty on, and a year of more than sixty by month", () => {
    const of = (count: number, month: string) => many(count, month, () => ({ events: `[{name: Sprechstunde, date: ${month}-20T10:00}]` }));
    const archive = archiveOf({ ...of(40, "2022-03"), ...of(30, "2022-04"), ...of(10, "2021-04") }, "2024-05-20T12:00:00+02:00");
    const shown = (address: string) => {
      const { title, past, parts } = viewAt<EventsView>(archive, address);
      return [title, past.length, parts.map(({ label, count }) => `${label}: ${count}`).join()];
    };
    assert.deepEqual(shown("/termine/"), ["Termine", 12, "2022: 70,2021: 10"]);
    assert.deepEqual(shown("/termine/2022/"), ["Termine 2022", 0, "April 2022: 30,März 2022: 40"]);
    assert.deepEqual(shown("/termine/2022/03/"), ["Termine, März 2022", 40, ""]);
    assert.deepEqual(shown("/termine/2021/"), ["Termine 2021", 10, ""]);
    const corrected = archiveOf(many(70, "2022-03", () => ({ corrections: "[{date: 2022-05-02, note: Ein Irrtum.}]" })));
    assert.equal(viewAt<CorrectionsView>(corrected, "/korrekturen/2022/05/").changes.length, 70);
    assert.equal(viewAt<CorrectionsView>(corrected, "/korrekturen/").changes.length, 12);
  });

  test("whoever starts builds in time is told when the next event is over", () => {
    const { waiting } = readWith(files, { now: "2024-05-20T12:00:00+02:00" });
    assert.deepEqual(
      waiting.flatMap(({ reason, from }) => (reason === "over" ? [from] : [])),
      [Date.parse("2024-06-03T00:00:00+02:00")],
    );
  });

  test("calendars subscribe to all events, or to those of a topic or an office", () => {
    const pages = listPages(archiveOf(files, "2024-05-20T12:00:00+02:00"));
    const calendars = pages.filter(({ address }) => address.endsWith("/termine.ics"));
    assert.deepEqual(calendars.map(({ address }) => address).sort(), [
      "/2024/05/fest/termine.ics",
      "/aemter/presseamt/termine.ics",
      "/termine/termine.ics",
      "/themen/stadtleben/termine.ics",
    ]);
    const texts = calendars.filter(isText).map(textOf);
    assert.equal(texts.length, 4);
    // A calendar that takes an event from two of them knows it as one.
    const identifiers = texts.map((text) => [...text.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid));
    assert.ok(identifiers.every((uids) => uids.join() === identifiers[0]?.join() && uids.length === 2));
  });
});
