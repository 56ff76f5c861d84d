import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { openReadings } from "../../src/archive/cache/readings.ts";
import { type ArchiveResult, readArchive } from "../../src/archive/reading.ts";
import { readMessages } from "../../src/messages.ts";
import {
  assertNowhere,
  BASE_TEXTS,
  type Build,
  buildSoundly,
  buildTown,
  type Fields,
  type Files,
  filesBelow,
  layFiles,
  line,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  PDF,
  PNG,
  PROBE,
  placesOf,
  ROOT,
  read,
  readWith,
  visibleText,
} from "../fixture.ts";

const EN = "releases/2024/05/probe.en.md";
const COMMENT = "comments/2024/05/probe/01-maria.md";
const version = (fields: Fields = {}) =>
  makeFile(
    { title: "Library bus on Saturdays", summary: "The library bus stops every Saturday from now on.", ...fields },
    "The library bus stops every Saturday.\n",
  );
const comment = makeFile({ name: "Maria", date: "2024-05-11" }, "Endlich!\n");

/** What tells that an archive holds the release of most tests, its version or its comment: headline, text, address. */
const WORDS_OF_PROBE = [
  "Bücherbus fährt",
  "hält jeden Samstag auf dem Markt",
  "2024/05/probe",
  "Library bus",
  "stops every Saturday.",
  "Endlich!",
];

/** What became of each file that is not public. */
const withheld = ({ unpublished }: ArchiveResult) => Object.fromEntries(unpublished.map(({ path, reason }) => [path, reason]));

function assertBalance({ counts }: ArchiveResult, read: number, published: number, unpublished: number, refused: number): void {
  assert.deepEqual(counts, { read, published, unpublished, refused });
  assert.equal(counts.read, counts.published + counts.unpublished + counts.refused);
}

/**
 * All that a value says: names of fields in quotation marks, and words, however deep and in whatever collection. A text that is
 * read only when it is asked for is asked for; what a value would say of itself as JSON is not believed.
 */
function sayings(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) return [...value].flatMap(sayings);
  return Object.entries(value).flatMap(([name, inner]) => {
    if (typeof inner !== "function") return [`"${name}"`, ...sayings(inner)];
    return name === "text" ? sayings(inner()) : [];
  });
}

/** Which of some words an archive holds anywhere. */
function held(archive: unknown, ...words: string[]): string[] {
  const said = sayings(archive).join("\n");
  return words.filter((word) => said.includes(word));
}

