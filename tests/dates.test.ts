import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import fc from "fast-check";
import { Settings } from "luxon";
import { createDateFormat, type DateForm } from "../src/archive/date-format.ts";
import { type CityDate, isoInstant, isRefusal, isTimeZone, parseDate } from "../src/dates.ts";
import { run } from "./fixture.ts";

const BERLIN = "Europe/Berlin";

function dateOf(text: string, timeZone = BERLIN): CityDate {
  const date = parseDate(text, timeZone);
  assert.ok(!isRefusal(date), `${text}: ${JSON.stringify(date)}`);
  return date;
}

function refusalOf(text: string, timeZone = BERLIN): string {
  const date = parseDate(text, timeZone);
  assert.ok(isRefusal(date), `${text} was read as ${JSON.stringify(date)}`);
  assert.ok(date.remedy.length > 10, text);
  return date.message;
}

/** What an editor may write: precision, what goes to machines, the moment in UTC, year and month of the path. */
const FORMS: [text: string, precision: string, machine: string, utc: string, year: number, month: number][] = [
  ["2017-11-14", "day", "2017-11-14", "2017-11-13T23:00:00.000Z", 2017, 11],
  ["2017-07-14", "day", "2017-07-14", "2017-07-13T22:00:00.000Z", 2017, 7],
  ["2016-02-29", "day", "2016-02-29", "2016-02-28T23:00:00.000Z", 2016, 2],
  ["2017-11-14T09:00", "minute", "2017-11-14T09:00:00+01:00", "2017-11-14T08:00:00.000Z", 2017, 11],
  ["2017-07-14T09:00", "minute", "2017-07-14T09:00:00+02:00", "2017-07-14T07:00:00.000Z", 2017, 7],
  ["2017-11-14T09:00:30", "minute", "2017-11-14T09:00:30+01:00", "2017-11-14T08:00:30.000Z", 2017, 11],
  ["2017-11-14T09:00Z", "minute", "2017-11-14T10:00:00+01:00", "2017-11-14T09:00:00.000Z", 2017, 11],
  ["2017-11-14T09:00+01:00", "minute", "2017-11-14T09:00:00+01:00", "2017-11-14T08:00:00.000Z", 2017, 11],
  ["2017-11-14T09:00-05:00", "minute", "2017-11-14T15:00:00+01:00", "2017-11-14T14:00:00.000Z", 2017, 11],
  ["2017-11", "month", "2017-11", "2017-11-30T22:59:59.000Z", 2017, 11],
  ["2017-06", "month", "2017-06", "2017-06-30T21:59:59.000Z", 2017, 6],
  ["2016-02", "month", "2016-02", "2016-02-29T22:59:59.000Z", 2016, 2],
  ["2017", "year", "2017", "2017-12-31T22:59:59.000Z", 2017, 0],
  ["1945-05-08", "day", "1945-05-08", "1945-05-07T22:00:00.000Z", 1945, 5],
  ["1968-03", "month", "1968-03", "1968-03-31T22:59:59.000Z", 1968, 3],
  ["1923", "year", "1923", "1923-12-31T22:59:59.000Z", 1923, 0],
  ["1970-01-01T01:00", "minute", "1970-01-01T01:00:00+01:00", "1970-01-01T00:00:00.000Z", 1970, 1],
  ["1848-03-18T09:00", "minute", "1848-03-18T09:00:00+00:53", "1848-03-18T08:07:00.000Z", 1848, 3],
];

