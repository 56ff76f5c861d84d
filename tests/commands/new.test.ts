import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { complete, settle } from "../../src/commands/questions.ts";
import { readFoundations } from "../../src/desk/releases/foundations.ts";
import { releaseFields } from "../../src/desk/releases/release-questions.ts";
import { slugOf } from "../../src/desk/releases/slug.ts";
import { hasErrors } from "../../src/problems.ts";
import { findGaps } from "../../src/publishing/placeholders.ts";
import { call, type Files, filesBelow, makeContent, makeRelease, NOW, PNG, read } from "../fixture.ts";

const begin = async (content: string, args: readonly string[]) => {
  const [{ execute }, { command }] = await Promise.all([import("../../src/commands/call.ts"), import("../../src/commands/new.ts")]);
  return call((words, settings) => execute(command, words, settings), args, { NOW, CONTENT: content });
};

/** A release that began in a sound town: its file as a text. */
async function begun(args: readonly string[], files: Files = {}) {
  const content = makeContent(files);
  const { code, stdout, stderr } = await begin(content, args);
  assert.equal(code, 0, stderr);
  const path = /^Angelegt: (.*)$/m.exec(stdout)?.[1] ?? "";
  return { content, path, text: readFileSync(path, "utf8"), stdout };
}

describe("a release that begins", () => {
  test("lies as a draft where its date and title say, passes the check, and is public as soon as its line draft: true goes", async () => {
    const args = ["Brücke #2: „Süd“ – ab 5. Mai offen", "--department", "Kulturamt", "--topics", "Wirtschaft, stadtleben"];
    const { content, path, text, stdout } = await begun([...args, "--date", "2026-05-04", "--kind", "Medieneinladung"]);
    assert.equal(path, join(content, "releases/2026/05/bruecke-2-sued-ab-5-mai-offen.md"));
    assert.match(text, /^department: kulturamt\ntopics: \[wirtschaft, stadtleben\]\nkind: invitation\ndraft: true\n---\n/m);
    const { problems, archive, unpublished } = read(content);
    assert.equal(hasErrors(problems), false);
    assert.deepEqual(
      unpublished.map(({ reason }) => reason),
      ["draft"],
    );
    assert.equal(
      archive?.releases.some(({ id }) => id.startsWith("2026/05")),
      false,
    );
    assert.match(stdout, /Öffentlich wird er erst, wenn Sie die Zeile draft: true streichen\./);
    assert.match(stdout, /npm start, dann im Browser http:\/\/localhost:8080\/2026\/05\/bruecke-2-sued-ab-5-mai-offen\/$/m);
    const gap = Number(/Zeile (\d+)/.exec(stdout)?.[1]);
    assert.match(text.split("\n")[gap - 1] ?? "", /\[Bitte ausfüllen: Text der Meldung\]/);
    const shown = read(makeContent({ "releases/2026/05/x-probe.md": text.replace("draft: true\n", "") }));
    assert.equal(shown.archive?.releases[0]?.title, "Brücke #2: „Süd“ – ab 5. Mai offen");
  });

  test("is not published with a gap when only its line draft: true is gone", async () => {
    const { content, path, text } = await begun(["Noch ohne Text", "--department", "presseamt"]);
    assert.deepEqual(findGaps(content, []), [], "a draft holds up nobody");
    writeFileSync(path, text.replace("draft: true\n", ""));
    assert.deepEqual(findGaps(content, []), ["releases/2026/12/noch-ohne-text.md:7"]);
  });

  test("is of today where nobody says a date, and of the day that 14.11.2026 can only mean", async () => {
    assert.match((await begun(["Ohne Datum", "--department", "presseamt"])).path, /2026\/12\/ohne-datum\.md$/);
    const { text, path } = await begun(["Mit Datum", "--department", "presseamt", "--date", "14.11.2026", "--embargo", "2026-11-14T10:00"]);
    assert.match(path, /2026\/11\/mit-datum\.md$/);
    assert.match(text, /^date: "?2026-11-14"?\nembargo: "?2026-11-14T10:00"?\n/m);
  });

  test("has the only office where the register knows one", async () => {
    const one = { "registers/departments.yml": "presseamt:\n  name: Presseamt\n" };
    assert.match((await begun(["Ein Amt genügt"], one)).text, /^department: presseamt$/m);
  });

  test("never takes a name that a release, its versions or its folder has, and says which one is free", async () => {
    const taken: Files[] = [
      { "releases/2026/12/stadtfest.md": makeRelease({ date: "2026-12-01" }) },
      { "releases/2026/12/stadtfest/plan.png": PNG },
    ];
    for (const files of taken) {
      const content = makeContent(files);
      const before = filesBelow(content);
      const { code, stdout, stderr } = await begin(content, ["Stadtfest", "--department", "presseamt"]);
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, /„stadtfest“ schon; es wurde nichts angelegt\..*--slug stadtfest-2$/m);
      assert.deepEqual(filesBelow(content), before);
      assert.equal((await begin(content, ["Stadtfest", "--department", "presseamt", "--slug", "stadtfest-2"])).code, 0);
      assert.ok(existsSync(join(content, "releases/2026/12/stadtfest-2.md")));
    }
  });
});