describe("drafts", () => {
  const files = { [PROBE]: makeRelease({ draft: "true", comments: "open" }), [EN]: version(), [COMMENT]: comment };

  test("a draft is not public, nor are its versions and comments, and nothing is unaccounted for", () => {
    const reading = readWith(files);
    assertBalance(reading, BASE_TEXTS + 3, BASE_TEXTS, 3, 0);
    assert.deepEqual(withheld(reading), { [PROBE]: "draft", [EN]: "original", [COMMENT]: "original" });
    assert.equal(reading.archive?.releases.length, BASE_TEXTS);
    assert.equal(reading.archive?.versions.length, 0);
    assert.deepEqual(held(readWith(files, { preview: true }).archive, ...WORDS_OF_PROBE), WORDS_OF_PROBE, "the preview holds them");
    assert.deepEqual(held(reading.archive, ...WORDS_OF_PROBE), []);
  });

  test("the mistakes of a draft are hints and stop nobody", () => {
    const reading = readWith({
      [PROBE]: makeRelease(
        { draft: "true", title: "ab", date: "2024-02-31", department: "x", images: "[{file: fehlt.png, alt: Bild, credit: Stadt}]" },
        "# Titel\n\n<b>x</b>\n",
      ),
    });
    assertBalance(reading, BASE_TEXTS + 1, BASE_TEXTS, 1, 0);
    assert.deepEqual(withheld(reading), { [PROBE]: "draft" });
    assert.ok(reading.problems.length >= 5);
    assert.deepEqual([...new Set(reading.problems.map(({ severity }) => severity))], ["hint"]);
  });

  test("a head that cannot be read but says draft is a draft", () => {
    const reading = readWith({ [PROBE]: "---\ntitle: Rat: Haushalt\ndraft: true\n---\n\nText\n" });
    assert.deepEqual(withheld(reading), { [PROBE]: "draft" });
    assert.deepEqual(
      reading.problems.map(({ severity, line: at }) => [severity, at]),
      [["hint", 2]],
    );
  });

  test("an old address of a draft that belongs to another is a hint, and takes the address from nobody", () => {
    const taken = readWith({
      [PROBE]: makeRelease({ draft: "true", aliases: "[/alt.html]" }),
      "releases/2024/06/neu.md": makeRelease({ date: "2024-06-10", aliases: "[/alt.html]" }),
    });
    assertBalance(taken, BASE_TEXTS + 2, BASE_TEXTS + 1, 1, 0);
    assert.deepEqual(
      taken.problems.map(({ path, severity }) => [path, severity]),
      [[PROBE, "hint"]],
    );
    const own = readWith({ [PROBE]: makeRelease({ draft: "true", aliases: "[/2024/06/freibad/]" }) });
    assertBalance(own, BASE_TEXTS + 1, BASE_TEXTS, 1, 0);
    assert.deepEqual(withheld(own), { [PROBE]: "draft" });
  });

  test("a draft version whose original is not written yet stops nobody", () => {
    const reading = readWith({ [EN]: version({ draft: "true" }) });
    assertBalance(reading, BASE_TEXTS + 1, BASE_TEXTS, 1, 0);
    assert.deepEqual(
      reading.problems.filter(({ severity }) => severity === "error"),
      [],
    );
    assert.equal(readWith({ [EN]: version() }).problems[0]?.severity, "error", "as no draft it would");
  });

  test("a draft version is not public, its original is", () => {
    const reading = readWith({ [PROBE]: makeRelease(), [EN]: version({ draft: "true" }) });
    assertBalance(reading, BASE_TEXTS + 2, BASE_TEXTS + 1, 1, 0);
    assert.deepEqual(withheld(reading), { [EN]: "draft" });
    assert.deepEqual(reading.archive?.releases.find(({ id }) => id === "2024/05/probe")?.versions.length, 1);
  });

  test("a draft page is not public", () => {
    const reading = readWith({
      "pages/hilfe.md": makeFile({ title: "Hilfe", draft: "true" }, "Kommt noch.\n"),
      "pages/impressum.md": makeFile({ title: "Impressum" }, "Text.\n"),
    });
    assertBalance(reading, BASE_TEXTS + 2, BASE_TEXTS + 1, 1, 0);
    assert.deepEqual(
      reading.archive?.pages.map(({ address }) => address),
      ["/impressum/"],
    );
  });

  test("the preview shows drafts and embargoed releases, marked as such", () => {
    const reading = readWith({ ...files, "releases/2030/01/spaeter.md": makeRelease({ date: "2030-01-02" }) }, { preview: true });
    assertBalance(reading, BASE_TEXTS + 4, BASE_TEXTS + 4, 0, 0);
    assert.deepEqual(
      reading.archive?.releases.map(({ id, state }) => [id, state]),
      [
        ["2030/01/spaeter", "embargoed"],
        ["2024/06/freibad", "public"],
        ["2024/05/probe", "draft"],
        ["2024/04/stadtfest", "public"],
      ],
    );
  });
});

