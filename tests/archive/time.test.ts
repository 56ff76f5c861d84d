import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openReadings } from "../../src/archive/cache/readings.ts";
import { readArchive } from "../../src/archive/reading.ts";
import { listUpcoming } from "../../src/archive/upcoming.ts";
import type { Release } from "../../src/content/release/release.ts";
import {
  assertNowhere,
  buildSoundly,
  type Fields,
  type Files,
  line,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  PROBE,
  placesOf,
  readWith,
} from "../fixture.ts";

const ID = "2024/05/probe";
const BEFORE = "2024-06-01T12:00:00+02:00";

function releaseOf(files: Files, now?: string): Release {
  const { archive, problems } = readWith(files, now === undefined ? {} : { now });
  const release = archive?.releases.find(({ id }) => id === ID);
  assert.ok(release, problems.map(line).join("\n"));
  return release;
}

describe("what is dated in the future takes effect then", () => {
  const corrected = { [PROBE]: makeRelease({ corrections: "[{date: 2024-07-03, note: Die Nummer war falsch.}]" }) };
  const withdrawn = (fields: Fields = {}, text?: string) =>
    makeRelease({ withdrawn: "{date: 2024-07-03, reason: Ein Irrtum.}", ...fields }, text);

  test("a correction of the future is in no release before its day, and from that day on it is", () => {
    assert.deepEqual(releaseOf(corrected, BEFORE).corrections, []);
    assert.deepEqual(releaseOf(corrected, "2024-07-02T23:59:59+02:00").corrections, []);
    assert.equal(releaseOf(corrected, "2024-07-03T00:00:00+02:00").corrections.length, 1);
  });

  test("a release is readable until the day of its withdrawal", () => {
    const until = releaseOf({ [PROBE]: withdrawn() }, BEFORE);
    assert.deepEqual([until.withdrawn, until.text().trim()], [undefined, "Der Bücherbus hält jeden Samstag auf dem Markt."]);
    const from = releaseOf({ [PROBE]: withdrawn() }, "2024-07-03T00:00:00+02:00");
    assert.deepEqual([from.withdrawn?.reason, from.text()], ["Ein Irrtum.", ""]);
  });

  test("the press office is told of it with its place, since it may be a slip in the year, and no longer when it has come", () => {
    const told = (files: Files, now: string) => readWith(files, { now }).problems.map(line);
    assert.match(told(corrected, BEFORE).join("\n"), /^[^\n]*probe\.md:7:\d+ hint .*2024-07-03 und erscheint erst dann/);
    assert.match(told({ [PROBE]: withdrawn() }, BEFORE).join("\n"), /^[^\n]*probe\.md:7:\d+ hint .*erst am 2024-07-03 zurückgezogen/);
    for (const files of [corrected, { [PROBE]: withdrawn() }]) assert.deepEqual(told(files, "2024-07-03T00:00:00+02:00"), []);
  });

  test("of which only the month or year is known holds from its beginning: a withdrawal is not put off", () => {
    const of = (date: string, now: string) => releaseOf({ [PROBE]: withdrawn({ withdrawn: `{date: ${date}, reason: Ein Irrtum.}` }) }, now);
    assert.ok(of("2024-06", "2024-06-01T00:00:00+02:00").withdrawn);
    assert.ok(of("2024", BEFORE).withdrawn);
    assert.equal(of("2024-07", "2024-06-30T23:59:59+02:00").withdrawn, undefined);
  });

  test("when it comes is among what is told as upcoming, and the next moment to build", () => {
    const { waiting, unpublished, timeZone } = readWith(
      {
        [PROBE]: makeRelease({
          corrections: "[{date: 2024-07-03, note: Die Nummer war falsch.}]",
          withdrawn: "{date: 2024-08-01, reason: Ein Irrtum.}",
          pinnedUntil: "2024-06-30",
        }),
        "releases/2024/06/freibad.md": null,
      },
      { now: BEFORE },
    );
    assert.deepEqual(unpublished, []);
    const { lines, next } = listUpcoming(waiting, timeZone);
    assert.deepEqual(
      lines.map((text) => text.replace(/^.*\.md {2}/, "")),
      [
        "nicht mehr oben auf der Startseite ab 1. Juli 2024, 00:00 Uhr",
        "Berichtigung erscheint ab 3. Juli 2024, 00:00 Uhr",
        "wird zurückgezogen ab 1. August 2024, 00:00 Uhr",
      ],
    );
    assert.equal(next, "2024-07-01T00:00:00+02:00");
  });

  test("a release that is pinned until a day is so for all of it", () => {
    const pinned = { [PROBE]: makeRelease({ pinnedUntil: "2024-06-01" }) };
    assert.equal(releaseOf(pinned, BEFORE).pinnedUntil, Date.parse("2024-06-02T00:00:00+02:00"));
  });

  test("a withdrawal before the release itself is told, since one of the dates is a slip", () => {
    const { problems, archive } = readWith({ [PROBE]: makeRelease({ withdrawn: "{date: 2024-04-03, reason: Ein Irrtum.}" }) });
    assert.match(problems.map(line).join(), /^releases\/2024\/05\/probe\.md:7:\d+ hint Die Rücknahme liegt vor/);
    assert.ok(archive?.releases.some(({ id }) => id === ID));
  });

  test("a text that is deleted before its withdrawal takes effect is refused, for the page would be empty", () => {
    const { problems, counts, refused } = readWith({ [PROBE]: withdrawn({}, "") }, { now: BEFORE });
    assert.match(problems.map(line).join("\n"), /error Der Text fehlt, zurückgezogen ist die Meldung erst am 2024-07-03/);
    assert.deepEqual([counts.refused, refused.map(({ mayStay }) => mayStay)], [1, [false]]);
    assert.ok(releaseOf({ [PROBE]: withdrawn({}, "") }, "2024-07-03T00:00:00+02:00").withdrawn);
  });

  test("a comment of the future appears on its day with its answers, and nothing is unaccounted for", () => {
    const comments: Files = {
      [PROBE]: makeRelease({ comments: "open" }),
      "comments/2024/05/probe/01-maria.md": makeFile({ name: "Maria", date: "2024-07-03" }, "Endlich!\n"),
      "comments/2024/05/probe/02-amt.md": makeFile({ name: "Presseamt", date: "2024-05-12", replyTo: "01-maria" }, "Danke!\n"),
    };
    const shown = (now: string) => releaseOf(comments, now).approvedComments.map(({ name }) => name);
    assert.deepEqual([shown(BEFORE), shown("2024-07-03T00:00:00+02:00")], [[], ["Presseamt", "Maria"]]);
    // The third is a release of the base, which is to come.
    const { counts, problems } = readWith(comments, { now: BEFORE });
    assert.deepEqual([counts.read, counts.unpublished, counts.refused], [counts.published + 3, 3, 0]);
    assert.match(problems.map(line).join("\n"), /^[^\n]*01-maria\.md:3:\d+ hint Der Kommentar ist vom 2024-07-03 und erscheint erst dann/);
  });

  test("what is kept of earlier readings knows the day too", () => {
    const folder = makeContent({ [PROBE]: makeRelease({ corrections: "[{date: 2024-07-03, note: Die Nummer war falsch.}]" }) });
    const cache = makeFolder();
    const at = (now: string) => {
      const { archive, problems } = readArchive({
        folder,
        now: Date.parse(now),
        readings: openReadings(cache, "program", Date.now() + 10_000),
      });
      return [archive?.releases.find(({ id }) => id === ID)?.corrections.length, problems.length];
    };
    assert.deepEqual(
      [at(BEFORE), at(BEFORE), at("2024-08-01T00:00:00Z"), at(BEFORE)],
      [
        [0, 1],
        [0, 1],
        [1, 0],
        [0, 1],
      ],
    );
  });

  test("nothing of it is in any file that is built before: no page, list, feed or data", async () => {
    const content = makeContent({
      [PROBE]: makeRelease({ corrections: "[{date: 2024-07-03, note: Der qxbus war falsch.}]" }),
      "releases/2024/05/weg.md": makeRelease({ withdrawn: "{date: 2024-07-03, reason: Ein qxirrtum.}" }),
    });
    const output = join(makeFolder(), "site");
    const cache = makeFolder();
    const at = (now: string) => buildSoundly(content, { output, environment: { CACHE: cache, NOW: now } });
    await at(BEFORE);
    for (const word of ["qxbus", "qxirrtum", "2024-07-03"]) assertNowhere(word, { content, output });
    assert.ok(readFileSync(join(output, "2024/05/weg/index.html"), "utf8").includes("hält jeden Samstag"));
    await at("2024-07-03T00:00:00+02:00");
    for (const [word, page] of [
      ["qxbus", "2024/05/probe/index.html"],
      ["qxirrtum", "2024/05/weg/index.html"],
      ["qxirrtum", "korrekturen/index.html"],
    ] as const)
      assert.ok(placesOf(word, output).includes(page), `${word}: ${placesOf(word, output).join(" ")}`);
    assert.ok(!readFileSync(join(output, "2024/05/weg/index.html"), "utf8").includes("hält jeden Samstag"));
  });
});

