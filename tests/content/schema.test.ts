import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { commentSchema } from "../../src/archive/comments.ts";
import { contactSchema } from "../../src/content/contact.ts";
import { aliasSchema, emailAddress, id, text, webAddress } from "../../src/content/fields.ts";
import { readYaml } from "../../src/content/front-matter.ts";
import { pageSchema } from "../../src/content/plain-page.ts";
import { REGISTER_SCHEMAS } from "../../src/content/register-schema.ts";
import { releaseSchema, versionSchema } from "../../src/content/release/schema.ts";
import { jsonSchema, type Schema } from "../../src/content/schema.ts";
import { checkShape } from "../../src/content/shape.ts";
import { siteSchema } from "../../src/content/site-schema.ts";
import { toYaml } from "../../src/content/violations.ts";
import type { Problem } from "../../src/problems.ts";

const SCHEMAS: Record<string, Schema> = {
  release: releaseSchema,
  version: versionSchema,
  page: pageSchema,
  comment: commentSchema,
  site: siteSchema,
  ...REGISTER_SCHEMAS,
};

function check(schema: Schema, yaml: string): Problem[] {
  const { value, problems } = readYaml(Buffer.from(yaml), "x.yml");
  assert.ok(value, JSON.stringify(problems));
  return checkShape(schema, value.data, "x.yml", value.locate).problems;
}

function only(schema: Schema, yaml: string): Problem {
  const problems = check(schema, yaml);
  const [problem] = problems;
  assert.ok(problem && problems.length === 1, `${yaml}\n${JSON.stringify(problems, null, 1)}`);
  return problem;
}

const sample = z.strictObject({
  title: text(3, 10, "Überschrift", "Ein Titel"),
  size: z
    .enum(["klein", "gross"])
    .meta({ description: "Größe", examples: ["klein"] })
    .optional(),
  open: z
    .boolean()
    .meta({ description: "Offen", examples: ["true"] })
    .optional(),
  list: z
    .array(id("Kennung", "presseamt"))
    .min(1)
    .max(2)
    .meta({ description: "Liste", examples: [["presseamt"]] })
    .optional(),
  people: z
    .array(z.union([id("Person", "petra"), z.strictObject({ id: id("Person", "petra"), role: text(2, 10, "Amt", "Rätin").optional() })]))
    .meta({ description: "Personen", examples: [["petra"]] })
    .optional(),
});