/** What other systems write, and what goes to machines. */
const FOREIGN: [text: string, machine: string][] = [
  ["2015-06-01 11:10:30 -0400", "2015-06-01T17:10:30+02:00"],
  ["2024-05-02T07:00:00.000Z", "2024-05-02T09:00:00+02:00"],
  ["2024-05-02T07:00:00.123456+00:00", "2024-05-02T09:00:00+02:00"],
  ["2015-06-01 11.10", "2015-06-01T11:10:00+02:00"],
  ["2015-06-01 11.10.30", "2015-06-01T11:10:30+02:00"],
  ["2015-06-01 11:10", "2015-06-01T11:10:00+02:00"],
  ["2015-06-01 11:10:30 UTC", "2015-06-01T13:10:30+02:00"],
  ["2015-06-01T11:10:30+0200", "2015-06-01T11:10:30+02:00"],
  ["2015-06-01t11:10:30z", "2015-06-01T13:10:30+02:00"],
  ["2015-06-01 11:10:30+02", "2015-06-01T11:10:30+02:00"],
  ["Mon, 01 Jun 2015 11:10:30 -0400", "2015-06-01T17:10:30+02:00"],
  ["Thu, 1 Jan 2015 11:10 GMT", "2015-01-01T12:10:00+01:00"],
  ["  2017-11-14 ", "2017-11-14"],
];

/** What is refused, and the form that the remedy spells out. */
const SPELT: [text: string, remedy: string][] = [
  ["01.06.2015", "Schreiben Sie: 2015-06-01"],
  ["1.6.2015", "Schreiben Sie: 2015-06-01"],
  ["01.06.2015 11.10 Uhr", "Schreiben Sie: 2015-06-01T11:10"],
  ["Montag, den 1. Juni 2015 um 9 Uhr", "Schreiben Sie: 2015-06-01T09:00"],
  ["Mo., 01.06.2015, 19.30 Uhr", "Schreiben Sie: 2015-06-01T19:30"],
  ["Fr 5.6.2015", "Schreiben Sie: 2015-06-05"],
  ["2015-06-01T11", "Schreiben Sie: 2015-06-01T11:00"],
  ["18. März 1848", "Schreiben Sie: 1848-03-18"],
  ["June 1, 2015", "Schreiben Sie: 2015-06-01"],
  ["1 June 2015, 7:05 pm", "Schreiben Sie: 2015-06-01T19:05"],
  ["2015-6-1", "Schreiben Sie: 2015-06-01"],
  ["2015/06/01 11:10", "Schreiben Sie: 2015-06-01T11:10"],
  ["2015-06-01 11:10:30 MESZ", "Schreiben Sie: 2015-06-01T11:10:30+02:00"],
  ["2015-06-01T11:10:30+02:00[Europe/Berlin]", "Schreiben Sie: 2015-06-01T11:10:30+02:00"],
  ["Mon Jun 01 2015 11:10:30 GMT+0200 (CEST)", "Schreiben Sie: 2015-06-01T11:10:30+02:00"],
  ["2015-06-01T24:00", "Schreiben Sie: 2015-06-02T00:00"],
  ["2017-11-14T9:00", "Schreiben Sie: 2017-11-14T09:00"],
  ["06/2015", "Schreiben Sie: 2015-06"],
  ["Juni 2015", "Schreiben Sie: 2015-06"],
  ["20150601", "Schreiben Sie: 2015-06-01"],
  ["2015-06-00", "Schreiben Sie: 2015-06"],
  ["1433171430", "Schreiben Sie: 2015-06-01T15:10:30Z"],
  ["13/04/2024", "Schreiben Sie: 2024-04-13"],
  ["03/04/2024", "Schreiben Sie, was gemeint ist: 2024-04-03 oder 2024-03-04"],
  ["01.06.15", "Schreiben Sie, was gemeint ist: 2015-06-01 oder 1915-06-01"],
  ["Mo., 01.06.2015 - 11:10", "Schreiben Sie: 2015-06-01T11:10"],
  ["01-Jun-2015", "Schreiben Sie: 2015-06-01"],
  ["1. Juni 15", "Schreiben Sie, was gemeint ist: 2015-06-01 oder 1915-06-01"],
  ["6/1/15", "Schreiben Sie, was gemeint ist: 2015-01-06 oder 2015-06-01 oder 1915-01-06 oder 1915-06-01"],
  ["18. III. 1848", "Schreiben Sie: 1848-03-18"],
  ["42156", "Schreiben Sie: 2015-06-01"],
  ["42156,46528", "Schreiben Sie: 2015-06-01T11:10"],
  ["2015–06–01", "Schreiben Sie: 2015-06-01"],
  ["2015-06-01T11:10:30−04:00", "Schreiben Sie: 2015-06-01T11:10:30-04:00"],
  ["2015-06-01 11:10:30 +0000 UTC", "Schreiben Sie: 2015-06-01T11:10:30+00:00"],
  ["2015-06-01 11:10:30 Europe/Berlin", "Schreiben Sie: 2015-06-01T11:10:30"],
  ["Mon Jun  1 11:10:30 CEST 2015", "Schreiben Sie: 2015-06-01T11:10:30+02:00"],
  ["ca. 1923", "Schreiben Sie: 1923"],
  ["1923-05?", "Schreiben Sie: 1923-05"],
  ["Frühjahr 1923", "Schreiben Sie: 1923"],
  ["1923-21", "Schreiben Sie: 1923"],
];

