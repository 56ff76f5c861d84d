import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isMap, isScalar } from "yaml";
import { SCHEMA_VERSION } from "../../src/content/schema-version.ts";
import { editHead, editYaml, MIGRATIONS, type Migration, migrate } from "../../src/desk/city/migrations.ts";
import { line, readWith, SITE } from "../fixture.ts";

/** Each text on a path gets a word more. */
const add = (to: number, on: RegExp, word: string): Migration => ({
  to,
  about: "",
  apply: (texts) => new Map([...texts].filter(([path]) => on.test(path)).map(([path, text]) => [path, `${text}${word}`])),
});

const TEXTS = new Map([
  ["site.yml", "# Stand\nschema: 1\nname: Stadt X\n"],
  ["releases/2024/05/a.md", "---\ntitle: A # so\n---\n\n---\nText\n"],
]);

describe("content of an older version", () => {
  test("goes through every step that it lacks, in order, and says its new version; texts that stay are not named", () => {
    const steps = [add(2, /^releases/, "2"), add(3, /^releases|^site/, "3")];
    const { texts, steps: taken } = migrate(TEXTS, steps, 3);
    assert.deepEqual(
      taken.map(({ to }) => to),
      [2, 3],
    );
    assert.deepEqual(Object.fromEntries(texts), {
      "site.yml": "# Stand\nschema: 3\nname: Stadt X\n3",
      "releases/2024/05/a.md": "---\ntitle: A # so\n---\n\n---\nText\n23",
    });
    assert.deepEqual([...migrate(new Map([...TEXTS, ...texts]), steps, 3).texts], []);
  });

  test("is of the first version where it names none", () => {
    const { texts } = migrate(new Map([["site.yml", "name: Stadt X\n"]]), [add(2, /nothing/, "")], 2);
    assert.equal(texts.get("site.yml"), "schema: 2\nname: Stadt X\n");
  });

  test("that a newer program wrote is not touched", () => {
    assert.throws(() => migrate(new Map([["site.yml", "schema: 9\n"]])), /haben den Stand 9; diese Fassung kennt erst den Stand \d+/);
  });

  test("is one error that says what to do, not one for each field", () => {
    const told = (schema: string) => readWith({ "site.yml": `${SITE}schema: ${schema}\nneu: ja\n` }).problems.map(line);
    assert.deepEqual(told(String(SCHEMA_VERSION + 1)), [
      `site.yml:10:1 error Die Inhalte haben den Stand ${SCHEMA_VERSION + 1}, diese Fassung der Software kennt den Stand ${SCHEMA_VERSION}. ` +
        "Installieren Sie die Fassung, die in package.json steht: npm ci",
    ]);
    assert.match(told("eins").join(), /site\.yml:10:\d+ error/);
  });

  test("is changed with its comments kept, in YAML as in the head of a text; what stands below a head stays", () => {
    const rename = (text: string) =>
      editYaml(text, (document) => {
        const pair = isMap(document.contents) && document.contents.items.find(({ key }) => isScalar(key) && key.value === "name");
        if (pair && isScalar(pair.key)) pair.key.value = "label";
      });
    assert.equal(rename("# Oben\nname: Stadt X\nurl: x # dort\n"), "# Oben\nlabel: Stadt X\nurl: x # dort\n");
    const head = editHead(TEXTS.get("releases/2024/05/a.md") ?? "", (document) => document.set("date", "2024-05"));
    assert.equal(head, "---\ntitle: A # so\ndate: 2024-05\n---\n\n---\nText\n");
  });
});

test("the steps lead without a gap from the first version to this program's", () => {
  assert.deepEqual(
    MIGRATIONS.map(({ to }) => to),
    Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 2),
  );
  for (const { about } of MIGRATIONS) assert.ok(about.length > 10);
});
