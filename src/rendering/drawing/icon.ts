import type { DrawingStyle, Icon } from "../../site/pages.ts";
import { createCanvas, createColors, mixInk } from "./canvas.ts";
import { printSign, type Type } from "./ground.ts";
import { encodeIco, encodePng } from "./png.ts";

/** A logo that is wider or higher than this many times its other side could not be made out in a square. */
const SQUARE_MAX = 1.7;

/** How much of a square the logo takes: systems cut icons to circles. */
const LOGO_PART = 0.64;

/** An icon in all its sizes: the city's logo on its paper where it is about as wide as high, else the first letter of the name. */
export async function drawIcon({ style, sizes }: Icon, type: Type): Promise<Uint8Array> {
  const pictures = await Promise.all(sizes.map(async (size) => ({ size, png: await drawSquare(style, size, type) })));
  const [first, ...others] = pictures;
  return first && others.length === 0 ? first.png : encodeIco(pictures);
}

async function drawSquare({ name, palette, logo }: DrawingStyle, size: number, type: Type): Promise<Uint8Array> {
  if (logo && Math.max(logo.width / logo.height, logo.height / logo.width) <= SQUARE_MAX) {
    const { default: sharp } = await import("sharp");
    const inner = Math.round(size * LOGO_PART);
    const input = await sharp(logo.source, { density: 300 }).resize({ width: inner, height: inner, fit: "inside" }).png().toBuffer();
    const paper = { create: { width: size, height: size, channels: 3, background: palette.background } } as const;
    return sharp(paper).composite([{ input }]).png().toBuffer();
  }
  const colors = createColors();
  const ink = mixInk(colors, palette.action, palette.onAction);
  const canvas = createCanvas(size, size, ink.numbers[0] ?? 0);
  printSign(canvas, name, { left: 0, top: 0, width: size, height: size }, ink, type);
  return encodePng(canvas, colors.table(), name);
}