describe("reading dates", () => {
  for (const [text, precision, machine, utc, year, month] of FORMS) {
    test(`${text} is read in the city's time zone`, () => {
      const date = dateOf(text);
      assert.deepEqual({ ...date, instant: new Date(date.instant).toISOString() }, { precision, machine, instant: utc, year, month });
    });
  }

  for (const [text, machine] of FOREIGN) {
    test(`${text}, as another system writes it, is read where it can mean one thing only`, () => {
      assert.equal(dateOf(text).machine, machine);
    });
  }

  test("an empty date of a database is called empty", () => {
    const date = parseDate("0000-00-00 00:00:00", BERLIN);
    assert.ok(isRefusal(date) && /leeres Datum/.test(date.message) && /Löschen Sie die Zeile/.test(date.remedy), JSON.stringify(date));
  });

  for (const [text, remedy] of SPELT) {
    test(`of ${text} the right form is spelt out, and done as printed it is read`, () => {
      const date = parseDate(text, BERLIN);
      assert.ok(isRefusal(date), JSON.stringify(date));
      assert.equal(date.remedy, remedy);
      for (const form of remedy.replace(/^[^:]*: /, "").split(" oder ")) dateOf(form);
    });
  }

  test("where more is written than a date nothing is guessed", () => {
    for (const text of ["1. bis 3. Juni 2015", "01.06.2015 oder 02.06.2015", "31.02.2017", "Juni", "Mon, 02 Jun 2015 11:10:30 -0400"]) {
      const date = parseDate(text, BERLIN);
      assert.ok(isRefusal(date), text);
      if (!text.startsWith("Mon")) assert.match(date.remedy, /Schreiben Sie das Datum so/, text);
    }
  });

  test("a time with an offset counts in the month that it is in the city", () => {
    assert.deepEqual([dateOf("2017-12-01T00:30+09:00").year, dateOf("2017-12-01T00:30+09:00").month], [2017, 11]);
    assert.deepEqual([dateOf("2017-12-31T23:30Z").year, dateOf("2017-12-31T23:30Z").month], [2018, 1]);
  });

  test("the same day begins earlier in Tokyo than in Berlin", () => {
    assert.equal(dateOf("2017-11-14", "Asia/Tokyo").instant, Date.parse("2017-11-13T15:00:00Z"));
    assert.equal(dateOf("2017-11-14T09:00", "Asia/Tokyo").machine, "2017-11-14T09:00:00+09:00");
  });

  test("a day or time that the calendar does not have is refused, never guessed", () => {
    for (const text of [
      "2017-02-31",
      "2015-02-29",
      "1900-02-29",
      "2017-04-31",
      "2017-11-00",
      "2017-11-32",
      "2017-11-14T25:00",
      "2017-11-14T24:00",
      "2017-11-14T09:60",
      "2017-11-14T09:00:60",
    ]) {
      refusalOf(text);
    }
  });

  test("a thirteenth month is refused with the reason", () => {
    for (const text of ["2017-13", "2017-13-01"]) assert.match(refusalOf(text), /zwölf Monate/, text);
    for (const text of ["2017-00", "2017-00-10"]) assert.match(refusalOf(text), /gibt es nicht/, text);
  });

  test("a date that can be read in two ways or none is refused", () => {
    for (const text of [
      "03/04/2024",
      "14.11.2017",
      "31.02.2017",
      "17-11-14",
      "2017-1-4",
      "2017/11/14",
      "2017-11-14T9:00",
      "14. November 2017",
      "gestern",
      "",
      " ",
      "2017-11-14T",
      "2017-W46",
      "20171114",
      "2017-11-14T09:00+1",
    ]) {
      assert.match(refusalOf(text), /eindeutig|gibt es nicht/, text);
    }
  });

  test("an offset that no clock has is refused", () => {
    for (const text of ["2017-11-14T09:00+25:00", "2017-11-14T09:00+99:99", "2017-11-14T09:00+01:75"]) refusalOf(text);
  });

  test("a year before 1000 is refused", () => {
    for (const text of ["0000", "0017-11-14", "0999"]) refusalOf(text);
  });

  test("a long wrong date is quoted in short", () => {
    assert.ok(refusalOf("9".repeat(10_000)).length < 200);
  });

  test("an hour that the spring clock leaves out is refused, and the reason is told", () => {
    assert.match(refusalOf("2017-03-26T02:30"), /vorgestellt/);
    assert.equal(dateOf("2017-03-26T01:59").machine, "2017-03-26T01:59:00+01:00");
    assert.equal(dateOf("2017-03-26T03:00").machine, "2017-03-26T03:00:00+02:00");
    assert.equal(dateOf("2017-03-26T02:30", "Asia/Tokyo").machine, "2017-03-26T02:30:00+09:00");
  });

  test("a day whose midnight the clock leaves out exists all the same, from its first moment", () => {
    const date = dateOf("2017-10-15", "America/Sao_Paulo");
    assert.deepEqual([date.machine, date.instant], ["2017-10-15", Date.parse("2017-10-15T03:00:00Z")]);
  });

  test("24:00 is refused, and not for a change of the clock", () => {
    assert.doesNotMatch(refusalOf("2017-11-14T24:00"), /vorgestellt/);
  });

  test("an hour that the autumn clock has twice is told apart by its offset", () => {
    assert.equal(dateOf("2017-10-29T02:30+02:00").instant, Date.parse("2017-10-29T00:30:00Z"));
    assert.equal(dateOf("2017-10-29T02:30+01:00").instant, Date.parse("2017-10-29T01:30:00Z"));
  });
});

