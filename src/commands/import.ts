import { defineCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

const KINDS = ["wordpress", "typo3", "feed", "markdown", "html", "rows", "dump"] as const;

/** Imports the releases of an old website. */
export const command = defineCommand({
  name: "import",
  summary: {
    de: "Übernimmt die Meldungen einer alten Website",
    en: "Imports the releases of an old website",
  },
  about: {
    de: `Liest einen Export von WordPress oder TYPO3, Feeds, Markdown (Hugo, Jekyll), gespeicherte Seiten, Tabellen oder die Daten eines
solchen Archivs und schreibt content/releases/. Beim ersten Mal entsteht eine Zuordnung: Ändern Sie, was nicht passt, und rufen Sie
denselben Befehl noch einmal auf. Was da war, wird nie überschrieben; heruntergeladen wird nichts.`,
    en: `Reads an export of WordPress or TYPO3, feeds, Markdown (Hugo, Jekyll), saved pages, tables or the data of such an archive, and
writes content/releases/. The first run makes a mapping: change what does not fit, and run the same command again. What was there is
never overwritten; nothing is downloaded.`,
  },
  settings: ["content", "cache", "now"],
  argument: {
    name: { de: "QUELLE", en: "SOURCE" },
    help: { de: "Datei oder Ordner mit den alten Meldungen", en: "file or folder with the old releases" },
    isNeeded: true,
  },
  options: {
    into: {
      value: { de: "ORDNER", en: "FOLDER" },
      help: { de: "in welche Inhalte (sonst content)", en: "into which content (else content)" },
    },
    files: {
      value: { de: "ORDNER", en: "FOLDER" },
      help: { de: "wo Bilder und Anlagen der alten Website liegen", en: "where pictures and files of the old website lie" },
    },
    mapping: {
      value: { de: "DATEI", en: "FILE" },
      help: {
        de: "die Zuordnung (sonst import/QUELLE.yml neben den Inhalten)",
        en: "the mapping (else import/SOURCE.yml beside the content)",
      },
    },
    kind: {
      value: { de: "ART", en: "KIND" },
      help: {
        de: `was die Quelle ist, wenn es nicht erkannt wird: ${KINDS.join(", ")}`,
        en: `what the source is, where it is not recognized: ${KINDS.join(", ")}`,
      },
      choices: KINDS,
    },
  },
  exits: {
    de: "0 übernommen, auch wenn einzelne Meldungen abgewiesen sind; 1 nichts gelesen",
    en: "0 imported, even where single releases are refused; 1 nothing read",
  },
  run: async ({ into, files, mapping, kind }, environment, source) => {
    const { content, cache, now } = readSettings(into === undefined ? environment : { ...environment, CONTENT: into });
    const { runImport } = await import("../desk/import/import.ts");
    const { lines } = await runImport({ source, kind: KINDS.find((one) => one === kind), content, files, mapping, cache, now });
    console.log(lines.join("\n"));
    return 0;
  },
});
