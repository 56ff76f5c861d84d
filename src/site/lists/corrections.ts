import type { Archive } from "../../archive/archive.ts";
import type { Release } from "../../content/release/release.ts";
import type { CityDate } from "../../dates.ts";
import type { Link, Page, View } from "../pages.ts";
import { divideByTime } from "./periods.ts";

/** All corrections and withdrawals, newest first. */
export interface CorrectionsView extends View {
  layout: "corrections";
  crumbs: readonly Link[];
  /** The years or months that hold more. */
  parts: readonly (Link & { count: number })[];
  changes: readonly { date: CityDate; isWithdrawal: boolean; note: string; release: Release }[];
}

/** Where all corrections are listed. */
const ADDRESS = "/korrekturen/";

/** All corrections and withdrawals, newest first: a city that errs in public corrects in public. */
export function corrections(archive: Archive): Page[] {
  const words = archive.context.messages.in(archive.site.language).corrections;
  const changes = archive.releases
    .flatMap((release) => [
      ...release.corrections.map(({ date, note }) => ({ date, isWithdrawal: false, note, release })),
      ...(release.withdrawn ? [{ date: release.withdrawn.date, isWithdrawal: true, note: release.withdrawn.reason, release }] : []),
    ])
    .sort((a, b) => b.date.instant - a.date.instant);
  const { context, site } = archive;
  const home = { label: words.heading, address: ADDRESS };
  return divideByTime(changes, { context, language: site.language, home, dateOf: ({ date }) => date }).map(
    ({ label, address, crumbs, shown, parts }): CorrectionsView => ({
      layout: "corrections",
      kind: "list",
      address,
      language: site.language,
      title: label,
      description: words.description,
      isIndexed: true,
      alternates: [],
      crumbs,
      parts,
      changes: shown,
    }),
  );
}
