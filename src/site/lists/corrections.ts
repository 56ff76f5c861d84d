import { timeAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Release } from "../../content/release/release.ts";
import type { CityDate } from "../../dates.ts";
import type { Link, Page, View } from "../pages.ts";
import { UNDIVIDED_MAX } from "./listing.ts";

/** All corrections and withdrawals, newest first. */
export interface CorrectionsView extends View {
  layout: "corrections";
  crumbs: readonly Link[];
  years: readonly (Link & { count: number })[];
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
  const years = [...new Set(changes.map(({ date }) => date.year))];
  const view = (address: string, title: string, shown: typeof changes, links: CorrectionsView["years"]): CorrectionsView => ({
    layout: "corrections",
    kind: "list",
    address,
    language: archive.site.language,
    title,
    description: words.description,
    isIndexed: true,
    alternates: [],
    crumbs: address === ADDRESS ? [] : [{ label: words.heading, address: ADDRESS }],
    years: links,
    changes: shown,
  });
  if (changes.length <= UNDIVIDED_MAX) return [view(ADDRESS, words.heading, changes, [])];
  const addressOf = (year: number) => `${ADDRESS.slice(0, -1)}${timeAddress(year)}`;
  const of = (year: number) => changes.filter(({ date }) => date.year === year);
  const links = years.map((year) => ({ label: String(year), address: addressOf(year), count: of(year).length }));
  return [
    view(ADDRESS, words.heading, changes.slice(0, 20), links),
    ...years.map((year) => view(addressOf(year), `${words.heading} ${year}`, of(year), [])),
  ];
}
