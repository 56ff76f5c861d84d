import { join, resolve } from "node:path";
import { SOFTWARE } from "../software.ts";
import { defineCommand } from "./command.ts";

/** Writes what helps text editors to complete and check content, and what is made of the schemas. */
export const command = defineCommand({
  name: "schema",
  summary: {
    de: "Richtet VS Code so ein, dass es Felder ergänzt, erklärt und Fehler zeigt",
    en: "Sets up VS Code to complete and explain fields and to show errors",
  },
  about: {
    de: `Schreibt .vscode/: welche Regeln für site.yml und die Verzeichnisse gelten (sie liegen in der Software und altern nicht), welche
Erweiterung dazu nötig ist, und Bausteine für den Kopf einer Meldung. Eigene Einstellungen bleiben; was fehlt, kommt dazu.
Im Repository der Software schreibt es schema/, docs/fields.md und docs/meldungen.md.`,
    en: `Writes .vscode/: which rules hold for site.yml and the registers (they lie in the software and do not go stale), which extension
that needs, and building blocks for the head of a release. Your own settings stay; what is missing is added.
In the repository of the software it writes schema/, docs/fields.md and docs/meldungen.md.`,
  },
  options: {},
  exits: {
    de: "0 geschrieben oder nichts zu tun, 1 eine Datei muss von Hand ergänzt werden",
    en: "0 written or nothing to do, 1 a file has to be completed by hand",
  },
  run: async () => (resolve("") === SOFTWARE ? writeReference() : layInCity()),
});

async function writeReference(): Promise<number> {
  const [{ schemaFiles }, { meaningsPage }, { writeWhole }] = await Promise.all([
    import("../desk/schema/content-schemas.ts"),
    import("../desk/meanings/page.ts"),
    import("../disk/whole-file.ts"),
  ]);
  const files = schemaFiles().set("docs/meldungen.md", meaningsPage());
  for (const [path, text] of files) writeWhole(join(SOFTWARE, path), text);
  console.log(`Geschrieben: ${[...files.keys()].join(", ")}`);
  return 0;
}

const OUTCOMES = {
  written: "geschrieben",
  completed: "ergänzt",
  current: "ist auf dem Stand",
  foreign: "ist von Ihnen und bleibt, wie es ist",
} as const;

async function layInCity(): Promise<number> {
  const { layEditorFiles } = await import("../desk/schema/editor-files.ts");
  const laid = layEditorFiles("");
  for (const { path, outcome, missing } of laid) {
    console.log(`${path} ${OUTCOMES[outcome]}.`);
    if (missing !== undefined) console.error(`${path} lässt sich nicht ergänzen. Fügen Sie von Hand hinzu, was hier steht:\n${missing}`);
  }
  return laid.some(({ missing }) => missing !== undefined) ? 1 : 0;
}
