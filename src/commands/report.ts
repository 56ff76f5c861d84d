import type { Counts } from "../archive/ledger.ts";
import { oneLine, type Problem } from "../problems.ts";

/** Problems as plain lines for a terminal, one an error or hint: `path:line:column  message  remedy`. */
export function reportProblems(problems: readonly Problem[]): string {
  return problems
    .map(
      (problem) =>
        `${oneLine(problem.path)}:${problem.line}:${problem.column}  ${problem.severity === "error" ? "Fehler" : "Hinweis"}: ${problem.message}\n    ${problem.remedy}`,
    )
    .join("\n");
}

/** The balance of a reading: nothing that was read is unaccounted for. */
export function reportCounts(counts: Counts): string {
  return `Gelesen ${counts.read} = veröffentlicht ${counts.published} + nicht öffentlich ${counts.unpublished} + abgewiesen ${counts.refused}`;
}