describe("what a field may hold", () => {
  test("a sound head has no problems", () => {
    assert.deepEqual(check(sample, "title: Titel\nsize: gross\nopen: false\nlist: [a]\npeople: [petra, {id: kurt, role: Rat}]"), []);
  });

  test("a missing field is named with what it is and how it is written", () => {
    const problem = only(sample, "size: klein");
    assert.match(problem.message, /„title“ \(Überschrift\) fehlt/);
    assert.match(problem.remedy, /title: Ein Titel/);
  });

  test("an empty field is called empty, whichever way it is empty", () => {
    for (const written of ["title:", "title: ~", "title: ''", "title: '   '"]) assert.match(only(sample, written).message, /leer/, written);
  });

  test("text too short or too long is told with both lengths", () => {
    const short = only(sample, "title: ab");
    assert.match(short.message, /zu kurz: 2 Zeichen, mindestens 3/);
    assert.match(only(sample, `title: ${"x".repeat(11)}`).message, /zu lang: 11 Zeichen, höchstens 10/);
    assert.match(only(sample, "title: abc\nlist: [a, b, c]").message, /3 Einträge, höchstens 2/);
  });

  test("space around a text does not count", () => {
    assert.match(only(sample, "title: '  ab  '").message, /zu kurz: 2 Zeichen, mindestens 3/);
    const { value } = readYaml(Buffer.from("title: '  abc  '"), "x.yml");
    assert.equal(value && checkShape(sample, value.data, "x.yml", value.locate).value?.title, "abc");
  });

  test("a value of another kind is told once, with what stands there", () => {
    assert.match(only(sample, "title: true").message, /muss Text sein, hier steht true ohne Anführungszeichen/);
    assert.match(only(sample, "title: [a, b]").message, /muss Text sein, hier steht eine Liste/);
    assert.match(only(sample, "title: {a: b}").message, /muss Text sein, hier steht eine Gruppe/);
    assert.match(only(sample, "title: abc\nopen: yes").message, /true oder false.*„yes“/);
    assert.match(only(sample, "title: abc\nlist: presseamt").message, /eine Liste.*„presseamt“/);
    assert.match(only(sample, "title: abc\nsize: mittel").message, /klein, gross.*„mittel“/);
  });

  test("a mistake in a list is told with its entry and its place", () => {
    const problem = only(sample, "title: abc\nlist:\n  - presseamt\n  - Kultur Amt");
    assert.match(problem.message, /list\[2\].*Kultur Amt/);
    assert.deepEqual([problem.line, problem.column], [4, 5]);
    assert.match(problem.remedy, /- presseamt/);
  });

  test("where an entry may be an id or a group of fields, the mistake in the group is told", () => {
    assert.match(only(sample, "title: abc\npeople: [{id: petra, role: x}]").message, /people\[1\]\.role.*zu kurz/);
    assert.match(only(sample, "title: abc\npeople: [{role: Rat}]").message, /people\[1\]\.id.*fehlt/);
    assert.match(only(sample, "title: abc\npeople: [{id: petra, rolle: Rat}]").remedy, /„role“/);
  });

  test("an unknown field is refused at its place and answered with the nearest known one", () => {
    const problem = only(sample, "title: abc\ntitel: y");
    assert.deepEqual([problem.line, problem.column], [2, 1]);
    assert.match(problem.message, /„titel“ gibt es nicht/);
    assert.match(problem.remedy, /„title“/);
    assert.match(only(sample, "title: abc\nqqqqqq: y").remedy, /title, size, open, list, people/);
    assert.match(only(sample, "title: abc\n__proto__: y").message, /__proto__/);
    assert.match(only(sample, "title: abc\n<<: {size: klein}").message, /„<<“/);
  });

  test("a field under a wrong name is one mistake, not also a missing one", () => {
    assert.match(only(sample, "titel: abc").remedy, /„title“/);
  });

  test("what a comma within braces cuts off a value is not dropped for being empty", () => {
    const problem = only(sample, "title: abc\npeople:\n  - {id: petra, role: Rat, Tanz und Musik}");
    assert.match(problem.message, /„Tanz und Musik“ gibt es nicht/);
    assert.match(problem.remedy, /role: "Rat, Tanz und Musik"$/);
    assert.deepEqual(check(sample, "title: abc\npeople:\n  - {id: petra, role: }"), []);
  });

  test("true and false are known however people write them, and false leaves out any field", () => {
    for (const written of ['"false"', "nein", "no", "0", "FALSE"])
      assert.match(only(sample, `title: abc\nopen: ${written}`).remedy, /^Schreiben Sie: open: false$/);
    for (const written of ['"true"', "ja", "True"])
      assert.match(only(sample, `title: abc\nopen: ${written}`).remedy, /^Schreiben Sie: open: true$/);
    assert.match(only(sample, "title: abc\npeople: false").remedy, /^Löschen Sie die Zeile/);
  });

  test("a text that YAML took for a list or group comes back in quotation marks, one too long with how much", () => {
    for (const written of ["[Eil]", "{Eil}"]) {
      const remedy = only(sample, `title: ${written}`).remedy;
      assert.deepEqual(check(sample, /: (title: .*)$/.exec(remedy)?.[1] ?? ""), [], remedy);
    }
    assert.match(only(sample, `title: ${"x".repeat(12)}`).remedy, /um 2 Zeichen/);
  });

  test("all mistakes of a head are told at once", () => {
    const told = check(sample, "titel: y\nsize: mittel\nopen: vielleicht\nlist: [a, b, c]").map(
      ({ message, line }) => `${line} ${message.replace(/ .*/, "")}`,
    );
    assert.deepEqual(told.sort(), ["1 Das", "2 „size“", "3 „open“", "4 „list“"]);
  });
});

