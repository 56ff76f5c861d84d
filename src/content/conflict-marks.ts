import { error, type Problem } from "../problems.ts";

const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t]|$)/;

/** The marks that Git leaves where two people changed the same lines; until somebody decides, neither version can be published. */
export function findConflictMarks(text: string, path: string): Problem[] {
  if (!/^(?:<{7}|={7}|>{7})/m.test(text)) return [];
  return text.split("\n").flatMap((line, index) => {
    const mark = MARK.exec(line)?.[0];
    if (mark === undefined) return [];
    const remedy = "Behalten Sie eine der beiden Fassungen und löschen Sie die Zeilen <<<<<<<, ======= und >>>>>>>.";
    return [
      error(
        "conflict-mark",
        path,
        { line: index + 1, column: 1 },
        `Hier steht eine Konfliktmarke von Git (${mark}): Zwei Fassungen dieser Stelle sind noch nicht zusammengeführt.`,
        mark === "=======" ? `${remedy} Sollten die Zeichen eine Überschrift unterstreichen, schreiben Sie ## davor.` : remedy,
      ),
    ];
  });
}