describe("a call of new", () => {
  test("that lacks something says all that is missing, or what is wrong with an answer; nothing is written", async () => {
    const content = makeContent();
    const before = filesBelow(content);
    for (const [args, says] of [
      [[], /Es fehlt: ÜBERSCHRIFT, --department AMT\./],
      [["Titel der Meldung"], /Es fehlt: --department AMT\./],
      [
        ["Titel", "--department", "kulturmt"],
        /--department kulturmt: „kulturmt“ steht nicht in registers\/departments\.yml\. Meinen Sie kulturamt\?/,
      ],
      [["Titel", "--department", "presseamt", "--topics", "stadtleben, xyz"], /„xyz“ steht nicht in registers\/topics\.yml/],
      [["Titel", "--department", "presseamt", "--date", "31.02.2026"], /--date 31\.02\.2026: /],
      [["Titel", "--department", "presseamt", "--kind", "Anzeige"], /„Anzeige“ steht nicht unter den Arten von Meldungen/],
      [["Titel", "--department", "presseamt", "--slug", "Ein Name"], /--slug Ein Name: Nötig sind 3 bis 120 Zeichen/],
      [["Titel", "--department", "presseamt", "--title", "Noch einer"], /--title gilt nur mit --lang/],
      [["!!!", "--department", "presseamt"], /Aus „!!!“ lässt sich kein Name .* --slug/],
    ] as const) {
      const { code, stdout, stderr } = await begin(content, args);
      assert.deepEqual([args, code, stdout], [args, 2, ""]);
      assert.match(stderr, says);
    }
    assert.deepEqual(filesBelow(content), before);
  });

  test("without settings, or in a town without offices, says what is missing there", async () => {
    const lost = await begin(makeContent({ "site.yml": null }), ["Titel", "--department", "presseamt"]);
    assert.deepEqual([lost.code, /Die Einstellungen fehlen/.test(lost.stderr)], [1, true]);
    const empty = await begin(makeContent({ "registers/departments.yml": null }), ["Titel"]);
    assert.deepEqual([empty.code, /departments\.yml nennt noch kein Amt/.test(empty.stderr)], [1, true]);
  });

  test("at a terminal asks for the rest, offers ids, and asks again until an answer can be used", async () => {
    const fields = releaseFields(readFoundations(makeContent(), Date.parse(NOW)), "2026-12-15");
    const questions = {
      department: { option: "--department AMT", question: "Amt?", isNeeded: true, choices: fields.department.values, ...fields.department },
      topics: { option: "--topics THEMEN", question: "Themen?", isNeeded: false, choices: fields.topics.values, ...fields.topics },
      date: { option: "--date TAG", question: "Datum?", isNeeded: false, ...fields.date },
    };
    const answers = ["", "Kulturammt", "kulturamt", "Stadtleben", "gestern", ""];
    const said: string[] = [];
    const ask = { question: async () => answers.shift() ?? "", say: (text: string) => said.push(text), close: () => undefined };
    assert.deepEqual(await settle(questions, {}, ask), { department: "kulturamt", topics: "stadtleben", date: "2026-12-15" });
    assert.deepEqual(said.slice(0, 3), ["  presseamt: Presseamt", "  kulturamt: Kulturamt", "Ohne diese Angabe geht es nicht."]);
    assert.match(said.join("\n"), /Meinen Sie kulturamt\?[\s\S]*„gestern“ ist kein Datum/);
  });

  test("completes ids by their beginning or that of their names, behind a comma too", () => {
    const choices = [
      { id: "verkehr", name: "Mobilität" },
      { id: "kultur", name: "Kultur" },
    ];
    assert.deepEqual(complete("verkehr, ku", choices), [["kultur"], "ku"]);
    assert.deepEqual(complete("Mob", choices), [["verkehr"], "Mob"]);
    assert.deepEqual(complete("x", choices), [[], "x"]);
  });
});