describe("kinds of text", () => {
  const one = (schema: Schema, written: string) => check(z.strictObject({ field: schema }), `field: ${written}`).length === 0;

  test("an id is made of a-z, 0-9 and hyphens", () => {
    const schema = id("Kennung", "presseamt");
    for (const written of ["presseamt", "amt-66", "2", "a"]) assert.equal(one(schema, written), true, written);
    for (const written of ["Presseamt", "-amt", "amt_1", "größe", "../x", "a b", "x".repeat(81), "constructor.name"])
      assert.equal(one(schema, written), false, written);
  });

  test("a web address is http or https, nothing that a browser would run", () => {
    const schema = webAddress("Adresse", "https://stadt.example/");
    for (const written of ["https://stadt.example/", "http://stadt.example/a?b=c#d"]) assert.equal(one(schema, written), true, written);
    for (const written of [
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      "data:text/html,x",
      "ftp://stadt.example/",
      "stadt.example",
      "//stadt.example/",
      "mailto:a@b.example",
      "'https://'",
    ]) {
      assert.equal(one(schema, written), false, written);
    }
  });

  test("an e-mail address has one at sign and a host, and nothing that would add a header", () => {
    const schema = emailAddress("E-Mail", "presse@stadt.example");
    assert.equal(one(schema, "presse@stadt.example"), true);
    for (const written of [
      "presse",
      "presse@",
      "'@stadt.example'",
      "a@b@c.example",
      '"a@b.example\\nbcc: x@y.example"',
      '"a@b.example?bcc=x@y.example"',
    ])
      assert.equal(one(schema, written), false, written);
  });

  test("a contact names at least one way to reach somebody", () => {
    const contact = (written: string) => check(contactSchema, written);
    assert.deepEqual(contact("phone: 0341 123-0"), []);
    assert.deepEqual(contact("phone: +49 (341) 123/0\nemail: a@b.example\nname: Erika"), []);
    assert.match(only(contactSchema, "{}").message, /leer/);
    assert.match(only(contactSchema, "phone: siehe oben").message, /phone/);
    assert.match(only(contactSchema, "telefon: 0341").remedy, /name, phone, email|phone/);
  });

  test("an old address is a path as a site had it, or one on another host, without steps upwards", () => {
    for (const written of [
      "/presse/meldung-4711.html",
      "/2015/03/alt/",
      "/a",
      "/a b",
      "/ä",
      "/%C3%BCber%20uns.html",
      "/index.php?id=47&L=0",
      "'/?p=123'",
      "https://alt.example/presse?x=1",
    ])
      assert.equal(one(aliasSchema, written), true, written);
    for (const written of [
      "presse.html",
      "//boese.example/",
      "/a/../b",
      "/./a",
      "/",
      "'/x#y'",
      "/a/%2e%2e/b",
      "/%252e%252e%252fb",
      "/a%2f..%2fb",
      "/a%0ab",
      "/%5fheaders",
      "https://nutzer:wort@alt.example/",
      "ftp://alt.example/",
      "https://",
      `/${"x".repeat(501)}`,
    ])
      assert.equal(one(aliasSchema, written), false, written);
  });
});

describe("the words of the fields", () => {
  type Node = { description?: string; examples?: unknown[]; properties?: Record<string, Node> };

  for (const [name, schema] of Object.entries(SCHEMAS)) {
    const properties = (jsonSchema(schema) as Node).properties ?? {};

    test(`every field of ${name} says what it is and shows how it is written`, () => {
      assert.ok(Object.keys(properties).length > 1);
      for (const [key, { description, examples }] of Object.entries(properties)) {
        assert.ok(description && description.length > 3, `${key} has no description`);
        assert.ok(examples?.length, `${key} has no example`);
      }
    });

    test(`what ${name} shows as an example is itself allowed as it is written there`, () => {
      for (const [key, { examples = [] }] of Object.entries(properties)) {
        for (const example of examples) {
          const written = toYaml(example);
          // An example shows a group by its most telling fields: others may be missing, but what is shown must be right.
          const wrong = check(schema, `${key}: ${written}`).filter(({ message }) => !/fehlt\.$/.test(message));
          assert.deepEqual(wrong, [], `${key}: ${written}`);
        }
      }
    });
  }
});
