import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readHeaded, writeHeaded } from "../../../src/site/form/page/head-format.ts";
import { FILE, settle } from "../../../src/site/form/page/held.ts";
import { readRegister, writeRegister } from "../../../src/site/form/page/register-format.ts";
import { isGroup, type Said } from "../../../src/site/form/page/yaml-text.ts";
import { filesBelow, makeFolder, ROOT, TOWNS } from "../../fixture.ts";
import { writeTown } from "../../town/town.ts";

/** Times as many cases: MORE_CASES=100 node --import tsx --test tests/site/form/formats.test.ts; another seed finds others. */
const runs = (numRuns: number) => ({ seed: Number(process.env.SEED ?? 20171114), numRuns: numRuns * Number(process.env.MORE_CASES ?? 1) });

/** What the form does with all that it holds: every text loses the spaces around it, a file its last line end before it is read. */
function throughForm(value: unknown): unknown {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(throughForm);
  return isGroup(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, throughForm(one)])) : value;
}

const held = (file: string, read = readHeaded) => throughForm(read(file.trim())) as Said;
const saved = (fields: Said, write = writeHeaded) => `${write(throughForm(fields) as Said).trim()}\n`;
const head = (file: string) => file.split(/^---$/m)[1] ?? "";

/** The lines of a head without those of a field, and without empty ones: one that divided its entries may be left over. */
function without(name: string, lines: string): string {
  return lines.replace(new RegExp(`^${name}:.*\\n(?:(?:\\n|#.*\\n)*[ \\-\\]].*\\n)*`, "m"), "").replace(/\n+/g, "\n");
}

