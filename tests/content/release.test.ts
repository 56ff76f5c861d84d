import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Release } from "../../src/content/release/release.ts";
import { hasSuppliedSummary } from "../../src/content/release/supplied.ts";
import type { Problem } from "../../src/problems.ts";
import {
  BASE_TEXTS,
  type Fields,
  type Files,
  line,
  makeContent,
  makeFile,
  makeRelease,
  PDF,
  PNG,
  PROBE,
  read,
  readWith,
  SITE,
} from "../fixture.ts";

const FILES = "releases/2024/05/probe/";
const LONG = (length: number) => "x".repeat(length);

function releaseOf(fields: Fields, files: Files = {}, text?: string): Release {
  const { archive, problems } = readWith({ [PROBE]: makeRelease(fields, text), ...files });
  const release = archive?.releases.find(({ id }) => id === "2024/05/probe");
  assert.ok(release, problems.map(line).join("\n"));
  assert.deepEqual(problems.map(line), []);
  return release;
}

/** The problems of a release that must not be published. */
function refusal(fields: Fields, files: Files = {}, text?: string): Problem[] {
  const { archive, problems, counts, refused } = readWith({ [PROBE]: makeRelease(fields, text), ...files });
  assert.equal(
    archive?.releases.some(({ id }) => id === "2024/05/probe"),
    false,
    "the release was published",
  );
  assert.deepEqual(
    refused.map(({ path }) => path),
    [PROBE],
  );
  assert.deepEqual({ ...counts, unpublished: 0 }, { read: BASE_TEXTS + 1, published: BASE_TEXTS, unpublished: 0, refused: 1 });
  return problems;
}

function onlyRefusal(fields: Fields, files: Files = {}, text?: string): string {
  const problems = refusal(fields, files, text).map(line);
  assert.equal(problems.length, 1, problems.join("\n"));
  return problems[0]?.replace(`${PROBE}:`, "") ?? "";
}

describe("a release that says only what it must", () => {
  test("a title, date, office and text make a release", () => {
    const release = releaseOf({ summary: undefined, topics: undefined });
    assert.deepEqual(release.topics, []);
    assert.equal(release.address, "/2024/05/probe/");
    assert.equal(release.title, "Bücherbus fährt jetzt auch samstags");
    assert.equal(release.department.name, "Presseamt");
    assert.deepEqual([release.kind, release.state, release.comments, release.language], ["release", "public", "off", "de"]);
    assert.deepEqual(
      [release.people, release.places, release.events, release.images, release.attachments, release.corrections, release.with],
      [[], [], [], [], [], [], []],
    );
  });

  test("each of them is needed", () => {
    for (const field of ["title", "date", "department"])
      assert.match(onlyRefusal({ [field]: undefined }), new RegExp(`^2:1 error Das Feld „${field}“.*fehlt`), field);
  });

  test("a release without text is refused below its head", () => {
    assert.match(onlyRefusal({}, {}, ""), /^8:1 error .*kein Text/);
    assert.match(onlyRefusal({}, {}, " \n\n\t\n"), /kein Text/);
    assert.match(onlyRefusal({ source: "{note: Zeitungsausschnitt}" }, {}, ""), /kein Text\. .*source mit url/);
  });

  test("the text may be missing where the source leads to it", () => {
    const release = releaseOf({ source: "{url: 'https://zeitung.example/a'}", summary: undefined }, {}, "");
    assert.deepEqual([release.text().trim(), release.summary], ["", ""]);
  });

  test("an empty or unfinished file is refused", () => {
    for (const content of ["", "---\n", "Nur Text", "---\ntitle: x\n"]) {
      const { problems, counts } = readWith({ [PROBE]: content });
      assert.deepEqual([counts.refused, problems.filter(({ severity }) => severity === "error").length], [1, 1], content);
    }
  });
});

