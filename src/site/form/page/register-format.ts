import { FILE, fieldsOf, guard, settle, unguard } from "./held.ts";
import { changeFields } from "./yaml-edits.ts";
import { isGroup, type Said } from "./yaml-text.ts";

/** Reads a register as the form holds it: a list whose entries know their ids; throws in German where it cannot be one. */
export function readRegister(file: string): Said {
  const entries = Object.entries(fieldsOf(file)).map(([id, entry]) => {
    if (entry !== null && (!isGroup(entry) || "id" in entry)) throw new Error(`Der Eintrag „${id}“ besteht nicht aus Feldern.`);
    return { id, ...entry };
  });
  return { entries, [FILE]: guard(file) };
}

/** Writes what the form holds of a register: the file as it was, but for what was changed. Throws in German where an id stands twice. */
export function writeRegister({ entries, [FILE]: kept }: Said): string {
  const file = unguard(kept) ?? "";
  const before = settleEntries(fieldsOf(file), true);
  const after: Said = {};
  for (const { id, ...entry } of (entries ?? []) as Said[]) {
    if (typeof id !== "string" || id.trim() === "") throw new Error("Ein Eintrag hat keine Kennung.");
    if (Object.hasOwn(after, id.trim())) throw new Error(`Die Kennung „${id}“ steht zweimal im Verzeichnis.`);
    after[id.trim()] = entry;
  }
  return changeFields(file, before, settleEntries(after, false));
}

/** Each entry settled by itself: an empty one is still there. */
function settleEntries(entries: Said, isFile: boolean): Said {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, settle((entry ?? {}) as Said, isFile)]));
}
