import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Font, Glyph, Path } from "opentype.js/dist/opentype.min.js";
import { onDemand } from "../../content/on-demand.ts";

/** The short form of the package loads faster. */
const opentype = onDemand<typeof import("opentype.js/dist/opentype.min.js")>("opentype.js/dist/opentype.min.js");

/** The weights of our typeface that are drawn. */
export type Weight = 400 | 600;

/** The parts into which Fontsource divides the typeface by script, the most frequent first. */
const SUBSETS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"];

/** A part of an outline: to a point, straight or in a quadratic curve, as TrueType has them; `Z` closes it. */
export type Stroke = Path["commands"][number];

/** A letter in its place: `x` in em from the beginning of its text; `key` names its shape. */
export interface Letter {
  key: string;
  x: number;
  /** Its outline in a size in pixels, and the box around it, seen from its point on the base line. */
  outline: (size: number) => { strokes: readonly Stroke[]; box: ReturnType<Path["getBoundingBox"]> };
}

/** A text in one line: its letters, and its width in em. */
export interface Line {
  letters: readonly Letter[];
  width: number;
}

/** One weight of our typeface. Needs no font of the system: computers that build sites often have none. */
export interface Face {
  /** A text as one line; undefined where the typeface lacks a character of it. */
  set: (text: string) => Line | undefined;
}

/** A weight of Fira Sans; each of its parts is read when a text first needs it. */
export function openFace(weight: Weight): Face {
  const folder = dirname(createRequire(import.meta.url).resolve("@fontsource/fira-sans/package.json"));
  const fonts = new Map<string, Font>();
  const open = (subset: string): Font => {
    const bytes = readFileSync(join(folder, `files/fira-sans-${subset}-${weight}-normal.woff`));
    const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const font = opentype().parse(content, { lowMemory: true });
    fonts.set(subset, font);
    return font;
  };
  const known = new Map<string, Found | undefined>();
  const find = (character: string): Found | undefined => {
    for (const subset of SUBSETS) {
      const font = fonts.get(subset) ?? open(subset);
      const glyph = font.charToGlyph(character);
      if (glyph.index > 0) return { font, glyph, key: `${weight} ${character}` };
    }
    return undefined;
  };
  const lookUp = (character: string) => {
    if (!known.has(character)) known.set(character, find(character));
    return known.get(character);
  };
  return {
    set: (text) => {
      const letters: Letter[] = [];
      let width = 0;
      for (const character of plain(text)) {
        const found = lookUp(character);
        if (!found) return undefined;
        const { font, glyph, key } = found;
        letters.push({ key, x: width, outline: outlineOf(glyph) });
        width += glyph.advanceWidth / font.unitsPerEm;
      }
      return { letters, width };
    },
  };
}

interface Found {
  font: Font;
  glyph: Glyph;
  key: string;
}

function outlineOf(glyph: Glyph): Letter["outline"] {
  return (size) => {
    const path = glyph.getPath(0, 0, size);
    return { strokes: path.commands, box: path.getBoundingBox() };
  };
}

/** A text as it is drawn: composed letters, plain spaces, and nothing that cannot be seen. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, "")
    .replace(/\u2011/g, "-")
    .replace(/\s/g, " ");
}