const sample = makeFolder();
writeTown(sample, 60, "1");
const towns = [...Object.values(TOWNS).map((town) => join(ROOT, town)), sample].flatMap((folder) => [...filesBelow(folder)]);
const texts = towns.filter(([path]) => /^(releases|pages)\/.*\.md$/.test(path)).map(([path, bytes]) => ({ path, file: bytes.toString() }));
const registers = towns.filter(([path]) => /^registers\//.test(path)).map(([path, bytes]) => ({ path, file: bytes.toString() }));

describe("the form and the files of the archive", () => {
  test("a file that is opened and saved is the same to the byte: every text, every register of both towns and a sample town", () => {
    assert.ok(texts.length > 90 && registers.length > 10);
    for (const { path, file } of texts) assert.equal(saved(held(file)), `${file.trim()}\n`, path);
    for (const { path, file } of registers) assert.equal(saved(held(file, readRegister), writeRegister), `${file.trim()}\n`, path);
  });

  test("a new headline changes one line of each, and nothing else", () => {
    for (const { path, file } of texts) {
      const after = saved({ ...held(file), title: "Eine andere: Überschrift" });
      const [before, now] = [file.split("\n"), after.split("\n")];
      assert.equal(now.length, before.length, path);
      const changed = now.filter((line, index) => line !== before[index]);
      assert.equal(changed.length, 1, path);
      assert.match(changed[0] ?? "", /^title: ["']Eine andere: Überschrift["']$/);
    }
  });

  test("a new text leaves the head as it was, and a new head the text", () => {
    for (const { path, file } of texts) {
      const fields = held(file);
      const written = saved({ ...fields, body: `${fields.body}\n\nEin Absatz mehr.` });
      assert.equal(head(written), head(file), path);
      assert.ok(written.startsWith(file.trimEnd()) && written.endsWith("\n\nEin Absatz mehr.\n"), path);
    }
  });

  test("of a register entry that is changed, added or removed, the others are not touched", () => {
    for (const { path, file } of registers) {
      const { entries, ...rest } = held(file, readRegister) as { entries: Said[] };
      const [first] = entries;
      const added = { id: "neu", name: "Neu: und anders" };
      assert.equal(
        saved({ ...rest, entries: [...entries, added] }, writeRegister),
        `${file.trim()}\nneu:\n  name: "Neu: und anders"\n`,
        path,
      );
      const renamed = saved({ ...rest, entries: [{ ...first, name: "Ganz neu" }, ...entries.slice(1)] }, writeRegister);
      const lines = file.trim().split("\n");
      assert.equal(renamed.split("\n").filter((line, index) => line !== (lines[index] ?? "")).length, 1, path);
      const gone = saved({ ...rest, entries: entries.slice(1) }, writeRegister);
      assert.deepEqual(readRegister(gone.trim()).entries, entries.slice(1), path);
      assert.equal(gone, saved(held(file.replace(/^[a-z0-9-]+:.*\n(?: .*\n)*/m, ""), readRegister), writeRegister), path);
    }
  });

  test("an id that stands twice in a register is refused, since one of the entries would be lost", () => {
    const fields = held("a:\n  name: A\nb:\n  name: B\n", readRegister) as { entries: Said[] };
    assert.throws(
      () => saved({ ...fields, entries: [...fields.entries, { id: "a", name: "Anders" }] }, writeRegister),
      /„a“ steht zweimal/,
    );
  });

  test("a file that is no release is not opened: nothing of it can be lost", () => {
    for (const file of ["", "Nur Text.", "---\ntitle: Ohne Ende\n", "---\ntitle: [\n---\nText\n", "---\n- Liste\n---\nText\n"])
      assert.throws(() => readHeaded(file));
    for (const file of ["- a\n", "a: Text\n", "a: {id: b}\n", "a: [\n"]) assert.throws(() => readRegister(file));
  });
});

/** Ways in which people write the fields of a head, each with its name. */
const LINES: Record<string, string[]> = {
  title: [
    'title: "0815"  # wie angekündigt',
    "title: 'Das ist''s'",
    "title:   Zwei Zeilen\n  gehören zusammen",
    "title: >-\n  Gefaltet\n  und lang",
  ],
  date: ["date: 2026-11-10", "date: '2026-11-10T09:00' # Berlin"],
  department: ["department: presseamt", "department:    presseamt"],
  number: ["number: 007", "number:", "number: ~", 'number: ""'],
  topics: [
    "topics: [a,  b ,c] # drei",
    "topics:\n- a # warum\n- b",
    "topics:\n    - a\n\n    - b\n    - c",
    "topics: [\n  a, # erstens\n  b\n]",
    "topics: []",
  ],
  with: ["with: [x]", "with:\n  - x # nur eins"],
  contact: ["contact: {name: Anna,   phone: '0123'}", "contact:\n  # morgens\n  phone: 0123\n  name: Anna", "contact: { name: 'A: B' }"],
  people: [
    "people: [a, b]",
    "people:\n  - a\n  - id: b # neu\n    role: Rat",
    "people:\n- {id: a, role: Rätin}\n- b",
    "people:\n  -   id: a\n      role: >\n        Lange\n        Rolle\n  - b",
  ],
  images: [
    'images:\n  - file: a.jpg\n    # wird noch geprüft\n    alt: "Ein #1"\n    credit: Stadt\n  - file: b.jpg\n    alt: |\n      Zwei\n      Zeilen\n    credit: unbekannt',
    "images: [{file: a.jpg, alt: Eins, credit: Stadt}]",
  ],
  attachments: [
    "attachments: [{file: film.mp4, title: Der Rat, captions: film.vtt, signLanguage: true}]",
    "attachments:\n  - file: film.mp4\n    title: Der Rat # live\n    transcript: |\n      Erster Absatz.\n\n      Zweiter Absatz.\n    signLanguage: false",
  ],
  unknown: ["unknown: {a: [1, 02], b: {c: true}}", "unknown:\n  a:\n    - - x\n      - y\n  # Ende"],
  body: ["body: steht auch im Kopf"],
  draft: ["draft: false", "draft: true", "draft: # noch offen"],
  embargo: ["embargo:", "embargo: 2026-12-01T08:00"],
};
const COMMENTS = ["", "# Anmerkung\n", "\n", "\n# zwei\n# Zeilen\n\n"];

const file = fc
  .tuple(
    fc
      .shuffledSubarray(Object.keys(LINES), { minLength: 3 })
      .map((names) => (names.includes("date") ? names : [...names, "date"]))
      .chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            fc.record({ line: fc.constantFrom(...(LINES[name] ?? [])), comment: fc.constantFrom(...COMMENTS), name: fc.constant(name) }),
          ),
        ),
      ),
    fc.constantFrom("", "\n", "\n\n    Code am Anfang\n\n", "\nText mit --- Strichen\n\n---\n\nund mehr  \n"),
  )
  .map(([lines, text]) => `---\n${lines.map(({ line, comment }) => `${comment}${line}\n`).join("")}---\n${text}Ende.\n`);

