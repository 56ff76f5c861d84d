import { CARD_SIZE } from "../../site/cards.ts";
import type { Card, DrawingStyle, Icon } from "../../site/pages.ts";
import { type Canvas, createCanvas, fillBox, type Ink, printLine } from "./canvas.ts";
import { openFace } from "./face.ts";
import { drawGround, type Ground, MARGIN, monthBox, type Type } from "./ground.ts";
import { drawIcon } from "./icon.ts";
import { createMasks } from "./masks.ts";
import { type Paragraph, type Room, setParagraph } from "./paragraph.ts";
import { encodePng } from "./png.ts";

/** Room for a headline, in pixels; a short one is large. */
const ROOM: Room = { width: CARD_SIZE.width - 2 * MARGIN, height: 262, leading: 1.14, sizes: [92, 80, 70, 62, 54, 47, 41, 36, 32] };

/** The base line of a headline's last line: it stands on the months. The date stands above its first. */
const BOTTOM = 488;
const DATE = { size: 30, distance: 26 };

/** Height of capital letters with their accents, in em. */
const CAPITALS = 0.8;

/** Draws cards and icons; what they have in common is drawn once. */
export function openStudio(): (drawing: Card | Icon) => Promise<Uint8Array> {
  const type: Type = { regular: openFace(400), strong: openFace(600), maskOf: createMasks() };
  const grounds = new Map<string, Promise<Ground>>();
  // One sheet for all cards: a new one each time would fill the memory before it is cleared away.
  const sheet = createCanvas(CARD_SIZE.width, CARD_SIZE.height, 0);
  const groundOf = (style: DrawingStyle, hasName: boolean) => {
    const key = `${hasName} ${style.digest}`;
    const ground = grounds.get(key) ?? drawGround(style, type, hasName);
    grounds.set(key, ground);
    return ground;
  };
  return async (drawing) =>
    drawing.kind === "icon"
      ? drawIcon(drawing, type)
      : drawCard(drawing, { ground: await groundOf(drawing.style, drawing.title !== undefined), canvas: sheet, type });
}

/** What a card is drawn on and with. */
interface Desk {
  ground: Ground;
  canvas: Canvas;
  type: Type;
}

/**
 * A card as PNG: of a release its headline and date, of a site its name and the line below it. Where our typeface lacks a character of the
 * headline (it has Latin, Greek and Cyrillic letters) the date takes its place.
 */
function drawCard({ style, title, date, month }: Card, { ground, canvas, type }: Desk): Uint8Array {
  const [large, small] = title === undefined ? [style.name, style.tagline] : [title, date];
  canvas.pixels.set(ground.pixels);
  const print = ({ lines, size }: Paragraph, y: number, ink: Ink) => {
    for (const [index, line] of lines.entries())
      printLine(canvas, { line, size, x: MARGIN, y: y + Math.round(index * size * ROOM.leading) }, ink, type.maskOf);
  };
  const headline = setParagraph(large, type.strong, ROOM);
  const line = small === undefined ? undefined : type.regular.set(small);
  const main = headline ?? setParagraph(small ?? "", type.strong, ROOM);
  if (main) {
    const first = BOTTOM - Math.round((main.lines.length - 1) * main.size * ROOM.leading);
    print(main, first, ground.text);
    const above = first - Math.round(main.size * CAPITALS) - DATE.distance;
    if (headline && line) print({ lines: [line], size: DATE.size }, above, ground.muted);
  }
  if (month) fillBox(canvas, monthBox(month), ground.mark);
  return encodePng(canvas, ground.table, [large, small, style.name].filter(Boolean).join(" · "));
}
