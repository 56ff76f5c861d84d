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
  /** The day on which it was called so, where its names in time are known. */
  at?: string;
  /** The language of its name, where that is not German. */
  language?: string;
}

/** Adds the entries that registers lack, behind what is there, which stays as it is written; answers with how many each got. */
export function addEntries(content: string, registers: Registers, entries: readonly NewEntry[]): Map<RegisterName, number> {
  const added = new Map<RegisterName, Map<string, NewEntry>>();
  for (const entry of entries) {
    if (registers[entry.register].has(entry.id)) continue;
    const own = added.get(entry.register) ?? new Map<string, NewEntry>();
    const known = own.get(entry.id);
    own.set(entry.id, known ? joinedEntry(known, entry) : entry);
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

/** What two mentions of an entry say together: its newest name, those it had before, and its names in other languages. */
function joinedEntry(known: NewEntry, next: NewEntry): NewEntry {
  const isGerman = ({ language }: NewEntry) => language === undefined;
  if (!isGerman(next)) return withName(known, next);
  if (!isGerman(known)) return withName(next, known);
  const fields = { ...known.fields, ...next.fields };
  if (known.name === next.name || known.at === undefined || next.at === undefined || next.register !== "departments")
    return { ...known, fields, at: next.at ?? known.at ?? "" };
  const formerNames = [...((known.fields?.formerNames ?? []) as object[]), { name: known.name, until: known.at.slice(0, 10) }];
  return { ...next, fields: { ...fields, formerNames } };
}

function withName(entry: NewEntry, { name, language = "" }: NewEntry): NewEntry {
  if (name === entry.name) return entry;
  return { ...entry, fields: { ...entry.fields, names: { [language]: name, ...(entry.fields?.names as object | undefined) } } };
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