describe("embargo", () => {
  const files: Files = { [PROBE]: makeRelease({ embargo: "2024-05-12T10:00", comments: "open" }), [EN]: version(), [COMMENT]: comment };
  const publicAt = (now: string, more: Files = files) => readWith(more, { now }).archive?.releases.some(({ id }) => id === "2024/05/probe");

  test("a release under embargo is in the archive from its second on and not before", () => {
    assert.equal(publicAt("2024-05-12T09:59:59.999+02:00"), false);
    assert.equal(publicAt("2024-05-12T10:00:00+02:00"), true);
  });

  test("before that it is counted as not public, with its versions and comments", () => {
    const reading = readWith({ ...files, "releases/2024/06/freibad.md": null }, { now: "2024-05-12T09:00:00+02:00" });
    assertBalance(reading, BASE_TEXTS - 1 + 3, BASE_TEXTS - 1, 3, 0);
    assert.deepEqual(withheld(reading), { [PROBE]: "embargoed", [EN]: "original", [COMMENT]: "original" });
    assert.deepEqual(held(readWith(files).archive, ...WORDS_OF_PROBE), WORDS_OF_PROBE, "afterwards the archive holds them");
    assert.deepEqual(held(reading.archive, ...WORDS_OF_PROBE), []);
  });

  test("afterwards all three are public", () => {
    const reading = readWith(files);
    assertBalance(reading, BASE_TEXTS + 3, BASE_TEXTS + 3, 0, 0);
    assert.equal(reading.archive?.releases.find(({ id }) => id === "2024/05/probe")?.approvedComments.length, 1);
  });

  test("a date in the future hides as an embargo does, and an embargo in the past does not shorten it", () => {
    for (const fields of [{ date: "2024-05-10T09:00" }, { date: "2024-05-10T09:00", embargo: "2024-05-01" }]) {
      assert.equal(publicAt("2024-05-10T08:59:59+02:00", { [PROBE]: makeRelease(fields) }), false);
      assert.equal(publicAt("2024-05-10T09:00:00+02:00", { [PROBE]: makeRelease(fields) }), true);
    }
  });

  test("a day begins at midnight in the city, a month of which no day is known is over before its release is public", () => {
    assert.equal(publicAt("2024-05-09T23:59:59+02:00", { [PROBE]: makeRelease() }), false);
    assert.equal(publicAt("2024-05-10T00:00:00+02:00", { [PROBE]: makeRelease() }), true);
    assert.equal(publicAt("2024-05-31T23:59:58+02:00", { [PROBE]: makeRelease({ date: "2024-05" }) }), false);
    assert.equal(publicAt("2024-05-31T23:59:59+02:00", { [PROBE]: makeRelease({ date: "2024-05" }) }), true);
  });

  test("the mistakes of an embargoed release are errors: it is meant for the public", () => {
    const reading = readWith({ [PROBE]: makeRelease({ embargo: "2030-01-01", title: "ab" }) });
    assertBalance(reading, BASE_TEXTS + 1, BASE_TEXTS, 0, 1);
    assert.equal(reading.problems[0]?.severity, "error");
  });
});

describe("what was read for the last build", () => {
  const files: Files = {
    [PROBE]: makeRelease({ embargo: "2026-12-16T10:00", comments: "open" }),
    [EN]: version(),
    [COMMENT]: comment,
    "releases/2024/07/entwurf.md": makeRelease({ date: "2024-07-01", draft: "true", title: "ENTWURF" }),
    "releases/2024/07/fassung.md": makeRelease({ date: "2024-07-01", title: "Original" }, "Ihre Fassung ist noch nicht fertig.\n"),
    "releases/2024/07/fassung.en.md": version({ draft: "true", title: "FASSUNG" }),
    "releases/2024/07/weg.md": makeRelease(
      { date: "2024-07-01", title: "Weg", withdrawn: "{date: 2024-07-02, reason: Ein Irrtum.}" },
      "ZURUECK\n",
    ),
  };

  test("is as little public as what is just read, at every moment, and becomes public at the same second", () => {
    const [folder, cache] = [makeContent(files), makeFolder()];
    const found = [0, 0, 0, 0];
    for (const [build, [now, isPublic]] of (
      [
        ["2026-12-16T09:59:59+01:00", false],
        ["2026-12-16T09:59:59+01:00", false],
        ["2026-12-16T10:00:00+01:00", true],
        ["2026-12-16T09:59:59+01:00", false],
      ] as const
    ).entries()) {
      const readings = openReadings(cache, "program", Date.parse("2099-01-01"));
      const find: typeof readings.find = (...asked) => {
        const kept = readings.find(...asked);
        if (kept) found[build] = (found[build] ?? 0) + 1;
        return kept;
      };
      const kept = readArchive({ folder, now: Date.parse(now), readings: { ...readings, find } });
      const fresh = readArchive({ folder, now: Date.parse(now) });
      assert.deepEqual(held(kept.archive, ...WORDS_OF_PROBE), isPublic ? WORDS_OF_PROBE : []);
      assert.deepEqual(held(kept.archive, "ENTWURF", "FASSUNG", "ZURUECK"), []);
      assert.deepEqual([kept.counts, kept.unpublished, kept.problems], [fresh.counts, fresh.unpublished, fresh.problems]);
      assert.deepEqual(sayings(kept.archive), sayings(fresh.archive));
    }
    assert.deepEqual(found, [0, 8, 8, 8], "from the second time on nothing is read anew");
  });
});