describe("the season of the build", () => {
  const { now } = Settings;
  after(() => {
    Settings.now = now;
  });

  test("an hour that the autumn clock has twice means the same whether the site is built in summer or in winter", () => {
    const readIn = (season: string) => {
      Settings.now = () => Date.parse(season);
      return parseDate("2017-10-29T02:30", BERLIN);
    };
    assert.deepEqual(readIn("2026-07-01T12:00:00Z"), readIn("2026-12-01T12:00:00Z"));
  });
});

describe("printing dates", () => {
  const print = createDateFormat(BERLIN);
  const printed = (text: string, language: string) =>
    Object.fromEntries(
      (["long", "day", "dayMonth", "monthYear", "month"] as const).map((form: DateForm) => [form, print(dateOf(text), language, form)]),
    );

  test("a day is printed in German and English", () => {
    assert.deepEqual(printed("2017-11-04", "de"), {
      long: "4. November 2017",
      day: "4",
      dayMonth: "04.11.",
      monthYear: "November 2017",
      month: "November",
    });
    assert.deepEqual(printed("2017-03-04", "en"), {
      long: "4 March 2017",
      day: "4",
      dayMonth: "4 Mar",
      monthYear: "March 2017",
      month: "March",
    });
    assert.equal(print(dateOf("2017-03-04"), "de"), "4. März 2017");
  });

  test("Leichte Sprache has German dates", () => {
    assert.equal(print(dateOf("2017-03-04"), "de-simple"), "4. März 2017");
  });

  test("of a month without a day no day is printed, in any form", () => {
    assert.deepEqual(printed("2017-11", "de"), {
      long: "November 2017",
      day: "November 2017",
      dayMonth: "November 2017",
      monthYear: "November 2017",
      month: "November",
    });
    assert.equal(print(dateOf("2017-05"), "en"), "May 2017");
    assert.equal(print(dateOf("2017-11"), "de", "time"), "November 2017");
  });

  test("of a year without a month only the year is printed", () => {
    for (const form of ["long", "day", "dayMonth", "monthYear", "month", "time"] as const)
      assert.equal(print(dateOf("2017"), "de", form), "2017", form);
  });

  test("the time is the city's, whatever offset was written", () => {
    assert.equal(print(dateOf("2017-11-14T09:05"), "de", "time"), "09:05 Uhr");
    assert.equal(print(dateOf("2017-11-14T09:05Z"), "de", "time"), "10:05 Uhr");
    assert.equal(print(dateOf("2017-11-14T19:05"), "en", "time"), "7:05 pm");
  });

  test("a moment late in the evening is printed with the day it has in the city", () => {
    assert.equal(print(dateOf("2017-11-14T23:30Z"), "de"), "15. November 2017");
  });
});

