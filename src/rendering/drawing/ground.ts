import { CARD_SIZE } from "../../site/cards.ts";
import type { DrawingStyle } from "../../site/pages.ts";
import {
  type Box,
  type Canvas,
  createCanvas,
  createColors,
  fillBox,
  INK_COLORS,
  type Ink,
  mixInk,
  placeOf,
  printLine,
  toNumber,
} from "./canvas.ts";
import type { Face } from "./face.ts";
import type { MaskOf } from "./masks.ts";

/** What drawings are set in: two weights, and the shapes of their letters. */
export interface Type {
  regular: Face;
  strong: Face;
  maskOf: MaskOf;
}

/** What all cards of a site have in common: all pixels but their own words, the table of colours, and the inks for these words. */
export interface Ground extends Canvas {
  table: Uint8Array;
  text: Ink;
  muted: Ink;
  /** The number of the colour that marks a month. */
  mark: number;
}

/** The distance of words from the left and right edge of a card, in pixels. */
export const MARGIN = 80;

const SIGN = { left: MARGIN, top: 72, width: 72, height: 72 };
const LOGO_WIDTH_MAX = 480;
const MONTHS = { top: 540, height: 12, gap: 8 };
const NOTICE_HEIGHT = 46;

/** Letters of the inks that a card uses; the colours that are left of 256 are the logo's. */
const INKS = 4;

/** Draws the ground: sign or logo, beside it (`hasName`) name and line below it, the months of a year, the notice of a demonstration. */
export async function drawGround(style: DrawingStyle, type: Type, hasName: boolean): Promise<Ground> {
  const { palette, name, tagline, notice, logo } = style;
  const { width, height } = CARD_SIZE;
  const colors = createColors();
  const canvas = createCanvas(width, height, colors.number(toNumber(palette.background)));
  const [text, muted] = [mixInk(colors, palette.background, palette.text), mixInk(colors, palette.background, palette.muted)];
  const mark = colors.number(toNumber(palette.action));
  const line = (words: string, face: Face, place: { size: number; x: number; y: number }, ink: Ink) => {
    const set = face.set(words);
    if (!set) return;
    const size = Math.min(place.size, Math.floor((width - MARGIN - place.x) / set.width));
    printLine(canvas, { ...place, line: set, size }, ink, type.maskOf);
  };

  const emblem = logo ? await drawLogo(canvas, logo.source, palette.background, colors.number) : SIGN.width;
  if (!logo) {
    fillBox(canvas, SIGN, mark);
    printSign(canvas, name, SIGN, mixInk(colors, palette.action, palette.onAction), type);
  }
  // A logo that holds the name says it itself.
  if (hasName && !logo?.hasName) {
    const x = MARGIN + emblem + 26;
    line(name, type.strong, { size: 34, x, y: SIGN.top + (tagline === undefined ? 48 : 30) }, text);
    if (tagline !== undefined) line(tagline, type.regular, { size: 26, x, y: SIGN.top + 65 }, muted);
  }
  for (let month = 1; month <= 12; month++) fillBox(canvas, monthBox(month), colors.number(toNumber(palette.border)));
  if (notice !== undefined) {
    const top = height - NOTICE_HEIGHT;
    fillBox(canvas, { left: 0, top, width, height: NOTICE_HEIGHT }, colors.number(toNumber(palette.warningBackground)));
    line(notice, type.regular, { size: 22, x: MARGIN, y: top + 31 }, mixInk(colors, palette.warningBackground, palette.text));
  }
  return { ...canvas, table: colors.table(), text, muted, mark };
}

/** Where a month (1-12) stands among those of its year. */
export function monthBox(month: number): Box {
  const slot = (CARD_SIZE.width - 2 * MARGIN + MONTHS.gap) / 12;
  const [left, right] = [month - 1, month].map((months) => Math.round(MARGIN + months * slot)) as [number, number];
  return { left, top: MONTHS.top, width: right - left - MONTHS.gap, height: MONTHS.height };
}

/** Prints the first letter of a name into the middle of a box, as far as our typeface has it. */
export function printSign(canvas: Canvas, name: string, box: Box, ink: Ink, { strong, maskOf }: Type): void {
  const line = strong.set(String.fromCodePoint(name.codePointAt(0) ?? 0));
  const [letter] = line?.letters ?? [];
  if (!line || !letter) return;
  const size = Math.round(box.height * 0.6);
  const { x1, y1, x2, y2 } = letter.outline(size).box;
  const x = box.left + (box.width - x1 - x2) / 2;
  printLine(canvas, { line, size, x, y: Math.round(box.top + (box.height - y1 - y2) / 2) }, ink, maskOf);
}

/** Draws a logo at the place of the sign; answers with its width. */
async function drawLogo(canvas: Canvas, source: string, ground: string, number: (color: number) => number): Promise<number> {
  // Loaded only for cities with a logo.
  const { default: sharp } = await import("sharp");
  const few = await sharp(source, { density: 300 })
    .resize({ width: LOGO_WIDTH_MAX, height: SIGN.height, fit: "inside" })
    .flatten({ background: ground })
    .png({ palette: true, colours: 240 - INKS * INK_COLORS, dither: 0 })
    .toBuffer();
  const { data, info } = await sharp(few).toColourspace("srgb").removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const top = SIGN.top + Math.round((SIGN.height - info.height) / 2);
  for (let at = 0; at < info.width * info.height; at++) {
    const color = ((data[at * 3] ?? 0) << 16) | ((data[at * 3 + 1] ?? 0) << 8) | (data[at * 3 + 2] ?? 0);
    canvas.pixels[placeOf(canvas, SIGN.left + (at % info.width), top + Math.floor(at / info.width))] = number(color);
  }
  return info.width;
}