describe("a field that a form left empty", () => {
  const EMPTY = ['""', "", "~", "[]", "{}", '"  "'];

  test("counts as absent, whatever the field", () => {
    const plain = releaseOf({});
    for (const field of ["embargo", "number", "images", "people", "source", "withdrawn", "corrections", "comments", "kind", "aliases"]) {
      for (const written of EMPTY) {
        const release = omit(releaseOf({ [field]: written }));
        assert.deepEqual(release, { ...omit(plain), path: release.path, textLine: plain.textLine + 1 }, `${field}: ${written}`);
      }
    }
  });

  test("holds nothing within a group or a list either", () => {
    const release = releaseOf({
      events: '[{name: Fest, date: 2024-05-11, end: "", place: }]',
      images: '[{file: "", alt: "", credit: ""}]',
      contact: '{name: Petra Probe, phone: "", email: }',
    });
    assert.deepEqual([release.images, release.events[0]?.end, release.contact?.phone], [[], undefined, undefined]);
  });

  test("a needed field that is empty, and an unknown one, are told all the same", () => {
    assert.match(onlyRefusal({ title: '""' }), /^2:1 error Das Feld „title“.*ist leer/);
    assert.match(onlyRefusal({ department: "" }), /^5:1 error Das Feld „department“.*ist leer/);
    assert.match(onlyRefusal({ embrago: '""' }), /^7:1 error Das Feld „embrago“ gibt es nicht.*„embargo“/);
    assert.match(onlyRefusal({ events: '[{name: "", date: 2024-05-11}]' }), /^7:\d+ error .*„events\[1\]\.name“.*ist leer/);
  });

  test("draft: false is no draft, in a page and a version neither, and a version may carry empty fields of its original", () => {
    const { archive, problems } = readWith({
      [PROBE]: makeRelease({ draft: "false" }),
      "releases/2024/05/probe.en.md": makeFile({ title: "Mobile library", embargo: '""', draft: "false", topics: "[]" }, "Text is here.\n"),
      "pages/hilfe.md": makeFile({ title: "Hilfe", draft: "false", summary: '""' }, "Text.\n"),
    });
    assert.deepEqual(problems.map(line), []);
    assert.deepEqual([archive?.releases.length, archive?.versions.length, archive?.pages.length], [3, 1, 1]);
  });

  test("counts as absent in registers and settings too", () => {
    const { archive, problems } = readWith({
      "registers/topics.yml": 'stadtleben: {name: Stadtleben, names: {en: ""}, description: "", aliases: [], broader: }\n',
      "registers/departments.yml": 'presseamt: {name: Presseamt, contact: {phone: "", email: ""}, formerNames: [], successor: ""}\n',
      "site.yml": `${SITE}tagline: ""\nnavigation: []\ncomments: {default: "", email: }\ntheme: {}\nsecurity:\n`,
    });
    assert.deepEqual(problems.map(line), []);
    assert.deepEqual([archive?.site.tagline, archive?.site.comments.default], [undefined, "off"]);
    assert.equal(archive?.registers.departments.get("presseamt")?.contact, undefined);
  });
});

/** A release without what follows from its file's bytes. */
function omit({ fileDigest: _digest, text: _text, ...release }: Release): Omit<Release, "fileDigest" | "text"> {
  return release;
}

describe("a release without a summary", () => {
  const summaryOf = (text: string) => releaseOf({ summary: undefined }, {}, text).summary;

  test("has the first sentence of its text, in plain words", () => {
    const sentences: [text: string, summary: string][] = [
      ["Die Brücke ist offen für alle. Morgen mehr.", "Die Brücke ist offen für alle."],
      ["Am 18. September öffnet das Bad. Danach nicht.", "Am 18. September öffnet das Bad."],
      ["Dr. Petra Probe sprach z. B. über Bäume. Sie kam um 9 Uhr.", "Dr. Petra Probe sprach z. B. über Bäume."],
      ["„Wir öffnen das Bad am Montag!“ Das sagte sie.", "„Wir öffnen das Bad am Montag!“"],
      ["Ja. Der Bücherbus hält wieder am Markt. Und dort.", "Ja. Der Bücherbus hält wieder am Markt."],
      ["**Leipzig**\n\nDie [Brücke](https://a.example/) ist\nwieder offen[^1].\n\n[^1]: Fußnote.", "Leipzig Die Brücke ist wieder offen."],
      ["## Zwischentitel\n\n- Erster Punkt ohne Satzende hier\n- Zweiter", "Erster Punkt ohne Satzende hier"],
      ["Kurz", "Kurz"],
    ];
    for (const [text, summary] of sentences) assert.equal(summaryOf(text), summary);
  });

  test("has no more than a list can hold", () => {
    const summary = summaryOf("Wort ".repeat(200));
    assert.ok(summary.length <= 302 && summary.endsWith("Wort …"), summary);
  });

  test("says that the archive supplied it, and its version with a summary does not", () => {
    const { archive } = readWith({
      [PROBE]: makeRelease({ summary: undefined }),
      "releases/2024/05/probe.en.md": makeFile({ title: "Mobile library", summary: "The mobile library stops here." }, "It stops here.\n"),
      "releases/2024/05/probe.de-simple.md": makeFile({ title: "Der Bücher-Bus" }, "Der Bus ist jetzt oft da.\n"),
    });
    const said = [...(archive?.releases ?? []), ...(archive?.versions ?? [])].filter(({ id }) => id === "2024/05/probe");
    assert.deepEqual(
      said.map((release) => [release.language, hasSuppliedSummary(release), release.summary]),
      [
        ["de", true, "Der Bücherbus hält jeden Samstag auf dem Markt."],
        ["de-simple", true, "Der Bus ist jetzt oft da."],
        ["en", false, "The mobile library stops here."],
      ],
    );
  });
});

