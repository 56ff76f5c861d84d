import "./node-version.ts";
import { join } from "node:path";
import { reportCounts } from "../archive/ledger.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import { startPreview } from "../build/preview.ts";
import { reportProblems } from "../problem-kinds.ts";
import { defineCommand, execute, executeIfMain } from "./command.ts";
import { ROOT, readSettings } from "./settings.ts";

const command = defineCommand({
  name: "start",
  about: "Zeigt das Archiv auf diesem Rechner, mit Entwürfen und Meldungen unter Sperrfrist, und lädt bei jeder Änderung neu.",
  options: { port: { value: "8080", default: "8080", help: "die Nummer in der Adresse http://localhost:8080/" } },
  notes: "Umgebung: CONTENT (content), CACHE (.cache), NOW (jetzt)",
  run: async ({ port }, environment) => {
    const { content, cache, now } = readSettings(environment);
    process.chdir(ROOT);
    await startPreview({
      content,
      cache,
      output: join(cache, "preview"),
      port: Number(port),
      now: () => (environment.NOW ? now : Date.now()),
      clock: Date.now(),
      onReading: (reading) => report(reading, content),
    });
    return 0;
  },
});

/** Serves a preview until the process is stopped; answers with the exit code of a wrong call. */
export function start(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return execute(command, args, environment);
}

function report({ problems, counts, unpublished }: ArchiveResult, content: string): void {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) console.error(reportProblems(errors));
  const shown = unpublished.length > 0 ? `, ${unpublished.length} nicht gezeigt` : "";
  console.log(`${content}: ${reportCounts(counts)}${shown}`);
}

await executeIfMain(import.meta.filename, command);
