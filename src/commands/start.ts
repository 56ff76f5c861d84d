// First of all: an old Node fails at what comes after it in its own words.
import "../../bin/node-version.js";
import { join } from "node:path";
import type { Archive } from "../archive/archive.ts";
import { reportCounts } from "../archive/ledger.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import type { PreviewAnswer } from "../build/preview.ts";
import type { Release } from "../content/release/release.ts";
import { describeFailure } from "../disk/failure.ts";
import { executeIfMain } from "./call.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { reportProblems } from "./problem-kinds.ts";
import { PREVIEW_PORT, readSettings } from "./settings.ts";

/** Shows the archive on this computer until the process is stopped. */
export const command = defineCommand({
  name: "start",
  summary: {
    de: "Zeigt das Archiv auf diesem Rechner, mit Entwürfen, und lädt bei jeder Änderung neu",
    en: "Shows the archive on this computer, drafts included, and reloads at each change",
  },
  about: {
    de: "Entwürfe und Meldungen unter Sperrfrist sind gekennzeichnet; Fehler in den Inhalten erscheinen als Seite. Strg+C beendet.",
    en: "Drafts and releases under an embargo are marked; errors in the content appear as a page. Ctrl+C ends it.",
  },
  settings: ["content", "cache", "now"],
  options: {
    port: {
      value: { de: "ZAHL", en: "NUMBER" },
      default: PREVIEW_PORT,
      help: {
        de: `die Zahl in der Adresse http://localhost:${PREVIEW_PORT}/`,
        en: `the number in the address http://localhost:${PREVIEW_PORT}/`,
      },
    },
  },
  exits: { de: "1 nicht gestartet", en: "1 not started" },
  run: async ({ port }, environment) => {
    if (!(Number(port) > 0 && Number(port) < 65536)) throw new WrongCall(`--port ${port}: Nötig ist eine Zahl von 1 bis 65535.`);
    const { content, cache, now } = readSettings(environment);
    const { startPreview } = await import("../build/preview.ts");
    await startPreview({
      content,
      cache,
      output: join(cache, "preview"),
      port: Number(port),
      now: () => (environment.NOW ? now : Date.now()),
      clock: Date.now(),
      answer: (address, archive) => {
        const [, id = "", language] = /^\/vorschau\/mail\/(\d{4}\/\d\d\/[^/.]+)(?:\.([A-Za-z0-9-]+))?\.eml$/.exec(address) ?? [];
        const release = [...archive.releases, ...archive.versions].find(
          (one) => one.id === id && one.language === (language ?? one.originalLanguage),
        );
        return release && draftOf(release, archive, environment.NOW ? now : Date.now());
      },
      listener: {
        reading: (reading) => report(reading, content),
        made: (files) => console.log(`${files} Dateien neu gemacht.`),
        failure: (thrown) => console.error(describeFailure(thrown)),
        ready: (url) => console.log(`${url} zeigt das Archiv; Strg+C beendet die Vorschau.`),
      },
    });
    return 0;
  },
});

/** The draft of an e-mail with a release; what makes it is loaded when somebody asks for one. */
async function draftOf(release: Release, { context }: Archive, now: number): Promise<PreviewAnswer> {
  const { composeMail } = await import("../desk/mail/mail.ts");
  const { name, message } = await composeMail(release, context, now);
  return { name, type: "message/rfc822", content: message };
}

function report({ problems, counts, unpublished }: ArchiveResult, content: string): void {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) console.error(reportProblems(errors));
  const shown = unpublished.length > 0 ? `, ${unpublished.length} nicht gezeigt` : "";
  console.log(`${content}: ${reportCounts(counts)}${shown}`);
}

await executeIfMain(import.meta.filename, command);