describe("withdrawal", () => {
  const rich: Fields = {
    withdrawn: "{date: 2024-05-20, reason: Die Meldung beruhte auf einem Irrtum.}",
    people: "[{id: petra-probe, role: GEHEIM-Amt}]",
    places: "[markt]",
    number: "GEHEIM-1",
    summary: "GEHEIM steht auch in dieser Zusammenfassung.",
    images: "[{file: geheim.png, alt: GEHEIM-alt, caption: GEHEIM-caption, credit: GEHEIM-credit}]",
    attachments: "[{file: geheim.pdf, title: GEHEIM-Anlage}]",
    events: "[{name: GEHEIM-Termin, date: 2024-05-12}]",
    corrections: "[{date: 2024-05-12, note: GEHEIM-Berichtigung}]",
    source: "{note: GEHEIM-Quelle}",
    comments: "open",
    pinnedUntil: "2030-01-01",
  };
  const files = (fields: Fields = {}): Files => ({
    [PROBE]: makeRelease({ ...rich, ...fields }, "GEHEIM im Text.\n"),
    [EN]: version({
      summary: "GEHEIM in the summary of the version.",
      people: "[{id: petra-probe, role: GEHEIM}]",
      images: "[{file: geheim.png, alt: GEHEIM}]",
      translation: "{kind: unofficial, by: GEHEIM}",
    }),
    [COMMENT]: makeFile({ name: "GEHEIM", date: "2024-05-11" }, "GEHEIM\n"),
    "releases/2024/05/probe/geheim.png": PNG,
    "releases/2024/05/probe/geheim.pdf": `${PDF}% GEHEIM`,
  });

  test("a withdrawn release keeps its address, title, date, office and the reason, and nothing else", () => {
    const reading = readWith(files());
    assert.deepEqual(reading.problems.map(line), []);
    const release = reading.archive?.releases.find(({ id }) => id === "2024/05/probe");
    assert.ok(release);
    assert.deepEqual(
      [release.address, release.title, release.date.machine, release.department.id],
      ["/2024/05/probe/", "Bücherbus fährt jetzt auch samstags", "2024-05-10", "presseamt"],
    );
    assert.equal(release.withdrawn?.reason, "Die Meldung beruhte auf einem Irrtum.");
    assert.deepEqual(
      [release.text(), release.people, release.images, release.attachments, release.approvedComments, release.comments],
      ["", [], [], [], [], "off"],
    );
    const secrets = ["GEHEIM", "geheim.png", "geheim.pdf", '"role"'];
    const before = readWith(files({ withdrawn: undefined })).archive;
    assert.deepEqual(held(before, ...secrets), secrets, "before it was withdrawn the archive holds them");
    assert.deepEqual(held(reading.archive, ...secrets), []);
    assert.ok(before && before.files.length > 0);
    assert.deepEqual(reading.archive?.files, []);
  });

  test("a withdrawn release stands in no list", () => {
    const { archive } = readWith(files());
    assert.deepEqual(
      archive?.listed.map(({ id }) => id),
      ["2024/06/freibad", "2024/04/stadtfest"],
    );
  });

  test("its version is withdrawn with it, its comments are not public, and nothing is unaccounted for", () => {
    const reading = readWith(files());
    assertBalance(reading, BASE_TEXTS + 3, BASE_TEXTS + 2, 1, 0);
    assert.deepEqual(withheld(reading), { [COMMENT]: "original" });
    assert.equal(reading.archive?.versions[0]?.withdrawn?.reason, "Die Meldung beruhte auf einem Irrtum.");
    assert.equal(reading.archive?.versions[0]?.text(), "");
  });

  test("the title can be hidden too, then it is nowhere: not in a version, not in what links to it", () => {
    const { archive } = readWith(files({ withdrawn: "{date: 2024-05-20, reason: Ein Irrtum., hide: title}" }));
    const titles = ["Bücherbus fährt", "Library bus on Saturdays"];
    assert.deepEqual(held(readWith(files()).archive, ...titles), titles, "where it is not hidden the archive holds it");
    assert.deepEqual(held(archive, ...titles), []);
    assert.equal(archive?.releases.find(({ id }) => id === "2024/05/probe")?.address, "/2024/05/probe/");
  });

  test("a title that is hidden is replaced by words of the page's language", () => {
    const { archive } = readWith(files({ withdrawn: "{date: 2024-05-20, reason: Ein Irrtum., hide: title}" }));
    const [english] = archive?.versions ?? [];
    assert.doesNotMatch(english?.title ?? "Meldung", /Meldung/);
  });

  test("a withdrawn release needs no text any more", () => {
    const reading = readWith({ [PROBE]: makeRelease({ withdrawn: rich.withdrawn }, "") });
    assertBalance(reading, BASE_TEXTS + 1, BASE_TEXTS + 1, 0, 0);
  });
});

