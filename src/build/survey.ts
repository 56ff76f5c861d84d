import type { ReadOptions } from "../archive/reading.ts";
import { type ArchiveResult, readArchive } from "../archive/reading.ts";
import type { Site } from "../content/site.ts";
import { type Problem, sortProblems } from "../problems.ts";
import { judgePictures } from "../rendering/picture-judge.ts";
import { listPages } from "../site/capabilities.ts";
import { findCollisions } from "../site/collisions.ts";
import { findSlugTwins } from "../site/form/slug-twins.ts";
import { findDeadLinks } from "../site/own-links.ts";
import type { Page } from "../site/pages.ts";

/** All that is known of a content folder before anything is rendered. */
export interface Survey {
  reading: ArchiveResult;
  pages: readonly Page[];
  /** What was found only when all texts were read; whoever reads the folder again needs it to come to the same archive. */
  faults: readonly Problem[];
}

/** What to survey; `published` answers which addresses the site had before, undefined where nobody knows. */
export interface SurveyOptions extends Omit<ReadOptions, "faults"> {
  published?: (site: Site) => Promise<ReadonlySet<string> | undefined>;
}

/**
 * Reads a content folder and lists its pages, as the check, the build and the preview do. A text whose picture is damaged, or whose address
 * is taken, is refused like any other with an error: the folder is read once more without it.
 */
export async function surveyContent({ published, ...options }: SurveyOptions, cache: string): Promise<Survey> {
  let faults: readonly Problem[] = [];
  for (;;) {
    const reading = readArchive({ ...options, faults });
    const pages = reading.archive ? listPages(reading.archive) : [];
    const before = reading.archive?.site.form && (await published?.(reading.archive.site));
    const twins = findSlugTwins(reading, before);
    const errors = twins.filter(({ severity }) => severity === "error");
    const found = [...(await judgePictures(reading.pictures, cache)), ...findCollisions(pages), ...errors];
    const fresh = found.filter((one) => !faults.some((known) => known.path === one.path && known.message === one.message));
    // What is found again lies in no text that could be left out, such as a register.
    if (fresh.length === 0) {
      const hints = twins.filter(({ severity }) => severity === "hint");
      const problems = sortProblems([...reading.problems, ...found, ...hints, ...findDeadLinks(reading, pages)]);
      return { reading: { ...reading, problems }, pages, faults };
    }
    faults = [...faults, ...fresh];
  }
}
