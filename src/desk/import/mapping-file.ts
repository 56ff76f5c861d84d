import { existsSync, readFileSync } from "node:fs";
import { Document, parseDocument } from "yaml";
import { readYaml } from "../../content/front-matter.ts";
import { checkShape } from "../../content/shape.ts";
import { writeWhole } from "../../disk/whole-file.ts";
import { hasErrors } from "../../problems.ts";
import { TERM_GROUPS, type TermGroup } from "./item.ts";
import { type Mapping, mappingSchema } from "./mapping.ts";

/** What the mapping says above itself, for whoever edits it. */
const HEAD = ` Zuordnung eines Imports. Ändern Sie, was nicht passt, und rufen Sie denselben Befehl noch einmal auf:
 Was der Import geschrieben und seither niemand geändert hat, wird danach neu geschrieben; alles andere bleibt.

 Unter departments, categories, tags, authors, sections und places steht zu jedem Wort der Quelle eines davon:
   topics/umwelt          ein Eintrag eines Verzeichnisses: departments, with (beteiligtes Amt), topics, people, places;
                          was es dort noch nicht gibt, wird unter seinem Namen angelegt
   ignore                 das Wort sagt nichts
   leave out              die ganze Meldung bleibt weg
 Unter take steht, was zusätzlich übernommen wird: true oder false.`;

/** Reads a mapping; undefined where there is none yet. Throws in German where it has errors, all at once. */
export function readMapping(file: string): Mapping | undefined {
  if (!existsSync(file)) return undefined;
  const { value, problems } = readYaml(readFileSync(file), file);
  const checked = value && !hasErrors(problems) ? checkShape(mappingSchema, value.data, file, value.locate) : undefined;
  const all = [...problems, ...(checked?.problems ?? [])].filter(({ severity }) => severity === "error");
  if (all.length > 0 || !checked?.value) {
    const said = all.map(({ path, line, column, message, remedy }) => `${path}:${line}:${column}  ${message} ${remedy}`);
    throw new Error(`Die Zuordnung hat Fehler; es wurde nichts übernommen.\n${said.join("\n")}`);
  }
  return checked.value;
}

/** Writes the mapping of a first run. */
export function writeMapping(file: string, mapping: Mapping): void {
  const said = Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined && !isEmptyGroup(value)));
  const document = new Document(said);
  document.commentBefore = HEAD;
  writeWhole(file, document.toString({ lineWidth: 0 }));
}

/** Adds the words that a source has since the mapping was written; remarks and order of what is there stay. */
export function addMeanings(file: string, added: ReadonlyMap<TermGroup, ReadonlyMap<string, string>>): void {
  if ([...added.values()].every(({ size }) => size === 0)) return;
  const document = parseDocument(readFileSync(file, "utf8"));
  for (const group of TERM_GROUPS) for (const [name, meaning] of added.get(group) ?? []) document.setIn([group, name], meaning);
  writeWhole(file, document.toString({ lineWidth: 0 }));
}

function isEmptyGroup(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
