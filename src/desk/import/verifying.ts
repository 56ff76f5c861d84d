import { relative, sep } from "node:path";
import { surveyContent } from "../../build/survey.ts";
import { removeFiles } from "./laying.ts";
import type { Laid } from "./pipeline.ts";
import type { ImportRecord as Kept } from "./record.ts";
import type { Report } from "./report.ts";

/** What the last check of an import needs. */
interface Verifying {
  content: string;
  cache: string;
  now: number;
  record: Kept;
  report: Report;
}

/** Checks the whole archive once all is written; a release of this run that is refused there is taken away again, with the reason. */
export async function verifyImport(laid: Laid, { content, cache, now, record, report }: Verifying): Promise<void> {
  for (let round = 0; round < 3 && laid.size > 0; round++) {
    const { reading } = await surveyContent({ folder: content, now }, cache);
    const faults = reading.problems.filter(({ severity }) => severity === "error");
    let removed = 0;
    for (const { path, message, remedy } of faults) {
      const file = relative(content, path).split(sep).join("/");
      const id = /^(?:releases|comments)\/(\d{4}\/\d\d\/[^/.]+)/.exec(file)?.[1];
      const own = [file, `releases/${id}.md`].find((one) => laid.has(one));
      const found = own === undefined ? undefined : laid.get(own);
      const written = found && record.known.get(found.key);
      if (own === undefined || !found || !written) continue;
      removeFiles(content, Object.keys(written.files));
      record.forget(found.key);
      laid.delete(own);
      report.takeBack(`Die Prüfung weist es ab: ${message.replace(/„[^“]*“/g, "„…“")}`, remedy.slice(0, 200), found.place);
      removed++;
    }
    if (removed === 0) return;
  }
}