describe("what an archive cannot do without", () => {
  test("missing settings are named, and so is everything else that is wrong", () => {
    const { archive, problems } = readWith({
      "site.yml": null,
      "registers/topics.yml": "stadtleben:\n  name: S\n  nam: Stadtleben\n",
      "notiz.txt": "x",
    });
    assert.equal(archive, undefined);
    assert.deepEqual(
      problems.map(({ path, line: at }) => `${path}:${at}`),
      ["notiz.txt:1", "registers/topics.yml:3", "site.yml:1"],
    );
  });

  test("an archive without a single release is refused: nobody meant that", () => {
    const { problems } = readWith({ releases: null });
    assert.deepEqual(
      problems.map(({ path, severity }) => [path, severity]),
      [["releases", "error"]],
    );
    assert.match(problems.map(line).join(), /keine einzige Meldung/);
  });

  test("the other mistakes of a folder are told and its texts counted even where site.yml is missing", () => {
    const { problems, counts } = readWith({ "site.yml": null, [PROBE]: "Nur Text\n" });
    assert.deepEqual(
      problems.map(({ path }) => path),
      [PROBE, "site.yml"],
    );
    assert.equal(counts.read, BASE_TEXTS + 1);
  });
});

describe("order", () => {
  test("releases stand newest first, those of one moment by their address", () => {
    const { archive } = readWith({
      "releases/2024/06/b.md": null,
      "releases/2024/06/bbb.md": makeRelease({ date: "2024-06-03" }),
      "releases/2024/06/aaa.md": makeRelease({ date: "2024-06-03" }),
      "releases/2024/06/ccc.md": makeRelease({ date: "2024-06" }),
      "releases/2024/00/jahr.md": makeRelease({ date: "2024" }),
    });
    assert.deepEqual(
      archive?.releases.map(({ id }) => id),
      ["2024/00/jahr", "2024/06/ccc", "2024/06/aaa", "2024/06/bbb", "2024/06/freibad", "2024/04/stadtfest"],
    );
  });
});