test("what goes to machines is read back as the same moment", () => {
  const moments = fc.integer({ min: Date.parse("1800-01-01T00:00:00Z") / 1000, max: Date.parse("2100-01-01T00:00:00Z") / 1000 });
  fc.assert(
    fc.property(moments, fc.constantFrom(BERLIN, "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"), (seconds, timeZone) => {
      const machine = isoInstant(seconds * 1000, timeZone);
      assert.equal(dateOf(machine, timeZone).instant, seconds * 1000);
    }),
    { numRuns: 300 },
  );
});

test("any text is read as a date or refused, never thrown at the editor", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d([+-]\d\d:\d\d)?$/)), (text) => {
      const date = parseDate(text, BERLIN);
      assert.ok(isRefusal(date) ? date.message !== "" : Number.isFinite(date.instant) && date.machine !== "");
    }),
    { numRuns: 500 },
  );
});

test("a date before there were time zones is printed with its own day", () => {
  for (const timeZone of [BERLIN, "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"])
    assert.equal(createDateFormat(timeZone)(dateOf("1848-03-18", timeZone), "de"), "18. März 1848", timeZone);
});

test("a time zone that does not exist is known as such", () => {
  assert.deepEqual(["Europe/Berlin", "Europe/Leipzig", "", "Berlin"].map(isTimeZone), [true, false, false, false]);
});

test("dates are the same on a computer in Tokyo, New York or Berlin", async () => {
  const script = `
    import { createDateFormat } from "./src/archive/date-format.ts";
    import { parseDate } from "./src/dates.ts";
    const print = createDateFormat("Europe/Berlin");
    console.log(JSON.stringify(${JSON.stringify(FORMS.map(([text]) => text))}.map((text) => {
      const date = parseDate(text, "Europe/Berlin");
      return [date, print(date, "de"), print(date, "en"), print(date, "de", "time")];
    })));`;
  const zones = ["Asia/Tokyo", "America/New_York"];
  const runs = await Promise.all(zones.map((TZ) => run(["--input-type=module", "-e", script], { TZ, LANG: "C" })));
  const print = createDateFormat(BERLIN);
  const here = FORMS.map(([text]) => [
    dateOf(text),
    print(dateOf(text), "de"),
    print(dateOf(text), "en"),
    print(dateOf(text), "de", "time"),
  ]);
  for (const { code, stdout, stderr } of runs) {
    assert.equal(code, 0, stderr);
    assert.deepEqual(JSON.parse(stdout), here);
  }
});
