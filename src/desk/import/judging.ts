import { join } from "node:path";
import { withChecks } from "../../archive/checked-text.ts";
import { listedIn } from "../../archive/listed-files.ts";
import { readDocument } from "../../content/front-matter.ts";
import type { Registers } from "../../content/registers.ts";
import { readRelease } from "../../content/release/reading.ts";
import { readVersion } from "../../content/release/version-reading.ts";
import type { Site } from "../../content/site.ts";
import type { Problem } from "../../problems.ts";

/** Largest text file that the archive reads, in bytes. */
const TEXT_MAX = 200_000;

/** What the archive's own check would refuse in the file of a release, before it is written; files beside it are checked apart. */
export function judgeRelease(
  file: string,
  id: string,
  { site, registers, content }: { site: Site; registers: Registers; content: string },
): Problem | undefined {
  const bytes = Buffer.from(file);
  const path = join(content, "releases", `${id}.md`);
  const { value: document, problems } = readDocument(bytes, path);
  if (!document) return problems.find(({ severity }) => severity === "error");
  const made = withChecks(readRelease(document, path, id, { site, registers }), document, path, listedIn(document), [], site.url);
  const found = [...problems, ...made.problems].find(({ severity }) => severity === "error");
  return found ?? tooLarge(bytes, path);
}

/** The same of a language version, of an original that lists some pictures and people. */
export function judgeVersion(file: string, path: string, language: string): Problem | undefined {
  const { value: document, problems } = readDocument(Buffer.from(file), path);
  if (!document) return problems.find(({ severity }) => severity === "error");
  const made = withChecks(readVersion(document, path, language, undefined), document, path, listedIn(document), [], "");
  return [...problems, ...made.problems].find(({ severity }) => severity === "error");
}

function tooLarge(bytes: Buffer, path: string): Problem | undefined {
  if (bytes.length <= TEXT_MAX) return undefined;
  const message = "Der Text ist länger als 200 KB.";
  return {
    id: "file-too-large",
    severity: "error",
    path,
    line: 1,
    column: 1,
    message,
    remedy: "Hängen Sie ihn als Anlage an eine kurze Meldung.",
  };
}