describe("nothing in the folder is overlooked", () => {
  const misplaced = {
    "notiz.txt": "x",
    "release.md": makeRelease(),
    "releases/probe.md": makeRelease(),
    "releases/2024/probe.md": makeRelease(),
    "releases/2024/13/probe.md": makeRelease(),
    "releases/2024/5/probe.md": makeRelease(),
    "releases/24/05/probe.md": makeRelease(),
    "releases/2024/05/Probe.md": makeRelease(),
    "releases/2024/05/prüfung.md": makeRelease(),
    "releases/2024/05/ab.md": makeRelease(),
    "releases/2024/05/con.md": makeRelease(),
    "releases/2024/05/probe.markdown": makeRelease(),
    "releases/2024/05/probe.txt": makeRelease(),
    "releases/2024/05/ohne-meldung/bild.png": PNG,
    "releases/2024/04/stadtfest/tief/bild.png": PNG,
    "releases/2024/04/stadtfest/zweite.md": makeRelease(),
    "pages/Über uns.md": makeFile({ title: "Über uns" }, "Text.\n"),
    "comments/2024/04/stadtfest.md": comment,
    "comments/2024/04/stadtfest/Maria.md": comment,
    "registers/tags.yml": "a: {name: A}\n",
    "registers/topics.yaml": "a: {name: A}\n",
    "site.yaml": "name: x\n",
    "seite/index.html": "<script>alert(1)</script>",
  };
  for (const [path, content] of Object.entries(misplaced)) {
    test(`${path} is refused by name, not overlooked`, () => {
      const reading = readWith({ [path]: content });
      assertBalance(reading, BASE_TEXTS + 1, BASE_TEXTS, 0, 1);
      assert.deepEqual(
        reading.problems.map((problem) => [problem.path, problem.severity]),
        [[path, "error"]],
      );
      assert.deepEqual(held(reading.archive, "Freibad öffnet früher", "Bücherbus fährt", "Endlich!", "alert"), ["Freibad öffnet früher"]);
    });
  }

  test("what operating systems and git leave behind is no content", () => {
    const reading = readWith({ ".DS_Store": "x", "releases/Thumbs.db": "x", "releases/2024/.gitkeep": "" });
    assert.deepEqual(reading.problems, []);
    assertBalance(reading, BASE_TEXTS, BASE_TEXTS, 0, 0);
  });

  test("a symbolic link is refused: it could lead out of the archive", () => {
    const folder = makeContent();
    symlinkSync("/etc/hostname", join(folder, "releases/2024/04/link.md"));
    symlinkSync("/etc", join(folder, "pages"));
    const reading = read(folder);
    assertBalance(reading, BASE_TEXTS + 2, BASE_TEXTS, 0, 2);
    assert.deepEqual(
      reading.problems.map(({ path, message }) => [path, /Verknüpfung/.test(message)]),
      [
        ["pages", true],
        ["releases/2024/04/link.md", true],
      ],
    );
  });

  test("a folder that is named like a release is refused or holds nothing", () => {
    const folder = makeContent();
    mkdirSync(join(folder, PROBE), { recursive: true });
    layFiles(folder, { [`${PROBE}/bild.png`]: PNG });
    assertBalance(read(folder), BASE_TEXTS + 1, BASE_TEXTS, 0, 1);
  });

  test("a page cannot take an address of the archive itself", () => {
    for (const slug of ["2017", "themen", "suche", "leichte-sprache", "index", "assets"]) {
      const reading = readWith({ [`pages/${slug}.md`]: makeFile({ title: "Seite" }, "Text.\n") });
      assertBalance(reading, BASE_TEXTS + 1, BASE_TEXTS, 0, 1);
      assert.match(reading.problems.map(line).join(), /gehört dem Archiv selbst/, slug);
    }
  });

  test("a file too large to be a text is refused with its size", () => {
    const reading = readWith({ [PROBE]: makeRelease({}, "Wort ".repeat(300_000)) });
    assert.match(reading.problems.map(line).join(), /probe\.md:1:1 error .*größer als/);
    assertBalance(reading, BASE_TEXTS + 1, BASE_TEXTS, 0, 1);
  });
});