describe("title and summary", () => {
  test("a title of digits or like a date stays what was written", () => {
    for (const title of ["0815", "2024-10-03", "1e3", "yes", "Off"]) {
      if (title.length < 3) continue;
      assert.equal(releaseOf({ title }).title, title);
    }
  });

  test("a title has 3 to 300 characters", () => {
    assert.equal(releaseOf({ title: "Rat" }).title, "Rat");
    assert.equal(releaseOf({ title: LONG(300) }).title.length, 300);
    assert.match(onlyRefusal({ title: "ab" }), /^2:1 error „title“.*zu kurz: 2/);
    assert.match(onlyRefusal({ title: LONG(301) }), /^2:1 error „title“.*zu lang: 301/);
    assert.match(onlyRefusal({ title: "true" }), /^2:1 error „title“.*Text/);
    assert.match(onlyRefusal({ title: "" }), /^2:1 error .*„title“.*leer/);
  });

  test("a summary has 20 to 500 characters", () => {
    assert.match(onlyRefusal({ summary: "Zu kurz." }), /^4:1 error „summary“.*zu kurz: 8 Zeichen, mindestens 20/);
    assert.match(onlyRefusal({ summary: LONG(501) }), /^4:1 error „summary“.*zu lang: 501 Zeichen, höchstens 500/);
  });
});

describe("date and path", () => {
  test("a date that the calendar does not have is refused with its place", () => {
    for (const date of ["2024-02-31", "03/04/2024", "2024-13", "31.02.2024", "2024-03-31T02:30"])
      assert.match(onlyRefusal({ date }), /^3:1 error .*Datum|^3:1 error .*gibt es nicht/, date);
  });

  test("a release lies in the folder of its year and month", () => {
    assert.match(onlyRefusal({ date: "2024-06-10" }), /^3:1 error .*2024-06-10.*2024\/05.*releases\/2024\/06/);
    assert.match(onlyRefusal({ date: "2023-05-10" }), /releases\/2023\/05/);
    assert.match(onlyRefusal({ date: "2024" }), /releases\/2024\/00/);
    assert.equal(releaseOf({ date: "2024-05" }).date.precision, "month");
  });

  test("of old holdings of which only the year is known, the month is 00", () => {
    const { archive, problems } = readWith({ "releases/1987/00/alt.md": makeRelease({ date: "1987" }) });
    assert.deepEqual(problems, []);
    assert.equal(archive?.releases.at(-1)?.address, "/1987/00/alt/");
  });

  test("the month is the one that the moment has in the city", () => {
    assert.equal(releaseOf({ date: "2024-04-30T23:30Z" }).date.machine, "2024-05-01T01:30:00+02:00");
    assert.match(onlyRefusal({ date: "2024-05-31T23:30Z" }), /releases\/2024\/06/);
  });
});

describe("ids", () => {
  test("an unknown office, topic, person or place is refused with its place and the nearest known one", () => {
    assert.match(onlyRefusal({ department: "preseamt" }), /^5:1 error „preseamt“ .*departments\.yml.*„presseamt“/);
    assert.match(onlyRefusal({ topics: "[stadtleben, wirtschat]" }), /^6:22 error „wirtschat“ .*topics\.yml.*„wirtschaft“/);
    assert.match(onlyRefusal({ with: "[kulturamd]" }), /^7:8 error „kulturamd“ .*„kulturamt“/);
    assert.match(onlyRefusal({ people: "[{id: petra-prob}]" }), /^7:10 error „petra-prob“ .*people\.yml.*„petra-probe“/);
    assert.match(onlyRefusal({ places: "[makt]" }), /^7:10 error „makt“ .*places\.yml.*„markt“/);
    assert.match(onlyRefusal({ events: "[{name: Fest, date: 2024-05-11, place: makt}]" }), /^7:\d+ error „makt“ .*„markt“/);
  });

  test("a release has at most ten topics, each once", () => {
    assert.deepEqual(releaseOf({ topics: "[]" }).topics, []);
    assert.match(onlyRefusal({ topics: "[stadtleben, wirtschaft, stadtleben]" }), /^6:34 error „stadtleben“ steht zweimal/);
    const more = Array.from({ length: 10 }, (_, index) => `a${index}`);
    const registers = {
      "registers/topics.yml": ["stadtleben", ...more].map((id) => `${id}: {name: ${id}}\n`).join(""),
    };
    assert.equal(releaseOf({ topics: `[${more.join(", ")}]` }, registers).topics.length, 10);
    assert.match(onlyRefusal({ topics: `[stadtleben, ${more.join(", ")}]` }, registers), /11 Einträge, höchstens 10/);
    assert.match(onlyRefusal({ topics: "stadtleben" }), /^6:1 error „topics“.*Liste/);
  });

  test("nobody takes part twice", () => {
    assert.match(onlyRefusal({ people: "[petra-probe, {id: petra-probe, role: Rätin}]" }), /zweimal/);
    assert.match(onlyRefusal({ places: "[markt, markt]" }), /zweimal/);
    assert.match(onlyRefusal({ with: "[kulturamt, kulturamt]" }), /zweimal/);
  });

  test("a person is named by id, with the role of the time where it is given", () => {
    const registers = { "registers/people.yml": "petra-probe: {name: Petra Probe}\nkurt: {name: Kurt K.}\n" };
    const { people } = releaseOf({ people: "[petra-probe, {id: kurt, role: Stadtrat}]" }, registers);
    assert.deepEqual(
      people.map(({ person, role }) => [person.name, role]),
      [
        ["Petra Probe", undefined],
        ["Kurt K.", "Stadtrat"],
      ],
    );
  });
});

