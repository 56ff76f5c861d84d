import { isPackage, isView, type Page } from "../site/pages.ts";

/** How many pages of layouts a batch has, unless a single period has more: as many as workers can share out evenly. */
const VIEWS_MAX = 1200;

/**
 * Most pages of layouts in one run of Eleventy, which keeps all it knows of each until the end: bounds the memory. Runs of 100 to 4,000
 * pages took the same time at 10,000 releases.
 */
const RUN_MAX = 400;

/**
 * Divides pages into batches by period, the largest first, so that workers end at the same time. What is made of the same texts
 * (a release's page, its files, the feed and data of its year) comes together, so that each text is read and rendered once. Packages
 * are left out.
 */
export function divideIntoBatches(pages: readonly Page[], most = VIEWS_MAX): Page[][] {
  const viewsMax = Math.min(most, VIEWS_MAX);
  const periods = new Map<string, Page[]>();
  for (const page of pages) {
    // Packed at the end, when all that goes in is there.
    if (isPackage(page)) continue;
    const period = /[/-](\d{4})(?=[/.])/.exec(page.address)?.[1] ?? "";
    const group = periods.get(period);
    if (group) group.push(page);
    else periods.set(period, [page]);
  }
  const batches: { pages: Page[]; views: number }[] = [];
  for (const [, group] of [...periods].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const views = group.filter(isView).length;
    const last = batches.at(-1);
    if (last && last.views + views <= viewsMax) {
      last.pages = last.pages.concat(group);
      last.views += views;
    } else batches.push({ pages: group, views });
  }
  return batches.sort((a, b) => b.pages.length - a.pages.length).map((batch) => batch.pages);
}

/** Divides a batch into runs of Eleventy; what needs no layout comes last, when the texts of its pages are at hand. */
export function divideIntoRuns(batch: readonly Page[]): Page[][] {
  const views = batch.filter(isView);
  const runs: Page[][] = [];
  for (let from = 0; from < views.length; from += RUN_MAX) runs.push(views.slice(from, from + RUN_MAX));
  const last = runs.pop() ?? [];
  return [...runs, [...last, ...batch.filter((page) => !isView(page))]];
}