describe("a built site", () => {
  let built: Build;
  let content: string;
  before(async () => {
    content = makeContent({
      [PROBE]: makeRelease(
        {
          title: "ENTWURF-TITEL",
          draft: "true",
          aliases: "[/entwurf-alias.html]",
          images: "[{file: entwurf-bild.png, alt: ENTWURF-ALT, credit: Stadt}]",
          comments: "open",
        },
        "ENTWURF-TEXT\n",
      ),
      [EN]: version({ title: "ENTWURF-ENGLISCH" }),
      [COMMENT]: makeFile({ name: "ENTWURF-NAME", date: "2024-05-11" }, "ENTWURF-KOMMENTAR\n"),
      "releases/2024/05/probe/entwurf-bild.png": PNG,
      "releases/2025/01/sperre.md": makeRelease(
        {
          title: "SPERRE-TITEL",
          date: "2025-01-10",
          embargo: "2026-12-15T12:00:01+01:00",
          pinnedUntil: "2030-01-01",
          attachments: "[{file: sperre.pdf, title: SPERRE-ANLAGE}]",
          events: "[{name: SPERRE-TERMIN, date: 2025-01-12}]",
        },
        "SPERRE-TEXT\n",
      ),
      "releases/2025/01/sperre/sperre.pdf": `${PDF}% SPERRE-PDF`,
      "releases/2025/01/sperre.en.md": version({ title: "SPERRE-ENGLISCH" }),
      "releases/2025/02/zurueck.md": makeRelease(
        {
          title: "ZURUECK-TITEL",
          date: "2025-02-10",
          summary: "ZURUECK-SUMMARY in zwanzig Zeichen.",
          people: "[{id: petra-probe, role: ZURUECK-AMT}]",
          images: "[{file: zurueck-bild.png, alt: ZURUECK-ALT, credit: ZURUECK-CREDIT}]",
          comments: "open",
          withdrawn: "{date: 2025-02-12, reason: Der Grund steht hier., hide: title}",
        },
        "ZURUECK-TEXT\n",
      ),
      "releases/2025/02/zurueck/zurueck-bild.png": PNG,
      "releases/2025/02/zurueck.en.md": version({ title: "ZURUECK-ENGLISCH", summary: "ZURUECK-SUMMARY in English, of a version." }),
      "comments/2025/02/zurueck/01-x.md": makeFile({ name: "ZURUECK-NAME", date: "2025-02-11" }, "ZURUECK-KOMMENTAR\n"),
      "releases/2024/04/stadtfest/nicht-genannt.png": PNG,
      "pages/entwurf-seite.md": makeFile({ title: "ENTWURF-SEITE", draft: "true" }, "ENTWURF\n"),
      "releases/2024/04/stadtfest.md": makeRelease({ title: "Stadtfest beginnt am Freitag", date: "2024-04-02", people: "[petra-probe]" }),
    });
    built = await buildSoundly(content);
  });

  const assertHidden = (...marks: string[]) => {
    for (const mark of marks) assertNowhere(mark, { content, output: built.output });
  };
  const page = (path: string) => readFileSync(join(built.output, path), "utf8");

  test("a draft appears nowhere: not its text, its address, its pictures, its version or its comments", () => {
    assertHidden("ENTWURF", "2024/05/probe", "entwurf");
  });

  test("an embargoed release appears nowhere, though it be pinned, until its second has come", () => {
    assertHidden("SPERRE", "sperre");
  });

  test("of a withdrawn release with a hidden title only address, reason and date remain, in all its languages", () => {
    assertHidden("ZURUECK", "zurueck-bild");
    assert.match(page("2024/04/stadtfest/index.html"), /Petra Probe/, "a public release names whom it is about");
    assert.deepEqual(
      [...filesBelow(built.output).keys()].filter((path) => path.includes("zurueck") && !path.endsWith("zurueck/index.json")),
      ["2025/02/zurueck/index.html", "en/2025/02/zurueck/index.html"],
    );
    for (const path of ["2025/02/zurueck/index.html", "en/2025/02/zurueck/index.html"]) {
      assert.match(page(path), /Der Grund steht hier\./);
      assert.match(page(path), /<meta name="robots" content="noindex">/);
      assert.doesNotMatch(page(path), /Petra Probe/);
    }
  });

  test("no list, feed, sitemap or data names a withdrawn release; only its own pages, the corrections, the lists of all files and what servers are told do", () => {
    const own = /^((en\/)?2025\/02\/zurueck\/|korrekturen\/|daten\/(manifest\.json|SHA256SUMS|weiterleitungen\.json)$)/;
    const named = placesOf("2025/02/zurueck", built.output);
    assert.ok(named.includes("2025/02/zurueck/index.html") && named.includes("daten/manifest.json"));
    assert.deepEqual(
      named.filter((path) => !own.test(path)),
      [],
    );
    for (const list of ["2024/index.html", "feed.xml", "sitemap-2024.xml", "daten/meldungen-2024.csv"])
      assert.ok(placesOf("2024/06/freibad", built.output).includes(list), `${list} names a public one`);
  });

  test("a file that no release names is not published", () => {
    assertHidden("nicht-genannt");
  });

  test("the sound releases are there, and search engines may list them", () => {
    const sound = page("2024/06/freibad/index.html");
    assert.match(sound, /Das Freibad öffnet schon um sieben Uhr\./);
    assert.match(sound, /GovernmentOrganization/, "what no demonstration may say of itself");
    assert.doesNotMatch(sound, /noindex/);
  });
});