describe("kind, number and contact", () => {
  test("a release is one of four kinds", () => {
    for (const kind of ["release", "invitation", "statement", "notice"]) assert.equal(releaseOf({ kind }).kind, kind);
    assert.match(onlyRefusal({ kind: "einladung" }), /^7:1 error „kind“.*release, invitation, statement, notice.*„einladung“/);
  });

  test("a running number is kept as it was written", () => {
    assert.equal(releaseOf({ number: "812/2017" }).number, "812/2017");
    assert.equal(releaseOf({ number: "007" }).number, "007");
    refusal({ number: LONG(41) });
  });

  test("a release without a contact has its office's", () => {
    assert.deepEqual(releaseOf({}).contact, { name: undefined, phone: "030 23125-100", email: "presse@probestadt.example" });
    assert.deepEqual(releaseOf({ contact: "{name: Kurt K.}" }).contact, { name: "Kurt K.", phone: undefined, email: undefined });
    assert.equal(releaseOf({ department: "kulturamt" }).contact, undefined);
    assert.deepEqual(releaseOf({ contact: "{name: '', phone: }" }).contact, releaseOf({}).contact);
    assert.match(onlyRefusal({ contact: "{email: presse}" }), /^7:11 error „contact\.email“/);
  });
});

describe("events", () => {
  test("an event has a name, a beginning, and may have an end and a place", () => {
    const [event] = releaseOf({ events: "[{name: Lesung, date: 2024-05-11T19:00, end: 2024-05-11T21:00, place: markt}]" }).events;
    assert.deepEqual(
      [event?.name, event?.date.machine, event?.end?.machine, event?.place?.name],
      ["Lesung", "2024-05-11T19:00:00+02:00", "2024-05-11T21:00:00+02:00", "Markt"],
    );
  });

  test("an event that ends before it begins is refused", () => {
    assert.match(onlyRefusal({ events: "[{name: Lesung, date: 2024-05-11T19:00, end: 2024-05-11T18:00}]" }), /^7:\d+ error .*endet, bevor/);
    const said = onlyRefusal({ events: "[{name: Lesung, date: 2024-05-11T19:00, end: 21.30 Uhr}]" });
    const [, end = ""] = /schreiben Sie: end: (.*)$/i.exec(said) ?? [];
    assert.equal(
      releaseOf({ events: `[{name: Lesung, date: 2024-05-11T19:00, end: ${end}}]` }).events[0]?.end?.machine,
      "2024-05-11T21:30:00+02:00",
    );
  });

  test("an event may end with the day, the month or the year in which it begins", () => {
    for (const [date, end] of [
      ["2024-06-08T14:00", "2024-06-08"],
      ["2024-06", "2024-06-20"],
      ["2024", "2024-06-20"],
      ["2024-06-08T14:00", "2024-06"],
    ])
      assert.equal(releaseOf({ events: `[{name: Lesung, date: ${date}, end: ${end}}]` }).events.length, 1, `${date} ${end}`);
    for (const [date, end] of [
      ["2024-06-08T14:00", "2024-06-07"],
      ["2024-06", "2024-05-31"],
      ["2024-06-08", "2024-05"],
    ])
      assert.match(onlyRefusal({ events: `[{name: Lesung, date: ${date}, end: ${end}}]` }), /endet, bevor/, `${date} ${end}`);
  });

  test("an event on a day that does not exist is refused", () => {
    assert.match(onlyRefusal({ events: "[{name: Lesung, date: 2024-02-30}]" }), /^7:\d+ error .*2024-02-30/);
    assert.match(onlyRefusal({ events: "[{name: Lesung, date: 2024-05-11, end: morgen}]" }), /^7:\d+ error .*morgen/);
  });
});

