import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { schemaFiles } from "../../src/desk/schema/content-schemas.ts";
import { ROOT } from "../fixture.ts";

test("schema/ and docs/fields.md are what npm run schema makes of the schemas today, and nothing else lies in schema/", () => {
  const files = schemaFiles();
  const kinds = ["release", "version", "edition", "comment", "page", "departments", "topics", "people", "places", "site"];
  for (const kind of kinds) assert.ok(files.has(`schema/${kind}.json`), kind);
  for (const [path, text] of files) assert.equal(readFileSync(join(ROOT, path), "utf8"), text, `npm run schema writes ${path} anew`);
  const lying = readdirSync(join(ROOT, "schema")).map((name) => `schema/${name}`);
  assert.deepEqual(
    lying.filter((path) => !files.has(path)),
    [],
  );
});