describe("the name of a file", () => {
  test("is the title in the letters of addresses, whatever script it is written in, and ends with a whole word", () => {
    for (const [title, slug] of [
      ["Straße über die Höhe: Äpfel & Öl", "strasse-ueber-die-hoehe-aepfel-oel"],
      ["Łódź, Kraków und Ærø", "lodz-krakow-und-aero"],
      ["Київ", "kiiv"],
      ["北京 🚋 Straßenbahn", "beijing-strassenbahn"],
      [`${"Stadtverordnetenversammlung ".repeat(4)}`, "stadtverordnetenversammlung-stadtverordnetenversammlung"],
      ["!!!", undefined],
      ["🚋", undefined],
      ["A", undefined],
      ["CON", undefined],
    ] as const)
      assert.equal(slugOf(title), slug, title);
  });
});

describe("a language version that begins", () => {
  const original = {
    "registers/people.yml": "petra-probe:\n  name: Petra Probe\nuwe-probe:\n  name: Uwe Probe\n",
    "releases/2026/11/bruecke.md": makeRelease(
      {
        date: "2026-11-02",
        people: "[{id: petra-probe, role: Bürgermeisterin}, {id: uwe-probe}]",
        images: "[{file: bruecke.png, alt: Die Brücke, credit: Stadt}]",
      },
      "Die Brücke ist offen.\n",
    ),
    "releases/2026/11/bruecke/bruecke.png": PNG,
  };

  test("holds what a version may say, as gaps, and nothing that only the original says; it passes the check", async () => {
    for (const named of ["bruecke", "2026/11/bruecke", "releases/2026/11/bruecke.md", "https://probestadt.example/2026/11/bruecke/"]) {
      const { content, path, text, stdout } = await begun([named, "--lang", "en", "--title", "Bridge open"], original);
      assert.equal(path, join(content, "releases/2026/11/bruecke.en.md"));
      assert.deepEqual(text.match(/^[a-z]+(?=:)/gm), ["title", "people", "images", "translation", "draft"]);
      assert.doesNotMatch(text, /uwe-probe/, "who has no role there needs no translation");
      assert.equal(hasErrors(read(content).problems), false);
      assert.match(stdout, /localhost:8080\/en\/2026\/11\/bruecke\/$/m);
      const sound = text.replace("draft: true\n", "").replace(/"?\[Bitte ausfüllen: [^\]]*\]"?/g, "The bridge.");
      const version = read(makeContent({ ...original, "releases/2026/11/bruecke.en.md": sound })).archive?.versions[0];
      assert.deepEqual([version?.language, version?.title, version?.images[0]?.alt], ["en", "Bridge open", "The bridge."]);
    }
  });

  test("is refused where there is no original, one of that language is there, or the archive has no such language", async () => {
    const content = makeContent({ ...original, "releases/2026/10/bruecke.md": makeRelease({ date: "2026-10-02" }) });
    for (const [args, code, says] of [
      [["bruke", "--lang", "en", "--title", "Open"], 1, /„bruke“ gibt es nicht\. Meinen Sie 2026\/1\d\/bruecke\?/],
      [["bruecke", "--lang", "en", "--title", "Open"], 1, /heißen mehrere Meldungen: 2026\/10\/bruecke, 2026\/11\/bruecke/],
      [
        ["2026/11/bruecke", "--lang", "fr", "--title", "Open"],
        2,
        /--lang fr: Diese Sprache hat das Archiv nicht\. Möglich sind en, de-simple/,
      ],
      [["2026/11/bruecke", "--lang", "de", "--title", "Offen"], 2, /In dieser Sprache ist die Meldung selbst/],
      [["2026/11/bruecke", "--lang", "en"], 2, /Es fehlt: --title TEXT\./],
      [["2026/11/bruecke", "--lang", "en", "--title", "Open", "--date", "2026-11-02"], 2, /--date gilt aus der ursprünglichen Meldung/],
      [["--lang", "en", "--title", "Open"], 2, /Es fehlt die Meldung/],
      [["stadtfest", "--lang", "de-simple", "--title", "Fest"], 0, /^$/],
      [["stadtfest", "--lang", "de-simple", "--title", "Fest"], 1, /stadtfest\.de-simple\.md gibt es schon; es wird nicht überschrieben/],
    ] as const) {
      const answered = await begin(content, args);
      assert.deepEqual([args, answered.code], [args, code], answered.stderr);
      assert.match(answered.stderr, says);
    }
  });
});
