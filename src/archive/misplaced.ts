import { join } from "node:path";
import type { Site } from "../content/site.ts";
import { error, FILE_START, nearest, type Problem } from "../problems.ts";
import { EDITION_NAME, RELEASE_FOLDER, type SortedFiles } from "./folder.ts";

/** What synchronizers put into the name of the copy that they could not settle. */
const CONFLICT = new RegExp(
  [
    /\.sync-conflict-\d{8}-\d{6}(?:-\w+)?/,
    /[ _]?\((?:[^()]*'s )?(?:conflicted copy|case conflict|konflikt|in konflikt stehende kopie)[^()]*\)/,
    /_conflict-\d{8}-\d{6}/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

/** A misplaced file, where it belongs, and what else the folder holds. */
export interface Misplaced {
  folder: string;
  path: string;
  right: string | undefined;
  /** Another misplaced file that belongs there. */
  twin: string | undefined;
  known: ReadonlySet<string>;
  sorted: SortedFiles;
  site: Site;
}

/** What is wrong with a misplaced file, and what it should be called. */
export function tellOne({ folder, path, right, twin, known, sorted, site }: Misplaced): Problem {
  const full = join(folder, path);
  const name = path.split("/").at(-1) ?? "";
  const original = CONFLICT.test(name) ? name.replace(CONFLICT, "") : undefined;
  if (original !== undefined) {
    const message = `„${name}“ ist die Konfliktkopie eines Programms, das Dateien abgleicht: Zwei haben „${original}“ zugleich geändert.`;
    return error(
      "file-conflict-copy",
      full,
      FILE_START,
      message,
      `Übernehmen Sie in „${original}“, was darin fehlt, und löschen Sie diese Kopie.`,
    );
  }
  const [, id, file = ""] = RELEASE_FOLDER.exec(path) ?? [];
  const isOrphan = EDITION_NAME.test(file) && !sorted.releases.some((release) => release.id === id);
  if (id !== undefined && (!/\.md$/i.test(file) || isOrphan)) {
    const near = nearest(
      id,
      sorted.releases.map((release) => release.id).filter((one) => one.slice(0, 8) === id.slice(0, 8)),
    );
    const remedy = near
      ? `Heißt die Meldung „${near.split("/").at(-1)}.md“? Dann benennen Sie den Ordner um in „releases/${near}“.`
      : "Geben Sie dem Ordner denselben Namen wie der Meldung daneben, ohne .md.";
    return error("folder-without-release", full, FILE_START, "Zu diesem Ordner gibt es keine Meldung.", remedy);
  }
  if (right !== undefined) {
    const message = `„${name}“ liegt hier unter einem Namen, den das Archiv nicht kennt; veröffentlicht würde sie nirgends.`;
    const other = known.has(right) ? "und die gibt es schon" : twin === undefined ? undefined : `und so hieße auch „${twin}“`;
    const remedy =
      other === undefined
        ? `Benennen Sie die Datei um in „${right}“.`
        : `Die Datei hieße richtig „${right}“, ${other}: Löschen Sie eine der beiden.`;
    return error("file-misnamed", full, FILE_START, message, remedy);
  }
  if (/^(releases\/\d{4}\/(0\d|1[0-2])|pages)\/[^/]+\.(md|markdown)$/i.test(path)) {
    const endings = site.languages.map((language) => (language === site.language ? ".md" : `.${language}.md`));
    const remedy =
      `Dateinamen bestehen aus a-z, 0-9 und Bindestrichen (3 bis 120 Zeichen) und enden auf ${endings.join(", ")}; ` +
      "weitere Sprachen nennen Sie unter languages in site.yml.";
    return error("file-name-no-address", full, FILE_START, `„${name}“ taugt nicht als Adresse.`, remedy);
  }
  return error(
    "file-misplaced",
    full,
    FILE_START,
    "Hier gehört keine Datei dieser Art hin; veröffentlicht würde sie nirgends.",
    "Meldungen liegen unter releases/JAHR/MONAT/name.md, ihre Bilder und Anlagen im Ordner name/ daneben.",
  );
}
