import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ReleaseView, releases } from "../../src/site/releases/releases.ts";
import {
  assertNowhere,
  buildSoundly,
  type Fields,
  type Files,
  filesBelow,
  line,
  makeContent,
  makeFile,
  makeRelease,
  PROBE,
  readWith,
} from "../fixture.ts";

const FIRST = "2024/04/stadtfest";
const following = (fields: Fields = {}, more: Files = {}) => readWith({ [PROBE]: makeRelease({ follows: FIRST, ...fields }), ...more });

describe("a follow-up", () => {
  test("is linked at both ends, and stands first among related releases", () => {
    const { archive, problems } = following({ topics: "[wirtschaft]" });
    assert.ok(archive);
    assert.deepEqual(problems, []);
    const views = releases(archive).filter((page) => page instanceof ReleaseView);
    const [probe, first] = ["2024/05/probe", FIRST].map((id) => views.find(({ release }) => release.id === id));
    assert.equal(probe?.release.followed?.id, FIRST);
    assert.deepEqual(
      first?.release.followUps.map(({ id }) => id),
      ["2024/05/probe"],
    );
    assert.deepEqual(
      probe?.related.map(({ release, reason }) => [release.address, reason.kind]),
      [[`/${FIRST}/`, "followed"]],
    );
  });

  test("names its release as an address or the path of its file too", () => {
    for (const follows of [
      `/${FIRST}/`,
      `https://probestadt.example/${FIRST}/`,
      `releases/${FIRST}.md`,
      `content/releases/${FIRST}.md`,
      `${FIRST}.md`,
    ]) {
      const { archive, problems } = following({ follows });
      assert.equal(archive?.releases.find(({ id }) => id === "2024/05/probe")?.followed?.id, FIRST, JSON.stringify(problems));
    }
  });

  test("that follows in a circle is refused", () => {
    const { problems } = following({}, { [`releases/${FIRST}.md`]: makeRelease({ date: "2024-04", follows: "2024/05/probe" }) });
    assert.match(problems.map(line).join(), /spätere/);
    const circle = ["a", "b", "c"].map((name, index, names) => [
      `releases/2024/05/kette-${name}.md`,
      makeRelease({ title: `Kette ${name}`, follows: `2024/05/kette-${names[(index + 1) % 3]}` }),
    ]);
    assert.match(following({}, Object.fromEntries(circle)).problems.map(line).join(), /folgt ihrerseits dieser/);
  });

  test("leads in each language to that language, where it is there", () => {
    const version = (title: string) => makeFile({ title, summary: "A summary that is long enough." }, "Text.\n");
    const { archive } = following(
      {},
      { "releases/2024/05/probe.en.md": version("Probe"), "releases/2024/04/stadtfest.en.md": version("Festival") },
    );
    const english = archive?.versions.find(({ id }) => id === "2024/05/probe");
    assert.deepEqual([english?.followed?.address, english?.followed?.title], [`/en/${FIRST}/`, "Festival"]);
    const alone = following({}, { "releases/2024/05/probe.en.md": version("Probe") }).archive?.versions[0];
    assert.equal(alone?.followed?.address, `/${FIRST}/`);
  });

  test("of a release that is not there, of itself or of a later one is an error that says what to write", () => {
    for (const [follows, told] of [
      ["stadtfest", /„2024\/04\/stadtfest“\?$/],
      ["2024/04/stadtfets", /„2024\/04\/stadtfest“\?$/],
      ["2023/01/freibad", /„2024\/06\/freibad“\?$/],
      ["1999/01/ganz-anderes-thema", /zum Beispiel: follows: /],
      ["2024/05/probe", /folgt sich selbst/],
      ["2024/06/freibad", /ist die spätere/],
    ] as const) {
      const { problems, refused } = following({ follows });
      assert.match(problems.map(line).join("\n"), new RegExp(`^${PROBE.replaceAll(".", "\\.")}:7:1 error `), follows);
      assert.match(problems.map(line).join("\n"), told);
      assert.deepEqual(
        refused.map(({ path }) => path),
        [PROBE],
      );
    }
    const draft = following({ follows: "2024/04/stadtfets", draft: "true" });
    assert.deepEqual(
      draft.problems.map(({ severity }) => severity),
      ["hint"],
    );
  });

  test("of a withdrawn release is named where that was, and a withdrawn one names none", () => {
    const withdrawn = "{date: 2024-05-20, reason: Das war ein Irrtum., hide: title}";
    const gone = { "releases/2024/04/stadtfest.md": makeRelease({ title: "Geheimer Titel", date: "2024-04-02", withdrawn }) };
    const { archive } = following({}, gone);
    const [probe, first] = ["2024/05/probe", FIRST].map((id) => archive?.releases.find((release) => release.id === id));
    assert.deepEqual([probe?.followed?.title, first?.followUps.length], ["Zurückgezogene Meldung", 1]);
    const own = following({ withdrawn }).archive?.releases;
    assert.deepEqual(own?.find(({ id }) => id === FIRST)?.followUps, []);
  });

  test("leaks nothing of what is not public, at either end", async () => {
    const content = makeContent({
      [PROBE]: makeRelease({ follows: "2024/05/qxentwurf" }),
      "releases/2024/05/qxentwurf.md": makeRelease({ title: "qxentwurf", date: "2024-05-01", draft: "true" }),
      "releases/2024/06/zweite.md": makeRelease({ date: "2024-06-04", title: "Zweite", follows: "2024/05/qxsperre" }),
      "releases/2024/05/qxsperre.md": makeRelease({ title: "qxsperre", date: "2024-05-01", embargo: "2099-01-01T10:00", follows: FIRST }),
      "releases/2024/06/dritte.md": makeRelease({ date: "2024-06-05", title: "Dritte Meldung", follows: FIRST }),
    });
    const { output } = await buildSoundly(content);
    for (const word of ["qxentwurf", "qxsperre"]) assertNowhere(word, { content, output });
    const text = (path: string) => filesBelow(output).get(path)?.toString("utf8") ?? "";
    assert.match(
      text("2024/06/dritte/index.html"),
      /Folgemeldung zu:\s*<a href="\/2024\/04\/stadtfest\/">Stadtfest beginnt am Freitag<\/a>/,
    );
    assert.match(text("2024/04/stadtfest/index.html"), /Folgemeldung:\s*<a href="\/2024\/06\/dritte\/">Dritte Meldung<\/a>/);
    assert.match(text("2024/06/dritte/index.txt"), /\nFolgemeldung zu:\nStadtfest beginnt am Freitag \(2\. April 2024\): https:/);
    assert.match(text("2024/04/stadtfest/index.json"), /"followUps": \[\s*\{\s*"id": "2024\/06\/dritte"/);
  });
});