describe("pictures and attachments", () => {
  const image = (file: string, more = "") => `[{file: ${file}, alt: Der Bücherbus, credit: Stadt Probestadt${more}}]`;

  test("a picture has a description and a credit, and lies beside the release", () => {
    const [picture] = releaseOf(
      { images: image("bus.png", ", caption: Der Bus am Markt, license: CC BY 4.0") },
      { [`${FILES}bus.png`]: PNG },
    ).images;
    assert.deepEqual(
      { ...picture, digest: picture?.digest.length },
      {
        file: "bus.png",
        digest: 32,
        width: 1,
        height: 1,
        alt: "Der Bücherbus",
        caption: "Der Bus am Markt",
        credit: "Stadt Probestadt",
        license: "CC BY 4.0",
        isSupplied: false,
      },
    );
    assert.match(onlyRefusal({ images: "[{file: bus.png, credit: Stadt}]" }, { [`${FILES}bus.png`]: PNG }), /„images\[1\]\.alt“.*fehlt/);
    assert.match(onlyRefusal({ images: "[{file: bus.png, alt: Der Bus}]" }, { [`${FILES}bus.png`]: PNG }), /„images\[1\]\.credit“.*fehlt/);
  });

  test("a picture that is not there is refused where it is named", () => {
    assert.match(onlyRefusal({ images: image("bus.png") }), /^7:11 error .*„bus\.png“ fehlt im Ordner probe\//);
    assert.match(
      refusal({ images: image("bus.png") }, { [`${FILES}Bus.png`]: PNG })
        .map(line)
        .join("\n"),
      /„bus\.png“ fehlt.*schreiben Sie: file: Bus\.png/,
    );
  });

  test("a picture is what its name says", () => {
    assert.match(onlyRefusal({ images: image("bus.jpg") }, { [`${FILES}bus.jpg`]: PNG }), /heißt \.jpg, enthält aber png/);
    assert.match(onlyRefusal({ images: image("bus.png") }, { [`${FILES}bus.png`]: "kein Bild" }), /kein lesbares Bild/);
    assert.match(onlyRefusal({ images: image("bus.png") }, { [`${FILES}bus.png`]: "" }), /Bilddatei ist leer/);
    assert.match(
      onlyRefusal({ images: image("bus.svg") }, { [`${FILES}bus.svg`]: "<svg xmlns='http://www.w3.org/2000/svg'/>" }),
      /„\.svg“ ist keine Bildart/,
    );
  });

  test("a picture too large to unpack is refused", () => {
    const huge = Buffer.from(PNG);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    assert.match(onlyRefusal({ images: image("bus.png") }, { [`${FILES}bus.png`]: huge }), /60000 × 60000/);
  });

  test("a file name cannot lead out of the release's folder", () => {
    for (const file of ["../../../site.yml", "/etc/passwd", ".htaccess", "a/b.png", "'bus png.png'", "bus.png%00.exe"]) {
      assert.match(onlyRefusal({ attachments: `[{file: ${file}, title: Ein Plan}]` }), /^7:\d+ error „attachments\[1\]\.file“/, file);
    }
  });

  test("an attachment is of a kind that no browser runs", () => {
    assert.equal(
      releaseOf({ attachments: "[{file: plan.pdf, title: Lageplan}]" }, { [`${FILES}plan.pdf`]: PDF }).attachments[0]?.address,
      "/2024/05/probe/plan.pdf",
    );
    for (const file of ["plan.html", "plan.svg", "plan.js", "plan.exe", "plan", "plan.xhtml", "plan.htm"]) {
      assert.match(
        onlyRefusal({ attachments: `[{file: ${file}, title: Lageplan}]` }, { [`${FILES}${file}`]: "x" }),
        /keine Art von Anlage/,
        file,
      );
    }
    assert.match(
      onlyRefusal({ attachments: "[{file: index.txt, title: Lageplan}]" }, { [`${FILES}index.txt`]: "x" }),
      /heißt wie die Seite/,
    );
  });

  test("a file is listed once, and the second time is named where it stands", () => {
    assert.match(
      onlyRefusal(
        { attachments: "\n  - {file: plan.pdf, title: Lageplan}\n  - {file: plan.pdf, title: Noch einmal}" },
        { [`${FILES}plan.pdf`]: PDF },
      ),
      /^9:\d+ error „plan\.pdf“ steht zweimal in „attachments“/,
    );
  });

  test("a file that not all can read needs somebody to ask", () => {
    const plan = { [`${FILES}plan.pdf`]: PDF };
    const attachments = "[{file: plan.pdf, title: Lageplan, accessible: false}]";
    assert.equal(releaseOf({ attachments }, plan).attachments[0]?.accessible, false);
    assert.equal(releaseOf({ attachments, department: "kulturamt", contact: "{phone: 030 1234}" }, plan).attachments[0]?.accessible, false);
    const { problems } = readWith({ [PROBE]: makeRelease({ attachments, department: "kulturamt" }), ...plan });
    assert.match(problems.map(line).join("\n"), /probe\.md:7:\d+ .*(barrierefrei|accessible|contact|Kontakt)/);
  });

  test("a file that the release does not list is not published, and a hint says so", () => {
    const file = { [`${FILES}vergessen.png`]: PNG };
    const listed = readWith({ [PROBE]: makeRelease({ images: image("vergessen.png") }), ...file });
    assert.ok(listed.archive?.files.some(({ source }) => source.endsWith("vergessen.png")));
    const { archive, problems } = readWith({ [PROBE]: makeRelease(), ...file });
    assert.deepEqual(archive?.files, []);
    assert.match(problems.map(line).join("\n"), /^releases\/2024\/05\/probe\/vergessen\.png:1:1 hint .*nicht veröffentlicht/);
  });
});

describe("corrections", () => {
  const corrected = (date: string, correction: string) => ({ date, corrections: `[{date: ${correction}, note: Die Zahl war falsch.}]` });

  test("corrections are told newest first", () => {
    const { corrections } = releaseOf({ corrections: "[{date: 2024-05-11, note: Die erste.}, {date: 2024-06-01, note: Die zweite.}]" });
    assert.deepEqual(
      corrections.map(({ note }) => note),
      ["Die zweite.", "Die erste."],
    );
  });

  test("a correction on the day or in the month of the release is no contradiction", () => {
    for (const [date, correction] of [
      ["2024-05-10", "2024-05-10"],
      ["2024-05-10T18:00", "2024-05-10"],
      ["2024-05-10", "2024-05"],
      ["2024-05", "2024-05-01"],
      ["2024-05", "2024-05"],
      ["2024-05-10", "2024"],
    ] as const) {
      assert.equal(releaseOf(corrected(date, correction)).corrections.length, 1, `${date} ${correction}`);
    }
  });

  test("a correction before the release is refused, and both dates are to be looked at", () => {
    for (const [date, correction] of [
      ["2024-05-10", "2024-05-09"],
      ["2024-05-10T09:00", "2024-05-08"],
      ["2024-05-10", "2024-04"],
      ["2024-05", "2024-04-29"],
      ["2024-05-10", "2023"],
    ] as const) {
      assert.match(onlyRefusal(corrected(date, correction)), /^7:\d+ error .*vor der Veröffentlichung/, `${date} ${correction}`);
    }
  });

  test("a correction in the month before a release of which only the month is known is refused", () => {
    const { problems } = readWith({ "releases/2023/02/alt.md": makeRelease(corrected("2023-02", "2023-01-30")) });
    assert.match(problems.map(line).join("\n"), /alt\.md:7:\d+ error .*vor der Veröffentlichung/);
    const year = readWith({ "releases/2023/00/alt.md": makeRelease(corrected("2023", "2022-12-30")) });
    assert.match(year.problems.map(line).join("\n"), /alt\.md:7:\d+ error .*vor der Veröffentlichung/);
  });

  test("a correction on a day that does not exist is refused", () => {
    assert.match(onlyRefusal(corrected("2024-05-10", "2024-06-31")), /^7:\d+ error .*2024-06-31/);
  });
});

describe("embargo, pin and withdrawal", () => {
  test("an embargo and a pin need a day", () => {
    for (const field of ["embargo", "pinnedUntil"]) {
      for (const written of ["2024-05", "2024"])
        assert.match(onlyRefusal({ [field]: written }), new RegExp(`^7:1 error .*„${field}“ braucht einen Tag`), written);
      assert.match(onlyRefusal({ [field]: "bald" }), /^7:1 error .*„bald“/);
      assert.match(onlyRefusal({ [field]: "2024-03-31T02:30" }), /^7:1 error .*vorgestellt/);
    }
  });

  test("a release from before 1970 is public from its own date, not from 1970", () => {
    const { archive } = readWith({
      "releases/1945/05/damals.md": makeRelease({ date: "1945-05-08", embargo: "1945-05-07" }),
      "releases/1923/00/alt.md": makeRelease({ date: "1923" }),
    });
    assert.deepEqual(
      archive?.releases.map(({ published }) => new Date(published).toISOString().slice(0, 13)),
      ["2024-06-02T22", "2024-04-01T22", "1945-05-07T22", "1923-12-31T22"],
    );
  });

  test("a release is public from the later of date and embargo", () => {
    assert.equal(releaseOf({ embargo: "2024-05-12T10:00" }).published, Date.parse("2024-05-12T10:00:00+02:00"));
    assert.equal(releaseOf({ embargo: "2024-05-01" }).published, Date.parse("2024-05-10T00:00:00+02:00"));
  });

  test("a withdrawal has a day and a reason", () => {
    assert.match(onlyRefusal({ withdrawn: "{date: 2024-05-20}" }), /^7:1 error .*„withdrawn\.reason“.*fehlt/);
    assert.match(onlyRefusal({ withdrawn: "{reason: Ein Irrtum.}" }), /^7:1 error .*„withdrawn\.date“.*fehlt/);
    assert.match(onlyRefusal({ withdrawn: "{date: 2024-02-31, reason: Ein Irrtum.}" }), /^7:\d+ error .*2024-02-31/);
    assert.match(onlyRefusal({ withdrawn: "{date: 2024-05-20, reason: Ein Irrtum., hide: text}" }), /withdrawn\.hide/);
    assert.match(onlyRefusal({ withdrawn: "true" }), /^7:1 error „withdrawn“/);
  });

  test("draft is true, false or absent, so that nobody publishes by misspelling it", () => {
    for (const draft of ["nein", "ja", "yes", "'true'", "1"]) assert.match(onlyRefusal({ draft }), /^7:1 error „draft“/, draft);
  });
});

describe("source and what the archive supplied", () => {
  test("a source names an address or a note", () => {
    assert.deepEqual(releaseOf({ source: "{url: 'https://zeitung.example/a'}" }).source, {
      url: "https://zeitung.example/a",
      note: undefined,
    });
    assert.equal(releaseOf({ source: "{}" }).source, undefined);
    assert.match(onlyRefusal({ source: "{url: 'javascript:alert(1)'}" }), /^7:\d+ error „source\.url“/);
  });

  test("a picture of an unknown maker is one of which the archive supplied the words", () => {
    const files = { [`${FILES}bus.png`]: PNG };
    const images = (credit: string) => `[{file: bus.png, alt: Der Bus, credit: ${credit}}]`;
    for (const credit of ["unbekannt", "Unbekannt", '"[unbekannt]"', "unbekannter Fotograf", "k. A.", "'???'"]) {
      assert.match(onlyRefusal({ images: images(credit) }, files), /^7:\d+ error .*reconstructed: \[images\]/);
      const [image] = releaseOf({ images: images(credit), reconstructed: "[images]" }, files).images;
      assert.deepEqual([image?.credit, image?.isSupplied], [undefined, true]);
    }
    assert.match(onlyRefusal({ images: images("unbekannt"), reconstructed: "[date]" }, files), /reconstructed: \[date, images\]/);
  });

  test("only a field that there is can have been supplied", () => {
    assert.deepEqual(releaseOf({ reconstructed: "[summary, department]" }).reconstructed, ["summary", "department"]);
    assert.match(onlyRefusal({ reconstructed: "[text]" }), /^7:\d+ error „reconstructed\[1\]“.*title, date, summary/);
  });

  test("comments are open, closed or off", () => {
    assert.equal(releaseOf({ comments: "off" }).comments, "off");
    assert.equal(releaseOf({ comments: "closed" }).comments, "closed");
    assert.match(onlyRefusal({ comments: "no" }), /open, closed, off/);
  });
});

describe("unknown fields", () => {
  test("an unknown field is refused with its place and the nearest known one", () => {
    assert.match(onlyRefusal({ titel: "Zweiter Titel" }), /^7:1 error Das Feld „titel“ gibt es nicht\. .*„title“/);
    assert.match(onlyRefusal({ tags: "[a]" }), /^7:1 error Das Feld „tags“ gibt es nicht/);
    assert.match(onlyRefusal({ events: "[{name: Lesung, date: 2024-05-11, ort: markt}]" }), /^7:\d+ error Das Feld „ort“ gibt es nicht/);
  });

  test("a key that JavaScript knows is unknown, and pollutes nothing", () => {
    for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      assert.match(onlyRefusal({ [`"${key}"`]: "{polluted: ja}" }), new RegExp(`^7:1 error Das Feld „${key}“ gibt es nicht`), key);
    }
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  test("a merge of fields is unknown", () => {
    assert.match(onlyRefusal({ "<<": "{number: 1}" }), /^7:1 error Das Feld „<<“ gibt es nicht/);
  });

  test("fields of Eleventy mean nothing here", () => {
    for (const field of ["permalink", "layout", "eleventyComputed", "pagination", "eleventyExcludeFromCollections"])
      assert.match(onlyRefusal({ [field]: "x" }), new RegExp(`„${field}“ gibt es nicht`), field);
  });
});

test("all mistakes of a release are told at once, each with its place", () => {
  const problems = refusal(
    { title: "ab", date: "2024-02-31", department: "preseamt", topics: "[stadtlebn]", kind: "brief", embargo: "bald" },
    {},
    "# Titel\n\nEin <b>Wort</b> und ![x](fehlt.png).\n",
  ).map(line);
  const places = problems.map((problem) => problem.split(":")[1]);
  for (const expected of ["2", "3", "5", "6", "7", "11", "13"])
    assert.ok(places.includes(expected), `line ${expected} is missing in\n${problems.join("\n")}`);
});

test("a mistake in the form does not hide a mistake in an id, a date or a file elsewhere in the head", () => {
  const told = refusal({
    title: "ab",
    people: "[petra-prob]",
    embargo: "bald",
    images: "[{file: fehlt.png, alt: Der Bus, credit: Stadt}]",
    events: "[{name: Fest, date: 2024-02-31}]",
  })
    .map(line)
    .join("\n");
  for (const says of [/„title“/, /„fehlt\.png“/, /„petra-prob“/, /„bald“/, /2024-02-31/]) assert.match(told, says);
});

describe("language versions", () => {
  const EN = "releases/2024/05/probe.en.md";
  const SIMPLE = "releases/2024/05/probe.de-simple.md";
  const version = (fields: Fields = {}, text = "The library bus stops every Saturday.\n") =>
    makeFile({ title: "Library bus on Saturdays", summary: "The library bus stops every Saturday from now on.", ...fields }, text);
  const image = { images: "[{file: bus.png, alt: Der Bücherbus, caption: Am Markt, credit: Stadt Probestadt}]" };

  function versionRefusal(fields: Fields, original: Fields = {}, text?: string): string {
    const { problems, refused } = readWith({
      [PROBE]: makeRelease(original),
      [EN]: version(fields, text),
      [`${FILES}bus.png`]: original.images ? PNG : null,
    });
    assert.deepEqual(
      refused.map(({ path }) => path),
      [EN],
    );
    assert.equal(problems.length, 1, problems.map(line).join("\n"));
    return problems.map(line).join().replace(`${EN}:`, "");
  }

  test("a version has an address of its own and takes all but its words from the original", () => {
    const { archive, problems } = readWith({
      [PROBE]: makeRelease({ ...image, people: "[{id: petra-probe, role: Rätin}]", number: "7/2024", kind: "notice" }),
      [EN]: version({
        images: "[{file: bus.png, alt: The bus}]",
        people: "[{id: petra-probe, role: Councillor}]",
        translation: "{kind: unofficial, by: Amt}",
      }),
      [SIMPLE]: version(),
      [`${FILES}bus.png`]: PNG,
    });
    assert.deepEqual(problems.map(line), []);
    assert.deepEqual(
      archive?.versions.map(({ address, language }) => [address, language]),
      [
        ["/leichte-sprache/2024/05/probe/", "de-simple"],
        ["/en/2024/05/probe/", "en"],
      ],
    );
    const english = archive.versions[1];
    const original = archive.releases.find(({ id }) => id === "2024/05/probe");
    assert.ok(english && original);
    assert.deepEqual(
      [english.title, english.number, english.kind, english.date],
      ["Library bus on Saturdays", "7/2024", "notice", original.date],
    );
    assert.deepEqual(english.images[0], { ...original.images[0], alt: "The bus", caption: undefined });
    assert.equal(english.people[0]?.role, "Councillor");
    assert.deepEqual(english.translation, { kind: "unofficial", by: "Amt" });
    assert.deepEqual(
      original.versions.map(({ language }) => language),
      ["de", "de-simple", "en"],
    );
    assert.deepEqual(english.versions, original.versions);
    assert.equal(archive.listed.length, BASE_TEXTS + 1);
  });

  test("what the original says is not said again: neither date, nor embargo, nor withdrawal, nor anything else", () => {
    const repeated: Fields = {
      date: "2024-05-10",
      department: "presseamt",
      topics: "[stadtleben]",
      kind: "notice",
      places: "[markt]",
      number: "1",
      embargo: "2024-05-12",
      withdrawn: "{date: 2024-05-20, reason: Ein Irrtum.}",
      comments: "open",
      aliases: "[/alt.html]",
      corrections: "[{date: 2024-05-12, note: Ein Irrtum.}]",
      attachments: "[{file: plan.pdf, title: Plan}]",
      pinnedUntil: "2024-05-12",
      contact: "{phone: 030 1}",
      source: "{note: Fund}",
      reconstructed: "[title]",
      with: "[kulturamt]",
      events: "[{name: Fest, date: 2024-05-12}]",
    };
    for (const [field, written] of Object.entries(repeated))
      assert.match(versionRefusal({ [field]: written }), new RegExp(`^4:1 error „${field}“ gilt aus der ursprünglichen Meldung`), field);
  });

  test("an unknown field of a version is refused", () => {
    assert.match(versionRefusal({ titel: "x" }), /^4:1 error Das Feld „titel“ gibt es nicht/);
    assert.match(versionRefusal({ title: undefined }), /„title“.*fehlt/);
    assert.match(versionRefusal({ translation: "{kind: amtlich}" }), /official, unofficial, machine/);
  });

  test("a version says nothing of people or pictures that the original does not have", () => {
    assert.match(versionRefusal({ people: "[{id: petra-probe, role: Mayor}]" }), /^4:\d+ error .*petra-probe/);
    assert.match(versionRefusal({ images: "[{file: bus.png, alt: The bus}]" }), /^4:\d+ error .*bus\.png/);
  });

  test("a picture in a version's text is one that the original lists", () => {
    assert.match(versionRefusal({ images: "[{file: fehlt.png, alt: The bus}]" }, image, "![The bus](fehlt.png)\n"), /fehlt\.png/);
    const shown = readWith({
      [PROBE]: makeRelease(image),
      [EN]: version({ images: "[{file: bus.png, alt: The bus}]" }, "![The bus](bus.png)\n"),
      [`${FILES}bus.png`]: PNG,
    });
    assert.deepEqual(shown.problems.map(line), []);
  });

  test("a version's text may link the attachments of its original", () => {
    const { problems } = readWith({
      [PROBE]: makeRelease({ attachments: "[{file: plan.pdf, title: Lageplan}]" }),
      [EN]: version({}, "See the [plan](plan.pdf).\n"),
      [`${FILES}plan.pdf`]: PDF,
    });
    assert.deepEqual(problems.map(line), []);
  });

  test("a version without an original is refused, and so is one in a language that the archive does not have", () => {
    const { problems, counts } = readWith({ [EN]: version() });
    assert.match(problems.map(line).join(), /^releases\/2024\/05\/probe\.en\.md:1:1 error .*fehlt die ursprüngliche Meldung probe\.md/);
    assert.deepEqual(counts, { read: BASE_TEXTS + 1, published: BASE_TEXTS, unpublished: 0, refused: 1 });
    const french = readWith({ [PROBE]: makeRelease(), "releases/2024/05/probe.fr.md": version() });
    assert.match(french.problems.map(line).join(), /^releases\/2024\/05\/probe\.fr\.md:1:1 error .*\.en\.md/);
  });

  test("a version whose original is refused does not appear without it", () => {
    const { problems, counts, archive } = read(makeContent({ [PROBE]: makeRelease({ title: "ab" }), [EN]: version() }));
    assert.equal(archive?.versions.length, 0);
    assert.deepEqual(counts, { read: BASE_TEXTS + 2, published: BASE_TEXTS, unpublished: 0, refused: 2 });
    assert.match(problems.map(line).join("\n"), /probe\.en\.md:1:1 error .*Original/);
  });
});
