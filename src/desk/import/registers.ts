import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Document, isMap, parseDocument } from "yaml";
import type { RegisterName } from "../../content/register-schema.ts";
import type { Registers } from "../../content/registers.ts";
import { writeWhole } from "../../disk/whole-file.ts";

/** An entry that a register gets; further fields only where a source knows them by the archive's own names. */
export interface NewEntry {
  register: RegisterName;
  id: string;
  name: string;
  fields?: Readonly<Record<string, unknown>>;
}

/** Adds the entries that registers lack, behind what is there, which stays as it is written; answers with how many each got. */
export function addEntries(content: string, registers: Registers, entries: readonly NewEntry[]): Map<RegisterName, number> {
  const added = new Map<RegisterName, Map<string, NewEntry>>();
  for (const entry of entries) {
    if (registers[entry.register].has(entry.id)) continue;
    const own = added.get(entry.register) ?? new Map<string, NewEntry>();
    if (!own.has(entry.id)) own.set(entry.id, entry);
    added.set(entry.register, own);
  }
  for (const [register, own] of added) {
    const file = join(content, "registers", `${register}.yml`);
    const before = existsSync(file) ? readFileSync(file, "utf8") : "";
    const more = new Document(
      Object.fromEntries([...own.values()].map(({ id, name, fields }) => [id, { name: nameOf(name, id), ...fields }])),
    );
    const written = more.toString({ lineWidth: 0 });
    const isBlock = before.trim() === "" || !isFlow(before);
    writeWhole(file, isBlock ? `${before}${before === "" || before.endsWith("\n") ? "" : "\n"}${written}` : joined(before, own));
  }
  return new Map([...added].map(([register, own]) => [register, own.size]));
}

/** True for a register written in braces: lines behind it would be no YAML. */
function isFlow(written: string): boolean {
  const { contents } = parseDocument(written);
  return isMap(contents) && contents.flow === true;
}

function joined(before: string, own: ReadonlyMap<string, NewEntry>): string {
  const document = parseDocument(before);
  for (const { id, name, fields } of own.values()) document.set(id, { name: nameOf(name, id), ...fields });
  return document.toString({ lineWidth: 0 });
}

function nameOf(name: string, id: string): string {
  const plain = name.replace(/\s+/g, " ").trim();
  return plain === "" ? id : plain.length <= 120 ? plain : `${plain.slice(0, 118).replace(/\s+\S*$/, "")} …`;
}
