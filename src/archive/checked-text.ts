import { withoutEmpty } from "../content/empty-fields.ts";
import type { Document } from "../content/front-matter.ts";
import type { Release } from "../content/release/release.ts";
import type { Result } from "../content/yaml.ts";
import { firstSentence } from "../markdown/first-sentence.ts";
import { checkText, hasText } from "../markdown/text-check.ts";
import { findSlips, type OwnLink, ownLinks, UNSEEN_HYPHEN } from "../markdown/text-hints.ts";
import { error, hint, type Problem } from "../problems.ts";
import type { Listed } from "./listed-files.ts";

/** What was made of a file; `listed` are the names that its head lists, for its versions. */
export interface Made<T> extends Result<T> {
  listed?: Listed | undefined;
  links?: readonly OwnLink[];
}

/** Takes the summary that nobody wrote from the text. */
export function deriveSummary(fields: Pick<Release, "summary" | "isSummaryDerived"> | undefined, text: string): void {
  if (fields?.isSummaryDerived) fields.summary = firstSentence(text);
}

/** True where a text may be missing: it was withdrawn, or its source leads to it. */
function standsElsewhere({ data }: Document): boolean {
  const { withdrawn, source } = withoutEmpty(data) as { withdrawn?: unknown; source?: { url?: unknown } };
  return withdrawn !== undefined || source?.url !== undefined;
}

/** What was made of a text of a file that lists `names`, with all that is wrong with the text itself; `url` is the site's. */
export function withChecks<T>(
  made: Result<T>,
  document: Document,
  path: string,
  names: Listed,
  ofFiles: readonly Problem[],
  url: string,
): Made<T> {
  const [, id] = /[\\/]releases[\\/](\d{4}[\\/]\d\d[\\/][^\\/.]+)\.[^\\/]*$/.exec(path) ?? [];
  const base = id === undefined ? {} : { base: `/${id.replaceAll("\\", "/")}/` };
  const files = { images: new Set(names.images), attachments: new Set(names.attachments), ...base };
  const problems = [...made.problems, ...ofFiles, ...checkText(document.text, path, document.textLine, files)];
  problems.push(...findSlips(document.text, path, document.textLine));
  const { title } = document.data;
  if (typeof title === "string" && title.includes("\u00ad"))
    problems.push(
      hint("soft-hyphen-in-heading", path, document.locate(["title"]), UNSEEN_HYPHEN, "Löschen Sie es; der Browser trennt Wörter selbst."),
    );
  if (!hasText(document.text) && !standsElsewhere(document)) {
    const at = { line: document.textLine, column: 1 };
    const elsewhere = ", oder nennen Sie bei einer übernommenen Meldung unter source mit url, wo er steht.";
    const isOriginal = /[\\/]releases[\\/][^.]*\.md$/.test(path);
    const remedy = `Schreiben Sie ihn unter die zweite Zeile ---${isOriginal ? elsewhere : "."}`;
    problems.push(error("text-missing", path, at, "Unter dem Kopf steht kein Text.", remedy));
  }
  return { value: made.value, problems, links: ownLinks(document.text, document.textLine, url) };
}