const TEXT = fc.constantFrom(
  "neu",
  "Neu: mit Doppelpunkt",
  "- Strich",
  "0042",
  "true",
  "null",
  "#1",
  "a # b",
  'mit "Zeichen"',
  "„so“",
  "[x], {y}",
  "ö, ä",
);
const list = (one: fc.Arbitrary<unknown>, have: unknown) => {
  const old = Array.isArray(have) ? (have as unknown[]) : [];
  const kept = old.length > 0 ? fc.shuffledSubarray(old) : fc.constant([]);
  return fc
    .tuple(kept, fc.array(one, { maxLength: 2 }), fc.boolean())
    .map(([some, more, isFirst]) => (isFirst ? [...more, ...some] : [...some, ...more]));
};
/** What somebody might make of a field. */
const change: Record<string, (have: unknown) => fc.Arbitrary<unknown>> = {
  title: () => TEXT,
  number: () => fc.oneof(TEXT, fc.constant(undefined), fc.constant("")),
  topics: (have) => list(fc.constantFrom("x", "y"), have),
  contact: (have) =>
    fc.record({ name: TEXT, email: TEXT }, { requiredKeys: [] }).map((more) => ({ ...((have as Said | null) ?? {}), ...more })),
  people: (have) => list(fc.record({ id: fc.constantFrom("x", "y"), role: TEXT }, { requiredKeys: ["id"] }), have),
  images: (have) => list(fc.record({ file: fc.constant("c.jpg"), alt: TEXT, caption: TEXT }, { requiredKeys: ["file", "alt"] }), have),
  attachments: (have) =>
    list(fc.record({ file: fc.constant("g.mp4"), title: TEXT, captions: fc.constant("g.vtt"), signLanguage: fc.boolean() }), have),
  draft: () => fc.boolean(),
  embargo: () => fc.constantFrom("2026-12-24T18:00", undefined),
};

/** What fields say, whatever shape the form gives to their entries. */
const said = (fields: Said) => {
  const { body, [FILE]: _file, ...shown } = fields;
  return JSON.parse(JSON.stringify({ ...settle(throughForm(shown) as Said, false), body: String(body ?? "").trim() })) as Said;
};

describe("whatever somebody changes in whatever was written", () => {
  test("the file says afterwards what was meant, and all lines of the other fields are as they were", () => {
    fc.assert(
      fc.property(
        file.chain((written) => {
          const fields = held(written);
          return fc
            .constantFrom(...Object.keys(change))
            .chain((name) => (change[name] ?? (() => TEXT))(fields[name]).map((value) => ({ written, fields, name, value })));
        }),
        ({ written, fields, name, value }) => {
          const after = { ...fields, [name]: value };
          const result = saved(after);
          assert.deepEqual(said(readHeaded(result)), said(after), result);
          assert.equal(without(name, head(result)), without(name, head(written)), result);
          assert.equal(result.slice(result.indexOf("\n---\n", 4)), written.slice(written.indexOf("\n---\n", 4)));
          assert.equal(saved(held(result)), result, "and once more opened and saved nothing moves");
        },
      ),
      runs(400),
    );
  });

  test("nothing changed is nothing changed", () => {
    fc.assert(
      fc.property(file, (written) => assert.equal(saved(held(written)), written)),
      runs(300),
    );
  });

  test("a new release holds what was filled in, short lists in a line, and nothing that was left empty", () => {
    const text = writeHeaded({
      title: "Größe: ein Anfang",
      date: "2026-11-28T10:00",
      department: "presseamt",
      topics: ["a", "b"],
      people: [
        { id: "x", role: "" },
        { id: "y", role: "Rätin" },
      ],
      contact: { name: "", email: undefined },
      images: [],
      attachments: [{ file: "film.mp4", title: "Der Rat", captions: "film.vtt", signLanguage: false }],
      draft: false,
      body: "Text.\n",
    });
    const lines =
      'title: "Größe: ein Anfang"\ndate: 2026-11-28T10:00\ndepartment: presseamt\ntopics: [a, b]\npeople:\n  - x\n  - id: y\n    role: Rätin\n' +
      "attachments:\n  - file: film.mp4\n    title: Der Rat\n    captions: film.vtt\n";
    assert.equal(text, `---\n${lines}---\n\nText.\n`);
  });

  test("a new version in another language repeats nothing of its original", () => {
    const people = [{ id: "x" }, { id: "y", role: "Mayor" }];
    const text = writeHeaded({ title: "Open", people, images: [{ file: "a.jpg" }], translation: { kind: "official" }, body: "Text." });
    assert.equal(text, "---\ntitle: Open\npeople:\n  - id: y\n    role: Mayor\ntranslation:\n  kind: official\n---\n\nText.\n");
    const kept = readFileSync(join(ROOT, TOWNS.musterstadt, "releases/2026/11/alte-lohebruecke-gesperrt.de-simple.md"), "utf8");
    const fields = held(kept) as { images: Said[] };
    assert.equal(saved({ ...fields, images: [...fields.images, { file: "neu.jpg" }] }), kept);
  });
});
