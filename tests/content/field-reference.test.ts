import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { commentSchema } from "../../src/archive/comments.ts";
import { describeSchema } from "../../src/content/field-reference.ts";
import { pageSchema } from "../../src/content/plain-page.ts";
import { REGISTER_SCHEMAS } from "../../src/content/register-schema.ts";
import { editionSchema, releaseSchema, versionSchema } from "../../src/content/release/schema.ts";
import type { Schema } from "../../src/content/schema.ts";
import { siteSchema } from "../../src/content/site-schema.ts";
import { ROOT } from "../fixture.ts";

const PAGE = join(ROOT, "docs/fields.md");

const INTRODUCTION = `# Felder

Alle Felder, die Redaktionen schreiben können. Diese Seite ist aus den Schemas des Programms erzeugt; wer ein Schema ändert,
schreibt sie neu mit \`UPDATE_SNAPSHOTS=1 node --import tsx --test tests/content/field-reference.test.ts\`.
Was die Felder bewirken, steht in [content-model.md](content-model.md).

Felder einer Gruppe heißen hier \`gruppe.feld\`, Felder der Einträge einer Liste \`liste[].feld\`; „Pflicht“ gilt innerhalb
ihrer Gruppe. Ein Datum ist \`2017-11-14\` oder \`2017-11-14T09:00\`; wo nicht mehr bekannt ist, oft auch \`2017-11\` oder \`2017\`.`;

const SECTIONS: [heading: string, schema: Schema][] = [
  ["Meldung: `releases/JJJJ/MM/name.md`", releaseSchema],
  ["Sprachfassung: `releases/JJJJ/MM/name.en.md`, `name.de-simple.md`", versionSchema],
  ["Alte Fassung: `releases/JJJJ/MM/name/fassung-1.md`", editionSchema],
  ["Kommentar: `comments/JJJJ/MM/name/01-kommentar.md`", commentSchema],
  ["Seite: `pages/name.md`, `name.en.md`, `name.de-simple.md`", pageSchema],
  ...Object.entries(REGISTER_SCHEMAS).map(([name, schema]): [string, Schema] => [
    `Eintrag in \`registers/${name}.yml\` unter seiner Kennung`,
    schema,
  ]),
  ["Einstellungen: `site.yml`", siteSchema],
];

test("docs/fields.md names every field that editors may write, as the schemas have it", () => {
  const sections = SECTIONS.map(([heading, schema]) => `## ${heading}\n\n${describeSchema(schema)}`);
  const page = `${[INTRODUCTION, ...sections].join("\n\n")}\n`;
  if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(PAGE, page);
  assert.equal(readFileSync(PAGE, "utf8"), page, "UPDATE_SNAPSHOTS=1 writes docs/fields.md anew");
});
