import { error, hint, type Problem } from "../../problems.ts";
import type { Document } from "../front-matter.ts";
import type { ReleaseFields } from "./release.ts";
import type { Fields } from "./schema.ts";

/**
 * What is told of corrections and of a withdrawal until their day has come: like an embargo they take effect then, and a slip in the year
 * must not go unseen. A text that is deleted already cannot be shown until then.
 */
export function announce(
  { corrections = [], withdrawn }: Partial<Fields>,
  { locate, text, textLine }: Document,
  path: string,
  beginAt: (keys: readonly PropertyKey[], day: string) => number | undefined,
): ReleaseFields["announced"] {
  const announced: ReleaseFields["announced"][number][] = [];
  const tell = (until: number | undefined, change: ReleaseFields["announced"][number]["change"], problem: Problem) => {
    if (until !== undefined) announced.push({ until, change, problem });
  };
  corrections.forEach(({ date }, index) => {
    const keys = ["corrections", index, "date"];
    const message = `Die Berichtigung ist vom ${date} und erscheint erst dann.`;
    tell(
      beginAt(keys, date),
      "correction",
      hint("correction-in-future", path, locate(keys), message, "Ist ein anderer Tag gemeint, berichtigen Sie das Datum."),
    );
  });
  if (!withdrawn) return announced;
  const keys = ["withdrawn", "date"];
  const until = beginAt(keys, withdrawn.date);
  const message = `Die Meldung wird erst am ${withdrawn.date} zurückgezogen; bis dahin bleibt sie lesbar.`;
  tell(
    until,
    "withdrawal",
    hint("withdrawal-in-future", path, locate(keys), message, "Soll sie sofort verschwinden, tragen Sie den heutigen Tag ein."),
  );
  if (text.trim() === "") {
    const remedy = "Stellen Sie den Text wieder her, oder tragen Sie unter withdrawn den heutigen Tag ein.";
    tell(
      until,
      "withdrawal",
      error(
        "text-deleted-too-early",
        path,
        { line: textLine, column: 1 },
        `Der Text fehlt, zurückgezogen ist die Meldung erst am ${withdrawn.date}.`,
        remedy,
      ),
    );
  }
  return announced;
}
