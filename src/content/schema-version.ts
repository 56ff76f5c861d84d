import { error, type Problem } from "../problems.ts";
import type { Data } from "./yaml.ts";
import type { Locate } from "./yaml-positions.ts";

/**
 * The version of what may stand in `content/`. It grows where content of before is not understood any more, together with a migration
 * (`src/desk/city/migrations.ts`); content that names none has the first.
 */
export const SCHEMA_VERSION = 1;

/** Content of another version is not judged by this one: what is to be done is one thing, not one for each field. */
export function otherVersion({ schema = "1" }: Data, path: string, locate: Locate): Problem | undefined {
  if (typeof schema !== "string" || !/^[1-9]\d{0,3}$/.test(schema) || Number(schema) === SCHEMA_VERSION) return undefined;
  const message = `Die Inhalte haben den Stand ${schema}, diese Fassung der Software kennt den Stand ${SCHEMA_VERSION}.`;
  const isOld = Number(schema) < SCHEMA_VERSION;
  const remedy = isOld
    ? "npm run upgrade bringt sie auf den neuen Stand."
    : "Installieren Sie die Fassung, die in package.json steht: npm ci";
  return error("schema-version", path, locate(["schema"]), message, remedy);
}
