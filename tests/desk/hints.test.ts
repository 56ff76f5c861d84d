import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { check } from "../../src/commands/check.ts";
import { call, type Fields, type Files, makeContent, makeFile, makeFolder, makeRelease, NOW, PNG, PROBE, ROOT, TOWNS } from "../fixture.ts";

const PEOPLE = `petra-probe:
  name: Petra Probe
otto-ort:
  name: Dr. Otto Ort-Meier
erna-erste:
  name: Erna Doppel
erna-zweite:
  name: Erna Doppel
`;
const PLACES = "markt:\n  name: Markt\nalte-muehle:\n  name: Alte Mühle\n";

/** The hints of a folder: each as its place, its kind and its message. */
async function hintsOf(files: Files): Promise<string[]> {
  const content = makeContent({ "registers/people.yml": PEOPLE, "registers/places.yml": PLACES, ...files });
  const { stdout } = await call(check, ["--format", "json"], { CONTENT: content, CACHE: makeFolder(), NOW });
  const { problems } = JSON.parse(stdout) as {
    problems: { id: string; path: string; line: number; column: number; message: string; severity: string }[];
  };
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
  return problems.map(({ id, path, line, column, message }) => `${path.slice(content.length + 1)}:${line}:${column} ${id} ${message}`);
}

const ofText = (text: string, fields: Fields = {}, path = PROBE) => hintsOf({ [path]: makeRelease(fields, `${text}\n`) });
const english = (text: string, suffix = "en") =>
  hintsOf({
    [PROBE]: makeRelease(),
    [PROBE.replace(".md", `.${suffix}.md`)]: makeFile({ title: "Library bus on Saturdays" }, `${text}\n`),
  });

/** Asserts that each text gets a hint of a kind, and each other none. */
async function assertHints(
  id: string,
  wrong: readonly string[],
  right: readonly string[],
  hints = (text: string) => ofText(text),
): Promise<void> {
  for (const text of wrong) assert.match((await hints(text)).join("\n"), new RegExp(` ${id} `), text);
  for (const text of right) assert.deepEqual(await hints(text), [], text);
}

