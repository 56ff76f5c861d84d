import type { Hex } from "../../content/theme/colors.ts";
import type { Line } from "./face.ts";
import type { MaskOf } from "./masks.ts";

/** The colours of a picture, at most 256: each has a number, in the order in which they were asked for. */
export interface Colors {
  /** Three bytes a colour. */
  table: () => Uint8Array;
  /** The number of a colour (`0xrrggbb`). */
  number: (color: number) => number;
}

/** A colour on its ground, in steps of how much of a pixel it covers: the number of each step's colour, and the step of each number. */
export interface Ink {
  numbers: readonly number[];
  steps: Uint8Array;
}

/** A rectangle of whole pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A picture as numbers of colours, row by row; before each row stands a 0, which says to PNG that nothing is filtered. */
export interface Canvas {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Steps between an ink and its ground. */
const STEPS = 7;

/** How many colours an ink needs at most, its ground included. */
export const INK_COLORS = STEPS + 1;

/** No colours yet. */
export function createColors(): Colors {
  const numbers = new Map<number, number>();
  return {
    table: () => Uint8Array.from([...numbers.keys()].flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255])),
    number: (color) => {
      const known = numbers.get(color);
      if (known !== undefined) return known;
      numbers.set(color, numbers.size);
      return numbers.size - 1;
    },
  };
}

/** A picture in the colour of a number. */
export function createCanvas(width: number, height: number, number: number): Canvas {
  const canvas = { width, height, pixels: new Uint8Array((width + 1) * height) };
  fillBox(canvas, { left: 0, top: 0, width, height }, number);
  return canvas;
}

/** The place of a pixel. */
export function placeOf({ width }: Canvas, x: number, y: number): number {
  return y * (width + 1) + 1 + x;
}

/** A colour as a number. */
export function toNumber(color: Hex): number {
  return Number.parseInt(color.slice(1), 16);
}

/** The steps from a ground to a colour. */
export function mixInk(colors: Colors, ground: Hex, color: Hex): Ink {
  const [from, to] = [toNumber(ground), toNumber(color)];
  const channel = (shift: number, step: number) =>
    Math.round((((from >> shift) & 255) * (STEPS - step) + ((to >> shift) & 255) * step) / STEPS) << shift;
  const numbers = Array.from({ length: INK_COLORS }, (_, step) => colors.number(channel(16, step) | channel(8, step) | channel(0, step)));
  const steps = new Uint8Array(256);
  for (const [step, number] of numbers.entries()) steps[number] = step;
  return { numbers, steps };
}

/** Fills a rectangle with the colour of a number. */
export function fillBox(canvas: Canvas, box: Box, number: number): void {
  for (let row = box.top; row < box.top + box.height; row++) {
    const begin = placeOf(canvas, box.left, row);
    canvas.pixels.fill(number, begin, begin + box.width);
  }
}

/** A line of text in a size in pixels, and where its base line begins. */
export interface Placed {
  line: Line;
  size: number;
  x: number;
  y: number;
}

/** Prints a line of text, each letter at the nearest whole pixel; what lies outside of the picture is left out. */
export function printLine(canvas: Canvas, { line, size, x, y }: Placed, ink: Ink, maskOf: MaskOf): void {
  const { width, height, pixels } = canvas;
  for (const letter of line.letters) {
    const mask = maskOf(letter, size);
    const left = Math.round(x + letter.x * size) + mask.left;
    for (let row = 0; row < mask.height; row++) {
      const to = y + mask.top + row;
      if (to < 0 || to >= height) continue;
      for (let column = 0; column < mask.width; column++) {
        const at = left + column;
        const step = Math.round((mask.coverage[row * mask.width + column] ?? 0) * STEPS);
        const place = placeOf(canvas, at, to);
        // Where two letters touch, what covers more counts.
        if (at >= 0 && at < width && step > (ink.steps[pixels[place] ?? 0] ?? 0)) pixels[place] = ink.numbers[step] ?? 0;
      }
    }
  }
}
