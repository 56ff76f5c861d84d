import type { ArchiveResult } from "../archive/reading.ts";
import { isAgreed } from "./questions.ts";

/** What is to be mended, and whether it is written without asking. */
interface FixOrder {
  folder: string;
  quotes: boolean;
  yes: boolean;
  /** The files that may be mended, by their path in the folder; all where it is undefined. */
  only: ReadonlySet<string> | undefined;
}

/** Shows what has one right form and does not have it; writes it where somebody agrees. Answers with the exit code. */
export async function fix({ archive }: ArchiveResult, { folder, quotes, yes, only }: FixOrder): Promise<number> {
  if (!archive) {
    console.error("Ohne site.yml ist nicht bekannt, in welchen Sprachen geschrieben wird; npm run check nennt, was daran fehlt.");
    return 1;
  }
  const { describeMending, findMendable, writeMended } = await import("../desk/hints/mending.ts");
  const mended = findMendable({ folder, site: archive.site, quotes, only });
  if (mended.length === 0) {
    console.log("Es gibt nichts, was sich von selbst richten ließe.");
    return 0;
  }
  const files = mended.length === 1 ? "In einer Datei" : `In ${mended.length} Dateien`;
  console.log(`${describeMending(mended)}\n${files} lässt sich das richten.`);
  if (!yes && !(await isAgreed("So schreiben?"))) {
    console.log("Es wurde nichts geändert. Mit --yes wird es ohne Frage geschrieben.");
    return 0;
  }
  writeMended(mended);
  console.log("Geschrieben. Sehen Sie sich die Änderung an, bevor Sie sie ablegen.");
  return 0;
}