describe("names as of then", () => {
  const files = (fields: Fields = {}): Files => ({
    "registers/departments.yml": [
      "presseamt: {name: Presseamt}",
      "verkehr:",
      "  name: Amt für Mobilität",
      "  names: {en: Mobility Office}",
      "  formerNames:",
      "    - {name: Straßenamt, until: 2019-06-30}",
      "    - {name: Tiefbauamt, names: {en: Works Office}, until: 2012}",
      "",
    ].join("\n"),
    "registers/people.yml": [
      "petra-probe:",
      "  name: Petra Probe",
      "  roles:",
      "    - {title: Baurätin, from: 2008, to: 2014-03}",
      "    - {title: Bürgermeisterin, from: 2014-04-01, to: 2020}",
      "    - {title: Oberbürgermeisterin, from: 2020}",
      "ohne-zeit: {name: Ohne Zeit, roles: [{title: Stadtrat}]}",
      "",
    ].join("\n"),
    "releases/2010/03/damals.md": makeRelease({ date: "2010-03-04", department: "verkehr", ...fields }),
  });
  const at = (date: string, fields: Fields = {}): Release => {
    const path = `releases/${date.slice(0, 4)}/${date.slice(5, 7) || "00"}/damals.md`;
    const { archive, problems } = readWith({
      ...files(),
      "releases/2010/03/damals.md": null,
      [path]: makeRelease({ date, department: "verkehr", ...fields }),
    });
    const release = archive?.releases.find(({ id }) => id.endsWith("/damals"));
    assert.ok(release, problems.map(line).join("\n"));
    return release;
  };

  test("a release names its office as it was called on its date, the last day of a name included", () => {
    for (const [date, name] of [
      ["2010-03-04", "Tiefbauamt"],
      ["2012-12-31T23:59", "Tiefbauamt"],
      ["2012", "Tiefbauamt"],
      ["2013-01-01", "Straßenamt"],
      ["2019-06-30", "Straßenamt"],
      ["2019-07-01", "Amt für Mobilität"],
      ["2019", "Amt für Mobilität"],
    ] as const)
      assert.deepEqual([at(date).department.id, at(date).department.name], ["verkehr", name], date);
  });

  test("an office that takes part is named likewise", () => {
    assert.deepEqual(
      at("2010-03-04", { department: "presseamt", with: "[verkehr]" }).with.map(({ id, name }) => [id, name]),
      [["verkehr", "Tiefbauamt"]],
    );
  });

  test("a person has the role that the register knows for the date, unless the release names one", () => {
    const roleAt = (date: string, people = "[petra-probe]") => at(date, { people }).people[0]?.role;
    for (const [date, role] of [
      ["2007-05-01", undefined],
      ["2010-03-04", "Baurätin"],
      ["2014-03-31", "Baurätin"],
      ["2014-04-01", "Bürgermeisterin"],
      ["2019-05-01", "Bürgermeisterin"],
      ["2020-05-01", undefined],
      ["2021-05-01", "Oberbürgermeisterin"],
    ] as const)
      assert.equal(roleAt(date), role, date);
    assert.equal(roleAt("2010-03-04", "[{id: petra-probe, role: Vorsitzende}]"), "Vorsitzende");
    assert.equal(roleAt("2010-03-04", "[ohne-zeit]"), undefined);
  });

  test("page, lists, text, data and feeds say the name of then and lead to today's entry", async () => {
    const content = makeContent({
      ...files({ people: "[petra-probe]" }),
      "releases/2010/03/damals.en.md": makeFile(
        { title: "Works in Long Street", summary: "Long Street is closed for works until the end of May." },
        "Long Street is closed.\n",
      ),
    });
    const { output } = await buildSoundly(content);
    const of = (file: string) => readFileSync(join(output, file), "utf8");
    for (const file of [
      "2010/03/damals/index.html",
      "2010/03/damals/index.txt",
      "2010/03/damals/index.json",
      "2010/feed.xml",
      "feed.xml",
      "feed.json",
      "daten/meldungen-2010.csv",
      "daten/meldungen-2010.jsonl",
    ]) {
      assert.ok(of(file).includes("Tiefbauamt"), file);
      assert.ok(
        !of(file)
          .replace(/<(nav|footer).*?<\/\1>/gs, "")
          .includes("Amt für Mobilität"),
        file,
      );
    }
    const page = of("2010/03/damals/index.html");
    assert.match(page, /<a href="\/aemter\/verkehr\/">Tiefbauamt<\/a>/);
    assert.match(page, /"department":\{"@type":"Organization","name":"Tiefbauamt"\}/);
    assert.match(page, /"jobTitle":"Baurätin"/);
    assert.match(page, /Petra Probe<small>Baurätin<\/small>/);
    assert.match(of("en/2010/03/damals/index.html"), />Works Office</);
    assert.match(of("aemter/verkehr/index.html"), /<h1[^>]*>Amt für Mobilität/);
  });
});