describe("the first release", () => {
  const seed = readFileSync(join(ROOT, "tests/fixtures/japan-delegation.txt"));
  const lines = seed.toString().split("\n");
  const furniture = lines.pop();
  const source = readFileSync(join(ROOT, "content/releases/2017/11/japan-delegation.md"), "utf8");
  let page: string;
  let english: string;
  before(async () => {
    const { output } = await buildTown("leipzig");
    page = readFileSync(join(output, "2017/11/japan-delegation/index.html"), "utf8");
    english = readFileSync(join(output, "en/2017/11/japan-delegation/index.html"), "utf8");
  });

  const textOf = (html: string): string[] => {
    const [, text = ""] = /<div class="text">([\s\S]*?)<\/div>/.exec(html) ?? [];
    return [...text.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, paragraph = ""]) => visibleText(paragraph));
  };

  test("the words to compare with are the very words that were given", () => {
    const sum = createHash("sha256").update(seed).digest("hex");
    assert.equal(readFileSync(join(ROOT, "tests/fixtures/japan-delegation.txt.sha256"), "utf8").split(/\s/)[0], sum);
    assert.equal(sum, "78e81c6418f11ba8e7ab0756f1ec9473062a2b12e3100b916e077c43065bcf20");
    assert.equal(lines.length, 7);
    assert.equal(furniture, "Keine Kommentare bisher");
  });

  test("its source holds the text word for word, slips included", () => {
    const [, text = ""] = /^---\n[\s\S]*?\n---\n([\s\S]*)$/.exec(source) ?? [];
    assert.equal(text.trim(), lines.join("\n\n"));
    assert.match(text, /Toyohasi zurückgekehrt.*\n[\s\S]*Wirtschaftspartnern Leipzig zu/);
  });

  test("its page holds the text word for word", () => {
    assert.deepEqual(textOf(page), lines);
  });

  test("that there are no comments yet is the page's own word, because comments are open", () => {
    assert.match(source, /^comments: open$/m);
    assert.doesNotMatch(source, /Keine Kommentare/);
    assert.match(page, new RegExp(`<p>${furniture}</p>`));
    assert.equal(readMessages().in("de").comments.empty, furniture);
  });

  test("its day is unknown, and no page pretends otherwise", () => {
    assert.match(page, /<time datetime="2017-11">November 2017<\/time>/);
    assert.doesNotMatch(page, /30\. November 2017|datetime="2017-11-/);
    assert.match(english, /<time datetime="2017-11">November 2017<\/time>/);
  });

  test("what the archive supplied stands in square brackets, where it was found below", () => {
    assert.match(visibleText(page), /\[Dezernat Wirtschaft und Arbeit\]/);
    assert.match(page, /href="https:\/\/l-iz\.de\/[^"]*"/);
  });

  test("the English version says that it is unofficial, and both languages link each other", () => {
    assert.match(english, /<html lang="en">/);
    assert.match(english, /Unofficial translation\. The original is authoritative\./);
    assert.match(page, /<link rel="alternate" hreflang="en" href="https:\/\/stadtchronik\.example\/en\/2017\/11\/japan-delegation\/">/);
    assert.match(english, /<link rel="alternate" hreflang="de" href="https:\/\/stadtchronik\.example\/2017\/11\/japan-delegation\/">/);
    assert.equal(textOf(english).length, lines.length);
  });

  test("every page says that this is a demonstration and asks search engines to pass by", () => {
    for (const html of [page, english]) {
      assert.match(html, /Demonstration, kein Angebot der Stadt Leipzig/);
      assert.match(html, /<meta name="robots" content="noindex">/);
      assert.doesNotMatch(html, /GovernmentOrganization|Offizielle Website/);
    }
  });
});
