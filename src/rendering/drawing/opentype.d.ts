/** The part of opentype.js 2.0 that this project uses; the package ships no types. */
declare module "opentype.js/dist/opentype.min.js" {
  export interface Path {
    commands: { type: "M" | "L" | "Q" | "C" | "Z"; x?: number; y?: number; x1?: number; y1?: number }[];
    getBoundingBox(): { x1: number; y1: number; x2: number; y2: number };
  }

  export interface Glyph {
    index: number;
    advanceWidth: number;
    getPath(x: number, y: number, size: number): Path;
  }

  export interface Font {
    unitsPerEm: number;
    charToGlyph(character: string): Glyph;
  }

  export function parse(bytes: ArrayBuffer, options: { lowMemory: boolean }): Font;
}