describe("hints at what is rarely meant", () => {
  test("a weekday that does not belong to its date, in German, English and Leichte Sprache; without a year only where it fits none around", async () => {
    const [told] = await ofText("Am Montag, 14. November 2017,\nbeginnt der Umbau.");
    assert.equal(
      told,
      `${PROBE}:9:4 weekday-wrong Wochentag und Datum passen nicht zusammen: „Montag, 14. November 2017“; der Tag ist ein Dienstag.`,
    );
    await assertHints(
      "weekday-wrong",
      ["Er war am Montag, dem 14.11.2017, da.", "Am Sonnabend (14. November 2017) ist zu.", "Am Dienstag, 10. Mai, hält der Bus."],
      [
        "Am Dienstag, 14. November 2017, beginnt der Umbau.",
        "Am Dienstag, dem 14.11.2017, beginnt der Umbau.",
        "Am Freitag, 10. Mai, hält der Bus. Am Samstag, 10. Mai, auch.",
        "Von Montag bis Freitag, 13. bis 17. November 2017, ist zu.",
        "Am Montag, 31. Februar 2017, ist nie.",
        "`Montag, 14. November 2017` steht in der Liste.",
        "Am Montag kamen 14 Novemberkinder.",
      ],
    );
    await assertHints(
      "weekday-wrong",
      ["On Monday, 14 November 2017.", "On Monday, November 14, 2017, it began."],
      ["On Tuesday 14 November 2017."],
      english,
    );
    await assertHints(
      "weekday-wrong",
      ["Der Umbau beginnt am Montag, 14. November 2017."],
      ["Das ist am Dienstag, 14. November 2017."],
      (text) => english(text, "de-simple"),
    );
  });

  test("quotation marks that are straight, mixed or of another language; inches, code and words in another language are none", async () => {
    await assertHints(
      "quotation-mark-foreign",
      ['Sie sagte: "Gut."', "Sie sagte: „Gut.”", "Sie sagte: “Gut.”", "Das ist “Gut“."],
      [
        "Sie sagte: „Gut.“",
        "Sie sagte: »Gut.«",
        'Ein Fernseher mit 27" steht da.',
        'Das Feld `name="x"` ist leer.',
        "Die [“Library”]{lang=en} ist offen.",
        "Er sagte „Das ‚Haus‘ ist offen“ und ging.",
      ],
    );
    await assertHints("quotation-mark-foreign", ["She said „good“."], ["She said “good”.", 'She said "good".'], english);
  });

  test("double spaces in prose, told once for a text; not where they mean something", async () => {
    assert.match((await ofText("Der Bus  hält  hier.")).join(), /:9:8 double-space .*so auch an 1 weiteren Stelle/);
    await assertHints(
      "double-space",
      [],
      [
        "Der Bus hält.  \nHier.",
        "-  Punkt\n-  Punkt",
        "1.  Eins\n2.  Zwei",
        "| a  | b |\n|---|---|\n| c  | d |",
        "```\na  b\n```",
        "Der Code `a  b` gilt.",
      ],
    );
  });

  test("people and places of the registers whom the head does not list, by their whole names", async () => {
    await assertHints(
      "name-not-listed",
      ["Petra Probe kam.", "Dr. Otto Ort-Meiers Rede war kurz.", "Die Alte Mühle öffnet. Die Alte Mühle ist schön."],
      [
        "Petra Probezeit kam.",
        "Die Petra Probe-Halle ist offen.",
        "Frau Probe kam auf den Markt.",
        "Erna Doppel kam.",
        "Der Blick auf die Alte Mühle bleibt frei.",
      ],
    );
    assert.deepEqual(await ofText("Petra Probe kam zur Alten Mühle.", { people: "[petra-probe]" }), []);
  });

  test("a description of a picture that is a file name, and a summary that repeats the title", async () => {
    const image = (alt: string) => ofPicture(`[{file: bruecke-2.png, alt: ${alt}, credit: Stadt}]`);
    for (const alt of ["bruecke-2.png", "IMG_2041", "bruecke-2"])
      assert.match((await image(alt)).join(), /probe\.md:7:\d+ alt-is-file-name/, alt);
    assert.deepEqual(await image("Die Brücke mit neuem Geländer"), []);
    assert.match((await ofText("Text.", { summary: "„Bücherbus fährt jetzt auch samstags.“" })).join(), /:4:1 summary-repeats-title/);
  });
  const ofPicture = (images: string) => hintsOf({ [PROBE]: makeRelease({ images }), "releases/2024/05/probe/bruecke-2.png": PNG });

  test("a telephone number that differs from the register's, for the same contact alone", async () => {
    const contact = (phone: string, email = "presse@probestadt.example") =>
      ofText("Text.", { contact: `{phone: ${phone}, email: ${email}}` });
    assert.match((await contact("030 23125-101")).join(), /contact-phone-differs .*030 23125-100/);
    for (const phone of ["030 23125-100", "(030) 23125100", "+49 30 23125-100"]) assert.deepEqual(await contact(phone), [], phone);
    assert.deepEqual(await contact("030 23125-101", "andere@probestadt.example"), []);
  });

  test("sentences that are far too long for Leichte Sprache, and what stands for something else on a page", async () => {
    const long = `Das ${"sehr ".repeat(25)}lange Haus ist offen.`;
    await assertHints("sentence-too-long", [long], ["Das Haus ist offen.\\\n".repeat(12), "- Das Haus\n".repeat(30)], (text) =>
      english(text, "de-simple"),
    );
    assert.deepEqual(await ofText(long), []);
    const page = (text: string) => hintsOf({ "pages/impressum.md": makeFile({ title: "Impressum" }, `${text}\n`) });
    for (const text of ["Max Mustermann, Musterstraße 1", "Lorem ipsum dolor", "Telefon: TODO"])
      assert.match((await page(text)).join(), /impressum\.md:5:\d+ placeholder-left/);
    assert.deepEqual(await page("Petra Probe, Markt 1"), []);
  });

  test("drafts and releases under embargo are looked at too, and the two towns give none", async () => {
    for (const fields of [{ draft: "true" } as Fields, { embargo: "2027-01-01T10:00" }])
      assert.match((await ofText('"Gut"', fields)).join(), /quotation-mark/);
    for (const town of Object.values(TOWNS)) {
      const { stdout } = await call(check, [], { CONTENT: join(ROOT, town), CACHE: makeFolder(), NOW });
      assert.match(stdout, /\n0 Fehler, 0 Hinweise\n$/, town);
    }
  });
});
