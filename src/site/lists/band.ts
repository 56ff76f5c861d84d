import type { Palettes } from "../../content/theme/palette.ts";

/** A bar of a band: its place and size in the units of the drawing. */
export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * How many releases there were month by month, as a drawing `width` × `height` in which each month has an equal part of the width, as have
 * the labels below it; for eyes only, the same stands in words beside it.
 */
export interface Band {
  width: number;
  height: number;
  bars: readonly Bar[];
}

const HEIGHT = 32;
const STEP = 10;
const GAP = 2;

/** Lowest bar of a month that has any release: one must be told from none. */
const LOWEST = 2;

/** Draws counts as bars from left to right, the largest (or `largest`, to compare several bands) as high as the band. */
export function drawBand(counts: readonly number[], largest = Math.max(1, ...counts)): Band {
  const bars = counts.flatMap((count, index) => {
    if (count === 0) return [];
    const height = Math.max(LOWEST, Math.round((count / largest) * HEIGHT * 10) / 10);
    return [{ x: index * STEP + GAP / 2, y: Math.round((HEIGHT - height) * 10) / 10, width: STEP - GAP, height }];
  });
  return { width: counts.length * STEP, height: HEIGHT, bars };
}

/**
 * A band as a file of its own, so that pages which show it do not change with each new release. A picture does not know the page's
 * colours: it is given them.
 */
export function bandFile({ band, palettes: { light, dark } }: { band: Band; palettes: Palettes }): string {
  const rects = band.bars.map(({ x, y, width, height }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`).join("");
  const viewBox = `0 0 ${band.width} ${band.height}`;
  const style = `rect{fill:${light.bar}}@media(prefers-color-scheme:dark){rect{fill:${dark.bar}}}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" preserveAspectRatio="none">` + `<style>${style}</style>${rects}</svg>\n`
  );
}
