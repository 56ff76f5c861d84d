import type { Letter, Stroke } from "./face.ts";

/** A letter as it covers pixels, 0 to 1 each, row by row; `left` and `top` are seen from its point on the base line. */
export interface Mask {
  left: number;
  top: number;
  width: number;
  height: number;
  coverage: Float64Array;
}

/** The mask of a letter in a size in pixels. */
export type MaskOf = (letter: Letter, size: number) => Mask;

/** The letters of our typeface as pixels: each is drawn once in each size, since thousands of cards have the same few. */
export function createMasks(): MaskOf {
  const masks = new Map<string, Mask>();
  return (letter, size) => {
    const key = `${size} ${letter.key}`;
    const mask = masks.get(key) ?? drawMask(letter, size);
    masks.set(key, mask);
    return mask;
  };
}

/** Curves are drawn as so many lines: at the sizes of headlines nobody sees the difference. */
const LINES_PER_CURVE = 8;

/** Draws a letter by plain arithmetic, so that its pixels are the same on every computer. */
function drawMask(letter: Letter, size: number): Mask {
  const { strokes, box } = letter.outline(size);
  const [left, top] = [Math.floor(box.x1), Math.floor(box.y1)];
  const [width, height] = [Math.ceil(box.x2) - left + 1, Math.ceil(box.y2) - top + 1];
  // What a row gains and loses from pixel to pixel; added up it is how much of each is covered.
  const changes = new Float64Array(width * height + 2);
  for (const [from, to] of toLines(strokes)) addLine(changes, width, [from[0] - left, from[1] - top], [to[0] - left, to[1] - top]);
  let sum = 0;
  const coverage = changes.subarray(0, width * height).map((change) => {
    sum += change;
    return Math.min(1, Math.abs(sum));
  });
  return { left, top, width, height, coverage };
}

type Point = readonly [x: number, y: number];

function* toLines(strokes: readonly Stroke[]): Generator<[from: Point, to: Point]> {
  let begin: Point = [0, 0];
  let at: Point = begin;
  for (const { type, x = 0, y = 0, x1 = 0, y1 = 0 } of strokes) {
    const from = at;
    at = type === "Z" ? begin : [x, y];
    if (type === "M") begin = at;
    else if (type !== "Q") yield [from, at];
    else {
      let last = from;
      for (let part = 1; part <= LINES_PER_CURVE; part++) {
        const t = part / LINES_PER_CURVE;
        const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
        const next: Point = [a * from[0] + b * x1 + c * x, a * from[1] + b * y1 + c * y];
        yield [last, next];
        last = next;
      }
    }
  }
}

/**
 * Adds what lies to the right of a line, row by row: of the pixels that it crosses the exact part (as font-rs and stb_truetype do), of all
 * after them the whole.
 */
function addLine(changes: Float64Array, width: number, one: Point, other: Point): void {
  if (one[1] === other[1]) return;
  const [[startX, startY], [endX, endY]] = one[1] < other[1] ? [one, other] : [other, one];
  const direction = one[1] < other[1] ? 1 : -1;
  const slope = (endX - startX) / (endY - startY);
  let x = startX;
  for (let row = Math.floor(startY); row < endY; row++) {
    const part = Math.min(row + 1, endY) - Math.max(row, startY);
    const next = x + slope * part;
    const [low, high] = x < next ? [x, next] : [next, x];
    let [pixel, crossed, covered] = [Math.floor(low), 0, 0];
    do {
      const [enters, leaves] = [Math.max(low, pixel), Math.min(high, pixel + 1)];
      const share = high > low ? (leaves - enters) / (high - low) : 1;
      const now = crossed + share * (pixel + 1 - (enters + leaves) / 2);
      changes[row * width + pixel] = (changes[row * width + pixel] ?? 0) + part * direction * (now - covered);
      [pixel, crossed, covered] = [pixel + 1, crossed + share, now];
    } while (pixel < high);
    changes[row * width + pixel] = (changes[row * width + pixel] ?? 0) + part * direction * (1 - covered);
    x = next;
  }
}
